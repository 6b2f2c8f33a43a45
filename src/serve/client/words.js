// @ts-check
// Numbers, days and times in words.

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** The time of day, such as `12:03:11`. */
export function timeNow() {
  return new Date().toLocaleTimeString("en-GB");
}

/**
 * How long something took.
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  return milliseconds < 1000
    ? `${Math.max(1, Math.round(milliseconds))} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Who sees a page, in words, or null if everyone does.
 * @param {string | undefined} visibility as the server tells it, such as `scheduled 2027-01-01`
 * @returns {string | null}
 */
export function visibilityInWords(visibility) {
  const [state, date] = (visibility ?? "").split(" ");
  if (state === "draft") return "Draft: not published";
  if (state === "scheduled") return `Scheduled: published from ${day(date)}`;
  if (state === "expired") return `Expired: last published on ${day(date)}`;
  return null;
}

/** @param {string | undefined} date */
function day(date) {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date ?? "another day";
  return at.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
