"""Every place of a plan that names, defines or scores something, with its path in the file."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from datetime import date
from typing import Any, TypeAlias

from goalctl.model.answers import Answers
from goalctl.model.finding import Path
from goalctl.model.goal import Goal, Scorable
from goalctl.model.ids import FormRef, Rated
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.session import Session

Wanted: TypeAlias = Callable[[date, Rated, float], bool]


def placed_goals(plan: Plan) -> Iterator[tuple[Path, Goal]]:
    """Every goal with its path."""
    for position, goal in enumerate(plan.goals):
        yield ("goals", position), goal


def placed_scorables(plan: Plan) -> Iterator[tuple[Path, Scorable]]:
    """Every goal and objective with its path."""
    for path, goal in placed_goals(plan):
        yield path, goal
        for position, objective in enumerate(goal.objectives):
            yield (*path, "objectives", position), objective


def measure_path(item: Scorable) -> Path:
    """Where an item's measure stands, from the item on."""
    return ("smart", "measurable") if isinstance(item, Goal) else ("measurable",)


def placed_measures(plan: Plan) -> Iterator[tuple[Path, Measure]]:
    """Every measure, the former ones included, with its path."""
    for path, item in placed_scorables(plan):
        inner = measure_path(item)
        if item.measure is not None:
            yield (*path, *inner), item.measure
        before = item.smart.measured_before if isinstance(item, Goal) else item.measured_before
        for position, measure in enumerate(before):
            yield (*path, *inner[:-1], "measured_before", position), measure


def measure_on(item: Scorable, day: date) -> Measure | None:
    """The measure in force on a day; a former one holds up to its `until`, that day included."""
    return next((former for former in item.former_measures if day <= former.until), item.measure)


def _every_score(_day: date, _rated: Rated, _score: float) -> bool:
    return True


def placed_scores(plan: Plan, wanted: Wanted = _every_score) -> Iterator[tuple[Path, date, Rated, float]]:
    """Every score of the sessions, as they read now, and of the diary, with its path, day and rater.

    `wanted` says which are looked for: most of the work is in their paths.
    """
    for position, session in entries_that_count(plan):
        for rated, score in session.current.scores.items():
            if wanted(session.current.date, rated, score):
                path = _part_path(session, position, "scores", str(rated), is_first=session.scores.get(rated) == score)
                yield path, session.current.date, rated, score
    yield from _scores_of_diary(plan, wanted)


def entries_that_count(plan: Plan) -> Iterator[tuple[int, Session]]:
    """The entries that are not void, with their places: what was amended away or made void, nobody reads any more."""
    return ((position, session) for position, session in enumerate(plan.sessions) if not session.void)


def placed_list(session: Session, position: int, field: str) -> Iterator[tuple[Path, Any]]:
    """Each of such a list of an entry, as it reads now, with its path: where it was first written, or amended."""
    now: tuple[Any, ...] = getattr(session.current, field)
    is_first = not session.amended or getattr(session, field) == now
    here = ("sessions", position, field) if is_first else _amendment_path(session, position, field)
    return (((*here, n), one) for n, one in enumerate(now))


def _scores_of_diary(plan: Plan, wanted: Wanted) -> Iterator[tuple[Path, date, Rated, float]]:
    for position, entry in enumerate(plan.diary):
        for rated, score in entry.scores.items():
            if wanted(entry.date, rated, score):
                yield ("diary", position, str(rated)), entry.date, rated, score


def placed_answers(plan: Plan) -> Iterator[tuple[Path, FormRef, Answers]]:
    """Every form that was filled in, as it reads now, with its path and its name."""
    for position, session in entries_that_count(plan):
        for ref, answers in session.current.forms.items():
            is_first = session.forms.get(ref) == answers
            yield _part_path(session, position, "forms", str(ref), is_first=is_first), ref, answers


def placed_done(plan: Plan) -> Iterator[tuple[Path, str]]:
    """All homework of which an entry says, as it reads now, what became of it, with its path."""
    for position, session in entries_that_count(plan):
        for task in session.current.homework_done:
            yield _part_path(session, position, "homework_done", task, is_first=task in session.homework_done), task


