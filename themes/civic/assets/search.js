// Finds what somebody asks for. The index is read when it is needed first; without this, there is the list from A to Z.
const form = document.querySelector(".search");
const { root, index: folder } = form.dataset;
const field = form.elements.q;
const said = form.querySelector("[role=status]");
const results = document.querySelector(".results");
const [list, more] = results.children;
const advice = document.querySelector(".advice");
const catalogue = document.querySelector(".catalogue");

// Words, as src/search/fold.rs has them.

const TYPED = {
  ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ɗ: "d", ħ: "h", ı: "i",
  ŋ: "n", ŧ: "t", ɓ: "b", ƙ: "k", ɛ: "e", ɔ: "o", ς: "σ",
};
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const RUN = /[\p{Alphabetic}\p{N}\p{M}'’ʻʼ]+/gu;
const APOSTROPHE = /['’ʻʼ]/g;
const DENSE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]+/gu;

const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[^\0-\x7f]/g, (letter) => TYPED[letter] ?? letter);

/** The words of a run of letters: pairs of those that are written without blanks. */
function takeApart(run) {
  const words = [];
  let end = 0;
  for (const { 0: dense, index } of run.matchAll(DENSE)) {
    words.push(run.slice(end, index));
    end = index + dense.length;
    const letters = [...dense];
    if (letters.length < 3) words.push(dense);
    else for (let at = 1; at < letters.length; at++) words.push(letters[at - 1] + letters[at]);
  }
  return [...words, run.slice(end)].filter(Boolean);
}

/** The words of a text; with `parts`, what stands on either side of an apostrophe too. */
export function words(text, parts = false) {
  return [...fold(text).matchAll(RUN)].flatMap(([run]) => {
    const beside = parts && run.match(APOSTROPHE) ? run.split(APOSTROPHE) : [];
    const whole = takeApart(run.replace(APOSTROPHE, ""));
    return [...whole, ...beside.filter((part) => [...part].length > 1).flatMap(takeApart)];
  });
}

const once = new Map();

