// A document of very many channels: what a page must hold without freezing. For measures and for tests.

const DAYS = 40;

/** What all documents here have; as text, with the fields given. */
function document(count, fields) {
  return JSON.stringify({
    format: "channel-sales",
    version: "1.0",
    as_of: "2021-05-10T23:59:59+08:00",
    provenance: { source: "Test", synthetic: true },
    calendar: { timezone: "Asia/Shanghai", fiscal_year_start: "04-01" },
    currency: { code: "CNY", scale: 0 },
    programme: { name: "Crowd", metric: "gmv", channel_goal: 500_000, target_channels: count / 2, partner_goal: 5_000_000, target_partners: 100 },
    ...fields,
  });
}

const list = (count) => (read) => Array.from({ length: count }, (_, index) => read(index));

/** So many channels with forty days each, most on their way to a goal; as text. */
export function crowd(count) {
  const at = list(count);
  const season = Array.from({ length: 365 }, (_, day) => 100 + (day % 7) * 10);
  return document(count, {
    categories: [{ id: "beauty", name: "美妆" }, { id: "food", name: "食品" }],
    partners: Array.from({ length: 500 }, (_, index) => ({ id: `p${index}`, name: `Agency ${index}` })),
    channels: {
      id: at((index) => `c${index}`),
      name: at((index) => `Channel ${index}`),
      partner: at((index) => index % 500),
      category: at((index) => index % 2),
    },
    totals: { last_year: at((index) => 300_000 + (index % 977) * 500) },
    curves: { first_day: "2020-04-01", days: 365, programme: season, categories: [season, season] },
    series: {
      first_day: "2021-04-01",
      days: DAYS,
      gmv: at((index) => Array.from({ length: DAYS }, (_, day) => 500 + ((index * 7919 + day * 104_729) % 2_000))),
    },
  });
}

/** So many channels of which only the year to date is known, up to 900,000; as text. */
export function sumsAlone(count) {
  const at = list(count);
  return document(count, {
    channels: { id: at((index) => `c${index}`), name: at((index) => `Shop ${index}`) },
    totals: { to_date: at((index) => (index * 7_919) % 900_001) },
  });
}
