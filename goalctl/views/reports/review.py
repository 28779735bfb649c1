"""The sheet of a review, which the client and the clinician sign: then and now, what was agreed, what changes next.

It is the client's to read: figures and words come from the plan as the client may see it, without remarks, risk or
diagnosis. What is not decided yet is a line to fill in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.analysis.client_side import (
    Reader,
    case_for_client,
    is_own,
    may_know_of_change,
    may_know_since,
    reader_of_all,
)
from goalctl.analysis.figures import score_text
from goalctl.analysis.history.agreement import change_words
from goalctl.analysis.history.digest import agreement_digest
from goalctl.analysis.history.plan_reviews import is_of_the_plan
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.series import Series
from goalctl.model.errors import GoalctlError
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.people import NOT_AGREED
from goalctl.model.plan import Decision
from goalctl.views.reports.course import goals_in
from goalctl.views.reports.goals import NO_GOAL
from goalctl.views.reports.head import CLINICIAN, STAFF, agreement_words, head_of, newest_agreement, signature_lines
from goalctl.views.reports.parts import Head, ReportFact, Scope, SignatureLine, Table, day_words, table_of
from goalctl.views.words.measure import target_text
from goalctl.views.words.rhythm import service_words
from goalctl.views.words.standing import OF_SEVERAL, own_standing_words
from goalctl.views.words.way import newest_words

NOTHING_CHANGED = "Nothing of the goals was changed since then."
_DECIDED = {
    Decision.CONTINUE: "goes on as it is",
    Decision.CHANGE: "is changed",
    Decision.EXTEND: "gets more time",
    Decision.ACHIEVED: "is reached and closed",
    Decision.DISCONTINUE: "is not worked on any longer",
}
_DIRECTION = {1: "Nearer than then", 0: "As then", -1: "Further off than then"}


class NothingToReviewError(GoalctlError):
    """Nobody signs that treatment goes on which has ended."""

    exit_status = 2

    def __init__(self, client: str, ended: date) -> None:
        super().__init__(
            f"treatment of {client} ended on {ended}: there is no review of it to sign",
            f"its summary: goalctl report {client} --kind discharge",
        )


class ReviewSheet(NamedTuple):
    """What both look at and sign; `signed` says what their names stand under."""

    head: Head
    since: str
    goals: Table
    agreed: tuple[ReportFact, ...]
    changes: Table
    next: tuple[ReportFact, ...]
    signed: str
    digest: str
    signatures: tuple[SignatureLine, ...]


def review_sheet(scope: Scope) -> ReviewSheet:
    """The sheet on its day, since the last look at the whole plan before it, or since the day that was asked for."""
    if ended := scope.plan.ended_on(scope.end):
        raise NothingToReviewError(scope.plan.client, ended)
    reader = scope.reader or reader_of_all(scope.plan)
    begin = max(filter(None, (scope.begin or _last_look(scope), may_know_since(scope.plan, reader))), default=None)
    scope = scope._replace(begin=begin, reader=reader)
    since = f"{begin}" if begin else "the beginning"
    return ReviewSheet(
        head=head_of(scope, "Review of the plan"),
        since=since,
        goals=_then_and_now(scope, reader),
        agreed=tuple(_agreed(scope)),
        changes=_changes(scope, reader),
        next=tuple(_next(scope)),
        signed=f"We looked at these goals together on {scope.end} and agree to the plan as it stands.",
        digest=agreement_digest(scope.plan),
        signatures=tuple(_who_signs(scope, reader)),
    )


def decided(scope: Scope, goal: Goal) -> Decision | None:
    """What the reviews of the sheet's day decided about a goal."""
    of_the_day = [one for one in scope.plan.reviews if one.on == scope.end and one.of == goal.id and one.decision]
    return of_the_day[-1].decision if of_the_day else None


def _last_look(scope: Scope) -> date | None:
    plan = scope.plan
    looks = [review.on for review in plan.reviews if review.on < scope.end and is_of_the_plan(plan, review)]
    return max(looks, default=plan.opened)


