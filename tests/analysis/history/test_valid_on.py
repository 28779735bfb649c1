"""Valid on a day: each kind of thing the day before, on the day and after it, and each change as it stood."""

from datetime import date, timedelta

import pytest

from goalctl.analysis.history.replay import as_of, is_there, recorded_by
from goalctl.model.written import record_data
from tests.analysis.invented import plan_of

DAY = date(2026, 3, 10)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
G1 = {"id": "g1", "goal": "Walks", "status": "active", "opened": "2026-01-05"}
STEP = {"id": "g1.1", "objective": "To the gate"}
COMES = {
    "a goal": {"goals": [{**G1, "opened": DAY}]},
    "a problem": {"problems": [{"id": "p1", "problem": "Low mood", "on": DAY}]},
    "an agreement": {"agreements": [{"on": DAY, "who": "client", "how": "signed"}]},
    "a review": {"reviews": [{"on": DAY}]},
    "a change": {"changes": [{"on": DAY, "what": "x-own", "to": "b"}]},
    "a hold": {"holds": [{"from": DAY}]},
    "a release": {"releases": [{"on": DAY, "to": "insurer", "what": "report"}]},
    "a consent": {"consents": [{"what": "treatment", "on": DAY}]},
    "an authorization": {"authorizations": [{"payer": "Kasse", "from": DAY, "to": "2026-12-31"}]},
    "a safety plan": {"safety_plan": {"on": DAY}},
    "a discharge": {"discharge": {"on": DAY}},
    "a session": {"sessions": [{"date": DAY}]},
    "a line of the diary": {"diary": [{"date": DAY, "note": "x"}]},
    "a diagnosis": {"diagnoses": [{"code": "F32.1", "on": DAY}]},
    "a medication": {"medications": [{"name": "x", "since": DAY}]},
    "a mental status": {"mental_status": {"on": DAY, "text": "alert"}},
    "a value": {"values": [{"value": "patience", "on": DAY}]},
    "a wish": {"discovery": {"magic_wand": [{"wish": "x", "on": DAY}]}},
    "a perfect day": {"discovery": {"perfect_day": {"today": "x", "on": DAY}}},
}
GROWS = {
    "an objective": {"goals": [{**G1, "objectives": [{**STEP, "opened": DAY}]}]},
    "an intervention": {
        "goals": [{**G1, "objectives": [{**STEP, "interventions": [{"id": "i1", "what": "x", "on": DAY}]}]}]
    },
    "an amendment": {
        "sessions": [{"date": "2026-02-02", "amended": [{"on": DAY, "set": {"note": "b"}, "because": "x"}]}]
    },
    "a signature": {"sessions": [{"date": "2026-02-02", "signed": [{"by": "s.lee", "on": DAY}]}]},
    "a void mark": {"sessions": [{"date": "2026-02-02", "void": {"on": DAY, "because": "x"}}]},
    "a consent withdrawn": {"consents": [{"what": "x", "on": "2026-01-05", "withdrawn": DAY}]},
    "a safety plan looked at": {"safety_plan": {"on": "2026-01-05", "reviewed": DAY}},
    "a hold ended": {"holds": [{"from": "2026-01-05", "to": DAY}]},
    "a release to the care team": {"care_team": [{"who": "x", "release": DAY}]},
}
around = pytest.mark.parametrize(
    ("day", "is_in"), [(BEFORE, False), (DAY, True), (AFTER, True)], ids=["day before", "the day itself", "day after"]
)


def said(plan, key):
    return record_data(plan).get(key)


@around
@pytest.mark.parametrize("keys", COMES.values(), ids=COMES.keys())
def test_what_is_of_a_later_day_is_not_there(keys, day, is_in):
    plan, key = plan_of(**keys), next(iter(keys))
    assert (said(as_of(plan, today=day), key) == said(plan, key)) is is_in
    assert is_in or said(as_of(plan, today=day), key) is None


