// Windows and metrics: each sum is made again from the raw figures.
import { readFile } from "node:fs/promises";
import { json } from "./support/answers.mjs";
import { expectQuery, expectTop, open, openDocument, openMenu, rows, shownIds } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { yuanZh } from "./support/words.mjs";

const until = (from, to = sample.TOMORROW) => ({ from, to });
// The day that the sample ends on is 31 December 2021, in a fiscal year that began on 1 April.
const presets = [
  ["近 7 天", "7d", until("2021-12-25")],
  ["近 28 天", "28d", until("2021-12-04")],
  ["近 90 天", "90d", until("2021-10-03")],
  ["本季度", "quarter", until("2021-10-01")],
  ["本月", "month", until("2021-12-01")],
  ["双11", "festival:double-11", until("2021-11-01", "2021-11-12")],
  ["618", "festival:618", until("2021-06-01", "2021-06-19")],
  ["春节", "festival:new-year", until("2021-02-11", "2021-02-18")],
];

test("each window of the menu sums its days", async ({ page }) => {
  test.slow();
  await open(page);
  // Last year's days are needed for a festival of last year.
  await expect(page.getByTestId("chart").first().locator("figcaption")).toContainText("去年");
  for (const [name, parameter, window] of presets) {
    const panel = await openMenu(page, /^时间/);
    await panel.getByRole("button", { name: new RegExp(`^${name} ?\\d{4}年`) }).click();
    await expect(panel).toBeHidden();
    const expected = sample.board({ window });
    await expectTop(page, expected, 10);
    await expect(page.getByTestId("totals")).toContainText(yuanZh(sample.sumOf(expected)));
    await expectQuery(page, { window: parameter });
  }
  const panel = await openMenu(page, /^时间/);
  await panel.getByRole("button", { name: /^本财年至今/ }).click();
  await expectTop(page, sample.board(), 10);
  await expectQuery(page, {});
});

test("days of one's own are chosen in the menu", async ({ page }) => {
  await open(page);
  const panel = await openMenu(page, /^时间/);
  await panel.getByLabel("开始日期").fill("2021-08-03");
  await panel.getByLabel("结束日期").fill("2021-08-20");
  await panel.getByRole("button", { name: "应用" }).click();
  await expectTop(page, sample.board({ window: until("2021-08-03", "2021-08-21") }), 10);
  await expectQuery(page, { window: "2021-08-03..2021-08-21" });
});

test("a last day before the first is refused where it is typed", async ({ page }) => {
  await open(page);
  const panel = await openMenu(page, /^时间/);
  await panel.getByLabel("开始日期").fill("2021-08-20");
  await panel.getByLabel("结束日期").fill("2021-08-03");
  await expect(panel.getByRole("button", { name: "应用" })).toBeDisabled();
  await expect(panel.getByRole("status")).not.toBeEmpty();
  await expectQuery(page, {});
});

test("no day after the as-of day is summed", async ({ page, site }) => {
  const channels = [{ id: "a", gmv: [...flat(1, 10), ...flat(1000, 5)] }];
  await openDocument(page, site, json(sales({ channels })), "&window=2021-04-09..2021-04-16");
  await expectTop(page, [{ rank: 1, id: "a", value: 2 }]);
});

test("an earlier day is looked at as if it were today, and the page says so", async ({ page }) => {
  await open(page, "./?as_of=2021-11-11");
  await expectTop(page, sample.board({ window: until("2021-04-01", "2021-11-12") }), 10);
  await expect(page.getByTestId("past")).toContainText("2021年11月11日");
  const over = sample.channels.filter((channel) => sample.total(channel, until("2021-04-01", "2021-11-12")) >= channel.goal);
  await expect(page.getByTestId("told-over")).toHaveText(over.length.toLocaleString("en-US"));
  await page.getByTestId("past").getByRole("button").click();
  await expectTop(page, sample.board(), 5);
  await expect(page.getByTestId("past")).toHaveCount(0);
});

