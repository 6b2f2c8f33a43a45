// The timeline is narrowed: by a script in place, and by pages without one.

import assert from "node:assert/strict";
import test from "node:test";

import { shows, visit } from "./visitor.js";

/** @typedef {import("playwright-core").Page} Page */

const city = (/** @type {string} */ name, /** @type {string} */ moments) => `---
name: ${name}
country: HT
relationship: { established: unknown, status: active }
timeline: [${moments}]
---
`;

const FILES = {
  "content/cities/port-belle.ht.md": null,
  "content/cities/port-belle.md": city(
    "Port-Belle",
    "{ date: 1998-06, title: Letters, kind: exchange }, { date: 2001, title: Choir, kind: visit }",
  ),
  "content/cities/north-bay.md": city(
    "North Bay",
    Array.from({ length: 15 }, (_, n) => `{ date: ${2003 + n}, title: Fair ${n}, kind: visit }`)
      .concat("{ date: 2012-06/2012-08, title: School, kind: exchange }")
      .join(", "),
  ),
  "content/pages/about.md": "---\ntitle: About\n---\n## Write to us {#write}\n",
};

/**
 * What a reader sees of the entries.
 * @param {Page} page
 */
const seen = (page) =>
  page
    .locator(".timeline .entries > li")
    .evaluateAll((entries) =>
      entries
        .filter((entry) => entry.checkVisibility())
        .map((entry) => entry.querySelector("h3")?.textContent),
    );

/**
 * Chooses from a list.
 * @param {Page} page
 * @param {string} by
 * @param {string} is
 */
const choose = (page, by, is) => page.locator(`[data-by=${by}] [data-is="${is}"]`).click();

test("a city and a kind are chosen at once, and the address says so", async (t) => {
  const { page } = await visit(t, { files: FILES, path: "timeline/" });
  await shows(page, "18 of 18 entries", "[role=status]");
  await page.evaluate(() => Object.assign(window, { wasHere: true }));
  await choose(page, "city", "port-belle");
  await shows(page, "2 of 18 entries", "[role=status]");
  assert.deepEqual(await seen(page), ["Letters", "Choir"]);
  await choose(page, "kind", "visit");
  assert.deepEqual(await seen(page), ["Choir"]);
  assert.equal(new URL(page.url()).search, "?city=port-belle&kind=visit");
  // Each list counts what it would leave of the other's choice.
  const count = (/** @type {string} */ is) =>
    page.locator(`[data-is="${is}"] + .count`).textContent();
  assert.equal(await count("north-bay"), "15");
  assert.equal(await count("exchange"), "1");
  assert.equal(await page.locator(".choices [aria-current=true]").count(), 2, "a city and a kind");
  // Years that have nothing left are not led to.
  assert.deepEqual(await page.locator(".overview a:visible b").allTextContents(), ["1"]);
  await page.reload();
  assert.deepEqual(await seen(page), ["Choir"]);
  await choose(page, "kind", "");
  await choose(page, "city", "");
  await shows(page, "18 of 18 entries", "[role=status]");
  assert.equal(new URL(page.url()).search, "");
  assert.equal(await page.locator(".overview a:visible").count(), 17);
});

test("a choice is made by keyboard, and the focus stays", async (t) => {
  const { page } = await visit(t, { files: FILES, path: "timeline/" });
  await page.locator('[data-is="north-bay"]').focus();
  await page.keyboard.press("Enter");
  await shows(page, "16 of 18 entries", "[role=status]");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "North Bay");
});

test("an address that names what is not there shows everything", async (t) => {
  const { page } = await visit(t, { files: FILES, path: "timeline/?city=nowhere" });
  await shows(page, "18 of 18 entries", "[role=status]");
  await page.waitForFunction(() => document.querySelectorAll(".timeline .entries > li").length === 18);
  assert.equal((await seen(page)).length, 18);
});

test("without a script, each choice is a page", async (t) => {
  const { page, preview } = await visit(t, {
    files: FILES,
    path: "timeline/",
    browser: { javaScriptEnabled: false },
  });
  await page.locator('[data-is="port-belle"]').click();
  assert.equal(page.url(), `${preview.address}timeline/city/port-belle/`);
  assert.equal(await page.locator(".timeline .entries > li").count(), 2);
  await page.locator('[data-is="exchange"]').click();
  assert.equal(page.url(), `${preview.address}timeline/kind/exchange/`);
  assert.equal(await page.locator(".timeline .entries > li").count(), 2);
  await page.locator('[data-by=kind] [data-is=""]').click();
  assert.equal(page.url(), `${preview.address}timeline/`);
});

test("nothing is wider than a small phone", async (t) => {
  const { page } = await visit(t, {
    files: FILES,
    path: "timeline/",
    browser: { viewport: { width: 320, height: 640 } },
  });
  await shows(page, "18 of 18 entries", "[role=status]");
  await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth);
  const small = await page.locator(".overview a").evaluateAll((links) =>
    links.map((link) => link.getBoundingClientRect()).filter((box) => Math.min(box.width, box.height) < 24),
  );
  assert.deepEqual(small, []);
});
