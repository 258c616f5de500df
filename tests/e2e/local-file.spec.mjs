// A file of the reader's own: offered first, shown instead of the source, never sent anywhere.
import { body, hang, held, inTurn, json } from "./support/answers.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { expectCount, expectQuery, expectTop, open, openDocument } from "./support/board.mjs";
import { choose, CSV, csvTop, fault, file, own, sheet, show } from "./support/own-files.mjs";
import { part } from "./support/parts.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const named = (page) => page.getByTestId("local-name");
const back = (page) => page.getByTestId("local-back");
const source = [{ rank: 1, id: "alpha", value: 1500 }];

async function drop(page, name, text) {
  const data = await page.evaluateHandle(([name, text]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent("[role=main]", "dragover", { dataTransfer: data });
  await expect(page.getByTestId("drop")).toBeVisible();
  await page.dispatchEvent("[role=main]", "drop", { dataTransfer: data });
  await expect(page.getByTestId("drop")).toHaveCount(0);
}

test("a Sales JSON file says what it holds before it replaces anything", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("mine.json", JSON.stringify(own())));
  await expectTop(page, source);
  await expect(page.getByTestId("local-file-name")).toContainText("mine.json");
  const facts = page.getByTestId("local-file-facts");
  for (const fact of ["My own", "2021年4月1日–4月3日", "成交额", "CNY", "20元"]) await expect(facts).toContainText(fact);
  await expect(sheet(page)).toContainText("不会上传");
  await expectAccessible(page, "[data-testid=local-file]");
  await show(page).click();
  await expect(sheet(page)).toBeHidden();
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
  await expectCount(page, 1);
  await expect(named(page)).toContainText("mine.json");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("My own");
  await expect(page.getByTestId("local-notes")).toBeHidden();
});

test("after a reload the page says that the file has to be opened again", async ({ page, site }) => {
  const lost = page.getByTestId("file-lost");
  await openDocument(page, site, json(sales()));
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await expect(named(page)).toContainText("mine.json");
  await page.reload();
  await expectTop(page, source);
  await expect(lost).toContainText("请重新打开");
  await choose(page, file("mine.json", JSON.stringify(own())), "file-lost-open");
  await show(page).click();
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
  await expect(lost).toHaveCount(0);
  await back(page).click();
  await expectTop(page, source);
  await page.reload();
  await expectTop(page, source);
  await expect(lost).toHaveCount(0);
});

test("nothing is asked for, neither with the file nor after it, until the reader goes back", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.waitForLoadState("networkidle");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await expect(named(page)).toBeVisible();
  await expect(page.getByTestId("refresh")).toHaveCount(0);
  await page.evaluate(() => {
    dispatchEvent(new Event("online"));
    window.document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
});

test("the five-minute refresh leaves the file alone", async ({ page, site }) => {
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await openDocument(page, site, json(sales()));
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await expect(named(page)).toBeVisible();
  await page.clock.runFor(11 * 60_000);
  expect(site.asked("data.json")).toHaveLength(1);
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
});

test("Back to the source shows it as it was, at once, and looks for what is new", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&sort=name&focus=beta");
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await expect(named(page)).toBeVisible();
  await expectQuery(page, { source: "data.json", sort: "name" });
  await back(page).click();
  await expect(named(page)).toHaveCount(0);
  await expectCount(page, 4);
  await expectQuery(page, { source: "data.json", sort: "name", focus: "beta" });
  await expect.poll(() => site.asked("data.json").length).toBe(2);
  await expect(page.getByTestId("checked")).not.toBeEmpty();
});

/** Last year, two a day. */
const lastYear = part("last-year.json", { first_day: "2020-04-01", metrics: { gmv: Array.from({ length: 4 }, () => flat(2, 365)) } });

test("a file that is opened while parts load ends their loading", async ({ page, site }) => {
  const [first, second] = ["first.json", "second.json"].map((href) => ({ ...lastYear.entry, href }));
  const awaited = hang();
  site.answer("first.json", awaited);
  await openDocument(page, site, json(sales({ parts: [first, second] })));
  await expect.poll(() => site.asked("first.json").length).toBe(1);
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await expect(named(page)).toBeVisible();
  await expect.poll(() => awaited.abandoned).toBe(1);
  await page.waitForTimeout(300);
  expect(site.asked("second.json")).toHaveLength(0);
});

