// Three engines that look for barriers in a page that is open: axe-core, HTML_CodeSniffer, and
// IBM's Equal Access. Each is put into the page as text, and needs nothing from elsewhere.

import fs from "node:fs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./visit.js").Finding} Finding */

const read = (/** @type {string} */ name) =>
  `${fs.readFileSync(new URL(`../node_modules/${name}`, import.meta.url), "utf8")};0`;
const AXE = read("axe-core/axe.min.js");
const HTML_CODESNIFFER = read("html_codesniffer/build/HTMLCS.js");
const EQUAL_ACCESS = read("accessibility-checker-engine/ace.js");

/** WCAG 2.0, 2.1 and 2.2, levels A and AA, and what axe thinks best beyond them. */
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules of axe that colours are judged by. */
export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * What HTML_CodeSniffer and Equal Access take for a barrier, or ask a person about, and why it is
 * none here. What is not in this table fails, so that it is looked at once.
 * @type {Record<string, { of?: RegExp, reason: string }>}
 */
const NO_BARRIER = {
  // HTML_CodeSniffer
  "WCAG2AA.Principle1.Guideline1_3.1_3_1.H39.3.NoCaption": {
    reason: "it advises a caption; in prose a table stands below the heading that names it",
  },
  "WCAG2AA.Principle1.Guideline1_3.1_3_1.H48": {
    reason: "two links in a paragraph are no navigation; what is one is a list in a `nav`",
  },
  "WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Abs": {
    reason: "it cannot see what lies below; axe measures the colours of everything",
  },
  "WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.BgImage": {
    reason: "it cannot see what lies below; axe measures the colours of everything",
  },
  // Equal Access
  blockquote_cite_exists: { reason: "authors quote, and tell from whom in words" },
  element_attribute_deprecated: {
    of: /^<li value=/,
    reason: "HTML has `value` for an item of an `ol`: a footnote keeps its number",
  },
  element_tabbable_role_valid: {
    of: /^<(?:div tabindex="0" class="table"|div class="table" tabindex="0"|pre tabindex="0")/,
    reason:
      "what is too wide scrolls by itself, and without a script nobody can tell whether it is; " +
      "not every browser lets the keyboard reach it otherwise",
  },
  element_tabbable_unobscured: { reason: "keyboard.test.js sees that nothing covers the focus" },
  list_structure_proper: {
    of: /^<dl/,
    reason: "HTML has a `div` around each group of a `dl`",
  },
  style_color_misuse: {
    of: /^<link/,
    reason: "it asks about every style sheet; a status is told by its word and its shape",
  },
  style_highcontrast_visible: {
    of: /^<link/,
    reason: "it asks about every style sheet; colours.test.js forces colours",
  },
  text_block_heading: { reason: "it asks about short paragraphs; headings are headings" },
  text_sensory_misuse: { reason: "it asks about words such as `little` in what authors tell" },
};

/**
 * Puts axe into the page that is open.
 * @param {Page} tab
 */
export function bringAxe(tab) {
  return tab.evaluate(AXE);
}

/**
 * What axe finds in the page that is open, which has it already.
 * @param {Page} tab
 * @param {{ only?: string[], but?: string[] }} [rules] not all, but only these, or all but these
 * @returns {Promise<Finding[]>}
 */
export function axe(tab, { only, but = [] } = {}) {
  return tab.evaluate(
    async (options) => {
      const results = await /** @type {any} */ (globalThis).axe.run(document, {
        ...options,
        resultTypes: ["violations"],
      });
      return results.violations.flatMap((/** @type {any} */ violation) =>
        violation.nodes.map((/** @type {any} */ node) => ({
          rule: `axe ${violation.id}`,
          what: node.failureSummary.replaceAll("\n", " "),
          element: node.html,
        })),
      );
    },
    {
      runOnly: only ? { type: "rule", values: only } : { type: "tag", values: AXE_TAGS },
      rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])),
    },
  );
}

/**
 * What HTML_CodeSniffer finds: its errors and its warnings.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
export async function htmlCodeSniffer(tab) {
  await tab.evaluate(HTML_CODESNIFFER);
  const messages = await tab.evaluate(async () => {
    const sniffer = /** @type {any} */ (globalThis).HTMLCS;
    await new Promise((done, fail) => sniffer.process("WCAG2AA", document, done, fail));
    return sniffer
      .getMessages()
      .filter((/** @type {any} */ message) => message.type !== sniffer.NOTICE)
      .map((/** @type {any} */ message) => ({
        rule: message.code,
        what: message.msg,
        element: message.element.outerHTML,
      }));
  });
  return barriers("HTML_CodeSniffer", messages);
}

/**
 * What Equal Access finds: its violations, its advice and its questions.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
export async function equalAccess(tab) {
  await tab.evaluate(EQUAL_ACCESS);
  const messages = await tab.evaluate(async () => {
    const checker = new /** @type {any} */ (globalThis).ace.Checker();
    const { results } = await checker.check(document, ["IBM_Accessibility", "WCAG_2_2"]);
    return results
      .filter((/** @type {any} */ result) => result.value[1] !== "PASS")
      .map((/** @type {any} */ result) => ({
        rule: result.ruleId,
        what: result.message,
        element: result.snippet,
      }));
  });
  return barriers("Equal Access", messages);
}

/**
 * @param {string} engine
 * @param {Finding[]} messages
 */
function barriers(engine, messages) {
  return messages
    .filter(({ rule, element }) => {
      const known = NO_BARRIER[rule];
      return !known || (known.of && !known.of.test(element ?? ""));
    })
    .map((message) => ({ ...message, rule: `${engine} ${message.rule}` }));
}
