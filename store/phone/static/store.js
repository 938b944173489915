/* What a phone keeps for itself: its own key, the grant of its codes, the clock of the shop.

The key cannot be taken out of the browser, and what is kept is encrypted with another that cannot either.
Source: docs/phone.md, "The code". */
"use strict";
(() => {
  const NAME = "shop-phone", TABLE = "kept";

  function done(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  function opened() {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    return done(request);
  }

  async function table(mode, work) {
    const base = await opened();
    try {
      return await done(work(base.transaction(TABLE, mode).objectStore(TABLE)));
    } finally {
      base.close();
    }
  }

  const get = (key) => table("readonly", (kept) => kept.get(key));
  const put = (key, value) => table("readwrite", (kept) => kept.put(value, key));
  const wipe = () => table("readwrite", (kept) => kept.clear());

  /* --- keys that cannot be taken out ------------------------------------------------------------------- */
  const canKeep = () => Boolean(globalThis.crypto?.subtle && globalThis.indexedDB);

  async function newDevice() {  // the public part, base 64; the private one stays
    const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
    await wipe();
    await put("device", pair.privateKey);
    await put("box", await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]));
    return base64(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  }

  async function signed(text) {  // r and s behind each other, base 64; empty without a key
    const key = await get("device");
    if (!key) return "";
    const bytes = new TextEncoder().encode(text);
    return base64(new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, bytes)));
  }

  async function box() {
    const known = await get("box");
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await put("box", made);
    return made;
  }

  async function lock(key, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    await put(key, { iv, body: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await box(), plain) });
  }

  async function unlock(key) {  // null: nothing there that opens
    const kept = await get(key);
    if (!kept) return null;
    try {
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, await box(), kept.body);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return null;  // of another key: a new grant is asked for
    }
  }

  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  /* --- asking the service ------------------------------------------------------------------------------ */
  async function ask(path, body) {
    const headers = { accept: "application/json" };
    const wish = { headers, credentials: "same-origin", cache: "no-store" };
    if (body !== undefined) {
      headers["content-type"] = "application/json";
      headers["x-csrf-token"] = document.body.dataset.csrf;
      wish.method = "POST";
      wish.body = JSON.stringify(body);
    }
    const answer = await fetch(path, wish);
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.detail), { code: told.code, status: answer.status });
    return told;
  }

  globalThis.shop = { get, put, wipe, canKeep, newDevice, signed, lock, unlock, bytesOf, ask };
})();
