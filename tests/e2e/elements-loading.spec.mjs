// How elements get their program: when, what if it fails, what a policy says to it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { held, json, status } from "./support/answers.mjs";
import { answerFrames } from "./support/framed.mjs";
import { hostPage, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { dist, openSite } from "./support/site.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

const GOAL = '<pace-goal channel="beta"></pace-goal>';
const FILES = { wasm: /^paceboard-\w+\.wasm$/, glue: /^paceboard-\w+\.js$/, style: /^style-\w+\.css$/, late: /^late-\w+\.js$/ };
const passOn = (_request, _response, next) => next();
const alert = (page) => page.locator("pace-goal").getByRole("alert");
const errors = async (page, count) => (await news(page, "error", count)).map(({ detail }) => detail);

test("the script run twice is one program", async ({ page, site }) => {
  const { script } = await (await fetch(`${site.origin}/paceboard.json`)).json();
  const twice = `const first = window.Paceboard; const again = await import("./${script}?again"); window.isSame = again.Paceboard === first && window.Paceboard === first;`;
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  await page.goto(hostPage(site, GOAL, { script: twice }));
  await news(page, "ready");
  expect(await page.evaluate(() => window.isSame)).toBe(true);
  expect(asked.filter((path) => path === script)).toHaveLength(2);
  expect(asked.filter((path) => FILES.wasm.test(path))).toHaveLength(1);
});

test("elements that are all far away ask for nothing of the program", async ({ page, site }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  await page.goto(hostPage(site, GOAL.repeat(3), { style: "body { padding-top: 9000px }" }));
  await page.waitForFunction(() => window.Paceboard);
  // Observers have been told once by then.
  await page.evaluate(() => new Promise((seen) => new IntersectionObserver(seen).observe(document.querySelector("pace-goal"))));
  expect(asked.filter((path) => Object.values(FILES).some((pattern) => pattern.test(path)) || path === "main.json")).toEqual([]);
  await page.locator("pace-goal").first().evaluate((element) => (element.loading = "eager"));
  await news(page, "ready");
  expect(asked.filter((path) => FILES.wasm.test(path))).toHaveLength(1);
});

test("loading that turns eager on a running element starts no second one", async ({ page, site }) => {
  await page.goto(hostPage(site, GOAL));
  await news(page, "ready");
  await page.locator("pace-goal").evaluate((element) => (element.loading = "eager"));
  site.answer("main.json", json({ format: "something else" }));
  await page.locator("pace-goal").evaluate((element) => element.refresh());
  await news(page, "stale");
  expect(await page.evaluate(() => window.news.filter(({ name }) => name !== "resize").map(({ name }) => name))).toEqual(["ready", "error", "stale"]);
});

test.describe("files that do not come", () => {
  test.use({ expectedErrors: /Failed to load|Paceboard|integrity|404|tracker\.example/ });

  for (const [name, pattern] of Object.entries(FILES)) {
    test(`the ${name} is asked for again when the page asks`, async ({ page, site }) => {
      site.answer(pattern, status(404));
      await page.goto(hostPage(site, GOAL));
      expect(await errors(page)).toMatchObject([{ code: "failed", retryable: true, retryAt: null }]);
      await expect(alert(page)).not.toBeEmpty();
      site.answer(pattern, passOn);
      await page.locator("pace-goal").evaluate((element) => element.refresh());
      await news(page, "ready");
      await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
    });
  }

  for (const name of ["wasm", "glue", "late"]) {
    test(`a ${name} that is not what was built is not run`, async ({ page, site }) => {
      const file = readFileSync(join(dist, readdirSync(dist).find((one) => FILES[name].test(one))));
      const type = name === "wasm" ? "application/wasm" : "text/javascript";
      // Of the wasm one bit of data; the script would go on to say that it ran.
      if (name === "wasm") file[file.length - 10] ^= 1;
      const altered = name === "wasm" ? file : `${file}\nwindow.ran = true;`;
      site.answer(FILES[name], (_request, response) => response.writeHead(200, { "Content-Type": type }).end(altered));
      await page.goto(hostPage(site, GOAL));
      expect(await errors(page)).toMatchObject([{ code: "failed" }]);
      expect(await page.evaluate(() => window.ran)).toBeUndefined();
      await expect(page.getByTestId("goal-card")).toHaveCount(0);
    });
  }

  test("is not taken for what a policy has kept from the page before", async ({ page, site }) => {
    site.answer(FILES.wasm, status(404));
    const script = 'new Image().src = "https://tracker.example/pixel.png";';
    await page.goto(hostPage(site, `<div></div>${GOAL}`, { script, style: "div { height: 5000px }" }));
    await page.evaluate(() => new Promise((blocked) => {
      document.addEventListener("securitypolicyviolation", blocked);
      new Image().src = "https://tracker.example/other.png";
    }));
    await page.locator("pace-goal").evaluate((element) => element.scrollIntoView());
    expect(await errors(page)).toMatchObject([{ code: "failed", retryable: true }]);
    await expect(alert(page)).toContainText("could not be loaded");
  });

  test("the words are in the element's language, then the configured one, then the page's", async ({ page, site }) => {
    site.answer(FILES.wasm, status(404));
    const body = '<pace-goal locale="zh-CN" loading="eager"></pace-goal><pace-rank loading="eager"></pace-rank>';
    await page.goto(hostPage(site, body, { html: 'lang="zh"' }));
    const said = Object.fromEntries((await news(page, "error", 2)).map(({ from, detail }) => [from, detail.message]));
    expect(said).toEqual({ "pace-goal": expect.stringContaining("未能加载"), "pace-rank": expect.stringContaining("could not be loaded") });
    await page.evaluate(() => window.Paceboard.configure({ locale: undefined }));
    await news(page, "error", 4);
    await expect(page.locator("pace-rank").getByRole("alert")).toContainText("未能加载");
  });
});

test.describe("a page of another site than the script's", () => {
  test.use({ expectedErrors: /Content Security Policy|Failed to load|Paceboard|violates/ });
  const html = (cdn) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title><link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">
<script type="module" src="${cdn}/paceboard.js"></script><script type="module" src="portal.js"></script></head><body>${GOAL}<pace-board></pace-board></body></html>`;
  const script = (data) => `window.news = [];
    for (const name of ["ready", "error"]) addEventListener("pace-" + name, ({ detail, target }) => news.push({ name, detail, from: target.localName }));
    window.of = (name) => news.filter((one) => one.name === name);
    Paceboard.configure({ sources: { main: { url: "${data}/main.json" } }, locale: "en" });`;

  /** Three servers: the portal's, the script's, the data's. `policy(cdn, data)` is the portal's. */
  async function open(page, site, policy) {
    const [cdn, data] = [await openSite(), await openSite()];
    cdn.answer(/\.(js|wasm|css)$/, (_request, response, next) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      next();
    });
    data.answer("main.json", json(sales(), { headers: { "Access-Control-Allow-Origin": "*" } }));
    const answer = (path, type, text) => site.answer(path, (_request, response) => response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy(cdn.origin, data.origin) }).end(text));
    answer("portal.html", "text/html", html(cdn.origin));
    answer("portal.js", "text/javascript", script(data.origin));
    answer("host.css", "text/css", "pace-board { width: 800px }");
    await page.goto(`${site.origin}/portal.html`);
    return { cdn: cdn.origin, close: () => Promise.all([cdn.close(), data.close()]) };
  }

  test("works under the policy that the guide gives, to the letter", async ({ page, site }) => {
    const guide = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
    const [, written] = /Of a page with elements:\s*```\s*(.+?)\s*```/.exec(guide);
    const policy = (cdn, data) => written.replaceAll("https://cdn.example", cdn).replaceAll("https://data.example", data);
    const { close } = await open(page, site, policy);
    await news(page, "ready", 2);
    await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
    expect(await page.evaluate(() => window.of("error"))).toEqual([]);
    await close();
  });

  test("is told which host a directive lacks", async ({ page, site }) => {
    const policy = (cdn, data) => `script-src 'self' ${cdn} 'wasm-unsafe-eval'; connect-src ${data}; style-src 'self'`;
    const { cdn, close } = await open(page, site, policy);
    const [detail] = await errors(page, 2);
    expect(detail).toMatchObject({ code: "blocked", retryable: false });
    expect(detail.message).toContain(`see connect-src, which needs ${cdn}.`);
    await close();
  });
});

test.describe("a program that has failed while it ran", () => {
  test.use({ expectedErrors: /^Failed to load resource|a canvas that is broken|panicked at|RuntimeError/ });

  test("says so in each element, keeps the figures, offers to load the page again, and leaves the page's own alone", async ({ page, site }) => {
    const panics = [];
    page.on("console", (message) => /panicked at/.test(message.text()) && panics.push(message.text()));
    answerFrames(site);
    const body = `${GOAL}<pace-rank channel="beta"></pace-rank><pace-frame element="pace-goal" channel="beta" loading="eager"></pace-frame><button id="own">Own</button>`;
    await page.goto(hostPage(site, body, { document: null, style: "pace-goal, pace-rank { width: 700px }" }));
    await news(page, "ready", 3);
    // The canvas of one element draws no more. The first time that leaves the program half-way through
    // a drawing; the next drawing finds it so, and panics.
    await page.evaluate(() => {
      const canvas = document.querySelector("pace-goal").shadowRoot.querySelector("canvas");
      canvas.getContext("2d").fillRect = () => {
        throw new Error("a canvas that is broken");
      };
    });
    let dark = false;
    const failures = async () => {
      dark = !dark;
      await paintedWith(page, dark ? "dark" : "light");
      return page.evaluate(() => window.of("error").length);
    };
    await expect.poll(failures).toBe(2);
    expect((await news(page, "error", 2)).map(({ detail }) => detail)).toMatchObject(Array(2).fill({ code: "failed", message: expect.stringContaining("program has failed"), retryable: false }));
    expect(panics.length).toBeGreaterThan(0);
    for (const name of ["pace-goal", "pace-rank"]) {
      const box = page.locator(name).getByRole("alert");
      await expect(box).toContainText("程序出错");
      await expect(box).toContainText("The program has failed");
      await expect(box.getByRole("button")).toBeVisible();
    }
    await expect(page.locator("pace-goal").getByTestId("goal-to-date")).toHaveText("¥900");
    // What the page has itself works, and so does a frame, which has a program of its own.
    await page.evaluate(() => (document.querySelector("#own").onclick = () => (document.title = "pressed")));
    await page.locator("#own").click();
    await expect(page).toHaveTitle("pressed");
    answerFrames(site, sales({ channels: [{ id: "beta", name: "Beta Store", gmv: Array(10).fill(50) }] }));
    await page.locator("pace-frame").evaluate((element) => element.refresh());
    await expect(page.frameLocator("pace-frame iframe").getByTestId("goal-to-date")).toHaveText("¥500");
    // Nothing that the page does takes the figures away.
    await page.evaluate(() => {
      window.Paceboard.configure({ fetchToken: () => null });
      return document.querySelector("pace-goal").refresh();
    });
    await expect(page.locator("pace-goal").getByTestId("goal-to-date")).toHaveText("¥900");
    // One that comes later does not call what has failed; those that go do not either.
    await page.evaluate(() => {
      document.querySelector("pace-rank").remove();
      document.body.append(Object.assign(document.createElement("pace-programme"), { loading: "eager" }));
    });
    await expect(page.locator("pace-programme").getByRole("alert")).toContainText("The program has failed");
    await page.locator("pace-goal").getByRole("button", { name: "Reload" }).click();
    await news(page, "ready", 3);
    await expect(page.locator("pace-goal").getByRole("alert")).toHaveCount(0);
  });
});

/** Changes the theme of the first element, and waits until that has been drawn, or was to be. */
const paintedWith = (page, theme) =>
  page.evaluate((value) => {
    document.querySelector("pace-goal").theme = value;
    return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))));
  }, theme);

test("room is kept for what will come, and not where nothing will", async ({ page, site }) => {
  const height = () => page.locator("pace-rank").evaluate((element) => element.offsetHeight);
  const answer = held(json(sales()));
  site.answer("main.json", answer);
  await page.goto(hostPage(site, '<pace-rank channel="nobody"></pace-rank>', { document: null }));
  await page.waitForFunction(() => window.Paceboard);
  expect(await height()).toBe(400);
  answer.release();
  await news(page, "error");
  await expect(page.getByTestId("unknown")).toBeVisible();
  expect(await height()).toBeLessThan(120);
});

test("a source of a name that every object has is not configured", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal source="constructor" channel="beta"></pace-goal>'));
  expect(await errors(page)).toMatchObject([{ code: "unknown-source" }]);
  await expect(alert(page)).toContainText('"constructor"');
});

test("rows of a list far from the window are there, and drawn when it comes near", async ({ page, site }) => {
  const channels = Array.from({ length: 30 }, (_, at) => ({ id: `c${at}`, name: `Store ${at}`, gmv: Array(10).fill(100 - at) }));
  await page.goto(hostPage(site, '<pace-leaderboard loading="eager"></pace-leaderboard>', { document: sales({ channels }), style: "pace-leaderboard { margin-block: 9000px }" }));
  await news(page, "ready");
  const list = page.locator("pace-leaderboard");
  const height = () => list.evaluate((element) => element.offsetHeight);
  const isDrawn = () => list.evaluate((element) => element.shadowRoot.querySelector('[data-rank="1"]').checkVisibility({ contentVisibilityAuto: true }));
  const before = await height();
  expect(await isDrawn()).toBe(false);
  await expect(list.locator('[data-rank="1"]')).toHaveAttribute("data-channel-id", "c0");
  await list.scrollIntoViewIfNeeded();
  await expect.poll(isDrawn).toBe(true);
  expect(await height()).toBe(before);
});
