// The guide's code is copied, so it is tested as it stands there: in the browser, and by the compilers.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { answerFrames } from "./support/framed.mjs";
import { adapted, snippet, snippets } from "./support/guide.mjs";
import { news } from "./support/host.mjs";
import { strictPolicy } from "./support/pages.mjs";
import { expect, failedRequest, test } from "./support/test.mjs";

/** Serves a page with `body`, and `script` as its one script of its own after Paceboard's. */
function serve(site, body, script, policy = strictPolicy) {
  const answer = (path, type, text) =>
    site.answer(path, (_request, response) => {
      response.setHeader("Content-Security-Policy", policy);
      response.writeHead(200, { "Content-Type": type }).end(text);
    });
  answer("guide.html", "text/html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guide</title><link rel="icon" href="data:,">${body}</html>`);
  answer("portal.js", "text/javascript", script);
  answerFrames(site);
  return `${site.origin}/guide.html`;
}

const note = `
window.news = [];
for (const name of ["ready", "error", "select"]) addEventListener("pace-" + name, ({ target, detail }) => news.push({ name, from: target.localName, detail }));
window.of = (name) => news.filter((one) => one.name === name);
`;
const paceboard = '<script type="module" src="paceboard.js"></script><script type="module" src="portal.js"></script>';
const configured = 'Paceboard.configure({ sources: { main: { url: "main.json" } }, locale: "en" });';

/** One module of all that `code` imports. */
async function bundled(code, loader) {
  const stdin = { contents: code, loader, resolveDir: resolve("."), sourcefile: `guide.${loader}` };
  const define = { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: "esm", jsx: "automatic", define, external: ["paceboard"] });
  return outputFiles[0].text;
}

test.describe("plain HTML", () => {
  // The page's own origin and that of script and data differ, as they do in the guide.
  const elsewhere = (site) => site.origin.replace("127.0.0.1", "localhost");
  const html = (site) => adapted(snippet("Plain HTML", "html"), { "https://cdn.example/paceboard": elsewhere(site) });
  const script = (site) => note + adapted(snippet("Plain HTML", "js"), { "https://data.example/sales.json": `${elsewhere(site)}/main.json` });
  const [ofPage, ofFrame] = snippets("Content Security Policy", "", 2);

  /** The guide's page under the guide's policies. */
  function servePlain(site) {
    const hosts = { "https://cdn.example": elsewhere(site), "https://data.example": elsewhere(site) };
    site.answer("embed.html", (_request, response, next) => {
      response.setHeader("Content-Security-Policy", adapted(ofFrame, { ...hosts, "https://portal.example": site.origin }));
      next();
    });
    return serve(site, html(site), script(site), adapted(ofPage, hosts));
  }

  test("shows three elements with a token", async ({ page, site }) => {
    site.answer("api/paceboard-token", (_request, response) => response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ token: "good", exp: Date.now() / 1000 + 300 })));
    await page.goto(servePlain(site));
    await page.locator("pace-frame").scrollIntoViewIfNeeded();
    await news(page, "ready", 3);
    expect(await page.evaluate(() => of("ready").map(({ from }) => from).sort())).toEqual(["pace-frame", "pace-leaderboard", "pace-rank"]);
    await expect(page.frameLocator("pace-frame iframe").getByTestId("goal-to-date")).toContainText("1,500");
    expect(site.asked("main.json").every(({ headers }) => headers.authorization === "Bearer good" || headers["access-control-request-headers"])).toBe(true);
  });

  test.describe("where nobody is signed in", () => {
    test.use({ expectedErrors: failedRequest });

    test("leads to the login", async ({ page, site }) => {
      const url = servePlain(site);
      const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "authorization" };
      site.answer("main.json", (request, response) => response.writeHead(request.method === "OPTIONS" ? 204 : 401, headers).end());
      site.answer("api/paceboard-token", (_request, response) => response.writeHead(401).end());
      await page.goto(url);
      await page.waitForURL("**/login");
    });
  });
});

