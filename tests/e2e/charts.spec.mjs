// Charts under mouse and keys, at any density of pixels, and their tables.
import { json } from "./support/answers.mjs";
import { detail, expectQuery, open, openDocument } from "./support/board.mjs";
import { plusDays } from "./support/days.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count, dateZh } from "./support/words.mjs";

// Ten days of sales that all differ, in a year that has 365.
const figures = [10, 25, 5, 60, 40, 15, 80, 35, 20, 50];
const small = sales({ channels: [{ id: "a", name: "Alpha", gmv: figures }, { id: "b", name: "Beta", gmv: flat(1) }] });
const sumTo = (day) => figures.slice(0, day + 1).reduce((sum, figure) => sum + figure, 0);

const chart = (page) => detail(page).getByTestId("chart");
const stage = (page) => chart(page).getByTestId("chart-stage");
const tooltip = (page) => chart(page).getByTestId("chart-tooltip");

const openSmall = (page, site, query = "") => openDocument(page, site, json(small), `&focus=a${query}`);

test("arrow keys walk the days; the tooltip and the slider's value say all figures of the day", async ({ page, site }) => {
  await openSmall(page, site);
  await stage(page).focus();
  await stage(page).press("Home");
  for (const day of [0, 1, 2, 3]) {
    const date = dateZh(plusDays("2021-04-01", day));
    await expect(tooltip(page)).toContainText(date);
    await expect(tooltip(page)).toContainText(`¥${sumTo(day)}`);
    await expect(stage(page)).toHaveAttribute("aria-valuetext", new RegExp(`${date}.*¥${sumTo(day)}`));
    await expect(stage(page)).toHaveAttribute("aria-valuenow", String(day));
    await stage(page).press("ArrowRight");
  }
  await stage(page).press("ArrowLeft");
  await expect(tooltip(page)).toContainText(dateZh("2021-04-04"));
  await stage(page).press("End");
  await expect(stage(page)).toHaveAttribute("aria-valuenow", "364");
  await stage(page).press("Escape");
  await expect(tooltip(page)).toHaveCount(0);
});

test("keys begin at the as-of day", async ({ page, site }) => {
  await openSmall(page, site);
  await stage(page).focus();
  await stage(page).press("ArrowRight");
  await expect(tooltip(page)).toContainText(/2021年4月1[01]日/);
});

test("the pointer shows the figures of the day under it", async ({ page }) => {
  await open(page);
  const burnUp = page.getByTestId("chart").first();
  const box = await burnUp.getByTestId("chart-stage").boundingBox();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  const tip = burnUp.getByTestId("chart-tooltip");
  await expect(tip).toBeVisible();
  const [, year, month, day] = (await tip.innerText()).match(/(\d{4})年(\d+)月(\d+)日/);
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const window = { from: sample.YEAR.from, to: plusDays(iso, 1) };
  const over = sample.channels.filter((channel) => sample.total(channel, window) >= channel.goal);
  await expect(tip).toContainText(count(over.length));
  await page.mouse.move(5, 5);
  await expect(tip).toHaveCount(0);
});

test("days chosen with Shift and the arrows become the board's window", async ({ page, site }) => {
  await openSmall(page, site);
  await stage(page).focus();
  await stage(page).press("Home");
  await stage(page).press("ArrowRight");
  for (let step = 0; step < 3; step += 1) await stage(page).press("Shift+ArrowRight");
  await expect(chart(page).getByRole("status").first()).toContainText("4月2日");
  await stage(page).press("Enter");
  await expectQuery(page, { source: "data.json", focus: "a", window: "2021-04-02..2021-04-06" });
  const sum = figures.slice(1, 5).reduce((total, figure) => total + figure, 0);
  await expect(page.locator('[data-channel-id="a"]')).toHaveAttribute("data-value", String(sum));
});

test("Escape gives up choosing and changes nothing", async ({ page, site }) => {
  await openSmall(page, site);
  await stage(page).focus();
  await stage(page).press("Home");
  await stage(page).press("Shift+ArrowRight");
  await stage(page).press("Escape");
  await stage(page).press("Enter");
  await expectQuery(page, { source: "data.json", focus: "a" });
  await expect(detail(page)).toBeVisible();
});

test("days chosen by dragging become the board's window", async ({ page }) => {
  await open(page, "./?focus=c1374");
  await expect(chart(page)).toBeVisible();
  await stage(page).scrollIntoViewIfNeeded();
  const box = await stage(page).boundingBox();
  const y = box.y + box.height * 0.6;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, y, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
  const announced = await chart(page).getByRole("status").first().innerText();
  await page.mouse.up();
  await expect.poll(() => new URL(page.url()).searchParams.get("window")).toMatch(/^2021-\d\d-\d\d\.\.2021-\d\d-\d\d$/);
  const [from, to] = new URL(page.url()).searchParams.get("window").split("..");
  expect(announced).toContain(dateZh(from));
  const expected = sample.board({ window: { from, to } })[0];
  await expect(page.getByTestId("leaderboard-row").and(page.locator('[aria-rowindex="2"]'))).toHaveAttribute("data-value", String(expected.value));
});

test("a drag ends when the chart takes another size", async ({ page }) => {
  await open(page, "./?focus=c1374");
  await stage(page).scrollIntoViewIfNeeded();
  const box = await stage(page).boundingBox();
  const y = box.y + box.height * 0.6;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
  const status = chart(page).getByRole("status").first();
  await expect(status).not.toBeEmpty();
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: width - 500, height });
  await expect.poll(async () => (await stage(page).boundingBox()).width).not.toBe(box.width);
  await expect(status).toBeEmpty();
  await page.mouse.up();
  await expectQuery(page, { focus: "c1374" });
});

