// Where there is little room: nothing leaves the window, lies over something else or is too small to press.
import { detail, expectQuery, open, openMenu, rows, scroller } from "./support/board.mjs";
import { expect, test } from "./support/test.mjs";

const box = (page, selector) => page.locator(selector).first().boundingBox();
const bottom = ({ y, height }) => y + height;

/** What in `selector` reaches beyond the window's sides, by its words. */
const beyond = (page, selector) =>
  page.locator(selector).evaluateAll((all) => {
    const isOut = (it) => it.getBoundingClientRect().left < 0 || it.getBoundingClientRect().right > innerWidth;
    return all.filter(isOut).map((it) => it.textContent);
  });

for (const [width, height] of [[375, 812], [768, 1024]]) {
  test(`the ways out of an empty board stay in its box, however many conditions they name (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./?lang=en&category=beauty,apparel&partner=p001,p003&status=behind,at-risk&province=浙江");
    const empty = page.getByTestId("leaderboard-empty");
    await expect(empty.getByRole("button")).toHaveCount(5, { timeout: 60_000 });
    expect(await beyond(page, ".empty *")).toEqual([]);
    // What is foretold and parts still come, and move what lies below.
    await expect(async () => {
      const [words, list, note] = [await empty.boundingBox(), await scroller(page).boundingBox(), await box(page, ".board-note")];
      expect(bottom(words)).toBeLessThanOrEqual(bottom(list));
      expect(note.y).toBeGreaterThanOrEqual(bottom(list) - 1);
    }).toPass();
  });
}

for (const [width, height] of [[1280, 720], [1024, 768], [1366, 768]]) {
  test(`menus open where they have room, and fade where their list goes on (${width} × ${height})`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, "./?lang=en");
    for (const button of await page.locator(".filters button[aria-haspopup=dialog]").all()) {
      await button.click();
      const [panel, { y, height: high }] = [await box(page, ".panel"), await button.boundingBox()];
      expect(panel.y).toBeGreaterThanOrEqual(0);
      expect(bottom(panel)).toBeLessThanOrEqual(height);
      expect(panel.y >= y + high || bottom(panel) <= y).toBe(true);
      await page.keyboard.press("Escape");
    }
    await page.evaluate(() => scrollTo(0, 0));
    const panel = await openMenu(page, /^Dates/);
    const fade = () => panel.evaluate((it) => [it.scrollHeight > it.clientHeight, getComputedStyle(it.querySelector(".custom-days"), "::before").opacity]);
    const [scrolls, opacity] = await fade();
    expect(opacity).toBe(scrolls ? "1" : "0");
    await panel.evaluate((it) => it.scrollTo(0, it.scrollHeight));
    await expect.poll(async () => (await fade())[1]).toBe("0");
  });
}

test("on a tablet chips have a line of their own, and a fade where there are more", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await open(page, "./?lang=zh&category=beauty,apparel,food&status=behind,at-risk");
  const [chips, search, totals] = [await box(page, ".chips"), await box(page, ".search"), await box(page, ".totals")];
  expect(chips.y).toBeGreaterThanOrEqual(bottom(search));
  expect(chips.y).toBeGreaterThanOrEqual(bottom(totals));
  expect(chips.width).toBeGreaterThan(500);
  const mask = () => page.locator(".chips").evaluate((it) => getComputedStyle(it).maskSize);
  expect(await mask()).toContain("48px");
  await page.goto("./?lang=en&category=beauty,apparel,food,home,jewellery&status=behind,at-risk,on-pace");
  await expect.poll(mask).toContain("+ 24px");
});

test.describe("a phone", () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });

  test("reads the names in menus whole", async ({ page }) => {
    await open(page, "./?lang=en");
    for (const button of [page.locator(".filters").getByRole("button", { name: "GMV" }), page.locator(".top .popover > .button")]) {
      await button.tap();
      const cut = await page.locator(".panel .item-label").evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.textContent));
      expect(cut).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });

  test("shows half a screen of all whom to look after, with the way back in reach", async ({ page }) => {
    await open(page, "./?open=queue");
    const feed = page.getByTestId("crossed");
    await expect(feed.getByRole("listitem").nth(50)).toBeAttached();
    expect((await feed.boundingBox()).height).toBeLessThanOrEqual(407);
    await feed.evaluate((it) => it.scrollIntoView());
    await expect(page.getByTestId("feed-unfold")).toBeInViewport({ ratio: 1 });
    await page.getByTestId("feed-unfold").tap();
    await expectQuery(page, {});
  });

  for (const lang of ["zh", "en"]) {
    test(`reads the day of a file beside its name (${lang})`, async ({ page }) => {
      await open(page, `./?lang=${lang}`);
      const file = { name: "我的直播间销售-2021-很长的文件名称-最终版-v3.csv", mimeType: "text/csv", buffer: Buffer.from("date,channel,gmv\n2021-04-01,north,100.50\n2021-04-02,south,200\n") };
      await page.getByTestId("open-input").setInputFiles(file);
      await page.getByTestId("local-file-show").tap();
      const [day, name, back] = [await page.getByTestId("as-of").boundingBox(), await page.getByTestId("local-name").boundingBox(), await page.getByTestId("local-back").boundingBox()];
      expect(name.x).toBeGreaterThanOrEqual(day.x + day.width);
      expect(back.y).toBeGreaterThanOrEqual(bottom(name) - 1);
      expect(await beyond(page, ".fresh > *")).toEqual([]);
      expect(await page.getByTestId("as-of").evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
    });
  }

  test("has 44 px to press", async ({ page }) => {
    await open(page, "./?lang=en&q=xiao&category=beauty,food");
    const small = await page
      .locator(".fold, .feed__choice, .feed__unfold, .summary__csv, .summary > .link, .foot summary, .timeline__days, .head .heading")
      .evaluateAll((all) => all.filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44).map((it) => it.className || it.textContent));
    expect(small).toEqual([]);
    // Those that look smaller hear what is pressed beside them.
    const reach = (selector) =>
      page.locator(selector).first().evaluate((it) => {
        it.scrollIntoView({ block: "center" });
        const { top, bottom, left, width } = it.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        const hears = (y) => it.contains(document.elementFromPoint(left + width / 2, y));
        return [hears(middle - 21), hears(middle + 21)];
      });
    for (const selector of [".chip", ".search > .icon-button", ".top .segment"]) expect(await reach(selector), selector).toEqual([true, true]);
  });
});

for (const [width, height] of [[1440, 900], [375, 812]]) {
  test(`the tray leaves the row to be seen that the keyboard is on (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, "./?compare=c0900,c0001,c0002");
    await scroller(page).focus();
    for (let at = 0; at < 18; at += 1) await page.keyboard.press("ArrowDown");
    const active = rows(page).and(page.locator(".is-active"));
    await expect(active).toHaveAttribute("aria-rowindex", "19");
    expect(bottom(await active.boundingBox())).toBeLessThanOrEqual((await page.getByTestId("tray").boundingBox()).y);
  });
}

