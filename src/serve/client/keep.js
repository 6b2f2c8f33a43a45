// @ts-check
// What the reader has done to a page (opened, typed, chosen, scrolled, focused) outlives its update.

import { keepInWindow } from "./anchor.js";
import { scrolledElements } from "./place.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** @typedef {{ value: string, checked: boolean, chosen: string[] }} FieldState */
/** @typedef {() => void} Restore */

const OPENABLE = "details, dialog";

/** What the source says of each `details` and `dialog`: whether it is open. @type {WeakMap<Node, boolean>} */
const opens = new WeakMap();
/** Those about which the source has changed its mind. @type {WeakSet<Node>} */
const news = new WeakSet();

/**
 * Notes what the source says of everything that can be opened, before the reader opens it.
 * @param {Node} root
 */
export function noteSources(root) {
  if (!(root instanceof Element)) return;
  for (const element of [root, ...root.querySelectorAll(OPENABLE)]) {
    if (element.matches(OPENABLE)) opens.set(element, element.hasAttribute("open"));
  }
}

/** Whether to open or close something, since its source changed; else the reader's choice stays. */
export const sourceOpens = {
  /**
   * @param {Node} old
   * @param {Node} fresh
   */
  compare(old, fresh) {
    if (!(old instanceof Element && fresh instanceof Element && old.matches(OPENABLE))) return;
    const open = fresh.hasAttribute("open");
    if (opens.get(old) === open) news.delete(old);
    else news.add(old);
    opens.set(old, open);
  },
  /** @param {Node} element */
  isNews: (element) => !opens.has(element) || news.has(element),
};

/**
 * Remembers the state of the page; what it answers brings it back.
 * @returns {Restore}
 */
export function keepState() {
  const restores = [keepFields(), keepFocus(), keepScroll(), keepInWindow()];
  return () => restores.forEach((restore) => restore());
}

/** @returns {Restore} */
function keepFields() {
  const touched = fields()
    .filter(isTouched)
    .map((field) => ({ field, state: stateOf(field) }));
  return () => {
    for (const { field, state } of touched) {
      const now = field.isConnected ? field : twin(field);
      if (now) setState(now, state);
    }
  };
}

/** @returns {Restore} */
function keepFocus() {
  const focused = document.activeElement;
  if (
    !(focused instanceof HTMLElement) ||
    !document.body.contains(focused) ||
    focused === document.body
  ) {
    return () => {};
  }
  const { selectionStart, selectionEnd, selectionDirection } = /** @type {HTMLInputElement} */ (
    focused
  );
  return () => {
    const now = focused.isConnected ? focused : twin(focused);
    if (!now) return;
    if (now !== document.activeElement) now.focus({ preventScroll: true });
    if (typeof selectionStart !== "number") return;
    /** @type {HTMLInputElement} */ (now).setSelectionRange?.(
      selectionStart,
      selectionEnd,
      selectionDirection ?? undefined,
    );
  };
}

/** @returns {Restore} */
function keepScroll() {
  const scrolled = scrolledElements();
  return () => {
    for (const { element, top, left } of scrolled) {
      if (element.scrollTop !== top || element.scrollLeft !== left) {
        element.scrollTo({ top, left, behavior: "instant" });
      }
    }
  };
}

/** @returns {Field[]} */
function fields() {
  return [...document.body.querySelectorAll("input, textarea, select")].map(
    (field) => /** @type {Field} */ (field),
  );
}

/** @param {Field} field */
function isTouched(field) {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  }
  if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
  return field.type !== "file" && field.value !== field.defaultValue;
}

/**
 * What the reader has made of a field.
 * @param {Field} field
 * @returns {FieldState}
 */
function stateOf(field) {
  return {
    value: field.value,
    checked: field instanceof HTMLInputElement && field.checked,
    chosen: isMultiple(field) ? [...field.selectedOptions].map((option) => option.value) : [],
  };
}

/**
 * @param {Field} field
 * @param {FieldState} state
 */
function setState(field, state) {
  if (isMultiple(field)) {
    for (const option of field.options) option.selected = state.chosen.includes(option.value);
    return;
  }
  if (field instanceof HTMLInputElement && field.checked !== state.checked)
    field.checked = state.checked;
  if (field.type !== "file" && field.value !== state.value) field.value = state.value;
}

/**
 * Whether several options of a field can be chosen.
 * @param {Field} field
 * @returns {field is HTMLSelectElement}
 */
function isMultiple(field) {
  return field instanceof HTMLSelectElement && field.multiple;
}

/**
 * The element that stands for one that had to be made anew.
 * @template {HTMLElement} Kind
 * @param {Kind} element
 * @returns {Kind | null}
 */
function twin(element) {
  const found =
    (element.id && document.getElementById(element.id)) ||
    (element.getAttribute("name") && document.body.querySelector(likeness(element)));
  return found && found.localName === element.localName ? /** @type {Kind} */ (found) : null;
}

/**
 * A selector that finds a field by its name; of the boxes and buttons that share one, by what it
 * stands for.
 * @param {Element} element
 */
function likeness(element) {
  const is = (/** @type {string} */ name) => {
    const value = element.getAttribute(name);
    return value === null ? `:not([${name}])` : `[${name}="${CSS.escape(value)}"]`;
  };
  const shared = element.matches("[type=radio], [type=checkbox]");
  return element.localName + is("name") + (shared ? is("type") + is("value") : "");
}
