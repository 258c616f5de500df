// The other board: partners, and the head that tells of them.
import { json } from "./support/answers.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { expectCount, expectQuery, expectStill, expectTop, open, openDocument, rowOf } from "./support/board.mjs";
import { plusDays } from "./support/days.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { dateZh, share, yuanZh } from "./support/words.mjs";

test("partners are ranked by the sums of their channels, against their own goals", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "机构", exact: true }).first().click();
  const expected = sample.partnerBoard();
  await expectTop(page, expected, 15);
  await expectCount(page, expected.length);
  await expectQuery(page, { board: "partners" });
  for (const { id, value, partner } of expected.slice(0, 5)) {
    const members = sample.channels.filter((channel) => sample.partnerOf(channel) === id);
    await expect(rowOf(page, id).locator(".cell-name")).toContainText(partner.name);
    await expect(rowOf(page, id).locator(".cell-partner")).toHaveText(String(members.length));
    await expect(rowOf(page, id).locator(".cell-progress")).toHaveText(share(value, sample.partnerGoal(partner)));
  }
});

test("a partner's detail lists its channels, and leads to the board of them alone", async ({ page }) => {
  await open(page, "./?board=partners");
  // What is still to come moves what stands below it, a button under the mouse too.
  await expect(page.getByTestId("landing")).toContainText("80%", { timeout: 60_000 });
  const { id, partner } = sample.partnerBoard()[2];
  const members = sample.board({ among: sample.channels.filter((channel) => sample.partnerOf(channel) === id) });
  await rowOf(page, id).click();
  const detail = page.getByTestId("detail");
  await expect(detail.getByRole("heading", { level: 2 })).toHaveText(partner.name);
  const list = page.getByTestId("members");
  await expect(list.getByRole("listitem")).toHaveCount(Math.min(10, members.length));
  await expectStill(list);
  if (members.length > 10) await list.getByTestId("members-all").click();
  await expect(list.getByRole("listitem")).toHaveCount(members.length);
  const over = members.filter((row) => row.value >= row.channel.goal).length;
  await expect(list.getByRole("heading")).toContainText(new RegExp(`\\b${over}\\b.*\\b${members.length}\\b|\\b${members.length}\\b.*\\b${over}\\b`));
  await expect(list.getByRole("listitem").first()).toContainText(members[0].channel.name);
  await expect(list.getByRole("listitem").first()).toContainText(yuanZh(members[0].value));

  await list.getByRole("button", { name: /只看/ }).click();
  await expectTop(page, members, Math.min(10, members.length));
  await expectCount(page, members.length);
  await expect.poll(() => new URL(page.url()).searchParams.get("partner")).toBe(id);
});

test("from a channel to its partner and to another channel of it", async ({ page }) => {
  await open(page, "./?focus=c0001");
  const detail = page.getByTestId("detail");
  const partner = sample.document.partners[sample.channels[0].partner];
  await expect(detail).toContainText(partner.name);
  // What is still to come moves what stands below it, a button under the mouse too.
  await expect(page.getByTestId("landing")).toContainText("80%", { timeout: 60_000 });
  await expectStill(detail.getByRole("button", { name: "查看机构" }));
  await detail.getByRole("button", { name: "查看机构" }).click();
  await expect(detail.getByRole("heading", { level: 2 })).toHaveText(partner.name);
  await expectStill(page.getByTestId("members"));
  await page.getByTestId("members").getByRole("button").nth(1).click();
  await expect(detail.getByRole("heading", { level: 2 })).not.toHaveText(partner.name);
});

test("a filter by category keeps partners with such a channel, their figures stay whole", async ({ page, site }) => {
  const channels = [
    { id: "a", gmv: flat(10), partner: 0, category: 0 },
    { id: "b", gmv: flat(20), partner: 0, category: 1 },
    { id: "c", gmv: flat(40), partner: 1, category: 1 },
  ];
  await openDocument(page, site, json(sales({ channels })), "&board=partners&category=beauty");
  await expectTop(page, [{ rank: 1, id: "p1", value: 300 }]);
  await expectCount(page, 1);
});

test("a document without partners has none to show, and says so", async ({ page, site }) => {
  const document = sales({ partners: [] });
  site.answer("data.json", json(document));
  await page.goto(site.page("?source=data.json&board=partners"));
  await expect(page.getByTestId("leaderboard-empty")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("others-over")).toBeEmpty();
});

