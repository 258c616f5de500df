import { expect, test } from "@playwright/test";

test("the page starts under its own security policy without an error in the console", async ({ page }) => {
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));

  await page.goto("./");
  await expect(page).toHaveTitle(/Paceboard/);
  await expect(page.locator("body")).not.toBeEmpty();
  await page.waitForLoadState("networkidle");

  await expect(page.locator("#boot-failure")).toHaveCount(0);
  expect(errors).toEqual([]);
});
