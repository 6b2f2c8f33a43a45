// @ts-check
// The line to the server: it hears of newer editions, and when it breaks it is mended for ever.

import { ownScript } from "./page.js";

/**
 * @typedef {object} Place
 * @property {string} file
 * @property {number} [line]
 * @property {number} [column]
 * @property {number} [endLine]
 * @property {number} [endColumn]
 * @property {string} [label]
 * @property {string} [text]
 * @property {number} [textColumn]
 * @property {string} [link]
 */
/**
 * @typedef {object} Finding
 * @property {string} severity
 * @property {string} code
 * @property {string} [meaning]
 * @property {string} message
 * @property {string[]} [help]
 * @property {boolean} [saved]
 * @property {Place[]} [places]
 */
/**
 * @typedef {object} Edition
 * @property {string} session
 * @property {number} revision
 * @property {number} took
 * @property {boolean} settled
 * @property {boolean} current
 * @property {number} errors
 * @property {number} warnings
 * @property {Finding[]} findings
 * @property {number} more
 * @property {Record<string, number>} assets
 * @property {string[]} saved
 * @property {string | null} edited
 */
/** @typedef {"connecting" | "connected" | "stopped"} State */
/**
 * @typedef {object} Listener
 * @property {() => string} session the run of the server that the page comes from
 * @property {(edition: Edition) => void} edition
 * @property {(state: State) => void} state
 * @property {() => void} restarted called when another run of the server answers
 */

/** How long to wait before knocking again, in milliseconds. */
const PAUSE = 1000;

/**
 * Listens to the server while the page can be seen. A hidden tab lets go of its connection, since
 * browsers grant a host six of them, and with a seventh tab everything would stand still. What a
 * tab has missed it makes up for when it is looked at again: the newest edition comes first.
 * @param {Listener} listener
 */
export function connect(listener) {
  /** @type {EventSource | null} */
  let source = null;
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    const query = new URLSearchParams({ session: listener.session(), page: location.pathname });
    source = new EventSource(`/.jumelage/events?${query}`);
    source.addEventListener("open", () => listener.state("connected"));
    source.addEventListener("edition", (event) => listener.edition(JSON.parse(event.data)));
    source.addEventListener("error", lost);
  };
  // The browser's own way to connect again is not enough: it gives up when it is refused, and it
  // does not know that a new run of the server wants another session.
  const lost = () => {
    close();
    timer = setTimeout(retry, PAUSE);
  };
  const retry = async () => {
    const answer = await knock();
    if (document.hidden) return;
    if (answer === null) {
      listener.state("stopped");
      lost();
    } else if (answer.session !== null && answer.session !== listener.session()) {
      listener.restarted();
    } else {
      // What answers without a session may be the same run all the same: the line itself shows it.
      listener.state("connecting");
      open();
    }
  };

  const seen = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => event.persisted && seen());
  listener.state("connecting");
  seen();
}

/**
 * What answers now: the session of the preview, which not everything that answers has; or null when
 * nothing does.
 * @returns {Promise<{ session: string | null } | null>}
 */
async function knock() {
  try {
    const response = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return { session: ownScript(page)?.dataset.session ?? null };
  } catch {
    return null;
  }
}
