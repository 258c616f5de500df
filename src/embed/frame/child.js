// What embed.html runs: an element in a sandboxed frame, for the page around it. See protocol.js for
// the messages. Nothing is kept anywhere but in memory; an opaque frame could not.
import { fromPage } from "./from-page.js";
import { show } from "./guest.js";
import { sendHeights } from "./heights.js";
import { isMessage, message } from "./protocol.js";

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
    const handlers = show(init, send, () => port.close());
    port.onmessage = ({ data }) => {
      if (isMessage(data, fromPage) && Object.hasOwn(handlers, data.type)) handlers[data.type](data);
    };
  } catch (error) {
    fail(error, send);
    port.onmessage = ({ data }) => {
      if (isMessage(data, fromPage) && ["state", "call"].includes(data.type)) send("answer", { id: data.id, value: null, error: error.message });
    };
  }
}

// For those who read the page as well as for those who wrote it.
function fail({ code = "failed", message }, send) {
  const line = document.createElement("p");
  line.setAttribute("role", "alert");
  line.textContent = message;
  content.replaceChildren(line);
  sendHeights(content, send);
  send("error", { detail: { code, message, retryable: false, retryAt: null } });
}
