// <pace-frame>: any of the elements, in a sandboxed frame. It has the same attributes, properties,
// methods and events as the element inside, save that what a method returns comes as a promise.
import { emit, mirror, upgrade } from "../mirror.js";
import { attributes, room } from "../names.js";
import { dress } from "../sheets.js";
import { Calls } from "./calls.js";
import { Line } from "./line.js";
import { looks } from "./protocol.js";

// A look that changes starts a transition, which is the only word that a script gets of it.
const css = `:host{display:block;contain:inline-size;contain-intrinsic-inline-size:min(320px,100vw)}:host(:not([element$=goal],[element$=rank])){contain-intrinsic-inline-size:min(720px,100vw)}:host([hidden]){display:none!important}iframe{display:block;width:100%;border:0;transition:1ms allow-discrete;transition-property:${looks}}`;

class PaceFrame extends HTMLElement {
  static observedAttributes = ["src", "element", "title", ...attributes];
  #root = this.attachShadow({ mode: "open" });
  #iframe;
  #line;
  #tokens;
  #unfollow;
  #calls = new Calls();
  #state; // The frame's last word: its view, and the attributes that the view goes with. One that is loaded again starts from there.
  #destroyed = false;
  #missed = false;
  #dressed; // What it was last told of looks.
  #told = []; // What the frame has of the configuration.

  constructor() {
    super();
    dress(this.#root, css);
  }

  connectedCallback() {
    if (this.#destroyed) return;
    for (const name of mirrored) upgrade(this, name);
    this.#unfollow ??= this.#page.onOptions(() => this.#reconfigured());
    this.#start();
  }

  // An element that is moved is connected again before the microtask looks; its frame has been
  // loaded anew by then, unless it was moved by moveBefore(), which calls the next one instead.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop("removed"));
  }

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, value) {
    if (!this.#unfollow || before === value) return;
    if (["src", "element", "source"].includes(name)) {
      if (name !== "src") this.#state = null;
      this.#start();
    } else if (name === "title") this.#entitle();
    else this.#line?.send("attribute", { name, value });
    if (["channel", "partner"].includes(name)) this.#entitle();
    if (name === "loading" && this.#iframe) this.#iframe.loading = this.loading || "lazy";
  }

  /** Asks the source again, or starts a frame that has not come near the screen. Resolves when it has answered. */
  refresh() {
    if (this.#missed) this.#start();
    if (this.#iframe) this.#iframe.loading = "eager";
    return this.#calls.ask(this.#line, "call", { method: "refresh" });
  }

  /** The CSV of the exact view. */
  exportCsv() {
    return this.#calls.ask(this.#line, "call", { method: "exportCsv" });
  }

  /** The view as a query string. */
  getState() {
    return this.#calls.ask(this.#line, "state", { query: null });
  }

  /** Shows the view that a query string describes. */
  async setState(query) {
    await this.#calls.ask(this.#line, "state", { query: `${query}` });
  }

  /** Ends the frame for good. */
  destroy() {
    this.#destroyed = true;
    this.#stop("destroyed");
  }

  // What frameClass() was given.
  get #page() {
    return this.constructor.page;
  }

  #start() {
    this.#close();
    this.#keepTokens();
    const { src } = this;
    const address = addressOf(src || "embed.html", src ? document.baseURI : this.#page.base);
    // Markup must not be able to have the page's tokens sent to another host.
    if (![location.origin, new URL(this.#page.base).origin].includes(address.origin)) {
      return this.#fail("blocked", `src names ${address.origin}, not the origin of this page or of the script`);
    }
    const iframe = (this.#iframe = this.#make());
    this.#line = new Line(iframe, address, {
      init: () => this.#init(),
      opened: () => this.#catchUp(),
      receive: (data) => this.#receive(data),
      late: () => this.#miss(address),
      reloaded: () => this.#start(),
    });
    this.#entitle();
    this.#root.replaceChildren(iframe);
  }

  // A frame that has not been told anything yet is told the new configuration when it asks.
  #reconfigured() {
    const told = this.#configuration();
    // One that may not be loaded has no line, and no configuration gives it one.
    if (!this.#line || told.every((value, at) => value === this.#told[at])) return;
    if (this.#line.isOpen) this.#start();
    else this.#keepTokens();
  }

  #keepTokens() {
    this.#tokens?.stop();
    this.#told = this.#configuration();
    const { fetchToken } = this.#page.options();
    this.#tokens = this.#page.createTokens({ fetchToken, source: this.source, attempts: 1 });
  }

  #configuration() {
    const { sources, fetchToken, locale, currency } = this.#page.options();
    return [sources[this.source]?.url, fetchToken, locale, currency];
  }

  // Readers who hear the page told apart by its frames.
  #entitle() {
    const { title, channel, partner, element } = this;
    const made = ["Paceboard", element.replace("pace-", ""), channel || partner].filter(Boolean);
    if (this.#iframe) this.#iframe.title = title || made.join(" ");
  }

  #make() {
    const iframe = document.createElement("iframe");
    iframe.sandbox = "allow-scripts";
    iframe.loading = this.loading || "lazy";
    iframe.style.height = `${parseFloat(this.height) || room[this.#kind]}px`; // Until the frame speaks.
    iframe.addEventListener("transitionrun", () => this.#sendLooks());
    return iframe;
  }

  #init() {
    this.#dressed = null;
    const { source } = this;
    const { sources, fetchToken, locale = null, currency = null } = this.#page.options();
    return {
      element: this.#kind,
      attributes: this.#state?.attributes ?? this.#attributes(),
      sources: Object.hasOwn(sources, source) ? { [source]: { url: sources[source].url } } : {},
      locale,
      currency,
      properties: this.#looks(),
      state: this.#state?.query ?? null,
      tokens: !!fetchToken,
    };
  }

  // What was set while the frame was on its way comes after the view that it was left with.
  #catchUp() {
    const told = this.#state?.attributes;
    for (const [name, value] of Object.entries(told ? this.#attributes() : {})) {
      if (value !== told[name]) this.#line.send("attribute", { name, value });
    }
    this.#calls.repeat(this.#line);
  }

  #attributes() {
    return Object.fromEntries(attributes.map((name) => [name, this.getAttribute(name)]));
  }

  get #kind() {
    return this.element || "pace-board";
  }

