// The list: only what is seen exists, every column sorts, ranks follow one rule.
import { expectCount, expectInList, expectOrder, expectTop, heading, open, openDocument, openMenu, rowOf, rows, scroller, shownIds, shownRows } from "./support/board.mjs";
import { json } from "./support/answers.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { share } from "./support/words.mjs";

/** More than a screen of rows with what is kept ready around it, far fewer than there are. */
const FEW = 80;
const toDate = { from: sample.YEAR.from, to: sample.TOMORROW };

test("only rows in view exist, and the last of all can be reached", async ({ page }) => {
  await open(page);
  const expected = sample.board({ window: toDate });
  expect(await rows(page).count()).toBeLessThan(FEW);

  await scroller(page).evaluate((list) => list.scrollTo(0, list.scrollHeight));
  const last = expected.at(-1);
  await expectInList(page, last.id);
  await expect(rowOf(page, last.id)).toHaveAttribute("data-rank", String(last.rank));
  expect(last.rank).toBe(sample.channels.length);
  expect(await rows(page).count()).toBeLessThan(FEW);
});

test("wherever the list is scrolled to, rows are the right ones and leave no hole", async ({ page }) => {
  await open(page);
  const expected = sample.board({ window: toDate });
  for (const share of [0.31, 0.87, 0.5, 0.02]) {
    await scroller(page).evaluate((list, at) => list.scrollTo(0, at * list.scrollHeight), share);
    const near = Math.floor(share * expected.length);
    await expectInList(page, expected[near + 3].id);
    const shown = await shownRows(page);
    const wanted = expected.slice(shown[0].place, shown[0].place + shown.length);
    expect(shown.map(({ id, rank, value }) => ({ id, rank, value }))).toEqual(wanted.map(({ id, rank, value }) => ({ id, rank, value })));
    expect(await uncovered(page)).toBe(0);
  }
});

/** Height of the list's window that no row covers. */
function uncovered(page) {
  return scroller(page).evaluate((list) => {
    const head = list.querySelector('[role="row"]:not([data-testid])').getBoundingClientRect();
    const [top, bottom] = [head.bottom, list.getBoundingClientRect().bottom];
    const boxes = [...list.querySelectorAll('[data-testid="leaderboard-row"]')].map((row) => row.getBoundingClientRect());
    const covered = boxes.reduce((sum, box) => sum + Math.max(0, Math.min(bottom, box.bottom) - Math.max(top, box.top)), 0);
    return Math.max(0, Math.round(bottom - top - covered - 2));
  });
}

test("each row shows the name, category, partner and figures of its channel", async ({ page }) => {
  await open(page);
  const expected = sample.board({ window: toDate });
  const all = sample.sumOf(expected);
  for (const { id, value, channel } of expected.slice(0, 5)) {
    const row = rowOf(page, id);
    await expect(row.locator(".cell-name")).toContainText(channel.name);
    await expect(row.locator(".cell-name")).toContainText(sample.document.categories[channel.category].name);
    const partner = channel.partner === null ? "–" : sample.document.partners[channel.partner].name;
    await expect(row.locator(".cell-partner")).toHaveText(partner);
    await expect(row.locator(".cell-value")).toHaveText((value / 1e8).toFixed(4));
    await expect(row.locator(".cell-share")).toHaveText(share(value, all));
    await expect(row.locator(".cell-progress")).toHaveText(share(value, channel.goal));
  }
});

