// How elements look on the page around them: its colours, its sizes, its style sheets.
import { readFileSync } from "node:fs";
import { hostPage, news } from "./support/host.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const manifest = JSON.parse(readFileSync(new URL("../../package/custom-elements.json", import.meta.url), "utf8"));
const described = manifest.modules[0].declarations.filter(({ tagName }) => tagName !== "pace-frame");
const ALL = described.map(({ tagName }) => `<${tagName} channel="beta" loading="eager"></${tagName}>`).join("");
const PROGRAMME = '<section><pace-programme loading="eager"></pace-programme></section>';
const size = (page, name) =>
  page.locator(name).evaluate((element) => {
    const root = element.shadowRoot.querySelector(".pace");
    return { host: element.offsetHeight, root: root.offsetHeight, scrolls: root.scrollHeight > root.clientHeight };
  });

/** How much of a chart is drawn in a green that nothing has by itself. */
const greens = (page) =>
  page.getByTestId("chart-stage").evaluate((stage) => {
    const canvas = stage.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) count += data[at] < 40 && data[at + 1] > 150 && data[at + 2] < 40 && data[at + 3] > 200;
    return count;
  });

const CHANGES = {
  "a class of something around": () => document.querySelector("section").classList.add("brand"),
  "the element's own style": () => document.querySelector("pace-programme").style.setProperty("--pace-accent", "#00aa00"),
  "another style sheet": () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":root { --pace-accent: #00aa00 }");
    document.adoptedStyleSheets = [sheet];
  },
};
for (const [name, change] of Object.entries(CHANGES)) {
  test(`a colour that comes by ${name} is drawn`, async ({ page, site }) => {
    await page.goto(hostPage(site, PROGRAMME, { style: ".brand { --pace-accent: #00aa00 } pace-programme { width: 700px }" }));
    await news(page, "ready");
    expect(await greens(page)).toBe(0);
    await page.evaluate(change);
    await expect.poll(() => greens(page)).toBeGreaterThan(20);
  });
}

test.describe("on a dark system", () => {
  test.use({ colorScheme: "dark" });
  for (const [scheme, theme] of Object.entries({ normal: "light", light: "light", dark: "dark", "light dark": "dark" })) {
    test(`a page whose color-scheme is ${scheme} has ${theme} elements`, async ({ page, site }) => {
      await page.goto(hostPage(site, '<pace-goal channel="beta"></pace-goal>', { style: `html { color-scheme: ${scheme} }` }));
      await news(page, "ready");
      await expect(page.locator("pace-goal .pace")).toHaveAttribute("data-theme", theme);
    });
  }
});

test("an element is a block by itself, as wide as the page says, and hidden where it is", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal channel="beta"></pace-goal><pace-rank channel="beta" hidden></pace-rank>', { style: "pace-goal { width: 320px }" }));
  const [wide, hidden] = ["pace-goal", "pace-rank"].map((name) => page.locator(name));
  await page.waitForFunction(() => customElements.get("pace-goal"));
  const width = () => wide.evaluate((element) => [element.offsetWidth, element.shadowRoot.querySelector(".pace").offsetWidth, getComputedStyle(element).display]);
  expect(await width()).toEqual([320, 320, "block"]);
  await news(page, "ready");
  expect(await width()).toEqual([320, 320, "block"]);
  await expect(hidden).toBeHidden();
  await hidden.evaluate((element) => (element.hidden = false));
  await news(page, "ready", 2);
});

test("the mark of a standing stands before its word, and the bar has a length", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal channel="beta" loading="eager"></pace-goal>', { style: "pace-goal { width: 320px }" }));
  await news(page, "ready");
  const [status, bar] = [page.locator("pace-goal .status"), page.locator("pace-goal .card__bar")];
  const { room, mark } = await status.evaluate((box) => {
    const words = document.createRange();
    words.selectNodeContents(box.lastChild);
    const mark = box.querySelector(".mark").getBoundingClientRect();
    return { room: words.getBoundingClientRect().left - mark.right, mark: mark.width };
  });
  expect(mark).toBe(10);
  expect(room).toBeGreaterThanOrEqual(4);
  expect(await bar.locator(".meter").evaluate((meter) => meter.offsetWidth)).toBeGreaterThan(200);
});

test("a page may lay an element out as it likes", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal channel="beta"></pace-goal><pace-rank channel="beta"></pace-rank>', { style: "pace-goal { display: inline-block; width: 400px } pace-rank { display: none }" }));
  await news(page, "ready");
  expect(await page.locator("pace-goal").evaluate((element) => getComputedStyle(element).display)).toBe("inline-block");
  await expect(page.locator("pace-rank")).toBeHidden();
});

