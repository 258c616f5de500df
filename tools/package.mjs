// Writes what a portal installs: target/package/paceboard/ and, from that, an npm tarball beside it.
// `dist/` in it holds the files as they are served; `paceboard.js` is the same script for bundlers,
// which looks for them there. Run by `make package`.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const out = "target/package";
const inPackage = (name) => join(out, "paceboard", name);
const source = process.argv[2] ?? "dist";
if (!existsSync(join(source, "paceboard.json"))) throw new Error(`${source} has no paceboard.json: build it with \`make build\``);
const built = JSON.parse(readFileSync(join(source, "paceboard.json"), "utf8"));

/** The one file of the build with such a name. */
function named(pattern) {
  const found = readdirSync(source).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${source} has ${found.length} files ${pattern}, not one`);
  return found[0];
}

const glue = named(/^paceboard-\w+\.js$/);
const wasm = named(/^paceboard-\w+\.wasm$/);
const style = named(/^style-\w+\.css$/);
const late = named(/^late-\w+\.js$/);
const ofFrame = [built.frame, named(/^frame-\w+\.js$/), named(/^frame-\w+\.css$/)];
const served = ["paceboard.js", "paceboard.json", built.script, glue, wasm, style, late, ...ofFrame];

/** The script for bundlers: they find the files by what src/embed/bundled.js writes out. */
function bundleForBundlers() {
  const address = (name) => JSON.stringify(`./${name}`);
  const inDist = (name) => address(`dist/${name}`);
  const replace = { name: "bundled", setup: ({ onResolve }) => onResolve({ filter: /\/files\.js$/ }, () => ({ path: resolve("src/embed/bundled.js") })) };
  return build({
    entryPoints: ["src/embed/index.js"],
    outfile: inPackage("paceboard.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
    external: ["./dist/*", "./style.js"],
    define: { GLUE: inDist(glue), WASM: inDist(wasm), LATE: inDist(late), STYLE: address("style.js"), VERSION: JSON.stringify(built.version) },
    plugins: [replace],
  });
}

rmSync(out, { recursive: true, force: true });
mkdirSync(inPackage("dist"), { recursive: true });
for (const name of served) cpSync(join(source, name), inPackage(`dist/${name}`));
for (const name of ["README.md", "paceboard.d.ts", "custom-elements.json"]) cpSync(join("package", name), inPackage(name));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(name, inPackage(name));
await bundleForBundlers();
writeFileSync(inPackage("style.js"), `export default ${JSON.stringify(readFileSync(join(source, style), "utf8"))};\n`);
const { name, description, ...others } = JSON.parse(readFileSync("package/package.json", "utf8"));
writeFileSync(inPackage("package.json"), `${JSON.stringify({ name, version: built.version, description, ...others }, null, 2)}\n`);

const tarball = execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", ".."], { cwd: join(out, "paceboard"), encoding: "utf8" });
console.log(`${out}/${tarball.trim()}`);
