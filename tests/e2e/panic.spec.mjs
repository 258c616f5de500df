// The program fails while it runs: the page says so, offers to load again, and what was on screen stays.
import { json } from "./support/answers.mjs";
import { openDocument, rows } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

test.use({ expectedErrors: /a canvas that is broken|panicked at|RuntimeError/ });

test("a program that fails leaves its figures, says so and offers to load the page again", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en");
  const panic = page.locator("#paceboard-panic");
  await expect(panic).toBeHidden();
  // The first time that leaves the program half-way through a drawing; the next one finds it so, and panics.
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll("canvas")) {
      canvas.getContext("2d").fillRect = () => {
        throw new Error("a canvas that is broken");
      };
    }
  });
  let dark = false;
  const fails = async () => {
    dark = !dark;
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    return panic.isVisible();
  };
  await expect.poll(fails, { intervals: [400] }).toBe(true);
  await expect(rows(page)).toHaveCount(4);
  await panic.getByRole("button").click();
  await expect(panic).toBeHidden();
  await expect(rows(page)).toHaveCount(4);
});
