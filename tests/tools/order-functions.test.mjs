import assert from "node:assert/strict";
import { test } from "node:test";
import { byLikeness } from "../../tools/order-functions.mjs";

const functions = (...bodies) => bodies.map((body) => Buffer.from(body));

test("functions that share code stand beside each other, the longest first", () => {
  const [sums, sumsToo, names, namesToo] = ["load add store load add store end!", "load add store end", "call get length", "call get length return"];
  assert.deepEqual(byLikeness(functions(names, sums, namesToo, sumsToo)), [1, 3, 0, 2]);
});

test("every function has one place, also those that share nothing, are equal, or are shorter than a piece", () => {
  const order = byLikeness(functions("ab", "abc", "abcdefgh", "abcdefgh", "zyxwvuts", "ab"));
  assert.deepEqual(order.toSorted(), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(order.slice(0, 2), [2, 3]);
});

test("without functions there is no order", () => assert.deepEqual(byLikeness([]), []));
