// The pages of others in tests/embed/pages, served beside Paceboard from one server.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { json } from "./answers.mjs";
import { sales } from "./sales.mjs";

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
];
/** The policy with which every page but one that says otherwise is served. */
export const strictPolicy = [...policy, "require-trusted-types-for 'script'"].join("; ");
/** The same for pages that do not enforce Trusted Types. */
export const plainPolicy = policy.join("; ");

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const folders = ["../../embed/pages/", "../../../target/embed-pages/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The address of a page of that name on `site`, which shows `document`. */
export function pageOfOthers(site, name, { policy = strictPolicy, document = sales() } = {}) {
  site.answer(/^pages\/[\w-]+\.(html|js|css|wasm)$/, (request, response) => {
    const file = new URL(request.url, "http://site").pathname.replace("/pages/", "");
    response.setHeader("Content-Security-Policy", policy);
    response.writeHead(200, { "Content-Type": types[extname(file)] }).end(read(file));
  });
  site.answer("pages/main.json", json(document));
  return `${site.origin}/pages/${name}.html`;
}

function read(file) {
  for (const folder of folders) {
    try {
      return readFileSync(folder + file);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  throw new Error(`There is no ${file}: run node tests/embed/build.mjs`);
}
