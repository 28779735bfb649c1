"""Library and bank at hand wherever words are typed: an id is never stored in the place of clinical words."""

import pytest
from keyboard import Person

from goalctl.cli.asking.library.library_words import TAKES_IDS, LibraryWords, expand_given
from goalctl.cli.asking.tab import Offered
from goalctl.cli.completion.words import IN_COMMAND, VALUES
from goalctl.cli.desk import Desk
from goalctl.cli.table import COMMANDS
from goalctl.cli.with_typer import real_command
from goalctl.model.statement import StatementKind

PANIC_I4 = "Graded exposure: Climb the ladder of places, the first rung together and the following ones alone"


@pytest.mark.parametrize(
    "words",
    [
        ("log-session", "c-ab1", "--note", "panic/i4"),
        ("log-session", "c-ab1", "--response", "Worked with panic/i4 today"),
        ("log-session", "c-ab1", "--note-form", "dap", "--note-part", "plan=panic/i4"),
        ("log-session", "c-ab1", "--homework", "run; panic/i4"),
        ("amend", "c-ab1", "abc123", "note=panic/i4", "--because", "left out"),
        ("add-problem", "c-ab1", "Low mood", "--evidence", "panic/i4"),
        ("add-goal", "c-ab1", "Runs", "--because", "panic/i4"),
        ("add-objective", "c-ab1", "g1", "Runs", "--intervention", "panic/i4; every 2w"),
        ("set", "c-ab1", "g1", "goal=panic/i4", "--because", "asked for"),
        ("mark", "c-ab1", "g1", "on-hold", "--because", "panic/i4"),
        ("review", "c-ab1", "--decision", "g1=continue", "--note", "panic/i4"),
    ],
    ids=lambda words: " ".join(words[:1] + words[-2:-1]),
)
def test_an_id_given_in_the_place_of_words_becomes_them_and_is_shown(goalctl, plan_file, words):
    told = goalctl(*words, status=0).err
    text = " ".join(plan_file.read_text(encoding="utf-8").split())
    assert PANIC_I4 in text
    assert "panic/i4" not in text
    assert "panic/i4: Graded exposure" in told


def test_an_id_in_a_note_from_a_pipe_becomes_words_too(goalctl, plan_file):
    told = goalctl("log-session", "c-ab1", "--note", "-", given="Twice.\nBegan panic/i4.\n", status=0).err
    assert f"Began {PANIC_I4}." in " ".join(plan_file.read_text(encoding="utf-8").split())
    assert "panic/i4: Graded exposure" in told


@pytest.mark.parametrize(
    ("command", "kind", "key"),
    [("add-goal", "g2", "goal"), ("add-problem", "p2", "problem"), ("add-objective", "g2.1", "objective")],
)
def test_an_id_in_the_place_of_the_words_of_an_entry_brings_the_whole_entry(goalctl, plan_file, command, kind, key):
    goal = ["g1"] if command == "add-objective" else []
    goalctl(command, "c-ab1", *goal, f"panic/{kind}", status=0)
    text = plan_file.read_text(encoding="utf-8")
    assert f"{key}: panic/" not in text
    assert {"goal": "stairs, heat, coffee", "problem": "Dread of body signals", "objective": "Spins on a chair"}[
        key
    ] in text


def test_what_makes_entries_of_ids_itself_is_what_completion_offers_ids_for():
    offered = {option for option, value in VALUES.items() if str(value).startswith("ref ")}
    offered |= {option for (_, option), value in IN_COMMAND.items() if str(value).startswith("ref ")}
    named = {name for name in TAKES_IDS if isinstance(name, str)}
    assert {f"--{name.rstrip('_')}" for name in named} == offered
    assert {words for _, words in (pair for pair in TAKES_IDS if isinstance(pair, tuple))} == {
        StatementKind.GOAL.value, StatementKind.OBJECTIVE.value, StatementKind.PROBLEM.value,
    }  # fmt: skip


def test_no_option_of_a_writing_command_keeps_an_id(practice):
    """Every parameter that takes text is expanded but for those that make entries of ids."""

    class Given:
        def __init__(self, name, params):
            self.info_name, self.params = name, params

    for entry in COMMANDS:
        found = real_command(entry)
        if not entry.writes or hasattr(found, "commands"):
            continue
        many = {param.name for param in found.params if getattr(param, "multiple", False) or param.nargs == -1}
        given = {param.name: ["panic/i4"] if param.name in many else "panic/i4" for param in found.params}
        ctx = Given(entry.name, given | {"client": "c-ab1"})
        expand_given(Desk(practice, "2026-03-02"), ctx)
        kept = {name for name, value in ctx.params.items() if value in ("panic/i4", ["panic/i4"])}
        assert kept <= {name if isinstance(name, str) else name[1] for name in TAKES_IDS}, entry.name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("panic/i44", "panic has no i44"),
        ("depresion/g3", "there is no depresion among the planners"),
        ("bank:ffff", "the bank has no bank:ffff"),
        ("panic/g6.2", "panic/g6.2 has a blank: Tells {person}"),
    ],
)
def test_an_id_that_stands_for_nothing_or_has_a_blank_is_refused(goalctl, plan_file, words, said):
    before = plan_file.read_bytes()
    assert said in goalctl("log-session", "c-ab1", "--note", words, status=2).err
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize("words", ["yes/no", "sleep/wake rhythm", "and/or g1/g2", "9/h1n1", "https://panic/i4"])
def test_words_with_a_stroke_in_them_stay_as_they_are(goalctl, plan_file, words):
    goalctl("log-session", "c-ab1", "--note", words, status=0)
    assert f"note: {words}" in plan_file.read_text(encoding="utf-8")


