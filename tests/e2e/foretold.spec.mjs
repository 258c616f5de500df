// A past day against what came, refunds that have not settled, and what if for one channel.
import { json } from "./support/answers.mjs";
import { detail, expectQuery, open, openDocument } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count } from "./support/words.mjs";

const came = (page) => detail(page).getByTestId("came");

test("at a past day the forecast made then stands beside what came, in words, line and table", async ({ page }) => {
  await open(page, "./?as_of=2021-09-30&focus=c0900");
  const channel = sample.channels.find(({ id }) => id === "c0900");
  // What came stands in the unit of what was foretold.
  const now = `¥${(sample.total(channel) / 1e8).toFixed(2)}亿`;
  const amount = "¥[\\d.,]+[万亿]";
  const sentence = `^2021年9月30日那天预计年末达到 ${amount}（80% 概率在 ${amount}–\u2060?${amount} 之间）；到 2021年12月31日：预计 ${amount}，实际 ${now}$`;
  await expect(came(page)).toHaveText(new RegExp(sentence), { timeout: 60_000 });
  await detail(page).getByTestId("chart-table-button").click();
  const table = detail(page).getByTestId("chart-table");
  const heads = await table.getByRole("columnheader").allInnerTexts();
  const last = table.getByRole("row").filter({ hasText: "2021年12月31日" }).locator("th, td").nth(heads.indexOf("后来实际"));
  await expect(last).toHaveText(`¥${count(sample.total(channel))}`);

  const over = sample.channels.filter((each) => sample.total(each) >= each.goal).length;
  const landing = page.getByTestId("landing");
  await expect(landing).toHaveText(new RegExp(`^2021年9月30日那天预计年末达到 [\\d,]+\\s个直播间（80% .*）；达到 2,000\\s个的概率.*；到 2021年12月31日：预计 [\\d,]+\\s个直播间，实际 ${count(over)}\\s个直播间$`));
  await page.getByRole("button", { name: "回到最新" }).click();
  await expect(landing).toHaveText(/^年末预计/);
  await expect(came(page)).toBeEmpty();
});

test("what was foretold on a past day heeds nothing that is assumed now", async ({ page }) => {
  await open(page, "./?as_of=2021-09-30&focus=c0900");
  await expect(came(page)).toHaveText(/80%/, { timeout: 60_000 });
  const said = await came(page).innerText();
  const landed = await page.getByTestId("landing").innerText();
  await page.goto("./?as_of=2021-09-30&focus=c0900&assume_growth=5000&assume_goal=8000&assume_target=5");
  await expect(page.getByTestId("assumed")).toBeVisible();
  await expect(came(page)).toHaveText(said, { timeout: 60_000 });
  await expect(page.getByTestId("landing")).toHaveText(landed);
});

test("a channel that is not in the data is said to be assumed nothing of", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&assume_growth=5000&assume_growth_of=nobody");
  await expect(page.getByTestId("assumed")).toContainText("“nobody”不在数据里");
});

test("a year that is over is said to have ended", async ({ page }) => {
  await open(page, "./?as_of=2020-12-31&focus=c0900");
  await expect(came(page)).toHaveText(/；全年实际为 ¥[\d.,]+[万亿]$/, { timeout: 60_000 });
});

/** Sales of 100 a day of which 80 are kept, 40 days long; refunds settle after 10. */
const netSales = () => {
  const document = sales({ channels: [{ id: "alpha", gmv: flat(100, 40) }, { id: "beta", gmv: flat(50, 40) }] });
  document.as_of = "2021-05-10T23:59:59+08:00";
  document.programme = { name: "Net", metric: "net", channel_goal: 10_000, target_channels: 1, refund_days: 10 };
  document.series.net = [[...flat(80, 30), ...flat(100, 10)], [...flat(40, 30), ...flat(50, 10)]];
  return document;
};

