"""What is wrong with a text or a plan, said as a value: code, place, message, how to mend it.

No rule lives here; the reader, the model and the rules make findings, and others add the place and show them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias, Union

Value: TypeAlias = Union[str, list["Value"], dict[str, "Value"], None]  # noqa: UP007 - a recursive alias needs names
Fields: TypeAlias = dict[str, Value]
Path: TypeAlias = tuple[str | int, ...]
MOST_IN_A_LISTING = 10  # of one code in one file, our own: the rows of other clients stay in sight


def fields_in(value: Value) -> Fields:
    """The mapping that the value is; an empty one where it is something else."""
    return value if isinstance(value, dict) else {}


def list_in(value: Value) -> list[Value]:
    """The list that the value is; an empty one where it is something else."""
    return value if isinstance(value, list) else []


def records_under(fields: Mapping[str, Value], key: str) -> list[Fields]:
    """The mappings in the list under that key; none where there is no list."""
    return [one for one in list_in(fields.get(key)) if isinstance(one, dict)]


def value_in(data: Value, path: Path) -> Value:
    """What stands at that place; None where nothing does."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


class Severity(StrEnum):
    """How much a finding matters; only an error stops a write."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """A stretch of one line in a text: `line` and `column` count from 1, `width` is in characters, at least 1."""

    line: int
    column: int
    width: int = 1
    excerpt: str = ""


class Finding(NamedTuple):
    """One result of a check.

    `path` leads from the top of the file to the value meant (keys and 0-based positions); with `at_key` the key itself
    is meant. `place` is None until someone who has the text has looked it up.
    """

    code: str
    message: str
    path: Path = ()
    hint: str = ""
    severity: Severity = Severity.ERROR
    at_key: bool = False
    place: Place | None = None

    def at(self, place: Place) -> Finding:
        """The same finding, now with its place."""
        return self._replace(place=place)

    @property
    def in_short(self) -> str:
        """What is wrong, and behind it how to mend it."""
        return f"{self.message}{f' ({self.hint})' if self.hint else ''}"

    def where(self, name: str) -> str:
        """The name of the file it is in, with line and column behind it where they are known."""
        return f"{name}:{self.place.line}:{self.place.column}" if self.place else name


def errors_in(findings: Iterable[Finding]) -> list[Finding]:
    """Those that stop a write."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def by_place(finding: Finding) -> tuple[int, int, str]:
    """How findings of one file are sorted: by line and column, those without a place first, then by code."""
    return (finding.place.line, finding.place.column, finding.code) if finding.place else (0, 0, finding.code)


def new_findings(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """What is found after a change and was not before it; of several alike the later ones.

    Places and positions may have moved, so they don't count; what is new comes last.
    """
    left = Counter((finding.code, finding.message) for finding in before)
    new = []
    for finding in after:
        left[finding.code, finding.message] -= 1
        if left[finding.code, finding.message] < 0:
            new.append(finding)
    return new


class Fault(NamedTuple):
    """A finding as a listing shows it: where, which code, what is wrong."""

    where: str
    code: str
    message: str
    hint: str

    @property
    def hides_something(self) -> bool:
        """Whether what it is about could not be read (`E1xx`), so that an answer without it is incomplete."""
        return self.code.startswith("E1")


def fault_of(name: str, finding: Finding) -> Fault:
    """A finding in the file of that name, with its place written out."""
    return Fault(finding.where(name), finding.code, finding.message, finding.hint)


def faults_of(name: str, findings: Iterable[Finding]) -> list[Fault]:
    """What a listing shows of one file: of each code the first ten, and then how many more there are."""
    told = Counter[str]()
    few = []
    for finding in findings:
        told[finding.code] += 1
        if told[finding.code] <= MOST_IN_A_LISTING:
            few.append(fault_of(name, finding))
    more = {code: count - MOST_IN_A_LISTING for code, count in told.items() if count > MOST_IN_A_LISTING}
    return few + [Fault(name, code, f"{count} more of {code}", _ALL) for code, count in more.items()]


_ALL = "goalctl check --format json has them all"
