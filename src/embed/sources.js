// Where elements get their data: what the page has configured, and for each source that elements
// show one handle, which fetches for all of them.
import { PaceError } from "./program.js";
import { createTokens } from "./tokens.js";

const settings = { sources: {} };
const leases = new Map();
/** Elements to be told when the configuration changes. */
export const elements = new Set();
const followers = new Set();

/** `{ sources: { main: { url } }, fetchToken, locale, currency }`; replaces what it names. */
export function configure(options) {
  const { sources, ...others } = options;
  for (const [name, source] of Object.entries(sources ?? {})) {
    settings.sources[name] = { ...source, url: new URL(source.url, document.baseURI).href };
  }
  Object.assign(settings, others);
  for (const [name, lease] of leases) {
    if (lease.url !== settings.sources[name].url) leases.delete(name);
    else if ("fetchToken" in others) lease.renewTokens();
  }
  for (const element of [...elements]) element.reconfigured();
  for (const run of [...followers]) run();
}

/** Calls `run` after each change of the configuration, until the function it returns is called. */
export function onConfigured(run) {
  followers.add(run);
  return () => followers.delete(run);
}

/** What is configured for all elements. */
export const configured = () => settings;

/** The part of a source that elements share. */
class Lease {
  constructor(name, program) {
    this.name = name;
    this.url = settings.sources[name].url;
    this.users = new Map();
    this.waiting = [];
    const authorize = (reason, used) => this.tokens.authorization(reason, used);
    this.handle = new program.SalesSource(this.url, authorize, () => this.looked());
  }

  join(element) {
    if (!this.users.size) {
      this.renewTokens();
      this.handle.wake();
    }
    this.users.set(element, 0);
  }

  leave(element) {
    this.users.delete(element);
    if (this.users.size) return this.pace();
    this.handle.sleep();
    this.tokens.stop();
    this.looked();
    if (leases.get(this.name) !== this) this.handle.free();
  }

  renewTokens() {
    this.tokens?.stop();
    if (!this.users.size && this.tokens) return;
    const onAuthRequired = ({ source }) => this.users.forEach((_, element) => element.tell("auth-required", { source }));
    this.tokens = createTokens({ fetchToken: settings.fetchToken, source: this.name, onAuthRequired });
  }

  /** Has the source looked at as often as its most eager element asks. */
  every(element, seconds) {
    this.users.set(element, seconds);
    this.pace();
  }

  pace() {
    const asked = [...this.users.values()].filter(Boolean);
    this.handle.every(asked.length ? Math.min(...asked) : 0);
  }

  refresh() {
    return new Promise((looked) => {
      this.waiting.push(looked);
      this.handle.refresh();
    });
  }

  looked() {
    for (const looked of this.waiting.splice(0)) looked();
  }
}

/** The lease of that source. */
export function leaseOf(name, program) {
  if (!settings.sources[name]) {
    throw new PaceError("unknown-source", `Paceboard.configure() names no source "${name}"`);
  }
  if (!leases.has(name)) leases.set(name, new Lease(name, program));
  return leases.get(name);
}
