// Measures how long it takes from the end of a save until the open page shows it, on the example
// site. Run by hand with `tests/browser/run measure`; nothing fails by being slow.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { isListening, launch } from "./browser.js";
import { repository, startPreview } from "./preview.js";
import { picture } from "./site.js";

const TIMES = 20;
const CITY = "content/cities/les-cayes.md";
const OVERRIDE = "themes/civic/templates/partials/footer.html";

/** @typedef {{ name: string, file: string, text: (count: number) => string, isShown: (count: number) => boolean }} Kind */

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "jumelage-"));
for (const part of ["content", "themes"]) {
  fs.cpSync(path.join(repository, part), path.join(folder, part), { recursive: true });
}
const read = (/** @type {string} */ name) => fs.readFileSync(path.join(folder, name), "utf8");
fs.mkdirSync(path.join(folder, "content/files"), { recursive: true });
fs.writeFileSync(path.join(folder, "content/files/probe.svg"), picture(10));
fs.appendFileSync(path.join(folder, CITY), "\n![A probe](../files/probe.svg)\n");

const before = {
  city: read(CITY),
  site: read("content/site.yaml"),
  strings: read("themes/civic/strings/en.ftl"),
  style: read("themes/civic/assets/site.css"),
  footer: read(OVERRIDE),
};

/** @type {Kind[]} */
const KINDS = [
  {
    name: "text",
    file: CITY,
    text: (count) => `${before.city}\nProbe ${count}.\n`,
    isShown: (count) => document.body.textContent?.includes(`Probe ${count}.`) ?? false,
  },
  {
    name: "front matter",
    file: CITY,
    text: (count) => before.city.replace(/^name: .*$/m, `name: Probe ${count}`),
    isShown: (count) =>
      document.querySelector("h1")?.textContent?.includes(`Probe ${count}`) ?? false,
  },
  {
    name: "template",
    file: OVERRIDE,
    text: (count) => `${before.footer}<p>Template ${count}.</p>\n`,
    isShown: (count) => document.body.textContent?.includes(`Template ${count}.`) ?? false,
  },
  {
    name: "style",
    file: "themes/civic/assets/site.css",
    text: (count) => `${before.style}\nbody { --probe: ${count}; }\n`,
    isShown: (count) =>
      getComputedStyle(document.body).getPropertyValue("--probe").trim() === String(count),
  },
  {
    name: "strings",
    file: "themes/civic/strings/en.ftl",
    text: (count) => before.strings.replace(/^skip = .*$/m, `skip = Skip ${count}.`),
    isShown: (count) => document.body.textContent?.includes(`Skip ${count}.`) ?? false,
  },
  {
    name: "settings",
    file: "content/site.yaml",
    text: (count) => before.site.replace(/^name: .*$/m, `name: { en: Site ${count}. }`),
    isShown: (count) => document.body.textContent?.includes(`Site ${count}.`) ?? false,
  },
  {
    name: "picture",
    file: "content/files/probe.svg",
    text: (count) => picture(100 + count),
    isShown: (count) =>
      [...document.images].some((image) => image.naturalWidth === 100 + count && image.complete),
  },
  {
    name: "mistake (overlay)",
    file: CITY,
    text: (count) => before.city.replace(/^country: /m, `contry${count}: `),
    isShown: (count) => {
      const preview = document.querySelector("jumelage-preview")?.shadowRoot;
      const overlay = preview?.querySelector(".overlay:not([hidden])");
      return overlay?.textContent?.includes(`contry${count}`) ?? false;
    },
  },
];

const preview = await startPreview(folder);
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${preview.address}cities/les-cayes/`);
await isListening(page);
// A picture out of sight is not loaded.
await page.locator("img[src*=probe]").scrollIntoViewIfNeeded();

console.log(`Median of ${TIMES} edits each, in milliseconds; load ${os.loadavg()[0].toFixed(1)}\n`);
print("kind", "median", "fastest", "slowest");
for (const kind of KINDS) {
  const usual = read(kind.file);
  const times = [];
  for (let count = 1; count <= TIMES; count += 1) {
    // The page looks again and again, and notes the time by the clock that both share.
    const shown = page.evaluate(
      ([source, count]) => {
        const isShown = /** @type {Kind["isShown"]} */ (Function(`return ${source}`)());
        return new Promise((resolve) => {
          const look = () => (isShown(Number(count)) ? resolve(Date.now()) : setTimeout(look, 1));
          look();
        });
      },
      [kind.isShown.toString(), count],
    );
    const saved = save(kind.file, kind.text(count));
    times.push(Number(await shown) - saved);
    // What else this save has set going shall not be in the way of the next.
    await page.waitForTimeout(150);
  }
  save(kind.file, usual);
  await page.waitForTimeout(500);
  times.sort((one, other) => one - other);
  const median = (times[TIMES / 2 - 1] + times[TIMES / 2]) / 2;
  print(kind.name, median.toFixed(0), times[0], times[TIMES - 1]);
}
await browser.close();
await preview.stop();
fs.rmSync(folder, { recursive: true });

/**
 * Saves a file, and says when that was done.
 * @param {string} name
 * @param {string} text
 */
function save(name, text) {
  const file = fs.openSync(path.join(folder, name), "w");
  fs.writeSync(file, text);
  fs.fsyncSync(file);
  fs.closeSync(file);
  return Date.now();
}

/** @param {(string | number)[]} cells */
function print(...cells) {
  const [name, ...numbers] = cells.map(String);
  console.log(name.padEnd(20) + numbers.map((number) => number.padStart(9)).join(""));
}
