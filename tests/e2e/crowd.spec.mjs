// A hundred thousand channels: the board stands first, and answers while the rest is worked out.
import { body, json } from "./support/answers.mjs";
import { detail, expectCount, heading, openDocument, rowOf, rows, scroller, search } from "./support/board.mjs";
import { crowd, sumsAlone } from "../../tools/bench/crowd.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const WAITS = "正在推算年末…";
const landing = (page) => page.getByTestId("landing");

/** Presses the heading of names as soon as the page says that it works something out, and notes how landing and order stood. */
function pressWhileWaiting(waits) {
  window.seen = [];
  let pressed = false;
  const look = () => {
    const words = document.querySelector('[data-testid="landing"]')?.textContent;
    const heading = document.querySelector("[role=columnheader].cell-name");
    if (!words || !heading) return;
    if (words === waits && !pressed) {
      pressed = true;
      setTimeout(() => (heading.querySelector("button") ?? heading).click());
    }
    const now = `${words === waits ? "waits" : "stands"}, ${heading.getAttribute("aria-sort")}`;
    if (window.seen.at(-1) !== now) window.seen.push(now);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

test("with very many channels the board sorts and opens rows while the year's end is worked out", async ({ page, site }) => {
  await page.addInitScript(pressWhileWaiting, WAITS);
  await openDocument(page, site, body(crowd(100_000)));
  await expectCount(page, 100_000);
  await expect(landing(page)).toContainText(/年末预计 [\d,]+\s个/, { timeout: 60_000 });
  const seen = await page.evaluate(() => window.seen);
  expect(seen.slice(0, 2)).toEqual(["waits, none", "waits, ascending"]);
  expect(seen.at(-1)).toBe("stands, ascending");

  // Opening a row changes nothing that the year's end depends on.
  await page.evaluate(() => (window.seen.length = 0));
  await rows(page).first().click();
  await expect(detail(page).getByTestId("projected")).toContainText("年末预计");
  expect(await page.evaluate(() => window.seen.filter((line) => line.startsWith("waits")))).toEqual([]);
});

/** Presses the heading of names as soon as the list says that it works something out, and notes how list and order stood. */
function pressWhileListed(waits) {
  window.listed = [];
  let pressed = false;
  const look = () => {
    const waiting = document.querySelector(".programme__feed")?.textContent.includes(waits);
    const heading = document.querySelector("[role=columnheader].cell-name");
    if (waiting && !pressed) {
      pressed = true;
      setTimeout(() => (heading.querySelector("button") ?? heading).click());
    }
    const now = `${waiting ? "waits" : "stands"}, ${heading.getAttribute("aria-sort")}`;
    if (window.listed.at(-1) !== now) window.listed.push(now);
  };
  look();
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

test("whom to look after is worked out once for all lists, while the board answers", async ({ page, site }) => {
  await openDocument(page, site, body(crowd(100_000)));
  await page.getByTestId("feed-choice").selectOption("expected");
  await expect(landing(page)).toContainText(/年末预计 [\d,]+\s个/, { timeout: 60_000 });
  await page.evaluate(pressWhileListed, WAITS);
  await expect.poll(() => page.evaluate(() => window.listed.at(-1)), { timeout: 60_000 }).toBe("stands, ascending");
  expect(await page.evaluate(() => window.listed.slice(0, 2))).toEqual(["waits, none", "waits, ascending"]);

  const worked = () => page.evaluate(() => performance.getEntriesByName("paceboard:queues").length);
  expect(await worked()).toBe(1);
  for (const feed of ["slipped", "falling", "expected", "crossed", "slipped"]) {
    await page.getByTestId("feed-choice").selectOption(feed);
    await expect(page.locator(".programme__feed")).not.toContainText(WAITS);
  }
  expect(await worked()).toBe(1);
});

test("a long list is cut, and says how much it leaves out", async ({ page, site }) => {
  const names = Array.from({ length: 120 }, (_, index) => ({ id: `c${index}`, gmv: flat(150) }));
  await openDocument(page, site, json(sales({ channels: names })));
  await expect(page.getByTestId("crossed").getByRole("listitem")).toHaveCount(100);
  await expect(page.getByTestId("feed-more")).toHaveText("另有 20 个");
});

test("the end of a year that another day or document has replaced is never shown", async ({ page, site }) => {
  await openDocument(page, site, body(crowd(100_000)));
  await expect(landing(page)).toHaveText(WAITS);
  site.answer("data.json", json(sales()));
  await page.getByTestId("refresh").click();
  await expectCount(page, 4);
  await expect(landing(page)).toHaveText("年末预计 4 个", { timeout: 60_000 });
});

test("the paths of very many are counted day by day while the board answers, and begin anew for others", async ({ page, site }) => {
  await page.addInitScript(() => {
    window.paths = [];
    const look = () => {
      const section = document.querySelector("section:has(> h3 [data-testid=fold-distribution])")?.innerText ?? "";
      const now = section.includes("正在逐日统计全部行…") ? "waits" : (/([\d,]+)\s行的进度中位数/.exec(section)?.[1] ?? "");
      if (window.paths.at(-1) !== now) window.paths.push(now);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await openDocument(page, site, body(crowd(100_000)), "&open=distribution");
  await expect.poll(() => page.evaluate(() => window.paths.slice(-2)), { timeout: 60_000 }).toEqual(["waits", "100,000"]);
  await search(page).fill("channel 7");
  await expect.poll(() => page.evaluate(() => window.paths.at(-1)), { timeout: 60_000 }).toBe("11,111");
  await search(page).fill("");
  await expect.poll(() => page.evaluate(() => window.paths.at(-1)), { timeout: 60_000 }).toBe("100,000");
});

test("a million channels with sums alone make a board that is ordered, searched and read to its end", async ({ page, site }) => {
  await openDocument(page, site, body(sumsAlone(1_000_000)));
  await expectCount(page, 1_000_000);
  await expect(rows(page).first()).toHaveAttribute("data-value", "900000");
  await expect(page.getByTestId("told-over")).toHaveText("444,437");
  // Partners and weeks, of which it knows nothing, have no columns.
  for (const column of ["partner", "trend"]) await expect(heading(page, column)).toBeHidden();

  await search(page).fill("shop 123456");
  await expectCount(page, 1);
  await expect(rows(page).first()).toHaveAttribute("data-channel-id", "c123456");
  await search(page).fill("");
  await expectCount(page, 1_000_000);

  await scroller(page).focus();
  await page.keyboard.press("End");
  // The last two share their rank.
  const last = rowOf(page, "c900001");
  await expect(last).toHaveAttribute("data-rank", "999999");
  const rank = last.locator(".cell-rank");
  expect(await rank.evaluate((cell) => cell.scrollWidth <= cell.clientWidth && cell.firstChild.textContent)).toBe("999,999");
});
