"""Diary scores as CSV: every row that can't be read is named by its line, so that a sheet is mended in one go."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from goalctl.model.finding import Finding
from goalctl.model.ids import rated_from
from goalctl.model.scalars import ScalarError, day_from, number_from, shown
from goalctl.workspace.operations.diary import DiaryScore

HEADER = ("date", "id", "score")
LINE = "line"
FUTURE = "E122"
SHAPE = "E121"

Read: TypeAlias = tuple[list[DiaryScore], list[tuple[str, Finding]]]


def line_number(name: str) -> int:
    """The number of a line by its name; 0 for what is no line of a sheet."""
    word, _, number = name.partition(" ")
    return int(number) if word == LINE and number.isdecimal() else 0


def csv_rows(text: str, *, today: date) -> Read:
    """The scores of the rows that can be read, and what is wrong with the others; a first line that names no columns
    is the one finding.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    header = [cell.strip().lower() for cell in next(rows, [])]
    if sorted(header) != sorted(HEADER):
        said = shown(",".join(header)) or "nothing"
        return [], [(f"{LINE} 1", Finding(SHAPE, f"the header is {said}", hint=f"begin with {','.join(HEADER)}"))]
    scores: list[DiaryScore] = []
    findings: list[tuple[str, Finding]] = []
    for line, cells in _rows_with_content(rows):
        try:
            scores.append(_score(line, dict(zip(header, cells, strict=False)), len(cells), today))
        except ScalarError as error:
            findings.append((line, Finding(error.code, str(error), hint=error.hint)))
    return scores, findings


def _rows_with_content(rows: Iterator[list[str]]) -> Iterator[tuple[str, list[str]]]:
    """The rows with something in them, each with the name of its line."""
    for number, cells in enumerate(rows, start=2):
        if any(cell.strip() for cell in cells):
            yield f"{LINE} {number}", [cell.strip() for cell in cells]


def _score(line: str, cells: dict[str, str], count: int, today: date) -> DiaryScore:
    if count != len(HEADER):
        raise ScalarError(SHAPE, f"{count} values; a row has 3", "write date,id,score")
    day = day_from(cells["date"])
    if day > today:
        raise ScalarError(FUTURE, f"{day} is still to come (today is {today})", "write a day up to today")
    return DiaryScore(day, rated_from(cells["id"]), number_from(cells["score"]), line)
