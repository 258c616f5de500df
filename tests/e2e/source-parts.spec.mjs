// Parts: what the document promises is held against what arrives, and each is asked for once.
import { setTimeout } from "node:timers/promises";
import { body, hang, held, inTurn, json, status } from "./support/answers.mjs";
import { expectCount, expectTop, openDocument, openMenu, rowOf } from "./support/board.mjs";
import { part } from "./support/parts.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

test.use({ expectedErrors: failedRequest });

const fault = (page) => page.getByTestId("fault");
const partFault = (page) => page.getByTestId("part-fault");

/** The same figure for four channels on so many days. */
const even = (amount, days) => Array.from({ length: 4 }, () => flat(amount, days));

/** The frame after which parts are asked for, where only the test moves the time. */
const frame = (page) => page.clock.runFor(150);

/** Last year, two a day. */
const lastYear = part("last-year.json", { first_day: "2020-04-01", metrics: { gmv: even(2, 365) } });

/** A document that names last year, whatever it says wrong of it. */
const withLastYear = (changes = {}) => sales({ parts: [{ ...lastYear.entry, ...changes }] });

test("a part that is what the document says is taken in", async ({ page, site }) => {
  site.answer("last-year.json", body(lastYear.bytes));
  await openDocument(page, site, json(withLastYear()), "&focus=alpha");
  // Last year sold 730 by its end, two a day.
  await expect(page.getByTestId("detail").locator("figcaption")).toBeAttached();
  const chart = page.getByTestId("detail").getByTestId("chart");
  await chart.getByTestId("chart-table-button").click();
  await expect(chart.locator("tbody tr").last()).toContainText("¥730");
  await expect(partFault(page)).toHaveCount(0);
});

const badParts = {
  "with a wrong hash": [{ sha256: "0".repeat(64) }, (bytes) => bytes],
  "of a wrong size": [{ bytes: 4096 }, (bytes) => bytes],
  "larger than announced": [{}, (bytes) => `${bytes} `.padEnd(bytes.length + 999)],
  "that is not JSON": [{}, (bytes) => bytes.replaceAll("2,2", "2;2")],
};
for (const [name, [changes, spoil]] of Object.entries(badParts)) {
  test(`a part ${name} is refused, the board goes on without it and says so`, async ({ page, site }) => {
    site.answer("last-year.json", body(spoil(lastYear.bytes)));
    await openDocument(page, site, json(withLastYear(changes)));
    await expect(partFault(page)).toContainText(/^成交额（2020年4月1日–2021年3月31日）没有通过校验，未采用。.*last-year\.json/);
    await expect(fault(page)).toHaveCount(0);
    await expectTop(page, [{ rank: 1, id: "alpha", value: 1500 }]);
    await rowOf(page, "alpha").click();
    await expect(page.getByTestId("detail-to-date")).toHaveText("¥1,500");
  });
}

test("a part that is not there is named, as one that was not loaded, and the board goes on without it", async ({ page, site }) => {
  await openDocument(page, site, json(withLastYear()));
  await expect(partFault(page)).toContainText(/^成交额（2020年4月1日–2021年3月31日）没能载入。.*404.*last-year\.json/);
  await expect(partFault(page)).not.toContainText("校验");
  await expectCount(page, 4);
  await page.goto(site.page("?source=data.json&lang=en"));
  await expect(partFault(page)).toContainText(/^GMV \(1 Apr 2020 – 31 Mar 2021\): this part of the data could not be loaded\./);
});

/** Opens a document of which no row has a value yet. */
async function openPending(page, site, answer, query) {
  site.answer("data.json", answer);
  await page.goto(site.page(`?source=data.json${query}`));
}

/** Waits until nothing has been asked for during a while in which a loop would ask dozens of times. */
async function expectQuiet(page) {
  await page.waitForLoadState("networkidle");
}

const beyond = part("part.json", { first_day: "2021-04-05", metrics: { gmv: even(1, 20) } });
const crossed = part("part.json", { first_day: "2021-03-01", metrics: { orders: even(1, 3), gmv: even(1, 3) } });
const once = {
  "that reaches past the last day": [beyond.bytes, beyond.entry, 4 * 150 + 6],
  "whose metrics stand in another order": [crossed.bytes, { ...crossed.entry, metrics: ["gmv", "orders"] }, 1500],
};
for (const [name, [bytes, entry, value]] of Object.entries(once)) {
  test(`a part ${name} is asked for once and taken in`, async ({ page, site }) => {
    site.answer("part.json", body(bytes));
    await openDocument(page, site, json(sales({ parts: [entry] })));
    await expectTop(page, [{ rank: 1, id: "alpha", value }]);
    await expectQuiet(page);
    expect(site.asked("part.json")).toHaveLength(1);
    await expect(partFault(page)).toHaveCount(0);
  });
}

