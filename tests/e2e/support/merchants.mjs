// The merchant portal on a port of its own, in front of the folder under test.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { dist } from "./site.mjs";

const program = fileURLToPath(new URL("../../../target/debug/paceboard-portal", import.meta.url));

/** Starts the portal; `args` are further words of its command line. */
export async function openPortal(...args) {
  if (!existsSync(program)) throw new Error("There is no portal: run cargo build -p paceboard-portal");
  const server = spawn(program, [dist, "--port", "0", "--test", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await Promise.race([
    once(createInterface({ input: server.stdout }), "line"),
    once(server, "exit").then(([code]) => Promise.reject(new Error(`the portal ended with ${code}`))),
  ]);
  const [origin] = /http:\/\/[\d.:]+/.exec(line);
  return {
    origin,
    /** Refuses every token issued so far. */
    revoke: () => fetch(`${origin}/test/revoke`, { method: "POST" }),
    close: async () => {
      server.kill();
      await once(server, "exit");
    },
  };
}

/** Logs a merchant in without a browser: its cookie. */
export async function cookieOf(portal, account) {
  const answer = await fetch(`${portal.origin}/login/${account}`, { method: "POST", redirect: "manual" });
  return answer.headers.get("set-cookie").split(";")[0];
}

/** The answer to a request for a token with that cookie. */
export function askToken(portal, cookie) {
  return fetch(`${portal.origin}/api/paceboard-token`, { method: "POST", headers: cookie ? { cookie } : {} });
}

/** The answer to a request for data with that token. */
export function askData(portal, token, { path = "sales", ...headers } = {}) {
  return fetch(`${portal.origin}/api/${path}`, { headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers } });
}