test("a click on a heading sorts, a second one turns the order, and aria-sort says so", async ({ page }) => {
  await open(page, "./?plan=linear");
  const board = sample.board({ window: toDate }).map((row) => ({ ...row, progress: row.value / row.channel.goal, gap: row.channel.goal - row.value }));
  const by = (key, sign) => [...board].sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) || (a.id < b.id ? -1 : 1));
  const clicks = [
    ["progress", "descending", by((row) => Math.round(row.progress * 1e4), -1)],
    ["progress", "ascending", by((row) => Math.round(row.progress * 1e4), 1)],
    // On a linear plan pace is progress times a number that is the same for all.
    ["pace", "descending", by((row) => Math.round((row.progress * 365e4) / 275), -1)],
    ["pace", "ascending", by((row) => Math.round((row.progress * 365e4) / 275), 1)],
    ["name", "ascending", by((row) => pinyin(row.channel), 1)],
    ["name", "descending", by((row) => pinyin(row.channel), -1)],
    ["value", "descending", by((row) => row.value, -1)],
    ["value", "ascending", by((row) => row.value, 1)],
  ];
  for (const [column, direction, expected] of clicks) {
    await heading(page, column).getByRole("button").click();
    await expect(heading(page, column)).toHaveAttribute("aria-sort", direction);
    await expectOrder(page, expected.map((row) => row.id));
    const others = page.locator('[role=columnheader][aria-sort="ascending"], [role=columnheader][aria-sort="descending"]');
    await expect(others).toHaveCount(1);
  }
});

/** What a name is ordered by: every channel of the sample has an alias in plain letters. */
function pinyin({ alias }) {
  return alias.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

test("the category beside a name is cut where it has no room, and never left out for want of a letter", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "./?lang=en");
  const hidden = await rows(page).evaluateAll((elements) =>
    elements.filter((row) => {
      const [cell, name, tag] = [".cell-name", ".cell-name > bdi", ".cell-name > small"].map((one) => row.querySelector(one).getBoundingClientRect());
      return cell.right - name.right > 70 && tag.top > cell.bottom;
    }).map((row) => row.dataset.channelId),
  );
  expect(hidden).toEqual([]);
});

test("the head of a column of amounts is read whole beside an open detail", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "./?focus=c0591&metric=net&window=28d");
  const cell = heading(page, "value");
  await expect(cell).toHaveText("净成交额（万元）");
  const places = await cell.evaluate((cell) => [cell, cell.querySelector("button")].map((element) => element.getBoundingClientRect().left));
  expect(places[1]).toBeGreaterThanOrEqual(places[0]);
});

test("nearest to the line first: what is missing sorts upwards, whoever is over it comes last", async ({ page }) => {
  await open(page, "./?sort=gap");
  const missing = ({ channel, value }) => channel.goal - value;
  const short = sample.board({ window: toDate }).filter((row) => missing(row) > 0);
  short.sort((a, b) => missing(a) - missing(b) || (a.id < b.id ? -1 : 1));
  await expectOrder(page, short.map((row) => row.id));
  await expect(heading(page, "gap")).toHaveAttribute("aria-sort", "ascending");
  await scroller(page).evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect.poll(async () => (await shownRows(page)).at(-1).place).toBe(sample.channels.length - 1);
  const ids = await shownIds(page);
  const over = new Set(sample.channels.filter((channel) => sample.total(channel) >= channel.goal).map((channel) => channel.id));
  expect(ids.every((id) => over.has(id))).toBe(true);
});

test("change counts places against the window before, or against the same days of last year", async ({ page }) => {
  const places = (now, before) => new Map(now.map((row) => [row.id, before.find((other) => other.id === row.id).rank - row.rank]));
  const window = { from: "2021-12-25", to: "2022-01-01" };
  const now = sample.board({ window });
  const check = async (before) => {
    const moved = places(now, sample.board({ window: before }));
    for (const { id } of now.slice(0, 8)) {
      const cell = rowOf(page, id).locator(".cell-change");
      const change = moved.get(id);
      await expect(cell).toHaveAttribute("data-direction", change > 0 ? "up" : change < 0 ? "down" : "same");
      const places = Math.abs(change).toLocaleString("en-US");
      await expect(cell).toHaveText(change === 0 ? "–" : places);
      // An arrow says nothing to those who listen.
      if (change !== 0) await expect(cell).toHaveAccessibleName(new RegExp(`^${change > 0 ? "上升" : "下降"}\\s${places}\\s名$`));
    }
  };
  await open(page, "./?window=7d");
  await check({ from: "2021-12-18", to: "2021-12-25" });

  const panel = await openMenu(page, "显示");
  await panel.getByRole("button", { name: /去年/ }).click();
  await page.keyboard.press("Escape");
  // Fiscal days 268–274 of the year before, which has as many days: the same dates.
  await check({ from: "2020-12-25", to: "2021-01-01" });
});

