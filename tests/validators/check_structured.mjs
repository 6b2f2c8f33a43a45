// What search engines are told, expanded by the JSON-LD processor `jsonld` as a search engine does: no
// word gets lost, all of them are schema.org's, and every id that a page names is said somewhere.

import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";

const require = createRequire(new URL("../browser/", import.meta.url));
const jsonld = require("jsonld");

const SCHEMA = "https://schema.org/";

// schema.org's own context makes each word that is not spelt out an address in its vocabulary. Whether
// the vocabulary has the word is checked by tests/suite/structured.rs.
const context = { "@context": { "@vocab": SCHEMA } };

const options = (base) => ({
  base,
  safe: true,
  documentLoader: async (url) => {
    if (url !== "https://schema.org") throw new Error(`nobody may ask for ${url}`);
    return { documentUrl: url, document: context };
  },
});

/** The expanded nodes of a graph; throws if something in it means nothing. */
async function check(json, page) {
  const nodes = await jsonld.expand(json, options(page));
  if (nodes.length === 0) throw new Error("there is nothing in it");
  const quads = await jsonld.toRDF(nodes, options(page));
  for (const { subject, predicate, object } of quads) {
    const type = predicate.value.endsWith("#type") ? object.value : SCHEMA;
    const known = predicate.value.startsWith(SCHEMA) || predicate.value.endsWith("#type");
    if (!known || !type.startsWith(SCHEMA)) throw new Error(`${predicate.value} is nobody's word`);
    if (subject.termType === "NamedNode" && !/^https?:\/\//.test(subject.value)) {
      throw new Error(`${subject.value} is no address`);
    }
  }
  return quads;
}

const sites = process.argv.slice(2);
const pages = sites.flatMap((site, number) =>
  readdirSync(site, { recursive: true })
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ number, file, path: join(site, file) })),
);

let last;
const [said, named] = [new Set(), new Map()];
for (const { number, file, path } of pages) {
  const text = readFileSync(path, "utf8").match(/ld\+json">(.*?)<\/script>/s)?.[1];
  if (text === undefined) {
    if (!file.endsWith("404.html")) throw new Error(`${file} tells search engines nothing`);
    continue;
  }
  const folders = dirname(file).split(sep).filter((part) => part !== ".");
  const page = `https://site-${number}.example/${folders.map((part) => `${part}/`).join("")}`;
  last = { text, page };
  for (const { subject, predicate, object } of await check(JSON.parse(text), page)) {
    if (predicate.value.endsWith("#type") && subject.termType === "NamedNode") said.add(subject.value);
    if (object.termType === "NamedNode" && /#\w+$/.test(object.value)) named.set(object.value, file);
  }
}
for (const [id, file] of named) {
  const is_ours = id.includes(".sister-cities.example/");
  if (is_ours && !said.has(id)) throw new Error(`${file} names ${id}, of which nobody says what it is`);
}
if (said.size === 0) throw new Error("no page says anything");

for (const [right, wrong] of [
  ['"@type":"WebPage"', '"@type":"no:Page"'],
  ['"isPartOf"', '"no:isPartOf"'],
  ['"@id":"', '"@id":"mailto:'],
]) {
  if (!last.text.includes(right)) throw new Error(`there is no ${right} to be damaged`);
  const refused = await check(JSON.parse(last.text.replace(right, wrong)), last.page)
    .then(() => false)
    .catch(() => true);
  if (!refused) throw new Error(`the check does not see ${wrong}`);
}
console.log(`the graphs of ${pages.length} pages are sound, ${said.size} things have an id`);
