// Tokens come from the page, over the port.

/** `fetchToken` for the elements, `answered` for the page's messages, and `end`. */
export function createTokenRequests(send) {
  const waiting = new Map();
  const given = new Map(); // The token that came last, by source.
  let last = 0;

  function fetchToken({ source, reason, signal }) {
    return new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { source, resolve, reject });
      signal.addEventListener("abort", () => {
        waiting.delete(id);
        reject(signal.reason);
      });
      send("token-request", { id, source, reason, used: given.get(source) ?? "" });
    });
  }

  function answered({ id, token, failed }) {
    const request = waiting.get(id);
    if (!request) return; // Given up meanwhile: nobody has that token.
    waiting.delete(id);
    given.set(request.source, token?.token ?? "");
    if (failed) request.reject(new Error("the page's fetchToken failed"));
    else request.resolve(token);
  }

  // Whoever waits would wait for as long as an answer may take.
  function end() {
    for (const { reject } of waiting.values()) reject(new Error("the frame has ended"));
    waiting.clear();
  }

  return { fetchToken, answered, end };
}
