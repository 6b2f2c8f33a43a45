// @ts-check
// Rules on how a page is built: language, title, landmarks, identifiers, order.

import { exposed } from "./audit-names.js";
import { spots } from "./audit-content.js";

/** @typedef {import("./audit.js").Rule} Rule */

/** @type {Rule[]} */
export const structureRules = [
  {
    id: "page-title",
    criterion: "2.4.2 Page Titled",
    sentence: "The page has no title.",
    advice: "give it one: it names the tab, the bookmark and the search result.",
    find: (page) => (page.title.trim() ? [] : [{ element: page.documentElement }]),
  },
  {
    id: "page-language",
    criterion: "3.1.1 Language of Page",
    sentence:
      "The page does not say in which language it is, so it is read out with a wrong voice.",
    advice: 'have the theme set `lang` of `<html>`, such as `lang="en"`.',
    find: (page) =>
      isLanguage(page.documentElement.lang) ? [] : [{ element: page.documentElement }],
  },
  {
    id: "part-language",
    criterion: "3.1.2 Language of Parts",
    sentence: "A passage is marked with a language that does not exist.",
    advice: "write the language's tag, such as `fr`, `ht` or `zh-Hant`.",
    find: (page) =>
      spots(
        [...page.body.querySelectorAll("[lang]:not([lang=''])")],
        (element) => !isLanguage(element.getAttribute("lang") ?? ""),
      ),
  },
  {
    id: "main-landmark",
    criterion: "1.3.1 Info and Relationships, 2.4.1 Bypass Blocks",
    sentence: "The page should have exactly one main part, to which one can jump.",
    advice: "have the theme put what is particular to the page into one `<main>`.",
    find(page) {
      const mains = exposed(page, "main, [role=main]");
      if (mains.length === 1) return [];
      return mains.length === 0
        ? [{ element: page.body, note: "has none" }]
        : mains.map((element) => ({ element }));
    },
  },
  {
    id: "duplicate-id",
    criterion: "1.3.1 Info and Relationships, 4.1.2 Name, Role, Value",
    sentence: "Two elements have the same `id`, so links and labels may lead to the wrong one.",
    advice: "give each its own; two headings with the same text may be the cause.",
    find(page) {
      const seen = new Set();
      return [...page.body.querySelectorAll("[id]:not([id=''])")]
        .filter((element) => seen.has(element.id) || !seen.add(element.id))
        .map((element) => ({ element, note: `has the id ${element.id}` }));
    },
  },
  {
    id: "tab-order",
    criterion: "2.4.3 Focus Order",
    sentence: "An element is put out of its turn for those who use the keyboard.",
    advice: "remove its `tabindex`, and put it where its turn is.",
    find: (page) =>
      spots(exposed(page, "[tabindex]"), (element) => Number(element.getAttribute("tabindex")) > 0),
  },
  {
    id: "hidden-focus",
    criterion: "4.1.2 Name, Role, Value",
    sentence: "Something that can be reached with the keyboard is hidden from screen readers.",
    advice: "remove `aria-hidden`, or take it out of the keyboard's way too.",
    find: (page) =>
      spots(
        [
          ...page.body.querySelectorAll(
            "[aria-hidden=true]:is(a[href], button, input, select, textarea, [tabindex]), [aria-hidden=true] :is(a[href], button, input, select, textarea, [tabindex])",
          ),
        ],
        (element) =>
          /** @type {HTMLElement} */ (element).tabIndex >= 0 &&
          element.checkVisibility({ visibilityProperty: true }) &&
          !element.matches(":disabled"),
      ),
  },
  {
    id: "zoom-blocked",
    criterion: "1.4.4 Resize Text",
    sentence: "The page forbids to be made larger on a telephone.",
    advice: "remove `user-scalable=no` and `maximum-scale` from the theme's `viewport`.",
    find(page) {
      const viewport = page.querySelector("meta[name=viewport]")?.getAttribute("content") ?? "";
      const most = Number(/maximum-scale\s*=\s*([\d.]+)/.exec(viewport)?.[1] ?? 10);
      return /user-scalable\s*=\s*(no|0)/.test(viewport) || most < 2
        ? [{ element: page.documentElement }]
        : [];
    },
  },
];

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** @param {string} tag */
function isLanguage(tag) {
  try {
    return languages.of(new Intl.Locale(tag).language) !== undefined;
  } catch {
    return false;
  }
}
