// The elements in pages of others: whatever such a page does, they look and work as on a plain one.
import { pageOfOthers, plainPolicy } from "./support/pages.mjs";
import { expect, test } from "./support/test.mjs";

const NAMES = ["pace-rank", "pace-goal", "pace-programme", "pace-leaderboard"];

/** Opens a page and waits until each of these elements has painted real data. */
async function open(page, url, names = NAMES) {
  await page.goto(url);
  const painted = (names) => names.every((name) => window.news.some((one) => one.name === "ready" && one.from === name));
  await page.waitForFunction(painted, names, { timeout: 60_000 });
}

/** What an element shows and how: its words and the style of each thing in it that a page could spoil. */
function look(page, name) {
  return page.locator(name).evaluate((element) => {
    const spoilt = ["direction", "display", "fontSize", "fontStyle", "fontWeight", "letterSpacing", "lineHeight", "textTransform", "textAlign", "whiteSpace", "wordSpacing", "borderTopWidth", "paddingTop", "color", "cursor"];
    const things = [...element.shadowRoot.querySelectorAll(".pace *")].filter((thing) => thing.namespaceURI.endsWith("xhtml"));
    return things.map((thing) => {
      const style = getComputedStyle(thing);
      return [thing.localName, thing.className, ...spoilt.map((property) => style[property])].join(" ");
    });
  });
}

async function looks(page) {
  const all = {};
  for (const name of NAMES) all[name] = await look(page, name);
  return all;
}

/** The heading and figure of the goal's card. */
async function expectGoal(page, name, toDate) {
  const card = page.getByTestId("goal-card");
  await expect(card.getByRole("heading")).toHaveText(name);
  await expect(card.getByTestId("goal-to-date")).toHaveText(toDate);
}

test("a plain page that enforces no Trusted Types", async ({ page, site }) => {
  await open(page, pageOfOthers(site, "plain", { policy: plainPolicy }));
  await expectGoal(page, "Beta Store", "¥900");
});

for (const name of ["hostile-unset", "hostile-large", "right-to-left"]) {
  test(`elements look the same in the page ${name}`, async ({ page, site }) => {
    await open(page, pageOfOthers(site, "plain"));
    const plain = await looks(page);
    expect(Math.min(...NAMES.map((name) => plain[name].length))).toBeGreaterThan(5);
    await open(page, pageOfOthers(site, name));
    expect(await looks(page)).toEqual(plain);
    await expectGoal(page, "Beta Store", "¥900");
  });
}

test("a page that changes its theme takes the elements and their charts along", async ({ page, site }) => {
  await open(page, pageOfOthers(site, "theme"));
  const card = page.getByTestId("goal-card");
  const colour = () => card.evaluate((element) => getComputedStyle(element).color);
  const chart = page.locator("pace-programme canvas").first();
  const pixels = () => chart.evaluate((canvas) => canvas.toDataURL());
  const [light, drawn] = [await colour(), await pixels()];
  expect(light).toBe("rgb(34, 26, 16)");
  await page.locator("#dark").click();
  await expect.poll(colour).toBe("rgb(244, 236, 221)");
  await expect.poll(pixels).not.toBe(drawn);
});

test("another wasm-bindgen app on the page keeps working, and so do the elements", async ({ page, site }) => {
  await open(page, pageOfOthers(site, "neighbour"));
  const said = page.locator("#said");
  await page.locator("#press").click();
  await expect(said).toHaveText("邻居 neighbour: 1");
  await page.locator("pace-goal").evaluate((element) => (element.channel = "alpha"));
  await expectGoal(page, "Alpha Store", "¥1.50K");
  await page.locator("#press").click();
  await expect(said).toHaveText("邻居 neighbour: 2");
});

for (const framework of ["react", "vue"]) {
  test(`a page in ${framework} sets attributes, hears events, takes elements away and brings them back`, async ({ page, site }) => {
    const names = ["pace-goal", "pace-leaderboard"];
    await open(page, pageOfOthers(site, framework), names);
    await expectGoal(page, "Beta Store", "¥900");
    await expect(page.locator("#ready")).toHaveText("1");
    await page.locator("#other").click();
    await expectGoal(page, "Alpha Store", "¥1.50K");
    await page.locator("pace-leaderboard").getByText("Gamma Store").click();
    await expect(page.locator("#selected")).toHaveText("gamma");
    const list = page.locator("pace-leaderboard");
    const set = () => list.evaluate((element) => ["window", "density", "height", "refresh"].map((name) => element.getAttribute(name)));
    expect(await set()).toEqual(["7d", "compact", "400", null]);
    expect(await list.evaluate((element) => [element.offsetHeight, element.getState().includes("window=7d")])).toEqual([400, true]);
    await page.locator("#often").click();
    await expect.poll(set).toEqual(["7d", "compact", "400", "60"]);
    expect(await list.evaluate((element) => typeof element.refresh)).toBe("function");
    await list.evaluate((element) => element.refresh());
    await page.locator("#often").click();
    await expect.poll(set).toEqual(["7d", "compact", "400", null]);
    await page.locator("#toggle").click();
    await expect(page.locator("pace-goal")).toHaveCount(0);
    await page.locator("#toggle").click();
    await expectGoal(page, "Alpha Store", "¥1.50K");
    await expect(page.locator("#ready")).toHaveText("2");
  });
}
