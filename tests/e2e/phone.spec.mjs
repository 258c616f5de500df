// A phone: 375 pixels, fingers.
import { json } from "./support/answers.mjs";
import { detail, expectQuery, expectTop, open, openDocument, rowOf, rows, scroller, search } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";

test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

/** What sticks out of the page to the right. */
const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const toDate = sample.board();

for (const lang of ["zh", "en"]) {
  test(`nothing sticks out of the page in ${lang}, whatever is open`, async ({ page }) => {
    await open(page, `./?lang=${lang}`);
    expect(await overhang(page)).toBe(0);
    for (const button of await page.locator(".filters button[aria-haspopup=dialog]").all()) {
      await button.tap();
      const panel = page.locator(".panel");
      await expect(panel).toBeVisible();
      const box = await panel.boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(375);
      expect(box.y + box.height).toBeLessThanOrEqual(741);
      expect(await overhang(page)).toBe(0);
      await page.keyboard.press("Escape");
      await expect(panel).toHaveCount(0);
    }
    await search(page).fill("zzzz");
    await expect(page.getByTestId("leaderboard-empty")).toBeVisible();
    expect(await overhang(page)).toBe(0);
  });
}

test("what compared figures are has room for its words", async ({ page }) => {
  await open(page, "./?lang=zh&compare=c1876,c0001,c0002,c0003,c0004,c0005&compare_as=cumulative");
  const names = page.getByTestId("comparison-facts").locator("tr > :first-child");
  await expect(names.first()).toBeVisible();
  expect(Math.min(...(await names.evaluateAll((all) => all.map((it) => it.clientWidth))))).toBeGreaterThanOrEqual(90);
});

test("tables of words break their lines", async ({ page }) => {
  for (const [lang, width] of [["en", 375], ["en", 414], ["zh", 320]]) {
    await page.setViewportSize({ width, height: 740 });
    await open(page, `./?lang=${lang}&open=audience`);
    await expect(page.getByTestId("support")).toBeVisible();
    expect(await overhang(page), `${lang} at ${width}`).toBe(0);
  }
});

test("the answer stands on the first screen: how many, of how many, and whether that is enough", async ({ page }) => {
  await open(page);
  for (const part of ["told-over", "verdict", "crossed-week"]) await expect(page.getByTestId(part)).toBeInViewport();
});

test("a row is read without scrolling sideways, and a tap opens its detail over the whole screen", async ({ page }) => {
  await open(page);
  await expectTop(page, toDate, 5);
  const row = rowOf(page, toDate[1].id);
  await row.scrollIntoViewIfNeeded();
  await expect(row.locator(".cell-name")).toBeInViewport();
  await expect(row.locator(".cell-value")).toBeInViewport({ ratio: 1 });
  await expect(row.locator(".cell-progress")).toBeInViewport({ ratio: 1 });
  expect(await scroller(page).evaluate((list) => list.scrollWidth - list.clientWidth)).toBeLessThanOrEqual(1);
  expect((await row.boundingBox()).height).toBeGreaterThanOrEqual(44);

  await row.tap();
  await expectQuery(page, { focus: toDate[1].id });
  const box = await detail(page).boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 375 });
  expect(box.height).toBeGreaterThanOrEqual(740);
  expect(await overhang(page)).toBe(0);
  await expect(detail(page).getByRole("heading", { level: 2 })).toBeInViewport();
  await page.getByTestId("detail-close").tap();
  await expect(detail(page)).toHaveCount(0);
  // The reader is where they were.
  await expect(row).toBeInViewport();
});

test("Back closes the detail as it closes a screen", async ({ page }) => {
  await open(page);
  await rowOf(page, toDate[0].id).tap();
  await expect(detail(page)).toBeVisible();
  await page.goBack();
  await expect(detail(page)).toHaveCount(0);
  await expect(rows(page).first()).toBeVisible();
});

test("a finger on a chart shows the figures of its day, and the page still scrolls under it", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=alpha");
  const stage = detail(page).getByTestId("chart-stage");
  await stage.scrollIntoViewIfNeeded();
  await stage.tap({ position: { x: 90, y: 80 } });
  await expect(detail(page).getByTestId("chart-tooltip")).toBeVisible();
  const tip = await detail(page).getByTestId("chart-tooltip").boundingBox();
  expect(tip.x).toBeGreaterThanOrEqual(0);
  expect(tip.x + tip.width).toBeLessThanOrEqual(375);
  await expect(stage).toHaveCSS("touch-action", /pan-y|auto|manipulation/);
});

