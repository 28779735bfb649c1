"""`forms wording`: the official wording into the practice's own form, after its licence was shown."""

import re
import sys

import pytest

from tests.cli.terminal import Terminal

ALLOWED = "May this practice use its wording under these terms? y/n > "
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")


def test_the_wording_is_asked_item_by_item_and_stands_in_a_form_of_the_practices_own(practice, goalctl):
    terminal = Terminal(practice, "forms", "wording", "cage")
    terminal.answer("believed to be public domain; its wording may be copied; read on 2026-11-26", "")
    terminal.answer(ALLOWED, "y")
    for n, words in enumerate(("Sheet 1", "Sheet 2: with a colon", "", "Sheet 4"), 1):
        terminal.answer(f"\n{n}/4 q{n} (", f"{words}\r")
    assert terminal.end() == 0
    assert "wording put into forms/cage.yaml" in terminal.shown
    assert "still goalctl's labels: q3" in terminal.shown
    assert "q2 Sheet 2: with a colon" in goalctl("forms", "show", "cage", status=0).out
    assert "Sheet 4" not in goalctl("worksheet", "cage", status=2).out


def test_without_a_yes_to_the_terms_nothing_is_made(practice):
    terminal = Terminal(practice, "forms", "wording", "wsas")
    terminal.answer(ALLOWED, "n")
    assert terminal.end() == 0
    assert not (practice / "forms").exists()


def test_a_licence_that_bars_it_is_told_before_anything_is_asked(goalctl):
    assert goalctl("forms", "wording", "epds", status=2).err == (
        "goalctl: the licence of EPDS bars its wording from any program\n"
        "   hint: use the printed sheet, and enter its numbers: goalctl assess CLIENT epds\n"
    )


def test_in_a_pipe_it_says_how_else(goalctl):
    refused = goalctl("forms", "wording", "cage", status=2).err
    assert "hint: goalctl forms new cage --from cage, then change each ask: in forms/cage.yaml" in refused


def test_a_total_of_another_scoring_is_asked_about(practice, plan_file):
    terminal = Terminal(practice, "assess", "c-ab1", "k10", "--total", "5")
    terminal.answer("K10 5: counted as 0 to 4 an answer, usual in the United States? Then it is 15 here. y/n > ", "y")
    assert terminal.end() == 0
    assert "total 15 (of 10 to 50): low" in terminal.shown
    assert re.search(r"k10: (\{total: )?15\b", plan_file.read_text("utf-8"))


def test_a_no_to_it_saves_nothing(practice, plan_file):
    before = plan_file.read_bytes()
    terminal = Terminal(practice, "assess", "c-ab1", "k10", "--total", "5")
    terminal.answer("Then it is 15 here. y/n > ", "n")
    assert terminal.end() == 2
    assert plan_file.read_bytes() == before


def test_a_printed_sheet_is_asked_in_its_own_order(practice):
    """EPDS: a mother who cannot laugh any more has marked the last box of item 1, which scores 3."""
    terminal = Terminal(practice, "forms", "try", "epds")
    terminal.answer("how to enter the sheet: Enter points by severity", "")
    terminal.answer("0: as much as ever · 1: a little less · 2: clearly less · 3: not any more", "")
    terminal.answer("\n1/10 laughter > ", "3")
    terminal.answer("\n2/10 ", "0")
    terminal.answer("3: mostly · 2: at times · 1: seldom · 0: never", "")
    for n in range(3, 11):
        terminal.answer(f"\n{n}/10 ", "0")
    terminal.answer("Enter shows the score, < goes back > ", "\r")
    assert terminal.end() == 0
    assert "total 3 (of 0 to 30)" in terminal.shown