test("a correction of the same shape is fetched and wins, the later of two whichever comes first", async ({ page, site }) => {
  // The one named first holds a metric that is asked for later only, so it arrives last.
  const first = part("first.json", { first_day: "2021-04-01", metrics: { net: even(1, 10) } });
  const second = part("second.json", { first_day: "2021-04-01", metrics: { gmv: even(7, 10), net: even(6, 10) } });
  site.answer("first.json", body(first.bytes));
  site.answer("second.json", body(second.bytes));
  await openDocument(page, site, json(sales({ parts: [first.entry, second.entry] })));
  await expectTop(page, [{ rank: 1, id: "alpha", value: 70 }]);
  expect(site.asked("first.json")).toHaveLength(0);
  const panel = await openMenu(page, "指标");
  await panel.getByRole("button", { name: /净/ }).click();
  await expect.poll(() => site.asked("first.json").length).toBe(1);
  await expectQuiet(page);
  await expectTop(page, [{ rank: 1, id: "alpha", value: 60 }]);
});

test("the part with the programme's metric comes first, wherever it is named", async ({ page, site }) => {
  const version = (amount) => {
    const net = part(`net.${amount}.json`, { first_day: "2021-04-01", metrics: { net: even(amount, 10) } });
    const gmv = part(`gmv.${amount}.json`, { first_day: "2020-04-01", metrics: { gmv: even(amount, 365) } });
    for (const { entry, bytes } of [net, gmv]) site.answer(entry.href, body(bytes));
    return json(sales({ parts: [net.entry, gmv.entry] }));
  };
  const order = [];
  page.on("request", (request) => order.push(new URL(request.url()).pathname.slice(1)));
  const asked = () => order.filter((path) => /^(net|gmv)/.test(path));
  // Net is asked for once the document is here; of a newer version both parts are wanted at once.
  await openDocument(page, site, inTurn(version(1), version(2)), "&metric=net");
  await expect.poll(asked).toHaveLength(2);
  await page.getByTestId("refresh").click();
  await expect.poll(() => asked().slice(2)).toEqual(["gmv.2.json", "net.2.json"]);
});

test("a metric that is chosen while parts load comes next, and the button is heard at once", async ({ page, site }) => {
  const years = [2020, 2019].map((year) => part(`${year}.json`, { first_day: `${year}-04-01`, metrics: { gmv: even(2, 365) } }));
  const net = part("net.json", { first_day: "2021-04-01", metrics: { net: even(6, 10) } });
  const first = held(body(years[0].bytes));
  site.answer("2020.json", first);
  site.answer("2019.json", hang());
  site.answer("net.json", body(net.bytes));
  const version = (source) => json(sales({ parts: [...years, net].map(({ entry }) => entry), provenance: { source, synthetic: true } }));
  await openDocument(page, site, inTurn(version("First"), version("Second")));
  const asked = (path) => site.asked(path).length;
  await expect.poll(() => asked("2020.json")).toBe(1);
  const panel = await openMenu(page, "指标");
  await panel.getByRole("button", { name: /净/ }).click();
  first.release();
  await expectTop(page, [{ rank: 1, id: "alpha", value: 60 }]);
  // What hangs meanwhile goes on hanging: it is asked for once.
  await expect.poll(() => asked("2019.json")).toBe(1);
  await page.getByTestId("refresh").click();
  await expect(page.getByTestId("provenance")).toContainText("Second");
  expect(["2020.json", "net.json", "2019.json"].map(asked)).toEqual([1, 1, 1]);
});

test("a part of another metric that fails ends no waiting for the programme's", async ({ page, site }) => {
  const years = [2020, 2019].map((year) => part(`${year}.json`, { first_day: `${year}-04-01`, metrics: { gmv: even(2, 365) } }));
  const answers = years.map(({ bytes }) => held(body(bytes)));
  for (const at of [0, 1]) site.answer(years[at].entry.href, answers[at]);
  const net = part("net.json", { first_day: "2021-04-01", metrics: { net: even(6, 10) } });
  await openDocument(page, site, json(sales({ parts: [...years, net].map(({ entry }) => entry) })));
  const panel = await openMenu(page, "指标");
  await panel.getByRole("button", { name: /净/ }).click();
  answers[0].release();
  await expect(partFault(page)).toContainText("net.json");
  await page.waitForTimeout(500);
  await expect(page.getByTestId("programme-figures")).toHaveClass(/is-pending/);
  answers[1].release();
  await expect(page.getByTestId("programme-figures")).not.toHaveClass(/is-pending/);
});

