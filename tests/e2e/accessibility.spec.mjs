// axe-core in every state that the page can be in.
import { held, json, status } from "./support/answers.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { open, openDocument, openMenu, rowOf, scroller, search } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

function full() {
  const document = sales();
  document.channels.partner = [0, 0, 1, null];
  document.channels.category = [0, 1, 0, null];
  document.channels.province = ["North", "South", "North", null];
  document.events = [{ kind: "fest", name: "Fest", from: "2021-04-02", to: "2021-04-04" }];
  document.series.orders = document.series.gmv.map(() => flat(3));
  return document;
}

const openFull = (page, site, query) => openDocument(page, site, json(full()), query);

for (const theme of ["light", "dark"]) {
  for (const lang of ["zh", "en"]) {
    const look = `&theme=${theme}&lang=${lang}`;
    test(`the board and an open detail, ${theme}, ${lang}`, async ({ page, site }) => {
      await openFull(page, site, `${look}&focus=gamma`);
      await expect(page.getByTestId("detail")).toBeVisible();
      await expectAccessible(page);
    });
  }
}

const menus = [/^时间/, "指标", "类目", "机构", "省份", "状态", "显示", "假设"];
for (const theme of ["light", "dark"]) {
  test(`each menu open, ${theme}`, async ({ page, site }) => {
    test.slow();
    await openFull(page, site, `&theme=${theme}&category=beauty&status=over`);
    for (const title of menus) {
      await openMenu(page, title);
      // What the menu covers, by half or whole, is not to be pressed until it is closed.
      const alone = (panel, [around, within]) => {
        document.body.style.visibility = around;
        panel.style.visibility = within;
      };
      const panel = page.locator(".popover.is-open");
      await panel.evaluate(alone, ["hidden", "visible"]);
      await expectAccessible(page, ".popover.is-open");
      await panel.evaluate(alone, ["", ""]);
      await page.keyboard.press("Escape");
    }
  });

  test(`help, ${theme}`, async ({ page, site }) => {
    await openFull(page, site, `&theme=${theme}`);
    await page.keyboard.press("?");
    await expect(page.getByTestId("help")).toBeVisible();
    await expectAccessible(page);
  });

  test(`a filter that leaves nothing, ${theme}`, async ({ page, site }) => {
    await openFull(page, site, `&theme=${theme}&category=beauty`);
    await search(page).fill("nobody");
    await expect(page.getByTestId("leaderboard-empty")).toBeVisible();
    await expectAccessible(page);
  });
}

test("a row under the keyboard, a sorted column, changes up and down", async ({ page }) => {
  await open(page, "./?window=7d&sort=change");
  await scroller(page).focus();
  await page.keyboard.press("ArrowDown");
  await expectAccessible(page);
});

test("every section opened, what is assumed, and whom to look after", async ({ page }) => {
  test.slow();
  await open(page, "./?focus=c0900&window=28d&assume_growth=1000&assume_growth_of=c0900&feed=falling&progress=40..80");
  await expect(page.getByTestId("basis")).toContainText("去年同日", { timeout: 60_000 });
  for (const fold of ["ranks", "moved", "year", "distribution", "trust", "concentration", "audience"]) await page.getByTestId(`fold-${fold}`).click();
  await expect(page.getByTestId("factors")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("trust")).toBeVisible();
  await expectAccessible(page);
});

test("the sample with a detail, by day", async ({ page }) => {
  await open(page, "./?focus=c0001&chart=daily");
  await expect(page.getByTestId("detail-to-date")).not.toBeEmpty();
  await expectAccessible(page);
});

test("the tables of all charts", async ({ page, site }) => {
  // Where there is less room, an open detail takes that of the head's chart.
  await page.setViewportSize({ width: 1440, height: 900 });
  await openFull(page, site, "&focus=alpha");
  for (const button of await page.getByTestId("chart-table-button").all()) await button.click();
  await expect(page.getByTestId("chart-table")).toHaveCount(2);
  // A table has a row for each day of the year, and axe-core looks at every cell.
  await expectAccessible(page, '[data-testid="chart-table"]');
});

test("the crosshair of a chart", async ({ page, site }) => {
  await openFull(page, site, "&focus=alpha");
  await page.getByTestId("chart-stage").last().focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByTestId("chart-tooltip")).toBeVisible();
  await expectAccessible(page);
});

test("the partners' board and a partner's detail", async ({ page, site }) => {
  await openFull(page, site, "&board=partners&focus=partner:p1");
  await expect(page.getByTestId("members")).toBeVisible();
  await expectAccessible(page);
});

test("an earlier day, opened notes, a hovered row", async ({ page, site }) => {
  await openFull(page, site, "&as_of=2021-04-05");
  await page.getByTestId("definitions").locator("summary").click();
  await page.getByTestId("quality").locator("summary").click();
  await rowOf(page, "alpha").hover();
  await expectAccessible(page);
});

test.describe("while nothing is there", () => {
  test.use({ expectedErrors: failedRequest });

  for (const theme of ["light", "dark"]) {
    test(`the skeleton, ${theme}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: theme });
      const program = held();
      site.answer(/\.wasm$/, program);
      await page.goto(site.page());
      await expect(page.locator("#skeleton")).toBeVisible();
      await expectAccessible(page);
      program.release();
    });

    test(`a document on its way, ${theme}`, async ({ page, site }) => {
      site.answer("data.json", held());
      await page.goto(site.page(`?source=data.json&theme=${theme}`));
      await expect(page.getByTestId("loading")).toBeVisible({ timeout: 60_000 });
      await expectAccessible(page);
    });

    test(`a document that cannot be had, ${theme}`, async ({ page, site }) => {
      site.answer("data.json", status(404));
      await page.goto(site.page(`?source=data.json&theme=${theme}`));
      await expect(page.getByTestId("fault")).toBeVisible({ timeout: 60_000 });
      await expectAccessible(page);
    });

    test(`old data with a failed refresh and a part that is missing, ${theme}`, async ({ page, site }) => {
      const part = { first_day: "2020-04-01", days: 1, channels: [0, 4], metrics: ["gmv"], href: "part.json", bytes: 10, sha256: "0".repeat(64) };
      await openDocument(page, site, json({ ...full(), parts: [part] }), `&theme=${theme}`);
      await expect(page.getByTestId("part-fault")).toBeVisible();
      site.answer("data.json", status(500));
      await page.getByTestId("refresh").click();
      await expect(page.getByTestId("fault")).toBeVisible();
      await expectAccessible(page);
    });
  }
});

test.describe("the fallback of a program that may not run", () => {
  test.use({ expectedErrors: /./ });

  test("is as accessible as the page", async ({ page, site }) => {
    site.answer(/\.wasm$/, status(404));
    await page.goto(site.page());
    await expect(page.locator("#boot-failure")).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

  for (const theme of ["light", "dark"]) {
    test(`the board, a menu and the detail, ${theme}`, async ({ page, site }) => {
      await openFull(page, site, `&theme=${theme}`);
      await expectAccessible(page);
      await openMenu(page, "类目");
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await rowOf(page, "gamma").tap();
      await expect(page.getByTestId("detail")).toBeVisible();
      await expectAccessible(page);
    });
  }
});

test.describe("with forced colours", () => {
  test.use({ forcedColors: "active" });

  test("the board and the detail", async ({ page, site }) => {
    await openFull(page, site, "&focus=alpha");
    await expectAccessible(page);
  });
});
