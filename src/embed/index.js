// Registers the elements, once on a page. tools/finish-dist.mjs fills in VERSION.
/* global VERSION */
import { attributes, PaceElement } from "./element.js";
import { configure } from "./sources.js";

const KEY = Symbol.for("paceboard");
const names = ["pace-board", "pace-leaderboard", "pace-goal", "pace-rank", "pace-programme"];

function register() {
  const taken = names.find((name) => customElements.get(name));
  if (taken) throw new Error(`Paceboard ${VERSION}: <${taken}> is registered already, by something else on this page.`);
  for (const name of names) customElements.define(name, class extends PaceElement {});
  return Object.freeze({ version: VERSION, configure, attributes: Object.freeze([...attributes]) });
}

const present = globalThis[KEY];
if (present && present.version !== VERSION) {
  throw new Error(`Paceboard ${present.version} is on this page already, so ${VERSION} was not started. Load one of them.`);
}
export const Paceboard = present ?? register();
globalThis[KEY] = Paceboard;
globalThis.Paceboard = Paceboard;
