// From times to a table.

export function median(numbers) {
  if (numbers.length === 0) return NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What that share of all times does not reach. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Half of all times lie between these two. */
const quartiles = (numbers) => [0.25, 0.75].map((share) => quantile(numbers, share));

const HEAD = ["", "measured", "middle half, ms", "÷ yardstick", "target", ""];

/** Lines of `{name, times, value, unit, target}` as text; `yardstick` in milliseconds. */
export function table(lines, yardstick) {
  const rows = [HEAD, ...lines.map((line) => row(line, yardstick))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const text = (cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("   ");
  return rows.map((cells) => text(cells).trimEnd()).join("\n");
}

function row({ name, times, value, unit, target }, yardstick) {
  if (Number.isNaN(value)) return [name, "–", "", "", figure(target, unit), "not measured by this build"];
  const spread = times.length > 1 ? quartiles(times).map((time) => time.toFixed(2)).join("–") : "";
  const multiple = times.length > 0 ? (median(times) / yardstick).toFixed(3) : "";
  const verdict = target === undefined ? "" : value <= target ? "OK" : "over";
  return [name, figure(value, unit), spread, multiple, target === undefined ? "" : `≤ ${figure(target, unit)}`, verdict];
}

function figure(value, unit) {
  return value === undefined ? "" : `${Number(value.toFixed(2))} ${unit}`;
}
