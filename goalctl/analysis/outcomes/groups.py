"""By what treatments are put together: clinician, area, template, period, episode; in the order of the words, never of
the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from goalctl.analysis.outcomes.treatment import Treatment


class By(StrEnum):
    """What the figures are told for; `measure` is everyone together, under a heading for each measure."""

    MEASURE = "measure"
    CLINICIAN = "clinician"
    AREA = "area"
    TEMPLATE = "template"
    PERIOD = "period"
    EPISODE = "episode"


EVERYONE = "everyone"
GOING_ON = "going on"


def grouped(treatments: Iterable[Treatment], by: By) -> dict[str, list[Treatment]]:
    """The treatments of each group; one that belongs to several areas is in each of them."""
    found: dict[str, list[Treatment]] = {}
    for treatment in treatments:
        for name in _NAMES[by](treatment):
            found.setdefault(name, []).append(treatment)
    return dict(sorted(found.items()))


def quarter(treatment: Treatment) -> str:
    """The quarter in which it ended, `2026-Q1`."""
    ended = treatment.ended
    return f"{ended.year}-Q{(ended.month + 2) // 3}" if ended else GOING_ON


def _episode(treatment: Treatment) -> str:
    return "first episode" if treatment.episode == 1 else "a later episode"


_NAMES: Mapping[By, Callable[[Treatment], tuple[str, ...]]] = {
    By.MEASURE: lambda _: (EVERYONE,),
    By.CLINICIAN: lambda one: (one.clinician or "no clinician",),
    By.AREA: lambda one: one.areas or ("no area of a planner",),
    By.TEMPLATE: lambda one: (one.template or "no template",),
    By.PERIOD: lambda one: (quarter(one),),
    By.EPISODE: lambda one: (_episode(one),),
}