def _then_and_now(scope: Scope, reader: Reader) -> Table:
    """Every goal and step that was worked on meanwhile, from where to where, as its own people may read it."""
    seen = scope._replace(case=case_for_client(scope.case, reader))
    items: list[Scorable] = []
    for goal in goals_in(seen):
        items += [goal, *(step for step in goal.objectives if step.status in {Status.ACTIVE, goal.status})]
    rows = [_row(seen, item, is_theirs=not _is_of_all(seen) and is_own(scope.plan, reader, item.id)) for item in items]
    heads = ("Goal", "Wording", "Then", "Now", "To reach", "Where it stands")
    return table_of("Then and now", heads, rows, NO_GOAL)


def _row(seen: Scope, item: Scorable, *, is_theirs: bool) -> tuple[str, ...]:
    """What the reader may know of it: where no score is theirs to see, nothing is said of whether there is one."""
    series, by = seen.case.current(item.id), f"by {item.deadline}" if item.deadline and not item.closed else ""
    if series is None:
        return item.id, item.wording, "", "", by, ""
    aim = f"{target_text(series.measure)} {by}".strip()
    if not series.points and not is_theirs:  # they stand on the page of each
        return item.id, item.wording, "", "", aim, ""
    words = ". ".join(filter(None, (_moved(series, seen.begin), _stands(seen, item, series))))
    return item.id, item.wording, _then(series, seen.begin), newest_words(seen.case, item.id), aim, words


def _is_of_all(seen: Scope) -> bool:
    return seen.reader is not None and seen.reader.name is None


def _stands(seen: Scope, item: Scorable, series: Series) -> str:
    stands = own_standing_words(seen.case, item, series)
    return (OF_SEVERAL.get(stands, stands) if _is_of_all(seen) else stands).rstrip(".")


def _then(series: Series, begin: date | None) -> str:
    """The last score up to the day of the last look, else where it began."""
    before = _up_to(series, begin)
    if before:
        return f"{score_text(before[-1].value)} on {before[-1].day}"
    return score_text(series.baseline.value) if series.baseline else ""


def _up_to(series: Series, begin: date | None) -> list[Point]:
    return [point for point in series.points if begin and point.day <= begin]


def _moved(series: Series, begin: date | None) -> str:
    """In which direction it went since the last look, without a verdict."""
    before = _up_to(series, begin)
    last = series.last
    if last is None or last in before:
        return "No score since then"
    if series.target is None or not (before or series.baseline):
        return ""
    start = before[-1].value if before else series.baseline.value if series.baseline else last.value
    gained = series.gain(start, last.value)
    return _DIRECTION[(gained > 0) - (gained < 0)]


def _agreed(scope: Scope) -> Iterator[ReportFact]:
    """What was agreed to last, and how often and how long we meet."""
    newest = newest_agreement(scope.plan, scope.reader.name) if scope.reader and scope.reader.name else None
    if newest:
        label = "Not agreed to before" if newest.how in NOT_AGREED else "Agreed to before"
        yield ReportFact(label, agreement_words(newest))
    yield from (ReportFact("Treatment", service_words(service)) for service in scope.plan.services)


def _changes(scope: Scope, reader: Reader) -> Table:
    """What of goals and steps was changed since then, as the reader may know it; the reasons are in the plan."""
    rows = [
        (str(found.on), change_words(found.of or "", found.what, found.from_, found.to))
        for found in scope.plan.changes
        if scope.holds(found.on) and may_know_of_change(scope.plan, reader, found)
    ]
    return table_of("Changed since then", ("Day", "What"), rows, NOTHING_CHANGED)


def _next(scope: Scope) -> Iterator[ReportFact]:
    """For each goal what was decided, and the day of the review after this one; what is open is a line to fill in."""
    for goal in scope.plan.active_goals:
        found = decided(scope, goal)
        yield ReportFact(f"{goal.id} {goal.goal}", _DECIDED[found] if found else "")
    yield ReportFact("What changes", "")
    following = scope.case.next_review
    yield ReportFact("Next review", day_words(following if following and following > scope.end else None))


def _who_signs(scope: Scope, reader: Reader) -> Iterator[SignatureLine]:
    """Whoever the page is for and the clinician; of several people all, on a page that is for all of them."""
    for line in signature_lines(scope, with_client=True):
        is_theirs = reader.is_also(line.who) or (reader.is_also(CLIENT_RATER) and line.role.startswith("Client"))
        if line.role == CLINICIAN or (line.role not in STAFF and (is_theirs or not reader.alone)):
            yield line
