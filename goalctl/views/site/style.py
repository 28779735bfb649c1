"""What a site's pages add to the house's style sheet. Colour says one thing: what needs an act today."""

from __future__ import annotations

from goalctl.views.style_sheet import STYLE_SHEET

_QUIET_COLOURS = """\
.site { --deep: var(--ink); --accent: var(--strong); --soon: var(--ink); --good: var(--ink); --warn: var(--strong);
  --warn-tint: var(--tint); --act: var(--late); }
@media screen and (prefers-color-scheme: dark) { .site figure svg { filter: invert(.92) hue-rotate(180deg); } }
.site svg [fill="#b91c1c"] { fill: #4b5563; } .site svg [stroke="#b91c1c"] { stroke: #4b5563; }
.site svg [fill="#9a3412"] { fill: #7c5a00; } .site svg [stroke="#9a3412"] { stroke: #7c5a00; }
.site .late, .site .soon, .site .good { color: inherit; }
.site .bad, .site th.bad[scope=row] { color: inherit; font-weight: 600; }
"""
_LAYOUT = """\
body.site { max-width: 74rem; margin: 0 auto 3rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--ground); }
.site nav.pages { position: sticky; top: 0; z-index: 1; background: var(--ground);
  border-bottom: 1px solid var(--line); margin-bottom: 2rem; }
.pages ul, .inside ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0; padding: 0; }
.pages li, .inside li { margin: 0; }
.site a { color: inherit; text-decoration-color: var(--strong); text-underline-offset: .18em; }
.site a:hover { text-decoration-thickness: 2px; }
.pages a { display: block; padding: .8rem 0 .65rem; text-decoration: none; color: var(--quiet);
  border-bottom: 2px solid transparent; margin-bottom: -1px; }
.pages a:hover { color: var(--ink); }
.pages a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--ink); }
.site :is(a, button, input, summary):focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
.site .masthead { border: 0; padding: 0; margin-bottom: 1.4rem; }
.site h1 { font-size: 2rem; font-weight: 650; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.site .masthead p { color: var(--quiet); margin: .35rem 0 0; }
.site h2 { font-size: 1.15rem; border: 0; margin: 2.4rem 0 .5rem; padding: 0; }
.site h3 { font-size: 1.05rem; }
.site main > section:first-child h2 { margin-top: 0; }
.site .page-foot { margin-top: 3.5rem; }
.inside { font-size: .92em; margin: -.4rem 0 1.6rem; } .inside ul { gap: .1rem 1.1rem; }
.more { color: var(--quiet); font-size: .92em; margin: -.3rem 0 0; }
.site td, .site tbody th { padding-top: .42rem; padding-bottom: .42rem; }
.site thead th { border-bottom-width: 1px; color: var(--quiet); font-weight: 500; font-size: .92em; }
.site tbody th { font-weight: 400; } .site tbody th a, .site strong { font-weight: 600; }
.site th a { white-space: nowrap; }
.site tbody th[scope=rowgroup] { font-weight: 600; padding-top: 1.3rem; }
.inside a[aria-current] { text-decoration: none; font-weight: 600; }
.aligned th:first-child { width: 8.5rem; } .aligned .short { width: 8.5rem; } .aligned .long { width: auto; }
figure.one { max-width: 34rem; } .site .short { white-space: nowrap; }
.called { display: block; color: var(--quiet); font-weight: 400; }
"""
_ACT = """\
.acts { border: 1px solid var(--act); border-left-width: 5px; border-radius: .3rem; padding: .75rem 1.1rem .85rem;
  margin: 0 0 2rem; break-inside: avoid; }
.site .acts h2 { color: var(--act); margin: 0 0 .35rem; }
.acts ul { list-style: none; margin: 0; padding: 0; } .acts li { padding: .18rem 0; } .acts a { font-weight: 600; }
.acts .waiting { color: var(--quiet); margin-top: .45rem; }
.site tr.act th, .site tr.act .look { color: var(--act); font-weight: 600; }
.site tr.act > :first-child { box-shadow: inset 3px 0 var(--act); padding-left: .7rem; }
.site tr.mend > :first-child { box-shadow: inset 3px 0 var(--strong); padding-left: .7rem; }
.waiting { color: var(--quiet); }
"""
_FIND = """\
.find { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; margin: 0 0 1rem; }
.find label { font-weight: 500; } .find output { color: var(--quiet); font-variant-numeric: tabular-nums; }
.find input { font: inherit; color: inherit; background: var(--ground); min-width: 0; width: 19rem; max-width: 100%;
  border: 1px solid var(--strong); border-radius: .35rem; padding: .45rem .65rem; }
.site [hidden] { display: none !important; }
.site thead button { font: inherit; color: inherit; background: none; border: 0; border-radius: .2rem; padding: 0;
  margin: 0; min-height: 0; cursor: pointer; white-space: nowrap; }
.site thead button::after { content: "\\00a0\\2195"; opacity: .55; }
.site [aria-sort=ascending] button::after { content: "\\00a0\\2191"; opacity: 1; }
.site [aria-sort=descending] button::after { content: "\\00a0\\2193"; opacity: 1; }
"""
_GOALS = """\
.ways { list-style: none; margin: 0; padding: 0; display: grid; gap: .1rem; }
.ways li { display: grid; grid-template-columns: 1.9rem 5rem 1fr; gap: .5rem; align-items: center; margin: 0;
  white-space: nowrap; }
.ways .id { margin: 0; font-weight: 400; }
.spark { display: block; width: 5rem; height: 1.1rem; overflow: visible; }
.spark path { fill: none; stroke: var(--ink); stroke-width: 1.4; vector-effect: non-scaling-stroke;
  stroke-linejoin: round; stroke-linecap: round; }
.spark .aim { stroke: var(--strong); stroke-width: 1; stroke-dasharray: 2 3; }
.client .goal { border: 0; padding-top: .2rem; margin-top: 2rem; }
.client .goal:first-of-type { margin-top: .6rem; }
.goal h3 { margin: 0 0 .25rem; font-size: 1.15rem; font-weight: 600; }
.standing { margin: .2rem 0 .6rem; max-width: 52rem; }
.standing .state { font-weight: 600; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 28rem), 1fr)); gap: 1rem; }
.pictures figure { margin: 0; }
.site .objective { margin: .9rem 0 0; } .site h4 { margin: 0; }
.entry { border-top: 1px solid var(--line); padding: .8rem 0 .5rem; break-inside: avoid; max-width: 56rem; }
.entry h3 { margin: 0 0 .2rem; font-size: 1rem; font-variant-numeric: tabular-nums; }
.site .entry .mark { background: none; border-color: var(--line); color: var(--quiet); padding: 0 .6rem; }
.entry .tree { font-size: .95em; } .entry .details { font-size: .85em; }
.site summary { padding: .5rem 0; }
.site pre { overflow-x: auto; background: var(--tint); padding: .5rem .7rem; border-radius: .3rem; font-size: .85em; }
.why { margin: 0; padding: 0; list-style: none; } .why li { margin: .2rem 0; }
"""
_SMALL = """\
@media screen and (max-width: 40rem) {
  .site nav.pages { margin-bottom: 1.2rem; } .pages ul { gap: 0 1rem; } .pages a { padding: .55rem 0 .45rem; }
  .site td, .site tbody th { padding: .1rem 0; } .site tr { padding: .6rem 0; }
  .site tr.act, .site tr.mend { padding-left: .7rem; } .site tr.act { box-shadow: inset 3px 0 var(--act); }
  .site tr.mend { box-shadow: inset 3px 0 var(--strong); }
  .site tr > :first-child { box-shadow: none !important; padding-left: 0 !important; }
  .site thead:focus-within { position: static; width: auto; height: auto; clip: auto; } .find input { width: 100%; }
  .site td.goals::before { display: block; } .aligned th:first-child, .aligned .short { width: 100%; }
}
"""
_SHEETS = """\
@media print {
  body.site { margin: 0; max-width: none; padding: 0; }
  .site nav, .site .find, .skip { display: none; }
  .site details[open] { display: block; } .site details > summary { list-style: none; }
  .site thead button { display: contents; } .site thead button::after { content: none !important; }
  .pictures { grid-template-columns: 1fr 1fr; }
  .site h2 { margin-top: 1.5rem; }
  .site a { text-decoration: none; }
}
"""
SITE_STYLE = STYLE_SHEET + _QUIET_COLOURS + _LAYOUT + _ACT + _FIND + _GOALS + _SMALL + _SHEETS