test("what fingers press is large enough, or has room around it", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=alpha");
  const small = await page.evaluate(() => {
    const shown = [...document.querySelectorAll("button, a[href], input, select, summary")].filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().width > 1);
    const isSmall = (it) => {
      const box = it.getBoundingClientRect();
      return box.width < 24 || box.height < 24;
    };
    return shown.filter(isSmall).map((it) => it.outerHTML.slice(0, 100));
  });
  expect(small).toEqual([]);
});

test("the order of the rows can be chosen where there are no headings", async ({ page }) => {
  await open(page);
  await page.getByTitle("显示", { exact: true }).tap();
  const panel = page.getByRole("dialog", { name: "显示" });
  await panel.getByRole("combobox").selectOption({ label: "直播间" });
  await expectQuery(page, { sort: "name" });
});

for (const width of [768, 1920]) {
  test.describe(`a window of ${width} pixels`, () => {
    test.use({ viewport: { width, height: 1000 }, hasTouch: false, isMobile: false });

    test("holds the page without scrolling sideways, whatever is open", async ({ page }) => {
      for (const view of ["", "lang=en&focus=c0900&open=moved,ratios,year", "open=distribution,concentration,audience", "compare=c0900,c0901&compare_as=cumulative", "race=2021-08-03"]) {
        await open(page, `./?${view}`);
        expect(await overhang(page), view).toBe(0);
      }
    });
  });
}

test.describe("a screen of 2560 × 1440", () => {
  test.use({ viewport: { width: 2560, height: 1440 }, hasTouch: false, isMobile: false });

  test("shows as many rows as it has room for", async ({ page }) => {
    await open(page);
    const box = await scroller(page).boundingBox();
    expect(box.height).toBeGreaterThanOrEqual(800);
    // Below the list stand the sections and the footer, and then the screen ends.
    expect(1440 - (box.y + box.height)).toBeLessThan(260);
  });
});

test.describe("a narrow window of 320 pixels", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("holds the page without scrolling sideways", async ({ page, site }) => {
    await openDocument(page, site, json(sales()));
    expect(await overhang(page)).toBe(0);
    await rowOf(page, "beta").tap();
    await expect(detail(page)).toBeVisible();
    expect(await overhang(page)).toBe(0);
  });

  test("has how fresh the figures are below the name, from one end to the other", async ({ page }) => {
    await open(page);
    const [name, fresh, refresh] = await Promise.all([".top__name", ".fresh", ".fresh > .button"].map((part) => page.locator(part).boundingBox()));
    expect(fresh.y).toBeGreaterThanOrEqual(name.y + name.height);
    expect(fresh.x).toBeCloseTo(name.x, 0);
    expect(320 - refresh.x - refresh.width).toBeCloseTo(name.x, 0);
  });
});

for (const [width, codes] of [[320, 2], [320, 3], [375, 3], [375, 8]]) {
  test(`${codes} currencies beside the document's own find room in ${width} pixels`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 740 });
    const all = ["USD", "JPY", "EUR", "GBP", "KRW", "BHD", "VND", "XAU"].slice(0, codes);
    const display = all.map((code) => ({ code, per_unit: "6.5", date: "2021-04-01" }));
    await openDocument(page, site, json(sales({ currency: { code: "CNY", scale: 0, display } })));
    expect(await overhang(page)).toBe(0);
    const boxes = await page.locator(".top__choices .segment").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(boxes).toHaveLength(codes + 3);
    for (const box of boxes) expect(box.left >= 0 && box.right <= width).toBe(true);
    await page.getByRole("button", { name: all.at(-1) }).tap();
    await expectQuery(page, { source: "data.json", currency: all.at(-1) });
  });
}

test("a source without a space in its name breaks in the footer", async ({ page, site }) => {
  const provenance = { source: `https://example.com/${"very-long_".repeat(40)}`, synthetic: true, licence: "X".repeat(300) };
  await openDocument(page, site, json(sales({ provenance })));
  await expect(page.getByTestId("provenance")).toContainText("very-long_");
  expect(await overhang(page)).toBe(0);
});

test("ranks of a filtered list have one number, and neither heading nor note tells of a second", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await search(page).fill("beta");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("columnheader").first()).toHaveText("#");
  await expect(page.locator(".board-note")).not.toContainText("括号");
  await page.setViewportSize({ width: 1000, height: 740 });
  await expect(page.getByRole("columnheader").first()).toHaveText("#（总榜）");
  await expect(page.locator(".board-note")).toContainText("括号");
});
