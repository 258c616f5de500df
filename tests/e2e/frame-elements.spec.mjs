// The real elements in the real frame's page, and what is declared of them against what they have.
import { readFileSync } from "node:fs";
import { news } from "./support/host.mjs";
import { framePolicy, openFramed, readyFrame } from "./support/framed.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const manifest = JSON.parse(readFileSync(new URL("../../package/custom-elements.json", import.meta.url), "utf8"));
const withToken = 'Paceboard.configure({ fetchToken: () => ({ token: "good", exp: Date.now() / 1000 + 300 }) });';
const goal = 'element="pace-goal" channel="beta"';
const heightOf = (page) => page.evaluate(() => document.querySelector("pace-frame").shadowRoot.querySelector("iframe").offsetHeight);

test("a goal is painted in a sandboxed frame under the frame's own policy", async ({ page, site }) => {
  // A page with frames only needs no more than this; see docs/embedding.md.
  const policy = "default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'";
  await openFramed(page, site, goal, { script: withToken, hostPolicy: policy });
  await readyFrame(page);
  expect(await page.evaluate(() => of("ready"))).toEqual([{ name: "ready", from: "pace-frame", detail: { source: "main", asOf: "2021-04-10" } }]);
  const inside = page.frameLocator("pace-frame iframe");
  await expect(inside.getByTestId("goal-to-date")).toHaveText("¥900");
  expect(site.asked("main.json").at(-1).headers.authorization).toBe("Bearer good");
  const fits = () => page.frames().at(-1).evaluate(() => Math.ceil(document.querySelector("#content").getBoundingClientRect().height) === innerHeight);
  await expect.poll(fits).toBe(true);
  const answers = await page.evaluate(async () => {
    const frame = document.querySelector("pace-frame");
    const csv = await frame.exportCsv();
    await frame.refresh();
    await frame.setState("window=7d");
    return [csv.length > 0, await frame.getState()];
  });
  expect(answers[0]).toBe(true);
  expect(answers[1]).toContain("window=7d");
});

test("the elements have what the manifest says, and their methods", async ({ page, site }) => {
  await openFramed(page, site, goal);
  await page.waitForFunction(() => window.Paceboard);
  for (const { tagName, attributes, members } of manifest.modules[0].declarations) {
    const found = await page.evaluate(
      ([tag, methods]) => {
        const Class = customElements.get(tag);
        const chain = [Class.prototype, Object.getPrototypeOf(Class.prototype)].filter((it) => it !== HTMLElement.prototype);
        const properties = chain.flatMap((it) => Object.entries(Object.getOwnPropertyDescriptors(it))).filter(([, it]) => it.get && it.enumerable);
        const element = document.createElement(tag);
        return { observed: Class.observedAttributes, properties: properties.map(([name]) => name), missing: methods.filter((name) => typeof element[name] !== "function") };
      },
      [tagName, members.filter(({ kind }) => kind === "method").map(({ name }) => name)],
    );
    const sorted = (list) => [...list].sort();
    expect(sorted(found.observed), tagName).toEqual(sorted(attributes.map(({ name }) => name)));
    expect(sorted(found.properties), tagName).toEqual(sorted(members.filter(({ kind }) => kind === "field").map(({ name }) => name)));
    expect(found.missing, tagName).toEqual([]);
  }
});

test("a fixed height is kept free before the frame is loaded, with and without a unit", async ({ page, site }) => {
  for (const height of ["480px", "480"]) {
    await openFramed(page, site, goal);
    await readyFrame(page);
    const early = await page.evaluate((value) => {
      document.querySelector("pace-frame").remove();
      const frame = document.createElement("pace-frame");
      Object.assign(frame, { element: "pace-leaderboard", height: value });
      document.body.append(frame);
      return frame.offsetHeight;
    }, height);
    expect(early).toBe(480);
    await readyFrame(page, 2);
    await expect.poll(() => heightOf(page)).toBe(480);
  }
});

