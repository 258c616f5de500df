// The bundled sample, read from its raw JSON and summed here in the plainest way, so that what the
// page says can be held against figures that owe nothing to the program.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayNumber, plusDays } from "./days.mjs";
import { dist } from "./site.mjs";

const read = (name) => JSON.parse(readFileSync(join(dist, name), "utf8"));

export const document = read("sample.sales.json");
export const YEAR = { from: "2021-04-01", to: "2022-04-01" };
export const TODAY = document.as_of.slice(0, 10);
export const TOMORROW = "2022-01-01";
export const GOAL = document.programme.channel_goal;

/** All channels, one object each. */
export const channels = document.channels.id.map((id, index) => ({
  index,
  id,
  name: document.channels.name[index],
  alias: document.channels.alias[index],
  partner: document.channels.partner[index],
  category: document.channels.category[index],
  province: document.channels.province[index],
  goal: document.channels.goal[index] ?? GOAL,
}));

export const categoryOf = (channel) => document.categories[channel.category]?.id;
export const partnerOf = (channel) => document.partners[channel.partner]?.id;
export const partnerGoal = (partner) => partner.goal ?? document.programme.partner_goal;

const blocks = new Map();

/** The blocks that hold a metric, parts read from their files. */
function blocksOf(metric) {
  if (!blocks.has(metric)) {
    const parts = document.parts.filter((part) => part.metrics.includes(metric)).map((part) => read(part.href).series);
    const all = [document.series, ...parts].filter((block) => block[metric]);
    blocks.set(metric, all.map((block) => ({ first: dayNumber(block.first_day), days: block.days, rows: block[metric] })));
  }
  return blocks.get(metric);
}

/** Figures of one channel by day in `[from, to)`; null is a gap. */
export function daily(channel, { from, to }, metric = "gmv") {
  const [first, end] = [dayNumber(from), dayNumber(to)];
  const figures = Array(end - first).fill(null);
  for (const block of blocksOf(metric)) {
    const row = block.rows[channel.index];
    for (let day = Math.max(first, block.first); day < Math.min(end, block.first + block.days); day += 1) {
      figures[day - first] = row[day - block.first];
    }
  }
  return figures;
}

const yearToDate = { from: YEAR.from, to: TOMORROW };

/** Sum of one channel in `[from, to)`. */
export function total(channel, window = yearToDate, metric = "gmv") {
  return daily(channel, window, metric).reduce((sum, figure) => sum + (figure ?? 0), 0);
}

/** Rows as the board should show them: largest first, ties by id, ranks 1224. */
export function ranked(rows) {
  const sorted = [...rows].sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  return sorted.map((row) => ({ ...row, rank: 1 + sorted.findIndex((other) => other.value === row.value) }));
}

/** The board of channels for a window. */
export function board({ window = yearToDate, metric = "gmv", among = channels } = {}) {
  return ranked(among.map((channel) => ({ id: channel.id, value: total(channel, window, metric), channel })));
}

/** The board of partners for a window. */
export function partnerBoard(window = yearToDate) {
  const sums = document.partners.map(() => 0);
  for (const channel of channels) if (channel.partner !== null) sums[channel.partner] += total(channel, window);
  return ranked(document.partners.map((partner, index) => ({ id: partner.id, value: sums[index], partner })));
}

/** The first day whose running sum from the year's start reaches the goal, as ISO text. */
export function crossing(figures, goal, from = YEAR.from) {
  let sum = 0;
  const at = figures.findIndex((figure) => (sum += figure ?? 0) >= goal);
  return at < 0 ? null : plusDays(from, at);
}

export const sumOf = (rows) => rows.reduce((sum, row) => sum + row.value, 0);