  #miss(address) {
    this.#missed = true;
    this.#iframe.style.height = "";
    this.#fail("unreachable", `${address} did not answer: see frame-src, frame-ancestors`);
  }

  #fail(code, message) {
    this.#calls.end(code);
    emit(this, "error", { code, message, retryable: false, retryAt: null });
  }

  #close() {
    this.#line?.close();
    this.#tokens?.stop();
    this.#line = this.#tokens = this.#iframe = null;
    this.#missed = false;
    this.#root.replaceChildren();
  }

  #stop(why) {
    this.#close();
    this.#unfollow?.();
    this.#unfollow = null;
    this.#calls.end(why);
  }

  #receive(data) {
    const { type, name, detail, width, height } = data;
    if (type === "event") emit(this, name.slice(5), detail);
    else if (type === "error") emit(this, "error", detail);
    else if (type === "token-request") this.#answer(this.#line, data);
    else if (type === "resize") {
      this.#iframe.style.height = `${height}px`;
      emit(this, "resize", { width, height });
    } else {
      if (type === "state") this.#state = data;
      this.#calls.settle(data);
    }
  }

  // Over the line that asked: another frame may have taken that one's place since.
  async #answer(line, { id, source, reason, used }) {
    let token = null;
    let failed = false;
    try {
      if (source === this.source) token = await this.#tokens.token(reason, used);
    } catch {
      failed = true;
    }
    line.send("token", { id, token: token && { token: token.token, exp: token.exp }, failed });
  }

  // A browser may tell of a change more than once.
  #sendLooks() {
    const looks = { value: this.getAttribute("theme"), properties: this.#looks() };
    const told = JSON.stringify(looks);
    if (told !== this.#dressed) this.#line?.send("theme", looks);
    this.#dressed = told;
  }

  #looks() {
    const style = getComputedStyle(this);
    return Object.fromEntries(looks.map((name) => [name, style.getPropertyValue(name)]));
  }
}

// One that is no address names no origin that a frame may have.
function addressOf(src, base) {
  try {
    return new URL(src, base);
  } catch {
    return { origin: src };
  }
}

const mirrored = PaceFrame.observedAttributes.filter((name) => name !== "title");
for (const name of mirrored) mirror(PaceFrame.prototype, name);

/**
 * The class of `<pace-frame>`. `base` is the address that `embed.html` lies beside; `options()` →
 * `{ sources, fetchToken, locale, currency }` as configured, with whole addresses; `onOptions(run)`
 * → a function that ends it, calls `run` after each change. `createTokens` is that of tokens.js.
 */
export const frameClass = (base, options, onOptions, createTokens) =>
  class extends PaceFrame {
    static page = { base, options, onOptions, createTokens };
  };
