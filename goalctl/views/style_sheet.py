"""The one style sheet of every page: reports, listings, sheets to fill in, charts, and whatever else is framed.

Every pair of ink and ground has a contrast of 4.5 to 1 or more, by day and by night; on paper it is always day. On a
narrow screen a row of a table stands as a card, each cell behind its heading, so that nothing is scrolled aside; the
roles in the markup keep it a table for those who hear it. `overflow-wrap: anywhere` stands in no rule for
paper: of a few hundred words it takes WeasyPrint minutes; the frame says where a long word may be broken.
"""

from __future__ import annotations

PALETTE = """\
:root { color-scheme: light dark; --ink: #1b2226; --ground: #fff; --quiet: #4a565c; --line: #c3cdd1; --strong: #5b686e;
  --deep: #23575a; --accent: #2f6f73; --tint: #f1f6f6; --warn: #8a5a00; --warn-tint: #fff6e0;
  --good: #1d6b35; --soon: #7a4b00; --late: #a3201d; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e4eaec; --ground: #14191b; --quiet: #a9b6bb; --line: #3a474c; --strong: #7f8d93;
    --deep: #8fd0d2; --accent: #5fa9ad; --tint: #1c2628; --warn: #e2b263; --warn-tint: #2b2415;
    --good: #7fd097; --soon: #e2b263; --late: #ff9d97; }
}
"""
_TEXT = """\
* { box-sizing: border-box; }
html { font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
body { color: var(--ink); background: var(--ground); max-width: 50rem; margin: 2rem auto; padding: 0 1.5rem;
  overflow-wrap: break-word; }
body.listing { max-width: 64rem; } body.sheet { max-width: 46rem; }
h1 { font-size: 1.9rem; line-height: 1.15; margin: 0; color: var(--deep); letter-spacing: -.01em; }
.listing h1, .charts h1 { font-size: 1.5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-bottom: .2rem; color: var(--deep);
  border-bottom: 2px solid var(--accent); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .35rem; }
h4 { font-size: .98rem; margin: 1.1rem 0 .25rem; }
h1, h2, h3, h4 { break-after: avoid; }
p { margin: .35rem 0; }
a { color: var(--deep); }
.id { color: var(--quiet); font-weight: 600; margin-right: .35rem; }
.quiet, .caption, .about, .help { color: var(--quiet); }
.good { color: var(--good); } .soon { color: var(--soon); } .late { color: var(--soon); }
.bad, th.bad[scope=row] { color: var(--late); font-weight: 700; }
.words, .text { white-space: pre-line; }
.masthead { border-bottom: 1px solid var(--line); padding-bottom: .9rem; margin-bottom: 1rem; }
.masthead .who { color: var(--quiet); margin: .2rem 0 .9rem; }
.notice { border: 1px solid var(--strong); padding: .3rem .6rem; font-weight: 600; }
.mark { background: var(--warn-tint); border-left: 3px solid var(--warn); padding: .2rem .6rem; }
.missing, .broken { color: var(--late); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }
.page-foot { margin-top: 2.2rem; padding-top: .5rem; border-top: 1px solid var(--line); color: var(--quiet);
  font-size: .88em; }
"""
_FACTS = """\
dl { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: .2rem 1rem;
  margin: .4rem 0 .6rem; }
dt { color: var(--quiet); max-width: 13rem; }
dd { margin: 0; white-space: pre-line; }
dl.row { display: flex; flex-wrap: wrap; gap: .1rem 1.6rem; }
dl.row div { display: flex; gap: .4rem; }
.top { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2rem; align-items: start; }
.top dl { grid-template-columns: 7rem minmax(0, 1fr); margin: 0; }
dl.identity { background: var(--tint); border-radius: .35rem; padding: .6rem .8rem; row-gap: .45rem; }
dl.call { gap: .1rem 1rem; margin: .2rem 0; break-inside: auto; }
dl.call dt { grid-column: 1; } dl.call dd { grid-column: 2; }
section.call h2 { margin: 1rem 0 .3rem; }
dl.lines { row-gap: .7rem; } dl.lines dt { max-width: 20rem; color: var(--ink); }
.blank { display: inline-block; width: 100%; height: 1.15em; border-bottom: 1px solid var(--strong); }
blockquote { margin: .5rem 0; padding: .35rem 0 .35rem .9rem; border-left: 3px solid var(--accent); font-style: italic;
  white-space: pre-line; }
blockquote footer { font-style: normal; color: var(--quiet); font-size: .9em; }
ul { margin: .3rem 0 .6rem; padding-left: 1.2rem; }
li { margin: .12rem 0; }
.tree { list-style: none; padding-left: 0; } .tree .tree { padding-left: 1.1rem; border-left: 1px solid var(--line); }
.thread { list-style: none; padding-left: 0; } .thread p, td p { margin: 0; }
.goal { border-top: 1px solid var(--line); margin-top: 1.2rem; }
.goal:first-of-type { border-top: 0; margin-top: 0; }
.objective { margin-left: 1rem; } .objective figure { margin-left: -1rem; }
.signatures { display: grid; gap: 1.1rem; margin-top: .8rem; }
.sign .lines { display: grid; grid-template-columns: 3fr 1fr; gap: 1.5rem; margin-top: 2.1rem; }
.sign .lines span { border-top: 1px solid var(--ink); padding-top: .15rem; color: var(--quiet); font-size: .88em; }
.sign p { margin: 0; }
dl, figure, .signing, .sign, blockquote { break-inside: avoid; }
.goal > blockquote, .goal > dl, .objective > dl { break-after: avoid; }
"""
_TABLES = """\
table { border-collapse: collapse; width: 100%; margin: .5rem 0 .9rem; font-size: .92em; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; break-after: avoid; }
th, td { border-bottom: 1px solid var(--line); padding: .28rem .9rem .28rem 0; text-align: left; vertical-align: top;
  font-variant-numeric: tabular-nums; }
th:last-child, td:last-child { padding-right: 0; }
thead { display: table-header-group; }
thead th { border-bottom: 1.5px solid var(--strong); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; white-space: nowrap; } tbody th.long { white-space: normal; }
.listing tbody th { font-weight: 400; white-space: normal; }
.listing tbody th.short { white-space: nowrap; }
.listing th[scope=rowgroup] { padding-top: 1.1rem; font-size: 1.05em; color: var(--deep); }
tr { break-inside: avoid; }
.short { white-space: nowrap; }
.right { text-align: right; }
figure { margin: .7rem 0 1rem; }
figure svg { display: block; width: 100%; height: auto; background: #fff; border: 1px solid var(--line);
  border-radius: .35rem; }
summary { cursor: pointer; color: var(--quiet); }
"""
_FIELDS = """\
.head { display: flex; flex-wrap: wrap; gap: .75rem 2rem; margin: 1rem 0 1.5rem; padding: .6rem .8rem;
  background: var(--tint); border-radius: .4rem; }
.head label { display: flex; gap: .5rem; align-items: baseline; }
.field, fieldset { margin: 0 0 1.1rem; padding: 0; border: 0; break-inside: avoid; }
.field label, legend { display: block; font-weight: 600; margin-bottom: .3rem; padding: 0; }
input[type=text], input[type=date], textarea { font: inherit; color: inherit; background: var(--ground); width: 100%;
  border: 1px solid var(--strong); border-radius: .3rem; padding: .4rem .5rem; }
input[type=radio] { accent-color: var(--accent); }
.head input { width: 11rem; }
textarea { resize: vertical; field-sizing: content; min-height: 4.6em; }
.choices { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.field .choices label, fieldset .choices label { font-weight: 400; }
.grid { table-layout: fixed; margin-bottom: 1.2rem; font-size: 1em; }
.grid thead td { width: 38%; } .grid thead th { font-size: .88em; }
.grid thead th, .grid td { text-align: center; padding: .4rem .35rem; }
.grid tbody th { font-weight: 400; white-space: normal; padding: .4rem .35rem; }
input:focus-visible, textarea:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.note { color: var(--quiet); font-size: .85em; margin: .4rem 0; }
form + .note { border-top: 1px solid var(--line); padding-top: .6rem; }
"""
_QUESTIONS = """\
.questionnaire { max-width: 42rem; font-size: 1.1rem; }
.questionnaire [hidden] { display: none; } .questionnaire form { margin-top: 1.8rem; }
.questionnaire fieldset, .questionnaire .field { margin-bottom: 1.8rem; }
.questionnaire .choices { flex-direction: column; gap: .25rem; }
.questionnaire .choices label { display: flex; gap: .7rem; align-items: center; min-height: 2.9rem;
  padding: .2rem .7rem; border: 1px solid var(--line); border-radius: .35rem; }
.questionnaire .choices label:has(:checked) { border-color: var(--accent); background: var(--tint); }
.questionnaire input[type=radio] { width: 1.25rem; height: 1.25rem; flex: none; margin: 0; }
.questionnaire input:not([type=radio]) { font: inherit; color: inherit; background: var(--ground); width: 100%;
  min-height: 2.9rem; border: 1px solid var(--strong); border-radius: .3rem; padding: .4rem .5rem; }
button { font: inherit; color: inherit; background: var(--ground); min-height: 2.9rem; margin: .3rem .5rem .3rem 0;
  padding: .3rem 1rem; border: 1px solid var(--strong); border-radius: .35rem; cursor: pointer; }
button.main { color: var(--ground); background: var(--deep); border-color: var(--deep); }
button.quiet { min-height: 2rem; padding: .1rem .7rem; font-size: .9em; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.danger { border: 2px solid var(--late); border-radius: .35rem; padding: .5rem .8rem; margin: .8rem 0; }
.danger:empty { display: none; }
"""
_NARROW = """\
@media screen and (max-width: 40rem) {
  body, body.listing, body.sheet { margin: 1rem auto; padding: 0 .9rem; overflow-wrap: anywhere; }
  h1 { font-size: 1.5rem; }
  dl, .top, .top dl { grid-template-columns: 1fr; gap: .1rem; } dl.call dd { grid-column: 1; }
  dt { max-width: none; } dd { margin-bottom: .35rem; }
  .objective, .objective figure { margin-left: 0; }
  .sign .lines { grid-template-columns: 1fr; }
  table, caption, tbody, tr, td, tbody th { display: block; width: 100%; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
  tr { padding: .45rem 0; border-bottom: 1px solid var(--line); }
  th, td, .right, .short, tbody th, .grid td, .grid tbody th, .listing tbody th.short { border: 0; padding: .08rem 0;
    white-space: normal; text-align: left; }
  td[data-head]::before { content: attr(data-head) ": "; color: var(--quiet); }
  td:empty { display: none; }
  .head label { flex-wrap: wrap; } .head input { width: 100%; }
}
"""
_PAPER = """\
@media print {
  html { font-size: 9.6pt; }
  body, body.listing, body.sheet { margin: 0; max-width: none; padding: 0; }
  body.sheet { font-size: 10.5pt; }
  dl.identity, .head { background: none; border: 1px solid var(--line); }
  .page-foot, details { display: none; }
  h2 { margin-top: 1.25rem; }
  dl.call { font-size: .93em; line-height: 1.28; }
  section.call h2 { margin: .6rem 0 .2rem; font-size: 1.05rem; }
}
"""
STYLE_SHEET = PALETTE + _TEXT + _FACTS + _TABLES + _FIELDS + _QUESTIONS + _NARROW + _PAPER
