"""Every form that is filled in is watched; what is met waits for a word; a draft that grew old is told."""

from datetime import date, timedelta

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.library.shelf import FormShelf
from goalctl.model.settings import Settings
from tests.analysis.invented import FORMS, START, goal, mood_form, plan_of, sessions, week

DAY = timedelta(days=1)
SHIPPED = FormShelf()
RATED = {"by": "rating", "baseline": 2, "target": 8, "since": START}
BANDS = [{"from": 0, "name": "minimal"}, {"from": 14, "name": "mild"}, {"from": 20, "name": "moderate"}]
UNKNOWN = {"phq-9": mood_form(reliable_change=[], bands=BANDS)}


def filled(form, totals, **more):
    return [{"date": week(1 + 2 * n), "forms": {form: {"total": total, **more}}} for n, total in enumerate(totals)]


def told(log, forms=FORMS, *, today=None, **keys):
    case = Case.of(plan_of(sessions=log, review_every="1y", **keys), forms, Settings(), today or log[-1]["date"])
    return [reason for reason in case.reasons if not reason.kind.is_about_risk]


def test_a_bdi_ii_from_10_to_45_brings_the_client_to_the_caseload_without_a_goal():
    (reason,) = told(filled("bdi-ii", [10, 45], q9=0), SHIPPED)
    assert reason.kind in {ReasonKind.RELIABLY_WORSE, ReasonKind.AT_RISK}
    assert reason.because.startswith("BDI-II up 35 (")


@pytest.mark.parametrize(
    ("last", "words"),
    [
        pytest.param(13, None, id="up within its band"),
        pytest.param(14, "from minimal to mild", id="up into the next band"),
        pytest.param(25, "from minimal to moderate", id="up two bands"),
        pytest.param(5, None, id="down"),
    ],
)
def test_without_a_published_figure_only_a_higher_band_is_told(last, words):
    found = told(filled("phq-9", [10, last], q9=0), UNKNOWN)
    assert [reason.kind for reason in found] == ([ReasonKind.AT_RISK] if words else [])
    assert all(reason.because.endswith(words) for reason in found)
    assert all("no figure for a reliable change is published" in reason.because for reason in found)


@pytest.mark.parametrize(
    ("totals", "kinds"),
    [
        pytest.param([10, 15], [], id="5 up, less than is reliable"),
        pytest.param([10, 16], [ReasonKind.RELIABLY_WORSE], id="6 up"),
        pytest.param([18, 8, 13], [], id="5 up from its best"),
        pytest.param([18, 8, 14], [ReasonKind.AT_RISK], id="6 up from its best"),
        pytest.param([10], [], id="one filling"),
    ],
)
def test_a_form_is_told_from_its_reliable_change_on(totals, kinds):
    assert [reason.kind for reason in told(filled("phq-9", totals, q9=0))] == kinds


def test_a_form_without_a_total_is_watched_by_its_subscales():
    log = [{"date": week(n), "forms": {"dass-21": [score] * 21}} for n, score in ((1, 0), (3, 2))]
    words = [reason.because.partition(" up ")[0] for reason in told(log, SHIPPED)]
    assert words == ["DASS-21 depression", "DASS-21 anxiety", "DASS-21 stress"]


def test_each_respondent_s_form_is_told_by_name_and_one_that_a_goal_is_judged_by_only_there():
    log = [
        {"date": week(n), "forms": {"phq-9@a": {"total": total, "q9": 0}, "phq-9@b": {"total": total, "q9": 0}}}
        for n, total in ((1, 10), (3, 18))
    ]
    mine = goal({"by": "phq-9@a", "baseline": 10, "target": 4, "since": START})
    found = [one for one in told(log, members=["a", "b"], goals=[mine]) if one.kind is ReasonKind.RELIABLY_WORSE]
    assert [(one.item, one.because.partition(" up")[0]) for one in found] == [("", "Mood (b)"), ("g1", "g1: Mood (a)")]


@pytest.mark.parametrize(
    ("reviewed", "is_told"),
    [
        pytest.param(None, True, id="no review"),
        pytest.param(week(3) - DAY, True, id="the day before it was met"),
        pytest.param(week(3), False, id="the day it was met"),
        pytest.param(week(3) + DAY, False, id="the day after"),
    ],
)
def test_what_is_met_asks_for_the_next_step_until_somebody_looked(reviewed, is_told):
    reviews = [{"on": reviewed, "of": "g1", "decision": "continue"}] if reviewed else []
    found = told(sessions([5, 8, 8]), goals=[goal(RATED, deadline=week(30))], reviews=reviews, today=week(4))
    assert [one.kind for one in found] == ([ReasonKind.AT_TARGET] if is_told else [])
    assert all(one.because.endswith("; next step or review?") for one in found)


@pytest.mark.parametrize(
    ("today", "is_told"),
    [
        pytest.param(week(4) - DAY, False, id="the day before the plan's own day"),
        pytest.param(week(4), False, id="that day"),
        pytest.param(week(4) + DAY, True, id="the day after"),
    ],
)
def test_a_draft_is_old_the_day_after_the_plan_meant_to_settle_it(today, is_told):
    goals = [goal(), goal(status="draft") | {"id": "g2"}]
    found = told([{"date": START}], goals=goals, plan_by="4w", today=today)
    assert [one.item for one in found if one.kind is ReasonKind.OLD_DRAFT] == (["g2"] if is_told else [])


def test_a_draft_in_a_plan_that_promised_no_day_is_never_old():
    goals = [goal(), goal(status="draft") | {"id": "g2"}]
    found = told([{"date": START}], goals=goals, today=date(2027, 1, 1))
    assert ReasonKind.OLD_DRAFT not in {one.kind for one in found}


def test_a_form_that_rose_into_a_higher_band_leads_before_a_goal_that_has_no_new_score():
    log = [*sessions([3, 4]), *filled("bdi-ii", [10, 45], q9=0)]
    found = told(log, SHIPPED, today=week(12), goals=[goal(RATED, deadline=week(30))])
    assert [reason.kind for reason in found] == [ReasonKind.AT_RISK, ReasonKind.STALE]
