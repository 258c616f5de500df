// The token keeper of one source. The page's own `fetchToken` gives tokens, this module decides when
// it is asked: once for all who wait, ahead of expiry, after a pause where it fails, and once more
// where the source refuses a token. A token lives in memory only, and in no error's text.

const EARLY = 0.8; // Of a token's life, after which the next is asked for.
// A token counts as alive for so long, whatever `exp` says: clocks differ, and a token that is dead
// on arrival would be asked for with each request.
const LEAST_LIFE = 30_000;
const MARGIN = 5_000; // What a request may take on its way.
const LONGEST_TIMER = 2 ** 31 - 1; // Longer ones fire at once.
const ANSWER_WITHIN = 30_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Says whether `answer` is `{ token, exp }` as `fetchToken` promises: a token that may stand in a
 * header (RFC 6750, 2.1), and seconds since 1970 (a number of milliseconds is taken for the mistake it is).
 */
export const isToken = (answer) =>
  typeof answer?.token === "string" && /^[\w.~+/-]+=*$/.test(answer.token) && answer.exp > 0 && answer.exp < 1e11;

/** What is wrong with an answer that is no token, for those who write `fetchToken`. */
const faultOf = ({ token, exp }) =>
  isToken({ token, exp: 1 }) ? `exp: seconds since 1970 are expected, not ${exp}` : "token: letters, digits and -._~+/ are expected";

/**
 * Keeps the token of `source`.
 *
 * - `fetchToken({ source, reason, signal })` → `{ token, exp }`. `null`, or an error whose `status` is
 *   401 or 403, says that nobody is signed in; other errors are taken for passing ones. `reason`:
 *   "first", "expiry" or "rejected". Without it no request carries a token.
 * - `onAuthRequired({ source })`: once, until a token was accepted again.
 * - `attempts`: how often a failing fetchToken is asked before those who wait are told.
 * - `page`: the window, with its document, timers, clock and chance.
 */
export function createTokens({ fetchToken, source, onAuthRequired, attempts = 4, page = globalThis }) {
  const { document, Date, Math } = page;
  const ending = new AbortController();
  const ended = ending.signal;
  let held = null; // { token, exp, renewAt, deadAt, onTrial }
  let flight = null; // The one request to fetchToken, for all who wait.
  let known = false; // Whether the page has been told that it must sign in.
  let renewal; // The timer of the next one.
  let wake = null; // Ends the pause between two attempts.

  const over = () => new Error(`nobody needs a token of the source "${source}" any more`);
  const hidden = () => document.visibilityState === "hidden";
  const jitter = (attempt) => Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);

  page.addEventListener("online", onChange, { signal: ended });
  document.addEventListener("visibilitychange", onChange, { signal: ended });

  // Connected or visible again: no reason to wait on.
  function onChange() {
    if (hidden()) return;
    wake?.();
    if (held && Date.now() >= held.renewAt) renew();
  }

  function renewAfter(ms) {
    page.clearTimeout(renewal);
    renewal = page.setTimeout(renew, Math.min(ms, LONGEST_TIMER));
  }

  // A hidden page renews when it is seen again; until then nobody needs the token.
  function renew() {
    if (!held || hidden()) return;
    join("expiry").catch(() => held && renewAfter(Math.random() * LONGEST_PAUSE));
  }

  function forget() {
    held = null;
    page.clearTimeout(renewal);
  }

  function giveUp() {
    forget();
    if (!known) onAuthRequired?.({ source });
    known = true;
    return null;
  }

  function keep({ token, exp }, onTrial) {
    const life = Math.max(exp * 1000 - Date.now(), LEAST_LIFE);
    held = { token, exp: Number(exp), renewAt: Date.now() + life * EARLY, deadAt: Date.now() + life - MARGIN, onTrial };
    renewAfter(life * EARLY);
    return held;
  }

  // Calls fetchToken once: its answer, `null` where nobody is signed in, `undefined` where it failed.
  async function ask(reason) {
    const attempt = new AbortController();
    const { signal } = attempt;
    const abort = () => attempt.abort();
    ended.addEventListener("abort", abort);
    const limit = page.setTimeout(abort, ANSWER_WITHIN);
    try {
      const given = new Promise((resolve) => resolve(fetchToken({ source, reason, signal })));
      // Whoever ignores the signal is not waited for.
      const cut = new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
      const answer = await Promise.race([given, cut]);
      if (isToken(answer) || signal.aborted) return answer;
      if (answer) console.error(`Paceboard: fetchToken for "${source}" gave no usable ${faultOf(answer)}`);
      return null;
    } catch (error) {
      return error?.status === 401 || error?.status === 403 ? null : undefined;
    } finally {
      page.clearTimeout(limit);
      ended.removeEventListener("abort", abort);
    }
  }

  function pause(ms) {
    return new Promise((resolve) => {
      const timer = page.setTimeout(resolve, ms);
      wake = () => {
        page.clearTimeout(timer);
        resolve();
      };
    });
  }

  async function obtain(reason) {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt) await pause(jitter(attempt - 1));
      const answer = ended.aborted || (await ask(reason));
      if (ended.aborted) throw over();
      if (answer) return keep(answer, known || reason === "rejected");
      if (answer === null) return giveUp();
    }
    throw new Error(`fetchToken keeps failing for the source "${source}"`);
  }

  function join(reason) {
    flight ??= obtain(reason).finally(() => (flight = null));
    return flight;
  }

  // A token that came because the one before was refused is on trial: refused as well, the page
  // must sign in. Word of a token that has been replaced since says nothing of the present one.
  function afterRejection(used) {
    if (flight) return flight;
    if (!held || (used && used !== held.token)) return held;
    if (held.onTrial) return giveUp();
    forget();
    return join("rejected");
  }

  /**
   * The token to use, as `{ token, exp }`, or `null` where there is none to be had: no fetchToken, or
   * nobody signed in. Rejects where fetchToken keeps failing (ask again later), and once stopped.
   * `used` is the refused token, with the reason "rejected".
   */
  async function token(reason = "first", used = "") {
    if (ended.aborted) throw over();
    if (!fetchToken) return reason === "rejected" ? giveUp() : null;
    if (reason === "rejected") return afterRejection(used);
    if (!held) return join("first");
    // The next request is under way: the token before it was accepted.
    held.onTrial = known = false;
    return Date.now() < (reason === "expiry" ? held.renewAt : held.deadAt) ? held : join("expiry");
  }

  return {
    token,
    /** The value of the header `Authorization`, or `null`: see `token`. `used` is such a value. */
    async authorization(reason, used) {
      const found = await token(reason, used?.replace("Bearer ", ""));
      return found && `Bearer ${found.token}`;
    },
    /** Ends timers, listeners and the request in flight, and forgets the token. */
    stop() {
      forget();
      ending.abort();
      wake?.();
    },
  };
}
