// What embed.html runs: an element in a sandboxed frame, for the page around it. See protocol.js for
// the messages. Nothing is kept anywhere but in memory; an opaque frame could not.
import { elements, events } from "../names.js";
import { fromPage } from "./from-page.js";
import { createFollower } from "./height.js";
import { isMessage, message, TALLEST } from "./protocol.js";

const root = document.documentElement;
const content = document.getElementById("content");

// Without a sandbox this page would have its server's origin, and with it the reader's cookies, and
// would show (and export) to any page around it what that reader may see.
if (origin === "null") greet();
else content.textContent = "请放入 <iframe sandbox=\"allow-scripts\"> 中使用。 Only works inside <iframe sandbox=\"allow-scripts\">.";

// Says hello until the page answers: it may not be listening yet.
function greet() {
  const nonce = location.hash.slice(1) || crypto.getRandomValues(new Uint32Array(4)).join("-");
  let pause = 100;
  let timer;

  function hello() {
    parent.postMessage(message("hello", { nonce }), "*");
    timer = setTimeout(hello, pause);
    pause = Math.min(pause * 2, 5_000);
  }

  addEventListener("message", function onInit({ source, data, ports }) {
    if (source !== parent || !isMessage(data, fromPage) || data.type !== "init" || data.nonce !== nonce || ports.length !== 1) return;
    removeEventListener("message", onInit);
    clearTimeout(timer);
    start(data, ports[0]);
  });
  hello();
}

function start(init, port) {
  const send = (type, content) => port.postMessage(message(type, content));
  try {
    show(init, port, send);
  } catch (error) {
    send("error", { detail: { code: "failed", message: String(error), retryable: false, retryAt: null } });
  }
}

function show(init, port, send) {
  const { Paceboard } = globalThis;
  if (!Paceboard) throw new Error("the script of the elements did not load");
  if (!elements.includes(init.element)) throw new Error(`there is no element "${init.element}"`);
  const tokens = askFor(send);
  Paceboard.configure({
    sources: init.sources,
    fetchToken: init.tokens ? tokens.fetchToken : undefined,
    locale: init.locale ?? undefined,
    currency: init.currency ?? undefined,
  });
  applyProperties(init.properties);
  const element = document.createElement(init.element);
  for (const [name, value] of Object.entries(init.attributes)) setAttribute(element, name, value);
  const forwarding = forward(element, send);
  const stopHeights = sendHeights(send);
  content.append(element);
  if (init.state !== null) element.setState(init.state);

  function end() {
    forwarding.abort();
    stopHeights();
    tokens.end();
    port.close();
    element.destroy();
    element.remove();
  }
  const handlers = { ...answers(element, send), token: tokens.answered, destroy: end };
  port.onmessage = ({ data }) => {
    if (isMessage(data, fromPage) && Object.hasOwn(handlers, data.type)) handlers[data.type](data);
  };
}

// What the page may have the element do.
function answers(element, send) {
  const set = (name, value) => {
    setAttribute(element, name, value);
    send("state", { id: null, query: element.getState() });
  };
  const methods = { refresh: () => element.refresh(), exportCsv: () => element.exportCsv() };
  return {
    theme({ value, properties }) {
      applyProperties(properties);
      setAttribute(element, "theme", value);
    },
    locale: ({ value }) => set("locale", value),
    attribute: ({ name, value }) => set(name, value),
    state({ id, query }) {
      if (query !== null) element.setState(query);
      send("state", { id, query: element.getState() });
    },
    async call({ id, method }) {
      try {
        const value = await methods[method]();
        send("answer", { id, value: value ?? null, error: null });
      } catch (error) {
        send("answer", { id, value: null, error: String(error?.message ?? error) });
      }
    },
  };
}

// Tokens come from the page, over the port.
function askFor(send) {
  const waiting = new Map();
  let last = 0;
  let used = "";

  function fetchToken({ source, reason, signal }) {
    return new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      signal.addEventListener("abort", () => {
        waiting.delete(id);
        reject(signal.reason);
      });
      send("token-request", { id, source, reason, used });
    });
  }

  function answered({ id, token, failed }) {
    const request = waiting.get(id);
    waiting.delete(id);
    used = token?.token ?? "";
    if (failed) request?.reject(new Error("the page's fetchToken failed"));
    else request?.resolve(token);
  }

  return { fetchToken, answered, end: () => waiting.clear() };
}

// All events but the element's own size: the frame's is what the page sees.
function forward(element, send) {
  const ending = new AbortController();
  const listen = (name, run) => element.addEventListener(name, run, { signal: ending.signal });
  for (const name of events) {
    if (name === "pace-resize") continue;
    listen(name, ({ detail }) => {
      if (name === "pace-error") send("error", { detail });
      else send("event", { name, detail });
      send("state", { id: null, query: element.getState() });
    });
  }
  return ending;
}

function sendHeights(send) {
  const measure = () => Math.min(Math.ceil(content.getBoundingClientRect().height), TALLEST);
  const follower = createFollower({
    send: (height) => {
      showScrollbar(height === TALLEST);
      send("resize", { width: root.clientWidth, height });
    },
    measure,
    onHold: showScrollbar,
    now: () => performance.now(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer),
  });
  // A frame that is not laid out (display: none around it) has no size to speak of.
  const observer = new ResizeObserver(() => innerWidth && follower.changed(measure()));
  observer.observe(content);
  return () => {
    observer.disconnect();
    follower.stop();
  };
}

// Between the content's growth and the page's answer a scrollbar would come and go, and take width
// from the content each time; it is wanted only where the frame stays too short.
function showScrollbar(shown) {
  root.style.scrollbarWidth = shown ? "auto" : "none";
}

// Those that the page no longer sets are taken away.
function applyProperties(properties) {
  for (const name of [...root.style]) if (name.startsWith("--")) root.style.removeProperty(name);
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
}

function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
