"""A sheet in its three formats: nothing of a client's words is markup, the page needs nothing from outside."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from goalctl.library.shelf import FormShelf
from goalctl.views.sheets.html import sheet_html
from goalctl.views.sheets.sheet import sheet_of
from goalctl.views.sheets.text import sheet_markdown, sheet_text

FORMS = FormShelf()
HEAD = (("Client", "c-7f3k"), ("Date", ""))
NASTY = 'a <b>"x"</b> & \x1b[31m | *y* `z`\n\n</textarea><script>'


def sheet(form, answers=None):
    return sheet_of(FORMS[form], answers or {}, head=HEAD)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_printed_in_78_columns_and_as_a_page(form):
    assert max(map(len, sheet_text(sheet(form)).splitlines())) <= 78
    assert sheet_markdown(sheet(form)).startswith("# ")
    assert sheet_html(sheet(form)).endswith("</html>\n")


def test_items_on_a_shared_scale_are_rows_of_boxes():
    printed = sheet_text(sheet("gad-7", {"q2": "3"}))
    rows = [line for line in printed.splitlines() if line.rstrip().endswith(" 3") and "[ ] 0   " in line]
    assert len(rows) == 7
    assert rows[1].endswith("[ ] 0   [ ] 1   [ ] 2   [x] 3")


@pytest.mark.parametrize("made", [sheet_text, sheet_markdown, sheet_html], ids=["txt", "md", "html"])
def test_items_keep_the_form_s_order(made):
    for form in FORMS:
        found, place = unescape(made(sheet_of(FORMS[form], {}, head=()))), 0
        for item in FORMS[form].items:
            place = found.find(item.ask.split()[0], place)
            assert place != -1, (form, item.id)


def test_markdown_ticks_the_answer():
    assert "| ☐ | ☐ | ☐ | ☒ |" in sheet_markdown(sheet("gad-7", {"q2": "3"}))


class Page(HTMLParser):
    """The tags of a page, the ids that exist and the ids that labels and descriptions name."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.named, self.unnamed = [], set(), set(), []
        self._in_label = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append(tag)
        self.ids |= {found["id"]} if "id" in found else set()
        self.named |= {found[key] for key in ("for", "aria-describedby", "aria-labelledby") if key in found}
        self._in_label += tag == "label"
        if tag in {"input", "textarea"} and not (self._in_label or "aria-label" in found or "id" in found):
            self.unnamed.append(found)

    def handle_endtag(self, tag):
        self._in_label -= tag == "label"


@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_the_page_has_a_name_for_those_who_hear_it(form):
    page = Page(sheet_html(sheet(form)))
    assert page.unnamed == []
    assert page.named <= page.ids


@pytest.mark.parametrize("form", ["grow", "smart", "phq-9"])
def test_the_page_runs_nothing_loads_nothing_and_sends_nothing(form):
    text = sheet_html(sheet(form))
    assert not {"script", "link", "img", "iframe"} & set(Page(text).tags)
    assert not re.search(r"https?:|url\(|@import", text)
    assert "default-src 'none'" in text


def test_what_a_client_said_is_never_markup_nor_a_control_character():
    page = sheet_html(sheet("grow", {"goal": NASTY, "why": NASTY}))
    assert "script" not in Page(page).tags
    for text in (page, sheet_text(sheet("grow", {"why": NASTY})), sheet_markdown(sheet("grow", {"why": NASTY}))):
        assert "\x1b" not in text
    assert r"\<b\>" in sheet_markdown(sheet("grow", {"why": NASTY}))
