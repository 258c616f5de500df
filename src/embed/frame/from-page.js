// What a page sends to its frame.
import { attributes, customProperties } from "../names.js";
import { fields, flag, id, maybe, name, oneOf, query, record, text, token } from "./protocol.js";

const value = maybe(text(2_000));
const properties = record(oneOf(customProperties), name);

/** Tests by type and field. */
export const fromPage = {
  init: {
    nonce: name,
    element: name,
    attributes: record(oneOf(attributes), value),
    sources: record(name, fields({ url: text(4_000) })),
    locale: value,
    currency: value,
    properties,
    state: maybe(query),
    tokens: flag,
  },
  // The answer to `token-request`; null where nobody is signed in, `failed` where it may be asked again.
  token: { id, token: maybe(fields({ token, exp: Number.isFinite })), failed: flag },
  theme: { value, properties },
  locale: { value },
  attribute: { name: oneOf(attributes), value },
  // Sets the state, or asks for it where `query` is null; answered by `state` with the same `id`.
  state: { id, query: maybe(query) },
  call: { id, method: oneOf(["refresh", "exportCsv"]) },
  destroy: {},
};
