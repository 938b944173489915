/* The member's code, moving on every few seconds, with or without a network.

Source: docs/credential.md, "The chain", "The number". The grant is fetched while there is a network and half of
it is used up; from then on the phone makes its codes alone. */
"use strict";
(() => {
  const SIGNED = "open-self-checkout phone 1\n";
  const USE = new TextEncoder().encode("open-self-checkout link 1\0");

  /* --- the chain --------------------------------------------------------------------------------------- */
  function base45(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += 2) {
      let value = bytes[at] * 256 + bytes[at + 1];
      for (let n = 0; n < 3; n++) { text += shop.LETTERS[value % 45]; value = Math.floor(value / 45); }
    }
    return text;
  }

  async function before(head, index, link) {
    const bytes = new Uint8Array([...USE, ...head, index >> 8, index & 255, ...link]);
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 12);
  }

  shop.chain = (grant) => {  // seconds by the shop's clock -> the code shown then
    const head = shop.bytesOf(grant.head), signature = shop.bytesOf(grant.signature), links = [];
    links[grant.life_s / grant.step_s] = shop.bytesOf(grant.last_link);
    return async (seconds) => {
      const index = Math.floor((seconds - grant.from_s) / grant.step_s) + 1;
      let at = index;
      while (!links[at]) at++;
      for (; at > index; at--) links[at - 1] = await before(head, at, links[at]);
      return `OSC1${grant.kind}R:${base45([...head, index >> 8, index & 255, ...links[index], ...signature])}`;
    };
  };

  const page = document.getElementById("card");
  if (!page) return;
  const part = (name) => document.querySelector(`[data-part="${name}"]`);
  const say = (name, values = {}) => page.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const from = page.dataset.grant || "/phone/api/grant";  // an order's page names its own
  const kept = page.dataset.kept || "", first = page.dataset.first || "2";
  let codes = null, grant = null, shown = "", fetching = false, failed = "";

  /* --- the grant --------------------------------------------------------------------------------------- */
  const now = () => Date.now() / 1000 + (grant?.ahead_s ?? 0);
  const isOver = () => !grant || now() >= grant.from_s + grant.life_s || now() < grant.from_s - 60;
  const isOld = () => isOver() || now() >= grant.from_s + grant.life_s / 2;

  async function fetched() {
    if (fetching) return;
    fetching = true;
    try {
      const { challenge } = await shop.ask("/phone/api/challenge");
      const signature = await shop.signed(SIGNED + challenge);
      const told = await shop.ask(from, { challenge, signature });
      const made = { ...told.grant, ahead_s: told.server_s - Date.now() / 1000, shop: told.shop };
      await shop.put(kept + "number", await crypto.subtle.importKey(
        "raw", shop.bytesOf(told.number_key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]));
      await shop.lock(kept + "grant", made);
      grant = made;
      codes = shop.chain(grant);
      failed = "";
    } catch (error) {
      if (error.status === 401) { await shop.wipe(); location.reload(); }
      failed = error.status ? "refused" : "away";
    } finally {
      fetching = false;
    }
  }

  /* --- the number -------------------------------------------------------------------------------------- */
  async function numberAt(seconds) {
    const key = await shop.get(kept + "number");
    if (!key) return "";
    const step = new Uint8Array(8);
    new DataView(step.buffer).setBigUint64(0, BigInt(Math.floor(seconds / 60)));
    const raw = new Uint8Array(await crypto.subtle.sign("HMAC", key, step));
    const at = raw[raw.length - 1] & 15;
    const value = new DataView(raw.buffer).getUint32(at) & 0x7fffffff;
    const payload = first + String(value % 1e8).padStart(8, "0");
    const text = payload + String(98 - Number(payload) * 100 % 97).padStart(2, "0");
    return `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`;
  }

  let numberUntil = 0;
  part("ask").addEventListener("click", async () => {
    part("ask").disabled = true;
    try {
      // an order's number counts as long as its code: the counter asks the service
      numberUntil = kept ? grant.from_s + grant.life_s : (await shop.ask("/phone/api/number", {})).until_s;
      part("number-box").hidden = false;
      part("ask").hidden = true;
      await tick();
      part("number-box").focus();
    } catch (error) {
      part("number-state").textContent = error.status ? error.message : say("away");
    } finally {
      part("ask").disabled = false;
    }
  });

  /* --- showing ----------------------------------------------------------------------------------------- */
  function state(name) {
    page.dataset.state = name;
    part("state").textContent = name === "ready" ? say("ready") : say(name);
  }

  async function tick() {
    if (!shop.canKeep()) return state("unable");
    if (isOld() && (navigator.onLine || isOver())) await fetched();
    if (isOver()) return state(failed === "refused" ? "refused" : failed ? "away" : "waiting");
    const seconds = now(), text = await codes(seconds);
    if (text !== shown) {
      part("code").setAttribute("d", shop.drawn(shop.qr(text)));
      page.dataset.code = shown = text;
    }
    const left = Math.ceil(grant.step_s - (seconds - grant.from_s) % grant.step_s);
    part("left").textContent = say("left", { n: left });
    part("ring").style.setProperty("stroke-dashoffset", String(100 - 100 * left / grant.step_s));
    state("ready");
    const hours = Math.round((grant.from_s + grant.life_s - seconds) / 3600);
    part("offline").textContent = say("hours", { n: Math.max(1, hours) });
    if (numberUntil) {
      const isOpen = seconds < numberUntil;
      part("number").textContent = isOpen ? await numberAt(seconds) : "";
      part("number-left").textContent = isOpen ? say("numberleft", { n: Math.ceil(60 - seconds % 60) }) : "";
      if (!isOpen) { numberUntil = 0; part("number-box").hidden = true; part("ask").hidden = false; }
    }
  }

  let busy = false;
  async function run() {
    if (busy || document.hidden) return;
    busy = true;
    try { await tick(); } catch (error) { state("refused"); console.error(error); } finally { busy = false; }
  }

  async function start() {
    if (shop.canKeep()) grant = await shop.unlock(kept + "grant");
    if (grant) codes = shop.chain(grant);
    await run();
    setInterval(run, 500);
    document.addEventListener("visibilitychange", run);
    addEventListener("online", run);
  }
  start();
})();
