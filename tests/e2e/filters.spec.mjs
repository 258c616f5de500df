// Filters with their counts, search, and the way out where nothing is left.
import { expectCount, expectOrder, expectQuery, expectTop, heading, open, openMenu, rowOf, rows, search, shownIds, shownRows } from "./support/board.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count, yuanZh } from "./support/words.mjs";

const overall = new Map(sample.board().map((row) => [row.id, row.rank]));
const only = (keep) => sample.board({ among: sample.channels.filter(keep) });
const category = (id) => (channel) => sample.categoryOf(channel) === id;
const choice = (panel, name) => panel.locator("label").filter({ has: panel.page().getByText(name, { exact: true }) });
const noteOf = (panel, name) => choice(panel, name).locator(".item-note");

test("a category leaves its channels, with ranks of their own beside those among all", async ({ page }) => {
  await open(page);
  const panel = await openMenu(page, "类目");
  await choice(panel, "美妆").click();
  const expected = only(category("beauty"));
  await expectTop(page, expected, 10);
  await expectCount(page, expected.length);
  await expect(page.getByTestId("totals")).toContainText(count(expected.length));
  await expect(page.getByTestId("totals")).toContainText(yuanZh(sample.sumOf(expected)));
  for (const { id, rank } of expected.slice(0, 4)) {
    await expect(rowOf(page, id).locator(".cell-rank")).toContainText(`${rank}${count(overall.get(id))}`);
  }
  await expectQuery(page, { category: "beauty" });
});

test("two choices of one kind mean either, two kinds mean both", async ({ page }) => {
  await open(page);
  const panel = await openMenu(page, "类目");
  await choice(panel, "宠物").click();
  await choice(panel, "运动户外").click();
  const either = (channel) => category("pets")(channel) || category("sports")(channel);
  await expectCount(page, only(either).length);
  await page.keyboard.press("Escape");

  const statuses = await openMenu(page, "状态");
  await choice(statuses, "已达标").click();
  const both = only((channel) => either(channel) && sample.total(channel) >= channel.goal);
  await expectTop(page, both, 8);
  await expectCount(page, both.length);
});

test("counts beside choices say how many rows each would leave, the other filters being as they are", async ({ page }) => {
  await open(page, "./?province=%E6%B5%99%E6%B1%9F");
  const zhejiang = sample.channels.filter((channel) => channel.province === "浙江");
  const panel = await openMenu(page, "类目");
  for (const { id, name } of sample.document.categories.slice(0, 6)) {
    await expect(noteOf(panel, name)).toHaveText(count(zhejiang.filter(category(id)).length));
  }
  await page.keyboard.press("Escape");
  // The filter's own choice does not narrow its own counts.
  const provinces = await openMenu(page, "省份");
  for (const name of ["浙江", "广东"]) {
    await expect(noteOf(provinces, name)).toHaveText(count(sample.channels.filter((channel) => channel.province === name).length));
  }
});

test("a long list of partners has a field to find one in, by name or pinyin", async ({ page }) => {
  await open(page);
  const partner = sample.document.partners[41];
  const panel = await openMenu(page, "机构");
  await panel.getByRole("searchbox").fill(partner.alias.split(" ")[0]);
  await choice(panel, partner.name).click();
  const expected = only((channel) => sample.partnerOf(channel) === partner.id);
  await expectTop(page, expected);
  await expectCount(page, expected.length);
});

