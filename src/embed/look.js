// How elements look on the page around them: light or dark, how high, how dense.
import { elements } from "./sources.js";

const systemDark = matchMedia("(prefers-color-scheme: dark)");

/** Whether the page around an element is dark: one that says nothing of it is light, whatever the system. */
export function isDark(element) {
  const { colorScheme } = getComputedStyle(element);
  return colorScheme.includes("dark") && (!colorScheme.includes("light") || systemDark.matches);
}

/** Has what stands in an element follow its attributes. */
export function applyLook(root, { density, height }) {
  root.dataset.density = density || "normal";
  const isFixed = /^\d+(\.\d+)?(px)?$/.test(height);
  root.style.setProperty("--pace-height", isFixed ? `${parseFloat(height)}px` : "auto");
  root.style.minBlockSize = isFixed ? "0" : "";
  root.dataset.height = isFixed ? "fixed" : "auto";
}

let asked = false;
/** Has all elements look again at the page around, once for all that changes together. */
export function restyleAll() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    for (const element of elements) element.restyle();
  });
}

// A page that changes its theme does so by an attribute of its root, or by the system's choice.
systemDark.addEventListener("change", restyleAll);
const watched = { attributeFilter: ["class", "style", "data-theme", "data-color-scheme", "data-bs-theme", "theme"] };
const observer = new MutationObserver(restyleAll);
observer.observe(document.documentElement, watched);
if (document.body) observer.observe(document.body, watched);
