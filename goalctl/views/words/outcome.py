"""What came of treatment on one measure, in a sentence: for `show`, `outcomes` and every document."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.figures import figure
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.model.scoring import Comparison
from goalctl.views.clean import one_line

NO_FIGURE = "no figure with a source says which change is reliable"
_LEVELS = {">=": "{} or more", ">": "above {}", "<": "below {}", "<=": "{} or less"}


def outcome_lines(case: Case) -> Iterator[str]:
    """A sentence for each person and measure that a change can be judged of."""
    return (outcome_words(one) for one in case.measured if one.outcome)


def outcome_words(one: Measured) -> str:
    """`PHQ-9 18 to 8 (… to …): down 10 (reliable: 6 or more), from case level (10 or more) to outside it: recovered`.

    What cannot be said, because a score or a figure is missing, is said to be missing.
    """
    name = measured_name(one)
    if one.first is None:
        return f"{name}: not filled in"
    if one.last is None:
        return f"{name} {figure(one.first.value)} on {one.first.day}, nothing to compare it with"
    way = f"{figure(one.first.value)} to {figure(one.last.value)} ({one.first.day} to {one.last.day})"
    return f"{name} {way}: {change_words(one)}"


def measured_name(one: Measured) -> str:
    """The measure, and whose answers they are where that is not the client."""
    name = one.name.partition(", by ")[0]
    return one_line(f"{name} ({one.respondent})" if one.respondent else name)


def change_words(one: Measured) -> str:
    """From the points to what became of it; `recovered` only from case level to outside it."""
    change = one.change or 0
    way = f"{'up' if change > 0 else 'down'} {figure(abs(change))}" if change else "no change"
    if one.outcome is None:
        return f"{way}; {NO_FIGURE}"
    is_reliable = one.outcome is not ChangeClass.UNCHANGED
    verdict = f"{'reliable' if is_reliable else 'not reliable'}: {figure(one.rules.points or 0)} or more"
    return f"{way} ({verdict}){_beside_case_level(one)}"


def level_words(ill: Comparison) -> str:
    """`10 or more`."""
    return _LEVELS[ill.operator].format(figure(ill.number))


def _beside_case_level(one: Measured) -> str:
    rules, pair = one.rules, one.pair
    if rules.ill is None or pair is None or one.outcome in {ChangeClass.UNCHANGED, ChangeClass.DETERIORATED}:
        return ""
    level = f"case level ({level_words(rules.ill)})"
    if one.outcome is ChangeClass.RECOVERED:
        return f", from {level} to outside it: recovered"
    return f", still at {level}" if rules.ill.holds(pair[1]) else f", outside {level} from the start"
