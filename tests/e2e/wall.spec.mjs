// A screen on a wall. Time is told by the test, so nothing waits for a page to turn.
import { json } from "./support/answers.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { expectQuery, open, openDocument, openMenu } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { yuanZh } from "./support/words.mjs";

const HALL = { width: 1920, height: 1080 };
const PAGE_MS = 12_000;

const wall = (page) => page.getByTestId("wall");
const lines = (page) => wall(page).getByRole("listitem");
const number = (page) => wall(page).getByTestId("wall-page");
/** From here on only the test moves the time; until then pages load by the real one. */
const stopTime = async (page) => page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
const onPage = (page, at, of) => expect(number(page)).toHaveAttribute("aria-label", new RegExp(`^第\\s${at}\\s页，共\\s${of}\\s页$`));

test.use({ viewport: HALL });

test("pages turn by themselves, by keys, and stand still when paused", async ({ page }) => {
  await page.clock.install();
  await open(page);
  await expect(page.getByTestId("landing")).toContainText("80%", { timeout: 60_000 });
  await stopTime(page);
  await (await openMenu(page, "显示")).getByRole("button", { name: "大屏模式" }).click();
  await expectQuery(page, { wall: "1" });
  await expect(wall(page).getByTestId("told-over")).toHaveText("1,350");
  await onPage(page, 1, 6);
  await page.clock.runFor(PAGE_MS);
  await onPage(page, 2, 6);
  const board = sample.board();
  await expect(lines(page)).toHaveCount(10);
  for (const [at, { rank, value, channel }] of board.slice(0, 10).entries()) {
    for (const text of [String(rank), channel.name, yuanZh(value)]) await expect(lines(page).nth(at)).toContainText(text);
  }
  // The longest bar is the largest value, as in the board.
  const fills = await lines(page).evaluateAll((all) => all.map((line) => Number(line.style.getPropertyValue("--fill"))));
  expect(fills).toEqual(board.slice(0, 10).map(({ value }) => Math.floor((value * 10_000) / board[0].value)));
  await expect(lines(page).first().locator(".wall__bar")).toBeVisible();
  await page.keyboard.press(" ");
  await expect(wall(page).getByRole("status")).toContainText("已暂停");
  await page.clock.runFor(3 * PAGE_MS);
  await onPage(page, 2, 6);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await onPage(page, 6, 6);
  await expect(wall(page).getByRole("heading", { name: /离目标最近/ })).toBeVisible();
  const nearest = board.map((row) => row.channel.goal - row.value).filter((gap) => gap > 0).sort((a, b) => a - b);
  for (const [at, gap] of nearest.slice(0, 10).entries()) await expect(lines(page).nth(at)).toContainText(yuanZh(gap));
  await wall(page).click();
  await page.clock.runFor(PAGE_MS);
  await onPage(page, 1, 6);
});

test("Escape and Back lead out, and w leads in", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.keyboard.press("w");
  await expect(wall(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(wall(page)).toHaveCount(0);
  await expectQuery(page, { source: "data.json" });
  await page.goBack();
  await expect(wall(page)).toBeVisible();
  await page.goBack();
  await expect(wall(page)).toHaveCount(0);
});

test("fresh figures come in their places: no line is built anew", async ({ page, site }) => {
  await openDocument(page, site, json(sales(), { etag: '"1"' }), "&wall=1");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press(" ");
  await expect(lines(page).first()).toContainText("¥1,500");
  const first = await lines(page).first().elementHandle();
  const channels = [{ id: "alpha", name: "Alpha Store", gmv: flat(160) }, { id: "beta", name: "Beta Store", gmv: flat(90) }];
  site.answer("data.json", json(sales({ channels }), { etag: '"2"' }));
  // Nobody can press it behind the screen; it stands for the feed's own clock.
  await page.getByTestId("refresh").dispatchEvent("click");
  await expect(lines(page).first()).toContainText("¥1,600");
  await expect(lines(page)).toHaveCount(2);
  expect(await first.evaluate((line) => line.isConnected && line.textContent.includes("¥1,600"))).toBe(true);
});

test("forty rounds of pages leave no trace in the page or in the program's memory", async ({ page }) => {
  await page.addInitScript(() => {
    const keep = ({ instance }) => (window.wasmMemory ??= Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory));
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...call) => {
        const made = await original.apply(WebAssembly, call);
        if (made.instance) keep(made);
        return made;
      };
    }
  });
  await page.clock.install();
  const pending = new Set();
  page.on("request", (request) => pending.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => pending.delete(request));
  await open(page, "./?wall=1");
  await expect(wall(page).getByTestId("landing")).toContainText("80%", { timeout: 60_000 });
  await stopTime(page);
  const here = await number(page).getAttribute("aria-label");
  const state = () => page.evaluate(() => [document.querySelectorAll("*").length, window.wasmMemory.buffer.byteLength]);
  // Text nodes that say nothing come and go with the page, so the same page is looked at.
  const rounds = async (count) => {
    for (let turn = 0; turn < 6 * count; turn += 1) {
      await page.clock.runFor(PAGE_MS);
      // The page looks for news every five of its minutes, which pass faster here than an answer comes.
      await expect.poll(() => pending.size).toBe(0);
    }
    await expect(number(page)).toHaveAttribute("aria-label", here);
  };
  await rounds(3);
  const before = await state();
  await rounds(40);
  expect(await state()).toEqual(before);
});

