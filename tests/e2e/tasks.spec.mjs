// What a newcomer must manage in seconds, without a manual: each by what can be seen, in few steps.
import { detail, expectCount, expectOrder, expectTop, open, openMenu, rowOf, rows, scroller, search, shownIds } from "./support/board.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { amountEn, count, yuanZh } from "./support/words.mjs";

const toDate = { from: sample.YEAR.from, to: sample.TOMORROW };
const isOver = (channel) => sample.total(channel) >= channel.goal;
const missing = (channel) => channel.goal - sample.total(channel);
const double11 = { from: "2021-11-01", to: "2021-11-12" };

test("how many channels are over the line, and is that enough?", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  const over = sample.channels.filter(isOver).length;
  await expect(page.getByTestId("told-over")).toBeInViewport({ ratio: 1 });
  await expect(page.getByTestId("told-over")).toHaveText(count(over));
  await expect(page.getByTestId("programme-figures")).toContainText(count(sample.document.programme.target_channels));
  // Last year's day is in a part; then the sentence compares with it.
  const lastYear = { from: "2020-04-01", to: "2021-01-01" };
  const before = sample.channels.filter((channel) => sample.total(channel, lastYear) >= channel.goal).length;
  await expect(page.getByTestId("verdict")).toContainText(String(over - before));
  await expect(page.getByTestId("verdict")).toBeInViewport({ ratio: 1 });
});

test("who crossed this week?", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  const crossed = sample.channels.filter((channel) => isOver(channel) && sample.crossing(sample.daily(channel, toDate), channel.goal) >= "2021-12-25");
  const list = page.getByTestId("crossed");
  await expect(list).toBeInViewport({ ratio: 1 });
  const names = await list.locator("bdi").allInnerTexts();
  expect([...names].sort()).toEqual(crossed.map((channel) => channel.name).sort());
});

test("the fifty nearest to the line: one press", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "离目标最近" }).click();
  const nearest = sample.channels.filter((channel) => missing(channel) > 0).sort((a, b) => missing(a) - missing(b) || (a.id < b.id ? -1 : 1)).map((channel) => channel.id);
  await expectOrder(page, nearest, 12);
  await scroller(page).evaluate((list) => list.scrollTo(0, 38 * 36));
  await expect.poll(() => shownIds(page)).toContain(nearest[49]);
  const shown = await shownIds(page);
  const at = nearest.indexOf(shown[0]);
  expect(shown).toEqual(nearest.slice(at, at + shown.length));
});

test("one channel by a few letters of its name, or of its pinyin", async ({ page }) => {
  await open(page);
  const target = sample.channels.find((channel) => channel.name === "山茶厨电小店");
  await page.keyboard.press("/");
  await page.keyboard.type("shancha");
  await expect(rowOf(page, target.id)).toBeVisible();
  await search(page).fill("山茶厨");
  await expect.poll(() => shownIds(page)).toEqual([target.id]);
  await rowOf(page, target.id).click();
  await expect(page.getByTestId("detail-to-date")).toHaveText(yuanZh(sample.total(target)));
});

test("the beauty channels of one partner over Double 11 in dollars", async ({ page }) => {
  await open(page, "./?lang=en");
  const partner = partnerWithMost("beauty");
  const categories = await openMenu(page, "Category");
  await categories.getByText("Beauty", { exact: true }).click();
  await page.keyboard.press("Escape");
  const partners = await openMenu(page, "Partner");
  await partners.getByRole("searchbox").fill(partner.name);
  await partners.getByRole("checkbox").first().check();
  await page.keyboard.press("Escape");
  const windows = await openMenu(page, /^Dates/);
  await windows.getByRole("button", { name: /^(Double 11|双11) ?1/ }).click();
  await page.getByRole("button", { name: "USD", exact: true }).click();

  const among = sample.channels.filter((channel) => sample.categoryOf(channel) === "beauty" && sample.partnerOf(channel) === partner.id);
  const expected = sample.board({ window: double11, among });
  await expectTop(page, expected, 20);
  await expectCount(page, expected.length);
  const rate = Number(sample.document.currency.display[0].per_unit);
  await expect(page.getByTestId("totals")).toContainText(amountEn(sample.sumOf(expected) / rate, "$"));
});

