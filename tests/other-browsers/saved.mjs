// The file that a page has offered to save, as `window.saved`, put on the disk.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Bytes that come over at a time; a multiple of 3, so that the pieces' letters join. */
const STEP = 3 * 2 ** 20;

/** Writes it into a folder of its own; gives its address. */
export async function savedFile(driver) {
  const size = await driver.executeScript(() => window.saved.size);
  const pieces = [];
  for (let at = 0; at < size; at += STEP) pieces.push(await driver.executeAsyncScript(readPiece, at, at + STEP));
  const path = join(mkdtempSync(join(tmpdir(), "paceboard-")), "copy.html");
  writeFileSync(path, Buffer.from(pieces.join(""), "base64"));
  return pathToFileURL(path).href;
}

/** Runs on the page. */
function readPiece(from, to, done) {
  const reader = new FileReader();
  reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
  reader.readAsDataURL(window.saved.slice(from, to));
}
