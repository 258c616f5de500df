// The token keeper against a clock, a page and a portal that do as the test says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createTokens } from "../../src/embed/tokens.js";
import { fakeClock, fakePage, settle } from "./support/clock.mjs";

const LIFE = 300; // Seconds: the five minutes of a portal's token.

// `answer(call, request)` is the portal's fetchToken; by default token-1, token-2, … of five minutes.
function open(answer) {
  const clock = fakeClock();
  const page = fakePage(clock);
  const asked = [];
  const signIns = [];
  const good = (call) => ({ token: `token-${call}`, exp: clock.now() / 1000 + LIFE });
  const tokens = createTokens({
    fetchToken: (request) => {
      asked.push(request);
      return (answer ?? good)(asked.length, request, good);
    },
    source: "main",
    onAuthRequired: (event) => signIns.push(event),
    page,
  });
  return { tokens, clock, page, asked, signIns, reasons: () => asked.map(({ reason }) => reason) };
}

const fails = () => Promise.reject(new TypeError("Failed to fetch"));

test("all who wait share one request", async () => {
  const { tokens, asked } = open();
  const headers = await Promise.all([tokens.authorization(), tokens.authorization("first"), tokens.authorization()]);
  assert.deepEqual(headers, ["Bearer token-1", "Bearer token-1", "Bearer token-1"]);
  assert.equal(await tokens.authorization(), "Bearer token-1");
  assert.equal(asked.length, 1);
  assert.deepEqual([asked[0].source, asked[0].reason, asked[0].signal.aborted], ["main", "first", false]);
});

test("the next token comes at four fifths of the life, and nobody waits for it", async () => {
  const { tokens, clock, reasons } = open();
  await tokens.authorization();
  await clock.advance(LIFE * 800 - 1);
  assert.deepEqual(reasons(), ["first"]);
  await clock.advance(1);
  assert.deepEqual(reasons(), ["first", "expiry"]);
  assert.equal(await tokens.authorization(), "Bearer token-2");
  await clock.advance(LIFE * 800);
  assert.deepEqual(reasons(), ["first", "expiry", "expiry"]);
});

test("a hidden page asks for nothing, and at once when it is seen again", async () => {
  const { tokens, clock, page, reasons } = open();
  await tokens.authorization();
  page.show("hidden");
  await clock.advance(LIFE * 3000);
  assert.deepEqual(reasons(), ["first"]);
  page.show("visible");
  await settle();
  assert.deepEqual(reasons(), ["first", "expiry"]);
  page.show("visible");
  page.goOnline();
  await settle();
  assert.equal(reasons().length, 2, "a fresh token is left alone");
});

test("a token that died meanwhile is replaced before it is given out", async () => {
  const { tokens, clock, page, reasons } = open();
  await tokens.authorization();
  page.show("hidden");
  await clock.advance(LIFE * 1000);
  assert.equal(await tokens.authorization(), "Bearer token-2");
  assert.deepEqual(reasons(), ["first", "expiry"]);
});

test("a clock that runs ahead does not ask with each request", async () => {
  const { tokens, clock, asked } = open((call) => ({ token: `token-${call}`, exp: 1_600_000_000 }));
  for (let request = 0; request < 10; request++) await tokens.authorization();
  assert.equal(asked.length, 1);
  await clock.advance(30_000);
  assert.equal(asked.length, 2);
});

test("a life of years sets no timer that fires at once", async () => {
  const { tokens, clock, asked } = open((call) => ({ token: `token-${call}`, exp: 9e9 }));
  await tokens.authorization();
  await clock.advance(86_400_000);
  assert.equal(asked.length, 1);
});

test("a refused token is replaced once", async () => {
  const { tokens, reasons, signIns } = open();
  const used = await tokens.authorization();
  assert.equal(await tokens.authorization("rejected", used), "Bearer token-2");
  assert.equal(await tokens.authorization(), "Bearer token-2", "accepted: the next request");
  assert.equal(await tokens.authorization("rejected"), "Bearer token-3", "and refused later: once more");
  assert.deepEqual(reasons(), ["first", "rejected", "rejected"]);
  assert.deepEqual(signIns, []);
});

