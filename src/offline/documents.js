// What the page has shown, kept by the browser so that it can be shown again where the network or
// the source fails: for each document a cache of its own, with its parts. boot.js loads this on
// demand, for the program (src/browser/offline.rs). tools/finish-dist.mjs fills in WORKER, the
// address of worker.js.
/* global WORKER */
import { cacheName } from "./names.js";

/** Documents that are kept; of more, those that have been without news for longest go. */
const MOST = 8;

const folder = new URL("./", import.meta.url);
const prefix = `${cacheName("document", folder)} `;
/** Stands in each cache for the moment at which its document was last what the source says. */
const moment = new URL("came-at", folder).href;

/**
 * Keeps what came from `url`: the document at `source`, then with the addresses of the parts that it
 * names, or one of those. Keeps the page's own files too, so that it starts without a network.
 */
export async function keep(source, url, blob, parts) {
  try {
    await put(source, url, blob);
  } catch (error) {
    if (error?.name !== "QuotaExceededError") throw error;
    // No room: what is shown now is worth more than what was.
    await forgetOthers(source, 0);
    await put(source, url, blob);
  }
  if (!parts) return;
  await confirm(source);
  await forgetOthers(source, MOST - 1);
  const cache = await caches.open(prefix + source);
  const named = new Set([url, moment, ...parts]);
  const kept = await cache.keys();
  await Promise.all(kept.filter((request) => !named.has(request.url)).map((request) => cache.delete(request)));
  await navigator.serviceWorker?.register(new URL(WORKER, folder));
}

/** Notes that what is kept of `source` is still what it says. */
export async function confirm(source) {
  if (await caches.has(prefix + source)) await put(source, moment, String(Date.now()));
}

/** Forgets the document at `source` and its parts. */
export async function forget(source) {
  await caches.delete(prefix + source);
}

/** What came from `url`, with the moment for the whole document; nothing where it is not kept. */
export async function recall(source, url) {
  if (!(await caches.has(prefix + source))) return undefined;
  const cache = await caches.open(prefix + source);
  const [found, at] = await Promise.all([cache.match(url), cache.match(moment)]);
  if (!found || !at) return undefined;
  return { bytes: new Uint8Array(await found.arrayBuffer()), cameAt: Number(await at.text()) };
}

async function put(source, url, body) {
  const cache = await caches.open(prefix + source);
  await cache.put(url, new Response(body));
}

/** Of the other documents only the `most` stay that had news last. */
async function forgetOthers(source, most) {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== prefix + source);
  const others = await Promise.all(names.map(async (name) => ({ name, cameAt: await momentOf(name) })));
  others.sort((one, other) => other.cameAt - one.cameAt);
  await Promise.all(others.slice(most).map(({ name }) => caches.delete(name)));
}

async function momentOf(name) {
  const at = await caches.match(moment, { cacheName: name });
  return at ? Number(await at.text()) : 0;
}
