// Where a reader has the browser force colours upon pages, all that colours tell is still told: what
// has the focus, where in the menu one is, and how a relationship stands.

import assert from "node:assert/strict";
import test from "node:test";

import { editions, onePageOfEachKindInATheme } from "./published.js";
import { visitEach } from "./visit.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */
/** @typedef {import("./visit.js").Finding} Finding */

for (const { edition, pages } of onePageOfEachKindInATheme(editions)) {
  test(`nothing is lost in forced colours: ${edition.name}`, () =>
    visitEach(
      edition,
      pages,
      async (tab) => {
        /** @type {Finding[]} */
        const findings = [];
        for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
          await tab.emulateMedia({ forcedColors: "active", colorScheme });
          const found = [
            ...(await hiddenTexts(tab)),
            ...(await currentEntries(tab)),
            ...(await statuses(tab)),
          ];
          findings.push(...found.map((one) => ({ ...one, rule: `${one.rule}, ${colorScheme}` })));
        }
        return findings;
      },
      { tabs: 2 },
    ));
}

test("what is lost in forced colours is found", async () => {
  const edition = editions.find(({ pages }) => pages.some(({ kind }) => kind === "directory"));
  const directory = edition?.pages.find(({ kind }) => kind === "directory");
  assert.ok(edition && directory);
  await visitEach(edition, [directory], async (tab) => {
    await tab.emulateMedia({ forcedColors: "active" });
    await tab.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, "h1 { forced-color-adjust: none; color: Canvas } nav a { all: unset } .status::before { border: 0 !important; background: none !important }");
    assert.notEqual((await hiddenTexts(tab)).length, 0, "text");
    assert.notEqual((await currentEntries(tab)).length, 0, "the menu");
    assert.notEqual((await statuses(tab)).length, 0, "statuses");
    return [];
  });
});

/**
 * Text has another colour than what it stands on.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
function hiddenTexts(tab) {
  return tab.evaluate(() => {
    const luminance = (/** @type {string} */ colour) => {
      const parts = (colour.match(/[\d.]+/g) ?? []).map(Number);
      const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const isClear = (/** @type {string} */ colour) => /^rgba\(.*, 0\)$/.test(colour);
    const findings = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || seen.has(parent) || !walker.currentNode.textContent?.trim()) continue;
      seen.add(parent);
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      let ground = /** @type {Element | null} */ (parent);
      while (ground && isClear(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
      const below = luminance(ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)");
      const { color, fill } = getComputedStyle(parent);
      const above = luminance(parent instanceof SVGElement ? fill : color);
      const contrast = (Math.max(above, below) + 0.05) / (Math.min(above, below) + 0.05);
      if (contrast < 4.5) {
        const what = `its contrast is ${contrast.toFixed(1)}`;
        findings.push({ rule: "forced colours, text", what, element: parent.outerHTML });
      }
    }
    return findings;
  });
}

/**
 * The entry of the menu for this page looks different from the others.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
async function currentEntries(tab) {
  const findings = [];
  for (const current of await tab.locator("nav li > [aria-current]:visible").all()) {
    const other = current.locator("xpath=../../li/a[not(@aria-current)]").first();
    if ((await other.count()) === 0) continue;
    const looks = [];
    for (const entry of [current, other]) {
      looks.push(
        await entry.evaluate((element) => {
          const style = getComputedStyle(element);
          const { borderBlockEndColor, borderInlineStartColor, borderBlockEndStyle } = style;
          const { color, backgroundColor, fontWeight, textDecorationLine, boxShadow } = style;
          return [
            element.localName,
            [borderBlockEndColor, borderInlineStartColor, borderBlockEndStyle],
            [color, backgroundColor, fontWeight, textDecorationLine, boxShadow],
          ].join();
        }),
      );
    }
    if (looks[0] !== looks[1]) continue;
    const element = await current.evaluate((element) => element.outerHTML);
    findings.push({ rule: "forced colours, menu", what: "the current entry looks like others", element });
  }
  return findings;
}

/**
 * The shape beside each status is there, and each status has another.
 * @param {Page} tab
 * @returns {Promise<Finding[]>}
 */
async function statuses(tab) {
  /** @type {Map<string, string>} */
  const shapes = new Map();
  const findings = [];
  const names = await tab
    .locator(".status:visible")
    .evaluateAll((all) => [...new Set(all.map((element) => /\bstatus-[\w-]+/.exec(element.className)?.[0]))]);
  for (const name of names) {
    if (!name) continue;
    const shape = await shapeOf(tab, tab.locator(`.status.${name}:visible`).first());
    if (!/[^.\n]/.test(shape)) {
      findings.push({ rule: "forced colours, status", what: `${name} has no shape`, element: shape });
    }
    for (const [other, its] of shapes) {
      if (its !== shape) continue;
      const what = `${name} has the shape of ${other}`;
      findings.push({ rule: "forced colours, status", what, element: shape });
    }
    shapes.set(name, shape);
  }
  return findings;
}

/**
 * A picture of the shape before a status in eight rows of eight: `#` is ink, `.` is ground.
 * @param {Page} tab
 * @param {Locator} status
 */
async function shapeOf(tab, status) {
  await status.scrollIntoViewIfNeeded();
  const clip = await status.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(element, "::before").inlineSize) || 8;
    return { x: left - 1, y: top + (height - size) / 2 - 2, width: size + 2, height: size + 4 };
  });
  assert.ok(clip.width > 4, "there is a shape to look at");
  const png = await tab.screenshot({ clip });
  return tab.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(8, 8);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(bitmap, 0, 0, 8, 8);
    const { data } = context.getImageData(0, 0, 8, 8);
    const [ground = 0] = data;
    return Array.from({ length: 64 }, (_, index) => {
      const isInk = Math.abs((data[4 * index] ?? 0) - ground) > 96;
      return (isInk ? "#" : ".") + (index % 8 === 7 ? "\n" : "");
    }).join("");
  }, png.toString("base64"));
}
