// What the page says where figures are missing or stand elsewhere, and what it leaves unsaid.
import { body, json } from "./support/answers.mjs";
import { detail, heading, open, openDocument, openMenu, rowOf, rows } from "./support/board.mjs";
import { part } from "./support/parts.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

test.use({ expectedErrors: failedRequest });

/** Last year, two a day. */
const lastYear = part("last-year.json", { first_day: "2020-04-01", metrics: { gmv: Array.from({ length: 4 }, () => flat(2, 365)) } });
const withLastYear = () => json(sales({ parts: [lastYear.entry] }));

test("nobody is new while the days compared have not come, or do not come", async ({ page, site }) => {
  await openDocument(page, site, withLastYear());
  await expect(page.getByTestId("part-fault")).toBeVisible();
  await expect(rowOf(page, "beta").locator(".cell-change")).toHaveText("–");
  site.answer("last-year.json", body(lastYear.bytes));
  await page.getByTestId("refresh").click();
  await expect(rowOf(page, "beta").locator(".cell-change")).toContainText("1");
});

test("a part with the year before is asked for once the board is painted, where no sums stand before it", async ({ page, site }) => {
  site.answer("last-year.json", body(lastYear.bytes));
  await openDocument(page, site, withLastYear());
  await expect.poll(() => site.asked("last-year.json").length).toBe(1);
  const [ready, asked] = await page.evaluate(() => {
    const part = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("last-year.json"));
    return [performance.getEntriesByName("paceboard:ready")[0].startTime, part.startTime];
  });
  expect(asked).toBeGreaterThan(ready);
});

test("days without any figure leave no table to save", async ({ page }) => {
  await open(page, "./?lang=en");
  await expect(page.getByTestId("csv")).toBeVisible();
  await page.goto("./?lang=en&window=2019-01-01..2019-02-01");
  await expect(page.getByText("There is no data for these days")).toBeVisible();
  await expect(page.getByTestId("csv")).toBeHidden();
});

test("what counts the year says so over other days, what is still to go too", async ({ page }) => {
  await open(page, "./?lang=en&window=28d&hide=none");
  for (const column of ["progress", "pace", "gap", "status"]) await expect(heading(page, column)).toContainText("YTD");
  await page.goto("./?lang=en&hide=none");
  await expect(rows(page).first()).toBeVisible();
  await expect(heading(page, "gap")).not.toContainText("YTD");
});

test("a partner's rank is explained on the board of partners, which is one press away", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en&focus=partner:p1&open=moved");
  await detail(page).getByRole("button", { name: "Show the board of partners" }).click();
  await expect(page).toHaveURL(/board=partners/);
  await expect(detail(page).getByTestId("moved")).toBeVisible();
});

test("the order is named as the columns of partners are", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en&board=partners");
  const panel = await openMenu(page, "Display");
  const names = await panel.getByRole("combobox").first().locator("option").allTextContents();
  expect(names).toEqual(expect.arrayContaining(["Partner", "Channels"]));
  expect(names).not.toContain("Channel");
});

test("names where ids belong: the table is told where to put them", async ({ page }) => {
  await open(page, "./?lang=en");
  const table = "date,channel,gmv\n2021-04-01,甲店,1\n2021-04-02,甲店,2\n";
  await page.getByTestId("open-input").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await expect(page.getByTestId("local-file-fault")).toContainText("Put names into columns channel_name and partner_name.");
});
