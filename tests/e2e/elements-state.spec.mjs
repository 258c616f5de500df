// What elements are asked to show and what they tell of it: attributes, properties, states, events.
import { json } from "./support/answers.mjs";
import { rows } from "./support/board.mjs";
import { hostPage, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const LIST = '<pace-leaderboard loading="eager"></pace-leaderboard>';
const GOAL = '<pace-goal channel="beta" loading="eager"></pace-goal>';
const look = (page, name) =>
  page.locator(name).evaluate((element) => {
    const { lang, dataset } = element.shadowRoot.querySelector(".pace");
    return { lang, theme: dataset.theme };
  });
const state = (page, name) => page.locator(name).evaluate((element) => element.getState());

test("a state leaves theme, language and currency to attributes and configuration", async ({ page, site }) => {
  const body = '<pace-leaderboard theme="dark" locale="zh-CN" loading="eager"></pace-leaderboard>';
  await page.goto(hostPage(site, body, { configuration: { currency: "USD" } }));
  await news(page, "ready");
  await page.locator("pace-leaderboard").evaluate((element) => element.setState("window=7d"));
  await expect(rows(page).first()).toHaveAttribute("data-value", "1050");
  expect(await look(page, "pace-leaderboard")).toEqual({ lang: "zh-CN", theme: "dark" });
  expect(new URLSearchParams(await state(page, "pace-leaderboard")).get("currency")).toBe("USD");
  await page.locator("pace-leaderboard").evaluate((element) => element.setState("lang=en&theme=light&currency=CNY"));
  await expect(rows(page).first()).toHaveAttribute("data-value", "1500");
  expect(await look(page, "pace-leaderboard")).toEqual({ lang: "en", theme: "light" });
  expect(new URLSearchParams(await state(page, "pace-leaderboard")).get("currency")).not.toBe("USD");
});

test("a state brings itself back, and a card stays about its channel", async ({ page, site }) => {
  await page.goto(hostPage(site, LIST + GOAL));
  await news(page, "ready", 2);
  await page.locator("pace-leaderboard").evaluate((element) => element.setState("window=7d&focus=gamma&sort=name&hide=share,trend"));
  const before = await state(page, "pace-leaderboard");
  expect(new URLSearchParams(before).get("hide")).toBe("share,trend");
  await page.locator("pace-leaderboard").evaluate((element) => element.setState(""));
  await expect(rows(page).first()).toHaveAttribute("data-value", "1500");
  await page.locator("pace-leaderboard").evaluate((element, before) => element.setState(before), before);
  expect(await state(page, "pace-leaderboard")).toBe(before);
  await page.locator("pace-goal").evaluate((element) => element.setState("window=7d"));
  await expect(page.getByTestId("goal-card").getByRole("heading")).toHaveText("Beta Store");
});

test("a state that is set before the element starts is completed as well", async ({ page, site }) => {
  const script = 'document.querySelector("pace-leaderboard").setState("window=7d");';
  await page.goto(hostPage(site, '<pace-leaderboard theme="dark" loading="eager"></pace-leaderboard>', { script }));
  await news(page, "ready");
  await expect(rows(page).first()).toHaveAttribute("data-value", "1050");
  expect(await look(page, "pace-leaderboard")).toEqual({ lang: "en", theme: "dark" });
  expect(await page.evaluate(() => window.of("window"))).toEqual([]);
});

test("configure() again: a currency and a language that it names are shown", async ({ page, site }) => {
  await page.goto(hostPage(site, GOAL, { configuration: { currency: "CNY" } }));
  await news(page, "ready");
  const toDate = page.getByTestId("goal-to-date");
  await expect(toDate).toHaveText("¥900");
  await page.evaluate(() => window.Paceboard.configure({ currency: "USD" }));
  await expect(toDate).toContainText("$138");
  await page.evaluate(() => window.Paceboard.configure({ locale: "zh-CN" }));
  await expect.poll(() => look(page, "pace-goal")).toMatchObject({ lang: "zh-CN" });
  await expect(toDate).toContainText("$138");
  await page.evaluate(() => window.Paceboard.configure({ currency: null }));
  await expect(toDate).toContainText("900");
});

test("configure() of something else leaves what the reader chose", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-board loading="eager"></pace-board>', { configuration: { currency: "CNY" } }));
  await news(page, "ready");
  await page.locator("pace-board").evaluate((element) => element.setState("currency=USD&lang=zh-CN"));
  await page.evaluate(() => window.Paceboard.configure({ sources: { other: { url: "other.json" } } }));
  expect(new URLSearchParams(await state(page, "pace-board")).get("currency")).toBe("USD");
  expect(await look(page, "pace-board")).toMatchObject({ lang: "zh-CN" });
});

