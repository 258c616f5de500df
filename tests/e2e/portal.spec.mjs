// The merchant portal: who gets which data, and the elements on a merchant's home page.
import { readdirSync } from "node:fs";
import { expectAccessible } from "./support/axe.mjs";
import { askData, askToken, cookieOf, openPortal } from "./support/merchants.mjs";
import { expect, failedRequest, test as base } from "./support/test.mjs";

const test = base.extend({
  live: ["300", { option: true }],
  portal: async ({ live }, use) => {
    const portal = await openPortal("--tokens-live", live);
    await use(portal);
    await portal.close();
  },
});

async function tokenOf(portal, account) {
  const answer = await askToken(portal, await cookieOf(portal, account));
  return (await answer.json()).token;
}

const NAMES = ["pace-rank", "pace-goal", "pace-programme", "pace-leaderboard", "pace-frame"];

/** Notes from now on what each element tells, in `window.heard`. */
function listen(page) {
  return page.addInitScript(() => {
    window.heard = [];
    for (const name of ["ready", "error", "stale", "auth-required"]) addEventListener(`pace-${name}`, ({ type, target }) => window.heard.push({ type, from: target.localName }));
  });
}

const ready = (page, name) => page.waitForFunction((from) => window.heard.some((it) => it.type === "pace-ready" && it.from === from), name, { timeout: 60_000 });

/** Scrolls to each of the elements in turn until it has painted its figures. */
async function showAll(page) {
  for (const name of NAMES) {
    await page.locator(name).scrollIntoViewIfNeeded();
    await ready(page, name);
  }
}

/** Notes in `window.asked` what the portal's page is asked for tokens, and whether the one before was still good. */
function noteTokens(page) {
  return page.addInitScript(() => {
    if (window.top !== window) return;
    window.asked = [];
    const noted = (fetchToken) => async (request) => {
      const inTime = Date.now() < (window.asked.at(-1)?.exp ?? Infinity) * 1000;
      const { token, exp } = await fetchToken(request);
      window.asked.push({ reason: request.reason, exp, inTime });
      return { token, exp };
    };
    let paceboard;
    Object.defineProperty(window, "Paceboard", {
      get: () => paceboard,
      set: (it) => (paceboard = { ...it, configure: (options) => it.configure({ ...options, fetchToken: noted(options.fetchToken) }) }),
    });
  });
}

/** Leaves the frame out: near the window it starts by itself, with a token of its own. */
function withoutFrame(page) {
  return page.addInitScript(() => {
    const define = customElements.define.bind(customElements);
    customElements.define = (name, Class) => name === "pace-frame" || define(name, Class);
  });
}

async function logIn(page, portal, account) {
  await page.goto(portal.origin);
  await page.locator(`form[action="/login/${account}"] button`).click();
}

