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

/** Opens a document of which the board shows no row. */
async function openEmpty(page, site, document, query) {
  site.answer("data.json", json(document));
  await page.goto(site.page(`?source=data.json&lang=en${query}`));
  await expect(empty(page)).toBeVisible({ timeout: 60_000 });
}

const empty = (page) => page.getByTestId("leaderboard-empty");
const totals = (page) => page.getByTestId("totals");

test("days on which nobody has a figure are no zero", async ({ page, site }) => {
  const gmv = [1, 2, null, null, 5, 6, 7, 8, 9, 10];
  await openEmpty(page, site, sales({ channels: [{ id: "a", gmv }, { id: "b", gmv }] }), "&window=2021-04-03..2021-04-05");
  await expect(empty(page)).toContainText("Nobody has a figure on these days");
  await expect(totals(page)).toHaveText("2 channels");
  await expect(page.getByTestId("csv")).toBeHidden();
  await empty(page).getByRole("button", { name: "Year to date" }).click();
  await expect(totals(page)).toHaveText("2 channels · ¥96 in all");
});

test("a metric that begins after the day looked at leads to the latest day", async ({ page }) => {
  await page.goto("./?lang=en&metric=orders&as_of=2020-12-31");
  await expect(empty(page)).toContainText("The data covers 1 Apr – 31 Dec 2021", { timeout: 60_000 });
  await empty(page).getByRole("button", { name: "Back to the latest day" }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).not.toHaveURL(/as_of/);
});

test("sums without days have the year to date alone", async ({ page, site }) => {
  const { series: _, ...document } = sales({ totals: { to_date: [9, 8, 7, 6] } });
  await openEmpty(page, site, document, "&window=7d");
  await expect(empty(page)).toContainText("The data has no days, only sums up to its latest day");
  await empty(page).getByRole("button", { name: "Year to date" }).click();
  await expect(totals(page)).toHaveText("4 channels · ¥30 in all");
});

test("the board of partners of a document without any leads to channels", async ({ page, site }) => {
  await openEmpty(page, site, sales({ partners: [], channels: [{ id: "a", gmv: flat(1) }] }), "&board=partners");
  await empty(page).getByRole("button", { name: "Channels" }).click();
  await expect(rowOf(page, "a")).toBeVisible();
});

test("what is summed says so: whole partners, and fewer days than were asked for", async ({ page, site }) => {
  const of = (partner, category) => ({ id: `${partner}-${category}`, partner, category, gmv: flat(1) });
  const channels = [of(0, 0), of(0, 1), of(1, 1)];
  await openDocument(page, site, json(sales({ channels })), "&lang=en&board=partners&category=beauty");
  await expect(totals(page)).toContainText("1 of 2 partners");
  await expect(totals(page)).toContainText("whole partners, with all their channels");
  await openDocument(page, site, json(sales()), "&lang=en&window=2021-03-20..2021-04-03");
  await expect(totals(page)).toContainText("figures of 1–2 Apr 2021 only");
  await openDocument(page, site, json(sales()), "&lang=en");
  await expect(totals(page)).not.toContainText("only");
});

test("nothing is offered about goals where there are none", async ({ page, site }) => {
  const programme = { name: "Spring programme", metric: "gmv" };
  await openDocument(page, site, json(sales({ programme })), "&lang=en");
  await expect(page.getByRole("button", { name: "Category" })).toBeVisible();
  for (const name of ["Nearest first", "Status"]) await expect(page.getByRole("button", { name })).toHaveCount(0);
  const panel = await openMenu(page, "Display");
  await expect(panel.getByRole("combobox").first().locator("option", { hasText: /Pace|To go|Status/ })).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "Pace", exact: true })).toHaveCount(0);
});

test("few rows have shares but no curve, and those below zero are said to count as zero", async ({ page, site }) => {
  await openDocument(page, site, json(sales({ programme: { name: "Net", metric: "net" }, series: { first_day: "2021-04-01", days: 1, net: [[90], [-10], [20], [0]] } })), "&lang=en&open=concentration");
  const section = page.getByTestId("concentration");
  await expect(section.getByRole("row")).toHaveCount(5);
  await expect(page.getByText("1 row is below zero and counts as zero here")).toBeVisible();
  await expect(page.locator(".insights canvas")).toHaveCount(0);
});
