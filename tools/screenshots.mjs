// Pictures of the built page in each of its states, at three widths, light and dark, in both languages,
// and a sheet that shows them side by side: what is looked at before work on the page is done. Fails when
// a state is not reached.
//
//   node tools/screenshots.mjs [DIR] [--only NAME]     such as --only detail-375
import { chromium } from "@playwright/test";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import config from "../playwright.config.mjs";
import { createServer } from "./serve.mjs";

const OUT = "target/screenshots";
/** A slow machine that does other things as well takes its time to start. */
const REACHED_WITHIN_MS = 60_000;
const AT_ONCE = 2;

const sizes = [[1440, 900], [768, 1024], [375, 812]];
const schemes = ["light", "dark"];
const languages = { zh: "zh-CN", en: "en" };

const sample = /\/sample\.sales[^/]*\.json$/;
const never = () => {};
const busy = (route) => route.fulfill({ status: 503, headers: { "Retry-After": "40" } });

/** What is asked for, the test ids that show that the state is reached, and how the document is answered where not by the server. */
const states = {
  board: { query: {}, shown: ["leaderboard-row", "landing"] },
  detail: { query: { focus: "c0900" }, shown: ["detail-to-date", "projected"] },
  loading: { query: {}, shown: ["loading"], answer: never },
  error: { query: {}, shown: ["fault"], answer: busy },
  empty: { query: { q: "zzzz" }, shown: ["leaderboard-empty"] },
};

function pictures(only) {
  const of = (state) => sizes.flatMap((size) => schemes.flatMap((scheme) => Object.keys(languages).map((language) => ({ state, size, scheme, language }))));
  const named = Object.keys(states).flatMap(of).map((picture) => ({ ...picture, name: [picture.state, picture.size[0], picture.scheme, picture.language].join("-") }));
  return named.filter(({ name }) => name.includes(only));
}

/** Takes one picture; the promise fails where the page does not get there. */
async function take(browser, origin, { name, state, size: [width, height], scheme, language }) {
  const { query, shown, answer } = states[state];
  const { timezoneId } = config.use;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: languages[language], timezoneId });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(REACHED_WITHIN_MS);
    if (answer) await page.route(sample, answer);
    await page.goto(`${origin}/?${new URLSearchParams({ ...query, lang: languages[language] })}`, { waitUntil: "commit" });
    if (!answer) await settled(page);
    for (const hook of shown) await page.locator(`[data-testid="${hook}"]:not(:empty)`).first().waitFor();
    await page.evaluate(twoFrames);
    await page.screenshot({ path: join(OUT, `${name}.png`), animations: "disabled" });
  } finally {
    await context.close();
  }
}

/** The first paint, and then all parts of the document and what is foretold from them. */
async function settled(page) {
  await page.waitForFunction(() => performance.getEntriesByName("paceboard:complete").length > 0);
  await page.locator(".programme__figures:not(.is-pending)").waitFor({ state: "attached" });
}

/** Charts are drawn in the frame after their figures came. */
const twoFrames = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));

/** All of them on one page, a row for each state and width. */
function sheet(taken) {
  const figure = ({ name }) => `<figure><a href="${name}.png"><img src="${name}.png" alt="" loading="lazy"></a><figcaption>${name}</figcaption></figure>`;
  const row = (state, [width]) => {
    const these = taken.filter((picture) => picture.state === state && picture.size[0] === width);
    return these.length > 0 ? `<h2>${state} · ${width}</h2>\n<div>${these.map(figure).join("")}</div>\n` : "";
  };
  const rows = Object.keys(states).flatMap((state) => sizes.map((size) => row(state, size)));
  const style = "body{margin:2rem;font:14px system-ui}div{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem}figure{margin:0}img{width:100%;border:1px solid}";
  return `<!doctype html>\n<meta charset="utf-8">\n<title>Paceboard</title>\n<style>${style}</style>\n${rows.join("")}`;
}

async function main(args) {
  const onlyAt = args.indexOf("--only");
  const only = onlyAt < 0 ? "" : args[onlyAt + 1];
  const dir = args.find((argument, at) => !argument.startsWith("--") && (onlyAt < 0 || at !== onlyAt + 1)) ?? "dist";
  if (!existsSync(join(dir, "index.html"))) throw new Error(`${dir} has no index.html: build it with \`make build\``);
  const wanted = pictures(only);
  if (wanted.length === 0) throw new Error(`no picture has ${only} in its name`);
  if (!only) rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const server = await createServer({ dir });
  const browser = await chromium.launch({ headless: true, ...config.use.launchOptions });
  const left = [...wanted];
  const taken = [];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      try {
        await take(browser, `http://127.0.0.1:${server.address().port}`, next);
        taken.push(next.name);
      } catch (error) {
        console.error(`${next.name} was not reached: ${error.message}`);
        process.exitCode = 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await browser.close();
  server.closeAllConnections();
  server.close();
  writeFileSync(join(OUT, "index.html"), sheet(wanted.filter(({ name }) => taken.includes(name))));
  console.log(`${taken.length} of ${wanted.length} pictures: ${OUT}/index.html`);
}

await main(process.argv.slice(2));
