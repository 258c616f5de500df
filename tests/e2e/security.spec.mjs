// What a link, a document or a server can make the page do, and what not.
import { readFileSync } from "node:fs";
import { contentSecurityPolicy } from "../../tools/serve.mjs";
import { held, json } from "./support/answers.mjs";
import { expectCount, expectTop, open, openDocument, rowOf, rows } from "./support/board.mjs";
import { sales } from "./support/sales.mjs";
import { dist, openSite } from "./support/site.mjs";
import { expect, test } from "./support/test.mjs";

const foreign = ["//other.example/x.json", "https://other.example/x.json", "http:\\\\other.example\\x.json", "http://127.0.0.1:9/x.json", "https://user@127.0.0.1/x.json", "data:application/json,{}", "javascript:alert(1)", "blob:x", "file:///etc/passwd"];
for (const source of foreign) {
  test(`?source=${source} is refused and never asked for`, async ({ page, site }) => {
    const asked = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(site.origin)) asked.push(request.url());
    });
    await page.goto(site.page(`?source=${encodeURIComponent(source)}`));
    await expect(page.getByTestId("fault")).toBeVisible({ timeout: 60_000 });
    await expect(rows(page)).toHaveCount(0);
    await page.getByTestId("fault").getByRole("button", { name: "重试" }).click();
    await expect(page.getByTestId("fault")).toBeVisible();
    expect(asked.filter((url) => !url.startsWith("data:image/svg"))).toEqual([]);
    expect(site.asked("sample.sales.json")).toHaveLength(0);
  });
}

