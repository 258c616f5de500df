// wasm-bindgen's two halves must be of one version, and wasm-opt comes from npm under another name
// than Trunk's: this fails when the three places that say so disagree.
import { readFileSync } from "node:fs";

const pinned = (file, pattern) => {
  const match = pattern.exec(readFileSync(file, "utf8"));
  if (!match) throw new Error(`${file} has nothing that matches ${pattern}`);
  return match[1];
};
const pairs = [
  ["wasm-bindgen", "Cargo.lock", /name = "wasm-bindgen"\nversion = "(.+)"/, "Trunk.toml", /^wasm_bindgen = "(.+)"/m],
  ["wasm-opt", "package.json", /"binaryen": "(\d+)\./, "Trunk.toml", /^wasm_opt = "version_(\d+)"/m],
];
for (const [name, oneFile, onePattern, otherFile, otherPattern] of pairs) {
  const [one, other] = [pinned(oneFile, onePattern), pinned(otherFile, otherPattern)];
  if (one === other) continue;
  console.error(`${name}: ${oneFile} says ${one}, ${otherFile} says ${other}. Make them equal.`);
  process.exitCode = 1;
}
