// What is likely to come, whom to look after, and what if. The figures themselves are tested in the
// core; here it is that they reach the screen, agree with each other and follow each other.
import { readFile } from "node:fs/promises";
import { json } from "./support/answers.mjs";
import { detail, expectQuery, open, openDocument, openMenu, rowOf, rows } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { yuanZh } from "./support/words.mjs";

const landing = (page) => page.getByTestId("landing");
const counts = (text) => [...text.matchAll(/[\d,]+/g)].map(([digits]) => Number(digits.replaceAll(",", "")));

/** Probabilities wait for last year's part. */
async function openWithOutlook(page, query = "") {
  await open(page, `./${query}`);
  await expect(landing(page)).toContainText(/80%/, { timeout: 60_000 });
}

test("the programme's landing stands beside the count, with a range and the odds of the target", async ({ page }) => {
  await openWithOutlook(page);
  const [expected, , low, high, target, odds] = counts(await landing(page).innerText());
  const over = Number((await page.getByTestId("told-over").innerText()).replace(",", ""));
  expect(low).toBeLessThan(expected);
  expect(expected).toBeLessThan(high);
  expect(over).toBeLessThan(low);
  expect(target).toBe(2000);
  expect(odds).toBeLessThanOrEqual(100);
});

test("each row has its probability, whoever is over the line is certain, and rows sort by it", async ({ page }) => {
  await openWithOutlook(page, "?sort=-reach");
  await expect(rows(page).first().locator(".cell-reach")).toHaveText("100%");
  await page.goto("./?sort=reach");
  await expect(rows(page).first().locator(".cell-reach")).toHaveText("<1%", { timeout: 60_000 });
  await page.goto("./?status=at-risk&sort=-reach");
  const first = rows(page).first();
  await expect(first.locator(".cell-reach")).toHaveText(/^\d\d%$/, { timeout: 60_000 });
  await expect(first.locator(".cell-status")).toHaveText("有风险");
  expect(Number.parseInt(await first.locator(".cell-reach").innerText(), 10)).toBeGreaterThanOrEqual(20);
});

test("the detail says where the year ends, how sure that is, when the line is crossed, and what it rests on", async ({ page }) => {
  await openWithOutlook(page, "?focus=c0900");
  // Around 1亿 the range is in the unit of its middle.
  await expect(detail(page).getByTestId("projected")).toHaveText(/^年末预计\s*¥9,[\d]+万\s*80% 区间 ¥9,\d+万–\u2060¥1\d,\d+万$/);
  await expect(detail(page).getByTestId("reach")).toHaveText(/^达标概率\s*[<>]?\d+%$/);
  await expect(detail(page).getByTestId("crossing")).toHaveText(/照此预计/);
  // What the range rests on is told to who asks; that there is none, to everybody.
  await expect(detail(page).getByTestId("basis")).toBeHidden();
  await detail(page).getByTestId("curve-level").locator("summary").click();
  await expect(detail(page).getByTestId("basis")).toBeVisible();
  await expect(detail(page).getByTestId("basis")).toContainText("去年同日");
  await expectQuery(page, { focus: "c0900", open: "basis" });
  await page.goBack();
  await expect(detail(page).getByTestId("basis")).toBeHidden();
  await page.goForward();
  await expect(detail(page).getByTestId("basis")).toBeVisible();
  await detail(page).getByTestId("chart-table-button").click();
  const table = detail(page).getByTestId("chart-table");
  await expect(table.getByRole("columnheader", { name: "80% 区间" })).toBeVisible();
  const last = await table.getByRole("row").last().innerText();
  expect(last).toMatch(/¥[\d,]+–¥[\d,]+$/);
});

test("without last year there is no range and no probability, and the page says why", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=beta");
  await expect(rowOf(page, "beta").locator(".cell-reach")).toHaveText("–");
  await expect(detail(page).getByTestId("basis")).toBeVisible();
  await expect(detail(page).getByTestId("basis")).toContainText("没有去年的逐日数据");
  await expect(detail(page).getByTestId("projected")).not.toContainText("80%");
  await expect(landing(page)).not.toContainText("80%");
  await expect(page.getByTestId("landing-basis")).toContainText("没有去年的逐日数据");
  await expect(page.locator(".board-note")).toContainText("没有去年的逐日数据");
  await page.goto(site.page("?source=data.json&compare=beta,alpha&compare_as=cumulative"));
  await expect(page.getByTestId("comparison-basis")).toContainText("没有去年的逐日数据");
});

/** So many channels with a whole last year, two partners, and goals that nobody reaches. */
const withLastYear = (count, goal = 1_000_000) => {
  const channels = Array.from({ length: count }, (_, index) => ({ id: `c${index}`, partner: index % 2, gmv: flat(90 + index, 375) }));
  const programme = { name: "P", metric: "gmv", channel_goal: goal, target_channels: 3, partner_goal: goal, target_partners: 1 };
  return sales({ channels, firstDay: "2020-04-01", programme });
};

