// What wasm-bindgen calls the functions between the wasm and its glue is long and ends in hashes:
// `__wbg_setTextContent_0177b2a6d9293c2c`, once in either file, and hashes do not compress. A
// minifier cannot shorten them, since it sees only one of the files; this sees both. It also takes
// out of the glue what the wasm no longer asks for after wasm-opt.
import { leb, number, section, sectionsOf, sized } from "./wasm-bytes.mjs";

const IMPORTS = 2;
const EXPORTS = 7;

/** The wasm (bytes) and its glue (text), with short names between them. */
export function shortenLinks(wasm, glue) {
  const imports = new Map();
  const exports = new Map();
  const sections = [...sectionsOf(wasm)].map(({ id, content }) => {
    if (id === IMPORTS) return section(id, renameImports(content, (name) => short(imports, name)));
    if (id === EXPORTS) return section(id, renameExports(content, (name) => short(exports, name)));
    return section(id, content);
  });
  return { wasm: Buffer.concat([wasm.subarray(0, 8), ...sections]), glue: renameInGlue(glue, imports, exports) };
}

/** The functions that are imported stand one after the other in the glue; exports follow `wasm.`. */
function renameInGlue(glue, imports, exports) {
  const entry = /^ {8}(__w\w+): ([^]*?)(?=^ {8}__w\w+: |^ {4}\};)/gm;
  return glue
    .replace(entry, (_, name, code) => (imports.has(name) ? `        ${imports.get(name)}: ${code}` : ""))
    .replace(/\bwasm\.([\w$]+)/g, (whole, name) => (exports.has(name) ? `wasm.${exports.get(name)}` : whole));
}

function short(names, name) {
  if (!names.has(name)) names.set(name, shortName(names.size));
  return names.get(name);
}

/** `a`, `b`, … `z`, `aa`, `ab`, …; all of them are names of properties. */
function shortName(number) {
  const rest = Math.floor(number / 26);
  return (rest ? shortName(rest - 1) : "") + String.fromCharCode(97 + (number % 26));
}

/** Each import: module, name, kind, and what the kind needs, which is copied as it stands. */
function renameImports(content, short) {
  const count = number(content, 0);
  const parts = [leb(count.value)];
  let at = count.end;
  for (let left = count.value; left > 0; left -= 1) {
    const module = string(content, at);
    const name = string(content, module.end);
    const end = endOfType(content, name.end);
    parts.push(content.subarray(at, module.end), sized(short(name.value)), content.subarray(name.end, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Each export: name, kind, index. */
function renameExports(content, short) {
  const count = number(content, 0);
  const parts = [leb(count.value)];
  let at = count.end;
  for (let left = count.value; left > 0; left -= 1) {
    const name = string(content, at);
    at = number(content, name.end + 1).end;
    parts.push(sized(short(name.value)), content.subarray(name.end, at));
  }
  return Buffer.concat(parts);
}

/** wasm-bindgen imports functions only: their kind is 0, and an index of a type follows. */
function endOfType(content, at) {
  if (content[at] !== 0) throw new Error("the wasm imports something else than functions");
  return number(content, at + 1).end;
}

function string(bytes, at) {
  const length = number(bytes, at);
  const end = length.end + length.value;
  return { value: bytes.toString("utf8", length.end, end), end };
}
