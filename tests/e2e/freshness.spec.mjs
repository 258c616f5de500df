// Looking again: on an interval, on coming back, offline and hidden.
import { hang, held, inTurn, json, status } from "./support/answers.mjs";
import { expectTop, openDocument } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

test.use({ expectedErrors: failedRequest });

const MINUTE = 60_000;
const fault = (page) => page.getByTestId("fault");
const checked = (page) => page.getByTestId("checked");
const document = sales();
const top = [{ rank: 1, id: "alpha", value: 1500 }];
const newer = sales({ channels: [{ id: "omega", gmv: flat(5) }] });
const newTop = [{ rank: 1, id: "omega", value: 50 }];

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await page.clock.pauseAt("2026-01-05T09:12:01+08:00");
});

test("every five minutes the page asks again, with the validator; 304 keeps the data and moves the time", async ({ page, site }) => {
  await openDocument(page, site, json(document, { etag: '"v1"' }));
  await expect(checked(page)).toContainText("09:12");
  await page.clock.runFor(5 * MINUTE + 1_000);
  await expect(checked(page)).toContainText("09:17");
  const [first, second] = site.asked("data.json");
  expect(first.headers["if-none-match"]).toBeUndefined();
  expect(second.headers["if-none-match"]).toBe('"v1"');
  await expectTop(page, top);
  await expect(fault(page)).toHaveCount(0);
});

test("a newer document takes the place of the old one, and the reader's view stays", async ({ page, site }) => {
  await openDocument(page, site, inTurn(json(document, { etag: '"v1"' }), json(newer, { etag: '"v2"' })), "&sort=name");
  await page.clock.runFor(5 * MINUTE + 1_000);
  await expectTop(page, newTop);
  expect(new URL(page.url()).searchParams.get("sort")).toBe("name");
});

test("a clock that is set back does not keep the page from asking again", async ({ page, site }) => {
  await openDocument(page, site, inTurn(json(document), json(newer)));
  await page.clock.setSystemTime("2026-01-04T09:12:00+08:00");
  await page.clock.runFor(5 * MINUTE + 1_000);
  await expectTop(page, newTop);
  await expect(checked(page)).toContainText("09:17");
});

test("the button looks at once", async ({ page, site }) => {
  await openDocument(page, site, inTurn(json(document), json(newer)));
  await page.getByTestId("refresh").click();
  await expectTop(page, newTop);
  expect(site.asked("data.json")).toHaveLength(2);
});

test("what is asked for while a look is under way is done after it, by one more look", async ({ page, site }) => {
  const slow = held(json(document));
  await openDocument(page, site, inTurn(json(document), slow, json(newer)));
  const button = page.getByTestId("refresh");
  await button.click();
  await expect.poll(() => site.asked("data.json").length).toBe(2);
  for (let presses = 0; presses < 3; presses += 1) await button.click();
  slow.release();
  await expectTop(page, newTop);
  await page.clock.runFor(1_000);
  await page.waitForTimeout(300);
  expect(site.asked("data.json")).toHaveLength(3);
});

