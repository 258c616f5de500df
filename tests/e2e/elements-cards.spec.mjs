// What the cards say, and that it is on the screen when they say that they are ready.
import { json, status } from "./support/answers.mjs";
import { hostPage, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

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
  // An arrow says nothing to those who listen.
  await expect(card.locator(".card__change + .spoken")).toHaveText("down 1");
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
  await expect(card.getByTestId("rank-takes")).toHaveText(`${inThousands(Math.ceil((GOAL - beta) / 3550) * 10)} per ordinary day`);
  const bar = await card.locator(".card__bar").evaluate(({ style }) => ["--fill", "--tick"].map((name) => Number(style.getPropertyValue(name))));
  expect(bar[0]).toBe(Math.floor((10_000 * beta) / GOAL));
  await expect(card.getByTestId("goal-pace")).toContainText(`Pace ${(bar[0] / bar[1]).toFixed(2)}×`);
});

test.describe("a rank's card for other days", () => {
  // Beta is second of the year to date; of the last 28 days first, of the 28 before them fourth.
  const days = 'window="28d"';
  const open = (page, site, attributes, document, locale = "en") => page.goto(hostPage(site, `<pace-rank channel="beta" ${attributes} loading="eager"></pace-rank>`, { document, configuration: { locale } }));
  const own = (page) => page.getByTestId("rank-card");
  const rankInList = (document) => {
    const sum = ({ gmv }) => gmv.slice(-28).reduce((all, day) => all + day, 0);
    return [...document].sort((a, b) => sum(b) - sum(a)).findIndex(({ id }) => id === "beta") + 1;
  };

  for (const [locale, rank, said, by] of [
    ["en", (number) => `#${number}`, /14 Mar.*10 Apr 2021 · Change against 14 Feb.*13 Mar 2021/, "By year to date"],
    ["zh-CN", (number) => `第 ${number} 名`, /3月14日.*4月10日 · 名次对比 .*2月14日.*3月13日/, "按本财年累计"],
  ]) {
    test(`has the rank and the change of those days, and says so (${locale})`, async ({ page, site }) => {
      expect(rankInList(CHANNELS)).toBe(1);
      await open(page, site, days, sales({ channels: CHANNELS, firstDay: "2019-04-02", programme }), locale);
      await news(page, "ready");
      await expect(own(page).getByTestId("rank-now")).toHaveText(rank(1));
      await expect(own(page).getByTestId("rank-days")).toHaveText(said);
      await expect(own(page).getByTestId("rank-by")).toHaveText(by);
      await expect(own(page).locator(".card__change")).toHaveAttribute("data-direction", "up");
      // By year to date nothing needs saying but what the change is against.
      await page.locator("pace-rank").evaluate((element) => (element.window = "ytd"));
      await expect(own(page).getByTestId("rank-now")).toHaveText(rank(2));
      await expect(own(page).getByTestId("rank-days")).toHaveText(locale === "en" ? /^Change against 22–31 Mar 2021$/ : /^名次对比 .*3月22.*31日$/);
      await expect(own(page).getByTestId("rank-by")).toBeHidden();
    });
  }

  test("goes by the year to date, with no change, where only some channels are known and not ranked on those days", async ({ page, site }) => {
    const ranks = [{ first_day: "2021-04-01", days: 10, rank: [701, 702, 703, 704, 705, 706] }];
    const document = sales({ channels: CHANNELS, firstDay: "2019-04-02", programme, scope: { channels: 2400, ranks } });
    await open(page, site, days, document);
    await news(page, "ready");
    await expect(own(page).getByTestId("rank-now")).toHaveText("#702");
    await expect(own(page)).toContainText("of 2,400");
    await expect(own(page).locator(".card__change")).toBeEmpty();
    await expect(own(page).getByTestId("rank-days")).toHaveText("GMV · 1–10 Apr 2021");
  });
});

test("a neighbour that is pressed is told to the page, and the card stays about its own", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-rank channel="beta" loading="eager"></pace-rank>'));
  await news(page, "ready");
  const card = page.getByTestId("rank-card");
  for (const count of [1, 2]) {
    await card.getByRole("button", { name: /Gamma Store/ }).click();
    const told = await news(page, "select", count);
    expect(told.map(({ detail }) => detail)).toEqual(Array(count).fill({ kind: "channel", id: "gamma" }));
  }
  await expect(card.getByRole("heading")).toHaveText("Beta Store");
  expect(await page.locator("pace-rank").evaluate((element) => element.getState())).toBe("focus=beta&lang=en");
  await page.locator("pace-rank").evaluate((element) => (element.channel = "gamma"));
  await expect(card.getByRole("heading")).toHaveText("Gamma Store");
});

