"""A listing as a page: self-contained, harmless, and with a table that can be heard."""

import re
from html.parser import HTMLParser

import pytest

from goalctl.views.listings.html import html_page
from goalctl.views.listings.listing import Column, Listing, Row, Tone

COLUMNS = (Column("day", "day"), Column("n", "scores", right=True), Column("what", "what", keep=False))
ROWS = (
    Row({"day": "2026-03-01", "n": 2, "what": "<script>alert(1)</script> \x1b[31m"}, Tone.LATE, "overdue"),
    Row({"day": "2026-03-09", "n": None, "what": "Walks & talks"}, Tone.PLAIN, "week of 2026-03-09"),
)
LISTING = Listing("due", COLUMNS, ROWS, "Nothing.", title="Due, as of 2026-03-02", by="week")
TABLE = """\
<table aria-labelledby="title">
<thead><tr><th scope="col" class="short">day</th><th scope="col" class="short right">scores</th>\
<th scope="col">what</th></tr></thead>
<tbody>
<tr><th scope="rowgroup" colspan="3">overdue</th></tr>
<tr><th scope="row" class="short late">2026-03-01</th><td class="short right late">2</td>\
<td class="late">&lt;script&gt;alert(1)&lt;/script&gt; \\x1b[31m</td></tr>
</tbody>
<tbody>
<tr><th scope="rowgroup" colspan="3">week of 2026-03-09</th></tr>
<tr><th scope="row" class="short">2026-03-09</th><td class="short right"></td><td>Walks &amp; talks</td></tr>
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
    assert '<main>\n<h1 id="title">due</h1>\n<p>Nothing.</p>\n</main>' in html_page(
        Listing("due", COLUMNS, (), "Nothing.")
    )


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tone", ["good", "soon", "late", "quiet", "bad"])
def test_every_tone_can_be_read_on_white(tone):
    page = html_page(LISTING)
    colour = re.search(rf"\.{tone}\b[^{{]*{{ color: (#\w{{6}})", page)[1]
    assert 1.05 / (_luminance(colour) + 0.05) >= 4.5