test("a look that goes on is given up at once where the reader goes to another source", async ({ page, site }) => {
  const never = hang();
  await openDocument(page, site, inTurn(json(document), never));
  site.answer("other.json", json(newer));
  await page.getByTestId("refresh").click();
  await expect.poll(() => site.asked("data.json").length).toBe(2);
  await page.evaluate(() => {
    history.pushState(null, "", "?source=other.json");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect.poll(() => never.abandoned).toBe(1);
  await expectTop(page, newTop);
});

test("offline the old data stays with its age; online again the page recovers by itself", async ({ page, site, context }) => {
  await openDocument(page, site, inTurn(json(document), json(newer)));
  await context.setOffline(true);
  await page.clock.runFor(5 * MINUTE + 1_000);
  await expect(fault(page)).toContainText("网络");
  await expect(fault(page)).toContainText("5 分钟前");
  await expectTop(page, top);

  await context.setOffline(false);
  await expectTop(page, newTop);
  await expect(fault(page)).toHaveCount(0);
});

test("a page that was opened offline starts as soon as there is a connection", async ({ page, site }) => {
  site.answer("data.json", (_request, response) => response.destroy());
  await page.goto(site.page("?source=data.json"));
  await expect(fault(page)).toBeVisible({ timeout: MINUTE });
  site.answer("data.json", json(document));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expectTop(page, top);
});

test("a hidden page asks nothing, and once when it is seen again", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  const show = (hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(window.document, "hidden", { configurable: true, get: () => hidden });
      Object.defineProperty(window.document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
      window.document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await show(true);
  await page.clock.runFor(60 * MINUTE);
  expect(site.asked("data.json")).toHaveLength(1);
  await show(false);
  await expect.poll(() => site.asked("data.json").length).toBe(2);
  await expect(checked(page)).toContainText("10:12");
  await show(true);
  await show(false);
  await page.clock.runFor(1_000);
  expect(site.asked("data.json")).toHaveLength(2);
});

const becomeVisible = (page) => page.evaluate(() => window.document.dispatchEvent(new Event("visibilitychange")));

test("a pause that the server asks for is kept when the page becomes visible; the network's return and the button end it", async ({ page, site }) => {
  const asked = () => site.asked("data.json").length;
  const patience = status(503, { "Retry-After": "600" });
  await openDocument(page, site, inTurn(json(document), patience, patience, json(newer)));
  await page.getByTestId("refresh").click();
  await expect(fault(page)).toContainText("503");
  for (let time = 0; time < 6; time += 1) {
    await page.clock.runFor(40_000);
    await becomeVisible(page);
  }
  // Nor does the interval of looking again, which is shorter, cut the pause.
  await page.clock.runFor(5 * MINUTE);
  expect(asked()).toBe(2);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(asked).toBe(3);
  await expect(fault(page)).toContainText("503");
  await fault(page).getByRole("button", { name: "重试" }).click();
  await expectTop(page, newTop);
});

test("after a failure the page's becoming visible looks again, but not many times a second", async ({ page, site }) => {
  await page.addInitScript(() => (Math.random = () => 1));
  await openDocument(page, site, inTurn(json(document), status(500)));
  const asked = () => site.asked("data.json").length;
  // Failures until the pause before the next try is longer than the shortest one between two looks.
  await page.getByTestId("refresh").click();
  for (const [tries, pause] of [1_000, 2_000, 4_000, 8_000].entries()) {
    await expect.poll(asked).toBe(tries + 2);
    await expect(fault(page)).toContainText(` ${pause / 1_000} `);
    if (pause < 8_000) await page.clock.runFor(pause);
  }
  for (let time = 0; time < 6; time += 1) await becomeVisible(page);
  await page.clock.runFor(1_000);
  expect(asked()).toBe(5);
  await page.clock.runFor(4_500);
  await becomeVisible(page);
  await expect.poll(asked).toBe(6);
});

test("a document without a validator is simply read again", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await page.clock.runFor(5 * MINUTE + 1_000);
  await expect.poll(() => site.asked("data.json").length).toBe(2);
  expect(site.asked("data.json")[1].headers["if-none-match"]).toBeUndefined();
  await expectTop(page, top);
});

test("after a failure the next good answer clears the notice without the reader's doing", async ({ page, site }) => {
  await openDocument(page, site, inTurn(json(document), status(503), json(newer)));
  await page.getByTestId("refresh").click();
  await expect(fault(page)).toContainText("503");
  await page.clock.runFor(1_100);
  await expectTop(page, newTop);
  await expect(fault(page)).toHaveCount(0);
});

test("a part that had failed is tried again with the next look", async ({ page, site }) => {
  const part = { first_day: "2020-04-01", days: 1, channels: [0, 4], metrics: ["gmv"], href: "part.json", bytes: 10, sha256: "0".repeat(64) };
  site.answer("part.json", status(500));
  await openDocument(page, site, json(sales({ parts: [part] }), { etag: '"v1"' }));
  // Parts are asked for after a frame, and only the test moves the time.
  await page.clock.runFor(150);
  await expect(page.getByTestId("part-fault")).toBeVisible();
  await page.getByTestId("refresh").click();
  await expect.poll(() => site.asked("part.json").length).toBeGreaterThan(1);
});

test("synthetic data says so beside its day, other data does not", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await expect(page.getByTestId("synthetic")).toHaveText("合成数据");
  await expect(page.getByTestId("synthetic")).toBeInViewport();
  await openDocument(page, site, json(sales({ provenance: { source: "Shop", synthetic: false } })));
  await expect(page.getByTestId("as-of")).toBeVisible();
  await expect(page.getByTestId("synthetic")).toHaveCount(0);
});
