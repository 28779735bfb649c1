"""What the options say of a goal or a step: its measure, its deadline, its problems, as the entry of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.failures import UsageError
from goalctl.model.day_words import stretch_from
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.measure import without_percent
from goalctl.model.measure_line import target_from
from goalctl.model.scalars import ScalarError


class MeasureOptions(NamedTuple):
    """The options that say how something is measured, as they were typed."""

    by: str | None = None
    of: str | None = None
    per: str | None = None
    unit: str | None = None
    scale: str | None = None
    level: Sequence[str] | None = None
    baseline: str | None = None
    target: str | None = None
    since: str | None = None
    keep: str | None = None
    better: str | None = None
    judged_by: str | None = None


def measure_entry(typed: MeasureOptions, *, today: date, is_partial: bool = False) -> dict[str, Value]:
    """The measure that the options say; empty when none was given. `is_partial`: the rest comes from elsewhere."""
    levels = _levels(typed.level or ())
    baseline, target = (text and without_percent(text, typed.by) for text in (typed.baseline, typed.target))
    stated = entry_values(of=typed.of, per=typed.per, unit=typed.unit, scale=_scale(typed.scale), levels=levels)
    stated |= entry_values(baseline=baseline, target=_target(target))
    since = day_back(typed.since, today=today, option="--since") if typed.since else None
    stated |= entry_values(since=since, keep=_keep(typed.keep), better=typed.better)
    stated |= entry_values(judged_by=typed.judged_by)
    by = typed.by or ("levels" if levels else None)
    if by is None and stated and not is_partial:
        raise UsageError(
            "--by is missing: how is it scored?", "--by rating, count, number, percent, levels, done or a form"
        )
    return entry_values(by=by) | stated


def _scale(text: str | None) -> Value:
    if text is None:
        return None
    low, comma, high = text.partition(",")
    if not comma:
        raise UsageError(f"--scale: '{text}' has only one end", "write both, as 0,10, or 0, when it is open above")
    return [low.strip(), high.strip()] if high.strip() else [low.strip()]


def _target(text: str | None) -> Value:
    try:
        return None if text is None else target_from(text)
    except ScalarError as error:
        raise UsageError(f"--target: {error}", error.hint) from None


def problem_ids(words: Sequence[str] | None) -> Value:
    """The problems of `--problem p1 --problem p2` or `--problem p1,p2`, each once, as a goal holds them."""
    ids = [part.strip() for word in words or () for part in word.split(",") if part.strip()]
    named: list[Value] = [*dict.fromkeys(ids)]
    return named if len(named) > 1 else next(iter(named), None)


def _keep(text: str | None) -> str | None:
    try:
        return None if text is None else str(stretch_from(text))
    except ScalarError as error:
        raise UsageError(f"--keep: {error}", error.hint) from None


def _levels(texts: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for level, words in map(_level, texts):
        if level in found:
            raise UsageError(f"--level: {level} is given twice", "keep one of the two")
        found[level] = words
    return found


def _level(text: str) -> tuple[str, str]:
    level, equals, words = text.partition("=")
    if not equals or not words.strip():
        raise UsageError(f"--level: '{text}' has no description", 'write --level "-2=stays in bed all day"')
    return level.strip(), words.strip()


def deadline_entry(text: str | None, *, today: date) -> date | None:
    """The deadline as a day."""
    return None if text is None else day_ahead(text, today=today, option="--deadline")
