// Tells the page how tall the frame's content is.
import { Follower } from "./height.js";
import { TALLEST } from "./protocol.js";

const root = document.documentElement;

/** Sends `resize` with each size that `content` takes, until the function it returns is called. */
export function sendHeights(content, send) {
  const measure = () => Math.min(Math.ceil(content.getBoundingClientRect().height), TALLEST);
  const tell = (height) => {
    showScrollbar(height === TALLEST);
    send("resize", { width: root.clientWidth, height });
  };
  const clock = { now: () => performance.now(), setTimer: (run, ms) => setTimeout(run, ms), clearTimer: (timer) => clearTimeout(timer) };
  const follower = new Follower({ send: tell, measure, onHold: showScrollbar, ...clock });
  // A frame that is not laid out (display: none around it) has no size to speak of.
  const observer = new ResizeObserver(() => innerWidth && follower.changed(measure()));
  observer.observe(content);
  return () => {
    observer.disconnect();
    follower.stop();
  };
}

// Between the content's growth and the page's answer a scrollbar would come and go, and take width
// from the content each time; it is wanted only where the frame stays too short.
function showScrollbar(shown) {
  root.style.scrollbarWidth = shown ? "auto" : "none";
}
