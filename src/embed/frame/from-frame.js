// What a frame sends to the page around it.
import { events } from "../names.js";
import { flag, id, maybe, name, number, oneOf, query, record, TALLEST, text, token } from "./protocol.js";

const scalar = (value) => value === null || text(4_000)(value) || Number.isFinite(value) || flag(value);
const detail = record(name, scalar);

/** Tests by type and field. */
export const fromFrame = {
  hello: { nonce: name },
  "token-request": { id, source: name, reason: oneOf(["first", "expiry", "rejected"]), used: token },
  resize: { width: number(0, 1e5), height: number(0, TALLEST) },
  event: { name: oneOf(Object.keys(events)), detail: maybe(detail) },
  error: { detail },
  // The state after it changed by itself (`id` null), or the answer to `state`.
  state: { id: maybe(id), query },
  // The answer to `call`: what the method returned, or why it failed.
  answer: { id, value: maybe(text(1e8)), error: maybe(text(4_000)) },
};

/** The `detail` of the event `name`, of nothing but its own fields; null stays null. */
export const detailOf = (name, detail) => detail && Object.fromEntries(events[name].map((field) => [field, detail[field] ?? null]));
