// Registers the elements, once on a page. tools/finish-dist.mjs fills in VERSION.
/* global VERSION */
import { PaceElement } from "./element.js";
import { base } from "./files.js";
import { frameClass } from "./frame/parent.js";
import { createTokens } from "./late-tokens.js";
import { attributes, elements } from "./names.js";
import { configure, configured, onConfigured } from "./sources.js";

const KEY = Symbol.for("paceboard");

function register() {
  const taken = [...elements, "pace-frame"].find((name) => customElements.get(name));
  if (taken) throw new Error(`Paceboard ${VERSION}: <${taken}> is taken`);
  for (const name of elements) customElements.define(name, class extends PaceElement {});
  customElements.define("pace-frame", frameClass(base, configured, onConfigured, createTokens));
  return Object.freeze({ version: VERSION, configure, attributes: Object.freeze([...attributes]) });
}

const present = globalThis[KEY];
if (present && present.version !== VERSION) {
  throw new Error(`Paceboard ${present.version} is on this page, so ${VERSION} was not started`);
}
export const Paceboard = present ?? register();
globalThis[KEY] = Paceboard;
globalThis.Paceboard = Paceboard;
