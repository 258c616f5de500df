// A document that gives sums: a board before its figures by day have come, and without any.
import { body, halfway, json } from "./support/answers.mjs";
import { detail, expectTop, openDocument, openMenu, rowOf, rows } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

const { series, ...head } = sales();
const totals = { to_date: [1500, 900, 400, 100], last_28: [500, 700, null, 0] };
const curves = { first_day: "2020-04-01", days: 365, programme: Array(365).fill(1) };
const text = JSON.stringify({ ...head, curves, totals, series });
const FIGURES = text.indexOf('"series"') + 30;
const board = [
  { rank: 1, id: "alpha", value: 1500 },
  { rank: 2, id: "beta", value: 900 },
  { rank: 3, id: "gamma", value: 400 },
  { rank: 4, id: "delta", value: 100 },
];
const arriving = (page) => page.locator(".is-arriving");
const marks = (page, name) => page.evaluate((name) => performance.getEntriesByName(name, "mark").length, name);

/** Goes to a document of which only the opening has come. */
async function openHalfway(page, site, query = "", whole = text) {
  const answer = halfway(whole, {}, FIGURES);
  site.answer("data.json", answer);
  await page.goto(site.page(`?source=data.json${query}`));
  return answer;
}

test("the board of the year stands on the sums while the figures by day arrive", async ({ page, site }) => {
  const answer = await openHalfway(page, site);
  await expectTop(page, board);
  await expect(page.getByTestId("told-over")).toHaveText("1");
  await expect(rowOf(page, "beta").locator(".cell-status")).toContainText(/进度/);
  await expect(page.getByTestId("loading")).toBeVisible();
  expect(await marks(page, "paceboard:ready")).toBe(1);
  // Nothing is said of what only figures by day tell.
  for (const hook of ["crossed-week", "landing"]) await expect(page.getByTestId(hook)).toBeEmpty();
  await expect(page.locator(".programme figure")).toHaveCount(0);
  expect(await marks(page, "paceboard:complete")).toBe(0);

  answer.release();
  await expect(page.getByTestId("crossed-week")).not.toBeEmpty();
  await expect(page.locator(".programme figure")).toHaveCount(1);
  await expect(page.getByTestId("loading")).toHaveCount(0);
  await expectTop(page, board);
  await expect.poll(() => marks(page, "paceboard:complete")).toBe(1);
  expect(await marks(page, "paceboard:ready")).toBe(1);
  expect(site.asked("data.json")).toHaveLength(1);
});

test("what is opened meanwhile says that its figures are on their way", async ({ page, site }) => {
  const answer = await openHalfway(page, site);
  await rowOf(page, "alpha").click();
  await expect(detail(page)).toContainText("¥1,500");
  await expect(detail(page)).toContainText("正在载入成交额…");
  await expect(detail(page).locator("figure")).toHaveCount(0);
  // Days that no sum is given for wait for their figures.
  const panel = await openMenu(page, /^时间/);
  await panel.getByRole("button", { name: /近 7\s天/ }).click();
  await expect(page.locator(".missing")).toHaveText("正在载入成交额…");
  answer.release();
  await expect(detail(page).locator("figure").first()).toBeVisible();
  await expectTop(page, [{ rank: 1, id: "alpha", value: 1050 }]);
});

test("a document that is here is not given up for the opening of another", async ({ page, site }) => {
  await openDocument(page, site, json(sales({ channels: [{ id: "omega", gmv: [1, 2] }] })));
  site.answer("other.json", halfway(text.replace("90,90", "90,-9"), {}, FIGURES));
  await page.evaluate(() => {
    history.pushState(null, "", "?source=other.json");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect.poll(() => site.asked("other.json").length).toBe(1);
  await page.waitForTimeout(500);
  await expectTop(page, [{ rank: 1, id: "omega", value: 3 }]);
});

test("who is at risk is known with the figures by day", async ({ page, site }) => {
  const answer = await openHalfway(page, site, "&status=over");
  await expect(page.getByTestId("loading")).toBeVisible();
  await page.waitForTimeout(300);
  await expect(page.getByTestId("told-over")).toBeEmpty();
  answer.release();
  await expectTop(page, board.slice(0, 1));
});

test("a copy of the page is offered once all of it is here", async ({ page, site }) => {
  const answer = await openHalfway(page, site);
  await expectTop(page, board);
  const menu = page.getByRole("button", { name: "导出" });
  await menu.click();
  await expect(page.getByTestId("save-csv")).toBeEnabled();
  await expect(page.getByTestId("save-copy")).toHaveCount(0);
  await menu.click();
  answer.release();
  await expect(arriving(page)).toHaveCount(0);
  await menu.click();
  await expect(page.getByTestId("save-copy")).toBeEnabled();
});

test("a view that needs figures by day waits for them", async ({ page, site }) => {
  const answer = await openHalfway(page, site, "&window=7d");
  await expect(page.getByTestId("loading")).toBeVisible();
  await page.waitForTimeout(300);
  await expect(page.getByTestId("told-over")).toBeEmpty();
  answer.release();
  await expectTop(page, [{ rank: 1, id: "alpha", value: 1050 }]);
});

test.describe("what comes after the opening", () => {
  test.use({ expectedErrors: failedRequest });

  test("is refused with it where it is wrong", async ({ page, site }) => {
    const answer = await openHalfway(page, site, "", text.replace("90,90", "90,-9"));
    await expectTop(page, board);
    answer.release();
    await expect(page.getByTestId("fault")).toContainText("$.series.gmv[1]");
    await expect(rows(page).first()).toBeHidden();
  });

  test("leaves the board as it is where the connection breaks, and comes with the next try", async ({ page, site }) => {
    const broken = (_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": text.length * 2 });
      response.write(Buffer.from(text).subarray(0, FIGURES), () => setTimeout(() => response.socket.destroy(), 1_000));
    };
    site.answer("data.json", broken);
    await page.goto(site.page("?source=data.json"));
    await expect(page.getByTestId("fault")).toContainText("排行榜用的是已载入的汇总数");
    await expectTop(page, board);
    site.answer("data.json", body(text));
    await expect(page.getByTestId("crossed-week")).not.toBeEmpty();
    await expect(page.getByTestId("fault")).toHaveCount(0);
  });
});

test("sums alone make a board, and what only figures by day tell is not made up", async ({ page, site }) => {
  await openDocument(page, site, json({ ...head, totals }));
  await expectTop(page, board);
  await expect(page.getByTestId("told-over")).toHaveText("1");
  await expect(page.getByTestId("crossed-week")).toBeEmpty();
  await expect(page.getByText("没有近 7 天的逐日数据")).toBeVisible();
  await expect(rowOf(page, "alpha").locator(".cell-change")).toHaveText("–");
  await rowOf(page, "alpha").click();
  await expect(detail(page)).not.toContainText("尚未达标");
  await expect(detail(page).getByTestId("overtake")).not.toContainText("28");

  const panel = await openMenu(page, /^时间/);
  await panel.getByRole("button", { name: /近 28\s天/ }).click();
  await expectTop(page, [
    { rank: 1, id: "beta", value: 700 },
    { rank: 2, id: "alpha", value: 500 },
    { rank: 3, id: "delta", value: 0 },
  ]);
});
