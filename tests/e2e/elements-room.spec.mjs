// What room elements take on a page of others, and that all of them is seen in it.
import { json } from "./support/answers.mjs";
import { answerFrames, framePolicy } from "./support/framed.mjs";
import { hostPage, news } from "./support/host.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const SAMPLE = { document: null, configuration: { sources: { main: { url: "sample.sales.json" } } } };
const NAMES = ["pace-goal", "pace-rank", "pace-programme", "pace-leaderboard", "pace-board"];
const tag = (name) => `<${name} ${/goal|rank/.test(name) ? 'channel="beta"' : ""} loading="eager"></${name}>`;

const LAYOUTS = {
  "a row of flexible boxes": ["display: flex", ""],
  "a line of words": ["", "display: inline-block"],
  "the middle of a grid": ["display: grid; place-items: center", ""],
  "something that floats": ["", "float: inline-start"],
  "a table": ["display: table-cell", ""],
};
for (const [name, [around, own]] of Object.entries(LAYOUTS)) {
  test(`elements are seen in ${name}, whose width comes from what is in it`, async ({ page, site }) => {
    const body = NAMES.map((one) => `<div>${tag(one)}</div>`).join("");
    await page.goto(hostPage(site, body, { style: `div { ${around} } div > * { ${own} }` }));
    await page.waitForFunction(() => customElements.get("pace-goal"));
    const widths = () => page.evaluate((names) => names.map((one) => document.querySelector(one).offsetWidth), NAMES);
    const wanted = [320, 320, 720, 720, 720];
    // Before anything has come, too: nothing jumps to the side when it does.
    expect(await widths()).toEqual(wanted);
    await news(page, "ready", NAMES.length);
    expect(await widths()).toEqual(wanted);
  });

  test(`so are frames in ${name}`, async ({ page, site }) => {
    answerFrames(site);
    site.answer("embed.html", (_request, response, next) => {
      response.setHeader("Content-Security-Policy", framePolicy(site));
      next();
    });
    const frames = NAMES.map((one) => `<div>${tag(one).replaceAll(one, "pace-frame").replace("pace-frame", `pace-frame element="${one}"`)}</div>`);
    await page.goto(hostPage(site, frames.join(""), { document: null, style: `div { ${around} } div > * { ${own} }` }));
    // Frames below the window are not painted, and so never ready.
    await news(page, "ready", 2);
    const widths = await page.locator("pace-frame").evaluateAll((all) => all.map((frame) => [frame.offsetWidth, frame.shadowRoot.querySelector("iframe").offsetWidth]));
    expect(widths).toEqual([320, 320, 720, 720, 720].map((width) => [width, width]));
  });
}

test("what a programme's element says below its head begins in one line", async ({ page, site }) => {
  await page.goto(hostPage(site, tag("pace-programme")));
  await news(page, "ready");
  const [day, quality] = await Promise.all([".fresh__dot", "[data-testid=quality] > summary"].map((part) => page.locator(part).boundingBox()));
  expect(quality.x).toBeCloseTo(day.x, 0);
});

test("elements are no wider than the columns of a grid or of a row that shrinks", async ({ page, site }) => {
  const style = "#grid { display: grid; grid-template-columns: 1fr 1fr; width: 500px } #line { display: flex; width: 500px }";
  const body = ["grid", "line"].map((one) => `<div id="${one}">${tag("pace-goal")}${tag("pace-leaderboard")}</div>`).join("");
  await page.goto(hostPage(site, body, { style }));
  await news(page, "ready", 4);
  for (const one of ["grid", "line"]) {
    const [width, ...parts] = await page.locator(`#${one}`).evaluate((box) => [box.scrollWidth, ...[...box.children].map((child) => child.offsetWidth)]);
    expect(width).toBe(500);
    expect(parts[0] + parts[1]).toBe(500);
  }
});

