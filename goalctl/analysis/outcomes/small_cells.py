"""Small counts of what leaves the house: hidden, and with them what would give them away by subtraction.

Within one group of one report: no report tells the whole of its groups. That two reports differ by one person, nothing
here can prevent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from goalctl.analysis.outcomes.counted import people_in
from goalctl.analysis.outcomes.figures import GroupFigures, OutcomeFigure
from goalctl.analysis.outcomes.subtraction import Secret, ToldCount, counts_of, secrets_of

HIDDEN = "hidden, too few"


def without_small_cells(group: GroupFigures, least: int) -> GroupFigures:
    """The group with every count of 1 to below `least` hidden, things or people; of a group that small, everything.

    Then so many more that no such count follows from those that are left. What counts among a hidden count is hidden
    with it, but for a number that another figure tells anyway: it stays, and of how many goes.
    """
    everyone = group.figures[0].counted or ()
    if 0 < people_in(everyone) < least:
        return replace(group, figures=(_hidden(group.figures[0]),))
    secrets = secrets_of(group.figures, least)
    hidden = frozenset(told for secret in secrets if len(secret) == 1 for told in secret)
    while open_ := [secret for secret in secrets if secret <= _told(group.figures, hidden)]:
        hidden |= {_costs_least(group.figures, open_)}
    return replace(group, figures=tuple(_without(one, group.figures, hidden) for one in group.figures))


def _costs_least(figures: Sequence[OutcomeFigure], secrets: Sequence[Secret]) -> ToldCount:
    """The count that protects most for the figures that go with it; of like ones the smallest."""
    goes_with = Counter(told for figure in figures for told in counts_of(figure))
    protects = Counter(told for secret in secrets for told in secret)
    place = {told: place for place, told in enumerate(goes_with)}
    return max(protects, key=lambda told: (protects[told] / goes_with[told], -len(told.who), place[told]))


def _told(figures: Sequence[OutcomeFigure], hidden: frozenset[ToldCount]) -> frozenset[ToldCount]:
    """Every count that some figure still tells."""
    return frozenset(told for one in figures if not counts_of(one) & hidden for told in counts_of(one))


def _without(figure: OutcomeFigure, figures: Sequence[OutcomeFigure], hidden: frozenset[ToldCount]) -> OutcomeFigure:
    if not counts_of(figure) & hidden:
        return replace(figure, counted=None, among=None)
    alone = replace(figure, of=None, note=HIDDEN, counted=figure.counted, among=None)
    if counts_of(alone) and counts_of(alone) <= _told(figures, hidden):
        return replace(alone, counted=None)
    return _hidden(figure)


def _hidden(figure: OutcomeFigure) -> OutcomeFigure:
    kept = (part for part in figure.note.split("; ") if part != HIDDEN and not part.startswith("n = "))
    told = [HIDDEN, *(part for part in kept if part)]
    return OutcomeFigure(figure.subject, figure.name, note="; ".join(told), is_hidden=True)
