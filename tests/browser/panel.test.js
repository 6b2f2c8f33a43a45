// The bar at the bottom of each page, what it opens, and whether everybody can use it.

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

import { FILES } from "./site.js";
import { open, own, shows, visit } from "./visitor.js";

const PORT_BELLE = "content/cities/port-belle.md";
const TEMPLATE = "themes/harbour/templates/city.html";
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @typedef {import("playwright-core").Page} Page */

test("the panel counts what is wrong, and lists it", async (t) => {
  const { site, page } = await visit(t);
  const count = own(page, ".tab.problems");
  assert.equal(await count.innerText(), "No problems");
  site.write("content/cities/elsewhere.md", "---\nname: Elsewhere\ncountry: FR\n---\nA town.\n");
  await count.filter({ hasText: /^1 warning$/ }).waitFor();
  site.edit(PORT_BELLE, "country: HT", "contry: HT");
  await count.filter({ hasText: "1 error, 1 warning" }).waitFor();
  await own(page, ".overlay .close").click();
  await count.click();
  const list = own(page, ".drawer:visible");
  assert.match(await list.innerText(), /content\/cities\/elsewhere\.md/);
  assert.match(await list.innerText(), /contry: HT/);
  site.edit(PORT_BELLE, "contry: HT", "country: HT");
  site.remove("content/cities/elsewhere.md");
  await count.filter({ hasText: "No problems" }).waitFor();
  assert.match(await list.innerText(), /nothing wrong/);
});

test("the panel says which file made the page, and opens it", async (t) => {
  const { site, preview, page } = await visit(t);
  const link = own(page, ".bar a.file");
  assert.equal(await link.innerText(), "Edit port-belle.md");
  assert.equal(await link.getAttribute("href"), `vscode://file${site.at(PORT_BELLE)}:1:1`);
  await own(page, ".tab.about").click();
  assert.match(await own(page, ".drawer:visible").innerText(), /content\/cities\/port-belle\.md/);
  await page.goto(`${preview.address}cities/`);
  await own(page, ".tab.about").click();
  assert.match(await own(page, ".drawer:visible").innerText(), /no file of its own/);
});

test("pages that are not public are marked", async (t) => {
  const text = "---\ntitle: The ferry\n---\nFrom Monday on.\n";
  const { site, page } = await visit(t, {
    path: "ferry/",
    options: ["--today", "2026-05-01"],
    files: { "content/pages/ferry.md": text },
  });
  const mark = own(page, ".mark");
  assert.ok(await mark.isHidden());
  for (const [line, words] of [
    ["draft: true", "Draft: not published"],
    ["publish_from: 2027-01-01", "Scheduled: published from 1 January 2027"],
    ["expires: 2026-02-28", "Expired: last published on 28 February 2026"],
  ]) {
    site.write("content/pages/ferry.md", text.replace("title", `${line}\ntitle`));
    await mark.filter({ hasText: words }).waitFor();
    assert.ok(await own(page, ".stripe").isVisible());
  }
  site.write("content/pages/ferry.md", text);
  await mark.waitFor({ state: "hidden" });
});

test("an editor is taken to the page that was just saved, if they want that", async (t) => {
  const { site, preview, page } = await visit(t);
  const go = own(page, "a.go");
  assert.ok(await go.isHidden(), "nothing was edited yet");
  site.edit("content/pages/about.md", "Who runs", "Who really runs");
  await go.waitFor();
  assert.equal(new URL((await go.getAttribute("href")) ?? "", page.url()).pathname, "/about/");

  await own(page, ".tab.about").click();
  await own(page, "#follow").check();
  site.edit("content/home.md", "Rivermouth has", "Our Rivermouth has");
  await page.waitForURL(preview.address);
  await shows(page, "Our Rivermouth has");
  site.edit("content/cities/port-belle.ht.md", "Yon pwofesè", "Yon boulanje");
  await page.waitForURL(`${preview.address}ht/cities/port-belle/`);
  await shows(page, "Yon boulanje");

  // Who walks on by themselves is not thrown back.
  await page.goto(`${preview.address}about/`);
  await own(page, ".panel[data-state=good]").waitFor();
  await page.waitForTimeout(300);
  assert.equal(page.url(), `${preview.address}about/`);
});