test("refused again, the page is told once, and nothing goes round in circles", async () => {
  const { tokens, clock, reasons, signIns } = open();
  await tokens.authorization();
  await tokens.authorization("rejected");
  assert.equal(await tokens.authorization("rejected"), null);
  assert.equal(await tokens.authorization("rejected"), null);
  assert.deepEqual(reasons(), ["first", "rejected"]);
  assert.deepEqual(signIns, [{ source: "main" }]);
  await clock.advance(LIFE * 5000);
  assert.equal(reasons().length, 2, "no timer goes on asking");

  await tokens.authorization("first");
  assert.equal(await tokens.authorization("rejected"), null, "a new attempt that fails as well");
  assert.equal(reasons().length, 3);
  assert.equal(signIns.length, 1, "is no news");

  await tokens.authorization("first");
  await tokens.authorization("first");
  await tokens.authorization("rejected");
  await tokens.authorization("rejected");
  assert.equal(signIns.length, 2, "after a token that worked it is news again");
});

test("requests that were refused together take one new token", async () => {
  const { tokens, reasons, signIns } = open();
  const used = await tokens.authorization();
  const together = await Promise.all([tokens.authorization("rejected", used), tokens.authorization("rejected", used), tokens.authorization()]);
  assert.deepEqual(new Set(together), new Set(["Bearer token-2"]));
  assert.equal(await tokens.authorization("rejected", used), "Bearer token-2", "and word of the old one that comes late");
  assert.deepEqual(reasons(), ["first", "rejected"]);
  assert.deepEqual(signIns, []);
});

test("a fetchToken that fails is asked again after growing pauses", async () => {
  const { tokens, clock, asked } = open((call, _request, good) => (call < 3 ? fails() : good(call)));
  const header = tokens.authorization();
  await clock.advance(999);
  assert.equal(asked.length, 1);
  await clock.advance(1);
  assert.equal(asked.length, 2);
  await clock.advance(1_999);
  assert.equal(asked.length, 2);
  await clock.advance(1);
  assert.equal(await header, "Bearer token-3");
});

test("connected again, the pause is over", async () => {
  const { tokens, page, asked } = open((call, _request, good) => (call < 2 ? fails() : good(call)));
  const header = tokens.authorization();
  await settle();
  page.goOnline();
  assert.equal(await header, "Bearer token-2");
  assert.equal(asked.length, 2);
});

test("pauses are full jitter: anything from nothing to their length", async () => {
  const waits = [];
  const clock = fakeClock();
  const page = fakePage(clock, 0.25);
  page.setTimeout = (run, ms) => {
    waits.push(ms);
    return clock.setTimer(run, ms);
  };
  const tokens = createTokens({ fetchToken: fails, source: "main", page });
  const refused = assert.rejects(tokens.authorization());
  await clock.advance(10_000);
  await refused;
  assert.deepEqual(waits.filter((ms) => ms < 30_000), [250, 500, 1000]);
});

test("one that keeps failing is an error without the portal's words, and may be asked again", async () => {
  let broken = true;
  const { tokens, clock } = open((call, _request, good) => (broken ? Promise.reject(new Error("secret-token-value")) : good(call)));
  const refused = assert.rejects(tokens.authorization(), (error) => !String(error.stack).includes("secret") && error.message.includes("main"));
  await clock.advance(60_000);
  await refused;
  assert.equal(clock.pending(), 0);
  broken = false;
  assert.match(await tokens.authorization(), /^Bearer token-/);
});

test("a renewal that fails is tried again as long as there is something to renew", async () => {
  const { tokens, clock, asked, signIns } = open((call, _request, good) => (call === 1 || call > 5 ? good(call) : fails()));
  await tokens.authorization();
  await clock.advance(LIFE * 800);
  assert.equal(await tokens.authorization(), "Bearer token-1", "the old one serves meanwhile");
  await clock.advance(70_000);
  assert.equal(asked.length, 6);
  assert.equal(await tokens.authorization(), "Bearer token-6");
  assert.deepEqual(signIns, []);
});

