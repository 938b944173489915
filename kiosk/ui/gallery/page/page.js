// Shows the pictures that are asked for. What there is stands in the page (`#data`); nothing is fetched but pictures.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const one = (selector) => document.querySelector(selector);
const WAYS_MAX = 24; // side by side; more are for the filters
const KINDS = ["language", "colours", "letters", "held", "hand"];
const chosen = new Map(KINDS.map((kind) => [kind, new Set()]));
let open = null; // the situation that is shown large, its way and the one beside it

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

const has = (way, number) => way.all || way.some.includes(number);
const file = (way, situation) => `${way.folder}/${situation.name}.${way.ending}`;
const thumb = (way, situation) =>
  way.thumbs ? `thumbs/${way.folder}/${situation.name}.webp` : file(way, situation);
const told = (way) => [way.language, way.colours, way.letters, way.held, way.hand].join(", ");
const fits = (way, but) =>
  KINDS.every((kind) => kind === but || !chosen.get(kind).size || chosen.get(kind).has(way[kind]));

function picture(way, situation, isThumb) {
  const [width, height] = way.size;
  return make("img", {
    src: encodeURI(isThumb ? thumb(way, situation) : file(way, situation)),
    alt: `${situation.title}: ${told(way)}`, width, height, loading: isThumb ? "lazy" : null, decoding: "async",
  });
}

function shot(way, number, caption) {
  const situation = data.situations[number];
  const go = (event) => { event.preventDefault(); enlarge(number, data.ways.indexOf(way)); };
  return make("a", { class: "shot", href: encodeURI(file(way, situation)), onclick: go },
    picture(way, situation, true), caption ? told(way) : null);
}

function list() {
  const word = one("#word").value.trim().toLowerCase();
  const ways = data.ways.filter((way) => fits(way)), groups = [];
  let pictures = 0, cases = 0;
  for (const screen of data.screens) {
    const found = [];
    data.situations.forEach((situation, number) => {
      if (situation.screen !== screen.name) return;
      if (word && !(situation.name + " " + situation.title + " " + screen.title).toLowerCase().includes(word)) return;
      const drawn = ways.filter((way) => has(way, number));
      if (!drawn.length) return;
      found.push(entry(number, drawn));
      pictures += drawn.length;
    });
    cases += found.length;
    const link = one(`.names a[href="#${screen.name}"]`);
    link.querySelector("span").textContent = found.length;
    link.parentElement.hidden = !found.length;
    if (found.length) groups.push(make("section", { class: "group", id: screen.name },
      make("h2", {}, screen.title), make("p", {}, screen.about),
      make("div", { class: ways.length > 1 ? "rows" : "grid", style: wide(ways) }, ...found)));
  }
  one("#pictures").replaceChildren(...(groups.length ? groups : [make("p", { class: "empty" }, "No picture is like that.")]));
  one(".told").textContent = `${pictures.toLocaleString("en")} pictures, ${cases} situations`;
  watch();
}

const wide = (ways) => (ways.length === 1 && ways[0].size[0] > ways[0].size[1] ? "--card-width: 340px" : null);

function entry(number, drawn) {
  const situation = data.situations[number], some = drawn.slice(0, WAYS_MAX);
  const more = drawn.length > some.length ? make("p", { class: "small soft" }, `${drawn.length - some.length} more ways: choose above`) : null;
  if (drawn.length === 1) return make("div", { class: "case" }, make("h3", {}, situation.title), shot(drawn[0], number, false));
  return make("div", { class: "case" }, make("h3", {}, situation.title),
    make("div", { class: "strip" }, ...some.map((way) => shot(way, number, true)), more));
}

function chips() {
  for (const kind of KINDS) {
    const box = one(`#of-${kind}`), there = new Set(data.ways.map((way) => way[kind]));
    const values = data.orders[kind].filter((value) => there.has(value));
    box.closest("fieldset").hidden = values.length < 2;
    box.replaceChildren(...values.map((value) => {
      const isOn = chosen.get(kind).has(value);
      const isPossible = data.ways.some((way) => way[kind] === value && fits(way, kind));
      const choose = () => {
        if (isOn) chosen.get(kind).delete(value);
        else if (isPossible) chosen.get(kind).add(value);
        else { // nothing is both this and what was chosen: this, then
          KINDS.forEach((other) => chosen.get(other).clear());
          chosen.get(kind).add(value);
        }
        refresh();
        one(`#of-${kind}`).children[values.indexOf(value)].focus();
      };
      return make("button", { type: "button", "aria-pressed": isOn, class: isPossible || isOn ? null : "other", onclick: choose }, value);
    }));
  }
  one("#every").setAttribute("aria-pressed", KINDS.every((kind) => !chosen.get(kind).size));
  one("#usual").setAttribute("aria-pressed", isUsual());
}

