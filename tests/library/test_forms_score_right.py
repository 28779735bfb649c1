from pathlib import Path

import pytest

from goalctl.analysis.instruments.form_change import reliable_change
from goalctl.analysis.instruments.scoring import answer_findings, band_of, cut_offs_reached, score_of
from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.session import Session

FORMS = FormShelf()
EXPECTED, _ = read_data((Path(__file__).parent / "scores.yaml").read_text("utf-8"))
VERDICTS = {"yes": True, "no": False, "unknown": None}


def of(key):
    """Every form that has the key, with what is expected for each value."""
    return pytest.mark.parametrize(
        ("form", "rows"), [pytest.param(form, facts[key], id=form) for form, facts in EXPECTED.items() if key in facts]
    )


def answers(value):
    (found,) = Session.model_validate({"date": "2026-02-02", "forms": {"x": value}}).forms.values()
    return found


def scored(form, value):
    return score_of(FORMS[form], answers(value))


def everything(form, answer):
    """Every scored item answered alike, the others left out."""
    return {item.id: answer for item in FORMS[form].scored_items}


def test_every_scored_form_has_figures_from_its_source():
    scored_forms = {form for form in FORMS if FORMS[form].scoring}
    assert set(EXPECTED) == scored_forms
    assert all(facts["source"] for facts in EXPECTED.values())


@of("all")
def test_the_same_answer_throughout_gives_the_published_total(form, rows):
    totals = {given: scored(form, everything(form, given)).total for given in rows}
    assert totals == {given: float(expected) for given, expected in rows.items()}


@pytest.mark.parametrize("form", [form for form in EXPECTED if "adds" in EXPECTED[form]])
def test_one_item_alone_adds_its_points_and_a_reversed_one_takes_them_off(form):
    facts = EXPECTED[form]
    low, *_, high = facts["all"]
    lowest = scored(form, everything(form, low)).total
    for item in FORMS[form].scored_items:
        change = scored(form, {**everything(form, low), item.id: high}).total - lowest
        assert change == float(facts["adds"]) * (-1 if item.id in facts.get("reversed", ()) else 1), item.id


@of("bands")
def test_each_band_has_both_its_edges(form, rows):
    assert {given: scored(form, given).band for given in rows} == rows


@of("subscale_bands")
def test_each_band_of_a_subscale_has_both_its_edges(form, rows):
    for part, bands in rows.items():
        assert {given: band_of(FORMS[form], float(given), part).name for given in bands} == bands, part


@of("cut_offs")
def test_each_cut_off_begins_where_its_source_says(form, rows):
    assert {given: str(len(cut_offs_reached(FORMS[form], float(given)))) for given in rows} == rows


@of("reliable")
def test_a_change_is_reliable_from_the_published_points_on(form, rows):
    for given, expected in rows.items():
        assert reliable_change(FORMS[form], 30, 30 - float(given)).reliable is VERDICTS[expected], given


@of("confidence")
def test_a_reliable_change_names_the_strictest_level_it_reaches(form, rows):
    for given, expected in rows.items():
        assert reliable_change(FORMS[form], 30, 30 - float(given)).level.level == float(expected), given


@of("risk")
def test_a_risk_item_is_endorsed_from_its_first_answer_on(form, rows):
    for item, verdicts in rows.items():
        for answer, endorsed in verdicts.items():
            score = scored(form, {**everything(form, "0"), item: answer})
            assert bool(score.endorsed) is VERDICTS[endorsed], (item, answer)
            assert not score.unasked


CASES = [
    pytest.param(form, case, id=f"{form}-{n}")
    for form, facts in EXPECTED.items()
    for n, case in enumerate(facts.get("cases", ()))
]


@pytest.mark.parametrize(("form", "case"), CASES)
def test_a_whole_sheet_scores_as_published(form, case):
    score = scored(form, case.get("items", case.get("answers")))
    assert score.total == (None if case["total"] is None else pytest.approx(float(case["total"])))
    assert (score.why_no_total is None) is (case["total"] is not None)
    assert score.prorated is VERDICTS[case.get("prorated", "no")]
    for name, value in case.get("subscales", {}).items():
        assert score.subscales[name] == pytest.approx(float(value), abs=0.05)


@pytest.mark.parametrize(("form", "case"), CASES)
def test_a_whole_sheet_shows_its_patterns_and_risk(form, case):
    score = scored(form, case.get("items", case.get("answers")))
    if "patterns" in case:
        assert [pattern.met for pattern in score.patterns] == [VERDICTS[verdict] for verdict in case["patterns"]]
    if "endorsed" in case:
        assert [risk.risk.item for risk in score.endorsed] == case["endorsed"]
    if "unasked" in case:
        assert [risk.item for risk in score.unasked] == case["unasked"]


@pytest.mark.parametrize("form", [form for form in FORMS if FORMS[form].risk and form != "c-ssrs-screener"])
def test_a_total_alone_never_passes_for_an_answered_risk_item(form):
    score = scored(form, "3")
    assert [risk.item for risk in score.unasked] == [risk.item for risk in FORMS[form].risk]


@pytest.mark.parametrize("form", [form for form in EXPECTED if "all" in EXPECTED[form]])
def test_full_sheets_have_nothing_to_find_fault_with(form):
    for answer in (next(iter(EXPECTED[form]["all"])), list(EXPECTED[form]["all"])[-1]):
        assert answer_findings(FORMS[form], answers(everything(form, answer))) == []
