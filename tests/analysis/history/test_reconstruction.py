"""Whether a day can be shown as it stood: every agreement's digest is the plan's of its day, or it is told."""

from datetime import date, timedelta

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.history.cut import Cut
from goalctl.analysis.history.digest import agreement_digest
from goalctl.analysis.history.reconstruction import is_reproduced, why_not_as_of
from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.model.written import record_data
from tests.analysis.invented import goal, plan_of
from tests.conftest import TREE

DAY = date(2026, 3, 10)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
INVENTED = {"000000", "0a1b2c", "5f1c9a"}  # of the corpus: of no plan at all
PLANS = sorted(
    [*TREE.glob("plans/*.yaml"), *TREE.glob("examples/**/plans/*.yaml"), *TREE.glob("tests/corpus/*/plans/*.yaml")]
)


def agreed(target, *, on=DAY):
    """An agreement to a plan with that target."""
    return {"on": on, "who": "client", "how": "signed", "of": agreement_digest(planned(target))}


def planned(target, **keys):
    return plan_of(goals=[goal({"by": "rating", "baseline": 2, "target": target}, status="active")], **keys)


def change(on, old, new):
    return {"on": on, "of": "g1", "what": "target", "from": old, "to": new}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_agreement_on_file_is_of_the_plan_as_of_its_day(path):
    plan = document_of(path.read_bytes(), Plan).content
    assert plan is not None
    assert {one.of for one in plan.agreements if not is_reproduced(plan, one)} <= INVENTED


@pytest.mark.parametrize(
    "trail",
    [[], [change(AFTER, 5, 6)], [change(DAY, 5, 6)], [change(BEFORE, 4, 5), change(DAY, 5, 6), change(AFTER, 6, 7)]],
    ids=["nothing since", "changed the day after", "changed on the day, afterwards", "changed on the way"],
)
def test_an_agreement_fits_some_moment_of_its_day(trail):
    now = trail[-1]["to"] if trail else 5
    plan = planned(now, agreements=[agreed(5)], changes=trail)
    assert is_reproduced(plan, plan.agreements[0])
    assert why_not_as_of(plan, Cut(DAY)) is None


GAP = "the changes of g1 target on 2026-03-09 and on 2026-03-11 do not meet"


@pytest.mark.parametrize(
    ("old", "told"),
    [("6", None), ("6.0", None), (4, GAP), (None, GAP)],
    ids=["meets", "the same number", "another one", "nothing"],
)
def test_two_changes_that_do_not_meet_are_told_of_the_days_between_them(old, told):
    plan = planned(7, changes=[change(BEFORE, 5, 6), change(AFTER, old, 7)])
    assert [why_not_as_of(plan, Cut(day)) for day in (BEFORE, DAY)] == [told, told]
    assert why_not_as_of(plan, Cut(AFTER)) is None
    assert why_not_as_of(plan, Cut(BEFORE - timedelta(1))) is None


def test_what_was_measured_otherwise_since_has_no_change_to_meet():
    kind = {"on": DAY, "of": "g1", "what": "by", "from": "number", "to": "rating"}
    plan = planned(7, changes=[change(BEFORE, 5, 6), kind, change(AFTER, 4, 7)])
    assert "do not meet" not in (why_not_as_of(plan, Cut(DAY)) or "")


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_on_file_every_change_meets_the_one_before_it(path):
    plan = document_of(path.read_bytes(), Plan).content
    assert plan is not None
    days = {change.on for change in plan.changes} | {change.on - timedelta(1) for change in plan.changes}
    assert not [day for day in days if "do not meet" in (why_not_as_of(plan, Cut(day)) or "")]


def test_what_came_into_the_plan_later_on_the_day_was_not_agreed_to():
    goals = [goal(opened=DAY), {**goal(opened=DAY), "id": "g2"}]
    first = plan_of(goals=goals[:1])
    plan = plan_of(goals=goals, agreements=[{**agreed(5), "of": agreement_digest(first)}])
    assert is_reproduced(plan, plan.agreements[0])


def test_a_problem_that_was_noted_later_on_the_day_was_not_agreed_to():
    problems = [{"id": "p1", "problem": "Low mood", "on": BEFORE}, {"id": "p2", "problem": "Worry", "on": DAY}]
    first = plan_of(goals=[goal(opened=BEFORE)], problems=problems[:1])
    now = {"goals": [goal(opened=BEFORE), {**goal(opened=DAY), "id": "g2"}], "problems": problems}
    plan = plan_of(**now, agreements=[{**agreed(5), "of": agreement_digest(first)}])
    assert is_reproduced(plan, plan.agreements[0])


def test_one_that_was_written_later_is_of_the_plan_of_that_day():
    late = {**agreed(6, on=BEFORE), "written": f"{AFTER}T09:00"}
    plan = planned(6, agreements=[late], changes=[change(DAY, 5, 6)])
    assert is_reproduced(plan, plan.agreements[0])


@pytest.mark.parametrize("day", [BEFORE, DAY, AFTER], ids=["day before", "the day itself", "day after"])
def test_a_change_without_a_trail_is_told(day):
    plan = planned(6, agreements=[agreed(5)])
    assert why_not_as_of(plan, Cut(day)) == f"the agreement of client on {DAY} does not fit"


def test_an_agreement_that_was_renewed_answers_for_the_days_from_then_on():
    plan = planned(6, agreements=[agreed(5), agreed(6, on=AFTER)])
    assert why_not_as_of(plan, Cut(AFTER)) is None
    assert why_not_as_of(plan, Cut(DAY)) is not None


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"on": DAY, "of": "g9", "what": "goal", "from": "Sleeps"}, "the change of g9 goal on 2026-03-10"),
        ({"on": DAY, "of": "g1", "what": "target", "from": "five", "to": 6}, "the change of g1 target on 2026-03-10"),
        ({"on": DAY, "what": "no_such_key", "from": "x"}, "the change of no such key on 2026-03-10"),
    ],
    ids=["of a goal that is gone", "from what is no number", "of a key that there is not"],
)  # fmt: skip
def test_a_change_that_cannot_be_taken_back_is_told(step, told):
    plan = planned(6, changes=[step, change(AFTER, 6, 7)])
    assert why_not_as_of(plan, Cut(BEFORE)) == f"{told} can't be taken back"
    assert why_not_as_of(plan, Cut(DAY)) is None


def test_the_rest_is_taken_back_all_the_same():
    broken = {"on": DAY, "of": "g1", "what": "judged_by", "from": ["a", "list"], "to": "client"}
    plan = planned(6, changes=[broken, change(DAY, 5, 6)])
    assert Case.of(plan, {}, Settings(), BEFORE).plan.goals[0].measure.target == 5


def test_the_own_keys_of_a_practice_stand_in_the_values_of_an_earlier_day():
    data = {**record_data(planned(6, changes=[change(DAY, 5, 6)])), "x-ward": "3"}
    data["goals"] = [{**data["goals"][0], "x-colour": "red"}]
    plan, _ = record_from(Plan, data)
    then = Case.of(plan, {}, Settings(), BEFORE).data_then(data)
    assert (then["x-ward"], then["goals"][0]["x-colour"], then["goals"][0]["smart"]["measurable"]["target"]) == (
        "3",
        "red",
        "5",
    )
