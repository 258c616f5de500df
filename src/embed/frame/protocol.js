// The messages between a page and the frame in it, and what each may hold. Both sides look at all
// that comes in; what is of another version, of an unknown type or of another shape is dropped.
//
// Only `hello` and `init` go from window to window, and `init` brings the port for all the rest.
import { attributes, customProperties, elements, events } from "../names.js";

const VERSION = 1;

/** Pixels. No content is taller; what claims to be grows without end. */
export const TALLEST = 32_000;

const text = (longest) => (value) => typeof value === "string" && value.length <= longest;
const maybe = (test) => (value) => value === null || test(value);
const oneOf = (names) => (value) => names.includes(value);
const number = (least, most) => (value) => value >= least && value <= most && typeof value === "number";
const flag = (value) => typeof value === "boolean";
const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// An object of any of these names (all, where `names` is a test), each with a value that passes `test`.
const record = (names, test) => (value) => plain(value) && Object.entries(value).every(([name, it]) => names(name) && test(it));
// An object that has at least these fields.
const fields = (tests) => (value) => plain(value) && Object.entries(tests).every(([name, test]) => Object.hasOwn(value, name) && test(value[name]));

const id = number(1, Number.MAX_SAFE_INTEGER);
const nonce = text(64);
const name = text(200);
const attribute = maybe(text(2_000));
const query = maybe(text(20_000));
const scalar = (value) => value === null || text(4_000)(value) || Number.isFinite(value) || flag(value);
const properties = record(oneOf(customProperties), text(200));

/** What a frame sends: tests by type and field. */
export const fromFrame = {
  hello: { nonce },
  "token-request": { id, source: name, reason: oneOf(["first", "expiry", "rejected"]), used: text(16_000) },
  resize: { width: number(0, 1e5), height: number(0, TALLEST) },
  event: { name: oneOf(Object.keys(events)), detail: maybe(record(name, scalar)) },
  error: { detail: record(name, scalar) },
  // The state after it changed by itself (`id` null), or the answer to `state`.
  state: { id: maybe(id), query: text(20_000) },
  // The answer to `call`: what the method returned, or why it failed.
  answer: { id, value: maybe(text(1e8)), error: maybe(text(4_000)) },
};

/** What a page sends to its frame. */
export const fromPage = {
  init: {
    nonce,
    element: oneOf(elements),
    attributes: record(oneOf(attributes), attribute),
    sources: record(name, fields({ url: text(4_000) })),
    locale: attribute,
    currency: attribute,
    properties,
    state: query,
    tokens: flag,
  },
  // The answer to `token-request`; null where nobody is signed in, `failed` where it may be asked again.
  token: { id, token: maybe(fields({ token: text(16_000), exp: Number.isFinite })), failed: flag },
  theme: { value: attribute, properties },
  locale: { value: attribute },
  attribute: { name: oneOf(attributes), value: attribute },
  // Sets the state, or asks for it where `query` is null; answered by `state` with the same `id`.
  state: { id, query },
  call: { id, method: oneOf(["refresh", "exportCsv"]) },
  destroy: {},
};

/** A message of this version, ready to be posted. */
export const message = (type, content) => ({ ...content, paceboard: VERSION, type });

/** Whether `data` is a message of this version that `schemas` (one of the two above) describes. */
export function isMessage(data, schemas) {
  if (!plain(data) || data.paceboard !== VERSION || !Object.hasOwn(schemas, data.type)) return false;
  return fields(schemas[data.type])(data);
}

/** The `detail` of the event `name`, of nothing but its own fields; null stays null. */
export const detailOf = (name, detail) => detail && Object.fromEntries(events[name].map((field) => [field, detail[field] ?? null]));
