/* Keeps the pages for when there is no network: what a phone showed last, and the files they need.

VERSION and FILES are written in front by the service. Invariants: an answer to a form, a question of a script and a page of
somebody else are never kept; what is new on the network comes first. */
"use strict";
const KEPT = `phone-${VERSION}`, PAGES = "phone-pages";
const OFFLINE = "/phone/offline";
const PAGES_MAX = 40;
const SHOWN_OFFLINE = /^\/phone(\/(scan|wallet|receipts(\/[^/]+)?|shop|goods\/[^/]+))?$/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("phone-") && name !== KEPT && name !== PAGES;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function page(request) {
  const path = new URL(request.url).pathname;
  try {
    const answer = await fetch(request);
    const pages = await caches.open(PAGES);
    if (answer.redirected && new URL(answer.url).pathname === "/phone") await caches.delete(PAGES);  // not known any more
    else if (answer.ok && SHOWN_OFFLINE.test(path)) {
      await pages.put(path, answer.clone());
      const keys = await pages.keys();
      await Promise.all(keys.slice(0, Math.max(0, keys.length - PAGES_MAX)).map((key) => pages.delete(key)));
    }
    return answer;
  } catch {
    return (await caches.match(path)) ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
}

async function file(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method !== "GET") {
    if (/^\/phone\/(join|link|me\/erase|me\/phones\/[^/]+\/end)$/.test(url.pathname)) event.waitUntil(caches.delete(PAGES));
    return;
  }
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/phone\/(static|picture)\//.test(url.pathname)) event.respondWith(file(request));
});
