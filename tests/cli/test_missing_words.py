"""Whatever word is missing is picked at a terminal and named in a pipe: every command, every argument."""

import pytest
from keyboard import ENTER, Person

from goalctl.cli.completion.words import GROUPS
from goalctl.cli.table import COMMANDS
from goalctl.cli.with_typer import real_command

STANDS = {"client": "c-ab1", "goal": "g1", "ids": "g1", "item": "g1", "status": "achieved", "session": "abc123"}
STANDS |= {"form": "phq-9", "exercise": "values", "area": "depression"}


def commands_with_words():
    """Every command, and those of groups, each with its positional arguments that are needed."""
    for entry in COMMANDS:
        found = real_command(entry)
        for name, command in getattr(found, "commands", {"": found}).items():
            arguments = [one for one in command.params if one.param_type_name == "argument"]
            needed = [one for one in arguments if one.required]
            if needed:
                kinds = GROUPS[entry.name].get(name, ()) if entry.name in GROUPS else entry.takes
                yield [entry.name, *([name] if name else [])], needed, kinds


LACKING = [
    ([*line, *(STANDS[kind] for kind in kinds[:place])], needed[place])
    for line, needed, kinds in commands_with_words()
    for place in range(len(needed))
]
NAMES = [" ".join(line) for line, _ in LACKING]


@pytest.mark.parametrize(("line", "argument"), LACKING, ids=NAMES)
def test_in_a_pipe_a_missing_word_is_named_with_the_usage(goalctl, line, argument):
    told = goalctl(*line, status=2).err
    name = (argument.metavar or argument.name).strip("[]")
    assert told.startswith(f"goalctl: Missing argument '{name}'"), told
    assert f"hint: goalctl {' '.join(line)[:4]}" in told
    assert "; --help tells more" in told


@pytest.mark.parametrize("line", [line for line, _ in LACKING], ids=NAMES)
def test_at_a_terminal_a_missing_word_is_asked_for(practice, line):
    person = Person(practice, *line)
    assert person.sees_prompt().endswith("> ")
    person.presses("?" + ENTER)
    assert person.stops_at_the_next_prompt() == 130
    assert "Ctrl-C stops" in person.screen


def test_a_backup_asks_where_to_and_takes_the_answer_for_a_folder_not_for_an_id(practice, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "depression" / "p1").mkdir(parents=True)
    person = Person(practice, "backup", beside={"HOME": str(outside)})
    person.answers("", "~/depression/p1")
    assert person.leaves() == 0
    assert "Where does the copy go?" in person.screen
    assert len(list((outside / "depression" / "p1").iterdir())) == 1


def test_a_restore_without_its_folder_is_told_as_that(goalctl):
    told = goalctl("backup", "--restore", "some.tar.gz", status=2).err
    assert told.startswith("goalctl: DEST is missing: where is it restored?")
