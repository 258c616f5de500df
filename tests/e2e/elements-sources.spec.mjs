// Elements and what their sources do: answers from elsewhere, looks that overtake each other, parts
// that are refused, logins that do not come.
import { gzipSync } from "node:zlib";
import { held, inTurn, json } from "./support/answers.mjs";
import { hostPage, hostPolicy, news } from "./support/host.mjs";
import { part } from "./support/parts.mjs";
import { sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";
import { authorizations, expectGoal, scoped, settle, TOKENS } from "./support/tokens.mjs";

const GOAL = '<pace-goal id="goal" channel="beta" loading="eager"></pace-goal>';
const beta = (gmv) => sales({ channels: [{ id: "beta", name: "Beta Store", gmv: Array(10).fill(gmv) }] });
const count = (page, name) => page.evaluate((name) => window.of(name).length, name);

test("a compressed document of another origin, which hides that it is compressed", async ({ page, site }) => {
  const elsewhere = `${site.origin.replace("127.0.0.1", "localhost")}/far.json`;
  const bytes = gzipSync(JSON.stringify(beta(90)));
  const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip", "Content-Length": bytes.length, "Access-Control-Allow-Origin": "*" };
  site.answer("far.json", (_request, response) => response.writeHead(200, headers).end(bytes));
  const policy = hostPolicy.replace("connect-src 'self'", `connect-src 'self' ${new URL(elsewhere).origin}`);
  await page.goto(hostPage(site, GOAL, { policy, document: null, configuration: { sources: { main: { url: elsewhere } } } }));
  await news(page, "ready");
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
  expect(await count(page, "error")).toBe(0);
});

test("refresh() is over where the program does not take the address", async ({ page, site }) => {
  await page.goto(hostPage(site, GOAL, { document: null, configuration: { sources: { main: { url: "data:application/json,1" } } } }));
  await news(page, "error");
  await page.locator("#goal").evaluate((element) => element.refresh());
  expect(await count(page, "ready")).toBe(0);
});

test("refresh() during a look waits for the look after it", async ({ page, site }) => {
  const second = held(json(beta(91)));
  site.answer("main.json", inTurn(json(beta(90)), second, json(beta(92))));
  await page.goto(hostPage(site, GOAL, { document: null }));
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
  await page.evaluate(() => {
    const element = document.querySelector("#goal");
    window.first = element.refresh();
    setTimeout(() => (window.then = element.refresh().then(() => element.shadowRoot.querySelector('[data-testid="goal-to-date"]').textContent)), 50);
  });
  await page.waitForFunction(() => Boolean(window.then));
  second.release();
  await page.evaluate(() => window.first);
  expect(await page.evaluate(() => window.then)).toBe("¥920");
});

test.describe("where a token is refused or does not come", () => {
  test.use({ expectedErrors: /^Failed to load resource|gave no usable/ });

  /** A document with a part that answers 403, and a note of each token that was asked for. */
  async function openForbidden(page, site) {
    const last = part("before.json", { first_day: "2020-04-01", metrics: { gmv: [Array(10).fill(50)] }, channels: [0, 1] });
    site.answer("main.json", json({ ...beta(90), parts: [last.entry] }));
    site.answer("before.json", (_request, response) => response.writeHead(403).end("no"));
    await page.goto(hostPage(site, GOAL, { document: null, script: TOKENS }));
    await news(page, "ready");
  }

  test("a forbidden part asks nobody to sign in", async ({ page, site }) => {
    await openForbidden(page, site);
    await expect.poll(() => site.asked("before.json").length).toBe(1);
    for (let look = 0; look < 2; look += 1) await page.locator("#goal").evaluate((element) => element.refresh());
    await settle(page);
    expect(await page.evaluate(() => window.given)).toEqual(["first"]);
    expect(await count(page, "auth-required")).toBe(0);
  });

  test("removed while its token is on the way, an element asks without one for nothing", async ({ page, site }) => {
    site.answer("main.json", scoped);
    const script = `${TOKENS}
const give = window.fetchToken;
window.held = new Promise((release) => (window.release = release));
Paceboard.configure({ fetchToken: (request) => window.held.then(() => give(request)) });`;
    await page.goto(hostPage(site, GOAL, { document: null, script }));
    await page.waitForFunction(() => document.querySelector("#goal").shadowRoot.querySelector("[data-testid]"));
    await page.evaluate(async () => {
      const element = document.querySelector("#goal");
      element.remove();
      await new Promise((later) => setTimeout(later, 100));
      window.release();
      document.body.append(element);
    });
    await news(page, "ready");
    // The first token was for the element that left.
    await expectGoal(page, "Store of t2");
    expect(authorizations(site)).toEqual(["Bearer t2"]);
    expect(await count(page, "error")).toBe(0);
  });

  test("an answer that is no token is explained to whoever wrote it", async ({ page, site }) => {
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    site.answer("main.json", scoped);
    await page.goto(hostPage(site, GOAL, { document: null, script: 'Paceboard.configure({ fetchToken: () => ({ token: "secret", exp: Date.now() }) });' }));
    await news(page, "auth-required");
    expect(said.find((line) => line.includes("exp"))).toMatch(/fetchToken for "main" gave no usable exp: seconds since 1970/);
    expect(said.join()).not.toContain("secret");
  });
});

test.describe("where the page's server fails", () => {
  test.use({ expectedErrors: failedRequest });

  test("nothing is asked for without the token, and the error says that it may pass", async ({ page, site }) => {
    await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
    site.answer("main.json", scoped);
    await page.goto(hostPage(site, GOAL, { document: null, script: 'Paceboard.configure({ fetchToken: () => Promise.reject(new Error("500")) });' }));
    for (let minute = 0; minute < 6 && !(await count(page, "error")); minute += 1) await page.clock.runFor(30_000);
    const [{ detail }] = await news(page, "error");
    expect(detail).toMatchObject({ code: "unreachable", retryable: true });
    expect(authorizations(site)).toEqual([]);
  });
});
