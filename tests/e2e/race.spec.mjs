// The race of ranks. What runs by is only looked at where it has come to rest.
import { json } from "./support/answers.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { expectQuery, open, openDocument, openMenu } from "./support/board.mjs";
import { plusDays } from "./support/days.mjs";
import * as sample from "./support/sample.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const race = (page) => page.getByTestId("race");
const lanes = (page) => race(page).locator(".lane:not([hidden])");
const slider = (page) => race(page).getByRole("slider");

/** Names of the lanes from top to bottom, as they are placed. */
const placed = (page) =>
  lanes(page).evaluateAll((all) =>
    all.sort((a, b) => a.style.getPropertyValue("--place") - b.style.getPropertyValue("--place")).map((lane) => lane.querySelector(".lane__name").textContent),
  );

/** The first twenty at the end of a day. */
function leaders(day) {
  const rows = sample.board({ window: { from: sample.YEAR.from, to: plusDays(day, 1) } });
  return rows.slice(0, 20).map(({ rank, value, channel }) => ({ name: channel.name, rank, value }));
}

async function expectLeaders(page, expected) {
  await expect.poll(() => placed(page)).toEqual(expected.map(({ name }) => name));
}

test("opened from the menu it runs; paused it stands, and Escape and Back lead out and in", async ({ page }) => {
  await open(page);
  const menu = await openMenu(page, "显示");
  await menu.getByRole("button", { name: "排名竞速" }).click();
  await expectQuery(page, { race: "1" });
  await expect(race(page)).toBeVisible();
  const first = Number(await slider(page).getAttribute("min"));
  await expect.poll(async () => Number(await slider(page).inputValue())).toBeGreaterThan(first + 3);
  await race(page).getByTestId("race-play").click();
  await expect(race(page).getByRole("button", { name: "逐日播放" })).toBeVisible();
  const day = sample.YEAR.from;
  const passed = Number(await slider(page).inputValue()) - first;
  await expectLeaders(page, leaders(plusDays(day, passed)));
  await expect(race(page).getByRole("status")).toContainText(leaders(plusDays(day, passed))[0].name);
  await expectQuery(page, { race: plusDays(day, passed) });
  await page.keyboard.press("Escape");
  await expect(race(page)).toBeHidden();
  await expectQuery(page, {});
  await page.goBack();
  await expect(race(page)).toBeVisible();
});

test("it comes to rest today, and a new run begins with the year", async ({ page }) => {
  await open(page, "./?race=1");
  await race(page).getByRole("button", { name: "4 倍速" }).click();
  await slider(page).fill(String(Number(await slider(page).getAttribute("max")) - 3));
  await race(page).getByTestId("race-play").click();
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年12月31日");
  await expect(race(page).getByRole("button", { name: "逐日播放" })).toBeVisible();
  await expectLeaders(page, leaders(sample.TODAY));
  await race(page).getByTestId("race-play").click();
  await expect.poll(async () => Number(await slider(page).inputValue())).toBeLessThan(Number(await slider(page).getAttribute("max")) - 100);
});

test("where motion is unwelcome nothing runs by itself and nothing glides", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await page.keyboard.press("r");
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年12月31日");
  await expectLeaders(page, leaders(sample.TODAY));
  expect(await lanes(page).first().evaluate((lane) => getComputedStyle(lane).transitionDuration)).toBe("0s");
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expectLeaders(page, leaders(sample.YEAR.from));
});

test("the bars have a table of the same figures, for partners and other metrics too, and are accessible", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "./?race=1");
  await race(page).getByTestId("race-table-button").click();
  const rows = race(page).getByTestId("race-table").locator("tbody tr");
  await expect(rows).toHaveCount(20);
  // One unit for all of them, with the decimals that the smaller ones need.
  await expect(race(page).getByTestId("race-table").locator("thead")).toContainText("成交额（亿元）");
  await expect(race(page).locator(".race__scale")).toContainText("成交额（亿元）");
  for (const [at, { name, rank, value }] of leaders(sample.TODAY).entries()) {
    await expect(rows.nth(at)).toHaveText(`${name}${rank}${(value / 1e8).toFixed(2)}`);
  }
  await expectAccessible(page, '[data-testid="race"]');
  await page.goto("./?race=1&board=partners&lang=en&theme=dark");
  const first = sample.partnerBoard()[0].partner;
  await expect.poll(async () => (await placed(page))[0], { timeout: 60_000 }).toBe(first.alias || first.name);
  await expect(race(page).getByRole("heading", { name: "Top 20 by GMV, year to date" })).toBeVisible();
  await expectAccessible(page, '[data-testid="race"]');
});

