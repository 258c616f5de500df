// Opened again where the network or the source fails: the page starts, and shows what it had.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { body, hang, inTurn, json, status, truncated } from "./support/answers.mjs";
import { expectTop, open, openDocument, rows } from "./support/board.mjs";
import { part } from "./support/parts.mjs";
import { flat, sales } from "./support/sales.mjs";
import { dist } from "./support/site.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

test.use({ serviceWorkers: "allow", expectedErrors: failedRequest });

const fault = (page) => page.getByTestId("fault");
const document = sales();
const top = [{ rank: 1, id: "alpha", value: 1500 }];
const newer = sales({ channels: [{ id: "omega", gmv: flat(5) }] });

/** Waits until the page has kept that many documents, and its own files. */
async function expectKept(page, count) {
  const kept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("paceboard document /"));
      const entries = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      const registration = await navigator.serviceWorker.getRegistration();
      return [entries.flat().filter((url) => !url.endsWith("/came-at")).length, registration?.active?.state];
    });
  await expect.poll(kept, { timeout: 30_000 }).toEqual([count, "activated"]);
}

/** Opened again without its server, the page has nothing of `data.json`. */
async function expectForgotten(page, site) {
  await site.close();
  await page.goto(site.page("?source=data.json"));
  await expect(fault(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
}

test("without its server the page starts again, says so, and works on what it had; with it, it is as new", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await expectKept(page, 1);
  await site.close();
  await page.reload();
  await expectTop(page, top);
  await expect(fault(page)).toContainText("数据没能更新");
  await expect(page.getByTestId("checked")).toContainText("检查于");

  await page.getByRole("searchbox").fill("beta");
  await expect(rows(page)).toHaveCount(1);
  await page.goto(site.page("?source=data.json&lang=en&sort=name"));
  await expect(fault(page)).toContainText("still here");

  site.answer("data.json", json(newer));
  await site.reopen();
  // The notice may go while it is being pressed, since the page asks again by itself; this stays.
  await page.getByTestId("refresh").click();
  await expectTop(page, [{ rank: 1, id: "omega", value: 50 }]);
  await expect(fault(page)).toHaveCount(0);
});

test("without a network too, and the sample with last year's part", async ({ page, context, site }) => {
  await open(page, site.page());
  await expectKept(page, 2);
  await context.setOffline(true);
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await expect(fault(page)).toContainText("网络");
  // Last year's part came back too, so that the year's end is foretold.
  await expect(page.getByTestId("part-fault")).toHaveCount(0);
  await expect(page.locator(".programme__facts")).toContainText("全年总额预计");
});

test("a source that fails or sends something else shows what it said last; one that is gone is nothing to look past", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await expectKept(page, 1);
  const wrong = [json({ format: "something else" }), body("<!doctype html><title>Log in</title>"), json({ ...newer, programme: null })];
  for (const [answer, shown] of [[status(503), 4], ...wrong.map((answer) => [answer, 4]), [status(404), 0], [status(403), 0]]) {
    site.answer("data.json", answer);
    await page.reload();
    await expect(fault(page)).toBeVisible();
    await expect(rows(page)).toHaveCount(shown);
  }
});

test("what was kept on another day says so", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await expectKept(page, 1);
  await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.startsWith("paceboard document /")));
    const cameAt = new Date();
    cameAt.setDate(cameAt.getDate() - 3);
    await cache.put("/came-at", new Response(String(cameAt.getTime())));
  });
  site.answer("data.json", status(503));
  await page.reload();
  await expect(fault(page)).toContainText("3 天前");
  await expect(page.getByTestId("checked")).toHaveText(/检查于 \d+\/\d+ \d\d:\d\d/);
});

test("a document that nobody may keep is not kept", async ({ page, site }) => {
  const answer = json(document, { headers: { "Cache-Control": "private, no-store" } });
  await openDocument(page, site, answer);
  site.answer("other.json", json(document));
  await open(page, site.page("?source=other.json"));
  await expectKept(page, 1);
  await expectForgotten(page, site);
});

