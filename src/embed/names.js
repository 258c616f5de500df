// The names that the elements, the frame and its messages share.

/** The elements that show something; `pace-frame` shows any of them in a frame. */
export const elements = ["pace-leaderboard", "pace-goal", "pace-rank", "pace-programme", "pace-board"];

/** Pixels that each keeps before it shows anything, so that the page around does not jump. */
export const room = { "pace-goal": 144, "pace-rank": 400, "pace-programme": 420, "pace-leaderboard": 640, "pace-board": 1000 };

/** The attributes of each of them. */
export const attributes = ["source", "channel", "partner", "metric", "window", "theme", "locale", "density", "loading", "height", "refresh"];

/** The property that reads an attribute: of the same name, but `refresh` is a method. */
export const propertyOf = (attribute) => (attribute === "refresh" ? "refreshEvery" : attribute);

/** The events. */
export const events = ["ready", "stale", "error", "select", "window", "resize", "auth-required"].map((name) => `pace-${name}`);

/** The custom properties that a page sets to make the elements its own. */
export const customProperties = ["accent", "surface", "text", "muted", "border", "good", "bad", "radius", "font"].map((name) => `--pace-${name}`);