test("too few rows are said to be too few, of channels and of partners, and nobody to land is said as well", async ({ page, site }) => {
  await openDocument(page, site, json(withLastYear(5)), "&open=trust");
  await expect(landing(page)).toHaveText("年末预计 0 个");
  await expect(page.getByTestId("landing-basis")).toContainText("去年有完整数据的直播间太少");
  await expect(page.getByTestId("trust-none")).toContainText("去年数据完整的直播间太少");
  await openDocument(page, site, json(withLastYear(12)), "&focus=partner:p1");
  await expect(landing(page)).toContainText("80%");
  // Beside the line that it is about.
  await expect(page.getByTestId("others-over").locator("+ li")).toHaveText(/^去年有完整数据的机构太少/);
  await expect(detail(page).getByTestId("basis")).toContainText("去年有完整数据的机构太少");
});

test("a band without a goal has its reason too", async ({ page, site }) => {
  const { channel_goal, partner_goal, ...programme } = withLastYear(12).programme;
  await openDocument(page, site, json({ ...withLastYear(12), programme }), "&focus=c3");
  await expect(detail(page).getByTestId("projected")).toContainText("80%");
  await expect(detail(page).getByTestId("basis")).toContainText("去年同日");
  await expect(landing(page)).toHaveCount(0);
});

