"""History: what happens a second time is told a second time, and what the file says twice is told once."""

from datetime import date

from invented import plan_of

from goalctl.analysis.history.event import Event
from goalctl.analysis.history.events import history_of
from goalctl.analysis.standpoint import Standpoint

SUPERVISORS = [
    (4, "supervisor none → s.lee", "s.lee"),
    (5, "supervisor s.lee → a.b", "a.b"),
    (6, "supervisor a.b → s.lee", "s.lee"),
]


def change(day, of, what, old, new, because):
    return {"on": f"2026-03-{day:02}", "by": "m.k", "of": of, "what": what, "from": old, "to": new, "because": because}


def goal(**keys):
    return {"id": "g1", "goal": "Walks", "opened": "2026-03-01", **keys}


def told(plan, seen=()):
    """Without the opening, with which every history begins."""
    _, *events = history_of(Standpoint(plan), seen)
    return [(event.day.day, event.text, event.because) for event in events]


def test_a_target_that_went_back_and_forth_is_told_each_time():
    target = "smart.measurable.target"
    trail = [change(2, "g1", target, 5, 6, "a"), change(3, "g1", target, 6, 5, "b"), change(3, "g1", target, 5, 6, "c")]
    assert told(plan_of(goals=[goal()], changes=trail)) == [
        (1, "g1 added", ""),
        (2, "g1 target 5 → 6", "a"),
        (3, "g1 target 6 → 5", "b"),
        (3, "g1 target 5 → 6", "c"),
    ]


def test_a_second_rest_is_told_as_the_first():
    holds = [
        {"from": "2026-03-02", "to": "2026-03-04", "because": "flu"},
        {"from": "2026-03-09", "because": "a stay in hospital"},
    ]
    assert told(plan_of(status="on-hold", holds=holds)) == [
        (2, "put on hold", "flu"),
        (4, "resumed", ""),
        (9, "put on hold", "a stay in hospital"),
    ]


def test_an_end_that_the_trail_tells_too_is_told_once_with_its_reason():
    trail = [
        change(5, "g1", "status", "active", "achieved", "early"),
        change(6, "g1", "status", "achieved", "active", "too early"),
        change(9, "g1", "status", "active", "achieved", "six weeks of it"),
    ]
    assert told(plan_of(goals=[goal(status="achieved", closed="2026-03-09")], changes=trail)) == [
        (1, "g1 added", ""),
        (5, "g1 status active → achieved", "early"),
        (6, "g1 status achieved → active", "too early"),
        (9, "g1 status active → achieved", "six weeks of it"),
    ]


def test_what_git_saw_a_second_time_on_a_later_day_is_told_again():
    seen = [Event(date(2026, 3, day), "", "supervisor", text, to) for day, text, to in SUPERVISORS]
    assert told(plan_of(), seen) == [(day, text, "") for day, text, _ in SUPERVISORS]


def test_what_git_saw_and_the_trail_tells_is_left_to_the_trail():
    plan = plan_of(changes=[change(2, None, "supervisor", None, "s.lee", "m left")])
    assert told(plan, [Event(date(2026, 3, 4), "", "supervisor", "supervisor none → s.lee", "s.lee")]) == [
        (2, "plan supervisor none → s.lee", "m left"),
    ]
