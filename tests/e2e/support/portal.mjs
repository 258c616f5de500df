// A portal on one origin that embeds from another, both under the policies that the guide names,
// and a source on a third that answers only those who hold the right token.
import { createServer as createHttpServer } from "node:http";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer } from "../../../tools/serve.mjs";
import { test as base } from "./test.mjs";

export { expect } from "./test.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const standIn = readFileSync(here("../stand-in/index.js"));

const originOf = (server) => `http://127.0.0.1:${server.address().port}`;

function close(server) {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
}

// What any CDN must do for modules that an opaque frame loads.
function openCdn(source) {
  const policyOf = (own) =>
    `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; connect-src ${source}; style-src ${own}; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'`;
  const middleware = (request, response, next) => {
    const policy = policyOf(`http://${request.headers.host}`);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Security-Policy", policy);
    if (request.url === "/index.js") response.writeHead(200, { "Content-Type": "text/javascript" }).end(standIn);
    else next();
  };
  return createServer({ dir: here("../../../src/embed"), middleware });
}

// `tokens` are those it accepts; each request's header is kept.
async function openSource() {
  const source = { tokens: ["Bearer good"], headers: [] };
  source.server = createHttpServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "authorization");
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    source.headers.push(request.headers.authorization ?? null);
    response.writeHead(source.tokens.includes(request.headers.authorization) ? 200 : 401).end("sales");
  });
  await new Promise((listening) => source.server.listen(0, "127.0.0.1", listening));
  source.origin = originOf(source.server);
  return source;
}

async function openPortal() {
  const source = await openSource();
  const cdnServer = await openCdn(source.origin);
  const cdn = originOf(cdnServer);
  const policy = `default-src 'none'; script-src ${cdn} 'wasm-unsafe-eval'; connect-src 'none'; frame-src ${cdn}; style-src 'self'; require-trusted-types-for 'script'`;
  const page = `<!doctype html><meta charset="utf-8"><title>Portal</title><script type="module" src="${cdn}/index.js"></script><main></main>`;
  const portalServer = createHttpServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": policy }).end(page);
  });
  await new Promise((listening) => portalServer.listen(0, "127.0.0.1", listening));
  return {
    url: `${originOf(portalServer)}/`,
    cdn,
    source,
    close: () => Promise.all([portalServer, cdnServer, source.server].map(close)),
  };
}

/** A `portal` with its page open; `window.heard` holds the events of its elements, `window.tokens` what fetchToken gives. */
export const test = base.extend({
  // eslint-disable-next-line no-empty-pattern
  portal: async ({}, use) => {
    const portal = await openPortal();
    await use(portal);
    await portal.close();
  },

  page: async ({ page, portal }, use) => {
    await page.goto(portal.url);
    await page.waitForFunction(() => customElements.get("pace-frame"));
    await page.evaluate((url) => {
      window.heard = [];
      window.asked = [];
      window.tokens = ["good"];
      for (const name of ["ready", "stale", "error", "select", "window", "resize", "auth-required"]) {
        addEventListener(`pace-${name}`, ({ type, detail, target }) => heard.push({ type, detail, target: target.localName }));
      }
      Paceboard.configure({
        sources: { main: { url: `${url}/sales.json` }, other: { url: `${url}/other.json` } },
        fetchToken: async ({ source, reason, signal }) => {
          asked.push({ source, reason, aborted: signal.aborted });
          return { token: tokens[Math.min(asked.length, tokens.length) - 1], exp: Date.now() / 1000 + 300 };
        },
      });
    }, portal.source.origin);
    await use(page);
  },
});

/** Adds a `<pace-frame>` with these attributes and waits until its element has its data. */
export async function addFrame(page, attributes = {}) {
  await page.evaluate((given) => {
    const frame = document.createElement("pace-frame");
    for (const [name, value] of Object.entries(given)) frame.setAttribute(name, value);
    document.querySelector("main").append(frame);
  }, attributes);
  await heard(page, "pace-ready");
  return inner(page);
}

/** The frame that was loaded last. */
export const inner = (page) => page.frames().at(-1);

/** Waits for the `count`th event of that name and gives its detail. */
export async function heard(page, type, count = 1) {
  const found = await page.waitForFunction(([name, n]) => heard.filter((event) => event.type === name)[n - 1], [type, count]);
  return (await found.jsonValue()).detail;
}

/** The height of the iframe itself, once it is that. */
export async function expectHeight(page, height) {
  await page.waitForFunction((wanted) => document.querySelector("pace-frame").shadowRoot.querySelector("iframe").offsetHeight === wanted, height);
}
