"""What answers the question of withdrawal: a record of medical care or advice, never a word somewhere in the plan."""

from datetime import date

import pytest

from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.rules.c_withdrawal import RULES
from goalctl.rules.rule import RuleCase, findings_of

DRY = """
client: c-ab1
goals: [{{id: g1, goal: Lives sober for ninety days, status: active}}]
sessions:
  - {{date: 2026-02-02, forms: {{audit: 24}}, note: Her brother is a nurse and her doctor is kind.}}
  - {{date: 2026-02-03{risk}}}
{more}
"""


def is_told(*, risk="", more=""):
    data = read_data(DRY.format(risk=risk, more=more))[0]
    plan, wrong = record_from(Plan, data)
    assert not wrong, wrong
    case = RuleCase(plan, FormShelf(), today=date(2026, 3, 2), name="c-ab1", data=data)
    return [finding.code for finding in findings_of(RULES, case)] == ["C106"]


@pytest.mark.parametrize(
    "more",
    [
        "care_team: [{who: Ada Alder, role: sister}]",
        "medications: [{name: vitamins}]",
        "medications: [{name: diazepam, by: Dr. Alder, until: 2026-03-01}]",
        "strengths: [her brother is a nurse]",
    ],
)
def test_what_is_no_medical_record_answers_nothing(more):
    assert is_told(more=more)


@pytest.mark.parametrize(
    "more",
    [
        "care_team: [{who: Ada Alder, role: addiction nurse}]",
        "care_team: [{who: Dr. Alder}]",
        "medications: [{name: diazepam, by: Dr. Alder, until: 2026-03-02}]",
    ],
)
def test_medical_care_on_record_answers(more):
    assert not is_told(more=more)


@pytest.mark.parametrize(
    ("risk", "told"),
    [
        (", risk: {concern: withdrawal}", True),
        (", risk: {concern: withdrawal, consulted: the supervisor}", False),
        (", risk: {concern: withdrawal, done: [sent to the detox ward]}", False),
        (", risk: {consulted: the supervisor}", True),
        (", risk: {consulted: her GP}", False),
    ],
)
def test_withdrawal_that_was_asked_about_needs_somebody_consulted_or_something_done(risk, told):
    assert is_told(risk=risk) is told
