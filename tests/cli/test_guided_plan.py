"""`add-goal`, `add-objective`, `add-problem` and `add-client` without their words: asked at a terminal."""

import pytest
from keyboard import Person

GOAL = ("Runs again", "days run/week 0..7: 1 -> 4", "6w", "", "", "did it in 2019", "y", "1 I want to play")
STEP = ("", "Walks daily", "sleep: 5 h -> 7 h", "+4w", "Activity planning; every 1w; for 12w")
NEW_GOAL = """\
  - id: g2
    goal: Runs again
    problem: p1
    status: draft
    term: short
    opened: 2026-03-02
    smart:
      measurable: {by: count, of: days run, per: week, scale: [0, 7], baseline: 1, target: 4}
      attainable: {because: did it in 2019, in_client_control: yes}
      relevant: {value: being a patient father, in_their_words: I want to play}
      time_bound: {deadline: 2026-04-13, checkpoints: [2026-03-23]}
"""


def test_add_goal_asks_six_things_and_shows_the_new_lines_before_it_saves_them(practice, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    person = Person(practice, "add-goal", "c-ab1")
    person.answers(*GOAL)
    person.sees_prompt()
    assert plan_file.read_text(encoding="utf-8") == before
    person.presses("\r")
    assert person.leaves() == 0
    assert "".join(f"+{line}\n" for line in NEW_GOAL.splitlines()) in person.screen
    assert NEW_GOAL in plan_file.read_text(encoding="utf-8")
    assert "\nadded g2 (draft) to plans/c-ab1.yaml\n" in person.screen
    assert person.screen.endswith("g2\n")


def test_add_goal_on_the_screen_of_a_clinician(practice):
    person = Person(practice, "add-goal", "c-ab1")
    person.answers(*GOAL)
    person.stops_at_the_next_prompt()
    assert person.screen.startswith(
        "c-ab1 · opened 2026-01-05 · last session 2026-02-02\n"
        "Enter skips or takes what is in [ ] · - empties · < back · ? help · Ctrl-C stops\n"
        "\n1/6 What do you want to reach, in one sentence?\n"
        "   what will be different; one thing, that can be seen\n"
        "> Runs again\n"
        "\n2/6 How will you both see it? From where to where?\n"
        "   as mood 0..10: 3 -> 7, days run/week: 1 -> 4, phq-9: 18 -> 9; ? has more\n"
        "   in the library, near to this:\n"
    )
    assert (
        "\n> days run/week 0..7: 1 -> 4\n"
        "   counted: days run per week, 0 to 7; up from 1 to 4\n"
        "\n3/6 By which day?\n"
        "   as 3m, 6w, fri or 2026-03-31; weeks rather than years\n"
        "> 6w\n"
        "   by Mon 2026-04-13\n"
        "\nA short or a long term goal?\n"
        "   short: within months; long: what those serve\n"
        "[short] > \n"
    ) in person.screen
    assert "\n6/6 Which of the things that matter to you does it serve?\n" in person.screen
    assert "\n   1 being a patient father\n> 1 I want to play\n" in person.screen


def test_what_options_say_is_not_asked(practice, plan_file):
    person = Person(
        practice, "add-goal", "c-ab1", "--by", "rating", "--target", "7", "--deadline", "6w", "--value", "calm"
    )
    prompts = person.answers("Sleeps well", "", "", "", "", "")
    assert person.leaves() == 0
    assert len(prompts) == 6
    assert "1/3 " in person.screen
    assert "      measurable: {by: rating, target: 7}\n" in plan_file.read_text(encoding="utf-8")


def test_bad_answers_are_explained_and_asked_again(practice):
    person = Person(practice, "add-goal", "c-ab1")
    person.answers("", "Runs", "mood: 3 -> 7", "phq-9: 18 -> 40", "mood 0..10: 3 -> 3", "", "yesterday", "03/04/2026")
    person.answers("2026-01-01", "", "soon", "", "", "perhaps", "", "7", "caf\x01e")
    person.stops_at_the_next_prompt()
    screen = " ".join(person.screen.split())
    for sentence in (
        "This one is needed; ? explains, Ctrl-C stops.",
        "how is it scored? (add a scale (0..10), /week, or a unit (5 h -> 7 h); ? tells more)",
        "target 40 is above the PHQ-9's maximum, 27 (PHQ-9 totals run from 0 to 27)",
        "that goes nowhere (to keep what was reached: phq-9: 6 keep 12w lower)",
        "the deadline: 'yesterday' is not a day",
        "this can be read two ways",
        "2026-01-01 has passed",
        "'soon' is no term (write short or long)",
        "'perhaps' is neither yes nor no",
        "there is no value 7 here (write 1 to 1)",
    ):
        assert sentence in screen


def test_levels_are_asked_as_five_lines_and_back_goes_through_them(practice, plan_file):
    person = Person(practice, "add-goal", "c-ab1")
    person.answers(
        "Sees friends", "levels", "none", "one", "<", "rings nobody", "rings one", "meets one", "two", "three"
    )
    person.answers("", "", "", "", "", "")
    assert person.leaves() == 0
    assert "five levels, -2 to 2; up from -1 to 0" in person.screen
    assert (
        "      measurable:\n        by: levels\n"
        "        levels: {-2: none, -1: rings nobody, 0: rings one, 1: meets one, 2: two}\n"
    ) in plan_file.read_text(encoding="utf-8").replace("three", "two")


def test_the_entry_may_be_edited_before_it_is_saved(practice, plan_file, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i.old "s/status: draft/status: reserve/; s/term: short/term: long/" "$1"\n')
    editor.chmod(0o700)
    person = Person(practice, "add-goal", "c-ab1", editor=editor)
    person.answers(*GOAL, "e", "")
    assert person.leaves() == 0
    assert "    status: reserve\n    term: long\n" in plan_file.read_text(encoding="utf-8")


def test_an_edit_that_does_not_fit_is_told_and_can_be_dropped(practice, plan_file, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i.old "s/status: draft/status: someday/" "$1"\n')
    editor.chmod(0o700)
    person = Person(practice, "add-goal", "c-ab1", editor=editor)
    person.answers(*GOAL, "e", "n", "")
    assert person.leaves() == 0
    assert "'someday' is not one of the words that can stand here" in person.screen
    assert NEW_GOAL in plan_file.read_text(encoding="utf-8")


def test_add_objective_asks_for_its_goal_and_takes_interventions(practice, plan_file):
    person = Person(practice, "add-objective", "c-ab1")
    person.answers(*STEP, "")
    assert person.leaves() == 0
    assert person.screen.endswith("g1.2\n")
    assert (
        "      - id: g1.2\n"
        "        objective: Walks daily\n"
        "        status: active\n"
        "        opened: 2026-03-02\n"
        "        measurable: {by: number, of: sleep, unit: h, baseline: 5, target: 7}\n"
        "        deadline: 2026-03-30\n"
        "        interventions:\n"
        "          - {id: i1, what: Activity planning, who: clinician, every: 1w, for: 12w, on: 2026-03-02}\n"
    ) in plan_file.read_text(encoding="utf-8")


def test_an_objective_whose_goal_was_taken_away_meanwhile_is_a_conflict(practice, plan_file):
    person = Person(practice, "add-objective", "c-ab1")
    person.answers(*STEP)
    person.sees_prompt()
    text = plan_file.read_text(encoding="utf-8").replace("goal: Fewer symptoms", "goal: No symptoms")
    plan_file.write_text(text, encoding="utf-8")
    person.presses("\r")
    assert person.leaves() == 3
    assert plan_file.read_text(encoding="utf-8") == text
    assert "g1 was changed while you typed, so nothing was saved" in person.screen
    assert "offered next time: .goalctl/rescued/add-objective-c-ab1.json" in person.screen


def test_add_problem_asks_what_and_how_it_shows(practice, plan_file):
    person = Person(practice, "add-problem", "c-ab1")
    prompts = person.answers("?", "Worry", "GAD-7 14", "")
    assert person.leaves() == 0
    assert prompts[:3] == ["> "] * 3
    assert "  - id: p2\n    problem: Worry\n    evidence: GAD-7 14\n" in plan_file.read_text(encoding="utf-8")


def test_add_client_asks_and_makes_the_file(practice):
    person = Person(practice, "add-client")
    person.answers("Anna B", "c-ab1", "c-new", "-3d", "Worry; Sleep", "F41.1 Generalised anxiety disorder", "calm")
    person.answers("humour; brother", "", "")
    assert person.leaves() == 0
    assert "'Anna B' can't be a client's id" in person.screen
    assert "there is a client c-ab1 already" in " ".join(person.screen.split())
    assert person.screen.endswith("made plans/c-new.yaml\nnext: goalctl add-goal c-new\nc-new\n")
    assert (practice / "plans" / "c-new.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=plan.schema.json\n"
        "format: 2\n"
        "client: c-new\n"
        "clinician: m.kowalski\n"
        "opened: 2026-02-27\n"
        "status: active\n"
        "diagnoses:\n"
        "  - {code: F41.1, name: Generalised anxiety disorder, on: 2026-02-27, by: m.kowalski}\n"
        "values:\n"
        "  - {value: calm, on: 2026-02-27}\n"
        "strengths: [humour, brother]\n"
        "problems:\n"
        "  - id: p1\n    problem: Worry\n    on: 2026-02-27\n"
        "  - id: p2\n    problem: Sleep\n    on: 2026-02-27\n"
    )


CLIENT = ("c-new", "", "Worry", "", "calm", "", "")
STOPS = [
    *((("add-goal", "c-ab1"), GOAL, n) for n in range(len(GOAL) + 1)),
    *((("add-objective", "c-ab1"), STEP, n) for n in range(len(STEP) + 1)),
    *((("add-problem", "c-ab1"), ("Worry", "GAD-7 14"), n) for n in range(3)),
    *((("add-client",), CLIENT, n) for n in range(len(CLIENT) + 1)),
]


@pytest.mark.parametrize(
    ("words", "answers", "prompt"), STOPS, ids=lambda value: str(value) if isinstance(value, int) else None
)
def test_ctrl_c_at_any_prompt_changes_nothing_and_offers_what_was_typed(practice, words, answers, prompt):
    before = {path: path.read_bytes() for path in (practice / "plans").iterdir()}
    person = Person(practice, *words)
    person.answers(*answers[:prompt])
    assert person.stops_at_the_next_prompt() == 130
    assert {path: path.read_bytes() for path in (practice / "plans").iterdir()} == before
    if prompt:
        again = Person(practice, *words)
        assert again.sees_prompt() == "Some of this was typed as of 2026-03-02 and not saved. Take it up? [Y/n] "
        assert again.stops() == 130


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (("add-goal", "c-ab1"), "GOAL is missing"),
        (("add-goal", "c-ab1", "--by", "rating"), "GOAL is missing"),
        (("add-objective", "c-ab1"), "GOAL is missing"),
        (("add-objective", "c-ab1", "g1"), "OBJECTIVE is missing"),
        (("add-problem", "c-ab1"), "PROBLEM is missing"),
    ],
)
def test_off_a_terminal_nothing_is_asked_and_what_is_missing_is_named(goalctl, plan_file, words, missing):
    before = plan_file.read_bytes()
    refused = goalctl(*words, status=2)
    assert refused.out == ""
    assert refused.err.startswith(f"goalctl: {missing}\n   hint: give it, as ")
    assert plan_file.read_bytes() == before


def test_no_input_asks_nothing_on_a_terminal_either(practice):
    person = Person(practice, "--no-input", "add-goal", "c-ab1")
    assert person.leaves() == 2
    assert person.screen.startswith("goalctl: GOAL is missing\n")


def test_of_several_problems_it_is_asked_which_and_of_wishes_which(practice, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace(
        "    problem: Low mood\n", "    problem: Low mood\n  - {id: p2, problem: Panic}\n"
    )
    wishes = "discovery:\n  magic_wand:\n    - {wish: ride the bus again}\n"
    plan_file.write_text(text.replace("\nproblems:", f"\n{wishes}\nproblems:"), encoding="utf-8")
    person = Person(practice, "add-goal", "c-ab1")
    person.answers("1", "p3", "2", "", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert "there is no problem p3 (write p1, p2)" in person.screen
    text = plan_file.read_text(encoding="utf-8")
    assert "    - {wish: ride the bus again, goal: g2}\n" in text
    assert "    goal: ride the bus again\n    problem: p2\n    status: draft\n    opened: 2026-03-02\n\n" in text


def test_a_goal_of_the_library_brings_its_measure_and_the_rest_is_asked(practice, plan_file):
    person = Person(practice, "add-goal", "c-ab1")
    person.answers("panic/g1", "20", "", "", "", "", "", "", "")
    assert person.leaves() == 0
    goal = plan_file.read_text(encoding="utf-8").partition("id: g2")[2]
    assert "baseline: 20, target: 80" in " ".join(goal.split())
    assert "checkpoints: [2026-04-13]" in goal
    assert "attainable" not in goal
    assert "panic/g1" not in goal


def test_findings_are_shown_while_there_is_a_way_back(practice, plan_file):
    before = plan_file.read_bytes()
    person = Person(practice, "add-goal", "c-ab1")
    person.answers("Attends class", "classes %: 80 -> 85", "3m", "", "", "", "n", "")
    assert person.sees_prompt().startswith("Save this?")
    screen = " ".join(person.screen.split())
    assert "S118: from 80 to 85 is hardly a change" in screen
    assert "S121: reaching g2 is not in the client's own control" in screen
    assert plan_file.read_bytes() == before
    person.presses("\r")
    assert person.leaves() == 0
    assert "next: goalctl add-objective c-ab1 g2" in person.screen


def test_options_write_nothing_that_nobody_said(goalctl, plan_file):
    goalctl("add-goal", "c-ab1", "Runs", "--because", "did so before", status=0)
    assert "attainable: {because: did so before}" in plan_file.read_text(encoding="utf-8")
    goalctl("add-goal", "c-ab1", "Swims", "--in-client-control", status=0)
    assert "attainable: {in_client_control: yes}" in plan_file.read_text(encoding="utf-8")
