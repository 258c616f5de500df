// Documents that are wrong, and how the page says where. Offsets are counted here, in the bytes sent.
import { body, halfway, json } from "./support/answers.mjs";
import { expectCount, expectTop, openDocument, rows } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

test.use({ expectedErrors: failedRequest });

const fault = (page) => page.getByTestId("fault");
const text = JSON.stringify(sales());

/** The page on a body that must be refused; gives the notice. */
async function refused(page, site, bytes, options) {
  site.answer("data.json", body(bytes, options));
  await page.goto(site.page("?source=data.json"));
  await expect(fault(page)).toBeVisible({ timeout: 60_000 });
  await expect(rows(page)).toHaveCount(0);
  return fault(page);
}

/** `text` with one figure written in another way, and the byte at which it stands. */
function withFigure(written) {
  const start = text.indexOf('"gmv":[[') + '"gmv":[['.length;
  const second = text.indexOf(",", start) + 1;
  const changed = `${text.slice(0, second)}${written}${text.slice(text.indexOf(",", second))}`;
  return { changed, offset: Buffer.byteLength(text.slice(0, second)) };
}

for (const written of ["NaN", "Infinity", "1e999", "1.5", '"7"', "-1", "9007199254740992"]) {
  test(`${written} as money is refused, with path and byte`, async ({ page, site }) => {
    const { changed, offset } = withFigure(written);
    const notice = await refused(page, site, changed);
    await expect(notice).toContainText("$.series.gmv[0][1]");
    await expect(notice).toContainText(`第 ${offset} 字节`);
  });
}

const broken = {
  "an id that stands twice": [(it) => (it.channels.id[2] = "alpha"), "$.channels.id[2]", "alpha"],
  "a row that is too short": [(it) => it.series.gmv[1].pop(), "$.series.gmv[1]", "9"],
  "a row that is too long": [(it) => it.series.gmv[1].push(1), "$.series.gmv[1]", "10"],
  "a row too few": [(it) => it.series.gmv.pop(), "$.series.gmv", "3"],
  "a partner that does not exist": [(it) => (it.channels.partner[3] = 2), "$.channels.partner[3]", "2"],
  "a category that does not exist": [(it) => (it.channels.category[0] = 9), "$.channels.category[0]", "9"],
  "a column of another length": [(it) => it.channels.name.pop(), "$.channels.name", "3"],
  "a name of 201 characters": [(it) => (it.channels.name[0] = "长".repeat(201)), "$.channels.name[0]", "201"],
  "an address that leaves the folder": [
    (it) => (it.parts = [{ first_day: "2020-04-01", days: 1, channels: [0, 4], metrics: ["gmv"], href: "//other.host/x", bytes: 1, sha256: "0".repeat(64) }]),
    "$.parts[0].href",
    "other.host",
  ],
};
for (const [name, [spoil, path, detail]] of Object.entries(broken)) {
  test(`${name} is refused, and the place is named`, async ({ page, site }) => {
    const document = sales();
    spoil(document);
    const notice = await refused(page, site, JSON.stringify(document));
    await expect(notice).toContainText(path);
    await expect(notice).toContainText(detail);
  });
}

test("sums beyond 64 bits are refused instead of wrapping", async ({ page, site }) => {
  const most = 2 ** 53 - 1;
  const channels = ["a", "b"].map((id) => ({ id, gmv: flat(most, 520) }));
  const notice = await refused(page, site, JSON.stringify(sales({ channels, firstDay: "2020-04-01" })));
  await expect(notice).toContainText("64");
});

test("a hundred thousand levels of nesting are refused without a crash", async ({ page, site }) => {
  const deep = `{"format":"channel-sales","version":"1.0","x":${"[".repeat(100_000)}`;
  await refused(page, site, deep);
  await expect(page.locator("#paceboard-panic")).toBeHidden();
  await expect(fault(page)).toContainText("16");
});

test("a web page in place of data is called one", async ({ page, site }) => {
  const notice = await refused(page, site, "<!doctype html>\n<html><body>Please sign in</body></html>", { type: "text/html" });
  await expect(notice).toContainText("网页");
});

