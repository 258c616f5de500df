// <pace-frame>: any of the elements, in a sandboxed frame. It has the same attributes, properties,
// methods and events as the element inside, save that what a method returns comes as a promise.
import { mirror, upgrade } from "../mirror.js";
import { attributes, customProperties } from "../names.js";
import { detailOf } from "./from-frame.js";
import { newNonce, openSession } from "./session.js";

const ANSWER_WITHIN = 15_000; // Milliseconds from the frame's `load` to its `hello`.

// `!important` in a shadow root outranks the page's. A custom property that changes starts a
// transition, which is the only word that a script gets of it.
const css = `:host{display:block!important}:host([hidden]){display:none!important}
iframe{display:block;width:100%;border:0;transition:1ms allow-discrete;transition-property:${customProperties}}`;
let sheet;

function styleSheet() {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
  return sheet;
}

/**
 * The class of `<pace-frame>`. `host` is the rest of the script: `host.base`, the address that
 * `embed.html` lies beside; `host.options()` → `{ sources, fetchToken, locale, currency }` as
 * configured, with whole addresses; `host.onOptions(run)` → a function that ends it, calls `run` after each change.
 */
export function frameClass(host) {
  class PaceFrame extends HTMLElement {
    static observedAttributes = ["src", "element", ...attributes];
    #root = this.attachShadow({ mode: "open" });
    #session = null;
    #ending = null; // Ends what a connected element listens to.
    #calls = new Map(); // Those without an answer, by id: { type, content, resolve, reject }
    #lastCall = 0;
    #state = null; // The frame's last word of it; a frame that is loaded again starts from there.
    #destroyed = false;
    #late;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [styleSheet()];
    }

    connectedCallback() {
      if (this.#destroyed) return;
      for (const name of PaceFrame.observedAttributes) upgrade(this, name);
      this.#ending ??= host.onOptions(() => this.#start());
      this.#start();
    }

    // An element that is moved is connected again before the microtask looks; its frame has been
    // loaded anew by then, unless it was moved by moveBefore(), which calls the next one instead.
    disconnectedCallback() {
      queueMicrotask(() => this.isConnected || this.#stop("removed"));
    }

    connectedMoveCallback() {}

    attributeChangedCallback(name, before, value) {
      if (!this.#session || before === value) return;
      if (name === "source" || name === "element" || name === "src") {
        if (name !== "src") this.#state = null;
        this.#start();
      } else if (name === "theme") this.#sendTheme();
      else if (name === "locale") this.#session.send("locale", { value });
      else this.#session.send("attribute", { name, value });
    }

    /** Asks the source again. Resolves when it has answered. */
    refresh() {
      return this.#call("call", { method: "refresh" });
    }

    /** The CSV of the exact view. */
    exportCsv() {
      return this.#call("call", { method: "exportCsv" });
    }

    /** The view as a query string. */
    getState() {
      return this.#call("state", { query: null });
    }

    /** Shows the view that a query string describes. */
    async setState(query) {
      await this.#call("state", { query: String(query) });
    }

    /** Ends the frame for good. */
    destroy() {
      this.#destroyed = true;
      this.#stop("destroyed");
    }

    #start() {
      this.#close();
      const { sources = {}, fetchToken, locale = null, currency = null } = host.options();
      const { source } = this;
      const iframe = document.createElement("iframe");
      const nonce = newNonce();
      // In this order: the page may neither see nor touch what is loaded into the frame.
      iframe.setAttribute("sandbox", "allow-scripts");
      iframe.referrerPolicy = "no-referrer";
      iframe.loading = this.loading === "eager" ? "eager" : "lazy";
      iframe.title = this.title || "Paceboard";
      iframe.src = `${new URL(this.src || "embed.html", this.src ? document.baseURI : host.base)}#${nonce}`;
      if (this.height > 0) iframe.style.height = `${this.height}px`;
      iframe.addEventListener("transitionrun", () => this.#sendTheme());
      iframe.addEventListener("load", () => this.#expect());
      this.#session = openSession({
        iframe,
        nonce,
        source,
        fetchToken: fetchToken && ((request) => host.options().fetchToken(request)),
        init: () => ({
          element: this.element || "pace-board",
          attributes: Object.fromEntries(attributes.map((name) => [name, this.getAttribute(name)])),
          sources: sources[source] ? { [source]: { url: sources[source].url } } : {},
          locale,
          currency,
          properties: this.#properties(),
          state: this.#state,
        }),
        onOpen: () => {
          clearTimeout(this.#late);
          for (const [id, { type, content }] of this.#calls) this.#session.send(type, { ...content, id });
        },
        onMessage: (data) => this.#receive(data, iframe),
      });
      this.#root.replaceChildren(iframe);
    }

    #close() {
      clearTimeout(this.#late);
      this.#session?.close();
      this.#session = null;
      this.#root.replaceChildren();
    }

    #stop(why) {
      this.#close();
      this.#ending?.();
      this.#ending = null;
      for (const { reject } of this.#calls.values()) reject(new Error(`pace-frame was ${why}`));
      this.#calls.clear();
    }

    // A page that may not be framed, or none at all: a frame says nothing of it by itself.
    #expect() {
      if (this.#session.isOpen()) return;
      const message = "embed.html did not answer: see its address, frame-src here and frame-ancestors there";
      this.#late = setTimeout(() => this.#emit("pace-error", { code: "unreachable", message, retryable: false, retryAt: null }), ANSWER_WITHIN);
    }

    #receive(data, iframe) {
      if (data.type === "event") this.#emit(data.name, data.detail);
      else if (data.type === "error") this.#emit("pace-error", data.detail);
      else if (data.type === "resize") {
        iframe.style.height = `${data.height}px`;
        this.#emit("pace-resize", data);
      } else {
        if (data.type === "state") this.#state = data.query;
        this.#settle(data);
      }
    }

    #emit(name, detail) {
      if (detail || name === "pace-select") this.dispatchEvent(new CustomEvent(name, { detail: detailOf(name, detail), bubbles: true, composed: true }));
    }

    #settle({ id, query, value = query, error }) {
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      if (error) call?.reject(new Error(error));
      else call?.resolve(value ?? undefined);
    }

    #call(type, content) {
      if (!this.#session) return Promise.reject(new Error("pace-frame is not in a document"));
      return new Promise((resolve, reject) => {
        const id = ++this.#lastCall;
        this.#calls.set(id, { type, content, resolve, reject });
        this.#session.send(type, { ...content, id });
      });
    }

    #sendTheme() {
      this.#session?.send("theme", { value: this.getAttribute("theme"), properties: this.#properties() });
    }

    #properties() {
      const style = getComputedStyle(this);
      const set = customProperties.map((name) => [name, style.getPropertyValue(name).trim()]);
      return Object.fromEntries(set.filter(([, value]) => value));
    }
  }

  for (const name of PaceFrame.observedAttributes) mirror(PaceFrame.prototype, name);
  return PaceFrame;
}