test("a click that does not move chooses nothing", async ({ page, site }) => {
  await openSmall(page, site);
  await stage(page).click({ position: { x: 120, y: 100 } });
  await expectQuery(page, { source: "data.json", focus: "a" });
});

test("every chart has a button for its numbers and one sentence of what it shows", async ({ page, site }) => {
  // Where there is less room, an open detail takes that of the head's chart.
  await page.setViewportSize({ width: 1440, height: 900 });
  await openSmall(page, site);
  for (const figure of await page.getByTestId("chart").all()) {
    await expect(figure.locator("figcaption")).not.toBeEmpty();
    const button = figure.getByTestId("chart-table-button");
    await expect(button).toHaveAttribute("aria-expanded", "false");
    await button.click();
    await expect(button).toHaveAttribute("aria-expanded", "true");
    const table = figure.getByTestId("chart-table");
    await expect(table.locator("caption")).not.toBeEmpty();
    await expect(table.locator("tbody tr")).toHaveCount(365);
    await expect(table.locator("tbody tr").first().locator("th")).toHaveText(dateZh("2021-04-01"));
    await button.click();
    await expect(table).toHaveCount(0);
  }
});

test("the numbers of a chart open where the day looked at stands", async ({ page }) => {
  await open(page);
  const figure = page.getByTestId("chart").first();
  await figure.getByTestId("chart-table-button").click();
  const frame = figure.getByTestId("chart-table");
  const row = frame.locator("[aria-current=date]");
  await expect(row.locator("th")).toHaveText(dateZh("2021-12-31"));
  const [outer, inner] = [await frame.boundingBox(), await row.boundingBox()];
  expect(inner.y).toBeGreaterThan(outer.y + 60);
  expect(inner.y + inner.height).toBeLessThan(outer.y + outer.height - 60);
});

/** Sizes of the chart's canvas: of its pixels, and as the page shows it. */
const sizes = (canvas) => canvas.evaluate((it) => ({ width: it.width, height: it.height, shown: it.getBoundingClientRect().width, tall: it.getBoundingClientRect().height }));

for (const deviceScaleFactor of [1, 1.5, 3]) {
  test.describe(`at ${deviceScaleFactor} pixels in a pixel`, () => {
    test.use({ deviceScaleFactor });

    test("the drawing has as many dots as the screen, and keeps them when the window changes", async ({ page, site }) => {
      await openSmall(page, site);
      const canvas = stage(page).locator("canvas").first();
      const expectCrisp = () =>
        expect.poll(async () => {
          const { width, height, shown, tall } = await sizes(canvas);
          return Math.abs(width - shown * deviceScaleFactor) < 2 * deviceScaleFactor && Math.abs(height - tall * deviceScaleFactor) < 2 * deviceScaleFactor && width > 100;
        }).toBe(true);
      await expectCrisp();
      await page.setViewportSize({ width: 1500, height: 800 });
      await expectCrisp();
      await page.setViewportSize({ width: 900, height: 800 });
      await expectCrisp();
    });
  });
}

/** A fingerprint of what is drawn: how many dots have which colour. */
const colours = (canvas) =>
  canvas.evaluate((it) => {
    const { data } = it.getContext("2d").getImageData(0, 0, it.width, it.height);
    const found = new Set();
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    return [...found].sort();
  });

test("a change of theme draws the chart anew in the colours of the theme", async ({ page, site }) => {
  await openSmall(page, site, "&theme=light");
  const canvas = stage(page).locator("canvas").first();
  await expect.poll(async () => (await colours(canvas)).length).toBeGreaterThan(3);
  const light = await colours(canvas);
  await page.goto(site.page("?source=data.json&focus=a&theme=dark"));
  await expect(canvas).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await colours(canvas)).length).toBeGreaterThan(3);
  const dark = await colours(canvas);
  expect(dark).not.toEqual(light);
  // From dark to light by the button, without a reload.
  await page.getByTestId("theme").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect.poll(() => colours(canvas)).toEqual(light);
});

test("a new language writes the chart's words anew", async ({ page, site }) => {
  await openSmall(page, site);
  await expect(stage(page)).toHaveAttribute("aria-valuetext", /年/);
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await expect(stage(page)).not.toHaveAttribute("aria-valuetext", /[\u4e00-\u9fff]/);
});

test("a document without figures for a row says so instead of drawing nothing", async ({ page, site }) => {
  const channels = [{ id: "a", gmv: flat(null) }, { id: "b", gmv: flat(1) }];
  const document = sales({ channels });
  document.programme.channel_goal = 0;
  await openDocument(page, site, json(document), "&focus=a&chart=daily");
  await expect(stage(page)).toContainText(/没有数据|无数据/);
});

test("days before a line begins are no gaps in the table", async ({ page }) => {
  await open(page);
  await expect(page.getByTestId("landing")).toContainText(/80%/, { timeout: 60_000 });
  const chart = page.locator(".programme__chart");
  await chart.getByTestId("chart-table-button").click();
  await expect(chart.getByTestId("chart-table")).toBeVisible();
  await expect(chart.getByTestId("chart-table")).not.toContainText("当天无数据");
});
