// @ts-check
// Where the reader was in a page: kept over a real reload.

import { recall, remember } from "./memory.js";

/** @typedef {{ element: Element, top: number, left: number }} Scrolled */

/**
 * Everything inside the page that has been scrolled.
 * @returns {Scrolled[]}
 */
export function scrolledElements() {
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.scrollTop !== 0 || element.scrollLeft !== 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
}

/** Loads the page anew, and comes back to the same place. */
export function reloadInPlace() {
  const inner = scrolledElements().map(({ element, top, left }) => ({
    path: pathTo(element),
    top,
    left,
  }));
  remember("place", { page: location.pathname, x: scrollX, y: scrollY, inner });
  location.reload();
}

/** Comes back to the place that was left by a reload. */
export function restorePlace() {
  const place = recall("place");
  remember("place", null);
  if (!place || place.page !== location.pathname) return;
  window.scrollTo({ left: place.x, top: place.y, behavior: "instant" });
  for (const { path, top, left } of place.inner) {
    document.querySelector(path)?.scrollTo({ top, left, behavior: "instant" });
  }
}

/**
 * A selector that finds an element by where it stands.
 * @param {Element} element
 * @returns {string}
 */
function pathTo(element) {
  const steps = [];
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement) {
    steps.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return ["body", ...steps].join(" > ");
}
