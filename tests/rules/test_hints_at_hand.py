"""A hint names who, which day and which way are left, and a finding ends when that way was gone."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.rules.every import ADVICE
from goalctl.rules.rule import findings_of
from tests.rules.test_boundaries import case_of

COUPLE = "{format: 2, members: [anna, ben], "
FAR = "{id: g1, goal: Works, status: active, opened: 2026-01-12, smart: {time_bound: {deadline: 2027-06-01}}}"
NEAR = "{id: g2, goal: Applies, serves: g1, status: STATUS, smart: {time_bound: {deadline: DAY}}}"


def hints(code, plan, profile="{}"):
    rules = [rule for rule in ADVICE if rule.code == code]
    return [one.hint for one in findings_of(rules, case_of(plan, day_from("2026-03-02"), profile=f"{code}: {profile}"))]


@pytest.mark.parametrize(
    ("status", "day", "is_told"),
    [
        ("active", "2027-05-31", False),
        ("achieved", "2026-03-01", False),
        ("active", "2027-06-01", True),
        ("discontinued", "2026-03-01", True),
    ],
    ids=["a nearer day", "reached", "no nearer", "given up"],
)
def test_a_far_goal_is_served_by_one_that_is_nearer(status, day, is_told):
    plan = f"goals: [{FAR}, {NEAR.replace('STATUS', status).replace('DAY', day)}]"
    assert bool([hint for hint in hints("D103", plan) if "bring it forward" in hint]) == is_told


@pytest.mark.parametrize(("review", "is_told"), [("2026-01-18", True), ("2026-01-19", False), ("2026-03-02", False)])
def test_a_plateau_is_quiet_for_six_weeks_after_a_look(review, is_told):
    weeks = ("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23")
    scores = ", ".join(f"{{date: {day}, scores: {{g1: 4}}}}" for day in weeks)
    rated = "smart: {measurable: {by: rating, baseline: 2, target: 8, since: 2026-01-05}}"
    goal = f"{{id: g1, goal: Walks, status: active, opened: 2026-01-05, {rated}}}"
    plan = f"{{reviews: [{{on: {review}, of: g1}}], goals: [{goal}], sessions: [{scores}]}}"
    assert bool(hints("C108", plan)) == is_told


@pytest.mark.parametrize(
    ("code", "plan", "words"),
    [
        ("D113", "status: discharged", "say its day under discharge:, or status: active: goalctl edit c-ab1"),
        (
            "D113",
            "{status: discharged, discharge: {on: 2026-03-03}}",
            "say another day, or status: active: goalctl edit",
        ),
        ("A163", COUPLE + "opened: 2026-01-05}", "of anna and of ben, as {what: treatment, who: anna, on: …}"),
        (
            "A163",
            COUPLE + "status: active, consents: [{what: treatment, who: anna, on: 2026-01-05}]}",
            "who: ben, on: …} with its own day; else why there is none: # goalctl: ignore A163 REASON",
        ),
        ("P109", COUPLE + "consents: [{what: release of information, who: anna, on: 2026-01-05}]}", "who: ben"),
        ("A146", "sessions: [{id: abc123, date: 2026-02-02, by: s.lee}]", "goalctl sign c-ab1 abc123 --by s.lee"),
        (
            "A161",
            "sessions: [{date: 2026-02-02, forms: {gad-7: 9}}, {date: 2026-02-09}, {date: 2026-02-16}]",
            "goalctl assess c-ab1 gad-7",
        ),
    ],
    ids=["an end without its day", "an end to come", "consents", "a consent", "a release", "a signature", "a form"],
)
def test_a_hint_names_who_and_what_is_at_hand(code, plan, words):
    assert [words in hint for hint in hints(code, plan)] == [True]
