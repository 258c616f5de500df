import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Where the distribution has a Chromium of its own, that one; otherwise Playwright's download.
const system = "/usr/bin/chromium";
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
// A machine that names no language names its files in ASCII alone, and downloads here have Chinese names.
const env = { LANG: "C.UTF-8", ...process.env };
const launchOptions = existsSync(system) ? { executablePath: system, args: ["--no-sandbox", ...quiet], env } : { args: quiet, env };

// Any free port, so that runs can go on beside each other; E2E_PORT fixes it for debugging.
const port = process.env.E2E_PORT ?? 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/artifacts",
  fullyParallel: true,
  workers: 2,
  // Ceilings for a slow machine that does other things as well; a test takes a second or two.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A machine that stalls for seconds can spoil any test once; tools/test-summary.mjs names those
  // that passed only at the second try, and more than a few fail the run.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/results.json" }]],
  use: {
    // Set by the web server's first line below, before the tests read this file again.
    baseURL: process.env.SERVED_AT,
    browserName: "chromium",
    headless: true,
    launchOptions,
    // Only offline.spec.mjs lets the page's own worker in, which would answer for the tests' servers.
    serviceWorkers: "block",
    locale: process.env.E2E_LOCALE ?? "zh-CN",
    timezoneId: process.env.E2E_TIMEZONE ?? "Asia/Shanghai",
    screenshot: "only-on-failure",
    // Recording costs as much as the tests themselves: E2E_TRACE=1 when something is to be looked into.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
  },
  webServer: {
    command: `node tools/serve.mjs ${process.env.E2E_DIST ?? "dist"} --port ${port}`,
    wait: { stdout: /(?<served_at>http:\S+)/ },
  },
});
