// Messages that somebody else sends, or that a frame should not: dropped, on both sides.
import { addFrame, expect, expectHeight, heard, inner, test } from "./support/portal.mjs";

// Adds a frame whose own hello never comes: what is in it is the test's.
async function addSilentFrame(page, portal) {
  await page.route(`${portal.cdn}/frame/child.js`, (route) => route.fulfill({ contentType: "text/javascript", body: "", headers: { "Access-Control-Allow-Origin": "*" } }));
  await page.evaluate(() => {
    window.answers = 0;
    const frame = document.createElement("pace-frame");
    document.querySelector("main").append(frame);
    return new Promise((loaded) => frame.shadowRoot.querySelector("iframe").addEventListener("load", loaded));
  });
  const frame = inner(page);
  await frame.evaluate(() => {
    window.nonce = location.hash.slice(1);
    window.answers = [];
    addEventListener("message", ({ data, ports }) => answers.push({ data, port: ports[0] }));
  });
  return frame;
}

const turn = (frame) => frame.evaluate(() => new Promise((done) => setTimeout(done, 50)));
const answersIn = (frame) => frame.evaluate(() => answers.length);

test("hello counts from the frame itself, with its nonce, in this version", async ({ page, portal }) => {
  const frame = await addSilentFrame(page, portal);
  await frame.evaluate(() => {
    const forged = [
      { paceboard: 1, type: "hello", nonce: "1-2-3-4" },
      { paceboard: 1, type: "hello" },
      { paceboard: 1, type: "hello", nonce: [nonce] },
      { paceboard: 2, type: "hello", nonce },
      { paceboard: "1", type: "hello", nonce },
      { type: "hello", nonce },
      { paceboard: 1, type: "constructor", nonce },
      { paceboard: 1, type: "__proto__", nonce },
      { paceboard: 1, type: "token-request", id: 1, source: "main", reason: "first", used: "", nonce },
      nonce,
      null,
      17,
      [1],
    ];
    for (const data of forged) parent.postMessage(data, "*");
  });
  // From the page itself and from another frame, with the right nonce.
  const nonce = await frame.evaluate(() => window.nonce);
  await page.evaluate((known) => {
    postMessage({ paceboard: 1, type: "hello", nonce: known }, "*");
    const other = document.createElement("iframe");
    other.src = document.querySelector("pace-frame").shadowRoot.querySelector("iframe").src;
    document.querySelector("main").append(other);
    return new Promise((loaded) => other.addEventListener("load", loaded));
  }, nonce);
  const other = inner(page);
  expect(await other.evaluate(() => location.hash.slice(1))).toBe(nonce);
  await other.evaluate(() => parent.postMessage({ paceboard: 1, type: "hello", nonce: location.hash.slice(1) }, "*"));
  await turn(other);
  await turn(frame);
  expect(await answersIn(frame)).toBe(0);
  await frame.evaluate(() => parent.postMessage({ paceboard: 1, type: "hello", nonce }, "*"));
  await expect.poll(() => answersIn(frame)).toBe(1);
});

test("a second hello is not heard", async ({ page, portal }) => {
  const frame = await addSilentFrame(page, portal);
  await frame.evaluate(() => {
    for (let n = 0; n < 3; n++) parent.postMessage({ paceboard: 1, type: "hello", nonce }, "*");
  });
  await turn(frame);
  expect(await answersIn(frame)).toBe(1);
  expect(await frame.evaluate(() => JSON.stringify(answers[0].data))).not.toContain('"good"');
});

