// @ts-check
// The list of what the audit of this page found, and the frame around what is pointed at.

import { audit, MOST } from "./audit.js";
import { describe } from "./audit-names.js";
import { fill, make, prose } from "./make.js";
import { counted } from "./words.js";

/** @typedef {ReturnType<typeof createCheckup>} Checkup */
/** @typedef {import("./audit.js").Result} Result */

/** How many elements of one rule are listed. */
const SHOWN = 12;

/**
 * Makes the list, which is filled when someone looks at it.
 * @param {import("./surface.js").Surface} surface
 */
export function createCheckup(surface) {
  let watched = false;
  const summary = make("p", { class: "summary", role: "status" });
  const list = make("ul", { class: "findings" });
  const people = make("ul");
  const element = make(
    "div",
    { class: "checkup" },
    make(
      "p",
      { class: "rest" },
      make("button", { type: "button", click: run }, "Check again"),
      " ",
      summary,
    ),
    list,
    make("h3", {}, "A person must check"),
    people,
  );
  const frame = createFrame(surface);

  function run() {
    const { results, people: questions } = audit(document);
    const found =
      results.length === 0
        ? "Nothing found that can be decided by a program."
        : `${counted(results.length, "kind")} of problem found on this page.`;
    if (summary.textContent !== found) summary.textContent = found;
    fill(
      list,
      results.map((result) => draw(result, frame.show)),
    );
    fill(
      people,
      questions.map((question) => make("li", {}, question)),
    );
    frame.settle();
  }

  return {
    element,
    /** @param {boolean} on whether someone looks at the list */
    watch(on) {
      if (on && !watched) run();
      if (!on) frame.hide();
      watched = on;
    },
    /** Looks again, if someone looks at the list. */
    again() {
      if (watched) run();
    },
  };
}

/**
 * @param {Result} result
 * @param {(element: Element) => void} point
 */
function draw({ rule, spots }, point) {
  return make(
    "li",
    { class: "finding warning" },
    make("p", { class: "message" }, ...prose(rule.sentence)),
    make("p", { class: "help" }, make("b", {}, "What to do: "), ...prose(rule.advice)),
    make(
      "ul",
      { class: "spots" },
      ...spots.slice(0, SHOWN).map(({ element, note }, index) =>
        make(
          "li",
          {},
          make(
            "button",
            {
              type: "button",
              class: "link",
              "data-key": `${rule.id} ${index}`,
              click: () => point(element),
            },
            describe(element),
          ),
          note ? ` ${note}` : null,
        ),
      ),
      spots.length > SHOWN && make("li", {}, `and ${spots.length - SHOWN} ${spots.length < MOST ? "more" : "or more"}`),
    ),
    make("p", { class: "meaning" }, make("code", {}, rule.id), ` WCAG 2.2: ${rule.criterion}`),
  );
}

/**
 * A frame that is drawn around an element of the page, over it: the page itself is not touched.
 * @param {import("./surface.js").Surface} surface
 */
function createFrame(surface) {
  /** @type {Element | null} */
  let target = null;
  const frame = make("div", { class: "frame", "aria-hidden": "true", hidden: true });
  surface.add(frame);
  const settle = () => {
    const rect = target?.isConnected ? target.getBoundingClientRect() : null;
    frame.hidden = rect === null;
    if (!rect) return;
    frame.style.transform = `translate(${rect.left - 4}px, ${rect.top - 4}px)`;
    frame.style.width = `${rect.width + 8}px`;
    frame.style.height = `${rect.height + 8}px`;
  };
  window.addEventListener("scroll", settle, { capture: true, passive: true });
  window.addEventListener("resize", settle, { passive: true });
  return {
    settle,
    /** @param {Element} element */
    show(element) {
      target = element;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      // Near the top of the window, since on a telephone the list covers the rest.
      window.scrollBy({
        top: element.getBoundingClientRect().top - innerHeight * 0.15,
        behavior: calm ? "instant" : "smooth",
      });
      settle();
    },
    hide() {
      target = null;
      settle();
    },
  };
}
