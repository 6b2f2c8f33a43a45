// @ts-check
// A finding drawn for an editor: what is wrong, where, and what to do.

import { make, prose } from "./make.js";

/** @typedef {import("./connection.js").Finding} Finding */
/** @typedef {import("./connection.js").Place} Place */

/**
 * A finding as an item of a list.
 * @param {Finding} finding
 * @returns {HTMLElement}
 */
export function drawFinding(finding) {
  const [first, ...related] = finding.places ?? [];
  const help = finding.help ?? [];
  return make(
    "li",
    { class: `finding ${finding.severity}` },
    make(
      "p",
      { class: "message" },
      make("span", { class: `severity ${finding.severity}` }, inWords(finding.severity)),
      " ",
      ...prose(asSentence(finding.message)),
    ),
    first && drawPlace(first),
    ...help.map((text) => make("p", { class: "help" }, make("b", {}, "Hint: "), ...prose(text))),
    ...related.map((place) => make("div", { class: "related" }, drawPlace(place))),
    make(
      "p",
      { class: "meaning" },
      make("code", {}, finding.code),
      finding.meaning ? ` ${finding.meaning}` : "",
    ),
  );
}

/**
 * What tells two findings apart. Lines do not: they move while one writes above them.
 * @param {Finding} finding
 * @returns {string}
 */
export function findingKey(finding) {
  return [finding.code, finding.message, finding.places?.[0]?.file].join("\u0000");
}

/**
 * A link that opens a place in the editor, or only its name if there is no way to open it.
 * @param {string} name
 * @param {string | undefined} link
 * @param {string} key
 * @returns {HTMLElement}
 */
export function editorLink(name, link, key) {
  if (
    !link ||
    !/^[a-z][a-z0-9+.-]*:/i.test(link) ||
    /^(javascript|data|vbscript|blob):/i.test(link)
  ) {
    return make("span", { class: "file" }, name);
  }
  return make(
    "a",
    { class: "file", href: link, title: "Open in your editor", "data-key": key },
    name,
  );
}

/** @param {Place} place */
function drawPlace(place) {
  const name = [place.file, place.line, place.column]
    .filter((part) => part !== undefined)
    .join(":");
  return make(
    "div",
    { class: "place" },
    make(
      "p",
      {},
      editorLink(name, place.link, name),
      place.label ? make("span", { class: "label" }, ...prose(` ${place.label}`)) : null,
    ),
    place.text === undefined ? null : drawExcerpt(place, place.text),
  );
}

/**
 * The line with the spot underlined.
 * @param {Place} place
 * @param {string} text
 */
function drawExcerpt(place, text) {
  // Columns count characters, and so does an array made from a text.
  const characters = [...text];
  const offset = place.textColumn ?? 1;
  const from = clamp((place.column ?? offset) - offset, characters.length);
  const sameLine = place.endLine === undefined || place.endLine === place.line;
  const to = sameLine
    ? clamp((place.endColumn ?? 0) - offset, characters.length)
    : characters.length;
  const marked = characters.slice(from, Math.max(to, from + 1)).join("");
  return make(
    "pre",
    { class: "excerpt" },
    place.line === undefined
      ? null
      : make("span", { class: "number", "aria-hidden": "true" }, String(place.line)),
    make(
      "code",
      {},
      offset > 1 ? "…" : "",
      characters.slice(0, from).join(""),
      make("mark", {}, marked || "\u00a0"),
      characters.slice(Math.max(to, from + 1)).join(""),
    ),
  );
}

/**
 * @param {number} index
 * @param {number} length
 */
function clamp(index, length) {
  return Math.min(Math.max(index, 0), length);
}

/** @param {string} severity */
function inWords(severity) {
  return severity === "error" ? "Error" : severity === "warning" ? "Warning" : "Note";
}

/**
 * Messages begin in lower case, as it suits a terminal.
 * @param {string} message
 */
function asSentence(message) {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
