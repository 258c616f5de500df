// Elements on a page of others: what they show, what they tell, what they share.
import { json } from "./support/answers.mjs";
import { rows } from "./support/board.mjs";
import { hostPage, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";
import { TOKENS } from "./support/tokens.mjs";

const FIVE = `
  <pace-rank id="rank" channel="beta"></pace-rank>
  <pace-goal id="goal" channel="beta"></pace-goal>
  <pace-programme id="programme"></pace-programme>
  <pace-leaderboard id="list"></pace-leaderboard>
  <pace-board id="board"></pace-board>`;

test("five elements share one program, one style and one document", async ({ page, site }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(hostPage(site, FIVE.replaceAll(' id="', ' loading="eager" id="')));
  const ready = await news(page, "ready", 5);
  expect(ready.map((one) => one.from).sort()).toEqual(["board", "goal", "list", "programme", "rank"]);
  expect(ready[0].detail).toEqual({ source: "main", asOf: "2021-04-10" });
  const count = (pattern) => asked.filter((path) => pattern.test(path)).length;
  expect(count(/\.wasm$/)).toBe(1);
  expect(count(/^\/style-/)).toBe(1);
  expect(count(/main\.json$/)).toBe(1);
});

test("a card of one goal shows figures that can be checked by eye", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal channel="beta"></pace-goal>'));
  await news(page, "ready");
  const card = page.getByTestId("goal-card");
  await expect(card.getByRole("heading")).toHaveText("Beta Store");
  await expect(card.getByTestId("goal-to-date")).toHaveText("¥900");
  await expect(card).toContainText("90.0% of ¥1K");
});

test("a card of one rank shows the neighbours and the gap to the next", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-rank channel="beta"></pace-rank>'));
  await news(page, "ready");
  const card = page.getByTestId("rank-card");
  await expect(card.getByTestId("rank-now")).toHaveText("#2");
  await expect(card.getByTestId("rank-next")).toContainText("¥600 behind the next rank");
  await expect(card.getByTestId("neighbours").getByRole("listitem")).toHaveCount(4);
  await page.locator("pace-rank").evaluate((element) => (element.channel = "alpha"));
  await expect(card.getByTestId("rank-next")).toHaveText("First of all");
});

test("a goal fits 320 × 160 and 640 × 320", async ({ page, site }) => {
  const style = "#small { display: block; width: 320px } #large { display: block; width: 640px }";
  await page.goto(hostPage(site, '<pace-goal id="small" channel="beta"></pace-goal><pace-goal id="large" channel="beta"></pace-goal>', { style }));
  await news(page, "ready", 2);
  const box = (id) => page.locator(id).evaluate((element) => element.getBoundingClientRect().toJSON());
  expect((await box("#small")).height).toBeLessThanOrEqual(160);
  expect((await box("#large")).height).toBeLessThanOrEqual(320);
  await expect(page.locator("#large").getByTestId("chart-stage")).toBeVisible();
  await expect(page.locator("#small").getByTestId("chart-stage")).toBeHidden();
});

test("every attribute is a property, and the other way round", async ({ page, site }) => {
  await page.goto(hostPage(site, "<pace-goal></pace-goal>"));
  const differing = await page.evaluate(() => {
    const element = document.querySelector("pace-goal");
    return window.Paceboard.attributes.filter((name) => {
      // The method of that name is there already.
      const property = name === "refresh" ? "refreshEvery" : name;
      element.setAttribute(name, "7");
      const read = element[property] === "7";
      element[property] = "8";
      const written = element.getAttribute(name) === "8";
      element[property] = null;
      return !(read && written && !element.hasAttribute(name));
    });
  });
  expect(differing).toEqual([]);
});

test("attributes choose window, language, theme and density while it runs", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-leaderboard window="2021-04-01..2021-04-04" locale="zh-CN" theme="dark"></pace-leaderboard>'));
  await news(page, "ready");
  const element = page.locator("pace-leaderboard");
  const root = element.locator(".pace");
  await expect(rows(page).first()).toHaveAttribute("data-value", "450");
  await expect(root).toHaveAttribute("data-theme", "dark");
  await expect(root).toHaveAttribute("lang", "zh-CN");
  await element.evaluate((it) => Object.assign(it, { window: "ytd", locale: "en", theme: "light", density: "compact" }));
  await expect(rows(page).first()).toHaveAttribute("data-value", "1500");
  await expect(root).toHaveAttribute("data-theme", "light");
  await expect(root).toHaveAttribute("lang", "en");
  await expect.poll(() => rows(page).first().evaluate((row) => row.getBoundingClientRect().height)).toBe(32);
});

test("a list of one partner holds its channels only", async ({ page, site }) => {
  const channels = ["alpha", "beta", "gamma"].map((id, at) => ({ id, gmv: Array(10).fill(10 * (at + 1)), partner: at % 2 }));
  await page.goto(hostPage(site, '<pace-leaderboard partner="p1"></pace-leaderboard>', { document: sales({ channels }) }));
  await news(page, "ready");
  await expect(rows(page)).toHaveCount(2);
});

test("what the reader chooses is told; what the page sets is not", async ({ page, site }) => {
  await page.goto(hostPage(site, "<pace-leaderboard></pace-leaderboard>"));
  await news(page, "ready");
  await page.locator("pace-leaderboard").evaluate((element) => element.setState("focus=beta&window=7d"));
  await expect(rows(page).first()).toHaveAttribute("data-value", "1050");
  await rows(page).first().click();
  const chosen = await news(page, "select");
  expect(chosen.map((one) => one.detail)).toEqual([{ kind: "channel", id: "alpha" }]);
  expect(await page.evaluate(() => window.of("window"))).toEqual([]);
  expect(await page.locator("pace-leaderboard").evaluate((element) => element.getState())).toBe("window=7d&focus=alpha&lang=en");
});

