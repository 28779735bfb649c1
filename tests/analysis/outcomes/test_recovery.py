"""From which score on somebody has recovered, against what others published from the same figures."""

from datetime import date

import pytest

from goalctl.analysis.outcomes.change import change_rules
from goalctl.analysis.outcomes.figures import group_figures
from goalctl.analysis.outcomes.treatment import treatment
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.analysis.standpoint import Standpoint
from goalctl.library.shelf import FormShelf
from goalctl.model.form import Form
from goalctl.model.validate import record_from
from tests.analysis.invented import mood_form, plan_of

START, LATER = "2026-01-05", "2026-02-02"
WHERE = {"source": "an article"}
CUT = {"when": ">= 10", "name": "a", "recovery": "yes", **WHERE}


def group(mean, sd, **more):
    return {"mean": mean, "sd": sd, "population": "people", **WHERE, **more}


def rules(better="lower", **scoring):
    reliable = [{"points": 6, **WHERE}]
    return change_rules(mood_form(better=better, reliable_change=reliable, **scoring), None)


@pytest.mark.parametrize(
    ("norms", "criterion", "ill"),
    [
        pytest.param({"clinical": group(40, 7.5)}, "a", "< 55", id="a"),
        pytest.param({"community": group(60, 7.5)}, "b", "< 45", id="b"),
        pytest.param({"clinical": group(40, 7.5), "community": group(60, 7.5)}, "c", "< 50", id="c"),
        pytest.param({"clinical": group(40, 7.5), "community": group(60, 7.5, verified="no")}, "a", "< 55", id="half"),
    ],
)
def test_norms_give_the_cut_offs_of_jacobson_and_truax(norms, criterion, ill):
    """Their own example of 1991: a mean of 40 in marital therapy, of 60 outside it, 7.5 the deviation of both."""
    line = rules("higher", norms=norms).line
    assert (line.criterion, str(line.ill)) == (criterion, ill)


PUBLISHED = [  # clinical, community, the cut-off that the authors worked out from them and gave as a whole number
    pytest.param((19.7, 7.7), (4.7, 4.8), 11, id="CORE-10, manual of 2007, 11.0 in Barkham et al. 2013"),
]


@pytest.mark.parametrize(("clinical", "community", "whole"), PUBLISHED)
def test_a_cut_off_that_was_published_with_its_norms_is_the_next_whole_score_above_ours(clinical, community, whole):
    line = rules(norms={"clinical": group(*clinical), "community": group(*community)}).line
    assert whole - 1 < line.ill.number <= whole


def test_the_core_10_ships_both_and_the_published_one_decides():
    found = change_rules(FormShelf()["core-10"], None).line
    assert (str(found.ill), found.is_computed) == (">= 11", False)


def test_the_pswq_is_judged_by_its_norms_and_by_its_stricter_cut_off():
    found = change_rules(FormShelf()["pswq"], None)
    assert (str(found.line.ill), found.line.criterion, found.line.computed, found.points) == (">= 45", "c", 58.84, 9)
    assert found.class_of(68, 44) is ChangeClass.RECOVERED
    assert found.class_of(68, 45) is ChangeClass.IMPROVED
    assert found.class_of(44, 30) is ChangeClass.IMPROVED


def test_a_published_cut_off_for_recovery_goes_before_one_that_is_worked_out():
    norms = {"clinical": group(18, 4), "community": group(4, 3)}
    assert str(rules(norms=norms, cut_offs=[CUT]).line.ill) == ">= 10"
    assert rules(norms=norms, cut_offs=[{**CUT, "recovery": "no"}]).line.criterion == "c"


@pytest.mark.parametrize(
    ("cut_off", "ill"),
    [({}, ">= 7"), ({"verified": "no"}, "> 10"), ({"for": "students"}, "> 10"), ({"when": ">= 12"}, "> 10")],
    ids=["stricter", "from memory", "for some only", "milder"],
)
def test_what_is_worked_out_is_never_milder_than_a_cut_off_that_holds_for_everyone(cut_off, ill):
    norms = {"clinical": group(18, 4), "community": group(4, 3)}
    assert str(rules(norms=norms, cut_offs=[{**CUT, "when": ">= 7", "recovery": "no", **cut_off}]).line.ill) == ill


@pytest.mark.parametrize(
    "scoring",
    [{}, {"cut_offs": [{**CUT, "recovery": "no"}]}, {"norms": {"clinical": group(18, 4, verified="no")}}],
    ids=["nothing", "a cut-off for a diagnosis", "figures from memory"],
)
def test_without_a_source_nobody_has_recovered(scoring):
    found = rules(**scoring)
    assert found.line is None
    assert found.class_of(24, 0) is ChangeClass.IMPROVED


def test_norms_without_a_spread_are_refused():
    norms = {"clinical": {"mean": "18", "sd": "0", "population": "people"}}
    data = {"form": "x", "name": "X", "items": [{"id": "q1", "ask": "a"}], "scoring": {"norms": norms}}
    form, findings = record_from(Form, data)
    assert form is None
    assert findings[0].message == "a standard deviation is above 0"


def told(**scoring):
    form = mood_form(reliable_change=[{"points": 6, **WHERE}], **scoring)
    log = [{"date": day, "forms": {"phq-9": {"total": total}}} for day, total in ((START, 18), (LATER, 4))]
    people = [treatment(Standpoint(plan_of(sessions=log), {"phq-9": form}, date(2026, 6, 1))) for _ in range(5)]
    figures = [one for one in group_figures("all", people).figures if one.subject == "Mood"]
    return {one.name: (one.n, one.note) for one in figures if "reliabl" in one.name or one.name == "recovered"}


def test_figures_of_many_say_by_which_line_they_recovered_or_that_there_is_none():
    norms = {"clinical": group(18, 4), "community": group(4, 3)}
    assert told(cut_offs=[CUT])["recovered"] == (5, "")
    assert told(norms=norms)["recovered"] == (5, "by cut-off c, computed by goalctl")
    assert told() == {
        "recovered": (None, "no cut-off for recovery is sourced"), "reliably improved": (5, ""),
        "no reliable change": (0, ""), "reliably worse": (0, ""),
    }  # fmt: skip
