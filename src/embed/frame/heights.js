// Tells the page how tall the frame's content is.
import { Follower } from "./height.js";
import { TALLEST } from "./protocol.js";

const root = document.documentElement;

/**
 * Sends `resize` with each size that `content` takes, until the function it returns is called. What
 * makes it taller is put into `drawn`.
 */
export function sendHeights(content, send, drawn = content) {
  const measure = () => Math.min(Math.ceil(content.getBoundingClientRect().height), TALLEST);
  const tell = (height) => {
    showScrollbar(height === TALLEST);
    send("resize", { width: root.clientWidth, height });
  };
  const clock = { now: () => performance.now(), setTimer: (run, ms) => setTimeout(run, ms), clearTimer: (timer) => clearTimeout(timer) };
  const follower = new Follower({ send: tell, measure, onHold: showScrollbar, ...clock });
  // A frame that is not laid out (display: none around it) has no size to speak of.
  const look = () => innerWidth && follower.changed(measure());
  // Off the screen a frame is not rendered, so that its observer of sizes waits; but the page should
  // have its height before it comes into view.
  const ahead = new MutationObserver(() => setTimeout(look));
  ahead.observe(drawn, { childList: true, subtree: true });
  const observer = new ResizeObserver(() => {
    ahead.disconnect();
    look();
  });
  observer.observe(content);
  return () => {
    ahead.disconnect();
    observer.disconnect();
    follower.stop();
  };
}

// Between the content's growth and the page's answer a scrollbar would come and go, and take width
// from the content each time; it is wanted only where the frame stays too short.
function showScrollbar(shown) {
  root.style.scrollbarWidth = shown ? "auto" : "none";
}