test("Back to the source keeps its parts, those that a newer version names alike too", async ({ page, site }) => {
  const level = page.getByTestId("curve-level");
  const version = (source) => json(sales({ parts: [lastYear.entry], provenance: { source, synthetic: true } }));
  const newer = held(version("Second"));
  site.answer("last-year.json", inTurn(body(lastYear.bytes), hang()));
  await openDocument(page, site, inTurn(version("First"), newer), "&focus=alpha");
  await expect(level).not.toBeEmpty();
  const before = await level.textContent();
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await back(page).click();
  await expect(level).toHaveText(before);
  newer.release();
  await expect(page.getByTestId("provenance")).toContainText("Second");
  await expect(level).toHaveText(before);
  expect(site.asked("last-year.json")).toHaveLength(1);
});

test("a second file replaces the first; the way back still leads to the source", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("one.json", JSON.stringify(own())));
  await show(page).click();
  await choose(page, file("two.csv", CSV, "text/csv"));
  await show(page).click();
  await expect(named(page)).toContainText("two.csv");
  await back(page).click();
  await expectTop(page, source);
});

test("broken JSON is refused with path and byte, and nothing on screen is lost", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  const text = JSON.stringify(own()).replace("[5,6,7]", "[5,6.5,7]");
  await choose(page, file("broken.json", text));
  await expect(fault(page)).toContainText("$.series.gmv[0][1]");
  const byte = Buffer.byteLength(text.slice(0, text.indexOf("[5,6.5") + 3));
  await expect(fault(page)).toContainText(`第 ${byte} 字节`);
  await expect(show(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await expectTop(page, source);
  await expect(named(page)).toHaveCount(0);
  await expect(page.getByTestId("fault")).toHaveCount(0);
});

test("a file of another kind is told apart from data", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("page.json", "<!doctype html><p>login</p>"));
  await expect(fault(page)).toContainText("网页");
  await choose(page, file("photo.csv", "\u0089PNG\r\n", "text/csv"), "local-file-other");
  await expect(fault(page)).toContainText("这不是每日销售表");
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await choose(page, { name: "photo.png", mimeType: "image/png", buffer: picture }, "local-file-other");
  await expect(fault(page)).toContainText("首行没有 date、channel、gmv 任何一列");
});

test("a file that is dropped anywhere is offered as well", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await drop(page, "dropped.csv", CSV);
  await expect(sheet(page)).toContainText("dropped.csv");
  await show(page).click();
  await expectTop(page, csvTop);
});

/** Has the browser read the files of these names only once the test says so, by `window.read(name)`. */
async function holdReading(page, names) {
  await page.addInitScript((names) => {
    const { arrayBuffer } = Blob.prototype;
    const gates = Object.fromEntries(names.map((name) => [name, Promise.withResolvers()]));
    window.read = (name) => gates[name].resolve();
    Blob.prototype.arrayBuffer = async function () {
      await gates[this.name]?.promise;
      return arrayBuffer.call(this);
    };
  }, names);
}

test("of two files the one that was chosen last is offered, whichever is read first", async ({ page, site }) => {
  await holdReading(page, ["large.csv", "small.csv"]);
  await openDocument(page, site, json(sales()));
  await drop(page, "large.csv", CSV);
  await drop(page, "small.csv", CSV);
  await page.evaluate(() => window.read("small.csv"));
  await expect(page.getByTestId("local-file-name")).toContainText("small.csv");
  await page.evaluate(() => window.read("large.csv"));
  await page.waitForTimeout(300);
  await expect(page.getByTestId("local-file-name")).toContainText("small.csv");
});

test("a sheet that was closed while another file was read stays closed", async ({ page, site }) => {
  await holdReading(page, ["large.csv"]);
  await openDocument(page, site, json(sales()));
  await choose(page, file("small.csv", CSV, "text/csv"));
  await page.getByTestId("local-file-other-input").setInputFiles(file("large.csv", CSV, "text/csv"));
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await page.evaluate(() => window.read("large.csv"));
  await page.waitForTimeout(300);
  await expect(sheet(page)).toBeHidden();
});

test("a file that is chosen right after Escape is offered, whenever the dialog tells that it was closed", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("first.csv", CSV, "text/csv"));
  await page.evaluate((csv) => {
    const dialog = document.querySelector("[data-testid=local-file]");
    dialog.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    const files = new DataTransfer();
    files.items.add(new File([csv], "second.csv"));
    const input = document.querySelector("[data-testid=open-input]");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, CSV);
  await expect(page.getByTestId("local-file-name")).toContainText("second.csv");
  await sheet(page).dispatchEvent("close");
  await page.waitForTimeout(100);
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
});

