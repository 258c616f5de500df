// What those hear who listen to the page: one sentence for each thing that they do, and no more.
import { json } from "./support/answers.mjs";
import { open, openDocument, openMenu, scroller, search } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import { listen, said } from "./support/spoken.mjs";
import { expect, test } from "./support/test.mjs";

/** Longer than the page waits for typing to rest. */
const QUIET_MS = 1_500;

/** Waits until something is said and nothing more comes, and gives what it was. */
async function heard(page) {
  await expect.poll(async () => (await said(page)).length).toBeGreaterThan(0);
  await page.waitForTimeout(QUIET_MS);
  return said(page);
}

test("a search is told once typing rests, how much or how little it finds", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en");
  await listen(page);
  await search(page).pressSequentially("beta", { delay: 120 });
  expect(await heard(page)).toEqual(["1 of 4 channels · ¥900 in all"]);
  await search(page).pressSequentially("zz", { delay: 120 });
  await expect(page.getByTestId("leaderboard-empty")).toBeVisible();
  await expect.poll(async () => (await said(page)).length).toBe(2);
  expect((await heard(page))[1]).toContain("0 of 4 channels");
});

test("days run by in silence; where they rest is told in one sentence, without the button beside it", async ({ page }) => {
  await open(page, "./?as_of=2021-06-01&lang=en");
  await expect(page.getByRole("status").filter({ hasText: "as it stood on" })).toHaveCount(1);
  await listen(page);
  await page.getByTestId("timeline-play").click();
  await page.waitForTimeout(2_000);
  expect(await said(page)).toEqual([]);
  await page.getByTestId("timeline-play").click();
  const words = await page.getByTestId("past").locator("p").innerText();
  expect(words).not.toContain("1 June");
  expect(await heard(page)).toEqual([words]);
  await expect(page.locator("[role=status] .button, [aria-live] .button").filter({ visible: true })).toHaveCount(0);
});

test("a detail that is opened, and each row that is chosen to be compared, are told in a sentence", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en");
  await listen(page);
  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await heard(page)).toEqual(["Alpha Store opened, 150.0% of goal, Over the line"]);
  await page.keyboard.press("c");
  await expect.poll(async () => (await said(page)).length).toBe(2);
  expect((await heard(page)).slice(1)).toEqual(["1 of 6 chosen"]);
});

test("that the link has been copied is told, and not that it can be copied again", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDocument(page, site, json(sales()), "&lang=en");
  await listen(page);
  const share = page.getByTestId("share");
  await share.click();
  await expect(share).toHaveText("Link copied");
  await expect(share).toHaveText("Copy link");
  expect(await said(page)).toEqual(["Link copied"]);
});

test("what can be pressed is called what it says, and a row's toggle after its row", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en&focus=beta");
  await expect(page.getByTestId("detail").getByTestId("compare-row")).toHaveAccessibleName("Compare");
  const names = await page.getByTestId("leaderboard-row").getByTestId("compare-row").evaluateAll((all) => all.map((it) => it.getAttribute("aria-label")));
  expect(names).toEqual(["Compare Alpha Store", "Compare Beta Store", "Compare Gamma Store", "Compare Delta Store"]);
});

test("headings are an outline: the board and what lies below it have their own, the title says what is open", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en&focus=beta");
  const headings = await page.locator(".page :is(h1, h2, h3)").filter({ visible: true }).evaluateAll((all) => all.map((it) => `${it.tagName} ${it.textContent.trim()}`));
  const at = (name) => headings.findIndex((heading) => heading.startsWith(name));
  const outline = ["H2 Leaderboard", "H2 Beta Store", "H2 More figures", "H3 Spread of progress"].map(at);
  expect(outline.every((place) => place >= 0)).toBe(true);
  expect(outline).toEqual([...outline].sort((a, b) => a - b));
  await expect(page).toHaveTitle("Beta Store · Spring programme · Paceboard");
  await page.getByTestId("detail-close").click();
  await expect(page).toHaveTitle("Spring programme · Paceboard");
  await (await openMenu(page, "Display")).getByRole("button", { name: "Wall mode" }).click();
  await expect(page).toHaveTitle("Wall mode · Spring programme · Paceboard");
});
