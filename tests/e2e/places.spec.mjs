// Where the viewer sits, and what their clock says, changes no day and no figure.
import { open } from "./support/board.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { count } from "./support/words.mjs";

const QUERY = "./?window=7d&focus=c0001&chart=daily&lang=zh";

/** All that the page says, but for the time of the last look at the server. */
async function said(page) {
  await open(page, QUERY);
  await expect(page.getByTestId("detail-to-date")).not.toBeEmpty();
  await expect(page.getByTestId("chart").first().locator("figcaption")).toContainText("去年");
  await page.getByTestId("chart-table-button").last().click();
  await expect(page.getByTestId("chart-table")).toBeVisible();
  const text = await page.locator("body").evaluate((body) => {
    const copy = body.cloneNode(true);
    copy.querySelector('[data-testid="checked"]').remove();
    return copy.textContent;
  });
  return text;
}

let inShanghai;

test.describe("seen from everywhere", () => {
  test.describe.configure({ mode: "serial" });

  test("in Shanghai", async ({ page }) => {
    inShanghai = await said(page);
    const last = { from: "2021-12-25", to: sample.TOMORROW };
    // The open row is scrolled to, so that the row before it is on screen too.
    const rows = sample.board({ window: last });
    const before = rows[rows.findIndex(({ channel }) => channel.id === "c0001") - 1];
    expect(inShanghai).toContain(before.channel.name);
    expect(inShanghai).toContain(count(sample.daily(sample.channels[0], last)[6]));
  });

  for (const timezoneId of ["America/New_York", "Pacific/Kiritimati", "Asia/Kolkata"]) {
    test.describe(timezoneId, () => {
      test.use({ timezoneId });
      test("the same days and figures", async ({ page }) => {
        expect(await said(page)).toBe(inShanghai);
      });
    });
  }

  for (const clock of ["2021-12-31T23:30:00Z", "1999-02-03T04:05:06", "2038-06-15T00:00:00Z", "2021-11-07T01:30:00-05:00"]) {
    test(`a clock that says ${clock}`, async ({ page }) => {
      await page.clock.install({ time: clock });
      expect(await said(page)).toBe(inShanghai);
    });
  }
});
