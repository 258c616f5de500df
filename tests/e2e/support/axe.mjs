// axe-core on the page as it stands.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Looks at the whole page, or at what `selector` finds. */
export async function expectAccessible(page, selector = "html") {
  const { violations } = await new AxeBuilder({ page }).include(selector).withTags(RULES).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
  expect(told, "what axe-core finds").toEqual([]);
}