test("without a login there is no token, without a token no data", async ({ portal }) => {
  expect((await askToken(portal)).status).toBe(401);
  for (const token of [undefined, "x", "0.1.9999999999.00"]) {
    const answer = await askData(portal, token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(await answer.text()).not.toContain("channels");
  }
});

test("each token opens its own merchant's document and part", async ({ portal }) => {
  const [chabai, songge] = [await tokenOf(portal, "chabai"), await tokenOf(portal, "songge")];
  const [one, other] = await Promise.all([chabai, songge].map(async (token) => (await askData(portal, token)).json()));
  expect(one.channels.id.filter((id) => !id.startsWith("anon-"))).toEqual(["c2113", "c0043"]);
  expect(other.channels.id.filter((id) => !id.startsWith("anon-"))).toEqual(["c1876"]);
  const path = one.parts[0].href;
  expect((await askData(portal, chabai, { path })).status).toBe(200);
  expect((await askData(portal, songge, { path })).status).toBe(404);
  const forged = `1${chabai.slice(1)}`;
  expect((await askData(portal, forged)).status).toBe(401);
});

test("the figures that lie beside the program are nobody's without a token", async ({ portal }) => {
  for (const name of readdirSync("dist").filter((name) => name.startsWith("sample.") && name.endsWith(".json"))) {
    expect((await fetch(`${portal.origin}/paceboard/${name}`)).status, name).toBe(404);
  }
  for (const name of ["embed.html", "paceboard.json"]) expect((await fetch(`${portal.origin}/paceboard/${name}`)).status, name).toBe(200);
});

test("a document that has not changed is not sent again", async ({ portal }) => {
  const token = await tokenOf(portal, "chabai");
  const etag = (await askData(portal, token)).headers.get("etag");
  const again = await askData(portal, token, { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("logging out and revoking end tokens at once", async ({ portal }) => {
  const cookie = await cookieOf(portal, "chabai");
  const token = async () => (await (await askToken(portal, cookie)).json()).token;
  const first = await token();
  await portal.revoke();
  expect((await askData(portal, first)).status).toBe(401);
  const second = await token();
  expect((await askData(portal, second)).status).toBe(200);
  await fetch(`${portal.origin}/logout`, { method: "POST", headers: { cookie }, redirect: "manual" });
  expect((await askData(portal, second)).status).toBe(401);
  expect((await askToken(portal, cookie)).status).toBe(401);
});

test("data may be read by the frame's opaque origin and by no other", async ({ portal }) => {
  const token = await tokenOf(portal, "chabai");
  const allowed = async (origin) => (await askData(portal, token, { origin })).headers.get("access-control-allow-origin");
  expect(await allowed("null")).toBe("null");
  expect(await allowed("https://other.example")).toBeNull();
  const cookie = await cookieOf(portal, "chabai");
  const ofToken = await fetch(`${portal.origin}/api/paceboard-token`, { method: "POST", headers: { cookie, origin: "null" } });
  expect(ofToken.headers.get("access-control-allow-origin")).toBeNull();
});

test("the home page shows the merchant's rank among all, and the programme as a whole", async ({ page, portal }) => {
  await logIn(page, portal, "songge");
  const card = page.getByTestId("rank-card");
  await expect(card.getByTestId("rank-now")).toContainText("41", { timeout: 60_000 });
  await expect(card).toContainText("2,400");
  await expect(card.getByTestId("neighbours").getByRole("listitem")).toHaveCount(7);
  await expect(page.getByTestId("told-over")).toHaveText("1,350");
});

for (const [language, named] of [["zh", /^第\d+名( \(\d\))?$/], ["en", /^No\. \d+( \(\d\))?$/]]) {
  for (const width of [1280, 375]) {
    test(`neighbours can be told apart in lists and cards (${language}, ${width} px)`, async ({ page, portal }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${portal.origin}/language/${language}`);
      await logIn(page, portal, "chabai");
      const names = { "pace-leaderboard": ".row:not([hidden]) .cell-name > bdi", "pace-rank": ".neighbours__name" };
      for (const [element, place] of Object.entries(names)) {
        await page.locator(element).scrollIntoViewIfNeeded();
        const others = page.locator(element).locator(place).filter({ hasText: named });
        await expect(others.nth(4)).toBeVisible({ timeout: 60_000 });
        const cut = await others.evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth).map((one) => one.textContent));
        expect(cut).toEqual([]);
      }
    });
  }
}

test("choosing another channel and another theme changes what is shown", async ({ page, portal }) => {
  await logIn(page, portal, "chabai");
  const card = page.getByTestId("rank-card");
  await expect(card.getByTestId("rank-now")).toContainText("1,496", { timeout: 60_000 });
  await page.locator("#channel").selectOption("c0043");
  await expect(card.getByTestId("rank-now")).toContainText("1,904");
  const colour = () => card.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await colour();
  await page.locator("#theme").selectOption("dark");
  await expect.poll(colour).not.toBe(light);
});

test("four elements and a frame are all there, with the merchant's own figures", async ({ page, portal }) => {
  await listen(page);
  await logIn(page, portal, "chabai");
  await showAll(page);
  const heard = await page.evaluate(() => window.heard.map(({ from, type }) => `${from} ${type}`).sort());
  expect(heard).toEqual(NAMES.map((name) => `${name} pace-ready`).sort());
  await expect(page.getByTestId("rank-now")).toHaveText("第 1,496 名");
  await expect(page.locator("pace-goal").getByTestId("goal-to-date")).toHaveText("¥9,357万");
  const frame = page.frameLocator("pace-frame iframe");
  await expect(frame.getByTestId("told-over")).toHaveText("1,350");
});

for (const language of ["zh", "en"]) {
  for (const theme of ["light", "dark"]) {
    test(`the portal's pages have no accessibility violations (${language}, ${theme})`, async ({ page, portal }) => {
      await page.goto(`${portal.origin}/language/${language}`);
      await expectAccessible(page);
      await listen(page);
      await logIn(page, portal, "chabai");
      await page.locator("#theme").selectOption(theme);
      await showAll(page);
      await expectAccessible(page);
    });
  }
}

test("its policies allow what the guide says, and no more", async ({ page, portal }) => {
  const policies = {};
  page.on("response", (response) => {
    const policy = response.headers()["content-security-policy"];
    if (response.request().resourceType() === "document") policies[new URL(response.url()).pathname] = policy;
  });
  await listen(page);
  await logIn(page, portal, "chabai");
  // All of them, since the portal's server ends with the test, and what is still loaded would be cut off.
  await showAll(page);
  await expect.poll(() => Object.keys(policies)).toEqual(expect.arrayContaining(["/", "/login", "/paceboard/embed.html"]));
  for (const path of ["/", "/login", "/paceboard/embed.html"]) {
    const directives = Object.fromEntries(policies[path].split("; ").map((it) => [it.split(" ")[0], it.split(" ").slice(1)]));
    expect(directives["default-src"], path).toEqual(["'none'"]);
    // In its sandbox the frame's page has no self.
    const { host } = new URL(portal.origin);
    const own = path === "/paceboard/embed.html" ? [`http://${host}`, `https://${host}`] : ["'self'"];
    expect(directives["script-src"], path).toEqual([...own, "'wasm-unsafe-eval'"]);
    expect(directives["style-src"], path).toEqual(own);
    expect(directives["require-trusted-types-for"], path).toEqual(["'script'"]);
    expect(policies[path], path).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
    expect(directives.sandbox, path).toEqual(path === "/paceboard/embed.html" ? ["allow-scripts"] : undefined);
  }
});

test.describe("tokens that live 35 seconds", () => {
  test.use({ live: "35" });

  test("are renewed before they end, and nothing is refused", async ({ page, portal }) => {
    const refused = [];
    page.on("response", (response) => response.status() === 401 && refused.push(response.url()));
    await withoutFrame(page);
    await noteTokens(page);
    await listen(page);
    await logIn(page, portal, "chabai");
    await ready(page, "pace-rank");
    const asked = () => page.evaluate(() => window.asked);
    await expect.poll(async () => (await asked()).length, { timeout: 60_000 }).toBe(2);
    expect((await asked()).map(({ reason }) => reason)).toEqual(["first", "expiry"]);
    expect((await asked())[1].inTime).toBe(true);
    // With the first one over, the second opens the data.
    await page.waitForFunction(() => Date.now() > window.asked[0].exp * 1000, null, { timeout: 60_000 });
    const answer = page.waitForResponse("**/api/sales");
    await page.locator("pace-rank").evaluate((element) => element.refresh());
    expect([200, 304]).toContain((await answer).status());
    expect(refused).toEqual([]);
    expect(await asked()).toHaveLength(2);
  });
});

test.describe("when tokens are revoked", () => {
  test.use({ expectedErrors: failedRequest });

  test("one new one is asked for, and all goes on", async ({ page, portal }) => {
    await withoutFrame(page);
    await noteTokens(page);
    await listen(page);
    await logIn(page, portal, "chabai");
    await ready(page, "pace-rank");
    await portal.revoke();
    await page.locator("pace-rank").evaluate((element) => element.refresh());
    expect((await page.evaluate(() => window.asked)).map(({ reason }) => reason)).toEqual(["first", "rejected"]);
    expect(await page.evaluate(() => window.heard.filter(({ type }) => /error|auth/.test(type)))).toEqual([]);
    await expect(page.getByTestId("rank-now")).toContainText("1,496");
    await expect(page.locator("#signed-out")).toBeHidden();
    await page.locator("pace-goal").evaluate((element) => element.refresh());
    expect(await page.evaluate(() => window.asked.length)).toBe(2);
  });
});

test.describe("when the login has ended", () => {
  test.use({ expectedErrors: failedRequest });

  test("the portal says so, and no element claims to be ready", async ({ page, portal }) => {
    await page.addInitScript(() => {
      window.ready = 0;
      addEventListener("pace-ready", () => (window.ready += 1));
    });
    await page.route("**/api/paceboard-token", (route) => route.fulfill({ status: 401 }));
    await logIn(page, portal, "chabai");
    await expect(page.locator("#signed-out")).toBeVisible({ timeout: 60_000 });
    expect(await page.evaluate(() => window.ready)).toBe(0);
  });
});
