"""The order in which a caseload is read."""

from datetime import timedelta

import pytest
from invented import FORMS, START, goal, moods, plan_of, sessions, week

from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.caseload.triage import triage
from goalctl.analysis.standpoint import Standpoint

RISING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
WEEK_2, WEEK_9 = week(2), week(9)
DAY = timedelta(days=1)


def entry(day, q9=None, **keys):
    return {"date": day, **({} if q9 is None else {"forms": {"phq-9": {"total": 14, "q9": q9}}}), **keys}


def record(follow_up=None):
    return {"risk": {"level": "low", "follow_up": follow_up}}


def kinds(plan, today=WEEK_2):
    return [reason.kind for reason in triage(Standpoint(plan, FORMS, today))]


@pytest.mark.parametrize(
    ("today", "kind"),
    [
        pytest.param(week(2) - DAY, ReasonKind.UNDER_FOLLOW_UP, id="the day before"),
        pytest.param(week(2), ReasonKind.RISK, id="the day itself"),
        pytest.param(week(2) + DAY, ReasonKind.RISK, id="the day after"),
    ],
)
def test_an_answered_risk_is_under_follow_up_until_its_day(today, kind):
    plan = plan_of(sessions=[entry(week(1), 1, **record(week(2)))])
    assert kind in kinds(plan, today)


def test_everything_at_once_comes_in_the_order_of_urgency():
    late = {**RISING, "since": week(11)}
    goals = [
        goal(RISING, deadline=week(12)),
        goal({**RISING, "since": week(13)}, deadline=week(40), checkpoints=[week(15)]) | {"id": "g2"},
        goal(deadline=week(21)) | {"id": "g3"},
        goal(late, deadline=week(90)) | {"id": "g4"},
        goal(late, deadline=week(40)) | {"id": "g5"},
        goal(status="draft") | {"id": "g6"},
    ]
    log = [{"date": week(n), "scores": {"g1": 2}} for n in range(1, 9)]
    log += [{"date": week(n), "scores": {"g2": 2}} for n in range(14, 17)]
    log += [{"date": week(n), "scores": {"g4": 5, "g5": 8}} for n in range(12, 21)]
    log += [entry(week(15), 0), entry(week(17), 1, **record(week(18))), entry(week(19), kind="no-show")]
    log += [{"date": week(19), "kind": "journal", "forms": {"phq-9": {"total": 20, "q9": 2}}}]
    found = kinds(plan_of(opened=week(10), plan_by="4w", goals=goals, sessions=log), week(20))
    assert list(dict.fromkeys(found)) == [kind for kind in ReasonKind if kind is not ReasonKind.UNDER_FOLLOW_UP]


def test_the_order_is_the_clinic_s():
    assert [kind.value for kind in ReasonKind] == [
        "risk",
        "worse",
        "off track",
        "target date passed",
        "overdue",
        "stale",
        "plateau",
        "at risk",
        "under follow-up",
        "at target",
        "old draft",
        "due soon",
    ]


def test_reliable_worsening_is_seen_on_a_form_that_no_goal_is_measured_by():
    (reason,) = [c for c in triage(Standpoint(plan_of(sessions=moods([10, 16])), FORMS, week(4))) if not c.item]
    assert reason.kind is ReasonKind.RELIABLY_WORSE
    assert reason.because.startswith("Mood up 6 (reliable): 10 to 16")


def test_it_is_said_once_when_a_goal_is_measured_by_the_form():
    goals = [goal({"by": "phq-9", "baseline": 10, "target": 4, "since": START})]
    found = kinds(plan_of(goals=goals, sessions=moods([10, 16])), week(4))
    assert found.count(ReasonKind.RELIABLY_WORSE) == 1


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(week(12) - 15 * DAY, [], id="15 days before"),
        pytest.param(week(12) - 14 * DAY, [ReasonKind.DUE_SOON], id="14 days before"),
        pytest.param(week(12), [ReasonKind.DUE_SOON], id="the day itself"),
        pytest.param(week(12) + DAY, [ReasonKind.DATE_PASSED], id="the day after"),
    ],
)
def test_a_target_date_is_due_soon_then_passed(today, expected):
    scored = sessions([3], first=today - DAY)
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=scored, review_every="1y")
    assert kinds(plan, today) == expected


def test_of_a_plan_on_hold_risk_and_the_review_are_left():
    rested = {"status": "on-hold", "holds": [{"from": week(2)}]}
    plan = plan_of(goals=[goal(RISING, deadline=week(3))], sessions=[entry(week(1), 1)], **rested)
    assert kinds(plan, week(20)) == [ReasonKind.RISK, ReasonKind.OVERDUE]


def test_of_a_discharged_plan_only_risk_is_left():
    goals = [goal(RISING, deadline=week(3))]
    assert kinds(plan_of(status="discharged", goals=goals, sessions=[entry(week(1), 1)])) == [ReasonKind.RISK]
    assert kinds(plan_of(status="discharged", goals=goals, sessions=[entry(week(1), 0)])) == []


def test_of_two_risks_the_higher_comes_first_whatever_its_day():
    harm = {"risk": {"harm_to_others": "said he would hit his brother", "concern": "harm to others"}}
    found = triage(Standpoint(plan_of(sessions=[entry(week(1), 1), entry(week(2), **harm)]), FORMS, week(3)))
    assert [reason.because.partition(":")[0] for reason in found[:2]] == ["harm to others", "suicide"]


def test_a_month_later_only_what_has_passed_changes():
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=sessions([3, 4, 4]), review_every="1y")
    assert kinds(plan, week(5)) == []
    assert kinds(plan, week(10)) == [ReasonKind.STALE, ReasonKind.DUE_SOON]
    assert kinds(plan, week(5)) == []
