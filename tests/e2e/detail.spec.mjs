// One channel: against its plan, what it takes, its neighbours, the day it got there.
import { json } from "./support/answers.mjs";
import { detail, expectQuery, open, openDocument, rowOf } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count, dateZh, share, yuanZh } from "./support/words.mjs";

const YEAR_DAYS = 365;
const DAYS_TO_DATE = 275;
const DAYS_LEFT = YEAR_DAYS - DAYS_TO_DATE;
const board = sample.board();
const toDate = { from: sample.YEAR.from, to: sample.TOMORROW };

/** The detail of a channel, opened from its row. */
async function openDetail(page, id, query = "") {
  await open(page, `./?focus=${id}${query}`);
  await expect(page.getByTestId("detail-to-date")).not.toBeEmpty();
}

test("a channel over the line: sum, progress, rank and the day it crossed", async ({ page }) => {
  const { id, value, rank, channel } = board[6];
  await openDetail(page, id);
  await expect(page.getByTestId("detail-to-date")).toHaveText(yuanZh(value));
  await expect(page.getByTestId("status")).toHaveAttribute("data-status", "over");
  await expect(detail(page)).toContainText(share(value, channel.goal));
  await expect(detail(page)).toContainText(`第 ${rank} 名`);
  await expect(detail(page)).toContainText(count(board.length));
  await expect(page.getByTestId("crossing")).toContainText(dateZh(sample.crossing(sample.daily(channel, toDate), channel.goal)));
  await expect(page.getByTestId("takes")).toContainText("已达标");
  await expect(page.getByTestId("required")).toHaveCount(0);
});

test("a channel short of it: what is missing, per ordinary day, per festival, and the days left", async ({ page }) => {
  const short = board.find(({ value, channel }) => value < channel.goal && value > 0.6 * channel.goal);
  const { id, value, channel } = short;
  await openDetail(page, id, "&plan=linear");
  const missing = channel.goal - value;
  const takes = page.getByTestId("takes");
  await expect(takes).toContainText(yuanZh(missing));
  // On a linear plan every day that is left takes the same.
  await expect(takes).toContainText(yuanZh(missing / DAYS_LEFT, "ceil"));
  await expect(takes).toContainText(` ${DAYS_LEFT} `);
  // A row for ordinary days and for each festival; together they bring what is missing.
  const table = page.getByTestId("required");
  const heads = await table.getByRole("columnheader").allInnerTexts();
  expect(heads).toEqual(["时段", "剩余天数", "平均每天（万元）", "合计（万元）"]);
  const rows = await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const number = (text) => Number(text.replaceAll(",", ""));
  const sum = (column) => rows.reduce((all, row) => all + number(row[column]), 0);
  expect(rows[0][0]).toBe("平日");
  // Rounded as the sentence above it is: up, since it is to be enough.
  expect(number(rows[0][2])).toBeGreaterThanOrEqual(missing / DAYS_LEFT / 10_000);
  expect(sum(1)).toBe(DAYS_LEFT);
  expect(Math.abs(sum(3) * 10_000 - missing) / missing).toBeLessThan(0.001);
  const recent = sample.total(channel, { from: "2021-12-04", to: sample.TOMORROW }) / 28;
  await expect(takes).toContainText((missing / DAYS_LEFT / recent).toFixed(2));
  for (const event of sample.document.events.filter((it) => it.from > sample.TODAY)) {
    const days = 1 + (Date.parse(event.to) - Date.parse(event.from)) / 86_400_000;
    const [, left, , inAll] = rows.find(([name]) => name === event.name);
    expect(number(left)).toBe(days);
    expect(Math.abs((number(inAll) * 10_000 * DAYS_LEFT) / (missing * days) - 1)).toBeLessThan(0.01);
  }
  // Not crossed yet: whatever day is named is a projection, and lies ahead.
  await expect(page.getByTestId("crossing")).toHaveText(/^达标日\s*(本财年内不会|2022年[123]月\d+日)\s*照此预计$/);
});