test("parts that a document names elsewhere are said to be missing", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  const part = { first_day: "2020-04-01", days: 1, channels: [0, 1], metrics: ["orders"], href: "part.json", bytes: 10, sha256: "0".repeat(64) };
  await choose(page, file("parts.json", JSON.stringify({ ...own(), parts: [part] })));
  await expect(page.getByTestId("local-file-warnings")).toContainText("1 个数据部分");
  await show(page).click();
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
  // Beside the file's name stands how much there is to know, and it leads there.
  const notes = page.getByTestId("local-notes");
  await expect(notes).toHaveText("1 条数据提示");
  await notes.press("Enter");
  const quality = page.getByTestId("quality");
  await expect(quality.getByRole("listitem").filter({ hasText: "1 个数据部分" })).toBeInViewport();
  await expect(quality.locator("summary")).toBeFocused();
  await page.goBack();
  await expect(quality.getByRole("listitem").first()).toBeHidden();
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
  expect(site.asked("part.json")).toHaveLength(0);
});

test("a file helps where the source does not", async ({ page, site }) => {
  await page.goto(site.page("?source=https://other.example/x.json"));
  await expect(page.getByTestId("fault")).toBeVisible({ timeout: 60_000 });
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await expect(page.getByTestId("fault")).toHaveCount(0);
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
  await back(page).click();
  await expect(page.getByTestId("fault")).toBeVisible();
});

test("by keyboard, in English", async ({ page }) => {
  await open(page, "./?lang=en");
  // The picker itself is the browser's: its opening is seen from the click, and stopped there.
  await page.getByTestId("open-input").evaluate((input) => {
    input.addEventListener("click", (event) => {
      event.preventDefault();
      window.picked = navigator.userActivation.isActive;
    });
  });
  await page.getByRole("button", { name: "Open…" }).press("Enter");
  await expect.poll(() => page.evaluate(() => window.picked)).toBe(true);
  await choose(page, file("daily.csv", CSV, "text/csv"));
  await expect(sheet(page)).toContainText("never uploaded");
  await expect(page.getByTestId("local-file-facts")).toContainText("¥100M × 2,000");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
});

test("a fault in JSON of several lines is named by line and column too", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en");
  const text = JSON.stringify(own(), null, 2).replace(/\n( *)6,/, "\n$16.5,");
  const line = text.slice(0, text.lastIndexOf("6.5")).split("\n");
  await choose(page, file("broken.json", text));
  await expect(fault(page)).toContainText(`$.series.gmv[0][1], line ${line.length}, column ${line.at(-1).length + 1} (byte `);
});

test("a workbook is called one, and no form is shown for it", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await page.getByTestId("open-input").setInputFiles({ name: "sales.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004 and so on") });
  await expect(page.getByTestId("local-file-fault")).toContainText("另存为 CSV（UTF-8）");
  await expect(page.getByLabel("每个直播间的目标")).toHaveCount(0);
});

test("Back undoes the opening of a file, and Forward shows it again while it is held", async ({ page, site }) => {
  const document = sales();
  document.channels.category = [0, 0, 1, null];
  await openDocument(page, site, json(document), "&category=beauty&focus=alpha");
  const before = { source: "data.json", category: "beauty", focus: "alpha" };
  await choose(page, file("one.json", JSON.stringify(own())));
  await show(page).click();
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
  await choose(page, file("two.csv", CSV, "text/csv"));
  await show(page).click();
  await expectTop(page, csvTop);
  await page.goBack();
  await expectTop(page, [{ rank: 1, id: "omega", value: 18 }]);
  await expect(named(page)).toContainText("one.json");
  await page.goBack();
  await expect(named(page)).toHaveCount(0);
  await expectQuery(page, before);
  await expectCount(page, 2);
  await expect(page.getByTestId("unknown")).toHaveCount(0);
  await page.goForward();
  await page.goForward();
  await expect(named(page)).toContainText("two.csv");
  await expectTop(page, csvTop);
  // The way back by the button is a step like any other.
  await back(page).click();
  await expectQuery(page, before);
  await page.goBack();
  await expect(named(page)).toContainText("two.csv");
});

test("Back to a file that a reload has taken away says so and stays with the source", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await back(page).click();
  await expectTop(page, source);
  await page.reload();
  await expectTop(page, source);
  await page.goBack();
  await expect(page.getByTestId("file-lost")).toBeVisible();
  await expectTop(page, source);
  await expect(named(page)).toHaveCount(0);
});

test("a link within the page leaves the file where it is", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("mine.json", JSON.stringify(own())));
  await show(page).click();
  await page.evaluate(() => location.assign("#board"));
  await page.goBack();
  await page.goForward();
  await expect(named(page)).toContainText("mine.json");
  await page.goBack();
  await page.goBack();
  await expect(named(page)).toHaveCount(0);
});
