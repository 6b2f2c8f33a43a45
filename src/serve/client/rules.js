// @ts-check
// The files that stylesheets draw in: backgrounds, fonts, other stylesheets. Loading a stylesheet
// anew does not load these anew, since browsers keep them in memory; so the addresses in its rules
// are changed where they stand.

/** What a function that renews addresses is told: the address, and what it is relative to. @typedef {(address: string, base: string) => string} Renew */

/** How long an imported stylesheet may take before the old one goes, in milliseconds. */
const PATIENCE = 1500;

/**
 * Renews the addresses in all stylesheets of the page.
 * @param {Renew} renew
 */
export function renewStylesheets(renew) {
  for (const sheet of document.styleSheets) renewRules(sheet, sheet, renew);
}

/**
 * @param {CSSStyleSheet} sheet
 * @param {CSSStyleSheet | CSSGroupingRule | CSSStyleRule} parent
 * @param {Renew} renew
 */
function renewRules(sheet, parent, renew) {
  const base = sheet.href ?? document.baseURI;
  for (const rule of rulesOf(parent)) {
    if (rule instanceof CSSImportRule) renewImport(sheet, rule, base, renew);
    if (rule instanceof CSSFontFaceRule) renewFont(parent, rule, base, renew);
    else if ("style" in rule)
      renewProperties(/** @type {CSSStyleRule} */ (rule).style, base, renew);
    if ("cssRules" in rule) renewRules(sheet, /** @type {CSSGroupingRule} */ (rule), renew);
  }
}

/**
 * Rules as they are now; none where the browser does not let us look, as with foreign stylesheets.
 * @param {CSSStyleSheet | CSSGroupingRule | CSSStyleRule} parent
 */
function rulesOf(parent) {
  try {
    return [...parent.cssRules];
  } catch {
    return [];
  }
}

/**
 * @param {CSSStyleDeclaration} style
 * @param {string} base
 * @param {Renew} renew
 */
function renewProperties(style, base, renew) {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    if (!value.includes("url(")) continue;
    const renewed = renewUrls(value, (address) => renew(address, base));
    if (renewed !== value) style.setProperty(name, renewed, style.getPropertyPriority(name));
  }
}

/**
 * A font is loaded again only if its rule is a new one.
 * @param {CSSStyleSheet | CSSGroupingRule | CSSStyleRule} parent
 * @param {CSSFontFaceRule} rule
 * @param {string} base
 * @param {Renew} renew
 */
function renewFont(parent, rule, base, renew) {
  const renewed = renewUrls(rule.cssText, (address) => renew(address, base));
  if (renewed === rule.cssText) return;
  const index = [...parent.cssRules].indexOf(rule);
  parent.deleteRule(index);
  parent.insertRule(renewed, index);
}

/**
 * Has an imported stylesheet followed by its newer state, and takes it away when that is there.
 * @param {CSSStyleSheet} sheet
 * @param {CSSImportRule} rule
 * @param {string} base
 * @param {Renew} renew
 */
function renewImport(sheet, rule, base, renew) {
  const renewed = renewUrls(rule.cssText, (address) => renew(address, base));
  if (renewed === rule.cssText) {
    if (rule.styleSheet) renewRules(rule.styleSheet, rule.styleSheet, renew);
    return;
  }
  const index = [...sheet.cssRules].indexOf(rule);
  sheet.insertRule(renewed, index + 1);
  const successor = /** @type {CSSImportRule} */ (sheet.cssRules[index + 1]);
  const deadline = Date.now() + PATIENCE;
  const look = () => {
    if (
      !(successor.styleSheet && rulesOf(successor.styleSheet).length > 0) &&
      Date.now() < deadline
    ) {
      requestAnimationFrame(look);
      return;
    }
    const now = [...sheet.cssRules].indexOf(rule);
    if (now >= 0) sheet.deleteRule(now);
  };
  look();
}

/**
 * Renews every `url()` in a piece of CSS.
 * @param {string} css
 * @param {(address: string) => string} renew
 * @returns {string}
 */
export function renewUrls(css, renew) {
  return css.replace(/url\(\s*(["']?)(.*?)\1\s*\)/g, (whole, _quote, address) => {
    const renewed = renew(address);
    return renewed === address ? whole : `url("${renewed.replaceAll('"', "%22")}")`;
  });
}
