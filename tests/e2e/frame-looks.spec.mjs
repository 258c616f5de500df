// Language, currency and theme of the real elements in a frame: as the page says, also once it says otherwise.
import { held } from "./support/answers.mjs";
import { lookIn, openFramed, readyFrame } from "./support/framed.mjs";
import { expect, test } from "./support/test.mjs";

const goal = 'element="pace-goal" channel="beta"';
const shown = (page) => page.frameLocator("pace-frame iframe");
const move = (page) => page.evaluate(() => document.body.appendChild(document.createElement("section")).append(document.querySelector("pace-frame")));
const setTheme = (page, theme) => page.evaluate((value) => (document.querySelector("pace-frame").theme = value), theme);

test("configured in another language and currency, the frame shows them", async ({ page, site }) => {
  await openFramed(page, site, goal, { configuration: { locale: "en", currency: "CNY" } });
  await readyFrame(page);
  expect(await lookIn(page)).toMatchObject({ lang: "en" });
  await expect(shown(page).getByTestId("goal-to-date")).toHaveText("¥900");
  await page.evaluate(() => Paceboard.configure({ locale: "zh-CN", currency: "USD" }));
  const frame = await readyFrame(page, 2);
  expect(await lookIn(page)).toMatchObject({ lang: "zh-CN" });
  await expect(shown(page).getByTestId("goal-to-date")).toHaveText("US$138.46");
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
});

test("configured anew, the frame keeps the view that its reader chose", async ({ page, site }) => {
  await openFramed(page, site, 'element="pace-leaderboard"');
  await readyFrame(page);
  await page.locator("pace-frame").evaluate((element) => element.setState("window=7d&focus=gamma"));
  await page.evaluate(() => Paceboard.configure({ locale: "zh-CN" }));
  await readyFrame(page, 2);
  const state = await page.locator("pace-frame").evaluate((element) => element.getState());
  expect(Object.fromEntries(new URLSearchParams(state))).toMatchObject({ window: "7d", focus: "gamma", lang: "zh" });
});

test("moved, the frame keeps the theme that the page set last", async ({ page, site }) => {
  await openFramed(page, site, `${goal} theme="light"`);
  await readyFrame(page);
  await setTheme(page, "dark");
  await expect.poll(() => lookIn(page)).toMatchObject({ theme: "dark" });
  await move(page);
  await readyFrame(page, 2);
  expect(await lookIn(page)).toMatchObject({ theme: "dark" });
});

test("moved, the frame keeps the language that its reader chose", async ({ page, site }) => {
  await openFramed(page, site, 'element="pace-board"', { configuration: { locale: undefined } });
  await readyFrame(page);
  expect(await lookIn(page)).toMatchObject({ lang: "zh-CN" });
  await shown(page).getByRole("button", { name: "EN", exact: true }).click();
  await expect.poll(() => lookIn(page)).toMatchObject({ lang: "en" });
  // Answered after all that the frame has said before.
  await page.locator("pace-frame").evaluate((element) => element.exportCsv());
  await move(page);
  await readyFrame(page, 2);
  expect(await lookIn(page)).toMatchObject({ lang: "en" });
});

const MOVES = {
  "while a moved frame is on its way": (frame) => {
    document.body.append(frame);
    frame.window = "28d";
  },
  "just before it is moved": (frame) => {
    frame.window = "28d";
    document.body.append(frame);
  },
  "while it is out of the document": async (frame) => {
    frame.remove();
    await null;
    frame.window = "28d";
    document.body.append(frame);
  },
};
for (const [name, deed] of Object.entries(MOVES)) {
  test(`an attribute that is set ${name} outranks what the reader chose before, and nothing else does`, async ({ page, site }) => {
    await openFramed(page, site, 'element="pace-leaderboard" metric="gmv"');
    await readyFrame(page);
    await page.locator("pace-frame").evaluate((element) => element.setState("window=7d&focus=gamma"));
    await page.locator("pace-frame").evaluate(deed);
    await readyFrame(page, 2);
    const state = () => page.locator("pace-frame").evaluate((element) => element.getState());
    expect(Object.fromEntries(new URLSearchParams(await state()))).toMatchObject({ window: "28d", focus: "gamma" });
    // What was chosen since outranks the attribute, also in the next place.
    await page.locator("pace-frame").evaluate((element) => element.setState("window=7d"));
    await move(page);
    await readyFrame(page, 3);
    expect(Object.fromEntries(new URLSearchParams(await state()))).toMatchObject({ window: "7d" });
  });
}