const isUsual = () => data.ways.length > 0 &&
  KINDS.every((kind) => chosen.get(kind).size === 1 && chosen.get(kind).has(data.ways[0][kind]));

function refresh() { chips(); list(); }

function usual() {
  for (const kind of KINDS) chosen.set(kind, new Set(data.ways[0] ? [data.ways[0][kind]] : []));
}

// Which screen is being looked at.
let watcher = null;
function watch() {
  watcher?.disconnect();
  watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) mark(entry.target.id);
  }, { rootMargin: "-30% 0px -60% 0px" });
  document.querySelectorAll(".group").forEach((group) => watcher.observe(group));
}
function mark(name) {
  document.querySelectorAll(".names a").forEach((link) => {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  });
}

// One situation, large.
const dialog = one("dialog");
function enlarge(number, way, beside = null) {
  open = { number, way, beside };
  draw();
  if (!dialog.open) dialog.showModal();
}
function draw() {
  const situation = data.situations[open.number], screen = data.screens.find((one) => one.name === situation.screen);
  one("#title").textContent = `${screen.title}: ${situation.title}`;
  one("#beside").setAttribute("aria-pressed", open.beside !== null);
  one("#beside").disabled = data.ways.length < 2;
  one(".panes").replaceChildren(...[open.way, open.beside].filter((way) => way !== null).map((number) =>
    make("figure", {}, picture(data.ways[number], situation, false), make("figcaption", {}, told(data.ways[number])))));
  one(".ways").replaceChildren(...data.ways.map((way, number) => [way, number]).filter(([way]) => has(way, open.number))
    .slice(0, 4 * WAYS_MAX).map(([way, number]) => make("button", {
      type: "button", "aria-label": told(way), "aria-pressed": number === open.way || number === open.beside,
      onclick: () => { if (open.beside === null) open.way = number; else open.beside = number; draw(); },
    }, picture(way, situation, true), `${way.letters} ${way.language}`)));
}
function step(change) {
  const way = data.ways[open.way];
  for (let number = open.number + change; number >= 0 && number < data.situations.length; number += change)
    if (has(way, number)) { open.number = number; draw(); return; }
}
one("#before").onclick = () => step(-1);
one("#after").onclick = () => step(1);
one("#close").onclick = () => dialog.close();
one("#beside").onclick = () => {
  const other = data.ways.findIndex((way, number) => number !== open.way && has(way, open.number));
  open.beside = open.beside === null && other >= 0 ? other : null;
  draw();
};
dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft") step(-1);
  if (event.key === "ArrowRight") step(1);
});
dialog.addEventListener("click", (event) => { if (event.target.matches(".panes")) dialog.close(); });

// The two halves of the page.
function turn() {
  const isDesign = ["", "#design"].includes(location.hash) || location.hash.startsWith("#design-");
  one("#half-design").hidden = !isDesign;
  one("#half-screens").hidden = isDesign;
  document.querySelectorAll(".bar nav a").forEach((link) => {
    if ((link.hash === "#design") === isDesign) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  });
  if (!isDesign) { if (!one("#pictures").children.length) refresh(); document.getElementById(location.hash.slice(1))?.scrollIntoView(); }
  else document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
addEventListener("hashchange", turn);
one("#word").oninput = list;
one("#every").onclick = () => { KINDS.forEach((kind) => chosen.get(kind).clear()); refresh(); };
one("#usual").onclick = () => { usual(); refresh(); };
document.querySelectorAll(".motions button").forEach((button) => {
  button.onclick = () => { button.classList.remove("goes"); void button.offsetWidth; button.classList.add("goes"); };
});
document.querySelectorAll(".sounds button").forEach((button) => {
  button.onclick = () => new Audio(button.dataset.file).play();
});
usual();
turn();
