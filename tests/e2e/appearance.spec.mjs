// Light, dark, forced colours, reduced motion, currency.
import { json } from "./support/answers.mjs";
import { expectQuery, open, openDocument, rowOf, rows } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { amountEn } from "./support/words.mjs";

// The root carries the colour of the page; its body is transparent.
const background = (page) => page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
const isDark = (colour) => colour.match(/\d+/g).slice(0, 3).map(Number).reduce((sum, part) => sum + part) < 384;
const theme = (page) => page.locator("html").getAttribute("data-theme");
const openSmall = (page, site, query = "&focus=gamma") => openDocument(page, site, json(sales()), query);

for (const scheme of ["light", "dark"]) {
  test.describe(`a system that prefers ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test("is followed", async ({ page, site }) => {
      await openSmall(page, site);
      expect(await theme(page)).toBe(scheme);
      expect(isDark(await background(page))).toBe(scheme === "dark");
    });

    test("is followed by the skeleton already, so that nothing flashes", async ({ page, site }) => {
      site.answer(/\.wasm$/, () => {});
      await page.goto(site.page());
      await expect(page.locator("#skeleton")).toBeVisible();
      expect(isDark(await background(page))).toBe(scheme === "dark");
    });
  });
}

test("a change of the system's mind is followed at once", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openSmall(page, site);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => theme(page)).toBe("dark");
  await expect.poll(async () => isDark(await background(page))).toBe(true);
});

test("the button overrules the system and gives the choice back", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openSmall(page, site, "");
  const seen = [];
  for (let press = 0; press < 3; press += 1) {
    await page.getByTestId("theme").click();
    await expect.poll(() => page.url()).not.toBe(seen.at(-1)?.url ?? "");
    seen.push({ url: page.url(), theme: await theme(page), label: await page.getByTestId("theme").getAttribute("aria-label") });
  }
  expect(seen.map((it) => new URL(it.url).searchParams.get("theme"))).toEqual(["dark", "light", null]);
  expect(new Set(seen.map((it) => it.label)).size).toBe(3);
  expect(seen.at(-1).theme).toBe("light");
});

test.describe("forced colours", () => {
  test.use({ forcedColors: "active" });

  test("leave standings, bars and choices apart without any colour of the page", async ({ page, site }) => {
    await openSmall(page, site);
    for (const id of ["alpha", "gamma"]) {
      await expect(rowOf(page, id).locator(".cell-status span")).not.toBeEmpty();
    }
    // What is chosen and what a bar shows must not vanish with the backgrounds that carried it.
    const seen = await page.evaluate(() => {
      const style = (selector, pseudo) => {
        const { backgroundColor, borderTopColor, outlineColor, color } = getComputedStyle(document.querySelector(selector), pseudo);
        return { backgroundColor, borderTopColor, outlineColor, color };
      };
      return {
        page: style("body"),
        meter: style('[data-channel-id="alpha"] .meter', "::before"),
        bar: style('[data-channel-id="alpha"] .cell-value', "::before"),
        on: style('.segment[aria-pressed="true"]'),
        off: style('.segment[aria-pressed="false"]'),
        adjust: getComputedStyle(document.querySelector('[data-channel-id="alpha"] .mark')).backgroundColor,
      };
    });
    expect(seen.on).not.toEqual(seen.off);
    expect(seen.bar.backgroundColor).not.toBe(seen.page.backgroundColor);
    expect(seen.adjust).not.toBe(seen.page.backgroundColor);
  });

  test("say what is pressed and what is to be pressed, and keep the grid behind the lines", async ({ page, site }) => {
    await openSmall(page, site, "&compare=alpha,beta");
    const colours = await page.evaluate(() => {
      const probe = document.querySelector(".chart__probe").cloneNode();
      document.querySelector(".chart").append(probe);
      const rgb = (colour) => {
        probe.style.color = colour;
        const text = getComputedStyle(probe).color;
        const scale = text.startsWith("color(srgb") ? 255 : 1;
        return text.match(/[\d.]+/g).slice(0, 3).map((part) => Math.round(Number(part) * scale));
      };
      const of = (selector) => {
        const { backgroundColor, color } = getComputedStyle(document.querySelector(selector));
        return { ground: rgb(backgroundColor), words: rgb(color) };
      };
      return {
        pressed: of('.segments > .segment[aria-pressed="true"]').ground,
        highlight: rgb("Highlight"),
        primary: of(".tray .button--primary"),
        page: rgb("Canvas"),
        behind: ["--chart-grid", "--chart-band", "--track", "--bar"].map((token) => rgb(`var(${token})`)),
        lines: ["--chart-muted", "--chart-accent", "--chart-plan"].map((token) => rgb(`var(${token})`)),
      };
    });
    const apart = (a, b) => Math.abs(a.reduce((sum, part) => sum + part) - b.reduce((sum, part) => sum + part));
    expect(colours.pressed).toEqual(colours.highlight);
    expect(apart(colours.primary.ground, colours.primary.words)).toBeGreaterThan(380);
    for (const colour of colours.behind) {
      expect(apart(colour, colours.page)).toBeGreaterThan(60);
      for (const line of colours.lines) expect(apart(colour, colours.page)).toBeLessThan(apart(line, colours.page));
    }
  });

  test("are the colours of the charts too", async ({ page, site }) => {
    await openSmall(page, site);
    const canvas = page.getByTestId("chart-stage").last().locator("canvas").first();
    const drawn = () =>
      canvas.evaluate((it) => {
        const { data } = it.getContext("2d").getImageData(0, 0, it.width, it.height);
        const found = new Set();
        for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) found.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
        return [...found];
      });
    const text = await page.locator("body").evaluate((body) => getComputedStyle(body).color);
    await expect.poll(drawn).toContain(text);
  });
});

test.describe("reduced motion", () => {
  test.use({ reducedMotion: "reduce" });

  test("leaves nothing that moves by itself", async ({ page, site }) => {
    await openSmall(page, site);
    await rowOf(page, "beta").click();
    const moving = await page.evaluate(() => {
      const longest = (durations) => Math.max(...durations.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 1 : 1000)));
      return [...document.querySelectorAll("*")]
        .filter((it) => longest(getComputedStyle(it).transitionDuration) > 10 || (getComputedStyle(it).animationName !== "none" && longest(getComputedStyle(it).animationDuration) > 10))
        .map((it) => it.className);
    });
    expect(moving).toEqual([]);
    // What follows the reader's own scrolling does not move by itself.
    const byTime = () => document.getAnimations().filter((it) => it.timeline instanceof DocumentTimeline).length;
    expect(await page.evaluate(byTime)).toBe(0);
  });
});

test("movement lasts no longer than 200 milliseconds", async ({ page, site }) => {
  await openSmall(page, site);
  const longest = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")].flatMap((it) => getComputedStyle(it).transitionDuration.split(","));
    return Math.max(...all.map((part) => parseFloat(part) * (part.includes("ms") ? 1 : 1000)));
  });
  expect(longest).toBeLessThanOrEqual(200);
});

test("the switch to dollars turns every amount, at the document's rate", async ({ page }) => {
  await open(page, "./?lang=en");
  const rate = Number(sample.document.currency.display[0].per_unit);
  const board = sample.board();
  const total = sample.sumOf(board) / rate;
  await page.getByRole("button", { name: "USD", exact: true }).click();
  await expectQuery(page, { lang: "en", currency: "USD" });
  await expect(page.getByTestId("totals")).toContainText(amountEn(total, "$"));
  await expect(page.locator("[role=columnheader].cell-value")).toContainText("$M");
  await expect(rowOf(page, board[0].id).locator(".cell-value")).toHaveText((board[0].value / rate / 1e6).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  await rowOf(page, board[8].id).click();
  await expect(page.getByTestId("detail-to-date")).toHaveText(amountEn(board[8].value / rate, "$"));
  await expect(page.getByTestId("detail")).not.toContainText("¥");
  await expect(page.getByRole("main")).not.toContainText("¥");
  // Ranks and the goal's line do not depend on the currency.
  await expect(rows(page).first()).toHaveAttribute("data-value", /^\d+$/);
  await page.getByRole("button", { name: "CNY", exact: true }).click();
  await expectQuery(page, { lang: "en", focus: board[8].id });
  await expect(page.getByRole("main")).not.toContainText("$");
});

test("a document without rates offers no switch", async ({ page, site }) => {
  await openDocument(page, site, json(sales({ currency: { code: "EUR", scale: 2 } })));
  await expect(page.getByRole("button", { name: "EUR", exact: true })).toHaveCount(0);
  await expect(rowOf(page, "alpha").locator(".cell-value")).toHaveText("15.00");
  await expect(page.getByTestId("totals")).toContainText("€29.00");
});