/** What a frame has below the window, where nothing of it is rendered. */
const BELOW = "pace-frame { width: 700px; margin-block: 1500px }";

test("a frame near the window has its height before it comes into view", async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openFramed(page, site, 'element="pace-board" loading="lazy"', { style: BELOW, document: sales({ channels: [{ id: "beta", name: "Beta Store", gmv: flat(90) }] }) });
  await expect.poll(() => heightOf(page), { timeout: 60_000 }).toBeGreaterThan(1_000);
  const inside = page.frames().at(-1);
  const whole = () => inside.evaluate(() => Math.ceil(document.querySelector("#content").getBoundingClientRect().height));
  await expect.poll(async () => (await heightOf(page)) === (await whole())).toBe(true);
  expect(await page.evaluate(() => [scrollY, of("ready").length])).toEqual([0, 0]);
  await page.locator("pace-frame").scrollIntoViewIfNeeded();
  await readyFrame(page);
});

test("until a frame is loaded it is as high as what it is about to show is about", async ({ page, site }) => {
  await openFramed(page, site, `${goal} loading="lazy"`, { style: BELOW.replace("1500", "20000") });
  await page.waitForFunction(() => document.querySelector("pace-frame").shadowRoot?.querySelector("iframe"));
  const heights = await page.evaluate(() =>
    ["pace-goal", "pace-rank", "pace-programme", "pace-leaderboard", "pace-board", "", "nothing"].map((name) => {
      const frame = document.querySelector("pace-frame");
      frame.element = name;
      return frame.offsetHeight;
    }),
  );
  expect(heights).toEqual([144, 400, 420, 640, 1000, 1000, 150]);
});

test("a frame in which there is nothing to show is no higher than the line that says so", async ({ page, site }) => {
  await openFramed(page, site, 'element="pace-bored"');
  await news(page, "error");
  await expect.poll(() => heightOf(page)).toBeLessThan(100);
});

test("a frame far below starts when it is told to be eager", async ({ page, site }) => {
  await openFramed(page, site, `${goal} loading="lazy"`, { style: "pace-frame { margin-top: 20000px }" });
  await page.waitForFunction(() => document.querySelector("pace-frame").shadowRoot?.querySelector("iframe"));
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  expect(site.asked("embed.html")).toEqual([]);
  await page.evaluate(() => (document.querySelector("pace-frame").loading = "eager"));
  await expect.poll(() => site.asked("main.json").length, { timeout: 60_000 }).toBeGreaterThan(0);
  // It is not painted before it is seen, so it is not ready before either.
  await page.locator("pace-frame").scrollIntoViewIfNeeded();
  await readyFrame(page);
});

for (const name of ["nowhere", "toString", "constructor"]) {
  test(`a source of the name "${name}" that is not configured is an error`, async ({ page, site }) => {
    await openFramed(page, site, `${goal} source="${name}"`);
    expect((await news(page, "error"))[0].detail).toEqual({ code: "unknown-source", message: `Paceboard.configure() names no source "${name}"`, retryable: false, retryAt: null });
    await expect(page.frameLocator("pace-frame iframe").getByRole("alert")).toContainText(name);
  });
}

test.describe("a frame whose policy forbids wasm", () => {
  test.use({ expectedErrors: /wasm|WebAssembly/i });

  for (const [locale, words] of [["en", "forbids compiling WebAssembly"], ["zh-CN", "不允许编译 WebAssembly"]]) {
    test(`says which directive is missing (${locale})`, async ({ page, site }) => {
      await openFramed(page, site, goal, { configuration: { locale }, policy: framePolicy(site).replace(" 'wasm-unsafe-eval'", "") });
      const [{ detail }] = await news(page, "error");
      expect(detail).toEqual({ code: "blocked", message: expect.stringContaining("'wasm-unsafe-eval'"), retryable: false, retryAt: null });
      expect(detail.message).toContain(words);
      await expect(page.frameLocator("pace-frame iframe").getByRole("alert")).toHaveText(detail.message);
    });
  }
});
