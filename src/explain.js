// Why the program could not start, in words. Shared by the page (boot.js) and by elements on pages
// of others (embed/faults.js).

/** Collects what the Content-Security-Policy blocks from now on. */
export function watchViolations() {
  const violations = [];
  document.addEventListener("securitypolicyviolation", (event) => violations.push(event));
  return violations;
}

const isWasm = (event) => event.blockedURI.includes("wasm-eval");

/** How a policy names where a file comes from; what is no address is the page's own. */
function sourceOf(blockedURI) {
  const { origin } = new URL(blockedURI, document.baseURI);
  return origin === location.origin ? "'self'" : origin;
}

/** Whether a policy keeps the program from running. */
export function isBlocked(error, violations) {
  return violations.some(isWasm) || (error instanceof WebAssembly.CompileError && /unsafe-eval|Content.Security.Policy/i.test(error.message));
}

/** The reason in Chinese and in English. */
export function explain(error, violations) {
  if (error.message === "no WebAssembly") {
    return [
      "此浏览器不支持或已关闭 WebAssembly。请使用近两年版本的 Chrome、Edge、Firefox 或 Safari。",
      "This browser has no WebAssembly, or it is switched off. Use a Chrome, Edge, Firefox or Safari of the last two years.",
    ];
  }
  if (isBlocked(error, violations)) {
    return [
      "服务器的 Content-Security-Policy 不允许编译 WebAssembly:请在 script-src 中加入 'wasm-unsafe-eval'。",
      "The server's Content-Security-Policy forbids compiling WebAssembly: add 'wasm-unsafe-eval' to script-src.",
    ];
  }
  if (violations.length) {
    const [{ effectiveDirective, blockedURI }] = violations;
    const source = sourceOf(blockedURI);
    return [
      `服务器的 Content-Security-Policy 拦截了程序文件:请检查 ${effectiveDirective},其中应包含 ${source}。`,
      `The server's Content-Security-Policy blocked one of the program's files: see ${effectiveDirective}, which needs ${source}.`,
    ];
  }
  if (error instanceof WebAssembly.RuntimeError) {
    return ["程序启动时出错,请刷新页面。", "The program failed while starting. Reload the page."];
  }
  return [
    "程序文件未能加载。请检查网络后刷新页面。",
    "One of the program's files could not be loaded. Check the connection and reload the page.",
  ];
}
