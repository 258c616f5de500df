// The line to one load of a frame's page: who may speak on it, and when it stands.
import { fromFrame } from "./from-frame.js";
import { isMessage, message } from "./protocol.js";

const ANSWER_WITHIN = 15_000; // Milliseconds from the frame's `load` to its `hello`.

/** Loads `address` into `iframe` and waits for its `hello`. `page` has `init()` → what the frame is
 * to start with, `opened()`, `receive(data)`, and `late()` for a frame that says nothing. */
export function openLine(iframe, address, init, receive, late) {
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join("-"); // Names this load; nobody else can guess it.
  let port;
  let timer;

  // Before there is a port nothing is lost: `init` will hold what is due.
  const send = (type, content) => port?.postMessage(message(type, content));

  function stopWaiting() {
    removeEventListener("message", onHello);
    clearTimeout(timer);
  }

  // All other messages to the window are somebody else's. An opaque frame's origin is "null", as
  // any other's, so only the sender counts. A second hello is not heard.
  function onHello({ source, data }) {
    if (source !== iframe.contentWindow || !isMessage(data, fromFrame) || data.type !== "hello" || data.nonce !== nonce) return;
    stopWaiting();
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = ({ data }) => port && isMessage(data, fromFrame) && receive(data);
    // Nothing secret: the frame has no origin that could be named. Tokens go over the port only.
    source.postMessage(message("init", { nonce, ...init() }), "*", [port2]);
    receive(data);
  }

  function close() {
    send("destroy");
    stopWaiting();
    port?.close();
    port = null;
  }

  // A page that may not be framed, or none at all: a frame says nothing of it by itself.
  iframe.onload = () => port || (timer = setTimeout(late, ANSWER_WITHIN));
  iframe.src = `${address}#${nonce}`;
  addEventListener("message", onHello);
  return { send, close };
}
