"""Which tests are near a change, from what the record says they ran.

Inside a function: the tests that run the statement. At import, where every test runs everything: those that run a line
which names what the statement binds, through as many other statements at import as it takes. For a table: the tests
that open it, those that name it first. What runs or is opened while a test file is collected is near all its tests.

Last come tests that start goalctl as a process of its own, where nothing is noted: the cheapest of them.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from math import inf
from pathlib import PurePath

from coverage.numbits import num_in_numbits

from tests.mutants.recording import AT_IMPORT, Record
from tests.mutants.statements import Statement, statements_of

_FIRST_ROUND = 1.5  # seconds; each further round is so many times as long
_GROWTH = 4
_LAST_LINE = 10_000
_APART = 30  # seconds for tests that start a process
_STORIES = {"tests/test_readme.py"}  # each test goes on where the one before ended: taken whole, in their order


class Near:
    """The tests near a line, and in which order they are worth running."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._lines = sqlite3.connect(f"file:{record.lines}?mode=ro", uri=True)
        self._ran: dict[str, list[tuple[str, bytes]]] = {}
        broken = {test.partition("::")[0] for test in record.failed} & _STORIES
        self._failed = {*record.failed, *(test for file in broken for test in self._tests[file])}

    @cached_property
    def _statements(self) -> dict[str, list[Statement]]:
        root = self.record.tree
        return {
            (file := path.relative_to(root).as_posix()): statements_of(file, path.read_text(encoding="utf-8"))
            for path in sorted((root / "goalctl").rglob("*.py"))
        }

    @cached_property
    def _naming(self) -> dict[str, list[Statement]]:
        found = defaultdict(list)
        for statement in (one for several in self._statements.values() for one in several):
            for name in statement.names:
                found[name].append(statement)
        return found

    @cached_property
    def _tests(self) -> dict[str, list[str]]:
        """The tests of each test file."""
        found = defaultdict(list)
        for name in self.record.seconds:
            if "::" in name:
                found[name.partition("::")[0]].append(name)
        return found

    def rounds(self, file: str, line: int, within: float = inf) -> list[list[str]]:
        """The tests near a line, the cheapest test files in the first round, each round longer than the one before.

        No further round begins once those before it took `within` seconds when they were recorded.
        """
        is_code = file.endswith(".py")
        tests = self._near_code(file, line) if is_code else self._expanded(self.record.opened.get(file, ()))
        named = {test for test in tests if PurePath(file).stem in test and not is_code}
        rounds = (named, tests - named, self._apart - tests)
        every = [tests for several in rounds for tests in self._in_rounds(several)]
        took = accumulate((sum(map(self.record.seconds.__getitem__, tests)) for tests in every), initial=0.0)
        return [tests for tests, before in zip(every, took, strict=False) if before < within]

    @cached_property
    def _apart(self) -> set[str]:
        """Tests that start a process, as many as there is time for."""
        seconds = self.record.seconds
        cheapest = sorted(set(self.record.started) - self._failed, key=lambda test: (seconds[test], test))
        took = accumulate(seconds[test] for test in cheapest)
        return {test for test, so_far in zip(cheapest, took, strict=True) if so_far <= _APART}

    def _near_code(self, file: str, line: int) -> set[str]:
        statement = self._statement_at(file, line)
        tests = self._running(file, statement.first, statement.last) if statement else self._running(file, line, line)
        if statement and (statement.at_import or self._is_run_at_import(file, statement)):
            tests |= self._depending_on(statement)
        return tests or self._running(file, 1, _LAST_LINE)

    def _depending_on(self, statement: Statement) -> set[str]:
        """The tests that run a line which names what the statement binds, also by way of what is bound to that."""
        tests, waiting, seen = set(), [statement], {statement}
        while waiting:
            statement = waiting.pop()
            tests |= self._running(statement.file, statement.first, statement.end)
            following = {one for name in statement.binds for one in self._naming[name]} - seen
            seen |= following
            waiting += [one for one in following if one.at_import]
            for one in following:
                tests |= self._running(one.file, one.first, one.last)
        return tests

    def _statement_at(self, file: str, line: int) -> Statement | None:
        around = [one for one in self._statements[file] if one.first <= line <= one.last]
        return min(around, key=lambda one: one.last - one.first, default=None)

    def _is_run_at_import(self, file: str, statement: Statement) -> bool:
        return any(
            context == AT_IMPORT and _touches(numbits, statement.first, statement.last)
            for context, numbits in self._contexts(file)
        )

    def _running(self, file: str, first: int, last: int) -> set[str]:
        """The tests that run any of these lines."""
        return self._expanded(context for context, ran in self._contexts(file) if _touches(ran, first, last))

    def _expanded(self, contexts: Iterable[str]) -> set[str]:
        """The tests themselves, and for a test file all of its tests."""
        several = [self._tests.get(context, ()) if "::" not in context else (context,) for context in contexts]
        tests = {test for tests in several for test in tests}
        stories = {one for test in tests if (file := test.partition("::")[0]) in _STORIES for one in self._tests[file]}
        return (tests | stories) - self._failed

    def _contexts(self, file: str) -> list[tuple[str, bytes]]:
        if file not in self._ran:
            rows = self._lines.execute(
                "select context, numbits from line_bits join context on context.id = context_id"
                " join file on file.id = file_id where path = ?",
                [str(self.record.tree / file)],
            )
            self._ran[file] = list(rows)
        return self._ran[file]

    def _order(self, test: str) -> tuple[float, str]:
        """The quickest first, but a story as it was told."""
        file = test.partition("::")[0]
        return (self._tests[file].index(test), "") if file in _STORIES else (self.record.seconds[test], test)

    def _in_rounds(self, tests: set[str]) -> list[list[str]]:
        seconds = self.record.seconds
        by_file = defaultdict(list)
        for test in sorted(tests, key=self._order):
            by_file[test.partition("::")[0]].append(test)
        cost = {file: seconds.get(file, 0) + sum(map(seconds.__getitem__, tests)) for file, tests in by_file.items()}
        rounds: list[list[str]] = [[]]
        room = limit = _FIRST_ROUND
        for file in sorted(by_file, key=lambda file: (cost[file], file)):
            if room < cost[file] and rounds[-1]:
                limit *= _GROWTH
                room = limit
                rounds.append([])
            room -= cost[file]
            rounds[-1] += by_file[file]
        return [tests for tests in rounds if tests]


def _touches(numbits: bytes, first: int, last: int) -> bool:
    return any(num_in_numbits(line, numbits) for line in range(first, last + 1))
