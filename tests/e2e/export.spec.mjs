// What can be taken away: the table of the board, pictures of charts.
import { readFile } from "node:fs/promises";
import { json } from "./support/answers.mjs";
import { detail, open, openDocument, openMenu, rows } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";

/** Presses `button` and gives name and bytes of what is saved. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function table(page) {
  const { name, bytes } = await saved(page, page.getByTestId("csv"));
  const text = bytes.toString("utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  const lines = text.slice(1, -2).split("\r\n");
  return { name, lines, fields: lines.map((line) => line.split(",")) };
}

test("the table holds the board as it is shown, units in its headings", async ({ page, site }) => {
  const channels = [
    { id: "a", name: "阿棠", gmv: flat(150), partner: 0, category: 0 },
    { id: "b", name: 'Say "hi", you', gmv: flat(90), category: 1 },
    { id: "c", name: "=1+1", gmv: flat(90), partner: 1 },
  ];
  await openDocument(page, site, json(sales({ channels })));
  const { name, lines, fields } = await table(page);
  expect(name).toBe("Spring programme_2021-04-01_2021-04-10_as-of-2021-04-10.csv");
  expect(lines[0]).toMatch(/^排名,名次对比 2021年3月22日–3\D*31日,ID,直播间,类目,机构,成交额 2021年4月1日–4月10日（元）,占比（%）,目标进度（%）,节奏（×）,达标概率（%）,状态$/);
  expect(fields[1].with(9, "")).toEqual(["1", "新上榜", "a", "阿棠", "美妆", "North Agency", "1500", "45.45", "150.00", "", fields[1][10], "已达标"]);
  expect(fields[1][9]).toMatch(/^\d+\.\d{4}$/);
  expect(lines[2]).toMatch(/^2,新上榜,b,"Say ""hi"", you",食品,,900,27\.27,90\.00,/);
  expect(lines[3]).toMatch(/^2,新上榜,c,'=1\+1,,South Agency,900,27\.27,90\.00,/);
  expect(lines).toHaveLength(4);
});

test("filter, order, currency and columns are those on screen", async ({ page }) => {
  await open(page, "./?lang=en&currency=USD&category=food&window=7d&sort=name");
  const panel = await openMenu(page, "Display");
  await panel.getByRole("button", { name: "Pace" }).click();
  await panel.getByRole("button", { name: "To go", exact: true }).click();
  await page.keyboard.press("Escape");
  const { name, fields } = await table(page);
  expect(name).toContain("_2021-12-25_2021-12-31_as-of-2021-12-31.csv");
  expect(fields[0][2]).toMatch(/^Change against \D*18.+24.* Dec 2021$/);
  expect(fields[0].with(2, "")).toEqual(["Rank", "Overall rank", "", "ID", "Channel", "Category", "Partner", "GMV 25–31 Dec 2021 ($)", "Share (%)", "Progress to goal (% YTD)", "P(reach) (%)", "To go ($ YTD)", "Status (YTD)"]);
  const food = sample.channels.filter((channel) => sample.categoryOf(channel) === "food");
  expect(fields).toHaveLength(food.length + 1);
  await expect(rows(page).first()).toBeVisible();
  const first = await rows(page).evaluateAll((all) => all.find((row) => row.ariaRowIndex === "2").dataset.channelId);
  expect(fields[1][3]).toBe(first);
  const week = sample.board({ window: { from: "2021-12-25", to: "2022-01-01" }, among: food });
  const { per_unit } = sample.document.currency.display.find((display) => display.code === "USD");
  for (const [rank, overall, , id, , , , value] of fields.slice(1, 40)) {
    const row = week.find((other) => other.id === id);
    expect(Number(rank)).toBe(row.rank);
    expect(Number(overall)).toBeGreaterThanOrEqual(row.rank);
    expect(value).toMatch(/^\d+\.\d\d$/);
    expect(Math.abs(Number(value) - row.value / Number(per_unit))).toBeLessThan(0.0051);
  }
});

test("the table of partners", async ({ page }) => {
  await open(page, "./?board=partners");
  const { fields } = await table(page);
  expect(fields[0].slice(2, 6)).toEqual(["ID", "机构", "直播间数", expect.stringMatching(/^成交额 .+（元）$/)]);
  const expected = sample.partnerBoard().slice(0, 20).map(({ rank, id, value }) => [String(rank), id, String(value)]);
  expect(fields.slice(1, 21).map(([rank, , id, , , value]) => [rank, id, value])).toEqual(expected);
});

test("an empty board has no table", async ({ page }) => {
  await open(page);
  await page.goto("./?q=nothing-is-called-this");
  await expect(page.getByTestId("leaderboard-empty")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("csv")).toBeHidden();
  await page.getByRole("button", { name: "导出" }).click();
  await expect(page.getByTestId("save-csv")).toBeDisabled();
});

/** Size of a picture, the colour of its corner, how many of its pixels have another, and how many each colour has. */
function look(page, bytes) {
  return page.evaluate(async (base64) => {
    const binary = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([binary], { type: "image/png" }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const corner = data.slice(0, 4);
    const counts = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.slice(at, at + 3).join();
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    const pixels = data.length / 4;
    return { width: picture.width, height: picture.height, corner: [...corner], share: 1 - counts[corner.slice(0, 3).join()] / pixels, counts };
  }, bytes.toString("base64"));
}

for (const [theme, corner] of [["light", [255, 255, 255, 255]], ["dark", [20, 23, 27, 255]]]) {
  test(`a chart is saved as a picture at twice its size, on a ground of its own (${theme})`, async ({ page }) => {
    await open(page, `./?theme=${theme}`);
    const { name, bytes } = await saved(page, page.getByTestId("chart-picture"));
    expect(name).toMatch(/^亿元直播间扶持计划_as-of-2021-12-31_累计达标的直播间数\.png$/);
    const stage = await page.getByTestId("chart-stage").boundingBox();
    const picture = await look(page, bytes);
    expect(picture.width).toBe(2 * (Math.max(640, Math.floor(stage.width)) + 48));
    expect(picture.height).toBeGreaterThan(2 * stage.height);
    expect(picture.corner).toEqual(corner);
    expect(picture.share).toBeGreaterThan(0.02);
  });
}

test("pictures of channels have their names in those of the files", async ({ page }) => {
  await open(page, "./?focus=c0900&open=ranks");
  const { name } = sample.channels.find(({ id }) => id === "c0900");
  const charts = detail(page).getByTestId("chart-picture");
  const course = await saved(page, charts.first());
  expect(course.name).toMatch(new RegExp(`^亿元直播间扶持计划_as-of-2021-12-31_.+_${name}\\.png$`));
  await expect(charts).toHaveCount(2);
  expect((await saved(page, charts.last())).name).toContain(`_${name}.png`);
});

/** The calendar of 53 weeks and the race of twenty, on a screen and on a phone. */
for (const [width, theme] of [[1280, "light"], [375, "dark"]]) {
  test(`calendar and race are saved as pictures as well (${width} px, ${theme})`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, `./?focus=c0900&open=year&theme=${theme}`);
    const name = sample.channels.find(({ id }) => id === "c0900").name;
    const year = await saved(page, page.getByTestId("detail").getByTestId("plate-picture"));
    expect(year.name).toBe(`亿元直播间扶持计划_as-of-2021-12-31_每日成交额_${name}.png`);
    const calendar = await look(page, year.bytes);
    expect(calendar.width).toBe(2 * (53 * 14 + 48));
    expect(calendar.share).toBeGreaterThan(0.1);
    await page.goto(`./?race=2021-08-03&board=partners&assume_growth=2000&theme=${theme}`);
    await expect(page.getByTestId("race-day")).toHaveText("2021年8月3日", { timeout: 60_000 });
    const race = await saved(page, page.getByTestId("race").getByTestId("plate-picture"));
    expect(race.name).toBe("亿元直播间扶持计划_as-of-2021-12-31_assumed_本财年成交额前 20 名（机构）_2021-08-03.png");
    const lanes = await look(page, race.bytes);
    expect(lanes.width).toBe(2 * (736 + 48));
    expect(lanes.height).toBeGreaterThan(2 * 20 * 26);
    expect(lanes.share).toBeGreaterThan(0.05);
    expect(lanes.corner).toEqual(calendar.corner);
    expect(lanes.corner).toEqual(theme === "dark" ? [20, 23, 27, 255] : [255, 255, 255, 255]);
  });
}