test("a part is taken from what was kept only if it is the one that the document names", async ({ page, site }) => {
  const first = part("part.json", { first_day: "2020-04-01", metrics: { gmv: [flat(1), flat(2), flat(3), flat(4)] } });
  const second = part("part.json", { first_day: "2020-04-01", metrics: { gmv: [flat(9), flat(2), flat(3), flat(4)] } });
  site.answer("part.json", body(first.bytes));
  await openDocument(page, site, json(sales({ parts: [first.entry] })));
  await expectKept(page, 2);
  site.answer("data.json", json(sales({ parts: [second.entry] })));
  site.answer("part.json", status(503));
  await page.reload();
  // What is said is that the server failed, not that the part was wrong.
  await expect(page.getByTestId("part-fault")).toContainText("part.json");
  await expect(page.getByTestId("part-fault")).toContainText("503");
});

test("where the browser keeps nothing the page says nothing of it", async ({ page, site }) => {
  await page.addInitScript(() => {
    const open = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    Object.defineProperty(window, "caches", { value: { open } });
  });
  const asked = page.waitForResponse(/offline-/);
  await openDocument(page, site, json(document));
  await asked;
  await page.waitForTimeout(500);
  await expect(fault(page)).toHaveCount(0);
  await expectTop(page, top);
});

test("a server that does not answer for long is given up for the page that is here", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await expectKept(page, 1);
  site.answer("", hang());
  await page.reload();
  await expectTop(page, top);
  await expect(fault(page)).toHaveCount(0);
});

test("what the browser has in its own cache is not taken for the newest", async ({ page, site }) => {
  await openDocument(page, site, json(document, { headers: { "Cache-Control": "max-age=3600" } }));
  await expectKept(page, 1);
  await site.close();
  await page.reload();
  await expectTop(page, top);
  await expect(fault(page)).toBeVisible();
});

