/* The basket's way to a lane: a code that moves on, and what became of it.

The basket stands still while its code is shown. Once the lane has it, the page waits for the receipt; the basket on the
phone goes when it is paid, and stays when the lane gives it back. Source: docs/phone.md, "To the lane". */
"use strict";
(() => {
  const page = document.getElementById("pay");
  if (!page) return;
  const KEPT = "basket", SIGNED = "open-self-checkout phone 1\n", LOOK_MS = 1500, DRAW_MS = 500;
  const part = (name) => document.querySelector(`[data-part="${name}"]`);
  const say = (name, values = {}) => page.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  let grant = null, codes = null, shown = "", where = "", busy = false;

  function basket() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
      return Array.isArray(kept) ? kept.map(({ code, quantity }) => ({ code, quantity })) : [];
    } catch {
      return [];
    }
  }

  const now = () => Date.now() / 1000 + (grant?.ahead_s ?? 0);

  function state(name, values) {
    page.dataset.state = name === "open" ? "ready" : name;
    part("state").textContent = say(name, values);
    part("again").hidden = name !== "over" && name !== "away";
    part("receipt").hidden = name !== "paid";
    part("back").hidden = name === "claimed" || name === "paid";
    part("busy").hidden = name === "paid";
    part("done").hidden = name !== "paid";
    if (name !== "open") part("left").textContent = "";
    part("ring").closest("svg").style.visibility = name === "open" ? "" : "hidden";
  }

  async function hand() {  // a code for the basket as it is now
    const lines = basket();
    if (!lines.length) return state("empty");
    state("waiting");
    try {
      const { challenge } = await shop.ask("/phone/api/challenge");
      const signature = await shop.signed(SIGNED + challenge);
      const told = await shop.ask("/phone/api/handover", { challenge, signature, lines });
      grant = { ...told.grant, ahead_s: told.server_s - Date.now() / 1000 };
      codes = shop.chain(grant);
      where = "open";
      const rest = told.left_out ? ` ${say("leftout", { n: told.left_out })}` : "";
      part("more").textContent = say("pieces", { n: told.pieces }) + rest;
      await draw();
    } catch (error) {
      if (error.status === 409) return look();
      if (error.status === 401) return location.reload();
      grant = null;
      state(error.status === 422 ? "empty" : "away");
    }
  }

  async function draw() {
    if (!grant || where !== "open" || document.hidden) return;
    const seconds = now();
    if (seconds >= grant.from_s + grant.life_s) { grant = null; return state("over"); }
    const text = await codes(Math.max(seconds, grant.from_s));
    if (text !== shown) {
      part("code").setAttribute("d", shop.drawn(shop.qr(text)));
      page.dataset.code = shown = text;
    }
    const left = Math.ceil(grant.step_s - (seconds - grant.from_s) % grant.step_s);
    part("left").textContent = say("left", { n: left });
    part("ring").style.setProperty("stroke-dashoffset", String(100 - 100 * left / grant.step_s));
    state("open");
  }

  async function look() {  // where the basket is
    if (document.hidden || where === "paid") return;
    try {
      const told = await shop.ask("/phone/api/handover");
      if (told.state === "paid" && where !== "paid" && (grant || where === "claimed" || where === "aside")) {
        localStorage.removeItem(KEPT);
        part("receipt").href = `/phone/receipts/${encodeURIComponent(told.receipt)}`;
        part("more").textContent = "";
        if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(60);
      } else if (told.state === "open" && grant) {
        where = "open";
        return draw();
      } else if (told.state !== "claimed" && told.state !== "aside") {
        return;
      }
      where = told.state;
      state(where, { lane: told.lane });
    } catch (error) {
      if (error.status === 401) location.reload();  // without a network the code moves on by itself
    }
  }

  async function run(work) {
    if (busy) return;
    busy = true;
    try { await work(); } catch (error) { console.error(error); } finally { busy = false; }
  }

  if (!shop.canKeep()) { state("unable"); return; }
  part("again").addEventListener("click", () => run(hand));
  part("back").addEventListener("click", () => { if (grant) fetch("/phone/api/handover/back", { method: "POST", keepalive: true, headers: { "x-csrf-token": document.body.dataset.csrf } }); });
  run(hand);
  setInterval(() => run(draw), DRAW_MS);
  setInterval(() => run(look), LOOK_MS);
  document.addEventListener("visibilitychange", () => run(look));
})();
