// Elements that are adopted into another document of the page's own, and come back.
import { hostPage, news } from "./support/host.mjs";
import { expect, test } from "./support/test.mjs";

const GOAL = '<pace-goal channel="beta" loading="eager"></pace-goal>';

/** Where elements are taken to; `window.goal` is the one that is taken. */
const SCRIPT = `
window.goal = document.querySelector("pace-goal");
window.frame = document.body.appendChild(document.createElement("iframe"));
window.inert = document.implementation.createHTMLDocument();
window.takeTo = (where) => where.body.append(window.goal);
`;

/** How the card looks: its ground, its border, whether only its own column is shown, its height. */
const looks = (page) =>
  page.evaluate(() => {
    const card = window.goal.shadowRoot.querySelector(".card");
    const { backgroundColor, borderTopWidth, display, padding } = getComputedStyle(card);
    return { backgroundColor, borderTopWidth, display, padding, host: getComputedStyle(window.goal).display, height: card.offsetHeight };
  });

const open = async (page, site, style = "pace-goal, iframe { width: 320px; border: 0 }") => {
  await page.goto(hostPage(site, GOAL, { script: SCRIPT, style }));
  await news(page, "ready");
  // As wide as in the other document, whose body has margins too.
  await page.evaluate(() => (window.frame.contentDocument.body.style.margin = "0"));
};

test("an element keeps its style in another document, and when it is back", async ({ page, site }) => {
  await open(page, site);
  const before = await looks(page);
  expect(before).toMatchObject({ borderTopWidth: "1px", display: "grid", host: "block" });
  await page.evaluate(() => window.takeTo(window.frame.contentDocument));
  await expect.poll(() => looks(page)).toEqual(before);
  await page.evaluate(() => (window.goal.channel = "alpha"));
  await expect(page.frameLocator("iframe").getByTestId("goal-to-date")).toHaveText("¥1.50K");
  await page.evaluate(() => {
    window.goal.channel = "beta";
    window.takeTo(document);
  });
  await expect.poll(() => looks(page)).toEqual(before);
  await expect(page.getByTestId("goal-to-date")).toHaveText("¥900");
});

test("an element that a document without a window has had keeps its style", async ({ page, site }) => {
  await open(page, site);
  const before = await looks(page);
  await page.evaluate(() => {
    window.takeTo(window.inert);
    window.takeTo(document);
  });
  await expect.poll(() => looks(page)).toEqual(before);
});

test("an element that was taken to another document before it began starts there", async ({ page, site }) => {
  const script = `${SCRIPT} window.takeTo(window.frame.contentDocument);`;
  await page.goto(hostPage(site, GOAL, { script, style: "iframe { width: 320px; border: 0 }" }));
  await page.waitForFunction(() => window.goal?.shadowRoot.querySelector(".card"));
  expect(await looks(page)).toMatchObject({ borderTopWidth: "1px", display: "grid", host: "block" });
  await expect(page.frameLocator("iframe").getByTestId("goal-to-date")).toHaveText("¥900");
});
