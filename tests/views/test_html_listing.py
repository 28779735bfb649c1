"""A listing as a page: self-contained, harmless, and with a table that can be heard."""

import re
from html.parser import HTMLParser

import pytest

from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.listings.html import html_page
from goalctl.views.style_sheet import PALETTE, STYLE_SHEET

COLUMNS = (Column("day", "day"), Column("n", "scores", right=True), Column("what", "what", keep=False))
ROWS = (
    Row({"day": "2026-03-01", "n": 2, "what": "<script>alert(1)</script> \x1b[31m"}, Tone.LATE, "overdue"),
    Row({"day": "2026-03-09", "n": None, "what": "Walks & talks"}, Tone.PLAIN, "week of 2026-03-09"),
)
LISTING = Listing("due", COLUMNS, ROWS, "Nothing.", title="Due, as of 2026-03-02", by="week")
TABLE = """\
<table role="table" aria-labelledby="title">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="short">day</th>\
<th scope="col" role="columnheader" class="short right">scores</th>\
<th scope="col" role="columnheader">what</th></tr></thead>
<tbody role="rowgroup">
<tr role="row"><th scope="rowgroup" role="rowheader" colspan="3">overdue</th></tr>
<tr role="row"><th scope="row" role="rowheader" class="short late">2026-03-01</th>\
<td role="cell" data-head="scores" class="short right late">2</td>\
<td role="cell" data-head="what" class="late">&lt;script&gt;alert(1)&lt;/script&gt; \\x1b[31m</td></tr>
</tbody>
<tbody role="rowgroup">
<tr role="row"><th scope="rowgroup" role="rowheader" colspan="3">week of 2026-03-09</th></tr>
<tr role="row"><th scope="row" role="rowheader" class="short">2026-03-09</th>\
<td role="cell" data-head="scores" class="short right"></td><td role="cell" data-head="what">Walks &amp; talks</td></tr>
</tbody>
</table>
"""


class Tags(HTMLParser):
    """Every tag with its attributes; fails when one is closed that was not opened."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def tags_of(page):
    parser = Tags()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser.seen


def test_the_table_has_heads_for_columns_rows_and_groups():
    assert TABLE in html_page(LISTING)


def test_nothing_is_loaded_or_run():
    tags = tags_of(html_page(LISTING))
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags}
    assert not {"src", "href"} & {name for _, attributes in tags for name in attributes}


def test_the_page_says_its_language_and_what_it_is():
    page = html_page(LISTING)
    assert ("html", {"lang": "en"}) in tags_of(page)
    assert "<title>Due, as of 2026-03-02</title>" in page
    assert '<h1 id="title">Due, as of 2026-03-02</h1>' in page


def test_nothing_to_show_is_one_sentence():
    page = html_page(Listing("due", COLUMNS, (), "Nothing."))
    assert '<h1 id="title">due</h1>\n</header>\n<main>\n<p>Nothing.</p>\n</main>\n' in page


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _palettes():
    """The colours by name, by day and by night."""
    day, night = PALETTE.split("prefers-color-scheme: dark")
    return [dict(re.findall(r"--([a-z-]+): (#\w{3,6})", part)) for part in (day, night)]


def _contrast(one, other):
    wide = [colour if len(colour) == 7 else "#" + "".join(char * 2 for char in colour[1:]) for colour in (one, other)]
    light, dark = sorted((_luminance(colour) for colour in wide), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", _palettes(), ids=["by day", "by night"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "deep", "good", "soon", "late", "warn"])
def test_every_ink_can_be_read_on_its_ground(palette, ink):
    assert _contrast(palette[ink], palette["ground"]) >= 4.5
    assert _contrast(palette[ink], palette["tint"]) >= 4.5


def test_colours_come_from_the_palette_alone_so_that_the_night_has_them_too():
    rules, _, page = html_page(LISTING).partition("</style>")
    on_paper = re.compile(r"@page \{.*?\n\}\n", re.DOTALL)
    assert "color" not in page
    assert re.findall(r"color: #\w+", on_paper.sub("", rules).replace(PALETTE, "")) == []
    assert STYLE_SHEET in rules


def test_on_a_telephone_each_cell_stands_behind_its_heading():
    assert '<td role="cell" data-head="what" class="late">' in html_page(LISTING)


def test_a_row_without_its_first_cell_has_no_empty_name():
    unnamed = Listing("due", COLUMNS, (Row({"day": None, "n": 1, "what": "a fault"}, Tone.BAD),), "Nothing.")
    assert '<tr role="row"><td role="cell"></td><td' in html_page(unnamed)
