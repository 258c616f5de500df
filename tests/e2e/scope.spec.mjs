// Documents that hold only some of the programme's channels: what they say of all, and what they
// leave unsaid.
import { json } from "./support/answers.mjs";
import { detail, openDocument } from "./support/board.mjs";
import { hostPage, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

// Year to date a has 600 and b 120.
const CHANNELS = [{ id: "a", name: "Store A", gmv: [100, 200, 300] }, { id: "b", name: "Store B", gmv: [50, null, 70] }];
const PROGRAMME = { name: "Scoped programme", metric: "gmv", channel_goal: 500, target_channels: 2000 };
const ranked = (rank) => ({ channels: 2400, ranks: [{ first_day: "2021-04-01", days: 3, rank }] });
const scoped = (scope, changes) => sales({ channels: CHANNELS, programme: PROGRAMME, as_of: "2021-04-03T23:59:59+08:00", scope, ...changes });

for (const [lang, behind, first] of [["en", "¥480 behind #40", "First of all"], ["zh", "距第 40 名还差 ¥480", "当前排名第一"]]) {
  test(`nobody is first but by the rank that is given, and gaps are to the rank they end at (${lang})`, async ({ page, site }) => {
    const next = detail(page).getByTestId("overtake");
    const open = (scope, focus) => openDocument(page, site, json(scoped(scope)), `&lang=${lang}&focus=${focus}`);
    await open(ranked([40, 1500]), "b");
    await expect(next).toContainText(behind);
    await expect(detail(page).getByTestId("peers")).toBeEmpty();
    await open(ranked([40, 1500]), "a");
    await expect(detail(page).getByTestId("rank")).toContainText("2,400");
    await expect(next).toBeEmpty();
    await expect(detail(page).getByTestId("peers")).toBeEmpty();
    await open({ channels: 2400 }, "a");
    await expect(detail(page).getByTestId("rank")).toContainText(lang === "en" ? "#1" : "第 1 名");
    await expect(next).toBeEmpty();
    await open(ranked([1, 1500]), "a");
    await expect(next).toHaveText(first);
  });
}

test("a card's next place is that of a rank, and a comparison has the ranks that are given", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-rank channel="a" loading="eager"></pace-rank>', { document: scoped(ranked([40, 1500])) }));
  await news(page, "ready");
  const card = page.getByTestId("rank-card");
  await expect(card.getByTestId("rank-now")).toHaveText("#40");
  await expect(card.getByTestId("rank-next")).toBeEmpty();
  await page.locator("pace-rank").evaluate((element) => (element.channel = "b"));
  await expect(card.getByTestId("rank-next")).toContainText("¥480 behind #40");
  await openDocument(page, site, json(scoped(ranked([40, 1500]))), "&lang=en&compare=a,b&compare_as=cumulative");
  await expect(page.getByTestId("comparison-facts").locator("tbody tr").first().getByRole("cell")).toHaveText(["40", "1,500"]);
});

test("a count that nobody gives is a dash, and without one there is neither chart nor verdict", async ({ page, site }) => {
  await openDocument(page, site, json(scoped({ channels: 2400 })), "&lang=en");
  await expect(page.getByTestId("told-over")).toHaveText("–");
  await expect(page.getByTestId("programme-figures")).toContainText("of 2,000");
  for (const hook of ["crossed-week", "verdict"]) await expect(page.getByTestId(hook)).toHaveText("");
  await expect(page.locator(".programme__chart")).toBeHidden();
  await expect(page.getByTestId("programme-figures")).not.toContainText(/\b0\b|None/);
});

test("who crossed in a week is not known where the count before it is not", async ({ page, site }) => {
  const document = (history) =>
    scoped({ channels: 2400 }, {
      as_of: "2021-05-10T23:59:59+08:00",
      channels: [{ id: "a", gmv: Array(40).fill(100) }],
      programme_history: history.map(([date, channels_over]) => ({ date, channels_over })),
    });
  await openDocument(page, site, json(document([["2021-05-05", 100], ["2021-05-10", 150]])), "&lang=en");
  await expect(page.getByTestId("told-over")).toHaveText("150");
  await expect(page.getByTestId("crossed-week")).toHaveText("");
  await openDocument(page, site, json(document([["2021-05-03", 100], ["2021-05-10", 150]])), "&lang=en");
  await expect(page.getByTestId("crossed-week")).toHaveText("+50 in the last 7 days");
  // On a past day it is what was known by then; the channels that are here are no count of all.
  await openDocument(page, site, json(document([["2021-05-03", 100], ["2021-05-10", 150]])), "&lang=en&as_of=2021-05-04");
  await expect(page.getByTestId("told-over")).toHaveText("100");
  await expect(page.getByTestId("landing")).toHaveText("");
});

test("an element of the programme says as little", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-programme loading="eager"></pace-programme>', { document: scoped({ channels: 2400 }) }));
  await news(page, "ready");
  await expect(page.getByTestId("told-over")).toHaveText("–");
  await expect(page.getByTestId("crossed-week")).toHaveText("");
  await expect(page.locator("pace-programme")).not.toContainText("0 channels");
});