test("figures of other metrics leave what is foretold as it is", async ({ page }) => {
  const worked = () => page.evaluate(() => performance.getEntriesByName("paceboard:outlook").length);
  await openWithOutlook(page, "?focus=c0900&window=28d");
  await page.waitForLoadState("networkidle");
  const before = await worked();
  await page.getByTestId("fold-moved").click();
  await expect(page.getByTestId("factors").getByRole("row")).toHaveCount(7, { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  expect(before).toBeGreaterThan(0);
  expect(await worked()).toBe(before);
});

test("the lists in the head: next to cross, slipped, falling; in the address, and by keys", async ({ page }) => {
  await openWithOutlook(page);
  const choice = page.getByTestId("feed-choice");
  const list = page.getByTestId("crossed").getByRole("listitem");
  await choice.selectOption("expected");
  await expectQuery(page, { feed: "expected" });
  await expect(list.first()).toContainText(/2022年1月|1月[1-7]日/);
  for (const day of await page.locator(".feed__note").allInnerTexts()) expect(day).toMatch(/^1月[1-7]日$/);
  await choice.selectOption("slipped");
  await expect(list.first()).toContainText(/12月(2[5-9]|3[01])日/);
  const slipped = Number((await page.getByTestId("crossed-week").innerText()).match(/(\d+)\s个未如期/)[1]);
  expect(slipped).toBe(await list.count());
  for (const day of await page.locator(".feed__note").allInnerTexts()) expect(day).toMatch(/^12月(2[5-9]|3[01])日$/);
  await expect(page.getByTestId("feed-about")).toHaveCount(0);
  await choice.selectOption("falling");
  await expect(list.first()).toContainText("→");
  await expect(page.getByTestId("feed-about")).toHaveText("达标概率：28 天前 → 当前");
  await list.first().getByRole("button").focus();
  await page.keyboard.press("ArrowDown");
  await expect(list.nth(1).getByRole("button")).toBeFocused();
  await page.goBack();
  await expect(choice).toHaveValue("slipped");
});

test("what if: everything follows, it is marked as an assumption, in the address, and one press takes it back", async ({ page }) => {
  await openWithOutlook(page);
  const before = counts(await landing(page).innerText())[0];
  const over = await page.getByTestId("told-over").innerText();
  const panel = await openMenu(page, "假设");
  await panel.getByLabel("明天起销售额增减（%）").fill("20");
  await panel.getByLabel("明天起销售额增减（%）").press("Enter");
  await expectQuery(page, { assume_growth: "2000" });
  await expect(page.getByTestId("assumed")).toContainText("+20.0%");
  await expect.poll(async () => counts(await landing(page).innerText())[0]).toBeGreaterThan(before);
  await expect(page.getByTestId("told-over")).toHaveText(over);

  await panel.getByLabel("目标（占原目标 %）").fill("200");
  await panel.getByLabel("目标（占原目标 %）").press("Enter");
  const doubled = sample.channels.filter((channel) => sample.total(channel, { from: "2021-04-01", to: sample.TOMORROW }) >= 2 * channel.goal).length;
  await expect(page.getByTestId("told-over")).toHaveText(doubled.toLocaleString("en-US"));

  await page.reload();
  await expect(page.getByTestId("told-over")).toHaveText(doubled.toLocaleString("en-US"), { timeout: 60_000 });
  await page.getByTestId("assumed").getByRole("button", { name: "取消假设" }).click();
  await expect(page.getByTestId("told-over")).toHaveText(over);
  await expectQuery(page, {});
});

test("a number out of range keeps what was assumed, and says the range", async ({ page }) => {
  await open(page);
  const panel = await openMenu(page, "假设");
  const type = async (name, text) => {
    await panel.getByLabel(name).press("Control+a");
    await panel.getByLabel(name).pressSequentially(text);
    await panel.getByLabel(name).press("Enter");
  };
  const growth = "明天起销售额增减（%）";
  await type(growth, "20");
  await expectQuery(page, { assume_growth: "2000" });
  for (const wrong of ["-150", "99999", "1.5", "-"]) {
    await type(growth, wrong);
    await expect(panel.getByText("请填 −100 到 10,000 的整数")).toBeVisible();
    await expect(panel.getByLabel(growth)).toHaveAccessibleDescription(/−100 到 10,000/);
    await expectQuery(page, { assume_growth: "2000" });
  }
  await type(growth, "30");
  await expectQuery(page, { assume_growth: "3000" });
  await expect(panel.getByText("请填 −100 到 10,000 的整数")).toBeHidden();
  await type("目标（占原目标 %）", "120");
  for (const wrong of ["0", "-5"]) {
    await type("目标（占原目标 %）", wrong);
    await expect(panel.getByText("请填 1 到 10,000 的整数")).toBeVisible();
    await expectQuery(page, { assume_growth: "3000", assume_goal: "12000" });
  }
  await page.goto("./?focus=c0900&assume_growth=3000");
  const one = page.getByTestId("detail").getByTestId("what-if");
  await expect(one).toContainText("会取代现在的假设：明天起销售额 +30.0%", { timeout: 60_000 });
  await one.getByRole("spinbutton").fill("10");
  await one.getByRole("spinbutton").press("Enter");
  await expectQuery(page, { focus: "c0900", assume_growth: "1000", assume_growth_of: "c0900" });
  await expect(one).not.toContainText("会取代");
});

test("what is assumed is marked wherever its figures are seen or taken away", async ({ page }) => {
  const words = /假设.*明天起销售额 \+50\.0%/;
  await open(page, "./?wall=1&assume_growth=5000");
  await expect(page.getByTestId("wall-assumed")).toHaveText(words);
  await page.goto("./?compare=c0900,c0901&compare_as=cumulative&assume_growth=5000");
  await expect(page.getByTestId("comparison").getByTestId("assumed-line")).toHaveText(words, { timeout: 60_000 });
  await page.setViewportSize({ width: 375, height: 812 });
  await open(page, "./?focus=c0900&assume_growth=5000");
  const line = page.getByTestId("detail").getByTestId("assumed-line");
  await expect(line).toBeInViewport();
  const picture = page.waitForEvent("download");
  await page.getByTestId("detail").getByTestId("chart-picture").click();
  expect((await picture).suggestedFilename()).toContain("_as-of-2021-12-31_assumed_");
  await line.getByRole("button", { name: "取消假设" }).click();
  await expectQuery(page, { focus: "c0900" });
  await expect(line).toHaveCount(0);
});

test("a table of assumed figures says so in its name and in every row", async ({ page }) => {
  await openWithOutlook(page, "?assume_growth=5000&category=beauty");
  const download = page.waitForEvent("download");
  await page.getByTestId("csv").click();
  expect((await download).suggestedFilename()).toMatch(/_as-of-2021-12-31_assumed\.csv$/);
  const [head, ...lines] = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(head).toMatch(/,假设$/);
  for (const line of lines) expect(line).toMatch(/明天起销售额 \+50\.0%"?$/);
});

test("who is foretold over the line soonest: what is missing, and the day, as the detail has it", async ({ page }) => {
  await openWithOutlook(page, "?feed=nearest");
  const lines = page.getByTestId("crossed").getByRole("listitem");
  await expect(lines).toHaveCount(100);
  const read = (text) => /^(.+)还差 (.+)，(?:(\d+)年)?(\d+)月(\d+)日$/.exec(text);
  const found = (await lines.allTextContents()).map(read);
  const days = found.map(([, , , year, month, day]) => Date.UTC(Number(year ?? (month > 3 ? 2021 : 2022)), month - 1, day));
  expect(days).toEqual(days.toSorted((one, next) => one - next));
  const [, name, missing, , month, day] = found[0];
  const channel = sample.channels.find((channel) => channel.name === name);
  expect(missing).toBe(yuanZh(channel.goal - sample.total(channel)));
  await lines.first().getByRole("button").click();
  await expect(detail(page).getByTestId("crossing")).toContainText(`${month}月${day}日`);
});
