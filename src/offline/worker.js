// The service worker: with it the page starts where there is no network, from the files that it was
// made of at the last visit. It has no part in fetching documents; the page keeps those itself
// (documents.js). tools/finish-dist.mjs fills in FILES, the page's own, and BUILD, which names them.
/* global FILES, BUILD */
import { cacheName } from "./names.js";

/** How long the network may take to bring the page, where there is one here. */
const PATIENCE_MS = 5_000;
const PAGE = "./";

const prefix = cacheName("program", self.registration.scope);
const name = `${prefix} ${BUILD}`;
const addresses = new Set(FILES.map((file) => new URL(file, self.registration.scope).href));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (addresses.has(request.url)) event.respondWith(stored(request.url).then((response) => response ?? fetch(request)));
  else if (request.mode === "navigate" && isPage(request.url)) event.respondWith(page(request));
});

async function install() {
  const cache = await caches.open(name);
  await cache.addAll([PAGE, ...FILES]);
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((it) => it.startsWith(`${prefix} `) && it !== name).map((it) => caches.delete(it)));
}

async function stored(address) {
  return (await caches.open(name)).match(address);
}

function isPage(address) {
  const { pathname } = new URL(address);
  const folder = new URL(self.registration.scope).pathname;
  return pathname === folder || pathname === `${folder}index.html`;
}

/** The page as the server has it; the stored one where it has none to give, or takes too long. */
async function page(request) {
  const answered = served(request);
  const response = await Promise.race([answered, afterPatience()]);
  return response ?? (await stored(new URL(PAGE, self.registration.scope).href)) ?? (await answered) ?? Response.error();
}

// Not by navigation preload: where that fails Firefox shows its own page of errors.
async function served(request) {
  try {
    const response = await fetch(request);
    return response.status < 500 ? response : undefined;
  } catch {
    return undefined;
  }
}

function afterPatience() {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}
