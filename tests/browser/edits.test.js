// Every kind of change is seen in the open page, and the reader is not disturbed by it.

import assert from "node:assert/strict";
import test from "node:test";

import { FILES, picture } from "./site.js";
import { CITY, isUndisturbed, settleDown, shows, visit } from "./visitor.js";

const PORT_BELLE = "content/cities/port-belle.md";

test("what is edited is shown in place", async (t) => {
  const { site, page } = await visit(t);
  await settleDown(page);

  await t.test("a text", async () => {
    site.edit(PORT_BELLE, "A teacher and a pilot", "A baker and a pilot");
    await shows(page, "A baker and a pilot");
    await isUndisturbed(page);
  });

  await t.test("a text that grows above what the reader looks at", async () => {
    site.edit(PORT_BELLE, "A baker", "Many words came first.\n\n".repeat(9) + "A baker");
    await shows(page, "Many words came first.");
    await isUndisturbed(page);
  });

  await t.test("front matter", async () => {
    site.edit(PORT_BELLE, "name: Port-Belle", "name: Port-Beau");
    await shows(page, "Port-Beau", "h1");
    await shows(page, "Port-Beau", "title");
    await shows(page, "Have you been to Port-Beau?");
    await isUndisturbed(page);
  });

  await t.test("another file that the page quotes", async () => {
    site.write(
      "content/events/2003-visit.md",
      "---\ntitle: Nine neighbours visit\nkind: delegation-out\ndate: 2003-05\ncities: [port-belle]\n---\nA week of music.\n",
    );
    await shows(page, "Nine neighbours visit");
    await isUndisturbed(page);
    site.remove("content/events/2003-visit.md");
    await page.waitForFunction(() => !document.body.textContent?.includes("Nine neighbours"));
    await isUndisturbed(page);
  });

  await t.test("a template", async () => {
    site.edit("themes/harbour/templates/city.html", "Have you been to", "Did you ever see");
    await shows(page, "Did you ever see Port-Beau?");
    await isUndisturbed(page);
  });

  await t.test("a template that is taken over from the theme below, and given back", async () => {
    const name = "themes/harbour/templates/partials/footer.html";
    site.write(name, "<footer>Only the harbour</footer>\n");
    await shows(page, "Only the harbour", "footer");
    await isUndisturbed(page);
    site.remove(name);
    await page.waitForFunction(() => !document.body.textContent?.includes("Only the harbour"));
    await isUndisturbed(page);
  });

  await t.test("a style", async () => {
    site.edit("themes/harbour/assets/site.css", "1px", "7px");
    await page.waitForFunction(() => {
      const text = document.querySelector(".invitation");
      return text && getComputedStyle(text).letterSpacing === "7px";
    });
    assert.equal(await page.locator("link[rel=stylesheet]").count(), 1);
    await isUndisturbed(page);
  });

  await t.test("a string of the theme", async () => {
    site.edit("themes/harbour/strings/en.ftl", "Go ashore", "Go on land");
    await shows(page, "Go on land");
    await isUndisturbed(page);
  });

  await t.test("the settings", async () => {
    site.edit("content/site.yaml", "Sister Cities of Rivermouth", "Rivermouth and Its Friends");
    await shows(page, "Rivermouth and Its Friends", "header");
    await isUndisturbed(page);
  });

  await t.test("a picture", async () => {
    const width = () => document.querySelector("main img")?.naturalWidth;
    assert.equal(await page.evaluate(width), 40);
    site.write("content/files/market.svg", picture(90));
    await page.waitForFunction(() => document.querySelector("main img")?.naturalWidth === 90);
    await isUndisturbed(page);
  });

  await t.test("a text again, with the new style and the new picture", async () => {
    site.edit(PORT_BELLE, "A baker", "A sailor");
    await shows(page, "A sailor and a pilot");
    assert.equal(await page.evaluate(() => document.querySelector("main img")?.naturalWidth), 90);
    await isUndisturbed(page);
  });
});

test("a picture is replaced, whatever its name", async (t) => {
  const name = "content/files/market 1 é.svg";
  const { site, page } = await visit(t, {
    files: {
      [name]: picture(40),
      [PORT_BELLE]: `${FILES[PORT_BELLE]}\n![The harbour](<../files/market 1 é.svg>)\n`,
    },
  });
  const width = (/** @type {number} */ wanted) =>
    document.querySelector("main img[alt='The harbour']")?.naturalWidth === wanted;
  await page.locator("img[alt='The harbour']").scrollIntoViewIfNeeded();
  await page.waitForFunction(width, 40);
  site.write(name, picture(90));
  await page.waitForFunction(width, 90);
});

test("a page that does not come is asked for again", async (t) => {
  const { site, page } = await visit(t);
  await settleDown(page);
  await page.route(`**/${CITY}`, (route) => route.abort(), { times: 1 });
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await shows(page, "A baker and a pilot");
  await isUndisturbed(page);
});

