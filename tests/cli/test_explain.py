"""`goalctl explain`: every code has its page, and the pages of help are there."""

import csv
import io
import json

import pytest

from goalctl.model.keys.find import FILES, places_in
from goalctl.rules.judged import JUDGED
from goalctl.workspace.check.codebook import codebook


def test_a_rule_is_told_with_its_reason_its_source_and_both_examples(goalctl):
    assert goalctl("explain", "s103", status=0).out == (
        "S103 more or less, without a number (warning)\n"
        "  why: without a number any change will do, and none is enough\n"
        "  mend: say how much, how often, or from where to where\n"
        "  source: advice on progress notes and the goal criteria of KoNote\n"
        f"  judged: {JUDGED['S103'].sentence()}\n"
        "  bad:\n"
        "    goals: [{id: g1, status: active, goal: Reduce arguments at home}]\n"
        "  good:\n"
        "    goals: [{id: g1, status: active, goal: Reduce arguments at home from five to two a week}]\n"
    )


@pytest.mark.parametrize("code", JUDGED)
def test_how_often_a_rule_was_right_is_told_to_programs_too(goalctl, code):
    (row,) = json.loads(goalctl("explain", code, "--format", "json", status=0).out)["codes"]
    known, told = JUDGED[code], row["judged"]
    assert {key: told.pop(key) for key in known._fields} == known._asdict()
    assert 0 <= told["low"] <= (known.right / known.told if known.told else 0) <= told["high"] <= 1
    (listed,) = csv.DictReader(io.StringIO(goalctl("explain", code, "--format", "csv", status=0).out))
    assert (listed["code"], listed["right"]) == (code, f"{known.right} of {known.told}")


def test_of_a_rule_that_nobody_judged_nothing_is_told(goalctl):
    assert json.loads(goalctl("explain", "C106", "--format", "json", status=0).out)["codes"][0]["judged"] is None


@pytest.mark.parametrize("code", codebook())
def test_every_code_has_a_page(goalctl, code):
    assert goalctl("explain", code, status=0).out.startswith(f"{code} ")


@pytest.mark.parametrize(
    ("code", "severity", "says"),
    [
        ("E116", "error", "The file can't be read until this is mended;"),
        ("E119", "warning", "The file is read, as it would be without what follows;"),
        ("E235", "error", "Plans are read, and all else in them counts;"),
        ("E244", "error", "Plans are read, and all else in them counts;"),
        ("E262", "warning", "It stands beside the plans, which can be read;"),
    ],
)
def test_what_no_rule_tells_says_whether_there_is_a_plan_all_the_same(goalctl, code, severity, says):
    head, told = goalctl("explain", code, status=0).out.splitlines()
    assert head.endswith(f" ({severity})")
    assert told == f"  {says} the finding itself says what to do."
    (row,) = json.loads(goalctl("explain", code, "--format", "json", status=0).out)["codes"]
    assert row["severity"] == severity


def test_what_nobody_looked_up_again_says_so(goalctl):
    assert "(not looked up again" in goalctl("explain", "C101", status=0).out


def test_an_audit_rule_names_who_asks_for_it_and_in_which_setting(goalctl):
    told = goalctl("explain", "A131", status=0).out
    assert "asked for by montana: mental health centres licensed in Montana; within 21d or 5 contacts" in told


def test_a_profile_lists_every_rule_it_asks_for_and_where_each_is_written(goalctl):
    told = goalctl("explain", "montana", status=0).out
    assert "within 21d or 5 contacts, whichever is later; Mont. ARM 37.106.1916" in told
    assert "A113" in told  # of the profile that it extends
    assert "did you mean montana?" in goalctl("explain", "montanna", status=2).err


def test_without_a_code_all_are_listed_and_a_letter_lists_its_own(goalctl):
    listed = json.loads(goalctl("explain", "--format", "json", status=0).out)["codes"]
    assert [row["code"] for row in listed] == list(codebook())
    privacy = goalctl("explain", "P", status=0).out
    assert "P106" in privacy
    assert "S101" not in privacy


@pytest.mark.parametrize("page", ["settings", "waivers", "json", "profiles"])
def test_there_is_help_on_more_than_codes(goalctl, page):
    assert goalctl("explain", page, status=0).out.count("\n") >= 5


def test_a_code_that_is_none_is_answered_with_near_ones_or_what_there_is(goalctl):
    assert "hint: there are plan, settings, form, planner, " in goalctl("explain", "S99", status=2).err
    assert "hint: did you mean goals.objectives.deadline?" in goalctl("explain", "deadlin", status=2).err


def test_outside_a_workspace_the_shipped_rules_are_explained(goalctl, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "ohio-otp" in goalctl("explain", "profiles", status=0).out


def test_a_key_is_explained_by_the_sentence_that_an_editor_shows(goalctl):
    assert goalctl("explain", "goals.smart.time_bound.deadline", status=0).out == (
        "goals.smart.time_bound.deadline (plan)\n"
        "  By when: what is due on that day is not overdue yet.\n"
        "  holds: a day, as 2026-03-31\n"
        "  example: deadline: 2026-06-30\n"
    )


def test_a_key_that_could_be_several_lists_them(goalctl):
    told = goalctl("explain", "deadline", status=0).out
    assert "goals.smart.time_bound.deadline" in told
    assert "goals.objectives.deadline" in told


@pytest.mark.parametrize("file", FILES)
def test_all_keys_of_a_kind_of_file_are_listed(goalctl, file):
    lines = goalctl("explain", file, status=0).out.splitlines()
    assert len(lines) == 1 + len(list(places_in(file)))


def test_a_key_with_a_slip_is_answered_with_a_near_one(goalctl):
    assert "did you mean goals.objectives.measurable?" in goalctl("explain", "measurabel", status=2).err


@pytest.mark.parametrize("kind", ["json", "csv", "md", "html"])
@pytest.mark.parametrize("page", ["waivers", "json"])
def test_a_page_of_words_is_no_data_and_says_so(goalctl, page, kind):
    outcome = goalctl("explain", page, "--format", kind, status=2)
    assert (outcome.out, f"--format {kind}" in outcome.err) == ("", True)
    assert goalctl("explain", page, "--format", "plain", status=0).out
