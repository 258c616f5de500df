// What a frame sends to the page around it.
import { attributes, events } from "../names.js";
import { between, flag, maybe, number, oneOf, record, TALLEST, text } from "./protocol.js";

const scalar = (value) => value === null || text(value) || number(value) || flag(value);
const detail = record(text, scalar);

/** Tests by type and field. `id` is a number that the other side gave out. */
export const fromFrame = {
  hello: { nonce: text },
  "token-request": { id: number, source: text, reason: oneOf(["first", "expiry", "rejected"]), used: text },
  resize: { width: number, height: between(0, TALLEST) },
  event: { name: oneOf(events), detail: maybe(detail) },
  error: { detail },
  // The view after it changed by itself (`id` null), or the answer to `state`, with the attributes that it goes with.
  state: { id: maybe(number), query: text, attributes: record(oneOf(attributes), maybe(text)) },
  // The answer to `call`: what the method returned, or why it failed.
  answer: { id: number, value: maybe(text), error: maybe(text) },
};
