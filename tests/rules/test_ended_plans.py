"""What the rules say of a plan that has ended: nothing of what is to be done next, and no command that it refuses."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.rules.every import ADVICE
from goalctl.rules.rule import findings_of
from tests.rules.test_boundaries import case_of

GOAL = "{id: gN, goal: Walks, status: active, opened: 2026-01-05, smart: {time_bound: {deadline: 2027-03-01}}}"
GOALS = ", ".join(GOAL.replace("gN", f"g{n}") for n in range(1, 5))
OVER = "status: discharged, discharge: {on: 2026-02-27, reason: moved}"
CLOSED = "{id: g9, goal: Reads, status: achieved, closed: 2026-02-27, objectives: [{id: g9.1, objective: Lends it}]}"
MADE = (
    "{id: g5, goal: Understand feelings better, status: active, opened: 2026-01-12, "
    "grow: {options: [{idea: a}], will: {motivation: 5}}, "
    "smart: {measurable: {by: rating}, time_bound: {deadline: 2026-01-10, checkpoints: [2026-06-01]}}, "
    "objectives: [{id: g5.1, objective: Feel better, status: active, deadline: 2026-05-01}]}, "
    "{id: g6, goal: Not be sad, status: draft}"
)
STILL = {"L101", "L103", "L104", "L105", "D103", "D111"}
OF_HOW_IT_IS_MADE = {"S101", "S102", "S103", "S106", "S111", "S112", "S114", "S122", "G101", "G102", "G103"}
OF_ITS_DAYS = {"D104", "D105", "D106"}
ASKED = "A120: {}, A121: {}, A124: {}, A164: {}"


def found_in(plan):
    case = case_of(plan, day_from("2026-03-02"), profile=ASKED)
    return findings_of([rule for rule in ADVICE if rule.code[0] in "LDA"], case)


@pytest.mark.parametrize(("ended", "told"), [("", STILL), (f"{OVER}, ", set())], ids=["while it goes on", "after it"])
def test_of_what_its_end_left_open_nothing_is_to_be_done_next(ended, told):
    found = found_in(f"{{{ended}opened: 2026-01-05, goals: [{GOALS}, {CLOSED}]}}")
    assert {one.code for one in found if one.code[0] in "LD"} == told


@pytest.mark.parametrize("ended", ["", f"{OVER}, "], ids=["while it goes on", "after it"])
def test_nobody_is_told_how_to_make_a_goal_on_which_nobody_works(ended):
    case = case_of(f"{{{ended}opened: 2026-01-05, goals: [{MADE}]}}", day_from("2026-03-02"))
    codes = {one.code for one in findings_of([rule for rule in ADVICE if rule.code[0] in "SGD"], case)}
    asked = OF_HOW_IT_IS_MADE | OF_ITS_DAYS
    assert codes & asked == (set() if ended else asked)


def test_a_hint_to_a_plan_that_has_ended_is_no_command_that_it_refuses():
    held = ", ".join(f"{{date: 2026-01-{day}}}" for day in (12, 19, 26))
    who = "clinician: 'Kowalski, M.', supervisor: s.lee"
    found = found_in(f"{{{OVER}, {who}, goals: [{GOAL.replace('gN', 'g1')}], sessions: [{held}]}}")
    assert {one.code: one.hint for one in found if one.code in ASKED} == {
        "A120": "signed, verbal, declined or unable, with the reason: goalctl edit c-ab1",
        "A121": "let the clinician sign: goalctl edit c-ab1",
        "A124": "let the supervisor sign an entry that its clinician has signed before: goalctl sign c-ab1 --by s.lee; "
        "or the plan: goalctl edit c-ab1",
        "A164": "write how it came out, status: achieved or discontinued, with closed: and the day: goalctl edit c-ab1",
    }


UNFIT = """{id: g1, goal: Feels better about the family, status: active, opened: 2026-01-05,
  smart: {relevant: {value: money}, attainable: {in_client_control: no},
  time_bound: {deadline: 2026-01-01, checkpoints: [2025-12-01]}}, grow: {options: [{idea: x}], will: {motivation: 4}},
  objectives: [{id: g1.1, objective: Walks, deadline: 2026-05-05, measurable: {by: count, baseline: 1}}]},
  {id: g2, goal: Understands more, status: reserve}, {id: g3, goal: Walks, status: active,
  smart: {measurable: {by: rating, baseline: 3, target: 10}}}"""
ASKED_OF_IT = {
    *("S101", "S102", "S103", "S111", "S112", "S113", "S114", "S116", "S121", "S122", "S131", "S132", "S133"),
    *("G101", "G102", "G103", "D101", "D104", "D105", "D106", "D109", "L103", "L105"),
}


@pytest.mark.parametrize(("ended", "told"), [("", ASKED_OF_IT), (f"{OVER}, ", set())], ids=["going on", "ended"])
def test_no_goal_is_to_be_worded_measured_or_dated_anew_after_the_end(ended, told):
    case = case_of(f"{{{ended}opened: 2026-01-05, values: [family], goals: [{UNFIT}]}}", day_from("2026-03-02"))
    assert {one.code for one in findings_of(ADVICE, case) if one.code[0] in "SGDL"} == told


def test_of_what_it_is_too_late_for_after_the_end_only_the_reason_is_asked():
    held = ", ".join(f"{{date: 2026-0{month}-12}}" for month in (1, 2)) + ", {date: 2026-01-26}, {date: 2026-02-19}"
    step = "{id: g1.1, objective: Walks, status: achieved, closed: 2026-02-27, interventions: [{id: i1, what: Told}]}"
    goal = f"{{id: g1, goal: Walks, status: achieved, closed: 2026-02-27, objectives: [{step}]}}"
    planned = "opened: 2026-01-05, assessments: [{form: phq-9, every: 2w}]"
    codes = ("A150", "A151", "A161", "A162")
    case = case_of(f"{{{OVER}, {planned}, goals: [{goal}], sessions: [{held}]}}", day_from("2026-03-02"),
                   profile=", ".join(f"{code}: {{}}" for code in codes))  # fmt: skip
    told = {one.code: one.hint for one in findings_of([rule for rule in ADVICE if rule.code in codes], case)}
    assert told == {code: f"treatment has ended; say why not: # goalctl: ignore {code} REASON" for code in codes}


def test_a_plan_that_nobody_agreed_to_before_it_ended_is_not_to_be_agreed_to_now():
    case = case_of(f"{{{OVER}, opened: 2026-01-05, reviews: [{{on: 2026-02-02}}]}}", day_from("2026-03-02"),
                   profile="A131: {within: 7d}, A132: {}, A133: {}")  # fmt: skip
    told = {one.code: one.hint for one in findings_of(ADVICE, case) if one.code in {"A131", "A132", "A133"}}
    assert told == {
        "A131": "an earlier agreement belongs under agreements: with its own day; "
        "else why there is none: # goalctl: ignore A131 REASON",
        "A132": "what has moved, from where to where, as a review beside it: goalctl edit c-ab1",
        "A133": "say it as necessity, in a review beside it: goalctl edit c-ab1",
    }
