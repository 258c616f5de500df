// Firefox and WebKit (whose engine is Safari's), driven by WebDriver as tools/setup.sh installs them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { Builder } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";

const WINDOW = { width: 1440, height: 1000, x: 0, y: 0 };

/** The program of the first name that is installed. */
function installed(...names) {
  const folders = process.env.PATH.split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

const programs = { firefox: installed("firefox-esr", "firefox"), geckodriver: installed("geckodriver"), webkit: installed("WebKitWebDriver"), display: installed("xvfb-run") };

/** Each browser: what starts it, and what it lacks here. `start()` gives `{ driver, stop }`. */
export const browsers = [
  { name: "Firefox", lacks: lacking("firefox", "geckodriver"), start: startFirefox },
  { name: "WebKit", lacks: lacking("webkit", "display"), start: startWebKit },
];

function lacking(...names) {
  const lacks = names.filter((name) => !programs[name]);
  return lacks.length > 0 && `not installed here: ${lacks.join(", ")}`;
}

async function startFirefox() {
  const options = new firefox.Options().setBinary(programs.firefox).addArguments("-headless");
  const builder = new Builder().forBrowser("firefox").setFirefoxOptions(options);
  const driver = await builder.setFirefoxService(new firefox.ServiceBuilder(programs.geckodriver)).build();
  await driver.manage().window().setRect(WINDOW);
  return { driver, stop: () => driver.quit() };
}

// WebKitGTK has no mode without a window, so it gets a screen that nobody sees.
async function startWebKit() {
  const port = await freePort();
  const screen = ["-a", "-s", "-screen 0 1600x1200x24"];
  const server = spawn(programs.display, [...screen, programs.webkit, `--port=${port}`], { stdio: "ignore", detached: true });
  const end = () => process.kill(-server.pid);
  try {
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    const options = { args: ["--automation"] };
    const driver = await new Builder().usingServer(address).withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options }).build();
    await driver.manage().window().setRect(WINDOW);
    return { driver, stop: () => driver.quit().finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function answers(address) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await fetch(address);
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
