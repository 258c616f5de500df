// What a frame tells its page of its height, against content that behaves and content that does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Follower } from "../../src/embed/frame/height.js";
import { fakeClock } from "./support/clock.mjs";

const FRAME = 16; // Milliseconds from a height to what it changes.

// Content whose height is `contentIn(frameHeight)`, in a frame that takes each height it is told.
function open(contentIn) {
  const clock = fakeClock(0);
  const sent = [];
  const holds = [];
  let frame = 150;
  let content = contentIn;
  const follower = new Follower({
    send: (height) => {
      sent.push(height);
      clock.setTimer(() => {
        const before = content(frame);
        frame = height;
        if (content(frame) !== before) follower.changed(content(frame));
      }, FRAME);
    },
    measure: () => content(frame),
    onHold: (held) => holds.push(held),
    ...clock,
  });
  const become = (next) => {
    content = typeof next === "number" ? () => next : next;
    follower.changed(content(frame));
  };
  become(contentIn);
  return { clock, sent, holds, become, follower, frame: () => frame };
}

const animate = async ({ clock, become }, from, step, steps) => {
  for (let n = 1; n <= steps; n++) {
    become(from + step * n);
    await clock.advance(FRAME);
  }
};

test("each height is told once, up and down", async () => {
  const { clock, sent, become, holds } = open(() => 100);
  for (const height of [100, 400, 400, 50]) {
    await clock.advance(1_000);
    become(height);
  }
  assert.deepEqual([sent, holds], [[100, 400, 50], []]);
});

test("an animation of a third of a second is followed step by step", async () => {
  const page = open(() => 100);
  await page.clock.advance(1_000);
  await animate(page, 100, 10, 20);
  assert.equal(page.sent.length, 21);
  assert.deepEqual(page.holds, []);
});

test("one of three seconds is held and then followed to its end", async () => {
  const page = open(() => 100);
  await animate(page, 100, 3, 190);
  await page.clock.advance(2_000);
  assert.equal(page.frame(), 670);
  assert.equal(page.holds.at(-1), false);
});

for (const [name, content, most] of [
  ["by ten pixels", (frame) => frame + 10, 600],
  ["by one pixel", (frame) => frame + 1, 250],
  ["to its double", (frame) => frame * 2, 8_000],
]) {
  test(`content that answers its frame ${name} is left where it is`, async () => {
    const { clock, frame, holds, sent } = open(content);
    await clock.advance(60_000);
    assert.ok(frame() < most, `${frame()} px`);
    assert.deepEqual(holds, [true]);
    const told = sent.length;
    await clock.advance(600_000);
    assert.equal(sent.length, told);
    assert.equal(clock.pending(), 0);
  });
}

test("what was caught once is caught sooner, and still follows what else changes", async () => {
  const { clock, frame, become, sent } = open((height) => height + 10);
  await clock.advance(60_000);
  const before = sent.length;
  become((height) => height + 100);
  await clock.advance(60_000);
  assert.ok(sent.length - before <= 5, `${sent.length - before} more`);
  become(300);
  await clock.advance(60_000);
  assert.equal(frame(), 300);
});

test("content that goes to and fro with the page's scrollbar rests at the taller height", async () => {
  const { clock, frame, holds, sent } = open((height) => (height > 550 ? 500 : 600));
  await clock.advance(60_000);
  assert.equal(frame(), 600);
  assert.deepEqual(holds, [true]);
  assert.ok(sent.length < 40, `${sent.length} told`);
});

test("stopped, no timer is left", async () => {
  const { clock, follower } = open((height) => height + 10);
  await clock.advance(600);
  assert.equal(clock.pending(), 1);
  follower.stop();
  assert.equal(clock.pending(), 0);
});
