// @ts-check
// The audit of one page: what can be decided by a program about its accessibility, and a list of
// what cannot. It looks at the page as it is shown now: this width, these colours.

import { contentRules } from "./audit-content.js";
import { contrastRule, measure } from "./audit-contrast.js";
import { layoutRules } from "./audit-layout.js";
import { structureRules } from "./audit-structure.js";

/** @typedef {{ element: Element, note?: string }} Spot */
/**
 * @typedef {object} Rule
 * @property {string} id
 * @property {string} criterion number and name of the WCAG 2.2 criterion
 * @property {string} sentence what is wrong
 * @property {string} advice what to do
 * @property {(page: Document) => Iterable<Spot>} find
 */
/** @typedef {{ rule: Rule, spots: Spot[] }} Result */

/** How many spots one rule finds at most: nobody mends more at once. */
export const MOST = 500;

/**
 * Checks a page.
 * @param {Document} page
 * @returns {{ results: Result[], people: string[] }}
 */
export function audit(page) {
  const texts = measure(page);
  // The gravest first.
  const rules = [...contentRules, contrastRule(texts), ...structureRules, ...layoutRules];
  const results = rules
    .map((rule) => ({ rule, spots: first(rule.find(page)) }))
    .filter(({ spots }) => spots.length > 0);
  const undecided = texts.filter(({ ratio }) => ratio === null).length;
  return { results, people: questionsFor(page, undecided) };
}

/**
 * The first spots of a rule, which looks no further for more.
 * @param {Iterable<Spot>} found
 * @returns {Spot[]}
 */
function first(found) {
  const spots = [];
  for (const spot of found) {
    spots.push(spot);
    if (spots.length === MOST) break;
  }
  return spots;
}

/**
 * What a person must check, as far as it concerns this page.
 * @param {Document} page
 * @param {number} undecided how many texts have a contrast that cannot be told
 * @returns {string[]}
 */
function questionsFor(page, undecided) {
  const has = (/** @type {string} */ selector) => page.body.querySelector(selector) !== null;
  /** @type {[boolean, string][]} */
  const questions = [
    [has("img[alt]:not([alt=''])"), "Do the alternative texts tell what the pictures show?"],
    [has("img[alt='']"), "Are the pictures with an empty alternative text mere decoration?"],
    [
      undecided > 0,
      `Is the text over pictures, gradients or other layers easy to read? (${undecided === 1 ? "One place" : `${undecided} places`} could not be measured.)`,
    ],
    [has("video"), "Do the videos have captions, and a text or a voice that tells what is seen?"],
    [has("audio"), "Is there a transcript of what is heard?"],
    [
      has("iframe"),
      "Is what comes from elsewhere (maps, videos) accessible too? It was not looked into.",
    ],
    [
      true,
      "Can everything be reached and used with the keyboard alone, in a sensible order, and is it always visible where you are?",
    ],
    [true, "Do headings and link texts say what one finds there?"],
    [true, "Are names and passages in another language marked with that language?"],
    [true, "Is nothing told by colour, shape or place alone?"],
    [
      true,
      "Is the page good at other widths, at 400 % zoom, and in the other colour scheme? Check it there again.",
    ],
  ];
  return questions.filter(([applies]) => applies).map(([, question]) => question);
}