const head = (page) => page.locator(".programme");
const feed = (page) => page.getByTestId("crossed").getByRole("listitem");

/** Figures of each partner by day of `[from, to)`, and its goal. */
function partnersDaily(window) {
  const sums = sample.document.partners.map(() => Array((Date.parse(window.to) - Date.parse(window.from)) / 86_400_000).fill(0));
  for (const channel of sample.channels.filter(({ partner }) => partner !== null)) {
    for (const [day, figure] of sample.daily(channel, window).entries()) sums[channel.partner][day] += figure ?? 0;
  }
  return sample.document.partners.map((partner, index) => ({ ...partner, goal: sample.partnerGoal(partner), figures: sums[index] }));
}

const crossings = (window) => partnersDaily(window).map((partner) => ({ ...partner, day: sample.crossing(partner.figures, partner.goal, window.from) }));
const toDate = { from: sample.YEAR.from, to: sample.TOMORROW };

test("on the board of partners the burn-up draws partners: this year, last year, target, fan and landing", async ({ page }) => {
  await open(page);
  await expect(head(page).getByRole("heading", { name: "累计达标的直播间数" })).toBeVisible();
  await page.getByRole("button", { name: "机构", exact: true }).first().click();
  await expect(head(page).getByRole("heading", { name: "累计达标的机构数" })).toBeVisible();
  const days = crossings(toDate).map(({ day }) => day).filter((day) => day !== null);
  const lastYear = crossings({ from: "2020-04-01", to: "2021-04-01" }).map(({ day }) => day).filter((day) => day !== null);
  await expect(page.getByTestId("told-over")).toHaveText(String(days.length));
  await expect(page.getByTestId("programme-figures")).toContainText("已达标的机构（1亿元或自定目标）");
  await expect(page.getByTestId("programme-figures")).toContainText("/ 200 家");
  await expect(page.getByTestId("landing")).toHaveText(/^年末预计 \d+\s家，80%\s概率在 \d+–\u2060?\d+ 之间；达到 200\s家的概率/, { timeout: 60_000 });
  await expect(page.getByTestId("others-over")).toHaveText(/^直播间达标 1,350 \/ 2,000\s个；年末预计 1,\d{3}\s个，80%\s概率在/);
  await expect(head(page).locator("figcaption")).toContainText(`截至 ${dateZh(sample.TODAY)}，${days.length} 家机构达标。目标 200 家。去年同日`);

  await head(page).getByTestId("chart-table-button").click();
  const table = head(page).getByTestId("chart-table");
  await expect(table.getByRole("columnheader")).toHaveText(["日期", "今年", "计划", "去年", "预计", "80% 区间"]);
  const counted = (crossed, day) => crossed.filter((other) => other <= day).length;
  for (const day of ["2021-06-20", "2021-11-11", sample.TODAY]) {
    const cells = table.getByRole("row").filter({ hasText: dateZh(day) }).locator("td");
    await expect(cells.nth(0)).toHaveText(String(counted(days, day)));
    await expect(cells.nth(2)).toHaveText(String(counted(lastYear, plusDays(day, -365))));
  }
  const landed = (await page.getByTestId("landing").innerText()).match(/\d+/)[0];
  await expect(table.getByRole("row").last().locator("td").nth(3)).toHaveText(landed);
  await head(page).getByTestId("chart-table-button").click();
  await expectAccessible(page, ".programme");
  await page.goBack();
  await expect(head(page).getByRole("heading", { name: "累计达标的直播间数" })).toBeVisible();
  await expect(page.getByTestId("told-over")).toHaveText("1,350");
});

test("at a past day the partners' forecast stands beside what came", async ({ page }) => {
  await open(page, "./?board=partners&as_of=2021-09-30");
  const now = crossings(toDate).filter(({ day }) => day !== null).length;
  await expect(page.getByTestId("landing")).toHaveText(new RegExp(`^2021年9月30日那天预计年末达到 \\d+\\s家机构（80% .*）；达到 200\\s家的概率.*；到 2021年12月31日：预计 \\d+\\s家机构，实际 ${now}\\s家机构$`), { timeout: 60_000 });
});

