"""Plans for research: what can be counted, under random codes. As a rule that is pseudonymised, and says so.

    {"format": 1, "goalctl": "0.1.0", "k": 1, "left_out": ["names", …], "pseudonymised": [
      {"code": "k3…", "status": "active", "goals": [{"id": "g1", "status": "active", "by": "phq-9", "baseline": 18,
       "target": 9, "opened": 2, "deadline": 33, "objectives": [...]}],
       "sessions": [{"week": 0, "kind": "session"}],
       "scores": [{"id": "g1", "rater": "client", "week": 0, "score": 18, "measure": "phq-9", "source": "form",
        "part": ""}]}]}

Only what is named here is taken over, so that a new field of plans never slips in: no words, names, codes of diagnoses,
authorizations or ids of the practice; a random code for the client, made anew each time; a day becomes the number of
the week since the opening, 0 for the first. Raters and respondents other than the client and the clinician are
`other`. A target that is a band is a list of its two ends. `k` is how many plans are alike in all of that, at least;
whoever knows some weeks or scores of a client finds the one that is like no other. `alike.py` makes rows that are not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goalctl.analysis.case import Case
from goalctl.analysis.scores.given import Score
from goalctl.model.goal import Goal, Scorable
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.measure import Measure

FORMAT = 1
COLUMNS = ("client", "id", "rater", "week", "score", "measure", "source", "part")
KNOWN_RATERS = {CLIENT_RATER, "clinician"}
NEVER = ("names", "days", "words", "diagnoses", "ages", "clinicians", "notes", "risk records", "raters' names")


@dataclass(frozen=True, slots=True)
class Nameless:
    """A case under a random code, with the day that its weeks are counted from."""

    code: str
    case: Case
    start: date | None

    @classmethod
    def of(cls, case: Case, code: str) -> Nameless:
        """The case under that code; without an opening day, weeks are counted from the first entry."""
        first = min((entry.date for entry in case.entries), default=None)
        return cls(code, case, case.plan.opened or first)

    def week(self, day: date | None) -> int | None:
        """The number of the week that the day lies in; below 0 before the opening."""
        return None if day is None or self.start is None else (day - self.start).days // 7


def deidentified_text(cases: Iterable[Nameless], *, version: str, least: int = 11) -> str:
    """The export as JSON; only where at least so many plans are alike it calls itself de-identified."""
    found = [_plan(nameless) for nameless in cases]
    k = _least_alike(found)
    said = {"k": k, "left_out": list(NEVER), "deidentified" if k >= least else "pseudonymised": found}
    return json.dumps({"format": FORMAT, "goalctl": version, **said}, indent=2) + "\n"


def least_alike(cases: Iterable[Nameless]) -> int:
    """How many plans are alike, at least, in everything that leaves of them; 0 without any plan."""
    return _least_alike(_plan(nameless) for nameless in cases)


def _least_alike(plans: Iterable[dict[str, Any]]) -> int:
    said = Counter(json.dumps({**plan, "code": ""}, sort_keys=True) for plan in plans)
    return min(said.values(), default=0)


def deidentified_rows(cases: Iterable[Nameless]) -> Iterator[dict[str, str | float | None]]:
    """The scores, a row each, with the code for the client and the week for the day."""
    for nameless in cases:
        for score in nameless.case.scores:
            yield {"client": nameless.code, **_score(nameless, score)}


def _plan(nameless: Nameless) -> dict[str, Any]:
    plan = nameless.case.plan
    return {
        "code": nameless.code,
        "status": plan.status.value,
        "goals": [_item(nameless, goal) for goal in plan.goals],
        "sessions": [{"week": nameless.week(entry.date), "kind": entry.kind.value} for entry in nameless.case.entries],
        "scores": [_score(nameless, score) for score in nameless.case.scores],
    }


def _item(nameless: Nameless, item: Scorable) -> dict[str, Any]:
    measure = item.measure
    facts: dict[str, Any] = {"id": item.id, "status": item.status.value, "by": measure.kind if measure else None}
    facts |= {"baseline": measure.baseline if measure else None, "target": _target(measure) if measure else None}
    facts |= {"opened": nameless.week(item.opened), "closed": nameless.week(item.closed)}
    facts |= {"deadline": nameless.week(item.deadline), "extended": len(item.extended)}
    steps: Sequence[Scorable] = item.objectives if isinstance(item, Goal) else ()
    return {**facts, "objectives": [_item(nameless, step) for step in steps]} if isinstance(item, Goal) else facts


def _target(measure: Measure) -> float | list[float] | None:
    return [measure.band.low, measure.band.high] if measure.band else measure.target


def _score(nameless: Nameless, score: Score) -> dict[str, str | float | None]:
    return {
        "id": score.item,
        "rater": score.rater if score.rater in KNOWN_RATERS else "other",
        "week": nameless.week(score.day),
        "score": int(score.score) if score.score.is_integer() else score.score,
        "measure": score.measure,
        "source": score.source.value,
        "part": score.part,
    }
