"""C: what took place once and stands twice, as when two clones wrote it down, neither knowing of the other."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.history.held_twice import figures_of, held_twice, said_of, twice_in_words
from goalctl.model.finding import Finding, Severity
from goalctl.model.session import Session
from goalctl.rules.rule import Rule, RuleCase, finding_at

_RECEIVED = "{date: 2026-02-02, kind: journal, forms: {gad-7: 12}, received: 3f9c2b7a41d0e865}"


def entered_twice(case: RuleCase) -> Iterator[Finding]:
    """What came in twice, and one session, or meeting of a group, that was logged twice."""
    yield from _received_twice(case)
    yield from _held_twice(case)


def _held_twice(case: RuleCase) -> Iterator[Finding]:
    for one in held_twice(case.plan, by=case.today):
        said = f"{twice_in_words(one)}, here and in {one.other.id or 'another entry'}"
        yield finding_at(said, ("sessions", one.place), _keep_one(case, one.entry, one.other))


def _received_twice(case: RuleCase) -> Iterator[Finding]:
    """What another entry holds already, as when two clones took in the same letter, or tables that share a row."""
    known: list[tuple[Session, dict[str, object]]] = []
    for n, entry in enumerate(case.plan.sessions):
        if not entry.received or entry.void:
            continue
        held = figures_of(entry)
        for other, had in known:
            if entry.received == other.received:
                yield finding_at(f"this entry of {entry.date} came in twice", ("sessions", n, "received"))
            elif entry.date == other.date and (again := _taken_in_again(entry, held, other, had)):
                said = f"{' and '.join(again)} of {entry.date} came in twice, here and in {other.id or 'another entry'}"
                yield finding_at(said, ("sessions", n, "received"), _keep_one(case, entry, other))
        known.append((entry, held))


def _taken_in_again(entry: Session, held: dict[str, object], other: Session, had: dict[str, object]) -> list[str]:
    """What both say alike; nothing of two that came in together and hold the same, for the table told them apart."""
    again = [name for name, value in held.items() if had.get(name) == value]
    came_together = entry.written == other.written and held == had
    return [] if came_together else again


def _keep_one(case: RuleCase, entry: Session, other: Session) -> str:
    """Which of the two is no loss, where one of them says nothing that the other does not."""
    held, had = said_of(entry), said_of(other)
    for one, less, more in ((entry, held, had), (other, had, held)):
        if one.id and less.items() <= more.items():
            return f"the other has it all: goalctl void {case.name} {one.id} --because twice"
    return "each has something of its own: void one of them, and log anew what only that one has"


RULES = (
    Rule(
        "C114",
        "an entry that came in, or was logged, twice",
        "what took place once counts twice: in scores, change and risk, in sessions used and in attendance",
        entered_twice,
        Severity.WARNING,
        mend="keep one of the two: goalctl void CLIENT SESSION --because twice",
        source="goalctl import takes a text or a row once, log-group a meeting; two clones can't know of each other",
        bad=f"sessions: [{_RECEIVED}, {_RECEIVED}]",
        good=f"sessions: [{_RECEIVED}, {_RECEIVED.replace('865', '866')}]",
    ),
)
