// What the declarations promise of events, against the events of running elements.
import { readFileSync } from "node:fs";
import { json, status } from "./support/answers.mjs";
import { rows } from "./support/board.mjs";
import { hostPage, news } from "./support/host.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";
import { TOKENS } from "./support/tokens.mjs";

const declarations = readFileSync(new URL("../../package/paceboard.d.ts", import.meta.url), "utf8");
const manifest = JSON.parse(readFileSync(new URL("../../package/custom-elements.json", import.meta.url), "utf8"));

/** `{ key: type }` of the detail that a text declares. */
function fieldsOf(text) {
  const [, inside] = /\{ ([^}]*) \}/.exec(text);
  return Object.fromEntries(inside.split(/[;,] */).filter(Boolean).map((field) => field.split(/: /)));
}

const declared = Object.fromEntries([...declarations.matchAll(/^ {2}"pace-([\w-]+)": CustomEvent<(.+)>;$/gm)].map(([, name, detail]) => [name, fieldsOf(detail)]));

/** Whether a value is of a declared type. */
function fits(value, type) {
  if (type === "PaceErrorCode") return [...declarations.matchAll(/^ {2}\| "([\w-]+)"/gm)].some(([, code]) => code === value);
  return type.split(" | ").some((one) => (one === "null" ? value === null : one.startsWith('"') ? JSON.parse(one) === value : typeof value === one));
}

test("the manifest and the declarations say the same of each event's detail", () => {
  const known = (fields) => Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, type === "PaceErrorCode" ? "string" : type]));
  for (const { tagName, events } of manifest.modules[0].declarations) {
    expect(Object.fromEntries(events.map(({ name, type }) => [name.replace("pace-", ""), fieldsOf(type.text)])), tagName).toEqual(Object.fromEntries(Object.entries(declared).map(([name, fields]) => [name, known(fields)])));
  }
});

test.describe("running elements", () => {
  test.use({ expectedErrors: failedRequest });

  test("each event has the detail that is declared of it", async ({ page, site }) => {
    await page.goto(hostPage(site, '<pace-leaderboard loading="eager"></pace-leaderboard><pace-goal channel="beta" loading="eager"></pace-goal>', { script: TOKENS }));
    await news(page, "ready", 2);
    await rows(page).nth(1).click();
    await page.getByRole("button", { name: "Year to date" }).click();
    await page.getByRole("button", { name: "Last 7 days" }).click();
    await news(page, "window");
    const refresh = () => page.locator("pace-goal").evaluate((element) => element.refresh());
    for (const answer of [json({ format: "another" }), status(404), status(503), status(401)]) {
      site.answer("main.json", answer);
      await refresh();
    }
    await news(page, "auth-required");
    await page.locator("pace-goal").evaluate((element) => (element.channel = "nobody"));
    await page.locator("pace-goal").evaluate((element) => (element.source = "other"));
    await expect.poll(async () => new Set((await news(page, "error")).map(({ detail }) => detail.code))).toEqual(new Set(["invalid-document", "not-found", "unreachable", "unauthorised", "unknown-channel", "unknown-source"]));
    const heard = await page.evaluate(() => window.news);
    expect(new Set(heard.map(({ name }) => name))).toEqual(new Set(Object.keys(declared)));
    for (const { name, detail } of heard) {
      if (detail === null && name === "select") continue;
      expect(Object.keys(detail).sort(), name).toEqual(Object.keys(declared[name]).sort());
      for (const [key, type] of Object.entries(declared[name])) expect(fits(detail[key], type), `${name}.${key}: ${JSON.stringify(detail[key])} is no ${type}`).toBe(true);
    }
  });
});