test("the exact view is a table for spreadsheets", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-leaderboard window="7d"></pace-leaderboard>'));
  await news(page, "ready");
  const csv = await page.locator("pace-leaderboard").evaluate((element) => element.exportCsv());
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv).toMatch(/alpha,.*1050/);
});

test("an element below the screen starts when it is scrolled to", async ({ page, site }) => {
  const style = "#far { display: block; margin-top: 5000px }";
  await page.goto(hostPage(site, '<pace-goal id="near" channel="beta"></pace-goal><pace-goal id="far" channel="alpha"></pace-goal>', { style }));
  await news(page, "ready");
  await expect(page.locator("#far").getByTestId("goal-card")).toHaveCount(0);
  await page.locator("#far").scrollIntoViewIfNeeded();
  await news(page, "ready", 2);
  await expect(page.locator("#far").getByTestId("goal-card")).toBeVisible();
});

test("refresh() asks again and is over when the answer is there", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal channel="beta"></pace-goal>'));
  await news(page, "ready");
  site.answer("main.json", json(sales({ channels: [{ id: "beta", name: "Beta Store", gmv: Array(10).fill(50) }] })));
  await page.locator("pace-goal").evaluate((element) => element.refresh());
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥500");
});

test("moved elements go on; removed ones end; added again they start again", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal channel="beta"></pace-goal><section></section>'));
  await news(page, "ready");
  const kept = await page.evaluate(async () => {
    const [element, section] = ["pace-goal", "section"].map((name) => document.querySelector(name));
    const card = () => element.shadowRoot.querySelector(".card");
    const before = card();
    section.append(element);
    await new Promise(requestAnimationFrame);
    const moved = card() === before;
    if (document.body.moveBefore) document.body.moveBefore(element, section);
    await new Promise(requestAnimationFrame);
    const movedAgain = card() === before;
    element.remove();
    await new Promise(requestAnimationFrame);
    const ended = card() === null;
    document.body.append(element);
    return { moved, movedAgain, ended };
  });
  expect(kept).toEqual({ moved: true, movedAgain: true, ended: true });
  await news(page, "ready", 2);
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
  await page.locator("pace-goal").evaluate((element) => element.destroy());
  await expect(page.getByTestId("goal-card")).toHaveCount(0);
});

test("another address for a source is another document", async ({ page, site }) => {
  site.answer("other.json", json(sales({ channels: [{ id: "beta", name: "Beta Store", gmv: Array(10).fill(7) }] })));
  await page.goto(hostPage(site, '<pace-goal channel="beta"></pace-goal>'));
  await news(page, "ready");
  await page.evaluate(() => window.Paceboard.configure({ sources: { main: { url: "other.json" } } }));
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥70");
});

/** Has a page keep the program's memory, which it does not give away. */
const keepMemory = (page) =>
  page.addInitScript(() => {
    const original = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await original(...given);
      window.memory = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
      return made;
    };
  });

/** Adds an element, waits until it shows something, and takes it away; so many times. */
const addAndRemove = (page, times, kinds = ["pace-goal", "pace-rank", "pace-programme"]) =>
  page.evaluate(async ([times, kinds]) => {
    const section = document.querySelector("section");
    for (let left = times; left > 0; left -= 1) {
      const element = document.createElement(kinds[left % kinds.length]);
      Object.assign(element, { channel: "beta", loading: "eager" });
      section.append(element);
      while (!element.shadowRoot.querySelector(".card, .programme, [data-rank]")) await new Promise((next) => setTimeout(next));
      element.remove();
      await null;
    }
    window.news.length = 0;
  }, [times, kinds]);

/** Nodes, listeners and bytes of the program that a page has once nothing is under way. */
async function measure(page, session) {
  await page.waitForTimeout(500);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { nodes, jsEventListeners, bytes: await page.evaluate(() => window.memory.buffer.byteLength) };
}

const STAYS = '<pace-goal id="stays" channel="alpha"></pace-goal>';

test("lists and whole boards leave nothing behind either", async ({ page, site }) => {
  test.slow();
  const kinds = ["pace-leaderboard", "pace-board"];
  await keepMemory(page);
  await page.goto(hostPage(site, `${STAYS}<section></section>`));
  await page.waitForFunction(() => window.Paceboard && window.news);
  const session = await page.context().newCDPSession(page);
  await addAndRemove(page, 40, kinds);
  const before = await measure(page, session);
  await addAndRemove(page, 160, kinds);
  const after = await measure(page, session);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(100);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThanOrEqual(10);
  // A board that stayed would take some 100 KB.
  expect(after.bytes - before.bytes).toBeLessThanOrEqual(8 * 65_536);
});

for (const [name, stays, script] of [["beside one that stays", STAYS, ""], ["alone, each with a token", "", TOKENS]]) {
  test(`a thousand times added and removed leave nothing behind, ${name}`, async ({ page, site }) => {
    test.slow();
    await keepMemory(page);
    await page.goto(hostPage(site, `${stays}<section></section>`, { script }));
    await page.waitForFunction(() => window.Paceboard && window.news);
    const session = await page.context().newCDPSession(page);
    await addAndRemove(page, 100);
    const before = await measure(page, session);
    await addAndRemove(page, 900);
    const after = await measure(page, session);
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThanOrEqual(10);
    // The allocator rounds up by pages; an element that stayed would take some 7 KB.
    expect(after.bytes - before.bytes).toBeLessThanOrEqual(4 * 65_536);
  });
}
