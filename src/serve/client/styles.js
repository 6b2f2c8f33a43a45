// @ts-check
// How the preview's own elements look. Sizes are in `em` of the reader's own size of text, whatever
// the page does to it.

export const styles = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto !important;
  z-index: 2147483647 !important;
  display: block !important;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }

.root {
  --paper: #ffffff; --ink: #1b2327; --muted: #4d5a61; --line: #d3dade; --soft: #f1f4f5;
  --accent: #0b5b8a; --error: #b3191f; --warning: #8a5300; --good: #1c7340; --idle: #65727a;
  --shadow: 0 .3em 1.5em rgb(10 25 35 / .28); --scrim: rgb(20 30 36 / .5);
  --mark: #fde4e1; --mark-warning: #fdecc8;
  color-scheme: light dark;
  font: 0.9em/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink);
  text-align: left;
}
@media (prefers-color-scheme: dark) {
  .root {
    --paper: #1d2428; --ink: #e6ebed; --muted: #aab6bc; --line: #3d484e; --soft: #283136;
    --accent: #7cc4f2; --error: #ff9d94; --warning: #f2bd5f; --good: #79d29a; --idle: #93a1a9;
    --shadow: 0 .3em 1.5em rgb(0 0 0 / .6); --scrim: rgb(0 0 0 / .6);
    --mark: #5c2523; --mark-warning: #50390f;
  }
}

