// dist/ on a port of its own, where each path can be made to answer as a test needs it.
import { fileURLToPath } from "node:url";
import { createServer } from "../../../tools/serve.mjs";

/** The folder under test; E2E_DIST names another one. */
export const dist = process.env.E2E_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));

/** Opens a server whose `answer(path, handler)` replaces what `path` says, from the next request on. */
export async function openSite() {
  const handlers = new Map();
  const requests = [];
  const middleware = (request, response, next) => {
    const path = new URL(request.url, "http://site").pathname.slice(1);
    requests.push({ path, headers: request.headers });
    const handler = find(handlers, path);
    if (handler) handler(request, response, next);
    else next();
  };
  let server = await createServer({ dir: dist, middleware });
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return {
    origin,
    /** The page with this query string. */
    page: (query = "") => `${origin}/${query}`,
    /** `path` is a text, or a pattern where a name holds a hash. */
    answer: (path, handler) => void handlers.set(path, handler),
    /** Requests for that path so far. */
    asked: (path) => requests.filter((request) => request.path === path),
    close,
    /** The same server at the same address, after `close`. */
    reopen: async () => void (server = await createServer({ dir: dist, middleware, port })),
  };
}

function find(handlers, path) {
  const fits = ([pattern]) => (typeof pattern === "string" ? pattern === path : pattern.test(path));
  return [...handlers].findLast(fits)?.[1];
}
