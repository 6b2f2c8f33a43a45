// The search finds what people ask for, as they write it, and is right for the keyboard, for screen readers
// and for a strict policy; without a script there is everything from A to Z.

import assert from "node:assert/strict";
import fs from "node:fs";
import test, { after } from "node:test";

import { launch } from "../browser.js";
import { axe, bringAxe, COLOUR_RULES } from "./engines.js";
import { editions } from "./published.js";
import { serve } from "./server.js";

/** @typedef {import("playwright-core").Page} Page */

/** What is asked, and what is to come first: its title, and where it leads. */
const QUERIES = {
  cambridge: [
    ["krakow", "Kraków", "cities/krakow/"],
    ["KRAKÓW", "Kraków", "cities/krakow/"],
    ["cracow", "Kraków", "cities/krakow/"],
    ["okay", "Les Cayes", "cities/les-cayes/"],
    ["les cayse", "Les Cayes", "cities/les-cayes/"],
    ["cambrige", "Cambridge", "cities/cambridge/"],
    ["海淀", "Haidian District", "cities/haidian/"],
    ["baile atha cliath", "Dublin", "cities/dublin/"],
    ["policy order", "Policy order", "glossary/#policy-order"],
    ["0-5", "Policy Order 0-5: a committee for a sister city in Haiti", "documents/#policy-order-2010"],
    ["delegation haiti", "Cambridge-Haiti Sister City Committee", "committees/haiti/"],
    ["emergency medicine", "A delegation teaches emergency medicine", "events/2016-training-delegation/"],
  ],
  "new-haven": [
    ["hue", "Hue", "cities/hue/"],
    ["Huế", "Hue", "cities/hue/"],
    ["emeritus", "Sister City Emeritus", "glossary/#emeritus"],
    ["leon", "León", "cities/leon/"],
  ],
};

const browser = await launch();
after(() => browser.close());

/** The sites that there are questions for. */
const searched = editions.filter(({ site }) => site in QUERIES);
const cambridge = editions.filter(({ site }) => site === "cambridge");

/**
 * Opens a page of the search, and tells what goes wrong there.
 * @param {import("node:test").TestContext} t
 * @param {import("./published.js").Edition} edition
 * @param {string} address below the home page
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
async function visit(t, edition, address, options = {}) {
  const server = await serve(edition.folder);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  t.after(async () => {
    await context.close();
    server.close();
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const troubles = [];
  /** @type {string[]} */
  const asked = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("request", (request) => {
    asked.push(request.url());
    if (!request.url().startsWith(server.address)) troubles.push(`it asks ${request.url()}`);
  });
  await page.goto(server.address + address);
  return { page, server, troubles, asked };
}

/**
 * Asks as a visitor does, and waits for the answer.
 * @param {Page} page
 * @param {string} query
 */
async function ask(page, query) {
  await page.getByRole("searchbox").fill(query);
  await page.keyboard.press("Enter");
  await answered(page, query);
}

/**
 * Waits until a question is answered.
 * @param {Page} page
 * @param {string} query
 */
async function answered(page, query) {
  await page.waitForURL((url) => (url.searchParams.get("q") ?? "") === query);
  await page.locator(".results[aria-busy=false]").waitFor({ state: "attached" });
}

/**
 * The titles of the results.
 * @param {Page} page
 */
const titles = (page) => page.locator(".results li h2").allTextContents();

for (const edition of searched) {
  test(`the right answer comes first: ${edition.name}`, async (t) => {
    const { page, server, troubles } = await visit(t, edition, "search/");
    for (const [query, title, url] of QUERIES[/** @type {keyof typeof QUERIES} */ (edition.site)]) {
      await page.goto(`${server.address}search/?q=${encodeURIComponent(query)}`);
      await answered(page, query);
      const first = page.locator(".results li h2 a").first();
      assert.equal(await first.textContent(), title, query);
      const leads = await first.evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
      assert.equal(leads, server.address + url, query);
      assert.ok((await page.locator(".results li").first().locator("mark").count()) > 0, query);
    }
    assert.deepEqual(troubles, []);
  });
}

