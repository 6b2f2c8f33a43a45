// @ts-check
// Rules on what editors write: pictures, links, buttons, headings, forms, tables.

import { exposed, isExposed, nameOf } from "./audit-names.js";

/** @typedef {import("./audit.js").Rule} Rule */
/** @typedef {import("./audit.js").Spot} Spot */

/** Link texts that say nothing out of their sentence, in the languages our sites are mostly in. */
const VAGUE = new Set(
  "here|click here|click|this|this link|link|more|read more|learn more|see more|find out more|details|continue|go|download|pdf|ici|cliquez ici|plus|lire la suite|en savoir plus|voir plus|aquí|aqui|haga clic aquí|más|leer más|ver más|hier|klicken sie hier|hier klicken|mehr|weiterlesen|weiter|mehr erfahren|qui|clicca qui|altro|leggi di più|leia mais|saiba mais|clique aqui|isit la|klike la|li plis|plis".split(
    "|",
  ),
);
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";

/** @type {Rule[]} */
export const contentRules = [
  {
    id: "image-alt",
    criterion: "1.1.1 Non-text Content",
    sentence:
      "A picture has no alternative text, so people who cannot see it do not learn what it shows.",
    advice:
      'say in a few words what it shows; if it is mere decoration, leave the text empty (`alt=""`).',
    find: (page) =>
      spots(
        exposed(
          page,
          "img:not([alt]), input[type=image], area[href], svg[role=img], [role=img]:not(img)",
        ),
        (element) =>
          nameOf(element) === "" &&
          !element.matches("[role=presentation], [role=none]") &&
          (!element.matches("svg") || !element.querySelector("title")),
      ),
  },
  {
    id: "image-alt-file-name",
    criterion: "1.1.1 Non-text Content",
    sentence:
      "The alternative text of a picture is a file name, or only says that it is a picture.",
    advice: "say what the picture shows.",
    find: (page) =>
      spots(exposed(page, "img[alt]:not([alt=''])"), (element) =>
        isNoDescription(element.getAttribute("alt") ?? ""),
      ),
  },
  {
    id: "link-name",
    criterion: "2.4.4 Link Purpose, 4.1.2 Name, Role, Value",
    sentence: "A link has no text, so nobody can tell where it leads.",
    advice:
      "put a text into it; if it holds a picture, describe in its alternative text where the link leads.",
    find: (page) =>
      spots(exposed(page, "a[href], [role=link]"), (element) => nameOf(element) === ""),
  },
  {
    id: "button-name",
    criterion: "4.1.2 Name, Role, Value",
    sentence: "A button has no text, so nobody can tell what it does.",
    advice: "put a text into it.",
    find: (page) =>
      spots(
        exposed(
          page,
          "button, summary, [role=button], input[type=submit], input[type=button], input[type=reset]",
        ),
        (element) => nameOf(element) === "",
      ),
  },
  {
    id: "link-vague",
    criterion: "2.4.4 Link Purpose",
    sentence:
      "The text of a link does not say where it leads. Many people hear only the links of a page, one after the other.",
    advice: "make the words that name the target the link, such as “the minutes of May”.",
    find: (page) => spots(exposed(page, "a[href]"), (element) => VAGUE.has(plain(nameOf(element)))),
  },
  {
    id: "link-same-text",
    criterion: "2.4.4 Link Purpose",
    sentence: "Links with the same text lead to different pages.",
    advice: "say in each what is different about its target.",
    find: sameText,
  },
  {
    id: "heading-empty",
    criterion: "1.3.1 Info and Relationships, 2.4.6 Headings and Labels",
    sentence: "A heading is empty.",
    advice: "give it a text, or remove it.",
    find: (page) => spots(exposed(page, HEADINGS), (element) => nameOf(element) === ""),
  },
  {
    id: "heading-one-h1",
    criterion: "1.3.1 Info and Relationships, 2.4.6 Headings and Labels",
    sentence: "A page should have exactly one heading of level 1: its title.",
    advice: "begin the headings in a text with level 2 (`##`); the title of the page is level 1.",
    find(page) {
      const titles = exposed(page, "h1, [role=heading][aria-level='1']");
      if (titles.length === 1) return [];
      return titles.length === 0
        ? [{ element: page.body, note: "has none" }]
        : titles.map((element) => ({ element }));
    },
  },
  {
    id: "heading-skipped",
    criterion: "1.3.1 Info and Relationships",
    sentence: "A level of headings is left out.",
    advice: "go down one level at a time: `##` is followed by `###`, not by `####`.",
    find: skippedHeadings,
  },
  {
    id: "field-label",
    criterion:
      "1.3.1 Info and Relationships, 3.3.2 Labels or Instructions, 4.1.2 Name, Role, Value",
    sentence: "A form field has no label.",
    advice: "name it with a `<label>`; a placeholder is no label, since it goes when one types.",
    find: (page) =>
      spots(
        exposed(
          page,
          "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea",
        ),
        (element) => nameOf(element) === "",
      ),
  },
  {
    id: "table-headers",
    criterion: "1.3.1 Info and Relationships",
    sentence: "A table has no header cells, so its numbers and words cannot be told apart by ear.",
    advice:
      "make the first row or column header cells (`<th>`; in Markdown, the row above the line of dashes).",
    find: (page) =>
      spots(exposed(page, "table:not([role=presentation], [role=none])"), (element) =>
        [...element.querySelectorAll("th, [role=columnheader], [role=rowheader]")].every(
          (cell) => cell.textContent?.trim() === "",
        ),
      ),
  },
  {
    id: "frame-title",
    criterion: "4.1.2 Name, Role, Value",
    sentence: "Something that is shown from elsewhere (a map, a video) has no title.",
    advice: "say with `title` what it holds.",
    find: (page) =>
      spots(
        exposed(page, "iframe, object"),
        (element) => nameOf(element) === "" && !element.textContent?.trim(),
      ),
  },
  {
    id: "media-autoplay",
    criterion: "1.4.2 Audio Control, 2.2.2 Pause, Stop, Hide",
    sentence: "A video or sound plays by itself.",
    advice: "remove `autoplay`, and let people start it.",
    find: (page) =>
      spots([...page.body.querySelectorAll("video[autoplay], audio[autoplay]")], isExposed),
  },
  {
    id: "moving-text",
    criterion: "2.2.2 Pause, Stop, Hide",
    sentence: "A text moves or blinks by itself.",
    advice: "let it stand still.",
    find: (page) => spots(exposed(page, "marquee, blink"), () => true),
  },
];

