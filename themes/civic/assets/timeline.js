// Narrows the timeline in place: to a city, to a kind, or to both at once. Without this, each has a page.
const nav = document.querySelector(".choices");
const said = nav.querySelector("[role=status]");
const lists = [...nav.querySelectorAll("[data-by]")];
const entries = [...document.querySelectorAll("[data-kind]")];
const { format } = new Intl.NumberFormat(document.documentElement.lang);
const wanted = new URLSearchParams(location.search);

const has = (entry, by, value) => !value || entry.dataset[by].split(" ").includes(value);

/** The entries that fit, whatever one of the lists says. */
const left = (but) =>
  entries.filter((entry) =>
    lists.every(({ dataset: { by } }) => by === but || has(entry, by, wanted.get(by))),
  );

function show() {
  const shown = new Set(left());
  for (const entry of entries) entry.hidden = !shown.has(entry);
  said.textContent = said.dataset.pattern.replace("%", format(shown.size));
  for (const list of lists) {
    const { by } = list.dataset;
    if (wanted.has(by)) list.parentElement.open = true;
    const others = left(by);
    for (const link of list.querySelectorAll("a")) {
      const { is } = link.dataset;
      link.ariaCurrent = is === (wanted.get(by) ?? "") ? "true" : null;
      const count = others.filter((entry) => has(entry, by, is)).length;
      link.nextElementSibling.textContent = format(count);
    }
  }
  // The first year of a decade may be gone.
  for (const decades of document.querySelectorAll(".jumps")) decades.hidden = wanted.size > 0;
  // A column stands for the years from its own to that of the next.
  const columns = new Map();
  let column;
  for (const year of document.querySelectorAll(".timeline > li")) {
    const count = year.querySelectorAll("[data-kind]:not([hidden])").length;
    year.hidden = !count;
    if (year.id === "_undated") break;
    column = document.querySelector(`.overview [href="#${year.id}"]`) ?? column;
    if (column) columns.set(column, (columns.get(column) ?? 0) + count);
  }
  for (const [link, count] of columns) {
    const [number, bar, text] = link.children;
    link.entries ??= number.textContent;
    bar.high ??= bar.getAttribute("height");
    number.textContent = count;
    bar.setAttribute("height", Math.ceil((bar.high * count) / link.entries));
    text.textContent = text.textContent.replace(/:.*/, `: ${count}`);
    link.classList.toggle("none", !count);
  }
}

for (const list of lists) {
  const { by } = list.dataset;
  const known = [...list.querySelectorAll("a")].map((link) => link.dataset.is);
  if (!known.includes(wanted.get(by))) wanted.delete(by);
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.dataset.is) wanted.set(by, link.dataset.is);
    else wanted.delete(by);
    history.replaceState(null, "", wanted.size ? `?${wanted}` : location.pathname);
    show();
  });
}
if (wanted.size) show();