test("what its server refuses is forgotten, and not shown later either", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await expectKept(page, 1);
  site.answer("data.json", status(403));
  await page.reload();
  await expect(fault(page)).toContainText("403");
  await expectKept(page, 0);
  await site.close();
  await page.reload();
  await expect(fault(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

test("what is refused before it was kept is not kept", async ({ page, site }) => {
  await openDocument(page, site, inTurn(json(document), status(403)));
  await page.getByTestId("refresh").click();
  await expect(fault(page)).toContainText("403");
  // Documents are kept some seconds after they came: another one that came later shows that all are.
  site.answer("other.json", json(document));
  await page.evaluate(() => {
    history.pushState(null, "", "?source=other.json");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(fault(page)).toHaveCount(0);
  await expectKept(page, 1);
  await expectForgotten(page, site);
});

test("only where there is no room do other documents make some", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await expectKept(page, 1);
  // Keeps another document when the browser first says no, and names those that are kept then.
  const keptAfter = (name, fault) =>
    page.evaluate(async ([name, fault]) => {
      const { keep } = await window.paceboardOffline();
      const put = Cache.prototype.put;
      Cache.prototype.put = function () {
        Cache.prototype.put = put;
        return Promise.reject(new DOMException("no", fault));
      };
      const url = new URL(name, location.href).href;
      await keep(url, url, new Blob(["{}"]), []).catch(() => {});
      const kept = (await caches.keys()).filter((key) => key.startsWith("paceboard document /"));
      const holds = async (key) => (await (await caches.open(key)).keys()).length && key.split("/").at(-1);
      return (await Promise.all(kept.map(holds))).filter(Boolean);
    }, [name, fault]);
  expect(await keptAfter("odd.json", "UnknownError")).toEqual(["data.json"]);
  expect(await keptAfter("large.json", "QuotaExceededError")).toEqual(["large.json"]);
});

test("of many documents those that came last are kept, and of parts those that the document names", async ({ page, site }) => {
  const old = part("old.json", { first_day: "2020-04-01", metrics: { gmv: [flat(1), flat(2), flat(3), flat(4)] } });
  site.answer("old.json", body(old.bytes));
  await openDocument(page, site, json(sales({ parts: [old.entry] })));
  await expectKept(page, 2);
  site.answer("data.json", json(document));
  await page.getByTestId("refresh").click();
  await expectKept(page, 1);
  await page.evaluate(async () => {
    const { keep } = await window.paceboardOffline();
    for (let at = 0; at < 8; at += 1) {
      const url = new URL(`other${at}.json`, location.href).href;
      await keep(url, url, new Blob(["{}"]), []);
    }
  });
  await expectKept(page, 8);
  await expectForgotten(page, site);
});

test("while the parts of what was kept hang, the notice already stands", async ({ page, site }) => {
  const first = part("part.json", { first_day: "2020-04-01", metrics: { gmv: [flat(1), flat(2), flat(3), flat(4)] } });
  site.answer("part.json", body(first.bytes));
  await openDocument(page, site, json(sales({ parts: [first.entry] })));
  await expectKept(page, 2);
  site.answer("data.json", status(503));
  site.answer("part.json", hang());
  await page.reload();
  await expectTop(page, top);
  await expect(fault(page)).toContainText("503");
});

test("an opening that was not asked for stands in no way of what was kept", async ({ page, site }) => {
  const { series, ...head } = document;
  const curves = { first_day: "2020-04-01", days: 1, programme: [1] };
  const whole = { ...head, curves, totals: { to_date: [1500, 900, 400, 100] }, series };
  await openDocument(page, site, json(whole));
  await expectKept(page, 1);
  site.answer("data.json", truncated(`${JSON.stringify(whole)}${" ".repeat(4_000)}`));
  await page.goto(site.page("?source=data.json&window=7d"));
  await expect(fault(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
});

test("a wall says that its figures are old", async ({ page, site }) => {
  await openDocument(page, site, json(document));
  await expectKept(page, 1);
  await site.close();
  await page.goto(site.page("?source=data.json&wall=1"));
  await expect(page.getByTestId("wall-stale")).toContainText("数据没能更新 · 检查于");

  // Beside all else that its foot may say there is room for it, if not in one line.
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(site.page("?source=data.json&wall=1&lang=en&assume_growth=1000"));
  await expect(page.getByTestId("wall-stale")).toContainText("could not be updated");
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: "Paused" })).toBeVisible();
  expect(await page.getByTestId("wall").evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
});

test("a page of another build is not stored, and a changed one of the same build is", async ({ page, site }) => {
  let change = (html) => html.replace(/boot-\w+/, "boot-0000000000000000");
  site.answer(/^(index\.html)?$/, (request, response, next) => {
    // Only the worker asks past the cache.
    if (request.headers["cache-control"] !== "no-cache" || request.headers["sec-fetch-mode"] === "navigate") return next();
    response.writeHead(200, { "Content-Type": "text/html" }).end(change(readFileSync(join(dist, "index.html"), "utf8")));
  });
  await openDocument(page, site, json(document));
  const installs = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
  await page.waitForTimeout(6_000);
  expect(await installs()).toBe(false);
  change = (html) => html;
  await page.getByTestId("refresh").click();
  await expectKept(page, 1);

  site.answer("", (_request, response) => response.writeHead(200, { "Content-Type": "text/html" }).end(readFileSync(join(dist, "index.html"), "utf8").replace('name="paceboard-sources" content=""', 'name="paceboard-sources" content="https://new.example"')));
  await page.reload();
  await expectTop(page, top);
  await site.close();
  await page.reload();
  await expectTop(page, top);
  await expect(page.locator('meta[name="paceboard-sources"]')).toHaveAttribute("content", "https://new.example");
});
