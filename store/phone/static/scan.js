/* Scan goods with the camera, or type their number; the basket lives on the phone, its prices come from the shop.

The barcode reader (zxing) is fetched when somebody opens the camera, and runs here: no picture leaves the phone.
Source: docs/phone.md, "Scanning", "The basket". */
"use strict";
(() => {
  const page = document.getElementById("scan");
  if (!page) return;
  const KEPT = "basket", AGAIN_MS = 2500, LOOK_MS = 120, WIDTH = 960;
  const FORMATS = ["EAN13", "EAN8", "UPCA", "UPCE", "Code128", "ITF14", "DataBar", "DataBarLtd", "DataBarExp", "QRCode", "DataMatrix"];
  const LINES_MAX = Number(page.dataset.lines), MOST = Number(page.dataset.most);
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const say = (name, values = {}) => page.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const list = part("lines"), video = part("video"), dialog = part("camera");

  /* --- the basket -------------------------------------------------------------------------------------- */
  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
      return Array.isArray(kept) ? kept.filter((one) => typeof one?.code === "string" && Number.isInteger(one.quantity)) : [];
    } catch {
      return [];
    }
  }
  let lines = read(), answer = null, asked = 0;
  const isPlain = (code) => /^[0-9]{8,14}$/.test(code) && !/^2/.test(code.padStart(13, "0"));  // weighed packs stand apart

  function put(next) {
    lines = next;
    localStorage.setItem(KEPT, JSON.stringify(lines.map(({ code, quantity }) => ({ code, quantity }))));
    drawn();
    priced();
  }

  function add(code) {
    const known = isPlain(code) ? lines.findIndex((one) => one.code === code) : -1;
    if (known >= 0) return count(known, lines[known].quantity + 1);
    if (lines.length >= LINES_MAX) return told(say("full"));
    put([...lines, { code, quantity: 1 }]);
  }

  function count(at, quantity) {
    if (quantity > MOST) return told(say("toomany"));
    put(quantity < 1 ? lines.filter((_, other) => other !== at) : lines.map((one, other) => (other === at ? { ...one, quantity } : one)));
  }

  async function priced() {
    const mine = ++asked;
    if (!lines.length) { answer = null; return drawn(); }
    try {
      const told = await shop.ask("/phone/api/basket", { lines: lines.map(({ code, quantity }) => ({ code, quantity })) });
      if (mine !== asked) return;
      answer = told;
      page.dataset.priced = String(told.lines.length);
      part("state").textContent = "";
    } catch (error) {
      if (mine !== asked) return;
      part("state").textContent = error.status ? error.message : say("away");
    }
    drawn();
  }

  /* --- showing it -------------------------------------------------------------------------------------- */
  function made(tag, name = "", text = "") {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  function button(label, sign, press) {
    const element = made("button", "step", sign);
    element.type = "button";
    element.setAttribute("aria-label", label);
    element.addEventListener("click", press);
    return element;
  }

  function row(one, at) {
    const told = answer?.lines[at]?.code === one.code ? answer.lines[at] : null;
    const item = made("li", told?.problem ? "line is-problem" : "line");
    const name = told?.name || one.code;
    const picture = made("span", "thumb");
    if (told?.picture) {
      const image = made("img");
      image.src = told.picture;
      image.alt = "";
      picture.append(image);
    }
    const body = made("div", "body");
    const title = told?.key ? made("a", "name", name) : made("span", "name", name);
    if (told?.key) title.href = `/phone/goods/${told.key}`;
    body.append(title);
    for (const cut of told?.cuts ?? []) body.append(made("span", "cut", `${cut.name} ${cut.amount}`));
    if (told?.deposit) body.append(made("span", "soft", say("deposit", { amount: told.deposit })));
    if (told?.check) body.append(made("span", "check", told.check));
    if (told?.problem) body.append(made("span", "problem", told.problem));
    const price = made("div", "price");
    if (told?.list_amount) price.append(made("s", "", told.list_amount));
    price.append(made("b", "", told?.amount ?? ""));
    const steps = made("div", "steps");
    steps.append(
      button(say("less", { name }), "−", () => count(at, one.quantity - 1)),
      made("span", "count", String(one.quantity)),
      button(say("more", { name }), "+", () => count(at, one.quantity + 1)),
    );
    item.append(picture, body, price, steps);
    return item;
  }

  function drawn() {
    list.replaceChildren(...lines.map(row));
    part("empty").hidden = lines.length > 0;
    part("sum").hidden = !answer || !lines.length;
    part("clear").hidden = !lines.length;
    if (!answer) return;
    part("total").textContent = answer.total;
    part("saving").textContent = answer.saving ? say("saved", { amount: answer.saving }) : "";
    part("hints").replaceChildren(...answer.hints.map((hint) => made("li", "hint", hint)));
  }

  let quiet = 0;
  function told(text) {
    part("said").textContent = text;
    clearTimeout(quiet);
    quiet = setTimeout(() => { part("said").textContent = ""; }, 4000);
  }

  /* --- the camera -------------------------------------------------------------------------------------- */
  let stream = null, reader = null, last = "", lastAt = 0;
  const canvas = document.createElement("canvas");

  function script(url) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = url;
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  async function readerOf() {  // pixels -> texts
    if (!globalThis.ZXingWASM) await script(page.dataset.reader);
    ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => page.dataset.wasm } });
    const wish = { formats: FORMATS, tryHarder: true, maxNumberOfSymbols: 1 };
    return async (pixels) => (await ZXingWASM.readBarcodes(pixels, wish)).filter((one) => one.isValid).map((one) => one.text);
  }

  async function look() {
    if (!stream) return;
    if (video.readyState >= 2 && video.videoWidth) {
      const width = Math.min(WIDTH, video.videoWidth), height = Math.round(video.videoHeight * width / video.videoWidth);
      canvas.width = width;
      canvas.height = height;
      const drawing = canvas.getContext("2d", { willReadFrequently: true });
      drawing.drawImage(video, 0, 0, width, height);
      const [text] = await reader(drawing.getImageData(0, 0, width, height));
      const at = performance.now();
      if (text && (text !== last || at - lastAt > AGAIN_MS)) {
        add(text);
        told(say("read", { code: text.slice(0, 40) }));
        navigator.vibrate?.(40);
        dialog.dataset.read = String(Number(dialog.dataset.read ?? 0) + 1);
      }
      if (text) { last = text; lastAt = at; }
    }
    setTimeout(look, LOOK_MS);
  }

  async function open() {
    dialog.showModal();
    part("camera-state").textContent = say("starting");
    try {
      const wish = { video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false };
      [stream, reader] = await Promise.all([navigator.mediaDevices.getUserMedia(wish), readerOf()]);
      video.srcObject = stream;
      await video.play();
      part("camera-state").textContent = say("aim");
      look();
    } catch (error) {
      const isRefused = error.name === "NotAllowedError" || error.name === "NotFoundError" || error instanceof TypeError;
      part("camera-state").textContent = say(isRefused ? "nocamera" : "noreader");
    }
  }

  function close() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
  }

  part("open").addEventListener("click", open);
  part("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", close);
  document.addEventListener("visibilitychange", () => { if (document.hidden && dialog.open) dialog.close(); });
  part("typed").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = event.target.elements.code, code = field.value.replace(/\s/g, "");
    if (!code) return;
    add(code);
    field.value = "";
  });
  part("clear").addEventListener("click", () => put([]));
  addEventListener("online", priced);
  drawn();
  priced();
})();
