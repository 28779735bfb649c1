"""What an audit asks in which phase of a treatment, and whose word counts."""

from datetime import date

import pytest

from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.profile import Profile
from goalctl.model.validate import record_from
from goalctl.rules.every import AUDIT
from goalctl.rules.hints import hint_for
from goalctl.rules.rule import RuleCase

GOAL = "goals: [{id: g1, goal: Walks, status: active, opened: 2026-01-12}]"
TWO = "goals: [{id: g1, goal: A, status: active, opened: HERE}, {id: g2, goal: B, status: active, opened: HERE}]"
OF_THE_GOAL = "opened: 2025-10-01, reviews: [{on: 2025-12-20, of: g1}]"


def found_by(code, text, **asked):
    """What one audit rule finds in a part of a plan."""
    data, wrong = read_data(text)
    assert not wrong
    plan, wrong = record_from(Plan, {"client": "c-ab1", **data})
    assert not wrong, wrong
    profile = Profile.model_validate({"profile": "p", "name": "p", "setting": "tests", "rules": {code: asked}})
    case = RuleCase(plan, today=date(2026, 3, 2), profile=profile, name="c-ab1")
    return [found for rule in AUDIT if rule.code == code for found in rule.findings(case)]


def told(code, text, **asked):
    return [found.message for found in found_by(code, text, **asked)]


@pytest.mark.parametrize(
    ("goals", "is_looked_at"),
    [
        pytest.param(GOAL.replace("2026-01-12", "2025-10-01"), True, id="the only goal"),
        pytest.param(TWO.replace("HERE", "2025-10-01"), False, id="one of two"),
        pytest.param(TWO.replace("HERE}]", "2026-01-12}]").replace("HERE", "2025-10-01"), True, id="the only one then"),
    ],
)
def test_a_review_of_the_only_goal_is_one_of_the_plan(goals, is_looked_at):
    found = told("A130", f"{{{OF_THE_GOAL}, {goals}}}", within="90d")
    assert [message.startswith("no review from 2025-10-01") for message in found] == ([] if is_looked_at else [True])


@pytest.mark.parametrize(("minutes", "lacks"), [(0, ["the service lacks minutes"]), (1, [])])
def test_a_service_of_no_minutes_has_no_amount(minutes, lacks):
    assert told("A117", f"services: [{{type: t, minutes: {minutes}, every: 1w, for: 4w}}]") == lacks
    session = f"sessions: [{{date: 2026-02-02, time: 10:00, minutes: {minutes}}}]"
    assert len(told("A143", session)) == len(lacks)


@pytest.mark.parametrize("decision", ["achieved", "discontinue"])
def test_a_review_that_ends_the_work_need_not_say_why_it_goes_on(decision):
    assert told("A133", f"reviews: [{{on: 2026-02-02, decision: {decision}}}]") == []
    assert told("A133", "reviews: [{on: 2026-02-02, decision: continue}]") != []


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        pytest.param("2026-03-01", True, id="the day before"),
        pytest.param("2026-03-02", True, id="the day itself"),
        pytest.param("2026-03-03", False, id="the day after"),
    ],
)
def test_an_audit_of_a_day_knows_nothing_of_what_is_dated_later(day, is_told):
    assert bool(told("A132", f"reviews: [{{on: {day}}}]")) is is_told
    found = told("A120", f"agreements: [{{on: {day}, who: client, how: declined}}]")
    absent = "neither the client's agreement nor the reason for its absence is on record"
    assert found == ["the reason is not on record" if is_told else absent]


def test_a_finished_plan_is_asked_about_the_hours_in_which_its_goal_was_open():
    ended = GOAL.replace("status: active", "status: achieved, closed: 2026-02-09")
    entries = ", ".join(f"{{date: {day}}}" for day in ("2026-01-05", "2026-01-12", "2026-01-19", "2026-02-16"))
    assert len(told("A140", f"{{{ended}, sessions: [{entries}]}}")) == 1


@pytest.mark.parametrize("who", ["anna", "Anna"])
def test_a_member_is_known_however_the_name_is_written(who):
    agreed = f"agreements: [{{on: 2026-01-12, who: {who}, how: declined}}]"
    assert told("A120", f"{{members: [anna, ben], {agreed}}}") == ["the reason is not on record"]
    assert told("A123", f"{{members: [anna, ben], {agreed}}}") == ["ben neither agreed nor declined"]