test("whatever comes over the port is checked", async ({ page, portal }) => {
  const frame = await addSilentFrame(page, portal);
  await frame.evaluate(() => {
    parent.postMessage({ paceboard: 1, type: "hello", nonce }, "*");
  });
  await expect.poll(() => answersIn(frame)).toBe(1);
  await frame.evaluate(() => {
    const { port } = answers[0];
    window.fromPort = [];
    port.onmessage = ({ data }) => fromPort.push(data);
    const request = { paceboard: 1, type: "token-request", id: 1, source: "main", reason: "first", used: "" };
    const forged = [
      { paceboard: 1, type: "resize", width: 1, height: -1 },
      { paceboard: 1, type: "resize", width: 1, height: 32_001 },
      { paceboard: 1, type: "resize", width: 1, height: NaN },
      { paceboard: 1, type: "resize", width: 1, height: "9px" },
      { paceboard: 1, type: "resize", height: 9 },
      { paceboard: 1, type: "event", name: "click", detail: {} },
      { paceboard: 1, type: "event", name: "pace-ready", detail: { source: { nested: 1 } } },
      { paceboard: 1, type: "event", name: "pace-ready", detail: ["main"] },
      { paceboard: 1, type: "error", detail: null },
      { paceboard: 1, type: "answer", id: "1", value: null, error: null },
      { paceboard: 1, type: "answer", id: 999, value: "nobody asked", error: null },
      { paceboard: 1, type: "state", id: null, query: 7, attributes: {} },
      { paceboard: 1, type: "state", id: null, query: "", attributes: { onclick: "alert(1)" } },
      { ...request, reason: "because" },
      { ...request, paceboard: 2 },
      { ...request, id: NaN },
      { ...request, used: null },
      "token-request",
    ];
    for (const data of forged) port.postMessage(data);
    port.postMessage(request);
  });
  await expect.poll(() => frame.evaluate(() => fromPort.length)).toBe(1);
  expect(await frame.evaluate(() => fromPort)).toEqual([{ paceboard: 1, type: "token", id: 1, token: { token: "good", exp: expect.any(Number) }, failed: false }]);
  expect(await page.evaluate(() => [heard, asked.length, document.querySelector("pace-frame").shadowRoot.querySelector("iframe").style.height])).toEqual([[], 1, "1000px"]);
});