test("a style that does not come leaves the one that is there", async (t) => {
  const { site, page } = await visit(t);
  await shows(page, "Letter 3 told");
  const style = "themes/harbour/assets/site.css";
  const spacing = (/** @type {string} */ wanted) => {
    const text = document.querySelector(".invitation");
    return text && getComputedStyle(text).letterSpacing === wanted;
  };
  const isRenewed = /\.css\?v=/;
  await page.route(isRenewed, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) => isRenewed.test(request.url()));
  site.edit(style, "1px", "7px");
  await failed;
  await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 1);
  assert.ok(await page.evaluate(spacing, "1px"));
  await page.unroute(isRenewed);
  // The next edition asks for it again.
  site.edit(PORT_BELLE, "A teacher", "A baker");
  await page.waitForFunction(spacing, "7px");
  await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 1);
});

test("what was chosen in fields that are made anew stays chosen", async (t) => {
  const { page } = await visit(t);
  await shows(page, "Letter 3 told");
  const chosen = await page.evaluate(async () => {
    const { keepState } = await import(String("/.jumelage/keep.js"));
    const form = document.querySelector("form");
    if (!form) return null;
    const fields = `<select name="days" multiple><option>Mon<option>Tue<option>Wed</select>
      <input type="radio" name="way" value="bus"><input type="radio" name="way" value="boat">`;
    form.innerHTML = fields;
    const select = (/** @type {string} */ selector) => form.querySelectorAll(selector);
    for (const option of select("option:not(:first-child)")) Object.assign(option, { selected: true });
    Object.assign(select("[value=boat]")[0], { checked: true });
    const restore = keepState();
    form.innerHTML = fields;
    restore();
    return [...select(":checked")].map((each) => each.getAttribute("value") ?? each.textContent);
  });
  assert.deepEqual(chosen?.map((text) => text?.trim()), ["Tue", "Wed", "boat"]);
});

test("a page that is loaded anew does not say that it was updated", async (t) => {
  const template = "themes/harbour/templates/partials/footer.html";
  const footer = "<footer>Rivermouth</footer><script>var greeting = 1;</script>\n";
  const { site, page } = await visit(t, { files: { [template]: footer } });
  await shows(page, "Letter 3 told");
  await page.evaluate(() =>
    document.addEventListener("jumelage:update", () => sessionStorage.setItem("told", "yes")),
  );
  site.edit(template, "greeting = 1", "greeting = 2");
  await page.waitForFunction(() => "greeting" in window && window.greeting === 2);
  assert.equal(await page.evaluate(() => sessionStorage.getItem("told")), null);
});

test("a name is shown in the directory too, which is open beside the page", async (t) => {
  const { site, page } = await visit(t, { path: "cities/" });
  await page.evaluate(() => Object.assign(window, { wasHere: true }));
  site.edit(PORT_BELLE, "name: Port-Belle", "name: Port-Beau");
  await shows(page, "Port-Beau", "main");
  assert.ok(await page.evaluate(() => "wasHere" in window));
});

test("words that are marked stay marked", async (t) => {
  const { site, page } = await visit(t);
  // A page that was opened before the site was made comes by itself.
  await shows(page, "Letter 3 told");
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll("main p")].find((each) =>
      each.textContent?.startsWith("Letter 3"),
    );
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  const marked = () => page.evaluate(() => String(getSelection()));
  const before = await marked();
  assert.match(before, /^Letter 3/);
  site.edit(PORT_BELLE, "Letter 1 told", "The first letter told");
  await shows(page, "The first letter told");
  assert.equal(await marked(), before);
});

test("another theme, and back", async (t) => {
  const { site, page } = await visit(t);
  site.edit("content/site.yaml", "theme: harbour", "theme: civic");
  await page.waitForSelector(".invitation", { state: "detached" });
  site.edit("content/site.yaml", "theme: civic", "theme: harbour");
  await shows(page, "Have you been to Port-Belle?");
  await page.waitForFunction(() => {
    const text = document.querySelector(".invitation");
    return text && getComputedStyle(text).letterSpacing === "1px";
  });
});

test("a language is added", async (t) => {
  const files = { "content/cities/port-belle.ht.md": null };
  const { site, preview, page } = await visit(t, { files });
  await settleDown(page);
  site.edit("content/site.yaml", "languages: [en, ht]", "languages: [en]");
  await page.waitForSelector("a[hreflang=ht]", { state: "detached" });
  await isUndisturbed(page);
  site.edit("content/site.yaml", "languages: [en]", "languages: [en, ht]");
  await page.waitForSelector("a[hreflang=ht]");
  await isUndisturbed(page);
  await page.goto(`${preview.address}ht/cities/port-belle/`);
  await shows(page, "Port-Belle", "h1");
  site.write("content/cities/port-belle.ht.md", "---\nname: Pòbèl\n---\nYon pwofesè.\n");
  await shows(page, "Pòbèl", "h1");
});

test("a script of the theme is loaded anew with its page, at the same place", async (t) => {
  const script = "themes/harbour/assets/greet.js";
  const template = "themes/harbour/templates/partials/footer.html";
  const { site, page } = await visit(t, {
    files: {
      [script]: 'document.documentElement.dataset.greeting = "hello";\n',
      [template]: '<footer>Rivermouth</footer><script src="{{ root }}assets/greet.js"></script>\n',
    },
  });
  await settleDown(page);
  const top = await page.evaluate(() => scrollY);
  site.edit(script, "hello", "welcome");
  await page.waitForFunction(() => document.documentElement.dataset.greeting === "welcome");
  assert.ok(await page.evaluate(() => !("wasHere" in window)));
  await page.waitForFunction((top) => Math.abs(scrollY - top) <= 2, top);
});
