// What every page of a test configures: where the document is, and a note of each event.
window.news = [];
for (const name of ["ready", "stale", "error", "select", "window", "resize", "auth-required"]) {
  addEventListener(`pace-${name}`, (event) => window.news.push({ name, from: event.target.localName, detail: event.detail }));
}
window.Paceboard.configure({ sources: { main: { url: "main.json" } }, locale: "en" });
