// Browsers sleep, previews are ended and started again: an open page catches up by itself.

import assert from "node:assert/strict";
import test from "node:test";

import { isListening } from "./browser.js";
import { startPreview } from "./preview.js";
import { CITY, isUndisturbed, own, settleDown, shows, visit } from "./visitor.js";

const PORT_BELLE = "content/cities/port-belle.md";

test("a browser without a network catches up when it has one again", async (t) => {
  const { site, preview, page } = await visit(t);
  await settleDown(page);
  await page.context().setOffline(true);
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await until(() => preview.said().includes(PORT_BELLE));
  await page.context().setOffline(false);
  await shows(page, "A baker and a pilot");
  await isUndisturbed(page);
});

test("a preview that stood still goes on", async (t) => {
  const { site, preview, page } = await visit(t);
  await settleDown(page);
  preview.child.kill("SIGSTOP");
  t.after(() => preview.child.kill("SIGCONT"));
  site.edit(PORT_BELLE, "A teacher", "A baker");
  site.edit("themes/harbour/assets/site.css", "1px", "7px");
  preview.child.kill("SIGCONT");
  await shows(page, "A baker and a pilot");
  await page.waitForFunction(() => {
    const text = document.querySelector(".invitation");
    return text && getComputedStyle(text).letterSpacing === "7px";
  });
  await isUndisturbed(page);
});

test("a preview that is started again shows what has changed meanwhile", async (t) => {
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGKILL"])) {
    await t.test(signal, async (t) => {
      const { site, preview, page } = await visit(t);
      await settleDown(page);
      const top = await page.evaluate(() => scrollY);
      await preview.stop(signal);
      await own(page, ".panel[data-state=stopped]").waitFor();
      assert.match(await own(page, ".tab.problems").innerText(), /Preview has stopped/);
      assert.equal(await page.locator("h1").innerText(), "Port-Belle");

      site.edit(PORT_BELLE, "A teacher", "A baker");
      const again = await startPreview(site.folder, ["--port", preview.port]);
      t.after(() => again.stop());
      await shows(page, "A baker and a pilot");
      await page.waitForFunction((top) => Math.abs(scrollY - top) <= 2, top);

      // And it hears of what changes from now on.
      await isListening(page);
      await settleDown(page);
      site.edit(PORT_BELLE, "A baker", "A sailor");
      await shows(page, "A sailor and a pilot");
      await isUndisturbed(page);
    });
  }
});

test("a preview that is started again on a broken site says so, and goes on", async (t) => {
  const { site, preview, page } = await visit(t);
  await preview.stop();
  await own(page, ".panel[data-state=stopped]").waitFor();
  site.edit(PORT_BELLE, "country: HT", "contry: HT");
  const again = await startPreview(site.folder, ["--port", preview.port]);
  t.after(() => again.stop());
  await own(page, ".overlay").waitFor();
  site.edit(PORT_BELLE, "contry: HT", "country: HT");
  await shows(page, "Port-Belle", "h1");
  await own(page, ".overlay").waitFor({ state: "hidden" });
});

test("what answers without a page of the preview is not taken for nothing", async (t) => {
  const { site, preview, page } = await visit(t);
  await page.route(`**/${CITY}`, (route) => route.fulfill({ status: 404, body: "Not found" }));
  await preview.stop();
  await own(page, ".tab.problems").filter({ hasText: "Connecting" }).waitFor();
  await page.unroute(`**/${CITY}`);
  await own(page, ".panel[data-state=stopped]").waitFor();
  site.edit(PORT_BELLE, "A teacher", "A baker");
  const again = await startPreview(site.folder, ["--port", preview.port]);
  t.after(() => again.stop());
  await shows(page, "A baker and a pilot");
});

test("many tabs of one site are kept up to date, each when it is looked at", async (t) => {
  const { site, preview, page } = await visit(t);
  // In a browser without a screen every tab counts as seen, so the tabs are told.
  await page.context().addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => !("isSeen" in window) });
  });
  // A browser grants a host six connections.
  const tabs = [];
  while (tabs.length < 8) {
    const tab = await page.context().newPage();
    await tab.goto(`${preview.address}cities/port-belle/`);
    tabs.push(tab);
  }
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await shows(page, "A baker and a pilot");
  for (const tab of tabs) {
    assert.doesNotMatch(await tab.locator("main").innerText(), /A baker/);
    await tab.evaluate(() => {
      Object.assign(window, { isSeen: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await shows(tab, "A baker and a pilot");
    await tab.close();
  }
});

/** @param {() => boolean} isSo */
async function until(isSo) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
