// @ts-check
// The preview's script: what every page that `jumelage serve` shows begins with. It listens for
// newer editions of the site, and tells the page, the overlay and the panel about them.

import { keepInWindow } from "./anchor.js";
import { createAssets } from "./assets.js";
import { createCheckup } from "./checkup.js";
import { connect } from "./connection.js";
import { createOverlay } from "./overlay.js";
import { createPage, ownScript } from "./page.js";
import { createPanel } from "./panel.js";
import { createSurface } from "./surface.js";
import { recall, remember } from "./memory.js";
import { restorePlace } from "./place.js";

/** @typedef {import("./connection.js").Edition} Edition */

const about = { ...ownScript(document)?.dataset };
const surface = createSurface();
const assets = createAssets(about.base ?? "/", Number(about.revision ?? 0));
const checkup = createCheckup(surface);
const panel = createPanel(surface, checkup, { showOverlay: () => overlay.reopen() });
const overlay = createOverlay(surface, {
  isWaiting: () => page.isWaiting(),
  raised: () => panel.open(null),
  showWarnings: () => panel.open("problems"),
});
const page = createPage(assets, pageShown);

comeBack();
panel.describe(about);
page.start();
connect({
  session: () => about.session ?? "",
  edition: receive,
  state: panel.connection,
  restarted: page.reload,
});

/**
 * Takes in an edition, be it new or the one that is shown already.
 * @param {Edition} edition
 */
function receive(edition) {
  const news = edition.revision > page.revision();
  if (news && follow(edition)) return;
  // A picture may come before the page that gives it its place.
  const bringBack = keepInWindow();
  if (assets.take(edition.assets ?? {})) {
    page.reload();
    return;
  }
  bringBack();
  if (news) page.ask(edition.revision);
  overlay.show(edition);
  panel.show(edition);
}

/**
 * Goes to the page that was edited, if the editor wants to be taken there. What they are told
 * about is remembered, so that walking on to another page by hand does not throw them back.
 * @param {Edition} edition
 * @returns {boolean}
 */
function follow(edition) {
  const mark = `${edition.session} ${edition.revision}`;
  if (!panel.follows() || !panel.isElsewhere(edition.edited) || recall("followed") === mark)
    return false;
  remember("followed", mark);
  location.assign(/** @type {string} */ (edition.edited));
  return true;
}

/**
 * Tells everyone that another state of the page is shown.
 * @param {boolean} changed whether anything but the revision differs
 */
function pageShown(changed) {
  const now = ownScript(document)?.dataset ?? {};
  comeBack();
  panel.describe(now);
  overlay.refresh();
  if (!changed) return;
  surface.say("Page updated");
  checkup.again();
  // Scripts of a theme that dress up the page may do so again.
  document.dispatchEvent(new CustomEvent("jumelage:update"));
}

/** Comes back to the place that was left by a reload, as soon as there is a page to have it. */
function comeBack() {
  if (!page.isWaiting()) restorePlace();
}
