// The files of the program for a portal's bundler, in place of files.js: it finds each by an import
// or an address that is written out, and puts all where the rest of the portal goes, under names of
// its own. So there is nothing to lie beside the script, and integrity is the bundler's business.
// tools/package.mjs fills in the addresses.
/* global GLUE, WASM, STYLE, LATE */

/** The address that `embed.html` lies beside: bundlers take no pages, so the folder that the guide has it copied to. */
export const base = new URL("/paceboard/", document.baseURI).href;

/** The program's module. */
export const glue = () => import(GLUE);

/** The answer that holds the program's wasm. */
export async function wasm() {
  const response = await fetch(new URL(WASM, import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
}

/** The answer that holds the style sheet. */
export const style = async () => new Response((await import(STYLE)).default);

/** What late.js has. */
export const late = () => import(LATE);

/** Whether an address is that of one of the files: their names are the bundler's, their folder is the script's. */
export const isOurs = (url) => url.startsWith(import.meta.url.replace(/[^/]*$/, ""));
