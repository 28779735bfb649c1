"""`goalctl forms`: list, search, show, new, check, try; and a form from scratch all the way to a chart."""

import json
import sys

import pytest

from goalctl.library.shelf import FormShelf
from tests.cli.terminal import Terminal


def listed(outcome):
    return [row["form"] for row in json.loads(outcome.out)["forms"]]


def test_the_list_has_every_form_once(goalctl):
    assert listed(goalctl("forms", "list", "--format", "json", status=0)) == list(FormShelf())
    assert goalctl("forms", status=0).out == goalctl("forms", "list", status=0).out


def test_json_keys_are_fixed(goalctl):
    rows = json.loads(goalctl("forms", "search", "phq-9", "--format", "json", status=0).out)["forms"]
    assert rows[0] == {
        "form": "phq-9", "kind": "assessment", "items": 10, "name": "PHQ-9",
        "about": "Severity of depression, nine symptoms", "verified": True, "own": False,
        "checked": "not verified: 1, one source: 1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("insomnia", "isi"),
        ("depresion", "promis-depression"),
        ("alcohol how often", "audit-c"),
        ("grow", "grow"),
        ("DAP", "dap"),
    ],
)
def test_a_search_forgives_and_puts_the_best_first(goalctl, words, first):
    assert listed(goalctl("forms", "search", *words.split(), "--format", "json", status=0))[0] == first


def test_a_word_that_is_no_command_is_searched_for(goalctl):
    assert goalctl("forms", "insomnia").out == goalctl("forms", "search", "insomnia").out
    assert goalctl("forms", "xylophone", status=0).out == "No form fits xylophone.\n"


def test_facts_are_shown_with_their_sources_and_unchecked_ones_are_marked(goalctl):
    shown = goalctl("forms", "show", "phq-9", status=0).out
    assert "    from 10: moderate; Kroenke, Spitzer & Williams 2001\n" in shown
    assert "remission: below 5; common practice; not verified\n" in shown
    assert "licence: public domain; its wording may be copied; read on 2026-11-26 in CamCOPS" in shown
    assert "  not verified: missing\n" in shown


def test_a_new_form_is_valid_as_it_stands_and_none_is_overwritten(goalctl, practice):
    assert goalctl("forms", "new", "sleep-diary", status=0).out == "sleep-diary\n"
    checked = goalctl("forms", "check", "sleep-diary", status=0)
    assert (checked.out, checked.err) == ("", "1 form checked: nothing found\n")
    assert (practice / "forms" / "form.schema.json").is_file()
    assert goalctl("forms", "new", "sleep-diary", status=3).out == ""


def test_a_copy_takes_the_place_of_the_shipped_form(goalctl, practice):
    goalctl("forms", "new", "phq-9", "--from", "phq-9", status=0)
    file = practice / "forms" / "phq-9.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("name: PHQ-9", "name: Our PHQ-9", 1), encoding="utf-8")
    assert goalctl("forms", "show", "phq-9", status=0).out.startswith("Our PHQ-9 [phq-9, version 1, assessment]\n")
    assert goalctl("forms", "check", status=0).out == ""


@pytest.mark.parametrize("name", ["Sleep", "../x", "rating"], ids=["capitals", "a path", "a measure's word"])
def test_an_id_that_can_be_none_is_refused(goalctl, practice, name):
    assert goalctl("forms", "new", name, status=2).out == ""
    assert not (practice / "forms").exists()


def test_a_broken_form_is_told_with_its_place_and_first_in_every_list(goalctl, practice):
    goalctl("forms", "new", "mine")
    file = practice / "forms" / "mine.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("reversed: [q3]", "reversed: [q33]"), encoding="utf-8")
    (practice / "forms" / "bad.yaml").write_text("form: bad\nname: Bad\nitmes: []\n", encoding="utf-8")
    checked = goalctl("forms", "check", "mine", "bad", status=1)
    assert "forms/mine.yaml:31:14: error[E239]: there is no item q33\n" in checked.out
    assert "forms/bad.yaml:3:1: error[E120]: unknown key `itmes`\n" in checked.out
    told = json.loads(goalctl("forms", "list", "--format", "json", status=3).out)
    assert [one["where"].partition(":")[0] for one in told["errors"]] == ["forms/bad.yaml", "forms/mine.yaml"]
    assert {"bad", "mine"}.isdisjoint(row["form"] for row in told["forms"])


def test_a_form_made_from_scratch_is_checked_tried_logged_and_charted(goalctl):
    goalctl("forms", "new", "my-form", status=0)
    goalctl("forms", "check", "my-form", status=0)
    tried = goalctl("forms", "try", "my-form", "--answers", "1,2,3", status=0)
    assert tried.out == "My form · Mon 2026-03-02\ntotal 3 (of 0 to 9): low\n"
    goalctl("--today", "2026-03-01", "log-session", "c-ab1", "--form", "my-form=2,2,1", status=0)
    page = goalctl("assess", "c-ab1", "my-form", "--answers", "0,1,3", status=0)
    assert "since the last one of 2026-03-01 (6), which is the first: 5 lower, better;" in page.out
    assert "My form · lower is better · 2 scores, last 1 on 2026-03-02\n" in goalctl("chart", "c-ab1", "my-form").out
    assert "my-form" not in goalctl("check", "c-ab1").out


def test_a_try_saves_nothing(goalctl, plan_file):
    before = plan_file.read_bytes()
    goalctl("forms", "try", "gad-7", "--answers", "1111111", status=0)
    assert plan_file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_a_form_is_tried_with_real_keys(practice):
    terminal = Terminal(practice, "forms", "try", "gad-7")
    terminal.answer("\n1/8 ", "?")
    terminal.answer("0: not at all", "")
    for number in range(1, 8):
        terminal.answer(f"\n{number}/8 ", "2")
    terminal.answer("\n8/8 ", "-")
    terminal.answer("Enter shows the score, < goes back > ", "\r")
    assert terminal.end() == 0
    assert "total 14 (of 0 to 21): moderate" in terminal.shown
    assert terminal.shown.rstrip().endswith("nothing was saved")


def test_whoever_types_faster_than_the_screen_loses_no_key(practice):
    terminal = Terminal(practice, "forms", "try", "gad-7")
    terminal.answer("\n1/8 ", "2132\x1b[A1230")
    terminal.answer("Enter shows the score, < goes back > ", "\r")
    assert terminal.end() == 0
    assert "total 14 (of 0 to 21): moderate" in terminal.shown


def test_templates_are_listed_and_shown(goalctl):
    names = [row["template"] for row in json.loads(goalctl("templates", "list", "--format", "json").out)["templates"]]
    assert {"depression", "opioid-recovery", "anger", "insomnia"} <= set(names)
    assert goalctl("templates", "show", "depression", status=0).out.startswith("# A plan to start from.")
    refused = goalctl("templates", "show", "nothing", status=2)
    assert refused.err.startswith("goalctl: there is no nothing among the templates\n")
