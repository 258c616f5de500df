// What the page has shown, kept by the browser so that it can be shown again where the network or
// the source fails. boot.js loads this on demand, for the program (src/browser/offline.rs).
// tools/finish-dist.mjs fills in WORKER, the address of worker.js.
/* global WORKER */
import { cacheName } from "./names.js";

/** Documents and parts that are kept; of more, those that came first go. */
const MOST = 32;
/** The header under which a document says when it came, in milliseconds since 1970. */
const CAME_AT = "paceboard-came-at";

const folder = new URL("./", import.meta.url);
const open = () => caches.open(cacheName("documents", folder));

/** Keeps what came from `url`, and the page's own files with it, so that it starts without a network. */
export async function keep(url, blob) {
  const cache = await open();
  await cache.put(url, new Response(blob, { headers: { [CAME_AT]: String(Date.now()) } }));
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST).map((request) => cache.delete(request)));
  await navigator.serviceWorker?.register(new URL(WORKER, folder));
}

/** What came from `url` when it was last kept, with that moment; nothing where it never was. */
export async function recall(url) {
  const response = await (await open()).match(url);
  if (!response) return undefined;
  return { bytes: new Uint8Array(await response.arrayBuffer()), cameAt: Number(response.headers.get(CAME_AT)) };
}