@around
@pytest.mark.parametrize("keys", GROWS.values(), ids=GROWS.keys())
def test_what_was_there_is_there_without_what_came_later(keys, day, is_in):
    plan, key = plan_of(**keys), next(iter(keys))
    then = said(as_of(plan, today=day), key)
    assert then is not None
    assert (then == said(plan, key)) is is_in


def test_what_is_about_another_client_is_withheld_whatever_the_day():
    void = {"on": DAY, "because": "x", "other_client": "yes"}
    then = as_of(plan_of(sessions=[{"date": "2026-02-02", "void": void}]), today=BEFORE)
    assert (then.sessions[0].void is not None, then.log) == (True, ())


def test_what_has_no_day_of_its_own_is_there_from_the_opening():
    plan = plan_of(strengths=["sober"], services=[{"type": "individual"}], releases=COMES["a release"]["releases"])
    then = as_of(plan, today=date(2026, 1, 5))
    assert (then.strengths, len(then.services)) == (("sober",), 1)


@pytest.mark.parametrize(
    ("day", "now", "there"),
    [("2026-01-04", None, False), ("2026-01-05", None, True), ("2026-01-04", "2026-01-04", True),
     ("2026-01-03", "2026-01-04", False)],
    ids=["day before", "the day itself", "opens tomorrow", "seen from an earlier day"],
)  # fmt: skip
def test_a_plan_is_there_from_its_opening(day, now, there):
    seen = {"today": date.fromisoformat(day), "now": now and date.fromisoformat(now)}
    assert is_there(plan_of(), **seen) is there


def changed(*changes, **keys):
    """A plan with these steps in its trail: day, of, what, from, to."""
    names = ("on", "of", "what", "from", "to")
    trail = [
        {name: value for name, value in zip(names, change, strict=True) if value is not None} for change in changes
    ]
    return plan_of(changes=trail, **keys)


MEASURED = {"by": "rating", "baseline": 2, "target": 6}
TRAILED = {
    "target": ("g1", "smart.measurable.target", "5", "6", lambda plan: plan.goals[0].measure.target),
    "target, by its last word": ("g1", "target", "5", "6", lambda plan: plan.goals[0].measure.target),
    "wording": ("g1", "goal", "Runs", "Walks", lambda plan: plan.goals[0].goal),
    "status": ("g1", "status", "on-hold", "active", lambda plan: plan.goals[0].status),
    "deadline": ("g1", "smart.time_bound.deadline", "2026-04-30", None, lambda plan: plan.goals[0].deadline),
    "judge": ("g1", "judged_by", "clinician", None, lambda plan: plan.goals[0].measure.judged_by),
    "clinician": (None, "clinician", "s.lee", "m.kowalski", lambda plan: plan.clinician),
    "plan by": ("plan", "plan_by", "20d", None, lambda plan: plan.plan_by),
    "values": (None, "values", ["peace"], ["peace", "sleep"], lambda plan: plan.values),
    "a value added": (None, "strengths", None, "sober", lambda plan: plan.strengths),
    "a service": (None, "services.1.every", "2w", "1w", lambda plan: plan.services[0].every),
    "an intervention": (
        "g1.1.i1", "every", "2w", "1w", lambda plan: plan.goals[0].objectives[0].interventions[0].every
    ),
    "an intervention added": (
        "g1.1", "interventions", None, {"what": "Talks", "id": "i1", "every": "1w"},
        lambda plan: plan.goals[0].objectives[0].interventions,
    ),
    "the plan on hold": (None, "status", "on-hold", "active", lambda plan: plan.status),
    "the safety plan": (None, "safety_plan", {"on": "2026-01-05"}, {"on": "2026-01-06"}, lambda plan: plan.safety_plan),
    "a problem": ("p1", "problem", "Worry", "Low mood", lambda plan: plan.problems[0].problem),
}  # fmt: skip
SETTLED = {
    "clinician": "m.kowalski",
    "values": ["peace", "sleep"],
    "strengths": ["sober"],
    "services": [{"type": "individual", "every": "1w"}],
    "safety_plan": {"on": "2026-01-06"},
    "problems": [{"id": "p1", "problem": "Low mood"}],
    "goals": [
        {
            **G1,
            "smart": {"measurable": MEASURED},
            "objectives": [{**STEP, "interventions": [{"id": "i1", "what": "Talks", "every": "1w"}]}],
        }
    ],
}