/** What of an element ends beyond it, but for rows, which scroll. */
const beyond = (page, name) =>
  page.locator(name).evaluate((element) => {
    const root = element.shadowRoot.querySelector(".pace");
    const edge = root.getBoundingClientRect().right + 1;
    const seen = [...root.querySelectorAll("*")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().width && !one.closest(".board-scroll"));
    return seen.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.className);
  });

for (const locale of ["en", "zh-CN"]) {
  test(`nothing ends beyond an element of 200 px (${locale})`, async ({ page, site }) => {
    await page.goto(hostPage(site, NAMES.map(tag).join("").replaceAll("beta", "c0007"), { document: null, configuration: { ...SAMPLE.configuration, locale }, style: "body > * { width: 200px }" }));
    await news(page, "ready", NAMES.length);
    for (const name of NAMES) await expect.poll(() => beyond(page, name), name).toEqual([]);
  });

  test(`a goal with all that is likely fits 320 × 160 in each currency (${locale})`, async ({ page, site }) => {
    await page.goto(hostPage(site, tag("pace-goal").replace("beta", "c0007"), { ...SAMPLE, style: "pace-goal { width: 320px }" }));
    await news(page, "ready");
    const card = page.locator("pace-goal");
    for (const channel of ["c0007", "c0001", "c0900", "c2113", "c2300"]) {
      for (const currency of ["CNY", "USD"]) {
        await card.evaluate((element, state) => {
          element.channel = state.focus;
          element.setState(new URLSearchParams(state).toString());
        }, { focus: channel, currency, lang: locale === "en" ? "en" : "zh" });
        await expect(card.getByTestId("goal-to-date")).toContainText(currency === "USD" ? "$" : "¥");
        await expect(card.getByTestId("goal-projected")).not.toBeEmpty();
        expect(await card.evaluate((element) => element.offsetHeight), `${channel} in ${currency}`).toBeLessThanOrEqual(160);
      }
    }
    await expect(card.getByTestId("goal-projected")).toHaveText(/\(.+ to .+\)|（.+–.+）/);
  });
}

for (const locale of ["en", "zh-CN"]) {
  test(`a goal that says what its figures lack fits 320 × 160 too (${locale})`, async ({ page, site }) => {
    const gmv = [90, null, null, 90, 90, 90, 90, 90, 90, 90];
    const document = sales({ channels: [{ id: "beta", name: "Beta Store", gmv }] });
    await page.goto(hostPage(site, tag("pace-goal"), { document, configuration: { locale }, style: "pace-goal { width: 320px }" }));
    await news(page, "ready");
    const card = page.locator("pace-goal");
    await expect(card.getByTestId("card-lacks")).toBeVisible();
    await expect(card.getByTestId("checked")).toBeVisible();
    expect(await card.evaluate((element) => element.offsetHeight)).toBeLessThanOrEqual(160);
  });

  test(`in a rank's card of 200 px neighbours have their names (${locale})`, async ({ page, site }) => {
    await page.goto(hostPage(site, tag("pace-rank").replace("beta", "c0007"), { ...SAMPLE, configuration: { ...SAMPLE.configuration, locale }, style: "pace-rank { width: 200px }" }));
    await news(page, "ready");
    const names = page.locator("pace-rank").locator(".neighbours__name");
    await expect(names).toHaveCount(7);
    expect(Math.min(...(await names.evaluateAll((all) => all.map((name) => name.offsetWidth))))).toBeGreaterThan(60);
  });
}

/** The list's height, and what it would be without anything beside its head and rows. */
const listHeight = (page, name) =>
  page.locator(name).getByTestId("leaderboard-scroll").evaluate((list) => {
    const [head, body] = [list.querySelector(".head"), list.querySelector(".board-rows")].map((part) => part.offsetHeight);
    return { list: list.clientHeight, rows: head + body };
  });
const stores = (count) => sales({ channels: Array.from({ length: count }, (_, at) => ({ id: `c${at}`, name: `Store ${at}`, gmv: flat(900 - at) })) });

