"""Tables that rules stand on, entered a second time: from the CPT's section of psychiatry, and rule by rule."""

import pytest

from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.rules.a_billing import no_such_code
from goalctl.rules.e_values import numbers_out_of_bounds
from goalctl.rules.every import ADVICE
from goalctl.rules.rule import RuleCase

CPT_PSYCHIATRY = """
90785 90791 90792 90832 90833 90834 90836 90837 90838 90839 90840 90845 90846 90847 90849 90853 90863 90865
90867 90868 90869 90870 90875 90876 90880 90882 90885 90887 90889 90899
"""
ARE_SILENT_UNTIL_THE_PLAN_IS_TO_BE_SETTLED = """
A101 A102 A103 A104 A105 A106 A110 A111 A113 A114 A115 A116 A117 A118 A119 A120 A121 A122 A123 A124 A160 A163
D101 L103 L105 P109 S111 S112 S114 S122 S131 S132
"""
HAVE_A_SOURCE_THAT_NOBODY_LOOKED_UP = """
A101 A124 A135 A137 A144 A145 A146 A148 A149 A154 A155 A156 A162 A163 A164 A165 C101 C102 C103 C106 C109 C110
C112 D107 D110 D111 D112 D113 D114 D115 D116 G103 L105
"""


def case_of(text):
    plan, wrong = record_from(Plan, {"client": "c-ab1", **read_data(text)[0]})
    assert not wrong, wrong
    return RuleCase(plan, name="c-ab1")


def test_of_the_numbers_of_the_section_only_those_in_use_are_codes():
    section = [f"{number}" for number in range(90780, 90910)]
    found = list(no_such_code(case_of(f"sessions: [{{date: 2026-02-02, cpt: [{', '.join(section)}]}}]")))
    beside = {"90780", "90781", "90782", "90783", "90784", *(f"{number}" for number in range(90900, 90910))}
    assert {section[finding.path[-1]] for finding in found} == {*section} - {*CPT_PSYCHIATRY.split()} - beside


def test_which_rules_wait_and_which_have_a_source_that_nobody_looked_up():
    assert {rule.code for rule in ADVICE if rule.waits} == {*ARE_SILENT_UNTIL_THE_PLAN_IS_TO_BE_SETTLED.split()}
    assert {rule.code for rule in ADVICE if not rule.verified} == {*HAVE_A_SOURCE_THAT_NOBODY_LOOKED_UP.split()}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("goals: [{id: g1, goal: W, priority: 100}]", "priority 100 is not between 1 and 99"),
        ("goals: [{id: g1, goal: W, grow: {will: {motivation: 11}}}]", "motivation 11 is not between 1 and 10"),
        ("sessions: [{date: 2026-02-02, minutes: 1441}]", "minutes 1441 is not between 1 and 1440"),
    ],
)
def test_a_value_out_of_bounds_is_told_with_its_name(text, message):
    assert [finding.message for finding in numbers_out_of_bounds(case_of(text))] == [message]
