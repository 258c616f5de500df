// The measures, each on a page of its own, read off the page's User Timing.

import { LONG_MS, durations, onFreshPage, visit, whenComplete } from "./page.mjs";

/** Time in which a page is left alone while it starts: whoever asks it meanwhile has it run his scripts in between. */
const UNDISTURBED_MS = 2_500;

/** From navigation to the page with its board, then with all figures; to the first frame of an empty page, and to the names on a plain one. */
export async function measureStart(browser, site, rounds) {
  const ready = [];
  const complete = [];
  const empty = [];
  const plain = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await onFreshPage(browser, site.empty, firstPaint));
    plain.push(...(await onFreshPage(browser, site.plain, (page) => marked(page, ["plain"]))));
    const [board, all] = await onFreshPage(browser, site.page(), (page) => marked(page, ["paceboard:ready", "paceboard:complete"]));
    ready.push(board);
    complete.push(all);
  }
  return { ready, complete, empty, plain };
}

/** What a visitor of every day waits for: the same with the program in the browser's cache, compared with an empty page that is no news either. */
export async function measureReturn(browser, site, rounds) {
  const ready = [];
  const empty = [];
  for (let round = 0; round < rounds; round += 1) {
    await onFreshPage(browser, site.empty, async (page) => {
      for (let visit = 1; visit < VISITS; visit += 1) {
        await page.goto(site.page());
        await marked(page, ["paceboard:complete"]);
        await page.goto(site.empty);
      }
      empty.push(await firstPaint(page));
      await page.goto(site.page());
      ready.push(...(await marked(page, ["paceboard:ready"])));
    });
  }
  return { ready, empty };
}

/** When the page set each of these marks. */
async function marked(page, marks) {
  await page.waitForTimeout(UNDISTURBED_MS);
  const times = (marks) => marks.map((mark) => performance.getEntriesByName(mark)[0]?.startTime);
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, marks.at(-1), { timeout: LONG_MS });
  return page.evaluate(times, marks);
}

async function firstPaint(page) {
  await page.waitForTimeout(UNDISTURBED_MS);
  await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0, null, { timeout: LONG_MS });
  return page.evaluate(() => performance.getEntriesByName("first-paint")[0].startTime);
}

/** The browser keeps what it has compiled once it has run it often enough: not yet at the second visit. */
const VISITS = 4;

/** So many of the looks that a page takes in its life: during the first of them the browser still compiles for speed. */
const LATER_READS = 8;

/** Reading the sample's main document: by the page, and by the browser's own means. */
export async function measureParse(browser, site, rounds) {
  const first = [];
  const firstSums = [];
  const later = [];
  const laterSums = [];
  const json = [];
  for (let round = 0; round < rounds; round += 1) {
    await onFreshPage(browser, site.page(), async (page) => {
      await whenComplete(page);
      await page.waitForLoadState("networkidle");
      // What was read of it ahead of the rest counts too.
      const opening = (await durations(page, "paceboard:opening")).reduce((sum, duration) => sum + duration, 0);
      first.push(opening + (await durations(page, "paceboard:parse"))[0]);
      firstSums.push(...(await durations(page, "paceboard:sums")).slice(0, 1));
      const again = await readAgain(page, LATER_READS);
      later.push(...again.parses);
      laterSums.push(...again.sums);
      json.push(...(await page.evaluate(parseByBrowser, 5)));
    });
  }
  return { first, firstSums, later, laterSums, json };
}

/** Has the page look for newer data, so many times. */
async function readAgain(page, times) {
  const found = { parses: [], sums: [] };
  for (let time = 0; time < times; time += 1) {
    await page.evaluate(() => ["paceboard:parse", "paceboard:sums"].forEach((name) => performance.clearMeasures(name)));
    await page.getByTestId("refresh").click();
    await page.waitForFunction(() => performance.getEntriesByName("paceboard:sums").length > 0, null, { timeout: LONG_MS });
    found.parses.push((await durations(page, "paceboard:parse"))[0]);
    found.sums.push((await durations(page, "paceboard:sums"))[0]);
    await page.waitForLoadState("networkidle");
  }
  return found;
}

