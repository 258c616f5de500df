// Up to six rows side by side.
import { json } from "./support/answers.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { detail, expectQuery, open, openDocument, rowOf, scroller } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { share, yuanZh } from "./support/words.mjs";

const tray = (page) => page.getByTestId("tray");
const comparison = (page) => page.getByTestId("comparison");
const facts = (page) => page.getByTestId("comparison-facts");
const addIn = (row) => row.getByTestId("compare-row");

test("rows are chosen by their buttons and by C, shown in a tray, and Back takes each step back", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await expect(tray(page)).toHaveCount(0);
  await rowOf(page, "beta").hover();
  await addIn(rowOf(page, "beta")).click();
  await expectQuery(page, { source: "data.json", compare: "beta" });
  await expect(detail(page)).toHaveCount(0);
  await expect(tray(page).getByRole("listitem")).toHaveText(["Beta Store"]);

  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("c");
  await expectQuery(page, { source: "data.json", compare: "beta,alpha" });
  await expect(addIn(rowOf(page, "alpha"))).toHaveAttribute("aria-pressed", "true");

  await page.getByTestId("compare-open").click();
  await expect(comparison(page)).toBeVisible();
  await expectQuery(page, { source: "data.json", compare: "beta,alpha", compare_as: "cumulative" });
  await page.goBack();
  await expect(comparison(page)).toBeHidden();
  await page.goBack();
  await expect(tray(page).getByRole("listitem")).toHaveText(["Beta Store"]);
  await tray(page).getByRole("button", { name: "移出对比：Beta Store" }).click();
  await expect(tray(page)).toHaveCount(0);
});

test("the facts and the chart's table are the figures of the document", async ({ page }) => {
  const board = sample.board();
  const three = [board[3], board[700], board[1900]];
  await open(page, `./?compare=${three.map(({ id }) => id)}&compare_as=cumulative`);
  const names = three.map(({ id }) => sample.channels.find((other) => other.id === id).name);
  await expect(facts(page).getByRole("columnheader")).toHaveText(["直播间", ...names]);
  const expected = [({ rank }) => rank.toLocaleString("en-US"), ({ value }) => yuanZh(value), ({ value, channel }) => share(value, channel.goal)];
  for (const [at, text] of expected.entries()) {
    const line = facts(page).locator("tbody tr").nth(at);
    await expect(line.getByRole("cell")).toHaveText(three.map(text));
  }
  await comparison(page).getByTestId("chart-table-button").click();
  const last = comparison(page).getByTestId("chart-table").getByRole("row").last();
  for (const { value } of three) await expect(last).toContainText(`¥${value.toLocaleString("en-US")}`);
});

test("each of six that are compared can be read and taken out without scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const six = sample.board().slice(0, 6).map(({ id }) => id);
  await open(page, `./?lang=en&compare=${six}`);
  await expect(tray(page).getByRole("listitem")).toHaveCount(6);
  const hidden = await tray(page).locator(".tray__rows").evaluate((list) => [list.scrollWidth - list.clientWidth, list.scrollHeight - list.clientHeight]);
  expect(hidden).toEqual([0, 0]);
  for (const chip of await tray(page).getByRole("listitem").all()) await expect(chip).toBeInViewport({ ratio: 1 });
});

test("indexed to the goal and daily are in the address; who has no goal is named", async ({ page, site }) => {
  const channels = [
    { id: "a", name: "Able", gmv: flat(50), goal: 1000 },
    { id: "b", name: "Baker", gmv: [700, ...flat(0, 9)] },
  ];
  const document = sales({ channels, programme: { name: "Spring programme", metric: "gmv" } });
  await openDocument(page, site, json(document), "&compare=a,b&compare_as=indexed&lang=en");
  await comparison(page).getByTestId("chart-table-button").click();
  await expect(comparison(page).getByTestId("chart-table").getByRole("row").last()).toContainText("50.0%");
  await expect(comparison(page)).toContainText("No goal, so no line: Baker");
  await comparison(page).getByRole("button", { name: "Daily" }).click();
  await expectQuery(page, { source: "data.json", compare: "a,b", compare_as: "daily", lang: "en" });
  await expect(comparison(page).getByRole("heading", { name: "Daily GMV, mean of 7 days" })).toBeVisible();
  // On the seventh day the week still holds the 700, on the eighth it does not.
  const days = comparison(page).getByTestId("chart-table").locator("tbody tr");
  await expect(days.nth(6)).toContainText("¥100");
  await expect(days.nth(7)).not.toContainText("¥100");
});

test("where one line flattens the others, the reading against goals is named, unless it flattens them too", async ({ page, site }) => {
  const channels = [
    { id: "a", name: "Able", gmv: flat(5000), goal: 100_000 },
    { id: "b", name: "Baker", gmv: flat(50) },
    { id: "c", name: "Cook", gmv: flat(5000) },
  ];
  await openDocument(page, site, json(sales({ channels })), "&compare=a,b&compare_as=cumulative&lang=en");
  await expect(comparison(page)).toContainText("over ten times the smallest");
  await comparison(page).getByRole("button", { name: "Indexed to goal" }).click();
  await expect(comparison(page)).not.toContainText("over ten times the smallest");
  await openDocument(page, site, json(sales({ channels })), "&compare=c,b&compare_as=cumulative&lang=en");
  await expect(facts(page)).toBeVisible();
  await expect(comparison(page)).not.toContainText("over ten times the smallest");
});

test("channels and partners are not mixed, and the detail offers the comparison too", async ({ page, site }) => {
  const channels = [{ id: "a", gmv: flat(10), partner: 0 }, { id: "b", gmv: flat(20), partner: 1 }];
  await openDocument(page, site, json(sales({ channels })), "&compare=a&board=partners&focus=partner:p1");
  await addIn(detail(page)).click();
  await expectQuery(page, { source: "data.json", board: "partners", focus: "partner:p1", compare: "partner:p1" });
  await expect(tray(page).getByRole("listitem")).toHaveText(["North Agency"]);
  await detail(page).getByRole("heading", { level: 2 }).focus();
  await page.keyboard.press("c");
  await expect(tray(page)).toHaveCount(0);
});

for (const [name, query, size] of [["zh", "", { width: 1280, height: 900 }], ["en, dark", "&lang=en&theme=dark", { width: 375, height: 812 }]]) {
  test(`the comparison is accessible, Escape closes it, and nothing sticks out (${name})`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, `./?compare=c0700,c0800,c0900,c0950,c1000,c1100&compare_as=daily${query}`);
    await expect(facts(page).locator("thead th")).toHaveCount(7);
    await expectAccessible(page, '[data-testid="comparison"]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.keyboard.press("Escape");
    await expect(comparison(page)).toBeHidden();
    await expect.poll(() => new URL(page.url()).searchParams.has("compare_as")).toBe(false);
    await expectAccessible(page, '[data-testid="tray"]');
  });
}

test("with nobody chosen the view says how to choose", async ({ page }) => {
  await open(page, "./?compare_as=daily&compare=nobody");
  await expect(comparison(page)).toContainText("还没有选择要对比的行");
  await expect(facts(page)).toHaveCount(0);
});
