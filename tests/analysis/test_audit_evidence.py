"""Where what an auditor asks for stands in a plan: each requirement with the key that answers it, and without."""

from datetime import date

import pytest
import yaml
from invented import plan_of

from goalctl.analysis.audit.standing import day_at, evidence_of, item_at, place_of

DAYS = [date(2026, 2, 2), date(2026, 1, 5)]
STEP = (
    "{id: g1.1, objective: A, status: active, measurable: {by: rating, target: 6}, deadline: 2026-05-04, "
    "interventions: [{id: i1, what: Talks, every: 1w}, {id: i2, what: Walks}]}"
)
ANSWERED = {
    "A102": ("diagnoses: [{code: F32.1, on: 2026-01-05}]", ("F32.1 of 2026-01-05",)),
    "A103": ("functioning: Misses a shift a week", ("Misses a shift a week",)),
    "A104": ("problems: [{id: p1, problem: Low mood, evidence: PHQ-9 18}, {id: p2, problem: Alone}]", ("p1",)),
    "A105": ("strengths: [humour]", ("humour",)),
    "A106": ("preferences: [mornings]", ("mornings",)),
    "A111": ("goals: [{id: g1, goal: Walks, problem: p1}, {id: g2, goal: Sings}]", ("g1",)),
    "A113": (
        f"goals: [{{id: g1, goal: W, objectives: [{STEP}, {{id: g1.2, objective: B, status: active}}]}}]",
        ("g1.1",),
    ),
    "A114": (f"goals: [{{id: g1, goal: W, objectives: [{STEP}]}}]", ("g1.1 by 2026-05-04",)),
    "A115": (f"goals: [{{id: g1, goal: W, objectives: [{STEP}]}}]", ("g1.1.i1", "g1.1.i2")),
    "A116": (f"goals: [{{id: g1, goal: W, objectives: [{STEP}]}}]", ("g1.1.i1, every 1w",)),
    "A117": ("services: [{type: counselling, every: 1w}]", ("counselling, every 1w",)),
    "A118": ("services: [{type: counselling, place: office}, {type: group}]", ("office",)),
    "A121": (
        "{clinician: m.kowalski, agreements: [{on: 2026-01-26, who: M.Kowalski, how: signed}]}",
        ("M.Kowalski, signed 2026-01-26",),
    ),
    "A124": (
        "{supervisor: s.lee, sessions: [{date: 2026-02-02, signed: [{by: s.lee, on: 2026-02-03}]}]}",
        ("entry of 2026-02-02",),
    ),
    "A130": ("reviews: [{on: 2026-04-05}]", ("2026-04-05",)),
    "A131": (
        "agreements: [{on: 2026-01-12, who: client, how: signed}, {on: 2026-01-26, who: client, how: signed}]",
        ("2026-01-12",),
    ),
    "A132": ("reviews: [{on: 2026-04-05}, {on: 2026-05-05, note: slower}]", ("2026-05-05",)),
    "A133": ("reviews: [{on: 2026-04-05}, {on: 2026-05-05, necessity: still low}]", ("2026-05-05",)),
    "A136": ("holds: [{from: 2026-02-02, to: 2026-02-09}]", ("2026-02-02",)),
    "A156": ("sessions: [{date: 2026-02-02, risk: {level: low}}, {date: 2026-02-09}]", ("2026-02-02",)),
    "A160": ("discharge_criteria: PHQ-9 below 10", ("PHQ-9 below 10",)),
    "A162": ("assessments: [{form: phq-9, every: 2w}]", ("phq-9, every 2w",)),
    "A163": ("consents: [{what: Treatment, on: 2026-01-05}, {what: email, on: 2026-01-06}]", ("2026-01-05",)),
}


@pytest.mark.parametrize(("code", "text", "stands"), [(code, *row) for code, row in ANSWERED.items()], ids=ANSWERED)
def test_a_requirement_is_answered_by_its_key_and_by_nothing_else(code, text, stands):
    assert evidence_of(plan_of(**yaml.load(text, Loader=yaml.BaseLoader)), code, DAYS) == stands  # noqa: S506 - builds text alone
    assert evidence_of(plan_of(status="active"), code, DAYS) == ()


def test_what_every_session_must_have_is_answered_by_their_number_and_days():
    assert evidence_of(plan_of(status="active"), "A140", DAYS) == ("2 sessions, 2026-01-05 to 2026-02-02",)
    assert evidence_of(plan_of(status="active"), "A140", []) == ()


def test_only_what_is_asked_of_sessions_is_answered_by_them():
    answered = {f"A{n}" for n in range(102, 200) if evidence_of(plan_of(status="active"), f"A{n}", DAYS)}
    assert answered == {
        "A134", "A137", "A140", "A141", "A142", "A143", "A144", "A145", "A146", "A147", "A148", "A149", "A150",
        "A151", "A152", "A153", "A154", "A155", "A172",
    }  # fmt: skip


PLAN = """{problems: [{id: p1, problem: Low}], goals: [{id: g1, goal: Walks, objectives: [{id: g1.1, objective: Buys
  shoes, interventions: [{id: i1, what: Activation}]}]}], reviews: [{on: 2026-03-30}], services: [{type: therapy}],
  sessions: [{id: 4k7q2m, date: 2026-02-02}, {date: 2026-02-09}], holds: [{from: 2026-02-10}]}"""


@pytest.mark.parametrize(
    ("path", "item", "day", "place"),
    [
        (("problems", 0, "evidence"), "p1", None, "p1"),
        (("goals", 0, "goal"), "g1", None, "g1"),
        (("goals", 0, "objectives", 0, "id"), "g1.1", None, "g1.1"),
        (("goals", 0, "objectives", 0, "interventions", 0, "id"), "g1.1.i1", None, "g1.1.i1"),
        (("sessions", 0, "note"), None, "2026-02-02", "entry 4k7q2m of 2026-02-02"),
        (("sessions", 1), None, "2026-02-09", "entry of 2026-02-09"),
        (("reviews", 0, "note"), None, "2026-03-30", "review of 2026-03-30"),
        (("holds", 0), None, "2026-02-10", "hold of 2026-02-10"),
        (("services", 0, "place"), None, None, "service 1"),
        (("clinician",), None, None, "plan"),
        ((), None, None, "plan"),
    ],
)
def test_where_a_thing_stands_is_told_by_id_or_day(path, item, day, place):
    plan = plan_of(**yaml.load(PLAN, Loader=yaml.BaseLoader))  # noqa: S506 - builds text alone
    assert (item_at(plan, path), place_of(plan, path)) == (item, place)
    assert str(day_at(plan, path)) == str(day)