test("another source of the same address is another source", async ({ page, site }) => {
  const script = `window.sources = [];
    Paceboard.configure({ sources: { other: { url: "main.json" } }, fetchToken: ({ source }) => (sources.push(source), { token: source, exp: Date.now() / 1000 + 300 }) });`;
  await page.goto(hostPage(site, GOAL, { script }));
  await news(page, "ready");
  await page.locator("pace-goal").evaluate((element) => (element.source = "other"));
  const ready = await news(page, "ready", 2);
  expect(ready.map(({ detail }) => detail.source)).toEqual(["main", "other"]);
  expect(site.asked("main.json").map(({ headers }) => headers.authorization)).toEqual(["Bearer main", "Bearer other"]);
});

test("metric, partner and height are followed while it runs", async ({ page, site }) => {
  const channels = ["alpha", "beta", "gamma"].map((id, at) => ({ id, name: `${id} store`, gmv: Array(10).fill(10 * (at + 1)), partner: at % 2 }));
  const document = sales({ channels });
  document.series.orders = channels.map((_, at) => Array(10).fill(at + 1));
  await page.goto(hostPage(site, LIST + '<pace-goal channel="beta" loading="eager"></pace-goal>', { document }));
  await news(page, "ready", 2);
  const list = page.locator("pace-leaderboard");
  await expect(rows(page)).toHaveCount(3);
  await list.evaluate((element) => (element.partner = "p1"));
  await expect(rows(page)).toHaveCount(2);
  await list.evaluate((element) => Object.assign(element, { partner: null, metric: "orders" }));
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toHaveAttribute("data-value", "30");
  await list.evaluate((element) => (element.height = 320));
  expect(await list.evaluate((element) => element.offsetHeight)).toBe(320);
  await page.locator("pace-goal").evaluate((element) => Object.assign(element, { channel: null, partner: "p2" }));
  await expect(page.getByTestId("goal-card").getByRole("heading")).toHaveText("South Agency");
});

test("properties that were set before the script came are the element's", async ({ page, site }) => {
  site.answer("early.js", (_request, response) => {
    const script = `const element = document.querySelector("pace-leaderboard");
      Object.assign(element, { window: "2021-04-01..2021-04-04", height: 360, refresh: 60, theme: "dark", loading: "eager" });`;
    response.writeHead(200, { "Content-Type": "text/javascript" }).end(script);
  });
  await page.goto(hostPage(site, '<pace-leaderboard></pace-leaderboard><script src="early.js"></script>'));
  await news(page, "ready");
  const element = page.locator("pace-leaderboard");
  const attributes = () => element.evaluate((it) => Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])));
  expect(await attributes()).toEqual({ window: "2021-04-01..2021-04-04", height: "360", refresh: "60", theme: "dark", loading: "eager" });
  await expect(rows(page).first()).toHaveAttribute("data-value", "450");
  expect(await element.evaluate((it) => it.offsetHeight)).toBe(360);
});

test("refresh set as a property is the attribute, and stays a method", async ({ page, site }) => {
  await page.goto(hostPage(site, GOAL));
  await news(page, "ready");
  const found = await page.locator("pace-goal").evaluate((element) => {
    element.refresh = 60;
    const set = [element.getAttribute("refresh"), element.refreshEvery, typeof element.refresh];
    element.refresh = null;
    return [...set, element.hasAttribute("refresh")];
  });
  expect(found).toEqual(["60", "60", "function", false]);
  site.answer("main.json", json(sales({ channels: [{ id: "beta", name: "Beta Store", gmv: Array(10).fill(50) }] })));
  await page.locator("pace-goal").evaluate((element) => element.refresh());
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥500");
});