test.describe("a source that fails while a card has figures", () => {
  test.use({ expectedErrors: failedRequest });

  for (const [locale, said, retry] of [["en", "The data could not be updated", "Retry"], ["zh-CN", "数据没能更新", "重试"]]) {
    test(`takes the card one line, and leaves it with the next answer (${locale})`, async ({ page, site }) => {
      await page.goto(hostPage(site, '<pace-goal channel="beta" loading="eager"></pace-goal>', { configuration: { locale }, style: "pace-goal { width: 320px }" }));
      await news(page, "ready");
      const card = page.locator("pace-goal");
      const height = () => card.evaluate((element) => element.offsetHeight);
      const before = await height();
      site.answer("main.json", status(503));
      await card.evaluate((element) => element.refresh());
      await expect(card.getByRole("alert")).toHaveText(new RegExp(`^${said}\\s*${retry}$`), { useInnerText: true });
      expect(await height()).toBeLessThanOrEqual(before + 48);
      await expect(card.getByRole("button", { name: retry })).toBeVisible();
      site.answer("main.json", json(sales()));
      await card.evaluate((element) => element.refresh());
      await expect(card.getByRole("alert")).toBeHidden();
      await expect.poll(height).toBe(before);
    });
  }
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

for (const [locale, said] of [["en", /^Checked \d\d:\d\d$/], ["zh-CN", /^检查于 \d\d:\d\d$/]]) {
  test(`a card says when it was checked, however narrow it is (${locale})`, async ({ page, site }) => {
    const cards = ["goal", "rank"].map((kind) => `<pace-${kind} channel="beta" loading="eager"></pace-${kind}>`).join("");
    await page.goto(hostPage(site, cards, { configuration: { locale } }));
    await news(page, "ready", 2);
    for (const width of [200, 320, 359, 360]) {
      await page.evaluate((px) => document.querySelectorAll("pace-goal, pace-rank").forEach((card) => (card.style.width = `${px}px`)), width);
      for (const kind of ["pace-goal", "pace-rank"]) {
        const line = page.locator(kind).getByTestId("checked");
        await expect(line, `${kind} of ${width} px`).toBeVisible();
        await expect(line).toHaveText(said);
      }
    }
  });
}

for (const [locale, gaps, lack, noted] of [["en", "2 days without data", /refund/i, /Data quality/], ["zh-CN", "有 2 天缺数", /退/, /数据质量/]]) {
  test(`cards and lists say what the figures lack (${locale})`, async ({ page, site }) => {
    const gmv = [90, null, null, 90, 90, 90, 90, 90, 90, 90];
    const document = sales({ channels: [{ id: "beta", name: "Beta Store", gmv }, { id: "alpha", name: "Alpha Store", gmv: Array(10).fill(80) }] });
    document.series.net = [gmv, Array(10).fill(70)];
    document.programme = { ...document.programme, metric: "net", refund_days: 5 };
    const elements = ["goal", "rank"].map((kind) => `<pace-${kind} channel="beta" loading="eager"></pace-${kind}>`).join("");
    await page.goto(hostPage(site, `${elements}<pace-goal id="whole" channel="alpha" loading="eager"></pace-goal><pace-leaderboard loading="eager"></pace-leaderboard>`, { document, configuration: { locale } }));
    await news(page, "ready", 4);
    for (const kind of ["pace-goal:not(#whole)", "pace-rank"]) {
      await expect(page.locator(kind).getByTestId("card-lacks")).toContainText(gaps);
      await expect(page.locator(kind).getByTestId("card-lacks")).toContainText(lack);
    }
    await expect(page.locator("#whole").getByTestId("card-lacks")).not.toContainText(gaps);
    await expect(page.locator("pace-leaderboard").getByTestId("quality")).toContainText(noted);
  });
}

for (const [locale, lack] of [["en", "There is no data for 1–10 Apr 2021"], ["zh-CN", "2021年4月1日–4月10日没有数据"]]) {
  test(`cards of a channel that is all gaps say that there are no figures (${locale})`, async ({ page, site }) => {
    const document = sales({ channels: [{ id: "silent", gmv: Array(10).fill(null) }, { id: "alpha", gmv: Array(10).fill(80) }] });
    const elements = ["goal", "rank"].map((kind) => `<pace-${kind} channel="silent" loading="eager"></pace-${kind}>`).join("");
    await page.goto(hostPage(site, elements, { document, configuration: { locale } }));
    await news(page, "ready", 2);
    for (const kind of ["pace-goal", "pace-rank"]) {
      const card = page.locator(kind);
      await expect(card.getByTestId("goal-to-date")).toHaveText("–");
      await expect(card.locator(".card__share")).toHaveText(lack);
      await expect(card.locator(".status")).toBeHidden();
      for (const line of ["goal-pace", "goal-projected"]) await expect(card.getByTestId(line)).toBeEmpty();
      await expect(card.getByTestId("card-lacks")).toContainText("10");
      await expect(card).not.toContainText(/[¥]0/);
    }
    const rank = page.locator("pace-rank");
    await expect(rank.getByTestId("rank-now")).toHaveText("–");
    await expect(rank.getByTestId("neighbours").getByRole("button")).toHaveCount(0);
    for (const line of ["rank-next", "rank-takes"]) await expect(rank.getByTestId(line)).toBeEmpty();
  });
}
