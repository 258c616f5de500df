// The program and its style, fetched once for all elements of a page. tools/finish-dist.mjs fills in
// the addresses of the files and their integrity.
/* global GLUE, WASM, STYLE, INTEGRITY */
import { explain, isBlocked, watchViolations } from "../explain.js";

const violations = watchViolations();
const address = (name) => new URL(name, import.meta.url).href;
let loading = null;

/** What goes wrong with an element, as its event `pace-error` has it. */
export class PaceError extends Error {
  constructor(code, message, { retryable = false, retryAt = null } = {}) {
    super(message);
    Object.assign(this, { code, retryable, retryAt });
  }
}

/** The program and the style sheet of its elements. A failed load may be tried again. */
export function loadProgram(onFailed) {
  loading ??= load(onFailed).catch((error) => {
    loading = null;
    throw describe(error);
  });
  return loading;
}

async function load(onFailed) {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const [program, wasm, style] = await Promise.all([glue(), file(WASM), file(STYLE)]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(forElements(await style.text()));
  await program.default({ module_or_path: wasm });
  program.start_elements(onFailed);
  return { program, sheet };
}

// A page asks how wide the window is, an element how wide itself is.
const forElements = (css) => css.replace(/@media ?(?=\((?:(?:max|min)-)?width)/g, "@container pace ");

async function file(name) {
  const response = await fetch(address(name), { integrity: INTEGRITY[name] });
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
}

// Only a link can say what an imported module must hash to.
async function glue() {
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: address(GLUE), integrity: INTEGRITY[GLUE], crossOrigin: "anonymous" });
  await new Promise((loaded, failed) => {
    link.onload = loaded;
    link.onerror = () => failed(new Error(`${link.href} could not be loaded`));
    document.head.append(link);
  }).finally(() => link.remove());
  return import(link.href);
}

function describe(error) {
  const [zh, en] = explain(error, violations);
  const code = isBlocked(error, violations) || violations.length ? "blocked" : "failed";
  const message = document.documentElement.lang.startsWith("zh") ? zh : en;
  return Object.assign(new PaceError(code, message, { retryable: code === "failed" }), { cause: error });
}
