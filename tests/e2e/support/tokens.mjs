// A portal that gives tokens: what its script says, and what the source was asked with.
import { expect } from "@playwright/test";
import { json } from "./answers.mjs";
import { sales } from "./sales.mjs";

/** Script of a page whose `fetchToken` gives t1, t2, … of five minutes; `given` notes each reason. */
export const TOKENS = `
window.given = [];
window.fetchToken = async ({ reason }) => ({ token: "t" + given.push(reason), exp: Date.now() / 1000 + 300 });
Paceboard.configure({ fetchToken });`;

/** A source that wants a token, and shows whose it was in the name of its channel. */
export const scoped = (request, response) => {
  const { authorization } = request.headers;
  if (!authorization) return void response.writeHead(401).end("no");
  const token = authorization.replace("Bearer ", "");
  json(sales({ channels: [{ id: "beta", name: `Store of ${token}`, gmv: Array(10).fill(90) }] }))(request, response);
};

/** What `Authorization` the requests for the source had, in turn. */
export const authorizations = (site) => site.asked("main.json").map(({ headers }) => headers.authorization);

/** For tests of time: the page's clock stands until it is told to go on. */
export async function stopClock(page) {
  await page.clock.install({ time: "2026-01-05T09:12:00+08:00" });
  await page.clock.pauseAt("2026-01-05T09:12:01+08:00");
}

/** Lets what waits for the next frame have it: the identifiers of a stopped clock's frames are too large to be given up by. */
export const nextFrame = (page) => page.clock.runFor(100);

/** Lets a page's time pass in steps, which no request takes too long for, and after each whatever it asked of its server be answered. */
export async function pass(page, seconds, step = 10) {
  for (let left = seconds; left > 0; left -= step) {
    await page.clock.runFor(Math.min(step, left) * 1_000);
    await settle(page);
  }
}

/** Until what is under way between a page and its server is over: two answers to later requests. */
export async function settle(page) {
  for (let turn = 0; turn < 2; turn += 1) await page.evaluate(() => fetch("host.css", { cache: "no-store" }).then((response) => response.text()));
}

/** The goal's card of an element with that id. */
export const expectGoal = (page, text, id = "#goal") => expect(page.locator(id).getByTestId("goal-card").getByRole("heading")).toHaveText(text);
