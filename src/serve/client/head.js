// @ts-check
// The head of the page: what is new comes, what is gone goes, and the rest is not touched, so that
// no stylesheet is loaded twice and nothing flashes.

import { isLeaving } from "./assets.js";

/** How long a new stylesheet may take before the page is shown without it, in milliseconds. */
const PATIENCE = 1500;

/**
 * Turns the head into another. What is in neither source was put there by a script, and stays.
 * @param {HTMLHeadElement} shown
 * @param {HTMLHeadElement} fresh
 * @param {HTMLHeadElement} old
 */
export async function morphHead(shown, fresh, old) {
  const known = new Set([...old.children].map(signature));
  /** @type {Set<Element>} */
  const kept = new Set();
  /** @type {Promise<unknown>[]} */
  const loading = [];
  let cursor = shown.firstElementChild;
  for (const element of fresh.children) {
    const same = findSame(cursor, signature(element));
    if (same) {
      kept.add(same);
      cursor = same.nextElementSibling;
      continue;
    }
    const added = /** @type {Element} */ (document.importNode(element, true));
    kept.add(added);
    if (added.matches("link[rel~=stylesheet]")) loading.push(loaded(added));
    shown.insertBefore(added, cursor);
  }
  await Promise.race([
    Promise.all(loading),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
  for (const element of [...shown.children]) {
    if (!kept.has(element) && !isLeaving(element) && known.has(signature(element)))
      element.remove();
  }
}

/**
 * The first element from a place on that says the same.
 * @param {Element | null} from
 * @param {string} wanted
 * @returns {Element | null}
 */
function findSame(from, wanted) {
  for (let at = from; at; at = at.nextElementSibling) {
    if (!isLeaving(at) && signature(at) === wanted) return at;
  }
  return null;
}

/**
 * What makes an element of the head the same in two pages: everything, except for how the address
 * of a stylesheet is written.
 * @param {Element} element
 * @returns {string}
 */
function signature(element) {
  const href = element.getAttribute("href");
  if (element.localName !== "link" || href === null) return element.outerHTML;
  const copy = /** @type {Element} */ (element.cloneNode());
  const url = new URL(href, document.baseURI);
  url.searchParams.delete("v");
  copy.setAttribute("href", url.href);
  return copy.outerHTML;
}

/**
 * Waits for a stylesheet, or for its failure.
 * @param {Element} link
 */
function loaded(link) {
  return new Promise((resolve) => {
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", resolve, { once: true });
  });
}
