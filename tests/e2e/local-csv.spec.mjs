// A table of the reader's own (CSV): what it does not say is asked for, what is wrong with it is named.
import { json } from "./support/answers.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { expectTop, openDocument, rows } from "./support/board.mjs";
import { choose, CSV, csvTop, fault, file, sheet, show } from "./support/own-files.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const named = (page) => page.getByTestId("local-name");
const back = (page) => page.getByTestId("local-back");
const source = [{ rank: 1, id: "alpha", value: 1500 }];

test("a CSV file asks for what it does not say, with the programme's defaults", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("daily.csv", CSV, "text/csv"));
  const form = page.getByTestId("local-file-form");
  await expect(form.getByLabel("项目名称")).toHaveValue("daily");
  await expect(form.getByLabel("币种")).toHaveValue("CNY");
  await expect(form.getByLabel("财年起始")).toHaveValue("04-01");
  await expect(form.getByLabel("每个直播间的目标")).toHaveValue("100,000,000");
  await form.getByLabel("项目名称").fill("自有数据");
  await form.getByLabel("每个直播间的目标").fill("400");
  await form.getByLabel("每个直播间的目标").press("Tab");
  await expect(page.getByTestId("local-file-facts")).toContainText("400元");
  await expect(form.getByLabel("目标直播间数")).toBeFocused();
  await show(page).click();
  await expectTop(page, csvTop);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("自有数据");
  await expect(rows(page).first().locator(".cell-progress")).toContainText("75.1%");
});

test("a wrong field is named, the file is read again when it is right", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("daily.csv", CSV, "text/csv"));
  const start = page.getByTestId("local-file-form").getByLabel("财年起始");
  await start.fill("02-30");
  await start.press("Tab");
  await expect(fault(page)).toContainText("财年起始");
  await expect(start).toHaveAccessibleDescription("请填每年都有的月和日，如 04-01");
  await expect(show(page)).toHaveCount(0);
  await start.fill("01-01");
  await start.press("Tab");
  await expect(fault(page)).toHaveCount(0);
  await show(page).click();
  await expectTop(page, csvTop);
});

test("beside a wrong goal stands what belongs there, in both languages, until it is right", async ({ page, site }) => {
  const words = {
    zh: ["每个直播间的目标", /^请填非负整数，不超过 90,071,992,547,409$/],
    en: ["Goal per channel", /^Expected a whole number from 0 to 90,071,992,547,409$/],
  };
  for (const [lang, [label, wanted]] of Object.entries(words)) {
    await openDocument(page, site, json(sales()), `&lang=${lang}`);
    await choose(page, file("daily.csv", CSV, "text/csv"));
    const goal = page.getByTestId("local-file-form").getByRole("textbox", { name: label, exact: true });
    await expect(goal).toHaveAccessibleDescription("");
    await goal.fill("1.5");
    await goal.press("Tab");
    await expect(goal).toHaveAccessibleDescription(wanted);
    await expect(goal).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(wanted)).toBeVisible();
    await expectAccessible(page, "[data-testid=local-file]");
    await goal.fill("400");
    await goal.press("Tab");
    await expect(goal).toHaveAccessibleDescription("");
    await expect(goal).toHaveAttribute("aria-invalid", "false");
    await expect(show(page)).toBeVisible();
  }
});

test("thousands separators are named with line and column, whether quoted or tearing the row", async ({ page, site }) => {
  const words = { zh: ["第 5 行“gmv”列", "无法识别千分位"], en: ["Line 5, column gmv", "thousands separators are not read"] };
  for (const [lang, expected] of Object.entries(words)) {
    await openDocument(page, site, json(sales()), `&lang=${lang}`);
    for (const figure of ['"1,234,567"', "1,234,567"]) {
      await choose(page, file("excel.csv", `${CSV}2021-04-03,south,${figure},p1,食品\n`, "text/csv"));
      for (const text of [...expected, "1,234"]) await expect(fault(page)).toContainText(text);
      await expect(page.getByTestId("local-file-form")).toHaveCount(0);
      await page.keyboard.press("Escape");
      await expect(sheet(page)).toBeHidden();
    }
  }
});

