// Pages of others, with Paceboard's elements on them.
import { json } from "./answers.mjs";
import { sales } from "./sales.mjs";

/** The policy that docs/embedding.md tells pages to have. */
export const hostPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/** What every page of a test configures: where its document is, and a note of every event. */
const SETUP = `
window.news = [];
for (const name of ["ready", "stale", "error", "select", "window", "resize", "auth-required"]) {
  addEventListener("pace-" + name, (event) => news.push({ name, from: event.target.id || event.target.localName, detail: event.detail }));
}
window.of = (name) => news.filter((one) => one.name === name);
`;

/**
 * Serves a page `host.html` of another site with `body` in it. `script` runs after the elements are
 * registered, `configuration` goes to `Paceboard.configure()`, `style` is the page's own style sheet.
 */
export function hostPage(site, body, { script = "", configuration = {}, style = "", html = 'lang="en"', policy = hostPolicy, document = sales() } = {}) {
  const answer = (path, type, text) =>
    site.answer(path, (_request, response) => {
      response.setHeader("Content-Security-Policy", policy);
      response.writeHead(200, { "Content-Type": type }).end(text);
    });
  const options = { sources: { main: { url: "main.json" } }, locale: "en", ...configuration };
  answer("host.css", "text/css", style);
  answer("host.js", "text/javascript", `${SETUP}\nPaceboard.configure(${JSON.stringify(options)});\n${script}`);
  answer(
    "host.html",
    "text/html",
    `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Portal</title><link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">
<script type="module" src="paceboard.js"></script><script type="module" src="host.js"></script></head><body>${body}</body></html>`,
  );
  if (document) site.answer("main.json", json(document));
  return `${site.origin}/host.html`;
}

/** Waits until so many events of that name have come, and gives their details. */
export async function news(page, name, count = 1) {
  await page.waitForFunction(([name, count]) => window.of?.(name).length >= count, [name, count], { timeout: 60_000 });
  return page.evaluate((name) => window.of(name), name);
}
