// What the page has configured, and who is to hear of changes.

// Without a prototype: `source="constructor"` names nothing.
const settings = { sources: Object.create(null) };
/** Elements to be told when the configuration changes. */
export const elements = new Set();
const followers = new Set();

/** `{ sources: { main: { url } }, fetchToken, locale, currency }`; replaces what it names. */
export function configure(options) {
  const { sources, ...others } = options;
  for (const [name, source] of Object.entries(sources ?? {})) {
    settings.sources[name] = { ...source, url: new URL(source.url, document.baseURI).href };
  }
  Object.assign(settings, others);
  for (const element of [...elements]) element.reconfigured(Object.keys(others));
  for (const run of [...followers]) run();
}

/** Calls `run` after each change of the configuration, until the function it returns is called. */
export function onConfigured(run) {
  followers.add(run);
  return () => followers.delete(run);
}

/** What is configured for all elements. */
export const configured = () => settings;