test("the audit is silent about a new site, and finds what is wrong", async (t) => {
  const { site, page } = await visit(t);
  await own(page, ".tab.check").click();
  const found = own(page, ".drawer:visible .findings .meaning code");
  const rules = () => found.allInnerTexts();
  assert.match(await own(page, ".checkup").innerText(), /Nothing found/);
  assert.deepEqual(await rules(), []);

  for (const [rule, fault] of [
    ["image-alt-file-name", '<img alt="market.svg" src="{{ root }}files/market.svg">'],
    ["link-vague", '<a href="{{ root }}about/">Click here</a>'],
    ["contrast", '<p class="pale">Read me</p>'],
    ["heading-skipped", "<h5>Too deep</h5>"],
    ["field-label", '<input placeholder="Name">'],
  ]) {
    await t.test(rule, async () => {
      if (rule === "contrast") {
        site.write("themes/harbour/assets/site.css", ".pale { color: #bbb; background: #fff; }\n");
      }
      site.write(TEMPLATE, FILES[TEMPLATE].replace("{{ super() }}", `${fault}\n{{ super() }}`));
      await found.filter({ hasText: new RegExp(`^${rule}$`) }).waitFor();
      assert.deepEqual(await rules(), [rule]);
      // A click shows where it is.
      await own(page, ".drawer:visible .spots button").first().click();
      await own(page, ".frame").waitFor();
      site.write(TEMPLATE, FILES[TEMPLATE]);
      await found.first().waitFor({ state: "detached" });
    });
  }
});

test("a picture without a text alternative is found, whoever has put it there", async (t) => {
  const { site, page } = await visit(t);
  await own(page, ".tab.check").click();
  await page.evaluate(() => document.querySelector("main")?.append(new Image(20, 20)));
  await own(page, ".checkup button").first().click();
  await own(page, ".drawer:visible .meaning").filter({ hasText: "image-alt" }).waitFor();
  const fault = '<img src="{{ root }}files/market.svg">{{ super() }}';
  site.write(TEMPLATE, FILES[TEMPLATE].replace("{{ super() }}", fault));
  await own(page, ".overlay .finding").filter({ hasText: "page-structure" }).waitFor();
});

test("of very many faults, the audit lists a few and does not look for all", async (t) => {
  const { page } = await visit(t);
  await shows(page, "Letter 3 told");
  await page.evaluate(() => {
    const main = document.querySelector("main");
    for (let count = 0; count < 3000; count += 1) {
      main?.append(Object.assign(document.createElement("a"), { href: "/" }));
    }
  });
  await own(page, ".tab.check").click();
  const links = own(page, ".drawer:visible .finding").filter({ hasText: "link-name" });
  await links.filter({ hasText: "and 488 or more" }).waitFor();
});

test("small targets that stand close are found, and those with room are not", async (t) => {
  const { page } = await visit(t);
  await shows(page, "Letter 3 told");
  await page.evaluate(() => {
    const field = document.createElement("div");
    field.style.cssText = "position: relative; height: 40rem; width: 60rem";
    for (const [left, top, name] of [
      [0, 0, "close one"],
      [14, 0, "close two"],
      [300, 300, "lonely"],
      // On the border of two squares of the grid in which neighbours are looked for.
      [500, 120, "upper"],
      [500, 136, "lower"],
    ]) {
      const button = document.createElement("button");
      button.setAttribute("aria-label", String(name));
      button.style.cssText = `all: unset; position: absolute; width: 10px; height: 10px; left: ${left}px; top: ${top}px`;
      field.append(button);
    }
    document.querySelector("main")?.prepend(field);
  });
  await own(page, ".tab.check").click();
  const found = own(page, ".drawer:visible .finding").filter({ hasText: "target-size" });
  const names = await found.locator(".spots button").allInnerTexts();
  assert.deepEqual(
    names.map((name) => /“(.*)”/.exec(name)?.[1]),
    ["close one", "close two", "upper", "lower"],
  );
});

test("the audit is silent about every page of the small site", async (t) => {
  const { preview, page } = await visit(t);
  for (const path of ["", "about/", "cities/", "timeline/", "ht/", "ht/cities/port-belle/"]) {
    await page.goto(preview.address + path);
    await own(page, ".tab.check").click();
    assert.match(await own(page, ".checkup .summary").innerText(), /Nothing found/, path);
  }
});

