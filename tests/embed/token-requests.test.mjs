// What a frame asks its page for tokens by: each answer goes to the request that it names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createTokenRequests } from "../../src/embed/frame/token-requests.js";

const of = (token) => ({ token, exp: 1_700_000_000 });

function requests() {
  const sent = [];
  const { fetchToken, ...rest } = createTokenRequests((type, content) => sent.push({ type, ...content }));
  const { signal } = new AbortController();
  return { ...rest, sent, ask: (source, reason = "first", over = signal) => fetchToken({ source, reason, signal: over }) };
}

test("each source tells the token that it was given last, not another's", async () => {
  const { ask, answered, sent } = requests();
  const [main, other] = [ask("main"), ask("other")];
  answered({ id: 2, token: of("b"), failed: false });
  answered({ id: 1, token: of("a"), failed: false });
  assert.deepEqual([await main, await other], [of("a"), of("b")]);
  for (const source of ["main", "other", "third"]) ask(source, "rejected");
  assert.deepEqual(sent.slice(2).map(({ source, used }) => [source, used]), [["main", "a"], ["other", "b"], ["third", ""]]);
});

test("an answer to what nobody has asked, or has given up, is no token that was used", async () => {
  const { ask, answered, sent } = requests();
  const giving = new AbortController();
  const given = ask("main", "first", giving.signal);
  giving.abort();
  await assert.rejects(given);
  for (const id of [1, 7]) answered({ id, token: of("late"), failed: false });
  ask("main", "expiry");
  assert.equal(sent.at(-1).used, "");
});

test("at the end nobody is left waiting", { timeout: 1_000 }, async () => {
  const { ask, end } = requests();
  const waiting = [ask("main"), ask("other")];
  end();
  for (const request of waiting) await assert.rejects(request, /ended/);
});
