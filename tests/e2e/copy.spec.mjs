// The page as one file: opened from a disk, without a network, it shows the same view.
import { copyFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { body, inTurn, json } from "./support/answers.mjs";
import { detail, expectCount, expectTop, heading, open, openDocument, openMenu, rows, shownRows } from "./support/board.mjs";
import { part } from "./support/parts.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

// The page may be about to keep what it has shown when the test takes the network away.
test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED \S*\/offline-/ });

const item = (page) => page.getByTestId("save-copy");

/** Saves the page and gives the address of the file and what its size was said to be. */
async function save(page, testInfo) {
  await openMenu(page, /^(把当前内容|Save or print)/);
  await expect(item(page)).toContainText(/MB|KB/, { timeout: 60_000 });
  const said = await item(page).innerText();
  const [download] = await Promise.all([page.waitForEvent("download"), item(page).click()]);
  const path = testInfo.outputPath("copy.html");
  await copyFile(await download.path(), path);
  const [, size, unit] = said.match(/([\d.,]+) (KB|MB)/);
  const saidBytes = Number(size.replace(",", "")) * { KB: 1e3, MB: 1e6 }[unit];
  expect(Math.abs((await stat(path)).size / saidBytes - 1), "the size said beforehand").toBeLessThan(0.01);
  return { url: pathToFileURL(path).href, name: download.suggestedFilename(), said };
}

/** Opens the file where there is no network. */
async function openCopy(context, url) {
  await context.setOffline(true);
  const copy = await context.newPage();
  const errors = [];
  const asked = [];
  copy.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  copy.on("pageerror", (error) => errors.push(String(error)));
  copy.on("request", (request) => asked.push(request.url()));
  await copy.goto(url);
  await expect(rows(copy).first()).toBeVisible({ timeout: 60_000 });
  return { copy, errors, asked };
}

