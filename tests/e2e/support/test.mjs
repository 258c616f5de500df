// The tests' own `test`: a page that fails the test on any error in its console, and a server that
// misbehaves on request.
import { expect, test as base } from "@playwright/test";
import { openSite } from "./site.mjs";

export { expect };

export const test = base.extend({
  // What may stand in the console although the test is right: browsers log every failed request.
  expectedErrors: [/$^/, { option: true }],

  page: async ({ page, expectedErrors }, use) => {
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(`${message.text()} ${message.location().url}`));
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors.filter((text) => !expectedErrors.test(text)), "errors in the console").toEqual([]);
  },

  // `{}` is how Playwright is told that a fixture needs no other.
  // eslint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    await site.close();
  },
});

/** The line that Chromium writes for an answer of 400 or more and for a connection that fails. */
export const failedRequest = /^Failed to load resource/;