test("one that does not answer is cut off and counts as failed", async () => {
  const { tokens, clock, asked } = open((call, _request, good) => (call === 1 ? new Promise(() => {}) : good(call)));
  const header = tokens.authorization();
  await clock.advance(29_999);
  assert.equal(asked[0].signal.aborted, false);
  await clock.advance(1_001);
  assert.equal(asked[0].signal.aborted, true);
  assert.equal(await header, "Bearer token-2");
});

const signedOut = {
  "null": () => null,
  "an error of status 401": () => Promise.reject(Object.assign(new Error("no"), { status: 401 })),
  "an error of status 403, thrown": () => { throw Object.assign(new Error("no"), { status: 403 }); },
  "a token that is no text": () => ({ token: 17, exp: 2e9 }),
  "a token with a line break": () => ({ token: "a\r\nX-Evil: 1", exp: 2e9 }),
  "no exp": () => ({ token: "abc" }),
  "milliseconds for exp": () => ({ token: "abc", exp: 2e12 }),
};
for (const [name, answer] of Object.entries(signedOut)) {
  test(`${name} means that the page must sign in`, async () => {
    const { tokens, asked, signIns, clock } = open(answer);
    assert.equal(await tokens.authorization(), null);
    assert.deepEqual([asked.length, signIns.length, clock.pending()], [1, 1, 0]);
  });
}

test("without fetchToken no request carries a token, and a refusal is said once", async () => {
  const signIns = [];
  const tokens = createTokens({ source: "main", onAuthRequired: (event) => signIns.push(event), page: fakePage() });
  assert.equal(await tokens.authorization(), null);
  assert.deepEqual(signIns, []);
  assert.equal(await tokens.authorization("rejected"), null);
  assert.equal(await tokens.authorization("rejected"), null);
  assert.deepEqual(signIns, [{ source: "main" }]);
});

test("stopped while it holds a token, nothing is left", async () => {
  const { tokens, clock, page, asked } = open();
  await tokens.authorization();
  assert.deepEqual([clock.pending(), page.listening()], [1, 2]);
  tokens.stop();
  assert.deepEqual([clock.pending(), page.listening()], [0, 0]);
  await assert.rejects(tokens.authorization(), /nobody needs/);
  await assert.rejects(tokens.authorization("rejected"), /nobody needs/);
  await clock.advance(LIFE * 2000);
  assert.equal(asked.length, 1);
});

test("stopped while it asks, the request is aborted and nobody waits on", async () => {
  const { tokens, clock, page, asked, signIns } = open(() => new Promise(() => {}));
  const header = assert.rejects(tokens.authorization(), /nobody needs/);
  await settle();
  tokens.stop();
  await header;
  assert.equal(asked[0].signal.aborted, true);
  assert.deepEqual([clock.pending(), page.listening(), signIns.length], [0, 0, 0]);
});

test("stopped in a pause, nothing is left", async () => {
  const { tokens, clock, page, asked } = open(fails);
  const header = assert.rejects(tokens.authorization(), /nobody needs/);
  await settle();
  tokens.stop();
  await header;
  assert.deepEqual([clock.pending(), page.listening(), asked.length], [0, 0, 1]);
});

test("opened and stopped a thousand times, a page has no more listeners than before", async () => {
  const clock = fakeClock();
  const page = fakePage(clock);
  for (let turn = 0; turn < 1000; turn++) {
    const tokens = createTokens({ fetchToken: () => ({ token: "abc", exp: 2e9 }), source: "main", page });
    await tokens.authorization();
    tokens.stop();
  }
  assert.deepEqual([clock.pending(), page.listening()], [0, 0]);
});

test("seconds that come as text are seconds", async () => {
  const { tokens, clock, reasons } = open((call) => ({ token: `token-${call}`, exp: String(clock.now() / 1000 + LIFE) }));
  assert.deepEqual(await tokens.token(), await tokens.token());
  assert.equal(typeof (await tokens.token()).exp, "number");
  await clock.advance(LIFE * 800);
  assert.deepEqual(reasons(), ["first", "expiry"]);
});
