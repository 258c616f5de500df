// The custom elements: thin, since everything in them is drawn by the program.
import { emit, mirror, upgrade } from "./mirror.js";
import { attributes, customProperties, room } from "./names.js";
import { loadProgram } from "./program.js";
import { configured, elements } from "./sources.js";
import { applyLook, isDark, restyleAll } from "./look.js";
import { dress } from "./sheets.js";

/** Attributes that are parameters of the program, under the same names. */
const parameters = ["metric", "window", "theme"];
/** What a state leaves to the attributes where it does not name it, with the parameters' names; the last in cards only. */
const kept = { theme: "theme", locale: "lang", currency: "currency", channel: "focus" };

// In force before the style sheet has come. A custom property that changes starts a transition,
// which is the only word that a script gets of it; so does `color-scheme`, which the root has of its
// own, on an empty element beside it.
const hostStyle =
  `:host{display:block;min-inline-size:0}:host([hidden]){display:none}.pace+i{position:absolute;transition:1ms allow-discrete color-scheme!important}.pace:empty{background:#8881;border-radius:8px}.pace{container:pace/inline-size;contain-intrinsic-inline-size:min(320px,100vw);box-sizing:border-box;min-block-size:var(--pace-room);block-size:var(--pace-height);transition:1ms allow-discrete!important;transition-property:${customProperties}!important}:host(:not(pace-goal,pace-rank)) .pace{contain-intrinsic-inline-size:min(720px,100vw)}`;

export class PaceElement extends HTMLElement {
  static observedAttributes = attributes;
  #root = document.createElement("div");
  #widget = null;
  #wanted = null;
  #lease = null;
  #epoch = 0;
  #dark = false;
  #ended = false;
  #broken = false;
  #seen = null;
  #size = null;
  #style = "";

