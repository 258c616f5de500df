// Tokens come from the page, over the port.

/** `fetchToken` for the elements, `answered` for the page's messages, and `end`. */
export function createTokenRequests(send) {
  const waiting = new Map();
  let last = 0;
  let used = "";

  function fetchToken({ source, reason, signal }) {
    return new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      signal.addEventListener("abort", () => {
        waiting.delete(id);
        reject(signal.reason);
      });
      send("token-request", { id, source, reason, used });
    });
  }

  function answered({ id, token, failed }) {
    const request = waiting.get(id);
    waiting.delete(id);
    used = token?.token ?? "";
    if (failed) request?.reject(new Error("the page's fetchToken failed"));
    else request?.resolve(token);
  }

  return { fetchToken, answered, end: () => waiting.clear() };
}
