// @ts-check
// Makes elements. Data becomes text nodes and nothing else, whatever is in it.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | EventListener | undefined>} Attributes */

/**
 * An element with attributes and children. An attribute that is a function listens to the event
 * of its name; one that is `false` or missing is left out, and so are such children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child) element.append(child);
  }
  return element;
}

/**
 * A text in which words in backticks become code.
 * @param {string} text
 * @returns {Node[]}
 */
export function prose(text) {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) =>
      index % 2 === 1 ? make("code", { dir: "auto" }, part) : document.createTextNode(part),
    );
}

/**
 * Puts other children into an element. If the focus was on one of them, it goes to the one that
 * has the same `data-key` now.
 * @param {HTMLElement} element
 * @param {Child[]} children
 */
export function fill(element, children) {
  const root = /** @type {ShadowRoot} */ (element.getRootNode());
  const focused = root.activeElement;
  const key = focused && element.contains(focused) ? focused.getAttribute("data-key") : null;
  element.replaceChildren(...children.flatMap((child) => (child ? [child] : [])));
  if (key !== null) {
    const heir = /** @type {HTMLElement | null} */ (
      element.querySelector(`[data-key="${CSS.escape(key)}"]`)
    );
    heir?.focus({ preventScroll: true });
  }
}
