// Elements on a page of others when something is wrong: each says what, and nothing is lost.
import { inTurn, json, status } from "./support/answers.mjs";
import { failedRequest } from "./support/test.mjs";
import { hostPage, hostPolicy, news } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const GOAL = '<pace-goal channel="beta"></pace-goal>';
const codes = async (page) => (await news(page, "error")).map((one) => one.detail.code);

test("the script twice on a page registers once", async ({ page, site }) => {
  const script = 'await import("./paceboard.js?again");';
  await page.goto(hostPage(site, GOAL, { script }));
  await news(page, "ready");
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
});

test("a second version says that there is a first", async ({ page, site }) => {
  const { script } = await (await fetch(`${site.origin}/paceboard.json`)).json();
  const source = await (await fetch(`${site.origin}/${script}`)).text();
  const { version } = await (await fetch(`${site.origin}/paceboard.json`)).json();
  site.answer("other-version.js", (_request, response) =>
    response.writeHead(200, { "Content-Type": "text/javascript" }).end(source.replaceAll(version, "9.9.9")),
  );
  await page.goto(hostPage(site, GOAL, { script: 'await import("./other-version.js").catch((error) => (window.refusal = error.message));' }));
  await news(page, "ready");
  expect(await page.evaluate(() => window.refusal)).toContain(`Paceboard ${version} is on this page, so 9.9.9 was not started`);
});

test("a source that nobody has configured is named, and shown once it is", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal source="later" channel="beta"></pace-goal>'));
  expect(await codes(page)).toEqual(["unknown-source"]);
  await expect(page.locator("pace-goal").getByRole("alert")).toContainText('"later"');
  // What has nothing to do with it is no reason to say so again.
  await page.evaluate(() => window.Paceboard.configure({ locale: "en", sources: { other: { url: "other.json" } } }));
  expect(await codes(page)).toEqual(["unknown-source"]);
  await page.evaluate(() => window.Paceboard.configure({ sources: { later: { url: "main.json" } } }));
  await news(page, "ready");
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
});

test("a channel that the document does not hold is said so", async ({ page, site }) => {
  await page.goto(hostPage(site, '<pace-goal channel="nobody"></pace-goal>'));
  expect(await codes(page)).toEqual(["unknown-channel"]);
  await expect(page.getByTestId("unknown")).toContainText("no such channel");
  expect(await page.evaluate(() => window.of("ready"))).toEqual([]);
});

test("a document that breaks the contract is refused with its place", async ({ page, site }) => {
  const document = sales();
  document.series.gmv[1][2] = 1.5;
  await page.goto(hostPage(site, GOAL, { document }));
  const [error] = await news(page, "error");
  expect(error.detail).toMatchObject({ code: "invalid-document", retryable: false, retryAt: null });
  expect(error.detail.message).toContain("$.series.gmv[1][2]");
});

test.describe("answers that fail", () => {
  test.use({ expectedErrors: failedRequest });

  test("old figures stay, and the page hears that they are old", async ({ page, site }) => {
    await page.goto(hostPage(site, GOAL));
    await news(page, "ready");
    site.answer("main.json", status(503));
    await page.locator("pace-goal").evaluate((element) => element.refresh());
    const [error] = await news(page, "error");
    expect(error.detail).toMatchObject({ code: "unreachable", retryable: true });
    expect(Date.parse(error.detail.retryAt)).toBeGreaterThan(Date.now() - 60_000);
    const [stale] = await news(page, "stale");
    expect(stale.detail).toMatchObject({ source: "main", asOf: "2021-04-10" });
    expect(Date.parse(stale.detail.checkedAt)).toBeGreaterThan(0);
    await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
  });

  test("the same once more is no news, until something else has come between", async ({ page, site }) => {
    await page.goto(hostPage(site, GOAL));
    await news(page, "ready");
    const told = async (answer) => {
      site.answer("main.json", answer);
      await page.locator("pace-goal").evaluate((element) => element.refresh());
      return page.evaluate(() => ["error", "stale"].map((name) => window.of(name).length));
    };
    for (const count of [1, 1]) expect(await told(status(404))).toEqual([count, count]);
    expect(await told(status(410))).toEqual([2, 2]);
    expect(await told(json(sales()))).toEqual([2, 2]);
    expect(await told(status(410))).toEqual([3, 3]);
  });

  test("without the right to read there are no figures, no ready, and no storm of requests", async ({ page, site }) => {
    const script = `let given = 0;
      Paceboard.configure({ fetchToken: async () => ({ token: "t" + (given += 1), exp: Date.now() / 1000 + 300 }) });
      window.given = () => given;`;
    site.answer("main.json", status(401));
    await page.goto(hostPage(site, `${GOAL}<pace-rank channel="beta"></pace-rank>`, { script, document: null }));
    await news(page, "auth-required", 2);
    expect(new Set(await codes(page))).toEqual(new Set(["unauthorised"]));
    expect(await page.evaluate(() => window.of("ready"))).toEqual([]);
    expect(await page.evaluate(() => window.given())).toBe(2);
    expect(site.asked("main.json").map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("a refused token is renewed once, and figures come", async ({ page, site }) => {
    const script = `let given = 0;
      Paceboard.configure({ fetchToken: async ({ reason }) => ({ token: reason + (given += 1), exp: Date.now() / 1000 + 300 }) });`;
    site.answer("main.json", inTurn(status(401), json(sales())));
    await page.goto(hostPage(site, GOAL, { script, document: null }));
    await news(page, "ready");
    expect(site.asked("main.json").map(({ headers }) => headers.authorization)).toEqual(["Bearer first1", "Bearer rejected2"]);
    expect(await page.evaluate(() => window.of("auth-required"))).toEqual([]);
  });
});

test.describe("a page that forbids the program", () => {
  test.use({ expectedErrors: /wasm|WebAssembly|Paceboard/i });

  test("is told which directive", async ({ page, site }) => {
    await page.goto(hostPage(site, GOAL, { policy: hostPolicy.replace(" 'wasm-unsafe-eval'", "") }));
    expect(await codes(page)).toEqual(["blocked"]);
    await expect(page.locator("pace-goal").getByRole("alert")).toContainText("'wasm-unsafe-eval'");
  });
});

test.describe("a program that cannot be fetched", () => {
  test.use({ expectedErrors: /Failed to load|Paceboard|integrity|404/ });

  test("is tried again when the page asks", async ({ page, site }) => {
    site.answer(/\.wasm$/, status(404));
    await page.goto(hostPage(site, GOAL));
    expect(await codes(page)).toEqual(["failed"]);
    site.answer(/\.wasm$/, (_request, _response, next) => next());
    await page.locator("pace-goal").evaluate((element) => element.refresh());
    await news(page, "ready");
    await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
  });
});

test("a page that changes its colours has charts redrawn", async ({ page, site }) => {
  const style = "html.brand { --pace-accent: #00aa00 } pace-programme { display: block; width: 700px }";
  await page.goto(hostPage(site, "<pace-programme></pace-programme>", { style }));
  await news(page, "ready");
  const greens = () =>
    page.getByTestId("chart-stage").evaluate((stage) => {
      const canvas = stage.querySelector("canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) count += data[at] < 40 && data[at + 1] > 150 && data[at + 2] < 40 && data[at + 3] > 200;
      return count;
    });
  expect(await greens()).toBe(0);
  await page.evaluate(() => document.documentElement.classList.add("brand"));
  await expect.poll(greens).toBeGreaterThan(20);
});
