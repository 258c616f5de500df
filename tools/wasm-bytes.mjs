// The little of WebAssembly's binary format that the build's own steps read and write: sections and numbers.

/** Each section's id and content, in the file's order. */
export function* sectionsOf(wasm) {
  let at = 8;
  while (at < wasm.length) {
    const id = wasm[at];
    const size = number(wasm, at + 1);
    yield { id, content: wasm.subarray(size.end, size.end + size.value) };
    at = size.end + size.value;
  }
}

export const section = (id, content) => Buffer.concat([Buffer.of(id), sized(content)]);

/** Bytes, or a text's, behind their number. */
export function sized(content) {
  const bytes = Buffer.from(content);
  return Buffer.concat([leb(bytes.length), bytes]);
}

/** An unsigned number in LEB128. */
export function number(bytes, start) {
  let [value, at, factor] = [0, start, 1];
  for (;;) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 127) * factor;
    factor *= 128;
    if (byte < 128) return { value, end: at };
  }
}

export function leb(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}
