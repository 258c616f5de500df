// What tests do with the page, and what they read off it.
import { expect } from "@playwright/test";

export const scroller = (page) => page.getByTestId("leaderboard-scroll");
export const rows = (page) => page.getByTestId("leaderboard-row");
export const rowOf = (page, id) => page.locator(`[data-testid="leaderboard-row"][data-channel-id="${id}"]`);
export const detail = (page) => page.getByTestId("detail");
export const search = (page) => page.getByRole("searchbox", { name: /搜索|Search/ });

/** Starting takes a while where other work goes on beside the tests. */
const START_MS = 60_000;

/** Opens the page and waits until the board stands, with all figures. */
export async function open(page, url = "./") {
  await page.goto(url);
  // On a phone a detail takes the place of the board.
  await expect(rows(page).or(detail(page)).filter({ visible: true }).first()).toBeVisible({ timeout: START_MS });
  await expect(rows(page).first()).toBeAttached({ timeout: START_MS });
  await expect(page.locator(".is-arriving")).toHaveCount(0, { timeout: START_MS });
}

/** Opens a document that the site serves as `data.json`. */
export async function openDocument(page, site, answer, query = "") {
  site.answer("data.json", answer);
  await open(page, site.page(`?source=data.json${query}`));
}

/** Waits until it has stood in one place for a while: what is drawn last moves what stands below it. */
export async function expectStill(locator) {
  let before;
  const isStill = async () => {
    const box = JSON.stringify(await locator.boundingBox());
    const same = box === before;
    before = box;
    return same;
  };
  await expect.poll(isStill, { intervals: [400] }).toBe(true);
}

/** Rows in the DOM in the order in which they are read: place, rank, id and value. */
export function shownRows(page) {
  return rows(page).evaluateAll((elements) => {
    const read = (row) => ({
      place: Number(row.getAttribute("aria-rowindex")) - 2,
      rank: Number(row.dataset.rank),
      id: row.dataset.channelId,
      value: Number(row.dataset.value),
    });
    return elements.map(read).sort((a, b) => a.place - b.place);
  });
}

/** Waits until the whole row stands within the list's window, whether the page shows it or not. */
export async function expectInList(page, id) {
  const isInside = (found) =>
    found.some((row) => {
      const [box, list] = [row, row.closest('[data-testid="leaderboard-scroll"]')].map((element) => element.getBoundingClientRect());
      return box.top >= list.top && box.bottom <= list.bottom + 1;
    });
  await expect.poll(() => rowOf(page, id).evaluateAll(isInside)).toBe(true);
}

/** Ids in the order of the list, of the rows in the DOM. */
export async function shownIds(page) {
  return (await shownRows(page)).map((row) => row.id);
}

/** Holds the first rows against `expected` (rank, id, value), all three. */
export async function expectTop(page, expected, count = expected.length) {
  const wanted = expected.slice(0, count).map(({ rank, id, value }, place) => ({ place, rank, id, value }));
  await expect.poll(async () => (await shownRows(page)).slice(0, wanted.length)).toEqual(wanted);
}

/** Holds the first ids against `expected`. */
export async function expectOrder(page, ids, count = Math.min(ids.length, 12)) {
  await expect.poll(async () => (await shownIds(page)).slice(0, count)).toEqual(ids.slice(0, count));
}

/** Number of rows that the list says it has, whether they are in the DOM or not. */
export async function expectCount(page, count) {
  await expect(scroller(page)).toHaveAttribute("aria-rowcount", String(count + 1));
}

/** Opens the menu whose button has that title, and gives its panel. */
export async function openMenu(page, title) {
  const button = page.locator("button[aria-haspopup=dialog]").and(page.getByTitle(title));
  await button.click();
  const panel = page.getByRole("dialog", { name: title });
  await expect(panel).toBeVisible();
  return panel;
}

/** The column's heading. */
export const heading = (page, column) => page.locator(`[role=columnheader].cell-${column}`);

export const query = (page) => new URL(page.url()).searchParams;

/** Waits until the address holds exactly these parameters. */
export async function expectQuery(page, expected) {
  await expect.poll(() => Object.fromEntries(query(page))).toEqual(expected);
}
