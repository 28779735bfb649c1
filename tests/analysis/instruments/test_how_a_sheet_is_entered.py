"""Skip rules, other scorings of a sheet, change figures that are worked out, and whose words the items are."""

import pytest

from goalctl.analysis.instruments.answers import ruled_out
from goalctl.analysis.instruments.form_change import reliable_change
from goalctl.analysis.instruments.form_range import impossible, variant_meant
from goalctl.analysis.instruments.wording import in_our_words
from goalctl.library.shelf import FormShelf
from goalctl.model.form import Form
from goalctl.model.validate import record_from

FORMS = FormShelf()
LATER = {f"q{n}" for n in range(4, 9)}


@pytest.mark.parametrize(
    ("answers", "passed_over"),
    [
        ({"q1": "0"}, {"q2", "q3", *LATER}),
        ({"q1": "1", "q2": "0", "q3": "0"}, LATER),
        ({"q1": "1", "q2": "0", "q3": "1"}, set()),
        ({"q1": "1", "q2": "1", "q3": "0"}, set()),
        ({"q1": "1", "q2": "0"}, set()),
        ({"q1": "1", "q2": "0", "q3": "0", "q4": "2"}, LATER - {"q4"}),
    ],
    ids=["never drinks", "both 0", "item 3", "item 2", "item 3 open", "answered all the same"],
)
def test_the_audit_goes_on_to_item_9_by_its_two_rules(answers, passed_over):
    assert ruled_out(FORMS["audit"], answers) == passed_over


@pytest.mark.parametrize(
    ("form", "total", "here"),
    [
        ("k10", 9, 19), ("k10", 10, None), ("k6", 25, 19), ("k6", 24, None), ("k6", 31, None),
        ("whodas-12", 11, 23), ("whodas-12", 12, None), ("who-5", 13, 52), ("who-5", 12, None), ("who-5", 26, None),
        ("rosenberg", 31, 21), ("rosenberg", 41, None), ("phq-9", 28, None),
    ],
)  # fmt: skip
def test_a_total_that_only_another_scoring_gives_is_known_for_that(form, total, here):
    meant = variant_meant(FORMS[form], total)
    assert (meant.here(total) if meant else None) == here


def test_the_hint_says_what_such_a_total_would_be():
    assert impossible(FORMS["who-5"], 13) == (
        "13 is no possible WHO-5 score", "counted as the sum of the answers alone? That is 52 here",
    )  # fmt: skip


def form_with(**change):
    data = {
        "form": "x", "name": "X", "options": {"0": "no", "1": "yes"}, "items": [{"id": "q1", "ask": "a"}],
        "scoring": {"better": "lower", "reliable_change": [change]},
    }  # fmt: skip
    return record_from(Form, data)


@pytest.mark.parametrize(("sd", "reliability", "points"), [(7.7, 0.9, 7), (6.1, 0.84, 7), (10, 0.75, 14)])
def test_a_change_is_worked_out_as_jacobson_and_truax_did(sd, reliability, points):
    form, _ = form_with(sd=str(sd), reliability=str(reliability), population="adults in care")
    [figure] = form.scoring.reliable_change
    assert (figure.points, figure.level) == (points, 95)


@pytest.mark.parametrize(
    "change", [{"sd": "6"}, {"sd": "6", "reliability": "1"}, {"sd": "0", "reliability": "0.8"}, {}]
)
def test_half_a_figure_is_refused(change):
    form, findings = form_with(**change)
    assert form is None
    assert findings[0].message == "a change needs points, or sd and reliability"


@pytest.mark.parametrize(("points", "reached"), [(14, 0), (15, 1)])
def test_a_figure_for_some_people_only_judges_nobody_and_is_shown_beside(points, reached):
    change = reliable_change(FORMS["pcl-5"], 50, 50 - points)
    assert change.reliable is None
    assert [figure.only_for for figure in change.beside].count("male veterans") == reached


def test_a_form_is_in_our_words_as_long_as_it_carries_our_labels():
    shipped = FORMS["cage"]
    asked = shipped.items[0].model_copy(update={"ask": "What the sheet says"})
    own = shipped.model_copy(update={"items": (asked, *shipped.items[1:])})
    assert [item.id for item in in_our_words(own, shipped)] == ["q2", "q3", "q4"]
    assert in_our_words(own, None) == in_our_words(FORMS["grow"], FORMS["grow"]) == ()
