// make rebuilds dist/ when one of its inputs is newer: this fails when the Makefile leaves out a folder of
// a package of this workspace that the page or its sample is compiled from.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";

const { packages, resolve } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--offline"], { maxBuffer: 1 << 28 }));
const folders = new Map(packages.filter(({ source }) => source === null).map(({ id, manifest_path }) => [id, relative(".", dirname(manifest_path))]));
const wanted = ["paceboard", "paceboard-sample"].map((name) => packages.find((one) => one.name === name).id);
const local = new Set();
while (wanted.length > 0) {
  const id = wanted.pop();
  if (!folders.has(id) || local.has(id)) continue;
  local.add(id);
  const { deps } = resolve.nodes.find((node) => node.id === id);
  // What only tests need is not compiled in.
  wanted.push(...deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind !== "dev")).map(({ pkg }) => pkg));
}

const inputs = /^inputs := (.*(?:\\\n.*)*)/m.exec(readFileSync("Makefile", "utf8"))[1];
const names = (folder) => inputs.split(/[\s()]+/).some((word) => word === folder || word.startsWith(`${folder}/`));
for (const id of local) {
  const folder = folders.get(id) || "src";
  if (names(folder)) continue;
  console.error(`Makefile: inputs leaves out ${folder}, which the page is compiled from.`);
  process.exitCode = 1;
}
