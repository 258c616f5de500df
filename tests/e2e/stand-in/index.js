// Stands in for the script of the elements, where a test is about the frame around one: the same
// names and promises, and an element that shows a box of whatever height the test gives it.
import { frameClass } from "./frame/parent.js";
import { attributes } from "./names.js";
import { createTokens } from "./tokens.js";

let options = { sources: {} };
const followers = new Set();

globalThis.Paceboard = {
  version: "1.0.0",
  configure(more) {
    options = { ...options, ...more };
    for (const run of followers) run();
  },
  options: () => options,
};

class StandIn extends HTMLElement {
  static observedAttributes = attributes;
  changes = [];
  query = "";
  asked = 0;

  constructor() {
    super();
    this.box = document.createElement("div");
    this.attachShadow({ mode: "open" }).append(this.box);
  }

  connectedCallback() {
    this.tokens = createTokens({
      fetchToken: options.fetchToken,
      source: this.getAttribute("source") ?? "main",
      onAuthRequired: (detail) => this.say("pace-auth-required", detail),
    });
    this.style.display = "block";
    this.box.style.height = "120px";
    this.load();
  }

  attributeChangedCallback(name, before, value) {
    this.changes.push([name, value]);
  }

  // As the elements do: the document with the token, and once more where the token is refused.
  async load() {
    const source = this.getAttribute("source") ?? "main";
    const url = options.sources[source]?.url;
    if (!url) return this.say("pace-error", { code: "unknown-source", message: source, retryable: false, retryAt: null });
    let authorization = await this.tokens.authorization();
    let response = await this.ask(url, authorization);
    if (response.status === 401) {
      authorization = await this.tokens.authorization("rejected", authorization);
      response = await this.ask(url, authorization);
      if (response.status === 401) return void (await this.tokens.authorization("rejected", authorization));
    }
    this.text = await response.text();
    this.say("pace-ready", { source, asOf: "2021-08-31" });
  }

  ask(url, authorization) {
    this.asked += 1;
    return fetch(url, { headers: authorization ? { authorization } : {} });
  }

  say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  async refresh() {
    if (this.getAttribute("metric") === "broken") throw new Error("the source is broken");
    await this.load();
  }

  exportCsv() {
    return `metric\r\n${this.getAttribute("metric")}\r\n`;
  }

  getState() {
    return this.query;
  }

  setState(query) {
    this.query = query;
    this.say("pace-window", { window: query, from: "2021-04-01", to: "2021-09-01" });
  }

  destroy() {
    this.tokens.stop();
  }
}

customElements.define("pace-board", StandIn);
customElements.define("pace-goal", class extends StandIn {});

function onOptions(run) {
  followers.add(run);
  return () => followers.delete(run);
}
customElements.define("pace-frame", frameClass(import.meta.url, () => options, onOptions, createTokens));
globalThis.following = () => followers.size;