test("where a reset takes even blocks from the page, elements are as wide and as high as on a plain one", async ({ page, site }) => {
  const measured = async (style) => {
    await page.goto(hostPage(site, '<pace-goal channel="beta" loading="eager"></pace-goal><pace-rank channel="beta" loading="eager"></pace-rank>', { style }));
    await news(page, "ready", 2);
    const box = ({ width, height }) => ({ width, height });
    const found = [];
    for (const name of ["pace-goal", "pace-rank"]) found.push(box(await page.locator(`${name} .pace`).boundingBox()));
    await expect(page.getByTestId("goal-to-date").first()).toBeVisible();
    return found;
  };
  const plain = await measured("body { margin: 0 }");
  expect(plain[0].width).toBeGreaterThan(1000);
  expect(await measured("*, *::before, *::after { all: unset !important }")).toEqual(plain);
});

test("a height is kept before and after there are figures; what is higher scrolls inside", async ({ page, site }) => {
  const channels = Array.from({ length: 40 }, (_, at) => ({ id: `c${at}`, name: `Channel ${at}`, gmv: flat(at) }));
  await page.goto(hostPage(site, '<pace-leaderboard height="480"></pace-leaderboard>', { document: sales({ channels }) }));
  await page.waitForFunction(() => customElements.get("pace-leaderboard"));
  expect(await size(page, "pace-leaderboard")).toMatchObject({ host: 480, root: 480 });
  await news(page, "ready");
  expect(await size(page, "pace-leaderboard")).toEqual({ host: 480, root: 480, scrolls: true });
  const display = () => page.locator("pace-leaderboard .pace").evaluate((root) => getComputedStyle(root).display);
  expect(await display()).toBe("flex");
  await page.locator("pace-leaderboard").evaluate((element) => (element.height = "auto"));
  expect(await display()).toBe("block");
  expect((await size(page, "pace-leaderboard")).host).toBeGreaterThan(560);
  expect((await size(page, "pace-leaderboard")).scrolls).toBe(false);
  await page.locator("pace-leaderboard").evaluate((element) => (element.height = 300));
  expect((await size(page, "pace-leaderboard")).host).toBe(300);
});

test("compact is smaller, in each element", async ({ page, site }) => {
  const names = ["pace-goal", "pace-rank", "pace-programme", "pace-leaderboard"];
  await page.goto(hostPage(site, names.map((name) => `<${name} channel="beta" loading="eager"></${name}>`).join("")));
  await news(page, "ready", names.length);
  for (const name of names) {
    const before = await size(page, name);
    await page.locator(name).evaluate((element) => (element.density = "compact"));
    await expect.poll(async () => (await size(page, name)).host, name).toBeLessThan(before.host);
  }
});

test.describe("figures as long as a portal's", () => {
  /** What of an element's columns ends beyond them. */
  const beyond = (page, name) =>
    page.locator(name).evaluate((element) => {
      const parts = [...element.shadowRoot.querySelectorAll(".card__main")];
      return parts.flatMap((part) => {
        const edge = part.getBoundingClientRect().right + 0.5;
        const texts = [...part.querySelectorAll("*")].filter((one) => one.checkVisibility() && one.textContent.trim() && one.getBoundingClientRect().width);
        const ends = (one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return Math.max(one.getBoundingClientRect().right, getComputedStyle(one).overflow === "visible" ? range.getBoundingClientRect().right : 0);
        };
        return texts.filter((one) => ends(one) > edge && !one.closest(".card__title") && !one.querySelector(".card__title")).map((one) => `${one.className || one.localName}: ${one.textContent}`);
      });
    });

  for (const locale of ["en", "zh-CN"]) {
    test(`stay in their columns at any width (${locale})`, async ({ page, site }) => {
      const body = ["pace-rank", "pace-goal"].map((name) => `<${name} channel="c0007" loading="eager" locale="${locale}"></${name}>`).join("");
      await page.goto(hostPage(site, body, { document: null, configuration: { sources: { main: { url: "sample.sales.json" } } }, style: "pace-rank, pace-goal { display: block }" }));
      await news(page, "ready", 2);
      // With its probability the line is at its longest.
      for (const card of await page.getByTestId("goal-pace").all()) await expect(card).toContainText("%");
      for (const width of [320, 375, 480, 560, 580, 600, 620, 640, 660, 680, 700, 900]) {
        for (const name of ["pace-rank", "pace-goal"]) {
          await page.locator(name).evaluate((element, width) => element.style.setProperty("width", `${width}px`), width);
          expect(await beyond(page, name), `${name} at ${width}`).toEqual([]);
        }
      }
    });
  }
});

