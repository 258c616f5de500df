// Starts the page: everything that can travel at once does, and what cannot start says why.
// tools/finish-dist.mjs fills in GLUE, WASM, COPY and OFFLINE, the addresses of the program's files.
/* global GLUE, WASM, COPY, OFFLINE */
import { explain, watchViolations } from "./explain.js";

(() => {
  const here = document.currentScript.src;
  const violations = watchViolations();

  const wasm = fetch(new URL(WASM, here));
  prefetchSales();
  const ready = new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
    else resolve();
  });
  wasm.catch(() => {}); // Awaited in start(), which may come later than the failure.
  start().catch(showFailure);
  // How the program asks for a copy of the page in one file (src/browser/copy.rs).
  window.paceboardCopy = onDemand(COPY);
  // How it keeps documents, and finds those that it has kept (src/browser/offline.rs).
  window.paceboardOffline = onDemand(OFFLINE);

  async function start() {
    if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
    const program = await import(new URL(GLUE, here).href);
    const response = await wasm;
    if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
    await ready;
    await program.default({ module_or_path: response });
    // What has arrived meanwhile is taken in first: a page that is built with its board needs one frame, not two.
    await turn();
    program.start_page();
  }

  // A message to itself: a timer would have a page in the background wait.
  function turn() {
    const { port1, port2 } = new MessageChannel();
    port2.postMessage(null);
    return new Promise((come) => (port1.onmessage = come));
  }

  // Some browsers never ask again for the address of a module that failed.
  function onDemand(name) {
    let failures = 0;
    return () => import(new URL(failures ? `${name}?${failures}` : name, here).href).catch((error) => {
      failures += 1;
      throw error;
    });
  }

  // The sales document, on its way while the program is. The program takes it from here if it
  // wants the same address, after its own and stricter look at it (src/data/prefetch.rs).
  function prefetchSales() {
    const source = new URLSearchParams(location.search).get("source") || "sample.sales.json";
    let url;
    try {
      url = new URL(source, document.baseURI);
    } catch {
      return;
    }
    url.hash = "";
    if (url.origin !== location.origin || url.username) return;
    const controller = new AbortController();
    // What the browser has of it may be old, and nobody would be told.
    const response = fetch(url, { cache: "no-cache", signal: controller.signal }).then(readAhead);
    response.catch(() => {}); // The program asks again and reports what it then meets.
    window.paceboardPrefetch = { url: url.href, response, controller };
  }

  // The same answer, whose body is fetched and unpacked while the program is compiled and started:
  // left alone, the browser stops after the first few hundred kilobytes until somebody reads on.
  // An answer from elsewhere stays as it is, so that the program can see where it comes from.
  function readAhead(response) {
    if (!response.ok || response.redirected || !response.body || typeof TransformStream !== "function") return response;
    const room = new ByteLengthQueuingStrategy({ highWaterMark: 16 * 1024 * 1024 });
    return new Response(response.body.pipeThrough(new TransformStream({}, room)), response);
  }

  async function showFailure(error) {
    await ready;
    console.error("Paceboard could not start:", error);
    // The program itself may have come as far as to say it better (src/browser/panic_screen.rs).
    const panic = document.getElementById("paceboard-panic");
    if (panic && !panic.hidden) return;
    const chinese = document.documentElement.lang.startsWith("zh");
    const reason = explain(error, violations)[chinese ? 0 : 1];
    const box = document.createElement("main");
    box.id = "boot-failure";
    const lines = { h1: chinese ? "页面未能启动" : "This page could not start", p: reason, small: String(error) };
    for (const [tag, text] of Object.entries(lines)) {
      const line = document.createElement(tag);
      line.textContent = text;
      box.append(line);
    }
    const skeleton = document.getElementById("skeleton");
    if (skeleton) skeleton.remove();
    document.body.prepend(box);
  }
})();
