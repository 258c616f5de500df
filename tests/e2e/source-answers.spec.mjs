// A server that fails: what the page says, what it keeps, and how often it asks again.
import { brotliCompressSync } from "node:zlib";
import { flood, halfway, hang, inTurn, json, status, truncated } from "./support/answers.mjs";
import { expectTop, open, openDocument, rows, shownIds } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

test.use({ expectedErrors: failedRequest });

const fault = (page) => page.getByTestId("fault");
const good = sales();
const goodTop = [{ rank: 1, id: "alpha", value: 1500 }, { rank: 2, id: "beta", value: 900 }];
/** The same channels the other way round, so that new data is seen at once. */
const newer = sales({ channels: [10, 40, 90, 150].map((amount, at) => ({ id: ["alpha", "beta", "gamma", "delta"][at], gmv: flat(amount) })) });

/** Retries wait a random share of a pause: the half of it from here on. */
const halfOfEachPause = () => (Math.random = () => 0.5);

/** The page on `data.json`, with a clock that stands still unless the test moves it. */
async function goto(page, site, answer) {
  await page.addInitScript(halfOfEachPause);
  await stopClock(page);
  site.answer("data.json", answer);
  await page.goto(site.page("?source=data.json"));
}

async function stopClock(page) {
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await page.clock.pauseAt("2026-01-05T09:12:01+08:00");
}

for (const code of [500, 502, 503, 429]) {
  test(`status ${code} is named, tried again and recovered from`, async ({ page, site }) => {
    await goto(page, site, inTurn(status(code), json(good)));
    await expect(fault(page)).toContainText(String(code));
    // What mends itself is no alarm.
    await expect(fault(page)).not.toHaveClass(/notice--lasting/);
    await expect(rows(page)).toHaveCount(0);
    await page.clock.runFor(1_000);
    await expectTop(page, goodTop);
    await expect(fault(page)).toHaveCount(0);
    expect(site.asked("data.json")).toHaveLength(2);
  });
}

test("pauses between tries double up to a minute", async ({ page, site }) => {
  await goto(page, site, status(500));
  const half = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
  for (const [tries, pause] of half.entries()) {
    await expect(fault(page)).toContainText(` ${Math.ceil(pause / 1_000)} `);
    await page.clock.runFor(pause - 400);
    expect(site.asked("data.json")).toHaveLength(tries + 1);
    await page.clock.runFor(400);
    await expect.poll(() => site.asked("data.json").length).toBe(tries + 2);
  }
});

test("a server that asks for patience gets it", async ({ page, site }) => {
  await goto(page, site, inTurn(status(503, { "Retry-After": "40" }), json(good)));
  await expect(fault(page)).toContainText(/(39|40) 秒/);
  await page.clock.runFor(38_000);
  expect(site.asked("data.json")).toHaveLength(1);
  await page.clock.runFor(2_500);
  await expectTop(page, goodTop);
});

for (const code of [401, 403, 404, 410]) {
  test(`status ${code} is named and not tried again and again`, async ({ page, site }) => {
    await goto(page, site, status(code));
    await expect(fault(page)).toContainText(String(code));
    await expect(fault(page)).toHaveClass(/notice--lasting/);
    // The same again is not what helps most, nor is there a space between sentences of Chinese.
    await expect(fault(page).locator(".button--primary")).toHaveText("返回示例数据");
    await expect(fault(page)).not.toContainText(/。\s/);
    await page.clock.runFor(120_000);
    await expect(fault(page)).toBeVisible();
    expect(site.asked("data.json")).toHaveLength(1);

    site.answer("data.json", json(good));
    await fault(page).getByRole("button", { name: "重试" }).click();
    await expectTop(page, goodTop);
    await expect(fault(page)).toHaveCount(0);
  });
}

test("a server that never answers is given up after 15 seconds and asked again", async ({ page, site }) => {
  const silence = hang();
  await goto(page, site, inTurn(silence, json(good)));
  await expect(page.getByTestId("loading")).toBeVisible();
  await page.clock.runFor(14_000);
  await expect(fault(page)).toHaveCount(0);
  await page.clock.runFor(1_200);
  await expect(fault(page)).toContainText("15");
  await expect.poll(() => silence.abandoned).toBe(1);
  await page.clock.runFor(1_000);
  await expectTop(page, goodTop);
});

test("an answer that stops in the middle is given up as well", async ({ page, site }) => {
  await goto(page, site, halfway(JSON.stringify(good)));
  await expect(page.getByTestId("loading")).toContainText(/\d+ (B|KB) \/ \d+ (B|KB)/);
  await page.clock.runFor(15_500);
  await expect(fault(page)).toContainText("15");
  await expect(rows(page)).toHaveCount(0);
});