test("equal values share a rank and stand in order of their ids in both directions", async ({ page, site }) => {
  const channels = [
    { id: "d", gmv: flat(50) },
    { id: "b", gmv: flat(90) },
    { id: "a", gmv: flat(50) },
    { id: "e", gmv: flat(10) },
    { id: "c", gmv: flat(90) },
  ];
  await openDocument(page, site, json(sales({ channels })));
  const ranks = async () => (await shownRows(page)).map((row) => `${row.rank} ${row.id}`);
  await expect.poll(ranks).toEqual(["1 b", "1 c", "3 a", "3 d", "5 e"]);
  await heading(page, "value").getByRole("button").click();
  await expect.poll(ranks).toEqual(["5 e", "3 a", "3 d", "1 b", "1 c"]);
  await expect(page.locator(".board-note")).toContainText(/并列/);
});

test("sums below zero are ranked last and shown with their sign", async ({ page, site }) => {
  const document = sales();
  document.programme.metric = "net";
  document.series.net = [...document.series.gmv.slice(0, 3), flat(-20)];
  await openDocument(page, site, json(document));
  await expectTop(page, [
    { rank: 1, id: "alpha", value: 1500 },
    { rank: 2, id: "beta", value: 900 },
    { rank: 3, id: "gamma", value: 400 },
    { rank: 4, id: "delta", value: -200 },
  ]);
  await expect(rowOf(page, "delta").locator(".cell-value")).toHaveText("−200");
  await rowOf(page, "delta").click();
  await expect(page.getByTestId("detail-to-date")).toHaveText("−¥200");
});

test("without a goal there is no progress, no pace and no count of who is over", async ({ page, site }) => {
  const document = sales();
  document.programme = { name: "No goal", metric: "gmv" };
  document.channels.goal = [0, null, 500, null];
  await openDocument(page, site, json(document));
  await expectCount(page, 4);
  for (const id of ["alpha", "beta"]) {
    await expect(rowOf(page, id)).toHaveAttribute("data-status", "no-goal");
    await expect(rowOf(page, id).locator(".cell-progress")).toHaveText("–");
    await expect(rowOf(page, id).locator(".cell-pace")).toHaveText("–");
  }
  await expect(rowOf(page, "gamma").locator(".cell-progress")).toHaveText("80.0%");
  await rowOf(page, "alpha").click();
  await expect(page.getByTestId("detail")).not.toContainText(/NaN|Infinity|∞/);
  await expect(page.getByTestId("crossing")).toBeEmpty();
});

test("columns can be hidden and shown again", async ({ page }) => {
  await open(page);
  await expect(heading(page, "trend")).toBeVisible();
  const panel = await openMenu(page, "显示");
  const toggle = panel.getByRole("button", { name: /12\s周/ });
  await toggle.click();
  await expect(heading(page, "trend")).toBeHidden();
  await expect(rows(page).first().locator(".cell-trend")).toBeHidden();
  await toggle.click();
  await expect(heading(page, "trend")).toBeVisible();
});

test("the row under the pointer opens its detail, the heading stays in view", async ({ page }) => {
  await open(page);
  const expected = sample.board({ window: toDate });
  await scroller(page).evaluate((list) => list.scrollTo(0, 40 * 36));
  await rowOf(page, expected[44].id).click();
  await expect(page.getByTestId("detail").getByRole("heading", { level: 2 })).toHaveText(expected[44].channel.name);
  await expect(rowOf(page, expected[44].id)).toHaveAttribute("aria-selected", "true");
  await expect(page.locator('[role=row][aria-selected="true"]')).toHaveCount(1);
  await expect(heading(page, "name")).toBeInViewport();
});
