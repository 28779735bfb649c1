"""What is wanted out of a planner, ticked in one list: goals, steps toward them, what is done for them, homework."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goalctl.cli.asking.ask import BACK, HELP, Typed
from goalctl.cli.desk import Desk
from goalctl.model.planner import Planner, PlannerGoal, PlannerProblem
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.views.cells import within_columns
from goalctl.views.clean import clean, one_line

HOW = (
    "Numbers tick and untick, as 1 3 5-7; a step brings its goal and what is done for it. ?3 shows the whole of 3, "
    "Enter goes on with what is ticked, < goes back, Ctrl-C stops."
)
_NUMBERS = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?", re.ASCII)
PROBLEMS, TICKS = "its problems", "its ticks"  # what is kept of the numbers that were typed
LEGEND = "goal · step: toward it, by the client · work: what you do · home: homework"
_LEAST = 20
_INDENT = {"goal": 0, "step": 1, "work": 2, "home": 1}


@dataclass(frozen=True, slots=True)
class TickRow:
    """One line to tick: `kind` in a word of four letters, the ids of what it belongs to, the widest first."""

    kind: str
    id: str
    text: str
    under: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it apart: an intervention stands under each step that it serves."""
        return (*self.under, self.id)


@dataclass
class TickList:
    """The rows of some problems of a planner, and which of them are ticked."""

    rows: Sequence[TickRow]
    ticked: set[tuple[str, ...]] = field(default_factory=set)

    def turn(self, numbers: Sequence[int]) -> None:
        """Tick these rows with what each needs and brings along; if all are ticked, untick them and what is below."""
        rows = [self.rows[number - 1] for number in numbers]
        if all(row.key in self.ticked for row in rows):
            for row in rows:
                self.ticked = {other for other in self.ticked if other[: len(row.key)] != row.key}
            return
        for row in rows:
            self.ticked |= self._needed(row)

    def _needed(self, row: TickRow) -> set[tuple[str, ...]]:
        """The row with all above it, and with what is done for it where it is a step."""
        above = {row.key[:n] for n in range(1, len(row.key) + 1)}
        is_done_for = row.kind == "step"
        return {
            other.key
            for other in self.rows
            if other.key in above or (is_done_for and other.kind == "work" and other.under == row.key)
        }

    @property
    def numbers(self) -> list[int]:
        """The numbers of the rows that are ticked."""
        return [n for n, row in enumerate(self.rows, start=1) if row.key in self.ticked]

    def has(self, *key: str) -> bool:
        """Whether that row is ticked."""
        return key in self.ticked


def rows_of(planner: Planner, problems: Sequence[str]) -> list[TickRow]:
    """The goals for these problems, each with its steps, what is done for them, and homework."""
    return [row for goal in planner.goals if goal.problem in problems for row in _rows(planner, goal)]


def _rows(planner: Planner, goal: PlannerGoal) -> Iterator[TickRow]:
    done = {each.id: each.wording for each in planner.interventions}
    yield TickRow("goal", goal.id, goal.goal)
    for step in goal.objectives:
        yield TickRow("step", step.id, step.objective, (goal.id,))
        yield from (TickRow("work", one, done[one], (goal.id, step.id)) for one in step.interventions)
        yield from (
            TickRow("home", one.id, one.task, (goal.id, step.id)) for one in planner.homework if one.for_ == step.id
        )
    yield from (TickRow("home", one.id, one.task, (goal.id,)) for one in planner.homework if one.for_ == goal.id)


def chosen_problems(desk: Desk, problems: Sequence[PlannerProblem], held: Sequence[str], typed: Typed) -> list[str]:
    """The ids of the problems that the client brings; those with the wording of a problem of the plan are marked.

    The numbers stand in `typed` then, and are what Enter takes if they stood there before.
    """
    _show_problems(desk, problems, held)
    before = typed.get(PROBLEMS, "")
    while True:
        line = desk.read_line(f"numbers [{before}] > " if before else "numbers > ").strip() or before
        if line == HELP:
            desk.say("Numbers, as 1 3; what is chosen here decides which goals are listed next. Ctrl-C stops.")
        elif numbers := _understood(desk, line, len(problems)):
            if line != before:
                typed.pop(TICKS, None)  # they were of another list
            typed[PROBLEMS] = line
            return [problems[n - 1].id for n in numbers]
        elif not line:
            desk.say("It is needed; Ctrl-C stops.")


def _show_problems(desk: Desk, problems: Sequence[PlannerProblem], held: Sequence[str]) -> None:
    desk.say("Which of these does this client bring?")
    for n, one in enumerate(problems, start=1):
        mark = " (in the plan)" if one.id in held else ""
        shown = one_line(f"{one.problem}{mark}: {', '.join(one.shows)}")
        desk.say(f"{n:>3}  {within_columns(shown, max(desk.width - 6, _LEAST))}")


def ticked_rows(desk: Desk, ticks: TickList, typed: Typed) -> TickList | None:
    """The rows as the person leaves them, each tick put down in `typed`; None means back to the problems."""
    ticks.ticked |= {ticks.rows[n - 1].key for n in _understood(desk, typed.get(TICKS, ""), len(ticks.rows))}
    _show(desk, ticks)
    while True:
        line = desk.read_line("numbers tick, Enter goes on > ").strip()
        if line == BACK:
            return None
        if not line and any(row.kind == "goal" and row.key in ticks.ticked for row in ticks.rows):
            return ticks
        if line.startswith(HELP):
            _explain(desk, ticks, line.removeprefix(HELP).strip())
        else:
            _turn(desk, ticks, line)
            typed[TICKS] = " ".join(map(str, ticks.numbers))


def _turn(desk: Desk, ticks: TickList, line: str) -> None:
    """Tick or untick what the line says, and show how it stands then."""
    if not line:
        desk.say("Nothing is ticked yet; ? explains, Ctrl-C stops.")
    elif numbers := _understood(desk, line, len(ticks.rows)):
        ticks.turn(numbers)
        _show(desk, ticks)


def _understood(desk: Desk, line: str, most: int) -> list[int]:
    """The numbers; none where the line can't be understood, which is told."""
    try:
        return numbers_from(line, most)
    except ScalarError as error:
        desk.say(f"{error} ({error.hint})")
        return []


def numbers_from(line: str, most: int) -> list[int]:
    """Numbers and stretches of them, each once: `1 3 5-7`."""
    found: list[int] = []
    for word in line.replace(",", " ").split():
        match = _NUMBERS.fullmatch(word)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= most:
            raise ScalarError("E129", f"'{excerpt(word)}' is none of the numbers", f"write 1 to {most}, as 1 3 5-7")
        found += range(first, last + 1)
    return list(dict.fromkeys(found))


def _show(desk: Desk, ticks: TickList) -> None:
    desk.say(LEGEND)
    for n, row in enumerate(ticks.rows, start=1):
        head = f"{n:>3} [{'x' if row.key in ticks.ticked else ' '}] {'  ' * _INDENT[row.kind]}{row.kind} "
        desk.say(head + within_columns(one_line(row.text), max(desk.width - 1 - len(head), _LEAST)))


def _explain(desk: Desk, ticks: TickList, number: str) -> None:
    whole = ticks.rows[int(number) - 1].text if number.isdecimal() and 0 < int(number) <= len(ticks.rows) else HOW
    desk.say(textwrap.fill(clean(whole), desk.width - 1))
