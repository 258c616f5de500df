// The custom elements: thin, since everything in them is drawn by the program.
import { emit, mirror, upgrade } from "./mirror.js";
import { attributes } from "./names.js";
import { loadProgram } from "./program.js";
import { configured, elements, leaseOf } from "./sources.js";
import { applyLook, isDark } from "./look.js";

/** Attributes that are parameters of the program, under the names that its address has for them. */
const parameters = { metric: "metric", window: "window", theme: "theme", locale: "lang" };
/** Room that an element keeps before it shows anything, so that the page around does not jump. */
const room = { "pace-goal": 144, "pace-rank": 400, "pace-programme": 420, "pace-leaderboard": 640, "pace-board": 1000 };
/** Seconds that stand for "never": more than any page stays open. */
const NEVER = 2_000_000;

export class PaceElement extends HTMLElement {
  static observedAttributes = attributes;
  #root = document.createElement("div");
  #widget = null;
  #wanted = null;
  #lease = null;
  #epoch = 0;
  #ended = false;
  #seen = null;
  #size = null;

  constructor() {
    super();
    this.#root.className = "pace";
    this.attachShadow({ mode: "open" }).append(this.#root);
  }

  connectedCallback() {
    if (elements.has(this) || this.#ended) return;
    for (const name of attributes) upgrade(this, name);
    elements.add(this);
    applyLook(this.#root, this);
    this.#keepRoom();
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

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now || !elements.has(this)) return;
    if (name === "source") return this.reconfigured();
    if (name === "loading" && now === "eager") return void this.#start();
    applyLook(this.#root, this);
    if (name === "refresh") return this.#pace();
    if (name === "theme") this.restyle();
    this.#widget?.show(this.#query(this.#widget.query(), [name]));
  }

  /** Looks for newer data, or tries again to start; the promise is kept when that is over. */
  async refresh() {
    await (this.#lease ? this.#lease.refresh() : this.#started && this.#start());
  }

  /** The table of the exact view, for spreadsheets; empty before there is one. */
  exportCsv() {
    return this.#widget?.csv() ?? "";
  }

  /** What is shown, as the query string of the page's own address. */
  getState() {
    return this.#wanted ?? this.#widget?.query() ?? "";
  }

  /** Shows what such a query string asks for. */
  setState(query) {
    if (this.#widget) this.#widget.show(query);
    else this.#wanted = query;
  }

  /** Ends the element for good. */
  destroy() {
    this.#ended = true;
    this.#stop();
    this.#keepRoom(0);
  }

  /** The page's configuration has changed. */
  reconfigured() {
    if (!this.#started) return;
    const lease = this.#lease;
    if (lease && configured().sources[this.source]?.url === lease.url) {
      this.#widget.show(this.#query(this.#widget.query(), ["locale"]));
      return;
    }
    this.#clear();
    this.#start();
  }

  /** The page around looks different. */
  restyle() {
    this.#widget?.restyle(isDark(this));
  }

  /** News of the program and of the source. */
  tell(name, detail) {
    if (name === "ready") this.#keepRoom(0);
    emit(this, name, ["select", "window", "error"].includes(name) ? detail : { source: this.source, ...detail });
  }

  #started = false;

  async #start() {
    this.#seen?.disconnect();
    this.#started = true;
    const mine = ++this.#epoch;
    try {
      const { program, sheet } = await loadProgram(programFailed);
      if (mine !== this.#epoch) return;
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#show(program);
    } catch (error) {
      if (mine === this.#epoch) this.fail(error);
    }
  }

  #show(program) {
    const lease = leaseOf(this.source, program);
    this.#root.replaceChildren();
    lease.join(this);
    this.#lease = lease;
    this.#pace();
    const kind = this.localName.slice("pace-".length);
    const tell = (name, detail) => this.tell(name, detail);
    this.#widget = new program.Widget(lease.handle, kind, this.#root, this.#query("", attributes), isDark(this), tell);
    if (this.#wanted !== null) this.#widget.show(this.#wanted);
    this.#wanted = null;
  }

  /** Says what went wrong where nothing else can. */
  fail(error) {
    const { code = "failed", message, retryable = false, retryAt = null } = error;
    if (!this.#widget) {
      const line = document.createElement("p");
      line.setAttribute("role", "alert");
      line.textContent = message;
      this.#root.replaceChildren(line);
    }
    if (error.cause) console.error("Paceboard:", error.cause);
    emit(this, "error", { code, message, retryable, retryAt });
  }

  #pace() {
    const asked = this.getAttribute("refresh");
    if (asked !== null) this.#lease?.every(this, Number(asked) || NEVER);
  }

  #keepRoom(px = room[this.localName]) {
    this.#root.style.display = "block";
    this.#root.style.minHeight = `${px}px`;
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
    this.#started = false;
    this.#clear();
  }

  /** `query` with what the attributes of those names ask for. */
  #query(query, names) {
    const asked = new URLSearchParams(query);
    const put = (name, value) => (value ? asked.set(name, value) : asked.delete(name));
    const { locale, currency } = configured();
    if (currency && !asked.has("currency")) asked.set("currency", currency);
    for (const name of names) {
      if (name === "locale") put("lang", this.locale || locale);
      else if (parameters[name]) put(parameters[name], this.getAttribute(name));
      else if (name === "channel" || name === "partner") this.#putFocus(put);
    }
    return asked.toString();
  }

  // A list of a partner's channels is a filter; a card is about the partner itself.
  #putFocus(put) {
    const { channel, partner } = this;
    const isList = !["pace-goal", "pace-rank"].includes(this.localName);
    if (isList) put("partner", partner);
    put("focus", channel || (!isList && partner ? `partner:${partner}` : ""));
  }
}

function programFailed() {
  const error = { message: "The program has failed. Reload the page." };
  for (const element of elements) element.fail(error);
}

for (const name of attributes) mirror(PaceElement.prototype, name);
