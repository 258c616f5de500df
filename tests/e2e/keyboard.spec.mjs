// All of it without a mouse.
import { json } from "./support/answers.mjs";
import { detail, expectInList, expectQuery, open, openDocument, rowOf, scroller, search, shownIds } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";

const board = sample.board();

/** The row that the list says the keyboard is on. */
async function activeId(page) {
  return scroller(page).evaluate((list) => document.getElementById(list.getAttribute("aria-activedescendant"))?.dataset.channelId ?? null);
}
const expectActive = (page, id) => expect.poll(() => activeId(page)).toBe(id);

/** Where the keyboard is, in a word or two. */
const focused = (page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    return it.dataset.testid ?? (it.id || it.getAttribute("aria-label") || it.textContent.trim() || it.tagName);
  });

test("arrows, pages and ends walk the rows, Enter opens and Escape closes", async ({ page }) => {
  await open(page);
  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await expectActive(page, board[0].id);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expectActive(page, board[2].id);
  await page.keyboard.press("ArrowUp");
  await expectActive(page, board[1].id);
  await page.keyboard.press("End");
  await expectActive(page, board.at(-1).id);
  await expectInList(page, board.at(-1).id);
  await page.keyboard.press("PageUp");
  await expect.poll(() => activeId(page)).not.toBe(board.at(-1).id);
  const above = await activeId(page);
  expect(board.findIndex((row) => row.id === above)).toBeLessThan(board.length - 5);
  await page.keyboard.press("Home");
  await expectActive(page, board[0].id);
  await page.keyboard.press("Enter");
  await expect(detail(page)).toBeVisible();
  await expectQuery(page, { focus: board[0].id });
  await page.keyboard.press("Escape");
  await expect(detail(page)).toHaveCount(0);
  await expect(scroller(page)).toBeFocused();
});

test("with the detail open the arrows and Enter go on to the next row", async ({ page }) => {
  await open(page);
  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(detail(page)).toBeVisible();
  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expectQuery(page, { focus: board[1].id });
});

test("/ goes to the search from anywhere, Escape empties it, and Tab leads to the list", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("gam/ma");
  await expect(search(page)).toHaveValue("gam/ma");
  await expect.poll(() => shownIds(page)).toEqual(["gamma"]);
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveValue("");
  await expect.poll(async () => (await shownIds(page)).length).toBe(4);
});

test("Escape closes the detail of a link from anywhere, once menus, dialogs and the search have had it", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=alpha");
  await expect(detail(page)).toBeVisible();
  await page.getByTitle("类目").click();
  const panel = page.getByRole("dialog", { name: "类目" });
  await expect(panel).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByTestId("help")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("help")).toBeHidden();
  await search(page).fill("a");
  await search(page).press("Escape");
  await expect(search(page)).toHaveValue("");
  await expectQuery(page, { source: "data.json", focus: "alpha" });
  await expect(detail(page)).toBeVisible();

  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  await expect(detail(page)).toHaveCount(0);
  await expectQuery(page, { source: "data.json" });
  await page.goBack();
  await expect(detail(page)).toBeVisible();
  const language = page.getByRole("button", { name: "EN", exact: true });
  await language.focus();
  await page.keyboard.press("Escape");
  await expect(detail(page)).toHaveCount(0);
  await expect(language).toBeFocused();
});

test("from the search the arrow goes on into the list, and Enter opens the first that was found", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.keyboard.press("/");
  await page.keyboard.press("Enter");
  await page.keyboard.type("gam");
  await expect.poll(() => shownIds(page)).toEqual(["gamma"]);
  await search(page).press("Enter");
  await expectQuery(page, { source: "data.json", q: "gam", focus: "gamma" });
  await expect(detail(page)).toBeVisible();
  await expect(scroller(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(detail(page)).toHaveCount(0);

  await page.keyboard.press("/");
  await search(page).fill("a");
  await expect.poll(() => shownIds(page)).toHaveLength(4);
  const first = (await shownIds(page))[0];
  await page.keyboard.press("ArrowDown");
  await expect(scroller(page)).toBeFocused();
  await expectActive(page, first);
  await expectQuery(page, { source: "data.json", q: "a" });

  await page.keyboard.press("/");
  await search(page).fill("zzzz");
  await expect(page.getByTestId("leaderboard-empty")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(search(page)).toBeFocused();
  await expectQuery(page, { source: "data.json", q: "zzzz" });
});

test("an input method keeps its Enter: nothing opens while it is composing", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&q=gam");
  await search(page).focus();
  const press = (how) => search(page).evaluate((field, how) => field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...how })), how);
  // True: nobody had a use for it.
  expect(await press({ isComposing: true })).toBe(true);
  expect(await press({ keyCode: 229 })).toBe(true);
  expect(await press({})).toBe(false);
  await expectQuery(page, { source: "data.json", q: "gam", focus: "gamma" });
});

test("? lists the keys, and Escape gives the keyboard back", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await scroller(page).focus();
  await page.keyboard.press("?");
  const help = page.getByTestId("help");
  await expect(help).toBeVisible();
  await expect(help.getByRole("button")).toBeFocused();
  for (const key of ["/", "↑", "↓", "Enter", "Esc", "?"]) await expect(help.locator("kbd", { hasText: key }).first()).toBeVisible();
  // The keyboard stays within the sheet while it covers the page.
  for (let tab = 0; tab < 3; tab += 1) {
    await page.keyboard.press("Tab");
    expect(await help.evaluate((it) => it.contains(document.activeElement) || document.activeElement === document.body)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(scroller(page)).toBeFocused();
});

test("a question mark typed into the search stays there", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await search(page).focus();
  await page.keyboard.type("?");
  await expect(search(page)).toHaveValue("?");
  await expect(page.getByTestId("help")).toBeHidden();
});

