// A gap is not a zero: metrics on their way or not to be had, days and channels without figures,
// documents without channels, links to what is not there.
import { body, held, json, status } from "./support/answers.mjs";
import { detail, expectCount, expectInList, expectOrder, expectQuery, openDocument, openMenu, rowOf, rows, scroller } from "./support/board.mjs";
import { part } from "./support/parts.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

test.use({ expectedErrors: failedRequest });

const totals = (page) => page.getByTestId("totals");
const empty = (page) => page.getByTestId("leaderboard-empty");
const cell = (page, id, name) => rowOf(page, id).locator(`.cell-${name}`);

const orders = part("orders.json", { first_day: "2021-04-01", metrics: { orders: [1, 2, 3, 4].map((count) => flat(count)) } });
const withOrders = () => sales({ parts: [orders.entry] });

test("while a metric loads rows have neither values nor ranks, and the board no total", async ({ page, site }) => {
  const answer = held(body(orders.bytes));
  site.answer("orders.json", answer);
  await openDocument(page, site, json(withOrders()), "&metric=orders");
  await expect(page.locator(".missing")).toHaveText("正在载入订单数…");
  for (const name of ["rank", "change", "value", "share"]) await expect(cell(page, "alpha", name)).toHaveText("–");
  await expect(rowOf(page, "alpha")).not.toHaveAttribute("data-rank");
  await expect(totals(page)).toHaveText("4 个直播间");
  answer.release();
  await expect(cell(page, "delta", "rank")).toHaveText("1");
  await expect(cell(page, "delta", "value")).toHaveText("40");
  await expect(totals(page)).toHaveText("4 个直播间 · 合计 100");
  await expect(page.locator(".missing")).toBeEmpty();
});

test("a metric that is not to be had is said in place, with a way to try again", async ({ page, site }) => {
  site.answer("orders.json", status(404));
  site.answer("data.json", json(withOrders()));
  await page.goto(site.page("?source=data.json&metric=orders"));
  await expect(empty(page)).toContainText("订单数未能载入");
  await expect(rows(page).first()).toBeHidden();
  await expect(page.locator(".missing")).toBeEmpty();
  site.answer("orders.json", body(orders.bytes));
  await empty(page).getByRole("button", { name: "重试" }).click();
  await expect(cell(page, "delta", "value")).toHaveText("40");
  await expect(empty(page)).toHaveCount(0);
});

test("a chart of a channel without figures says so, and no sum of them", async ({ page, site }) => {
  const channels = [{ id: "some", gmv: flat(10) }, { id: "none", name: "Nobody", gmv: flat(null) }];
  await openDocument(page, site, json(sales({ channels })), "&lang=en&focus=none");
  const said = detail(page).locator("figcaption").first();
  await expect(said).toContainText("Nobody: There is no data for 1–10 Apr 2021");
  await expect(detail(page)).not.toContainText("¥0");
});

test("days without data name those that have some and the way back to them", async ({ page, site }) => {
  site.answer("data.json", json(sales()));
  for (const window of ["2021-05-01..2021-06-01", "2019-01-01..2019-02-01"]) {
    await page.goto(site.page(`?source=data.json&window=${window}`));
    await expect(empty(page)).toContainText("所选日期没有数据");
    await expect(empty(page)).toContainText("数据覆盖 2021年4月1日–4月10日");
    await expect(totals(page)).toHaveText("4 个直播间");
    await expect(page.locator(".board-note")).not.toContainText(/名次对比 *( ·|$)/);
  }
  await empty(page).getByRole("button").first().click();
  await expect(cell(page, "alpha", "rank")).toHaveText("1");
  await expectQuery(page, { source: "data.json" });
});

test("a document whose figures all lie after its day waits for nothing", async ({ page, site }) => {
  site.answer("data.json", json(sales({ as_of: "2021-03-20T23:59:59+08:00" })));
  await page.goto(site.page("?source=data.json&lang=en"));
  await expect(empty(page)).toContainText("There is no data for GMV");
  await expect(empty(page).getByRole("button")).toHaveCount(0);
  await expect(page.locator(".missing")).toBeEmpty();
});

