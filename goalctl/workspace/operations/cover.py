"""`cover`: a colleague looks after somebody's clients; it stands in the settings, and may be ended early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from goalctl.analysis.caseload.cover import Covering, clashes_of, coverings_of
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value
from goalctl.model.settings import Settings
from goalctl.model.written import file_value
from goalctl.workspace.edits.additions import new_entry_id
from goalctl.workspace.edits.placing import item_edit, value_edits


class CoverError(GoalctlError):
    """It can't be covered like that; nothing was written."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class WantedCover:
    """A cover that is to be written down: of whom, by whom, from when to when, and why."""

    of: str
    by: str
    first: date
    last: date
    because: str | None = None


def cover_edits(settings: Settings, wanted: WantedCover, *, today: date, now: datetime | None) -> list[Edit]:
    """The edit that adds it; refused where either of the two is away already, or nothing is left of it."""
    refuse_cover(settings, wanted, today=today)
    fields: dict[str, Value] = {"id": new_entry_id({cover.id or "" for cover in settings.covers})}
    fields |= entry_values(
        on=today, written=file_value(now), of=wanted.of, by=wanted.by, from_=wanted.first, to=wanted.last
    )
    return [item_edit(settings, ("covers",), fields | entry_values(because=wanted.because))]


def refuse_cover(settings: Settings, wanted: WantedCover, *, today: date) -> None:
    """Raise for what can't be."""
    if wanted.of == wanted.by:
        raise CoverError(f"{wanted.of} can't cover for {wanted.of}", "--by names a colleague")
    if wanted.last < wanted.first:
        raise CoverError(f"--to {wanted.last} is before --from {wanted.first}", "write the earlier day first")
    if wanted.last < today:
        raise CoverError(f"{wanted.last} has passed", "a cover is for days to come")
    new = Covering(wanted.of, wanted.by, wanted.first, wanted.last)
    for cover in clashes_of(coverings_of(settings), new):
        away = f"{cover.of} is away from {cover.first} to {cover.last}, and {cover.by} covers"
        hint = f"to end that: goalctl cover {cover.of} --end"
        if cover.of == wanted.by:
            hint += "; or name another colleague"
        elif cover.by == wanted.of:
            hint += "; then name another colleague for them"
        raise CoverError(away, hint)


def end_edits(settings: Settings, of: str, day: date) -> tuple[Covering, list[Edit]]:
    """The cover that runs or is to come, and the edits that let it stop with the day before that one."""
    running = [cover for cover in coverings_of(settings) if cover.of == of and cover.last >= day]
    if not running:
        raise CoverError(f"nobody covers for {of} on {day} or later", "goalctl cover lists every cover")
    first = min(running, key=lambda cover: cover.first)
    place = next(
        n
        for n, one in enumerate(settings.covers)
        if (one.of, one.by, one.from_) == (first.of, first.by, first.first) and (one.ended is None or one.ended > day)
    )
    return first, value_edits(settings.covers[place], ("ended",), day.isoformat(), at=("covers", place))
