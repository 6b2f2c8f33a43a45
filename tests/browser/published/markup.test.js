// The HTML of every page is as the standard has it, and as html-validate thinks good.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { HtmlValidate, StaticConfigLoader } from "html-validate";

import { editions } from "./published.js";
import { nothingIsFound } from "./visit.js";

const NU = new URL("../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url).pathname;

/** Rules that are not as html-validate recommends them. @type {import("html-validate").ConfigData["rules"]} */
const RULES = {
  // An anchor of the theme's own begins with `_`, so that it is never one of an author's. HTML
  // asks only that there be no space in it.
  "valid-id": ["error", { relaxed: true }],
};

/**
 * The checker guesses from letters in which language a page is, and takes Haitian Creole among many names for
 * others: for Tagalog, because of a blank line less.
 */
const GUESS = /^This document appears to be written in .* “lang="ht"”/;

test("the Nu HTML checker finds nothing on any page", () => {
  assert.ok(editions.length > 0);
  const checked = spawnSync(
    "java",
    ["-jar", NU, "--skip-non-html", "--exit-zero-always", "--format", "json", ...editions.map((edition) => edition.folder)],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  assert.equal(checked.error, undefined, "Java runs: `tests/run` installs it");
  assert.equal(checked.status, 0, checked.stderr);
  /** @type {{ messages: { type: string, subType?: string, url: string, message: string, extract?: string, lastLine?: number }[] }} */
  const { messages } = JSON.parse(checked.stderr);
  nothingIsFound(
    messages.filter(({ message }) => !GUESS.test(message)).map(({ type, subType, url, message, extract, lastLine }) => ({
      rule: `Nu ${subType ?? type}`,
      what: message,
      element: extract,
      page: `${nameOf(url)}:${lastLine}`,
    })),
  );
});

test("html-validate finds nothing on any page", () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ["html-validate:recommended", "html-validate:a11y"],
      rules: RULES,
    }),
  );
  const pages = editions.flatMap((edition) => edition.pages);
  assert.ok(pages.length > 0);
  nothingIsFound(
    pages.flatMap(({ file, html }) =>
      validator.validateStringSync(html, file).results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, selector }) => ({
          rule: `html-validate ${ruleId}`,
          what: message,
          element: selector ?? undefined,
          page: `${nameOf(pathToFileURL(file).href)}:${line}`,
        })),
      ),
    ),
  );
});

/**
 * The edition and the page that a file is.
 * @param {string} url
 */
function nameOf(url) {
  return new URL(url).pathname.split("/public/").at(-1);
}
