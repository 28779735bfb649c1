"""Scores between sessions as edits of a plan's diary: one entry for each day, in the order of the days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values, plain
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value
from goalctl.model.ids import Rated
from goalctl.model.plan import Plan
from goalctl.model.session import DiaryEntry
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.store.caseload import file_findings
from goalctl.workspace.store.practice import Practice

TWICE = "E132"


@dataclass(frozen=True, slots=True)
class DiaryScore:
    """One score of one day; `named` is what the person knows it by: a line of a sheet, a day, the words typed."""

    day: date
    rated: Rated
    score: float
    named: str


class DiaryTakenError(GoalctlError):
    """Somebody has written down a score for the same day and item in the meantime; nothing was written."""


def diary_findings(
    practice: Practice, plan: Plan, scores: Sequence[DiaryScore], *, also: bool
) -> list[tuple[str, Finding]]:
    """What is wrong with the scores in this plan, each with its name: an unknown id, off the scale, there already."""
    entries = tuple(DiaryEntry.model_construct(date=one.day, scores={one.rated: one.score}) for one in scores)
    found = file_findings(practice, plan.client, plan.altered(diary=entries))
    named = [(scores[place].named, finding) for finding in found if (place := _place(finding)) is not None]
    return named + ([] if also else list(_twice(plan, scores)))


def diary_edits(plan: Plan, scores: Sequence[DiaryScore], note: str | None, *, also: bool) -> list[Edit]:
    """The edits that append an entry for each day; a day and item that have a score by now are refused."""
    if not also and (taken := list(_twice(plan, scores))):
        raise DiaryTakenError(f"nothing was written: {taken[0][1].message}", taken[0][1].hint)
    days: dict[date, list[DiaryScore]] = {}
    for one in sorted(scores, key=lambda one: one.day):
        days.setdefault(one.day, []).append(one)
    return [append_edit(plan, "diary", entry) for of_day in days.values() for entry in _entries(of_day, note)]


def _entries(scores: Sequence[DiaryScore], note: str | None) -> Iterator[Value]:
    """One entry with all scores of the day; an item's second score of the day gets a further entry."""
    left = list(scores)
    while left:
        taken = {str(one.rated): one for one in reversed(left)}
        left = [one for one in left if taken[str(one.rated)] is not one]
        ordered: dict[str, Value] = {item: plain(taken[item].score) for item in sorted(taken, key=_natural)}
        yield entry_values(date=scores[0].day) | ordered | entry_values(note=note)


def _natural(item: str) -> tuple[int, str]:
    return len(item), item


def _twice(plan: Plan, scores: Sequence[DiaryScore]) -> Iterator[tuple[str, Finding]]:
    hint = "--also writes down a further one"
    there = {(entry.date, rated) for entry in plan.diary for rated in entry.scores}
    given = Counter((one.day, one.rated) for one in scores)
    for one in scores:
        if (one.day, one.rated) in there:
            yield one.named, Finding(TWICE, f"{one.rated} has a score for {one.day} already", hint=hint)
        elif given[one.day, one.rated] > 1:
            yield one.named, Finding(TWICE, f"{one.rated} is given twice for {one.day}", hint=hint)


def _place(finding: Finding) -> int | None:
    place = finding.path[1] if len(finding.path) > 1 and finding.path[0] == "diary" else None
    return place if isinstance(place, int) else None
