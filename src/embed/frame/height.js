// Follows the height of a frame's content, up and down. The danger is content whose height depends
// on its frame's: it would be told to the page, the page would make the frame taller, and so on.

const QUIET = 250; // Milliseconds without a change, after which a change is a new one.
const SETTLE = 500; // In which the page has answered a height for certain.
const PATIENCE = 30; // Changes without a pause between them: half a second of animation.
const SUSPICION = 3; // The same, once content was caught.
const LEAP = 2_000; // Pixels; what multiplies as well is not waited for.

/**
 * Returns a function to be called with each height the content takes (whole pixels). `send(height)`
 * tells the page. Where changes do not end, the frame is held for a moment: content that goes on
 * changing in a frame that stands still is an animation and is followed again; content that stops
 * was following its own frame, and the frame stays as it is until something else changes.
 * `measure()` reads the height, `onHold(held)` hears when the frame no longer follows.
 */
export function createFollower({ send, measure, onHold, now, setTimer, clearTimer }) {
  let sent = -1;
  let before = -1; // The height that was sent before that.
  let steps = 0;
  let first = 0; // The height at the first of them.
  let changedAt = -Infinity;
  let patience = PATIENCE;
  let held = null; // Heights that are known to come and go by themselves, while the frame is held.
  let heldAt = 0;
  let check;

  function tell(height) {
    before = sent;
    sent = height;
    send(height);
  }

  function hold(height, time) {
    held = [height, sent];
    heldAt = time;
    onHold(true);
    // Going to and fro, the taller one shows everything.
    if (height === before && height > sent) tell(height);
    look();
  }

  function look() {
    clearTimer(check);
    check = setTimer(() => {
      const height = measure();
      if (!held || held.includes(height)) return;
      patience = now() - heldAt < 2 * SETTLE ? PATIENCE : SUSPICION;
      steps = 0;
      held = null;
      onHold(false);
      changed(height);
    }, SETTLE);
  }

  function changed(height) {
    if (held) return look();
    if (height === sent) return;
    const time = now();
    steps = time - changedAt < QUIET ? steps + 1 : 0;
    changedAt = time;
    if (!steps) first = height;
    const multiplies = steps > SUSPICION && height > 4 * first + LEAP;
    if (steps > patience || multiplies) hold(height, time);
    else tell(height);
  }

  return { changed, stop: () => clearTimer(check) };
}