test("what is sent back counts: rows at and below zero run too, last and in a hue of their own", async ({ page, site }) => {
  const document = sales({ programme: { name: "Net", metric: "net" } });
  document.series = { first_day: "2021-04-01", days: 1, net: [[-30], [120], [0], [null]] };
  await openDocument(page, site, json(document), "&lang=en&race=2021-04-01");
  await expect.poll(() => placed(page)).toEqual(["Beta Store", "Gamma Store", "Alpha Store"]);
  await expect(race(page).locator(".race__scale")).toHaveText("A full bar is ¥120Net sales (¥)");
  const last = lanes(page).filter({ hasText: "Alpha Store" });
  await expect(last).toHaveText("3Alpha Store−30");
  const hue = (lane) => lane.locator("i").evaluate((bar) => getComputedStyle(bar).backgroundColor);
  expect(await hue(last)).not.toBe(await hue(lanes(page).first()));
});

test("the day it stands on is in the address", async ({ page }) => {
  await open(page, "./?race=2021-08-03");
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年8月3日");
  await expectLeaders(page, leaders("2021-08-03"));
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await expectQuery(page, { race: "2021-08-04" });
  await expectLeaders(page, leaders("2021-08-04"));
  await page.goBack();
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年8月3日");
});

test("played where motion is unwelcome, it steps once a second and stands still in between", async ({ page }) => {
  await page.clock.install();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "./?race=1");
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年12月31日");
  // From here on no time passes but what the test lets pass.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await race(page).getByTestId("race-play").click();
  await page.clock.runFor(50);
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年4月1日");
  await page.clock.runFor(800);
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年4月1日");
  await page.clock.runFor(300);
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年4月8日");
  await page.clock.runFor(700);
  await expect(race(page).getByTestId("race-day")).toHaveText("2021年4月8日");
});

test("as many days pass as time does, and a page that stood still goes on where it was", async ({ page }) => {
  await page.clock.install();
  await open(page, "./?race=2021-06-01");
  const day = async () => Number(await slider(page).inputValue());
  const start = await day();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await race(page).getByTestId("race-play").click();
  // Seven days a second; the frame that begins the run and the one that ends a second may fall either side.
  await page.clock.runFor(3_000);
  const after = (await day()) - start;
  expect(after).toBeGreaterThanOrEqual(20);
  expect(after).toBeLessThanOrEqual(21);
  // A minute without a frame counts as a second.
  await page.clock.fastForward(60_000);
  await page.clock.runFor(20);
  const asleep = (await day()) - start - after;
  expect(asleep).toBeGreaterThanOrEqual(6);
  expect(asleep).toBeLessThanOrEqual(8);
});

test("bars keep their round ends, and who climbs passes in front", async ({ page }) => {
  await open(page, "./?race=2021-06-01");
  await expect(lanes(page)).toHaveCount(20);
  const scales = await race(page).locator(".lane:not([hidden]) .lane__bar > i").evaluateAll((bars) => bars.map((bar) => new DOMMatrix(getComputedStyle(bar).transform).a));
  expect(new Set(scales)).toEqual(new Set([1]));
  await slider(page).fill(String(Number(await slider(page).getAttribute("max"))));
  await expectLeaders(page, leaders(sample.TODAY));
  const places = (day) => leaders(day).map(({ name }) => name);
  const [before, now] = [places("2021-06-01"), places(sample.TODAY)];
  const climbed = now.filter((name, at) => before.includes(name) && before.indexOf(name) > at);
  const marked = await race(page).locator(".lane[data-climbs] .lane__name").allTextContents();
  expect(marked.sort()).toEqual(climbed.sort());
});
