// Builds every site in every theme, and once more with a language that is written from right to
// left, into a folder: `node published/build.js FOLDER`. The tests beside this file visit them.

import fs from "node:fs";
import path from "node:path";

import { build, repository } from "../preview.js";

/** The sites, by their folders in the repository. */
const SITES = ["", ...folders("tests/sites").map((name) => `tests/sites/${name}`)];

/** The built-in themes. */
const THEMES = folders("themes").filter((name) =>
  fs.existsSync(path.join(repository, "themes", name, "theme.yaml")),
);

/** The day on which the sites are built: the same as in the tests of the suite. */
const TODAY = "2026-05-01";

/** A few words from right to left, for a home page; all other pages there have a frame that is. */
const MIRRORED = "---\ntitle: דוגמה\n---\nזוהי **דוגמה** של טקסט מימין לשמאל, 1982 – 2026.\n";

const [target] = process.argv.slice(2);
if (!target) throw new Error("tell into which folder: node published/build.js FOLDER");

for (const site of SITES) {
  for (const theme of THEMES) {
    const name = `${path.basename(site) || "cambridge"}.${theme}`;
    publish(name, site, (settings) => settings.replace(/^theme: .*$/m, `theme: ${theme}`));
    publish(
      `${name}.mirrored`,
      site,
      (settings) =>
        settings
          .replace(/^theme: .*$/m, `theme: ${theme}`)
          .replace(/^languages: \[(.*)\]$/m, "languages: [$1, he]"),
      { "content/home.he.md": MIRRORED },
    );
  }
}

/**
 * Builds a site with other settings, with the themes as they are in the repository.
 * @param {string} name of the folder in the target
 * @param {string} site
 * @param {(settings: string) => string} change
 * @param {Record<string, string>} [files] further ones
 */
function publish(name, site, change, files = {}) {
  const sources = path.join(/** @type {string} */ (target), "sources", name);
  fs.cpSync(path.join(repository, site, "content"), path.join(sources, "content"), {
    recursive: true,
  });
  fs.cpSync(path.join(repository, "themes"), path.join(sources, "themes"), { recursive: true });
  const settings = path.join(sources, "content/site.yaml");
  const before = fs.readFileSync(settings, "utf8");
  const after = change(before);
  fs.writeFileSync(settings, after);
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(sources, file), text);
  build(sources, path.join(/** @type {string} */ (target), "public", name), ["--today", TODAY]);
}

/**
 * The folders in a folder of the repository.
 * @param {string} name
 */
function folders(name) {
  return fs
    .readdirSync(path.join(repository, name), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
