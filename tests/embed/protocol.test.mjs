// The shapes of messages: what both sides accept, and what they drop.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFrame } from "../../src/embed/frame/from-frame.js";
import { fromPage } from "../../src/embed/frame/from-page.js";
import { isMessage, message, TALLEST } from "../../src/embed/frame/protocol.js";

const detail = { source: "main", asOf: "2021-08-31" };
const init = {
  nonce: "1-2-3-4",
  element: "pace-rank",
  attributes: { metric: "gmv", channel: null },
  sources: { main: { url: "https://data.example/sales.json" } },
  locale: null,
  currency: "CNY",
  properties: { "--pace-accent": "teal", "color-scheme": "light dark" },
  state: null,
  tokens: true,
};

const good = {
  frame: {
    hello: { nonce: "1-2-3-4" },
    "token-request": { id: 1, source: "main", reason: "expiry", used: "" },
    resize: { width: 320, height: 160 },
    event: { name: "pace-ready", detail },
    error: { detail: { code: "unreachable", message: "HTTP 503", retryable: true, retryAt: null } },
    state: { id: null, query: "?window=28d", attributes: { window: null, channel: "alpha" } },
    answer: { id: 3, value: "a,b\r\n", error: null },
  },
  page: {
    init,
    token: { id: 1, token: { token: "abc", exp: 1_700_000_000 }, failed: false },
    theme: { value: "dark", properties: {} },
    locale: { value: null },
    attribute: { name: "metric", value: "orders" },
    state: { id: 2, query: null },
    call: { id: 3, method: "exportCsv" },
    destroy: {},
  },
};
const types = { frame: fromFrame, page: fromPage };

for (const side of ["frame", "page"]) {
  test(`each type that a ${side} sends is known, with these fields`, () => {
    assert.deepEqual(Object.keys(good[side]), Object.keys(types[side]));
    for (const [type, content] of Object.entries(good[side])) {
      assert.equal(isMessage(message(type, content), types[side]), true, type);
      assert.equal(isMessage({ ...message(type, content), news: 1 }, types[side]), true, `${type} of a later minor version`);
    }
  });

  test(`a field that a ${side} leaves out, or of another type, drops the message`, () => {
    for (const [type, content] of Object.entries(good[side])) {
      for (const field of Object.keys(content)) {
        const { [field]: taken, ...rest } = content;
        assert.equal(isMessage(message(type, rest), types[side]), false, `${type} without ${field}`);
        for (const wrong of [undefined, Symbol.iterator, () => taken, [taken]]) {
          assert.equal(isMessage(message(type, { ...rest, [field]: wrong }), types[side]), false, `${type} with a wrong ${field}`);
        }
      }
    }
  });
}

test("neither side takes the other's messages, another version's, or what is no message", () => {
  assert.equal(isMessage(message("init", init), fromFrame), false);
  assert.equal(isMessage(message("resize", good.frame.resize), fromPage), false);
  for (const paceboard of [0, 2, "1", 1n, null, undefined, [1]]) {
    assert.equal(isMessage({ ...message("destroy", {}), paceboard }, fromPage), false, String(paceboard));
  }
  for (const data of [null, undefined, 1, "destroy", [], [message("destroy", {})], { paceboard: 1 }]) {
    assert.equal(isMessage(data, fromPage), false);
  }
  for (const type of ["toString", "__proto__", "constructor", "", null, ["destroy"]]) {
    assert.equal(isMessage({ paceboard: 1, type }, fromPage), Array.isArray(type), String(type));
  }
});

const wrong = {
  frame: [
    ["resize", { width: 320, height: -1 }],
    ["resize", { width: 320, height: TALLEST + 1 }],
    ["resize", { width: NaN, height: 160 }],
    ["resize", { width: Infinity, height: 160 }],
    ["token-request", { id: "1", source: "main", reason: "first", used: "" }],
    ["event", { name: "click", detail }],
    ["event", { name: "pace-ready", detail: { source: { deep: 1 } } }],
    ["token-request", { id: 1, source: "main", reason: "please", used: "" }],
    ["error", { detail: null }],
  ],
  page: [
    ["init", { ...init, attributes: { onclick: "alert(1)" } }],
    ["init", { ...init, attributes: { metric: 1 } }],
    ["init", { ...init, sources: { main: "https://data.example/" } }],
    ["init", { ...init, properties: { color: "red" } }],
    ["attribute", { name: "style", value: "" }],
    ["token", { id: 1, token: { token: "abc" }, failed: false }],
    ["call", { id: 1, method: "destroy" }],
    ["call", { id: 1, method: "constructor" }],
  ],
};
for (const side of ["frame", "page"]) {
  test(`values that a ${side} may not send drop the message`, () => {
    for (const [type, content] of wrong[side]) {
      assert.equal(isMessage(message(type, content), types[side]), false, JSON.stringify([type, content]).slice(0, 100));
    }
  });
}