  constructor() {
    super();
    this.#root.className = "pace";
    const probe = document.createElement("i");
    const watched = [this.#root, probe];
    const shadow = this.attachShadow({ mode: "open" });
    shadow.append(...watched);
    shadow.addEventListener("transitionend", ({ target }) => watched.includes(target) && restyleAll());
    this.adoptedCallback();
  }

  connectedCallback() {
    if (this.#ended) return;
    if (elements.has(this)) return this.restyle();
    for (const name of attributes) upgrade(this, name);
    elements.add(this);
    this.#keepRoom();
    applyLook(this.#root, this);
    this.#size = new ResizeObserver(([{ contentRect: { width, height } }]) => emit(this, "resize", { width, height }));
    this.#size.observe(this.#root);
    if (this.loading === "eager") return void this.#start();
    this.#seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: "200px" });
    this.#seen.observe(this.#root);
  }

  // Moving an element takes it off the page for a moment; only what stays away is taken down.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  adoptedCallback() {
    dress(this.shadowRoot, this.#style, hostStyle);
  }

  connectedMoveCallback() {
    this.restyle();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !elements.has(this)) return;
    if (name === "source") return this.reconfigured();
    if (name === "loading") return void (now === "eager" && !this.#started && this.#start());
    applyLook(this.#root, this);
    if (name === "refresh") return this.#pace();
    if (name === "theme") this.restyle();
    if (this.#wanted !== null) this.#wanted = this.#query(this.#wanted, [name]);
    this.#widget?.show(this.#query(this.#widget.query(), [name]));
  }

  /** Looks for newer data, or starts, or tries again to; the promise is kept when that is over. */
  async refresh() {
    if (this.#lease) return this.#lease.refresh();
    if (elements.has(this)) await this.#start();
    await this.#lease?.joined();
  }

  /** The table of the exact view, for spreadsheets; empty before there is one. */
  exportCsv() {
    return this.#widget?.csv() ?? "";
  }

  /** What is shown, as the query string of the page's own address. */
  getState() {
    return this.#wanted ?? this.#widget?.query() ?? this.#query("", [...attributes, "currency"]);
  }

  /** Shows what such a query string asks for. */
  setState(query) {
    if (this.#widget) this.#widget.show(this.#completed(query));
    else this.#wanted = query;
  }

  /** Ends the element for good. */
  destroy() {
    this.#ended = true;
    this.#stop();
    this.#keepRoom(0);
  }

  /** The page's configuration has changed in what has these names, or without names the source. */
  reconfigured(names) {
    // A source that is still not there has been told of.
    if (!this.#started || (names && !this.#lease && !(this.source in configured().sources))) return;
    if (this.#lease?.serves(this.source)) {
      this.#widget.show(this.#query(this.#widget.query(), names));
      return;
    }
    // Another login shows other figures, but of what its reader has been looking at.
    const view = this.#lease?.reads(this.source) ? this.#widget.query() : null;
    this.#clear();
    this.#wanted ??= view;
    this.#start();
  }

  /** The page around looks different. */
  restyle() {
    this.#dark = isDark(this);
    this.#widget?.restyle(this.#dark);
  }

  /** News of the program and of the source. */
  tell(name, detail) {
    // What will come no more needs no room.
    if (name === "ready" || detail?.retryable === false) this.#keepRoom(0);
    emit(this, name, ["select", "window", "error"].includes(name) ? detail : { source: this.source, ...detail });
  }

  #started = false;

  async #start() {
    if (this.#broken) return;
    this.#seen?.disconnect();
    this.#started = true;
    // Looked up before anything is built: with the elements before it half built, each look would
    // have the browser lay all of them out.
    this.restyle();
    const mine = ++this.#epoch;
    try {
      const loaded = await loadProgram(programFailed);
      if (mine !== this.#epoch) return;
      this.#style = loaded.style;
      this.adoptedCallback();
      this.#show(loaded);
    } catch (error) {
      if (mine === this.#epoch) this.fail(error);
    }
  }

  #show({ program, leaseOf }) {
    const lease = leaseOf(this.source, program);
    this.#root.replaceChildren();
    lease.join(this);
    this.#lease = lease;
    this.#pace();
    const kind = this.localName.slice("pace-".length);
    const tell = (name, detail) => this.tell(name, detail);
    const query = this.#wanted === null ? this.getState() : this.#completed(this.#wanted);
    this.#wanted = null;
    this.#widget = new program.Widget(lease.handle, kind, this.#root, query, this.#dark, tell);
  }

  /** Says what went wrong where nothing else can; `words` are in Chinese and in English. */
  fail({ code = "failed", words, message = words[this.#isChinese() ? 0 : 1], retryable = false, retryAt = null, cause }) {
    if (!this.#widget) {
      const line = document.createElement("p");
      line.setAttribute("role", "alert");
      line.textContent = message;
      this.#root.replaceChildren(line);
    }
    if (cause) console.error("Paceboard:", cause);
    this.tell("error", { code, message, retryable, retryAt });
  }

  /** The program has failed: what it has drawn stays, and it is not called again. */
  panic(failure, showPanic) {
    if (!this.#widget) return;
    showPanic(this.#root, failure.words);
    this.fail(failure);
    this.#lease.abandon();
    this.#broken = true;
    this.#started = false;
    this.#widget = this.#lease = null;
  }

  #isChinese() {
    return (this.locale || configured().locale || document.documentElement.lang).startsWith("zh");
  }

  #pace() {
    this.#lease?.every(this, this.getAttribute("refresh"));
  }

  #keepRoom(px = room[this.localName]) {
    this.#root.style.setProperty("--pace-room", `${px}px`);
  }

  #clear() {
    this.#epoch += 1;
    this.#widget?.free();
    this.#lease?.leave(this);
    this.#widget = this.#lease = null;
    this.#root.replaceChildren();
  }

  #stop() {
    elements.delete(this);
    this.#seen?.disconnect();
    this.#size?.disconnect();
    this.#started = this.#broken = false;
    this.#clear();
  }

  /** `query` with what the attributes of those names ask for. */
  #query(query, names) {
    const asked = new URLSearchParams(query);
    const put = (name, value) => (value ? asked.set(name, value) : asked.delete(name));
    const { locale, currency } = configured();
    for (const name of names) {
      if (name === "locale") put("lang", this.locale || locale);
      else if (name === "currency") put(name, currency);
      else if (parameters.includes(name)) put(name, this.getAttribute(name));
      else if (name === "channel" || name === "partner") this.#putFocus(put);
    }
    return asked.toString();
  }

  /** A state with what it leaves to the attributes: a card is always about somebody. */
  #completed(query) {
    const asked = new URLSearchParams(query);
    const isLeft = (name) => !asked.has(kept[name]) && (name !== "channel" || this.#isCard());
    return this.#query(query, Object.keys(kept).filter(isLeft));
  }

  #isCard() {
    return ["pace-goal", "pace-rank"].includes(this.localName);
  }

  // A list of a partner's channels is a filter; a card is about the partner itself.
  #putFocus(put) {
    const { channel, partner } = this;
    const isCard = this.#isCard();
    if (!isCard) put("partner", partner);
    put("focus", channel || (isCard && partner ? `partner:${partner}` : ""));
  }
}

function programFailed(failure, showPanic) {
  for (const element of elements) element.panic(failure, showPanic);
}

for (const name of attributes) mirror(PaceElement.prototype, name);