test("on a linear plan expected and pace follow from the days gone", async ({ page }) => {
  const { id, value, channel } = board[700];
  await openDetail(page, id, "&plan=linear");
  const expected = Math.round((channel.goal * DAYS_TO_DATE) / YEAR_DAYS);
  await expect(detail(page)).toContainText(yuanZh(expected));
  await expect(detail(page)).toContainText(`${(value / expected).toFixed(2)}×`);
  await expect(detail(page)).toContainText(yuanZh(Math.abs(value - expected)));
  await expect(page.getByTestId("curve-level")).toContainText(/每天/);
});

test("on a seasonal plan expected follows last year's days", async ({ page, site }) => {
  // Everybody sold nine tenths of last year in its first ten days, so whichever curve is taken says so.
  const lastYear = [...flat(90, 10), ...flat(0, 354), 100];
  const channels = ["a", "b"].map((id) => ({ id, gmv: [...lastYear, ...flat(80, 10)] }));
  const document = sales({ channels, firstDay: "2020-04-01" });
  await openDocument(page, site, json(document), "&focus=a");
  await expect(detail(page)).toContainText("¥900");
  await expect(detail(page)).toContainText("0.89×");
  await expect(page.getByTestId("status")).toHaveAttribute("data-status", "behind");
  await expect(page.getByTestId("curve-level")).not.toBeEmpty();
});

test("a festival that moved is planned on its new days", async ({ page, site }) => {
  // Last year the festival fell on 20–21 April and sold half of the year; this year it is over by the 6th.
  const lastYear = Array.from({ length: 365 }, (_, day) => (day === 19 || day === 20 ? 363 : 2));
  const channels = ["a", "b"].map((id) => ({ id, gmv: [...lastYear, ...flat(50, 10)] }));
  const events = [{ kind: "fest", name: "Fest", from: "2020-04-20", to: "2020-04-21" }, { kind: "fest", name: "Fest", from: "2021-04-05", to: "2021-04-06" }];
  await openDocument(page, site, json(sales({ channels, firstDay: "2020-04-01", events })), "&focus=a");
  // Half of the goal for the festival, and 8 of the 363 days around it: 500 + 8 × 500 ÷ 363 = 511.02, rounded up, since less would not do.
  await expect(detail(page)).toContainText("¥512");
});

test("neighbours are the three above and below with their distance, and lead on", async ({ page }) => {
  const at = 104;
  await openDetail(page, board[at].id);
  const list = page.getByTestId("neighbours").getByRole("listitem");
  await expect(list).toHaveCount(7);
  for (const [place, { rank, value, channel }] of board.slice(at - 3, at + 4).entries()) {
    await expect(list.nth(place)).toContainText(channel.name);
    await expect(list.nth(place)).toContainText(`第 ${rank} 名`);
    const distance = value - board[at].value;
    if (distance !== 0) await expect(list.nth(place)).toContainText(`${distance > 0 ? "+" : ""}${yuanZh(distance)}`);
  }
  await expect(page.getByTestId("neighbours").locator("[aria-current=true]")).toContainText(board[at].channel.name);
  await list.nth(1).getByRole("button").click();
  await expect(detail(page).getByRole("heading", { level: 2 })).toHaveText(board[at - 2].channel.name);
  await expectQuery(page, { focus: board[at - 2].id });
});

test("the largest and the smallest have neighbours on one side only", async ({ page }) => {
  await openDetail(page, board[0].id);
  await expect(page.getByTestId("neighbours").getByRole("listitem")).toHaveCount(4);
  await openDetail(page, board.at(-1).id);
  await expect(page.getByTestId("neighbours").getByRole("listitem")).toHaveCount(4);
});

