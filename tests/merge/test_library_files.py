"""Settings, forms and planners of two clinicians merge by key and by id; what does not fit is asked about."""

import pytest

from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.read import read_data
from goalctl.model.joint import ClashChoice, ClashKind
from goalctl.workspace.merge.files import merged
from goalctl.workspace.store.practice import practice_at

SETTINGS = """\
format: 1
clinician: m.kowalski   # who is here most
clinicians:
  m.kowalski: {name: M. Kowalski}
limits: {active_goals: 3, active_objectives: 3}
favourites: [phq-9, gad-7]
names:
  words: [maria]
"""
FORM = """\
form: sleep-log
name: Sleep log
kind: worksheet
items:
  - {id: bed, ask: To bed at}
  # Hours, not clock time.
  - {id: slept, ask: Hours slept, type: number}
"""
PLANNER = """\
planner: sleep
name: Sleep
problems:
  - {id: p1, problem: Lies awake}
goals:
  - id: g1
    goal: Sleeps through
    problem: p1
    objectives:
      - {id: g1.1, objective: Is in bed at eleven, interventions: [i1]}
interventions:
  - {id: i1, approach: CBT-I, what: Sleep hygiene}
"""
FILES = {"goalctl.yaml": SETTINGS, "forms/sleep-log.yaml": FORM, "planners/sleep.yaml": PLANNER}


def merge(practice, name, mine, theirs, answers=None):
    sides = [FILES[name].replace(*side).encode() for side in (mine, theirs)]
    there = [merged(practice_at(practice), name, FILES[name].encode(), *both, answers) for both in (sides, sides[::-1])]
    if not (answers or there[0].clashes):
        assert there[0].content == there[1].content
    return there[0]


SLEPT = "  - {id: slept, ask: Hours slept, type: number}\n"
BOTH = {
    "two keys of the settings": (
        "goalctl.yaml", ("format: 1\n", "format: 1\npaper: letter\n"), ("names:\n", "small_cells: 5\nnames:\n"),
        ["paper: letter", "small_cells: 5"],
    ),
    "two values of one mapping": (
        "goalctl.yaml", ("active_goals: 3", "active_goals: 4"), ("active_objectives: 3", "active_objectives: 2"),
        ["{active_goals: 4, active_objectives: 2}"],
    ),
    "two clinicians": (
        "goalctl.yaml", ("limits:", "  anna: {name: A. Dorn}\nlimits:"), ("limits:", "  bert: {name: B. Ott}\nlimits:"),
        ["  anna: {name: A. Dorn}\n", "  bert: {name: B. Ott}\n", "# who is here most"],
    ),
    "a favourite more and one less": (
        "goalctl.yaml", ("[phq-9, gad-7]", "[phq-9, gad-7, ors]"), ("[phq-9, gad-7]", "[gad-7]"), ["[gad-7, ors]"],
    ),
    "two words that are nobody's name": (
        "goalctl.yaml", ("[maria]", "[maria, june]"), ("[maria]", "[maria, may]"), ["june", "may"],
    ),
    "two questions of a form": (
        "forms/sleep-log.yaml", (SLEPT, f"{SLEPT}  - {{id: woke, ask: Woke at}}\n"),
        (SLEPT, f"{SLEPT}  - {{id: naps, ask: Naps, type: number}}\n"), ["id: woke", "id: naps", "# Hours, not"],
    ),
    "a question reworded and another one typed": (
        "forms/sleep-log.yaml", ("ask: To bed at", "ask: Lights out at"), ("type: number", "type: scale"),
        ["ask: Lights out at", "type: scale"],
    ),
    "two homeworks and a goal reworded": (
        "planners/sleep.yaml", ("goal: Sleeps through", "goal: Sleeps six hours"),
        ("Lies awake}", "Lies awake}\n  - {id: p2, problem: Wakes at four}"), ["Sleeps six hours", "id: p2"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BOTH)
def test_what_both_did_stands(practice, what):
    name, mine, theirs, wanted = BOTH[what]
    done = merge(practice, name, mine, theirs)
    assert done.clashes == ()
    assert [one for one in wanted if one not in done.content.decode()] == []


ONE_PLACE = {
    "goalctl.yaml": ("active_goals: 3", "active_goals: 4", "active_goals: 5"),
    "forms/sleep-log.yaml": ("ask: To bed at", "ask: Lights out", "ask: In bed"),
    "planners/sleep.yaml": ("goal: Sleeps through", "goal: Sleeps six hours", "goal: Sleeps until six"),
}


@pytest.mark.parametrize("name", ONE_PLACE)
def test_one_place_that_both_changed_is_asked_about_and_decided(practice, name):
    was, mine, theirs = ONE_PLACE[name]
    (clash,) = merge(practice, name, (was, mine), (was, theirs)).clashes
    assert clash.kind is ClashKind.FIELD
    done = merge(practice, name, (was, mine), (was, theirs), {clash.place: ClashChoice.THEIRS})
    assert done.content.decode() == FILES[name].replace(was, theirs)


def test_two_questions_of_one_new_id_are_asked_about(practice):
    name = "forms/sleep-log.yaml"
    mine, theirs = ((SLEPT, f"{SLEPT}  - {{id: woke, ask: {ask}}}\n") for ask in ("Woke at", "Times awake"))
    (clash,) = merge(practice, name, mine, theirs).clashes
    assert clash.place == ("items", "woke", "ask")


def test_what_together_contradicts_itself_is_not_merged_by_key(practice):
    """One gives the intervention another id, the other names it once more."""
    steps = "interventions: [i1]}"
    mine = ("{id: i1, approach", "{id: i2, approach")
    theirs = (steps, f"{steps}\n      - {{id: g1.2, objective: Gets up, {steps}")
    with pytest.raises(NotUnitedError, match="an error that neither has"):
        merge(practice, "planners/sleep.yaml", mine, theirs)


def test_the_files_of_these_tests_are_without_an_error(practice):
    for name, text in FILES.items():
        assert merged(practice_at(practice), name, text.encode(), text.encode(), text.encode()).content == text.encode()
        assert read_data(text)[1] == []
