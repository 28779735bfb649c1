"""Small counts of what leaves the house: hidden, and with them what would give them away by subtraction.

Within one report. That two reports differ by one person, nothing here can prevent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from goalctl.analysis.outcomes.figures import PAIRS, GroupFigures, OutcomeFigure

HIDDEN = "hidden, too few"


def without_small_cells(group: GroupFigures, least: int) -> GroupFigures:
    """The group with every count from 1 to below `least` hidden; of a group that is that small, everything.

    A count and what is left of its whole are cells alike; of several that share one whole at least two are hidden where
    one is, and so many that they come to `least` together. What counts among a hidden count is hidden with it.
    """
    if group.n < least:
        return replace(group, figures=(_hidden(group.figures[0]),))
    figures = group.figures
    hidden = {place for whole in _wholes(figures) for place in _to_hide(figures, whole, least)}
    without = [_hidden(one) if place in hidden else _told(one, least) for place, one in enumerate(figures)]
    told_of = {(one.subject, one.name) for one in without if one.is_hidden}
    return replace(
        group, figures=tuple(_hidden(one) if (one.subject, one.part_of) in told_of else one for one in without)
    )


def _wholes(figures: Sequence[OutcomeFigure]) -> Iterator[list[int]]:
    """The places of figures that divide one whole among them; any other stands alone."""
    found: dict[str, list[int]] = {}
    for place, figure in enumerate(figures):
        found.setdefault(figure.whole or f"alone {place}", []).append(place)
    return iter(found.values())


def _to_hide(figures: Sequence[OutcomeFigure], whole: Sequence[int], least: int) -> set[int]:
    """The places to hide of one whole: all where something else would follow, else the small and who goes with them."""
    if any(_gives_away(figures[place], least) for place in whole):
        return set(whole)
    cells = {place: figures[place].n or 0 for place in whole}
    small = {place for place, cell in cells.items() if _is_small(cell, least)}
    return _with_company(cells, small, least) if small and len(cells) > 1 else small


def _with_company(cells: Mapping[int, int], small: set[int], least: int) -> set[int]:
    """The small cells, and the next smallest until two are hidden that come to `least` together."""
    hidden = set(small)
    for place in sorted(cells, key=lambda place: cells[place]):
        if len(hidden) > 1 and sum(cells[one] for one in hidden) >= least:
            break
        hidden.add(place)
    return hidden


def _gives_away(figure: OutcomeFigure, least: int) -> bool:
    """Whether what it counts among is small, or what follows from it and another."""
    rests = [*figure.rests]
    if figure.of is not None:
        is_alone = not figure.whole and figure.name != PAIRS
        rests += [figure.of, *([figure.of - (figure.n or 0)] if is_alone else [])]
    return any(_is_small(rest, least) for rest in rests)


def _is_small(cell: int, least: int) -> bool:
    return 0 < cell < least


def _told(figure: OutcomeFigure, least: int) -> OutcomeFigure:
    """How many pairs there are is told by all else of the measure: where few have none, of whom they are is hidden."""
    if figure.name == PAIRS and figure.of is not None and _is_small(figure.of - (figure.n or 0), least):
        return replace(figure, of=None, note=HIDDEN)
    return figure


def _hidden(figure: OutcomeFigure) -> OutcomeFigure:
    kept = (part for part in figure.note.split("; ") if part != HIDDEN and not part.startswith("n = "))
    told = [HIDDEN, *(part for part in kept if part)]
    return OutcomeFigure(figure.subject, figure.name, note="; ".join(told), part_of=figure.part_of, is_hidden=True)
