// @ts-check
// Rules on sizes and places, at the width that the page has now.

import { exposed, isShown } from "./audit-names.js";

/** @typedef {import("./audit.js").Rule} Rule */
/** @typedef {import("./audit.js").Spot} Spot */

/** How large a target has to be, in CSS pixels. */
const TARGET = 24;
const SMALL_TEXT = 9;

/** @type {Rule[]} */
export const layoutRules = [
  {
    id: "target-size",
    criterion: "2.5.8 Target Size (Minimum)",
    sentence:
      "Something to click or tap is smaller than 24 by 24 pixels, and too close to the next.",
    advice: "have the theme make it larger, or leave more room around it.",
    find: smallTargets,
  },
  {
    id: "reflow",
    criterion: "1.4.10 Reflow",
    sentence:
      "At this width, the page is wider than its window, so one has to scroll sideways to read.",
    advice: "let wide parts (tables, pictures, long words) scroll by themselves or wrap.",
    find: tooWide,
  },
  {
    id: "text-size",
    criterion: "1.4.4 Resize Text (good practice)",
    sentence: "A text is smaller than 9 pixels, which few people can read.",
    advice: "have the theme make it larger.",
    find: (page) =>
      [...page.body.querySelectorAll("*")]
        .filter(
          (element) =>
            hasOwnText(element) &&
            !element.closest("svg, sup, sub, script, style") &&
            parseFloat(getComputedStyle(element).fontSize) < SMALL_TEXT &&
            isShown(element),
        )
        .map((element) => ({ element, note: `is ${getComputedStyle(element).fontSize} high` })),
  },
];

/**
 * Targets that are too small, except for those in a sentence and those with room around them.
 * @param {Document} page
 * @returns {Spot[]}
 */
function smallTargets(page) {
  const targets = exposed(
    page,
    "a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=link], [role=checkbox]",
  )
    .filter(isShown)
    .map((element) => ({ element, rect: element.getBoundingClientRect() }));
  const small = targets.filter(
    ({ element, rect }) => isSmall(rect) && !isInSentence(element) && !isOfBrowser(element),
  );
  return small
    .filter((target) =>
      targets.some(
        (other) =>
          other !== target &&
          !target.element.contains(other.element) &&
          !other.element.contains(target.element) &&
          isCrowded(target.rect, other.rect),
      ),
    )
    .map(({ element, rect }) => ({
      element,
      note: `is ${Math.round(rect.width)} by ${Math.round(rect.height)}`,
    }));
}

/** @param {DOMRect} rect */
function isSmall(rect) {
  return rect.width < TARGET || rect.height < TARGET;
}

/**
 * Whether a circle around a small target reaches into another target, or into the circle around
 * another small one.
 * @param {DOMRect} rect
 * @param {DOMRect} other
 */
function isCrowded(rect, other) {
  const x = rect.left + rect.width / 2;
  const y = rect.top + rect.height / 2;
  const across = Math.max(other.left - x, 0, x - other.right);
  const down = Math.max(other.top - y, 0, y - other.bottom);
  if (Math.hypot(across, down) < TARGET / 2 - 0.5) return true;
  if (!isSmall(other)) return false;
  return (
    Math.hypot(other.left + other.width / 2 - x, other.top + other.height / 2 - y) < TARGET - 0.5
  );
}

/**
 * Whether a target stands in a line of text, whose height it cannot choose.
 * @param {Element} element
 */
function isInSentence(element) {
  if (getComputedStyle(element).display !== "inline") return false;
  let block = element.parentElement;
  while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
  const around = (block?.textContent ?? "").replace(element.textContent ?? "", "");
  return /\p{L}/u.test(around);
}

/**
 * Whether a box to tick is as the browser draws it, which is exempt.
 * @param {Element} element
 */
function isOfBrowser(element) {
  return (
    element.matches("input[type=checkbox], input[type=radio]") &&
    getComputedStyle(element).appearance === "auto"
  );
}

/**
 * What makes the page wider than its window: the innermost elements that reach out of it.
 * @param {Document} page
 * @returns {Spot[]}
 */
function tooWide(page) {
  const root = page.scrollingElement ?? page.documentElement;
  if (root.scrollWidth <= root.clientWidth + 1) return [];
  const reaching = [...page.body.querySelectorAll("*")].filter(
    (element) => isShown(element) && reachesOut(element, root.clientWidth),
  );
  const outermost = reaching.filter(
    (element) => !reaching.some((other) => other !== element && element.contains(other)),
  );
  return (outermost.length > 0 ? outermost : [page.body]).map((element) => ({ element }));
}

/**
 * @param {Element} element
 * @param {number} width
 */
function reachesOut(element, width) {
  const { left, right } = element.getBoundingClientRect();
  if (right + scrollX <= width + 1 && left + scrollX >= -1) return false;
  // Content to the start of the page cannot be scrolled to, so it makes nothing wider.
  const rtl = getComputedStyle(element.ownerDocument.documentElement).direction === "rtl";
  if (rtl ? left + scrollX >= -1 : right + scrollX <= width + 1) return false;
  for (
    let at = element.parentElement;
    at && at !== element.ownerDocument.body;
    at = at.parentElement
  ) {
    if (getComputedStyle(at).overflowX !== "visible") return false;
  }
  return true;
}

/** @param {Element} element */
function hasOwnText(element) {
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
  );
}
