"""What every page of this house looks like: colours by day and by night, tables, and how they read on a telephone.

And how a terminal colours a tone.
"""

from __future__ import annotations

from goalctl.views.listing import Tone

# Every pair of ink and ground has a contrast of 4.5 to 1 or more, by day and by night. On paper it is always day.
# On a narrow screen a row of a table stands as a card, each cell behind its heading, so that nothing is scrolled aside;
# the roles in the markup keep it a table for those who hear it.
BASE_STYLE = """\
:root { color-scheme: light dark; --ink: #1b2226; --ground: #fff; --quiet: #4a565c; --line: #c3cdd1; --strong: #5b686e;
  --deep: #23575a; --accent: #2f6f73; --tint: #f1f6f6; --warn: #8a5a00; --warn-tint: #fff6e0;
  --good: #1d6b35; --soon: #7a4b00; --late: #a3201d; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e4eaec; --ground: #14191b; --quiet: #a9b6bb; --line: #3a474c; --strong: #7f8d93;
    --deep: #8fd0d2; --accent: #5fa9ad; --tint: #1c2628; --warn: #e2b263; --warn-tint: #2b2415;
    --good: #7fd097; --soon: #e2b263; --late: #ff9d97; }
}
* { box-sizing: border-box; }
body { color: var(--ink); background: var(--ground); }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
.short { white-space: nowrap; }
@media screen and (max-width: 40rem) {
  body { margin: 1rem auto; padding: 0 .9rem; overflow-wrap: anywhere; }
  table, caption, tbody, tr, td, tbody th { display: block; width: 100%; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
  tr { padding: .45rem 0; border-bottom: 1px solid var(--line); }
  th, td, .short, tbody th { border: 0; padding: .08rem 0; white-space: normal; text-align: left; }
  td[data-head]::before { content: attr(data-head) ": "; color: var(--quiet); }
  td:empty { display: none; }
}
"""

STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.SOON: "yellow",
    Tone.LATE: "red",
    Tone.BAD: "bold red",
    Tone.QUIET: "dim",
}