def placed_asked(plan: Plan) -> Iterator[tuple[Path, str | None]]:
    """Whom the risk records are about, as the entries read now, with the path; None where a record names nobody."""
    for position, session in entries_that_count(plan):
        if risk := session.current.risk:
            is_first = bool(session.risk and session.risk.who == risk.who)
            yield _part_path(session, position, "risk", "who", is_first=is_first), risk.who


def _part_path(session: Session, position: int, section: str, key: str, *, is_first: bool) -> Path:
    """Where a part of a section of an entry stands: where it was first written, or amended."""
    if is_first or not session.amended:
        return ("sessions", position, section, key)
    return _amendment_path(session, position, f"{section}.{key}")


def _amendment_path(session: Session, position: int, field: str) -> Path:
    """The place of the last amendment that sets a field."""
    setting = [n for n, amendment in enumerate(session.amended) if field in amendment.set_]
    here: Path = ("sessions", position, "amended")
    return (*here, setting[-1], "set", field) if setting else here


def _items_in_log(plan: Plan, known: Container[str]) -> Iterator[tuple[Path, str]]:
    def wanted(_day: date, rated: Rated, _score: float) -> bool:
        return rated.item not in known

    yield from ((path, rated.item) for path, _, rated, _ in placed_scores(plan, wanted))
    for position, session in entries_that_count(plan):
        yield from placed_list(session, position, "worked_on")
        yield from (
            ((*path, "for"), task.for_) for path, task in placed_list(session, position, "homework") if task.for_
        )


def named_items(plan: Plan, known: Container[str] = ()) -> Iterator[tuple[Path, str]]:
    """Every place that names a goal or an objective by its id; of the scores only those of none that is `known`."""
    yield from _items_in_log(plan, known)
    for position, review in enumerate(plan.reviews):
        if review.of:
            yield ("reviews", position, "of"), review.of
    for position, wish in enumerate(plan.discovery.magic_wand):
        if wish.goal:
            yield ("discovery", "magic_wand", position, "goal"), wish.goal
    for path, goal in placed_goals(plan):
        if goal.serves:
            yield (*path, "serves"), goal.serves
    outcomes = plan.discharge.outcomes if plan.discharge else {}
    yield from ((("discharge", "outcomes", goal_id), goal_id) for goal_id in outcomes)


def defined_ids(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Every place that gives something an id; an intervention's id is given in full, `g1.1.i1`."""
    yield from ((("problems", n, "id"), problem.id) for n, problem in enumerate(plan.problems))
    for path, item in placed_scorables(plan):
        yield (*path, "id"), item.id
        if not isinstance(item, Goal):
            for n, intervention in enumerate(item.interventions):
                yield (*path, "interventions", n, "id"), f"{item.id}.{intervention.id}"
    for position, session in enumerate(plan.sessions):
        if session.id:
            yield ("sessions", position, "id"), session.id
        yield from ((("sessions", position, "homework", n, "id"), task.id) for n, task in enumerate(session.homework))


def entry_ids(plan: Plan) -> Iterator[str]:
    """Every random id in the plan: of entries, amendments, homework, changes, reviews, agreements, supervision."""
    amendments = (amendment for session in plan.sessions for amendment in session.amended)
    tasks = (task for session in plan.sessions for task in session.homework)
    for records in (plan.sessions, amendments, tasks, plan.changes, plan.reviews, plan.agreements, plan.supervision):
        yield from (record.id or "" for record in records)


def used_ids(plan: Plan) -> Iterator[str]:
    """Every id that is defined or referenced anywhere, so that a new one never meets an old one."""
    yield from (item for _, item in defined_ids(plan))
    yield from (item for _, item in named_items(plan))
    yield from (problem for goal in plan.goals for problem in goal.problems)
    for session in plan.sessions:
        yield from session.used
        yield from session.homework_done
    yield from (change.of for change in plan.changes if change.of)
