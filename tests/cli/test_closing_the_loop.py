"""What was said comes back where it is needed: a goal that is reached, a doubtful deadline, words in between."""

import pytest

from goalctl.model.next_steps import steps_of_this_week
from tests.analysis.invented import START, goal, plan_of, week

MET = """\
  - {id: ghj789, date: 2026-02-16, scores: {g1.1: 3}}
  - {id: jkm012, date: 2026-02-23, scores: {g1.1: 3}}
"""
RESERVE = "      - {id: g1.2, objective: Runs, status: reserve}\n"
CLOSE = "g1.1 at its target; to close it: goalctl mark c-ab1 g1.1 achieved --next g1.2"


@pytest.fixture
def reached(plan_file):
    """The plan with g1.1 at its target, and a step in reserve."""
    text = plan_file.read_text(encoding="utf-8").replace("\nsessions:", RESERVE + "\nsessions:")
    plan_file.write_text(text + MET, encoding="utf-8")
    return plan_file


@pytest.mark.usefixtures("reached")
def test_what_is_reached_is_offered_for_closing_where_it_is_seen(goalctl):
    assert CLOSE in goalctl("prep", "c-ab1", status=0).out
    assert CLOSE.removeprefix("g1.1 ") in goalctl("show", "c-ab1", status=0).out


def test_the_offer_can_be_pasted(goalctl, reached):
    goalctl(*CLOSE.partition("goalctl ")[2].split(), status=0)
    assert "at its target" not in goalctl("prep", "c-ab1", status=0).out
    assert "{id: g1.2, objective: Runs, status: active" in reached.read_text(encoding="utf-8")


def test_the_session_that_reaches_it_says_so_and_the_next_one_not_again(goalctl, reached):
    reached.write_text(
        reached.read_text(encoding="utf-8").replace(MET.splitlines(keepends=True)[1], ""), encoding="utf-8"
    )
    assert CLOSE in goalctl("log-session", "c-ab1", "g1.1=3", status=0).err
    assert CLOSE not in goalctl("log-session", "c-ab1", "g1.1=3", status=0).err


@pytest.mark.usefixtures("reached")
def test_the_client_at_the_screen_is_not_told_how_a_goal_is_closed(goalctl):
    assert "goalctl mark" not in goalctl("--with-client", "prep", "c-ab1", status=0).out


@pytest.mark.parametrize(
    ("deadline", "is_told"), [("+13d", True), ("+14d", False)], ids=["a day under two weeks", "two weeks"]
)
def test_a_doubtful_deadline_is_told_when_a_goal_is_added_and_when_work_on_it_begins(goalctl, deadline, is_told):
    added = goalctl("add-goal", "c-ab1", "Cooks twice a week", "--deadline", deadline, status=0)
    marked = goalctl("mark", "c-ab1", "g2", "active", status=0)
    assert [("D102" in outcome.err) for outcome in (added, marked)] == [is_told] * 2


def test_a_far_deadline_without_a_look_before_it_is_told(goalctl):
    assert "D111" in goalctl("add-goal", "c-ab1", "Cooks twice a week", "--deadline", "+13w", status=0).err
    looked_at = ("--deadline", "+13w", "--checkpoint", "+6w")
    assert "D111" not in goalctl("add-goal", "c-ab1", "Bakes twice a week", *looked_at, status=0).err


def test_what_the_client_wrote_since_the_last_session_stands_in_prep_and_show(goalctl, plan_file):
    more = """\
  - {id: mnp345, date: 2026-02-10, kind: journal, note: Walked in the rain}
  - {id: pqr678, date: 2026-02-11, kind: journal, forms: {weekly-journal: {hard: Sunday evening}}}
diary:
  - {date: 2026-02-12, g1.1: 2, note: knee hurts}
  - {date: 2026-02-01, g1.1: 2, note: before the last session}
"""
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + more, encoding="utf-8")
    for command in ("prep", "show"):
        text = goalctl(command, "c-ab1", status=0).out
        assert "2026-02-12 diary: knee hurts\n" in text
        assert "2026-02-10 journal: Walked in the rain\n" in text
        assert "2026-02-11 weekly journal: What was hard, and what did you do then? Sunday evening\n" in text
        assert "before the last session" not in text


@pytest.mark.parametrize(
    ("log", "offered"),
    [
        ([], True),
        ([{"date": START, "kind": "session"}], True),
        ([{"date": week(1), "kind": "session"}], False),
        ([{"date": week(1), "kind": "phone"}], True),
        ([{"date": START, "homework": [{"id": "h1", "task": "Calls the gym, on Tuesday"}]}], False),
    ],
    ids=["no session yet", "a session of that day", "a session since", "a call since", "given already"],
)
def test_the_step_for_this_week_is_offered_as_homework_once(log, offered):
    step = {"will": {"this_week": "Calls the gym; on Tuesday"}}
    plan = plan_of(goals=[goal(None, grow=step)], sessions=log)
    assert list(steps_of_this_week(plan)) == ([("g1", "Calls the gym, on Tuesday")] if offered else [])
