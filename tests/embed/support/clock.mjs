// A clock that stands until it is told to go on, and a page that is hidden and shown on request.
import { getEventListeners } from "node:events";

/** Lets everything run that waits for promises alone. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

export function fakeClock(start = 1_700_000_000_000) {
  let time = start;
  let last = 0;
  const timers = new Map();
  return {
    now: () => time,
    setTimer: (run, ms) => {
      timers.set(++last, { run, at: time + ms });
      return last;
    },
    clearTimer: (timer) => void timers.delete(timer),
    /** How many timers are set. */
    pending: () => timers.size,
    /** Runs all that is due within the next `ms`, in order. */
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        await settle();
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [timer, { run, at }] = next;
        timers.delete(timer);
        time = Math.max(time, at);
        run();
      }
      time = end;
      await settle();
    },
  };
}

/** A window with that clock; `chance` is what its Math.random() gives. */
export function fakePage(clock = fakeClock(), chance = 1) {
  const page = new EventTarget();
  page.setTimeout = clock.setTimer;
  page.clearTimeout = clock.clearTimer;
  page.Date = { now: clock.now };
  page.Math = Object.create(Math, { random: { value: () => chance } });
  page.document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  page.show = (state) => {
    page.document.visibilityState = state;
    page.document.dispatchEvent(new Event("visibilitychange"));
  };
  page.goOnline = () => page.dispatchEvent(new Event("online"));
  page.listening = () => getEventListeners(page, "online").length + getEventListeners(page.document, "visibilitychange").length;
  return page;
}
