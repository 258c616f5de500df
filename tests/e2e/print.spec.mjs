// The board on paper.
import { expectOrder, heading, open, rowOf, rows, scroller, shownRows } from "./support/board.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";

// The width that A4 leaves between its margins.
const PAPER = { width: 703, height: 1000 };

test("paper shows the first fifty rows in order, wherever the list was scrolled to", async ({ page }) => {
  await open(page);
  await scroller(page).evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
  await expect(rowOf(page, sample.board()[0].id)).toHaveCount(0);
  const onScreen = await shownRows(page);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  const seen = rows(page).filter({ visible: true });
  await expect(seen).toHaveCount(50);
  const order = await seen.evaluateAll((all) => all.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((row) => row.dataset.channelId));
  expect(order).toEqual(sample.board().slice(0, 50).map(({ id }) => id));
  await expect(page.locator(".printed")).toContainText("前 50 行，共 2,400 行");
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectOrder(page, onScreen.map((row) => row.id), 5);
  await expect(page.locator(".printed")).toHaveCount(0);
});

for (const [name, address] of [["zh", "./"], ["en", "./?lang=en&sort=gap&category=food"], ["partners", "./?board=partners&theme=dark"]]) {
  test(`nothing is cut off at the edge of the paper, and no control is on it (${name})`, async ({ page }) => {
    await open(page, address);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(PAPER);
    await expect(rows(page).filter({ visible: true }).first()).toBeVisible();
    const wide = await page.evaluate(() => {
      const cells = [...document.querySelectorAll(".row:not([hidden]) > .cell, .head > .cell")].filter((cell) => cell.checkVisibility());
      const cut = cells.filter((cell) => cell.getBoundingClientRect().right > innerWidth + 0.5);
      const figures = cells.filter((cell) => cell.matches(".cell-rank, .cell-value, .cell-share, .cell-pace, .cell-gap, .cell-status") && cell.scrollWidth > cell.clientWidth + 1);
      return [...cut, ...figures].map((cell) => `${cell.className} ${cell.textContent}`);
    });
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expect(page.locator("header button:visible, .filters button:visible:not(.chip), .foot summary:visible, .chart__button:visible")).toHaveCount(0);
    await expect(page.locator(".foot__printed li").first()).toBeVisible();
    await expect(page.getByTestId("provenance")).toBeVisible();
    const ground = await page.locator("body").evaluate((body) => getComputedStyle(body.parentElement).backgroundColor);
    expect(ground).toBe("rgb(255, 255, 255)");
  });
}

test("the table has the paper's width, whatever stands beside it on the screen, and room for the longest status", async ({ page }) => {
  await open(page, "./?lang=en&focus=c0900");
  await expect(heading(page, "partner")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  for (const column of ["partner", "share", "status"]) await expect(heading(page, column)).toBeVisible();
  const cut = () => page.locator(".row:not([hidden]) > .cell-status").evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent));
  expect(await cut()).toEqual([]);
});

test("charts have the height that they had, where a screen shows paper, and nothing below them", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "./?lang=en&focus=c0900");
  const heights = () => page.locator(".chart__stage").evaluateAll((all) => all.map((it) => [it, it.firstElementChild].map((one) => Math.round(one.getBoundingClientRect().height))));
  const before = await heights();
  expect(before).toHaveLength(2);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed")).toBeVisible();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  for (const [at, [stage, canvas]] of (await heights()).entries()) {
    expect(canvas).toBeGreaterThan(0.9 * before[at][1]);
    expect(Math.abs(stage - canvas)).toBeLessThan(2);
  }
});

test("the menu prints, and the events before and after alone are enough", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByTitle("把当前内容存下来或打印").click();
  await page.getByTestId("print").click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".foot__printed")).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".foot__printed")).toHaveCount(0);
});

test("the row whose detail is open is a row of the table like the others", async ({ page }) => {
  const [, chosen, next] = sample.board();
  await open(page, `./?lang=en&focus=${chosen.id}`);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  const places = (id) => rowOf(page, id).evaluate((row) => [...row.children].filter((cell) => cell.checkVisibility()).map((cell) => Math.round(cell.getBoundingClientRect().left)));
  await expect.poll(async () => (await places(chosen.id)).length).toBeGreaterThan(6);
  expect(await places(chosen.id)).toEqual(await places(next.id));
  const marks = await rowOf(page, chosen.id).evaluate((row) => ["::before", "::after"].map((mark) => getComputedStyle(row, mark).display));
  expect(marks).toEqual(["none", "none"]);
});

test("names and figures of a row stand on one line, and bars are as high in every row", async ({ page }) => {
  await open(page, "./?lang=en");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  await expect(rows(page).filter({ visible: true })).toHaveCount(50);
  const seen = await rows(page).filter({ visible: true }).evaluateAll((all) => {
    const firstLine = (words) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return range.getClientRects()[0].bottom;
    };
    return all.map((row) => {
      const lines = [".cell-rank", ".cell-name > bdi", ".cell-value > span", ".cell-pace"].map((part) => firstLine(row.querySelector(part).firstChild));
      return { apart: Math.max(...lines) - Math.min(...lines), bar: getComputedStyle(row.querySelector(".cell-value"), "::before").height };
    });
  });
  expect(Math.max(...seen.map(({ apart }) => apart))).toBeLessThan(1);
  expect(new Set(seen.map(({ bar }) => bar)).size).toBe(1);
});
