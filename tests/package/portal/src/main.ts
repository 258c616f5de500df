// What a portal's script does with the package; tests/e2e/package.spec.mjs compiles, builds and opens it.
import { Paceboard, type PaceElement } from "paceboard";

Paceboard.configure({ sources: { main: { url: "/sales.json" } }, locale: "en" });

const goal: PaceElement | null = document.querySelector("pace-goal");
goal?.addEventListener("pace-ready", ({ detail }) => {
  const asOf: string | null = detail.asOf;
  document.documentElement.dataset.asOf = asOf ?? "";
});

document.querySelector("pace-frame")?.addEventListener("pace-ready", () => {
  document.documentElement.dataset.frame = "ready";
});
