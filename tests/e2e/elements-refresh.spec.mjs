// How often elements look at their source, by the attribute `refresh`, while the page's clock is turned.
import { hostPage, news } from "./support/host.mjs";
import { expect, test } from "./support/test.mjs";
import { pass, settle, stopClock } from "./support/tokens.mjs";

const goal = (id, refresh) => `<pace-goal id="${id}" channel="beta" loading="eager"${refresh === undefined ? "" : ` refresh="${refresh}"`}></pace-goal>`;
const looks = (site) => site.asked("main.json").length;

/** Opens a page with these elements when its clock stands, all of them drawn. */
async function open(page, site, body) {
  await stopClock(page);
  await page.goto(hostPage(site, body));
  for (const element of await page.locator("pace-goal").all()) await expect(element.getByTestId("goal-to-date")).toHaveText("¥900");
  expect(looks(site)).toBe(1);
}

/** How often the source was looked at in so many seconds. */
async function looksIn(page, site, seconds) {
  const before = looks(site);
  await pass(page, seconds);
  return looks(site) - before;
}

test("every so many seconds; without the attribute every five minutes again", async ({ page, site }) => {
  await open(page, site, goal("one", 60));
  expect(await looksIn(page, site, 130)).toBe(2);
  await page.locator("#one").evaluate((element) => (element.refreshEvery = null));
  expect(await looksIn(page, site, 270)).toBe(0);
  expect(await looksIn(page, site, 60)).toBe(1);
});

test("0 is never, from the start", async ({ page, site }) => {
  await open(page, site, goal("one", 0));
  expect(await looksIn(page, site, 1_200)).toBe(0);
  await page.locator("#one").evaluate((element) => element.setAttribute("refresh", "120"));
  expect(await looksIn(page, site, 30)).toBe(1);
});

test("one that never looks does not keep a neighbour from it", async ({ page, site }) => {
  await open(page, site, `${goal("never", 0)}${goal("usual")}`);
  expect(await looksIn(page, site, 290)).toBe(0);
  expect(await looksIn(page, site, 20)).toBe(1);
  expect(await looksIn(page, site, 300)).toBe(1);
  await page.locator("#usual").evaluate((element) => element.remove());
  expect(await looksIn(page, site, 900)).toBe(0);
});

test("one that seldom looks does not slow a neighbour, one that often does hastens it", async ({ page, site }) => {
  await open(page, site, `${goal("seldom", 3_600)}${goal("usual")}`);
  expect(await looksIn(page, site, 310)).toBe(1);
  await page.locator("#seldom").evaluate((element) => (element.refresh = 60));
  expect(await looksIn(page, site, 120)).toBe(2);
});

test("fractions are rounded up; what is no number, or less than nothing, asks for nothing", async ({ page, site }) => {
  await open(page, site, goal("one", 59.5));
  expect(await looksIn(page, site, 125)).toBe(2);
  for (const odd of ["-5", "soon", ""]) {
    await page.locator("#one").evaluate((element, odd) => element.setAttribute("refresh", odd), odd);
    await page.locator("#one").evaluate((element) => element.refresh());
    expect(await looksIn(page, site, 285), odd).toBe(0);
    expect(await looksIn(page, site, 30), odd).toBe(1);
  }
});

test("refresh() starts an element that is far from the screen", async ({ page, site }) => {
  const style = "#far { margin-top: 9000px }";
  await page.goto(hostPage(site, '<pace-goal id="far" channel="beta"></pace-goal>', { style }));
  await page.waitForFunction(() => window.Paceboard);
  await settle(page);
  expect(looks(site)).toBe(0);
  await page.locator("#far").evaluate((element) => element.refresh());
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
  expect(looks(site)).toBe(1);
  await news(page, "ready");
});
