import assert from "node:assert/strict";
import { test } from "node:test";
import { shortenLinks } from "../../tools/shorten-links.mjs";
import { number, section, sectionsOf, sized } from "../../tools/wasm-bytes.mjs";

const header = Buffer.from("\0asm\x01\0\0\0", "latin1");
const functionOf = (module, name) => Buffer.concat([sized(module), sized(name), Buffer.of(0, 0)]);
const exported = (name) => Buffer.concat([sized(name), Buffer.of(0, 1)]);
const types = section(1, [1, 0x60, 0, 0]);
const imports = section(2, Buffer.concat([Buffer.of(2), functionOf("./glue.js", "__wbg_one_0123"), functionOf("./glue.js", "__wbg_two_4567")]));
const own = Buffer.concat([section(3, [1, 0]), section(7, Buffer.concat([Buffer.of(1), exported("main")])), section(10, [1, 2, 0, 0x0b])]);
const wasm = Buffer.concat([header, types, imports, own]);
const glue = `    const imports = {
        __wbg_one_0123: function() { one(); },
        __wbg_gone_89: function() { gone(); },
        __wbg_two_4567: function() { two(); },
    };
wasm.main(); wasm.memory;
`;

test("either side of the program calls what is between them by the same short names", async () => {
  const shortened = shortenLinks(wasm, glue);
  const module = await WebAssembly.compile(shortened.wasm);
  assert.deepEqual(WebAssembly.Module.imports(module).map(({ name }) => name), ["a", "b"]);
  assert.deepEqual(WebAssembly.Module.exports(module).map(({ name }) => name), ["a"]);
  assert.match(shortened.glue, /a: function\(\) \{ one\(\); \},\s+b: function\(\) \{ two\(\); \}/);
  assert.match(shortened.glue, /wasm\.a\(\); wasm\.memory;/);
  assert.doesNotMatch(shortened.glue, /gone/);
});

test("sections come back as they were written, whatever their length", () => {
  const lengths = [0, 1, 127, 128, 16383, 16384];
  const bytes = Buffer.concat([header, ...lengths.map((length) => section(0, Buffer.alloc(length, 7)))]);
  assert.deepEqual([...sectionsOf(bytes)].map(({ content }) => content.length), lengths);
  assert.deepEqual(number(Buffer.of(0xe5, 0x8e, 0x26), 0), { value: 624485, end: 3 });
});