test.describe("sources elsewhere", () => {
  test.use({ expectedErrors: /^Failed to load resource/ });

  /** The page as a host sets it up that takes data from `listed`, under a policy that allows more than that. */
  function configure(site, listed) {
    const html = readFileSync(`${dist}/index.html`, "utf8");
    const content = `name="paceboard-sources" content="`;
    expect(html).toContain(content);
    site.answer("", (_request, response) => {
      response.setHeader("Content-Security-Policy", contentSecurityPolicy.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:*"));
      response.writeHead(200, { "Content-Type": "text/html" }).end(html.replace(content, `${content}${listed}`));
    });
  }

  /** A server of another origin that anybody may read from. */
  async function elsewhere(work) {
    const other = await openSite();
    const headers = { "Access-Control-Allow-Origin": "*" };
    other.answer("data.json", json(sales({ channels: [{ id: "foreign", gmv: [1, 2] }] }), { headers }));
    try {
      await work(other);
    } finally {
      await other.close();
    }
  }

  const fault = (page) => page.getByTestId("fault");
  const foreignTop = [{ rank: 1, id: "foreign", value: 3 }];
  const redirect = (to) => (_request, response) => response.writeHead(302, { Location: to }).end();

  test("an origin that the page lists is read from, another is not even asked", async ({ page, site }) => {
    await elsewhere(async (other) => {
      configure(site, `https://data.example ${other.origin}`);
      await page.goto(site.page(`?source=${other.origin}/data.json`));
      await expectTop(page, foreignTop);
      configure(site, "https://data.example");
      await page.goto(site.page(`?source=${other.origin}/data.json`));
      await expect(fault(page)).toContainText(other.origin);
      await expect(rows(page)).toHaveCount(0);
      expect(other.asked("data.json")).toHaveLength(1);
    });
  });

  test("a redirect to an origin that is not listed is refused, one to a listed origin followed", async ({ page, site }) => {
    await elsewhere(async (other) => {
      site.answer("data.json", redirect(`${other.origin}/data.json`));
      configure(site, "https://data.example");
      await page.goto(site.page("?source=data.json"));
      await expect(fault(page)).toContainText(other.origin);
      await expect(rows(page)).toHaveCount(0);
      configure(site, other.origin);
      await page.goto(site.page("?source=data.json"));
      await expectTop(page, foreignTop);
    });
  });

  test("a redirect within the origin is followed", async ({ page, site }) => {
    site.answer("data.json", redirect("/moved.json"));
    site.answer("moved.json", json(sales()));
    await page.goto(site.page("?source=data.json"));
    await expectTop(page, [{ rank: 1, id: "alpha", value: 1500 }]);
  });
});

test("the page works under the policy that the guide names", async ({ page, site }) => {
  const [response] = await Promise.all([page.waitForResponse(site.page()), page.goto(site.page())]);
  expect(response.headers()["content-security-policy"]).toBe(contentSecurityPolicy);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
  await expect(rows(page).first()).toBeVisible({ timeout: 60_000 });
});

test.describe("a policy that forbids wasm", () => {
  test.use({ expectedErrors: /wasm|could not start|WebAssembly/i });

  for (const [locale, title] of [["zh-CN", "页面未能启动"], ["en-US", "This page could not start"]]) {
    test(`is explained in words (${locale})`, async ({ page, site }) => {
      site.answer("", (_request, response, next) => {
        response.setHeader("Content-Security-Policy", contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", ""));
        next();
      });
      await page.addInitScript((lang) => {
        document.addEventListener("DOMContentLoaded", () => (document.documentElement.lang = lang));
      }, locale);
      await page.goto(site.page());
      const failure = page.locator("#boot-failure");
      await expect(failure).toBeVisible();
      await expect(failure).toContainText(title);
      await expect(failure).toContainText("'wasm-unsafe-eval'");
      await expect(page.locator("#skeleton")).toHaveCount(0);
      await expect(failure).toBeInViewport();
    });
  }
});

test.describe("a program that cannot be fetched", () => {
  test.use({ expectedErrors: /could not start|Failed to load|404/ });

  test("is explained in words", async ({ page, site }) => {
    site.answer(/\.wasm$/, (_request, response) => response.writeHead(404).end());
    await page.goto(site.page());
    await expect(page.locator("#boot-failure")).toBeVisible();
    await expect(page.locator("#skeleton")).toHaveCount(0);
  });
});

test("without JavaScript the page says what it needs", async ({ request, site }) => {
  // Browsers under test lay out no <noscript>, so the words are read from the page as it is sent.
  const html = await (await request.get(site.page())).text();
  expect(html).toMatch(/<noscript>.*needs JavaScript and WebAssembly.*<\/noscript>/s);
});

const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

test("markup in names is text, wherever they stand", async ({ page, site }) => {
  const document = sales();
  document.channels.name[0] = MARKUP;
  document.channels.alias[0] = MARKUP;
  document.partners[0].name = MARKUP;
  document.categories[0].name = MARKUP;
  document.programme.name = MARKUP;
  document.provenance = { source: MARKUP, synthetic: true, licence: MARKUP };
  document.events = [{ kind: "x", name: MARKUP, from: "2021-04-02", to: "2021-04-04" }];
  document.channels.partner = [0, null, null, null];
  document.channels.category = [0, 0, null, null];
  document.channels.province = [MARKUP, "浙江", null, null];
  await openDocument(page, site, json(document), "&focus=alpha&category=beauty");
  await expect(rowOf(page, "alpha").locator(".cell-name bdi")).toHaveText(MARKUP);
  await expect(page.getByTestId("detail").getByRole("heading", { level: 2 })).toHaveText(MARKUP);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(MARKUP);
  await expect(page.getByTestId("provenance")).toContainText(MARKUP);
  await page.getByTestId("chart-stage").last().focus();
  await page.getByTestId("chart-stage").last().press("Home");
  await page.getByTestId("chart-stage").last().press("ArrowRight");
  await expect(page.getByTestId("chart-tooltip").last()).toContainText(MARKUP);
  expect(await page.evaluate(() => [window.hacked, document.images.length, document.querySelectorAll("main script").length])).toEqual([undefined, 0, 0]);
});

test("nothing in a document becomes a link", async ({ page, site }) => {
  const document = sales();
  document.provenance = { source: "javascript:alert(1)", synthetic: false, licence: "https://evil.example/" };
  document.channels.name[0] = "https://evil.example/";
  document.programme.name = "javascript:alert(1)";
  await openDocument(page, site, json(document), "&focus=alpha");
  const targets = await page.locator("a[href], area[href], [src], form[action]").evaluateAll((all) => all.map((it) => it.getAttribute("href") ?? it.getAttribute("src") ?? it.getAttribute("action")));
  expect(targets.filter((target) => /javascript:|evil/.test(target))).toEqual([]);
});

test("hidden and direction-changing characters are taken out of names, and the reader is told", async ({ page, site }) => {
  const document = sales();
  document.channels.name[0] = "abc\u202efdp.exe";
  document.channels.name[1] = "a\u200bb\u2066c\u2069";
  await openDocument(page, site, json(document));
  await expect(rowOf(page, "alpha").locator(".cell-name bdi")).toHaveText("abcfdp.exe");
  await expect(rowOf(page, "beta").locator(".cell-name bdi")).toHaveText("abc");
  expect(await page.evaluate(() => /[\u202a-\u202e\u2066-\u2069\u200b]/.test(document.body.textContent))).toBe(false);
  await page.getByTestId("quality").locator("summary").click();
  await expect(page.getByTestId("quality").getByRole("listitem")).not.toHaveCount(0);
});

test("a name of 200 characters is cut with an ellipsis, and the id tells channels apart", async ({ page, site }) => {
  const document = sales();
  document.channels.name[0] = "长".repeat(200);
  document.channels.name[1] = "W".repeat(200);
  await openDocument(page, site, json(document));
  for (const id of ["alpha", "beta"]) {
    const name = rowOf(page, id).locator(".cell-name bdi");
    expect(await name.evaluate((it) => it.scrollWidth > it.clientWidth && getComputedStyle(it).textOverflow === "ellipsis")).toBe(true);
    await expect(rowOf(page, id).locator(".cell-name")).toHaveAttribute("title", new RegExp(id));
  }
  expect(await rowOf(page, "alpha").evaluate((row) => row.getBoundingClientRect().height)).toBeLessThan(60);
  await rowOf(page, "alpha").click();
  await expect(page.getByTestId("detail")).toContainText("alpha");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test("right-to-left names leave the figures beside them alone", async ({ page, site }) => {
  const document = sales();
  document.channels.name[0] = "متجر الورد 123";
  await openDocument(page, site, json(document));
  const row = rowOf(page, "alpha");
  const order = await row.evaluate((it) => [...it.querySelectorAll(".cell-rank, .cell-name, .cell-value")].map((cell) => cell.getBoundingClientRect().left));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  await expect(row.locator(".cell-name bdi")).toHaveCount(1);
});

test("forged messages change nothing", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  const before = await page.locator("body").innerText();
  await page.evaluate(() => {
    for (const data of [{ type: "data", rows: [] }, "reload", { paceboard: { source: "https://evil.example" } }, null]) window.postMessage(data, "*");
    return new Promise((done) => setTimeout(done));
  });
  await expectTop(page, [{ rank: 1, id: "alpha", value: 1500 }]);
  expect(await page.locator("body").innerText()).toBe(before);
});

test("a browser that denies storage sees the same page", async ({ page, site }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  await openDocument(page, site, json(sales()));
  await expectCount(page, 4);
  await page.getByTestId("theme").click();
  await expect(page.getByTestId("fault")).toHaveCount(0);
});

test("a part that the document names is asked of the document's own server only", async ({ page, site }) => {
  const part = held();
  site.answer("folder/part.json", part);
  const entry = { first_day: "2020-04-01", days: 1, channels: [0, 4], metrics: ["gmv"], href: "part.json", bytes: 10, sha256: "0".repeat(64) };
  site.answer("folder/data.json", json(sales({ parts: [entry] })));
  await open(page, site.page("?source=folder/data.json"));
  await expect.poll(() => site.asked("folder/part.json").length).toBe(1);
});
