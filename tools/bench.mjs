// How fast the built page is, in a browser, beside what it promises. Times are printed and never
// asserted: they depend on the machine and on what else it does. So each run measures a yardstick as
// well, the browser's own TextDecoder + JSON.parse of the same document, and names every time as a
// multiple of it too.
//
//   node tools/bench.mjs [DIR] [--rounds N]
import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import config from "../playwright.config.mjs";
import { loaderSize, measureElements } from "./bench/elements.mjs";
import { measureChanges, measureCharts, measureCrowd, measureOutlook, measureParse, measureReturn, measureStart } from "./bench/measures.mjs";
import { measureRace } from "./bench/race.mjs";
import { codeSize } from "./bench/size.mjs";
import { openBenchSite } from "./bench/site.mjs";
import { median, quantile, table } from "./bench/table.mjs";

const roundsAt = process.argv.indexOf("--rounds");
const rounds = roundsAt < 0 ? 7 : Number(process.argv[roundsAt + 1]);
const dir = process.argv.slice(2).find((argument, at) => !argument.startsWith("--") && at + 2 !== roundsAt + 1) ?? "dist";
if (!existsSync(join(dir, "index.html"))) throw new Error(`${dir} has no index.html: build it with \`make build\``);

const site = await openBenchSite(dir);
const browser = await chromium.launch({ headless: true, ...config.use.launchOptions });
try {
  const step = (name) => console.error(`measuring ${name} …`);
  step("the start");
  const start = await measureStart(browser, site, rounds);
  step("later visits");
  const later = await measureReturn(browser, site, rounds);
  step("parsing");
  const parse = await measureParse(browser, site, rounds);
  step("changes of the window");
  const changes = await measureChanges(browser, site, rounds * 4);
  step("what is foretold");
  const outlook = await measureOutlook(browser, site, rounds * 4);
  step("charts");
  const charts = await measureCharts(browser, site, rounds * 4);
  step("100,000 channels");
  const crowd = await measureCrowd(browser, site, Math.ceil(rounds / 3));
  step("elements");
  const elements = await measureElements(browser, site, rounds);
  step("the race");
  const race = await measureRace(browser, site);
  print({ size: codeSize(dir), loader: loaderSize(dir), start, later, parse, changes, outlook, charts, crowd, elements, race });
} finally {
  await browser.close();
  await site.close();
}

function print({ size, loader, start, later, parse, changes, outlook, charts, crowd, elements, race }) {
  const yardstick = median(parse.json);
  const ratio = (name, times, base, target) => ({ name, times, value: median(times) / base, unit: "×", target });
  const time = (name, times, target) => ({ name, times, value: median(times), unit: "ms", target });
  const share = (name, part, target) => ({ name, times: race, value: quantile(race, part), unit: "ms", target });
  const lines = [
    { name: "code in dist, brotli", times: [], value: size / 1024, unit: "KB", target: 160 },
    ratio("first parse of the sample, its opening included ÷ TextDecoder + JSON.parse", parse.first, yardstick, 0.4),
    ratio("later parses of the sample ÷ the same", parse.later, yardstick, 0.4),
    ratio("the sums after the first parse ÷ the same", parse.firstSums, yardstick),
    ratio("the sums after later parses ÷ the same", parse.laterSums, yardstick),
    time("window change on 2,400 channels: script to the new board", changes.board, 1.5),
    time("window change: until the new board is painted", changes.update),
    time("what is foretold of 2,400 channels, with last year and on another day", outlook, 30),
    ratio("page ready, its board painted ÷ first frame of an empty page", start.ready, median(start.empty), 2.5),
    ratio("page ready on a later visit ÷ first frame of an empty page on a later visit", later.ready, median(later.empty), 2.5),
    ratio("page complete, all figures painted ÷ the same", start.complete, median(start.empty)),
    ratio("plain page: fetch, JSON.parse, sums and 20 names without style ÷ the same", start.plain, median(start.empty)),
    time("burn-up, 3 lines × 365 days: script of one drawing", charts.burnUp, 1.5),
    time("100,000 channels: longest task after the first board (0: none of 50 ms)", crowd.longest, 200),
    time("100,000 channels: until the year's end is worked out", crowd.foretold),
    time("detail's chart, 3 lines × 365 days: script of one drawing", charts.detail, 1.5),
    time("comparison, 2 lines × 365 days: script of one drawing", charts.two),
    time("comparison, 6 lines × 365 days, the most it takes: script of one drawing", charts.six, 1.5),
    { name: "10 lines, reckoned from what 2 and 6 take; no view draws so many", times: [], value: tenLines(charts), unit: "ms", target: 1.5 },
    { name: "loader script of the elements, brotli", times: [], value: loader / 1024, unit: "KB", target: 6 },
    ratio("first element with figures ÷ page complete", elements.one, median(elements.page), 1.3),
    ratio("ten elements, until the last has figures ÷ one element", elements.ten, median(elements.one), 1.5),
    share("race, 20 lanes for 10 s: from frame to frame, median", 0.5),
    share("race: from frame to frame, 95 in 100", 0.95, 20),
  ];
  console.log(`\nMedians of ${rounds} rounds. Yardstick: TextDecoder + JSON.parse of the sample, ${yardstick.toFixed(1)} ms; an empty page, ${median(start.empty).toFixed(0)} ms.\n`);
  console.log(table(lines, yardstick));
}

/** Each line more costs what each of the four from two to six does. */
function tenLines({ two, six }) {
  return 2 * median(six) - median(two);
}
