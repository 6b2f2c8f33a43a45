// No engine finds a barrier: not on any page, in any theme, in light or in dark, wide or narrow.

import test from "node:test";

import { axe, bringAxe, COLOUR_RULES, equalAccess, htmlCodeSniffer } from "./engines.js";
import {
  editions,
  mirrored,
  onePageOfEachKind,
  onePageOfEachKindInATheme,
  wholeTheme,
} from "./published.js";
import { visitEach } from "./visit.js";

/** @typedef {import("./visit.js").Finding} Finding */

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

// What a page's own text brings is the same in every theme: all pages are looked at in one, and of the others one
// of each kind. Colours are the theme's, so one of each kind shows them, in light and in dark.
for (const edition of editions) {
  const ofEachKind = new Set(onePageOfEachKind(edition));
  const pages = edition.theme === wholeTheme ? edition.pages : [...ofEachKind];
  test(`axe finds nothing on any page, in light and dark: ${edition.name}`, () =>
    visitEach(
      edition,
      pages,
      async (tab, page) => {
        await bringAxe(tab);
        if (!ofEachKind.has(page)) return axe(tab, { but: COLOUR_RULES });
        await tab.emulateMedia({ colorScheme: "light" });
        const light = await axe(tab);
        await tab.emulateMedia({ colorScheme: "dark" });
        return [...light, ...(await axe(tab, { only: COLOUR_RULES })).map(inDark)];
      },
      { tabs: 2 },
    ));
}

// What pages of one kind share is found on any of them. These two engines are slower than axe, and
// what is new at another width or in another direction is in the frame of a page.
for (const { edition, pages } of onePageOfEachKindInATheme(editions)) {
  test(`no other engine finds anything, narrow or wide: ${edition.name}`, () =>
    visitEach(
      edition,
      pages,
      async (tab) => {
        await tab.setViewportSize(WIDE);
        const wide = [...(await htmlCodeSniffer(tab)), ...(await equalAccess(tab))];
        await tab.setViewportSize(NARROW);
        await bringAxe(tab);
        return [...wide, ...(await axe(tab)).map(whenNarrow)];
      },
      { tabs: 2 },
    ));
}

for (const { edition, pages } of onePageOfEachKindInATheme(mirrored)) {
  test(`axe finds nothing: ${edition.name}`, () =>
    visitEach(
      edition,
      pages,
      async (tab) => {
        await bringAxe(tab);
        return axe(tab);
      },
      { tabs: 2 },
    ));
}

/** @param {Finding} finding */
function inDark(finding) {
  return { ...finding, rule: `${finding.rule}, in dark` };
}

/** @param {Finding} finding */
function whenNarrow(finding) {
  return { ...finding, rule: `${finding.rule}, 320 pixels wide` };
}
