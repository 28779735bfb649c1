"""`goalctl due`: whole outputs on a fixed day, its exit statuses, and what it remembers."""

import json
import os

import pytest

RISK = (
    "suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; 1 session since without asking, "
    "the last on 2026-02-02"
)
LISTED = f"""\
day         when             client  id    kind       what
2026-01-12  act today        c-ab1         risk       {RISK}
2026-01-12  7 weeks overdue  c-ab1         signature  1 entry unsigned, the oldest of 2026-01-12
2026-02-28  2 days overdue   c-ab1   g1    deadline   Fewer symptoms of depression
2026-03-10  in 8 days        c-ab1   g1.1  deadline   Walks on three days a week
"""


def test_a_pipe_gets_stable_unwrapped_lines_by_day(goalctl):
    listed = goalctl("due", status=0)
    assert listed.out == LISTED
    assert listed.err == ""


def test_within_and_overdue_narrow_the_list(goalctl):
    assert goalctl("due", "--within", "1w").out.count("\n") == 4
    assert "in 8 days" not in goalctl("due", "--overdue").out
    assert "2026-04-05" in goalctl("due", "--within", "5w").out


def test_exit_code_tells_a_script_that_something_is_overdue(goalctl):
    assert goalctl("due", "--exit-code").status == 1
    assert goalctl("due").status == 0


def test_for_programs_days_are_days_and_late_is_true(goalctl):
    found = json.loads(goalctl("due", "--format", "json", status=0).out)
    assert (found["goalctl"], found["kind"], found["as_of"]) == ("goalctl/1", "due", "2026-03-02")
    assert found["due"][1] == {
        "client": "c-ab1", "clinician": "m.kowalski", "id": "g1", "kind": "deadline", "day": "2026-02-28", "days": -2,
        "overdue": True, "when": "2 days overdue", "what": "Fewer symptoms of depression",
    }  # fmt: skip


WEEKS = f"""\
day         when             client  id    kind       what

act today
2026-01-12  act today        c-ab1         risk       {RISK}

overdue
2026-01-12  7 weeks overdue  c-ab1         signature  1 entry unsigned, the oldest of 2026-01-12
2026-02-28  2 days overdue   c-ab1   g1    deadline   Fewer symptoms of depression

week of 2026-03-09
2026-03-10  in 8 days        c-ab1   g1.1  deadline   Walks on three days a week
"""
MD_BY_CLINICIAN = """\
## act today

| day | when | client | id | kind |
| --- | --- | --- | --- | --- |
| 2026-03-02 | act today | c-ab1 |  | clinical follow-up due |

## m.kowalski

| day | when | client | id | kind |
| --- | --- | --- | --- | --- |
| 2026-03-10 | in 8 days | c-ab1 | g1.1 | deadline |

## no clinician

| day | when | client | id | kind |
| --- | --- | --- | --- | --- |
| 2026-03-09 | in 7 days | x-9 |  | plan |
"""
UNCLAIMED = "format: 1\nclient: x-9\nopened: 2026-03-02\nplan_by: 7d\nstatus: active\n"


def test_by_week_what_is_overdue_stands_together(goalctl):
    assert goalctl("due", "--by", "week", status=0).out == WEEKS


def test_programs_get_the_group_as_a_column(goalctl):
    grouped = goalctl("due", "--by", "week", "--format", "csv").out.splitlines()
    assert [row.partition(",")[0] for row in grouped[1:]] == ["act today", "overdue", "overdue", "2026-03-09"]
    assert goalctl("due", "--by", "client", "--format", "csv").out.startswith("day,when,client,id,kind,what\r\n")


