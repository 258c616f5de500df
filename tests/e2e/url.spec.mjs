// The address holds the whole view: reload, Back, Forward and a copied link show the same.
import { expectCount, expectQuery, expectTop, heading, open, openMenu, rowOf, search } from "./support/board.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";

const FULL = "?window=2021-06-01..2021-07-01&category=beauty,food&status=over,behind&q=a&sort=progress&focus=c1374&plan=linear&lang=en&currency=USD&theme=dark&chart=daily";

/** What can be seen of the view, ages and clock times left out. */
async function view(page) {
  const text = await page.getByRole("main").innerText();
  const theme = await page.locator("html").getAttribute("data-theme");
  return { text, theme, lang: await page.locator("html").getAttribute("lang") };
}

test("a reload shows the same view", async ({ page }) => {
  await open(page, `./${FULL}`);
  await expect(page.getByTestId("detail")).toBeVisible();
  await page.waitForLoadState("networkidle");
  const before = await view(page);
  expect(before.theme).toBe("dark");
  await page.reload();
  await expect(page.getByTestId("detail")).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => view(page)).toEqual(before);
  expect(new URL(page.url()).search).toBe(FULL);
});

test("Back and Forward walk through the views", async ({ page }) => {
  await open(page);
  await openMenu(page, /^时间/).then((panel) => panel.getByRole("button", { name: /^近 7\s天/ }).click());
  await expectQuery(page, { window: "7d" });
  await heading(page, "progress").getByRole("button").click();
  await expectQuery(page, { window: "7d", sort: "-progress" });
  await rowOf(page, await firstId(page)).click();
  await expect(page.getByTestId("detail")).toBeVisible();

  await page.goBack();
  await expect(page.getByTestId("detail")).toHaveCount(0);
  await expectQuery(page, { window: "7d", sort: "-progress" });
  await page.goBack();
  await expect(heading(page, "value")).toHaveAttribute("aria-sort", "descending");
  await page.goBack();
  await expectTop(page, sample.board(), 5);
  await expectQuery(page, {});
  await page.goForward();
  await page.goForward();
  await expect(heading(page, "progress")).toHaveAttribute("aria-sort", "descending");
  await page.goForward();
  await expect(page.getByTestId("detail")).toBeVisible();
});

test("hidden columns are in the address: Back, reload and a link keep them", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  const panel = await openMenu(page, "显示");
  await panel.getByRole("button", { name: "近 12 周", exact: true }).click();
  await expectQuery(page, { hide: "trend,gap" });
  await panel.getByRole("button", { name: "节奏", exact: true }).click();
  await expectQuery(page, { hide: "trend,pace,gap" });
  await expect(heading(page, "pace")).toBeHidden();
  await page.goBack();
  await expect(heading(page, "pace")).toBeVisible();
  await expect(heading(page, "trend")).toBeHidden();
  await page.reload();
  await expect(heading(page, "pace")).toBeVisible({ timeout: 60_000 });
  await expect(heading(page, "trend")).toBeHidden();
  await page.goto("./?hide=none");
  await expect(heading(page, "gap")).toBeVisible({ timeout: 60_000 });
});

const firstId = (page) => page.getByTestId("leaderboard-row").first().getAttribute("data-channel-id");

test("a word typed into the search is one step back, not one for each letter", async ({ page }) => {
  await open(page, "./?category=beauty");
  await search(page).pressSequentially("meizhuang");
  await expectQuery(page, { category: "beauty", q: "meizhuang" });
  await page.goBack();
  await expectQuery(page, { category: "beauty" });
  await expect(search(page)).toHaveValue("");
});

test("defaults are left out, what is not understood is ignored", async ({ page }) => {
  await open(page, "./?window=soon&sort=colour&lang=tlh&theme=neon&currency=doge&status=famous&nonsense=1&as_of=yesterday&focus=%00&q=");
  await expectTop(page, sample.board(), 5);
  await expectCount(page, sample.channels.length);
  await openMenu(page, /^时间/).then((panel) => panel.getByRole("button", { name: /^近 28\s天/ }).click());
  await expectQuery(page, { window: "28d" });
});

test("an unknown row in the address opens nothing and breaks nothing", async ({ page }) => {
  await open(page, "./?focus=c9999");
  await expectTop(page, sample.board(), 5);
  await expect(page.getByTestId("detail").getByTestId("detail-to-date")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("a copied link shows a colleague the same view", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "./?window=7d&category=food&sort=progress&focus=c1374");
  await page.getByTestId("share").click();
  await expect(page.getByTestId("share")).toContainText("已复制");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  await page.waitForLoadState("networkidle");
  const before = await view(page);

  const colleague = await context.newPage();
  await colleague.goto(link);
  await expect(colleague.getByTestId("detail")).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => view(colleague)).toEqual(before);
});

test("a clipboard that is denied is said to be", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
  });
  await open(page);
  await page.getByTestId("share").click();
  await expect(page.getByTestId("share")).toContainText("没能复制");
});

test("clearing the search is a step of its own, and Back brings the word again", async ({ page }) => {
  await open(page);
  await search(page).pressSequentially("be");
  await expectQuery(page, { q: "be" });
  await search(page).press("Escape");
  await expectQuery(page, {});
  await search(page).pressSequentially("ga");
  await expectQuery(page, { q: "ga" });
  await page.goBack();
  await expectQuery(page, {});
  await page.goBack();
  await expectQuery(page, { q: "be" });
  await page.goBack();
  await expectQuery(page, {});
});

test("letters typed after another step are a step of their own", async ({ page }) => {
  await open(page);
  await search(page).pressSequentially("a");
  await expectQuery(page, { q: "a" });
  await heading(page, "progress").getByRole("button").click();
  await expectQuery(page, { q: "a", sort: "-progress" });
  await search(page).press("End");
  await search(page).pressSequentially("l");
  await expectQuery(page, { q: "al", sort: "-progress" });
  await page.goBack();
  await expectQuery(page, { q: "a", sort: "-progress" });
  // What Back leads to is no word that is being typed.
  await search(page).press("End");
  await search(page).pressSequentially("b");
  await page.goBack();
  await expectQuery(page, { q: "a", sort: "-progress" });
});
