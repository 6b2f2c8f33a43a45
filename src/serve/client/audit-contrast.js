// @ts-check
// The rule on contrast: text against the colour behind it, where that is a plain colour.

import { isShown } from "./audit-names.js";

/** @typedef {import("./audit.js").Rule} Rule */
/** Red, green and blue from 0 to 255, and how opaque from 0 to 1. @typedef {[number, number, number, number]} Colour */
/** @typedef {{ element: Element, ratio: number, needed: number } | { element: Element, ratio: null }} Measured */

/**
 * The rule, for texts that have been measured.
 * @param {Measured[]} texts
 * @returns {Rule}
 */
export const contrastRule = (texts) => ({
  id: "contrast",
  criterion: "1.4.3 Contrast (Minimum)",
  sentence: "Text stands out too little from what is behind it.",
  advice: "choose a darker or a lighter colour for one of the two.",
  find: () =>
    texts.flatMap((text) =>
      text.ratio !== null && text.ratio < text.needed
        ? [
            {
              element: text.element,
              note: `has a contrast of ${text.ratio.toFixed(2)} : 1 and needs ${text.needed} : 1`,
            },
          ]
        : [],
    ),
});

/**
 * Measures every text that is shown.
 * @param {Document} page
 * @returns {Measured[]}
 */
export function measure(page) {
  const canvas = canvasColour(page);
  const opacityOf = inherited(
    (element, around) => Number(getComputedStyle(element).opacity) * (around ?? 1),
  );
  return textElements(page).map((element) => {
    const style = getComputedStyle(element);
    const behind = backgroundOf(element, canvas, opacityOf);
    if (!behind || style.textShadow !== "none") return { element, ratio: null };
    const front = over(faded(parse(style.color), opacityOf(element)), behind);
    const large =
      parseFloat(style.fontSize) >= 24 ||
      (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    // Cut off, not rounded, lest 4.496 be called enough.
    return {
      element,
      ratio: Math.floor(contrast(front, behind) * 100) / 100,
      needed: large ? 3 : 4.5,
    };
  });
}

/**
 * The elements with text of their own that somebody is to read.
 * @param {Document} page
 * @returns {Element[]}
 */
function textElements(page) {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  /** @type {Set<Element>} */
  const elements = new Set();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && /[\p{L}\p{N}]/u.test(walker.currentNode.nodeValue ?? "")) elements.add(parent);
  }
  const exempt = ":disabled, [aria-disabled=true], script, style, noscript, option, svg *";
  const isClipped = inherited((element, around) => around || clips(element));
  return [...elements].filter(
    (element) => !element.closest(exempt) && isShown(element) && !isClipped(element),
  );
}

/**
 * A fact that an element has from what is around it. It is found out once for each.
 * @template Fact
 * @param {(element: Element, around: Fact | undefined) => Fact} find
 * @returns {(element: Element) => Fact}
 */
function inherited(find) {
  /** @type {Map<Element, Fact>} */
  const known = new Map();
  return function of(element) {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    const fact = find(element, parent ? of(parent) : undefined);
    known.set(element, fact);
    return fact;
  };
}

/**
 * Whether what is in an element is only for those who hear the page.
 * @param {Element} element
 * @returns {boolean}
 */
function clips(element) {
  const { clip, clipPath, position, overflow } = getComputedStyle(element);
  if (/inset\((50|100)%/.test(clipPath) || (position === "absolute" && clip !== "auto")) return true;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  if (overflow !== "visible" && (width <= 1 || height <= 1)) return true;
  return right + scrollX <= 0 || bottom + scrollY <= 0;
}

/**
 * The plain colour behind an element; null if it cannot be told.
 * @param {Element} element
 * @param {Colour} canvas
 * @param {(element: Element) => number} opacityOf
 * @returns {Colour | null}
 */
function backgroundOf(element, canvas, opacityOf) {
  /** @type {Colour[]} */
  const layers = [];
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (
      style.backgroundImage !== "none" ||
      style.filter !== "none" ||
      style.mixBlendMode !== "normal"
    )
      return null;
    const colour = parse(style.backgroundColor);
    layers.push(faded(colour, opacityOf(at)));
    if (layers[layers.length - 1][3] === 1) break;
    // What lies over other parts of the page has something else behind it than its parents.
    if (
      /absolute|fixed|sticky/.test(style.position) ||
      style.translate !== "none" ||
      style.transform !== "none"
    )
      return null;
  }
  return layers.reduceRight((behind, layer) => over(layer, behind), canvas);
}

/**
 * A colour as opaque as the element and everything around it let it be.
 * @param {Colour} colour
 * @param {number} opacity
 * @returns {Colour}
 */
function faded([red, green, blue, alpha], opacity) {
  return [red, green, blue, alpha * opacity];
}

/**
 * @param {Colour} front
 * @param {Colour} behind
 * @returns {Colour}
 */
function over([red, green, blue, alpha], behind) {
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a * alpha + b * (1 - alpha);
  return [mix(red, behind[0]), mix(green, behind[1]), mix(blue, behind[2]), 1];
}

/**
 * The contrast of two colours, by WCAG's formula.
 * @param {Colour} one
 * @param {Colour} other
 */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Colour} colour */
function luminance(colour) {
  const [red, green, blue] = colour.slice(0, 3).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @type {Map<string, Colour>} */
const parsed = new Map();
/** @type {CanvasRenderingContext2D | null} */
let brush = null;

/**
 * A computed colour as numbers. Browsers write colours in many ways; drawing one knows them all.
 * @param {string} text
 * @returns {Colour}
 */
function parse(text) {
  const known = parsed.get(text);
  if (known) return known;
  const numbers = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
  const colour = /** @type {Colour} */ (
    numbers
      ? [Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), Number(numbers[4] ?? 1)]
      : drawn(text)
  );
  parsed.set(text, colour);
  return colour;
}

/**
 * @param {string} text
 * @returns {Colour}
 */
function drawn(text) {
  brush ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext(
    "2d",
    { willReadFrequently: true },
  );
  if (!brush) return [0, 0, 0, 1];
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = text;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/**
 * What is behind a page without a background of its own: white, or dark where the page allows it.
 * @param {Document} page
 * @returns {Colour}
 */
function canvasColour(page) {
  const probe = page.createElement("span");
  probe.style.cssText = "background: Canvas !important; position: fixed";
  page.documentElement.append(probe);
  const colour = parse(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return colour;
}
