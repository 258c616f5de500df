// What is said of the elements against what is written: declarations and manifest name what the
// sources have, all of it and nothing else. The running elements are asked in tests/e2e: elements-look
// for their parts, elements-declared for their events, frame-elements for the rest.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { attributes, customProperties, elements, events, propertyOf } from "../../src/embed/names.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("package/custom-elements.json"));
const declarations = read("package/paceboard.d.ts");
const guide = read("docs/embedding.md");

const described = manifest.modules[0].declarations;
const names = (list) => list.map(({ name }) => name);
const sorted = (list) => [...list].sort();
const all = [...elements, "pace-frame"];
const frameOnly = ["src", "element"];
const methods = ["refresh", "exportCsv", "getState", "setState", "destroy"];

/** The text between the braces of an interface of the declarations. */
const interfaceOf = (name) => new RegExp(`interface ${name}\\b[^{]*\\{([^]*?)\\n\\s*\\}\\n`).exec(declarations)[1];
const keysOf = (name, pattern) => [...interfaceOf(name).matchAll(pattern)].map(([, key]) => key);

test("the manifest has each element, with its attributes, properties, methods and events", () => {
  assert.equal(manifest.schemaVersion.split(".")[0], "2");
  assert.deepEqual(sorted(described.map(({ tagName }) => tagName)), sorted(all));
  assert.deepEqual(sorted(names(manifest.modules[0].exports)), sorted(all));
  for (const { tagName, ...element } of described) {
    const own = tagName === "pace-frame" ? [...frameOnly, ...attributes] : attributes;
    // Every element of HTML has a property for its title; a frame follows the attribute.
    const global = tagName === "pace-frame" ? ["title"] : [];
    assert.deepEqual(sorted(names(element.attributes)), sorted([...own, ...global]), tagName);
    for (const { name, fieldName } of element.attributes) assert.equal(fieldName, global.includes(name) ? undefined : propertyOf(name));
    assert.deepEqual(sorted(names(element.members)), sorted([...own.map(propertyOf), ...methods]), tagName);
    assert.deepEqual(sorted(names(element.events)), sorted(events), tagName);
    assert.deepEqual(sorted(names(element.cssProperties)), sorted(customProperties), tagName);
  }
});

test("parts are those that the views have", () => {
  const inViews = new Set();
  for (const file of readdirSync(new URL("../../src", import.meta.url), { recursive: true })) {
    if (!file.endsWith(".rs")) continue;
    for (const [, part] of read(`src/${file}`).matchAll(/\bpart="([\w -]+)"/g)) part.split(" ").forEach((name) => inViews.add(name));
  }
  const declared = new Set(described.flatMap(({ cssParts }) => names(cssParts ?? [])));
  assert.deepEqual(sorted(declared), sorted(inViews));
});

test("the declarations name the same elements, attributes, properties, methods and events", () => {
  const quoted = /^\s*"([\w-]+)":/gm;
  assert.deepEqual(sorted(keysOf("HTMLElementTagNameMap", quoted)), sorted(all));
  assert.deepEqual(sorted(keysOf("PaceJsxElements", quoted)), sorted(all));
  assert.deepEqual(sorted(keysOf("PaceEventMap", quoted)), sorted(events));
  assert.deepEqual(sorted(keysOf("PaceAttributes", /^\s*(\w+)\?:/gm)), sorted(attributes));
  assert.deepEqual(sorted(keysOf("PaceFrameAttributes", /^\s*(\w+)\?:/gm)), sorted(frameOnly));
  assert.deepEqual(sorted(keysOf("PaceProperties", /\bget (\w+)\(\)/g)), sorted(attributes.map(propertyOf)));
  assert.deepEqual(sorted(keysOf("PaceFrameElement", /\bget (\w+)\(\)/g)), sorted(frameOnly));
  for (const name of ["PaceElement", "PaceFrameElement"]) assert.deepEqual(sorted(keysOf(name, /^\s*(\w+)\((?:query: string)?\):/gm)), sorted(methods), name);
});

test("the codes of errors are those that elements send, and each has advice in the guide", () => {
  const news = read("src/embed/news.rs");
  const inProgram = [/const UNAUTHORISED: &str = "([\w-]+)"/g, /\("([a-z-]+)", (?:true|false|error\.)/g, /\berror\(\s*"([a-z-]+)"/g].flatMap((pattern) => [...news.matchAll(pattern)]);
  const scripts = ["element", "faults", "leases", "program", "frame/parent"].map((name) => read(`src/embed/${name}.js`)).join("\n");
  const inScripts = [...scripts.matchAll(/\bcode(?: =|:) ([^,;}]+)/g)].flatMap(([, value]) => [...value.matchAll(/"([\w-]+)"/g)]);
  const sent = new Set([...inProgram, ...inScripts].map(([, code]) => code));
  const declared = [.../type PaceErrorCode =([^;]+);/.exec(declarations)[1].matchAll(/"([\w-]+)"/g)].map(([, code]) => code);
  assert.deepEqual(sorted(declared), sorted(sent));
  for (const code of declared) assert.ok(guide.includes(`\n| \`${code}\` |`), code);
});

test("the guide has a row for each of them", () => {
  const parts = described.flatMap(({ cssParts }) => names(cssParts ?? []));
  const rows = [...all.map((name) => `<${name}>`), ...frameOnly, ...attributes, ...events, ...customProperties, ...parts];
  for (const name of rows) assert.ok(guide.includes(`\n| \`${name}\` |`), name);
  for (const name of methods) assert.match(guide, new RegExp(`\\n\\| \`${name}\\(`));
});
