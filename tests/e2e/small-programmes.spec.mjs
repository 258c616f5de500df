// Documents with little in them: no goal, a few days, a target that is far off.
import { json } from "./support/answers.mjs";
import { detail, heading, openDocument } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const told = (page) => page.getByTestId("told-over");

test("without a goal the head has no figure of those over it, and the board no columns about it", async ({ page, site }) => {
  const document = sales({ programme: { name: "Ranks", metric: "gmv" } });
  await openDocument(page, site, json(document), "&lang=en");
  await expect(page.getByTestId("programme-figures")).toContainText("shows ranks only");
  await expect(page.getByTestId("projected-total")).toContainText("¥");
  await expect(told(page)).toBeHidden();
  await expect(page.locator(".programme__chart")).toBeHidden();
  for (const column of ["progress", "pace", "reach", "status"]) await expect(heading(page, column)).toBeHidden();
  for (const column of ["rank", "name", "partner", "value"]) await expect(heading(page, column)).toBeVisible();
  await openDocument(page, site, json(document), "&lang=en&hide=none");
  await expect(heading(page, "share")).toBeVisible();
  await expect(heading(page, "progress")).toBeHidden();
  await openDocument(page, site, json(sales()));
  await expect(told(page)).toHaveText("1");
  await expect(page.locator(".programme__chart canvas").first()).toBeVisible();
});

test("where the programme sets no goal but channels have their own, the head tells of those", async ({ page, site }) => {
  const document = sales({ programme: { name: "Own goals", metric: "gmv" } });
  document.channels.goal = document.channels.id.map((_, at) => (at === 0 ? 100 : null));
  await openDocument(page, site, json(document), "&lang=en");
  await expect(page.getByTestId("programme-figures")).toContainText("Channels over their own goals");
  await expect(told(page)).toHaveText("1");
  await expect(page.locator(".programme__chart canvas").first()).toBeVisible();
  await expect(heading(page, "progress")).toBeVisible();
});

test("without goals nothing is offered that is about them", async ({ page, site }) => {
  const programme = { name: "Ranks", metric: "gmv" };
  await openDocument(page, site, json(sales({ programme })), "&lang=en&focus=beta");
  await expect(page.getByTestId("fold-concentration")).toBeVisible();
  for (const section of ["distribution", "trust"]) await expect(page.getByTestId(`fold-${section}`)).toBeHidden();
  await expect(page.locator(".board-note")).not.toContainText("probability");
  await expect(detail(page).getByText("Cumulative GMV", { exact: true })).toBeVisible();
  await openDocument(page, site, json(sales()), "&lang=en&focus=beta");
  for (const section of ["distribution", "trust"]) await expect(page.getByTestId(`fold-${section}`)).toBeVisible();
  await expect(detail(page).getByText("Cumulative GMV against the goal", { exact: true })).toBeVisible();
});

test("where partners alone have goals the head says so, and where they are seen", async ({ page, site }) => {
  const programme = { name: "Partners", metric: "gmv", partner_goal: 1_500, target_partners: 1 };
  const document = sales({ programme });
  document.channels.partner = document.channels.id.map((_, at) => at % 2);
  await openDocument(page, site, json(document), "&lang=en");
  await expect(page.getByTestId("programme-figures")).toContainText("no goal for channels; those of partners are in the Partners view");
  for (const section of ["distribution", "trust"]) await expect(page.getByTestId(`fold-${section}`)).toBeHidden();
  await page.getByRole("button", { name: "Partners", exact: true }).click();
  await expect(told(page)).toHaveText("1");
  await expect(page.getByTestId("fold-distribution")).toBeVisible();
});

test("less than one crossing a week is told as how many in all", async ({ page, site }) => {
  const programme = { name: "Spring programme", metric: "gmv", channel_goal: 1000, target_channels: 30 };
  await openDocument(page, site, json(sales({ programme })));
  await expect(page.getByTestId("needed")).toHaveText("完成目标还需新增 29 个");
});

test("the rate of late is that of the days there are, and the calendar names only shades it has", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en&focus=beta&open=year");
  await expect(page.getByTestId("takes")).toContainText("the rate of the last 10 days");
  await expect(page.getByTestId("heat-legend").getByRole("listitem")).toHaveText(["≤ ¥90"]);
  await expect(detail(page)).toBeVisible();
});

test("days on which more was refunded than sold have a hue of their own, named in legend, reading and table", async ({ page, site }) => {
  const document = sales({ programme: { name: "Net", metric: "net", channel_goal: 1000 } });
  document.series = { first_day: "2021-04-01", days: 3, net: [[50, 90, -20], [1, 1, 1], [1, 1, 1], [1, 1, 1]] };
  document.as_of = "2021-04-03T23:59:59+08:00";
  await openDocument(page, site, json(document), "&lang=en&focus=alpha&open=year");
  const legend = page.getByTestId("heat-legend").getByRole("listitem");
  await expect(legend).toHaveText(["refunds exceed sales", "≤ ¥50", "≤ ¥90"]);
  await expect(page.getByTestId("heat-day")).toHaveText(/^3 Apr 2021 · −\u2060¥20 \(refunds exceed sales\)$/);
  const hue = (at) => page.locator(`.heat__day[data-at="${at}"]`).evaluate((day) => getComputedStyle(day).backgroundColor);
  expect(new Set(await Promise.all([0, 1, 2, 3].map(hue))).size).toBe(4);
  await page.getByTestId("heat-table-button").click();
  await expect(page.getByTestId("heat-days").locator("tbody tr").nth(2)).toContainText(/−\u2060?¥20 \(refunds exceed sales\)/);
});
