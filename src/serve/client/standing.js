// @ts-check
// How things stand with the preview, in a word for the eye and in a few for reading.

import { editorLink } from "./finding.js";
import { make, prose } from "./make.js";
import { counted, duration, visibilityInWords } from "./words.js";

/** @typedef {import("./connection.js").Edition} Edition */
/** @typedef {import("./connection.js").State} State */
/** What a page says about itself. @typedef {{ source?: string, link?: string, visibility?: string }} About */

/**
 * How things stand, for the colour of the light.
 * @param {State} state
 * @param {Edition | null} edition
 */
export function standing(state, edition) {
  if (state === "stopped") return "stopped";
  if (state === "connecting" || !edition?.settled) return "waiting";
  if (edition.errors > 0 || !edition.current) return "errors";
  if (edition.warnings > 0) return "warnings";
  return "good";
}

/**
 * How things stand, in a few words.
 * @param {State} state
 * @param {Edition | null} edition
 */
export function inShort(state, edition) {
  if (state === "stopped") return "Preview has stopped";
  if (state === "connecting" || !edition) return "Connecting";
  if (!edition.settled) return "Checking";
  const found = [];
  if (edition.errors > 0) found.push(counted(edition.errors, "error"));
  if (edition.warnings > 0) found.push(counted(edition.warnings, "warning"));
  if (found.length > 0) return found.join(", ");
  return edition.current ? "No problems" : "Something is wrong";
}

/**
 * What there is to know about the page, as rows of a list.
 * @param {About} about
 * @param {State} state
 * @param {Edition | null} edition
 * @param {string} updated the time of the last update
 * @returns {HTMLElement[]}
 */
export function factsOf(about, state, edition, updated) {
  const source = about.source ? editorLink(about.source, about.link, "about-source") : null;
  const rows = [
    row("Made from", source ?? "no file of its own"),
    row("Visibility", visibilityInWords(about.visibility) ?? "Public: everyone will see it"),
  ];
  if (edition) rows.push(row("Last update", `${updated}, in ${duration(edition.took)}`));
  if (edition?.saved?.length) rows.push(row("Just saved", edition.saved.slice(0, 5).join(", ")));
  rows.push(row("Preview", ...prose(STATES[state])));
  return rows;
}

/** @type {Record<State, string>} */
const STATES = {
  connecting: "connecting",
  connected: "running",
  stopped: "has stopped. Start it again with `jumelage serve`; this page then goes on by itself.",
};

/**
 * @param {string} name
 * @param {(Node | string)[]} value
 */
function row(name, ...value) {
  return make("div", {}, make("dt", {}, name), make("dd", {}, ...value));
}