test("no column moves with the first filter: room for the second rank is kept", async ({ page }) => {
  const columns = () => page.locator(".head > .cell").evaluateAll((cells) => cells.map((cell) => [cell.className, cell.offsetLeft, cell.offsetWidth]));
  for (const width of [1020, 1232, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    const before = await columns();
    const panel = await openMenu(page, "类目");
    await choice(panel, sample.document.categories[0].name).click();
    await expect(page.locator(".row:not([hidden]) > .cell-rank > small").first()).toBeVisible();
    expect(await columns()).toEqual(before);
    expect(await page.getByTestId("leaderboard-scroll").evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  }
});

test("in a menu is found what the search would find: by initials and id too, by punctuation nothing", async ({ page }) => {
  await open(page);
  const partner = sample.document.partners[41];
  const panel = await openMenu(page, "机构");
  const field = panel.getByRole("searchbox");
  const initials = partner.alias.split(" ").map((word) => word[0]).join("");
  for (const text of [partner.id, initials]) {
    await field.fill(text);
    await expect(choice(panel, partner.name)).toBeVisible();
  }
  await field.fill("。");
  await expect(panel.getByRole("checkbox")).toHaveCount(0);
  await field.fill(" ");
  await expect(panel.getByRole("checkbox")).toHaveCount(sample.document.partners.length);
});

test("a search of punctuation alone finds nothing, and can be cleared", async ({ page }) => {
  await open(page);
  for (const text of ["---", "。"]) {
    await search(page).fill(text);
    await expect(rows(page)).toHaveCount(0);
    await page.getByTestId("leaderboard-empty").getByRole("button", { name: `去掉搜索词“${text}”` }).click();
    await expect(search(page)).toHaveValue("");
    await expect(rows(page).first()).toBeVisible();
  }
});

test("search finds by name, by pinyin, by initials and by id, and ranks stay those of the filter", async ({ page }) => {
  await open(page);
  const target = sample.channels.find((channel) => channel.name === "山茶厨电小店");
  const found = (text) => {
    const wanted = text.toLowerCase().replaceAll(/[\s-]/g, "");
    const plain = (part) => part.toLowerCase().replaceAll(/[\s-]/g, "");
    return only((channel) => [channel.name, channel.alias, channel.id].some((part) => plain(part).includes(wanted)));
  };
  for (const text of ["山茶", "shancha chu", "ShanChaChu", target.id, target.id.slice(0, -1).toUpperCase()]) {
    await search(page).fill(text);
    const expected = found(text);
    expect(expected.length).toBeGreaterThan(0);
    await expectCount(page, expected.length);
    await expectTop(page, expected, Math.min(6, expected.length));
    await expect(rowOf(page, target.id)).toHaveCount(1);
  }
  await search(page).fill("sccdxd");
  await expect(rowOf(page, target.id)).toHaveCount(1);
  await page.getByRole("button", { name: /清空搜索/ }).click();
  await expectCount(page, sample.channels.length);
  await expect(search(page)).toBeFocused();
});

test("where nothing is left the page says which condition to loosen, and does it", async ({ page }) => {
  await open(page);
  await openMenu(page, "类目").then((panel) => choice(panel, "宠物").click());
  await page.keyboard.press("Escape");
  await search(page).fill("零食坊");
  const empty = page.getByTestId("leaderboard-empty");
  await expect(empty).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  const snacks = sample.channels.filter((channel) => channel.name.includes("零食坊"));
  const pets = sample.channels.filter(category("pets"));
  await expect(empty.getByRole("button", { name: new RegExp(`宠物.*${snacks.length}`) })).toBeVisible();
  await empty.getByRole("button", { name: new RegExp(`零食坊.*${pets.length}`) }).click();
  await expectCount(page, pets.length);
  await expect(empty).toHaveCount(0);
  await expect(search(page)).toHaveValue("");
});

test("each condition has a chip that takes it away, and one button takes all", async ({ page }) => {
  await open(page, "./?category=beauty,food&q=%E9%98%BF&status=over");
  await expectCount(page, only((channel) => ["beauty", "food"].includes(sample.categoryOf(channel)) && channel.name.includes("阿") && sample.total(channel) >= channel.goal).length);
  // A button says how many are chosen, the chips which.
  await expect(page.getByTitle("类目", { exact: true })).toHaveText("类目 · 2");
  await expect(page.getByTitle("状态", { exact: true })).toHaveText("状态 · 1");
  await page.getByRole("button", { name: /食品/ }).and(page.locator(".chip")).click();
  await expectQuery(page, { category: "beauty", q: "阿", status: "over" });
  await page.getByRole("button", { name: "清除全部筛选" }).click();
  await expectCount(page, sample.channels.length);
  await expectQuery(page, {});
});

test("one button shows who is nearest to the line", async ({ page }) => {
  await open(page);
  const button = page.getByRole("button", { name: "离目标最近" });
  await button.click();
  const missing = (channel) => channel.goal - sample.total(channel);
  const short = sample.channels.filter((channel) => missing(channel) > 0).sort((a, b) => missing(a) - missing(b) || (a.id < b.id ? -1 : 1));
  await expectOrder(page, short.map((channel) => channel.id), 12);
  await expectCount(page, short.length);
  await expect(button).toHaveAttribute("aria-pressed", "true");
  const cell = rowOf(page, short[0].id).locator(".cell-gap");
  await expect(cell).toBeVisible();
  await button.click();
  await expectCount(page, sample.channels.length);
});

test("a choice that the document does not know leaves nothing, and says so", async ({ page }) => {
  await page.goto("./?category=space-travel");
  await expect(page.getByTestId("leaderboard-empty")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("leaderboard-empty").getByRole("button")).not.toHaveCount(0);
});

test("letters typed quickly end in the right list", async ({ page }) => {
  await open(page);
  await search(page).pressSequentially("lingshi");
  await search(page).press("Backspace");
  const wanted = sample.channels.filter((channel) => channel.alias.replaceAll(" ", "").includes("lingsh"));
  await expectCount(page, wanted.length);
  const ids = new Set(wanted.map((channel) => channel.id));
  expect((await shownIds(page)).every((id) => ids.has(id))).toBe(true);
  expect((await shownRows(page))[0].rank).toBe(1);
});

test("what stands in brackets beside a rank is said: in the heading, under the board and to screen readers", async ({ page }) => {
  await open(page, "./?category=beauty");
  const note = "括号里是不加筛选时的名次";
  await expect(heading(page, "rank")).toHaveAttribute("title", new RegExp(`^${note}`));
  await expect(page.locator(".board-note")).toContainText(note);
  const [first] = sample.board({ among: sample.channels.filter((channel) => sample.categoryOf(channel) === "beauty") });
  const overall = sample.board().find(({ id }) => id === first.id).rank;
  await expect(rowOf(page, first.id)).toHaveAttribute("aria-label", new RegExp(`，不加筛选时排第 ${overall}，`));
  await page.goto("./");
  await expect(page.locator(".board-note")).not.toContainText(note);
});
