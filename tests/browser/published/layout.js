// What can be wrong with how a page that is open is laid out: looked at in the page itself.

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./visit.js").Finding} Finding */

/**
 * What stands out sideways, is cut off, or lies on other text.
 * @param {Page} tab
 * @param {string} when the page is as it is now, in words
 * @returns {Promise<Finding[]>}
 */
export async function misplaced(tab, when) {
  const findings = await tab.evaluate(lookAtLayout);
  return findings.map((finding) => ({ ...finding, rule: `${finding.rule}, ${when}` }));
}

/** Runs in the page. */
function lookAtLayout() {
  /** @type {Finding[]} */
  const findings = [];
  const root = document.documentElement;
  const width = root.clientWidth;
  const opening = (/** @type {Element} */ element) =>
    element.outerHTML.slice(0, element.outerHTML.indexOf(">") + 1) +
    (element.textContent ?? "").trim().slice(0, 60);
  const scrollers = "auto scroll";
  const isScroller = (/** @type {Element} */ element) =>
    scrollers.includes(getComputedStyle(element).overflowX);
  const isInScroller = (/** @type {Element | null} */ element) => {
    for (; element && element !== document.body; element = element.parentElement) {
      if (isScroller(element)) return true;
    }
    return false;
  };
  // What only listeners are told is cut off on purpose.
  const isForListeners = (/** @type {Element} */ element) =>
    element.closest(".skip") !== null ||
    (element.clientWidth <= 1 && getComputedStyle(element).position === "absolute");

  if (root.scrollWidth > width) {
    findings.push({ rule: "scrolls sideways", what: `${root.scrollWidth} pixels in ${width}` });
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || isForListeners(element)) continue;
    const box = element.getBoundingClientRect();
    if ((box.right > width + 1 || box.left < -1) && box.width > 0 && !isInScroller(element)) {
      const what = `from ${Math.round(box.left)} to ${Math.round(box.right)} in ${width} pixels`;
      findings.push({ rule: "stands out", what, element: opening(element) });
    }
    const { overflowX, overflowY } = getComputedStyle(element);
    if (!(element instanceof HTMLElement) || !element.textContent?.trim()) continue;
    const hides = (/** @type {string} */ overflow) => ["hidden", "clip"].includes(overflow);
    if (
      (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
    ) {
      findings.push({ rule: "cut off", what: "its text has no room", element: opening(element) });
    }
    // Only what has two dimensions by nature may scroll sideways: all years at a glance do too, and
    // each of them is a link, so that the keyboard reaches what is out of sight.
    if (
      scrollers.includes(overflowX) &&
      element.scrollWidth > element.clientWidth + 1 &&
      !element.matches("pre, .overview, :has(> table), :has(> svg), svg")
    ) {
      findings.push({ rule: "scrolls", what: "it is no table", element: opening(element) });
    }
  }

  // Lines of text, from top to bottom: each with those that begin before it ends.
  /** @type {{ box: DOMRect, text: Text }[]} */
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const parent = text.parentElement;
    if (!parent || !text.data.trim() || isForListeners(parent) || isInScroller(parent)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width > 2 && box.height > 2) lines.push({ box, text });
    }
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  for (const [index, { box, text }] of lines.entries()) {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = /** @type {(typeof lines)[number]} */ (lines[next]);
      if (other.box.top >= box.bottom) break;
      if (other.text === text) continue;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
      // Boxes of letters are higher than lines of large type are apart.
      if (across > 3 && down > 0.45 * Math.min(box.height, other.box.height)) {
        findings.push({
          rule: "lies on other text",
          what: `“${text.data.trim().slice(0, 40)}” and “${other.text.data.trim().slice(0, 40)}”`,
          element: opening(/** @type {Element} */ (text.parentElement)),
        });
      }
    }
  }
  return findings;
}
