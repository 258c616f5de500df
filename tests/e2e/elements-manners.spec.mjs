// Elements as guests: what belongs to the page around is left to it.
import { hostPage, news } from "./support/host.mjs";
import { expect, test } from "./support/test.mjs";

test("Escape in a list closes what the list has open, then the page's dialog around it", async ({ page, site }) => {
  await page.goto(hostPage(site, '<dialog><button>OK</button><pace-leaderboard loading="eager"></pace-leaderboard></dialog>', { style: "dialog { width: 700px }" }));
  await page.waitForFunction(() => window.of);
  await page.evaluate(() => document.querySelector("dialog").showModal());
  await news(page, "ready");
  const dialog = page.locator("dialog");
  const list = page.getByTestId("leaderboard-scroll");
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list.locator('[aria-selected="true"]')).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(list.locator('[aria-selected="true"]')).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the page's title is the only first heading, with all elements on it", async ({ page, site }) => {
  await page.goto(hostPage(site, '<h1>Portal</h1><pace-board loading="eager"></pace-board><pace-leaderboard loading="eager"></pace-leaderboard>'));
  await news(page, "ready", 2);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(["Portal"]);
  await expect(page.locator("pace-board").getByRole("heading", { level: 2, name: /Paceboard/ })).toBeVisible();
});

for (const [locale, day, checked] of [["en", "As of 10 Apr 2021", /Checked \d\d?:\d\d/], ["zh-CN", "数据截至 2021年4月10日", /检查于 \d\d?:\d\d/]]) {
  test(`each element says how fresh its figures are (${locale})`, async ({ page, site }) => {
    const names = ["pace-goal", "pace-rank", "pace-programme", "pace-leaderboard"];
    const body = names.map((name) => `<${name} channel="beta" loading="eager"></${name}>`).join("");
    await page.goto(hostPage(site, body, { configuration: { locale }, style: "body > * { width: 560px }" }));
    await news(page, "ready", names.length);
    for (const name of names) {
      const element = page.locator(name);
      await expect(element.getByTestId("checked"), name).toHaveText(checked);
      await expect(element.getByTestId("checked"), name).toBeVisible();
      const short = name === "pace-goal" || name === "pace-rank";
      await expect(element, name).toContainText(short ? day.replace(/ 2021$|2021年/, "") : day);
    }
    for (const name of names.slice(2)) {
      await page.locator(name).evaluate((element) => (element.style.width = "360px"));
      await expect(page.locator(name).getByTestId("checked")).toBeVisible();
      await expect(page.locator(name).getByTestId("as-of")).toBeVisible();
    }
  });
}
