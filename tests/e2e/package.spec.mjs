// What a portal installs, in a portal that is built with Vite: installed from the tarball without a
// network, compiled against the declarations, built, served under a strict policy, and opened.
// `make package` comes first.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, createServer as createViteServer } from "vite";
import { createServer, framePolicy } from "../../tools/serve.mjs";
import { hostPolicy } from "./support/host.mjs";
import { sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

/** What `make package` wrote last. */
function tarball() {
  const folder = resolve("target/package");
  if (!existsSync(folder)) throw new Error("There is no package: run make package");
  return join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")));
}

const run = (portal, command, ...args) => execFileSync(command, args, { cwd: portal, encoding: "utf8" });
const read = (...path) => readFileSync(join(...path), "utf8");

test.describe.configure({ mode: "default" });
let portal;
let installed;

test.beforeAll(async () => {
  // Below the project, so that Vite and TypeScript are its own; the package is the portal's.
  portal = mkdtempSync(resolve("target/portal-of-others-"));
  installed = join(portal, "node_modules/paceboard");
  cpSync("tests/package/portal", portal, { recursive: true });
  writeFileSync(join(portal, "public/sales.json"), JSON.stringify(sales()));
  run(portal, "npm", "install", "--offline", "--ignore-scripts", "--silent", tarball());
  cpSync(join(installed, "dist"), join(portal, "public/paceboard"), { recursive: true });
  await build({ root: portal, logLevel: "error" });
});

test.afterAll(() => rmSync(portal, { recursive: true, force: true }));

/** Opens a page and gives the wasm files that it and its frames asked for. */
async function open(page, url) {
  const asked = [];
  page.on("request", (request) => request.url().endsWith(".wasm") && asked.push({ path: new URL(request.url()).pathname, frame: request.frame() }));
  await page.goto(url);
  return { outside: () => asked.filter(({ frame }) => frame === page.mainFrame()).map(({ path }) => path) };
}

/** The goal's card and, in a frame, the rank's, with figures that can be checked by eye. */
async function expectFigures(page) {
  const goal = page.locator("pace-goal").getByTestId("goal-card");
  await expect(goal.getByRole("heading")).toHaveText("Beta Store", { timeout: 60_000 });
  await expect(goal.getByTestId("goal-to-date")).toHaveText("¥900");
  expect((await goal.boundingBox()).height).toBeGreaterThan(60);
  await page.locator("pace-frame").scrollIntoViewIfNeeded();
  const framed = page.locator("pace-frame").locator("iframe").contentFrame();
  await expect(framed.getByTestId("rank-now")).toHaveText("#2", { timeout: 60_000 });
}

/** What `vite build` wrote, under the policies that the guide has for pages and for the frame's. */
function serve() {
  const readByFrames = /^\/(paceboard\/|sales\.json)/;
  return createServer({
    dir: join(portal, "dist"),
    middleware(request, response, next) {
      const isFrame = request.url.startsWith("/paceboard/embed.html");
      response.setHeader("Content-Security-Policy", isFrame ? framePolicy(`http://${request.headers.host}`) : hostPolicy);
      if (readByFrames.test(request.url)) response.setHeader("Access-Control-Allow-Origin", "*");
      next();
    },
  });
}

test("what the package names is in it, and nothing of where it was made", () => {
  const { version, exports, types, customElements, files, sideEffects } = JSON.parse(read(installed, "package.json"));
  expect(version).toBe(/^version = "(.+)"/m.exec(read("Cargo.toml"))[1]);
  const named = [types, customElements, ...files, ...Object.values(exports["."]), exports["./custom-elements.json"]];
  const present = readdirSync(installed, { recursive: true });
  for (const name of named) expect(present).toContain(name.replace("./", ""));
  expect(sideEffects).toContain(exports["."].default);
  const { script, integrity, frame } = JSON.parse(read(installed, "dist/paceboard.json"));
  for (const name of ["paceboard.js", script, frame, ...Object.keys(integrity)]) expect(present).toContain(`dist/${name}`);
  expect(present.filter((name) => /\.(br|gz|wasm)$/.test(name))).toHaveLength(1);
  for (const name of present.filter((name) => /\.(js|json|html|md|ts)$/.test(name))) {
    expect(read(installed, name), name).not.toMatch(/registry|127\.0\.0\.1|localhost/);
    expect(read(installed, name), name).not.toContain(resolve("."));
  }
});

test("the declarations compile, and find mistakes", () => {
  expect(run(portal, resolve("node_modules/.bin/tsc"), "--project", ".")).toBe("");
});

test("built by Vite, it shows figures with the wasm that Vite put among the portal's files", async ({ page }) => {
  const server = await serve();
  const { outside } = await open(page, `http://127.0.0.1:${server.address().port}/`);
  await expectFigures(page);
  expect(outside()).toEqual([expect.stringMatching(/^\/assets\/paceboard-.+\.wasm$/)]);
  const { asOf, frame } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  expect({ asOf, frame }).toEqual({ asOf: "2021-04-10", frame: "ready" });
  server.close();
});

test("Vite's development server serves it as it lies in node_modules", async ({ page }) => {
  const server = await createViteServer({ root: portal, logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
  await server.listen();
  const { outside } = await open(page, `http://127.0.0.1:${server.httpServer.address().port}/`);
  await expectFigures(page);
  expect(outside()).toEqual([expect.stringMatching(/^\/node_modules\/paceboard\/dist\/paceboard-\w+\.wasm$/)]);
  await server.close();
});

test("without a bundler, the copied folder is all that is needed", async ({ page }) => {
  const server = await serve();
  const { outside } = await open(page, `http://127.0.0.1:${server.address().port}/unbundled.html`);
  await expectFigures(page);
  expect(outside()).toEqual([expect.stringMatching(/^\/paceboard\/paceboard-\w+\.wasm$/)]);
  server.close();
});
