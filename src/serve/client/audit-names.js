// @ts-check
// What elements are called and whether they are shown, as assistive technology sees it. The names
// follow the usual order (labels, alternative texts, content, title), without its rarest branches.

/**
 * Whether an element takes up room and can be seen.
 * @param {Element} element
 */
export function isShown(element) {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/**
 * Whether assistive technology is told of an element, be it shown or not.
 * @param {Element} element
 */
export function isExposed(element) {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest("[aria-hidden=true], [inert]") === null
  );
}

/**
 * The elements that a selector finds and that are exposed.
 * @param {Document} page
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function exposed(page, selector) {
  return [...page.body.querySelectorAll(selector)]
    .map((element) => /** @type {HTMLElement} */ (element))
    .filter(isExposed);
}

/**
 * The name of an element, or an empty text.
 * @param {Element} element
 * @returns {string}
 */
export function nameOf(element) {
  return (
    tidy(labelledBy(element)) ||
    tidy(element.getAttribute("aria-label")) ||
    tidy(nativeName(element)) ||
    tidy(textOf(element)) ||
    tidy(element.getAttribute("title"))
  );
}

/**
 * How an element is called in a list: what it is, and a bit of its text.
 * @param {Element} element
 * @returns {string}
 */
export function describe(element) {
  const text = tidy(nameOf(element) || element.textContent);
  const what = KINDS[element.localName] ?? element.localName;
  const sample = [...text].length > 60 ? `${[...text].slice(0, 59).join("")}…` : text;
  const address = element.getAttribute("src") ?? element.getAttribute("href") ?? "";
  return sample
    ? `${what} “${sample}”`
    : [what, element.id && `#${element.id}`, address].filter(Boolean).join(" ");
}

/** @type {Record<string, string | undefined>} */
const KINDS = {
  a: "link",
  img: "picture",
  h1: "heading 1",
  h2: "heading 2",
  h3: "heading 3",
  h4: "heading 4",
  h5: "heading 5",
  h6: "heading 6",
  input: "field",
  select: "field",
  textarea: "field",
  p: "paragraph",
  li: "item",
  td: "cell",
  th: "cell",
  iframe: "frame",
  html: "page",
  body: "page",
};

/** @param {Element} element */
function labelledBy(element) {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  return ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? "").join(" ");
}

/** @param {Element} element */
function nativeName(element) {
  if (element instanceof HTMLInputElement && /^(submit|button|reset)$/.test(element.type)) {
    return element.value || { submit: "Submit", reset: "Reset" }[element.type];
  }
  if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  ) {
    return (
      [...(element.labels ?? [])].map((label) => label.textContent).join(" ") ||
      element.getAttribute("alt")
    );
  }
  return element.matches("img, area") ? element.getAttribute("alt") : "";
}

/**
 * The text inside of an element, with the alternative texts of its pictures.
 * @param {Element} element
 * @returns {string}
 */
function textOf(element) {
  if (element.matches("input, select, textarea, iframe, object")) return "";
  let text = "";
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
    if (!(child instanceof Element) || child.matches("[aria-hidden=true], script, style")) continue;
    text += child.matches("img, [aria-label], [aria-labelledby]")
      ? ` ${nameOf(child)} `
      : textOf(child);
  }
  return text;
}

/** @param {string | null | undefined} text */
function tidy(text) {
  return (text ?? "").replace(/[\s\u200b\u00ad]+/g, " ").trim();
}