test("without goals it is the board alone", async ({ page, site }) => {
  const document = sales({ programme: { name: "Spring programme", metric: "gmv" } });
  await openDocument(page, site, json(document), "&wall=1");
  await onPage(page, 1, 1);
  await expect(lines(page)).toHaveCount(4);
  await expect(wall(page).getByText("状态")).toBeHidden();
  await expect(lines(page).locator(".wall__status").filter({ visible: true })).toHaveCount(0);
  await expect(wall(page).getByRole("heading")).toContainText(/第\s1\u2060?–\u2060?4\s名/);
  await openDocument(page, site, json(sales({ channels: [{ id: "alpha", gmv: flat(150) }] })), "&wall=1");
  await page.keyboard.press("ArrowRight");
  await expect(wall(page).getByRole("heading", { name: /第\s1\s名/ })).toBeVisible();
});

test("the board's page says which days it sums and which rows it keeps", async ({ page, site }) => {
  const channels = ["alpha", "beta", "gamma"].map((id, at) => ({ id, gmv: flat(150 - at), category: Math.min(at, 1) }));
  await openDocument(page, site, json(sales({ channels })), "&wall=1");
  await onPage(page, 1, 4);
  await page.keyboard.press("ArrowRight");
  const small = wall(page).getByRole("heading").locator("small").last();
  await expect(small).toHaveText(/^满格/);
  await page.goto(site.page("?source=data.json&wall=1&window=7d&category=food&q=a"));
  await onPage(page, 1, 4);
  await page.keyboard.press("ArrowRight");
  await expect(small).toHaveText(/^近\s7\s天 · 食品 · a · 满格/);
});

test("a long name is cut at the foot, the day is seen whole", async ({ page, site }) => {
  const document = sales();
  document.programme.name = "Long name ".repeat(11).trim();
  await openDocument(page, site, json(document), "&wall=1&lang=en");
  const day = wall(page).locator(".wall__whose > span");
  await expect(day).toContainText("10 Apr 2021");
  const [{ x, width }, name] = [await day.boundingBox(), await wall(page).locator(".wall__whose > bdi").evaluate((it) => [it.scrollWidth, it.clientWidth])];
  expect(x + width).toBeLessThan(HALL.width);
  expect(name[0]).toBeGreaterThan(name[1]);
  expect(await wall(page).evaluate((it) => it.scrollWidth)).toBe(HALL.width);
});

for (const [name, query, size] of [["zh", "", HALL], ["en, dark", "&lang=en&theme=dark", HALL], ["phone", "", { width: 375, height: 812 }], ["laptop, en", "&lang=en", { width: 1440, height: 900 }], ["old tablet", "", { width: 1024, height: 768 }]]) {
  test(`nothing is cut off on any page, and all of it is accessible (${name})`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.clock.install();
    await open(page, `./?wall=1${query}`);
    await expect(wall(page).getByTestId("landing")).toContainText("80%", { timeout: 60_000 });
    for (let at = 0; at < 6; at += 1) {
      const cut = await wall(page).evaluate((wall) => {
        const foot = wall.querySelector(".wall__foot").getBoundingClientRect();
        const texts = [...wall.querySelectorAll(".wall__page p, .wall__page li, .wall__title")].filter((it) => it.checkVisibility());
        const poster = wall.querySelector(".poster").getBoundingClientRect();
        const figures = [...wall.querySelectorAll(".programme__figures")].filter((it) => it.checkVisibility() && it.getBoundingClientRect().top < poster.top);
        return figures.length ? ["figures"] : texts.filter((it) => it.getBoundingClientRect().bottom > foot.top + 1 || it.getBoundingClientRect().right > innerWidth).map((it) => it.textContent);
      });
      expect(cut).toEqual([]);
      await expectAccessible(page, '[data-testid="wall"]');
      await page.keyboard.press("ArrowRight");
    }
  });
}
