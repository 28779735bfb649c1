"""`goalctl` alone: the day of the caseload, or how to begin."""

import pytest
from keyboard import Person
from test_walls import HEAVY, loaded_by

DAY = """\
Mon 2026-03-02 · 1 plan

act today
  c-ab1 suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; 1 session since without asking, the last \
on 2026-02-02

needs attention first
  c-ab1 target date passed: g1: the target date was 2026-02-28; 18 on 2026-01-12, target 9 (and 2 more)

overdue
  2026-02-28 2 days overdue c-ab1 g1 deadline: Fewer symptoms of depression

sign
  c-ab1 1 entry unsigned, the oldest of 2026-01-12
"""


def test_the_day_names_whom_to_look_at_and_what_is_overdue_and_unsigned(goalctl):
    day = goalctl(status=0)
    assert day.out == DAY
    assert day.err == ""


def test_a_second_look_at_the_day_says_the_same_from_memory(goalctl):
    assert goalctl().out == goalctl().out == DAY


def test_a_changed_plan_is_read_again(goalctl):
    goalctl()
    goalctl("risk", "c-ab1", "--level", "low", "--follow-up", "+1w")
    assert "act today" not in goalctl().out
    assert "\nrisk: 1 under follow-up, nearest 2026-03-09 (c-ab1)\n" in goalctl().out


def test_another_day_has_a_memory_of_its_own(goalctl):
    goalctl()
    assert "3 days overdue c-ab1 g1 deadline" in goalctl("--today", "2026-03-03").out


@pytest.mark.parametrize("junk", ["", "not json", "[]\n[1]", "\x00" * 50], ids=["empty", "words", "other", "zeros"])
def test_a_spoilt_memory_is_never_the_reason(goalctl, practice, junk):
    goalctl()
    (practice / ".goalctl" / "memory.sqlite").write_text(junk, encoding="utf-8")
    assert goalctl(status=0).out == DAY


def test_a_plan_that_cannot_be_read_stands_first_and_is_told_every_time(goalctl, practice):
    (practice / "plans" / "c-bad.yaml").write_text("client: c-bad\ngoals: [{}]\n", encoding="utf-8")
    first, second = goalctl(status=3), goalctl(status=3)
    assert first.out == second.out
    assert first.out.splitlines()[5:7] == ["mend first", "  plans/c-bad.yaml:2:9: `id` is missing"]


def test_only_the_worst_five_are_named_and_the_rest_counted_but_risk_is_told_whole(goalctl, practice, plan_file):
    for number in range(7):
        text = plan_file.read_text(encoding="utf-8").replace("client: c-ab1", f"client: c-{number}")
        (practice / "plans" / f"c-{number}.yaml").write_text(text, encoding="utf-8")
    lines = goalctl().out.splitlines()
    assert len([line for line in lines if "suicide" in line]) == 8
    assert len([line for line in lines if "target date passed: g1: the target date was" in line]) == 5
    assert "  and 3 more: goalctl caseload" in lines
    assert "  and 5 more: goalctl due --overdue" in lines


def test_a_quiet_day_says_so_and_an_empty_workspace_how_to_go_on(goalctl, plan_file):
    plan_file.unlink()
    assert goalctl(status=0).out == (
        "Mon 2026-03-02 · 0 plans\nThere are no plans here yet; goalctl add-client makes one.\n"
    )
    goalctl("add-client", "c-new")
    quiet = "Nothing is overdue, unsigned or running out within 14d"
    assert goalctl(status=0).out.endswith(f"{quiet}.\n")
    goalctl("log-session", "c-new", "--note", "x", status=0)
    goalctl("discharge", "c-new", "--reason", "moved", status=0)
    assert goalctl(status=0).out.endswith(f"{quiet} where treatment goes on.\n")


def test_a_day_before_the_first_plan_says_that_none_had_begun(goalctl, practice):
    assert (practice / "plans" / "c-ab1.yaml").exists()
    opened, said = "2026-01-05", "No plan had begun by 2026-01-04; 1 plan began later.\n"
    for words in ((), ("caseload",), ("caseload", "--state", "overdue"), ("--no-index", "caseload")):
        assert goalctl("--today", "2026-01-04", *words, status=0).out.endswith(said)
        assert "No plan had begun" not in goalctl("--today", opened, *words, status=0).out


def test_outside_a_workspace_it_says_how_to_begin(goalctl, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "  goalctl init practice && cd practice\n" in goalctl(status=0).out


def test_a_stated_workspace_that_is_none_is_an_error(goalctl, tmp_path_factory):
    assert "is not a goalctl workspace" in goalctl("-C", tmp_path_factory.mktemp("elsewhere"), status=3).err


def test_a_warm_day_into_a_pipe_loads_no_model_and_never_the_charts(practice, tree_on_path):
    cold = loaded_by(practice, "--today", "2026-06-15", environment=tree_on_path)
    assert "plotext" not in cold
    assert not (HEAVY | {"yaml"}) & loaded_by(practice, "--today", "2026-06-15", environment=tree_on_path)


def test_on_a_terminal_the_day_fits_and_names_what_it_leaves_out(practice, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("[2, 2, 3, 2, 1, 2, 2, 2, 2]", "[3, 3, 3, 2, 1, 2, 2, 2, 0]")
    for number in range(9):
        (practice / "plans" / f"c-{number}.yaml").write_text(text.replace("c-ab1", f"c-{number}"), encoding="utf-8")
    person = Person(practice)
    assert person.leaves() == 0
    lines = [line.rstrip() for line in person.screen.splitlines()]
    assert len(lines) <= 23
    assert lines[0] == "Mon 2026-03-02 · 10 plans"
    assert {"act today", "needs attention first", "overdue"} <= set(lines)
    assert max(map(len, lines)) <= 80
