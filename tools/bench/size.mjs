// What a reader downloads before anything is seen: the program, compressed as it is served.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Bytes of all code in `dir` after brotli. */
export function codeSize(dir) {
  const code = readdirSync(dir, { recursive: true }).filter((name) => /\.(wasm|js|css|html)\.br$/.test(name));
  return code.reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
}
