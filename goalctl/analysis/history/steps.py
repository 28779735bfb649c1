"""What was altered in a plan, and from what: every entry of its trail, and what says as much without one.

An extended deadline tells what it was before, a closed goal that it was open, a former measure how something was
scored: where hands wrote these without the trail's entry, the same is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.history.cut import Cut, day_written, next_day
from goalctl.model.finding import Fields, Value
from goalctl.model.goal import Extension, Scorable, Status
from goalctl.model.measure import FormerMeasure
from goalctl.model.plan import Change, Plan
from goalctl.model.sections import sections_that
from goalctl.model.written import record_data

STATUS, DEADLINE, MEASURABLE = "status", "deadline", "measurable"
LOGS = sections_that(Plan, lambda kept: kept.is_log)
RENUMBERED = "id"  # a thing has one id, whatever it was called before two clones met


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was altered: of what, from what to what, as of which day, and on which day that was written."""

    day: date
    written: date
    of: str
    what: str
    old: Value
    new: Value

    @property
    def leaf(self) -> str:
        """The last word of its key."""
        return self.what.rpartition(".")[2]

    def is_after(self, cut: Cut) -> bool:
        """Whether it was not yet done, or not yet written, on the last day that counts."""
        return (self.written if cut.by_written else self.day) > cut.day


def steps_of(plan: Plan) -> list[Step]:
    """Everything that was altered, in the order in which it was written; what is implied comes first on its day."""
    trail = [_step(plan, change) for change in plan.changes if change.what != RENUMBERED]
    implied = [step for item in plan.scorables.values() for step in _implied(item, trail)]
    return sorted([*implied, *trail], key=lambda step: step.written)


def _step(plan: Plan, change: Change) -> Step:
    of = "" if change.of in {None, "plan"} else str(change.of)
    day, written = _day_of(plan, change, of), day_written(change) or change.on
    return Step(day, written, of, change.what, change.from_, change.to)


def _day_of(plan: Plan, change: Change, of: str) -> date:
    """Its day; that of closing something is the day on which it was closed, which may have been before."""
    item = plan.scorables.get(of)
    closes = item and item.closed and change.what == STATUS and change.to == item.status.value
    return min(item.closed, change.on) if item and item.closed and closes else change.on


def _implied(item: Scorable, trail: Sequence[Step]) -> Iterator[Step]:
    """What the item itself tells, where no entry of the trail does."""
    own = [step for step in trail if step.of == item.id]
    yield from (_move(item, move) for move in item.extended if not any(_is_move_of_deadline(one, move) for one in own))
    yield from _closing(item, own)
    formers = (former for former in item.former_measures if not any(is_move(step, former.until) for step in own))
    yield from (_new_measure(item, former) for former in formers)


def _move(item: Scorable, move: Extension) -> Step:
    return Step(move.on, move.on, item.id, DEADLINE, move.from_.isoformat(), None)


def _is_move_of_deadline(step: Step, move: Extension) -> bool:
    return step.leaf == DEADLINE and step.day == move.on


def _closing(item: Scorable, own: Sequence[Step]) -> Iterator[Step]:
    if item.closed and item.status.is_closed and not any(_closes(step, item) for step in own):
        yield Step(item.closed, item.closed, item.id, STATUS, Status.ACTIVE.value, item.status.value)


def _closes(step: Step, item: Scorable) -> bool:
    return step.what == STATUS and step.new == item.status.value


def _new_measure(item: Scorable, former: FormerMeasure) -> Step:
    day = next_day(former.until)
    return Step(day, day, item.id, MEASURABLE, as_measure(record_data(former)), None)


def is_move(step: Step, until: date) -> bool:
    """Whether the step may be the one with which a measure was put aside that held until then."""
    return MEASURABLE in step.what.split(".") and step.day in {until, next_day(until)}


def as_measure(former: Fields) -> Fields:
    """A former measure as it stood while it was in use."""
    return {key: value for key, value in former.items() if key != "until"}
