// @ts-check
// Styles, pictures and scripts that changed: puts the new ones in place of the old, without a
// reload. A browser asks again for a file only under another address, so a changed one is asked
// for with `?v=` and the revision that brought it.

import { renewStylesheets, renewUrls } from "./rules.js";

/** @typedef {ReturnType<typeof createAssets>} Assets */
/** @typedef {{ select: string, attribute: string, form: "address" | "srcset" | "style" }} Use */

/** Where a page names files that it shows. @type {Use[]} */
const USES = [
  { select: "link[rel~=stylesheet], link[rel~=icon]", attribute: "href", form: "address" },
  {
    select: "img, source, video, audio, embed, input[type=image]",
    attribute: "src",
    form: "address",
  },
  { select: "video", attribute: "poster", form: "address" },
  { select: "object", attribute: "data", form: "address" },
  { select: "image, use", attribute: "href", form: "address" },
  { select: "image, use", attribute: "xlink:href", form: "address" },
  { select: "img, source", attribute: "srcset", form: "srcset" },
  { select: "[style*='url(']", attribute: "style", form: "style" },
];

/** Stylesheets whose successor is being loaded. @type {WeakSet<Element>} */
const leaving = new WeakSet();
/** What a stylesheet comes in the place of. @type {WeakMap<Element, Element>} */
const predecessors = new WeakMap();

/**
 * Whether an element is about to be taken away, since a newer one is on its way.
 * @param {Element} element
 */
export const isLeaving = (element) => leaving.has(element);

/**
 * Keeps account of which state of each file is loaded.
 * @param {string} base the address that the site's paths begin at
 * @param {number} revision what the page was when it was loaded
 */
export function createAssets(base, revision) {
  /** The revision asked for, of files that changed since the page was loaded. @type {Map<string, number>} */
  const versions = new Map();

  /**
   * Puts changed files in place. True if only a reload does.
   * @param {Record<string, number>} assets
   * @returns {boolean}
   */
  function take(assets) {
    const changed = Object.entries(assets).filter(
      ([path, at]) => at > (versions.get(path) ?? revision),
    );
    if (changed.length === 0) return false;
    if (changed.some(([path]) => /\.m?js$/.test(path)) && runsScripts()) return true;
    for (const [path, at] of changed) versions.set(path, at);
    version(document);
    renewStylesheets(renew);
    return false;
  }

  /**
   * Gives changed files their newest address, in the page or in one that is to be shown.
   * @param {Document} page
   */
  function version(page) {
    for (const use of USES) {
      for (const element of page.querySelectorAll(use.select)) {
        const old = element.getAttribute(use.attribute);
        if (old === null || leaving.has(element)) continue;
        const renewed = rewrite(use.form, old, (address) => renew(address, document.baseURI));
        if (renewed !== old) put(element, use.attribute, renewed, page === document);
      }
    }
  }

  /**
   * Sets an address. A stylesheet in use gives way only when its successor is there: no flash.
   * @param {Element} element
   * @param {string} attribute
   * @param {string} value
   * @param {boolean} shown
   */
  function put(element, attribute, value, shown) {
    if (!shown || !element.matches("link[rel~=stylesheet]")) {
      element.setAttribute(attribute, value);
      return;
    }
    const successor = /** @type {Element} */ (element.cloneNode());
    successor.setAttribute(attribute, value);
    leaving.add(element);
    predecessors.set(successor, element);
    const arrived = () => {
      for (const old of before(successor)) old.remove();
      renewStylesheets(renew);
    };
    successor.addEventListener("load", arrived, { once: true });
    successor.addEventListener("error", () => failed(successor, value), { once: true });
    element.after(successor);
  }

  /**
   * Keeps the stylesheet that is there, since its successor did not come. The next edition asks for
   * it again.
   * @param {Element} successor
   * @param {string} address
   */
  function failed(successor, address) {
    successor.remove();
    // There may be a newer one still, which takes away all that came before it.
    if (leaving.has(successor)) return;
    const path = sitePath(address, document.baseURI);
    if (path !== null) versions.delete(path);
    const last = before(successor).find((old) => old.isConnected);
    if (last) leaving.delete(last);
  }

  /**
   * The newest address of what an address names, or the address itself.
   * @param {string} address
   * @param {string} relativeTo
   * @returns {string}
   */
  function renew(address, relativeTo) {
    const path = sitePath(address, relativeTo);
    const at = path === null ? undefined : versions.get(path);
    return at === undefined ? address : versioned(address, relativeTo, at);
  }

  /**
   * The path in the site that an address means, if it means one.
   * @param {string} address
   * @param {string} relativeTo
   * @returns {string | null}
   */
  function sitePath(address, relativeTo) {
    try {
      const url = new URL(address, relativeTo);
      const path = decodeURIComponent(url.pathname);
      return url.origin === location.origin && path.startsWith(base)
        ? path.slice(base.length)
        : null;
    } catch {
      return null;
    }
  }

  return { take, version, versionStyles: () => renewStylesheets(renew) };
}

/**
 * The stylesheets that one comes in the place of, the newest first.
 * @param {Element} successor
 * @returns {Element[]}
 */
function before(successor) {
  const all = [];
  for (let at = predecessors.get(successor); at; at = predecessors.get(at)) all.push(at);
  return all;
}

/**
 * Rewrites the addresses in the value of an attribute.
 * @param {Use["form"]} form
 * @param {string} value
 * @param {(address: string) => string} renew
 * @returns {string}
 */
function rewrite(form, value, renew) {
  if (form === "address") return renew(value);
  if (form === "style") return renewUrls(value, renew);
  // An address in a srcset may hold commas, but ends at white space.
  return value
    .split(/,\s+|(?<=\s[\d.]+[wxh]),/)
    .map((candidate) => candidate.trim().replace(/^\S+/, renew))
    .join(", ");
}

/**
 * The address of a file in the state that a revision brought.
 * @param {string} address
 * @param {string} relativeTo
 * @param {number} revision
 */
function versioned(address, relativeTo, revision) {
  const url = new URL(address, relativeTo);
  url.searchParams.set("v", String(revision));
  return url.pathname + url.search + url.hash;
}

/** Whether the page runs scripts other than the preview's. */
function runsScripts() {
  return [...document.scripts].some(
    (script) => script.getAttribute("src") !== "/.jumelage/preview.js" && isProgram(script),
  );
}

/**
 * Whether a script element holds a program, not data.
 * @param {HTMLScriptElement} script
 */
export function isProgram(script) {
  return /^(|module|importmap|(text|application)\/(java|ecma)script)$/i.test(script.type);
}
