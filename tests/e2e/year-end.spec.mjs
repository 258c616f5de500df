// The head at its edges: what is assumed reaches every figure, a year that is over is told of as
// such, and where nobody has a goal nothing is said of goals.
import { json } from "./support/answers.mjs";
import { open, openDocument } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const part = (page, name) => page.getByTestId(name);
const SLOW = { timeout: 60_000 };

test("sales that are assumed to stop leave the total where it is", async ({ page }) => {
  await open(page, "./?assume_growth=-10000");
  await expect(part(page, "projected-total")).toHaveText("全年总额预计 ¥5,109亿", SLOW);
  await expect(part(page, "landing")).toContainText("年末预计 1,350 个");
});

test("goals of partners follow what is assumed of goals", async ({ page, site }) => {
  const channels = [
    { id: "alpha", partner: 0, gmv: flat(100) },
    { id: "beta", partner: 1, gmv: flat(60) },
  ];
  const programme = { name: "Spring", metric: "gmv", channel_goal: 1000, target_channels: 2, partner_goal: 1000, target_partners: 2 };
  await openDocument(page, site, json(sales({ channels, programme })), "&board=partners");
  await expect(part(page, "told-over")).toHaveText("1");
  await page.goto(site.page("?source=data.json&board=partners&assume_goal=5000"));
  await expect(part(page, "told-over")).toHaveText("2");
});

test("a year that is over has ended somewhere, and met its target or missed it", async ({ page }) => {
  await open(page, "./?as_of=2021-03-31");
  await expect(part(page, "landing")).toHaveText("本财年以 1,008 个收官", SLOW);
  await expect(page.locator(".verdict__word")).toHaveText("未完成目标");
  await expect(part(page, "projected-total")).toHaveText("全年总额 ¥4,331亿");
  await expect(part(page, "landing-basis")).toHaveText("");
});

test("what is as likely as not is too close to call, and a way ahead that falls short says why", async ({ page }) => {
  await open(page, "./?assume_target=1858");
  await expect(page.locator(".verdict__word")).toHaveText("能否完成尚难断定", SLOW);
  await page.goto("./");
  await expect(page.locator(".verdict__sentence")).toHaveText(/^比计划多 17\s个，.*，但其余离达标尚远。$/, SLOW);
});

test("without goals nothing is said of crossings, targets and who is near", async ({ page, site }) => {
  const programme = { name: "Spring", metric: "gmv", target_channels: 2 };
  await openDocument(page, site, json(sales({ programme })));
  await expect(part(page, "programme-figures")).toContainText("没有设目标");
  await expect(page.locator(".programme__target")).toHaveText("");
  for (const name of ["crossed-week", "needed"]) await expect(part(page, name)).toHaveText("");
  await expect(part(page, "verdict")).toHaveCount(0);
  await expect(part(page, "feed-choice")).toHaveValue("improved");
  await expect(part(page, "feed-choice").locator("option:not([hidden])")).toHaveCount(2);
});

test("sums beyond 64 bits are not foretold, and nothing wraps round", async ({ page, site }) => {
  const most = 2 ** 53 - 1;
  const channels = ["alpha", "beta", "gamma"].map((id) => ({ id, gmv: flat(most) }));
  await openDocument(page, site, json(sales({ channels })));
  await expect(part(page, "told-over")).toHaveText("3");
  await expect(part(page, "landing")).not.toHaveText("");
  await expect(part(page, "projected-total")).toHaveText("");
});
