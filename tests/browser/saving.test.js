// Editors save in many ways. The page shows what was saved, whichever it was.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { isUndisturbed, own, settleDown, shows, visit } from "./visitor.js";

const NAME = "content/cities/port-belle.md";

/** @type {Record<string, (file: string, text: string) => void>} */
const WAYS = {
  "emptied and filled again, as by nano": (file, text) => {
    const opened = fs.openSync(file, "w");
    fs.writeSync(opened, text.slice(0, 100));
    fs.writeSync(opened, text.slice(100));
    fs.fsyncSync(opened);
    fs.closeSync(opened);
  },
  "renamed from a temporary file, as by Visual Studio Code and gedit": (file, text) => {
    const temporary = path.join(path.dirname(file), ".goutputstream-ABC123");
    fs.writeFileSync(temporary, text);
    fs.renameSync(temporary, file);
  },
  "written anew with the old one kept as a backup, as by vim": (file, text) => {
    fs.writeFileSync(path.join(path.dirname(file), "4913"), "");
    fs.rmSync(path.join(path.dirname(file), "4913"));
    fs.renameSync(file, `${file}~`);
    fs.writeFileSync(file, text);
    fs.rmSync(`${file}~`);
  },
  "with a swap file beside it, as by vim": (file, text) => {
    const swap = path.join(path.dirname(file), `.${path.basename(file)}.swp`);
    fs.writeFileSync(swap, "b0VIM");
    fs.writeFileSync(file, text);
    fs.rmSync(swap);
  },
  "with a lock, an automatic copy and a backup, as by Emacs": (file, text) => {
    const [folder, name] = [path.dirname(file), path.basename(file)];
    fs.symlinkSync("ana@desk.1234:1700000000", path.join(folder, `.#${name}`));
    fs.writeFileSync(path.join(folder, `#${name}#`), text);
    fs.copyFileSync(file, `${file}~`);
    fs.writeFileSync(file, text);
    fs.rmSync(path.join(folder, `#${name}#`));
    fs.rmSync(path.join(folder, `.#${name}`));
  },
  "in place, as by sed": (file, text) => {
    const [, word] = /A (\w+) and a pilot/.exec(text) ?? [];
    execFileSync("sed", ["-i", `s/A [a-z]* and a pilot/A ${word} and a pilot/`, file]);
  },
  "removed and written, as by careless programs": (file, text) => {
    fs.rmSync(file);
    fs.writeFileSync(file, text);
  },
  "written twice in a row": (file, text) => {
    fs.writeFileSync(file, text.slice(0, 40));
    fs.writeFileSync(file, text);
  },
};

test("a file is saved", async (t) => {
  const { site, page } = await visit(t);
  await settleDown(page);
  for (const [index, [way, save]] of Object.entries(WAYS).entries()) {
    await t.test(way, async () => {
      const text = `A ${"abcdefgh"[index]}baker and a pilot`;
      save(site.at(NAME), site.read(NAME).replace(/A \w+ and a pilot/, text));
      await shows(page, text);
      await own(page, ".panel[data-state=good]").waitFor();
      await isUndisturbed(page);
    });
  }
});
