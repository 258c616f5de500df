// The program, its style and what goes with it, fetched once for all elements of a page.
import { glue, isOurs, late, style, wasm } from "./files.js";
import { configured } from "./sources.js";

/** What a policy has kept from us since the load began; the page's own offences are its own. */
const violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  if (event.blockedURI.includes("wasm-eval") || isOurs(event.blockedURI)) violations.push(event);
});
let loading = null;
/** Set once the program has failed: nothing of it runs until the page is loaded again. */
let failure = null;

/** `{ program, style, leaseOf }` for elements. A failed load may be tried again. */
export function loadProgram(onFailed) {
  loading ??= load(onFailed).catch(async (error) => {
    loading = null;
    throw await describe(error);
  });
  return failure ? Promise.reject(failure) : loading;
}

async function load(onFailed) {
  violations.length = 0;
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const [program, module, css, { createLeases, showPanic }] = await Promise.all([glue(), wasm(), style(), late()]);
  const text = forElements(await css.text());
  await program.default({ module_or_path: module });
  program.start_elements(() => {
    failure = { words: ["程序出错,屏幕上的数字不再更新。", "The program has failed; the figures on screen no longer change."] };
    onFailed(failure, showPanic);
  });
  return { program, style: text, leaseOf: createLeases(configured()) };
}

// A page asks how wide the window is, an element how wide itself is.
const forElements = (css) => css.replace(/@media ?(?=\([^()]*\bwidth\b)/g, "@container pace ");

// The words for it are only fetched now, if they have not come: they may be what did not.
async function describe(error) {
  const { describe } = await late().catch(() => ({}));
  return describe?.(error, violations) ?? { code: violations.length ? "blocked" : "failed", message: error.message, retryable: !violations.length, cause: error };
}
