// All that is told is told without JavaScript, too.

import test from "node:test";

import { editions, onePageOfEachKindInATheme } from "./published.js";
import { visitEach } from "./visit.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./published.js").PublishedPage} PublishedPage */

for (const { edition, pages } of onePageOfEachKindInATheme(editions)) {
  /** What each page shows with its scripts. @type {Map<PublishedPage, string[]>} */
  const usual = new Map();

  test(`a script adds comfort, and nothing to read: ${edition.name}`, async () => {
    await visitEach(edition, pages, async (tab, page) => {
      usual.set(page, await readable(tab));
      return [];
    });
    await visitEach(
      edition,
      pages,
      async (tab, page) => {
        const findings = [];
        const plain = new Set(await readable(tab));
        for (const line of usual.get(page) ?? []) {
          if (!plain.has(line)) findings.push({ rule: "without JavaScript", what: `“${line}” is missing` });
        }
        if (!plain.size) findings.push({ rule: "without JavaScript", what: "nothing is shown" });
        // What is folded opens by itself when it is clicked.
        for (const summary of await tab.locator("summary:visible").all()) {
          const opened = () =>
            summary.evaluate(
              (element) => /** @type {HTMLDetailsElement} */ (element.parentElement).open,
            );
          if (await opened()) continue;
          await summary.click();
          if (await opened()) continue;
          const element = await summary.evaluate((element) => element.outerHTML);
          findings.push({ rule: "without JavaScript", what: "it does not open", element });
        }
        return findings;
      },
      { browser: { javaScriptEnabled: false } },
    );
  });
}

/**
 * The lines that can be read in the main part of the page, and where its links lead.
 * @param {Page} tab
 */
async function readable(tab) {
  const lines = (await tab.locator("main").innerText()).split("\n").map((line) => line.trim());
  const links = await tab
    .locator("main a:visible")
    .evaluateAll((links) => links.map((link) => `the link to ${link.getAttribute("href")}`));
  return [...lines.filter(Boolean), ...links];
}
