"""Treatments for strangers: a row for each person, so coarse that every row has as many like it as are asked for.

What a row says is all that somebody could know of a client beforehand, so all of it counts: rows are alike when every
value is. Whoever knows everything about a person finds at least so many rows, and none of them is that person's more
than the others. What makes too many rows rare is left out column by column, then the rows that are still rare.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Origins, Treatment
from goalctl.model.errors import GoalctlError

FORMAT = 1
COLUMNS = ("form", "outcome", "first", "sessions", "area", "ending", "weeks", "year")
"""What a row says, in the order in which it is kept: the last goes first."""
LEAST = 11  # CMS publishes no count of 1 to 10; a practice may ask for more by small_cells, never for less
MOST_RARE = 0.1  # our own: a column goes as long as more than this share of rows is rare
SESSIONS = ((4, "0 to 4"), (12, "5 to 12"), (24, "13 to 24"))
WEEKS = ((12, "under 13"), (26, "13 to 26"), (52, "27 to 52"))
NEVER = ("names", "days", "words", "diagnoses", "ages", "clinicians", "goals", "single scores", "earlier episodes")
NOT_KNOWN = "not known"

Row = Mapping[str, str]


class TooFewAlikeError(GoalctlError):
    """There are not as many rows that are alike; nothing leaves."""

    def __init__(self, least: int) -> None:
        super().__init__(
            f"no {least} clients are alike, so nothing was exported",
            "without --alike the export is pseudonymised, and says so",
        )


@dataclass(frozen=True, slots=True)
class AlikeRows:
    """The rows that leave, how many are alike at least, and what does not leave."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    least: int
    k: int
    rare: int

    @property
    def left_out(self) -> tuple[str, ...]:
        """Everything that was dropped, in words; a count below the least number would tell too much."""
        columns = tuple(f"the column {name}" for name in COLUMNS if name not in self.columns)
        few = f"fewer than {self.least} rows that are rare"
        rows = (few if self.rare < self.least else f"{self.rare} rows that are rare",) if self.rare else ()
        return (*NEVER, *columns, *rows)


def alike(cases: Iterable[Case], origins: Origins, *, least: int) -> AlikeRows:
    """The rows of these clients, of each person the newest episode; TooFewAlikeError where no row could leave."""
    known = list(cases)
    earlier = {case.plan.previous for case in known}
    found = [_row(case, origins) for case in known if case.plan.client not in earlier]
    columns: tuple[str, ...] = COLUMNS
    while len(columns) > 1 and _rare(found, columns, least) > MOST_RARE * len(found):
        columns = columns[:-1]
    kept = _kept(found, columns, least)
    if not kept:
        raise TooFewAlikeError(least)
    rows = tuple(dict(zip(columns, values, strict=True)) for values in sorted(kept.elements()))
    return AlikeRows(rows, columns, least, min(kept.values()), len(found) - len(rows))


def alike_text(found: AlikeRows, *, version: str) -> str:
    """The rows as JSON, with what was left out."""
    said = {"least": found.least, "k": found.k, "left_out": list(found.left_out), "rows": list(found.rows)}
    return json.dumps({"format": FORMAT, "goalctl": version, "deidentified": said}, indent=2) + "\n"


def _counted(rows: Iterable[Row], columns: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(row[column] for column in columns) for row in rows)


def _kept(rows: Iterable[Row], columns: Sequence[str], least: int) -> Counter[tuple[str, ...]]:
    return Counter({values: n for values, n in _counted(rows, columns).items() if n >= least})


def _rare(rows: Sequence[Row], columns: Sequence[str], least: int) -> int:
    return len(rows) - _kept(rows, columns, least).total()


def _row(case: Case, origins: Origins) -> Row:
    found = case.treatment(origins)
    main = _main(found)
    outcome = main.outcome if main else None
    return {
        "form": main.form if main else NOT_KNOWN,
        "outcome": outcome.value if outcome else NOT_KNOWN,
        "first": _first(case, main),
        "sessions": _band(found.attended, SESSIONS, "25 or more"),
        "area": found.areas[0] if len(found.areas) == 1 else "several" if found.areas else NOT_KNOWN,
        "ending": {None: "goes on", True: "unplanned", False: "planned"}[found.unplanned],
        "weeks": _weeks(case, found),
        "year": str(case.plan.opened.year) if case.plan.opened else NOT_KNOWN,
    }


def _main(found: Treatment) -> Measured | None:
    """The client's own form that says most: one with a first and a last score before one with a first alone."""
    own = [one for one in found.measured if one.respondent is None and one.first]
    return min(own, key=lambda one: one.last is None, default=None)


def _first(case: Case, main: Measured | None) -> str:
    """In which third of the form's range the first score lies."""
    form = case.forms.get(main.form) if main else None
    ends = possible_range(form) if form else None
    if main is None or main.first is None or ends is None or ends[0] == ends[1]:
        return NOT_KNOWN
    share = (main.first.value - ends[0]) / (ends[1] - ends[0])
    return "lower third" if share < 1 / 3 else "middle third" if share < 2 / 3 else "upper third"


def _weeks(case: Case, found: Treatment) -> str:
    if case.plan.opened is None:
        return NOT_KNOWN
    end: date = found.ended or case.today
    return _band((end - case.plan.opened).days // 7, WEEKS, "over 52")


def _band(number: int, bands: Sequence[tuple[int, str]], above: str) -> str:
    return next((words for most, words in bands if number <= most), above)