test("net sales whose refunds have not settled are marked on the days and said in words", async ({ page, site }) => {
  await openDocument(page, site, json(netSales()), "&focus=alpha&chart=daily&open=quality");
  // alpha: 1,000 are reported of the last ten days, 80 % of which older days have kept.
  await expect(detail(page).getByTestId("detail-immature")).toHaveText("2021年5月1日–5月10日的退款还没结清：净成交额现为 ¥1,000，预计最后剩 ¥800");
  await expect(page.getByTestId("immature")).toHaveText("2021年5月1日–5月10日的退款还没结清：净成交额现为 ¥1,500，预计最后剩 ¥1,200");
  const stage = detail(page).getByTestId("chart-stage");
  await stage.focus();
  await expect(stage).toHaveAttribute("aria-valuetext", /退款未结/);
  for (let day = 0; day < 10; day += 1) await page.keyboard.press("ArrowLeft");
  await expect(stage).not.toHaveAttribute("aria-valuetext", /退款未结/);
  await expect(page.getByTestId("quality")).toContainText("2021年5月1日–5月10日的净成交额退款未结");
  await expect(page.getByTestId("quality")).toContainText("计划依据（直播间数）：按天平均 2");
  // Of a day so long ago the document's own figures have settled.
  await page.goto(site.page("?source=data.json&as_of=2021-04-25&focus=alpha&chart=daily"));
  await expect(detail(page).getByTestId("detail-to-date")).toHaveText("¥2,000");
  await expect(page.getByTestId("immature")).toBeEmpty();
  await expect(detail(page).getByTestId("detail-immature")).toBeEmpty();
  await page.goto(site.page("?source=data.json&metric=gmv"));
  await expect(page.getByTestId("leaderboard-row").first()).toBeVisible();
  await expect(page.getByTestId("immature")).toBeEmpty();
  // Of less than nothing no part stays, and its sign stands beside it.
  const refunded = netSales();
  refunded.series.net[0].fill(-100, 30);
  await openDocument(page, site, json(refunded), "&focus=alpha");
  await expect(detail(page).getByTestId("detail-immature")).toHaveText("2021年5月1日–5月10日的退款还没结清：净成交额现为 −\u2060¥1,000，还会减少");
});

test("where gmv is missing, net sales are expected to stay as those of the others do, or nothing is said of it", async ({ page, site }) => {
  const document = netSales();
  document.series.gmv[1].fill(null);
  const opened = async () => {
    await openDocument(page, site, json(document), "&lang=en");
    return page.getByTestId("immature");
  };
  // alpha keeps 800 of 1,000, so beta 400 of 500.
  await expect(await opened()).toHaveText("Refunds of 1–10 May 2021 have not settled: net sales stand at ¥1.50K, about ¥1.20K of it is likely to stay");
  document.series.net[1].fill(150, 30);
  await expect(await opened()).toHaveText("Refunds of 1–10 May 2021 have not settled: net sales stand at ¥2.50K and will fall");
});

test("what if one channel alone sells more: its year, its mark, one press back", async ({ page }) => {
  await open(page, "./?focus=c0900");
  const projected = detail(page).getByTestId("projected");
  await expect(projected).toContainText("80%", { timeout: 60_000 });
  const [before, landing] = [await projected.textContent(), await page.getByTestId("landing").innerText()];
  const field = detail(page).getByLabel("这个直播间明天起销售额增减（%）");
  await field.fill("50");
  await field.press("Enter");
  await expectQuery(page, { focus: "c0900", assume_growth: "5000", assume_growth_of: "c0900" });
  await expect(projected).not.toHaveText(before);
  await expect(page.getByTestId("assumed")).toContainText("”明天起销售额 +50.0%");
  await expect(page.getByTestId("landing")).toContainText("年末预计");
  await page.goto("./?focus=c0901&assume_growth=5000&assume_growth_of=c0900");
  await expect(detail(page).getByTestId("what-if").getByRole("spinbutton")).toHaveValue("");
  await page.goto("./?focus=c0900&assume_growth=5000&assume_growth_of=c0900");
  await expect(field).toHaveValue("50", { timeout: 60_000 });
  await detail(page).getByTestId("assumed-line").getByRole("button", { name: "取消假设" }).click();
  await expectQuery(page, { focus: "c0900" });
  await expect(projected).toHaveText(before);
  await expect(page.getByTestId("landing")).toHaveText(landing);
});
