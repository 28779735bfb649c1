"""What answers the question of withdrawal: a record of medical care or advice, never a word somewhere in the plan."""

from datetime import date

import pytest

from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.rules.c_withdrawal import RULES
from goalctl.rules.rule import RuleCase, findings_of

GOAL = "{id: g1, goal: Lives sober for ninety days, status: active}"
DRY = f"""
client: c-ab1
goals: [{GOAL}]
sessions:
  - {{date: 2026-02-02, forms: {{audit: 24}}, note: Her brother is a nurse and her doctor is kind.}}
  - {{date: 2026-02-03RISK}}
MORE
"""


def dry(*, risk="", more=""):
    return DRY.replace("RISK", risk).replace("MORE", more)


def findings(text):
    data = read_data(text)[0]
    plan, wrong = record_from(Plan, data)
    assert not wrong, wrong
    return findings_of(RULES, RuleCase(plan, FormShelf(), today=date(2026, 3, 2), name="c-ab1", data=data))


def is_told(*, risk="", more=""):
    return [finding.code for finding in findings(dry(risk=risk, more=more))] == ["C106"]


@pytest.mark.parametrize(
    "more",
    [
        "care_team: [{who: Ada Alder, role: sister}]",
        "care_team: [{who: Dr Alder, role: GP}]",
        "care_team: [{who: J. Dee, role: receptionist at the clinic}]",
        "medications: [{name: levothyroxine, by: Dr Alder}]",
        "medications: [{name: levothyroxine, by: Dr Alder, since: 2026-02-03}]",
        "medications: [{name: diazepam, by: Dr Alder, since: 2026-02-03}]",
        "medications: [{name: acamprosate, since: 2026-02-03}]",
        "medications: [{name: acamprosate, by: her sister, since: 2026-02-03}]",
        "medications: [{name: acamprosate, by: Dr Alder}]",
        "medications: [{name: acamprosate, by: Dr Alder, since: 2025-02-03}]",
        "strengths: [her brother is a nurse]",
    ],
)
def test_what_is_no_medical_record_of_since_answers_nothing(more):
    assert is_told(more=more)


@pytest.mark.parametrize(
    "more",
    [
        "medications: [{name: Chlordiazepoxide, by: Dr. Alder, since: 2026-02-02, until: 2026-02-09}]",
        "medications: [{name: diazepam, dose: 'detox taper, 5 mg', by: Dr. Alder, since: 2026-02-03}]",
        "medications: [{name: naltrexone 50 mg, by: the ward, on: 2026-02-04}]",
    ],
)
def test_a_medicine_for_withdrawal_that_was_prescribed_since_answers(more):
    assert not is_told(more=more)


@pytest.mark.parametrize(
    ("risk", "told"),
    [
        ("{concern: withdrawal}", True),
        ("{concern: withdrawal, consulted: the supervisor}", False),
        ("{concern: withdrawal, consulted: 'Dr. Alder: not to stop at once'}", False),
        ("{concern: withdrawal, consulted: 'GP, no objection to a taper at home'}", False),
        ("{concern: withdrawal, done: [sent to the detox ward]}", False),
        ("{close: [withdrawal], because: handed over to the hospital}", False),
        ("{close: [withdrawal], because: entry error}", True),
        ("{concern: withdrawal, consulted: no doctor could be reached}", True),
        ("{concern: withdrawal, consulted: 'Dr. Alder, could not be reached'}", True),
        ("{concern: withdrawal, consulted: 'GP: left a message'}", True),
        ("{concern: withdrawal, consulted: nobody}", True),
        ("{concern: withdrawal, consulted: '-'}", True),
        ("{concern: withdrawal, done: [nothing yet]}", True),
        ("{concern: withdrawal, done: [client refused the doctor]}", True),
        ("{concern: withdrawal, done: [talked about cutting down]}", True),
        ("{consulted: the supervisor}", True),
        ("{consulted: her GP}", True),
        ("{concern: suicide, consulted: 'Dr. Blum, psychiatrist'}", True),
        ("{concern: suicide, consulted: 'Dr. Blum, psychiatrist, also about stopping drinking'}", False),
        ("{concern: suicide, consulted: the supervisor, note: drinking again}", True),
        ("{concern: suicide, consulted: 'her brother, who is a nurse', note: drinking again}", True),
        ("{concern: withdrawal, done: [her sister is a retired ward nurse and looks in]}", True),
        ("{concern: withdrawal, done: ['GP consulted, her brother (a nurse) looks in']}", False),
    ],
)
def test_withdrawal_that_was_asked_about_needs_somebody_consulted_or_somewhere_medical(risk, told):
    assert is_told(risk=f", risk: {risk}") is told


