// The rank through the year, the next place in money and days, peers, who rises, whom a partner
// brings over the line next.
import { json } from "./support/answers.mjs";
import { detail, expectQuery, open, openDocument } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count, share, yuanZh } from "./support/words.mjs";

const channelOf = (id) => sample.channels.find((channel) => channel.id === id);
const RECENT = { from: "2021-12-04", to: sample.TOMORROW };

test("the rank at the end of each week, of the channel and its neighbours", async ({ page }) => {
  await open(page, "./?focus=c0900&open=ranks");
  const section = detail(page).locator("section", { has: page.getByTestId("fold-ranks") });
  await section.getByTestId("chart-table-button").click();
  const table = await section.getByTestId("chart-table").getByRole("row").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(table).toHaveLength(1 + 40);
  expect(table[0]).toHaveLength(1 + 7);
  const place = table[0].indexOf(channelOf("c0900").name);
  const rank = (to) => sample.board({ window: { from: sample.YEAR.from, to } }).find((row) => row.id === "c0900").rank;
  const at = (day) => table.find(([name]) => name === day)[place];
  expect(at("6月30日")).toBe(count(rank("2021-07-01")));
  expect(at("12月31日")).toBe(count(rank(sample.TOMORROW)));
  await expect(section.getByTestId("chart-stage")).toHaveAttribute("aria-valuetext", new RegExp(`^12月31日：${channelOf("c0900").name} ${count(rank(sample.TOMORROW))}`));
});

test("the next place costs so much and takes so many days; peers are those of the category", async ({ page }) => {
  await open(page, "./?focus=c0900");
  const board = sample.board();
  const own = board.find((row) => row.id === "c0900");
  const above = board.filter((row) => row.value > own.value).at(-1);
  const gap = above.value - own.value;
  const closing = sample.total(own.channel, RECENT) - sample.total(above.channel, RECENT);
  const days = closing > 0 ? `按近 28 天的速度约 ${count(Math.ceil(((gap + 1) * 28) / closing))} 天超过` : "按近 28 天的速度追不上";
  await expect(detail(page).getByTestId("overtake")).toHaveText(`距上一名还差 ${yuanZh(gap)}；${days}`);
  const peers = board.filter((row) => row.channel.category === own.channel.category);
  const [below, same] = [peers.filter((row) => row.value < own.value).length, peers.filter((row) => row.value === own.value).length - 1];
  const rank = 1 + peers.filter((row) => row.value > own.value).length;
  const category = sample.document.categories[own.channel.category].name;
  const words = `“${category}”类目 ${count(peers.length)} 个直播间中排第 ${count(rank)} 名，超过其中 ${share(2 * below + same, 2 * (peers.length - 1))}`;
  await expect(detail(page).getByTestId("peers")).toHaveText(words);
});

test("who rises: by amount and by share, against the window that the board compares with", async ({ page }) => {
  await open(page, "./?window=28d&against=last-year&feed=improved");
  const lines = page.getByTestId("crossed").getByRole("listitem");
  const before = { from: "2020-12-04", to: "2021-01-01" };
  const gains = sample.channels.map((channel) => ({ id: channel.id, name: channel.name, value: sample.total(channel, RECENT) - sample.total(channel, before) }));
  const [first] = sample.ranked(gains);
  await expect(lines.first()).toContainText(first.name, { timeout: 60_000 });
  await expect(lines.first()).toContainText(`+${yuanZh(first.value)}`);
  await expect(page.locator(".feed__about")).toHaveText("2021年12月4日–12月31日，对比 2020年12月4日–12月31日");
  await lines.first().getByRole("button").click();
  await expectQuery(page, { window: "28d", against: "last-year", feed: "improved", focus: first.id });
  await page.getByTestId("feed-choice").selectOption("fastest");
  const shares = await page.locator(".feed__note").allInnerTexts();
  const share = shares.map((text) => Number.parseFloat(text.split("· +")[1].replace(",", "")));
  expect(share.length).toBeGreaterThan(10);
  expect(share).toEqual([...share].sort((a, b) => b - a));
});

test("without an earlier window nobody is said to rise", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&feed=improved");
  await expect(page.locator(".programme__feed")).toContainText("对比时段的数据不全，无从比较");
});

test("a partner's cheapest next crossings, and where partners land", async ({ page, site }) => {
  await open(page);
  await expect(page.getByTestId("others-over")).toHaveText(/^机构达标 \d+ \/ 200\s家；年末预计 \d+\s家，80%\s概率在 \d+–\u2060?\d+ 之间$/, { timeout: 60_000 });
  const channels = [[150, 0], [90, 0], [40, 0], [10, 1]].map(([amount, partner], at) => ({ id: "abcd"[at], partner, gmv: Array(10).fill(amount) }));
  await openDocument(page, site, json(sales({ channels })), "&focus=partner:p1");
  const lines = detail(page).getByTestId("cheapest").getByRole("listitem");
  // b has sold 900 of 1,000 by 10 April, 90 a day; c lacks 600 at 40 a day.
  await expect(lines).toHaveText(["b还差 ¥100，4月12日", "c还差 ¥600，4月25日"]);
  await lines.first().getByRole("button").click();
  await expectQuery(page, { source: "data.json", focus: "b" });
});
