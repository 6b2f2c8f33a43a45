// What the preview serves is what `build` publishes.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";

import { build, repository, startPreview } from "./preview.js";
import { isUndisturbed, own, settleDown, shows, visit } from "./visitor.js";

const PORT_BELLE = "content/cities/port-belle.md";
const SCRIPT = /<script type="module" src="\/\.jumelage\/preview\.js"[^>]*><\/script>/g;

test("without JavaScript, the newest page comes when it is loaded again", async (t) => {
  const { site, preview, page } = await visit(t, { browser: { javaScriptEnabled: false } });
  const settled = async (/** @type {string} */ text) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await fetch(`${preview.address}cities/port-belle/`);
      if ((await answer.text()).includes(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail(`${text} is not served:\n${preview.said()}`);
  };
  await settled("A teacher and a pilot");
  await page.reload();
  assert.equal(await page.locator("h1").innerText(), "Port-Belle");
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await settled("A baker and a pilot");
  await page.reload();
  assert.match(await page.locator("main").innerText(), /A baker and a pilot/);
  assert.equal(await page.locator("jumelage-preview").count(), 0);
});

test("each file of the example is served as it is published, but for the script", async (t) => {
  const output = fs.mkdtempSync(path.join(os.tmpdir(), "jumelage-"));
  t.after(() => fs.rmSync(output, { recursive: true }));
  build(repository, path.join(output, "public"), ["--drafts"]);
  const preview = await startPreview(repository);
  t.after(() => preview.stop());
  let pages = 0;
  for (const name of publishedFiles(path.join(output, "public"))) {
    const published = fs.readFileSync(path.join(output, "public", name));
    const answer = await whenMade(preview.address + encodeURI(name));
    const served = Buffer.from(await answer.arrayBuffer());
    if (!name.endsWith(".html")) {
      assert.ok(served.equals(published), name);
      continue;
    }
    pages += 1;
    const text = served.toString("utf8");
    assert.equal(text.match(SCRIPT)?.length, 1, name);
    assert.equal(text.replace(SCRIPT, ""), published.toString("utf8"), name);
  }
  assert.ok(pages > 50, `${pages} pages`);
});

test("a site below a path works there, and is kept up to date", async (t) => {
  const { site, preview, page } = await visit(t, {
    options: ["--as-hosted", "/sub/path", "--base-url", "https://host.example/sub/path/"],
  });
  assert.match(preview.address, /\/sub\/path\/$/);
  await settleDown(page);
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await shows(page, "A baker and a pilot");
  site.edit("themes/harbour/assets/site.css", "1px", "7px");
  await page.waitForFunction(() => {
    const text = document.querySelector(".invitation");
    return text && getComputedStyle(text).letterSpacing === "7px";
  });
  await isUndisturbed(page);

  // All links of all pages that can be reached lead somewhere below it.
  const seen = new Set();
  const open = [preview.address];
  for (let address = open.pop(); address; address = open.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const answer = await fetch(address);
    assert.ok(answer.ok, address);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    for (const [, link] of (await answer.text()).matchAll(/ (?:href|src)="([^"]+)"/g)) {
      const url = new URL(link.replaceAll("&amp;", "&"), address);
      if (url.origin !== new URL(preview.address).origin) continue;
      if (url.pathname.startsWith("/.jumelage/")) continue;
      assert.ok(url.href.startsWith(preview.address), `${link} in ${address}`);
      open.push(url.origin + url.pathname);
    }
  }
  assert.ok(seen.size > 15, `${seen.size} files`);

  await page.goto(`${preview.address}nowhere/`);
  await shows(page, "Page not found", "h1");
  await page.locator("header a").first().click();
  await shows(page, "Sister Cities of Rivermouth", "header");
  site.edit("content/pages/about.md", "Who runs", "Who really runs");
  const go = own(page, "a.go");
  await go.waitFor();
  await go.click();
  await page.waitForURL(`${preview.address}about/`);
  await shows(page, "Who really runs");
});

/**
 * The files of a published site.
 * @param {string} folder
 */
function publishedFiles(folder) {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((name) => !path.basename(name).startsWith(".") && name !== "404.html");
}

/**
 * What is served at an address, when there are pages at all.
 * @param {string} address
 */
async function whenMade(address) {
  for (;;) {
    const answer = await fetch(address, { redirect: "error" });
    if (answer.status !== 503) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