test("a newer version keeps the parts that it names alike, and does not ask for them again", async ({ page, site }) => {
  const level = page.getByTestId("curve-level");
  site.answer("last-year.json", inTurn(body(lastYear.bytes), status(503)));
  const newer = { ...withLastYear(), provenance: { source: "Second", synthetic: true } };
  await openDocument(page, site, inTurn(json(withLastYear()), json(newer)), "&focus=alpha");
  await expect(level).not.toBeEmpty();
  await expect.poll(() => site.asked("last-year.json").length).toBe(1);
  await expectQuiet(page);
  const before = await level.textContent();
  await page.getByTestId("refresh").click();
  await expect(page.getByTestId("provenance")).toContainText("Second");
  await expectQuiet(page);
  await expect(level).toHaveText(before);
  expect(site.asked("last-year.json")).toHaveLength(1);
  await expect(partFault(page)).toHaveCount(0);
});

test("a part that a newer version changes is asked for again", async ({ page, site }) => {
  const changed = part("last-year.json", { first_day: "2020-04-01", metrics: { gmv: even(3, 365) } });
  site.answer("last-year.json", inTurn(body(lastYear.bytes), body(changed.bytes)));
  await openDocument(page, site, inTurn(json(withLastYear()), json(sales({ parts: [changed.entry] }))), "&window=2020-04-01..2021-04-01");
  await expectTop(page, [{ rank: 1, id: "alpha", value: 730 }]);
  await page.getByTestId("refresh").click();
  await expectTop(page, [{ rank: 1, id: "alpha", value: 1095 }]);
});

test("what is odd in a part is counted with its name, before and after a newer version", async ({ page, site }) => {
  const gaps = part("gaps.json", { first_day: "2020-04-01", metrics: { gmv: [[null, 1], [1, 1], [1, null], [1, 1]] } });
  site.answer("gaps.json", body(gaps.bytes));
  const version = (source) => json(sales({ parts: [gaps.entry], provenance: { source, synthetic: true } }));
  await openDocument(page, site, inTurn(version("First"), version("Second")));
  const quality = page.getByTestId("quality");
  await quality.locator("summary").click();
  const line = quality.getByRole("listitem").filter({ hasText: "gaps.json $.series.gmv[0][0]" });
  await expect(line).toContainText("2");
  await page.getByTestId("refresh").click();
  await expect(page.getByTestId("provenance")).toContainText("Second");
  await expect(line).toHaveCount(1);
});

test("a part that cannot be had now is tried again by itself, with pauses that double", async ({ page, site }) => {
  await page.addInitScript(() => (Math.random = () => 0.5));
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await page.clock.pauseAt("2026-01-05T09:12:01+08:00");
  const asked = () => site.asked("last-year.json").length;
  site.answer("last-year.json", inTurn(status(500), status(500), body(lastYear.bytes)));
  await openDocument(page, site, json(withLastYear()));
  await frame(page);
  // No space between sentences of Chinese.
  await expect(partFault(page)).toContainText(/没能载入。\S.*500.*。会自动重试.*last-year\.json/);
  for (const [tries, pause] of [500, 1_000].entries()) {
    await page.clock.runFor(pause - 100);
    expect(asked()).toBe(tries + 1);
    await page.clock.runFor(200);
    await expect.poll(asked).toBe(tries + 2);
    // The next pause begins once the answer has been read, whatever the clock says.
    await setTimeout(300);
  }
  await expect(partFault(page)).toHaveCount(0);
  expect(site.asked("data.json")).toHaveLength(1);
});

test("a part whose server asks for patience is left alone, even by a look at the document", async ({ page, site }) => {
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await page.clock.pauseAt("2026-01-05T09:12:01+08:00");
  site.answer("last-year.json", inTurn(status(503, { "Retry-After": "400" }), body(lastYear.bytes)));
  await openDocument(page, site, json(withLastYear(), { etag: '"v1"' }));
  await frame(page);
  await expect(partFault(page)).toBeVisible();
  await page.clock.runFor(301_000);
  await expect.poll(() => site.asked("data.json").length).toBe(2);
  await expect(partFault(page)).toBeVisible();
  expect(site.asked("last-year.json")).toHaveLength(1);
  await page.clock.runFor(100_000);
  await expect(partFault(page)).toHaveCount(0);
  expect(site.asked("last-year.json")).toHaveLength(2);
});

