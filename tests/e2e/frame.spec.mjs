// <pace-frame> on a strict page: what goes over the port, and what does not get in.
import { addFrame, expect, expectHeight, heard, inner, test } from "./support/portal.mjs";

const attribute = (frame, name) => frame.evaluate((it) => document.querySelector("pace-board").getAttribute(it), name);

test("the element inside gets the page's source, attributes and token", async ({ page, portal }) => {
  const frame = await addFrame(page, { metric: "gmv", channel: "alpha", window: "28d" });
  expect(await frame.evaluate(() => [origin, document.querySelector("pace-board").text])).toEqual(["null", "sales"]);
  expect([await attribute(frame, "metric"), await attribute(frame, "channel"), await attribute(frame, "window"), await attribute(frame, "density")]).toEqual(["gmv", "alpha", "28d", null]);
  expect(portal.source.headers).toEqual(["Bearer good"]);
  expect(await page.evaluate(() => asked)).toEqual([{ source: "main", reason: "first", aborted: false }]);
  expect((await page.evaluate(() => heard)).filter(({ type }) => type === "pace-ready")).toEqual([{ type: "pace-ready", detail: { source: "main", asOf: "2021-08-31" }, target: "pace-frame" }]);
});

test("the frame is sandboxed, and named for screen readers", async ({ page }) => {
  await addFrame(page, { title: "Goal of this shop" });
  const iframe = page.locator("pace-frame iframe");
  await expect(iframe).toHaveAttribute("sandbox", "allow-scripts");
  await expect(iframe).toHaveAttribute("title", "Goal of this shop");
});

test("another element is shown on request, and nothing that is none", async ({ page }) => {
  const frame = await addFrame(page, { element: "pace-goal" });
  expect(await frame.evaluate(() => document.querySelector("#content").firstElementChild.localName)).toBe("pace-goal");
  await page.evaluate(() => (document.querySelector("pace-frame").element = "script"));
  expect(await heard(page, "pace-error")).toEqual({ code: "failed", message: 'there is no element "script"', retryable: false, retryAt: null });
  expect(await inner(page).evaluate(() => [...document.querySelector("#content").children].map((it) => it.localName))).toEqual(["p"]);
  const asked = page.evaluate(() => {
    const frame = document.querySelector("pace-frame");
    return Promise.all([frame.getState(), frame.setState("?window=28d"), frame.refresh(), frame.exportCsv()].map((answer) => answer.catch(({ message }) => message)));
  });
  expect(await asked).toEqual(Array(4).fill('there is no element "script"'));
});

test("attributes and properties are followed without loading anew", async ({ page }) => {
  const frame = await addFrame(page, { metric: "gmv" });
  const all = await page.evaluate(() => {
    const it = document.querySelector("pace-frame");
    Object.assign(it, { metric: "orders", theme: "dark", locale: "en", density: "compact", refreshEvery: 30 });
    it.window = "28d";
    it.window = null;
    return [it.metric, it.window, it.getAttribute("refresh"), it.src];
  });
  expect(all).toEqual(["orders", "", "30", ""]);
  await expect.poll(() => attribute(frame, "refresh")).toBe("30");
  const expected = { metric: "orders", theme: "dark", locale: "en", density: "compact", window: null };
  for (const [name, value] of Object.entries(expected)) expect(await attribute(frame, name), name).toBe(value);
  expect(inner(page)).toBe(frame);
});

test("properties that were set before the script came count", async ({ page }) => {
  await page.evaluate(() => {
    const frame = document.createElement("pace-frame-later");
    frame.metric = "orders";
    document.querySelector("main").append(frame);
    customElements.define("pace-frame-later", class extends customElements.get("pace-frame") {});
  });
  await heard(page, "pace-ready");
  expect(await attribute(inner(page), "metric")).toBe("orders");
});

test("methods answer with promises, those called early too", async ({ page, portal }) => {
  const early = page.evaluate(() => {
    const frame = document.createElement("pace-frame");
    frame.metric = "gmv";
    document.querySelector("main").append(frame);
    return Promise.all([frame.exportCsv(), frame.getState(), frame.setState("?window=28d"), frame.getState()]);
  });
  expect(await early).toEqual(["metric\r\ngmv\r\n", "", undefined, "?window=28d"]);
  expect(await heard(page, "pace-window")).toEqual({ window: "?window=28d", from: "2021-04-01", to: "2021-09-01" });
  await heard(page, "pace-ready");
  await page.evaluate(() => document.querySelector("pace-frame").refresh());
  expect(portal.source.headers).toHaveLength(2);
  const message = await page.evaluate(() => {
    const frame = document.querySelector("pace-frame");
    frame.metric = "broken";
    return frame.refresh().catch((error) => error.message);
  });
  expect(message).toBe("the source is broken");
  expect(await page.evaluate(() => document.createElement("pace-frame").refresh().catch((error) => error.message))).toBe("pace-frame was not loaded");
});

test("events come out with their detail, of plain values only", async ({ page }) => {
  const frame = await addFrame(page);
  await frame.evaluate(() => {
    const board = document.querySelector("pace-board");
    board.say("pace-select", { kind: "channel", id: "alpha" });
    board.say("pace-select", null);
    board.say("pace-error", { code: "unreachable", message: "HTTP 503", retryable: true, retryAt: "2021-08-31T00:00:00Z" });
    board.say("pace-window", { window: { toString: "x" } });
    board.say("pace-stale", { source: "main", asOf: "2021-08-30", checkedAt: "2021-08-31T00:00:00Z" });
  });
  await heard(page, "pace-stale");
  const events = (await page.evaluate(() => heard)).filter(({ type }) => !/ready|resize/.test(type)).map(({ type, detail }) => [type, detail]);
  expect(events).toEqual([
    ["pace-select", { kind: "channel", id: "alpha" }],
    ["pace-select", null],
    ["pace-error", { code: "unreachable", message: "HTTP 503", retryable: true, retryAt: "2021-08-31T00:00:00Z" }],
    ["pace-stale", { source: "main", asOf: "2021-08-30", checkedAt: "2021-08-31T00:00:00Z" }],
  ]);
});