/**
 * @param {Element[]} elements
 * @param {(element: Element) => boolean} isWrong
 * @returns {Generator<Spot>}
 */
export function* spots(elements, isWrong) {
  for (const element of elements) if (isWrong(element)) yield { element };
}

/** @param {string} text */
function isNoDescription(text) {
  const bare = text.trim();
  return (
    /\.(jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp)$/i.test(bare) ||
    /^(image|img|picture|photo|dsc|pict?)[ _-]?\d*$/i.test(bare)
  );
}

/**
 * @param {Document} page
 * @returns {Spot[]}
 */
function sameText(page) {
  /** @type {Map<string, HTMLAnchorElement[]>} */
  const byText = new Map();
  for (const element of exposed(page, "a[href]")) {
    const text = plain(nameOf(element));
    const link = /** @type {HTMLAnchorElement} */ (element);
    // A jump within the page is told apart by the list that it stands in.
    const isJump = link.hash !== "" && link.pathname === location.pathname;
    if (!text || isJump || VAGUE.has(text)) continue;
    const same = byText.get(text);
    if (same) same.push(link);
    else byText.set(text, [link]);
  }
  return [...byText.values()]
    .filter((links) => new Set(links.map((link) => link.href)).size > 1)
    .flatMap((links) =>
      links.map((element) => ({ element, note: `leads to ${element.pathname}${element.hash}` })),
    );
}

/**
 * @param {Document} page
 * @returns {Spot[]}
 */
function skippedHeadings(page) {
  let last = 0;
  /** @type {Spot[]} */
  const found = [];
  for (const element of exposed(page, HEADINGS)) {
    const level = Number(element.getAttribute("aria-level") ?? element.localName.slice(1)) || 2;
    if (last > 0 && level > last + 1)
      found.push({ element, note: `is level ${level}, after level ${last}` });
    last = level;
  }
  return found;
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replace(/[\s.…!:»›→>]+$/g, "");
}
