// A page of others with <pace-frame> on it: the real elements in the real page of a frame.
import { json } from "./answers.mjs";
import { hostPage, news } from "./host.mjs";
import { sales } from "./sales.mjs";

const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "authorization" };

/** The policy that docs/embedding.md tells the server of embed.html to send. */
export const framePolicy = ({ origin }) =>
  `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; style-src ${origin}; img-src ${origin} data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'`;

/** Has `main.json` answer pages of no origin with `document`, also to a request with a token. */
export function answerFrames(site, document = sales()) {
  const answer = json(document, { headers });
  site.answer("main.json", (request, response) => (request.method === "OPTIONS" ? response.writeHead(204, headers).end() : answer(request, response)));
}

/**
 * Opens a page with a `<pace-frame>` of these attributes; `policy` is that of embed.html, `hostPolicy`
 * the page's, the rest goes to `hostPage`.
 */
export async function openFramed(page, site, attributes, { policy = framePolicy(site), hostPolicy, document, ...options } = {}) {
  answerFrames(site, document);
  site.answer("embed.html", (_request, response, next) => {
    response.setHeader("Content-Security-Policy", policy);
    next();
  });
  await page.goto(hostPage(site, `<pace-frame ${attributes.includes("loading") ? "" : 'loading="eager"'} ${attributes}></pace-frame>`, { document: null, policy: hostPolicy, ...options }));
}

/** Waits for the `count`th `pace-ready`, and gives the frame. */
export async function readyFrame(page, count = 1) {
  await news(page, "ready", count);
  return page.frames().at(-1);
}

/** How the element in the frame looks: `{ lang, theme }` as it shows them. */
export const lookIn = (page) =>
  page.frames().at(-1).evaluate(() => {
    const shown = document.querySelector("#content > *").shadowRoot.querySelector(".pace");
    return { lang: shown.lang, theme: shown.dataset.theme };
  });
