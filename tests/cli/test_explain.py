"""`goalctl explain`: every code has its page, and the pages of help are there."""

import json

import pytest

from goalctl.workspace.check.codebook import codebook


def test_a_rule_is_told_with_its_reason_its_source_and_both_examples(goalctl):
    assert goalctl("explain", "s103", status=0).out == (
        "S103 more or less, without a number (warning)\n"
        "  why: without a number any change will do, and none is enough\n"
        "  mend: say how much, how often, or from where to where\n"
        "  source: advice on progress notes and the goal criteria of KoNote\n"
        "  bad:\n"
        "    goals: [{id: g1, goal: Reduce arguments at home}]\n"
        "  good:\n"
        "    goals: [{id: g1, goal: Reduce arguments at home from five to two a week}]\n"
    )


@pytest.mark.parametrize("code", codebook())
def test_every_code_has_a_page(goalctl, code):
    assert goalctl("explain", code, status=0).out.startswith(f"{code} ")


def test_what_nobody_looked_up_again_says_so(goalctl):
    assert "(not looked up again" in goalctl("explain", "C101", status=0).out


def test_an_audit_rule_names_who_asks_for_it_and_in_which_setting(goalctl):
    told = goalctl("explain", "A131", status=0).out
    assert "asked for by montana: mental health centres licensed in Montana; within 21d or 5 contacts" in told


def test_without_a_code_all_are_listed_and_a_letter_lists_its_own(goalctl):
    listed = json.loads(goalctl("explain", "--format", "json", status=0).out)["codes"]
    assert [row["code"] for row in listed] == list(codebook())
    privacy = goalctl("explain", "P", status=0).out
    assert "P106" in privacy
    assert "S101" not in privacy


@pytest.mark.parametrize("page", ["settings", "waivers", "json", "profiles"])
def test_there_is_help_on_more_than_codes(goalctl, page):
    assert goalctl("explain", page, status=0).out.count("\n") >= 5


def test_a_code_that_is_none_is_answered_with_near_ones(goalctl):
    assert "did you mean" in goalctl("explain", "S99", status=2).err


def test_outside_a_workspace_the_shipped_rules_are_explained(goalctl, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "ohio-otp" in goalctl("explain", "profiles", status=0).out
