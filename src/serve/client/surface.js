// @ts-check
// Where everything of the preview is drawn: apart from the page, so that neither can touch the
// other. It stands beside the body, which updates replace, and has styles of its own.

import { make } from "./make.js";
import { styles } from "./styles.js";

/** @typedef {ReturnType<typeof createSurface>} Surface */

/** Puts the surface into the page. */
export function createSurface() {
  const host = document.createElement("jumelage-preview");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const news = make("p", { class: "unseen", "aria-live": "polite" });
  const root = make("div", { class: "root", lang: "en", dir: "ltr" }, news);
  shadow.append(root);
  document.documentElement.append(host);

  return {
    /** @param {HTMLElement[]} elements */
    add: (...elements) => root.append(...elements),
    /**
     * Tells those who cannot see it.
     * @param {string} text
     */
    say(text) {
      // A text that stays the same is not spoken again, so it is taken away first.
      news.textContent = "";
      setTimeout(() => (news.textContent = text), 50);
    },
  };
}
