// The whole board in a frame that has no origin.
import { status } from "./support/answers.mjs";
import { openFramed, readyFrame } from "./support/framed.mjs";
import { hostPage, news } from "./support/host.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

const board = 'element="pace-board"';
const shown = (page) => page.frameLocator("pace-frame iframe");
const refresh = (page) => page.locator("pace-frame").evaluate((element) => element.refresh());
const heightOf = (page) => page.evaluate(() => document.querySelector("pace-frame").shadowRoot.querySelector("iframe").offsetHeight);
const savers = (within) => [within.getByTestId("csv"), within.getByTestId("chart-picture").first(), within.getByRole("button", { name: "Export", exact: true })];

test("works without storage, and makes no noise in the console", async ({ page, site }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await openFramed(page, site, board);
  const frame = await readyFrame(page);
  expect(await frame.evaluate(() => self.origin)).toBe("null");
  await shown(page).getByText("Gamma Store").first().click();
  await expect(shown(page).getByTestId("detail")).toBeVisible();
  await shown(page).getByTestId("detail-close").click();
  await shown(page).getByRole("button", { name: "EN", exact: true }).click();
  expect(warnings).toEqual([]);
});

test("offers no saving of files, which a sandbox forbids without a word", async ({ page, site }) => {
  await openFramed(page, site, board);
  await readyFrame(page);
  await expect(shown(page).getByTestId("chart-table-button").first()).toBeVisible();
  for (const saver of savers(shown(page))) await expect(saver).toBeHidden();
  await shown(page).getByText("Gamma Store").first().click();
  await shown(page).getByTestId("fold-year").click();
  await expect(shown(page).getByTestId("heat-table-button")).toBeVisible();
  await expect(shown(page).getByTestId("plate-picture")).toBeHidden();
  expect(await page.locator("pace-frame").evaluate((element) => element.exportCsv())).toContain("Gamma Store");
});

test("offers it outside of a frame", async ({ page, site }) => {
  await page.goto(hostPage(site, "<pace-board></pace-board>"));
  await news(page, "ready");
  for (const saver of savers(page)) await expect(saver).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByTestId("csv").click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test("the frame shrinks when a section is closed", async ({ page, site }) => {
  await openFramed(page, site, board);
  await readyFrame(page);
  const button = shown(page).getByTestId("fold-distribution");
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  const fits = () => page.frames().at(-1).evaluate(() => Math.ceil(document.querySelector("#content").getBoundingClientRect().height) === innerHeight);
  await expect.poll(fits).toBe(true);
  const tall = await heightOf(page);
  await button.click();
  await expect.poll(() => heightOf(page)).toBeLessThan(tall - 100);
  await expect.poll(fits).toBe(true);
});

for (const width of [359, 900]) {
  test(`a long board in a frame of ${width} px is as high as what is in it, and its detail comes into view`, async ({ page, site }) => {
    const channels = Array.from({ length: 40 }, (_, at) => ({ id: `c${at}`, name: `Channel ${at}`, gmv: flat(900 - at) }));
    await openFramed(page, site, board, { document: sales({ channels }), style: `pace-frame { width: ${width}px }` });
    const frame = await readyFrame(page);
    const list = shown(page).getByTestId("leaderboard-scroll");
    // As high as it would be anywhere: twelve rows and their head, or 560 px.
    await expect.poll(() => list.evaluate((it) => it.offsetHeight)).toBeLessThanOrEqual(562);
    const height = () => frame.evaluate(() => [Math.ceil(document.querySelector("#content").getBoundingClientRect().height), innerHeight]);
    await expect.poll(async () => (await height())[0] === (await height())[1]).toBe(true);
    expect((await height())[0]).toBeLessThan(4_000);
    await shown(page).getByText("Channel 3", { exact: true }).first().click();
    await expect(shown(page).getByTestId("detail").getByRole("heading", { name: "Channel 3", exact: true })).toBeInViewport();
    const [pane, outer] = [await shown(page).getByTestId("detail").boundingBox(), await page.locator("pace-frame").boundingBox()];
    expect(pane.x).toBeGreaterThanOrEqual(outer.x);
    expect(pane.x + pane.width).toBeLessThanOrEqual(outer.x + outer.width);
  });
}

test.describe("a source that fails", () => {
  test.use({ expectedErrors: failedRequest });

  test("is told to the page: out of date first, and what is wrong", async ({ page, site }) => {
    await openFramed(page, site, board);
    await readyFrame(page);
    site.answer("main.json", status(404, { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" }));
    await refresh(page);
    const [{ detail: stale }] = await news(page, "stale");
    expect(stale).toEqual({ source: "main", asOf: "2021-04-10", checkedAt: expect.any(String) });
    const [{ detail: error }] = await news(page, "error");
    expect(error).toMatchObject({ code: "not-found", retryable: expect.any(Boolean) });
    await expect(shown(page).getByText("Gamma Store").first()).toBeVisible();
  });
});
