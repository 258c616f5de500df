// Elements whose source wants a token: what is asked of the page, when, and what is shown to whom.
import { inTurn, json, status } from "./support/answers.mjs";
import { hostPage, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";
import { authorizations, expectGoal, nextFrame, pass, scoped, settle, stopClock, TOKENS } from "./support/tokens.mjs";

const GOAL = '<pace-goal id="goal" channel="beta" loading="eager"></pace-goal>';
const names = (page) => page.evaluate(() => window.news.filter(({ name }) => name !== "resize").map(({ from, name }) => `${from} ${name}`));

/** Opens a page whose source wants a token. */
async function open(page, site, { body = GOAL, answer = scoped, script = TOKENS } = {}) {
  site.answer("main.json", answer);
  await page.goto(hostPage(site, body, { script, document: null }));
}

test("the last element that leaves and comes back asks for a new token, and gets it", async ({ page, site }) => {
  await open(page, site);
  await news(page, "ready");
  await page.evaluate(async () => {
    const element = document.querySelector("#goal");
    element.remove();
    await new Promise((later) => setTimeout(later, 100));
    document.body.append(element);
  });
  await news(page, "ready", 2);
  await expectGoal(page, "Store of t2");
  expect(authorizations(site)).toEqual(["Bearer t1", "Bearer t2"]);
  expect(await names(page)).toEqual(["goal ready", "goal ready"]);
});

test("another fetchToken is another login: what was shown goes, and is asked for anew at once", async ({ page, site }) => {
  await open(page, site, { script: 'Paceboard.configure({ fetchToken: () => ({ token: "merchantA", exp: Date.now() / 1000 + 300 }) });' });
  await news(page, "ready");
  await expectGoal(page, "Store of merchantA");
  const shown = await page.evaluate(() => {
    window.Paceboard.configure({ fetchToken: () => ({ token: "merchantB", exp: Date.now() / 1000 + 300 }) });
    return document.querySelector("#goal").shadowRoot.textContent;
  });
  expect(shown).not.toContain("merchantA");
  await expectGoal(page, "Store of merchantB");
  await news(page, "ready", 2);
  expect(authorizations(site)).toEqual(["Bearer merchantA", "Bearer merchantB"]);
});

test("the same fetchToken once more changes nothing", async ({ page, site }) => {
  await open(page, site);
  await news(page, "ready");
  await page.evaluate(() => window.Paceboard.configure({ fetchToken: window.fetchToken, locale: "zh-CN" }));
  await expect(page.getByTestId("goal-card")).toContainText("截至");
  await settle(page);
  expect(authorizations(site)).toEqual(["Bearer t1"]);
});

test("another login while the first document is on its way shows the second only", async ({ page, site }) => {
  let release;
  const asked = new Promise((came) => {
    site.answer("main.json", (request, response) => {
      if (!request.headers.authorization.includes("t1")) return scoped(request, response);
      release = () => scoped(request, response);
      came();
    });
  });
  await page.goto(hostPage(site, GOAL, { script: TOKENS, document: null }));
  await asked;
  await page.evaluate(() => window.Paceboard.configure({ fetchToken: () => ({ token: "second", exp: Date.now() / 1000 + 300 }) }));
  await news(page, "ready");
  release();
  await settle(page);
  await expectGoal(page, "Store of second");
  expect(await names(page)).toEqual(["goal ready"]);
});

test.describe("a source that refuses", () => {
  test.use({ expectedErrors: failedRequest });

  test("an element that is added after a refusal does not say that it is ready", async ({ page, site }) => {
    await open(page, site);
    await news(page, "ready");
    site.answer("main.json", status(401));
    await page.evaluate(() => {
      window.news.length = 0;
      return document.querySelector("#goal").refresh();
    });
    await page.evaluate(() => {
      const element = Object.assign(document.createElement("pace-rank"), { id: "rank", channel: "beta", loading: "eager" });
      document.body.append(element);
    });
    await expect(page.getByTestId("rank-card")).toBeVisible();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted, 100)))));
    expect((await names(page)).filter((one) => one.startsWith("rank"))).toEqual(["rank error", "rank stale"]);
    site.answer("main.json", scoped);
    await page.evaluate(() => document.querySelector("#goal").refresh());
    await news(page, "ready");
    expect((await names(page)).filter((one) => one.endsWith("ready"))).toEqual(["rank ready"]);
  });

  test("403 is taken as 401 is: once more with another token, then the page is told, once", async ({ page, site }) => {
    await open(page, site, { answer: status(403) });
    await news(page, "auth-required");
    await news(page, "error");
    await settle(page);
    expect(authorizations(site)).toEqual(["Bearer t1", "Bearer t2"]);
    expect(await page.evaluate(() => window.given)).toEqual(["first", "rejected"]);
    expect((await names(page)).sort()).toEqual(["goal auth-required", "goal error"]);
    expect((await news(page, "auth-required"))[0].detail).toEqual({ source: "main" });
    expect((await news(page, "error"))[0].detail).toMatchObject({ code: "unauthorised", retryable: false, retryAt: null });
  });

  test("a login that ends is told to each element, and a new one brings all of them back", async ({ page, site }) => {
    const answer = inTurn(scoped, status(401), status(401), json(sales()));
    await open(page, site, { answer, body: `${GOAL}<pace-rank id="rank" channel="beta" loading="eager"></pace-rank>` });
    await news(page, "ready", 2);
    await page.evaluate(() => document.querySelector("#rank").refresh());
    const told = await news(page, "auth-required", 2);
    expect(told.map(({ from }) => from).sort()).toEqual(["goal", "rank"]);
    await page.evaluate(() => window.Paceboard.configure({ fetchToken: () => ({ token: "again", exp: Date.now() / 1000 + 300 }) }));
    await news(page, "ready", 4);
    await expectGoal(page, "Beta Store");
    expect(authorizations(site).at(-1)).toBe("Bearer again");
  });
});