test("a day before all figures is taken for the first that has some, one after the last for the last", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&as_of=2019-01-01");
  await expect(page.getByTestId("past")).toContainText("2021年4月1日");
  await expectTop(page, [{ rank: 1, id: "alpha", value: 150 }]);
  await expect(page.getByRole("slider", { name: "查看日期" })).toHaveAttribute("aria-valuetext", "2021年4月1日");
  await openDocument(page, site, json(sales()), "&as_of=2030-01-01");
  await expectTop(page, [{ rank: 1, id: "alpha", value: 1500 }]);
  await expect(page.getByTestId("past")).toHaveCount(0);
});

test("other metrics are fetched when they are asked for, and only then", async ({ page, site }) => {
  const orders = sample.document.parts.find((part) => part.metrics[0] === "orders" && part.first_day > "2021");
  await open(page, site.page("?window=7d"));
  expect(site.asked(orders.href)).toHaveLength(0);
  const panel = await openMenu(page, "指标");
  await panel.getByRole("button", { name: /订单/ }).click();
  await expectTop(page, sample.board({ window: until("2021-12-25"), metric: "orders" }), 10);
  expect(site.asked(orders.href)).toHaveLength(1);
  await expect(page.getByTestId("totals")).not.toContainText("¥");
});

test("minutes on air are shown as hours, orders as numbers", async ({ page, site }) => {
  const document = sales();
  document.series.minutes = document.series.gmv.map(() => flat(90));
  document.series.orders = document.series.gmv.map(() => flat(12));
  await openDocument(page, site, json(document), "&metric=minutes");
  await expect(rows(page).first().locator(".cell-value")).toHaveText("15.0");
  await expect(page.locator("[role=columnheader].cell-value")).toContainText("小时");
  const panel = await openMenu(page, "指标");
  await panel.getByRole("button", { name: /订单/ }).click();
  await expect(rows(page).first().locator(".cell-value")).toHaveText("120");
  expect(await shownIds(page)).toEqual(["alpha", "beta", "delta", "gamma"]);
});

test("the line of days goes to any day by keys, and back by Back", async ({ page }) => {
  await open(page);
  const days = page.getByRole("slider", { name: "查看日期" });
  await days.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("past")).toContainText("2021年12月28日");
  await expectQuery(page, { as_of: "2021-12-28" });
  await expectTop(page, sample.board({ window: until("2021-04-01", "2021-12-29") }), 10);
  await expect(days).toHaveAttribute("aria-valuetext", "2021年12月28日");
  await page.keyboard.press("End");
  await expectQuery(page, {});
  await expect(page.getByTestId("past")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByTestId("past")).toContainText("2021年12月28日");
});

