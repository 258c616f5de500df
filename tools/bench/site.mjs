// The server that the benchmark measures against: the built page, and others beside it.
import { createServer } from "../serve.mjs";
import { crowd } from "./crowd.mjs";
import { elementPages } from "./elements.mjs";

const EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><body>·</body></html>';

/** The least that shows the same document: no styles, the browser's own parser, twenty names. */
const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><body><ol></ol><script src="plain.js"></script></body></html>`;

const pages = {
  "/empty.html": ["text/html", EMPTY],
  "/plain.html": ["text/html", PLAIN],
  "/plain.js": ["text/javascript", `(${showPlainly})();`],
  ...elementPages,
};

/** Runs on the plain page. */
async function showPlainly() {
  const sales = await (await fetch("sample.sales.json")).json();
  const sums = sales.series.gmv.map((row) => row.reduce((sum, figure) => sum + (figure ?? 0), 0));
  const order = sums.map((_, at) => at).sort((one, other) => sums[other] - sums[one]);
  for (const at of order.slice(0, 20)) document.querySelector("ol").append(Object.assign(document.createElement("li"), { textContent: `${sales.channels.name[at]} ${sums[at]}` }));
  requestAnimationFrame(() => setTimeout(() => performance.mark("plain")));
}

/** Channels of the large document. */
const CROWD = 100_000;

export async function openBenchSite(dir) {
  let large;
  const middleware = (request, response, next) => {
    // An isolated page has clocks of 5 µs instead of 100.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    // Without a validator each look at the document reads it anew.
    delete request.headers["if-none-match"];
    const [type, text] = pages[request.url] ?? [];
    if (request.url === "/crowd.json") response.writeHead(200, { "Content-Type": "application/json" }).end((large ??= crowd(CROWD)));
    else if (type) response.writeHead(200, { "Content-Type": type }).end(text);
    else next();
  };
  const server = await createServer({ dir, middleware });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    page: (query = "") => `${origin}/${query}`,
    empty: `${origin}/empty.html`,
    plain: `${origin}/plain.html`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