function read(file) {
  if (!once.has(file)) {
    const answer = fetch(folder + file).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${file}`);
      return answer.json();
    });
    answer.catch(() => once.delete(file));
    once.set(file, answer);
  }
  return once.get(file);
}

let opened;

/** The names of everything, with the words in them: document and name of each. */
function open() {
  opened ??= read("names.json").then((names) => {
    const inNames = new Map();
    names.all = names.documents.map(([title, , , , also], number) => {
      const all = [title, ...also.filter((_, at) => at % 2 === 0)].map((name) => words(name, true));
      all.forEach((found, name) => {
        for (const word of found) {
          if (!inNames.has(word)) inNames.set(word, []);
          inNames.get(word).push([number, name]);
        }
      });
      return all;
    });
    names.inNames = inNames;
    names.shards = names.starts.map((start, number) => ({ start, number })).filter(({ start }) => start);
    return names;
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/** The words of the texts from one to another, with where they stand. */
async function shelf(names, from, to) {
  if (names.words) return names.words;
  const wanted = names.shards.filter(
    ({ start }, at) => start <= to && !(names.shards[at + 1]?.start <= from),
  );
  const shards = wanted.map(({ number }) => read(`words/${number}.json?v=${names.version}`));
  return (await Promise.all(shards)).flat();
}

/** Whether two words differ by so many slips at most; letters that change places are one. */
function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const differs = one[i - 1] !== other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + differs);
      if (differs && i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length] <= most;
}

// What a word is worth: in a title, in another name; in a heading, a fact, a text.
const TITLE = 100;
const NAME = 90;
const FIELDS = [30, 12, 10];
// That a name as a whole is asked for, or so much of it.
const WHOLE = 300;
const PART = 50;

/** The documents of a word that somebody asks for, each with what it is worth there. */
async function lookUp(asked, names, isLast) {
  const found = { worth: new Map(), words: new Set() };
  const take = (word, share, texts) => {
    const note = (number, worth) => {
      if (worth > (found.worth.get(number) ?? 0)) found.worth.set(number, worth);
      found.words.add(word);
    };
    for (const [number, name] of names.inNames.get(word) ?? [])
      note(number, (name ? NAME : TITLE) * share);
    let sum = 0;
    for (const step of texts.get(word) ?? []) {
      sum += step;
      note(sum >> 2, FIELDS[sum & 3] * share);
    }
  };
  const all = async (from, to) => {
    const texts = new Map(await shelf(names, from, to));
    return [texts, new Set([...names.inNames.keys(), ...texts.keys()])];
  };
  const [texts, known] = await all(asked, `${asked}\uffff`);
  for (const word of known) {
    if (word === asked) take(word, 1, texts);
    else if (word.startsWith(asked) && (isLast || asked.length > 2)) take(word, 0.6, texts);
  }
  if (!found.worth.size && asked.length > 3) {
    const most = asked.length < 8 ? 1 : 2;
    const begins = asked.slice(0, 2);
    const [texts, known] = await all(begins, `${begins}\uffff`);
    for (const word of known) if (isNear(asked, word, most)) take(word, 0.4, texts);
  }
  return found;
}

/** The documents that have all words, the best first, and the words that were found. */
async function search(query) {
  const names = await open();
  const asked = [...new Set(words(query))].slice(0, 12);
  const found = await Promise.all(
    asked.map((word, at) => lookUp(word, names, at === asked.length - 1)),
  );
  const answers = [];
  for (const number of found[0]?.worth.keys() ?? []) {
    const worths = found.map(({ worth }) => worth.get(number));
    if (worths.includes(undefined)) continue;
    let worth = worths.reduce((sum, worth) => sum + worth, 0);
    // A name of which all is asked for is meant more than one that is longer.
    worth += Math.max(
      ...names.all[number].map((name, at) => {
        const same = name.filter((word) => found.some(({ words }) => words.has(word))).length;
        const share = same / Math.max(name.length, asked.length);
        return share * (share < 1 ? PART : WHOLE) * (at ? 0.9 : 1);
      }),
    );
    answers.push({ number, worth });
  }
  answers.sort((one, other) => other.worth - one.worth || one.number - other.number);
  return { names, answers, found };
}

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** The runs of letters in a text, each with which of the asked words it is. */
function runs(text, found) {
  return [...text.matchAll(RUN)].map(({ 0: run, index }) => {
    const folded = words(run, true);
    const hit = found.findIndex((one) => folded.some((word) => one.words.has(word)));
    return { start: index, end: index + run.length, hit };
  });
}

/** A text with the words that were asked for marked. */
function marked(text, found, start = 0, end = text.length) {
  const parts = [];
  let at = start;
  for (const run of runs(text, found)) {
    if (run.hit < 0 || run.start < start || run.end > end) continue;
    parts.push(text.slice(at, run.start), element("mark", {}, text.slice(run.start, run.end)));
    at = run.end;
  }
  return [...parts, text.slice(at, end)];
}

const LONG = 32;

/** The passage of a text that has most of the words that were asked for. */
function passage(text, found) {
  let best = { count: -1 };
  for (const line of text.split("\n")) {
    const all = runs(line, found);
    for (let from = 0; from < all.length; from++) {
      if (from && all[from].hit < 0) continue;
      const shown = all.slice(from, from + LONG - 8);
      const count = new Set(shown.map(({ hit }) => hit).filter((hit) => hit >= 0)).size;
      if (count > best.count) best = { count, line, all, from };
    }
  }
  if (!best.line) return [];
  const { line, all } = best;
  const from = best.from < 8 ? 0 : best.from - 4;
  const to = Math.min(from + LONG, all.length);
  const end = to === all.length ? line.length : all[to - 1].end;
  const start = from ? all[from].start : 0;
  return [from ? "… " : "", ...marked(line, found, start, end), end < line.length ? " …" : ""];
}

async function item({ number }, { names, found }) {
  const [title, url, kind, lang, also] = names.documents[number];
  const file = `texts/${Math.floor(number / names.texts)}.json?v=${names.version}`;
  const text = (await read(file))[number % names.texts];
  const what = element("p", { className: "what" }, names.kinds[kind]);
  for (let at = 0; at < also.length; at += 2) {
    if (!runs(also[at], found).some(({ hit }) => hit >= 0)) continue;
    what.append(" · ", element("span", { lang: also[at + 1] }, ...marked(also[at], found)));
  }
  const link = element("a", { href: root + url }, ...marked(title, found));
  if (lang) link.lang = lang;
  const heading = element("h2", {}, link);
  return element("li", {}, heading, what, element("p", { className: "passage" }, ...passage(text, found)));
}

const AT_ONCE = 10;
let round = 0;

/** Shows what is found for a question. */
async function show(query) {
  const mine = ++round;
  const tell = (text) => (said.textContent = text);
  field.value = query;
  results.ariaBusy = "true";
  const isAsked = words(query).length > 0;
  let answer = { answers: [] };
  let items = [];
  let failed = false;
  try {
    if (isAsked) answer = await search(query);
    items = await Promise.all(answer.answers.slice(0, AT_ONCE).map((one) => item(one, answer)));
  } catch {
    failed = true;
  }
  if (mine !== round) return;
  const count = answer.answers.length;
  list.replaceChildren(...items);
  results.ariaBusy = "false";
  results.hidden = !items.length;
  if (catalogue) catalogue.hidden = items.length > 0;
  advice.hidden = !isAsked || count > 0 || failed;
  more.hidden = count <= AT_ONCE;
  more.onclick = async () => {
    const shown = list.children.length;
    const next = answer.answers.slice(shown, shown + AT_ONCE);
    list.append(...(await Promise.all(next.map((one) => item(one, answer)))));
    more.hidden = list.children.length >= count;
    list.children[shown].querySelector("a").focus();
  };
  const { format } = new Intl.NumberFormat(document.documentElement.lang);
  if (failed) tell(said.dataset.failed);
  else if (!isAsked) tell("");
  else if (!count) tell(said.dataset.none.replace("%", () => query));
  else tell(said.dataset.count.replace("%", () => format(count)));
}

const asked = () => new URLSearchParams(location.search).get("q") ?? "";

form.classList.add("ready");
field.addEventListener("focus", () => open().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => {
  // A page of a letter has no place for results: the form leads to the page that has.
  event.preventDefault();
  const query = field.value.trim();
  const address = new URL(form.action);
  if (query) address.searchParams.set("q", query);
  if (address.pathname !== location.pathname) location.assign(address);
  else {
    if (query !== asked()) history.pushState(null, "", address);
    show(query);
  }
});
addEventListener("popstate", () => show(asked()));
if (asked()) show(asked());
