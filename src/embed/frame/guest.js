// The element in the frame: made as the page says, told what the page sends, and heard.
import { attributes, elements, events } from "../names.js";
import { sendHeights } from "./heights.js";
import { looks } from "./protocol.js";
import { createTokenRequests } from "./token-requests.js";

const root = document.documentElement;
const deeds = ["click", "input", "keyup"]; // What readers change a view by.
const content = document.getElementById("content");

/** Shows what `init` asks for and gives what is to be done with each later message, by type.
 * `send(type, content)` reaches the page until `hangUp()`. */
export function show(init, send, hangUp) {
  const { Paceboard } = globalThis;
  if (!Paceboard) throw new Error("the script of the elements did not load");
  if (!elements.includes(init.element)) throw new Error(`there is no element "${init.element}"`);
  const tokens = createTokenRequests(send);
  configure(Paceboard, init, tokens.fetchToken);
  applyLooks(init.properties);
  speak(init.attributes.locale || init.locale);
  const element = create(init);
  const ends = [forward(element, send), sendHeights(content, send, element.shadowRoot), tokens.end, hangUp];
  content.append(element);
  if (init.state !== null) element.setState(brought(init));
  return { ...answers(element, send, init.locale), token: tokens.answered, destroy: () => end(element, ends) };
}

function configure(Paceboard, { sources, tokens, locale, currency }, fetchToken) {
  Paceboard.configure({
    sources,
    fetchToken: tokens ? fetchToken : undefined,
    locale: locale ?? undefined,
    currency: currency ?? undefined,
  });
}

function create(init) {
  const element = document.createElement(init.element);
  for (const [name, value] of Object.entries(init.attributes)) setAttribute(element, name, value);
  // The browser loads a frame when it comes near the screen. How near, nobody in it can see: an
  // element that waited would keep its room until it is on the screen itself.
  element.setAttribute("loading", "eager");
  return element;
}

// The view that another frame was left with. Language, currency and theme are as the page says by now.
function brought({ state, attributes, locale, currency }) {
  const query = new URLSearchParams(state);
  const said = { lang: attributes.locale || locale, currency, theme: attributes.theme };
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value);
  return query.toString();
}

function end(element, ends) {
  for (const run of ends) run();
  element.destroy();
  element.remove();
}

// What the page may have the element do.
function answers(element, send, locale) {
  const tellState = (id) => send("state", stateOf(element, id));
  const set = (name, value) => {
    setAttribute(element, name, value);
    if (name === "locale") speak(value || locale);
    tellState();
  };
  return {
    theme({ value, properties }) {
      applyLooks(properties);
      set("theme", value);
    },
    locale: ({ value }) => set("locale", value),
    attribute: ({ name, value }) => set(name, value),
    state({ id, query }) {
      if (query !== null) element.setState(query);
      tellState(id);
    },
    async call({ id, method }) {
      send("answer", { id, ...(await outcome(element, method)) });
    },
  };
}

// The view, with the attributes that are in it: what the page sets after that outranks it.
function stateOf(element, id = null) {
  const named = attributes.map((name) => [name, element.getAttribute(name)]);
  return { id, query: element.getState(), attributes: Object.fromEntries(named) };
}

/** What a method returns, or why it failed. `method` is one that from-page.js lets through. */
async function outcome(element, method) {
  try {
    return { value: (await element[method]()) ?? null, error: null };
  } catch (error) {
    return { value: null, error: String(error?.message ?? error) };
  }
}

// All events but the element's own size: the frame's is what the page sees.
function forward(element, send) {
  const ending = new AbortController();
  const hear = ({ type, detail }) => {
    if (type === "pace-error") send("error", { detail });
    else send("event", { name: type, detail });
    send("state", stateOf(element));
  };
  const heard = events.filter((name) => name !== "pace-resize");
  for (const name of heard) element.addEventListener(name, hear, { signal: ending.signal });
  const look = tellChanges(element, send);
  for (const name of deeds) element.addEventListener(name, look, { signal: ending.signal });
  return () => ending.abort();
}

// Most of what a reader can choose has no event of its own, but the page has to know the view all the
// same: a frame that is moved is loaded again, and starts from there.
function tellChanges(element, send) {
  let told = "";
  const look = () => {
    const state = stateOf(element);
    if (state.query !== told) send("state", state);
    told = state.query;
  };
  return () => setTimeout(look);
}

// Those that the page no longer sets are taken away. A frame whose color-scheme is not the page's
// would be painted over a white or black ground of its own, corners of cards and all.
function applyLooks(properties) {
  for (const name of looks) root.style.setProperty(name, properties[name] ?? "");
}

// What is said where the program cannot be loaded is said in the language of the document.
function speak(locale) {
  root.lang = locale || navigator.language;
}

function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
