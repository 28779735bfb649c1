"""Below the commands: places in a plan, the smallest edits, and what a new episode takes over."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.documents.edit import text_after
from goalctl.documents.read import read_data
from goalctl.documents.yaml_text import block_text
from goalctl.model.fields import NoKeyError, slot_of
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.validate import record_from
from goalctl.model.written import record_data
from goalctl.workspace.edits.placing import edits_between
from goalctl.workspace.operations.episode import StillOpenError, after, next_episode
from tests.cli.trailing import PLAN, plan_from
from tests.conftest import TREE


@pytest.mark.parametrize("path", sorted((TREE / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_plan_written_out_and_read_again_is_the_same(path):
    plan = plan_from(path.read_text(encoding="utf-8"))
    again, findings = record_from(Plan, record_data(plan))
    assert findings == []
    assert again == plan


values = st.recursive(
    st.text("ab", min_size=1, max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=8,
)


@given(old=st.none() | values, new=st.none() | values)
def test_the_edits_between_two_values_lead_from_one_to_the_other(old, new):
    data = {"head": "h"} if old is None else {"head": "h", "key": old}
    wanted = {"head": "h"} if new is None else {"head": "h", "key": new}
    text = text_after(block_text(data), list(edits_between(("key",), old, new)))
    assert read_data(text) == (wanted, [])


def test_equal_values_need_no_edit():
    assert list(edits_between(("key",), {"x": ["a"]}, {"x": ["a"]})) == []


@pytest.mark.parametrize(
    ("kind", "typed", "path"),
    [
        (Goal, "target", ("smart", "measurable", "target")),
        (Goal, "goal", ("goal",)),
        (Goal, "levels.-2", ("smart", "measurable", "levels", "-2")),
        (Goal, "smart.time_bound.checkpoints", ("smart", "time_bound", "checkpoints")),
        (Session, "scores.g1.1", ("scores", "g1.1")),
        (Session, "forms.phq-9", ("forms", "phq-9")),
        (Session, "risk.level", ("risk", "level")),
        (Plan, "services.2.every", ("services", 1, "every")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_typed_key_finds_its_place(kind, typed, path):
    assert slot_of(kind, typed).path == path


@pytest.mark.parametrize("typed", ["obstacles", "services.0.every", "services.x.every", "levels", "nothing", ""])
def test_a_key_without_a_place_is_refused(typed):
    with pytest.raises(NoKeyError):
        slot_of(Session if typed == "levels" else Goal if typed == "obstacles" else Plan, typed)


DISCHARGED = PLAN.replace("status: active\n\n", "status: discharged\nstrengths: [walks]\n\n", 1)


def test_a_new_episode_takes_over_what_was_not_achieved_as_drafts():
    carried = after(plan_from(DISCHARGED))
    assert carried["previous"] == "c-ab1"
    assert carried["strengths"] == ["walks"]
    assert [(goal["id"], goal["status"]) for goal in carried["goals"]] == [
        ("g1", "draft"),
        ("g2", "draft"),
        ("g3", "draft"),
    ]
    assert carried["goals"][0]["smart"] == {"measurable": {"by": "phq-9", "target": "9"}}


@pytest.mark.parametrize(
    ("outcome", "carried"), [("achieved", ["g2", "g3"]), ("partly", ["g1", "g2", "g3"]), ("worse", ["g1", "g2", "g3"])]
)
def test_the_outcome_at_discharge_decides_which_goals_go_on(outcome, carried):
    text = DISCHARGED.replace("    status: active\n    opened", "    status: discontinued\n    opened", 1)
    plan = plan_from(f"{text}\ndischarge: {{on: 2026-03-02, outcomes: {{g1: {outcome}}}}}\n")
    wordings = {goal.goal: goal.id for goal in plan.goals}
    assert [wordings[goal["goal"]] for goal in after(plan)["goals"]] == carried


def test_own_problems_come_after_those_taken_over():
    old = plan_from(
        DISCHARGED.replace("    goal: Sees friends again\n", "    goal: Sees friends again\n    problem: p1\n")
    )
    entry = {"client": "c-new", "opened": str(date(2026, 6, 1)), "problems": [{"id": "p1", "problem": "Loss of work"}]}
    new, findings = record_from(Plan, next_episode(entry, old))
    assert findings == []
    assert [(problem.id, problem.problem) for problem in new.problems] == [("p1", "Low mood"), ("p2", "Loss of work")]
    assert list(next_episode(entry, old))[:3] == ["client", "clinician", "opened"]


def test_an_episode_that_has_not_ended_is_not_followed():
    with pytest.raises(StillOpenError) as refused:
        after(plan_from(PLAN))
    assert str(refused.value) == "c-ab1 is active, not discharged"
