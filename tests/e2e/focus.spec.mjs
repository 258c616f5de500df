// What leaves the page hands the keyboard on: never to nowhere.
import { json } from "./support/answers.mjs";
import { detail, expectQuery, open, openDocument, openMenu, rows, scroller, search } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const close = (page) => detail(page).getByTestId("detail-close");
const menuButton = (page, title) => page.locator(".filters").getByRole("button", { name: title });

test("a detail gives the keyboard back to the list or the line that opened it", async ({ page }) => {
  await open(page);
  await rows(page).nth(2).click();
  await close(page).click();
  await expect(detail(page)).toHaveCount(0);
  await expect(scroller(page)).toBeFocused();

  const line = page.getByTestId("crossed").getByRole("button").nth(1);
  await line.focus();
  await page.keyboard.press("Enter");
  await close(page).focus();
  await page.keyboard.press("Enter");
  await expect(detail(page)).toHaveCount(0);
  await expect(line).toBeFocused();

  await open(page, "./?focus=c0900");
  await close(page).click();
  await expect(detail(page)).toHaveCount(0);
  await expect(scroller(page)).toBeFocused();
});

test("what is no longer assumed, and the way back to today, leave the keyboard at their controls", async ({ page }) => {
  await open(page);
  const field = (await openMenu(page, "假设")).getByLabel("明天起销售额增减（%）");
  await field.fill("20");
  await field.press("Enter");
  await field.press("Escape");
  await page.getByTestId("assumed").getByRole("button", { name: "取消假设" }).click();
  await expect(page.getByTestId("assumed")).toHaveCount(0);
  await expect(menuButton(page, "假设")).toBeFocused();

  await open(page, "./?as_of=2021-11-05");
  await page.getByTestId("past").getByRole("button").click();
  await expect(page.getByTestId("past")).toHaveCount(0);
  await expect(page.getByTestId("timeline").getByRole("slider")).toBeFocused();
});

test("what a link has assumed leaves it with the board once it is taken back, and not in the header", async ({ page }) => {
  await open(page, "./?assume_goal=5000");
  await page.getByTestId("assumed").getByRole("button", { name: "取消假设" }).click();
  await expect(page.getByTestId("assumed")).toHaveCount(0);
  await expect(scroller(page)).toBeFocused();
});

test("the wall and the race give it back to the menu that opened them", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  for (const [name, hook] of [["排名竞速", "race"], ["大屏模式", "wall"]]) {
    await (await openMenu(page, "显示")).getByRole("button", { name }).press("Enter");
    await expect(page.getByTestId(hook)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    await expect(menuButton(page, "显示")).toBeFocused();
  }
});

test("the wall gives it back to where it was, and to nobody where nobody had it; the page stays where it is", async ({ page }) => {
  const expectNobody = async () => {
    await expect(page.getByTestId("wall")).toHaveCount(0);
    await page.waitForTimeout(200);
    await expect(page.locator("body")).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  };
  await open(page);
  await page.keyboard.press("w");
  await expect(page.getByTestId("wall")).toBeVisible();
  await page.keyboard.press("Escape");
  await expectNobody();
  await page.keyboard.press("w");
  await page.keyboard.press(" ");
  await page.getByTestId("wall").getByRole("button", { name: "关闭" }).click();
  await expectNobody();
  await scroller(page).focus();
  await page.keyboard.press("w");
  await expect(page.getByTestId("wall")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(scroller(page)).toBeFocused();
  await open(page, "./?wall=1");
  await page.keyboard.press("Escape");
  await expectNobody();
});

test("filters that go leave it with those that stay, or with the bar", async ({ page }) => {
  await open(page, "./?category=beauty&status=behind,at-risk");
  const chips = page.locator(".summary .chip");
  await chips.last().click();
  await expect(chips).toHaveCount(2);
  await expect(chips.last()).toBeFocused();
  await page.getByRole("button", { name: "清除全部筛选" }).click();
  await expect(chips).toHaveCount(0);
  await expect(page.locator(".filters :focus")).toHaveCount(1);

  await open(page, "./?category=beauty");
  await chips.click();
  await expect(chips).toHaveCount(0);
  await expect(page.locator(".filters :focus")).toHaveCount(1);
});

test("an empty list gives it back to the search, an emptied tray to the list", async ({ page }) => {
  await open(page);
  await search(page).fill("zzzz");
  const empty = page.getByTestId("leaderboard-empty");
  await empty.getByRole("button").first().click();
  await expect(empty).toHaveCount(0);
  await expectQuery(page, {});
  await expect(search(page)).toBeFocused();

  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("c");
  const tray = page.getByTestId("tray");
  await tray.getByRole("button", { name: "清空" }).click();
  await expect(tray).toHaveCount(0);
  await expect(scroller(page)).toBeFocused();

  await open(page, "./?compare=c0900,c0901");
  await tray.getByRole("button", { name: "清空" }).click();
  await expect(tray).toHaveCount(0);
  await expect(scroller(page)).toBeFocused();
});

for (const [width, height] of [[640, 450], [390, 800]]) {
  test(`a detail that covers the page has the keyboard, and nothing behind it can be reached (${width} × ${height})`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await openDocument(page, site, json(sales()));
    await scroller(page).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const heading = detail(page).getByRole("heading", { level: 2 });
    await expect(heading).toBeFocused();
    for (let tab = 0; tab < 40; tab += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest(".detail") !== null)).toBe(true);
    }
    await expect(page.getByRole("grid")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(detail(page)).toHaveCount(0);
    await expect(scroller(page)).toBeFocused();
    expect(await scroller(page).getAttribute("aria-activedescendant")).not.toBeNull();

    await openDocument(page, site, json(sales()), "&focus=beta");
    await expect(heading).toBeFocused();
    await close(page).click();
    await expect(scroller(page)).toBeFocused();
  });
}

test("a detail at the side has the keyboard, and makes way where that goes on to what it hides", async ({ page, site }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await openDocument(page, site, json(sales()));
  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(detail(page).getByRole("heading", { level: 2 })).toBeFocused();
  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(detail(page)).toBeVisible();
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  await expect(detail(page)).toBeVisible();
  const hidden = page.getByTestId("share");
  await hidden.focus();
  await expect(detail(page)).toHaveCount(0);
  await expect(hidden).toBeFocused();
});

test("beside the board a detail leaves the keyboard where it is", async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openDocument(page, site, json(sales()), "&focus=beta");
  await expect(detail(page)).toBeVisible();
  await expect(page.locator("body")).toBeFocused();
});
