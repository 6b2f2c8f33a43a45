// Lighthouse is content with the pages that visitors come to most.
//
// How fast a page is it measures on a machine that may be busy with all else, so that this score is
// told, and does not fail; what makes pages slow on any machine does.

import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import test, { after } from "node:test";

import lighthouse from "lighthouse";

import { launch } from "../browser.js";
import { editions, wholeTheme } from "./published.js";
import { serve } from "./server.js";
import { nothingIsFound } from "./visit.js";

/** The site with the most of everything; the others differ in what they tell. */
const SITE = "cambridge";

/** Its home page and its longest city; in one theme its directory, timeline, and questions too. */
const PAGES = ["", "cities/les-cayes/"];
const MORE_PAGES = ["cities/", "timeline/", "faq/"];

/** Scores that must be 100. */
const CATEGORIES = ["accessibility", "best-practices", "seo"];

/** What makes pages slow on any machine: each must pass. */
const AUDITS = [
  "cumulative-layout-shift",
  "dom-size-insight",
  "font-display-insight",
  "legacy-javascript-insight",
  "total-byte-weight",
  "unminified-javascript",
  "unsized-images",
  "unused-javascript",
  "uses-text-compression",
];

const port = await freePort();
const browser = await launch([`--remote-debugging-port=${port}`]);
after(() => browser.close());

for (const edition of editions.filter(({ site }) => site === SITE)) {
  test(`Lighthouse is content: ${edition.name}`, async (t) => {
    const server = await serve(edition.folder, { quality: 11 });
    t.after(() => server.close());
    const findings = [];
    for (const page of edition.theme === wholeTheme ? [...PAGES, ...MORE_PAGES] : PAGES) {
      const result = await lighthouse(server.address + page, {
        port,
        logLevel: "silent",
        output: "json",
        onlyCategories: ["performance", ...CATEGORIES],
        disableFullPageScreenshot: true,
      });
      assert.ok(result);
      const { audits, categories, runtimeError } = result.lhr;
      assert.equal(runtimeError, undefined);
      t.diagnostic(`/${page}: performance ${Math.round(100 * (categories.performance?.score ?? 0))}`);
      const mustPass = new Set(AUDITS);
      for (const name of CATEGORIES) {
        const category = categories[name];
        assert.ok(category);
        if (category.score === 1) continue;
        for (const { id, weight } of category.auditRefs) if (weight > 0) mustPass.add(id);
      }
      for (const id of mustPass) {
        const audit = audits[id];
        if (!audit) {
          findings.push({ rule: `Lighthouse ${id}`, what: "there is no such audit", page: `/${page}` });
        } else if (audit.score !== null && audit.score < 1) {
          const what = `${audit.title} ${audit.displayValue ?? ""}`;
          const element = JSON.stringify(audit.details);
          findings.push({ rule: `Lighthouse ${id}`, what, element, page: `/${page}` });
        }
      }
    }
    nothingIsFound(findings);
  });
}

/** A port that nobody listens on. */
async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}
