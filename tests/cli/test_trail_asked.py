"""At a terminal, what is missing is asked for; Ctrl-C leaves the plan untouched and keeps what was typed."""

import pytest

from tests.cli.keyboard import Person
from tests.cli.trailing import PLAN, Watched

CTRL_D = "\x04"


@pytest.fixture
def plan(plan_file):
    plan_file.write_text(PLAN, encoding="utf-8")
    return Watched(plan_file)


@pytest.fixture
def rescued(practice):
    return practice / ".goalctl" / "rescued" / "set-c-ab1.json"


def test_why_is_asked_when_it_was_not_said(plan, practice):
    person = Person(practice, "set", "c-ab1", "g1", "target=5")
    assert person.answers("", "he wants more") == ["Why? > ", "Why? > "]
    assert person.leaves() == 0
    assert "This one is needed" in person.screen
    assert "    because: he wants more\n" in plan.text


def test_stopping_keeps_what_was_typed_and_leaves_the_plan(plan, practice, rescued):
    person = Person(practice, "set", "c-ab1", "g1")
    person.answers("target=5")
    person.stops_at_the_next_prompt()
    assert person.leaves() == 130
    assert plan.changed == ""
    assert "target=5" in rescued.read_text(encoding="utf-8")


def test_what_can_be_set_is_listed_and_a_value_is_checked_before_why(plan, practice):
    person = Person(practice, "set", "c-ab1", "g1")
    which, what = "What changes? > ", "To what? > "
    prompts = person.answers("target=40", "wish", "tar", "40", "5", "he wants more")
    assert prompts == [which, which, which, what, what, "Why? > "]
    assert person.leaves() == 0
    assert "target is now: 9" in person.screen
    assert "'wish' is nothing that can be set here" in person.screen
    assert "because: he wants more\n" in plan.text


def test_a_given_value_is_refused_before_why_is_asked(plan, practice):
    person = Person(practice, "set", "c-ab1", "g1", "target=40")
    assert person.leaves() == 2
    assert "Why?" not in person.screen
    assert plan.changed == ""


def test_an_unfinished_answer_is_offered_again(plan, practice, rescued):
    stopped = Person(practice, "set", "c-ab1", "g1")
    stopped.answers("tar", "5")
    stopped.stops_at_the_next_prompt()
    again = Person(practice, "set", "c-ab1", "g1")
    prompts = again.answers("", "", "", "he wants more")
    assert prompts[1:] == ["What changes? [target] > ", "To what? [5] > ", "Why? > "]
    assert again.leaves() == 0
    assert "because: he wants more\n" in plan.text
    assert not rescued.exists()


def test_the_next_in_reserve_is_offered(plan, practice):
    person = Person(practice, "mark", "c-ab1", "g1.1", "achieved")
    assert person.answers("") == ["Next in reserve is g1.3: Calls a friend. Make it active? [Y/n] "]
    assert person.leaves() == 0
    assert "{id: g1.3, objective: Calls a friend, status: active, opened: 2026-03-02, priority: 1}" in plan.text


def test_one_goal_too_many_is_questioned_and_enter_means_reserve(plan, practice):
    (practice / "goalctl.yaml").write_text("clinician: m.kowalski\nlimits: {active_goals: 1}\n", encoding="utf-8")
    person = Person(practice, "mark", "c-ab1", "g2", "active")
    assert person.answers("") == ["1 goal is active already: g1. Make g2 active as well? [y/N] "]
    assert person.leaves() == 0
    assert "-    status: draft\n+    status: reserve\n" in plan.changed


def test_a_review_asks_for_each_decision(plan, practice):
    person = Person(practice, "review", "c-ab1")
    person.answers("keep", "continue", "still low", "8w", "")
    assert person.leaves() == 0
    assert "g1 Fewer symptoms of depression; PHQ-9: 18 → 9; by 2026-04-30" in person.screen
    assert "is not one of the words that can stand here" in person.screen
    assert "    with: client\n    necessity: still low\n    next: 2026-04-27\n" in plan.text


def test_a_review_whose_next_day_can_not_be_read_asks_again(plan, practice):
    person = Person(practice, "review", "c-ab1")
    person.answers("continue", "", "next friday", "8w", "")
    assert person.leaves() == 0
    assert "    with: client\n    next: 2026-04-27\n" in plan.text


@pytest.mark.parametrize(
    ("command", "answers"),
    [("review", ["continue", "still low"]), ("discharge", ["", "partly", "moved away"])],
    ids=["review", "discharge"],
)
def test_what_is_said_of_a_goal_that_was_closed_meanwhile_is_a_conflict(plan, practice, command, answers):
    person = Person(practice, command, "c-ab1")
    person.answers(*answers)
    person.sees_prompt()
    text = plan.text.replace("    status: active\n", "    status: discontinued\n    closed: 2026-03-02\n", 1)
    plan.path.write_text(text, encoding="utf-8")
    person.presses("\r\r")
    assert person.leaves() == 3
    assert plan.text == text
    assert "g1 was changed while you typed, so nothing was saved" in person.screen
    assert answers[-1] in (practice / f".goalctl/rescued/{command}-c-ab1.json").read_text(encoding="utf-8")