test("a channel that is all gaps has no value, no rank and no standing", async ({ page, site }) => {
  const channels = [{ id: "silent", gmv: flat(null) }, { id: "alpha", gmv: flat(150) }, { id: "idle", gmv: flat(0) }];
  await openDocument(page, site, json(sales({ channels })), "&lang=en&focus=silent");
  for (const name of ["rank", "change", "value", "share", "progress", "pace", "status"]) {
    await expect(cell(page, "silent", name)).toHaveText("–");
  }
  await expect(cell(page, "idle", "rank")).toHaveText("2");
  await expect(page.getByTestId("detail-to-date")).toHaveText("–");
  await expect(detail(page)).toContainText("There is no data for 1–10 Apr 2021");
  await expect(detail(page).getByTestId("status")).toBeHidden();
  await expect(detail(page)).not.toContainText(/First of all|Rank #|ahead of/);
  for (const part of ["takes", "chart"]) await expect(detail(page).getByTestId(part)).not.toContainText(/¥0|¥1,000 to go/);
  await expect(detail(page).getByTestId("takes")).toContainText("There is no data for 1–10 Apr 2021");
  await expect(cell(page, "silent", "gap")).toHaveText("–");
});

test("a channel that is all gaps counts with none of the standings, and can be found", async ({ page, site }) => {
  const channels = [{ id: "silent", gmv: flat(null) }, { id: "alpha", gmv: flat(150) }, { id: "idle", gmv: flat(0) }];
  await openDocument(page, site, json(sales({ channels })));
  const panel = await openMenu(page, "状态");
  await expect(panel.locator(".choice")).toHaveText(["已达标1", "进度正常0", "有风险0", "进度落后1", "暂无数据1"]);
  await panel.getByRole("checkbox", { name: "进度落后" }).check();
  await expectOrder(page, ["idle"]);
  await expectCount(page, 1);
  await panel.getByRole("checkbox", { name: "进度落后" }).uncheck();
  await panel.getByRole("checkbox", { name: "暂无数据" }).check();
  await expectOrder(page, ["silent"]);
  await expectCount(page, 1);
  await expectQuery(page, { source: "data.json", status: "no-data" });
  // Nothing is no sum; of the one that sold nothing it is one.
  await expect(totals(page)).toHaveText("1 / 3 个直播间");
  await openDocument(page, site, json(sales({ channels })), "&lang=en&status=behind");
  await expect(totals(page)).toHaveText("1 of 3 channels · ¥0 in all");
});

test("beside others a channel that is all gaps has no figures and no line", async ({ page, site }) => {
  const channels = [{ id: "silent", gmv: flat(null) }, { id: "alpha", gmv: flat(150) }];
  await openDocument(page, site, json(sales({ channels })), "&compare=silent,alpha&compare_as=cumulative");
  const lines = page.getByTestId("comparison-facts").locator("tbody tr");
  await expect(lines.nth(1).getByRole("cell").nth(1)).toHaveText("¥1,500");
  for (const at of [0, 1, 2, 3]) await expect(lines.nth(at).getByRole("cell").nth(0)).toHaveText("–");
  await expect(page.getByTestId("comparison").locator("figcaption")).not.toContainText("¥0");
});

test("a document without channels or partners says so", async ({ page, site }) => {
  const none = { ...sales(), partners: [], series: { first_day: "2021-04-01", days: 10, gmv: [] } };
  none.channels = Object.fromEntries(Object.keys(none.channels).map((column) => [column, []]));
  site.answer("data.json", json(none));
  await page.goto(site.page("?source=data.json"));
  await expect(empty(page).locator(".empty-title")).toHaveText("数据中没有直播间");
  await expect(empty(page).getByRole("button")).toHaveCount(0);
  await page.goto(site.page("?source=data.json&board=partners"));
  await expect(empty(page).locator(".empty-title")).toHaveText("数据中没有机构");
});

test("a link to a channel that is not there says so and leaves the board its room", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=nope&lang=en");
  const notice = page.getByTestId("unknown");
  await expect(notice).toContainText("The data holds no such channel or partner.");
  await expect(page.locator(".page")).not.toHaveClass(/page--open/);
  await notice.getByRole("button", { name: "Close" }).click();
  await expect(notice).toHaveCount(0);
  await expectQuery(page, { source: "data.json", lang: "en" });
});

