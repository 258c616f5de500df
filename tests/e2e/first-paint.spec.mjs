// What a reader sees first, and that it is what the document says.
import { held, inTurn, json } from "./support/answers.mjs";
import { expectCount, expectTop, open, openDocument, openMenu, rows } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count, yuanZh } from "./support/words.mjs";

const wasm = /\.wasm$/;
const toDate = { from: sample.YEAR.from, to: sample.TOMORROW };

test("a skeleton of the page stands before the program and the data are here", async ({ page, site }) => {
  const program = held();
  site.answer(wasm, program);
  await page.goto(site.page());
  await expect(page.locator("#skeleton")).toBeVisible();
  expect(await page.locator("#skeleton .skeleton__bone").count()).toBeGreaterThan(10);
  await expect(page.locator("#skeleton")).toHaveCSS("display", /block|grid|flex/);
  await expect(rows(page)).toHaveCount(0);

  program.release();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator("#skeleton")).toHaveCount(0);
});

test("the document is asked for while the program is still on its way, and only once", async ({ page, site }) => {
  const program = held();
  site.answer(wasm, program);
  await page.goto(site.page());
  await expect.poll(() => site.asked("sample.sales.json").length).toBe(1);

  program.release();
  await expect(rows(page).first()).toBeVisible();
  expect(site.asked("sample.sales.json")).toHaveLength(1);
});

test("the twenty largest channels are those of the raw figures", async ({ page }) => {
  await open(page);
  const expected = sample.board({ window: toDate });
  await expectTop(page, expected, 20);
  await expectCount(page, sample.channels.length);
  const totals = page.getByTestId("totals");
  await expect(totals).toContainText(count(sample.channels.length));
  await expect(totals).toContainText(yuanZh(sample.sumOf(expected)));
});

test("the head counts who is over the line, and who has got there this week", async ({ page }) => {
  await open(page);
  const { target_channels: target } = sample.document.programme;
  const over = sample.channels.filter((channel) => sample.total(channel) >= channel.goal);
  await expect(page.getByTestId("told-over")).toHaveText(count(over.length));
  await expect(page.getByTestId("programme-figures")).toContainText(count(target));

  const crossed = over.filter((channel) => sample.crossing(sample.daily(channel, toDate), channel.goal) > "2021-12-24");
  await expect(page.getByTestId("crossed-week")).toContainText(` ${crossed.length} `);
  await expect(page.getByTestId("crossed").getByRole("listitem")).toHaveCount(crossed.length);

  const partners = sample.partnerBoard(toDate);
  const reached = partners.filter((row) => row.value >= sample.partnerGoal(row.partner));
  await expect(page.getByTestId("others-over")).toContainText(`${reached.length} / ${sample.document.partners.length}`);
});

test("the page says that its figures are synthetic, where they come from and how old they are", async ({ page }) => {
  await open(page);
  const provenance = page.getByTestId("provenance");
  await expect(provenance).toContainText(sample.document.provenance.source);
  await expect(provenance).toContainText(sample.document.provenance.licence);
  await expect(provenance).toContainText("演示");
  await expect(page.getByTestId("as-of")).toContainText("2021年12月31日");
  await expect(page.getByTestId("checked")).toContainText(/\d\d:\d\d/);
});

test("those who measure find a mark after the first paint and a measure of each update", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  const read = () =>
    page.evaluate(() => ({
      ready: performance.getEntriesByName("paceboard:ready", "mark").map((mark) => mark.startTime),
      painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      updates: performance.getEntriesByName("paceboard:update", "measure").map((measure) => measure.duration),
    }));
  await expect.poll(async () => (await read()).ready.length).toBe(1);
  const first = await read();
  expect(first.ready[0]).toBeGreaterThan(first.painted);
  expect(first.updates).toEqual([]);

  const panel = await openMenu(page, /^时间/);
  await panel.getByRole("button", { name: /近 7\s天/ }).click();
  await expect.poll(async () => (await read()).updates.length).toBe(1);
  expect((await read()).updates[0]).toBeGreaterThan(0);
  expect((await read()).ready).toHaveLength(1);
});

const updates = (page) => page.evaluate(() => performance.getEntriesByName("paceboard:update").length);

test("days passed over, columns hidden and new data are measured as updates too", async ({ page, site }) => {
  await openDocument(page, site, inTurn(json(sales()), json(sales({ channels: [{ id: "omega", gmv: [1, 2] }] }))));
  const changes = async (change) => {
    const before = await updates(page);
    await change();
    await expect.poll(() => updates(page)).toBeGreaterThan(before);
  };
  const line = await page.getByRole("slider", { name: "查看日期" }).boundingBox();
  const at = (share) => page.mouse.move(line.x + share * line.width, line.y + line.height / 2);
  await at(0.95);
  await page.mouse.down();
  await changes(() => at(0.5));
  await expect(page.getByTestId("past")).toBeVisible();
  expect(new URL(page.url()).searchParams.has("as_of")).toBe(false);
  await changes(() => at(0.3));
  await page.mouse.up();
  await changes(() => page.getByTestId("refresh").click());
  await expectTop(page, [{ rank: 1, id: "omega", value: 3 }]);
});

test("a page that stays open does not pile up measures", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.evaluate(() => {
    for (let time = 0; time < 1_000; time += 1) performance.measure("paceboard:update");
  });
  await page.getByTestId("theme").click();
  await expect.poll(() => updates(page)).toBe(1);
  expect(await page.evaluate(() => performance.getEntriesByName("paceboard:update-start").length)).toBe(0);
});

test("nothing is asked of any other server", async ({ page, baseURL }) => {
  const foreign = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(baseURL).origin) foreign.push(request.url());
  });
  await open(page);
  await page.waitForLoadState("networkidle");
  expect(foreign).toEqual([]);
});

test("last year and the other metrics come as parts, after the board stands", async ({ page, site }) => {
  const lastYear = sample.document.parts.find((part) => part.first_day < "2021" && part.metrics[0] === "gmv");
  const part = held();
  site.answer(lastYear.href, part);
  await open(page, site.page());
  await expect.poll(() => site.asked(lastYear.href).length).toBe(1);
  const asked = sample.document.parts.filter(({ href }) => site.asked(href).length > 0);
  expect(asked.map(({ href }) => href)).toEqual([lastYear.href]);

  const burnUp = page.getByTestId("chart").first();
  await expect(burnUp.locator("figcaption")).not.toContainText("去年");
  part.release();
  await expect(burnUp.locator("figcaption")).toContainText("去年");
});