test("what could not be loaded stays said while it is tried again by itself, until it has come", async ({ page, site }) => {
  await page.addInitScript(() => (Math.random = () => 0.5));
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await page.clock.pauseAt("2026-01-05T09:12:01+08:00");
  const parts = ["a.json", "b.json"].map((href, at) => part(href, { first_day: "2021-04-01", channels: [at, at + 1], metrics: { orders: [flat(7)] } }));
  const again = [held(status(500)), held(body(parts[1].bytes))];
  const asked = (at) => site.asked(parts[at].entry.href).length;
  for (const at of [0, 1]) site.answer(parts[at].entry.href, inTurn(status(500), again[at]));
  await openPending(page, site, json(sales({ parts: parts.map(({ entry }) => entry) })), "&metric=orders");
  await frame(page);
  const lines = partFault(page).getByRole("listitem");
  const refused = page.getByTestId("leaderboard-empty");
  await expect(lines).toHaveText([/a\.json/, /b\.json/]);
  await expect(refused).toContainText("订单数未能载入");
  await page.clock.runFor(2_000);
  await expect.poll(() => asked(0)).toBe(2);
  await expect(lines).toHaveText([/a\.json/, /b\.json/]);
  await expect(refused).toBeVisible();
  again[0].release();
  await expect.poll(() => asked(1)).toBe(2);
  await expect(lines).toHaveText([/a\.json/, /b\.json/]);
  await expect(refused).toBeVisible();
  again[1].release();
  await expect(lines).toHaveText([/a\.json/]);
  await expect(rowOf(page, "beta").locator(".cell-value")).toHaveText("70");
  await expect(refused).toHaveCount(0);
});

test("the look that comes by itself keeps what could not be loaded said, the one asked for does not", async ({ page, site }) => {
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await page.clock.pauseAt("2026-01-05T09:12:01+08:00");
  const orders = part("orders.json", { first_day: "2021-04-01", metrics: { orders: even(7, 10) } });
  const [bySelf, asked] = [held(status(404)), held(body(orders.bytes))];
  site.answer("orders.json", inTurn(status(404), bySelf, asked));
  await openPending(page, site, json(sales({ parts: [orders.entry] }), { etag: '"v1"' }), "&metric=orders");
  await frame(page);
  await expect(partFault(page)).toContainText("404");
  await page.clock.runFor(301_000);
  await expect.poll(() => site.asked("orders.json").length).toBe(2);
  await expect(page.getByTestId("leaderboard-empty")).toContainText("订单数未能载入");
  await expect(partFault(page)).toContainText("404");
  bySelf.release();
  await page.getByTestId("refresh").click();
  await expect.poll(() => site.asked("orders.json").length).toBe(3);
  await expect(partFault(page)).toHaveCount(0);
  await expect(page.locator(".missing")).toHaveText("正在载入订单数…");
  asked.release();
  await expectTop(page, [{ rank: 1, id: "alpha", value: 70 }]);
});

test("a gap that a later part has as well is counted once, and not at all where it has figures", async ({ page, site }) => {
  const parts = [[null, 5], [6, 7]].map((gmv, at) => part(`${at}.json`, { first_day: "2021-04-01", channels: [0, 1], metrics: { gmv: [gmv] } }));
  const answers = parts.map(({ bytes }) => held(body(bytes)));
  for (const at of [0, 1]) site.answer(parts[at].entry.href, answers[at]);
  const channels = [{ id: "alpha", gmv: [null, null, null] }];
  await openDocument(page, site, json(sales({ channels, parts: parts.map(({ entry }) => entry) })), "&open=quality");
  const gaps = page.getByTestId("quality").getByRole("listitem").filter({ hasText: "缺数" });
  await expect(gaps).toHaveText([/缺数 3\s天.*\$\.series\.gmv\[0\]\[0\]/]);
  answers[0].release();
  await expect(gaps).toHaveText([/缺数 1\s天.*\$\.series\.gmv\[0\]\[2\]/, /缺数 1\s天.*0\.json \$\.series\.gmv\[0\]\[0\]/]);
  answers[1].release();
  await expect(gaps).toHaveText([/缺数 1\s天.*\$\.series\.gmv\[0\]\[2\]/]);
});
