// How progress is spread: the histogram that filters the board, and sections in the address.
import { json } from "./support/answers.mjs";
import { expectCount, expectQuery, open, openDocument, search } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count } from "./support/words.mjs";

const section = (page) => page.locator("section", { has: page.getByTestId("fold-distribution") }).last();
const histogram = (page) => section(page).getByTestId("chart").first();
const paths = (page) => section(page).getByTestId("chart").nth(1);
const stage = (page) => histogram(page).getByTestId("chart-stage");
const chip = (page, words) => page.getByRole("button", { name: `移除筛选：目标进度 ${words}` });
const progress = (channel) => sample.total(channel) / channel.goal;
const between = (from, to) => sample.channels.filter((channel) => progress(channel) >= from && progress(channel) < to).length;

/** The middle of so manieth of 22 bars. */
async function bar(page, at) {
  await stage(page).scrollIntoViewIfNeeded();
  const table = histogram(page).getByTestId("chart-table");
  await expect(table).toHaveCount(0);
  const box = await stage(page).boundingBox();
  // The plot begins some 30 px from the left, after the figures of its axis, and ends 12 px before the right.
  const [left, right] = [box.x + 30, box.x + box.width - 12];
  return { x: left + ((right - left) * (at + 0.5)) / 22, y: box.y + box.height / 2 };
}

test("bars count the channels by progress; a drag over them filters the board, Back and the chip undo it", async ({ page }) => {
  await open(page, "./?open=distribution");
  await histogram(page).getByTestId("chart-table-button").click();
  const table = await histogram(page).getByTestId("chart-table").getByRole("row").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const bins = Object.fromEntries(table.slice(1));
  expect(bins["<10%"]).toBe(count(between(-Infinity, 0.1)));
  expect(bins["40–50%"]).toBe(count(between(0.4, 0.5)));
  expect(bins["100–110%"]).toBe(count(between(1, 1.1)));
  expect(bins["200–500%"]).toBe(count(between(2, 5)));
  expect(bins["≥500%"]).toBe(count(between(5, Infinity)));
  await histogram(page).getByTestId("chart-table-button").click();

  const [first, last] = [await bar(page, 4), await bar(page, 7)];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 5 });
  await page.mouse.up();
  await expectQuery(page, { open: "distribution", progress: "40..80" });
  await expectCount(page, between(0.4, 0.8));
  await expect(chip(page, "40–80%")).toBeVisible();
  await page.goBack();
  await expectCount(page, sample.channels.length);
  await page.goForward();
  await expectCount(page, between(0.4, 0.8));
  await chip(page, "40–80%").click();
  await expectCount(page, sample.channels.length);
  await expectQuery(page, { open: "distribution" });
});

test("a press keeps one bar, the same once more lifts it; other bars keep their height", async ({ page }) => {
  await open(page, "./?open=distribution");
  const at = await bar(page, 8);
  await page.mouse.click(at.x, at.y);
  await expectQuery(page, { open: "distribution", progress: "80..90" });
  await expectCount(page, between(0.8, 0.9));
  await stage(page).focus();
  await page.keyboard.press("Home");
  await expect(stage(page)).toHaveAttribute("aria-valuetext", new RegExp(`^<10%.* ${count(between(-Infinity, 0.1))}$`));
  const again = await bar(page, 8);
  await page.mouse.click(again.x, again.y);
  await expectQuery(page, { open: "distribution" });
});

test("by keys alone: Home, Shift and the arrows, Enter", async ({ page }) => {
  await open(page, "./?open=distribution");
  await stage(page).focus();
  for (const key of ["Home", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"]) await page.keyboard.press(key);
  await expect(histogram(page).getByRole("status")).toHaveText("已选 10–20% 至 30–40%");
  await page.keyboard.press("Enter");
  await expectQuery(page, { open: "distribution", progress: "10..40" });
  await expectCount(page, between(0.1, 0.4));
  for (const key of ["End", "Enter"]) await page.keyboard.press(key);
  await expectQuery(page, { open: "distribution", progress: "500.." });
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 700 } });

  test("a finger can choose too", async ({ page }) => {
    await open(page, "./?open=distribution");
    const at = await bar(page, 10);
    await page.touchscreen.tap(at.x, at.y);
    await expectQuery(page, { open: "distribution", progress: "100..110" });
    await expectCount(page, between(1, 1.1));
  });
});

test("how all came there is a density with its quarters, of the rows that the filters leave", async ({ page }) => {
  await open(page, "./?open=distribution&lang=en");
  const quarters = (channels) => {
    const percents = channels.map((channel) => Math.floor(progress(channel) * 100 + 1e-9)).sort((a, b) => a - b);
    return [1, 2, 3].map((quarter) => `${percents[Math.ceil((percents.length * quarter) / 4) - 1]}%`);
  };
  const said = async (channels) => {
    const [lowest, median, highest] = quarters(channels);
    const words = `Of ${count(channels.length)} rows the middle one has come to ${median} of its goal; a quarter stands at ${lowest} or less, a quarter at ${highest} or more.`;
    await expect(paths(page).locator("figcaption")).toContainText(words);
  };
  await said(sample.channels);
  await paths(page).getByTestId("chart-table-button").click();
  const today = paths(page).getByTestId("chart-table").getByRole("row", { name: /31 Dec/ });
  const [lowest, median, highest] = quarters(sample.channels);
  for (const percent of [lowest, median, highest]) await expect(today.getByRole("cell", { name: percent, exact: true })).toBeVisible();
  const beauty = sample.channels.filter((channel) => channel.category === sample.channels[0].category);
  await page.goto(`./?open=distribution&lang=en&category=${sample.categoryOf(sample.channels[0])}`);
  await said(beauty);
});

test("an empty board offers to lift the range, and where no row is left there is no chart; without goals there is no section", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&progress=50..");
  await expectCount(page, 2);
  await search(page).fill("gamma");
  await page.getByRole("button", { name: /不限目标进度（现为“≥50%”）/ }).click();
  await expectCount(page, 1);
  const programme = { name: "No goals", metric: "gmv" };
  await openDocument(page, site, json(sales()), "&open=distribution");
  await expect(section(page).getByTestId("chart")).toHaveCount(2);
  await search(page).fill("nobody");
  await expect(page.getByText("这些行没有目标或没有数据")).toBeVisible();
  await expect(section(page).getByTestId("chart")).toHaveCount(0);
  await openDocument(page, site, json(sales({ programme })), "&open=distribution");
  await expect(page.getByTestId("fold-distribution")).toBeHidden();
});

test("which sections are open stands in the address, and Back closes them again", async ({ page }) => {
  await open(page, "./?focus=c0900");
  for (const name of ["year", "trust"]) await page.getByTestId(`fold-${name}`).click();
  await page.getByTestId("definitions").locator("summary").click();
  await expectQuery(page, { focus: "c0900", open: "trust,year,definitions" });
  await page.reload();
  await expect(page.getByTestId("fold-year")).toHaveAttribute("aria-expanded", "true", { timeout: 60_000 });
  await expect(page.getByTestId("definitions")).toHaveAttribute("open", "");
  await page.goBack();
  await expect(page.getByTestId("definitions")).not.toHaveAttribute("open");
  await expect(page.getByTestId("fold-trust")).toHaveAttribute("aria-expanded", "true");
});