test("a frame that is moved before anything of it has come has what its attributes say", async ({ page, site }) => {
  const program = held();
  site.answer(/\.wasm$/, program);
  await openFramed(page, site, 'element="pace-leaderboard" window="28d"');
  await page.waitForFunction(() => document.querySelector("pace-frame").shadowRoot?.querySelector("iframe"));
  // Has the frame tell its view while there is none.
  await page.locator("pace-frame").evaluate((element) => {
    element.density = "compact";
    return element.getState();
  });
  await move(page);
  program.release();
  await readyFrame(page);
  const state = await page.locator("pace-frame").evaluate((element) => element.getState());
  expect(Object.fromEntries(new URLSearchParams(state))).toMatchObject({ window: "28d" });
});

for (const system of ["light", "dark"]) {
  test.describe(`a system that is ${system}`, () => {
    test.use({ colorScheme: system });

    test("is followed where the page goes with it, and not where the page is of one kind", async ({ page, site }) => {
      const style = ":root{color-scheme:light dark} :root.dark{color-scheme:dark} :root.light{color-scheme:light}";
      await openFramed(page, site, goal, { style, html: 'lang="en" class="dark"' });
      await readyFrame(page);
      const become = (name) => page.evaluate((value) => (document.documentElement.className = value), name);
      await expect.poll(() => lookIn(page)).toMatchObject({ theme: "dark" });
      await become("light");
      await expect.poll(() => lookIn(page)).toMatchObject({ theme: "light" });
      await become("");
      await expect.poll(() => lookIn(page)).toMatchObject({ theme: system });
      await become(system === "dark" ? "light" : "dark");
      await expect.poll(() => lookIn(page)).toMatchObject({ theme: system === "dark" ? "light" : "dark" });
    });
  });
}

/** The colour of the page's uppermost pixel on the left. */
async function corner(page) {
  const { x, y } = await page.locator("pace-frame").boundingBox();
  const picture = (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString("base64");
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (it) => it.charCodeAt(0))], { type: "image/png" }));
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, picture);
}

for (const [scheme, ground] of [["dark", [16, 32, 48]], ["light", [240, 224, 208]]]) {
  for (const theme of ["dark", "light"]) {
    test(`outside a ${theme} card's round corners one sees the ${scheme} page`, async ({ page, site }) => {
      const style = `:root{color-scheme:${scheme};background:rgb(${ground})} body{margin:40px} pace-frame{--pace-radius:24px}`;
      await openFramed(page, site, `${goal} theme="${theme}"`, { style });
      await readyFrame(page);
      await expect.poll(() => lookIn(page)).toMatchObject({ theme });
      await expect.poll(() => corner(page)).toEqual(ground);
    });
  }
}

test("colours that a page gives for both themes go by the theme that is shown, in a frame and without", async ({ page, site }) => {
  const style = ":root { color-scheme: light; --pace-surface: light-dark(rgb(250, 240, 230), rgb(10, 20, 30)) }";
  await openFramed(page, site, `${goal} theme="light"`, { style });
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("pace-goal"), { channel: "beta", theme: "light", loading: "eager" })));
  await readyFrame(page, 2);
  const cards = [shown(page).getByTestId("goal-card"), page.locator("body > pace-goal").getByTestId("goal-card")];
  for (const card of cards) await expect(card).toHaveCSS("background-color", "rgb(250, 240, 230)");
  await page.evaluate(() => document.querySelectorAll("pace-frame, pace-goal").forEach((element) => (element.theme = "dark")));
  for (const card of cards) await expect(card).toHaveCSS("background-color", "rgb(10, 20, 30)");
});
