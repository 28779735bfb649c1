"""`goalctl worksheet`: blank and prefilled sheets in three formats."""

import re

import pytest

MAGIC_WAND = """\
MAGIC WAND
Three wishes, and what is in the way of each.

Client: c-ab1    Date: 2026-03-02

Wishes
------
You have a magic wand and three wishes for your life. What is the first?
  > sleep at night

What stands in the way of it today?
  (only if the question above is answered)
  > night shifts

The second wish?
  ____________________________________________________________________________
  ____________________________________________________________________________
  ____________________________________________________________________________
"""


def test_a_sheet_about_the_client_is_filled_in_from_the_plan(goalctl):
    goalctl("explore", "c-ab1", "magic-wand", "wish1=sleep at night", "in_the_way1=night shifts", status=0)
    assert goalctl("worksheet", "magic-wand", "--for", "c-ab1", status=0).out.startswith(MAGIC_WAND)


@pytest.mark.parametrize("form", ["smart", "grow"])
def test_a_sheet_for_a_goal_is_filled_in_from_the_goal(goalctl, form):
    sheet = goalctl("worksheet", form, "--for", "c-ab1", "g1", status=0).out
    assert "  > Fewer symptoms of depression\n" in sheet


def test_the_smart_sheet_knows_every_part_that_the_goal_has(goalctl):
    sheet = goalctl("worksheet", "smart", "--for", "c-ab1", "g1", status=0).out
    answers = [line[4:] for line in sheet.splitlines() if line.startswith("  > ")]
    steps = "Walks on three days a week"
    assert answers == ["Fewer symptoms of depression", "phq-9", "18", "9", "2026-02-28", steps]


NO_WORDING = """\
goalctl: goalctl has no questions of PHQ-9, only labels of its own, and those are not for a client
   hint: goalctl forms wording phq-9 takes the official wording; forms show phq-9 is for you
"""
BARRED = """\
goalctl: the licence of EPDS bars its wording from any program
   hint: use the printed sheet, and enter its numbers: goalctl assess CLIENT epds
"""


@pytest.mark.parametrize(("form", "told"), [("phq-9", NO_WORDING), ("epds", BARRED)], ids=["no wording", "barred"])
def test_our_labels_are_never_printed_as_items_for_a_client(goalctl, form, told):
    refused = goalctl("worksheet", form, status=2)
    assert (refused.out, refused.err) == ("", told)


def test_a_copy_that_still_carries_labels_is_refused_with_their_number(goalctl, practice):
    goalctl("forms", "new", "our-gad", "--from", "gad-7", status=0)
    file = practice / "forms" / "our-gad.yaml"
    file.write_text(file.read_text("utf-8").replace("ask: nervous or on edge", "ask: What the sheet says"), "utf-8")
    assert "still has 7 of goalctl's labels" in goalctl("worksheet", "our-gad", status=2).err


def test_a_page_that_the_clinician_fills_in_has_labels_and_says_so(goalctl):
    sheet = " ".join(goalctl("worksheet", "ciwa-ar", status=0).out.split())
    assert "For the clinician: labels of our own" in sheet
    assert "how to enter the sheet: Enter your rating of each sign: 0 to 7, orientation 0 to 4." in sheet


def test_a_form_with_the_practices_wording_is_printed_with_how_it_is_entered(goalctl, practice):
    goalctl("forms", "new", "cage", "--from", "cage", status=0)
    file = practice / "forms" / "cage.yaml"
    file.write_text(re.sub(r"ask: .*}", "ask: What the sheet says}", file.read_text("utf-8")), "utf-8")
    sheet = goalctl("worksheet", "cage", status=0).out
    assert "What the sheet says" in sheet
    assert "how to enter the sheet: Type y or n" in sheet


def test_a_goal_needs_its_client(goalctl):
    assert goalctl("worksheet", "smart", "g1", status=2).err == (
        "goalctl: whose goal is g1?\n   hint: name the client: goalctl worksheet smart --for CLIENT g1\n"
    )
    assert goalctl("worksheet", "smart", "--for", "c-ab1", "g9", status=2).err.startswith("goalctl: c-ab1 has no g9\n")


@pytest.mark.parametrize(("kind", "start"), [("md", "# GROW worksheet\n"), ("html", "<!DOCTYPE html>\n")])
def test_other_formats(goalctl, kind, start):
    assert goalctl("worksheet", "grow", "--format", kind, status=0).out.startswith(start)
