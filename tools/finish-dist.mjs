// The last step of every `trunk build` (a hook in Trunk.toml): turns what Trunk staged into what is
// served. Bundles script and style, names them after their contents, adds the sample,
// writes .br and .gz beside what compresses, and index.html last, so that its age is the build's.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { compressAll } from "./compress.mjs";
import { orderFunctions } from "./order-functions.mjs";
import { shortenLinks } from "./shorten-links.mjs";

const dir = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
if (!dir) throw new Error("tools/finish-dist.mjs is run by trunk, see Trunk.toml");

// Lowered to what browsers of two years ago understand.
const target = ["chrome122", "firefox129", "safari18.2"];
const inDist = (name) => join(dir, name);
const staged = (ending) => {
  const name = readdirSync(dir).find((file) => file.startsWith("paceboard-") && file.endsWith(ending));
  if (!name) throw new Error(`trunk staged no paceboard-*${ending}`);
  return name;
};

function hashedName(stem, contents, ending) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 16);
  return `${stem}-${hash}${ending}`;
}

async function bundled(entry, options) {
  const result = await build({ entryPoints: [entry], bundle: true, write: false, minify: release, target, ...options });
  return result.outputFiles[0];
}

async function bundle(entry, stem, ending, options = {}) {
  const { contents } = await bundled(entry, options);
  const name = hashedName(stem, contents, ending);
  writeFileSync(inDist(name), contents);
  return name;
}

const stagedWasm = staged("_bg.wasm");
const stagedGlue = staged(".js");
if (release) {
  const features = readFileSync("index.html", "utf8").match(/--enable-[\w-]+/g);
  const shortened = shortenLinks(readFileSync(inDist(stagedWasm)), readFileSync(inDist(stagedGlue), "utf8"));
  writeFileSync(inDist(stagedWasm), orderFunctions(shortened.wasm, features));
  writeFileSync(inDist(stagedGlue), shortened.glue);
}

// Trunk names the wasm after what the compiler wrote; wasm-opt's settings change it after that.
const wasm = hashedName("paceboard", readFileSync(inDist(stagedWasm)), ".wasm");
renameSync(inDist(stagedWasm), inDist(wasm));

// Whoever starts the program says where its wasm is; but bundlers look for every address in a module.
const glueText = readFileSync(inDist(stagedGlue), "utf8");
writeFileSync(inDist(stagedGlue), glueText.replaceAll("paceboard_bg.wasm", wasm));

const glue = await bundle(inDist(stagedGlue), "paceboard", ".js", { format: "esm" });
rmSync(inDist(stagedGlue));
rmSync(inDist("snippets"), { recursive: true, force: true });

const style = await bundle("style/index.css", "style", ".css", { external: ["*.woff2"] });
const address = (name) => JSON.stringify(`./${name}`);
const program = { GLUE: address(glue), WASM: address(wasm) };
const start = await bundled("src/copy/start.js", { format: "iife" });
const inCopy = { ...program, STYLE: address(style), START: JSON.stringify(start.text.trim()) };
const copy = await bundle("src/copy/make.js", "copy", ".js", { format: "esm", define: inCopy });
const worker = "service-worker.js";
const offline = await bundle("src/offline/documents.js", "offline", ".js", { format: "esm", define: { WORKER: address(worker) } });
const boot = await bundle("src/boot.js", "boot", ".js", { define: { ...program, COPY: address(copy), OFFLINE: address(offline) } });

// What a portal loads, with what each file must hash to.
const version = /^version = "(.+)"/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
const integrityOf = (name, hash = "sha384") => `${hash}-${createHash(hash).update(readFileSync(inDist(name))).digest("base64")}`;
// The shorter hash, for the script that every page of a portal waits for.
const late = await bundle("src/embed/late.js", "late", ".js", { format: "esm" });
const integrity = Object.fromEntries([glue, wasm, style, late].map((name) => [`./${name}`, integrityOf(name, "sha256")]));
const embed = { ...program, LATE: address(late), STYLE: address(style), INTEGRITY: JSON.stringify(integrity), VERSION: JSON.stringify(version) };
const script = await bundle("src/embed/index.js", `paceboard.v${version.split(".")[0]}`, ".js", { format: "esm", define: embed });
writeFileSync(inDist("paceboard.js"), `export * from "./${script}";\n`);
// The page of a frame: the same script, and what talks to the page around it.
const inFrame = {
  "index.js": script,
  "frame/child.js": await bundle("src/embed/frame/child.js", "frame", ".js", { format: "esm" }),
  "frame/embed.css": await bundle("src/embed/frame/embed.css", "frame", ".css"),
};
const frame = readFileSync("src/embed/embed.html", "utf8").replace(/<!--[^]*?-->\s*/g, "");
const addressed = (_, attribute, name) => `${attribute}="./${inFrame[name]}" integrity="${integrityOf(inFrame[name])}" crossorigin`;
writeFileSync(inDist("embed.html"), frame.replace(/(src|href)="(.+?)"/g, addressed));

const loaded = Object.fromEntries([script, glue, wasm, style, late].map((name) => [name, integrityOf(name)]));
writeFileSync(inDist("paceboard.json"), `${JSON.stringify({ version, script, integrity: loaded, frame: "embed.html" }, null, 2)}\n`);

execFileSync("cargo", ["run", "--quiet", "--release", "-p", "paceboard-sample", "--", dir], { stdio: ["ignore", "ignore", "inherit"] });

// The two big files start before boot.js has arrived to ask for them, and stand before it: it waits for
// none of them, but what stands behind a script is asked for once more.
const preloads = [
  `<link rel="preload" href="./${wasm}" as="fetch" type="application/wasm" crossorigin />`,
  `<link rel="modulepreload" href="./${glue}" />`,
].join("\n    ");
const replacements = [
  [/"style\/index\.css"/, `"./${style}"`],
  [/"src\/boot\.js"/, `"./${boot}"`],
  [/<link data-trunk[^>]*rel="rust"[^>]*>/, preloads],
];
const html = replacements.reduce((text, [pattern, value]) => {
  if (!pattern.test(text)) throw new Error(`index.html has nothing that matches ${pattern}`);
  return text.replace(pattern, value);
}, readFileSync(inDist("index.html"), "utf8"));
const page = html.replace(/<!--[^]*?-->\s*/g, "");

// What the page starts from without a network; its name stays, so that browsers find the next one.
const files = [boot, glue, wasm, style, copy, offline].map((name) => `./${name}`);
const inWorker = { FILES: JSON.stringify(files), BUILD: JSON.stringify(createHash("sha256").update(page).digest("hex").slice(0, 16)) };
writeFileSync(inDist(worker), (await bundled("src/offline/worker.js", { format: "iife", define: inWorker })).contents);
writeFileSync(inDist("index.html"), page);

if (release) await compressAll(dir);
// A development build is not what `make build` promises: leave it looking out of date to make.
else utimesSync(inDist("index.html"), 0, 0);
