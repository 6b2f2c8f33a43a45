// Pages keep to the strictest policy a host may set, ask nothing of anybody else, leave nothing
// with the visitor, and have nothing to complain about.

import test from "node:test";

import { editions, onePageOfEachKind, wholeTheme } from "./published.js";
import { visitEach } from "./visit.js";

/** @typedef {import("./visit.js").Finding} Finding */

// What a page's own text brings is the same in every theme: all pages are visited in one.
for (const edition of editions) {
  const pages = edition.theme === wholeTheme ? edition.pages : onePageOfEachKind(edition);
  /** What the tabs have told since their page was opened. @type {WeakMap<import("playwright-core").Page, Finding[]>} */
  const told = new WeakMap();

  test(`no page breaks the policy or asks anything of others: ${edition.name}`, () =>
    visitEach(
      edition,
      pages,
      async (tab) => {
        const findings = told.get(tab)?.splice(0) ?? [];
        for (const cookie of await tab.context().cookies()) {
          findings.push({ rule: "privacy", what: `there is a cookie, ${cookie.name}` });
        }
        const kept = await tab.evaluate(() => localStorage.length + sessionStorage.length);
        if (kept > 0) findings.push({ rule: "privacy", what: `${kept} things are stored` });
        return findings;
      },
      {
        tabs: 2,
        async prepare(tab) {
          /** @type {Finding[]} */
          const findings = [];
          told.set(tab, findings);
          tab.on("request", (request) => {
            const { hostname, protocol } = new URL(request.url());
            if (protocol === "data:" || hostname === "127.0.0.1") return;
            findings.push({ rule: "request", what: `it asks ${request.url()}` });
          });
          tab.on("response", (response) => {
            if (response.status() < 400) return;
            findings.push({ rule: "request", what: `${response.status()} ${path(response.url())}` });
          });
          tab.on("requestfailed", (request) => {
            const { errorText } = request.failure() ?? {};
            // The visitor went on before the icon had come.
            if (errorText === "net::ERR_ABORTED") return;
            findings.push({ rule: "request", what: `${errorText} ${path(request.url())}` });
          });
          tab.on("pageerror", (error) => findings.push({ rule: "script", what: error.message }));
          // The browser tells in its console, too, what the policy has kept it from.
          tab.on("console", (message) => {
            if (!["error", "warning"].includes(message.type())) return;
            const { url } = message.location();
            findings.push({ rule: "console", what: `${message.text()} ${url ? path(url) : ""}` });
          });
        },
      },
    ));
}

/** @param {string} url */
function path(url) {
  return new URL(url).pathname;
}
