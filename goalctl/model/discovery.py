"""What the exercises for finding goals bring up: three wishes, an average perfect day."""

from goalctl.model.types import Day, GoalId, Record, Text


class Wish(Record):
    """One wish of the magic wand exercise, what is in its way, and the goal it became."""

    wish: Text
    in_the_way: Text | None = None
    goal: GoalId | None = None
    on: Day | None = None


class PerfectDay(Record):
    """An average perfect day, today and a year from now."""

    today: Text | None = None
    in_a_year: Text | None = None
    on: Day | None = None


class Discovery(Record):
    """What the exercises for finding goals brought up."""

    magic_wand: tuple[Wish, ...] = ()
    perfect_day: PerfectDay | None = None
