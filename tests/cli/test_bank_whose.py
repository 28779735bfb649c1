"""`bank`: by how many people, from when on, and that nobody of one plan goes into another."""

import json

import pytest

from goalctl.cli.asking.library.library_words import LibraryWords
from goalctl.cli.desk import Desk

FIRST = """\
format: 2
client: c-one
opened: 2025-01-06
status: discharged
discharge: {on: 2025-04-07, reason: completed, outcomes: {g1: achieved}}
goals:
  - id: g1
    goal: Sleeps seven hours on five nights
    status: achieved
    opened: 2025-01-06
    closed: 2025-03-03
    smart: {measurable: {by: count, of: nights, per: week, scale: [0, 7], baseline: 1, target: 5}}
    objectives:
      - id: g1.1
        objective: Gets up at seven on each day
        measurable:
          by: levels
          levels: {-1: in bed until Mrs Alder calls, 0: up by seven, 1: up by six}
          baseline: -1
          target: 0
"""
AGAIN = """\
format: 2
client: c-two
opened: 2025-06-02
previous: c-one
goals:
  - {id: g1, goal: sleeps seven hours on five nights., status: active, opened: 2025-06-02}
"""
COUPLE = """\
format: 2
client: c-pair
opened: 2025-01-06
members: [anna, ben]
goals:
  - {id: g1, goal: Ben and Anna talk on four evenings, status: active, opened: 2025-01-06}
  - id: g2
    goal: Eat together on four evenings
    status: active
    opened: 2025-01-06
    smart: {specific: Anna puts the telephone away}
  - id: g3
    goal: Walk together on two evenings
    status: active
    opened: 2025-01-06
    smart: {specific: walk by the river on Tuesday}
    grow: {will: {this_week: walk by the river on Tuesday}}
"""
WAITED = """\
format: 2
client: c-wait
opened: 2025-01-06
goals:
  - id: g1
    goal: Cooks on three evenings
    status: active
    opened: 2025-01-06
    smart: {measurable: {by: rating, baseline: 2, target: 8}}
changes:
  - {on: 2025-03-03, of: g1, what: status, from: reserve, to: active}
sessions:
  - {date: 2025-03-10, scores: {g1: 8}}
  - {date: 2025-03-17, scores: {g1: 9}}
"""
PLANS = {"c-one": FIRST, "c-two": AGAIN, "c-pair": COUPLE, "c-wait": WAITED}


@pytest.fixture
def plans(practice):
    for name, text in PLANS.items():
        (practice / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return practice / "plans"


@pytest.fixture
def row(goalctl, plans):  # noqa: ARG001 - the plans have to be there
    def find(*words):
        return json.loads(goalctl("bank", *words, "--format", "json").out)["bank"][0]

    return find


def test_who_came_back_is_one_client(row):
    found = row("seven", "hours")
    assert (found["used"], found["reached"], found["clients"]) == (2, 1, 1)


def test_what_somebody_used_before_is_their_own_when_they_come_back(goalctl, row):
    id_ = row("gets", "up")["id"]
    assert "another client" not in goalctl("add-objective", "c-two", "g1", "--from", id_, status=0).err
    assert "another client" not in goalctl("log", "c-two", "--note", row("seven", "hours")["id"], status=0).err


def test_a_second_file_of_the_same_client_counts_nothing_twice(row, plans):
    (plans / "c-copy.yaml").write_text(FIRST, encoding="utf-8")
    found = row("seven", "hours")
    assert (found["used"], found["reached"], found["clients"]) == (2, 1, 1)


def test_the_weeks_count_from_the_day_that_what_waited_was_made_active(row):
    found = row("cooks")
    assert (found["weeks"], found["last"]) == (2, "2025-03-03")  # the second score in a row is of 2025-03-17


@pytest.mark.parametrize("words", [["talk"], ["eat"]], ids=["goal", "specific"])
def test_who_is_treated_together_is_named_in_no_other_plan(goalctl, row, plan_file, words):
    found, before = row(*words), plan_file.read_bytes()
    assert found["private"] == ["names"]
    refused = goalctl("add-goal", "c-ab1", "--from", found["id"], status=3).err
    assert refused.endswith(
        f"goalctl: {found['id']} comes from another client's plan: somebody of that plan is named here\n"
        "   hint: write the text anew on the command line\n"
    )
    assert plan_file.read_bytes() == before
    goalctl("add-goal", "c-pair", "--from", found["id"], status=0)
    anew = ["--specific", "both put the telephone away"] if words == ["eat"] else []
    goalctl("add-goal", "c-ab1", "Talk on four evenings", *anew, "--from", found["id"], status=0)


def test_the_same_words_in_a_later_plan_that_names_nobody_stay_private(row, plans):
    later = COUPLE.replace("c-pair", "c-else").replace("[anna, ben]", "[kim, lou]").replace("2025-01-06", "2025-02-03")
    (plans / "c-else.yaml").write_text(later.replace("Ben and Anna talk", "ben and anna talk"), encoding="utf-8")
    found = row("talk")
    assert (found["text"], found["private"]) == ("ben and anna talk on four evenings", ["names"])


def test_no_words_either_that_name_them(goalctl, row, plan_file):
    before = plan_file.read_bytes()
    goalctl("log", "c-ab1", "--note", f"{row('talk')['id']} today", status=3)
    assert plan_file.read_bytes() == before


def test_what_names_somebody_is_offered_to_their_own_client_alone(practice, plans):  # noqa: ARG001 - they are there
    def offered(client):
        return [one.shown for one in LibraryWords(Desk(practice, "2026-03-02"), client).fitting("Anna talk evenings")]

    assert "Ben and Anna talk on four evenings" in offered("c-pair")
    assert "Ben and Anna talk on four evenings" not in offered("c-ab1")


def test_own_words_in_a_sentence_are_told_as_another_client_s(goalctl, row):
    id_ = row("walk", "together")["id"]
    assert f"{id_} repeats what another client said" in goalctl("log", "c-ab1", "--note", id_, status=0).err
    assert "repeats" not in goalctl("log", "c-pair", "--note", id_, status=0).err


def test_what_was_said_when_a_goal_was_explored_is_the_client_s_own_words(goalctl, row):
    found = row("walk", "together")
    assert (found["own_words"], found["private"]) == (True, [])
    told = goalctl("add-goal", "c-ab1", "--from", found["id"], status=0).err
    assert told.startswith(f"{found['id']} repeats what another client said: put it into this client's own words.\n")


def test_a_name_in_what_the_levels_say_stays_with_its_client(goalctl, row, plan_file):
    before = plan_file.read_bytes()
    refused = goalctl("add-objective", "c-ab1", "g1", "--from", row("gets", "up")["id"], status=3)
    assert "a name with a title stands here" in refused.err
    assert plan_file.read_bytes() == before