test.describe("with time", () => {
  const given = (page) => page.evaluate(() => window.given);

  /** Opens a page whose clock stands, and whose source is looked at when somebody asks. */
  async function openStill(page, site, body = GOAL) {
    await stopClock(page);
    await open(page, site, { body: body.replaceAll("<pace-goal ", '<pace-goal refresh="0" ') });
    await expectGoal(page, "Store of t1");
    await nextFrame(page);
  }

  test("the next token is asked for at four fifths of the life, once for two elements", async ({ page, site }) => {
    await openStill(page, site, `${GOAL}${GOAL.replace('"goal"', '"two"')}`);
    await expectGoal(page, "Store of t1", "#two");
    expect(await given(page)).toEqual(["first"]);
    await pass(page, 238);
    expect(await given(page)).toEqual(["first"]);
    await pass(page, 4);
    expect(await given(page)).toEqual(["first", "expiry"]);
    await page.evaluate(() => document.querySelector("#two").refresh());
    await expectGoal(page, "Store of t2");
    expect(authorizations(site)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("a hidden page asks for none, and for one as soon as it is seen", async ({ page, site }) => {
    await openStill(page, site);
    const show = (hidden) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await show(true);
    await pass(page, 600, 120);
    expect(await given(page)).toEqual(["first"]);
    await show(false);
    await settle(page);
    expect(await given(page)).toEqual(["first", "expiry"]);
  });

  test("offline nothing is asked that fails twice; connected again one token and the document come", async ({ page, site, context }) => {
    await openStill(page, site);
    await context.setOffline(true);
    await page.clock.runFor(600_000);
    const before = (await given(page)).length;
    await context.setOffline(false);
    await expect.poll(() => authorizations(site).length).toBe(2);
    expect((await given(page)).length).toBeLessThanOrEqual(before + 1);
    await expectGoal(page, `Store of t${(await given(page)).length}`);
  });

  test("when the last element is gone nothing is asked any more", async ({ page, site, context }) => {
    await openStill(page, site);
    await page.evaluate(() => document.querySelector("#goal").remove());
    await pass(page, 1_200, 120);
    await context.setOffline(true);
    await context.setOffline(false);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await pass(page, 1_200, 120);
    expect(await given(page)).toEqual(["first"]);
    expect(authorizations(site)).toEqual(["Bearer t1"]);
  });
});
