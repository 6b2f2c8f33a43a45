// Whatever is wrong is laid over the last good page, says where it is and what to do, and goes by
// itself when it is mended.

import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";

import { FILES } from "./site.js";
import { isUndisturbed, own, settleDown, shows, visit } from "./visitor.js";

const PORT_BELLE = "content/cities/port-belle.md";
const TEMPLATE = "themes/harbour/templates/city.html";

/** @typedef {ReturnType<typeof import("./site.js").makeSite>} Site */
/**
 * @typedef {object} Mistake
 * @property {string} name
 * @property {(site: Site) => void} make
 * @property {(site: Site) => void} mend
 * @property {string} code
 * @property {string} place
 * @property {RegExp} [excerpt]
 * @property {RegExp} help
 */

/** @type {(file: string, before: string, after: string) => Pick<Mistake, "make" | "mend">} */
const instead = (file, before, after) => ({
  make: (site) => site.edit(file, before, after),
  mend: (site) => site.edit(file, after, before),
});

/** @type {Mistake[]} */
const MISTAKES = [
  {
    name: "a mistake in YAML",
    ...instead(PORT_BELLE, "name: Port-Belle", "name: [Port-Belle"),
    code: "yaml-syntax",
    place: `${PORT_BELLE}:3:8`,
    excerpt: /country: HT/,
    help: /./,
  },
  {
    name: "a key that is not known",
    ...instead(PORT_BELLE, "country: HT", "contry: HT"),
    code: "unknown-key",
    place: `${PORT_BELLE}:3:1`,
    excerpt: /contry: HT/,
    help: /country/,
  },
  {
    name: "a reference to nothing",
    ...instead(PORT_BELLE, "page:about#write", "page:abuot"),
    code: "unknown-page",
    place: `${PORT_BELLE}:`,
    excerpt: /page:abuot/,
    help: /about/,
  },
  {
    name: "a link to a heading that is not there",
    ...instead(PORT_BELLE, "page:about#write", "page:about#wrote"),
    code: "broken-link",
    place: `${PORT_BELLE}:`,
    excerpt: /#wrote/,
    help: /write/,
  },
  {
    name: "a mistake in a template",
    ...instead(TEMPLATE, "{{ city.name | words }}", "{{ city.name | words"),
    code: "template-error",
    place: `${TEMPLATE}:`,
    excerpt: /city\.name/,
    help: /./,
  },
  {
    name: "a template that asks for what is not there",
    ...instead(TEMPLATE, "civic/city.html", "civic/ctiy.html"),
    code: "template-error",
    place: TEMPLATE,
    help: /./,
  },
  {
    name: "a template that is no UTF-8",
    make: (site) => site.write(TEMPLATE, Buffer.from([0x3c, 0x70, 0x3e, 0xe9])),
    mend: (site) => site.write(TEMPLATE, FILES[TEMPLATE]),
    code: "not-utf8",
    place: TEMPLATE,
    help: /UTF-8/,
  },
  {
    name: "settings that cannot be read",
    ...instead("content/site.yaml", "menu: [cities", "menu: {cities"),
    code: "yaml-syntax",
    place: "content/site.yaml:",
    excerpt: /menu: /,
    help: /./,
  },
  {
    name: "settings without a home",
    ...instead("content/site.yaml", "home: rivermouth", "home: rivermuoth"),
    code: "unknown-city",
    place: "content/site.yaml:3:7",
    excerpt: /home: rivermuoth/,
    help: /rivermouth/,
  },
  {
    name: "settings that are not there",
    make: (site) => site.rename("content/site.yaml", "site.yaml"),
    mend: (site) => site.rename("site.yaml", "content/site.yaml"),
    code: "missing-site",
    place: "content/site.yaml",
    help: /./,
  },
  {
    name: "a theme that is not there",
    make: (site) => site.rename("themes/harbour", "harbour"),
    mend: (site) => site.rename("harbour", "themes/harbour"),
    code: "unknown-theme",
    place: "content/site.yaml:7:8",
    excerpt: /theme: harbour/,
    help: /./,
  },
  {
    name: "a file that is no UTF-8",
    make: (site) =>
      site.write("content/pages/about.md", Buffer.from("---\ntitle: Caf\xe9\n---\n", "latin1")),
    mend: (site) => site.write("content/pages/about.md", FILES["content/pages/about.md"]),
    code: "not-utf8",
    place: "content/pages/about.md",
    help: /UTF-8/,
  },
  {
    name: "a file that is in nobody's folder",
    make: (site) => site.write("content/mayor.docx.md", "---\n---\n"),
    mend: (site) => site.remove("content/mayor.docx.md"),
    code: "unexpected-file",
    place: "content/mayor.docx.md",
    help: /./,
  },
];