test("a frame that was removed is no longer heard or followed", async ({ page, portal }) => {
  await addFrame(page);
  const before = await page.evaluate(() => {
    const frame = document.querySelector("pace-frame");
    frame.remove();
    return heard.length;
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  expect(await page.evaluate(() => [heard.length, following()])).toEqual([before, 0]);
  expect(portal.source.headers).toHaveLength(1);
});

test("inside, only the page around it with its nonce and one port is heard", async ({ page, portal }) => {
  await page.evaluate((cdn) => {
    const iframe = document.createElement("iframe");
    iframe.setAttribute("sandbox", "allow-scripts");
    iframe.src = `${cdn}/embed.html#mine`;
    window.hellos = [];
    addEventListener("message", ({ data, source }) => source === iframe.contentWindow && hellos.push(data));
    document.querySelector("main").append(iframe);
  }, portal.cdn);
  await page.waitForFunction(() => hellos.length > 1);
  expect(await page.evaluate(() => hellos[0])).toEqual({ paceboard: 1, type: "hello", nonce: "mine" });
  const shown = () => inner(page).evaluate(() => document.querySelector("#content").childElementCount);
  const init = { paceboard: 1, type: "init", nonce: "mine", element: "pace-board", attributes: { metric: "gmv" }, sources: {}, locale: null, currency: null, properties: {}, state: null, tokens: false };
  await page.evaluate((good) => {
    const { contentWindow } = document.querySelector("iframe");
    const post = (data, ports = 1) => contentWindow.postMessage(data, "*", Array.from({ length: ports }, () => new MessageChannel().port1));
    post(good, 0);
    post(good, 2);
    post({ ...good, nonce: "another" });
    post({ ...good, paceboard: 2 });
    post({ ...good, type: "theme" });
    post({ ...good, attributes: { onclick: "alert(1)" } });
    post({ ...good, attributes: { metric: 7 } });
    post({ ...good, properties: { "background-image": "url(https://evil.example)" } });
    post({ ...good, sources: { main: "https://evil.example" } });
    post({ ...good, tokens: "yes" });
    const { nonce, ...nameless } = good;
    post(nameless);
  }, init);
  await inner(page).evaluate((good) => postMessage(good, "*", [new MessageChannel().port1]), init);
  await inner(page).evaluate(() => new Promise((done) => setTimeout(done, 50)));
  expect(await shown()).toBe(0);
  await page.evaluate((good) => document.querySelector("iframe").contentWindow.postMessage(good, "*", [new MessageChannel().port1]), init);
  await expect.poll(shown).toBe(1);
});

test("an init that comes twice is heard once", async ({ page, portal }) => {
  await page.evaluate((cdn) => {
    const iframe = document.createElement("iframe");
    iframe.setAttribute("sandbox", "allow-scripts");
    iframe.src = `${cdn}/embed.html`;
    addEventListener("message", ({ data, source }) => {
      for (const element of ["pace-board", "pace-goal"]) {
        const init = { ...data, type: "init", element, attributes: {}, sources: {}, locale: null, currency: null, properties: {}, state: null, tokens: false };
        source.postMessage(init, "*", [new MessageChannel().port1]);
      }
    });
    document.querySelector("main").append(iframe);
  }, portal.cdn);
  const children = () => inner(page).evaluate(() => [...document.querySelector("#content").children].map((it) => it.localName));
  await expect.poll(children).toEqual(["pace-board"]);
});

test.describe("a page that the frame's server does not let in", () => {
  test.use({ expectedErrors: /frame-ancestors/ });

  test("is told where to look", async ({ page, portal }) => {
    await page.route(`${portal.cdn}/embed.html`, (route) => route.fulfill({ contentType: "text/html", body: "", headers: { "Content-Security-Policy": "frame-ancestors 'none'" } }));
    await page.clock.install();
    await page.goto(portal.url);
    await page.waitForFunction(() => customElements.get("pace-frame"));
    await page.evaluate(() => {
      window.heard = [];
      addEventListener("pace-error", ({ type, detail }) => heard.push({ type, detail }));
      const frame = document.createElement("pace-frame");
      frame.loading = "eager";
      document.querySelector("main").append(frame);
      return new Promise((loaded) => frame.shadowRoot.querySelector("iframe").addEventListener("load", loaded));
    });
    await page.clock.runFor(15_000);
    expect(await heard(page, "pace-error")).toMatchObject({ code: "unreachable", message: expect.stringContaining("frame-ancestors") });
    // What will come no more needs no room.
    await expectHeight(page, 150);
  });
});

test("outside a sandbox the frame's page shows nothing to anybody", async ({ page, portal }) => {
  await page.goto(`${portal.cdn}/embed.html`);
  await expect(page.locator("#content")).toContainText("sandbox=\"allow-scripts\"");
  await page.evaluate(() => {
    const init = { paceboard: 1, type: "init", nonce: "", element: "pace-board", attributes: {}, sources: {}, locale: null, currency: null, properties: {}, state: null, tokens: false };
    postMessage(init, "*", [new MessageChannel().port1]);
    return new Promise((done) => setTimeout(done, 50));
  });
  await expect(page.locator("pace-board")).toHaveCount(0);
});

test("markup cannot have the page's token sent to another host", async ({ page, portal }) => {
  await page.evaluate((address) => {
    const frame = document.createElement("pace-frame");
    frame.src = `${address}/embed.html`;
    document.querySelector("main").append(frame);
  }, portal.source.origin);
  const error = await heard(page, "pace-error");
  expect(error).toMatchObject({ code: "blocked", retryable: false });
  expect(error.message).toContain(portal.source.origin);
  expect(await page.evaluate(() => [document.querySelector("pace-frame").shadowRoot.querySelector("iframe"), asked])).toEqual([null, []]);
  expect(await page.evaluate(() => document.querySelector("pace-frame").getState().catch(({ message }) => message))).toBe("pace-frame was not loaded");
  // No configuration lets it in, so none is a reason to say so again.
  await page.evaluate(() => window.Paceboard.configure({ locale: "en" }));
  expect(await page.evaluate(() => window.heard.filter(({ type }) => type === "pace-error"))).toHaveLength(1);
  await page.evaluate((address) => (document.querySelector("pace-frame").src = `${address}/embed.html`), portal.cdn);
  await heard(page, "pace-ready");
});

test("an address that is none is told like one on another host", async ({ page, portal }) => {
  await page.evaluate(() => {
    const frame = document.createElement("pace-frame");
    frame.src = "https://[";
    document.querySelector("main").append(frame);
  });
  expect(await heard(page, "pace-error")).toMatchObject({ code: "blocked", message: expect.stringContaining("src names https://[,"), retryable: false });
  await page.evaluate((address) => (document.querySelector("pace-frame").src = `${address}/embed.html`), portal.cdn);
  await heard(page, "pace-ready");
});
