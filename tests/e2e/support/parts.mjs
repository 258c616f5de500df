// Parts of documents: their bytes, and what a document says of them.
import { createHash } from "node:crypto";

/** A part of four channels with these figures; `entry` is what the document names it by. */
export function part(href, { first_day, metrics, channels = [0, 4] }) {
  const days = Object.values(metrics)[0][0].length;
  const series = { first_day, days, ...metrics };
  const bytes = JSON.stringify({ format: "channel-sales", version: "1.0", part: true, series });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, entry: { first_day, days, channels, metrics: Object.keys(metrics), href, bytes: bytes.length, sha256 } };
}
