// A frame's height, and its life: moved, removed, added again, a hundred times over.
import { addFrame, expect, expectHeight, heard, inner, test } from "./support/portal.mjs";

const setHeight = (frame, height) => frame.evaluate((it) => (document.querySelector("pace-board").box.style.height = it), height);

test("the frame grows and shrinks with its content, and says so", async ({ page }) => {
  const frame = await addFrame(page);
  await expectHeight(page, 120);
  await setHeight(frame, "900px");
  await expectHeight(page, 900);
  await setHeight(frame, "60.4px");
  await expectHeight(page, 61);
  const sizes = (await page.evaluate(() => heard)).filter(({ type }) => type === "pace-resize").map(({ detail }) => detail);
  const width = await page.locator("pace-frame").evaluate((it) => it.clientWidth);
  expect(sizes).toEqual([120, 900, 61].map((height) => ({ width, height })));
});

test("no scrollbar takes room inside, and margins count", async ({ page }) => {
  const frame = await addFrame(page);
  await frame.evaluate(() => (document.querySelector("pace-board").style.margin = "10px 0 30px"));
  await expectHeight(page, 160);
  expect(await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight])).toEqual([160, 160]);
});

test("content taller than any can be is cut there, and can be scrolled", async ({ page }) => {
  const frame = await addFrame(page);
  await setHeight(frame, "90000px");
  await expectHeight(page, 32_000);
  expect(await frame.evaluate(() => document.documentElement.style.scrollbarWidth)).toBe("auto");
  await setHeight(frame, "200px");
  await expectHeight(page, 200);
  expect(await frame.evaluate(() => document.documentElement.style.scrollbarWidth)).toBe("none");
});

for (const [name, height] of [["by a little", "calc(100vh + 10px)"], ["by half", "150vh"]]) {
  test(`content that grows with its frame ${name} does not grow for ever`, async ({ page }) => {
    const frame = await addFrame(page);
    await setHeight(frame, height);
    const read = () => page.locator("pace-frame iframe").evaluate((it) => it.offsetHeight);
    let last = 0;
    await expect.poll(async () => {
      const [before, now] = [last, await read()];
      last = now;
      return now > 120 && now === before;
    }, { intervals: [1_500] }).toBe(true);
    expect(last).toBeLessThan(8_000);
    await setHeight(frame, "300px");
    await expectHeight(page, 300);
  });
}

test("content that is animated for long is followed to its end", async ({ page }) => {
  const frame = await addFrame(page);
  await frame.evaluate(() => document.querySelector("pace-board").box.animate([{ height: "120px" }, { height: "1200px" }], { duration: 1_500, fill: "forwards" }));
  await expectHeight(page, 1_200);
});

test("a fixed height holds before the frame is loaded", async ({ page }) => {
  const height = await page.evaluate(() => {
    const frame = document.createElement("pace-frame");
    frame.height = 333;
    document.querySelector("main").append(frame);
    return frame.offsetHeight;
  });
  expect(height).toBe(333);
});

test("moved, the frame comes back to where it was", async ({ page }) => {
  await addFrame(page);
  await page.evaluate(async () => {
    const frame = document.querySelector("pace-frame");
    await frame.setState("?window=28d");
    document.body.append(frame);
  });
  await heard(page, "pace-ready", 2);
  expect(await inner(page).evaluate(() => document.querySelector("pace-board").query)).toBe("window=28d");
  expect(await page.evaluate(() => [following(), document.querySelector("pace-frame").shadowRoot.childElementCount])).toEqual([1, 1]);
  expect(page.frames()).toHaveLength(2);
});

test("what was asked for before a move is answered after it", async ({ page }) => {
  await addFrame(page, { metric: "gmv" });
  const csv = await page.evaluate(() => {
    const frame = document.querySelector("pace-frame");
    const asked = frame.exportCsv();
    document.body.append(frame);
    return asked;
  });
  expect(csv).toBe("metric\r\ngmv\r\n");
});

test("moved by moveBefore(), it is not even loaded anew", async ({ page }) => {
  const frame = await addFrame(page);
  await page.evaluate(() => document.body.moveBefore(document.querySelector("pace-frame"), null));
  expect(await page.evaluate(() => document.querySelector("pace-frame").exportCsv())).toBe("metric\r\nnull\r\n");
  expect(inner(page)).toBe(frame);
});

