// Files come, go and are renamed, and the open page follows.

import assert from "node:assert/strict";
import test from "node:test";

import { FILES } from "./site.js";
import { CITY, isUndisturbed, settleDown, shows, visit } from "./visitor.js";

const PORT_BELLE = "content/cities/port-belle.md";
const NOTICE = "---\ntitle: The ferry runs again\n---\nFrom Monday on.\n";

test("a page comes where there was none, moves, and goes", async (t) => {
  const { site, preview, page } = await visit(t, { path: "ferry/" });
  await shows(page, "Page not found", "h1");
  await page.evaluate(() => Object.assign(window, { wasHere: true }));

  site.write("content/pages/ferry.md", NOTICE);
  await shows(page, "The ferry runs again", "h1");

  site.rename("content/pages/ferry.md", "content/pages/boat.md");
  await shows(page, "Page not found", "h1");
  assert.ok(await page.evaluate(() => "wasHere" in window));
  await page.goto(`${preview.address}boat/`);
  await shows(page, "The ferry runs again", "h1");

  site.remove("content/pages/boat.md");
  await shows(page, "Page not found", "h1");
});

test("a page looks as it should when it comes in the place of another", async (t) => {
  const { site, page } = await visit(t, { path: "deeply/nested/" });
  await shows(page, "Page not found", "h1");
  site.write("content/pages/deeply/nested.md", NOTICE);
  await shows(page, "The ferry runs again", "h1");
  // The addresses of styles and links are other ones than those of the page that was there.
  const broken = await page.evaluate(async () => {
    const named = [...document.querySelectorAll("link[rel=stylesheet], a[href]")];
    const addresses = new Set(named.map((each) => /** @type {HTMLLinkElement} */ (each).href));
    const inside = [...addresses].filter((address) => address.startsWith(location.origin));
    const answers = await Promise.all(inside.map((address) => fetch(address)));
    return answers.filter((answer) => !answer.ok).map((answer) => answer.url);
  });
  assert.deepEqual(broken, []);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).margin), "8px");
});

test("the directory lists what is there", async (t) => {
  const { site, page } = await visit(t, { path: "cities/" });
  await page.evaluate(() => Object.assign(window, { wasHere: true }));
  const other = FILES[PORT_BELLE].replaceAll("Port-Belle", "Vieux-Port");
  site.write("content/cities/vieux-port.md", other);
  await shows(page, "Vieux-Port", "main");
  site.rename("content/cities/vieux-port.md", "content/cities/nouveau-port.md");
  await page.waitForSelector("main a[href*=nouveau-port]");
  site.remove("content/cities/nouveau-port.md");
  await page.waitForFunction(
    () => !document.querySelector("main")?.textContent?.includes("Vieux-Port"),
  );
  assert.ok(await page.evaluate(() => "wasHere" in window));
});

test("a folder is renamed", async (t) => {
  const { site, preview, page } = await visit(t, {
    path: "harbour/ferry/",
    files: { "content/pages/harbour/ferry.md": NOTICE, "content/pages/harbour/pier.md": NOTICE },
  });
  await shows(page, "The ferry runs again", "h1");
  site.rename("content/pages/harbour", "content/pages/port");
  await shows(page, "Page not found", "h1");
  await page.goto(`${preview.address}port/pier/`);
  await shows(page, "The ferry runs again", "h1");
  site.rename("content/pages/port", "content/pages/harbour");
  await shows(page, "Page not found", "h1");
});

test("the content is moved away and comes back", async (t) => {
  const { site, page } = await visit(t, { path: CITY });
  await settleDown(page);
  site.rename("content", "elsewhere");
  const overlay = page.locator("jumelage-preview .overlay");
  await overlay.waitFor();
  await isUndisturbed(page);
  site.rename("elsewhere", "content");
  await overlay.waitFor({ state: "hidden" });
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await shows(page, "A baker and a pilot");
  await isUndisturbed(page);
});

test("many files at once", async (t) => {
  const { site, page } = await visit(t);
  await settleDown(page);
  for (let index = 0; index < 300; index += 1) {
    site.write(`content/pages/notices/n${index}.md`, NOTICE);
  }
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await shows(page, "A baker and a pilot");
  site.remove("content/pages/notices");
  site.edit(PORT_BELLE, "A baker", "A sailor");
  await shows(page, "A sailor and a pilot");
  await isUndisturbed(page);
});
