"""What one screen says no other denies: steps of a closed goal, whose a score is, a target that goes without saying."""

from datetime import date

import pytest

from goalctl.analysis.case import Case
from goalctl.model.goal import Objective
from goalctl.model.settings import Settings
from goalctl.views.reports.goals import goal_part
from goalctl.views.reports.parts import Scope
from goalctl.views.screens.plan import plan_page
from goalctl.views.screens.prep import prep_page
from goalctl.views.words.standing import standing_words
from tests.analysis.invented import FORMS, START, goal, plan_of, sessions, week

RATED = {"by": "rating", "baseline": 2, "target": 8, "since": START}


def case_of(*goals, log=(), today: date | None = None, **keys):
    return Case.of(plan_of(goals=goals, sessions=log, **keys), FORMS, Settings(), today or week(9))


def with_step(status, measure=RATED):
    step = {"id": "g1.1", "objective": "Calls", "status": "active", "measurable": measure, "deadline": week(6)}
    return goal(RATED) | {"status": status, "objectives": [step]}


def said(lines):
    return "\n".join(line.text for line in lines)


@pytest.mark.parametrize(
    ("status", "is_judged"),
    [("active", True), ("achieved", False), ("discontinued", False), ("draft", False), ("reserve", False)],
)
def test_a_step_is_judged_on_every_screen_or_on_none(status, is_judged):
    case = case_of(with_step(status), log=sessions([2, 2], key="g1.1"))
    assert ("target date passed" in said(plan_page(case))) is is_judged
    assert (f"deadline {week(6)}, 3 weeks overdue" in said(plan_page(case))) is is_judged
    assert ("g1.1" in said(prep_page(case))) is is_judged
    assert (len(case.states) == 2) is is_judged


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("achieved", "ended with its goal; "),
        ("discontinued", "ended with its goal; "),
        ("draft", "a draft, not agreed yet"),
        ("on-hold", "rests; "),
    ],
)
def test_a_step_is_not_called_achieved_because_its_goal_was(status, words):
    case = case_of(with_step(status), log=sessions([2, 2], key="g1.1"))
    assert standing_words(case, "g1.1").startswith(words)


def test_show_says_whose_each_score_of_a_form_is():
    log = [{"date": week(1), "forms": {"phq-9@anna": {"total": 8, "q9": 0}, "phq-9@ben": {"total": 12, "q9": 0}}}]
    case = case_of(goal({"by": "phq-9", "baseline": 16, "target": 9}), log=log, members=["anna", "ben"], today=week(2))
    lines = [line.text for line in plan_page(case) if " now " in line.text]
    assert [line.split()[0] for line in lines] == ["anna:", "ben:"]


def test_of_a_form_beside_the_goals_the_name_is_said_once():
    log = [{"date": week(1), "forms": {"phq-9@anna": {"total": 8, "q9": 0}}}]
    case = case_of(goal(RATED), log=log, members=["anna", "ben"], today=week(2))
    assert "Mood (anna): ▅ now 8 on" in said(plan_page(case))


@pytest.mark.parametrize(("measure", "target"), [({"by": "done"}, "1"), (RATED, "8"), ({"by": "rating"}, "")])
def test_the_plan_s_report_has_the_target_that_every_screen_has(measure, target):
    case = case_of(with_step("active", measure))
    part = goal_part(Scope(case, None, week(9)), case.plan.goals[0])
    assert isinstance(case.plan.scorables["g1.1"], Objective)
    assert [fact.value for fact in part.objectives[0].facts if fact.label == "Target"] == [target]