/** What the compiler says of these files, with the declarations and as little of React's as they need. */
function compile(files) {
  const folder = mkdtempSync(resolve("target/guide-"));
  try {
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
    // React's own types are a package of their own; this is what the compiler wants of them.
    writeFileSync(join(folder, "react.d.ts"), 'declare module "react" { export namespace JSX { interface Element {} interface IntrinsicElements { div: { children?: unknown } } interface ElementChildrenAttribute { children: {} } } }\ndeclare module "react/jsx-runtime" { export { JSX } from "react"; export const jsx: unknown; export const jsxs: unknown; }\n');
    const paths = { paceboard: [resolve("package/paceboard.d.ts")] };
    const compilerOptions = { target: "es2022", lib: ["es2022", "dom"], module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", strict: true, noEmit: true, types: [], paths };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
    return execFileSync(resolve("node_modules/.bin/tsc"), ["--project", folder], { encoding: "utf8" });
  } catch ({ stdout }) {
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the React component compiles against the declarations, and shows a goal", async ({ page, site }) => {
  const code = snippet("React 19", "tsx");
  expect(compile({ "goal.tsx": code })).toBe("");
  const mounted = `${code}
import { createRoot } from "react-dom/client";
${note}${configured}
createRoot(document.getElementById("app")).render(<Goal channel="beta" onSelect={() => {}} />);`;
  await page.goto(serve(site, `${paceboard}<div id="app"></div>`, await bundled(mounted, "tsx")));
  await news(page, "ready");
  await expect(page.getByTestId("goal-card").getByRole("heading")).toHaveText("Beta Store");
  expect(await page.locator("pace-goal").getAttribute("theme")).toBe("auto");
});

test("the declarations take what React puts on elements, and nothing misspelt", () => {
  const head = 'import type {} from "paceboard";\n';
  const good = `${head}addEventListener("pace-error", (event) => { const code: string = event.detail.code; console.log(code); });
Paceboard.configure({ currency: null, locale: navigator.language });
export const Page = ({ id }: { id: string | null }) => (
  <div>
    <pace-goal channel={id} hidden lang="en" dir="rtl" role="group" tabIndex={0} slot="one" data-x="1" aria-label="x" locale={navigator.language}
      onClick={(event) => event.preventDefault()} ref={(element) => { element?.refresh(); }}><div>Loading</div></pace-goal>
    <pace-frame element="pace-rank" ref={(frame) => { frame?.getState().then((query) => query.length); }} onpace-select={(event) => event.detail?.kind} />
  </div>
);`;
  expect(compile({ "good.tsx": good })).toBe("");
  const bad = ['<pace-goal chanel="x" />', "<pace-goal onpace-select={(event: number) => event} />", '<pace-frame element="script" />'];
  const lines = bad.map((jsx, at) => `export const it${at} = () => ${jsx};`);
  const faults = compile({ "bad.tsx": [head.trim(), ...lines].join("\n") });
  for (const at of bad.keys()) expect(faults, bad[at]).toContain(`bad.tsx(${at + 2},`);
});

test("the Vue template compiles with the guide's setting, sets and hears", async ({ page, site }) => {
  const options = new Function("vue", `return ${snippet("Vue 3", "js").replace(/^\/\/.*\n/, "")}`)((it) => it);
  const component = `<script setup>
import { ref } from "vue";
const days = ref("2021-04-04..2021-04-11");
const chosen = ref(null);
defineExpose({ days, chosen });
</script>\n${snippet("Vue 3", "vue")}`;
  const { descriptor, errors } = parse(component);
  expect(errors).toEqual([]);
  const { content } = compileScript(descriptor, { id: "guide", inlineTemplate: true, templateOptions: options.template });
  const mounted = `${content.replace("export default", "const Component =")}
import { createApp } from "vue";
${note}${configured}
window.portal = createApp(Component).mount("#app");`;
  await page.goto(serve(site, `${paceboard}<div id="app"></div>`, await bundled(mounted, "js")));
  await news(page, "ready");
  const state = () => page.locator("pace-leaderboard").evaluate((element) => element.getState());
  expect(await state()).toContain("window=2021-04-04..2021-04-11");
  await page.getByText("Gamma Store").click();
  await expect.poll(() => page.evaluate(() => window.portal.chosen)).toEqual({ kind: "channel", id: "gamma" });
  await page.evaluate(() => (window.portal.days = "7d"));
  await expect.poll(state).toContain("window=7d");
});

test("a page without the script makes the frame itself", async ({ page, site }) => {
  const code = adapted(snippet("The frame", "js"), { "https://data.example/sales.json": `${site.origin}/main.json` });
  const script = `const iframe = document.querySelector("iframe");\n${code}`;
  // No script of Paceboard's, and no wasm, on the page itself.
  const policy = "default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'";
  await page.goto(serve(site, '<iframe sandbox="allow-scripts" src="embed.html" title="Goal"></iframe><script type="module" src="portal.js"></script>', script, policy));
  const frame = page.frameLocator("iframe");
  await expect(frame.getByTestId("goal-to-date")).toContainText("1,500", { timeout: 60_000 });
  const fits = () => page.frames().at(-1).evaluate(() => Math.ceil(document.querySelector("#content").getBoundingClientRect().height) === innerHeight);
  await expect.poll(fits).toBe(true);
});