async function parseByBrowser(times) {
  const bytes = await fetch("sample.sales.json", { cache: "no-store" }).then((response) => response.arrayBuffer());
  const found = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    const parsed = JSON.parse(new TextDecoder().decode(bytes));
    found.push(performance.now() - start);
    if (parsed.format !== "channel-sales") throw new Error("not the sample");
    // Time for the collector to take the last one away, outside what is measured.
    await new Promise((next) => setTimeout(next, 20));
  }
  return found;
}

/** Other windows, chosen one after the other. */
export function measureChanges(browser, site, changes) {
  return onFreshPage(browser, site.page(), async (page) => {
    await whenComplete(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      performance.clearMeasures("paceboard:board");
      performance.clearMeasures("paceboard:update");
    });
    for (let change = 0; change < changes; change += 1) {
      const day = String(1 + (change % 28)).padStart(2, "0");
      await visit(page, `?window=2021-${change % 2 ? "05" : "07"}-${day}..2021-11-${day}`);
    }
    return { board: await durations(page, "paceboard:board"), update: await durations(page, "paceboard:update") };
  });
}

/** Drawings of charts, each from changes that have that one drawn anew. */
export async function measureCharts(browser, site, changes) {
  const themed = (query) => [`${query}&theme=light`, `${query}&theme=dark`];
  const burnUp = await drawings(browser, site, themed("?lang=zh"), changes);
  // A change of theme has both charts drawn, in one order each time; the second is the detail's.
  const both = await drawings(browser, site, themed("?lang=zh&focus=c0001"), changes);
  const compared = (count) => drawings(browser, site, comparisons(count), changes);
  return { burnUp, detail: both.filter((_, at) => at % 2 === 1), two: await compared(2), six: await compared(6) };
}

/** The times of all drawings while the page goes from one of `queries` to the other. */
function drawings(browser, site, queries, changes) {
  return onFreshPage(browser, site.page(queries[0]), async (page) => {
    await whenComplete(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => performance.clearMeasures("paceboard:chart"));
    for (let change = 1; change <= changes; change += 1) await visit(page, queries[change % 2]);
    return durations(page, "paceboard:chart");
  });
}

/** The same rows compared in one order and in the other, which leaves the burn-up behind them alone. */
function comparisons(count) {
  const rows = Array.from({ length: count }, (_, index) => `c000${index + 1}`);
  return [rows, [...rows].reverse()].map((order) => `?lang=zh&compare=${order}&compare_as=cumulative`);
}

/** What is foretold of the sample's channels: at the start, and from other days; without drawing. */
export function measureOutlook(browser, site, rounds) {
  return onFreshPage(browser, site.page(), async (page) => {
    await whenComplete(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => performance.clearMeasures("paceboard:outlook"));
    for (let change = 0; change < rounds; change += 1) await visit(page, `?as_of=2021-12-${String(1 + (change % 28)).padStart(2, "0")}`);
    return durations(page, "paceboard:outlook");
  });
}

/** A hundred thousand channels: the longest task of 50 ms or more once they are on screen (0 where there is none), and how long the year's end takes. */
export async function measureCrowd(browser, site, rounds) {
  const longest = [];
  const foretold = [];
  for (let round = 0; round < rounds; round += 1) {
    await onFreshPage(browser, site.page(), async (page) => {
      await page.addInitScript(watchLongTasks);
      await page.goto(site.page("?source=crowd.json"));
      await page.waitForFunction(() => performance.getEntriesByName("paceboard:outlook").length > 0, null, { timeout: LONG_MS });
      // The frame with what was foretold.
      await page.evaluate(() => new Promise((next) => setTimeout(next, 500)));
      const { tasks, readyAt } = await page.evaluate(() => ({ tasks: window.longTasks, readyAt: performance.getEntriesByName("paceboard:ready")[0].startTime }));
      // Reading the document is one; a browser that tells of none tells of no others either.
      if (tasks.length === 0) throw new Error("the browser reports no long tasks");
      const after = tasks.filter(({ start }) => start >= readyAt).map(({ duration }) => duration);
      longest.push(Math.max(0, ...after));
      foretold.push((await durations(page, "paceboard:outlook"))[0]);
    });
  }
  return { longest, foretold };
}

/** Tasks of 50 ms and more, which the browser counts as long. */
function watchLongTasks() {
  window.longTasks = [];
  const note = (list) => window.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, duration })));
  new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
}