@pytest.mark.parametrize(
    ("who", "on", "is_told"),
    [("client", "2026-01-12", False), ("client", "2026-01-11", True), ("mother", "2026-01-19", True)],
)
def test_who_agreed_in_the_end_need_not_say_why_not_at_first(who, on, is_told):
    signed = f"agreements: [{{on: 2026-01-12, who: client, how: declined}}, {{on: {on}, who: {who}, how: signed}}]"
    told_of = told("A120", f"{{format: 2, guardians: [mother], {signed}}}")
    assert told_of == (["the reason is not on record"] if is_told else [])


@pytest.mark.parametrize(
    ("code", "plan", "hint"),
    [
        ("A130", "opened: 2025-10-01", "goalctl review c-ab1"),
        ("A130", "opened: 2025-10-01, reviews: [{on: 2026-02-02}]", "a look that was taken between belongs"),
        ("A131", "opened: 2025-10-01", "as soon as the plan is settled: goalctl agree c-ab1"),
        (
            "A131",
            "opened: 2025-10-01, agreements: [{on: 2026-02-02, who: client, how: signed}]",
            "an earlier agreement",
        ),
    ],
)
def test_what_came_too_late_is_not_mended_by_doing_it_again(code, plan, hint):
    (found,) = found_by(code, f"{{{plan}}}", within="90d")
    assert found.hint.startswith(hint)


def test_of_several_who_have_not_agreed_the_first_is_to_be_asked():
    agreed = "agreements: [{on: 2026-01-12, who: anna, how: signed}]"
    found = found_by("A123", f"{{format: 2, members: [anna, ben, cleo], guardians: [mother, father], {agreed}}}")
    assert [(one.message, one.hint.partition("goalctl agree ")[2]) for one in found] == [
        ("ben and cleo neither agreed nor declined", "c-ab1 --who ben"),
        ("no guardian agreed: mother or father", "c-ab1 --who mother"),
    ]


def test_where_nobody_agreed_that_is_told_once():
    assert told("A123", "{format: 2, members: [anna, ben], guardians: [mother]}") == []


def test_a_crisis_may_be_billed_while_treatment_rests():
    hold = "holds: [{from: 2026-02-01, to: 2026-02-20}]"
    entry = "{date: 2026-02-09, kind: crisis, cpt: [90839]}"
    assert told("A136", f"{{format: 2, {hold}, sessions: [{entry}]}}") == []
    assert told("A136", f"{{{hold}, sessions: [{entry.replace('crisis', 'session')}]}}") != []


@pytest.mark.parametrize(
    ("explained", "is_told"),
    [
        ("sessions: [{date: 2026-01-05}, {date: 2026-02-23}]", True),
        ("sessions: [{date: 2026-01-05, next: 2026-02-23}, {date: 2026-02-23}]", False),
        ("sessions: [{date: 2026-01-05}, {date: 2026-01-26, kind: cancelled}, {date: 2026-02-16}]", False),
        ("holds: [{from: 2026-01-12, to: 2026-02-16}], sessions: [{date: 2026-01-05}, {date: 2026-02-23}]", False),
    ],
    ids=["by nothing", "by the appointment that was agreed on", "by what was cancelled", "by a rest"],
)
def test_a_gap_is_told_unless_the_record_explains_it(explained, is_told):
    assert bool(told("A137", f"{{services: [{{type: t, every: 1w}}], {explained}}}")) is is_told


@pytest.mark.parametrize(
    ("services", "days", "is_told"),
    [
        ("6 per week, 2w", ("2026-01-05", "2026-01-19", "2026-03-02"), False),
        ("6 per week, 2w", ("2026-01-04", "2026-01-18", "2026-03-02"), True),
        ("6 per week", ("2026-02-22", "2026-02-26", "2026-03-02"), True),
        ("2 per week, 4w", ("2026-01-26", "2026-01-29", "2026-02-02", "2026-02-05", "2026-03-02"), True),
    ],
    ids=["doses beside hours, 42 days", "doses beside hours, 43 days", "nothing else", "what the record does hold"],
)
def test_doses_on_a_sheet_of_their_own_make_no_gap_between_the_hours(services, days, is_told):
    planned = ", ".join(f"{{type: t, every: {every}}}" for every in services.split(", "))
    entries = ", ".join(f"{{date: {day}}}" for day in days)
    assert bool(told("A137", f"{{format: 2, services: [{planned}], sessions: [{entries}]}}")) is is_told


