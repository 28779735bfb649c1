"""What came of treatment on one measure, in a sentence: for `show`, `outcomes` and every document."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.figures import figure, score_text
from goalctl.analysis.outcomes.change import NO_FIGURE, NO_LINE
from goalctl.analysis.outcomes.figures import NOT_CHECKED
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.progress.recovery import RecoveryCriterion, RecoveryLine, recovery_cut_offs, recovery_line
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.model.measure import Better
from goalctl.model.scoring import Comparison, Scored
from goalctl.views.clean import one_line

CLASS_WORDS: dict[ChangeClass | None, str] = {
    ChangeClass.RECOVERED: "recovered",
    ChangeClass.IMPROVED: "reliably improved",
    ChangeClass.UNCHANGED: "no reliable change",
    ChangeClass.DETERIORATED: "reliably worse",
    None: "not judged",
}
"""The four classes as every screen and picture calls them; JSON has the words of Jacobson and Truax."""

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
        said = f"{name} {score_text(one.first.value)} on {one.first.day}, nothing to compare it with"
        return f"{said}{_estimated(one)}{_afterwards(one)}"
    way = f"{score_text(one.first.value)} to {score_text(one.last.value)} ({one.first.day} to {one.last.day})"
    return f"{name} {way}: {change_words(one)}"


def measured_name(one: Measured) -> str:
    """The measure, and whose answers they are where that is not the client."""
    name = one.name.partition(", by ")[0]
    return one_line(f"{name} ({one.respondent})" if one.respondent else name)


def change_words(one: Measured) -> str:
    """From the points to what became of it; `recovered` only from case level to outside it."""
    change = one.change or 0
    way = f"{'up' if change > 0 else 'down'} {score_text(abs(change))}" if change else "no change"
    if one.outcome is None:
        return f"{way}; {NO_FIGURE}{_estimated(one)}{_afterwards(one)}"
    is_reliable = one.outcome is not ChangeClass.UNCHANGED
    verdict = f"{'reliable' if is_reliable else 'not reliable'}: {score_text(one.rules.points or 0)} or more"
    return f"{way} ({verdict}){_beside_case_level(one)}{_estimated(one)}{_afterwards(one)}"


def by_form_words(one: Measured) -> str:
    """Whether it is a response or a remission, where the form has a rule for that, as figures of many count them."""
    if one.pair is None:
        return ""
    before, after = one.pair
    response, began_well = one.rules.is_response(before, after), one.rules.is_remission(before)
    said = [] if response is None else ["a response" if response else "no response"]
    if began_well is False:
        said.append("in remission" if one.rules.is_remission(after) else "not in remission")
    is_unchecked = one.rules.unchecked & {"response", "remission"} and said
    return "".join(f"; {words}" for words in said) + (f" ({NOT_CHECKED})" if is_unchecked else "")


def _estimated(one: Measured) -> str:
    """Which of the two is no whole score: the mean of the other answers stands in for those that are missing."""
    found = [word for word, point in (("first", one.first), ("last", one.last)) if point and point.is_estimate]
    return f"; {' and '.join(found)} score estimated, answers are missing" if found else ""


def _afterwards(one: Measured) -> str:
    """What was scored when treatment was over, which is no part of its outcome."""
    return f"; {score_text(one.afterwards.value)} on {one.afterwards.day}, after the end" if one.afterwards else ""


_FROM = {
    RecoveryCriterion.A: "computed by goalctl as cut-off a from the scores of people in treatment",
    RecoveryCriterion.B: "computed by goalctl as cut-off b from the scores of people who are not in treatment",
    RecoveryCriterion.C: "computed by goalctl as cut-off c from the scores of both groups",
}


def recovery_words(part: Scored, better: Better | None) -> str:
    """Who has recovered by this form, and where the line comes from."""
    line = recovery_line(part, better)
    if line is None or better is None:
        return NO_LINE
    published = " and ".join(cut.source or "" for cut in recovery_cut_offs(part, better) if cut.when == line.ill)
    origin = _FROM[line.criterion] if line.is_computed else f"as its source has it ({published})"
    if line.is_stricter:
        origin = f"its own cut-off, stricter than {figure(line.computed or 0)}, {origin}"
    return f"a reliable change from {scores_words(line.ill)} to outside it; {origin}"


def level_words(line: RecoveryLine) -> str:
    """`10 or more`; of one that was worked out `above 58.84, cut-off c computed by goalctl`."""
    computed = f", {'stricter than ' * line.is_stricter}cut-off {line.criterion} computed by goalctl"
    return f"{scores_words(line.ill)}{computed if line.is_computed else ''}"


def scores_words(ill: Comparison) -> str:
    """`10 or more`."""
    return _LEVELS[ill.operator].format(figure(ill.number))


def _beside_case_level(one: Measured) -> str:
    rules, pair = one.rules, one.pair
    if pair is None or one.outcome in {ChangeClass.UNCHANGED, ChangeClass.DETERIORATED}:
        return ""
    if rules.line is None:
        return f"; {NO_LINE}"
    level = f"case level ({level_words(rules.line)})"
    if one.outcome is ChangeClass.RECOVERED:
        return f", from {level} to outside it: recovered"
    return f", still at {level}" if rules.line.ill.holds(pair[1]) else f", outside {level} from the start"