def test_a_record_of_before_the_high_score_answers_nothing():
    earlier = "{date: 2026-01-12, risk: {concern: withdrawal, consulted: Dr. Alder}}"
    assert is_told(risk=f"}}\n  - {earlier[:-1]}")


def test_abstinence_that_stands_in_the_specific_part_alone_is_read():
    goal = "{id: g1, goal: A life I like, status: active, smart: {specific: No alcohol at all for ninety days}}"
    assert findings(dry().replace(GOAL, goal))


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ("care_team: [{who: A. Alder, role: GP}]", "ask A. Alder before the first sober day"),
        ("medications: [{name: levothyroxine, by: Dr Blum}]", "ask Dr Blum before the first sober day"),
        ("care_team: [{who: J. Dee, role: receptionist at the clinic}]", "ask for medical advice"),
    ],
)
def test_whom_of_the_care_team_to_ask_is_in_the_hint(more, hint):
    (found,) = findings(dry(more=more))
    assert found.hint.startswith(hint)
    assert found.hint.endswith('goalctl risk c-ab1 --concern "withdrawal"')


COUPLE = """
client: c-ab1
members: [anna, ben]
goals:
  - id: g1
    goal: Anna lives sober for ninety days
    status: active
    smart: {measurable: {by: number, of: sober days, judged_by: anna, baseline: 0, target: 90}}
sessions:
  - {date: 2026-02-02, forms: {audit@anna: 24}}
SESSIONS
"""


@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        ("", ["g1 means abstinence, and the AUDIT (anna) is 24 on 2026-02-02"]),
        ("  - {date: 2026-02-03, forms: {audit@ben: 3}}\n  - {date: 2026-02-04, forms: {audit@ben: 24}}",
         ["g1 means abstinence, and the AUDIT (anna) is 24 on 2026-02-02"]),
        ("  - {date: 2026-02-03, risk: {who: ben, concern: withdrawal, consulted: Dr. Alder}}",
         ["g1 means abstinence, and the AUDIT (anna) is 24 on 2026-02-02"]),
        ("  - {date: 2026-02-03, risk: {who: anna, concern: withdrawal, consulted: Dr. Alder}}", []),
    ],
    ids=["unanswered", "the other one drinks less, then more", "answered for the other one", "answered for her"],
)  # fmt: skip
def test_of_a_couple_the_drinking_of_one_is_not_the_other_ones(sessions, told):
    found = findings(COUPLE.replace("SESSIONS", sessions))
    assert [finding.message for finding in found] == told
    assert all(finding.hint.endswith('goalctl risk c-ab1 --who "anna" --concern "withdrawal"') for finding in found)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Gives up drinking for ninety days", True),
        ("Giving up the drink by summer", True),
        ("Stays dry for ninety days", True),
        ("Has no drinks on any day of the week", True),
        ("Zero drinks a week", True),
        ("Stops all drinking by June", True),
        ("Doesn't drink at all", True),
        ("Cuts out alcohol for good", True),
        ("Keeps off the drink on seven days a week", True),
        ("Goes ninety days without a drink", True),
        ("Never drinks again", True),
        ("Drinks on two days a week at most", False),
        ("Drinks no more than two glasses", False),
        ("Has no drinks after nine", False),
        ("Stays dry at night on five nights", False),
        ("Gives up her place at the bar", False),
    ],
)
def test_abstinence_is_known_in_other_words(goal, told):
    assert bool(findings(dry().replace("Lives sober for ninety days", f'"{goal}"'))) is told


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("{by: count, of: drinks, per: week, baseline: 40, target: 0}", True),
        ("{by: number, of: wine, unit: glasses, baseline: 8, target: 0}", True),
        ("{by: count, of: drinks, per: week, baseline: 40, target: 10}", False),
        ("{by: count, of: quarrels, per: week, baseline: 4, target: 0}", False),
    ],
)
def test_drinks_that_are_counted_down_to_none_are_abstinence(measure, told):
    goal = f"{{id: g1, goal: Drinks less each week, status: active, smart: {{measurable: {measure}}}}}"
    assert bool(findings(dry().replace(GOAL, goal))) is told
