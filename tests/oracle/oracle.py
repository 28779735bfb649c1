"""A practice under the oracle: its outputs read, held against each other and against the plans themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.oracle import documents, listings
from tests.oracle.beside import read_screen
from tests.oracle.cases import Practice
from tests.oracle.contradictions import contradictions
from tests.oracle.outputs import Outputs
from tests.oracle.reference import reference
from tests.oracle.statements import Reading
from tests.oracle.told import Contradiction


@dataclass
class Tally:
    """How much was read: statements, and by command the lines with a fact that were understood and that were not."""

    statements: int = 0
    understood: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    lines: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, readings: Iterable[Reading]) -> None:
        """Count what these readings hold."""
        for reading in readings:
            self.statements += len(reading.statements)
            self.understood[reading.where] += reading.understood
            self.unknown[reading.where] += len(reading.unknown)
            self.lines.update((reading.where, line) for line in reading.unknown)

    def share(self, where: str) -> float:
        """Of the lines of a command that carry a fact, how many were understood, from 0 to 1."""
        return self.understood[where] / max(self.understood[where] + self.unknown[where], 1)


def readings_of(practice: Practice, outputs: Outputs) -> dict[tuple[str, str], Reading]:
    """Every output read."""
    return {(where, client): read_output(practice, where, client, text) for (where, client), text in outputs.items()}


def judged(practice: Practice, readings: Iterable[Reading]) -> list[Contradiction]:
    """What contradicts itself, another output or the plans."""
    return contradictions([*readings, reference(practice)], practice.today)


def read_output(practice: Practice, where: str, client: str, text: str) -> Reading:
    """One output by the reader of its command."""
    name = where.split(maxsplit=1)[0]
    if name in {"goalctl", "caseload", "due", "check"}:
        return _of_all(practice, where, client, text)
    reading = _reading_of(practice, where, client)
    if name == "history":
        return listings.history(client, text)
    if name == "export":
        is_table = where.endswith("csv")
        return (
            listings.export_csv(reading, text, str(practice.today)) if is_table else listings.export_json(client, text)
        )
    return _report(reading, text) if name == "report" else read_screen(reading, text)


def _of_all(practice: Practice, where: str, client: str, text: str) -> Reading:
    clients = [client] if client else list(practice.plans)
    match where.split(maxsplit=1)[0]:
        case "goalctl":
            return listings.the_day(text, clients)
        case "caseload":
            return listings.caseload(where, text)
        case "check":
            return listings.check(text)
    return listings.due(f"{where} CLIENT" if client else where, text, clients, is_whole="--within" not in where)


def _reading_of(practice: Practice, where: str, client: str) -> Reading:
    """An empty reading that knows the goals' wordings and who is treated."""
    plan = practice.plans.get(client, {"goals": []})
    names = {goal["goal"]: goal["id"] for goal in plan["goals"]}
    names |= {step["objective"]: step["id"] for goal in plan["goals"] for step in goal.get("objectives", [])}
    anew = frozenset(goal["id"] for goal in plan["goals"] if "measured_before" in goal["smart"])
    is_earlier = any(other.get("previous") == client for other in practice.plans.values())
    return Reading(where, client, names=names, alone="members" not in plan, is_earlier=is_earlier, anew=anew)


def _report(reading: Reading, text: str) -> Reading:
    if "kind client" in reading.where:
        return documents.read_client_page(reading, text)
    if "kind record" in reading.where:
        return documents.read_record(reading, text)
    return documents.read_report(reading, text)