test("a body that breaks off is refused whole", async ({ page, site }) => {
  await goto(page, site, truncated(JSON.stringify(good)));
  await expect(fault(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

test("a body over the limit is stopped while it streams", async ({ page, site }) => {
  const body = flood(400 * 1024 * 1024);
  site.answer("data.json", body);
  await page.goto(site.page("?source=data.json"));
  await expect(fault(page)).toContainText("MB");
  await expect(fault(page)).toContainText(/67\.1 MB|64 MiB/);
  // What had been sent when the page hung up: the limit and what was on its way.
  expect(body.sent).toBeLessThan(200 * 1024 * 1024);
  await expect(rows(page)).toHaveCount(0);
});

test("a body that announces more than the limit is not even read", async ({ page, site }) => {
  site.answer("data.json", (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 65 * 1024 * 1024 }).write(" ");
  });
  await page.goto(site.page("?source=data.json"));
  await expect(fault(page)).toContainText(/67\.1 MB|64 MiB/);
});

// Whatever goes wrong later, the board stays as it was and can be worked with.
const failures = {
  "status 500": status(500),
  "status 404": status(404),
  "status 403": status(403),
  "a broken body": truncated(JSON.stringify(newer)),
  "a web page": (_request, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Sign in</title>"),
  "a broken document": json({ ...newer, version: "2.0" }),
};
for (const [name, failure] of Object.entries(failures)) {
  test(`old data stays after ${name}, with its age, and can be worked with`, async ({ page, site }) => {
    await stopClock(page);
    await openDocument(page, site, json(good));
    await page.clock.runFor(3 * 60_000);
    site.answer("data.json", failure);
    await page.getByTestId("refresh").click();
    await expect(fault(page)).toBeVisible();
    await expect(fault(page)).toContainText("3 分钟前");
    await expectTop(page, goodTop);

    await page.locator("#search").fill("gamma");
    await expect.poll(() => shownIds(page)).toEqual(["gamma"]);
    await page.locator("#search").fill("");

    site.answer("data.json", json(newer));
    await fault(page).getByRole("button", { name: "重试" }).click();
    await expectTop(page, [{ rank: 1, id: "delta", value: 1500 }]);
    await expect(fault(page)).toHaveCount(0);
  });
}

test("the age of what is on screen grows while the failure lasts", async ({ page, site }) => {
  await stopClock(page);
  await openDocument(page, site, json(good));
  site.answer("data.json", status(404));
  await page.getByTestId("refresh").click();
  await expect(fault(page)).toBeVisible();
  for (const minutes of [1, 2, 3]) {
    await page.clock.runFor(60_000);
    await expect(fault(page)).toContainText(`${minutes} 分钟前`);
  }
});

test("a slow answer shows how far it is", async ({ page, site }) => {
  const text = JSON.stringify(good);
  const slow = halfway(text);
  site.answer("data.json", slow);
  await page.goto(site.page("?source=data.json"));
  const bar = page.getByTestId("loading").getByRole("progressbar");
  await expect(bar).toHaveAttribute("aria-valuenow", String(Math.floor((100 * (text.length >> 1)) / text.length)));
  await expect(rows(page)).toHaveCount(0);
  slow.release();
  await expectTop(page, goodTop);
  await expect(page.getByTestId("loading")).toHaveCount(0);
});

test("a slow compressed answer, whose size nobody knows, shows that it moves and what has come", async ({ page, site }) => {
  const slow = halfway(brotliCompressSync(noise()), { "Content-Encoding": "br" });
  site.answer("data.json", slow);
  await page.goto(site.page("?source=data.json&lang=en"));
  const bar = page.getByTestId("loading").getByRole("progressbar");
  await expect(bar).toHaveAttribute("aria-label", /^Loaded [1-9][\d.]* (KB|MB)$/);
  expect(await bar.getAttribute("aria-valuenow")).toBeNull();
  const fill = bar.locator(".loading__fill");
  const left = () => fill.evaluate((it) => it.getBoundingClientRect().left);
  const widths = await fill.evaluate((it) => [it.getBoundingClientRect().width, it.parentElement.getBoundingClientRect().width]);
  expect(widths[0]).toBeGreaterThan(widths[1] / 5);
  const before = await left();
  await expect.poll(left).not.toBe(before);

  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await fill.evaluate((it) => it.getAnimations().length)).toBe(0);
  expect(await fill.evaluate((it) => it.getBoundingClientRect().width)).toBe(widths[1]);
  slow.release();
  await expect(page.getByTestId("loading")).toHaveCount(0);
});

/** A document that stays large when it is compressed, so that a half of it is unpacked to something. */
function noise() {
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647);
  const channels = Array.from({ length: 500 }, (_, at) => ({ id: `c${at}`, gmv: Array.from({ length: 10 }, next) }));
  return JSON.stringify(sales({ channels }));
}

test("an answer that comes after the reader has gone to another source is dropped", async ({ page, site }) => {
  const late = halfway(JSON.stringify(newer));
  site.answer("late.json", late);
  site.answer("data.json", json(good));
  await page.goto(site.page("?source=late.json"));
  await expect(page.getByTestId("loading")).toBeVisible();
  // The way a reader goes there: a link within the page's history.
  await page.evaluate(() => {
    history.pushState(null, "", "?source=data.json");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expectTop(page, goodTop);
  late.release();
  await page.getByTestId("refresh").click();
  await expect.poll(() => site.asked("data.json").length).toBe(2);
  await expectTop(page, goodTop);
});

test("the way back to the sample is offered where another source fails", async ({ page, site }) => {
  site.answer("data.json", status(404));
  await page.goto(site.page("?source=data.json"));
  await fault(page).getByRole("button", { name: /示例/ }).click();
  await expect(page.getByTestId("told-over")).toHaveText("1,350");
  await expect.poll(() => page.url()).toBe(site.page());
  await expect(fault(page)).toHaveCount(0);
});

test("the sample that cannot be reached is named, and nothing pretends to be data", async ({ page, site }) => {
  site.answer("sample.sales.json", status(500));
  await page.goto(site.page());
  await expect(fault(page)).toContainText("500");
  // It is the sample that is missing.
  await expect(fault(page)).not.toContainText("示例");
  await expect(fault(page).locator(".button--primary")).toHaveText("重试");
  await expect(page.getByTestId("told-over")).toBeEmpty();
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText(/NaN|undefined|¥0/);
});

test("a page that was opened on a good document keeps it when the program is asked for another, broken one", async ({ page, site }) => {
  site.answer("bad.json", status(404));
  await openDocument(page, site, json(good));
  await page.evaluate(() => {
    history.pushState(null, "", "?source=bad.json");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(fault(page)).toContainText("404");
  await page.goBack();
  await expect(fault(page)).toHaveCount(0);
  await expectTop(page, goodTop);
});