test("everything is reached with the keyboard, and Escape closes it", async (t) => {
  const { site, page } = await visit(t);
  site.edit("content/pages/about.md", "Who runs", "Who really runs");
  await own(page, "a.go").waitFor();
  const focused = () =>
    page.evaluate(() => {
      const preview = document.querySelector("jumelage-preview")?.shadowRoot;
      const element = preview?.activeElement;
      return element ? element.className || element.id : null;
    });
  // Shift and Tab lead from the top of a page to its end, and so into the panel.
  const reached = new Set();
  await own(page, ".tab.about").focus();
  await page.keyboard.press("Enter");
  await own(page, ".drawer:visible #follow").waitFor();
  await own(page, ".fold").focus();
  for (let steps = 0; steps < 12; steps += 1) {
    const now = await focused();
    if (now === null) break;
    reached.add(now);
    await page.keyboard.press("Shift+Tab");
  }
  assert.deepEqual(
    ["fold", "tab about", "tab check", "file", "go", "tab problems", "follow", "close"].filter(
      (name) => !reached.has(name),
    ),
    [],
  );
  await own(page, ".drawer:visible .close").focus();
  await page.keyboard.press("Escape");
  await own(page, ".drawer:visible").waitFor({ state: "detached" });
  assert.equal(await focused(), "tab about");

  await own(page, ".fold").focus();
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "dot");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "fold");

  // The overlay takes the focus when nobody is at work in the page, and gives it back.
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  site.edit(PORT_BELLE, "country: HT", "contry: HT");
  await own(page, ".overlay h2:focus").waitFor();
  await page.keyboard.press("Escape");
  await own(page, ".overlay").waitFor({ state: "hidden" });
});

test("what the preview draws is for everybody", async (t) => {
  const {
    site,
    preview,
    page: first,
  } = await visit(t, {
    // Nothing that is published refers to the draft: that would be a problem of its own.
    files: {
      [PORT_BELLE]: FILES[PORT_BELLE].replace("name:", "draft: true\nname:"),
      "content/home.md": FILES["content/home.md"].replace(": {city port-belle}", ""),
    },
  });
  await first.close();
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [1280, 390, 320]) {
      await t.test(`${colorScheme}, ${width} pixels wide`, async (t) => {
        const page = await open(t, `${preview.address}cities/port-belle/`, {
          colorScheme,
          viewport: { width, height: 800 },
          reducedMotion: "reduce",
        });
        await isForEverybody(page, "bar");
        await own(page, ".tab.about").click();
        await isForEverybody(page, "about");
        await own(page, ".tab.check").click();
        await isForEverybody(page, "audit");
        site.edit("content/cities/rivermouth.md", "country: US", "contry: US");
        await own(page, ".overlay").waitFor();
        await isForEverybody(page, "overlay");
        await own(page, ".overlay .close").click();
        await own(page, ".tab.problems").click();
        await isForEverybody(page, "problems");
        site.edit("content/cities/rivermouth.md", "contry: US", "country: US");
        await own(page, ".tab.problems").filter({ hasText: "No problems" }).waitFor();
        await own(page, ".fold").click();
        await isForEverybody(page, "dot");
      });
    }
  }
});

/**
 * Checks the preview's own elements, and that they fit into the window.
 * @param {Page} page
 * @param {string} what
 */
async function isForEverybody(page, what) {
  const folder = process.env.SCREENSHOTS;
  if (folder) {
    const size = page.viewportSize();
    const scheme = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    fs.mkdirSync(folder, { recursive: true });
    await page.screenshot({
      path: `${folder}/${size?.width}-${scheme ? "dark" : "light"}-${what}.png`,
    });
  }
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const axe = /** @type {any} */ (window).axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await axe.run({ include: [["jumelage-preview"]] }, { runOnly: tags });
    return result.violations.map((/** @type {any} */ violation) => {
      const nodes = violation.nodes.map((/** @type {any} */ node) => node.failureSummary);
      return [violation.id, ...nodes];
    });
  });
  assert.deepEqual(violations, [], what);
  const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.ok(!overflows, `${what} fits into the window`);
}
