// A static server for dist/: what `make run`, the browser tests and the benchmark serve from, and
// the tested example for docs/hosting.md. On the command line: node tools/serve.mjs DIR [--port N]
import { existsSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import sirv from "sirv";

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/**
 * Of embed.html on `origin`, which anybody may frame: it shows nothing outside a sandbox. In one, Safari
 * takes 'self' for nothing, so the origin has its name.
 */
export const framePolicy = (origin) => contentSecurityPolicy.replace("frame-ancestors 'self'", "frame-ancestors *").replace(/-src 'self'/g, `$& ${origin}`);

const securityHeaders = {
  "Content-Security-Policy": contentSecurityPolicy,
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
};

// The names that tools/finish-dist.mjs and the sample generator derive from contents.
const hashedName = /[.-][0-9a-f]{16}\.\w+$/;

// What pages of other origins load, and frames, whose origin is none at all: the program, but no data.
const ofProgram = /\.(js|css|wasm)$|^\/paceboard\.json$/;

function setHeaders(response, pathname) {
  const forever = hashedName.test(pathname);
  response.setHeader("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
  if (ofProgram.test(pathname)) response.setHeader("Access-Control-Allow-Origin", "*");
}

/**
 * Serves `dir` on 127.0.0.1 (`port` 0: any free one) once the promise resolves. `middleware(request,
 * response, next)` sees each request first and may answer it itself: late, broken or not at all.
 */
export async function createServer({ dir, port = 0, middleware = (_request, _response, next) => next() }) {
  // `dev` reads the folder at each request: a rebuild under a running server is served as it is.
  const files = sirv(dir, { dev: true, etag: true, brotli: true, gzip: true, setHeaders });
  const server = createHttpServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (/^\/embed\.html(\?|$)/.test(request.url)) response.setHeader("Content-Security-Policy", framePolicy(`http://${request.headers.host}`));
    const notFound = () => response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    middleware(request, response, () => files(request, response, notFound));
  });
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  return server;
}

async function main(args) {
  const portAt = args.indexOf("--port");
  const port = portAt < 0 ? 8080 : Number(args[portAt + 1]);
  const [dir] = args.filter((_, index) => portAt < 0 || (index !== portAt && index !== portAt + 1));
  if (!dir || !Number.isInteger(port)) return fail("usage: node tools/serve.mjs DIR [--port N]");
  if (!existsSync(join(dir, "index.html"))) return fail(`${resolve(dir)} has no index.html: build it with \`make build\``);
  try {
    const server = await createServer({ dir, port });
    console.log(`Paceboard: http://127.0.0.1:${server.address().port}/   (Ctrl-C stops it)`);
  } catch (error) {
    if (error.code === "EADDRINUSE") return fail(`port ${port} is taken: choose another, e.g. make run PORT=${port + 1}`);
    if (error.code === "EACCES") return fail(`port ${port} needs more rights: choose one above 1023`);
    throw error;
  }
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) await main(process.argv.slice(2));
