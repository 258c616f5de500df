// <pace-frame>: any of the elements, in a sandboxed frame. It has the same attributes, properties,
// methods and events as the element inside, save that what a method returns comes as a promise.
import { emit, mirror, upgrade } from "../mirror.js";
import { attributes, customProperties } from "../names.js";
import { fromFrame } from "./from-frame.js";
import { isMessage, message } from "./protocol.js";

const ANSWER_WITHIN = 15_000; // Milliseconds from the frame's `load` to its `hello`.

// `!important` in a shadow root outranks the page's. A custom property that changes starts a
// transition, which is the only word that a script gets of it.
const css = `:host{display:block!important}:host([hidden]){display:none!important}iframe{display:block;width:100%;border:0;transition:1ms allow-discrete;transition-property:${customProperties}}`;

/**
 * The class of `<pace-frame>`. `base` is the address that `embed.html` lies beside; `options()` →
 * `{ sources, fetchToken, locale, currency }` as configured, with whole addresses; `onOptions(run)`
 * → a function that ends it, calls `run` after each change. `createTokens` is that of tokens.js.
 */
export function frameClass(base, options, onOptions, createTokens) {
  class PaceFrame extends HTMLElement {
    static observedAttributes = ["src", "element", ...attributes];
    #root = this.attachShadow({ mode: "open" });
    #iframe;
    #nonce; // Names one load of the frame; nobody else can guess it.
    #port;
    #tokens;
    #late;
    #unfollow;
    #calls = new Map(); // Those without an answer, by id: { type, content, resolve, reject }
    #lastCall = 0;
    #state = null; // The frame's last word of it; a frame that is loaded again starts from there.
    #destroyed = false;

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      this.#root.adoptedStyleSheets = [sheet];
    }

    connectedCallback() {
      if (this.#destroyed) return;
      for (const name of PaceFrame.observedAttributes) upgrade(this, name);
      this.#unfollow ??= onOptions(() => this.#start());
      this.#start();
    }

    // An element that is moved is connected again before the microtask looks; its frame has been
    // loaded anew by then, unless it was moved by moveBefore(), which calls the next one instead.
    disconnectedCallback() {
      queueMicrotask(() => this.isConnected || this.#stop("removed"));
    }

    connectedMoveCallback() {}

    attributeChangedCallback(name, before, value) {
      if (!this.#iframe || before === value) return;
      if (["src", "element", "source"].includes(name)) {
        if (name !== "src") this.#state = null;
        this.#start();
      } else if (name === "theme") this.#sendTheme();
      else this.#send(name === "locale" ? name : "attribute", { name, value });
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
      await this.#call("state", { query: `${query}` });
    }

    /** Ends the frame for good. */
    destroy() {
      this.#destroyed = true;
      this.#stop("destroyed");
    }

    #start() {
      this.#close();
      const { source, src, height } = this;
      const fetchToken = options().fetchToken && ((request) => options().fetchToken(request));
      this.#tokens = createTokens({ fetchToken, source, attempts: 1 });
      this.#nonce = crypto.getRandomValues(new Uint32Array(4)).join("-");
      const iframe = (this.#iframe = document.createElement("iframe"));
      iframe.sandbox = "allow-scripts";
      iframe.loading = this.loading || "lazy";
      iframe.title = this.title || "Paceboard";
      iframe.src = `${new URL(src || "embed.html", src ? document.baseURI : base)}#${this.#nonce}`;
      if (height > 0) iframe.style.height = `${height}px`;
      iframe.addEventListener("transitionrun", () => this.#sendTheme());
      iframe.addEventListener("load", () => this.#expect());
      addEventListener("message", this.#onHello);
      this.#root.replaceChildren(iframe);
    }

    // All other messages to the window are somebody else's. An opaque frame's origin is "null", as
    // any other's, so only the sender counts. A second hello is not heard.
    #onHello = ({ source, data }) => {
      if (source !== this.#iframe.contentWindow || !isMessage(data, fromFrame) || data.type !== "hello" || data.nonce !== this.#nonce) return;
      removeEventListener("message", this.#onHello);
      clearTimeout(this.#late);
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => port1 === this.#port && isMessage(data, fromFrame) && this.#receive(data);
      // Nothing secret: the frame has no origin that could be named. Tokens go over the port only.
      source.postMessage(message("init", this.#init()), "*", [port2]);
      for (const [id, { type, content }] of this.#calls) this.#send(type, { ...content, id });
    };

    #init() {
      const { sources, fetchToken, locale = null, currency = null } = options();
      const named = sources[this.source];
      return {
        nonce: this.#nonce,
        element: this.element || "pace-board",
        attributes: Object.fromEntries(attributes.map((name) => [name, this.getAttribute(name)])),
        sources: named ? { [this.source]: { url: named.url } } : {},
        locale,
        currency,
        properties: this.#properties(),
        state: this.#state,
        tokens: !!fetchToken,
      };
    }

    #close() {
      this.#send("destroy");
      removeEventListener("message", this.#onHello);
      clearTimeout(this.#late);
      this.#tokens?.stop();
      this.#port?.close();
      this.#port = this.#iframe = this.#tokens = null;
      this.#root.replaceChildren();
    }

    #stop(why) {
      this.#close();
      this.#unfollow?.();
      this.#unfollow = null;
      for (const { reject } of this.#calls.values()) reject(new Error(`pace-frame was ${why}`));
      this.#calls.clear();
    }

    // A page that may not be framed, or none at all: a frame says nothing of it by itself.
    #expect() {
      if (this.#port) return;
      const detail = { code: "unreachable", message: `${this.#iframe.src} did not answer; see frame-src and frame-ancestors`, retryable: false, retryAt: null };
      this.#late = setTimeout(() => emit(this, "error", detail), ANSWER_WITHIN);
    }

    #receive(data) {
      const { type, name, detail, width, height } = data;
      if (type === "event") emit(this, name.slice(5), detail);
      else if (type === "error") emit(this, "error", detail);
      else if (type === "token-request") this.#answer(data);
      else if (type === "resize") {
        this.#iframe.style.height = `${height}px`;
        emit(this, "resize", { width, height });
      } else this.#settle(data);
    }

    async #answer({ id, source, reason, used }) {
      const port = this.#port;
      let token = null;
      let failed = false;
      try {
        if (source === this.source) token = await this.#tokens.token(reason, used);
      } catch {
        failed = true;
      }
      // Not to a frame that has taken the place of the one that asked.
      if (port === this.#port) this.#send("token", { id, token: token && { token: token.token, exp: token.exp }, failed });
    }

    #settle({ id, query, value = query, error }) {
      this.#state = query ?? this.#state;
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      if (error) call?.reject(new Error(error));
      else call?.resolve(value ?? undefined);
    }

    #call(type, content) {
      return new Promise((resolve, reject) => {
        if (!this.#iframe) throw new Error("pace-frame is not in a document");
        const id = ++this.#lastCall;
        this.#calls.set(id, { type, content, resolve, reject });
        this.#send(type, { ...content, id });
      });
    }

    // Before the port is there nothing is lost: `init` will hold what is due.
    #send(type, content) {
      this.#port?.postMessage(message(type, content));
    }

    #sendTheme() {
      this.#send("theme", { value: this.getAttribute("theme"), properties: this.#properties() });
    }

    #properties() {
      const style = getComputedStyle(this);
      return Object.fromEntries(customProperties.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value));
    }
  }

  for (const name of PaceFrame.observedAttributes) mirror(PaceFrame.prototype, name);
  return PaceFrame;
}