function partnerWithMost(category) {
  const members = sample.document.partners.map(() => 0);
  for (const channel of sample.channels) if (channel.partner !== null && sample.categoryOf(channel) === category) members[channel.partner] += 1;
  return sample.document.partners[members.indexOf(Math.max(...members))];
}

test("this channel against its plan", async ({ page }) => {
  await open(page);
  const { id, channel, value } = sample.board().find((row) => !isOver(row.channel));
  await rowOf(page, id).click();
  const facts = detail(page);
  await expect(facts).toContainText(/此时应达\s*¥/);
  await expect(facts).toContainText(/(领先|落后)计划 ¥/);
  const expected = figure(await facts.innerText(), /此时应达\s*¥([\d.,]+)([万亿]?)/);
  const by = figure(await facts.innerText(), /(?:领先|落后)计划 ¥([\d.,]+)([万亿]?)/);
  // The three figures agree with each other, and the plan lies between nothing and the goal.
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThan(channel.goal);
  expect(Math.abs(Math.abs(value - expected) - by)).toBeLessThan(0.002 * channel.goal);
  await expect(page.getByTestId("curve-level")).not.toBeEmpty();
  await expect(facts.getByTestId("chart-stage")).toBeVisible();
});

function figure(text, pattern) {
  const [, digits, unit] = text.match(pattern);
  return Number(digits.replaceAll(",", "")) * { 万: 1e4, 亿: 1e8, "": 1 }[unit];
}

test("the same view sent to a colleague: one press copies it", async ({ page, context, browser }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "./?category=food&window=festival:double-11");
  await page.getByTestId("share").click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const elsewhere = await browser.newContext({ locale: "zh-CN", timezoneId: "America/New_York" });
  const colleague = await elsewhere.newPage();
  await open(colleague, link);
  await expectTop(colleague, sample.board({ window: double11, among: sample.channels.filter((channel) => sample.categoryOf(channel) === "food") }), 10);
  await elsewhere.close();
});

test("all of it without a mouse", async ({ page }) => {
  await open(page);
  const nearest = sample.channels.filter((channel) => missing(channel) > 0).sort((a, b) => missing(a) - missing(b))[0];
  await tabTo(page, "离目标最近");
  await page.keyboard.press("Enter");
  await expectOrder(page, [nearest.id], 1);
  await page.keyboard.press("/");
  await page.keyboard.type(nearest.id);
  await expect.poll(() => shownIds(page)).toEqual([nearest.id]);
  await tabTo(page, "leaderboard-scroll");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(detail(page).getByRole("heading", { level: 2 })).toHaveText(nearest.name);
  await tabTo(page, "chart-stage");
  await page.keyboard.press("ArrowLeft");
  await expect(detail(page).getByTestId("chart-tooltip")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(detail(page)).toHaveCount(0);
});

test("who crossed, the beauty channels of a partner over Double 11 in dollars, and the link, without a mouse", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "./?lang=en");
  const crossed = sample.channels.filter((channel) => isOver(channel) && sample.crossing(sample.daily(channel, toDate), channel.goal) >= "2021-12-25");
  const list = page.getByTestId("crossed");
  await tabTo(page, "feed-choice");
  await page.keyboard.press("Tab");
  await expect(list.getByRole("button").first()).toBeFocused();
  for (let at = 1; at < crossed.length; at += 1) await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("button").last()).toBeFocused();
  expect(await list.getByRole("button").count()).toBe(crossed.length);

  const { partner, among } = beautyOfOne();
  await tabTo(page, "Year to date");
  await page.keyboard.press("Enter");
  await tabTo(page, /^(Double 11|双11) ?1/);
  await page.keyboard.press("Enter");
  await choose(page, "Category", "Beauty");
  await choose(page, "Partner", partner.alias || partner.name);
  await tabTo(page, "USD", 150);
  await page.keyboard.press("Enter");
  await expectBeauty(page, among);
  await tabTo(page, "share");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

