// @ts-check
// What the reader looks at stays where it is in the window, whatever comes or goes above it.
// Browsers that do so by themselves hold on to an element; but an update may have put other words
// into it, and what was read now stands elsewhere. So this holds on to the words.

/** @typedef {{ element: Element, words: string, top: number }} Held */

/** How many elements are held on to: the first of them that is still there decides. */
const MOST = 40;

/**
 * Remembers what stands where in the window; what it answers brings it back there.
 * @returns {() => void}
 */
export function keepInWindow() {
  // At its beginning, a page shows what is new at its beginning.
  if (scrollY <= 0) return () => {};
  const held = heldNow();
  return () => {
    let scrolled = bringBack(held);
    // A picture that is still on its way takes other room once it is there. Whoever has scrolled
    // since is left alone.
    const again = () => {
      if (scrollY === scrolled) scrolled = bringBack(held);
    };
    for (const picture of document.images) {
      if (picture.complete) continue;
      picture.addEventListener("load", again, { once: true });
      picture.addEventListener("error", again, { once: true });
    }
  };
}

/**
 * Brings what was held on to back to its place, and says how far the page is scrolled then.
 * @param {Held[]} held
 * @returns {number}
 */
function bringBack(held) {
  for (const each of held) {
    const now = sameWords(each);
    if (!now) continue;
    const drift = now.getBoundingClientRect().top - each.top;
    if (Math.abs(drift) >= 1) window.scrollBy({ top: drift, behavior: "instant" });
    break;
  }
  return scrollY;
}

/**
 * What begins in the window: first what has the focus, then all else from top to bottom.
 * @returns {Held[]}
 */
function heldNow() {
  /** @type {Held[]} */
  const held = [];
  const focused = document.activeElement;
  for (const element of [focused, ...document.body.querySelectorAll("*")]) {
    if (!element || element === document.body) continue;
    const { top, height } = element.getBoundingClientRect();
    if (height === 0 || top < 0 || top >= innerHeight || !moves(element)) continue;
    const words = wordsOf(element);
    if (words !== "" || element === focused) held.push({ element, words, top });
    if (held.length === MOST) break;
  }
  return held;
}

/**
 * The element that says now what another said before the update.
 * @param {Held} held
 * @returns {Element | undefined}
 */
function sameWords({ element, words }) {
  if (element.isConnected && wordsOf(element) === words) return element;
  const others = [...document.body.getElementsByTagName(element.localName)];
  const same = words === "" ? [] : others.filter((other) => wordsOf(other) === words);
  // Where several say the same, nobody knows which it was.
  return same.length === 1 ? same[0] : undefined;
}

/**
 * Whether an element moves when the page is scrolled.
 * @param {Element} element
 */
function moves(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return false;
  }
  return true;
}

/** @param {Element} element */
function wordsOf(element) {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}
