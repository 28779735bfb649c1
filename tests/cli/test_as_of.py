"""Seen from an earlier day: `--today`, `show --at` and `--recorded`, without git and with it."""

import json

import pytest

from goalctl.documents.read import read_data
from tests.conftest import TREE

OTHER = """\
client: c-later
opened: 2026-02-10
clinician: s.lee
sessions: [{id: qqq111, date: 2026-02-10, scores: {g1: 3}}]
goals: [{id: g1, goal: Sleeps, status: active, opened: 2026-02-10, smart: {measurable: {by: rating, target: 6}}}]
"""


@pytest.fixture
def shipped(goalctl):
    """The command line in the workspace that comes with goalctl."""
    return lambda *words, **how: goalctl("-C", TREE, "--no-index", *words, **how)


@pytest.fixture
def two_clients(practice):
    (practice / "plans" / "c-later.yaml").write_text(OTHER, encoding="utf-8")
    return practice


@pytest.mark.parametrize(
    ("day", "target"), [("2026-05-15", 5), ("2026-05-31", 5), ("2026-06-01", 6), ("2026-06-02", 6)]
)
def test_a_report_has_the_target_of_its_day(shipped, day, target):
    told = shipped("--today", day, "report", "c-7f3k", "--kind", "progress", status=0).out
    assert f"baseline 1, target {target})" in told


@pytest.mark.parametrize(
    ("day", "is_in"), [("2026-01-20", False), ("2026-01-25", False), ("2026-01-26", True), ("2026-01-27", True)]
)
def test_a_goal_is_there_from_the_day_it_was_opened(shipped, day, is_in):
    assert ("g1 Uses coping skills" in shipped("--today", day, "show", "c-7f3k", status=0).out) is is_in
    assert ("g1 Uses coping skills" in shipped("show", "c-7f3k", "--at", day, status=0).out) is is_in


def test_the_caseload_of_a_day_lists_only_who_was_there(shipped):
    opened = {
        path.stem: read_data(path.read_text(encoding="utf-8"))[0]["opened"] for path in (TREE / "plans").glob("*.yaml")
    }
    for day in ("2026-01-15", "2026-03-01", "2026-06-15"):
        listed = json.loads(shipped("--today", day, "caseload", "--format", "json").out)["caseload"]
        assert {row["client"] for row in listed if row.get("client")} == {
            who for who, since in opened.items() if since <= day
        }


@pytest.mark.parametrize(
    ("day", "seen"),
    [("2026-02-09", False), ("2026-02-10", True), ("2026-02-11", True)],
    ids=["day before", "the day", "day after"],
)
@pytest.mark.parametrize("words", [("caseload",), ("due", "--within", "52w"), ()], ids=["caseload", "due", "the day"])
@pytest.mark.usefixtures("two_clients")
def test_a_plan_of_a_later_day_is_in_no_list(goalctl, words, day, seen):
    told = [goalctl(*also, "--today", day, *words).out for also in ((), (), ("--no-index",))]
    assert [("c-later" in text, text) for text in told] == [(seen, told[0])] * 3


@pytest.mark.parametrize("words", [("show",), ("history",), ("report",), ("chart",), ("prep",), ("due",), ("export",)])
@pytest.mark.usefixtures("two_clients")
def test_a_plan_of_a_later_day_that_is_named_is_told_with_its_opening(goalctl, words):
    refused = goalctl("--today", "2026-02-09", *words, "c-later", status=3)
    assert refused.out == ""
    assert refused.err == (
        "goalctl: on 2026-02-09 there was no c-later yet: it was opened on 2026-02-10\n"
        "   hint: it is there from its first day on: goalctl --today 2026-02-10 …\n"
    )


def test_nobody_else_is_exported_or_reported_of_an_earlier_day(goalctl, two_clients):
    exported = goalctl("--today", "2026-02-01", "export", status=0)
    assert exported.err == "as of 2026-02-01: what came later is left out\n"
    (plan,) = json.loads(exported.out)["plans"]
    assert (plan["client"], [entry["id"] for entry in plan["sessions"]]) == ("c-ab1", ["abc123"])
    told = goalctl("--today", "2026-02-09", "report", "--all", "-o", two_clients / "out", status=0).err
    assert "1 of 2 clients" in told


def test_whose_client_it_was_is_as_of_the_day(goalctl):
    goalctl("--today", "2026-02-15", "set", "c-ab1", "plan", "clinician=s.lee", "--because", "x", status=0)
    for also in ((), ("--no-index",), ()):
        for day, whose in (("2026-02-14", "m.kowalski"), ("2026-02-15", "s.lee")):
            listed = goalctl(*also, "--today", day, "caseload", "--clinician", whose, "--format", "json").out
            assert [row["client"] for row in json.loads(listed)["caseload"] if row.get("client")] == ["c-ab1"]


@pytest.mark.parametrize("words", [("show", "c-ab1", "--at", "2026-02-10"), ("--today", "2026-02-10", "show", "c-ab1")])
def test_a_day_needs_no_git(goalctl, words):
    goalctl("set", "c-ab1", "g1", "target=5", "--because", "he wants more", status=0)
    assert "PHQ-9: 18 → 9" in goalctl(*words, status=0).out
    assert "PHQ-9: 18 → 5" in goalctl("show", "c-ab1", status=0).out


@pytest.mark.parametrize("word", ["--at", "--recorded"])
def test_a_day_to_come_is_refused(goalctl, word):
    assert "is still to come" in goalctl("show", "c-ab1", word, "2026-03-03", status=2).err


