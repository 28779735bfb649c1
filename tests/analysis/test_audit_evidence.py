"""Where what an auditor asks for stands in a plan: each requirement with the key that answers it, and without."""

from datetime import date

import pytest
import yaml
from invented import plan_of

from goalctl.analysis.audit.standing import evidence_of

DAYS = [date(2026, 2, 2), date(2026, 1, 5)]
ANSWERED = {
    "A102": ("diagnoses: [{code: F32.1, on: 2026-01-05}]", ("F32.1 of 2026-01-05",)),
    "A103": ("functioning: Misses a shift a week", ("Misses a shift a week",)),
    "A104": ("problems: [{id: p1, problem: Low mood, evidence: PHQ-9 18}, {id: p2, problem: Alone}]", ("p1",)),
    "A105": ("strengths: [humour]", ("humour",)),
    "A106": ("preferences: [mornings]", ("mornings",)),
    "A111": ("goals: [{id: g1, goal: Walks, problem: p1}, {id: g2, goal: Sings}]", ("g1",)),
    "A117": ("services: [{type: counselling, every: 1w}]", ("counselling, every 1w",)),
    "A118": ("services: [{type: counselling, place: office}, {type: group}]", ("office",)),
    "A121": (
        "{clinician: m.kowalski, agreements: [{on: 2026-01-26, who: M.Kowalski, how: signed}]}",
        ("M.Kowalski, signed 2026-01-26",),
    ),
    "A130": ("reviews: [{on: 2026-04-05}]", ("2026-04-05",)),
    "A132": ("reviews: [{on: 2026-04-05}, {on: 2026-05-05, note: slower}]", ("2026-05-05",)),
    "A133": ("reviews: [{on: 2026-04-05}, {on: 2026-05-05, necessity: still low}]", ("2026-05-05",)),
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
    assert evidence_of(plan_of(status="active"), "A199", DAYS) == ()
