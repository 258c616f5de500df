// What elements need once they run, or fail: fetched beside the program, and kept out of the script
// that every page of a portal waits for.
export { describe, showPanic } from "./faults.js";
export { createLeases } from "./leases.js";
export { createTokens } from "./tokens.js";
