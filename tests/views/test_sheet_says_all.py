"""A printed sheet says all that is needed to fill it in: when a question is asked, which numbers fit, who answers."""

import pytest

from goalctl.documents.document import document_of
from goalctl.model.form import Form
from goalctl.views.sheets.html import sheet_html
from goalctl.views.sheets.sheet import filled_in_by, sheet_of
from goalctl.views.sheets.text import sheet_markdown, sheet_text

FORM = """\
format: 2
form: card
name: Card
by: parent
over: the last week
options: {0: never, 1: sometimes, 2: often}
items:
  - {id: q1, ask: Worried}
  - {id: q2, ask: Slept well}
  - {id: q3, ask: How strong, type: scale, scale: [0, 8], help: the worst day, anchors: {0: none, 8: unbearable}}
  - {id: q4, ask: How sure, type: scale, scale: [0, 100]}
  - {id: q5, ask: Weight, type: number, scale: [30, ], unit: kg}
  - {id: q6, ask: Drank, type: yes-no}
  - {id: q7, ask: Halves, type: scale, scale: [0.5, 2.5]}
  - {id: a, ask: After yes, type: text, shown_if: {q6: yes}}
  - {id: b, ask: After box, shown_if: {q1: ">= 1"}}
  - {id: c, ask: After turned, shown_if: {q2: ">= 2"}}
  - {id: d, ask: After steps, type: text, shown_if: {q3: ">= 4"}}
  - {id: e, ask: After line, type: text, shown_if: {q4: "< 50"}}
  - {id: f, ask: After sum, type: text, shown_if: {q1 + b: ">= 3"}}
  - {id: g, ask: After any, type: text, shown_if: {a: answered, q6: yes}}
scoring: {method: sum, better: lower, reversed: [q2, q4]}
"""
CARD = document_of(FORM.encode(), Form).content


def told(item_id):
    return next(field for field in sheet_of(CARD, {}, head=()).sections[0].fields if field.id == item_id).told


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("a", 'only if "Drank" is yes'),
        ("b", 'only if "Worried" is 1 (sometimes) or 2 (often)'),
        ("c", 'only if "Slept well" is 0 (never)'),
        ("d", 'only if "How strong" is 4 or more'),
        ("e", 'only if "How sure" is more than 50'),
        ("f", 'only if the numbers of "Worried" and "After box" add up to 3 or more'),
        ("g", 'only if "After yes" is answered and "Drank" is yes'),
    ],
)
def test_when_a_question_is_asked_is_said_by_what_is_ticked_and_not_by_points(item, words):
    assert told(item) == words


@pytest.mark.parametrize(
    ("item", "words"), [("q3", "the worst day; 0: none · 8: unbearable"), ("q4", "0 to 100"), ("q5", "30 or more kg")]
)
def test_which_numbers_fit_and_what_they_mean_stands_under_a_question(item, words):
    assert told(item) == words


def test_whole_steps_lie_within_the_scale():
    assert "Halves\n  [ ] 1   [ ] 2\n" in sheet_text(sheet_of(CARD, {}, head=()))


@pytest.mark.parametrize("made", [sheet_text, sheet_markdown, sheet_html], ids=["txt", "md", "html"])
def test_every_format_says_when_and_by_whom(made):
    page = made(sheet_of(CARD, {}, head=filled_in_by(CARD, "mother"))).replace("&quot;", '"')
    assert page.count("only if") == 7
    assert "To be filled in by: parent." in page
    assert page.index("Filled in by") < page.index("mother") < page.index("Worried")


def test_of_a_form_of_the_clients_own_nobody_is_asked_for_but_in_a_couple():
    own = CARD.model_copy(update={"by": "client"})
    assert filled_in_by(own, None) == ()
    assert filled_in_by(own, None, of_several=True) == (("Filled in by", ""),)


def test_boxes_stand_below_each_other_in_any_script():
    form = CARD.model_copy(update={"items": tuple(CARD.items[:2])})
    wide = form.items[0].model_copy(update={"ask": "\u6211\u5f88\u62c5\u5fc3"})
    rows = sheet_text(sheet_of(form.model_copy(update={"items": (wide, form.items[1])}), {}, head=())).splitlines()
    assert [row for row in rows if "[ ] 0" in row] == [
        "\u6211\u5f88\u62c5\u5fc3     [ ] 0   [ ] 1   [ ] 2",
        "Slept well   [ ] 0   [ ] 1   [ ] 2",
    ]
