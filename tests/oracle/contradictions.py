"""What cannot both be true: the same thing said with two values, and what one output says against itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from tests.oracle.one_goal import of_states
from tests.oracle.reference import WHERE, how_late
from tests.oracle.statements import REMARK, Reading, Statement
from tests.oracle.told import Contradiction, told

# May be said several times with several values; what is said of all of them together stands under another name.
SEVERAL = {
    "act", "due", "how late", "because", "open homework", "answered homework", "given", "task", "left out", "a because",
    "a because without its state", "an act", "a last", "a number", "a projection", "projection", "risk record",
    "on hold", "whole sentence", "fits",
}  # fmt: skip
# A word of the client's page that judges or alarms.
ALARMING = re.compile(
    r"off track|overdue|stale|plateau|risk|worse|suicid|endorsed|passed|unsigned|moderate|severe|no data", re.IGNORECASE
)


def contradictions(readings: Iterable[Reading], today: date) -> list[Contradiction]:
    """All of them, each once."""
    said = [one for reading in readings for one in reading.statements]
    found = [*_between(said), *_among(said), *_within(said, today), *of_states(said)]
    return list(dict.fromkeys(found))


def _between(said: list[Statement]) -> Iterator[Contradiction]:
    """The same subject and predicate with another value."""
    first: dict[tuple[str, str, str], Statement] = {}
    for one in sorted(said, key=lambda statement: statement.where != WHERE):
        if one.predicate in SEVERAL:
            continue
        other = first.setdefault(one.about, one)
        if other.value != one.value:
            yield told("two values", other, one)


def _values(said: list[Statement]) -> dict[tuple[str, str, str], dict[str, Statement]]:
    found: dict[tuple[str, str, str], dict[str, Statement]] = defaultdict(dict)
    for one in said:
        found[one.about].setdefault(one.value, one)
    return found


_REMARK = re.compile(REMARK)
_WHOLE = {"a because": "because", "an act": "act", "a projection": "projection"}


def _among(said: list[Statement]) -> Iterator[Contradiction]:
    """What is told of one of several is one of those that are told where all stand."""
    found = _values(said)
    for one in said:
        of = _WHOLE.get(one.predicate)
        if of is None:
            continue
        known = [
            value
            for (client, _, name), values in found.items()
            if client == one.client and name in {of, "because"}
            for value in values
        ]
        if one.value not in known and not (of == "projection" and any(one.value in value for value in known)):
            yield told(f"not among those in show ({of})", one)
    for one in said:
        if one.predicate == "a because without its state":
            known = [value.partition(": ")[2] for value in found.get((one.client, one.subject, "because"), {})]
            if one.value not in known and not (
                _REMARK.fullmatch(one.value) and any(one.value in value for value in known)
            ):
                yield told("not among those in show (because)", one)
    yield from _because(said)


def _because(said: list[Statement]) -> Iterator[Contradiction]:
    """A state has one sentence."""
    first: dict[tuple[str, str, str], Statement] = {}
    for one in said:
        if one.predicate == "because":
            key = one.client, one.subject, one.value.partition(": ")[0]
            other = first.setdefault(key, one)
            if other.value != one.value:
                yield told("two sentences for one state", other, one)


def _within(said: list[Statement], today: date) -> Iterator[Contradiction]:
    """Days and how late they are; bounds; words that a client must not read."""
    for one in said:
        if one.predicate == "how late":
            day, when = one.value.split(" ", 1)
            if how_late(date.fromisoformat(day), today) != when and not one.line.startswith("c-"):
                yield told("a day and how late it is", one)
        if one.predicate == "fits" and one.value == "no":
            yield told("figures of one line that do not fit", one)
        if (one.where.startswith("--with-client") or "kind client" in one.where) and ALARMING.search(one.line):
            yield told("an alarming word beside the client", one)
    yield from _pairs(said)


def _pairs(said: list[Statement]) -> Iterator[Contradiction]:
    """Nothing to look at, nothing open, nothing recorded, beside what is."""
    found = _values(said)
    for (client, _, predicate), values in found.items():
        acts = {
            value: one
            for (whose, _, name), of in found.items()
            if whose == client and name == "act"
            for value, one in of.items()
        }
        for one in values.values():
            if predicate in {"nothing to look at", "nothing open"} and acts:
                yield told("nothing to do beside a risk", one, next(iter(acts.values())))
    for (client, subject, predicate), values in found.items():
        if predicate == "no score" and (
            others := [
                one
                for (whose, item, name), of in found.items()
                if (whose, item) == (client, subject) and name.startswith("last by")
                for one in of.values()
                if one.where != WHERE
            ]
        ):
            yield told("no score and a score", next(iter(values.values())), others[0])
        if predicate == "has a deadline" and (others := found.get((client, subject, "deadline"))):
            yield told("no deadline and a deadline", next(iter(values.values())), next(iter(others.values())))
