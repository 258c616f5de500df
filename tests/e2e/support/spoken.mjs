// What the page tells those who listen.

const REGIONS = '[role="status"], [role="alert"], [aria-live]';

/** From here on keeps what live regions come to say. One that comes with its words says nothing. */
export async function listen(page) {
  await page.evaluate((regions) => {
    window.said = [];
    const around = (node) => (node.closest ? node : node.parentElement)?.closest(regions);
    const watch = (changes) => {
      const changed = new Set(changes.map(({ target }) => around(target)).filter(Boolean));
      window.said.push(...[...changed].map((region) => region.textContent.trim()).filter(Boolean));
    };
    new MutationObserver(watch).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, REGIONS);
}

export const said = (page) => page.evaluate(() => window.said);
