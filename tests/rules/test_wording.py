"""How often the language rules are right, on statements labelled by hand; run with -s to see the figures."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from goalctl.documents.read import read_data
from goalctl.library.shelf import Shelf
from goalctl.model.finding import Severity
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.validate import record_from
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.rules.s_wording import RULES

LABELLED = read_data(Path(__file__).with_name("statements.yaml").read_text(encoding="utf-8"))[0]["statements"]
ENOUGH = 0.8
PLANNERS = Shelf("planners", Planner)


def codes_of(statement):
    smart = {"specific": statement.get("specific")}
    if statement.get("measured"):
        smart["measurable"] = {"by": "rating"}
    goal = {"id": "g1", "goal": statement["text"], "status": "draft", "smart": smart}
    plan, findings = record_from(Plan, {"client": "c-ab1", "goals": [goal]})
    assert not findings
    return {finding.code for finding in findings_of(RULES, RuleCase(plan, name="c-ab1"))}


@pytest.fixture(scope="module")
def counts():
    """How often each rule was right, wrong and missing."""
    right, wrong, missed = Counter(), Counter(), Counter()
    for statement in LABELLED:
        said, is_ = codes_of(statement), set(statement["is"])
        right.update(said & is_)
        wrong.update(said - is_)
        missed.update(is_ - said)
    return right, wrong, missed


def figures(counts, code):
    right, wrong, missed = (counter[code] for counter in counts)
    return right / max(1, right + wrong), right / max(1, right + missed)


def test_there_are_statements_enough_for_every_rule():
    labels = Counter(code for statement in LABELLED for code in statement["is"])
    assert len(LABELLED) >= 80
    assert sum(not statement["is"] for statement in LABELLED) >= 40
    assert min(labels[rule.code] for rule in RULES) >= 4


def test_precision_and_recall_are_told(counts, capsys):
    with capsys.disabled():
        sys.stdout.write(f"\n{len(LABELLED)} labelled statements\n")
        for rule in RULES:
            precision, recall = figures(counts, rule.code)
            n = counts[0][rule.code] + counts[2][rule.code]
            sys.stdout.write(f"{rule.code}  precision {precision:.2f}  recall {recall:.2f}  n {n:2}  {rule.title}\n")
    assert counts[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_warns_is_right_four_times_of_five(counts, rule):
    precision, _ = figures(counts, rule.code)
    assert precision >= ENOUGH or rule.severity is Severity.INFO


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_two_of_three(counts, rule):
    _, recall = figures(counts, rule.code)
    assert recall >= 2 / 3


def planned(statement, owner, measure):
    """A planner's statement as the only goal of a plan."""
    smart = {"measurable": measure, "specific": getattr(owner, "specific", None)}
    goal = {"id": "g1", "goal": statement, "status": "draft", "smart": smart}
    return RuleCase(Plan.model_validate({"client": "c-ab1", "goals": [goal]}), name="c-ab1")


@pytest.mark.parametrize("name", PLANNERS)
def test_the_goals_and_objectives_of_a_shipped_planner_are_clean(name):
    planner = PLANNERS[name]
    goals = [planned(goal.goal, goal, goal.measurable) for goal in planner.goals]
    steps = [planned(step.objective, step, step.measurable) for step in planner.objectives]
    assert [(case.plan.goals[0].goal, found.code) for case in goals + steps for found in findings_of(RULES, case)] == []


@pytest.mark.parametrize("name", PLANNERS)
def test_they_are_clean_without_their_measures_too(name):
    steps = [planned(step.objective, step, None) for step in PLANNERS[name].objectives]
    told = [(case.plan.goals[0].goal, found.code) for case in steps for found in findings_of(RULES, case)]
    assert [pair for pair in told if pair[1] == "S104"] == []
