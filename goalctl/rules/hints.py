"""A rule's hint becomes one for this finding: the client and the ids at hand stand in it, and it can be pasted.

A command in a hint stands last in its part: it ends at a comma, a semicolon, a colon, a bracket or the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from shlex import quote

from goalctl.analysis.audit.standing import item_at
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.finding import Path
from goalctl.model.ids import goal_id_of
from goalctl.model.next_steps import still_possible
from goalctl.model.plan import Plan

_WORD = re.compile(r"\b(?:CLIENT|SESSION|FORM|GOAL|ID)\b")
_REASON = "# goalctl: ignore {} REASON"
_FORM_OF_ALL = "phq-9"  # where the plan names none: the one that most practices use


def hint_for(hint: str, plan: Plan, path: Path) -> str:
    """The hint with what its capitals stand for, seen from the finding's place; of what has ended it is the file's."""
    words: dict[str, Callable[[], str]] = {
        "CLIENT": lambda: plan.client,
        "SESSION": lambda: _session(plan, path),
        "FORM": lambda: _form(plan, path),
        "GOAL": lambda: goal_id_of(_item(plan, path)),
        "ID": lambda: _item(plan, path),
    }
    return _WORD.sub(lambda match: words[match[0]](), still_possible(hint, plan))


def ignoring(code: str) -> str:
    """The waiver that says why what is told is right, or can't be mended any more."""
    return _REASON.format(code)


def once_over(case: Standpoint, code: str, hint: str = "") -> str:
    """The hint while treatment goes on; of one that has ended it is too late, and only the reason can be said."""
    return f"treatment has ended; say why not: {ignoring(code)}" if case.plan.has_ended else hint


def signing_as(case: Standpoint, who: str | None) -> str:
    """The option that says who signs, where that is not who signs anyway."""
    return "" if who in {None, case.settings.clinician} else f" --by {quote(who or '')}"


def _session(plan: Plan, path: Path) -> str:
    """The entry's id, else its day."""
    match path:
        case ("sessions", int(n), *_):
            return plan.sessions[n].id or plan.sessions[n].date.isoformat()
    newest = plan.sessions[-1] if plan.sessions else None
    return (newest.id or newest.date.isoformat()) if newest else "today"


def _form(plan: Plan, path: Path) -> str:
    match path:
        case ("assessments", int(n), *_):
            return str(plan.assessments[n].form)
        case ("sessions", int(_), "forms", str(form), *_):
            return form
    planned = [str(planned.form) for planned in plan.assessments]
    filled = [str(ref) for entry in plan.log for ref in entry.forms]
    return next(iter([*planned, *filled]), _FORM_OF_ALL)


def _item(plan: Plan, path: Path) -> str:
    """The innermost problem, goal or objective on the way, or what a review was of; else the first goal."""
    match path:
        case ("reviews", int(n), *_):
            return plan.reviews[n].of or "plan"
    found = item_at(plan, path)
    return found.partition(".i")[0] if found else plan.goals[0].id if plan.goals else "plan"
