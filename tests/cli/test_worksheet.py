"""`goalctl worksheet`: blank and prefilled sheets in three formats."""

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


def test_an_instrument_prints_labels_and_says_where_its_questions_are(goalctl):
    sheet = goalctl("worksheet", "bdi-ii", status=0).out
    assert "labels of our own in place of the questions" in sheet
    assert "Licence: paid; Pearson." in " ".join(sheet.split())


def test_a_form_of_the_practice_is_printed_as_it_stands(goalctl):
    goalctl("forms", "new", "phq-9", "--from", "phq-9", status=0)
    assert "labels of our own" not in goalctl("worksheet", "phq-9", status=0).out


def test_a_goal_needs_its_client(goalctl):
    assert goalctl("worksheet", "smart", "g1", status=2).err == (
        "goalctl: whose goal is g1?\n   hint: name the client: goalctl worksheet smart --for CLIENT g1\n"
    )
    assert goalctl("worksheet", "smart", "--for", "c-ab1", "g9", status=2).err.startswith("goalctl: c-ab1 has no g9\n")


@pytest.mark.parametrize(("kind", "start"), [("md", "# GROW worksheet\n"), ("html", "<!DOCTYPE html>\n")])
def test_other_formats(goalctl, kind, start):
    assert goalctl("worksheet", "grow", "--format", kind, status=0).out.startswith(start)