test("the waterfall is saved as a picture: each bar in its colour, on the ground of the page", async ({ page }) => {
  await open(page, "./?focus=c0900&window=28d&open=moved");
  await expect(page.getByTestId("factors")).toBeVisible({ timeout: 60_000 });
  const { name, bytes } = await saved(page, page.getByTestId("detail").getByTestId("plate-picture"));
  expect(name).toBe(`亿元直播间扶持计划_as-of-2021-12-31_变化由什么构成_${sample.channels.find(({ id }) => id === "c0900").name}.png`);
  const picture = await look(page, bytes);
  expect(picture.width).toBe(2 * (640 + 48));
  expect(picture.corner).toEqual([255, 255, 255, 255]);
  const bars = await page.getByTestId("factors").locator(".factors__bar").evaluateAll((all) => all.map((bar) => getComputedStyle(bar).backgroundColor.match(/\d+/g).join()));
  for (const colour of bars.slice(1, -1)) expect(picture.counts[colour], colour).toBeGreaterThan(1_000);
});

test("the keyboard saves a picture, and a fiscal year without sales has one too", async ({ page, site }) => {
  await openDocument(page, site, json(sales({ channels: [{ id: "a", gmv: [0, null, 0] }, { id: "b", gmv: [1, 2, 3] }], as_of: "2021-04-03T23:59:59+08:00" })), "&focus=a&open=year");
  const button = page.getByTestId("detail").getByTestId("plate-picture");
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("Spring programme_as-of-2021-04-03_每日成交额_a.png");
});

test("a narrow chart is saved wide enough to be read", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await open(page, "./?focus=c1374&chart=daily");
  const { name, bytes } = await saved(page, page.getByTestId("detail").getByTestId("chart-picture"));
  expect(name).toContain("每日成交额");
  expect((await look(page, bytes)).width).toBe(2 * 688);
});
