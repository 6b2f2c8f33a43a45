// The sites as `build.js` has published them: which there are, and their pages.

import fs from "node:fs";
import path from "node:path";

/**
 * @typedef {object} PublishedPage
 * @property {string} path its address, relative to the home page
 * @property {string} file where it lies on the disk
 * @property {string} kind as the class of its body tells
 * @property {string} html
 */

/**
 * A site in a theme.
 * @typedef {object} Edition
 * @property {string} name for people
 * @property {string} folder
 * @property {string} site
 * @property {string} theme
 * @property {boolean} isMirrored it is looked at from right to left only
 * @property {PublishedPage[]} pages
 */

const folder = process.env.PUBLISHED;
if (!folder) throw new Error("PUBLISHED names no folder: run `tests/browser/run`, which builds one");

/** Every site in every theme, from right to left apart from the others. @type {Edition[]} */
const all = fs
  .readdirSync(path.join(folder, "public"))
  .sort()
  .map((name) => {
    const [site = "", theme = "", mirrored] = name.split(".");
    const edition = path.join(folder, "public", name);
    const isMirrored = mirrored !== undefined;
    return {
      name: `${site} in ${theme}${isMirrored ? ", from right to left" : ""}`,
      folder: edition,
      site,
      theme,
      isMirrored,
      pages: pagesOf(edition).filter((page) => !isMirrored || page.html.includes(' dir="rtl">\n<head>')),
    };
  });

/** Every site in every theme. */
export const editions = all.filter((edition) => !edition.isMirrored);

/** The theme in which all pages of every site are visited, where the others need no more than one of each kind. */
export const wholeTheme = editions[0]?.theme;

/** The same in a language that is written from right to left. */
export const mirrored = all.filter((edition) => edition.isMirrored);

/**
 * One page of each kind: the longest, since the most is on it.
 * @param {Edition} edition
 */
export function onePageOfEachKind(edition) {
  /** @type {Map<string, PublishedPage>} */
  const longest = new Map();
  for (const page of edition.pages) {
    const other = longest.get(page.kind);
    if (!other || page.html.length > other.html.length) longest.set(page.kind, page);
  }
  return [...longest.values()];
}

/**
 * The same of several editions together, for what a theme does alike in all of them: each kind is
 * looked at once in a theme.
 * @param {Edition[]} editions
 */
export function onePageOfEachKindInATheme(editions) {
  /** @type {Map<string, { edition: Edition, page: PublishedPage }>} */
  const longest = new Map();
  for (const edition of editions) {
    for (const page of onePageOfEachKind(edition)) {
      const key = `${edition.theme} ${page.kind}`;
      const other = longest.get(key);
      if (!other || page.html.length > other.page.html.length) longest.set(key, { edition, page });
    }
  }
  return editions.flatMap((edition) => {
    const pages = [...longest.values()].filter((one) => one.edition === edition);
    return pages.length > 0 ? [{ edition, pages: pages.map((one) => one.page) }] : [];
  });
}

/**
 * All pages below a folder.
 * @param {string} folder
 * @returns {PublishedPage[]}
 */
function pagesOf(folder) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      const html = fs.readFileSync(file, "utf8");
      return {
        path: name.split(path.sep).join("/").replace(/(^|\/)index\.html$/, "$1"),
        file,
        kind: /<body class="page-([\w-]+)/.exec(html)?.[1] ?? "unknown",
        html,
      };
    });
}
