// @ts-check
// Rules on sizes and places, at the width that the page has now.

import { exposed, isShown } from "./audit-names.js";

/** @typedef {import("./audit.js").Rule} Rule */
/** @typedef {import("./audit.js").Spot} Spot */

/** How large a target has to be, in CSS pixels. */
const TARGET = 24;
/** How wide the squares are in which neighbours are looked for, and how many are too many for one. */
const SQUARE = 64;
const MANY = 1000;
const SMALL_TEXT = 9;

/** Something to click or tap, and where it is. @typedef {{ element: Element, rect: DOMRect }} Target */

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
  const isInSentence = sentences();
  const small = targets.filter(
    ({ element, rect }) => isSmall(rect) && !isInSentence(element) && !isOfBrowser(element),
  );
  const near = small.length > 0 ? neighbours(targets) : () => [];
  return small
    .filter((target) => near(target).some((other) => isInTheWay(target, other)))
    .map(({ element, rect }) => ({
      element,
      note: `is ${Math.round(rect.width)} by ${Math.round(rect.height)}`,
    }));
}

/**
 * Answers which targets may be near one: those in the same squares of a grid. On a page with
 * thousands of links, comparing each with each would take minutes.
 * @param {Target[]} targets
 * @returns {(target: Target) => Target[]}
 */
function neighbours(targets) {
  /** @type {Map<string, Target[]>} */
  const grid = new Map();
  /** What covers too many squares is near everything. @type {Target[]} */
  const wide = [];
  for (const target of targets) {
    const squares = squaresOf(target.rect);
    if (squares === null) wide.push(target);
    for (const square of squares ?? []) {
      const there = grid.get(square);
      if (there) there.push(target);
      else grid.set(square, [target]);
    }
  }
  return ({ rect }) => {
    const squares = squaresOf(rect);
    if (squares === null) return targets;
    return [...squares.flatMap((square) => grid.get(square) ?? []), ...wide];
  };
}

/**
 * The squares of the grid that a rectangle and the room around it reach into; null if they are very
 * many.
 * @param {DOMRect} rect
 * @returns {string[] | null}
 */
function squaresOf({ left, top, right, bottom }) {
  const at = (/** @type {number} */ place) => Math.floor(place / SQUARE);
  const [west, north] = [at(left - TARGET / 2), at(top - TARGET / 2)];
  const [east, south] = [at(right + TARGET / 2), at(bottom + TARGET / 2)];
  if ((east - west + 1) * (south - north + 1) > MANY) return null;
  const squares = [];
  for (let x = west; x <= east; x += 1) {
    for (let y = north; y <= south; y += 1) squares.push(`${x} ${y}`);
  }
  return squares;
}

/**
 * Whether one hits another target when one means to hit this.
 * @param {Target} target
 * @param {Target} other
 */
function isInTheWay(target, other) {
  return (
    other !== target &&
    isCrowded(target.rect, other.rect) &&
    !target.element.contains(other.element) &&
    !other.element.contains(target.element)
  );
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
 * Answers whether a target stands in a line of text, whose height it cannot choose. The text of a
 * block that holds many targets is read once.
 * @returns {(element: Element) => boolean}
 */
function sentences() {
  /** @type {Map<Element, number>} */
  const known = new Map();
  return (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    if (!block) return false;
    const letters = known.get(block) ?? lettersIn(block);
    known.set(block, letters);
    return letters > lettersIn(element);
  };
}

/** @param {Element} element */
function lettersIn(element) {
  return element.textContent?.match(/\p{L}/gu)?.length ?? 0;
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
  const around = ancestorsOf(reaching);
  const innermost = reaching.filter((element) => !around.has(element));
  return (innermost.length > 0 ? innermost : [page.body]).map((element) => ({ element }));
}

/**
 * Everything that any of the elements is in.
 * @param {Element[]} elements
 * @returns {Set<Element>}
 */
function ancestorsOf(elements) {
  /** @type {Set<Element>} */
  const all = new Set();
  for (const element of elements) {
    for (let at = element.parentElement; at && !all.has(at); at = at.parentElement) all.add(at);
  }
  return all;
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
