// The line to one load of a frame's page: who may speak on it, and when it stands.
import { fromFrame } from "./from-frame.js";
import { isMessage, message } from "./protocol.js";

const ANSWER_WITHIN = 15_000; // Milliseconds from the frame's `load` to its `hello`.

/**
 * Loads `address` into `iframe` and waits for its `hello`. `page` has `init()` → what the frame is to
 * start with, `opened()`, `receive(data)`, `late()` for a frame that says nothing, and `reloaded()`
 * for one that was loaded again from within: what it had been told is gone.
 */
export class Line {
  #iframe;
  #page;
  #nonce = crypto.getRandomValues(new Uint32Array(4)).join("-"); // Names this load; nobody else can guess it.
  #port;
  #late;
  #isLoaded = false;

  constructor(iframe, address, page) {
    this.#iframe = iframe;
    this.#page = page;
    iframe.src = `${address}#${this.#nonce}`;
    // A page that may not be framed, or none at all: a frame says nothing of it by itself.
    iframe.addEventListener("load", () => {
      if (this.#isLoaded) return page.reloaded();
      this.#isLoaded = true;
      if (!this.#port) this.#late = setTimeout(page.late, ANSWER_WITHIN);
    });
    addEventListener("message", this.#onHello);
  }

  // All other messages to the window are somebody else's. An opaque frame's origin is "null", as
  // any other's, so only the sender counts. A second hello is not heard.
  #onHello = ({ source, data }) => {
    if (source !== this.#iframe.contentWindow || !isMessage(data, fromFrame) || data.type !== "hello" || data.nonce !== this.#nonce) return;
    this.#stopWaiting();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => isMessage(data, fromFrame) && this.#page.receive(data);
    // Nothing secret: the frame has no origin that could be named. Tokens go over the port only.
    source.postMessage(message("init", { ...this.#page.init(), nonce: this.#nonce }), "*", [port2]);
    this.#page.opened();
  };

  /** Whether the frame has been told what to show. */
  get isOpen() {
    return !!this.#port;
  }

  #stopWaiting() {
    removeEventListener("message", this.#onHello);
    clearTimeout(this.#late);
  }

  /** Before the line stands nothing is lost: `init` will hold what is due. */
  send(type, content) {
    this.#port?.postMessage(message(type, content));
  }

  /** Ends it; what comes later is not heard. */
  close() {
    this.send("destroy");
    this.#stopWaiting();
    if (this.#port) this.#port.onmessage = null;
    this.#port?.close();
    this.#port = null;
  }
}