test("the lists in the head name partners, and open them", async ({ page }) => {
  await open(page, "./?board=partners");
  const names = new Map(sample.document.partners.map((partner) => [partner.name, partner]));
  const lately = crossings(toDate).filter(({ day }) => day > plusDays(sample.TODAY, -7)).sort((a, b) => (a.day < b.day ? 1 : -1));
  expect(lately.length).toBeGreaterThan(0);
  await expect(feed(page)).toHaveCount(lately.length);
  const shown = await feed(page).locator(".feed__name").allInnerTexts();
  expect(shown.toSorted()).toEqual(lately.map(({ name }) => name).toSorted());
  await expect(page.getByTestId("crossed-week")).toContainText(`近 7 天新增 ${lately.length} 家`);

  const choice = page.getByTestId("feed-choice");
  for (const [which, note] of [["expected", /^1月[1-7]日$/], ["falling", / → /]]) {
    await choice.selectOption(which);
    await expect(feed(page).first().locator(".feed__note")).toHaveText(note, { timeout: 60_000 });
    for (const name of await feed(page).locator(".feed__name").allInnerTexts()) expect([...names.keys()]).toContain(name);
  }
  await choice.selectOption("nearest");
  const missing = (name) => names.get(name) && crossings(toDate).find((partner) => partner.name === name);
  const nearest = missing(await feed(page).locator(".feed__name").first().innerText());
  const gap = nearest.goal - nearest.figures.reduce((sum, figure) => sum + figure, 0);
  await expect(feed(page).first().locator(".feed__note")).toContainText(`还差 ${yuanZh(gap)}`);
  await feed(page).first().getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("detail").getByRole("heading", { level: 2 })).toHaveText(nearest.name);
  await expectQuery(page, { board: "partners", feed: "nearest", focus: `partner:${nearest.id}` });
  await page.goBack();
  await expectQuery(page, { board: "partners", feed: "nearest" });
});

test("in English and on a phone the head says that it counts partners", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await open(page, "./?board=partners&lang=en&theme=dark");
  await expect(head(page).getByRole("heading", { name: "Partners over their goals, by day" })).toBeVisible();
  await expect(page.getByTestId("landing")).toHaveText(/^Lands at \d+ by the year’s end; 80% between \d+ and \d+; .* likely to reach 200$/, { timeout: 60_000 });
  await expect(head(page).locator("figcaption")).toContainText(/partners were over the line\. The target is 200\. On the same day last year it was \d+\. /);
  await expect(page.getByTestId("others-over")).toHaveText(/^1,350 of 2,000 channels over the line; lands at 1,\d{3} by/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

const spring = { name: "P", metric: "gmv", channel_goal: 1_000, target_channels: 3 };

test("partners without a goal of the programme leave the head to the channels", async ({ page, site }) => {
  const channels = [{ id: "a", gmv: flat(150), partner: 0 }, { id: "b", gmv: flat(90), partner: 1 }];
  await openDocument(page, site, json(sales({ channels, programme: spring })), "&board=partners");
  await expect(page.getByTestId("told-over")).toHaveText("1");
  await expect(head(page).getByRole("heading", { name: "累计达标的直播间数" })).toBeVisible();
  await expect(feed(page)).toHaveText(["a4月7日"]);
  await expect(page.getByTestId("others-over")).toBeEmpty();
});

test("too few partners land without a range, and the page says why; nobody crossed is said of partners", async ({ page, site }) => {
  const channels = [{ id: "a", gmv: flat(150), partner: 0 }, { id: "b", gmv: flat(20), partner: 1 }];
  const programme = { ...spring, partner_goal: 2_000, target_partners: 2 };
  await openDocument(page, site, json(sales({ channels, programme })), "&board=partners");
  await expect(page.getByTestId("told-over")).toHaveText("0");
  await expect(page.getByTestId("landing")).toHaveText("年末预计 2 家");
  await expect(page.getByTestId("landing-basis")).toContainText("没有去年的逐日数据");
  await expect(head(page).locator(".programme__feed")).toContainText("近 7 天没有机构达标");
  await expect(page.getByTestId("others-over")).toContainText("直播间达标 1 / 3 个");
  await page.goto(site.page("?source=data.json&board=partners&wall=1"));
  await expect(page.getByTestId("wall").getByTestId("told-over")).toHaveText("0", { timeout: 60_000 });
});
