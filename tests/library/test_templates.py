"""Plan templates: every shipped one makes a plan without errors, with its own words and days."""

from datetime import date

import pytest

from goalctl.documents.yaml_text import block_text
from goalctl.library.shelf import FormShelf
from goalctl.model.goal import Term
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.rules.e_file import RULES
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.workspace.shelves.kinds import TEMPLATES, NoLibraryFileError
from goalctl.workspace.shelves.templates import begun_with, with_template
from goalctl.workspace.store.practice import practice_at

SHIPPED = TEMPLATES.shelf(None)
NAMES = tuple(SHIPPED)
OPENED = date(2026, 3, 2)


def test_at_least_eight_common_problems_have_one():
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_made_from_it_has_no_errors_and_only_drafts(name):
    entry = with_template(begun_with(name, opened=OPENED, root=None), {"client": "c-new", "opened": "2026-03-02"})
    plan, findings = record_from(Plan, entry)
    assert findings == []
    assert findings_of(RULES, RuleCase(plan, FormShelf(), name="c-new")) == []
    assert {item.status.value for item in plan.scorables.values()} == {"draft"}
    assert all(item.deadline and item.measure and item.measure.target is not None for item in plan.scorables.values())
    assert block_text(entry)


@pytest.mark.parametrize("name", NAMES)
def test_a_short_goal_serves_a_long_one_and_takes_no_longer(name):
    entry = with_template(begun_with(name, opened=OPENED, root=None), {"client": "c-new", "opened": "2026-03-02"})
    plan, _ = record_from(Plan, entry)
    by_term = {term: [goal for goal in plan.goals if goal.term is term] for term in Term}
    assert {goal.id for goal in plan.goals if goal.serves} <= {goal.id for goal in by_term[Term.SHORT]}
    assert {goal.serves for goal in plan.goals if goal.serves} <= {goal.id for goal in by_term[Term.LONG]}
    short, long = ({goal.deadline for goal in by_term[term]} for term in (Term.SHORT, Term.LONG))
    assert all(one <= other for one in short for other in long)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_with_its_file(name, practice):
    assert TEMPLATES.problems(practice_at(practice), SHIPPED, name) == []


def test_deadlines_count_from_the_opening():
    goals = begun_with("depression", opened=OPENED, root=None)["goals"]
    assert goals[0]["smart"]["time_bound"] == {"deadline": "2026-06-22"}
    assert goals[0]["objectives"][0]["deadline"] == "2026-04-13"


def test_stated_problems_come_after_the_template_s_with_their_own_ids():
    stated = {"client": "c-new", "problems": [{"id": "p1", "problem": "Night shifts"}], "plan_by": "14d"}
    entry = with_template(begun_with("insomnia", opened=OPENED, root=None), stated)
    assert [problem["id"] for problem in entry["problems"]] == ["p1", "p2"]
    assert entry["problems"][1]["problem"] == "Night shifts"
    assert entry["plan_by"] == "14d"


def test_an_own_template_takes_the_place_of_a_shipped_one_and_is_checked(practice):
    (practice / "templates").mkdir()
    own = "template: anger\nname: Ours\nproblems:\n  - {id: p1, problem: x}\nwithin: {g1: 3w}\n"
    (practice / "templates" / "anger.yaml").write_text(own, encoding="utf-8")
    assert begun_with("anger", opened=OPENED, root=practice)["problems"] == [{"id": "p1", "problem": "x"}]
    (found,) = TEMPLATES.own_findings(practice_at(practice))
    assert (found[0], found[1].message) == ("templates/anger.yaml", "there is no g1 in this template")


def test_a_template_that_no_one_has_is_refused():
    with pytest.raises(NoLibraryFileError):
        begun_with("nothing", opened=OPENED, root=None)
