// Frames while the twenty lanes of the race move.
import { onFreshPage, whenComplete } from "./page.mjs";

const RUN_MS = 10_000;

/** Milliseconds from each frame to the next, over ten seconds at the slowest speed. */
export function measureRace(browser, site) {
  return onFreshPage(browser, site.page("?race=1"), async (page) => {
    await whenComplete(page);
    await page.waitForLoadState("networkidle");
    const day = () => page.getByTestId("race-day").textContent();
    const before = await day();
    const frames = await page.evaluate(frameTimes, RUN_MS);
    if ((await day()) === before) throw new Error("the race stands still");
    return frames;
  });
}

function frameTimes(run_ms) {
  return new Promise((done) => {
    const found = [];
    let last = null;
    let first = null;
    const next = (now) => {
      first ??= now;
      if (last !== null) found.push(now - last);
      last = now;
      if (now - first < run_ms) requestAnimationFrame(next);
      else done(found);
    };
    requestAnimationFrame(next);
  });
}
