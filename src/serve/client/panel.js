// @ts-check
// The bar at the bottom of the page: how things stand, where the page comes from, and what can be
// done. It can be made as small as a dot.

import { drawFinding, editorLink } from "./finding.js";
import { fill, make } from "./make.js";
import { recall, remember } from "./memory.js";
import { factsOf, inShort, standing } from "./standing.js";
import { counted, duration, timeNow, visibilityInWords } from "./words.js";

/** @typedef {import("./connection.js").Edition} Edition */
/** @typedef {import("./connection.js").State} State */
/** @typedef {"problems" | "check" | "about"} View */
/** @typedef {import("./standing.js").About} About */

/**
 * Makes the panel.
 * @param {import("./surface.js").Surface} surface
 * @param {import("./checkup.js").Checkup} checkup
 * @param {{ showOverlay: () => void }} actions
 */
export function createPanel(surface, checkup, actions) {
  /** @type {Edition | null} */
  let edition = null;
  /** The newest edition that was checked to its end. @type {Edition | null} */
  let checked = null;
  /** @type {State} */
  let state = "connecting";
  /** @type {About} */
  let about = {};
  /** @type {View | null} */
  let view = null;
  let listed = "";
  let updated = "";

  const count = make("span");
  const light = make("span", { class: "light", "aria-hidden": "true" });
  const problems = tab("problems", light, count);
  const check = tab("check", "Check this page");
  const more = tab("about", "About");
  const mark = make("p", { class: "mark" });
  const go = make("a", { class: "go", href: "/" }, "Go to the edited page");
  const file = make("span", { class: "source" });
  const time = make("span", { class: "time" });
  const fold = make(
    "button",
    {
      type: "button",
      class: "fold",
      click: () => setFolded(true),
      "aria-label": "Make this bar small",
      title: "Make this bar small",
    },
    "–",
  );
  const dot = make("button", { type: "button", class: "dot", click: () => setFolded(false) });
  const follow = make("input", {
    type: "checkbox",
    id: "follow",
    change: () => remember("follow", follow.checked),
  });
  const stripe = make("div", { class: "stripe", "aria-hidden": "true", hidden: true });

  const list = make("ul", { class: "findings" });
  const facts = make("dl");
  const views = {
    problems: drawer("Problems of the site", list),
    check: drawer("Check this page", checkup.element),
    about: drawer(
      "About this page",
      facts,
      make(
        "p",
        { class: "choice" },
        follow,
        make("label", { for: "follow" }, "Follow me: go to the page that I have just saved"),
      ),
    ),
  };
  const bar = make(
    "div",
    { class: "bar" },
    make("div", {}, mark, problems, go, file, check, more, time),
    fold,
  );
  const panel = make(
    "section",
    {
      class: "panel",
      "aria-label": "Preview",
      keydown: (event) => closeOnEscape(/** @type {KeyboardEvent} */ (event)),
    },
    ...Object.values(views),
    bar,
    dot,
  );
  surface.add(stripe, panel);
  follow.checked = recall("follow") === true;
  setFolded(recall("folded") === true);
  listProblems();
  refresh();

  /**
   * @param {View} name
   * @param {(Node | string)[]} children
   */
  function tab(name, ...children) {
    return make(
      "button",
      {
        type: "button",
        class: `tab ${name}`,
        "aria-expanded": "false",
        click: () => open(view === name ? null : name),
      },
      ...children,
    );
  }

  /**
   * @param {string} title
   * @param {HTMLElement[]} children
   */
  function drawer(title, ...children) {
    const close = make(
      "button",
      { type: "button", class: "close", click: () => open(null) },
      "Close",
    );
    return make(
      "div",
      { class: "drawer", role: "group", "aria-label": title, hidden: true },
      make("header", {}, make("h2", {}, title), close),
      ...children,
    );
  }

  /** @param {View | null} name */
  function open(name) {
    const inside = panel.contains(/** @type {ShadowRoot} */ (panel.getRootNode()).activeElement);
    const focusBack = inside && view && name === null ? tabs()[view] : null;
    view = name;
    if (name) setFolded(false);
    for (const each of /** @type {View[]} */ (Object.keys(views))) {
      views[each].hidden = each !== name;
      tabs()[each].setAttribute("aria-expanded", String(each === name));
    }
    checkup.watch(name === "check");
    focusBack?.focus();
  }

  function tabs() {
    return { problems, check, about: more };
  }

  /** @param {KeyboardEvent} event */
  function closeOnEscape(event) {
    if (event.key !== "Escape" || view === null) return;
    event.preventDefault();
    open(null);
  }

  /** @param {boolean} small */
  function setFolded(small) {
    const moved = panel.contains(/** @type {ShadowRoot} */ (panel.getRootNode()).activeElement);
    remember("folded", small);
    bar.hidden = small;
    dot.hidden = !small;
    if (small && view) open(null);
    if (moved) (small ? dot : fold).focus();
  }

  function refresh() {
    const words = visibilityInWords(about.visibility);
    mark.textContent = words ?? "";
    mark.hidden = stripe.hidden = words === null;
    panel.dataset.state = standing(state, edition);
    count.textContent = inShort(state, edition);
    const told = ["Preview", words, inShort(state, edition)].filter(Boolean).join(". ");
    dot.setAttribute("aria-label", `${told}. Show the bar`);
    dot.title = told;
    dot.textContent = checked && checked.errors > 0 ? String(Math.min(checked.errors, 99)) : "";
    const elsewhere = edition && state === "connected" && isElsewhere(edition.edited);
    go.hidden = !elsewhere;
    if (elsewhere) go.href = String(edition?.edited);
    fill(file, [
      about.source
        ? editorLink(`Edit ${about.source.split("/").pop()}`, about.link, "source")
        : null,
    ]);
    file.hidden = !about.source || !about.link;
    time.textContent = edition ? `updated ${updated}, ${duration(edition.took)}` : "";
    fill(facts, factsOf(about, state, edition, updated));
  }

  function listProblems() {
    if (!checked) {
      fill(list, [make("li", { class: "note" }, "The site is being checked.")]);
      return;
    }
    const { findings, more: left, errors, current } = checked;
    const key = JSON.stringify([findings, left, errors, current]);
    if (key === listed) return;
    listed = key;
    fill(list, [
      (errors > 0 || !current) &&
        make(
          "li",
          { class: "note" },
          make(
            "button",
            {
              type: "button",
              class: "link",
              click: () => {
                open(null);
                actions.showOverlay();
              },
            },
            "Show the errors over the page",
          ),
        ),
      ...findings.map(drawFinding),
      left > 0 && make("li", { class: "note" }, `And ${counted(left, "more problem")}.`),
      findings.length === 0 &&
        make(
          "li",
          { class: "note" },
          "There is nothing wrong with the site that could be found by itself.",
        ),
    ]);
  }

  /**
   * Whether an address is that of another page than this.
   * @param {string | null | undefined} address
   */
  function isElsewhere(address) {
    return Boolean(address) && pathOf(String(address)) !== pathOf(location.href);
  }

  return {
    open,
    isElsewhere,
    follows: () => follow.checked,
    /** @param {About} page */
    describe(page) {
      about = page;
      refresh();
    },
    /** @param {Edition} newest */
    show(newest) {
      if (newest.revision !== edition?.revision) updated = timeNow();
      edition = newest;
      if (newest.settled) checked = newest;
      listProblems();
      refresh();
    },
    /** @param {State} now */
    connection(now) {
      state = now;
      refresh();
    },
  };
}

/**
 * The path of an address, written in one way.
 * @param {string} address
 */
function pathOf(address) {
  const path = new URL(address, location.origin).pathname.replace(/\/index\.html$/, "/");
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
