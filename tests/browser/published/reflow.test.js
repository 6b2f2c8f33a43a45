// Pages fit: in every width, with text twice as large, with the spacing that readers may need, and
// from right to left.

import assert from "node:assert/strict";
import test from "node:test";

import { misplaced } from "./layout.js";
import { editions, mirrored, onePageOfEachKind, onePageOfEachKindInATheme } from "./published.js";
import { visitEach } from "./visit.js";

/** @typedef {import("playwright-core").Page} Page */

/** As wide as 1280 pixels look when they are magnified to 400 %, a tablet, and a screen. */
const WIDTHS = [320, 768, 1280];

/** What WCAG 1.4.12 lets readers set. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

for (const edition of editions) {
  test(`pages fit in every width, with large text and wide spacing: ${edition.name}`, () =>
    visitEach(edition, onePageOfEachKind(edition), async (tab) => {
      const findings = await misplacedInEachWidth(tab);
      await spaceOut(tab);
      for (const width of [320, 1280]) {
        await tab.setViewportSize({ width, height: 800 });
        findings.push(...(await misplaced(tab, `${width} pixels wide, with text spaced out`)));
      }
      await tab.evaluate(() => (document.adoptedStyleSheets = []));
      await tab.evaluate(() =>
        document.documentElement.style.setProperty("font-size", "200%", "important"),
      );
      for (const width of [640, 1280]) {
        await tab.setViewportSize({ width, height: 800 });
        findings.push(...(await misplaced(tab, `${width} pixels wide, with text at 200 %`)));
      }
      return findings;
    }));
}

for (const { edition, pages } of onePageOfEachKindInATheme(mirrored)) {
  test(`pages fit in every width, and are mirrored: ${edition.name}`, () =>
    visitEach(edition, pages, async (tab) => {
      const findings = await misplacedInEachWidth(tab);
      // The way to the page before begins at the right, as the text does.
      const start = await tab.evaluate(() => {
        const { left, right } = /** @type {Element} */ (
          document.querySelector(".site-name a, header a")
        ).getBoundingClientRect();
        return (left + right) / 2 / document.documentElement.clientWidth;
      });
      // A nameplate stands in the middle.
      if (start < 0.49) findings.push({ rule: "not mirrored", what: "the site's name is at the left" });
      return findings;
    }));
}

test("what does not fit is found", async () => {
  const [edition] = editions;
  assert.ok(edition);
  await visitEach(edition, edition.pages.slice(0, 1), async (tab) => {
    await tab.evaluate(() => {
      const heading = /** @type {HTMLElement} */ (document.querySelector("h1"));
      heading.style.whiteSpace = "nowrap";
      heading.style.inlineSize = "200vw";
      const cut = /** @type {HTMLElement} */ (document.querySelector("main p"));
      Object.assign(cut.style, { blockSize: "0.5em", overflow: "hidden" });
      const covered = /** @type {HTMLElement} */ (document.querySelector(".site-name a, header a"));
      const cover = covered.cloneNode(true);
      Object.assign(/** @type {HTMLElement} */ (cover).style, { position: "absolute" });
      covered.before(cover);
    });
    const rules = new Set((await misplaced(tab, "now")).map(({ rule }) => rule));
    for (const rule of ["scrolls sideways", "stands out", "cut off", "lies on other text"]) {
      assert.ok(rules.has(`${rule}, now`), `${rule}: ${[...rules].join("; ")}`);
    }
    return [];
  });
});

/** @param {Page} tab */
async function misplacedInEachWidth(tab) {
  const findings = [];
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 800 });
    findings.push(...(await misplaced(tab, `${width} pixels wide`)));
  }
  return findings;
}

/** @param {Page} tab */
function spaceOut(tab) {
  return tab.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
}
