// The merchant portal: who gets which data, and the elements on a merchant's home page.
import { expectAccessible } from "./support/axe.mjs";
import { askData, askToken, cookieOf, openPortal } from "./support/merchants.mjs";
import { expect, failedRequest, test as base } from "./support/test.mjs";

const test = base.extend({
  live: ["300", { option: true }],
  portal: async ({ live }, use) => {
    const portal = await openPortal("--tokens-live", live);
    await use(portal);
    await portal.close();
  },
});

async function tokenOf(portal, account) {
  const answer = await askToken(portal, await cookieOf(portal, account));
  return (await answer.json()).token;
}

async function logIn(page, portal, account) {
  await page.goto(portal.origin);
  await page.locator(`form[action="/login/${account}"] button`).click();
}

test("without a login there is no token, without a token no data", async ({ portal }) => {
  expect((await askToken(portal)).status).toBe(401);
  for (const token of [undefined, "x", "0.1.9999999999.00"]) {
    const answer = await askData(portal, token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(await answer.text()).not.toContain("channels");
  }
});

test("each token opens its own merchant's document and part", async ({ portal }) => {
  const [chabai, songge] = [await tokenOf(portal, "chabai"), await tokenOf(portal, "songge")];
  const [one, other] = await Promise.all([chabai, songge].map(async (token) => (await askData(portal, token)).json()));
  expect(one.channels.id.filter((id) => !id.startsWith("anon-"))).toEqual(["c2113", "c0043"]);
  expect(other.channels.id.filter((id) => !id.startsWith("anon-"))).toEqual(["c1876"]);
  const path = one.parts[0].href;
  expect((await askData(portal, chabai, { path })).status).toBe(200);
  expect((await askData(portal, songge, { path })).status).toBe(404);
  const forged = `1${chabai.slice(1)}`;
  expect((await askData(portal, forged)).status).toBe(401);
});

test("a document that has not changed is not sent again", async ({ portal }) => {
  const token = await tokenOf(portal, "chabai");
  const etag = (await askData(portal, token)).headers.get("etag");
  const again = await askData(portal, token, { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("logging out and revoking end tokens at once", async ({ portal }) => {
  const cookie = await cookieOf(portal, "chabai");
  const token = async () => (await (await askToken(portal, cookie)).json()).token;
  const first = await token();
  await portal.revoke();
  expect((await askData(portal, first)).status).toBe(401);
  const second = await token();
  expect((await askData(portal, second)).status).toBe(200);
  await fetch(`${portal.origin}/logout`, { method: "POST", headers: { cookie }, redirect: "manual" });
  expect((await askData(portal, second)).status).toBe(401);
  expect((await askToken(portal, cookie)).status).toBe(401);
});

test("data may be read by the frame's opaque origin and by no other", async ({ portal }) => {
  const token = await tokenOf(portal, "chabai");
  const allowed = async (origin) => (await askData(portal, token, { origin })).headers.get("access-control-allow-origin");
  expect(await allowed("null")).toBe("null");
  expect(await allowed("https://other.example")).toBeNull();
  const cookie = await cookieOf(portal, "chabai");
  const ofToken = await fetch(`${portal.origin}/api/paceboard-token`, { method: "POST", headers: { cookie, origin: "null" } });
  expect(ofToken.headers.get("access-control-allow-origin")).toBeNull();
});

test("the home page shows the merchant's rank among all, and the programme as a whole", async ({ page, portal }) => {
  await logIn(page, portal, "songge");
  const card = page.getByTestId("rank-card");
  await expect(card.getByTestId("rank-now")).toContainText("41", { timeout: 60_000 });
  await expect(card).toContainText("2,400");
  await expect(card.getByTestId("neighbours").getByRole("listitem")).toHaveCount(7);
  await expect(page.getByTestId("channels-over")).toHaveText("1,350");
});

test("choosing another channel and another theme changes what is shown", async ({ page, portal }) => {
  await logIn(page, portal, "chabai");
  const card = page.getByTestId("rank-card");
  await expect(card.getByTestId("rank-now")).toContainText("1,496", { timeout: 60_000 });
  await page.locator("#channel").selectOption("c0043");
  await expect(card.getByTestId("rank-now")).toContainText("1,904");
  const colour = () => card.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await colour();
  await page.locator("#theme").selectOption("dark");
  await expect.poll(colour).not.toBe(light);
});

test("the portal's pages have no accessibility violations", async ({ page, portal }) => {
  await page.goto(`${portal.origin}/login`);
  await expectAccessible(page);
  await logIn(page, portal, "chabai");
  await expect(page.getByTestId("rank-card")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
});

test.describe("when the login has ended", () => {
  test.use({ expectedErrors: failedRequest });

  test("the portal says so, and no element claims to be ready", async ({ page, portal }) => {
    await page.addInitScript(() => {
      window.ready = 0;
      addEventListener("pace-ready", () => (window.ready += 1));
    });
    await page.route("**/api/paceboard-token", (route) => route.fulfill({ status: 401 }));
    await logIn(page, portal, "chabai");
    await expect(page.locator("#signed-out")).toBeVisible({ timeout: 60_000 });
    expect(await page.evaluate(() => window.ready)).toBe(0);
  });
});
