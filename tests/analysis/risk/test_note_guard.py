"""The guard for notes that speak of suicide, harm or a weapon without a risk record."""

import pytest

from goalctl.analysis.risk.notes import speaks_of_risk
from goalctl.model.session import Concern
from tests.analysis.risk.note_sentences import (
    SILENT,
    SILENT_IN_SONG,
    SILENT_TOO,
    SPEAKS,
    SPEAKS_ODDLY,
    SPEAKS_TOO,
)

ASKS_NEEDLESSLY = {"Stood at the platform for the train as exposure exercise."}
"""Known and left: one needless question is cheaper than a missed sentence of the same words."""


@pytest.mark.parametrize("sentence", [*SPEAKS, *SPEAKS_TOO, *SPEAKS_ODDLY])
def test_a_sentence_about_risk_is_noticed(sentence):
    assert speaks_of_risk(sentence)


@pytest.mark.parametrize("sentence", sorted({*SILENT, *SILENT_TOO, *SILENT_IN_SONG} - ASKS_NEEDLESSLY))
def test_a_manner_of_speaking_is_not(sentence):
    assert speaks_of_risk(sentence) == ()


def test_what_it_speaks_of_is_said_by_its_place_in_the_text():
    told = speaks_of_risk("Disclosed suicidal thoughts and that he bought a rope.")
    assert told == ((Concern.SUICIDE, "suicide"), (Concern.SUICIDE, "a rope"))


def test_lines_and_capitals_do_not_hide_it():
    assert speaks_of_risk("She said she wants to KILL\nherself.")


def test_an_empty_note_speaks_of_nothing():
    assert speaks_of_risk("") == ()
