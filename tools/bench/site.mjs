// The server that the benchmark measures against: the built page, and others beside it.
import { createServer } from "../serve.mjs";
import { crowd } from "./crowd.mjs";
import { elementPages } from "./elements.mjs";

const EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><body>·</body></html>';

const pages = { "/empty.html": ["text/html", EMPTY], ...elementPages };

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
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
