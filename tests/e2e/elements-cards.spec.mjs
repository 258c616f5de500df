// What the cards say, and that it is on the screen when they say that they are ready.
import { hostPage, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const DAYS = 740; // From 2 April 2019 to 10 April 2021: two whole years, and ten days of a third.
const GOAL = 480_000;

/** A year of ups and downs; other rates in the last 28 days and in the last ten. */
function course(base, seed, before = 1, now = 1) {
  const rate = (day) => (day >= DAYS - 10 ? now : day >= DAYS - 28 ? before : 1);
  const wave = (day) => 1 + 0.25 * Math.sin(day * 0.7 + seed) + 0.15 * Math.sin(day * 2.3 + seed * 2);
  return Array.from({ length: DAYS }, (_, day) => Math.round(base * wave(day) * rate(day)));
}

// Beta was first in the ten days before the year began, and is second since; of the last 28 days it
// has sold more a day than alpha.
const CHANNELS = [
  { id: "alpha", name: "Alpha Store", gmv: course(1500, 0) },
  { id: "beta", name: "Beta Store", gmv: course(1320, 1, 1.6, 1.1) },
  { id: "gamma", name: "Gamma Store", gmv: course(1400, 2, 1, 0.95) },
  { id: "delta", name: "Delta Store", gmv: course(1100, 3) },
  { id: "epsilon", name: "Epsilon Store", gmv: course(950, 4) },
  { id: "zeta", name: "Zeta Store", gmv: course(500, 5) },
];
const toDate = ({ gmv }) => gmv.slice(-10).reduce((sum, day) => sum + day, 0);
const inThousands = (amount) => `¥${(amount / 1000).toFixed(2)}K`;
const programme = { name: "Spring programme", metric: "gmv", channel_goal: GOAL, target_channels: 3 };

test("a rank's card: rank, change, neighbours, the next place in money and days, the goal, what it takes", async ({ page, site }) => {
  const document = sales({ channels: CHANNELS, firstDay: "2019-04-02", programme });
  await page.goto(hostPage(site, '<pace-rank channel="beta" loading="eager"></pace-rank>', { document }));
  await news(page, "ready");
  const card = page.getByTestId("rank-card");
  const [alpha, beta, gamma] = CHANNELS.map(toDate);
  await expect(card.getByTestId("rank-now")).toHaveText("#2");
  // Ranks keep away from names, and all names begin at one place.
  const apart = await card.locator(".neighbours__line").evaluateAll((lines) => lines.map((line) => [".neighbours__rank", ".neighbours__name"].map((part) => line.querySelector(part).getBoundingClientRect())).map(([rank, name]) => [name.left - rank.right, name.left]));
  expect(apart.length).toBeGreaterThan(1);
  for (const [gap] of apart) expect(gap).toBeGreaterThanOrEqual(8);
  expect(new Set(apart.map(([, left]) => Math.round(left))).size).toBe(1);
  await expect(card.locator(".card__change")).toHaveText("1");
  await expect(card.locator(".card__change")).toHaveAttribute("data-direction", "down");
  await expect(card).toContainText("of 6");
  await expect(card.getByTestId("rank-next")).toContainText(`${inThousands(alpha - beta)} behind the next rank; passed in about 4 days`);
  // Three below, as many above as there are.
  const lines = card.getByTestId("neighbours").getByRole("listitem");
  await expect(lines).toHaveText([/#1.*Alpha/, /#2.*Beta/, /#3.*Gamma/, /#4.*Delta/, /#5.*Epsilon/]);
  await expect(lines.nth(1)).toContainText(inThousands(beta));
  await expect(lines.nth(2)).toContainText(`−${inThousands(beta - gamma)}`);
  await expect(card.getByTestId("goal-to-date")).toHaveText(inThousands(beta));
  await expect(card).toContainText(`${((100 * beta) / GOAL).toFixed(1)}% of ¥480K`);
  // From 11 April to the end of March it is 355 days.
  await expect(card.getByTestId("rank-takes")).toHaveText(`${inThousands((GOAL - beta) / 355)} per ordinary day`);
  const bar = await card.locator(".card__bar").evaluate(({ style }) => ["--fill", "--tick"].map((name) => Number(style.getPropertyValue(name))));
  expect(bar[0]).toBe(Math.floor((10_000 * beta) / GOAL));
  await expect(card.getByTestId("goal-pace")).toContainText(`Pace ${(bar[0] / bar[1]).toFixed(2)}×`);
});

test("a card says how likely the goal is, where that is known", async ({ page, site }) => {
  const configuration = { sources: { main: { url: "sample.sales.json" } } };
  const cards = ["pace-rank", "pace-goal"].map((name) => `<${name} channel="c0007" loading="eager"></${name}>`).join("");
  await page.goto(hostPage(site, cards, { document: null, configuration }));
  await news(page, "ready", 2);
  for (const name of ["pace-rank", "pace-goal"]) {
    const card = page.locator(name);
    await expect(card.getByTestId("goal-pace")).toHaveText(/^Pace \d\.\d\d× · \d\d?% likely$/);
    await expect(card.getByTestId("goal-projected")).toHaveText(/^Year’s end ¥[\d.]+M \(¥[\d.]+M to ¥[\d.]+M\)$/);
  }
});

for (const name of ["pace-goal", "pace-rank", "pace-programme"]) {
  test(`${name} has painted its figure when it says that it is ready`, async ({ page, site }) => {
    await page.addInitScript(() => {
      window.paints = [];
      new PerformanceObserver((list) => window.paints.push(...list.getEntries().map((entry) => ({ at: entry.paintTime || entry.startTime, size: entry.size })))).observe({ type: "largest-contentful-paint", buffered: true });
      addEventListener("pace-ready", ({ timeStamp }) => (window.readyAt = timeStamp));
    });
    // Nothing on the page but the element, so that what is painted first is of the element.
    await page.goto(hostPage(site, `<${name} channel="beta" loading="eager"></${name}>`));
    await news(page, "ready");
    const figure = page.locator(name).locator("[part=figure]").first();
    const { width, height } = await figure.boundingBox();
    await expect.poll(() => page.evaluate(() => window.paints.length)).toBeGreaterThan(0);
    const { paints, readyAt } = await page.evaluate(() => ({ paints: window.paints, readyAt: window.readyAt }));
    const painted = paints.filter(({ at }) => at <= readyAt);
    expect(painted.length).toBeGreaterThan(0);
    expect(Math.max(...painted.map(({ size }) => size))).toBeGreaterThan((width * height) / 4);
    expect(await inked(page, await figure.screenshot())).toBeGreaterThan(0.02);
  });
}

/** What share of a picture is of the colour of text on a light page. */
function inked(page, png) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const drawing = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    drawing.drawImage(picture, 0, 0);
    const { data } = drawing.getImageData(0, 0, picture.width, picture.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) dark += data[at] < 90 && data[at + 1] < 90 && data[at + 2] < 90;
    return dark / (data.length / 4);
  }, png.toString("base64"));
}
