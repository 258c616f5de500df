// The names that the elements, the frame and its messages share.

/** The elements that show something; `pace-frame` shows any of them in a frame. */
export const elements = ["pace-leaderboard", "pace-goal", "pace-rank", "pace-programme", "pace-board"];

/** The attributes of each of them. */
export const attributes = ["source", "channel", "partner", "metric", "window", "theme", "locale", "density", "loading", "height", "refresh"];

/** The property that mirrors an attribute: of the same name, but `refresh` is a method. */
export const propertyOf = (attribute) => (attribute === "refresh" ? "refreshEvery" : attribute);

/** The events, and what the `detail` of each holds. */
export const events = {
  "pace-ready": ["source", "asOf"],
  "pace-stale": ["source", "asOf", "checkedAt"],
  "pace-error": ["code", "message", "retryable", "retryAt"],
  "pace-select": ["kind", "id"],
  "pace-window": ["window", "from", "to"],
  "pace-resize": ["width", "height"],
  "pace-auth-required": ["source"],
};

/** The custom properties that a page sets to make the elements its own. */
export const customProperties = ["accent", "surface", "text", "muted", "border", "good", "bad", "radius", "font"].map((name) => `--pace-${name}`);
