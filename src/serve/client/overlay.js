// @ts-check
// What is wrong, laid over the page for as long as it is wrong. It can be put away, and then comes
// back only with another set of errors.

import { drawFinding, findingKey } from "./finding.js";
import { fill, make } from "./make.js";
import { recall, remember } from "./memory.js";
import { counted } from "./words.js";

/** @typedef {import("./connection.js").Edition} Edition */
/** @typedef {import("./connection.js").Finding} Finding */

/**
 * Makes the overlay, which is hidden at first.
 * @param {import("./surface.js").Surface} surface
 * @param {{ isWaiting: () => boolean, raised: () => void, showWarnings: () => void }} actions
 *   `isWaiting` tells whether the page itself is only the server's word that there is no page yet
 */
export function createOverlay(surface, actions) {
  /** The newest edition that was checked to its end. @type {Edition | null} */
  let edition = null;
  let drawn = "";
  const heading = make("h2", { id: "overlay-heading", tabindex: "-1" });
  const summary = make("p", { class: "summary" });
  const list = make("ul", { class: "findings" });
  const rest = make("p", { class: "rest" });
  const close = make(
    "button",
    { type: "button", class: "close", click: dismiss, title: "Escape" },
    "Show the page",
  );
  const card = make(
    "section",
    { class: "card", "aria-labelledby": "overlay-heading" },
    make("header", {}, heading, close),
    summary,
    list,
    rest,
  );
  const overlay = make("div", { class: "overlay", hidden: true }, card);
  surface.add(overlay);
  window.addEventListener("keydown", escape);

  /**
   * Shows what is wrong. What is shown already stays until everything has been checked anew.
   * @param {Edition} newest
   */
  function show(newest) {
    if (newest.settled) edition = newest;
    refresh();
  }

  function refresh() {
    if (!edition) return;
    const shown = findingsToShow(edition);
    const key = keyOf(edition, shown);
    // The same mistake, made again, is news.
    if (key === "") remember("dismissed", null);
    if (key === "" || recall("dismissed") === key) {
      hide();
      return;
    }
    const state = JSON.stringify([
      shown,
      edition.warnings,
      edition.more,
      edition.current,
      actions.isWaiting(),
    ]);
    if (state !== drawn) draw(edition, shown);
    drawn = state;
    if (!overlay.hidden) return;
    overlay.hidden = false;
    actions.raised();
    // Someone who is at work in the page is not torn from it.
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === document.documentElement)
      heading.focus();
  }

  /**
   * @param {Edition} newest
   * @param {Finding[]} shown
   */
  function draw(newest, shown) {
    heading.textContent = headingOf(newest, actions.isWaiting());
    summary.textContent = summaryOf(newest, actions.isWaiting());
    fill(list, shown.map(drawFinding));
    const left = newest.more > 0 ? `And ${counted(newest.more, "more problem")}. ` : "";
    const warnings = newest.errors > 0 && newest.warnings > 0;
    fill(rest, [
      left,
      warnings &&
        make(
          "button",
          {
            type: "button",
            class: "link",
            click: () => {
              dismiss();
              actions.showWarnings();
            },
          },
          `Show ${counted(newest.warnings, "warning")} too`,
        ),
    ]);
    rest.hidden = !left && !warnings;
  }

  function dismiss() {
    if (edition) remember("dismissed", keyOf(edition, findingsToShow(edition)));
    hide();
  }

  function hide() {
    overlay.hidden = true;
    drawn = "";
  }

  function reopen() {
    remember("dismissed", null);
    refresh();
    heading.focus();
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== "Escape" || overlay.hidden || event.defaultPrevented) return;
    const inside = event.composedPath().includes(overlay);
    if (!inside && isWantedByPage(event)) return;
    event.preventDefault();
    dismiss();
  }

  return { show, refresh, reopen };
}

/**
 * Errors alone; unless nothing else explains why the page lags behind.
 * @param {Edition} edition
 */
function findingsToShow(edition) {
  const errors = edition.findings.filter((finding) => finding.severity === "error");
  return errors.length > 0 || edition.current ? errors : edition.findings;
}

/**
 * What there is to know, as a text to compare; empty if nothing is wrong.
 * @param {Edition} edition
 * @param {Finding[]} shown
 */
function keyOf(edition, shown) {
  if (edition.current && edition.errors === 0) return "";
  return [edition.errors, edition.current, ...shown.map(findingKey).sort()].join("\n");
}

/**
 * @param {Edition} edition
 * @param {boolean} waiting
 */
function headingOf(edition, waiting) {
  const errors = edition.errors > 0 ? counted(edition.errors, "error") : "Something is wrong";
  if (waiting) return `${errors}: there is no page to show yet`;
  if (!edition.current) return `${errors}: this page shows the last version without errors`;
  return `${errors}: the site cannot be published like this`;
}

/**
 * @param {Edition} edition
 * @param {boolean} waiting
 */
function summaryOf(edition, waiting) {
  const way = "Correct the file and save it.";
  if (waiting) return `${way} The page then comes by itself.`;
  return `${way} This message then goes by itself.${edition.current ? "" : " Until then your newest changes are not shown."}`;
}

/**
 * Whether the page has a use for Escape: a field, or something open.
 * @param {KeyboardEvent} event
 */
function isWantedByPage(event) {
  const target = event.composedPath()[0];
  const field =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));
  return (
    field ||
    document.querySelector("dialog[open], :popover-open") !== null ||
    document.fullscreenElement !== null
  );
}
