// The page's side of one loaded frame: hears its `hello`, hands it a port, and talks over that port
// until it is closed. A frame that is loaded again needs a new session.
import { createTokens } from "../tokens.js";
import { fromFrame } from "./from-frame.js";
import { isMessage, message } from "./protocol.js";

/** A name for one load of a frame that nobody else can guess. */
export const newNonce = () => crypto.getRandomValues(new Uint32Array(4)).join("-");

/**
 * Waits for the `hello` that comes from `iframe` and names `nonce`. All other messages to the window
 * are somebody else's: an opaque frame's origin is "null" as any other's, so only the sender counts.
 *
 * - `init()` → the contents of the message `init`, asked for when the frame is there.
 * - `fetchToken`, `source`: what the frame's requests for tokens are answered with, and for what.
 * - `onOpen()`, `onMessage(message)`: the port is there; a checked message came.
 */
export function openSession({ iframe, nonce, init, fetchToken, source, onOpen, onMessage }) {
  const greeting = new AbortController();
  let port = null;
  const tokens = createTokens({ fetchToken, source, attempts: 1 });

  function onHello({ source: sender, data }) {
    if (sender !== iframe.contentWindow || !isMessage(data, fromFrame) || data.type !== "hello" || data.nonce !== nonce) return;
    greeting.abort(); // A second hello is not heard.
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = onPortMessage;
    // Nothing secret: the frame has no origin that could be named. Tokens go over the port only.
    sender.postMessage(message("init", { ...init(), nonce, tokens: Boolean(fetchToken) }), "*", [channel.port2]);
    onOpen();
  }

  function onPortMessage({ data }) {
    if (!port || !isMessage(data, fromFrame)) return;
    if (data.type === "token-request") answer(data);
    else onMessage(data);
  }

  async function answer({ id, source: wanted, reason, used }) {
    let found = null;
    let failed = false;
    try {
      if (wanted === source) found = await tokens.token(reason, used);
    } catch {
      failed = true;
    }
    send("token", { id, token: found && { token: found.token, exp: found.exp }, failed });
  }

  const send = (type, content) => port?.postMessage(message(type, content));

  addEventListener("message", onHello, { signal: greeting.signal });
  return {
    /** Posts a message; nothing happens before the port is there: `init` will hold what is due. */
    send,
    isOpen: () => port !== null,
    close() {
      send("destroy");
      greeting.abort();
      tokens.stop();
      port?.close();
      port = null;
    },
  };
}
