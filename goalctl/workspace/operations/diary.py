"""`diary`: scores between sessions, one entry for each day, in the order of the days; and the sheet they come on.

Every row of a CSV that can't be read is named by its line, so that a sheet is mended in one go.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from goalctl.analysis.scores.score_line import score_as_meant
from goalctl.documents.change import Edit
from goalctl.model.day_words import written_day_from
from goalctl.model.diary import DiaryEntry
from goalctl.model.entry import entry_values, plain_value
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value
from goalctl.model.ids import Rated, rated_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, excerpt, number_from
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.store.caseload import file_findings
from goalctl.workspace.store.practice import Practice

TWICE = "E132"
HEADER = ("date", "id", "score")
LINE = "line"
FUTURE = "E122"
SHAPE = "E121"


@dataclass(frozen=True, slots=True)
class DiaryScore:
    """One score of one day; `named` is what the person knows it by: a line of a sheet, a day, the words typed."""

    day: date
    rated: Rated
    score: float
    named: str


Rows: TypeAlias = tuple[list[DiaryScore], list[tuple[str, Finding]]]


class DiaryTakenError(GoalctlError):
    """Somebody has written down a score for the same day and item in the meantime; nothing was written."""


def diary_findings(
    practice: Practice, plan: Plan, scores: Sequence[DiaryScore], *, also: bool
) -> list[tuple[str, Finding]]:
    """What is wrong with the scores in this plan, each with its name: an unknown id, off the scale, there already."""
    entries = tuple(DiaryEntry.model_construct(date=one.day, scores={one.rated: one.score}) for one in scores)
    found = file_findings(practice, plan.client, plan.copy_with(diary=entries))
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
        ordered: dict[str, Value] = {item: plain_value(taken[item].score) for item in sorted(taken, key=_natural)}
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


def line_number(name: str) -> int:
    """The number of a line by its name; 0 for what is no line of a sheet."""
    word, _, number = name.partition(" ")
    return int(number) if word == LINE and number.isdecimal() else 0


def csv_rows(text: str, plan: Plan, *, today: date) -> Rows:
    """The scores of the rows that can be read, and what is wrong with the others; a first line that names no columns
    is the one finding.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    header = [cell.strip().lower() for cell in next(rows, [])]
    if sorted(header) != sorted(HEADER):
        said = excerpt(",".join(header)) or "nothing"
        return [], [(f"{LINE} 1", Finding(SHAPE, f"the header is {said}", hint=f"begin with {','.join(HEADER)}"))]
    scores: list[DiaryScore] = []
    findings: list[tuple[str, Finding]] = []
    for line, cells in _rows_with_content(rows):
        try:
            scores.append(_row_score(plan, line, dict(zip(header, cells, strict=False)), len(cells), today))
        except ScalarError as error:
            findings.append((line, Finding(error.code, str(error), hint=error.hint)))
    return scores, findings


def _rows_with_content(rows: Iterator[list[str]]) -> Iterator[tuple[str, list[str]]]:
    """The rows with something in them, each with the name of its line."""
    for number, cells in enumerate(rows, start=2):
        if any(cell.strip() for cell in cells):
            yield f"{LINE} {number}", [cell.strip() for cell in cells]


def _row_score(plan: Plan, line: str, cells: dict[str, str], count: int, today: date) -> DiaryScore:
    if count != len(HEADER):
        raise ScalarError(SHAPE, f"{count} values; a row has 3", "write date,id,score")
    day = written_day_from(cells["date"])
    if day > today:
        raise ScalarError(FUTURE, f"{day} is still to come (today is {today})", "write a day up to today")
    rated = rated_from(cells["id"])
    return DiaryScore(day, rated, number_from(score_as_meant(plan, str(rated), cells["score"])), line)
