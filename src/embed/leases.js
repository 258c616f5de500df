// One lease for each source that elements show: it fetches for all of them, with the token that the
// page's `fetchToken` gives. A source with another address or another login is another lease.
import { createTokens } from "./tokens.js";

/** Seconds between two looks at a source where no element says otherwise. */
const USUAL = 300;
/** Seconds that stand for "never": more than any page stays open. */
const NEVER = 2_000_000;

/** What an attribute `refresh` asks for, in seconds; what is no number of at least 0 asks for nothing. */
export function secondsOf(asked) {
  const seconds = parseFloat(asked);
  if (seconds === 0) return NEVER;
  return seconds > 0 ? Math.min(Math.max(Math.ceil(seconds), 1), NEVER) : USUAL;
}

/** The leases of a page; `settings` is what it has configured, `{ sources: { main: { url } }, fetchToken }`. */
export function createLeases(settings) {
  const leases = new Map();

  class Lease {
    #name;
    #url;
    #fetchToken = settings.fetchToken;
    #users = new Map(); // Elements, with the seconds that each asks for.
    #waiting = [];
    #looking = true;
    #tokens;

    constructor(name, program) {
      this.#name = name;
      this.#url = settings.sources[name].url;
      const authorize = (reason, used) => this.#tokens.authorization(reason, used);
      this.handle = new program.SalesSource(this.#url, authorize, () => this.#looked());
    }

    /** Whether it is what elements of that source are to show, as the page is configured now. */
    serves(name) {
      return this.reads(name) && settings.fetchToken === this.#fetchToken;
    }

    /** Whether it is at the same address, though perhaps with another login. */
    reads(name) {
      return name === this.#name && settings.sources[name]?.url === this.#url;
    }

    // Tokens are kept only as long as somebody needs them, so each first element has a keeper begin.
    join(element) {
      if (!this.#users.size) {
        const tell = (detail) => this.#users.forEach((_, user) => user.tell("auth-required", detail));
        this.#tokens = createTokens({ fetchToken: this.#fetchToken, source: this.#name, onAuthRequired: tell });
        this.#looking = true;
        this.handle.wake();
      }
      this.#users.set(element, USUAL);
    }

    leave(element) {
      this.#users.delete(element);
      if (this.#users.size) return this.#pace();
      this.handle.sleep();
      this.#tokens.stop();
      this.#looked();
      if (!this.serves(this.#name)) this.end();
    }

    /** Has the source looked at as often as its most eager element asks. */
    every(element, asked) {
      this.#users.set(element, secondsOf(asked));
      this.#pace();
    }

    #pace() {
      this.handle.every(Math.min(...this.#users.values()));
    }

    /** Looks for newer data; the promise is kept when that is over. */
    refresh() {
      return this.handle.refresh();
    }

    /** Kept when the look is over that the first element caused. */
    async joined() {
      if (this.#looking) await new Promise((looked) => this.#waiting.push(looked));
    }

    #looked() {
      this.#looking = false;
      for (const looked of this.#waiting.splice(0)) looked();
    }

    /** Asks for no tokens any more, where the program can no longer use them. */
    abandon() {
      this.#tokens.stop();
    }

    /** Gives up what the program keeps of it, where nobody uses it. */
    end() {
      if (this.#users.size) return;
      if (leases.get(this.#name) === this) leases.delete(this.#name);
      this.handle.free();
    }
  }

  /** The lease of that source. */
  return function leaseOf(name, program) {
    if (!settings.sources[name]) {
      const words = [`Paceboard.configure() 没有给出数据源 "${name}"`, `Paceboard.configure() names no source "${name}"`];
      throw { code: "unknown-source", words };
    }
    const found = leases.get(name);
    if (found?.serves(name)) return found;
    found?.end();
    const lease = new Lease(name, program);
    leases.set(name, lease);
    return lease;
  };
}