// An administrator may read everything.
if (process.getuid?.() !== 0) {
  MISTAKES.push({
    name: "a file that may not be read",
    make: (site) => fs.chmodSync(site.at("content/pages/about.md"), 0),
    mend: (site) => fs.chmodSync(site.at("content/pages/about.md"), 0o644),
    code: "unreadable",
    place: "content/pages/about.md",
    help: /./,
  });
}

test("each mistake comes and goes", async (t) => {
  const { site, page } = await visit(t);
  await settleDown(page);
  const overlay = own(page, ".overlay");
  const finding = (/** @type {string} */ code) =>
    overlay.locator(".finding", { has: page.locator(`.meaning code:text-is("${code}")`) }).first();
  for (const mistake of MISTAKES) {
    await t.test(mistake.name, async (t) => {
      mistake.make(site);
      let isMended = false;
      // One that is told wrongly is not in the way of the next.
      t.after(() => isMended || mistake.mend(site));
      await finding(mistake.code).waitFor();
      const told = await finding(mistake.code).innerText();
      assert.ok(told.includes(mistake.place), `${mistake.place} in:\n${told}`);
      assert.match(told, mistake.help);
      if (mistake.excerpt) {
        assert.match(
          await finding(mistake.code).locator(".excerpt").first().innerText(),
          mistake.excerpt,
        );
      }
      const heading = await overlay.getByRole("heading").innerText();
      assert.match(heading, /this page shows the last version without errors/);
      assert.equal(await page.locator("h1").innerText(), "Port-Belle");
      await isUndisturbed(page);
      mistake.mend(site);
      isMended = true;
      await overlay.waitFor({ state: "hidden" });
      await isUndisturbed(page);
    });
  }
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await shows(page, "A baker and a pilot");
});

test("a page that is not yet there says what is wrong too", async (t) => {
  const files = { [PORT_BELLE]: FILES[PORT_BELLE].replace("HT", "Haïti") };
  const { site, page } = await visit(t, { files });
  const overlay = own(page, ".overlay");
  await overlay.waitFor();
  const told = await overlay.innerText();
  assert.match(told, /there is no page to show yet/);
  assert.match(told, /content\/cities\/port-belle\.md:3:10/);
  site.edit(PORT_BELLE, "Haïti", "HT");
  await shows(page, "Port-Belle", "h1");
  await overlay.waitFor({ state: "hidden" });
  await page.waitForFunction(() => {
    const text = document.querySelector(".invitation");
    return text && getComputedStyle(text).letterSpacing === "1px";
  });
  // From here on it is a page like any other.
  await settleDown(page);
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await shows(page, "A baker and a pilot");
  await isUndisturbed(page);
});

test("a site without settings begins to be one", async (t) => {
  const { site, page } = await visit(t, { path: "", files: { "content/site.yaml": null } });
  await own(page, ".overlay").waitFor();
  assert.match(await own(page, ".overlay").innerText(), /content\/site\.yaml/);
  site.write("content/site.yaml", FILES["content/site.yaml"]);
  await shows(page, "Sister Cities of Rivermouth", "header");
  await own(page, ".overlay").waitFor({ state: "hidden" });
});

test("the file that was just saved comes first", async (t) => {
  const { site, page } = await visit(t);
  const first = own(page, ".overlay .finding .file").first();
  site.edit("content/cities/port-belle.md", "country: HT", "contry: HT");
  await first.filter({ hasText: PORT_BELLE }).waitFor();
  site.edit("content/pages/about.md", "title:", "titel:");
  await first.filter({ hasText: "content/pages/about.md" }).waitFor();
  site.edit("content/cities/port-belle.md", "contry: HT", "contry: DO");
  await first.filter({ hasText: PORT_BELLE }).waitFor();
  assert.match(await own(page, ".overlay h2").innerText(), /^2 errors/);
});

