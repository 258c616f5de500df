// The other board: partners.
import { json } from "./support/answers.mjs";
import { expectCount, expectQuery, expectTop, open, openDocument, rowOf } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import * as sample from "./support/sample.mjs";
import { expect, test } from "./support/test.mjs";
import { percent, yuanZh } from "./support/words.mjs";

test("partners are ranked by the sums of their channels, against their own goals", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "机构", exact: true }).first().click();
  const expected = sample.partnerBoard();
  await expectTop(page, expected, 15);
  await expectCount(page, expected.length);
  await expectQuery(page, { board: "partners" });
  for (const { id, value, partner } of expected.slice(0, 5)) {
    const members = sample.channels.filter((channel) => sample.partnerOf(channel) === id);
    await expect(rowOf(page, id).locator(".cell-name")).toContainText(partner.name);
    await expect(rowOf(page, id).locator(".cell-partner")).toHaveText(String(members.length));
    await expect(rowOf(page, id).locator(".cell-progress")).toHaveText(percent(value, sample.partnerGoal(partner)));
  }
});

test("a partner's detail lists its channels, and leads to the board of them alone", async ({ page }) => {
  await open(page, "./?board=partners");
  const { id, partner } = sample.partnerBoard()[2];
  const members = sample.board({ among: sample.channels.filter((channel) => sample.partnerOf(channel) === id) });
  await rowOf(page, id).click();
  const detail = page.getByTestId("detail");
  await expect(detail.getByRole("heading", { level: 2 })).toHaveText(partner.name);
  const list = page.getByTestId("members");
  await expect(list.getByRole("listitem")).toHaveCount(Math.min(10, members.length));
  if (members.length > 10) await list.getByTestId("members-all").click();
  await expect(list.getByRole("listitem")).toHaveCount(members.length);
  const over = members.filter((row) => row.value >= row.channel.goal).length;
  await expect(list.getByRole("heading")).toContainText(new RegExp(`\\b${over}\\b.*\\b${members.length}\\b|\\b${members.length}\\b.*\\b${over}\\b`));
  await expect(list.getByRole("listitem").first()).toContainText(members[0].channel.name);
  await expect(list.getByRole("listitem").first()).toContainText(yuanZh(members[0].value));

  await list.getByRole("button", { name: /只看/ }).click();
  await expectTop(page, members, Math.min(10, members.length));
  await expectCount(page, members.length);
  await expect.poll(() => new URL(page.url()).searchParams.get("partner")).toBe(id);
});

test("from a channel to its partner and to another channel of it", async ({ page }) => {
  await open(page, "./?focus=c0001");
  const detail = page.getByTestId("detail");
  const partner = sample.document.partners[sample.channels[0].partner];
  await expect(detail).toContainText(partner.name);
  await detail.getByRole("button", { name: "查看机构" }).click();
  await expect(detail.getByRole("heading", { level: 2 })).toHaveText(partner.name);
  await page.getByTestId("members").getByRole("button").nth(1).click();
  await expect(detail.getByRole("heading", { level: 2 })).not.toHaveText(partner.name);
});

test("a filter by category keeps partners with such a channel, their figures stay whole", async ({ page, site }) => {
  const channels = [
    { id: "a", gmv: flat(10), partner: 0, category: 0 },
    { id: "b", gmv: flat(20), partner: 0, category: 1 },
    { id: "c", gmv: flat(40), partner: 1, category: 1 },
  ];
  await openDocument(page, site, json(sales({ channels })), "&board=partners&category=beauty");
  await expectTop(page, [{ rank: 1, id: "p1", value: 300 }]);
  await expectCount(page, 1);
});

test("a document without partners has none to show, and says so", async ({ page, site }) => {
  const document = sales({ partners: [] });
  site.answer("data.json", json(document));
  await page.goto(site.page("?source=data.json&board=partners"));
  await expect(page.getByTestId("leaderboard-empty")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("partners-over")).toBeEmpty();
});