h2, h3, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
h2 { font-size: 1.15em; line-height: 1.3; text-wrap: balance; }
h3 { font-size: 1em; }
a { color: var(--accent); text-underline-offset: .15em; }
code, pre { font: .92em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
p code, h2 code { background: var(--soft); border-radius: .25em; padding: .05em .3em; overflow-wrap: anywhere; }
button {
  font: inherit; color: var(--ink); background: var(--paper); cursor: pointer;
  border: 1px solid var(--idle); border-radius: .45em; padding: .2em .7em; min-height: 1.9em;
}
button:hover { background: var(--soft); }
button.link {
  border: 0; background: none; color: var(--accent); text-decoration: underline;
  text-underline-offset: .15em; padding: .1em 0; text-align: left; overflow-wrap: anywhere;
}
:focus { outline: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25em; }
/* The heading is only where reading begins; there is nothing to do with it. */
h2:focus-visible { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* The overlay */
.overlay {
  position: fixed; z-index: 1; inset: 0; overflow-y: auto; overscroll-behavior: contain;
  padding: min(5vh, 3em) .75em 5em; background: var(--scrim);
}
.card {
  max-width: 52em; margin: 0 auto; padding: 1.2em clamp(1em, 4vw, 1.8em) 1.4em;
  background: var(--paper); border-radius: .7em; border-top: .35em solid var(--error);
  box-shadow: var(--shadow);
}
header { display: flex; gap: .8em; align-items: start; justify-content: space-between; }
header .close { flex: none; }
.summary { color: var(--muted); }
.card > .summary { margin-top: .3em; }
.rest { margin-top: 1em; color: var(--muted); }

/* Findings */
.finding { margin-top: 1em; padding: .1em 0 .1em .9em; border-left: .25em solid var(--warning); overflow-wrap: anywhere; }
.finding.error { border-color: var(--error); }
.finding.note, li.note { border-color: var(--idle); }
li.note { margin-top: .8em; color: var(--muted); }
.message { font-weight: 600; }
.severity { color: var(--warning); }
.severity.error { color: var(--error); }
.severity::after { content: ":"; }
.place { margin-top: .35em; }
.label { color: var(--muted); }
.related { margin-left: 1em; }
.help { margin-top: .35em; }
.meaning { margin-top: .35em; color: var(--muted); font-size: .9em; }
.excerpt {
  display: flex; gap: .8em; margin-top: .25em; padding: .45em .7em; border-radius: .4em;
  background: var(--soft); border: 1px solid var(--line); tab-size: 4;
}
.excerpt code { white-space: pre-wrap; overflow-wrap: anywhere; min-width: 0; }
.number { flex: none; color: var(--muted); user-select: none; }
mark {
  color: inherit; background: var(--mark); border-radius: .15em;
  text-decoration: underline wavy var(--error) 1.5px; text-underline-offset: .25em; text-decoration-skip-ink: none;
}
.warning mark { background: var(--mark-warning); text-decoration-color: var(--warning); }

/* The bar */
.panel {
  position: fixed; z-index: 3; right: .6em; bottom: .6em; left: .6em;
  display: flex; flex-direction: column; align-items: flex-end; gap: .5em; pointer-events: none;
}
.panel > * { pointer-events: auto; }
.bar {
  display: flex; align-items: start; max-width: 100%;
  padding: .25em .35em; background: var(--paper); border: 1px solid var(--line);
  border-radius: .7em; box-shadow: var(--shadow); font-size: .93em;
}
.bar > div { display: flex; flex-wrap: wrap; align-items: center; gap: .15em .3em; }
.bar button, .bar a { border-color: transparent; padding: .15em .55em; min-height: 1.9em; }
.bar a, .bar .time, .bar .source { display: inline-flex; align-items: center; }
.bar [aria-expanded=true] { background: var(--soft); border-color: var(--line); }
.time { color: var(--muted); padding: 0 .4em; font-variant-numeric: tabular-nums; font-size: .93em; }
.mark {
  padding: .15em .7em; border-radius: .5em; font-weight: 600;
  background: var(--warning); color: var(--paper);
}
.go { font-weight: 600; }
.light { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .45em; background: var(--idle); }
[data-state=good] .light { background: var(--good); }
[data-state=warnings] .light { background: var(--warning); }
[data-state=errors] .light { background: var(--error); border-radius: .1em; }
[data-state=stopped] .light { background: none; border: .15em solid var(--error); }
[data-state=errors] .problems, [data-state=stopped] .problems { color: var(--error); font-weight: 600; }
.dot {
  width: 2em; height: 2em; min-height: 0; padding: 0; border-radius: 50%; font-weight: 600; font-size: .93em;
  border: .2em solid var(--paper); box-shadow: var(--shadow); background: var(--idle); color: var(--paper);
}
.dot:hover { background: var(--ink); }
[data-state=good] .dot { background: var(--good); }
[data-state=warnings] .dot { background: var(--warning); }
[data-state=errors] .dot, [data-state=stopped] .dot { background: var(--error); }
.stripe {
  position: fixed; z-index: 2; top: 0; left: 0; right: 0; height: 5px; pointer-events: none;
  background: repeating-linear-gradient(-45deg, #f0b429 0 12px, #2b2b2b 12px 24px);
}

/* What opens above the bar */
.drawer {
  width: min(38em, 100%); max-height: min(65vh, 40em); overflow-y: auto; overscroll-behavior: contain;
  padding: .9em 1.1em 1.1em; background: var(--paper); border: 1px solid var(--line);
  border-radius: .7em; box-shadow: var(--shadow);
}
.drawer .rest { margin-top: .5em; }
.drawer .rest .summary { display: inline; margin-left: .4em; }
.drawer h3 { margin-top: 1.2em; }
.drawer dl { margin-top: .5em; display: grid; gap: .45em; }
.drawer dl div { display: grid; grid-template-columns: minmax(6em, 8em) 1fr; gap: .6em; }
dt { color: var(--muted); }
dd { overflow-wrap: anywhere; min-width: 0; }
.choice { display: flex; gap: .5em; align-items: baseline; margin-top: .9em; padding-top: .8em; border-top: 1px solid var(--line); }
.choice input { accent-color: var(--accent); width: 1.1em; height: 1.1em; flex: none; margin: 0; position: relative; top: .15em; }
.checkup > ul:last-child { list-style: disc; padding-left: 1.2em; color: var(--muted); }
.checkup > ul:last-child li { margin-top: .25em; }
.spots { margin-top: .3em; }

.frame {
  position: fixed; top: 0; left: 0; pointer-events: none; border-radius: 4px;
  border: 3px solid var(--error); box-shadow: 0 0 0 2px var(--paper), inset 0 0 0 2px var(--paper);
}

@media (max-width: 40em) {
  .bar .time, .bar .source { display: none; }
  .overlay { padding-bottom: 8em; }
  .drawer { max-height: 55vh; }
  .card header { flex-wrap: wrap-reverse; gap: .5em; justify-content: flex-end; }
  .card header h2 { flex: 1 1 100%; }
}
@media (max-width: 26em) {
  .bar > div { gap: .1em; }
  .bar button, .bar a, .bar .mark { padding-inline: .4em; }
  .drawer dl div { grid-template-columns: 1fr; gap: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .card, .drawer { animation: come .12s ease-out; }
}
@keyframes come { from { opacity: 0; transform: translateY(.4em); } }
@media (forced-colors: active) {
  .card, .bar, .drawer, .dot { border: 1px solid CanvasText; }
  .light, .frame, .stripe { forced-color-adjust: none; }
}
@media print { .root { display: none; } }
`;
