// Days as numbers, so that tests count them without a clock or a zone.

const MS = 86_400_000;

/** `2021-04-01` as a number of days since 1970. */
export function dayNumber(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / MS;
}

/** The other way. */
export function isoDay(number) {
  return new Date(number * MS).toISOString().slice(0, 10);
}

/** `iso` and so many days. */
export function plusDays(iso, days) {
  return isoDay(dayNumber(iso) + days);
}