def test_without_words_ids_and_kinds_are_all_there_is_and_nobodys_client_comes_last(goalctl, practice):
    (practice / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    (practice / "plans" / "x-9.yaml").write_text(UNCLAIMED, encoding="utf-8")
    listed = goalctl("due", "--by", "clinician", "--no-words", "--format", "md", status=0).out
    assert listed.replace(listed[listed.index("| 2026-01-12") : listed.index("| 2026-03-10")], "") == MD_BY_CLINICIAN


def test_one_clinician_sees_only_their_own(goalctl):
    assert goalctl("due", "--clinician", "m.kowalski", status=0).out == LISTED
    assert goalctl("due", "--clinician", "s.lee", status=0).out == "Nothing is due within 14d of 2026-03-02.\n"


def test_without_words_a_fault_is_told_by_its_place(goalctl, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("g1.1: 2", "g1.9: 2"), encoding="utf-8")
    listed = goalctl("due", "--no-words", status=0).out
    assert "error E202              plans/c-ab1.yaml:" in listed
    assert "Fewer symptoms" not in listed


def test_csv_cells_are_never_formulas(goalctl, plan_file):
    text = (
        plan_file.read_text(encoding="utf-8")
        .replace("goal: Fewer", 'goal: "=1+1 Fewer')
        .replace("depression\n", 'depression"\n')
    )
    plan_file.write_text(text, encoding="utf-8")
    assert ",'=1+1 Fewer symptoms of depression\r\n" in goalctl("due", "--format", "csv").out


def test_markdown_is_a_table(goalctl):
    assert goalctl("due", "--overdue", "--format", "md").out.splitlines()[4] == (
        "| 2026-02-28 | 2 days overdue | c-ab1 | g1 | deadline | Fewer symptoms of depression |"
    )


def test_nothing_due_is_one_sentence(goalctl):
    listed = goalctl("--today", "2026-01-06", "due", status=0)
    assert listed.out == "Nothing is due within 14d of 2026-01-06.\n"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-02-27", ("tomorrow", 1, False)),
        ("2026-02-28", ("today", 0, False)),
        ("2026-03-01", ("1 day overdue", -1, True)),
    ],
    ids=["day before", "the day itself", "day after"],
)
def test_what_is_due_today_is_not_overdue(goalctl, day, told):
    listed = goalctl("--today", day, "due", "--format", "json")
    row = next(row for row in json.loads(listed.out)["due"] if row["id"] == "g1")
    assert (row["when"], row["days"], row["overdue"]) == told


def test_an_earlier_day_sees_only_what_had_been_written_by_then(goalctl):
    listed = goalctl("--today", "2026-01-20", "due", "--format", "json")
    assert "h1 unanswered: walk on Tuesday" in listed.out
    assert "h1" not in goalctl("due").out


def test_any_beginning_of_a_client_will_do(goalctl):
    assert goalctl("due", "c-", status=0).out == LISTED


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(goalctl, plan_file):
    goalctl("due")
    before = plan_file.stat()
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("2026-02-28", "2026-02-27"), encoding="utf-8")
    os.utime(plan_file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "2026-02-27" in goalctl("due").out


def test_a_fault_is_told_on_every_run(goalctl, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("g1.1: 2", "g1.9: 2"), encoding="utf-8")
    first, second = goalctl("due", status=0), goalctl("due", status=0)
    assert first.out == second.out
    assert "there is no g1.9 in this plan" in first.out


@pytest.mark.parametrize(
    "junk", ["", "not json", '{"made": []}', "\x00" * 100], ids=["empty", "words", "other", "zeros"]
)
def test_a_spoilt_index_is_never_the_reason(goalctl, practice, junk):
    goalctl("due")
    (practice / ".goalctl" / "memory.sqlite").write_text(junk, encoding="utf-8")
    assert goalctl("due", status=0).out == LISTED


def test_a_removed_plan_leaves_the_list(goalctl, plan_file):
    goalctl("due")
    plan_file.unlink()
    assert goalctl("due", status=0).out.startswith("Nothing is due")


@pytest.mark.parametrize(("status", "kinds"), [("on-hold", ["review"]), ("discharged", [])])
def test_of_plans_on_hold_only_reviews_are_due_and_of_discharged_ones_nothing(goalctl, plan_file, status, kinds):
    text = plan_file.read_text(encoding="utf-8").replace("status: active\nvalues", f"status: {status}\nvalues")
    plan_file.write_text(text, encoding="utf-8")
    found = json.loads(goalctl("due", "--within", "1y", "--format", "json").out)
    assert [row["kind"] for row in found["due"]] == kinds
    assert [row["words"] for row in found["risk"]] == [RISK]
    assert "goalctl check --audit tells of the others" in goalctl("due", "--unsigned", "--clinician", "s.lee").out


def test_a_stretch_that_is_none_is_a_usage_error(goalctl):
    refused = goalctl("due", "--within", "soon", status=2)
    assert refused.err == (
        "goalctl: --within: 'soon' is not a stretch of time\n"
        "   hint: write a number and d, w, m or y, as 14d, 6w or 3m\n"
    )


def test_settings_that_cannot_be_read_are_told_and_do_not_hide_plans(goalctl, practice):
    (practice / "goalctl.yaml").write_text("due_within: soon\n", encoding="utf-8")
    listed = goalctl("due", status=3)
    assert "goalctl.yaml:1:13: 'soon' is not a stretch of time" in listed.out
    assert "Fewer symptoms of depression" in listed.out
