"""The statements of all planners in one row, and the search among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from goalctl.analysis.ranking import Findable, Ranking
from goalctl.library.shelf import Shelf
from goalctl.model.planner import Planner
from goalctl.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Shelved:
    """A statement with the planner it stands in."""

    planner: Planner
    statement: Statement

    @property
    def ref(self) -> str:
        """How it is named on a command line, `depression/g3`."""
        return f"{self.planner.planner}/{self.statement.id}"


def shelved(shelf: Shelf[Planner]) -> list[Shelved]:
    """Every statement of every planner that can be read, in the order of areas and files."""
    planners = [planner for name in shelf if (planner := shelf.get(name))]
    return [Shelved(planner, statement) for planner in planners for statement in planner.statements()]


@dataclass(frozen=True)
class StatementSearch:
    """Statements that can be searched again and again."""

    statements: Sequence[Shelved]

    def best(self, query: str) -> list[Shelved]:
        """Those that the words fit, best first; a planner's name and tags help to find what it holds."""
        return [self.statements[position] for position in self._ranking.best(query)]

    @cached_property
    def _ranking(self) -> Ranking:
        headings = {each.planner.planner: _heading(each.planner) for each in self.statements}
        details = dict(_details(self.statements))
        return Ranking(
            [
                Findable(each.statement.text, f"{headings[each.planner.planner]} {details.get(each.ref, '')}")
                for each in self.statements
            ]
        )


def _heading(planner: Planner) -> str:
    return " ".join((planner.planner, planner.name, *planner.tags))


def _details(statements: Sequence[Shelved]) -> Iterator[tuple[str, str]]:
    """What a statement says beside its wording: a goal's specific part, how a problem shows, a resource's kind."""
    for planner in {each.planner.planner: each.planner for each in statements}.values():
        area = planner.planner
        yield from ((f"{area}/{goal.id}", goal.specific or "") for goal in planner.goals)
        yield from ((f"{area}/{problem.id}", " ".join(problem.shows)) for problem in planner.problems)
        yield from ((f"{area}/{resource.id}", resource.kind) for resource in planner.resources)
