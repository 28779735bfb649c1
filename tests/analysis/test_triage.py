"""The order in which a caseload is read, and where risk stands."""

from datetime import timedelta

import pytest
from invented import FORMS, START, goal, moods, plan_of, sessions, week

from goalctl.analysis.caseload.triage import ConcernKind, triage
from goalctl.analysis.risk.standing import risk_standing
from goalctl.analysis.standpoint import Standpoint

RISING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
WEEK_2, WEEK_9 = week(2), week(9)
DAY = timedelta(days=1)


def entry(day, q9=None, **keys):
    return {"date": day, **({} if q9 is None else {"forms": {"phq-9": {"total": 14, "q9": q9}}}), **keys}


def record(follow_up=None):
    return {"risk": {"level": "low", "follow_up": follow_up}}


def standing(*entries, today=WEEK_9):
    return risk_standing(Standpoint(plan_of(sessions=list(entries)), FORMS, today))


def kinds(plan, today=WEEK_2):
    return [concern.kind for concern in triage(Standpoint(plan, FORMS, today))]


def test_an_endorsed_item_without_a_record_is_unanswered():
    (found,) = standing(entry(week(1), 1)).unanswered
    assert (found.day, str(found.form), found.item, found.answer) == (week(1), "phq-9", "q9", "1")


@pytest.mark.parametrize(
    ("entries", "unanswered"),
    [
        pytest.param([entry(week(1), 0)], 0, id="not endorsed"),
        pytest.param([entry(week(1), 1, **record())], 0, id="answered in the same entry"),
        pytest.param([entry(week(1), **record()), entry(week(1), 1)], 0, id="answered the same day"),
        pytest.param([entry(week(1), 1), entry(week(2), **record())], 0, id="answered later"),
        pytest.param([entry(week(1), **record()), entry(week(2), 1)], 1, id="answered only before"),
        pytest.param([entry(week(1), 1), entry(week(2), 0)], 1, id="a later 0 is no answer"),
        pytest.param([entry(week(1), 1), entry(week(2))], 1, id="a session without a record is no answer"),
    ],
)
def test_what_answers_an_endorsed_item(entries, unanswered):
    assert len(standing(*entries).unanswered) == unanswered


@pytest.mark.parametrize(
    ("later", "unanswered"),
    [
        pytest.param([(3, 1)], 0, id="the same, before the follow-up"),
        pytest.param([(5, 1)], 0, id="on the follow-up day"),
        pytest.param([(6, 1)], 1, id="the same, after the follow-up day"),
        pytest.param([(3, 2)], 1, id="risen"),
        pytest.param([(3, 0), (4, 1)], 1, id="gone and back is risen"),
    ],
)
def test_once_answered_it_is_raised_again_only_when_it_rises_or_the_follow_up_has_passed(later, unanswered):
    answered = entry(week(1), 1, **record(week(5)))
    assert len(standing(answered, *(entry(week(n), q9) for n, q9 in later)).unanswered) == unanswered


def test_the_newest_record_decides_about_the_follow_up():
    first, second = entry(week(1), **record(week(2))), entry(week(3), **record())
    assert standing(first).follow_up == week(2)
    assert standing(first, second).follow_up is None


def test_a_void_entry_neither_raises_nor_answers():
    void = {"void": {"on": week(3), "because": "belongs elsewhere"}}
    assert standing(entry(week(1), 1, **void)).unanswered == ()
    assert len(standing(entry(week(1), 1), entry(week(2), **record(), **void)).unanswered) == 1


@pytest.mark.parametrize(
    ("entries", "missed"),
    [
        pytest.param([entry(week(2), kind="no-show")], week(2), id="no-show"),
        pytest.param([entry(week(2), kind="cancelled")], None, id="cancelled"),
        pytest.param([entry(week(2), kind="no-show"), entry(week(3))], None, id="seen since"),
        pytest.param([entry(week(2), kind="no-show"), entry(week(3), kind="journal")], week(2), id="a note since"),
    ],
)
def test_a_no_show_while_a_follow_up_is_open(entries, missed):
    assert standing(entry(week(1), 1, **record(week(3))), *entries).missed_on == missed