/** Opens a filter by keys, types what is looked for and takes the first that is found. */
async function choose(page, title, words) {
  await tabTo(page, title);
  await page.keyboard.press("Enter");
  const panel = page.locator(".panel");
  await expect(panel).toBeVisible();
  if (await panel.getByRole("searchbox").count()) {
    await panel.getByRole("searchbox").focus();
    await page.keyboard.type(words);
  }
  for (let step = 0; step < 40; step += 1) {
    const now = await page.evaluate(() => document.activeElement.closest("label")?.textContent ?? "");
    if (now.includes(words)) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press(" ");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
}

function beautyOfOne() {
  const partner = partnerWithMost("beauty");
  return { partner, among: sample.channels.filter((channel) => sample.categoryOf(channel) === "beauty" && sample.partnerOf(channel) === partner.id) };
}

async function expectBeauty(page, among) {
  const expected = sample.board({ window: double11, among });
  await expectTop(page, expected, 5);
  await expectCount(page, expected.length);
  const rate = Number(sample.document.currency.display[0].per_unit);
  await expect(page.getByTestId("totals")).toContainText(amountEn(sample.sumOf(expected) / rate, "$"));
}

/** Presses Tab until the control of that name or test id has the keyboard. */
async function tabTo(page, name, most = 60) {
  for (let tab = 0; tab < most; tab += 1) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => [document.activeElement.dataset.testid ?? "", document.activeElement.textContent.trim()]);
    if (now.some((text) => (name instanceof RegExp ? name.test(text) : text === name))) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

test.describe("all of it on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

  test("the count, who is nearest, a search, a detail", async ({ page }) => {
    await open(page);
    await expect(page.getByTestId("told-over")).toBeInViewport();
    await page.getByRole("button", { name: "离目标最近" }).tap();
    const nearest = sample.channels.filter((channel) => missing(channel) > 0).sort((a, b) => missing(a) - missing(b) || (a.id < b.id ? -1 : 1));
    await expectOrder(page, nearest.map((channel) => channel.id), 5);
    await search(page).fill(nearest[3].id);
    await rowOf(page, nearest[3].id).tap();
    await expect(detail(page).getByRole("heading", { level: 2 })).toHaveText(nearest[3].name);
    await expect(page.getByTestId("takes")).toContainText(yuanZh(missing(nearest[3])));
    await page.getByTestId("detail-close").tap();
    await expect(rows(page)).toHaveCount(1);
  });

  test("who crossed, the beauty channels of a partner over Double 11 in dollars, and the link", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, "./?lang=en");
    const first = page.getByTestId("crossed").getByRole("button").first();
    const name = await first.locator("bdi").innerText();
    await first.tap();
    await expect(detail(page).getByRole("heading", { level: 2 })).toHaveText(name);
    await page.getByTestId("detail-close").tap();
    const { partner, among } = beautyOfOne();
    const categories = await openByTap(page, "Category");
    await categories.getByText("Beauty", { exact: true }).tap();
    await page.keyboard.press("Escape");
    const partners = await openByTap(page, "Partner");
    await partners.getByRole("searchbox").fill(partner.name);
    await partners.getByRole("checkbox").first().tap();
    await page.keyboard.press("Escape");
    const windows = await openByTap(page, /^Dates/);
    await windows.getByRole("button", { name: /^(Double 11|双11) ?1/ }).tap();
    await page.getByRole("button", { name: "USD", exact: true }).tap();
    await expectBeauty(page, among);
    await page.getByTestId("share").tap();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  async function openByTap(page, title) {
    await page.locator("button[aria-haspopup=dialog]").and(page.getByTitle(title)).tap();
    const panel = page.getByRole("dialog", { name: title });
    await expect(panel).toBeVisible();
    return panel;
  }
});
