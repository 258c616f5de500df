// Makes one file of the page: program, style and data, to be opened without a network. Fetched
// only when somebody asks for such a file (src/boot.js, src/browser/copy.rs).
// tools/finish-dist.mjs fills in the addresses of the program's files, and START, the script of
// start.js.
/* global GLUE, WASM, STYLE, START */

// The file can reach nothing: whatever a document says, it stays between reader and screen.
const POLICY = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
/** Bytes turned into letters at a time; a multiple of 3, so that pieces join without padding. */
const STEP = 3 * 8192;

/**
 * Packs the program and the documents, a blob each. The function that comes out makes the file of
 * a view: its `title`, its `lang`, and what start.js hands to the program.
 */
export async function prepare(documents) {
  const [glue, wasm, style] = await Promise.all([GLUE, WASM, STYLE].map(own));
  const streams = [glue.body, wasm.body, ...documents.map((document) => document.stream())];
  const packed = await Promise.all(streams.map(pack));
  const css = await style.text();
  const panic = document.getElementById("paceboard-panic").outerHTML;
  return (title, lang, view) =>
    new Blob(
      [
        `<!doctype html>\n<html lang="${text(lang)}">\n<meta charset="utf-8">\n`,
        `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`,
        `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n`,
        `<title>${text(title)}</title>\n<style>${css}</style>\n<div id="paceboard"></div>\n${panic}\n`,
        `<script type="application/json" id="paceboard-view">${JSON.stringify(view).replaceAll("<", "\\u003c")}</script>\n`,
        ...packed.flatMap((letters) => ['<script type="application/gzip">', ...letters, "</script>\n"]),
        `<script>${START}</script>\n`,
      ],
      { type: "text/html" },
    );
}

async function own(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
}

/** What a stream holds, compressed and in letters. */
async function pack(stream) {
  const buffer = await new Response(stream.pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  const bytes = new Uint8Array(buffer);
  const letters = [];
  for (let at = 0; at < bytes.length; at += STEP) {
    letters.push(btoa(String.fromCharCode(...bytes.subarray(at, at + STEP))));
  }
  return letters;
}

function text(words) {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