for (const edition of cambridge) {
  test(`the keyboard is enough: ${edition.name}`, async (t) => {
    const { page, server, troubles, asked } = await visit(t, edition, "search/");
    const index = () => asked.filter((url) => url.includes("/index/"));
    assert.deepEqual(index(), [], "the index is not read before it is needed");
    const field = page.getByRole("searchbox", { name: "Search" });
    while (!(await field.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("okay");
    await page.keyboard.press("Enter");
    await answered(page, "okay");
    assert.match((await page.getByRole("status").textContent()) ?? "", /^Results: \d+$/);
    assert.ok(await field.evaluate((element) => element === document.activeElement), "focus stays");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${server.address}cities/les-cayes/`);
    assert.ok(index().every((url) => new URL(url).pathname.startsWith("/search/index/")));
    await page.goBack();
    await answered(page, "okay");
    assert.deepEqual(await titles(page), ["Les Cayes"]);
    assert.equal(await field.inputValue(), "okay");
    assert.deepEqual(troubles, []);
  });

  test(`the back button leads to the question before: ${edition.name}`, async (t) => {
    const { page } = await visit(t, edition, "search/");
    await ask(page, "krakow");
    await ask(page, "galway");
    await page.locator(".results", { hasText: "Galway" }).waitFor();
    await page.goBack();
    await page.locator(".results h2", { hasText: "Kraków" }).first().waitFor();
    assert.equal(await page.getByRole("searchbox").inputValue(), "krakow");
    await page.goBack();
    await page.locator(".results").waitFor({ state: "hidden" });
    assert.equal(await page.getByRole("searchbox").inputValue(), "");
    assert.ok(await page.getByRole("heading", { name: "A to Z" }).isVisible());
  });

  test(`who finds nothing is told what to do: ${edition.name}`, async (t) => {
    const { page } = await visit(t, edition, "search/?q=xylophonqz");
    await page.getByRole("status").filter({ hasText: "Nothing was found for “xylophonqz”." }).waitFor();
    assert.ok(await page.locator(".advice").isVisible());
    assert.ok(await page.getByRole("heading", { name: "A to Z" }).isVisible());
    await page.route("**/index/**", (route) => route.abort());
    await page.reload();
    await page.getByRole("status").filter({ hasText: "cannot be reached" }).waitFor();
  });

  test(`more than ten results are shown when somebody wants them: ${edition.name}`, async (t) => {
    const { page } = await visit(t, edition, "search/?q=delegation");
    await page.locator(".results li").first().waitFor();
    assert.equal((await titles(page)).length, 10);
    await page.getByRole("button", { name: "More results" }).press("Enter");
    await page.locator(".results li").nth(10).waitFor();
    const focused = page.locator(".results li").nth(10).locator("a");
    assert.ok(await focused.evaluate((link) => link === document.activeElement));
  });

  test(`markup in a question is text: ${edition.name}`, async (t) => {
    const query = "<b>krakow</b> <img src=x onerror=alert(1)>";
    const { page, troubles } = await visit(t, edition, `search/?q=${encodeURIComponent(query)}`);
    await page.getByRole("status").filter({ hasText: `“${query}”` }).waitFor();
    assert.equal(await page.locator("main b, main img").count(), 0);
    assert.equal(await page.getByRole("searchbox").inputValue(), query);
    assert.deepEqual(troubles, []);
  });

  test(`results are no barrier, in light and dark, wide and narrow: ${edition.name}`, async (t) => {
    const { page } = await visit(t, edition, "search/?q=delegation");
    await page.locator(".results li").first().waitFor();
    await bringAxe(page);
    const light = await axe(page);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual([...light, ...(await axe(page, COLOUR_RULES))], []);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${width} pixels wide`);
  });

  test(`another language has its own index: ${edition.name}`, async (t) => {
    const { page, server } = await visit(t, edition, "ht/search/?q=les%20cayes");
    await page.locator(".results li").first().waitFor();
    const link = page.locator(".results li h2 a").first();
    assert.equal(await link.textContent(), "Okay");
    const leads = await link.evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
    assert.equal(leads, `${server.address}ht/cities/les-cayes/`);
  });

  test(`without a script there is everything from A to Z: ${edition.name}`, async (t) => {
    const { page } = await visit(t, edition, "search/?q=krakow", { javaScriptEnabled: false });
    assert.ok(await page.getByRole("link", { name: "Kraków" }).first().isVisible());
    assert.ok(await page.getByText("Okay: see Les Cayes").isVisible());
    assert.ok(!(await page.getByRole("searchbox").isVisible()));
  });
}

test("the script folds words as the program does", async (t) => {
  const { page, server } = await visit(t, /** @type {any} */ (cambridge[0]), "search/");
  const table = new URL("../../../src/search/cases.json", import.meta.url);
  const cases = JSON.parse(fs.readFileSync(table, "utf8"));
  const script = `${server.address}assets/search.js`;
  const folded = await page.evaluate(
    async ({ script, cases }) => {
      const { words } = await import(script);
      return cases.map(([text, expected]) => [
        text,
        words(text),
        expected.flatMap((/** @type {string} */ word) => words(word)),
      ]);
    },
    { script, cases: /** @type {[string, string[]][]} */ (cases) },
  );
  for (const [text, found, expected] of folded) assert.deepEqual(found, expected, text);
});