for (const name of ["pace-leaderboard", "pace-board"]) {
  test(`a list of few rows in ${name} is as high as they are, in either density, and one of many as a dozen`, async ({ page, site }) => {
    await page.goto(hostPage(site, `<${name} loading="eager"></${name}>`, { document: stores(3), style: `${name} { width: 1000px }` }));
    await news(page, "ready");
    const element = page.locator(name);
    await expect.poll(() => listHeight(page, name)).toEqual({ list: 36 + 3 * 36, rows: 36 + 3 * 36 });
    await element.evaluate((it) => (it.density = "compact"));
    await expect.poll(() => listHeight(page, name)).toEqual({ list: 32 + 3 * 32, rows: 32 + 3 * 32 });
    await element.evaluate((it) => (it.density = null));
    await expect.poll(() => listHeight(page, name)).toEqual({ list: 36 + 3 * 36, rows: 36 + 3 * 36 });
    site.answer("main.json", json(stores(30)));
    await element.evaluate((it) => it.refresh());
    await expect.poll(() => listHeight(page, name)).toEqual({ list: 36 + 12 * 36, rows: 36 + 30 * 36 });
  });
}

test("what an element waits for has a place that can be seen, and none once it is there", async ({ page, site }) => {
  await page.goto(hostPage(site, tag("pace-goal").replace('loading="eager"', ""), { style: "pace-goal { margin-top: 9000px }" }));
  await page.waitForFunction(() => customElements.get("pace-goal"));
  const ground = () => page.locator("pace-goal").evaluate((element) => getComputedStyle(element.shadowRoot.querySelector(".pace")).backgroundColor);
  expect(await ground()).toMatch(/^rgba\(136, 136, 136/);
  await page.locator("pace-goal").scrollIntoViewIfNeeded();
  await news(page, "ready");
  expect(await ground()).not.toMatch(/136, 136, 136/);
});

test.describe("the detail of a board without room for two columns", () => {
  const MANY = sales({ channels: Array.from({ length: 30 }, (_, at) => ({ id: `c${at}`, name: `Channel ${at}`, gmv: flat(900 - at) })) });
  const heads = (page) =>
    page.locator("pace-board").evaluate((element) => {
      const [outer, pane, list] = ["", ".detail", ".board-list"].map((part) => (part ? element.shadowRoot.querySelector(part) : element).getBoundingClientRect());
      const head = element.shadowRoot.querySelector(".detail__head").getBoundingClientRect();
      return { inside: pane.left >= outer.left && pane.right <= outer.right, below: pane.top >= list.bottom, seen: head.top >= 0 && head.bottom + 200 <= innerHeight };
    });

  for (const [width, attributes] of [[400, ""], [900, ""], [900, 'height="600"']]) {
    test(`stands below the list and comes into view (${width} px ${attributes})`, async ({ page, site }) => {
      await page.setViewportSize({ width: 1280, height: 700 });
      await page.goto(hostPage(site, `<h1>Portal</h1><pace-board ${attributes} loading="eager"></pace-board>`, { document: MANY, style: `pace-board { width: ${width}px; margin-left: 50px }` }));
      await news(page, "ready");
      await page.getByText("Channel 3", { exact: true }).first().click();
      await expect(page.getByTestId("detail")).toBeVisible();
      await expect.poll(() => heads(page)).toEqual({ inside: true, below: true, seen: true });
      await page.getByTestId("detail-close").click();
      await expect(page.getByTestId("detail")).toBeHidden();
      await expect(page.getByTestId("leaderboard-scroll")).toBeInViewport({ ratio: 0.5 });
    });
  }

  test("does not scroll the page where the page itself opened it", async ({ page, site }) => {
    await page.goto(hostPage(site, '<p>Above</p><pace-board channel="c3" loading="eager"></pace-board>', { document: MANY, style: "pace-board { width: 900px } p { height: 300px }" }));
    await news(page, "ready");
    await expect(page.getByTestId("detail")).toBeVisible();
    await page.locator("pace-board").evaluate((element) => (element.channel = "c4"));
    await expect(page.getByTestId("detail").getByRole("heading", { name: "Channel 4", exact: true })).toBeVisible();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted)))));
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});