for (const [name, bytes] of [["an array", "[]"], ["another format", '{"format":"geo","version":"1.0"}'], ["nothing", ""], ["half a document", text.slice(0, 400)]]) {
  test(`${name} is refused`, async ({ page, site }) => {
    await refused(page, site, bytes);
  });
}

test("a byte order mark is skipped", async ({ page, site }) => {
  await openDocument(page, site, body(`\ufeff${text}`));
  await expectCount(page, 4);
});

test("a newer minor version with fields that nobody knows is read", async ({ page, site }) => {
  await openDocument(page, site, json({ ...sales(), version: "1.7", weather: { rain: [1, null, "x"] } }));
  await expectCount(page, 4);
});

test("a newer major version is refused, and both versions are named", async ({ page, site }) => {
  const notice = await refused(page, site, JSON.stringify({ ...sales(), version: "2.0" }));
  await expect(notice).toContainText("2.0");
  await expect(notice).toContainText("1.");
});

test("while a document is on its way nothing is said of its quality", async ({ page, site }) => {
  const answer = halfway(JSON.stringify(sales()));
  site.answer("data.json", answer);
  await page.goto(site.page("?source=data.json&lang=en"));
  await expect(page.getByTestId("loading")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("quality")).toBeHidden();
  answer.release();
  await expect(page.getByTestId("quality")).toHaveText(/no problems found/);
  await expect(page.getByTestId("quality")).toBeVisible();
});

test("gaps and days after the as-of day are counted, and left out of the sums", async ({ page, site }) => {
  const channels = [
    { id: "gaps", gmv: [100, null, null, 100, 100, 100, 100, 100, 100, 100, 5000, 5000] },
    { id: "full", gmv: flat(90, 12) },
  ];
  await openDocument(page, site, json(sales({ channels })));
  await expectTop(page, [{ rank: 1, id: "full", value: 900 }, { rank: 2, id: "gaps", value: 800 }]);
  const quality = page.getByTestId("quality");
  await quality.locator("summary").click();
  await expect(quality.getByRole("listitem").filter({ hasText: "2" }).first()).toBeVisible();
  // What it is comes first, then whose figure of which day it is, and last where it stands in the document.
  await expect(quality).toContainText(/；首见于 ?gaps · 成交额 · 2021年4月2日.*\$\.series\.gmv\[0\]\[1\]/i);
});

test("the last days, of which nobody has a figure yet, are a notice of their own, and none on a day before them", async ({ page, site }) => {
  const channels = [{ id: "early", gmv: flat(90, 7) }, { id: "earlier", gmv: flat(50, 7) }];
  await openDocument(page, site, json(sales({ channels })), "&lang=en&open=quality");
  const quality = page.getByTestId("quality");
  await expect(quality.locator("summary")).toHaveText("Data quality: 1 notice");
  await expect(quality).toContainText(/No figures yet of 8\S*–\S*10 Apr 2021; what is due by today counts these days/);
  await page.goto(site.page("?source=data.json&lang=en&open=quality&as_of=2021-04-07"));
  await expect(quality.locator("summary")).toHaveText("Data quality: no problems found");
  await expect(quality).not.toContainText("No figures yet");
});

test("what is absent is not what is nothing: a gap is named in the chart's table, a zero is a figure", async ({ page, site }) => {
  const channels = [{ id: "a", gmv: [7, null, 0, 9, 9, 9, 9, 9, 9, 9] }];
  await openDocument(page, site, json(sales({ channels })), "&focus=a&chart=daily");
  const chart = page.getByTestId("detail").getByTestId("chart");
  await chart.getByTestId("chart-table-button").click();
  const cells = chart.getByTestId("chart-table").locator("tbody td");
  await expect(cells.nth(0)).toHaveText("¥7");
  await expect(cells.nth(1)).toHaveText(/没有数据|无数据/);
  await expect(cells.nth(2)).toHaveText("¥0");
});
