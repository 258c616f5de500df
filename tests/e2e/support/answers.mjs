// Answers of a server, good and bad: handlers for `site.answer`.

/** A document, with a validator where `etag` is given: asked again with it, the server says 304. */
export function json(document, { etag, headers = {} } = {}) {
  return body(JSON.stringify(document), { etag, headers });
}

/** Any body. */
export function body(bytes, { etag, type = "application/json", headers = {} } = {}) {
  return (request, response) => {
    const known = etag && request.headers["if-none-match"] === etag;
    const own = { ...headers, ...(etag && { ETag: etag }) };
    if (known) response.writeHead(304, own).end();
    else response.writeHead(200, { "Content-Type": type, ...own }).end(bytes);
  };
}

export function status(code, headers = {}) {
  return (_request, response) => response.writeHead(code, { "Content-Type": "text/plain", ...headers }).end("no");
}

/** Takes the request and never answers; `abandoned` counts the clients that gave up. */
export function hang() {
  const handler = (_request, response) => response.on("close", () => (handler.abandoned += 1));
  handler.abandoned = 0;
  return handler;
}

/** Announces the whole and breaks off in the middle. */
export function truncated(text) {
  const bytes = Buffer.from(text);
  return (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket.destroy());
  };
}

/** Answers with one half, or up to the character `at`, and with the rest after `release()`. */
export function halfway(text, headers = {}, at = text.length) {
  const bytes = Buffer.from(text);
  const half = at < text.length ? Buffer.byteLength(text.slice(0, at)) : bytes.length >> 1;
  const { promise, resolve } = withResolver();
  const handler = async (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": bytes.length, ...headers });
    response.write(bytes.subarray(0, half));
    await promise;
    response.end(bytes.subarray(half));
  };
  handler.release = resolve;
  return handler;
}

/** Lets `answer` answer only after `release()`; without one, the file. */
export function held(answer = (_request, _response, next) => next()) {
  const { promise, resolve } = withResolver();
  const handler = async (...call) => {
    await promise;
    answer(...call);
  };
  handler.release = resolve;
  return handler;
}

/** So many bytes of spaces without an announced length; `sent` tells how many went out. */
export function flood(bytes) {
  const piece = Buffer.alloc(256 * 1024, " ");
  const handler = (_request, response) => {
    handler.sent = 0;
    response.writeHead(200, { "Content-Type": "application/json" });
    const more = () => {
      while (handler.sent < bytes && !response.destroyed) {
        handler.sent += piece.length;
        if (!response.write(piece)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  };
  handler.sent = 0;
  return handler;
}

/** The answers one after the other, the last one from then on. */
export function inTurn(...answers) {
  return (...call) => (answers.length > 1 ? answers.shift() : answers[0])(...call);
}

function withResolver() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