def test_another_client_s_words_go_nowhere_when_they_look_private(goalctl, practice, plan_file):
    other = (
        plan_file.read_text(encoding="utf-8").replace("c-ab1", "c-other").replace("walk on Tuesday", "call 555-0134-22")
    )
    (practice / "plans" / "c-other.yaml").write_text(other, encoding="utf-8")
    id_ = next(line.split()[0] for line in goalctl("bank", "call").out.splitlines() if "555" in line)
    refused = goalctl("log-session", "c-ab1", "--note", id_, status=3)
    assert "comes from another client's plan" in refused.err
    assert goalctl("log-session", "c-other", "--note", id_, status=0).err


def test_at_a_prompt_a_question_mark_and_a_word_list_what_fits(practice, plan_file):
    person = Person(practice, "add-problem", "c-ab1")
    person.answers("?lift", "<", "?ladder of places", "1", "", "")
    assert person.leaves() == 0
    assert "Near to 'ladder of places':" in person.screen
    assert f"problem: {PANIC_I4}"[:60] in " ".join(plan_file.read_text(encoding="utf-8").replace(">-", "").split())


def test_blanks_of_a_sentence_are_asked_for(practice, plan_file):
    person = Person(practice, "add-problem", "c-ab1")
    person.answers("Panic", "panic/g6.2", "Sam", "")
    assert person.leaves() == 0
    assert "evidence: " in plan_file.read_text(encoding="utf-8")
    assert "Tells Sam how to stand by" in plan_file.read_text(encoding="utf-8")


def test_tab_offers_what_fits_while_words_are_typed(practice, plan_file):
    person = Person(practice, "add-problem", "c-ab1")
    person.sees_prompt()
    person.presses("ladder of places\t")
    person.terminal.expect_exact("panic/i4")
    person.presses("\x15panic/i4\r")
    person.answers("", "")
    assert person.leaves() == 0
    assert "Graded exposure: Climb the ladder" in " ".join(plan_file.read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("kind", "line", "becomes"),
    [
        (None, "graded exposure climb", PANIC_I4),
        (None, "He came late. graded exposure climb", f"He came late. {PANIC_I4}"),
        (StatementKind.INTERVENTION, "Listens | graded exposure climb", "Listens | panic/i4"),
        (StatementKind.HOMEWORK, "run; breathe out slowly", "run; emotion-regulation/h2"),
    ],
    ids=["alone", "behind a sentence", "a second one", "a second task"],
)
def test_what_is_taken_leaves_alone_what_stands_before_it(practice, kind, line, becomes):
    offered = Offered(LibraryWords(Desk(practice, "2026-03-02"), "c-ab1"), "", kind)
    assert offered.below(line)[0][0] == becomes


REACHED = """\
client: c-zz8
opened: 2025-06-02
goals:
  - {id: g1, goal: Sleeps in another room, status: discontinued, opened: 2025-06-02}
  - {id: g2, goal: Sleeps six hours on five nights, status: achieved, opened: 2025-06-02, closed: 2025-08-11}
"""


def test_wordings_that_were_reached_here_stand_before_the_library_s_and_those_that_were_not_behind(practice):
    (practice / "plans" / "c-zz8.yaml").write_text(REACHED, encoding="utf-8")
    words = LibraryWords(Desk(practice, "2026-03-02"), "c-ab1")
    first, *rest = [choice.shown for choice in words.fitting("sleep", StatementKind.GOAL)]
    assert first == "Sleeps six hours on five nights"
    assert rest.index("Sleeps in another room") == 5


def test_what_was_reached_and_lacks_a_word_that_is_typed_stands_behind(practice):
    (practice / "plans" / "c-zz8.yaml").write_text(REACHED, encoding="utf-8")
    words = LibraryWords(Desk(practice, "2026-03-02"), "c-ab1")
    assert words.fitting("sleep calm", StatementKind.GOAL)[0].shown != "Sleeps six hours on five nights"
