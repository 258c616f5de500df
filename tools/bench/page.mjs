// Pages that are measured, and what they tell of themselves.

export const LONG_MS = 120_000;
const viewport = { width: 1440, height: 900 };

/** Runs `work` on a page that has no cache. */
export async function onFreshPage(browser, url, work) {
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await work(page);
  } finally {
    await context.close();
  }
}

export const durations = (page, name) => page.evaluate((name) => performance.getEntriesByName(name, "measure").map((entry) => entry.duration), name);

/** Waits until all figures are painted. */
export const whenComplete = (page) => page.waitForFunction(() => performance.getEntriesByName("paceboard:complete").length > 0, null, { timeout: LONG_MS });

/** Goes to another view of the same page, as Back and Forward do, and waits until it is painted. */
export async function visit(page, query) {
  await page.evaluate(async (query) => {
    const before = performance.getEntriesByName("paceboard:update").length;
    history.pushState(null, "", query);
    dispatchEvent(new PopStateEvent("popstate"));
    const end = performance.now() + 5_000;
    while (performance.getEntriesByName("paceboard:update").length === before && performance.now() < end) {
      await new Promise((next) => requestAnimationFrame(next));
    }
  }, query);
}
