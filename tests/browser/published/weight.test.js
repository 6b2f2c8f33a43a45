// Pages are light, on any connection, and nothing in them jumps while they come.

import assert from "node:assert/strict";
import test from "node:test";

import { editions, onePageOfEachKind } from "./published.js";
import { visitEach } from "./visit.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Request} Request */

/** In bytes over the wire, compressed: HTML, style and script of a page, and of the home page. */
const PAGE = 15_000;
const HOME = PAGE + 20_000;
/** How many requests these are, of a city and of most pages. */
const REQUESTS = 3;

/** The timeline and the search have a script beside their own style; the home page the style of the map beside its own. */
const MORE_REQUESTS = /** @type {Record<string, number>} */ ({ timeline: 1, search: 1, home: 1 });

const FONTS = 70_000;
const FONT_FILES = 2;

/** The directory and lists grow with what a site has to tell, and so have no limit of their own. */
const LIMITS = /** @type {Record<string, number>} */ ({ city: PAGE, home: HOME });

for (const edition of editions) {
  test(`pages are light and stand still: ${edition.name}`, async (t) => {
    /** What was asked for since a tab's page was opened. @type {WeakMap<Page, Request[]>} */
    const asked = new WeakMap();
    /** @type {Record<string, number>} */
    const weights = {};
    await visitEach(
      edition,
      onePageOfEachKind(edition),
      async (tab, page) => {
        await tab.waitForLoadState("networkidle");
        const findings = [];
        const fonts = { files: 0, bytes: 0 };
        const parts = { files: 0, bytes: 0 };
        for (const request of asked.get(tab)?.splice(0) ?? []) {
          const type = request.resourceType();
          const sum = type === "font" ? fonts : parts;
          if (!["document", "stylesheet", "script", "font"].includes(type)) continue;
          sum.files += 1;
          sum.bytes += (await request.sizes()).responseBodySize;
        }
        assert.ok(parts.bytes > 0);
        weights[page.kind] = parts.bytes;
        const tell = (/** @type {string} */ what) => findings.push({ rule: "weight", what });
        const limit = LIMITS[page.kind] ?? Infinity;
        if (parts.bytes > limit) tell(`${parts.bytes} bytes of ${limit}`);
        const requests = REQUESTS + (MORE_REQUESTS[page.kind] ?? 0);
        if (parts.files > requests) tell(`${parts.files} requests for HTML, style and script`);
        if (fonts.files > FONT_FILES) tell(`${fonts.files} files of fonts`);
        if (fonts.bytes > FONTS) tell(`${fonts.bytes} bytes of fonts`);
        for (const shift of await tab.evaluate(() => /** @type {any} */ (globalThis).shifts)) {
          findings.push({ rule: "layout shift", ...shift });
        }
        return findings;
      },
      {
        quality: 11,
        async prepare(tab) {
          /** @type {Request[]} */
          const requests = [];
          asked.set(tab, requests);
          tab.on("request", (request) => requests.push(request));
          // A new visitor has nothing from before.
          const session = await tab.context().newCDPSession(tab);
          await session.send("Network.enable");
          await session.send("Network.setCacheDisabled", { cacheDisabled: true });
          await tab.addInitScript(rememberShifts);
        },
      },
    );
    for (const [kind, bytes] of Object.entries(weights)) t.diagnostic(`${kind}: ${bytes} bytes`);
  });
}

/** Runs in the page before all else. */
function rememberShifts() {
  /** @type {{ what: string, element?: string }[]} */
  const shifts = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) {
      const [source] = entry.sources;
      shifts.push({
        what: `${entry.value} at ${Math.round(entry.startTime)} ms`,
        element: source?.node?.outerHTML ?? source?.node?.textContent,
      });
    }
  }).observe({ type: "layout-shift", buffered: true });
}
