// The sections below the board, held against the sample's raw figures.
import { json } from "./support/answers.mjs";
import { open, openDocument } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";

const cells = (page, hook) => page.getByTestId(hook).getByRole("row").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

test("concentration: shares of the largest and the effective number follow from the board's rows", async ({ page }) => {
  await open(page);
  await page.getByTestId("fold-concentration").click();
  const rows = Object.fromEntries(await cells(page, "concentration"));
  const values = sample.board().map((row) => row.value);
  const total = values.reduce((sum, value) => sum + value, 0);
  const share = (count) => values.slice(0, count).reduce((sum, value) => sum + value, 0) / total;
  expect(rows["前 10 名"]).toBe(`${(share(10) * 100).toFixed(1)}%`);
  expect(rows["前 240 名"]).toBe(`${(share(240) * 100).toFixed(1)}%`);
  const effective = 1 / values.reduce((sum, value) => sum + (value / total) ** 2, 0);
  expect(Number(rows["等效直播间数（1 ÷ 份额平方和）"])).toBeCloseTo(effective, 0);
  const gini = 1 - values.toSorted((a, b) => a - b).reduce((sum, value, at) => sum + value * (2 * (values.length - at) - 1), 0) / (values.length * total);
  expect(Number(rows["基尼系数"])).toBeCloseTo(gini, 2);
});

test("calibration: every channel that was not over the line last year at this day is in one class", async ({ page }) => {
  await open(page);
  await page.getByTestId("fold-trust").click();
  await expect(page.getByTestId("trust").getByRole("row")).toHaveCount(6, { timeout: 60_000 });
  const [, ...classes] = await cells(page, "trust");
  expect(classes.map(([range]) => range)).toEqual(["0–20%", "20–40%", "40–60%", "60–80%", "80–100%"]);
  const came = classes.filter(([, rows]) => rows !== "0").map(([, , , share]) => Number.parseInt(share, 10));
  expect(came.length).toBeGreaterThan(2);
  expect(came.at(-1)).toBeGreaterThan(came[0]);
});

test("audience by month with growth against the same month, and where support stands", async ({ page }) => {
  await open(page);
  await page.getByTestId("fold-audience").click();
  const [, latest] = await cells(page, "audience");
  expect(latest[0]).toBe("2021年12月");
  const { first_day: first, dau } = sample.document.daily;
  const at = (day) => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
  const mean = (from) => dau.slice(at(from), at(from) + 31).reduce((sum, users) => sum + users, 0) / 31;
  expect(latest[1]).toBe(Math.round(mean("2021-12-01")).toLocaleString("en-US"));
  const growth = (mean("2021-12-01") / mean("2020-12-01") - 1) * 100;
  expect(Number.parseFloat(latest[2].replace("−", "-"))).toBeCloseTo(growth, 1);
  await expect(page.getByTestId("support").getByRole("row")).toHaveCount(1 + sample.document.support.length);
});

test("a document without last year and without an audience says so, or leaves the section out", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.getByTestId("fold-trust").click();
  await expect(page.getByText("没有去年的逐日数据，无从检验。")).toBeVisible();
  await expect(page.getByTestId("fold-audience")).toHaveCount(0);
});
