"""Which counts follow from others: what is left of one when others that lie in it are taken away.

The reader is taken to know, of two figures of one subject, whether one lies in the other or they share nobody; and that
answers on a measure are of those treated, NHS figures of those whose treatment ended and who have scores.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from goalctl.analysis.outcomes.counted import Counted, number_of, people_in
from goalctl.analysis.outcomes.figures import NHS, TREATMENTS, OutcomeFigure

MOST_TOGETHER = 4  # so many counts are taken from one; no subject has more that share nobody


class ToldCount(NamedTuple):
    """One count that figures of a subject tell, `n` or `of`, by those it counts."""

    subject: str
    who: frozenset[Counted]


Secret = frozenset[ToldCount]
"""Counts from which, all told, a small one follows; a small one alone."""


def counts_of(figure: OutcomeFigure) -> frozenset[ToldCount]:
    """What a figure tells; a nought is no count."""
    return frozenset(ToldCount(figure.subject, frozenset(who)) for who in (figure.counted, figure.among) if who)


def secrets_of(figures: Sequence[OutcomeFigure], least: int) -> frozenset[Secret]:
    """All that must not be told together, where counts of 1 to below `least` are small."""
    subjects = _by_subject(figures)
    small = {told for counts in subjects.values() for told in counts if _is_small(told.who, least)}
    found = {secret for counts in subjects.values() for secret in _Cells(counts - small, least).secrets()}
    found |= {secret for secret in _between(figures, least) if not secret & small}
    return frozenset((*(frozenset({told}) for told in small), *(one for one in found if not _has_less(one, found))))


def _by_subject(figures: Iterable[OutcomeFigure]) -> Mapping[str, set[ToldCount]]:
    subjects: dict[str, set[ToldCount]] = defaultdict(set)
    for figure in figures:
        for told in counts_of(figure):
            subjects[told.subject].add(told)
    return subjects


def _is_small(found: Iterable[Counted], least: int) -> bool:
    """Whether they are fewer than that, things or people; of many no more are looked at than are enough."""
    there, clients = list[Counted](), set[str]()
    for one in found:
        there.append(one)
        clients.add(one.client)
        if len(clients) >= least:
            return False
    return bool(there) and (number_of(there) < least or people_in(there) < least)


def _has_less(secret: Secret, found: Container[Secret]) -> bool:
    """Whether two of them are enough."""
    return len(secret) > 2 and any(frozenset(two) in found for two in combinations(secret, 2))  # noqa: PLR2004 - two


class _Cells:
    """The counts of one subject, each as those of the cells that are in it; a cell is a bit of a whole number."""

    def __init__(self, counts: Iterable[ToldCount], least: int) -> None:
        told = sorted(counts, key=lambda one: (len(one.who), sorted(one.who)))
        cells: dict[tuple[bool, ...], list[Counted]] = defaultdict(list)
        for one in frozenset[Counted]().union(*(count.who for count in told)):
            cells[tuple(one in count.who for count in told)].append(one)
        self.least, self.cells = least, list(cells.values())
        self.told = {
            sum(1 << bit for bit, is_in in enumerate(cells) if is_in[place]): one for place, one in enumerate(told)
        }
        self.judged: dict[int, bool] = {}

    def secrets(self) -> Iterator[Secret]:
        """Each whole with what is taken from it, where a small rest is left."""
        for taken, told in self._together(0, frozenset(), list(self.told)):
            for whole, one in self.told.items():
                if taken & ~whole == 0 and self._is_small(whole & ~taken):
                    yield told | {one}

    def _together(self, taken: int, told: Secret, others: Sequence[int], deep: int = 1) -> Iterator[tuple[int, Secret]]:
        """Counts whose sum is known: they share nobody, or those whom they share are a count that is told too."""
        for place, other in enumerate(others):
            shared = taken & other
            if (taken and shared in {taken, other}) or (shared and shared not in self.told):
                continue
            both = told | {self.told[one] for one in (other, shared) if one}
            yield taken | other, both
            if deep < MOST_TOGETHER:
                yield from self._together(taken | other, both, others[place + 1 :], deep + 1)

    def _is_small(self, bits: int) -> bool:
        if bits not in self.judged:
            there = (one for bit, cell in enumerate(self.cells) if bits >> bit & 1 for one in cell)
            self.judged[bits] = _is_small(there, self.least)
        return self.judged[bits]


def _between(figures: Sequence[OutcomeFigure], least: int) -> Iterator[Secret]:
    """What is left of the whole of one subject beside the whole of another that is of the same people."""
    wholes = {told for figure in figures for told in _wholes(figure)}
    for whole, part in product(wholes, wholes):
        if _RANKS.get(whole.subject, 1) < _RANKS.get(part.subject, 1):
            outer, inner = _treatments(whole.who), _treatments(part.who)
            rest = (one for name, one in outer.items() if name not in inner)
            if inner and inner.keys() <= outer.keys() and _is_small(rest, least):
                yield frozenset({whole, part})


_RANKS = {TREATMENTS: 0, NHS: 2}
"""Measures and whatever else, between them."""


def _wholes(figure: OutcomeFigure) -> frozenset[ToldCount]:
    """Among whom it counts, or whom where it counts among nobody."""
    who = figure.among or figure.counted
    return frozenset({ToldCount(figure.subject, frozenset(who))} if who else ())


def _treatments(found: Iterable[Counted]) -> Mapping[str, Counted]:
    """Each by its treatment; none where one treatment counts more than once, so that nothing can be taken away."""
    there = tuple(found)
    by_name = {one.treatment: one for one in there}
    return by_name if len(by_name) == number_of(there) else {}