test("the table of the cumulative chart runs with the raw figures", async ({ page }) => {
  const { id, channel } = board[20];
  await openDetail(page, id);
  const chart = detail(page).getByTestId("chart");
  await expect(chart.locator("figcaption")).toContainText(share(sample.total(channel), channel.goal));
  await chart.getByTestId("chart-table-button").click();
  const table = chart.getByTestId("chart-table");
  const column = await table.locator("thead th").allInnerTexts().then((names) => names.findIndex((name) => name === "今年"));
  const exact = (amount) => `¥${count(amount)}`;
  let sum = 0;
  const sums = sample.daily(channel, toDate).map((figure) => (sum += figure ?? 0));
  const cells = await table.locator(`tbody tr > :nth-child(${column + 1})`).allInnerTexts();
  expect(cells).toHaveLength(YEAR_DAYS);
  expect(cells.slice(0, DAYS_TO_DATE)).toEqual(sums.map(exact));
  expect(cells.slice(DAYS_TO_DATE).join("")).toBe("");
});

test("the daily chart holds each day's sales, and the choice stays in the address", async ({ page }) => {
  const { id, channel } = board[20];
  await openDetail(page, id);
  await detail(page).getByRole("button", { name: "每日" }).click();
  await expectQuery(page, { focus: id, chart: "daily" });
  const chart = detail(page).getByTestId("chart");
  await chart.getByTestId("chart-table-button").click();
  const cells = await chart.locator("tbody td:first-of-type").allInnerTexts();
  const figures = sample.daily(channel, toDate).map((figure) => (figure === null ? "当天无数据" : `¥${count(figure)}`));
  expect(cells.slice(0, DAYS_TO_DATE)).toEqual(figures);
});

