// Follows the height of a frame's content, up and down. The danger is content whose height depends
// on its frame's: it would be told to the page, the page would make the frame taller, and so on.

const QUIET = 250; // Milliseconds without a change, after which a change is a new one.
const SETTLE = 500; // In which the page has answered a height for certain.
const PATIENCE = 30; // Changes without a pause between them: half a second of animation.
const SUSPICION = 3; // The same, once content was caught.
const LEAP = 2_000; // Pixels; what multiplies as well is not waited for.

/**
 * Follows the heights that content takes (whole pixels). Where changes do not end, the frame is held
 * for a moment: content that goes on changing in a frame that stands still is an animation and is
 * followed again; content that stops was following its own frame, and the frame stays as it is until
 * something else changes.
 */
export class Follower {
  #outside;
  #sent = -1;
  #before = -1; // The height that was sent before that.
  #steps = 0;
  #first = 0; // The height at the first of them.
  #changedAt = -Infinity;
  #patience = PATIENCE;
  #held = null; // Heights that are known to come and go by themselves, while the frame is held.
  #heldAt = 0;
  #check;

  /**
   * `outside` has `send(height)`, which tells the page; `measure()`, which reads the height;
   * `onHold(held)`, which hears when the frame no longer follows; and a clock: `now()` in
   * milliseconds, `setTimer(run, ms)`, `clearTimer(timer)`.
   */
  constructor(outside) {
    this.#outside = outside;
  }

  /** To be called with each height that the content takes. */
  changed(height) {
    if (this.#held) return this.#look();
    if (height === this.#sent) return;
    this.#count(height, this.#outside.now());
    const multiplies = this.#steps > SUSPICION && height > 4 * this.#first + LEAP;
    if (this.#steps > this.#patience || multiplies) this.#hold(height);
    else this.#tell(height);
  }

  /** Ends it. */
  stop() {
    this.#outside.clearTimer(this.#check);
  }

  #count(height, time) {
    this.#steps = time - this.#changedAt < QUIET ? this.#steps + 1 : 0;
    this.#changedAt = time;
    if (!this.#steps) this.#first = height;
  }

  #tell(height) {
    this.#before = this.#sent;
    this.#sent = height;
    this.#outside.send(height);
  }

  #hold(height) {
    this.#held = [height, this.#sent];
    this.#heldAt = this.#changedAt;
    this.#outside.onHold(true);
    // Going to and fro, the taller one shows everything.
    if (height === this.#before && height > this.#sent) this.#tell(height);
    this.#look();
  }

  // Looks again once the page has answered.
  #look() {
    this.stop();
    this.#check = this.#outside.setTimer(() => {
      const height = this.#outside.measure();
      if (this.#held && !this.#held.includes(height)) this.#release(height);
    }, SETTLE);
  }

  #release(height) {
    this.#patience = this.#outside.now() - this.#heldAt < 2 * SETTLE ? PATIENCE : SUSPICION;
    this.#steps = 0;
    this.#held = null;
    this.#outside.onHold(false);
    this.changed(height);
  }
}
