// The real elements in the real frame's page, and what is declared of them against what they have.
import { readFileSync } from "node:fs";
import { json } from "./support/answers.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const manifest = JSON.parse(readFileSync(new URL("../../package/custom-elements.json", import.meta.url), "utf8"));
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; require-trusted-types-for 'script'";

async function openHost(page, site) {
  const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "authorization" };
  const document = json(sales(), { headers });
  site.answer("main.json", (request, response) => (request.method === "OPTIONS" ? response.writeHead(204, headers).end() : document(request, response)));
  site.answer("embed.html", (_request, response, next) => {
    response.setHeader("Content-Security-Policy", policy);
    next();
  });
  site.answer("host.html", (_request, response) => {
    response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; frame-src 'self'; require-trusted-types-for 'script'");
    response.writeHead(200, { "Content-Type": "text/html" }).end('<!doctype html><meta charset="utf-8"><title>Portal</title><script type="module" src="paceboard.js"></script><main></main>');
  });
  await page.goto(`${site.origin}/host.html`);
  await page.waitForFunction(() => window.Paceboard);
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["ready", "error", "select", "auth-required"]) addEventListener(`pace-${name}`, ({ type, detail }) => heard.push({ type, detail }));
    Paceboard.configure({
      sources: { main: { url: "main.json" } },
      locale: "en",
      fetchToken: () => ({ token: "good", exp: Date.now() / 1000 + 300 }),
    });
  });
}

test("a goal is painted in a sandboxed frame under the frame's own policy", async ({ page, site }) => {
  await openHost(page, site);
  await page.evaluate(() => {
    const frame = document.createElement("pace-frame");
    Object.assign(frame, { element: "pace-goal", channel: "beta" });
    document.querySelector("main").append(frame);
  });
  await page.waitForFunction(() => heard.length, null, { timeout: 60_000 });
  expect(await page.evaluate(() => heard)).toEqual([{ type: "pace-ready", detail: { source: "main", asOf: "2021-04-10" } }]);
  const inside = page.frameLocator("pace-frame iframe");
  await expect(inside.getByTestId("goal-to-date")).toHaveText("¥900");
  expect(site.asked("main.json").at(-1).headers.authorization).toBe("Bearer good");
  const fits = () => page.frames().at(-1).evaluate(() => Math.ceil(document.querySelector("#content").getBoundingClientRect().height) === innerHeight);
  await expect.poll(fits).toBe(true);
  const answers = await page.evaluate(async () => {
    const frame = document.querySelector("pace-frame");
    const csv = await frame.exportCsv();
    await frame.refresh();
    await frame.setState("window=7d");
    return [csv.length > 0, await frame.getState()];
  });
  expect(answers[0]).toBe(true);
  expect(answers[1]).toContain("window=7d");
});

test("the elements have what the manifest says, and their methods", async ({ page, site }) => {
  await openHost(page, site);
  for (const { tagName, attributes, members } of manifest.modules[0].declarations) {
    const found = await page.evaluate(
      ([tag, methods]) => {
        const Class = customElements.get(tag);
        const chain = [Class.prototype, Object.getPrototypeOf(Class.prototype)].filter((it) => it !== HTMLElement.prototype);
        const properties = chain.flatMap((it) => Object.entries(Object.getOwnPropertyDescriptors(it))).filter(([, it]) => it.get && it.enumerable);
        const element = document.createElement(tag);
        return { observed: Class.observedAttributes, properties: properties.map(([name]) => name), missing: methods.filter((name) => typeof element[name] !== "function") };
      },
      [tagName, members.filter(({ kind }) => kind === "method").map(({ name }) => name)],
    );
    const sorted = (list) => [...list].sort();
    expect(sorted(found.observed), tagName).toEqual(sorted(attributes.map(({ name }) => name)));
    expect(sorted(found.properties), tagName).toEqual(sorted(members.filter(({ kind }) => kind === "field").map(({ name }) => name)));
    expect(found.missing, tagName).toEqual([]);
  }
});