test("removed and added again later, it starts again", async ({ page }) => {
  await addFrame(page);
  const message = await page.evaluate(async () => {
    const frame = document.querySelector("pace-frame");
    const asked = frame.exportCsv().catch((error) => error.message);
    frame.remove();
    const answer = await asked;
    document.body.append(frame);
    return answer;
  });
  expect(message).toBe("pace-frame was removed");
  await heard(page, "pace-ready", 2);
});

test("destroyed, nothing of it is left, and it stays so", async ({ page }) => {
  await addFrame(page);
  const left = await page.evaluate(async () => {
    const frame = document.querySelector("pace-frame");
    const asked = frame.exportCsv().catch((error) => error.message);
    frame.destroy();
    document.body.append(frame);
    return [await asked, frame.shadowRoot.childElementCount, following()];
  });
  expect(left).toEqual(["pace-frame was destroyed", 0, 0]);
  await expect.poll(() => page.frames().length).toBe(1);
});

test("destroyed by the page over the port, the element inside ends", async ({ page, portal }) => {
  await page.evaluate((cdn) => {
    const iframe = document.createElement("iframe");
    iframe.setAttribute("sandbox", "allow-scripts");
    iframe.src = `${cdn}/embed.html`;
    addEventListener("message", ({ data, source }) => {
      const channel = new MessageChannel();
      window.port = channel.port1;
      const init = { ...data, type: "init", element: "pace-board", attributes: {}, sources: {}, locale: null, currency: null, properties: {}, state: null, tokens: false };
      source.postMessage(init, "*", [channel.port2]);
    });
    document.querySelector("main").append(iframe);
  }, portal.cdn);
  const children = () => inner(page).evaluate(() => document.querySelector("#content").childElementCount);
  await expect.poll(children).toBe(1);
  await page.evaluate(() => port.postMessage({ paceboard: 1, type: "destroy" }));
  await expect.poll(children).toBe(0);
});

test("a hundred frames later the page holds no more than before", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const count = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners, documents } = await session.send("Memory.getDOMCounters");
    return { nodes, jsEventListeners, documents };
  };
  const rounds = (many) => page.evaluate(async (times) => {
    for (let n = 0; n < times; n++) {
      const frame = document.createElement("pace-frame");
      frame.loading = "eager";
      const ready = new Promise((done) => frame.addEventListener("pace-ready", done, { once: true }));
      document.querySelector("main").append(frame);
      await ready;
      frame.remove();
    }
    window.heard.length = 0;
    await new Promise((done) => setTimeout(done));
  }, many);
  await rounds(5);
  const before = await count();
  await rounds(100);
  await expect.poll(async () => {
    const after = await count();
    return [after.nodes - before.nodes < 100, after.jsEventListeners - before.jsEventListeners < 20, after.documents - before.documents < 5];
  }).toEqual([true, true, true]);
  expect(await page.evaluate(() => [following(), document.querySelector("main").childElementCount])).toEqual([0, 0]);
});

test("a frame that loads itself again is told again what to show", async ({ page }) => {
  const frame = await addFrame(page, { metric: "gmv" });
  await page.evaluate(() => document.querySelector("pace-frame").setState("?window=28d"));
  await frame.evaluate(() => location.reload());
  await heard(page, "pace-ready", 2);
  expect(await inner(page).evaluate(() => document.querySelector("pace-board").getAttribute("metric"))).toBe("gmv");
  expect(await page.evaluate(() => document.querySelector("pace-frame").getState())).toBe("window=28d");
});

test("the same configuration once more loads nothing, another one does", async ({ page, portal }) => {
  const frame = await addFrame(page);
  await page.evaluate((url) => Paceboard.configure({ sources: { main: { url: `${url}/sales.json` } } }), portal.source.origin);
  expect(await frame.evaluate(() => document.querySelector("pace-board").text)).toBe("sales");
  expect(inner(page)).toBe(frame);
  await page.evaluate(() => Paceboard.configure({ locale: "en" }));
  await heard(page, "pace-ready", 2);
  expect(inner(page)).not.toBe(frame);
});

test("refresh() starts a frame that is far from the screen", async ({ page, portal }) => {
  await page.evaluate(() => {
    document.querySelector("main").style.paddingTop = "9000px";
    document.querySelector("main").append(document.createElement("pace-frame"));
  });
  await page.evaluate(() => new Promise((later) => setTimeout(later, 300)));
  expect(portal.source.headers).toEqual([]);
  await page.evaluate(() => document.querySelector("pace-frame").refresh());
  await heard(page, "pace-ready");
});
