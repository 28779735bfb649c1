"""What is told of how goals are worded: what the rules of wording find, as far as it is to be believed.

What the client does that can be seen, and by what number it is reached, are judged apart: a measure excuses a missing
number, never a missing behaviour. The rules say where and why; weights learned from labelled goals say whether that
holds, and what they alone say is a mere remark but for who acts, as everything is on a draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from goalctl.model.finding import Finding, Path
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.walk import placed_scorables
from goalctl.rules.learned.by_rules import found_by_rules, is_asked_about, says_how_much
from goalctl.rules.learned.kinds import KIND_OF
from goalctl.rules.learned.weights import weighed
from goalctl.rules.rule import Check, RuleCase, finding_at
from goalctl.rules.wording.clauses import GoalSentence, statement

_BY_WEIGHT = {
    "vague": ("S104", "it may not say what one will see or hear the client do"),
    "no-number": ("S109", "it may not say how much, how often or how long"),
    "depends-on-others": ("S108", "it depends on what another person does"),
    "only-an-absence": ("S106", "it may only say what will not be done"),
    "two-in-one": ("S110", "two things may be reached apart here"),
}
"""What is told where no rule found what the weights say."""

_WITHOUT_A_RULE = "depends-on-others"
"""Who acts is judged by the weights alone, as well as with 1,500 lines of rules before; no specific part mends it."""


class ToldWording(NamedTuple):
    """What is told of a sentence: how, and whether as a mere remark."""

    message: str
    is_mild: bool


def told_as(code: str) -> Check:
    """The check of the rule that tells what is found under that code."""
    return partial(_findings, code)


def measured_by(item: Scorable) -> str:
    """What it is measured by, as the weights ask: `none`, a `form` or an `own` measure."""
    if item.measure is None:
        return "none"
    return "form" if item.measure.form else "own"


def _findings(code: str, case: RuleCase) -> Iterator[Finding]:
    for path, found in case.once(_told_of_all):
        if told := found.get(code):
            yield finding_at(told.message, path, mildly=told.is_mild)


def _told_of_all(case: RuleCase) -> tuple[tuple[Path, Mapping[str, ToldWording]], ...]:
    """Of every wording that is still to be done, what is told at its place, by code."""
    return tuple(
        ((*path, "goal" if isinstance(item, Goal) else "objective"), _told_of(case, item, is_draft=is_draft))
        for path, item, is_draft in _open_items(case)
    )


def _open_items(case: RuleCase) -> Iterator[tuple[Path, Scorable, bool]]:
    """With whether it is a draft, or a step of one; nothing is to be done where treatment has ended."""
    for path, item in () if case.has_ended else placed_scorables(case.plan):
        match path:
            case ("goals", int(n), *_):
                is_draft = Status.DRAFT in {item.status, case.plan.goals[n].status}
            case _:
                is_draft = item.status is Status.DRAFT
        if not item.status.is_closed:
            yield path, item, is_draft


def _told_of(case: RuleCase, item: Scorable, *, is_draft: bool) -> Mapping[str, ToldWording]:
    """What holds of the wording, and of the specific part where there is one."""
    specific = (item.smart.specific if isinstance(item, Goal) else None) or ""
    told = _believed(case, item, statement(item.wording), statement(specific).text if specific else "")
    if specific:
        still = {KIND_OF[code] for code in _believed(case, item, statement(specific))} | {_WITHOUT_A_RULE}
        told = {code: how for code, how in told.items() if KIND_OF[code] in still}
    return {code: how._replace(is_mild=how.is_mild or is_draft) for code, how in told.items()}


def _believed(case: RuleCase, item: Scorable, said: GoalSentence, more: str = "") -> dict[str, ToldWording]:
    """What the rules find and the weights believe; then what they believe that no rule found."""
    found = dict(found_by_rules(case, item, said, more))
    kinds = weighed(said, found, measured_by(item))
    told = {
        code: ToldWording(message, is_mild=KIND_OF[code] == "vague" and item.measure is not None)
        for code, message in found.items()
        if kinds[KIND_OF[code]].is_likely
    }
    told_kinds = {KIND_OF[code] for code in told}
    for kind, (code, message) in _BY_WEIGHT.items():
        if kinds[kind].is_likely and kind not in told_kinds and not _is_excused(case, item, said, kind):
            word = kinds[kind].word
            told[code] = ToldWording(f"{message} ('{word}')" if word else message, is_mild=kind != _WITHOUT_A_RULE)
    return told


def _is_excused(case: RuleCase, item: Scorable, said: GoalSentence, kind: str) -> bool:
    """Whether its measure makes good what no rule found."""
    if kind == "no-number":
        return says_how_much(item)
    return kind == "vague" and is_asked_about(case, item, said, said.text)
