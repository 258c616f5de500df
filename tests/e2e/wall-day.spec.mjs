// A screen on a wall for a day and a night: every five minutes there is newer data, and nothing piles up.
import { setTimeout } from "node:timers/promises";
import { json } from "./support/answers.mjs";
import { open } from "./support/board.mjs";
import { flat, sales } from "./support/sales.mjs";
import { expect, test } from "./support/test.mjs";

const REFRESH_MS = 300_000;
const DAY = (24 * 3_600_000) / REFRESH_MS;
const WARM_UP = 120;
const READ_MS = 80;

test.use({ viewport: { width: 1920, height: 1080 } });
test.setTimeout(240_000);

/** What the page holds once all that nobody needs has been taken away. */
async function held(page, session) {
  for (const _ of [1, 2]) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => window.wasmMemory.buffer.byteLength);
  return { counted: { nodes, jsEventListeners, wasm }, usedSize };
}

test("a day of newer data leaves the page as small as it was", async ({ page, site }) => {
  await page.addInitScript(() => {
    const original = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...call) => {
      const made = await original.apply(WebAssembly, call);
      window.wasmMemory ??= Object.values(made.instance.exports).find((it) => it instanceof WebAssembly.Memory);
      return made;
    };
  });
  let answers = 0;
  site.answer("data.json", (request, response) => {
    answers += 1;
    const channels = ["a", "b", "c"].map((id, at) => ({ id, gmv: [...flat(100 + at, 9), answers] }));
    json(sales({ channels }), { etag: `"${answers}"` })(request, response);
  });
  await page.clock.install();
  await open(page, site.page("?source=data.json&wall=1"));
  const wall = page.getByTestId("wall");
  await expect(wall.getByRole("listitem").first()).toBeAttached();
  const rounds = async (count) => {
    for (let round = 0; round < count; round += 1) {
      const before = answers;
      // The pause before the next look begins once the answer has been read, whatever the clock says.
      const next = async () => {
        await page.clock.fastForward(REFRESH_MS + 1_000);
        await setTimeout(READ_MS);
        return answers;
      };
      await expect.poll(next, { intervals: [10] }).toBeGreaterThan(before);
    }
    await page.clock.runFor(2_000);
  };
  const session = await page.context().newCDPSession(page);
  await rounds(WARM_UP);
  const before = await held(page, session);
  await rounds(DAY - WARM_UP);
  const after = await held(page, session);
  expect(after.counted.wasm).toBe(before.counted.wasm);
  expect(after.counted.jsEventListeners).toBe(before.counted.jsEventListeners);
  // Pages of the wall differ by a few nodes.
  expect(Math.abs(after.counted.nodes - before.counted.nodes)).toBeLessThan(60);
  expect(after.usedSize / before.usedSize).toBeLessThan(1.05);
});
