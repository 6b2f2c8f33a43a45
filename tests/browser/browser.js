// The browser that the preview is tried in.

import fs from "node:fs";

import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/**
 * Starts the browser.
 * @param {string[]} [options] further ones
 */
export function launch(options = []) {
  if (!fs.existsSync(executablePath)) {
    throw new Error(
      `there is no browser at ${executablePath}: run \`tests/run\`, which installs Debian's ` +
        "`chromium`, or say in CHROMIUM where one is",
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...options,
    ],
  });
}

/**
 * Waits until the page hears of changes.
 * @param {import("playwright-core").Page} page
 */
export function isListening(page) {
  return page.waitForFunction(() => {
    const preview = document.querySelector("jumelage-preview")?.shadowRoot;
    const state = preview?.querySelector(".panel")?.getAttribute("data-state");
    return state && !["waiting", "stopped"].includes(state);
  });
}
