"""What of a plan may stand where its client can see it, before anything is made of it.

The rule: the client's own goals, scores, homework and appointments, in the words that were agreed. No diagnosis, no
risk record, nobody else, no staff's remark or rating, no verdict (off track, worse, overdue, stale). An entry that is
confidential stays out, because a client's page is read by partners and parents too.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from goalctl.analysis.case import Case
from goalctl.model.ids import CLIENT_RATER, Rated
from goalctl.model.plan import Plan
from goalctl.model.session import Session


def case_for_client(case: Case) -> Case:
    """The case of the plan as its client may see it."""
    return replace(case, plan=_plan(case.plan), earlier=(), ahead=())


def _plan(plan: Plan) -> Plan:
    """The plan without what is about the client rather than for them; scores and forms stay, to be drawn."""
    raters = {CLIENT_RATER, *plan.members}
    return plan.altered(
        diagnoses=(),
        supervisor=None,
        functioning=None,
        safety_plan=None,
        medications=(),
        care_team=(),
        level_of_care=None,
        mental_status=None,
        authorizations=(),
        sessions=tuple(_entry(entry, raters) for entry in plan.log if not entry.confidential),
        diary=tuple(entry.model_copy(update={"scores": _own(entry.scores, raters)}) for entry in plan.diary),
    )


def _entry(entry: Session, raters: AbstractSet[str]) -> Session:
    hidden = {"risk": None, "note": None, "response": None, "note_file": None, "amended": ()}
    return entry.model_copy(update={**hidden, "scores": _own(entry.scores, raters)})


def _own(scores: Mapping[Rated, float], raters: AbstractSet[str]) -> dict[Rated, float]:
    return {rated: score for rated, score in scores.items() if rated.rater in raters}
