// How figures are written, for comparing what the page says: after docs and design, not after code.

/** `2,400`. */
export const count = (number) => number.toLocaleString("en-US").replace("-", "−");

/** An amount in yuan as it stands alone in Chinese, four digits or so: `¥5,109亿`, `¥43.17亿`. With "ceil" it is enough. */
export function yuanZh(amount, roundingMode) {
  const unit = Math.abs(amount) >= 1e8 ? [1e8, "亿"] : Math.abs(amount) >= 1e4 ? [1e4, "万"] : [1, ""];
  return `${amount < 0 ? "−" : ""}¥${digits(Math.abs(amount), unit[0], roundingMode)}${unit[1]}`;
}

/** An amount as it stands alone in English: `¥43.17M`, `$672.4M`. */
export function amountEn(amount, sign = "¥") {
  const size = Math.abs(amount);
  const unit = size >= 1e9 ? [1e9, "B"] : size >= 1e6 ? [1e6, "M"] : size >= 1e3 ? [1e3, "K"] : [1, ""];
  return `${amount < 0 ? "−" : ""}${sign}${digits(size, unit[0])}${unit[1]}`;
}

function digits(size, unit, roundingMode = "halfExpand") {
  if (unit === 1) return count(Math.round(size));
  const whole = Math.max(1, Math.round(size / unit));
  const decimals = Math.min(2, Math.max(0, 4 - String(whole).length));
  return (size / unit).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode });
}

/** A share, rounded half up to one decimal: `87.4%`. */
export function share(part, whole) {
  const tenths = Math.floor((1_000 * part) / whole + 0.5) / 10;
  return `${tenths.toLocaleString("en-US", { minimumFractionDigits: 1 })}%`;
}

/** `2021年4月12日`. */
export function dateZh(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** Letters of Chinese. */
export const CHINESE = /[\u4e00-\u9fff]/;