test("menus open, are walked and closed by keys, and give the keyboard back to their button", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  const button = page.locator("button[aria-haspopup=dialog]").and(page.getByTitle(/^时间/));
  await button.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: /^时间/ });
  await expect(panel).toBeVisible();
  await expect(panel.getByRole("button", { name: /^本财年至今/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("button", { name: /^近 7\s天/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(button).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expectQuery(page, { source: "data.json", window: "7d" });
  await expect(panel).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("a menu closes when the keyboard leaves it", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.getByTitle("类目").click();
  const panel = page.getByRole("dialog", { name: "类目" });
  await expect(panel).toBeVisible();
  await search(page).focus();
  await expect(panel).toHaveCount(0);
});

test("boxes of a filter are ticked by keys without the menu closing", async ({ page, site }) => {
  const document = sales();
  document.channels.category = [0, 0, 1, null];
  await openDocument(page, site, json(document));
  await page.getByTitle("类目").focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "类目" });
  await expect(panel).toBeVisible();
  await panel.getByRole("checkbox").first().focus();
  await page.keyboard.press("Space");
  await expect.poll(() => shownIds(page)).toEqual(["alpha", "beta"]);
  await expect(panel).toBeVisible();
  await expect(panel.getByRole("checkbox").first()).toBeChecked();
  // The keyboard stays where it was: the next arrow goes to the next box.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect.poll(() => shownIds(page)).toEqual(["alpha", "beta", "gamma"]);
});

test("headings sort by keys", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.locator("[role=columnheader].cell-name").getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => shownIds(page)).toEqual(["alpha", "beta", "delta", "gamma"]);
  await page.keyboard.press("Space");
  await expect.poll(() => shownIds(page)).toEqual(["gamma", "delta", "beta", "alpha"]);
});

test("Tab reaches every control once, in the order of the page, and shows where it is", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=alpha");
  await page.evaluate(() => document.activeElement.blur());
  const seen = [];
  for (let tab = 0; tab < 80; tab += 1) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      const it = document.activeElement;
      if (it === document.body) return null;
      const style = getComputedStyle(it);
      const box = it.getBoundingClientRect();
      const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
      const all = [...document.querySelectorAll("*")];
      return { at: all.indexOf(it), marked, seen: box.width > 0 && box.bottom > 0, what: it.outerHTML.slice(0, 120) };
    });
    if (!now) break;
    seen.push(now);
  }
  expect(seen.length).toBeGreaterThan(25);
  expect(seen.filter((it) => !it.marked || !it.seen).map((it) => it.what)).toEqual([]);
  const order = seen.map((it) => it.at);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(order).size).toBe(order.length);
});

test("the first Tab offers the way to the board", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: /跳到排行榜/ });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("board");
  await expectQuery(page, { source: "data.json" });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.getElementById("board").contains(document.activeElement))).toBe(true);
});

test("the active row stays in view of assistive technology while the list turns over its rows", async ({ page }) => {
  await open(page);
  await scroller(page).focus();
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press("PageDown");
    const id = await activeId(page);
    expect(id).not.toBeNull();
    await expectInList(page, id);
  }
  await expect(rowOf(page, await activeId(page))).toHaveAttribute("aria-rowindex", /^\d+$/);
});

test("a letter typed in the detail's field stays there, and with Alt it is somebody else's", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&focus=alpha");
  const address = { source: "data.json", focus: "alpha" };
  await detail(page).getByTestId("what-if").getByRole("spinbutton").focus();
  await page.keyboard.press("c");
  await detail(page).getByTestId("detail-close").focus();
  await page.keyboard.press("c");
  await expectQuery(page, { ...address, compare: "alpha" });
  await page.keyboard.press("Alt+c");
  await page.keyboard.press("c");
  await expectQuery(page, address);
});

test("while a dialog stands in front only its own keys count", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  const dialogs = page.locator("dialog[open]");
  await page.keyboard.press("?");
  await expect(page.getByTestId("help")).toBeVisible();
  for (const key of ["r", "w", "/", "?"]) await page.keyboard.press(key);
  await expect(dialogs).toHaveCount(1);
  await expectQuery(page, { source: "data.json" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await expect(page.getByTestId("wall")).toBeVisible();
  for (const key of ["r", "?"]) await page.keyboard.press(key);
  await expect(dialogs).toHaveCount(1);
});

test("Escape closes one dialog at a time, of those that a link has opened at once too", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&compare=alpha,beta&compare_as=indexed&race=2021-04-05");
  const [comparison, race] = ["comparison", "race"].map((hook) => page.getByTestId(hook));
  await expect(comparison).toBeVisible();
  // On words, where no control has the keyboard.
  await race.getByRole("heading", { level: 2 }).click();
  await page.keyboard.press("Escape");
  await expect(race).toBeHidden();
  await page.waitForTimeout(200);
  await expect(comparison).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(comparison).toBeHidden();
  await expectQuery(page, { source: "data.json", compare: "alpha,beta" });
});
