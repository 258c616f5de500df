// What people do with the page, in the browsers that the browser tests do not run in: `make
// other-browsers`. Only what differs between engines is looked at; figures are tested elsewhere.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { By, Key } from "selenium-webdriver";
import { json, status } from "../e2e/support/answers.mjs";
import { answerFrames } from "../e2e/support/framed.mjs";
import { hostPage } from "../e2e/support/host.mjs";
import { sales } from "../e2e/support/sales.mjs";
import { openSite } from "../e2e/support/site.mjs";
import { browsers } from "./browsers.mjs";
import { savedFile } from "./saved.mjs";

const PATIENCE_MS = 30_000;

for (const { name, lacks, start } of browsers) {
  describe(name, { skip: lacks }, () => {
    let browser, driver, site;

    before(async () => {
      browser = await start();
      driver = browser.driver;
    });
    after(() => browser?.stop());
    beforeEach(async () => {
      site = await openSite();
    });
    afterEach(() => site.close());

    const find = (selector) => driver.findElement(By.css(selector));
    const text = async (selector) => driver.executeScript((css) => document.querySelector(css)?.textContent ?? "", selector);
    const press = (...keys) => driver.actions().sendKeys(...keys).perform();
    const until = (what, ...args) => driver.wait(() => driver.executeScript(what, ...args), PATIENCE_MS, `${what} ${args}`);
    const untilThere = (selector) => until((css) => document.querySelector(css) !== null, selector);

    /** Opens the page with all its figures. */
    async function open(search = "?lang=en") {
      await driver.get(site.page(search));
      await until(() => performance.getEntriesByName("paceboard:complete").length > 0);
      await until(() => document.querySelector(".is-arriving") === null);
    }

    it("shows the sample and makes nothing wider than the window", async () => {
      await open();
      const [rows, overflow, faults] = await driver.executeScript(() => {
        const root = document.documentElement;
        return [document.querySelectorAll("[data-testid=leaderboard-row]").length, root.scrollWidth - root.clientWidth, document.querySelectorAll("[data-testid=fault]").length];
      });
      assert.ok(rows > 10, `${rows} rows`);
      assert.deepEqual([overflow, faults], [0, 0]);
    });

    it("searches as one types, and goes back", async () => {
      await open();
      await press("/", "lan");
      await until(() => location.search.includes("q=lan"));
      await find("#search").sendKeys(Key.ARROW_DOWN, Key.ENTER);
      await until(() => location.search.includes("focus="));
      await driver.navigate().back();
      await until(() => !location.search.includes("focus=") && document.querySelector("[data-testid=detail]") === null);
    });

    it("gives the keyboard back after a sheet", async () => {
      await open();
      await driver.executeScript(() => document.querySelector("[data-testid=leaderboard-scroll]").focus());
      await press("?");
      await untilThere("dialog[open]");
      await press(Key.ESCAPE);
      await until(() => document.activeElement.dataset.testid === "leaderboard-scroll");
    });

    it("reads a chart by keys", async () => {
      await open();
      await driver.executeScript(() => document.querySelector("[data-testid=chart-stage]").focus());
      await press(Key.ARROW_LEFT);
      await untilThere("[data-testid=chart-tooltip]");
      assert.match(await text("[data-testid=chart-tooltip]"), /30 Dec 2021.*This year/);
    });

    it("has each bar of a waterfall in its row", async () => {
      await open("?lang=en&focus=c0900&window=28d&open=moved");
      await untilThere("[data-testid=factors] tbody tr");
      const outside = await driver.executeScript(() => {
        const isOutside = (row) => {
          const [around, bar] = [row, row.querySelector(".factors__bar")].map((it) => it.getBoundingClientRect());
          return bar.top < around.top || bar.bottom > around.bottom + 1 || bar.left < around.left - 1 || bar.right > around.right + 1;
        };
        return [...document.querySelectorAll("[data-testid=factors] tbody tr")].filter(isOutside).length;
      });
      assert.equal(outside, 0);
    });

    it("takes an assumption that is typed", async () => {
      await open("?lang=en");
      await driver.executeScript(() => [...document.querySelectorAll("button[aria-haspopup=dialog]")].find((it) => it.textContent.includes("What if")).click());
      await driver.executeScript(() => document.querySelector(".panel input[type=number]").select());
      await find(".panel input[type=number]").sendKeys("120", Key.ENTER);
      await until(() => location.search.includes("assume_goal=12000"));
    });

    it("turns the wall's pages by keys", async () => {
      await open("?lang=en&wall=1");
      const page = () => text(".wall__page:not([hidden])");
      const first = await page();
      await press(Key.ARROW_RIGHT);
      await driver.wait(async () => (await page()) !== first, PATIENCE_MS);
      await press(" ");
      await until(() => document.querySelector("dialog.wall").dataset.paused === "true");
    });

    it("starts again without its server", async () => {
      site.answer("data.json", json(sales()));
      await open("?lang=en&source=data.json");
      await driver.wait(() => driver.executeAsyncScript((done) => navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => done(names.some((name) => name.startsWith("paceboard document "))))), PATIENCE_MS);
      // A worker that has just been installed takes a moment before it answers.
      await driver.sleep(1_000);
      await site.close();
      await driver.get(site.page("?lang=en&source=data.json&sort=name"));
      await untilThere("[data-testid=fault]");
      assert.match(await text("[data-testid=fault]"), /still here/);
      assert.match(await text("[data-testid=leaderboard-row]"), /Alpha/);
    });

    it("makes a file that opens from a disk", async () => {
      await open();
      await driver.executeScript(() => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (file) => createObjectURL.call(URL, (window.saved = file));
        HTMLAnchorElement.prototype.click = () => {};
        [...document.querySelectorAll("header button")].find((it) => it.textContent.includes("Export")).click();
      });
      await driver.wait(async () => /[\d.]+ MB/.test(await text(".panel")), PATIENCE_MS);
      await driver.executeScript(() => [...document.querySelectorAll(".panel button")].find((it) => it.textContent.includes("HTML")).click());
      await until(() => window.saved !== undefined);
      await driver.get(await savedFile(driver));
      await untilThere("[data-testid=leaderboard-row]");
      assert.match(await text("[data-testid=local-name]"), /Copy, saved/);
    });

    describe("elements", () => {
      it("show their figures, and ask again for a file that could not be had", async () => {
        const late = /^late-/;
        site.answer(late, status(404));
        await driver.get(hostPage(site, '<pace-goal channel="beta" loading="eager"></pace-goal>'));
        await until(() => window.of?.("error").length > 0);
        site.answer(late, (_request, _response, next) => next());
        await driver.executeScript(() => void document.querySelector("pace-goal").refresh());
        await until(() => window.of("ready").length > 0);
        assert.match(await driver.executeScript(() => document.querySelector("pace-goal").shadowRoot.textContent), /900/);
      });

      it("stand in a frame as high as they are", async () => {
        answerFrames(site);
        const frame = '<pace-frame element="pace-goal" channel="beta" loading="eager"></pace-frame>';
        await driver.get(hostPage(site, frame, { document: null }));
        await until(() => window.of?.("ready").length > 0);
        const told = await driver.executeScript(() => window.of("resize").at(-1).detail.height);
        await until((height) => document.querySelector("pace-frame").offsetHeight === height, told);
      });
    });
  });
}
