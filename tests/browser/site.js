// The small site that each test has to itself on the disk, and the ways in which it is changed.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** A city's page with all that a reader can leave in a state of their own. */
const CITY = `{% extends "civic/city.html" %}

{% block content %}
<p class="invitation">Have you been to {{ city.name | words }}?</p>
{{ super() }}
<form><label for="note">Your note</label> <input id="note"></form>
<details id="more"><summary>More</summary><p>There is more.</p></details>
<div style="height: 100rem"></div>
{% endblock %}
`;

const PARAGRAPHS = Array.from(
  { length: 12 },
  (_, index) => `Letter ${index + 1} told of the harbour, the school, and the choir.\n`,
).join("\n");

/** The files of a programme of two cities, in two languages, with a theme of its own. */
export const FILES = {
  "content/site.yaml": `name: Sister Cities of Rivermouth
tagline: Friends across the water
home: rivermouth
base_url: https://rivermouth.example/
language: en
languages: [en, ht]
theme: harbour
menu: [cities, timeline, { to: "page:about", label: About us }]
`,
  "content/home.md": `---
summary: The sister cities of Rivermouth.
---
Rivermouth has {count cities as=words} sister city: {city port-belle}.
`,
  "content/cities/rivermouth.md": `---
name: Rivermouth
country: US
---
A town at the mouth of its river.
`,
  "content/cities/port-belle.md": `---
name: Port-Belle
country: HT
relationship:
  established: 1998-06
  history:
    - { to: active, date: 1998-06, because: Both councils voted for it }
---
A teacher and a pilot wrote letters to each other.

![The market on a Saturday](../files/market.svg)

${PARAGRAPHS}
## How to take part {#part}

[Write to us](page:about#write).
`,
  "content/cities/port-belle.ht.md": `---
name: Pòbèl
---
Yon pwofesè ak yon pilòt te ekri youn ba lòt.
`,
  "content/pages/about.md": `---
title: About the programme
---
Who runs the programme.

## Write to us {#write}

Everybody is welcome.
`,
  "content/files/market.svg": picture(40),
  "themes/harbour/theme.yaml": "name: harbour\napi: 1\nparent: civic\n",
  "themes/harbour/templates/city.html": CITY,
  "themes/harbour/assets/site.css": ".invitation { letter-spacing: 1px; }\n",
  // A theme says all of its words, or none of them.
  "themes/harbour/strings/en.ftl": fs
    .readFileSync(new URL("../../themes/civic/strings/en.ftl", import.meta.url), "utf8")
    .replace(/^skip = .*$/m, "skip = Go ashore"),
};

/**
 * A picture of a width.
 * @param {number} width
 */
export function picture(width) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"><rect width="${width}" height="20" fill="teal"/></svg>\n`;
}

/**
 * Writes a site into a temporary folder.
 * @param {Record<string, string | null>} [different] files in place of the usual ones, or beside
 *   them; `null` leaves one out
 */
export function makeSite(different = {}) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "jumelage-")));
  const at = (/** @type {string} */ name) => path.join(folder, name);
  const site = {
    folder,
    at,
    read: (/** @type {string} */ name) => fs.readFileSync(at(name), "utf8"),
    /**
     * Writes a file as a simple editor does: empties it, and fills it again.
     * @param {string} name
     * @param {string | Uint8Array} contents
     */
    write(name, contents) {
      fs.mkdirSync(path.dirname(at(name)), { recursive: true });
      fs.writeFileSync(at(name), contents);
    },
    /**
     * Puts one text into a file in the place of another, which must be there.
     * @param {string} name
     * @param {string} before
     * @param {string} after
     */
    edit(name, before, after) {
      const text = site.read(name);
      if (!text.includes(before)) throw new Error(`${name} does not hold ${before}`);
      site.write(
        name,
        text.replace(before, () => after),
      );
    },
    remove: (/** @type {string} */ name) => fs.rmSync(at(name), { recursive: true }),
    rename(/** @type {string} */ name, /** @type {string} */ other) {
      fs.mkdirSync(path.dirname(at(other)), { recursive: true });
      fs.renameSync(at(name), at(other));
    },
    discard: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
  for (const [name, contents] of Object.entries({ ...FILES, ...different })) {
    if (contents !== null) site.write(name, contents);
  }
  return site;
}