def test_a_record_under_part_2_leaves_for_no_payer_without_consent():
    left = (
        "authorizations: [{payer: State Plan, from: 2026-01-05, to: 2026-07-05}], "
        "releases: [{on: 2026-02-02, to: State Plan, what: progress report}]"
    )
    assert told("A165", f"{{{left}}}") == []
    assert told("A165", f"{{format: 2, part2: yes, {left}}}") != []


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        (("sessions", 0, "cpt", 0), "amend c-ab1 aaa111"),
        (("sessions", 1), "amend c-ab1 2026-02-09"),
        (("client",), "amend c-ab1 2026-02-09"),
    ],
    ids=["an entry with an id", "one without", "the plan: its newest entry"],
)
def test_a_hint_names_the_entry_at_hand(path, hint):
    sessions = [{"id": "aaa111", "date": "2026-02-02"}, {"date": "2026-02-09"}]
    plan = Plan.model_validate({"client": "c-ab1", "sessions": sessions})
    assert hint_for("amend CLIENT SESSION", plan, path) == hint


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (("problems", 0, "id"), "p1"),
        (("goals", 0, "objectives", 0, "interventions", 0, "id"), "g1.1"),
        (("goals", 0, "id"), "g1"),
        (("reviews", 0), "g1.1"),
        (("members",), "g1"),
    ],
)
def test_a_hint_names_the_item_at_hand(path, named):
    objective = {"id": "g1.1", "objective": "Walks", "interventions": [{"id": "i1", "what": "Activation"}]}
    plan = Plan.model_validate(
        {
            "client": "c-ab1",
            "problems": [{"id": "p1", "problem": "Low mood"}],
            "goals": [{"id": "g1", "goal": "Out", "objectives": [objective]}],
            "reviews": [{"on": "2026-02-02", "of": "g1.1"}],
        }
    )
    assert hint_for("ID", plan, path) == named


THREE = "sessions: [{date: 2026-01-12}, {date: 2026-01-19}, {date: 2026-01-26}]"
STEP = "{id: g1.1, objective: Walks, opened: 2026-01-05, interventions: [{id: i1, what: Call, every: HERE}]}"


@pytest.mark.parametrize(
    ("every", "is_told"),
    [
        ("as needed", False),
        ("1w", True),
        ("3w", True),  # its turn was on 2026-01-26
        ("22d", False),
        ("1 per month", False),
        ("3 per week", True),
        ("3 sessions", True),
        ("4 sessions", False),
    ],
)
def test_an_intervention_is_missed_once_its_turn_has_come(every, is_told):
    plan = f"{{format: 2, goals: [{{id: g1, goal: A, status: active, objectives: [{STEP}]}}], {THREE}}}"
    said = ["g1.1.i1 was never used in 3 sessions"] if is_told else []
    assert told("A151", plan.replace("HERE", every)) == said


@pytest.mark.parametrize(("closed", "is_told"), [("2026-01-25", False), ("2026-01-26", True)])
@pytest.mark.parametrize("code", ["A150", "A151"])
@pytest.mark.parametrize("ended", ["objective", "goal"])
def test_no_session_after_its_end_is_held_against_a_step(code, ended, closed, is_told):
    ends = f"status: discontinued, closed: {closed}"
    of_goal, of_step = (ends, "status: active") if ended == "goal" else ("status: active", ends)
    step = STEP.replace("HERE", "1w").replace("objective: Walks", f"objective: Walks, {of_step}")
    over = f"discharge: {{on: 2026-02-02, reason: goals reached}}, {THREE.replace(']', ', {date: 2026-02-02}]')}"
    plan = f"{{format: 2, goals: [{{id: g1, goal: A, {of_goal}, objectives: [{step}]}}], {over}}}"
    assert [message.endswith("in 3 sessions") for message in told(code, plan)] == ([True] if is_told else [])