test("the detail closes by its button, by Escape and by Back", async ({ page }) => {
  await open(page);
  const { id } = board[3];
  await rowOf(page, id).click();
  await page.getByTestId("detail-close").click();
  await expect(detail(page)).toHaveCount(0);
  await expectQuery(page, {});
  await rowOf(page, id).click();
  await expect(detail(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(detail(page)).toHaveCount(0);
  await rowOf(page, id).click();
  await expect(detail(page)).toBeVisible();
  await page.goBack();
  await expect(detail(page)).toHaveCount(0);
});

test("who crossed this week opens from the list in the head", async ({ page }) => {
  await open(page);
  const first = page.getByTestId("crossed").getByRole("button").first();
  const name = await first.locator("bdi").innerText();
  await first.click();
  await expect(detail(page).getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(page.getByTestId("crossing")).toContainText(/2021年12月(2[5-9]|3[01])日/);
});

test("why the rank moved: own places and those of others add up", async ({ page }) => {
  await openDetail(page, "c0900", "&window=28d");
  await page.getByTestId("fold-moved").click();
  const moved = page.getByTestId("moved");
  await expect(moved).toContainText("超过了", { timeout: 60_000 });
  const numbers = (text) => [...text.matchAll(/[+−]?[\d,]+/g)].map(([digits]) => Number(digits.replaceAll(",", "").replace("−", "-")));
  const lines = await moved.getByRole("listitem").allInnerTexts();
  const [before, now] = numbers(lines[0]);
  const [own, others] = numbers(lines[1]);
  expect(before - now).toBe(own + others);
});

test("the change of the value as a waterfall: factors with both values, bars that follow each other, one sentence", async ({ page }) => {
  await openDetail(page, "c0900", "&window=28d&open=moved");
  const factors = page.getByTestId("factors");
  await expect(factors.locator("tbody tr")).toHaveCount(6, { timeout: 60_000 });
  const lines = await factors.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const { channel } = board.find((row) => row.id === "c0900");
  const windows = [{ from: "2021-11-06", to: "2021-12-04" }, { from: "2021-12-04", to: sample.TOMORROW }];
  const sums = (metric) => windows.map((window) => sample.total(channel, window, metric));
  const [minutes, viewers, orders, gmv] = ["minutes", "viewers", "orders", "gmv"].map(sums);
  expect(lines[0]).toEqual(["对比时段", yuanZh(gmv[0])]);
  expect(lines[5]).toEqual(["当前时段", yuanZh(gmv[1])]);
  expect(lines.slice(1, 5).map(([name]) => name)).toEqual(["开播时长", "观看人数 ÷ 开播时长", "订单数 ÷ 观看人数", "成交额 ÷ 订单数"]);
  for (const at of [0, 1]) {
    expect(lines[3][1 + at]).toBe(share(orders[at], viewers[at]));
    expect(figure(lines[4][1 + at].slice(1))).toBeCloseTo(gmv[at] / orders[at], 1);
    expect(Math.abs(figure(lines[2][1 + at]) / ((60 * viewers[at]) / minutes[at]) - 1)).toBeLessThan(0.001);
  }
  const effects = lines.slice(1, 5).map((line) => figure(line[3].replace(/[+¥]/g, "")));
  const sum = effects.reduce((all, effect) => all + effect, 0);
  expect(Math.abs(gmv[0] + sum - gmv[1])).toBeLessThan(0.002 * gmv[0]);
  // Each bar begins where the one before it ended; the last one is as long as the value.
  const bars = await factors.locator(".factors__bar").evaluateAll((all) => all.map((bar) => [bar.offsetLeft, bar.offsetLeft + bar.offsetWidth, bar.offsetHeight]));
  expect(bars.map(([, , height]) => height)).toEqual(Array(6).fill(7));
  let level = bars[0][1];
  for (const [at, [left, right]] of bars.slice(1, 5).entries()) {
    const [from, to] = effects[at] < 0 ? [right, left] : [left, right];
    expect(Math.abs(from - level)).toBeLessThanOrEqual(3);
    level = to;
  }
  expect(Math.abs(level - bars[5][1])).toBeLessThanOrEqual(3);
  await expect(page.getByTestId("factors-summary")).toHaveText(new RegExp(`^由 ${yuanZh(gmv[0])} 变为 ${yuanZh(gmv[1])}（.+），影响最大的是.+（.+）$`));
});

test("where a window has no factors the page says which have, and leads to the last 28 days", async ({ page }) => {
  await openDetail(page, "c0900", "&open=moved");
  const known = page.getByTestId("factors-known");
  await expect(known).toHaveText(/^开播时长、观看人数、订单数只有 .+ 的数据，当前时段和对比时段都在其中时才能拆解变化$/, { timeout: 60_000 });
  await page.getByTestId("factors-recent").click();
  await expectQuery(page, { focus: "c0900", open: "moved", window: "28d" });
  await expect(page.getByTestId("factors")).toBeVisible();
  await expect(known).toHaveCount(0);
});

test("what orders are made of is counted in orders", async ({ page }) => {
  await openDetail(page, "c0900", "&window=28d&metric=orders&open=moved&lang=en");
  const factors = page.getByTestId("factors");
  await expect(factors).toBeVisible({ timeout: 60_000 });
  await expect(factors).not.toContainText("¥");
  await expect(factors).toContainText("Orders ÷ Viewers");
});

test("refund rate, order value, UV value and sales per hour, each with what it is divided by", async ({ page }) => {
  await openDetail(page, "c0900", "&window=28d&category=beauty&open=ratios");
  const table = page.getByTestId("ratios");
  const read = () => table.getByRole("row").evaluateAll((rows) => rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent)));
  await expect(table).not.toContainText("–", { timeout: 60_000 });
  const window = { from: "2021-12-04", to: sample.TOMORROW };
  const beauty = sample.channels.filter((channel) => sample.categoryOf(channel) === "beauty");
  const own = [board.find((row) => row.id === "c0900").channel];
  const sum = (rows, metric) => rows.reduce((all, channel) => all + sample.total(channel, window, metric), 0);
  const rows = await read();
  expect(rows.map(([name]) => name)).toEqual(["退款率（1 − 净成交额 ÷ 成交额）", "客单价（成交额 ÷ 订单数）", "UV 价值（成交额 ÷ 观看人数）", "小时成交（成交额 ÷ 开播小时）"]);
  for (const [column, among] of [own, beauty].entries()) {
    const [gmv, net, orders, viewers, minutes] = ["gmv", "net", "orders", "viewers", "minutes"].map((metric) => sum(among, metric));
    expect(rows[0][1 + column]).toBe(share(gmv - net, gmv));
    const expected = [gmv / orders, gmv / viewers, (60 * gmv) / minutes];
    for (const [at, value] of expected.entries()) expect(Math.abs(figure(rows[1 + at][1 + column].slice(1)) / value - 1)).toBeLessThan(0.005);
  }
});

test("without orders, viewers and time on air there is a dash, not a nought", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=alpha&open=ratios");
  const cells = page.getByTestId("ratios").locator("tbody td");
  await expect(cells.nth(2)).toHaveText("–");
  await expect(cells.nth(6)).toHaveText("–");
});

