// The elements on a page of others: how soon they show figures, beside the whole page.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { LONG_MS, onFreshPage, whenComplete } from "./page.mjs";

const GOAL = '<pace-goal channel="c0001" loading="eager"></pace-goal>';

/** Each kind at least once, the small ones more often, as pages have them. */
const MIX = [
  GOAL,
  '<pace-goal channel="c0002" loading="eager"></pace-goal>',
  '<pace-goal channel="c0003" loading="eager"></pace-goal>',
  '<pace-goal partner="p001" loading="eager"></pace-goal>',
  '<pace-rank channel="c0001" loading="eager"></pace-rank>',
  '<pace-rank channel="c0002" loading="eager"></pace-rank>',
  '<pace-rank partner="p001" loading="eager"></pace-rank>',
  '<pace-programme loading="eager"></pace-programme>',
  '<pace-leaderboard loading="eager"></pace-leaderboard>',
  '<pace-board loading="eager"></pace-board>',
];

/** The pages by address: the least that a page needs to have elements on it. */
export const elementPages = {
  "/one-element.html": ["text/html", host([GOAL])],
  "/ten-elements.html": ["text/html", host(MIX)],
  "/elements.js": ["text/javascript", `(${setUp})();`],
};

function host(elements) {
  const body = elements.map((element) => element.replace(" ", ' source="main" ')).join("\n");
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Elements</title><link rel="icon" href="data:,">
<script type="module" src="paceboard.js"></script><script type="module" src="elements.js"></script><body>${body}</body></html>`;
}

/** Runs on the page: has the elements' data, and notes when each is ready. */
function setUp() {
  addEventListener("pace-ready", () => performance.mark("element"));
  addEventListener("pace-error", (event) => performance.mark("element-failed", { detail: event.detail.message }));
  globalThis.Paceboard.configure({ sources: { main: { url: "sample.sales.json" } } });
}

/** From navigation to the last element's figures, for one element and for ten; and to the whole page's. */
export async function measureElements(browser, site, rounds) {
  const found = { page: [], one: [], ten: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.page.push(await onFreshPage(browser, site.page(), completeAt));
    found.one.push(await onFreshPage(browser, site.page("one-element.html"), (page) => lastElement(page, 1)));
    found.ten.push(await onFreshPage(browser, site.page("ten-elements.html"), (page) => lastElement(page, MIX.length)));
  }
  return found;
}

/** When the whole page stands, with all figures. */
async function completeAt(page) {
  await whenComplete(page);
  return page.evaluate(() => performance.getEntriesByName("paceboard:complete")[0].startTime);
}

async function lastElement(page, count) {
  const enough = (count) => performance.getEntriesByName("element-failed").length > 0 || performance.getEntriesByName("element").length >= count;
  await page.waitForFunction(enough, count, { timeout: LONG_MS });
  return page.evaluate(() => {
    const [failed] = performance.getEntriesByName("element-failed");
    if (failed) throw new Error(`an element failed: ${failed.detail}`);
    return performance.getEntriesByName("element").at(-1).startTime;
  });
}

/** Bytes of the script that a page includes, after brotli. */
export function loaderSize(dir) {
  const script = readdirSync(dir).find((name) => /^paceboard\.v\d+-.*\.js\.br$/.test(name));
  return script ? statSync(join(dir, script)).size : NaN;
}