for (const width of [1440, 768]) {
  test(`the line of days is dragged from its end, and does not move under the pointer (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1100 });
    await open(page);
    const days = page.getByRole("slider", { name: "查看日期" });
    await days.scrollIntoViewIfNeeded();
    const line = await days.boundingBox();
    const [end, y] = [line.x + line.width - 8, line.y + line.height / 2];
    await page.mouse.move(end, y);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) await page.mouse.move(end - step * 40, y);
    await expect(page.getByTestId("past")).toBeVisible();
    const { x, width: long } = await days.boundingBox();
    expect([x, long]).toEqual([line.x, line.width]);
    await page.mouse.up();
    // 320 px back, of as many as stand for all the days.
    const last = Number(await days.getAttribute("max"));
    const [all, chosen] = [last - Number(await days.getAttribute("min")), last - Number(await days.inputValue())];
    expect(Math.abs(chosen / all - 320 / (line.width - 16))).toBeLessThan(0.01);
    const day = new Date(Date.UTC(2021, 11, 31) - chosen * 86_400_000).toISOString().slice(0, 10);
    await expectQuery(page, { as_of: day });
  });
}

test("the days run by from the start of the year, and where they are halted is a view like any other", async ({ page }) => {
  await open(page);
  const steps = await page.evaluate(() => history.length);
  await page.getByTestId("timeline-play").click();
  await expect(page.getByTestId("past")).toContainText("2021年4月");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.getByRole("button", { name: "28 天/秒" }).click();
  await expect(page.getByTestId("past")).toContainText(/2021年[567]月/);
  await page.getByRole("button", { name: "暂停" }).click();
  const day = new URL(page.url()).searchParams.get("as_of");
  expect(day).toMatch(/^2021-0[4-9]-/);
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  await expectTop(page, sample.board({ window: until("2021-04-01", next) }), 10);
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  await page.goBack();
  await expectQuery(page, {});
  await expect(page.getByTestId("past")).toBeHidden();
});

/** Lets the days run, with the sample's slowest speed, and waits until some have passed. */
async function run(page, url = "./") {
  await open(page, url);
  await page.getByTestId("timeline-play").click();
  await expect(page.getByTestId("past")).toContainText("2021年4月");
}

const asOf = (page) => new URL(page.url()).searchParams.get("as_of");
const halted = (page) => page.getByTestId("timeline").getByRole("button", { name: "逐日播放" });

test("what is taken away while the days run is of the day on screen, at which they halt", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await run(page);
  await page.getByTestId("share").click();
  await expect(page.getByTestId("share")).toContainText("已复制");
  await expect(halted(page)).toBeVisible();
  expect(asOf(page)).toMatch(/^2021-0[45]-/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  await page.getByTestId("timeline-play").click();
  const before = asOf(page);
  await openMenu(page, /^把当前内容/);
  const item = page.getByTestId("save-copy");
  await expect(item).toContainText(/MB|KB/, { timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), item.click()]);
  await expect(halted(page)).toBeVisible();
  expect(asOf(page) > before).toBe(true);
  expect(download.suggestedFilename()).toContain(`as-of-${asOf(page)}`);
  expect(await readFile(await download.path(), "utf8")).toContain(`as_of=${asOf(page)}`);
});

for (const [view, key] of [["wall", "w"], ["race", "r"]]) {
  test(`the ${view} opens on the day to which the days have run, and they halt`, async ({ page }) => {
    await run(page);
    await page.keyboard.press(key);
    await expect(page.getByTestId(view)).toBeVisible();
    const day = asOf(page);
    expect(day).toMatch(/^2021-0[45]-/);
    await page.keyboard.press("Escape");
    await expect(halted(page)).toBeVisible();
    await expectQuery(page, { as_of: day });
  });
}

test("Back ends the run, and shows the day of the step before", async ({ page }) => {
  await open(page, "./?as_of=2021-12-20");
  await openMenu(page, /^时间/).then((panel) => panel.getByRole("button", { name: /^近 7\s天/ }).click());
  await page.getByTestId("timeline-play").click();
  await expect(page.getByTestId("past")).not.toContainText("12月20日");
  await page.goBack();
  await expect(page.getByTestId("past")).toContainText("12月20日");
  await expect(halted(page)).toBeVisible();
  await expectQuery(page, { as_of: "2021-12-20" });
});

test("who leaves the page while the days run comes back to the day on screen", async ({ page }) => {
  await run(page);
  await page.goto("about:blank");
  await page.goBack();
  await expect(halted(page)).toBeVisible({ timeout: 60_000 });
  expect(asOf(page)).toMatch(/^2021-0[45]-/);
});

test("a page that is loaded anew while the days run stands on the day that it had come to", async ({ page }) => {
  await run(page);
  await expect.poll(() => asOf(page)).toMatch(/^2021-04-1/);
  const [noted, steps] = [asOf(page), await page.evaluate(() => history.length)];
  await page.reload();
  await expect(halted(page)).toBeVisible({ timeout: 60_000 });
  expect(asOf(page) >= noted).toBe(true);
  await expect(page.getByTestId("past")).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(steps);
});
