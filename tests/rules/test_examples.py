"""Every rule flags its bad example and leaves its good one alone, and says why it exists and where it comes from."""

from datetime import date

import pytest

from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.finding import Severity
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.profile import Profile
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.rules.e_file import RULES as FILE_RULES
from goalctl.rules.e_file import TOLD_ELSEWHERE
from goalctl.rules.every import ADVICE, ALL, AUDIT, CODES
from goalctl.rules.rule import RuleCase

assert Measure  # the forms need it
FORMS = FormShelf()
TODAY = date(2026, 3, 2)
SETTINGS = Settings.model_validate(
    {"clinicians": {"m.kowalski": {"credential": "LPC"}}, "privacy": {"words": ["Rumpelstilt"]}}
)
ASKED = {rule.code: {"within": "90d"} for rule in AUDIT}
PROFILE = Profile.model_validate({"profile": "all", "name": "all", "setting": "tests", "rules": ASKED})
ONE_PLAN = (*FILE_RULES, *ADVICE)
NO_ERRORS = {"E208", "E209", "E210", "E211"}  # the plan loads, and nothing in it is read otherwise than it was meant


def case_of(example):
    data, findings = read_data(example)
    assert not findings, findings
    data = {"client": "c-ab1", **data}
    plan, findings = record_from(Plan, data)
    assert not findings, findings
    return RuleCase(plan, FORMS, today=TODAY, settings=SETTINGS, data=data, profile=PROFILE, name="c-ab1")


def ids(rule):
    return f"{rule.code} {rule.title}"


@pytest.mark.parametrize("rule", ONE_PLAN, ids=ids)
def test_a_rule_flags_its_bad_example(rule):
    found = list(rule.findings(case_of(rule.bad)))
    assert found
    assert {finding.severity for finding in found} == {rule.severity}
    assert all(finding.message and finding.hint for finding in found)


@pytest.mark.parametrize("rule", ONE_PLAN, ids=ids)
def test_a_rule_leaves_its_good_example_alone(rule):
    assert list(rule.findings(case_of(rule.good))) == []


def test_every_rule_says_why_it_exists_and_shows_how_it_is():
    assert [rule.code for rule in ALL if not all((rule.title, rule.why, rule.bad, rule.good))] == []
    assert [rule.code for rule in ALL if not rule.source and not rule.code.startswith("E")] == []


def test_only_rules_about_the_file_are_errors_and_but_a_few_of_them():
    errors = {rule.code for rule in ALL if rule.severity is Severity.ERROR}
    assert errors == {rule.code for rule in ALL if rule.code.startswith("E")} - NO_ERRORS


def test_a_code_means_one_thing():
    codes = [rule.code for rule in ALL if rule.code != "E231"]  # two rules look for values beyond their bounds
    assert len(codes) == len(set(codes))
    assert not CODES & TOLD_ELSEWHERE.keys()


@pytest.mark.parametrize("rule", [rule for rule in ADVICE if rule.waits], ids=ids)
def test_a_thin_plan_is_not_nagged_before_the_day_it_is_to_be_settled(rule):
    case = case_of(rule.bad)
    plan = case.plan.model_copy(update={"opened": date(2026, 2, 20), "plan_by": PROFILE.rules["A130"].within})
    thin = RuleCase(plan, FORMS, today=TODAY, settings=SETTINGS, data=case.data, profile=PROFILE, name="c-ab1")
    assert list(rule.findings(thin)) == []