def test_only_one_way_back_at_a_time(goalctl):
    told = goalctl("show", "c-ab1", "--at", "2026-02-10", "--recorded", "2026-02-10", status=2).err
    assert told == "goalctl: --at and --recorded are two ways to go back\n   hint: choose one of them\n"


WRITTEN_LATER = "    date: 2026-02-02\n    written: 2026-02-20T18:30\n"


@pytest.fixture
def late(plan_file):
    """The entry of 2 February was written on the 20th, and so was a change of the 1st."""
    text = (
        plan_file.read_text(encoding="utf-8")
        .replace("    date: 2026-02-02\n", WRITTEN_LATER)
        .replace("format: 1", "format: 2")
    )
    change = "{on: 2026-02-01, written: 2026-02-20T18:30, of: g1, what: target, from: 12, to: 9, because: told late}"
    plan_file.write_text(text.replace("sessions:\n", f"changes: [{change}]\n\nsessions:\n"), encoding="utf-8")


@pytest.mark.usefixtures("late")
def test_what_was_written_later_about_a_day_is_there_and_marked(goalctl):
    shown = goalctl("show", "c-ab1", "--at", "2026-02-10", status=0).out
    assert "now 2 on 2026-02-02" in shown
    assert "written 2026-02-20 18:30, late" in shown
    told = goalctl("--today", "2026-02-10", "history", "c-ab1", status=0).out
    assert "target 12 → 9, written 2026-02-20 18:30" in told


@pytest.mark.usefixtures("late")
@pytest.mark.parametrize(
    ("day", "told_on"), [("2026-02-19", "2026-02-02"), ("2026-02-20", "2026-02-20"), ("2026-02-21", "2026-02-20")]
)
def test_a_history_has_no_day_behind_the_one_it_is_seen_from(goalctl, day, told_on):
    rows = json.loads(goalctl("--today", day, "history", "c-ab1", "--format", "json", status=0).out)["history"]
    late = [row["day"] for row in rows if row["event"].startswith("session 2026-02-02 written 2026-02-20")]
    assert (late, max(row["day"] for row in rows) <= day) == ([told_on], True)


@pytest.mark.usefixtures("late")
@pytest.mark.parametrize(("day", "seen"), [("2026-02-19", False), ("2026-02-20", True), ("2026-02-21", True)])
def test_as_recorded_it_is_not_there_until_it_was_written(goalctl, day, seen):
    for words in (("show",), ("history",), ("report", "--kind", "record")):
        told = goalctl(*words, "c-ab1", "--recorded", day, status=0).out
        assert ("18:30" in told) is seen
    assert ("PHQ-9: 18 → 9" in goalctl("show", "c-ab1", "--recorded", day).out) is seen


def test_a_report_as_recorded_is_no_release_of_today(goalctl):
    told = goalctl("report", "c-ab1", "--recorded", "2026-02-10", "--record-release", "insurer", status=2).err
    assert told.startswith("goalctl: what is released is the report of today\n")


def test_history_on_an_earlier_day_tells_only_what_was_by_then(goalctl):
    goalctl("--today", "2026-02-15", "set", "c-ab1", "g1", "target=5", "--because", "x", status=0)
    for day, seen in (("2026-02-14", False), ("2026-02-15", True), ("2026-02-16", True)):
        assert ("target 9 → 5" in goalctl("--today", day, "history", "c-ab1", status=0).out) is seen


def test_history_tells_a_mapping_in_words(goalctl, plan_file):
    change = "{on: 2026-02-01, of: g1.1, what: measurable, from: {by: rating, baseline: 1, scale: [0, 10]}, because: x}"
    text = plan_file.read_text(encoding="utf-8").replace("sessions:\n", f"changes: [{change}]\n\nsessions:\n")
    plan_file.write_text(text, encoding="utf-8")
    told = goalctl("history", "c-ab1", "g1.1", status=0).out
    assert "by rating, baseline 1, scale 0 to 10" in told
    assert "{" not in told


DOUBT = "cannot be shown as it stood on 2026-02-10: the agreement of client on 2026-01-12 does not fit"


@pytest.fixture
def agreed(goalctl, plan_file):
    """The client agreed on 12 January; later the target was changed by hand."""
    goalctl("--today", "2026-01-12", "agree", "c-ab1", "--how", "signed", "--who", "client", status=0)
    return plan_file


def by_hand(plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("target: 9", "target: 7"), encoding="utf-8")


@pytest.mark.usefixtures("agreed")
@pytest.mark.parametrize("words", [("show",), ("report",), ("history",)])
def test_a_day_that_no_agreement_contradicts_is_shown_without_a_word(goalctl, words):
    goalctl("--today", "2026-02-20", "set", "c-ab1", "g1", "target=5", "--because", "x", status=0)
    told = goalctl("--today", "2026-02-10", *words, "c-ab1", status=0)
    assert "cannot be shown" not in told.out + told.err


def test_a_day_that_an_agreement_contradicts_says_so(goalctl, agreed):
    by_hand(agreed)
    assert goalctl("show", "c-ab1", "--at", "2026-02-10", status=0).out.splitlines()[1] == DOUBT
    assert f"**This day:** {DOUBT}" in goalctl("--today", "2026-02-10", "report", "c-ab1", status=0).out
    for words in (("report", "c-ab1"), ("history", "c-ab1")):
        assert f"c-ab1 {DOUBT}\n" in goalctl("--today", "2026-02-10", *words, status=0).err