test("the head of a detail covers nothing that has the keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "./?lang=en&focus=c0900&open=ranks,ratios,year");
  const pane = detail(page);
  await pane.evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await pane.getByRole("button").last().focus();
  const head = bottom(await box(page, ".detail__head"));
  for (let at = 0; at < 12; at += 1) {
    await page.keyboard.press("Shift+Tab");
    const top = await page.evaluate(() => {
      const active = document.activeElement;
      return active.closest(".detail__head") || !active.closest(".detail") ? null : active.getBoundingClientRect().top;
    });
    if (top !== null) expect(top).toBeGreaterThanOrEqual(head - 1);
  }
});

test("beside a detail the chart stays, where there is no room for the list as well", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, "./?lang=en");
  await expect(page.getByTestId("crossed")).toBeVisible();
  const before = await box(page, ".programme");
  await rows(page).first().click();
  await expect(detail(page)).toBeVisible();
  const list = () => box(page, ".programme__feed");
  await expect.poll(async () => (await list()).width).toBe(1);
  expect((await box(page, ".programme__chart canvas")).width).toBeGreaterThan(300);
  expect(Math.abs((await box(page, ".programme")).height - before.height)).toBeLessThan(40);
  // The keyboard can go through the list, which is shown as long as it does.
  await page.getByTestId("feed-choice").focus();
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await list()).width).toBeGreaterThan(200);
});

test("a press beside a detail that lies over the page closes it, one on it does not", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await open(page);
  await rows(page).nth(1).click({ position: { x: 200, y: 10 } });
  const pane = detail(page);
  await expect(pane).toBeVisible();
  const { x } = await pane.boundingBox();
  await page.mouse.click(x + 6, 400);
  await expect(pane).toBeVisible();
  await page.mouse.click(100, 400);
  await expect(pane).toHaveCount(0);
  await expect(scroller(page)).toBeFocused();
  await page.goBack();
  await expect(pane).toBeVisible();
});

test("the category beside a name stays where the pointer is, clear of the button", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "./?lang=en");
  const row = rows(page).and(page.locator('[aria-rowindex="2"]'));
  await row.hover();
  const [tag, button] = [row.locator(".cell-name > small"), row.locator(".cell-name > .icon-button")];
  await expect(tag).toBeVisible();
  const words = await tag.evaluate((it) => {
    const range = document.createRange();
    range.selectNodeContents(it);
    return range.getBoundingClientRect().right;
  });
  expect(words).toBeLessThanOrEqual((await button.boundingBox()).x);
});

for (const asked of ["trust", "distribution", "concentration", "audience", "distribution,trust", "trust,audience"]) {
  test(`sections below the board leave no hole (${asked})`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, `./?open=${asked}`);
    for (const name of asked.split(",")) await expect(page.getByTestId(`fold-${name}`)).toHaveAttribute("aria-expanded", "true");
    // Those in one line are equally high, and every line is full.
    const lines = () =>
      page.locator(".insights").evaluate((all) => {
        const boxes = [...all.querySelectorAll(":scope > .detail__part")].map((it) => it.getBoundingClientRect());
        const lines = Object.values(Object.groupBy(boxes, (it) => Math.round(it.top)));
        const isFull = (line) => Math.abs(line.at(-1).right - all.getBoundingClientRect().right) < 2;
        return lines.every((line) => isFull(line) && Math.max(...line.map((it) => it.height)) - Math.min(...line.map((it) => it.height)) < 2);
      });
    await expect.poll(lines).toBe(true);
  });
}

test("a link that is copied moves nothing", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const lang of ["zh", "en"]) {
    await open(page, `./?lang=${lang}`);
    const before = await box(page, ".top__choices");
    await page.getByTestId("share").click();
    await expect(page.getByTestId("share")).toHaveText(/已复制|Link copied/);
    expect(await box(page, ".top__choices")).toEqual(before);
  }
});