test("the page's colours reach the frame, and follow when they change", async ({ page }) => {
  await page.evaluate(() => document.documentElement.style.setProperty("--pace-accent", "rebeccapurple"));
  const frame = await addFrame(page);
  const accent = () => frame.evaluate(() => getComputedStyle(document.querySelector("pace-board")).getPropertyValue("--pace-accent"));
  expect(await accent()).toBe("rebeccapurple");
  await page.evaluate(() => document.documentElement.style.setProperty("--pace-accent", "teal"));
  await expect.poll(accent).toBe("teal");
  await page.evaluate(() => document.documentElement.style.removeProperty("--pace-accent"));
  await expect.poll(accent).toBe("");
});

test("hostile styles outside change nothing", async ({ page }) => {
  await addFrame(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { all: unset !important; height: 3px !important }");
    document.adoptedStyleSheets = [sheet];
    for (const it of [document.documentElement, document.body, document.querySelector("main")]) it.style.setProperty("display", "block", "important");
  });
  const box = await page.locator("pace-frame iframe").evaluate((it) => [it.offsetHeight, it.offsetWidth > 300]);
  expect(box).toEqual([120, true]);
  await page.evaluate(() => (document.querySelector("pace-frame").hidden = true));
  await expect(page.locator("pace-frame iframe")).toBeHidden();
});

test("a page hides a frame by its own style, and finds it as it was when it shows it again", async ({ page }) => {
  const frame = await addFrame(page);
  await frame.evaluate(() => (document.querySelector("pace-board").box.style.height = "300px"));
  await expectHeight(page, 300);
  const iframe = page.locator("pace-frame iframe");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".folded pace-frame { display: none } .wide pace-frame { display: inline-block; width: 200px }");
    document.adoptedStyleSheets = [sheet];
    document.body.className = "folded";
  });
  await expect(iframe).toBeHidden();
  await frame.evaluate(() => (document.querySelector("pace-board").box.style.height = "400px"));
  await page.evaluate(() => (document.body.className = "wide"));
  await expect(iframe).toBeVisible();
  await expectHeight(page, 400);
  expect(await iframe.evaluate((it) => it.offsetWidth)).toBe(200);
  expect(inner(page)).toBe(frame);
});

test.describe("a token that is refused", () => {
  // The browser logs each 401.
  test.use({ expectedErrors: /401/ });

  test("is asked for once more, and the new one is used", async ({ page, portal }) => {
    await page.evaluate(() => (window.tokens = ["bad", "good"]));
    await addFrame(page);
    expect(portal.source.headers).toEqual(["Bearer bad", "Bearer good"]);
    expect(await page.evaluate(() => asked.map(({ reason }) => reason))).toEqual(["first", "rejected"]);
  });

  test("again, makes the page sign in, once and without going round in circles", async ({ page, portal }) => {
    await page.evaluate(() => {
      window.tokens = ["bad", "worse"];
      document.querySelector("main").append(document.createElement("pace-frame"));
    });
    expect(await heard(page, "pace-auth-required")).toEqual({ source: "main" });
    await page.evaluate(() => document.querySelector("pace-frame").getState());
    expect(portal.source.headers).toEqual(["Bearer bad", "Bearer worse"]);
    expect(await page.evaluate(() => [asked.length, heard.filter(({ type }) => type === "pace-auth-required").length, heard.some(({ type }) => type === "pace-ready")])).toEqual([2, 1, false]);
  });
});

test("a token for another source than its own is not given", async ({ page }) => {
  const frame = await addFrame(page);
  const token = await frame.evaluate(() => Paceboard.options().fetchToken({ source: "other", reason: "first", signal: new AbortController().signal }));
  expect(token).toBe(null);
  expect(await page.evaluate(() => asked.length)).toBe(1);
});

test("another source is another frame", async ({ page, portal }) => {
  await addFrame(page);
  await page.evaluate(() => (document.querySelector("pace-frame").source = "other"));
  await heard(page, "pace-ready", 2);
  expect(await page.evaluate(() => asked.map(({ source }) => source))).toEqual(["main", "other"]);
  expect(portal.source.headers).toHaveLength(2);
  await page.evaluate(() => (document.querySelector("pace-frame").source = "nowhere"));
  expect(await heard(page, "pace-error")).toMatchObject({ code: "unknown-source" });
});

test("configured anew, the frame follows and keeps its view", async ({ page }) => {
  await addFrame(page);
  await page.evaluate(() => document.querySelector("pace-frame").setState("?window=28d"));
  await page.evaluate(() => Paceboard.configure({ locale: "en" }));
  await heard(page, "pace-ready", 2);
  expect(await inner(page).evaluate(() => [Paceboard.options().locale, document.querySelector("pace-board").query])).toEqual(["en", "window=28d&lang=en"]);
});

test("frames are told apart by their names", async ({ page }) => {
  await addFrame(page, { element: "pace-goal", channel: "alpha" });
  const title = () => page.locator("pace-frame iframe").getAttribute("title");
  expect(await title()).toBe("Paceboard goal alpha");
  await page.evaluate(() => (document.querySelector("pace-frame").channel = "beta"));
  expect(await title()).toBe("Paceboard goal beta");
  await page.evaluate(() => (document.querySelector("pace-frame").title = "My goal"));
  expect(await title()).toBe("My goal");
});
