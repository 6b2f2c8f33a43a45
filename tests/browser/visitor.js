// A person at a browser: opens pages of a preview, leaves traces in them, and waits for what can
// be seen.

import assert from "node:assert/strict";
import { after } from "node:test";

import { isListening, launch } from "./browser.js";
import { startPreview } from "./preview.js";
import { makeSite } from "./site.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof startPreview>>} Preview */

/** The page that most tests look at. */
export const CITY = "cities/port-belle/";

/** How long to wait for what should come. It is no measure: machines may be busy. */
const PATIENCE = 15_000;

/** One browser for all tests of a file. */
const browser = await launch();
after(() => browser.close());

/**
 * Makes a site, starts its preview, and opens a page, until the test is over.
 * @param {import("node:test").TestContext} test
 * @param {object} [wishes]
 * @param {Record<string, string | null>} [wishes.files] different from the usual ones
 * @param {string[]} [wishes.options] of the preview
 * @param {string} [wishes.path] of the page, in the site
 * @param {import("playwright-core").BrowserContextOptions} [wishes.browser]
 */
export async function visit(test, { files, options, path = CITY, ...wishes } = {}) {
  const site = makeSite(files);
  test.after(() => site.discard());
  const preview = await startPreview(site.folder, options);
  test.after(() => preview.stop());
  const page = await open(test, preview.address + path, wishes.browser);
  return { site, preview, page };
}

/**
 * Opens a page in a window of its own, until the test is over. A script that fails in it fails the
 * test.
 * @param {import("node:test").TestContext} test
 * @param {string} address
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function open(test, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 700 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  /** @type {Error[]} */
  const failures = [];
  page.on("pageerror", (failure) => failures.push(failure));
  test.after(async () => {
    await context.close();
    assert.deepEqual(failures, [], "no script of the page fails");
  });
  await page.goto(address);
  if (options.javaScriptEnabled !== false) await isListening(page);
  return page;
}

/**
 * Leaves traces in a city's page: something typed, marked, opened and scrolled.
 * @param {Page} page
 */
export async function settleDown(page) {
  // A page that was opened before the site was made comes by itself, and its pictures after it.
  await page.waitForFunction(
    () => document.querySelector("#note") && [...document.images].every((image) => image.complete),
  );
  await page.evaluate(() => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector("#note"));
    /** @type {HTMLDetailsElement} */ (document.querySelector("#more")).open = true;
    field.value = "half a thought";
    field.focus({ preventScroll: true });
    field.setSelectionRange(2, 6);
    window.scrollTo({
      top: scrollY + field.getBoundingClientRect().top - 300,
      behavior: "instant",
    });
    Object.assign(window, { wasHere: true });
  });
}

/**
 * Checks that all traces are still there: the page was not loaded anew, and the reader was not
 * disturbed.
 * @param {Page} page
 */
export async function isUndisturbed(page) {
  // The browser settles where the page stands in the window when it has laid it out.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const traces = await page.evaluate(() => {
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector("#note"));
    return {
      isSameLoad: "wasHere" in window,
      isOpen: document.querySelector("#more")?.hasAttribute("open"),
      typed: field?.value,
      hasFocus: field === document.activeElement,
      marked: [field?.selectionStart, field?.selectionEnd],
      // What the reader looks at stands still, whatever grows above it.
      drift: Math.round((field?.getBoundingClientRect().top ?? 0) - 300),
    };
  });
  assert.ok(Math.abs(traces.drift) <= 2, `it has moved by ${traces.drift} pixels`);
  assert.deepEqual(traces, {
    isSameLoad: true,
    isOpen: true,
    typed: "half a thought",
    hasFocus: true,
    marked: [2, 6],
    drift: traces.drift,
  });
}

/**
 * Waits until a text stands in the page.
 * @param {Page} page
 * @param {string} text
 * @param {string} [selector]
 */
export function shows(page, text, selector = "body") {
  return page
    .waitForFunction(
      ([text, selector]) => document.querySelector(selector)?.textContent?.includes(text),
      [text, selector],
    )
    .catch(async (error) => {
      const there = await page.evaluate(
        (selector) => document.querySelector(selector)?.textContent,
        selector,
      );
      throw new Error(`\`${text}\` is not in ${selector}: ${there?.slice(0, 800)}`, {
        cause: error,
      });
    });
}

/**
 * An element of the preview's own.
 * @param {Page} page
 * @param {string} selector
 */
export function own(page, selector) {
  return page.locator(`jumelage-preview ${selector}`);
}
