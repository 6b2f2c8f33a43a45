// Whoever has a keyboard and nothing else gets everywhere, and always sees where they are.

import assert from "node:assert/strict";
import test from "node:test";

import { editions, onePageOfEachKindInATheme } from "./published.js";
import { visitEach } from "./visit.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./visit.js").Finding} Finding */

/** A screen, and a telephone with a keyboard: there a theme may fold its menu. */
const WIDTHS = [1280, 390];

for (const { edition, pages } of onePageOfEachKindInATheme(editions)) {
  test(`everything is reached by keyboard, and shows it: ${edition.name}`, () =>
    visitEach(edition, pages, async (tab, page, address) => {
      const findings = [];
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.goto(address + page.path);
        for (const finding of [...(await skip(tab)), ...(await unfold(tab)), ...(await walk(tab))]) {
          findings.push({ ...finding, rule: `${finding.rule}, ${width} pixels wide` });
        }
      }
      return findings;
    }, { tabs: 2 }));
}

test("what the keyboard does not reach, and what hides that it has, is found", async () => {
  const [edition] = editions;
  assert.ok(edition);
  await visitEach(edition, edition.pages.slice(0, 1), async (tab) => {
    await tab.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("nav a { outline: none !important } h1 a { position: fixed; top: -9rem }");
      document.adoptedStyleSheets = [sheet];
      const heading = /** @type {Element} */ (document.querySelector("h1"));
      heading.innerHTML = '<a href="/">Out of sight</a> <a href="/">Skipped</a>';
      const skipped = heading.lastElementChild;
      heading.addEventListener("focusin", () => skipped?.remove());
    });
    const told = (await walk(tab)).map(({ what }) => what);
    for (const what of ["nothing shows", "it is covered", "it is not reached"]) {
      assert.ok(told.some((one) => one.startsWith(what)), `${what}: ${told.join("; ")}`);
    }
    return [];
  });
});

/**
 * The first stop leads past the menu.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
async function skip(tab) {
  await tab.keyboard.press("Tab");
  const first = await tab.evaluate(() => {
    const link = /** @type {HTMLElement} */ (document.activeElement);
    const { width, height, top } = link.getBoundingClientRect();
    return {
      leadsToMain: link.getAttribute("href") === "#main",
      isSeen: width > 20 && height > 20 && top >= 0,
      element: link.outerHTML,
    };
  });
  if (!first.leadsToMain) return [{ rule: "skip link", what: "it does not come first", ...first }];
  if (!first.isSeen) return [{ rule: "skip link", what: "it is not shown", ...first }];
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  const isPast = await tab.evaluate(() => {
    const main = document.querySelector("main");
    const { activeElement } = document;
    if (!main || !activeElement || activeElement === document.body) return false;
    const relation = main.compareDocumentPosition(activeElement);
    return (relation & Node.DOCUMENT_POSITION_PRECEDING) === 0 && activeElement !== main;
  });
  return isPast ? [] : [{ rule: "skip link", what: "it does not lead into the main part" }];
}

/**
 * Opens all that is folded, by keyboard.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
async function unfold(tab) {
  const findings = [];
  for (const summary of await tab.locator("details:not([open]) > summary:visible").all()) {
    // Those opened before are no longer in the list, so the first is always the next.
    await summary.evaluate((element) => element.setAttribute("data-next", ""));
  }
  for (;;) {
    const next = tab.locator("summary[data-next]").first();
    if ((await next.count()) === 0) return findings;
    await next.focus();
    await tab.keyboard.press("Enter");
    const { isOpen, element } = await next.evaluate((element) => {
      element.removeAttribute("data-next");
      const { open } = /** @type {HTMLDetailsElement} */ (element.parentElement);
      return { isOpen: open, element: element.outerHTML };
    });
    if (!isOpen) findings.push({ rule: "folded", what: "Enter does not open it", element });
  }
}

/**
 * Goes through the page from its beginning to its end, stop by stop.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
async function walk(tab) {
  const stops = await tab.evaluate(prepareWalk);
  for (let stop = 0; stop < stops + 1; stop += 1) await tab.keyboard.press("Tab");
  return tab.evaluate(() => /** @type {any} */ (globalThis).endWalk());
}

/** Runs in the page: notes how each stop looks, and what happens at it. Gives the number of stops. */
function prepareWalk() {
  /** @type {Finding[]} */
  const findings = [];
  const stops = [
    ...document.querySelectorAll(
      "a[href], area[href], button, input, select, textarea, summary, [tabindex]",
    ),
  ].filter((element) => {
    const { tabIndex } = /** @type {HTMLElement} */ (element);
    if (tabIndex < 0 || element.matches(":disabled") || !element.checkVisibility({ visibilityProperty: true })) {
      return false;
    }
    // Of a group of radio buttons the keyboard reaches the one that is chosen, or the first.
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    const group = [
      .../** @type {NodeListOf<HTMLInputElement>} */ (
        document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)
      ),
    ];
    return element === (group.find((radio) => radio.checked) ?? group[0]);
  });

  const properties = /** @type {const} */ ([
    "outlineStyle",
    "outlineWidth",
    "boxShadow",
    "backgroundColor",
    "borderColor",
    "color",
    "stroke",
    "strokeWidth",
    "fill",
    "textDecorationLine",
  ]);
  /** How an element looks, with what is in it and, for a control, its label. */
  const look = (/** @type {Element} */ element) =>
    [element, ...[...element.querySelectorAll("*")].slice(0, 8), ...labels(element)]
      .map((part) => {
        const style = getComputedStyle(part);
        return properties.map((property) => style[property]).join();
      })
      .join(";");
  const labels = (/** @type {Element} */ element) =>
    [.../** @type {HTMLInputElement} */ (element).labels ?? []];

  // The walk begins at the beginning, wherever the focus was.
  window.scrollTo({ top: 0, behavior: "instant" });
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();

  const unfocused = new Map(stops.map((stop) => [stop, look(stop)]));
  const reached = new Set();
  let last = -1;
  document.addEventListener("focusin", ({ target }) => {
    const element = /** @type {Element} */ (target);
    const tell = (/** @type {string} */ what) =>
      findings.push({ rule: "focus", what, element: element.outerHTML });
    if (reached.has(element)) return;
    reached.add(element);
    if (look(element) === unfocused.get(element)) tell("nothing shows that it has the focus");
    const index = stops.indexOf(element);
    if (index >= 0 && index < last) tell("it comes after what stands below it");
    if (index >= 0) last = index;
    // What lies on it belongs to it, or to what it is a part of.
    const boxes = [...element.getClientRects()].filter(({ width, height }) => width && height);
    const isSeen = [...boxes, ...labels(element).flatMap((label) => [...label.getClientRects()])].some(
      ({ left, top, width, height }) => {
        const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
        return there && (element.contains(there) || there.contains(element) || labels(element).some((label) => label.contains(there)));
      },
    );
    if (!isSeen) tell("it is covered, or outside of the window");
  });
  Object.assign(globalThis, {
    endWalk() {
      for (const stop of stops) {
        if (reached.has(stop)) continue;
        findings.push({ rule: "keyboard", what: "it is not reached", element: stop.outerHTML });
      }
      return findings;
    },
  });
  return stops.length;
}
