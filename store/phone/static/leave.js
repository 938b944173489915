/* The code of a purchase for the gate, moving on. Source: docs/phone.md, "Leaving". */
"use strict";
(() => {
  const page = document.getElementById("leave");
  if (!page) return;
  const SIGNED = "open-self-checkout phone 1\n", DRAW_MS = 500;
  const part = (name) => document.querySelector(`[data-part="${name}"]`);
  const say = (name, values = {}) => page.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  let grant = null, codes = null, shown = "", busy = false;

  function state(name) {
    page.dataset.state = name;
    part("state").textContent = say(name);
    if (name !== "ready") part("left").textContent = "";
  }

  async function fetched() {
    const { challenge } = await shop.ask("/phone/api/challenge");
    const signature = await shop.signed(SIGNED + challenge);
    const told = await shop.ask("/phone/api/leave", { challenge, signature, receipt: page.dataset.receipt });
    grant = { ...told.grant, ahead_s: told.server_s - Date.now() / 1000 };
    codes = shop.chain(grant);
  }

  async function tick() {
    if (document.hidden) return;
    if (!grant) {
      try { await fetched(); } catch (error) { return error.status === 401 ? location.reload() : state("away"); }
    }
    const seconds = Math.max(Date.now() / 1000 + grant.ahead_s, grant.from_s);
    if (seconds >= grant.from_s + grant.life_s) { grant = null; return state("over"); }
    const text = await codes(seconds);
    if (text !== shown) {
      part("code").setAttribute("d", shop.drawn(shop.qr(text)));
      page.dataset.code = shown = text;
    }
    state("ready");
    part("left").textContent = say("left", { n: Math.ceil(grant.step_s - (seconds - grant.from_s) % grant.step_s) });
  }

  async function run() {
    if (busy) return;
    busy = true;
    try { await tick(); } catch (error) { console.error(error); } finally { busy = false; }
  }

  if (!shop.canKeep()) { state("unable"); return; }
  run();
  setInterval(run, DRAW_MS);
})();
