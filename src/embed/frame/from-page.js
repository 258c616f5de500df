// What a page sends to its frame.
import { attributes } from "../names.js";
import { fields, flag, looks, maybe, number, oneOf, record, text } from "./protocol.js";

const value = maybe(text);
const properties = record(oneOf(looks), text);

/** Tests by type and field. */
export const fromPage = {
  init: {
    nonce: text,
    element: text,
    attributes: record(oneOf(attributes), value),
    sources: record(text, fields({ url: text })),
    locale: value,
    currency: value,
    properties,
    state: value,
    tokens: flag,
  },
  // The answer to `token-request`; null where nobody is signed in, `failed` where it may be asked again.
  token: { id: number, token: maybe(fields({ token: text, exp: number })), failed: flag },
  theme: { value, properties },
  locale: { value },
  attribute: { name: oneOf(attributes), value },
  // Sets the state, or asks for it where `query` is null; answered by `state` with the same `id`.
  state: { id: number, query: value },
  call: { id: number, method: oneOf(["refresh", "exportCsv"]) },
  destroy: {},
};
