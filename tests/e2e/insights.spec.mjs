// The sections below the board, held against the sample's raw figures.
import { json } from "./support/answers.mjs";
import { open, openDocument } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { CHINESE, share } from "./support/words.mjs";

const cells = (page, hook) => page.getByTestId(hook).getByRole("row").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll("\u00a0", " "))));

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

test("the Lorenz curve runs under the diagonal to the end, with a table; HHI is the sum of squared shares", async ({ page }) => {
  await open(page, "./?open=concentration");
  const section = page.locator("section", { has: page.getByTestId("fold-concentration") }).last();
  await section.getByTestId("chart-table-button").click();
  const table = await section.getByTestId("chart-table").getByRole("row").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(table[0]).toEqual(["由小到大累计占比", "销售额占比", "完全平均时"]);
  expect(table).toHaveLength(1 + 101);
  const values = sample.board().map((row) => row.value).toSorted((a, b) => a - b);
  const total = values.reduce((sum, value) => sum + value, 0);
  const smallest = (count) => share(values.slice(0, count).reduce((sum, value) => sum + value, 0), total);
  expect(table[51]).toEqual(["50%", smallest(1_200), "50.0%"]);
  expect(table[101]).toEqual(["100%", "100.0%", "100.0%"]);
  const rows = Object.fromEntries(await cells(page, "concentration"));
  const hhi = values.reduce((sum, value) => sum + (value / total) ** 2, 0);
  expect(rows["赫芬达尔指数 HHI（份额平方和，0–10,000）"]).toBe((10_000 * hhi).toFixed(1));
  expect(rows["等效直播间数（1 ÷ 份额平方和）"]).toBe((1 / hhi).toFixed(1));
  await expect(section.locator("figcaption")).toContainText(`较小的一半只占 ${smallest(1_200)}`);
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
  const monthly = sample.document.daily.mau.slice(at("2021-12-01"), at("2021-12-01") + 31).reduce((sum, users) => sum + users, 0) / 31;
  expect(latest[3]).toBe(share(mean("2021-12-01"), monthly));
  expect((await cells(page, "support")).slice(1)).toEqual([
    ["流量扶持", "承诺 ¥15.00亿", "已用 ¥10.82亿（72.2%）"],
    ["商家成长激励", "承诺 ¥10.00亿", "已用 ¥6.49亿（64.9%）"],
    ["机构与主播培训", "承诺 ¥5.00亿", "已用 ¥2.32亿（46.3%）"],
    ["商家入驻审核", "7 天", "2 天"],
    ["技术服务费率", "5.0%", "3.0%"],
  ]);
  await page.goto("./?open=audience&lang=en");
  await expect(page.getByTestId("support")).toBeVisible({ timeout: 60_000 });
  expect((await cells(page, "support")).map(([name]) => name)).toEqual(["Support", "Traffic support", "Growth incentives for merchants", "Training of partners and hosts", "Merchant review time", "Service fee rate"]);
  await expect(page.getByTestId("support")).not.toHaveText(CHINESE);
});

test("a document without last year and without an audience says so, or leaves the section out", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.getByTestId("fold-trust").click();
  await expect(page.getByText("没有去年的逐日数据，无从检验。")).toBeVisible();
  await expect(page.getByTestId("fold-audience")).toHaveCount(0);
});

test("of a fund that nothing is promised of there is no share, and no brackets around it", async ({ page, site }) => {
  const support = [{ kind: "fund", id: "none", name: "Fund", committed: 0, spent: 0 }];
  for (const [lang, words] of [["en", "¥0 spent"], ["zh", "已用 ¥0"]]) {
    await openDocument(page, site, json(sales({ support })), `&open=audience&lang=${lang}`);
    expect((await cells(page, "support"))[1][2]).toBe(words);
  }
});
