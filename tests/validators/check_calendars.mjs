// Calendars once more: ical.js reads them, and what it writes again is the same calendar.

import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const { default: ICAL } = await import(
  createRequire(new URL("../browser/", import.meta.url)).resolve("ical.js"),
);

/** Throws if a calendar is not one. */
function check(text) {
  const parsed = ICAL.parse(text);
  const calendar = new ICAL.Component(parsed);
  const entries = calendar.getAllSubcomponents("vevent").map((entry) => new ICAL.Event(entry));
  if (entries.length === 0) throw new Error("there is nothing in it");
  for (const entry of entries) {
    if (!entry.uid || !entry.summary) throw new Error(`an entry without id or title: ${entry}`);
    if (!(entry.endDate.compare(entry.startDate) >= 0)) throw new Error(`${entry.summary} ends first`);
    if (entry.isRecurring()) {
      // What comes round every year has the next times that one expects.
      const times = entry.iterator();
      const [first, second] = [times.next(), times.next()];
      if (first.compare(entry.startDate) !== 0 || second.month !== first.month) {
        throw new Error(`${entry.summary} comes round at another time`);
      }
    }
  }
  const again = JSON.stringify(ICAL.parse(calendar.toString()));
  if (again !== JSON.stringify(parsed)) throw new Error("it is not the same when it is written again");
}

const files = process.argv.slice(2).flatMap((site) =>
  readdirSync(site, { recursive: true })
    .filter((file) => file.endsWith(".ics"))
    .map((file) => join(site, file)),
);
if (files.length === 0) throw new Error("no site has a calendar");
const texts = files.map((file) => readFileSync(file, "utf8"));
texts.forEach(check);

for (const [right, wrong] of [
  ["DTSTART;VALUE=DATE:", "DTSTART;VALUE=DATE:x"],
  ["SUMMARY", "X-SUMMARY"],
  ["END:VCALENDAR", ""],
]) {
  let refused = false;
  try {
    check(texts[0].replace(right, wrong));
  } catch {
    refused = true;
  }
  if (!refused) throw new Error(`the check does not see ${wrong} for ${right}`);
}
console.log(`${files.length} calendars are the same when they are read and written again`);
