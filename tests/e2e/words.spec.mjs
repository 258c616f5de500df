// What the page says is so, in both languages: whose figures, which metric, what is left out.
import { json } from "./support/answers.mjs";
import { open, openDocument, rows } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const comparison = (page) => page.getByTestId("comparison");
const quality = (page) => page.getByTestId("quality");

test("a comparison names the metric of its figures, and what of the link it leaves out", async ({ page }) => {
  await open(page, "./?lang=en&compare=partner:p025,c0591&compare_as=daily&metric=net");
  await expect(page.getByTestId("comparison-facts").getByRole("rowheader").nth(1)).toHaveText("Year to date (GMV)");
  await expect(comparison(page)).toContainText("1 of the link left out");
  await open(page, `./?compare=${Array.from({ length: 8 }, (_, at) => `c059${at}`)}`);
  const tray = page.getByTestId("tray");
  await expect(tray).toContainText("已选 6 个，最多 6 个");
  await page.getByTestId("compare-open").click();
  await expect(comparison(page)).toContainText("链接里另有 2 个没有列入");
  await page.goBack();
  await expect(comparison(page)).toBeHidden();
  await tray.locator(".chip").last().click();
  await expect(tray).toContainText("已选 5 个");
  await page.getByTestId("compare-open").click();
  await expect(comparison(page)).toBeVisible();
  await expect(comparison(page)).not.toContainText("没有列入");
});

test("notes on data quality name channels as the page does, and count a day without data once", async ({ page, site }) => {
  const channels = [{ id: "c1", name: "临溪数码小店", alias: "Linxi Digital", gmv: [1, null, ...flat(3, 8)] }];
  const document = sales({ channels });
  document.series.orders = document.series.gmv;
  await openDocument(page, site, json(document), "&lang=en&open=quality");
  await expect(quality(page)).toContainText("; first at Linxi Digital");
  await expect(quality(page).getByRole("listitem").filter({ hasText: "first at" })).toHaveText(/^1 /);
  await page.goto(site.page("?source=data.json&lang=zh&open=quality"));
  await expect(quality(page)).toContainText("缺数 1 天");
});

test("definitions name what they define", async ({ page }) => {
  await open(page, "./?lang=en&open=definitions");
  const lines = page.getByTestId("definitions").getByRole("listitem");
  await expect(lines.filter({ hasText: "scaled to meet the target" })).toHaveText(/^Target path = /);
});

test("a screen on a wall says that its figures are made up", async ({ page, site }) => {
  await open(page, "./?wall=1");
  await expect(page.getByTestId("wall-synthetic")).toHaveText("合成数据");
  const document = sales({ provenance: { source: "Test", synthetic: false } });
  await openDocument(page, site, json(document), "&wall=1");
  await expect(page.getByTestId("wall-synthetic")).toBeEmpty();
});

test("a race under a filter says that it heeds none", async ({ page }) => {
  await open(page, "./?race=2021-08-03&category=beauty&lang=en");
  const title = page.getByTestId("race").getByRole("heading", { level: 2 });
  await expect(title).toHaveText("Top 20 by GMV, year to date (filters not applied)");
  await open(page, "./?race=2021-08-03&lang=en");
  await expect(title).toHaveText("Top 20 by GMV, year to date");
});

test("what a chart says of a past day are sentences", async ({ page }) => {
  await open(page, "./?as_of=2021-11-05&focus=c0900&lang=en");
  const about = page.getByTestId("detail").locator(".chart__aside").first();
  await expect(about).toHaveText(/\. On 5 Nov 2021.*\. Use ← →/, { timeout: 60_000 });
});

for (const [source, kind] of [["javascript:alert(1)", "javascript:"], ["data:application/json,{}", "data:"]]) {
  test(`a source of the kind ${kind} is refused by name`, async ({ page }) => {
    await page.goto(`./?lang=en&source=${encodeURIComponent(source)}`);
    await expect(page.getByTestId("fault")).toContainText(`data from ${kind} was not read`);
    await expect(rows(page)).toHaveCount(0);
  });
}