test("what the reader chooses is told with its details: days, a channel, and none", async ({ page, site }) => {
  await page.goto(hostPage(site, LIST));
  await news(page, "ready");
  await rows(page).nth(1).click();
  await news(page, "select");
  await page.keyboard.press("Escape");
  expect((await news(page, "select", 2)).map(({ detail }) => detail)).toEqual([{ kind: "channel", id: "beta" }, null]);
  await page.getByRole("button", { name: "Year to date" }).click();
  await page.getByRole("button", { name: "Last 7 days" }).click();
  expect((await news(page, "window")).map(({ detail }) => detail)).toEqual([{ window: "7d", from: "2021-04-04", to: "2021-04-11" }]);
});

test("another size is told as it is", async ({ page, site }) => {
  await page.goto(hostPage(site, GOAL, { style: "pace-goal { width: 500px } pace-goal.wide { width: 700px }" }));
  await news(page, "ready");
  const told = () => page.evaluate(() => window.of("resize").at(-1).detail);
  const height = () => page.locator("pace-goal").evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(told).toEqual({ width: 500, height: await height() });
  await page.locator("pace-goal").evaluate((element) => element.classList.add("wide"));
  await expect.poll(async () => (await told()).width).toBe(700);
  expect(await told()).toEqual({ width: 700, height: await height() });
});

test("a page that shows something else at the word of a choice is told no second one", async ({ page, site }) => {
  const script = 'addEventListener("pace-select", ({ target }) => target.setState("lang=en&window=7d&focus=beta"));';
  await page.goto(hostPage(site, LIST, { script }));
  await news(page, "ready");
  await rows(page).nth(2).click();
  await expect(rows(page).first()).toHaveAttribute("data-value", "1050");
  const told = await page.evaluate(() => window.news.filter(({ name }) => ["select", "window"].includes(name)).map(({ name, detail }) => [name, detail]));
  expect(told).toEqual([["select", { kind: "channel", id: "gamma" }]]);
  expect(new URLSearchParams(await state(page, "pace-leaderboard")).get("focus")).toBe("beta");
});

test("events cross the shadow roots of a page's own elements", async ({ page, site }) => {
  const script = `const outer = document.querySelector("section").attachShadow({ mode: "open" });
    window.paths = [];
    addEventListener("pace-ready", (event) => paths.push([event.target.localName, event.composedPath()[0].localName, event.bubbles, event.composed]));
    outer.append(Object.assign(document.createElement("pace-goal"), { channel: "beta", loading: "eager" }));`;
  await page.goto(hostPage(site, "<section></section>", { script }));
  await news(page, "ready");
  // The page sees the element that holds the shadow root; who looks inside sees the goal itself.
  expect(await page.evaluate(() => window.paths)).toEqual([["section", "pace-goal", true, true]]);
});

test("an attribute that is set after a state counts, even before there is a program", async ({ page, site }) => {
  await page.goto(hostPage(site, "<main></main>"));
  await page.evaluate(() => {
    const list = document.createElement("pace-leaderboard");
    list.loading = "eager";
    document.querySelector("main").append(list);
    list.setState("window=28d&sort=name");
    list.window = "7d";
  });
  await news(page, "ready");
  const query = new URLSearchParams(await state(page, "pace-leaderboard"));
  expect([query.get("window"), query.get("sort")]).toEqual(["7d", "name"]);
});

test("another login keeps the view that the reader chose, another source does not", async ({ page, site }) => {
  site.answer("other.json", json(sales()));
  await page.goto(hostPage(site, LIST, { configuration: { sources: { main: { url: "main.json" }, other: { url: "other.json" } } } }));
  await news(page, "ready");
  await page.locator("pace-leaderboard").evaluate((element) => element.setState("window=7d"));
  await page.evaluate(() => window.Paceboard.configure({ fetchToken: () => ({ token: "abc", exp: Date.now() / 1000 + 300 }) }));
  await news(page, "ready", 2);
  expect(await state(page, "pace-leaderboard")).toContain("window=7d");
  await page.locator("pace-leaderboard").evaluate((element) => (element.source = "other"));
  await news(page, "ready", 3);
  expect(await state(page, "pace-leaderboard")).not.toContain("window=7d");
});
