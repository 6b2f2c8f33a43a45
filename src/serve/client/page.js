// @ts-check
// The page: fetches its newest state, and turns the old one into it in place.

import { Idiomorph } from "./idiomorph.js";
import { isProgram } from "./assets.js";
import { morphHead } from "./head.js";
import { keepState, noteSources, sourceOpens } from "./keep.js";
import { reloadInPlace } from "./place.js";

/** @typedef {import("./assets.js").Assets} Assets */

/** How long to wait before asking again for a page that did not come, in milliseconds. */
const PAUSE = 1000;

const OWN = 'script[src="/.jumelage/preview.js"]';

/**
 * The element that the server put into a page, which says where the page comes from.
 * @param {Document} page
 * @returns {HTMLScriptElement | null}
 */
export function ownScript(page) {
  const all = /** @type {NodeListOf<HTMLScriptElement>} */ (page.querySelectorAll(OWN));
  return all[all.length - 1] ?? null;
}

/**
 * Keeps the page up to date.
 * @param {Assets} assets
 * @param {(changed: boolean) => void} shown called when a newer state is shown
 */
export function createPage(assets, shown) {
  let revision = Number(ownScript(document)?.dataset.revision ?? 0);
  let wanted = revision;
  let busy = false;
  let text = "";
  let status = statusOfLoad();
  /** The page as its file tells it, which scripts may have changed since. @type {Document} */
  let source = /** @type {Document} */ (document.cloneNode(true));

  /** Fetches the page's own text once, to know later what is new in it. */
  async function start() {
    noteSources(document.body);
    await look(true);
  }

  /**
   * Shows a revision, as soon as one that is under way is done with; those between are left out.
   * @param {number} newest
   */
  function ask(newest) {
    wanted = Math.max(wanted, newest);
    if (!busy && wanted > revision) void look(false);
  }

  /** @param {boolean} first */
  async function look(first) {
    busy = true;
    const aim = wanted;
    const answer = await fetchOwn();
    try {
      if (answer) await take(answer, first);
    } catch {
      // Whatever a page may hold that cannot be morphed, a reload sets it right.
      reloadInPlace();
    }
    busy = false;
    if (!answer) {
      // The line to the server may be whole for all that, and then says nothing new.
      setTimeout(() => ask(wanted), PAUSE);
      return;
    }
    revision = Math.max(revision, aim);
    if (wanted > revision) void look(false);
  }

  /**
   * @param {{ response: Response, text: string }} answer
   * @param {boolean} first
   */
  async function take({ response, text: fresh }, first) {
    if (response.redirected && new URL(response.url).pathname !== location.pathname) {
      location.replace(response.url + location.hash);
      return;
    }
    const page = new DOMParser().parseFromString(fresh, "text/html");
    const script = ownScript(page);
    if (!script) {
      reloadInPlace();
      return;
    }
    status = response.status;
    const arrived = Number(script.dataset.revision);
    const bare = withoutRevision(fresh);
    if (first && arrived === revision) {
      text = bare;
      source = page;
      shown(false);
      return;
    }
    const changed = bare !== text;
    if (changed && !(await turnInto(page))) return;
    text = bare;
    revision = arrived;
    ownScript(document)?.setAttribute("data-revision", String(arrived));
    shown(changed);
  }

  /**
   * Shows another state of the page. False if only a reload does, which is then under way.
   * @param {Document} page
   * @returns {Promise<boolean>}
   */
  async function turnInto(page) {
    const pristine = /** @type {Document} */ (page.cloneNode(true));
    if (programs(page) !== programs(source)) {
      reloadInPlace();
      return false;
    }
    assets.version(page);
    hideFromScripts(page);
    await morphHead(document.head, page.head, source.head);
    assets.versionStyles();
    const restore = keepState();
    takeAttributes(document.documentElement, page.documentElement, source.documentElement);
    takeAttributes(document.body, page.body, source.body);
    // While the head was waited for, newer files may have come.
    assets.version(page);
    morphBody(page.body);
    restore();
    source = pristine;
    return true;
  }

  return {
    start,
    ask,
    revision: () => revision,
    isWaiting: () => status === 503,
    reload: reloadInPlace,
  };
}

/** The status that the page was loaded with; 503 means that there has never been a good site. */
function statusOfLoad() {
  const [load] = /** @type {(PerformanceNavigationTiming & { responseStatus?: number })[]} */ (
    performance.getEntriesByType("navigation")
  );
  return load?.responseStatus ?? 200;
}

/**
 * What the server has at the page's own address, or null if it does not answer.
 * @returns {Promise<{ response: Response, text: string } | null>}
 */
async function fetchOwn() {
  try {
    const response = await fetch(location.href, { cache: "no-store" });
    return { response, text: await response.text() };
  } catch {
    return null;
  }
}

/**
 * Turns the body into another, keeping every element that is in both.
 * @param {HTMLElement} body
 */
function morphBody(body) {
  Idiomorph.morph(document.body, body, {
    morphStyle: "outerHTML",
    // The state keeper does that, without scrolling.
    restoreFocus: false,
    // The checker misreads the types of the callbacks in the vendored file.
    callbacks: /** @type {any} */ ({
      beforeAttributeUpdated,
      beforeNodeMorphed,
      afterNodeAdded: noteSources,
    }),
  });
}

/**
 * Whether to take an attribute over: those of the body are compared with its source, and what the
 * reader opened stays open.
 * @param {string} name
 * @param {Element} element
 */
function beforeAttributeUpdated(name, element) {
  return element !== document.body && (name !== "open" || sourceOpens.isNews(element));
}

/**
 * @param {Node} old
 * @param {Node} fresh
 */
function beforeNodeMorphed(old, fresh) {
  sourceOpens.compare(old, fresh);
  return true;
}

/**
 * Gives an element the attributes that are new in its source. Others stay as they are: a script
 * may have set them.
 * @param {Element} shown
 * @param {Element} fresh
 * @param {Element} old
 */
function takeAttributes(shown, fresh, old) {
  const names = new Set([...fresh.getAttributeNames(), ...old.getAttributeNames()]);
  for (const name of names) {
    const value = fresh.getAttribute(name);
    if (value === old.getAttribute(name)) continue;
    if (value === null) shown.removeAttribute(name);
    else shown.setAttribute(name, value);
  }
}

/**
 * The programs of a page, as one text to compare: a changed one cannot be taken back, only loaded
 * with a page of its own.
 * @param {Document} page
 * @returns {string}
 */
function programs(page) {
  return [...page.scripts]
    .filter((script) => !script.matches(OWN) && isProgram(script))
    .map((script) => script.outerHTML)
    .join("\n");
}

/**
 * Where scripts run, what stands in `noscript` is text; a page that is only parsed has elements.
 * @param {Document} page
 */
function hideFromScripts(page) {
  for (const element of page.querySelectorAll("noscript")) element.textContent = element.innerHTML;
}

/**
 * A page's text without what differs in every revision.
 * @param {string} text
 */
function withoutRevision(text) {
  return text.replace(/ data-revision="\d*"/g, "");
}
