"""A form whose scoring changed: what is scored alike is one course, nothing else is compared."""

import pytest
from invented import goal, plan_of, week

from goalctl.analysis.caseload.triage import triage
from goalctl.analysis.caseload.watched_forms import watched_forms
from goalctl.analysis.instruments.readings import form_courses
from goalctl.analysis.progress.form_reading import form_reading
from goalctl.analysis.progress.series import series_of, series_of_form
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.ids import form_ref_from
from goalctl.model.validate import record_from
from goalctl.views.words.forms import form_name


def card(version, high, better):
    """Two questions, so a total of twice the highest answer; a change of 4 points is reliable."""
    items = [{"id": f"q{n}", "ask": f"{n}?"} for n in (1, 2)]
    scoring = {"better": better, "reliable_change": [{"points": "4"}]}
    said = {"form": "card", "version": str(version), "name": "Card", "scale": ["0", str(high)]}
    return record_from(Form, said | {"items": items, "scoring": scoring})[0]


V1, V2, V3 = card(1, 10, "lower"), card(2, 5, "higher"), card(3, 5, "higher")
FORMS = {"card": V3, "card@1": V1, "card@2": V2}  # 1 from 0 to 20 and worse when it rises; 2 and 3 from 0 to 10, better


def at(*filled, **plan):
    sessions = [{"date": week(n), "forms": {name: {"total": total}}} for n, (name, total) in enumerate(filled, 1)]
    return Standpoint(plan_of(sessions=sessions, **plan), FORMS, week(12))


def courses(standpoint):
    by_name = {str(ref): series_of_form(standpoint, ref).points for ref in form_courses(standpoint)}
    return {name: [point.value for point in points] for name, points in by_name.items()}


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        pytest.param([("card@1", 12), ("card@2", 3), ("card", 8)], {"card": [3, 8], "card@1": [12]}, id="others"),
        pytest.param([("card@2", 3), ("card@3", 5), ("card", 8)], {"card": [3, 5, 8]}, id="the same scale"),
        pytest.param([("card@1", 12), ("card@1", 8)], {"card@1": [12, 8]}, id="the old one alone"),
        pytest.param([("card@1@anna", 12), ("card@anna", 8)], {"card@1@anna": [12], "card@anna": [8]}, id="a member"),
    ],
)
def test_versions_are_one_course_where_they_score_alike(filled, expected):
    assert courses(at(*filled)) == expected


def test_a_fall_across_two_scorings_is_called_neither_worse_nor_better():
    standpoint = at(("card@1", 12), ("card", 3))
    assert watched_forms(standpoint) == ()
    assert [reason.kind.value for reason in triage(standpoint)] == [
        reason.kind.value for reason in triage(at(("card", 3)))
    ]
    reading = form_reading(V3, Answers(total=5.0), day=week(3), at=standpoint)
    assert [(one.what, one.value) for one in reading.parts[0].compared] == [("the last one, which is the first", 3)]


def test_each_is_judged_by_its_own_scoring():
    standpoint = at(("card@1", 12), ("card", 3), ("card@1", 7), ("card", 8))
    changes = {change.name: change.from_baseline for change in watched_forms(standpoint)}
    assert {name: (change.points, change.toward) for name, change in changes.items()} == {
        "Card": (5, "better"),
        "Card, version 1": (-5, "better"),
    }
    old = form_reading(V1, Answers(total=13.0), day=week(5), at=standpoint)
    assert [(one.what, one.value) for one in old.parts[0].compared] == [
        ("the last one", 7),
        ("the first one, which serves as baseline", 12),
    ]
    assert form_name(form_ref_from("card@1@anna"), FORMS) == "Card, version 1 (anna)"


@pytest.mark.parametrize(("by", "scores", "baseline"), [("card", [3, 8], 3), ("card@1", [12], 12)])
def test_a_goal_counts_the_scoring_that_it_is_measured_by(by, scores, baseline):
    measured = goal({"by": by, "baseline": baseline, "target": 6})
    standpoint = at(("card@1", 12), ("card", 3), ("card@2", 8), goals=[measured])
    (series,) = series_of(standpoint, "g1")
    assert [point.value for point in series.points] == scores


def test_a_stated_baseline_is_no_baseline_of_another_scoring():
    measured = goal({"by": "card", "baseline": 2, "target": 6, "since": week(0)})
    standpoint = at(("card@1", 12), ("card@1", 7), ("card", 3), goals=[measured])
    reading = form_reading(V1, Answers(total=13.0), day=week(5), at=standpoint)
    assert [one.value for one in reading.parts[0].compared] == [7, 12]
    (old,) = [series_of_form(standpoint, ref) for ref in form_courses(standpoint) if ref.version]
    assert (old.baseline.value, old.baseline.stated) == (12, False)
