"""What is a change of treatment, and what is only a change in the file: days as C105 and `outcomes` read them."""

import pytest

from goalctl.analysis.outcomes.replanned import days_of_change
from tests.analysis.invented import START, plan_of, week

DAY = week(6)
STEP = {"id": "g1.1", "objective": "Walks", "status": "active", "opened": START}
GOAL = {"id": "g1", "goal": "Mood", "status": "active", "opened": START, "objectives": [STEP]}
DRAFT = {"id": "g2", "goal": "Sleeps", "status": "draft", "opened": DAY}


def is_changed(*, changes=(), goals=(GOAL,), **keys):
    trailed = [{"on": DAY, **change} for change in changes]
    return DAY in set(days_of_change(plan_of(goals=list(goals), changes=trailed, **keys)))


def trail(of, what, old=None, new=None):
    return {key: value for key, value in {"of": of, "what": what, "from": old, "to": new}.items() if value is not None}


@pytest.mark.parametrize(
    "change",
    [
        trail("g1", "smart.time_bound.deadline", "2026-03-11", "2026-09-01"),
        trail("g1.1", "deadline", "2026-09-01", "2026-03-11"),
        trail(None, "clinician", "b", "a"),
        trail(None, "supervisor", None, "a"),
        trail("g1", "priority", None, 2),
        trail(None, "functioning", None, "ok"),
        trail(None, "strengths", None, "kind"),
        trail("g1", "goal", "Moood", "Mood"),
        trail("g1.1.i1", "what", "Exposre", "Exposure"),
        trail("p1", "problem", "Lwo mood", "Low mood"),
        trail("p1", "evidence", None, "PHQ-9 18"),
        trail("g1", "problem", "p1", "p2"),
        trail("g1", "smart.relevant.in_their_words", None, "To sing again"),
        trail("g1", "smart.measurable.baseline", 4, 5),
        trail("g1", "id", "g3", "g1"),
        trail(None, "services.1.by", "a", "b"),
        trail(None, "medications.1.by", None, "Dr. X"),
        trail(None, "medications", None, {"name": "iron", "since": str(START)}),
        trail(None, "assessments", None, {"form": "phq-9", "every": "4w"}),
        trail("g2", "status", "draft", "reserve"),
        trail("g2", "status", "draft", "discontinued"),
        trail("g2", "smart.measurable.target", 4, 5),
        trail("g2.1.i1", "every", "1w", "2w"),
    ],
    ids=lambda change: f"{change.get('of', 'plan')} {change['what']}",
)
def test_extensions_people_wordings_and_drafts_are_no_change_of_treatment(change):
    assert not is_changed(changes=[change], goals=[GOAL, DRAFT])


@pytest.mark.parametrize(
    "change",
    [
        trail("g1", "status", "active", "discontinued"),
        trail("g1.1", "status", "draft", "active"),
        trail("g1.1", "status", "active", "on-hold"),
        trail("g1", "status", "active", "reserve"),
        trail("g1.1", "measurable.target", 5, 6),
        trail("g1", "smart.measurable.by", "rating", "phq-9"),
        trail("g1", "target", 5, 6),
        trail("g1.1", "interventions", None, {"id": "i1", "what": "Exposure ladder, weekly"}),
        trail("g1.1.i1", "every", "2w", "1w"),
        trail("g1.1.i1", "what", "Exposure ladder"),
        trail("g1.2", "objective", "Calls"),
        trail("g3", "goal", "Sleeps"),
        trail("p2", "problem", "Panic"),
        trail(None, "services.1.every", "2w", "1w"),
        trail(None, "services", None, {"type": "therapy", "minutes": 50}),
        trail(None, "medications.1.dose", "50 mg", "100 mg"),
        trail(None, "medications", {"name": "sertraline"}),
        trail(None, "level_of_care", "1", "2.1"),
    ],
    ids=lambda change: f"{change.get('of', 'plan')} {change['what']}",
)
def test_what_is_done_how_often_and_how_far_is_treatment(change):
    assert is_changed(changes=[change])


@pytest.mark.parametrize(
    ("keys", "changed"),
    [
        ({"goals": [GOAL, {**DRAFT, "status": "active"}]}, True),
        ({"goals": [GOAL, DRAFT]}, False),
        ({"goals": [GOAL, {**DRAFT, "status": "reserve"}]}, False),
        ({"goals": [{**GOAL, "objectives": [STEP, {**STEP, "id": "g1.2", "opened": DAY}]}]}, True),
        ({"goals": [{**GOAL, "objectives": [{**STEP, "id": "g1.2", "status": "draft", "opened": DAY}]}]}, False),
        ({"goals": [{**GOAL, "status": "draft", "objectives": [{**STEP, "opened": DAY}]}]}, False),
        (
            {"goals": [{**GOAL, "objectives": [{**STEP, "interventions": [{"id": "i1", "what": "x", "on": DAY}]}]}]},
            True,
        ),
        ({"problems": [{"id": "p1", "problem": "Low"}, {"id": "p2", "problem": "Panic", "on": DAY}]}, True),
        ({"medications": [{"name": "sertraline", "since": DAY}]}, True),
        ({"medications": [{"name": "sertraline", "on": DAY}]}, True),
        ({"medications": [{"name": "sertraline", "since": START, "on": DAY}]}, False),
        ({"services": [{"type": "therapy", "minutes": 50, "every": "1w"}]}, False),
        *(
            ({"reviews": [{"on": DAY, "decision": word}]}, word in {"change", "achieved", "discontinue"})
            for word in ("change", "achieved", "discontinue", "continue", "extend")
        ),
        ({"reviews": [{"on": DAY}]}, False),
    ],
    ids=lambda value: str(value)[-60:] if isinstance(value, dict) else "",
)
def test_what_was_begun_or_decided_on_a_day_changes_treatment_on_it(keys, changed):
    assert is_changed(**keys) is changed


def test_a_goal_drafted_one_day_changes_treatment_on_the_day_it_is_begun():
    begun = {"on": week(8), "of": "g2", "what": "status", "from": "draft", "to": "active"}
    plan = plan_of(goals=[{**DRAFT, "status": "active"}], changes=[begun])
    assert set(days_of_change(plan)) == {week(8)}


def test_closing_goals_at_discharge_is_no_change_of_treatment():
    ended = {"status": "discharged", "discharge": {"on": DAY, "reason": "moved away"}}
    closed = trail("g1", "status", "active", "discontinued")
    assert not is_changed(changes=[closed], goals=[{**GOAL, "status": "discontinued", "closed": DAY}], **ended)


@pytest.mark.parametrize("old", [None, ["x"], {"a": 1}, "closed", 3], ids=str)
def test_a_trail_of_any_value_can_be_read(old):
    assert is_changed(changes=[{"of": "g1", "what": "status", "from": old, "to": old}])