@around
@pytest.mark.parametrize(("of", "what", "old", "new", "value"), TRAILED.values(), ids=TRAILED.keys())
def test_each_trailed_change_reads_as_it_stood(of, what, old, new, value, day, is_in):
    plan = changed((DAY, of, what, old, new), **SETTLED)
    before = changed((BEFORE, of, what, old, new), **SETTLED)
    assert value(as_of(plan, today=AFTER)) == value(plan) == value(before)
    assert (value(as_of(plan, today=day)) == value(plan)) is is_in


def test_several_changes_are_taken_back_the_newest_first():
    plan = changed((BEFORE, "g1", "target", "4", "5"), (DAY, "g1", "target", "5", "6"), **SETTLED)
    targets = [as_of(plan, today=day).goals[0].measure.target for day in (BEFORE - timedelta(1), BEFORE, DAY)]
    assert targets == [4, 5, 6]


@around
def test_a_measure_that_was_put_aside_is_in_force_until_its_day(day, is_in):
    before = {"until": BEFORE, "by": "count", "baseline": 0, "target": 3, "since": "2026-01-05"}
    goals = [{**G1, "smart": {"measurable": MEASURED, "measured_before": [before]}}]
    for plan in (plan_of(goals=goals), changed((DAY, "g1", "smart.measurable.by", "count", "rating"), goals=goals)):
        then = as_of(plan, today=day).goals[0]
        assert (then.measure.kind, then.measure.target, len(then.former_measures)) == (
            ("rating", 6, 1) if is_in else ("count", 3, 0)
        )


@around
def test_what_was_closed_by_hand_was_open(day, is_in):
    plan = plan_of(goals=[{**G1, "status": "achieved", "closed": DAY}])
    assert (as_of(plan, today=day).goals[0].status == "achieved") is is_in


def test_what_was_opened_again_had_been_closed_on_its_day():
    goals = [{**G1, "status": "active"}]
    trail = ((BEFORE, "g1", "status", "active", "achieved"), (AFTER, "g1", "status", "achieved", "active"))
    goal = as_of(changed(*trail, goals=goals), today=DAY).goals[0]
    assert (goal.status.value, goal.closed) == ("achieved", BEFORE)


def test_a_goal_that_was_closed_as_of_an_earlier_day_is_closed_from_that_day_on():
    goals = [{**G1, "status": "achieved", "closed": BEFORE}]
    plan = changed((AFTER, "g1", "status", "active", "achieved"), goals=goals)
    assert [as_of(plan, today=day).goals[0].status.value for day in (BEFORE - timedelta(1), BEFORE)] == [
        "active",
        "achieved",
    ]


def test_what_waited_in_reserve_was_there_before_it_was_opened():
    goals = [{**G1, "objectives": [{**STEP, "status": "active", "opened": DAY}]}]
    plan = changed((DAY, "g1.1", "status", "reserve", "active"), goals=goals)
    step = as_of(plan, today=BEFORE).goals[0].objectives[0]
    assert (step.status.value, step.opened) == ("reserve", None)


@pytest.mark.parametrize(
    ("day", "status"),
    [(DAY - timedelta(1), "active"), (DAY, "on-hold"), (DAY + timedelta(9), "on-hold"), (DAY + timedelta(10), "active"),
     (DAY + timedelta(19), "active"), (DAY + timedelta(20), "discharged")],
    ids=["before the hold", "its first day", "its last night", "resumed", "before the end", "its end"],
)  # fmt: skip
def test_a_plan_rests_and_ends_as_its_days_say(day, status):
    end = DAY + timedelta(20)
    plan = plan_of(status="discharged", holds=[{"from": DAY, "to": DAY + timedelta(10)}], discharge={"on": end})
    assert as_of(plan, today=day).status.value == status


