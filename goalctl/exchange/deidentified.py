"""Plans for research: what can be counted, and nothing that says who it was.

    {"format": 1, "goalctl": "0.1.0", "deidentified": [
      {"code": "k3…", "status": "active", "goals": [{"id": "g1", "status": "active", "by": "phq-9", "baseline": 18,
       "target": 9, "opened": 2, "deadline": 33, "objectives": [...]}],
       "sessions": [{"week": 0, "kind": "session"}],
       "scores": [{"id": "g1", "rater": "client", "week": 0, "score": 18, "measure": "phq-9", "source": "form"}]}]}

Only what is named here is taken over, so that a new field of plans never slips in: no words, names, codes of diagnoses,
authorizations or ids of the practice; a random code for the client, made anew each time; a day becomes the number of
the week since the opening, 0 for the first. Raters other than the client and the clinician are `other`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goalctl.analysis.progress.scores import Score, scores_of
from goalctl.model.form import Form
from goalctl.model.goal import Goal, Scorable
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan

FORMAT = 1
COLUMNS = ("client", "id", "rater", "week", "score", "measure", "source")
KNOWN_RATERS = {CLIENT_RATER, "clinician"}


@dataclass(frozen=True, slots=True)
class Nameless:
    """A plan under a random code, with the day that its weeks are counted from."""

    code: str
    plan: Plan
    start: date | None

    @classmethod
    def of(cls, plan: Plan, code: str) -> Nameless:
        """The plan under that code; without an opening day, weeks are counted from the first entry."""
        first = min((entry.date for entry in plan.log), default=None)
        return cls(code, plan, plan.opened or first)

    def week(self, day: date | None) -> int | None:
        """The number of the week that the day lies in; below 0 before the opening."""
        return None if day is None or self.start is None else (day - self.start).days // 7


def deidentified_text(plans: Iterable[Nameless], forms: Mapping[str, Form], *, version: str, today: date) -> str:
    """The export as JSON."""
    found = [_plan(nameless, forms, today) for nameless in plans]
    return json.dumps({"format": FORMAT, "goalctl": version, "deidentified": found}, indent=2) + "\n"


def deidentified_rows(
    plans: Iterable[Nameless], forms: Mapping[str, Form], *, today: date
) -> Iterator[dict[str, str | float | None]]:
    """The scores, a row each, with the code for the client and the week for the day."""
    for nameless in plans:
        for score in scores_of(nameless.plan, forms, today=today):
            yield {"client": nameless.code, **_score(nameless, score)}


def _plan(nameless: Nameless, forms: Mapping[str, Form], today: date) -> dict[str, Any]:
    plan = nameless.plan
    return {
        "code": nameless.code,
        "status": plan.status.value,
        "goals": [_item(nameless, goal) for goal in plan.goals],
        "sessions": [
            {"week": nameless.week(entry.date), "kind": entry.kind.value} for entry in plan.log if entry.date <= today
        ],
        "scores": [_score(nameless, score) for score in scores_of(plan, forms, today=today)],
    }


def _item(nameless: Nameless, item: Scorable) -> dict[str, Any]:
    measure = item.measure
    facts: dict[str, Any] = {"id": item.id, "status": item.status.value, "by": measure.by if measure else None}
    facts |= {"baseline": measure.baseline if measure else None, "target": measure.target if measure else None}
    facts |= {"opened": nameless.week(item.opened), "closed": nameless.week(item.closed)}
    facts |= {"deadline": nameless.week(item.deadline), "extended": len(item.extended)}
    steps: Sequence[Scorable] = item.objectives if isinstance(item, Goal) else ()
    return {**facts, "objectives": [_item(nameless, step) for step in steps]} if isinstance(item, Goal) else facts


def _score(nameless: Nameless, score: Score) -> dict[str, str | float | None]:
    return {
        "id": score.item,
        "rater": score.rater if score.rater in KNOWN_RATERS else "other",
        "week": nameless.week(score.day),
        "score": int(score.score) if score.score.is_integer() else score.score,
        "measure": score.measure,
        "source": score.source.value,
    }
