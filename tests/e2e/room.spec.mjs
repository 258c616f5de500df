// What stands where: everything within reach, nothing that moves while the page loads.
import { held } from "./support/answers.mjs";
import { detail, open, openMenu } from "./support/board.mjs";
import { expect, test } from "./support/test.mjs";

const box = (page, selector) => page.locator(selector).first().boundingBox();

test.describe("a laptop", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("shows the foot of a long detail by the wheel alone", async ({ page }) => {
    await open(page, "./?focus=c0014&open=ranks,moved,year");
    await expect(detail(page)).toBeVisible();
    const pane = await detail(page).boundingBox();
    expect(pane.y + pane.height).toBeGreaterThan(900);
    await page.mouse.move(pane.x + 60, 700);
    const foot = () => detail(page).evaluate((it) => [it.getBoundingClientRect().bottom - innerHeight, it.scrollHeight - it.clientHeight - it.scrollTop]);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 400);
        const [below, unread] = await foot();
        return below <= 0 && unread <= 1;
      })
      .toBe(true);
  });

  test("holds every menu, whatever is in it", async ({ page }) => {
    await open(page, "./?lang=en");
    for (const button of await page.locator(".filters button[aria-haspopup=dialog]").all()) {
      await button.click();
      const panel = await box(page, ".panel");
      expect(panel.y + panel.height).toBeLessThanOrEqual(900);
      await page.keyboard.press("Escape");
    }
    const panel = await openMenu(page, /^Dates/);
    await expect(panel.getByRole("button", { name: "Apply" })).toBeInViewport({ ratio: 1 });
  });

  test("has a few rows in a table as high as they are", async ({ page }) => {
    await open(page, "./?q=c0014");
    const [list, rows] = [await box(page, ".board-scroll"), await page.getByTestId("leaderboard-row").count()];
    expect(rows).toBe(1);
    expect(list.height).toBeLessThan(90);
  });

  test("marks on the line of days where it ends and where the fiscal year begins", async ({ page }) => {
    await open(page, "./?lang=en");
    await expect(page.locator(".timeline__scale")).toHaveText(/^1 Apr 2020\s*Fiscal year from\s*1 Apr 2021\s*31 Dec 2021$/);
    const [line, mark] = [await box(page, ".timeline__scale"), await box(page, ".timeline__year")];
    const share = (mark.x + mark.width / 2 - line.x) / line.width;
    // 365 of the 640 days.
    expect(Math.abs(share - 365 / 640)).toBeLessThan(0.005);
  });

  test("keeps filters, their way out and the table's file on one line", async ({ page }) => {
    await open(page, "./?lang=en&category=beauty,apparel,food,home&status=at-risk,behind,on-pace");
    const [totals, csv, chips] = [await box(page, ".totals"), await box(page, ".summary__csv"), await box(page, ".chips")];
    for (const part of [csv, chips]) expect(Math.abs(part.y + part.height / 2 - totals.y - totals.height / 2)).toBeLessThan(3);
  });
});

test.describe("a phone", () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });

  test("says on its first screen what is assumed", async ({ page }) => {
    await open(page, "./?assume_growth=2500&assume_goal=12000&assume_target=1800");
    await expect(page.getByTestId("assumed")).toBeInViewport({ ratio: 1 });
    const [assumed, figure] = [await page.getByTestId("assumed").boundingBox(), await page.getByTestId("told-over").boundingBox()];
    expect(assumed.y + assumed.height).toBeLessThanOrEqual(figure.y);
  });

  test("shows how to display the rows across its width", async ({ page }) => {
    await open(page, "./?lang=en");
    await page.getByTitle("Display", { exact: true }).tap();
    expect(await box(page, ".panel")).toMatchObject({ x: 0, width: 375 });
  });

  test("closes a detail from anywhere in it", async ({ page }) => {
    await open(page, "./?focus=c0014&open=ranks,moved,year");
    await detail(page).evaluate((it) => it.scrollTo(0, it.scrollHeight));
    await page.getByTestId("detail-close").tap();
    await expect(detail(page)).toHaveCount(0);
  });
});

for (const [name, width, height] of [["a laptop", 1440, 900], ["a tablet", 768, 1024], ["a phone", 375, 812]]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test("shifts next to nothing while program and data arrive", async ({ page, site }) => {
      const [program, data] = [held(), held()];
      site.answer(/\.wasm$/, program);
      site.answer("sample.sales.json", data);
      await page.addInitScript(() => {
        window.shifted = 0;
        const add = (list) => list.getEntries().forEach((entry) => (window.shifted += entry.value));
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(site.page());
      await expect(page.locator("#skeleton")).toBeVisible();
      program.release();
      await expect(page.getByTestId("loading")).toBeVisible();
      data.release();
      await expect(page.getByTestId("leaderboard-row").first()).toBeVisible();
      // "Likely" is the last word to come.
      await expect(page.locator(".programme__figures:not(.is-pending)")).toBeVisible();
      // What Web Vitals calls good is 0.1; what is left are words that move within their box.
      expect(await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => told(window.shifted)))))).toBeLessThan(0.03);
    });
  });
}
