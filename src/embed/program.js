// The program and its style, fetched once for all elements of a page.
import { explanation, glue, style, wasm } from "./files.js";

const violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event));
let loading = null;

/** What goes wrong with an element, as its event `pace-error` has it; `others` as far as they differ from the usual. */
export class PaceError extends Error {
  constructor(code, message, others) {
    super(message);
    Object.assign(this, { code, ...others });
  }
}

/** The program and the style sheet of its elements. A failed load may be tried again. */
export function loadProgram(onFailed) {
  loading ??= load(onFailed).catch(async (error) => {
    loading = null;
    throw await describe(error);
  });
  return loading;
}

async function load(onFailed) {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const [program, module, css] = await Promise.all([glue(), wasm(), style()]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(forElements(await css.text()));
  await program.default({ module_or_path: module });
  program.start_elements(onFailed);
  return { program, sheet };
}

// A page asks how wide the window is, an element how wide itself is.
const forElements = (css) => css.replace(/@media ?(?=\((?:(?:max|min)-)?width)/g, "@container pace ");

// What is only needed when all else fails is only fetched then.
async function describe(error) {
  const { explain, isBlocked } = await explanation().catch(() => ({}));
  const [zh, en] = explain?.(error, violations) ?? [error.message, error.message];
  const blocked = violations.length > 0 || isBlocked?.(error, violations);
  const message = document.documentElement.lang.startsWith("zh") ? zh : en;
  return new PaceError(blocked ? "blocked" : "failed", message, { retryable: !blocked, cause: error });
}
