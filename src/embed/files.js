// The files of the program, which lie beside the script as the build wrote them.
// tools/finish-dist.mjs fills in their addresses and integrity.
/* global GLUE, WASM, STYLE, LATE, INTEGRITY */

/** The address that `embed.html` lies beside. */
export const base = import.meta.url;
const address = (name) => new URL(name, base).href;

/** Whether an address is that of one of the files, asked for once more or not. */
export const isOurs = (url) => Object.keys(INTEGRITY).some((name) => url.startsWith(address(name)));

async function file(name) {
  const response = await fetch(address(name), { integrity: INTEGRITY[name] });
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
}

/** How often each module could not be had: some browsers never ask again for an address that failed. */
const failures = {};

// Only a link can say what an imported module must hash to.
async function module(name) {
  const link = document.createElement("link");
  const href = address(name) + (failures[name] ? `?${failures[name]}` : "");
  Object.assign(link, { rel: "modulepreload", href, integrity: INTEGRITY[name], crossOrigin: "anonymous" });
  await new Promise((loaded, failed) => {
    link.onload = loaded;
    link.onerror = () => {
      failures[name] = (failures[name] ?? 0) + 1;
      failed(new Error(`${href} could not be loaded`));
    };
    document.head.append(link);
  }).finally(() => link.remove());
  return import(href);
}

/** The program's module. */
export const glue = () => module(GLUE);

/** The answer that holds the program's wasm. */
export const wasm = () => file(WASM);

/** The answer that holds the style sheet. */
export const style = () => file(STYLE);

/** What late.js has. */
export const late = () => module(LATE);