def test_an_exercise_that_was_done_again_had_been_done_before():
    trail = (DAY, None, "discovery.perfect_day.today", "Sleeps late", "Runs at six")
    plan = changed(trail, discovery={"perfect_day": {"today": "Runs at six", "on": DAY}})
    assert as_of(plan, today=BEFORE).discovery.perfect_day.today == "Sleeps late"


def test_a_wish_had_not_become_a_goal_of_a_later_day():
    wishes = {"magic_wand": [{"wish": "Walks", "goal": "g1"}]}
    plan = plan_of(discovery=wishes, goals=[{**G1, "opened": DAY}])
    assert [as_of(plan, today=day).discovery.magic_wand[0].goal for day in (BEFORE, DAY)] == [None, "g1"]


def test_a_change_that_was_written_afterwards_stands():
    late = {"on": BEFORE, "written": f"{AFTER}T09:00", "of": "g1", "what": "target", "from": "6", "to": "7"}
    trail = [{"on": DAY, "of": "g1", "what": "target", "from": "5", "to": "6"}, late]
    goals = [{**G1, "smart": {"measurable": {**MEASURED, "target": 7}}}]
    assert as_of(plan_of(changes=trail, goals=goals), today=BEFORE).goals[0].measure.target == 7


@pytest.mark.parametrize(("day", "target"), [(DAY, 6), (AFTER, 7)], ids=["not yet written", "written"])
def test_what_was_written_later_had_not_been_written(day, target):
    late = {"on": BEFORE, "written": f"{AFTER}T09:00", "of": "g1", "what": "target", "from": "6", "to": "7"}
    goals = [{**G1, "smart": {"measurable": {**MEASURED, "target": 7}}}]
    plan = plan_of(changes=[late], goals=goals, sessions=[{"date": BEFORE, "written": f"{AFTER}T08:00"}])
    then = recorded_by(plan, day)
    assert (then.goals[0].measure.target, len(then.sessions)) == (target, target - 6)


def test_from_the_day_it_is_the_file_holds_but_for_entries_of_days_to_come():
    plan = plan_of(sessions=[{"date": AFTER}], **COMES["an authorization"], goals=[{**G1, "opened": AFTER}])
    then = as_of(plan, today=BEFORE, now=BEFORE)
    assert (then.sessions, len(then.authorizations), len(then.goals)) == ((), 1, 1)


def test_an_entry_whose_slip_of_the_year_was_amended_is_there():
    amended = [{"on": BEFORE, "set": {"date": "2026-03-01"}, "because": "slip"}]
    plan = plan_of(sessions=[{"date": "2027-03-01", "amended": amended}])
    assert [len(as_of(plan, today=day).sessions) for day in (date(2026, 3, 5), DAY)] == [0, 1]


REOPENED = [
    {"on": AFTER, "what": "status", "from": "discharged", "to": "active"},
    {"on": AFTER, "what": "discharge", "from": {"on": BEFORE, "reason": "moved"}},
]


def test_an_end_that_hands_took_away_was_there_until_then():
    plan = plan_of(status="active", changes=REOPENED)
    then = as_of(plan, today=DAY)
    assert (then.status.value, then.discharge.on, then.discharge.reason) == ("discharged", BEFORE, "moved")
    assert as_of(plan, today=BEFORE - timedelta(1)).status.value == "active"
    assert as_of(plan, today=AFTER).discharge is None


def test_a_hold_that_hands_altered_reads_as_it_stood():
    was, now = [{"from": "2026-02-02"}], [{"from": "2026-02-02", "to": BEFORE}]
    moved = [{"on": AFTER, "what": "holds", "from": [{"from": "2026-02-09"}], "to": was}]
    plan = plan_of(status="active", holds=now, changes=moved)
    assert [str(hold.from_) for hold in as_of(plan, today=DAY).holds] == ["2026-02-09"]
    assert [str(hold.from_) for hold in as_of(plan, today=AFTER).holds] == ["2026-02-02"]
