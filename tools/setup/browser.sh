# A Chromium that the browser tests can start, and a font for Chinese.
# shellcheck shell=bash disable=SC2154,SC2015
# Sourced by tools/setup.sh; wants node_modules/.

setup_browser() {
  local wanted
  wanted=$(node -p 'require("@playwright/test/package.json").version')
  if have_stamp browser "$wanted" && [ -n "$(browser_path)" ]; then return; fi
  if ! browser_starts; then browser_from_playwright; fi
  if ! browser_starts && apt_has chromium; then browser_from_debian; fi
  browser_starts || fail \
    "No Chromium starts here. Install one as /usr/bin/chromium, or run: npx playwright install --with-deps chromium" \
    "It said:" "$(cat "$tools/browser.log")"
  chinese_font
  set_stamp browser "$wanted"
}

# What playwright.config.mjs will start, if it is there.
browser_path() {
  node --input-type=module -e '
    import { existsSync } from "node:fs";
    import { chromium } from "@playwright/test";
    import config from "./playwright.config.mjs";
    const path = config.use.launchOptions.executablePath ?? chromium.executablePath();
    if (existsSync(path)) console.log(path);'
}

browser_starts() {
  node --input-type=module -e '
    import { chromium } from "@playwright/test";
    import config from "./playwright.config.mjs";
    await (await chromium.launch(config.use.launchOptions)).close();' >"$tools/browser.log" 2>&1
}

browser_from_playwright() {
  say "Downloading Playwright's Chromium (usually a minute)."
  playwright install chromium >"$tools/browser.log" 2>&1 || say "Playwright cannot download it here."
}

browser_from_debian() {
  say "Installing the distribution's Chromium (usually a minute)."
  apt_install chromium
}

chinese_font() {
  has fc-list || return 0
  [ -z "$(fc-list :lang=zh-cn)" ] || return 0
  if apt_has fonts-noto-cjk; then
    say "Installing a font for Chinese (usually a few seconds)."
    apt_install fonts-noto-cjk
  else
    say "No font for Chinese is installed: screenshots will show boxes instead."
  fi
}
