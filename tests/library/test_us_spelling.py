"""`spelling: us`: the shipped words in another spelling, and nothing else."""

import re

import pytest
from test_planners import PLANNERS

from goalctl.library.us_spelling import in_us_spelling, us_text, us_words
from goalctl.model.written import record_data
from goalctl.workspace.shelves.kinds import PLANNERS as KIND

BRITISH = re.compile(
    r"\b(\w*(?<!h)(?<!\bf)(?<!\bp)(?<!\by)(?<!\bt)our(al|ed|s|hood|ite|ites)?|\w+is(ation|ations)|programmes?"
    r"|\w+ogrammes?|centres?|metres?|practis\w+|\w+elling|(?:general|random|social|apolog|organ|mobil|stabil)is\w+)\b"
)
SAME = {
    "precise",
    "detours",
    "our",
    "four",
    "hour",
    "hours",
    "your",
    "yours",
    "spelling",
    "telling",
    "retelling",
    "selling",
}


def test_every_british_word_of_the_shipped_planners_is_in_the_table():
    left = set()
    for planner in PLANNERS.values():
        data = record_data(in_us_spelling(planner))
        data.pop("evidence")
        left |= {match[0] for match in BRITISH.finditer(str(data).replace(planner.planner, "").lower())} - SAME
    assert left == set()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Behavioural activation for NEIGHBOURS", "Behavioral activation for NEIGHBORS"),
        ("neighbourly, misbehaviour", "neighbourly, misbehaviour"),
        ("practises a programme", "practices a program"),
    ],
    ids=["capitals", "whole words only", "verbs"],
)
def test_whole_words_keep_their_capitals(text, other):
    assert us_text(text) == other


def test_no_word_of_the_table_leads_to_another_one_of_it():
    assert set(us_words().values()) & us_words().keys() == set()


@pytest.mark.parametrize(("setting", "word"), [("us", "behavior"), ("uk", "behaviour")])
def test_the_setting_decides_and_own_planners_are_never_touched(practice, setting, word):
    (practice / "goalctl.yaml").write_text(f"format: 2\nspelling: {setting}\n", encoding="utf-8")
    (practice / "planners").mkdir()
    own = "planner: own\nname: My behaviour\n"
    (practice / "planners" / "own.yaml").write_text(own, encoding="utf-8")
    shelf = KIND.shelf(practice)
    assert shelf["child-behaviour"].name == f"Child {word}"
    assert "parenting programmes" in str(shelf["child-behaviour"].evidence)
    assert shelf["own"].name == "My behaviour"
