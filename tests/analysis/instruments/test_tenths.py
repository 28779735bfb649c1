"""Scores with fractions are the figures that a person works out: a tenth is none of a machine's."""

import pytest

from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.instruments.scoring import answer_findings, score_of
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.validate import record_from
from tests.analysis.invented import as_text


def scale(items, *, top=4, **scoring):
    data = {
        "form": "tenths",
        "name": "Tenths",
        "kind": "assessment",
        "scale": [0, top],
        "items": [{"id": f"q{n}", "ask": f"topic {n}"} for n in range(1, items + 1)],
        "scoring": {"better": "lower", **scoring},
    }
    form, findings = record_from(Form, as_text(data))
    assert form is not None, findings
    return form


FROM_09 = {
    "bands": [{"from": 0, "name": "mild"}, {"from": 0.9, "name": "clear"}, {"from": 3.6, "name": "all"}],
    "cut_offs": [{"when": ">= 0.9", "name": "case"}],
}


@pytest.mark.parametrize(
    ("answers", "total", "band"), [("110", 0.6, "mild"), ("111", 0.9, "clear"), ("444", 3.6, "all")]
)
def test_three_times_three_tenths_are_nine_tenths_to_every_band_and_cut_off(answers, total, band):
    form = scale(3, multiply=0.3, **FROM_09)
    typed, filled = (score_of(form, one) for one in (Answers(total=total), Answers(by_position=tuple(answers))))
    assert (filled.total, filled.band, bool(filled.cut_offs)) == (total, band, total >= 0.9)
    assert (typed.total, typed.band, typed.cut_offs) == (filled.total, filled.band, filled.cut_offs)


@pytest.mark.parametrize(("total", "fits"), [(0.9, True), (2.1, True), (3.6, True), (1, False), (3.7, False)])
def test_a_total_of_tenths_is_refused_where_it_is_none(total, fits):
    form = scale(3, multiply=0.3)
    assert possible_range(form) == (0, 3.6)
    assert (not answer_findings(form, Answers(total=total))) is fits


def test_a_total_of_tenths_fits_the_answers_beside_it():
    form = scale(3, multiply=0.3)
    assert not answer_findings(form, Answers(total=0.9, by_item={"q1": "1", "q2": "1", "q3": "1"}))


def test_the_mean_of_parts_in_tenths_reaches_its_band():
    parts = {"a": {"items": ["q1"], "multiply": 0.7}, "b": {"items": ["q2"], "multiply": 0.7}}
    form = scale(
        2, subscales=parts, parts=["a", "b"], bands=[{"from": 0, "name": "low"}, {"from": 2.1, "name": "high"}]
    )
    found = score_of(form, Answers(by_position=("3", "0")))
    assert (found.subscales, found.total, found.band) == ({"a": 2.1, "b": 0}, 2.1, "high")


def test_an_estimate_of_half_a_point_is_rounded_up():
    form = scale(15, top=5, prorate={"missing": 5, "round": "yes"})
    ten_answers = ("4",) * 9 + ("5",) + (None,) * 5  # together 41: of fifteen that is 61.5
    assert score_of(form, Answers(by_position=ten_answers)).total == 62
