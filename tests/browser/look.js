// Takes pictures of one page of each kind, of every site in every theme, in three widths, in light
// and in dark, for people to look at: `tests/browser/run look FOLDER`.

import fs from "node:fs";
import path from "node:path";

import { launch } from "./browser.js";
import { editions, mirrored, onePageOfEachKind, onePageOfEachKindInATheme } from "./published/published.js";
import { serve } from "./published/server.js";

const WIDTHS = [390, 768, 1280];
const SCHEMES = /** @type {const} */ (["light", "dark"]);

const [target] = process.argv.slice(2);
if (!target) throw new Error("tell into which folder: tests/browser/run look FOLDER");

const browser = await launch();
const tab = await browser.newPage({ reducedMotion: "reduce" });
let pictures = 0;
for (const edition of editions) await look(edition, onePageOfEachKind(edition));
for (const { edition, pages } of onePageOfEachKindInATheme(mirrored)) await look(edition, pages);
await browser.close();
console.log(`${pictures} pictures in ${target}`);

/**
 * Takes all pictures of an edition: FOLDER/SITE.THEME/KIND.WIDTH.SCHEME.png.
 * @param {import("./published/published.js").Edition} edition
 * @param {import("./published/published.js").PublishedPage[]} pages
 */
async function look(edition, pages) {
  const folder = path.join(/** @type {string} */ (target), path.basename(edition.folder));
  fs.mkdirSync(folder, { recursive: true });
  const server = await serve(edition.folder);
  for (const page of pages) {
    await tab.goto(server.address + page.path);
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await tab.emulateMedia({ colorScheme });
        const name = `${page.kind}.${width}.${colorScheme}.png`;
        await tab.screenshot({ path: path.join(folder, name), fullPage: true });
        pictures += 1;
      }
    }
  }
  server.close();
}
