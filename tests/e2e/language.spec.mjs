// Chinese and English, switched without a reload.
import { json } from "./support/answers.mjs";
import { open, openDocument, openMenu, search } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";
import { CHINESE } from "./support/words.mjs";

/** All words of the page: text, and what is read aloud or shown on hover. The switch itself is 中. */
function words(page) {
  return page.evaluate(() => {
    const attributes = ["aria-label", "title", "placeholder", "aria-valuetext", "alt"];
    const read = (element) => attributes.map((name) => element.getAttribute(name)).filter(Boolean);
    const root = document.body.cloneNode(true);
    for (const switchOrHidden of root.querySelectorAll("script, noscript, #paceboard-panic")) switchOrHidden.remove();
    const texts = [document.title];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    for (const element of root.querySelectorAll("*")) texts.push(...read(element));
    return texts.map((text) => text.trim()).filter((text) => text && text !== "中");
  });
}

const chinese = async (page) => (await words(page)).filter((text) => CHINESE.test(text));
const english = (page) => page.getByRole("button", { name: "EN", exact: true });

// Latin names everywhere, so that whatever is Chinese is the page's own.
function latin() {
  const document = sales({ categories: [{ id: "beauty", name: "Beauty" }] });
  document.channels.partner = [0, 0, 1, null];
  document.channels.category = [0, 0, 0, null];
  document.channels.province = ["North", "South", "North", null];
  document.events = [{ kind: "fest", name: "Fest", from: "2021-04-02", to: "2021-04-04" }, { kind: "later", name: "Later", from: "2021-06-01", to: "2021-06-04" }];
  document.series.net = document.series.gmv;
  document.series.minutes = document.series.gmv;
  return document;
}

test("English leaves no Chinese on the page, and no reload is needed", async ({ page, site }) => {
  await openDocument(page, site, json(latin()), "&focus=gamma");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  expect((await chinese(page)).length).toBeGreaterThan(20);
  await page.evaluate(() => (window.stillHere = true));
  await english(page).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle(/Paceboard/);
  await expect.poll(() => chinese(page)).toEqual([]);
  expect(await page.evaluate(() => window.stillHere)).toBe(true);

  await page.getByRole("button", { name: "中", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  expect((await chinese(page)).length).toBeGreaterThan(20);
});

const states = {
  "every menu": async (page) => {
    for (const title of [/^Dates/, "Metric", "Category", "Partner", "Province", "Status", "Display", "What if"]) {
      await openMenu(page, title);
      expect(await chinese(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
  },
  "help": async (page) => page.keyboard.press("?"),
  "every section opened": async (page) => {
    for (const fold of ["ranks", "moved", "year", "distribution", "trust", "concentration"]) await page.getByTestId(`fold-${fold}`).click();
  },
  "what is assumed": async (page) => page.goto(`${page.url()}&assume_goal=12000&assume_target=5&assume_growth=-500`),
  "an empty board": async (page) => {
    await search(page).fill("nobody");
    await expect(page.getByTestId("leaderboard-empty")).toBeVisible();
  },
  "the charts' tables": async (page) => {
    // Where there is less room, an open detail takes that of the head's chart.
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const button of await page.getByTestId("chart-table-button").all()) await button.click();
  },
  "the partners' board": async (page) => page.getByRole("button", { name: "Partners", exact: true }).click(),
  "the daily chart": async (page) => page.getByRole("button", { name: "Daily", exact: true }).click(),
  "a sum over minutes": async (page) => openMenu(page, "Metric").then((panel) => panel.getByRole("button").last().click()),
};
for (const [name, show] of Object.entries(states)) {
  test(`in English ${name} holds no Chinese`, async ({ page, site }) => {
    await openDocument(page, site, json(latin()), "&lang=en&focus=gamma&as_of=2021-04-09");
    await show(page);
    await expect.poll(() => chinese(page)).toEqual([]);
  });
}

test.describe("when the source fails", () => {
  test.use({ expectedErrors: failedRequest });

  for (const [name, answer] of Object.entries({
    "a missing document": (_request, response) => response.writeHead(404).end(),
    "a busy server": (_request, response) => response.writeHead(503).end(),
    "a broken document": json({ ...latin(), version: "9.0" }),
    "a wrong figure": json({ ...latin(), series: { first_day: "2021-04-01", days: 10, gmv: [["x"]] } }),
  })) {
    test(`English words for ${name}`, async ({ page, site }) => {
      site.answer("data.json", answer);
      await page.goto(site.page("?source=data.json&lang=en"));
      await expect(page.getByTestId("fault")).toBeVisible({ timeout: 60_000 });
      expect(await chinese(page)).toEqual([]);
    });
  }
});

test("on the sample English shows aliases in Latin letters wherever there are some", async ({ page }) => {
  await open(page, "./?lang=en");
  const row = page.getByTestId("leaderboard-row").first();
  await expect(row.locator(".cell-name small")).not.toHaveText(CHINESE);
  const panel = await openMenu(page, "Category");
  expect((await panel.locator(".item-label").allInnerTexts()).filter((name) => CHINESE.test(name))).toEqual([]);
  await page.keyboard.press("Escape");
  const windows = await openMenu(page, /^Dates/);
  expect((await windows.getByRole("button").allInnerTexts()).filter((name) => CHINESE.test(name))).toEqual([]);
});

test.describe("a browser in English", () => {
  test.use({ locale: "en-GB" });

  test("starts in English without being asked", async ({ page, site }) => {
    await openDocument(page, site, json(latin()));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(await chinese(page)).toEqual([]);
  });
});

test.describe("a browser in a language that the page does not speak", () => {
  test.use({ locale: "de-DE" });

  test("gets one of the two, whole", async ({ page, site }) => {
    await openDocument(page, site, json(latin()));
    const lang = await page.locator("html").getAttribute("lang");
    expect(["en", "zh-CN"]).toContain(lang);
  });
});

test("figures are in 万 and 亿 in Chinese, in K, M and B in English", async ({ page }) => {
  await open(page);
  await expect(page.getByTestId("totals")).toContainText("¥5,109亿");
  await english(page).click();
  await expect(page.getByTestId("totals")).toContainText("¥510.9B");
});
