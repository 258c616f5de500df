// The code that a guide gives to copy, as it stands there.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const text = readFileSync(fileURLToPath(new URL("../../../docs/embedding.md", import.meta.url)), "utf8");

/** The `count` blocks in this language of the section with that heading; an empty language is a block without one. */
export function snippets(heading, language, count) {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const blocks = section.matchAll(/^```(\w*)\n([^]*?)^```$/gm);
  const found = [...blocks].filter(([, it]) => it === language).map(([, , code]) => code.trim());
  if (found.length !== count) throw new Error(`"${heading}" has ${found.length} blocks in "${language}"`);
  return found;
}

/** The only one. */
export const snippet = (heading, language) => snippets(heading, language, 1)[0];

/** `code` with each text replaced that is of the guide's example; what is not there any more is an error. */
export function adapted(code, replacements) {
  for (const [before, after] of Object.entries(replacements)) {
    if (!code.includes(before)) throw new Error(`the guide no longer says ${before}`);
    code = code.replaceAll(before, after);
  }
  return code;
}
