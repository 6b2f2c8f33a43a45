// A visitor who looks at many pages, one after the other, in a few tabs at once, and tells all that
// is wrong with them.

import assert from "node:assert/strict";
import { after } from "node:test";

import { launch } from "../browser.js";
import { serve } from "./server.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./published.js").Edition} Edition */
/** @typedef {import("./published.js").PublishedPage} PublishedPage */

/**
 * What is wrong at a place of a page.
 * @typedef {object} Finding
 * @property {string} rule
 * @property {string} what in words
 * @property {string} [element] its HTML
 */

/** How many pages of one edition are shown in full, and how many findings. */
const [PAGES_SHOWN, FINDINGS_SHOWN] = [3, 40];

/** One browser for all tests of a file. */
const browser = await launch();
after(() => browser.close());

/**
 * Opens pages of an edition one after the other, and fails with all that is found in them.
 * @param {Edition} edition
 * @param {PublishedPage[]} pages
 * @param {(tab: Page, page: PublishedPage, address: string) => Promise<Finding[]>} look at a page
 *   that is open
 * @param {object} [wishes]
 * @param {number} [wishes.tabs] at once
 * @param {number} [wishes.quality] of the compression
 * @param {(tab: Page) => Promise<unknown>} [wishes.prepare] a tab, before its first page
 * @param {import("playwright-core").BrowserContextOptions} [wishes.browser]
 */
export async function visitEach(edition, pages, look, wishes = {}) {
  assert.ok(pages.length > 0, "there are pages to look at");
  const server = await serve(edition.folder, wishes);
  const waiting = [...pages];
  /** @type {(Finding & { page: string })[]} */
  const findings = [];
  const work = async () => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
      ...wishes.browser,
    });
    try {
      const tab = await context.newPage();
      await wishes.prepare?.(tab);
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        await tab.goto(server.address + page.path);
        for (const finding of await look(tab, page, server.address)) {
          findings.push({ ...finding, page: `/${page.path}` });
        }
      }
    } finally {
      await context.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: wishes.tabs ?? 1 }, work));
  } finally {
    server.close();
  }
  nothingIsFound(findings);
}

/**
 * Fails with all findings; the same on many pages is told once.
 * @param {(Finding & { page: string })[]} findings
 */
export function nothingIsFound(findings) {
  /** @type {Map<string, string[]>} */
  const pages = new Map();
  for (const { rule, what, element, page } of findings) {
    const finding = [`${rule}: ${what.trim()}`, ...(element ? [shorten(element)] : [])].join("\n    ");
    pages.set(finding, [...(pages.get(finding) ?? []), page]);
  }
  const told = [...pages].slice(0, FINDINGS_SHOWN).map(([finding, pages]) => {
    const more = pages.length - PAGES_SHOWN;
    const where = pages.slice(0, PAGES_SHOWN).join(" ") + (more > 0 ? ` and ${more} more` : "");
    return `  ${finding}\n    on ${where}`;
  });
  if (pages.size > told.length) told.push(`  and ${pages.size - told.length} more`);
  assert.ok(findings.length === 0, `${findings.length} findings:\n\n${told.join("\n\n")}\n`);
}

/**
 * The beginning of an element's HTML, in one line.
 * @param {string} html
 */
function shorten(html) {
  const line = html.replace(/\s+/g, " ").trim();
  return line.length > 240 ? `${line.slice(0, 240)}…` : line;
}