def test_a_no_show_without_an_open_follow_up_is_no_risk_concern():
    assert standing(entry(week(1), 1, **record()), entry(week(2), kind="no-show")).missed_on is None


@pytest.mark.parametrize(
    ("today", "kind"),
    [
        pytest.param(week(4), ConcernKind.UNDER_FOLLOW_UP, id="the day itself"),
        pytest.param(week(4) + DAY, ConcernKind.FOLLOW_UP_PASSED, id="the day after"),
    ],
)
def test_an_answered_risk_is_under_follow_up_until_its_day(today, kind):
    plan = plan_of(sessions=[entry(week(1), 1, **record(week(4)))])
    assert kind in kinds(plan, today)


def test_everything_at_once_comes_in_the_order_of_urgency():
    goals = [
        goal(RISING, deadline=week(12)),
        goal({**RISING, "since": week(13)}, deadline=week(40)) | {"id": "g2"},
        goal(deadline=week(21)) | {"id": "g3"},
    ]
    log = [{"date": week(n), "scores": {"g1": 2}} for n in range(1, 9)]
    log += [{"date": week(n), "scores": {"g2": 2}} for n in range(14, 17)]
    log += [entry(week(15), 0), entry(week(17), 1, **record(week(18))), entry(week(19), kind="no-show")]
    log += [{"date": week(19), "kind": "journal", "forms": {"phq-9": {"total": 20, "q9": 2}}}]
    found = kinds(plan_of(opened=week(10), goals=goals, sessions=log), week(20))
    assert list(dict.fromkeys(found)) == [kind for kind in ConcernKind if kind is not ConcernKind.UNDER_FOLLOW_UP]


def test_the_order_is_the_clinic_s():
    assert [kind.value for kind in ConcernKind] == [
        "risk unanswered",
        "follow-up day passed",
        "no-show while a follow-up is open",
        "reliably worse",
        "off track",
        "overdue",
        "stale",
        "at risk",
        "under follow-up",
        "due soon",
    ]


def test_reliable_worsening_is_seen_on_a_form_that_no_goal_is_measured_by():
    (concern,) = [c for c in triage(Standpoint(plan_of(sessions=moods([10, 16])), FORMS, week(4))) if not c.item]
    assert concern.kind is ConcernKind.RELIABLY_WORSE
    assert concern.because.startswith("phq-9: 6 points worse, 6 is reliable: 10 to 16")


def test_it_is_said_once_when_a_goal_is_measured_by_the_form():
    goals = [goal({"by": "phq-9", "baseline": 10, "target": 4, "since": START})]
    found = kinds(plan_of(goals=goals, sessions=moods([10, 16])), week(4))
    assert found.count(ConcernKind.RELIABLY_WORSE) == 1


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(week(12) - 15 * DAY, [], id="15 days before"),
        pytest.param(week(12) - 14 * DAY, [ConcernKind.DUE_SOON], id="14 days before"),
        pytest.param(week(12), [ConcernKind.DUE_SOON], id="the day itself"),
        pytest.param(week(12) + DAY, [ConcernKind.OVERDUE], id="the day after"),
    ],
)
def test_deadlines_are_due_soon_then_overdue(today, expected):
    scored = sessions([3], first=today - DAY)
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=scored, review_every="1y")
    assert kinds(plan, today) == expected


def test_of_a_plan_on_hold_risk_and_the_review_are_left():
    rested = {"status": "on-hold", "holds": [{"from": week(2)}]}
    plan = plan_of(goals=[goal(RISING, deadline=week(3))], sessions=[entry(week(1), 1)], **rested)
    assert kinds(plan, week(20)) == [ConcernKind.RISK_UNANSWERED, ConcernKind.OVERDUE]


def test_of_a_discharged_plan_nothing_is_left():
    assert kinds(plan_of(status="discharged", sessions=[entry(week(1), 1)])) == []


def test_a_month_later_only_what_has_passed_changes():
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=sessions([3, 4, 4]), review_every="1y")
    assert kinds(plan, week(5)) == []
    assert kinds(plan, week(10)) == [ConcernKind.STALE, ConcernKind.DUE_SOON]
    assert kinds(plan, week(5)) == []
