"""A PDF in which some characters are boxes says so: how many, and what to install, never which words."""

import pytest

from goalctl.views.frame import Frame, framed
from goalctl.views.reports.pdf import no_font_words, pdf_of

NOBODY_HAS = "\U000f1234"  # of the private use area: no font of a plain machine has it


@pytest.mark.parametrize(("text", "count"), [("plain", 0), (NOBODY_HAS, 1), (NOBODY_HAS * 3, 3)])
def test_characters_that_no_font_has_are_told_and_counted(text, count):
    pytest.importorskip("weasyprint")
    told = []
    page = f'<!DOCTYPE html><html lang="en"><title>t</title><body><p>{text}</p></body></html>'
    assert pdf_of(page, told.append).startswith(b"%PDF")
    assert [words.partition(" ")[0] for words in told] == ([str(count)] if count else [])


def test_the_fonts_to_install_are_those_of_the_script():
    assert "fonts-noto-cjk" in no_font_words(["\u6bce", "\u65e5"])
    assert no_font_words(["\u1200"]).startswith(
        "1 character has no font on this machine and is a box in the PDF (U+1200"
    )
    assert "fonts-noto-core" in no_font_words(["\u1200"])


def test_facts_that_are_longer_than_a_sheet_of_paper_are_parted():
    pytest.importorskip("weasyprint")
    words, lines = " ".join(["word"] * 1500), "\n".join(["line"] * 200)
    facts = f"<dl><dt>Note</dt><dd>{lines}</dd><dt>Response</dt><dd>{words}</dd></dl>"
    assert pdf_of(framed(Frame("Record", "report", "a4"), f"<h2>Sessions</h2><h3>1</h3>{facts}{facts}")).startswith(
        b"%PDF"
    )