test("each custom property reaches what it is said to be", async ({ page, site }) => {
  const values = {
    "--pace-accent": "rgb(1, 2, 3)",
    "--pace-surface": "rgb(4, 5, 6)",
    "--pace-text": "rgb(7, 8, 9)",
    "--pace-muted": "rgb(10, 11, 12)",
    "--pace-border": "rgb(13, 14, 15)",
    "--pace-good": "rgb(16, 17, 18)",
    "--pace-bad": "rgb(19, 20, 21)",
    "--pace-radius": "17px",
    "--pace-font": "Georgia",
  };
  const named = described[0].cssProperties.map(({ name }) => name);
  expect(Object.keys(values).sort()).toEqual([...named].sort());
  const style = `body { ${Object.entries(values).map(([name, value]) => `${name}: ${value}`).join("; ")} }`;
  await page.goto(hostPage(site, '<pace-goal channel="beta" loading="eager"></pace-goal><pace-board loading="eager"></pace-board>', { style }));
  await news(page, "ready", 2);
  const found = await page.evaluate(() => {
    const [card, board] = ["pace-goal", "pace-board"].map((name) => document.querySelector(name).shadowRoot);
    const read = (root, selector, property) => getComputedStyle(root.querySelector(selector))[property];
    // What has a colour of its own only now and then has it from the same place as this.
    const probe = (property) => {
      const root = card.querySelector(".pace");
      const one = root.appendChild(document.createElement("i"));
      one.style.setProperty("color", `var(${property})`);
      const { color } = getComputedStyle(one);
      one.remove();
      return color;
    };
    return {
      "--pace-accent": read(board, ".cell-trend .dot", "stroke"),
      "--pace-surface": read(card, ".card", "backgroundColor"),
      "--pace-text": read(card, ".card__title", "color"),
      "--pace-muted": read(card, ".card__share", "color"),
      "--pace-border": read(card, ".card", "borderTopColor"),
      "--pace-good": probe("--status-on-pace"),
      "--pace-bad": probe("--status-behind"),
      "--pace-radius": read(card, ".card", "borderTopLeftRadius"),
      "--pace-font": read(card, ".card", "fontFamily"),
    };
  });
  expect(found).toEqual({ ...values, "--pace-font": expect.stringMatching(/^"?Georgia/) });
});

test("the parts that are said of an element are those that it has, and a page reaches each", async ({ page, site }) => {
  const styled = described.flatMap(({ tagName, cssParts }) => cssParts.map(({ name }) => `${tagName}::part(${name}) { outline: 3px solid rgb(1, 2, 3) }`));
  await page.goto(hostPage(site, ALL, { style: styled.join("\n") }));
  await news(page, "ready", described.length);
  for (const { tagName, cssParts } of described) {
    const found = await page.locator(tagName).evaluate((element) => {
      const parts = [...element.shadowRoot.querySelectorAll("[part]")];
      return Object.fromEntries(parts.map((one) => [one.getAttribute("part"), getComputedStyle(one).outlineColor]));
    });
    expect(found, tagName).toEqual(Object.fromEntries(cssParts.map(({ name }) => [name, "rgb(1, 2, 3)"])));
  }
});

test("auto follows the color-scheme of whatever is around, alone or by a move", async ({ page, site }) => {
  const style = "main { color-scheme: light } main.night, #dark { color-scheme: dark }";
  await page.goto(hostPage(site, `<main><pace-goal channel="beta" loading="eager"></pace-goal></main><section id="dark"></section>`, { style }));
  await news(page, "ready");
  const theme = () => page.locator("pace-goal").evaluate((element) => element.shadowRoot.querySelector(".pace").dataset.theme);
  expect(await theme()).toBe("light");
  await page.evaluate(() => document.querySelector("main").classList.add("night"));
  await expect.poll(theme).toBe("dark");
  await page.evaluate(() => document.querySelector("main").classList.remove("night"));
  await expect.poll(theme).toBe("light");
  await page.evaluate(() => document.querySelector("#dark").append(document.querySelector("pace-goal")));
  await expect.poll(theme).toBe("dark");
});
