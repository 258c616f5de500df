// The files of the program, which lie beside the script as the build wrote them.
// tools/finish-dist.mjs fills in their addresses and integrity.
/* global GLUE, WASM, STYLE, EXPLAIN, INTEGRITY */

/** The address that `embed.html` lies beside. */
export const base = import.meta.url;
const address = (name) => new URL(name, base).href;

async function file(name) {
  const response = await fetch(address(name), { integrity: INTEGRITY[name] });
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
}

/** The answer that holds the style sheet. */
export const style = () => file(STYLE);

/** The program's module. Only a link can say what an imported module must hash to. */
export async function glue() {
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: address(GLUE), integrity: INTEGRITY[GLUE], crossOrigin: "anonymous" });
  await new Promise((loaded, failed) => {
    link.onload = loaded;
    link.onerror = () => failed(new Error(`${link.href} could not be loaded`));
    document.head.append(link);
  }).finally(() => link.remove());
  return import(link.href);
}

/** The answer that holds the program's wasm. */
export const wasm = () => file(WASM);

/** What puts a failure into words. */
export const explanation = () => import(address(EXPLAIN));