def test_an_agreement_shows_what_is_agreed_to(plan, practice):
    person = Person(practice, "agree", "c-ab1")
    person.answers("", "declined", "wants to think it over", "")
    assert person.leaves() == 0
    assert "g1 Fewer symptoms of depression; PHQ-9: 18 → 9; by 2026-04-30" in person.screen
    assert (
        "+    who: client\n+    how: declined\n+    because: wants to think it over\n+    of: 2:…\n"
    ) in plan.changed


@pytest.mark.parametrize(("answer", "status", "signed"), [("", 0, True), ("n", 3, False)], ids=["Enter", "no"])
def test_signing_is_confirmed(plan, practice, answer, status, signed):
    plan.path.write_text(plan.text.replace("    signed: [{by: m.kowalski, on: 2026-02-02}]\n", ""), encoding="utf-8")
    person = Person(practice, "sign", "c-ab1")
    assert person.answers(answer) == ["Sign it? [Y/n] "]
    assert person.leaves() == status
    assert ("signed:" in plan.text) is signed


def test_an_amendment_can_be_told_in_answers(plan, practice):
    person = Person(practice, "amend", "c-ab1", "last")
    prompts = person.answers("g9.9=3", "g1.1=3", "one day was forgotten")
    assert prompts == [*["What is to read differently? > "] * 2, "Why? > "]
    assert person.leaves() == 0
    assert "        set: {scores.g1.1: 3}\n        because: one day was forgotten\n" in plan.text


def test_a_discharge_asks_for_every_outcome_and_why(plan, practice):
    person = Person(practice, "discharge", "c-ab1")
    person.answers("", "partly", "moved away", "")
    assert person.leaves() == 0
    assert "  reason: moved away\n  outcomes: {g1: partly}\n" in plan.text


def test_a_discharge_asks_for_the_exit_measure_before_it_asks_how_each_goal_ended(plan, practice):
    person = Person(practice, "discharge", "c-ab1")
    first, risk, outcome = person.answers("9", "0", "partly")[:3]
    assert first.endswith("PHQ-9 at the ending: > ")
    assert ("thoughts of death" in risk, outcome.startswith("g1: achieved")) == (True, True)
    person.answers("moved away", "")
    assert person.leaves() == 0
    assert "    forms:\n      phq-9: {total: 9, q9: 0}\n" in plan.text


def test_what_the_exit_measure_endorses_has_to_be_answered_before_treatment_ends(plan, practice):
    person = Person(practice, "discharge", "c-ab1")
    prompts = person.answers("9", "1", "partly", "moved away", "the crisis team rings on Monday", "")
    assert prompts[3:5] == ["Why does treatment end? > ", "> "]  # its question is too long to stand before the mark
    person.answers("n")  # to record the risk as well
    person.leaves()
    assert "  open_risk: the crisis team rings on Monday\n" in plan.text


def test_what_a_key_is_for_is_told_where_its_value_is_asked(plan, practice):
    person = Person(practice, "set", "c-ab1", "g1")
    person.answers("deadline", "?")
    person.stops_at_the_next_prompt()
    assert person.leaves() == 130
    told = " ".join(person.screen.split())
    assert "By when: what is due on that day is not overdue yet. Example: 2026-06-30" in told
    assert plan.changed == ""


@pytest.mark.parametrize("words", [["sign", "c-ab1"], ["grow", "c-ab1"], ["transfer"]], ids=lambda words: words[0])
def test_the_end_of_input_stops_as_ctrl_c_does(plan, practice, words):
    unsigned = plan.text.replace("    signed: [{by: m.kowalski, on: 2026-02-02}]\n", "")
    plan.path.write_text(unsigned, encoding="utf-8")
    person = Person(practice, *words)
    person.sees_prompt()
    person.presses(CTRL_D)
    assert person.leaves() == 130
    assert "bug" not in person.seen
    assert plan.text == unsigned


def test_a_review_without_an_active_goal_is_asked_about_too(plan, practice):
    plan.path.write_text(plan.text.replace("    status: active\n", "    status: on-hold\n", 1), encoding="utf-8")
    person = Person(practice, "review", "c-ab1")
    prompts = person.answers("nothing new", "8w", "")
    assert prompts == ["Why is treatment still needed? > ", "When is the next review? > ", "What was seen and said? > "]
    assert person.leaves() == 0
    assert "necessity: nothing new" in plan.text