test("the list follows the row of a link when figures change its place, until the reader scrolls", async ({ page, site }) => {
  const channels = Array.from({ length: 200 }, (_, at) => ({ id: `c${String(at).padStart(3, "0")}`, gmv: flat(200 - at) }));
  const turned = channels.map((_, at) => flat(at === 150 ? 999 : 200 - at));
  const late = part("orders.json", { first_day: "2021-04-01", channels: [0, 200], metrics: { orders: turned } });
  const answer = held(body(late.bytes));
  site.answer("orders.json", answer);
  await openDocument(page, site, json(sales({ channels, parts: [late.entry] })), "&metric=orders&focus=c150");
  await expectInList(page, "c150");
  answer.release();
  await expect(cell(page, "c150", "rank")).toHaveText("1");
  await expectInList(page, "c150");
  // Somebody who looks elsewhere stays there.
  await scroller(page).evaluate((list) => list.scrollTo(0, 3_000));
  await expect(rowOf(page, "c090")).toBeVisible();
  await page.evaluate(() => history.pushState(null, "", location.href.replace("metric=orders&", "")));
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await expect(cell(page, "c090", "value")).toHaveText("1,100");
  expect(await scroller(page).evaluate((list) => list.scrollTop)).toBe(3_000);
});

test("the detail says what its rank is by where the board goes by something else", async ({ page, site }) => {
  const document = sales();
  document.series.orders = [1, 2, 3, 4].map((count) => flat(count));
  await openDocument(page, site, json(document), "&focus=alpha&metric=orders");
  await expect(detail(page).getByTestId("rank")).toHaveText(/第 1\s名.*按本财年累计成交额/);
  await expect(detail(page).getByTestId("neighbours-by")).toHaveText("按本财年累计成交额");
  await page.goto(site.page("?source=data.json&focus=alpha&window=7d&lang=en"));
  await expect(detail(page).getByTestId("neighbours-by")).toHaveText("by GMV, year to date");
  await page.goto(site.page("?source=data.json&focus=alpha"));
  await expect(detail(page).getByTestId("rank")).toContainText("第 1 名");
  await expect(detail(page).getByTestId("neighbours-by")).toBeEmpty();
});

test("tables that net sales are in say what is still to be refunded of them", async ({ page, site }) => {
  const channels = [{ id: "alpha", gmv: flat(100, 40) }];
  const document = sales({ channels, as_of: "2021-05-10T23:59:59+08:00" });
  document.programme.refund_days = 10;
  document.series.net = [[...flat(80, 30), ...flat(100, 10)]];
  await openDocument(page, site, json(document), "&focus=alpha&metric=net&window=2021-04-21..2021-05-11&open=ratios,moved");
  const mark = detail(page).getByTestId("window-immature");
  await expect(detail(page).getByTestId("factors")).toBeVisible();
  await expect(mark).toHaveCount(2);
  for (const at of [0, 1]) await expect(mark.nth(at)).toContainText("2021年5月1日–5月10日的退款还没结清");
  // By then all has settled.
  await page.goto(site.page("?source=data.json&focus=alpha&metric=net&window=2021-04-11..2021-04-21&open=ratios,moved"));
  await expect(detail(page).getByTestId("factors")).toBeVisible();
  await expect(mark).toHaveCount(0);
});

test("days chosen on a chart end with the last that there is data for", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=alpha");
  const stage = detail(page).getByTestId("chart-stage").first();
  await stage.focus();
  await page.keyboard.press("End");
  for (let day = 0; day < 5; day += 1) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Enter");
  await expectQuery(page, { source: "data.json", focus: "alpha", window: "2021-04-06..2021-04-11" });
});