test("a copy shows the same rows offline, says that it is one and of when, and asks for nothing", async ({ page, context }, testInfo) => {
  await open(page, "./?window=7d&category=food&sort=progress&focus=c1374&theme=dark");
  await expect(detail(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  const before = { rows: await shownRows(page), text: await page.getByRole("main").innerText() };
  const { url, name } = await save(page, testInfo);
  expect(name).toMatch(/^亿元直播间扶持计划_2021-12-25_2021-12-31_as-of-2021-12-31\.html$/);

  const { copy, errors, asked } = await openCopy(context, url);
  await expect(detail(copy)).toBeVisible();
  expect(await shownRows(copy)).toEqual(before.rows);
  await expect.poll(() => copy.getByRole("main").innerText()).toBe(before.text);
  await expect(copy.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(copy.getByTestId("local-name")).toContainText(/副本，保存于 \d{4}年\d+月\d+日 \d\d:\d\d（UTC\+8）/);
  await expect(copy.getByTestId("refresh")).toHaveCount(0);
  await expect(copy.getByTestId("share")).toHaveCount(0);
  expect(asked.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
  expect(errors).toEqual([]);
});

test("in a copy everything works on: filters, Back, a reload, the table", async ({ page, context, site }, testInfo) => {
  await openDocument(page, site, json(sales()), "&sort=name");
  const { url } = await save(page, testInfo);
  const { copy, errors } = await openCopy(context, url);
  await expect(heading(copy, "name")).toHaveAttribute("aria-sort", "ascending");
  await heading(copy, "value").getByRole("button").click();
  await expectTop(copy, [{ rank: 1, id: "alpha", value: 1500 }]);
  await copy.reload();
  await expect(heading(copy, "value")).toHaveAttribute("aria-sort", "descending", { timeout: 60_000 });
  await copy.goBack();
  await expect(heading(copy, "name")).toHaveAttribute("aria-sort", "ascending");
  const [download] = await Promise.all([copy.waitForEvent("download"), copy.getByTestId("csv").click()]);
  expect(download.suggestedFilename()).toContain("Spring programme");
  await openMenu(copy, /^把当前内容/);
  await expect(copy.getByTestId("print")).toBeVisible();
  await expect(item(copy)).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("a copy of the reader's own file holds that file", async ({ page, context, site }, testInfo) => {
  await openDocument(page, site, json(sales()));
  const csv = "date,channel,gmv\n2021-04-01,north,100.50\n2021-04-02,north,200\n";
  await page.getByTestId("open-input").setInputFiles({ name: "daily.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByLabel("每个直播间的目标").fill("400");
  await page.getByLabel("每个直播间的目标").press("Tab");
  await page.getByTestId("local-file-show").click();
  await expectCount(page, 1);
  const { url } = await save(page, testInfo);
  const { copy } = await openCopy(context, url);
  await expectTop(copy, [{ rank: 1, id: "north", value: 30_050 }]);
  await expect(rows(copy).first().locator(".cell-progress")).toContainText("75.1%");
  await expect(copy.getByTestId("local-name")).toContainText("副本");
});

test("another file can be opened in a copy, and the way back leads to the copy", async ({ page, context, site }, testInfo) => {
  await openDocument(page, site, json(sales()), "&lang=en");
  const { url } = await save(page, testInfo);
  const { copy } = await openCopy(context, url);
  const other = sales({ channels: [{ id: "omega", name: "Omega", gmv: [5] }], as_of: "2021-04-01T23:59:59+08:00" });
  await copy.getByTestId("open-input").setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(other)) });
  await copy.getByTestId("local-file-show").click();
  await expectTop(copy, [{ rank: 1, id: "omega", value: 5 }]);
  await copy.getByTestId("local-back").click();
  await expectCount(copy, 4);
  await expect(copy.getByTestId("local-name")).toContainText("Copy, saved");
});

test("what has not been loaded is said to go into no copy, and in the copy to be left out", async ({ page, context, site }, testInfo) => {
  const orders = part("orders.json", { first_day: "2021-04-01", metrics: { orders: [1, 2, 3, 4].map((count) => flat(count)) } });
  const lastYear = part("last-year.json", { first_day: "2020-04-01", metrics: { gmv: [1, 2, 3, 4].map((figure) => flat(figure, 365)) } });
  site.answer("orders.json", body(orders.bytes));
  site.answer("last-year.json", body(lastYear.bytes));
  await openDocument(page, site, json(sales({ parts: [orders.entry, lastYear.entry] })), "&focus=alpha");
  await expect(page.getByTestId("expected")).toContainText("¥");
  await page.waitForLoadState("networkidle");
  const { url, said } = await save(page, testInfo);
  expect(said).toContain("可离线打开：含成交额；去年有成交额；不含订单数");
  const { copy } = await openCopy(context, url);
  await copy.goto(`${url}#focus=alpha&open=moved,ratios`);
  await copy.reload();
  await expect(copy.getByTestId("factors-known")).toContainText("这份副本没有带上：订单数", { timeout: 60_000 });
  await expect(copy.getByTestId("ratios-left-out")).toHaveText("这份副本没有带上：订单数");
  const menu = await openMenu(copy, "指标");
  await expect(menu.getByTestId("left-out")).toHaveText("这份副本没有带上：订单数");
});

test("a page that was packed slowly takes no newer one's place", async ({ page, context, site }, testInfo) => {
  await page.addInitScript(() => {
    let load;
    let packings = 0;
    const late = Promise.withResolvers();
    window.letGo = late.resolve;
    // The first packing ends when the test says so.
    const slow = async () => {
      const { prepare } = await load();
      const prepared = async (documents) => {
        const gate = packings++ ? undefined : late.promise;
        const make = await prepare(documents);
        await gate;
        return make;
      };
      return { prepare: prepared };
    };
    Object.defineProperty(window, "paceboardCopy", { get: () => slow, set: (it) => (load = it) });
  });
  await openDocument(page, site, inTurn(json(sales()), json(sales({ channels: [{ id: "omega", gmv: flat(5) }] }))));
  await openMenu(page, /^把当前内容/);
  await expect(item(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByTestId("refresh").click();
  await expectTop(page, [{ rank: 1, id: "omega", value: 50 }]);
  await openMenu(page, /^把当前内容/);
  await expect(item(page)).toBeEnabled({ timeout: 60_000 });
  await page.evaluate(() => window.letGo());
  await page.waitForTimeout(500);
  const [download] = await Promise.all([page.waitForEvent("download"), item(page).click()]);
  const path = testInfo.outputPath("copy.html");
  await copyFile(await download.path(), path);
  const { copy } = await openCopy(context, pathToFileURL(path).href);
  await expectTop(copy, [{ rank: 1, id: "omega", value: 50 }]);
});

test.describe("where the program cannot be fetched again", () => {
  test.use({ expectedErrors: /Failed to load resource|ERR_/ });

  test("the menu says so", async ({ page, site }) => {
    await openDocument(page, site, json(sales()));
    site.answer(/^copy-.*\.js$/, (_request, response) => response.writeHead(404).end());
    await openMenu(page, /^把当前内容/);
    await expect(item(page)).toContainText("没能打包");
  });
});

test("markup in a document stays text in its copy", async ({ page, context, site }, testInfo) => {
  const document = sales();
  document.programme.name = "</script><img src=x onerror=alert(1)>";
  document.channels.name[0] = "</script><script>alert(1)</script>";
  await openDocument(page, site, json(document), `&q=${encodeURIComponent("</script>")}`);
  const { url } = await save(page, testInfo);
  const { copy, errors } = await openCopy(context, url);
  await expect(rows(copy).first().locator(".cell-name bdi")).toHaveText("</script><script>alert(1)</script>");
  expect(await copy.evaluate(() => document.images.length)).toBe(0);
  expect(errors).toEqual([]);
});
