// Small documents of the contract, for tests that need figures which can be checked by eye.

/** Four channels in ten days of April 2021. Year to date: 1,500, 900, 400 and 100, goal 1,000. */
const CHANNELS = [
  { id: "alpha", name: "Alpha Store", gmv: flat(150) },
  { id: "beta", name: "Beta Store", gmv: flat(90) },
  { id: "gamma", name: "Gamma Store", gmv: flat(40) },
  { id: "delta", name: "Delta Store", gmv: flat(10) },
];

/** So many days of the same sales. */
export function flat(amount, days = 10) {
  return Array(days).fill(amount);
}

/**
 * A document. `channels` are objects with `id` and `gmv`, and whatever other columns the test is
 * about; `changes` replace whole fields.
 */
export function sales({ channels = CHANNELS, firstDay = "2021-04-01", ...changes } = {}) {
  return {
    format: "channel-sales",
    version: "1.0",
    as_of: "2021-04-10T23:59:59+08:00",
    provenance: { source: "Test", synthetic: true, licence: "CC0-1.0" },
    calendar: { timezone: "Asia/Shanghai", fiscal_year_start: "04-01" },
    currency: { code: "CNY", scale: 0, display: [{ code: "USD", per_unit: "6.5", date: "2021-04-01" }] },
    programme: { name: "Spring programme", metric: "gmv", channel_goal: 1000, target_channels: 3 },
    categories: [{ id: "beauty", name: "美妆", alias: "Beauty" }, { id: "food", name: "食品", alias: "Food" }],
    partners: [{ id: "p1", name: "North Agency" }, { id: "p2", name: "South Agency" }],
    channels: columns(channels),
    series: { first_day: firstDay, days: channels[0].gmv.length, gmv: channels.map((channel) => [...channel.gmv]) },
    ...changes,
  };
}

function columns(channels) {
  const column = (name, otherwise) => channels.map((channel) => channel[name] ?? otherwise);
  return {
    id: column("id"),
    name: channels.map((channel) => channel.name ?? channel.id),
    alias: column("alias", ""),
    partner: column("partner", null),
    category: column("category", null),
    province: column("province", null),
    goal: column("goal", null),
  };
}
