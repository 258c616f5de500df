import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "../../tools/serve.mjs";
import { dist } from "./support/site.mjs";
import { expect, test } from "./support/test.mjs";

const guide = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");

test("dist/ works in a folder of a host, and asks for nothing outside it", async ({ page }) => {
  const outside = [];
  const middleware = (request, response, next) => {
    if (request.url.startsWith("/a/board/")) {
      request.url = request.url.slice("/a/board".length);
      next();
    } else {
      outside.push(request.url);
      response.writeHead(404).end();
    }
  };
  const server = await createServer({ dir: dist, middleware });
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/a/board/?window=28d`);
    await expect(page.getByTestId("leaderboard-row").first()).toBeVisible();
    // Last year's part has come too.
    await expect.poll(() => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("sample.2020")).length)).toBe(1);
    expect(outside).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("the hosting guide says of every file in dist/ how to cache it, as the server does", async ({ page }) => {
  const rows = [...guide.matchAll(/^\| (`.+) \| .+ \| (.+) \|$/gm)].map(([, files, cache]) => ({ patterns: [...files.matchAll(/`(.+?)`/g)].map(([, name]) => pattern(name)), cache }));
  const server = await createServer({ dir: dist });
  try {
    const files = readdirSync(dist).filter((name) => !/\.(br|gz)$/.test(name));
    expect(files.length).toBeGreaterThan(10);
    for (const name of files) {
      const found = rows.filter(({ patterns }) => patterns.some((one) => one.test(name)));
      expect(found, name).toHaveLength(1);
      const answer = await page.request.head(`http://127.0.0.1:${server.address().port}/${name}`);
      expect(found[0].cache.includes("immutable"), name).toBe(answer.headers()["cache-control"].includes("immutable"));
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

/** What a file name of the guide stands for. */
function pattern(name) {
  const parts = name.replaceAll(".", "\\.").replace("<hash>", "[0-9a-f]{16}").replace("<year>", "\\d{4}").replace("<metric>", "[a-z]+");
  return new RegExp(`^${parts}$`);
}