test("a table as spreadsheets leave it opens: separators behind the last row, lines of an old Mac", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  for (const text of [`${CSV},,,,\n,,,,\n`, CSV.replaceAll("\n", "\r")]) {
    await choose(page, file("daily.csv", text, "text/csv"));
    await show(page).click();
    await expectTop(page, csvTop);
    await back(page).click();
    await expectTop(page, source);
  }
});

test("broken CSV is refused with line and column, and another file can be chosen there", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("broken.csv", `${CSV}2021-04-03,south,oops,p1,食品\n`, "text/csv"));
  await expect(fault(page)).toContainText("第 5 行");
  await expect(fault(page)).toContainText("gmv");
  await choose(page, file("daily.csv", CSV, "text/csv"), "local-file-other");
  await show(page).click();
  await expectTop(page, csvTop);
});

test("all rows of a table that are wrong are listed by line, up to twenty", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  const show = (rows) => page.getByTestId("open-input").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(`date,channel,gmv\n${rows.join("\n")}\n`) });
  const lines = page.getByTestId("local-file-wrong").getByRole("listitem");
  await show(["2021-04-31,a,1", "2021-04-01,a,1", "2021-04-02,a b,1", "2021-04-03,a,x"]);
  await expect(page.getByTestId("local-file-fault")).toContainText("有 3 行不对：");
  await expect(lines).toHaveCount(3);
  for (const [at, place] of [[0, "第 2 行"], [1, "第 4 行"], [2, "第 5 行"]]) await expect(lines.nth(at)).toContainText(place);
  await page.keyboard.press("Escape");
  await show(Array(30).fill("2021-04-31,a,1"));
  await expect(lines).toHaveCount(20);
  await expect(page.getByTestId("local-file-fault")).toContainText("有 30 行不对，先列出前 20 行：");
  await page.keyboard.press("Escape");
  await show(["2021-04-01,a,1", "2021-04-01,a,2", "2021-04-02,a,1", "2021-04-02,a,1"]);
  await expect(page.getByTestId("local-file-fault")).toContainText("有 2 行不对：");
  await expect(lines).toContainText(["第 3 行", "第 5 行"]);
  await page.keyboard.press("Escape");
  await show(["2021-04-31,a,1"]);
  await expect(page.getByTestId("local-file-fault")).toContainText("第 2 行");
  await expect(lines).toHaveCount(0);
});

test("a table in another encoding is called that, with the way out and without a form", async ({ page, site }) => {
  await openDocument(page, site, json(sales()), "&lang=en");
  const gbk = Buffer.concat([Buffer.from("date,channel,gmv,channel_name\n2021-04-01,north,1,"), Buffer.from("d6b1b2a5bce4", "hex")]);
  const utf16 = Buffer.from("\ufeffdate,channel,gmv\n", "utf16le");
  for (const [name, buffer] of [["gbk.csv", gbk], ["unicode.csv", utf16]]) {
    await page.getByTestId("open-input").setInputFiles({ name, mimeType: "text/csv", buffer });
    await expect(page.getByTestId("local-file-name")).toContainText(name);
    await expect(fault(page)).toContainText("not in UTF-8");
    await expect(fault(page)).toContainText("“CSV UTF-8 (Comma delimited)”");
    await expect(page.getByTestId("local-file-form")).toHaveCount(0);
    await page.keyboard.press("Escape");
  }
});

test("tables with semicolons or tabs are read as those with commas", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  for (const separator of [";", "\t"]) {
    await choose(page, file("daily.csv", CSV.replaceAll(",", separator), "text/csv"));
    await show(page).click();
    await expectTop(page, csvTop);
    await back(page).click();
    await expectTop(page, source);
  }
});

test("a figure with more decimals than the currency has keeps the form, and another currency mends it", async ({ page, site }) => {
  await openDocument(page, site, json(sales()));
  await choose(page, file("daily.csv", CSV, "text/csv"));
  const currency = page.getByTestId("local-file-form").getByLabel("币种");
  await currency.fill("JPY");
  await currency.press("Tab");
  await expect(fault(page)).toContainText("100.50");
  await currency.fill("CNY");
  await currency.press("Tab");
  await expect(fault(page)).toHaveCount(0);
  await expect(show(page)).toBeVisible();
});