test("the year as a calendar has a cell for each day, and festivals say what they have of it", async ({ page }) => {
  await openDetail(page, "c0900");
  await page.getByTestId("fold-year").click();
  await expect(page.locator(".heat > .heat__day")).toHaveCount(YEAR_DAYS);
  await expect(page.locator('.heat__day[data-level="future"]')).toHaveCount(DAYS_LEFT);
  await expect(page.locator(".heat__month").first()).toHaveText("4月");
  await expect(page.locator(".heat__month")).toHaveCount(12);
  await expect(page.getByTestId("festival-shares").locator("tbody tr").filter({ hasText: /^双11\d/ })).toHaveText(/^双11[\d,.]+\d%4\.0%$/);
  await page.getByTestId("fold-year").click();
  await expect(page.locator(".heat__day")).toHaveCount(0);
});

test("the calendar is one stop for the keyboard, says each day, its shades' limits, and has a table", async ({ page }) => {
  await openDetail(page, "c0900", "&open=year");
  const { channel } = board.find((row) => row.id === "c0900");
  const days = sample.daily(channel, toDate);
  const heat = page.getByTestId("heat");
  const said = page.getByTestId("heat-day");
  await heat.focus();
  await expect(said).toHaveText(`2021年12月31日 · ${yuanZh(days.at(-1))}`);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(said).toHaveText(`2021年12月23日 · ${yuanZh(days.at(-9))}`);
  await expect(heat).toHaveAttribute("aria-valuetext", `2021年12月23日 · ${yuanZh(days.at(-9))}`);
  await page.locator('.heat__day[data-at="224"]').hover();
  await expect(said).toContainText("2021年11月11日");
  await expect(said).toContainText("双11");
  const sold = days.filter((figure) => figure > 0).sort((a, b) => a - b);
  const limit = (quarter) => yuanZh(sold[Math.ceil((sold.length * quarter) / 4) - 1]);
  await expect(page.getByTestId("heat-legend").getByRole("listitem")).toHaveText([`≤ ${limit(1)}`, `≤ ${limit(2)}`, `≤ ${limit(3)}`, `> ${limit(3)}`]);
  await page.getByTestId("heat-table-button").click();
  const rows = page.getByTestId("heat-days").locator("tbody tr");
  await expect(rows).toHaveCount(DAYS_TO_DATE);
  await expect(rows.nth(224)).toHaveText(`2021年11月11日${yuanZh(days[224])}双11`);
});

/** An amount as Chinese readers see it, with a true minus. */
function figure(text) {
  const [, sign, digits, unit] = text.match(/(−?)([\d.,]+)([万亿]?)/);
  const size = Number(digits.replaceAll(",", "")) * { 万: 1e4, 亿: 1e8, "": 1 }[unit];
  return sign ? -size : size;
}