test("what is put away stays away until the errors are others", async (t) => {
  const { site, preview, page } = await visit(t);
  const overlay = own(page, ".overlay");
  site.edit(PORT_BELLE, "country: HT", "contry: HT");
  await overlay.waitFor();
  await page.keyboard.press("Escape");
  await overlay.waitFor({ state: "hidden" });
  assert.match(await own(page, ".tab.problems").innerText(), /error/);

  // It stays away over other edits, and on other pages.
  const updated = await own(page, ".time").textContent();
  site.edit(PORT_BELLE, "A teacher", "One line more.\n\nA teacher");
  await page.waitForFunction(
    (updated) =>
      document.querySelector("jumelage-preview")?.shadowRoot?.querySelector(".time")
        ?.textContent !== updated,
    updated,
  );
  assert.ok(await overlay.isHidden());
  await page.goto(`${preview.address}about/`);
  await own(page, ".panel[data-state=errors]").waitFor();
  assert.ok(await overlay.isHidden());

  // It can be had back, and comes by itself with another error.
  await own(page, ".tab.problems").click();
  await own(page, "button:text('Show the errors over the page')").click();
  await overlay.waitFor();
  await overlay.getByRole("button", { name: "Show the page" }).click();
  await overlay.waitFor({ state: "hidden" });
  site.edit("content/pages/about.md", "title:", "titel:");
  await overlay.waitFor();
  site.edit("content/pages/about.md", "titel:", "title:");
  site.edit(PORT_BELLE, "contry: HT", "country: HT");
  await overlay.waitFor({ state: "hidden" });
});

test("what was put away and mended comes again when it is wrong again", async (t) => {
  const { site, page } = await visit(t);
  const overlay = own(page, ".overlay");
  for (const _ of ["once", "again"]) {
    site.edit(PORT_BELLE, "country: HT", "contry: HT");
    await overlay.waitFor();
    await page.keyboard.press("Escape");
    await overlay.waitFor({ state: "hidden" });
    site.edit(PORT_BELLE, "contry: HT", "country: HT");
    await own(page, ".panel[data-state=good]").waitFor();
  }
});

test("while a site is checked, what was found before stays", async (t) => {
  const { page } = await visit(t);
  // A line on which the test says what the server would.
  await page.addInitScript(() => {
    const line = new EventTarget();
    Object.assign(line, { close() {} });
    Object.assign(window, {
      EventSource: function () {
        return line;
      },
      tell(/** @type {object} */ edition) {
        line.dispatchEvent(new Event("open"));
        line.dispatchEvent(new MessageEvent("edition", { data: JSON.stringify(edition) }));
      },
    });
  });
  await page.reload();
  const finding = { severity: "error", code: "unknown-key", message: "no such key", places: [] };
  const usual = { session: "", revision: 1, took: 1, current: true, warnings: 0, more: 0, saved: [] };
  const tell = (/** @type {object} */ edition) =>
    page.evaluate((edition) => /** @type {any} */ (window).tell(edition), { ...usual, ...edition });
  const overlay = own(page, ".overlay");
  const count = own(page, ".tab.problems");
  const list = own(page, ".drawer:visible .findings");
  await count.click();

  await tell({ settled: false, errors: 0, findings: [] });
  await count.filter({ hasText: "Checking" }).waitFor();
  assert.match(await list.innerText(), /is being checked/);
  await tell({ settled: true, errors: 1, findings: [finding] });
  await overlay.waitFor();
  assert.equal(await count.innerText(), "1 error");
  await tell({ settled: false, errors: 0, findings: [] });
  await count.filter({ hasText: "Checking" }).waitFor();
  assert.match(await overlay.innerText(), /No such key/);
  await tell({ settled: true, errors: 0, findings: [] });
  await count.filter({ hasText: "No problems" }).waitFor();
  await overlay.waitFor({ state: "hidden" });
});

test("a link opens the line in the editor", async (t) => {
  for (const [options, scheme] of [
    [[], "vscode://file"],
    [["--editor", "zed"], "zed://file"],
  ]) {
    const { site, page } = await visit(t, { options: /** @type {string[]} */ (options) });
    site.edit(PORT_BELLE, "country: HT", "contry: HT");
    const link = own(page, ".overlay a.file").first();
    assert.equal(await link.getAttribute("href"), `${scheme}${site.at(PORT_BELLE)}:3:1`);
    assert.equal(await link.innerText(), `${PORT_BELLE}:3:1`);
  }
});

test("a text of a file is never taken for a part of the page", async (t) => {
  const { site, page } = await visit(t);
  const markup = "<img src=x onerror=document.title=`taken`>";
  site.edit(PORT_BELLE, "country: HT", `country: "${markup}"`);
  await own(page, ".overlay").waitFor();
  assert.ok((await own(page, ".overlay").innerText()).includes(markup));
  assert.equal(await own(page, ".overlay img").count(), 0);
  assert.notEqual(await page.title(), "taken");
});

test("warnings do not lie over the page", async (t) => {
  const { site, page } = await visit(t);
  await settleDown(page);
  site.write("content/cities/elsewhere.md", "---\nname: Elsewhere\ncountry: FR\n---\nA town.\n");
  await own(page, ".panel[data-state=warnings]").waitFor();
  assert.ok(await own(page, ".overlay").isHidden());
  await isUndisturbed(page);
});
