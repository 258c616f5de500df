// The service worker: with it the page starts where there is no network, from the files that it was
// made of at the last visit. It has no part in fetching documents; the page keeps those itself
// (documents.js). tools/finish-dist.mjs fills in FILES, the page's own, first of them the script
// that its page names, and BUILD, which names them all.
/* global FILES, BUILD */
import { cacheName } from "./names.js";

/** How long the network may take to bring the page, where there is one here. */
const PATIENCE_MS = 5_000;

const { scope } = self.registration;
const prefix = `${cacheName("program", scope)} `;
const name = prefix + BUILD;
const page = new URL("./", scope).href;
const files = new Set(FILES.map((file) => new URL(file, scope).href));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (files.has(request.url)) event.respondWith(stored(request.url).then((response) => response ?? fetch(request)));
  else if (request.mode === "navigate" && isPage(request.url)) event.respondWith(answer(event));
});

async function install() {
  const cache = await caches.open(name);
  await cache.addAll(FILES);
  const own = (await fetched(page)) ?? (await fetched(new URL("index.html", scope)));
  // Then the browser tries again at a later visit.
  if (!own) throw new Error("the page of this build is not there");
  await cache.put(page, own);
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((it) => it.startsWith(prefix) && it !== name).map((it) => caches.delete(it)));
}

/** What is kept here; nothing where the browser cannot say. */
function stored(address) {
  return caches.match(address, { cacheName: name }).catch(() => undefined);
}

function isPage(address) {
  const { pathname } = new URL(address);
  const folder = new URL(scope).pathname;
  return pathname === folder || pathname === `${folder}index.html`;
}

/** Past the browser's own cache, where an older build's may still be. */
async function fetched(address) {
  return ofThisBuild(await fetch(address, { cache: "reload" }));
}

/** The page, if its program is that of this worker's build; made anew, for a redirect may not be stored. */
async function ofThisBuild(response) {
  const text = response.ok ? await response.text() : "";
  if (!text.includes(FILES[0])) return undefined;
  const headers = new Headers(response.headers);
  for (const ofBody of ["Content-Encoding", "Content-Length"]) headers.delete(ofBody);
  return new Response(text, { headers });
}

/**
 * The page as the server has it; the one here where the server has none to give, or takes too long.
 * Not by navigation preload: where that fails, Firefox shows its own page of errors.
 */
async function answer(event) {
  const answered = fetch(event.request).catch(() => undefined);
  const response = await Promise.race([answered, afterPatience()]);
  if (response && response.status < 500) {
    event.waitUntil(renew(response.clone()));
    return response;
  }
  return (await stored(page)) ?? (await answered) ?? Response.error();
}

/** Its policy or its sources may have changed without a new build. */
async function renew(response) {
  const own = await ofThisBuild(response);
  if (own) await (await caches.open(name)).put(page, own);
}

function afterPatience() {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}
