// @ts-check
// What is remembered for as long as the tab is open, from page to page.

const PREFIX = "jumelage:";

/**
 * What was remembered under a name, or null. A browser may forbid remembering altogether.
 * @param {string} name
 * @returns {any}
 */
export function recall(name) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Remembers a value under a name.
 * @param {string} name
 * @param {unknown} value
 */
export function remember(name, value) {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Then it is forgotten with the page; everything works, only less comfortably.
  }
}
