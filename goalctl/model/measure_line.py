"""A measure on one line, as a clinician says it: `days practised/week 0..7: 1 -> 6`.

What is scored stands before the colon, from where to where behind it. How it is scored follows from what is there: a
form's name, `/week`, a unit behind the numbers, `%`, `no -> yes`, `levels`, or else a scale. No plan is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple, TypeAlias

from goalctl.model.day_words import stretch_from
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.ids import form_called
from goalctl.model.measure import Better, Per
from goalctl.model.nearest import nearest
from goalctl.model.scalars import ScalarError, excerpt, number_from, number_text

CODE = "E140"
EXAMPLES = "mood 0..10: 3 -> 7 · days practised/week 0..7: 1 -> 6 · phq-9: 18 -> 9 · sleep: 5 h -> 7..9 h"
LEVELS = "levels"
FROM_LEVEL, TO_LEVEL = "-1", "0"

_NUMBER = r"[+-]?\d[\d.,]*"
_UNIT = r"[^\W\d][^\s\d:>]*"
_ARROW = r"\s*(?:--?\s?>|=>|\u2192|\bto\b)\s*"
_EDGE = r"[+-]?\d+(?:[.,]\d+)?"
_DOTS = r"\s*(?:\.{2,3}|\u2026)\s*"
_START = rf"(?P<start>{_NUMBER}|yes|no)(?:\s*(?P<start_unit>%|{_UNIT}))?"
_GOAL = rf"(?P<goal>{_EDGE}{_DOTS}{_EDGE}|{_NUMBER}|yes|no)(?:\s*(?P<goal_unit>%|{_UNIT}))?"
_BAND = re.compile(rf"(?P<low>{_EDGE})(?:{_DOTS}|\s+to\s+)(?P<high>{_EDGE})", re.IGNORECASE)
_LISTED_BAND = re.compile(rf"\[\s*(?P<low>{_EDGE})\s*,\s*(?P<high>{_EDGE})\s*\]")
_DASHED_BAND = re.compile(r"\d[\d.]*\s*[-\u2013]\s*\d[\d.]*")
_WAY = re.compile(rf"(?P<head>.*?)(?:\s*:|\s|^)\s*(?:{_START})?{_ARROW}{_GOAL}", re.IGNORECASE)
_LONG = r"\d+\s*(?:[dwmy]|days?|weeks?|months?|years?)"
_KEEP = re.compile(
    rf"(?P<head>.*?)(?:\s*:|\s)\s*{_GOAL}\s+keep\s+(?:for\s+)?(?P<keep>{_LONG})\b\s*(?P<better>\w*)", re.IGNORECASE
)
_NUMBERS_FIRST = re.compile(
    rf"(?:from\s+)?(?P<start>{_NUMBER}){_ARROW}(?P<goal>{_EDGE}{_DOTS}{_EDGE}|{_NUMBER})\s+(?P<rest>[^\W\d].*)",
    re.IGNORECASE,
)
_UNIT_OF = re.compile(rf"(?P<unit>{_UNIT})\s+of\s+(?P<of>.+)", re.IGNORECASE)
_ENDS = " :,;"  # signs behind what is measured
_FROM = re.compile(r"(?:^|\s)from$", re.IGNORECASE)
_SCALE = re.compile(
    r"(?<![\w.-])(?P<low>[+-]?\d+)\s*(?:\.{2,3}|\u2026|\u2013|-|\bto\b)\s*(?P<high>[+-]?\d+)?(?!\w)\s*$"
)
_PER = re.compile(
    r"\s*(?:\btimes\s+)?(?:/\s*|\b(?:per|an?|each|every)\s+)(?P<per>day|week|wk|month|session)s?\b\s*$", re.IGNORECASE
)
_PERCENT = re.compile(r"\s*(?:%|\bper ?cent\b)\s*", re.IGNORECASE)
_OUT_OF = re.compile(r"(?<=\d)\s+out\s+of\s+(?P<high>\d+)(?=\s*$|\s*(?:--?\s?>|=>|\u2192|to\b))", re.IGNORECASE)
_KINDS = ("rating", "count", "number", "done", "levels")


class _Line(NamedTuple):
    """The parts of the line; what is scored is still in one piece."""

    head: str
    start: str | None
    goal: str | None
    unit: str | None
    keep: str | None = None
    better: str | None = None


Ends: TypeAlias = Callable[[str, str], tuple[float, float] | None]


def measure_from(line: str, forms: Collection[str], ends: Ends = lambda _form, _of: None) -> dict[str, Value]:
    """The measure that the line says, as a plan holds it; `forms` are the names of the forms that may be named.

    `ends` are the lowest and the highest score of a form, or of its subscale; None where they are not known.

    A form may stand with who fills it in, `phq-9@anna`; a target may be a band, `7..9`.
    Goal attainment scaling comes without its levels, which need five lines of their own.
    """
    said, highest = _highest_apart(" ".join(line.split()))
    said, per_at_end = _per_apart(said)
    parts = _parts(_numbers_last(said, is_counted=per_at_end is not None))
    head, scale = _scale_apart(parts.head)
    head, per = _per_apart(head, known=per_at_end)
    if named := _named_form(head, forms):
        _refuse_other_ends(*named, _one_scale(scale, highest), ends)
        return _by_form(*named, parts)
    scale = _one_scale(scale, highest)
    first, of = _first_word(head)
    if first == LEVELS:
        return entry_values(by=LEVELS, of=of, baseline=parts.start or FROM_LEVEL, target=parts.goal or TO_LEVEL)
    kind, of = (first, of) if first in _KINDS else ("", head)
    if _is_done(kind, parts):
        return _to_be_done(of, parts)
    if _is_percent(of, parts):
        kind, of, parts = "percent", _PERCENT.sub(" ", of).strip(), parts._replace(unit=None)
    kind = _kind(kind, per, parts, scale)
    if not kind or parts.goal is None:
        raise _not_understood(line, first, forms, is_way_known=parts.goal is not None)
    return _by_numbers(kind, of, per, scale, parts)


def _highest_apart(line: str) -> tuple[str, set[str]]:
    """The line without `out of 10` behind a score, and what scores are said to be out of."""
    return _OUT_OF.sub("", line), {match["high"] for match in _OUT_OF.finditer(line)}


def _one_scale(scale: Value, highest: set[str]) -> Value:
    """The scale that is stated, or 0 to what the scores are out of."""
    ends = highest | ({str(scale[-1])} if isinstance(scale, list) and len(scale) > 1 and highest else set())
    if len(ends) > 1:
        raise ScalarError(CODE, f"two scales: up to {' and '.join(sorted(ends))}", "write one, as mood 0..10: 3 -> 7")
    return scale or ["0", *highest] if highest else scale


def _numbers_last(line: str, *, is_counted: bool) -> str:
    """`from 0 to 3 drives`, `from 5 to 7 h of sleep` with what is scored first, as `drives: 0 -> 3`."""
    match = _NUMBERS_FIRST.fullmatch(line)
    if match is None or _WAY.fullmatch(match["rest"]) or _first_word(match["rest"])[0] == "out":
        return line
    if unit := None if is_counted else _UNIT_OF.fullmatch(match["rest"]):
        return f"{unit['of']}: {match['start']} -> {match['goal']} {unit['unit']}"
    return f"{match['rest']}: {match['start']} -> {match['goal']}" if is_counted else line


def _first_word(head: str) -> tuple[str, str]:
    """The first word, as the name of a form or a kind is written, and the rest."""
    first, *rest = head.split() or [""]
    return first.lower().rstrip(":"), " ".join(rest)


def _parts(line: str) -> _Line:
    if match := _KEEP.fullmatch(line):
        keep = str(stretch_from(match["keep"]))
        goal, unit = match["goal"], match["goal_unit"]
        if _BAND.fullmatch(goal) and not match["better"]:
            return _Line(match["head"], None, goal, unit, keep)
        start = None if _BAND.fullmatch(goal) else goal
        return _Line(match["head"], start, goal, unit, keep, _better(match["better"]))
    match = _WAY.fullmatch(line)
    if match is None:
        return _Line(line.rstrip(_ENDS), None, None, None)
    units = {unit for unit in (match["start_unit"], match["goal_unit"]) if unit}
    if len(units) > 1:
        raise ScalarError(CODE, f"two units: {' and '.join(sorted(units))}", "write the same unit twice, or once")
    return _Line(
        _FROM.sub("", match["head"].strip()).rstrip(_ENDS), match["start"], match["goal"], next(iter(units), None)
    )


def _better(word: str) -> str:
    if word.lower() in set(Better):
        return word.lower()
    raise ScalarError(CODE, "is higher or lower the good side?", "write it at the end, as phq-9: 6 keep 12w lower")


def _scale_apart(head: str) -> tuple[str, Value]:
    match = _SCALE.search(head)
    if match is None:
        return head, None
    ends: list[Value] = [end for end in (match["low"], match["high"]) if end is not None]
    return head[: match.start()].strip(), ends


def _per_apart(head: str, *, known: str | None = None) -> tuple[str, str | None]:
    """What stands before the stretch that is counted over, and the stretch; with one that is known, all of it."""
    if known:
        return head, known
    match = _PER.search(head)
    if match is None:
        return head, None
    word = match["per"].lower()
    return head[: match.start()].strip(), Per.WEEK.value if word == "wk" else word


def _named_form(head: str, forms: Collection[str]) -> tuple[str, str] | None:
    """The form that the first two words name, `PHQ 9`, or the first one, and the rest."""
    words = head.split()
    for count in (2, 1):
        if form := _form(" ".join(words[:count]).rstrip(":").lower(), forms):
            return form, " ".join(words[count:])
    return None


def _form(word: str, forms: Collection[str]) -> str | None:
    """The form that the word names, as a measure has it; `phq9@anna` means phq-9@anna."""
    try:
        ref = form_called(word, forms)
    except ScalarError:
        return None
    return str(ref) if ref.name in forms else None


def _by_form(form: str, of: str, parts: _Line) -> dict[str, Value]:
    if parts.goal is None:
        raise ScalarError(CODE, "from where to where is missing", f"write it as {form}: 18 -> 9")
    return entry_values(by=form, of=of.lower()) | _way(parts)


def _refuse_other_ends(form: str, of: str, scale: Value, ends: Ends) -> None:
    """A form has its own scale: one that is said beside it has to be that."""
    known = ends(form, of.lower())
    if not isinstance(scale, list) or known is None:
        return
    if [number_from(str(end)) for end in scale] != list(known)[: len(scale)]:
        low, high = (number_text(end) for end in known)
        said = "..".join(map(str, scale))
        raise ScalarError(CODE, f"two scales: {form} runs from {low} to {high}, not {said}", "leave the scale out")


def _by_numbers(kind: str, of: str, per: str | None, scale: Value, parts: _Line) -> dict[str, Value]:
    if kind == "count" and not of:
        raise ScalarError(CODE, "what is counted is missing", "write it first, as days practised/week: 1 -> 6")
    return entry_values(by=kind, of=of, per=per, unit=parts.unit, scale=scale) | _way(parts)


def _is_percent(of: str, parts: _Line) -> bool:
    return parts.unit == "%" or _PERCENT.search(of) is not None


def _is_done(kind: str, parts: _Line) -> bool:
    return kind == "done" or (parts.goal or "").lower() == "yes"


def _to_be_done(of: str, parts: _Line) -> dict[str, Value]:
    if (parts.start or "no").lower() not in {"no", "0"} or (parts.goal or "yes").lower() not in {"yes", "1"}:
        raise ScalarError(CODE, "what is to be done goes from no to yes", "write it as done: moved out")
    return entry_values(by="done", of=of, baseline="0", target="1")


def _kind(stated: str, per: str | None, parts: _Line, scale: Value) -> str:
    """The kind that is stated, or follows from what is there; empty when nothing says it."""
    if stated or per:
        return stated or "count"
    if parts.unit:
        return "number"
    return "rating" if isinstance(scale, list) and len(scale) > 1 else ""


def _way(parts: _Line) -> dict[str, Value]:
    if parts.start is not None and parts.goal is not None and not parts.keep and parts.start == parts.goal:
        raise ScalarError(CODE, "that goes nowhere", "to keep what was reached: phq-9: 6 keep 12w lower")
    target = None if parts.goal is None else target_from(parts.goal)
    ends = [_plain(str(end)) for end in target] if isinstance(target, list) else _plain(parts.goal)
    return entry_values(baseline=_plain(parts.start), target=ends, keep=parts.keep, better=parts.better)


def target_from(text: str) -> Value:
    """A target as it is typed, as a plan holds it: one number, `7`, or a band, `7..9`, `7 to 9`, `[7, 9]`."""
    stated = text.strip()
    if match := _BAND.fullmatch(stated) or _LISTED_BAND.fullmatch(stated):
        return [match["low"], match["high"]]
    if _DASHED_BAND.fullmatch(stated):
        raise ScalarError("E124", f"'{excerpt(stated)}' is not a number", "a band is written as 7..9")
    return stated


def _plain(number: str | None) -> str | None:
    """The number, if it is one: `6,5` is refused with a hint."""
    if number is not None:
        number_from(number)
    return None if number is None else number.removeprefix("+")


def _not_understood(line: str, first: str, forms: Collection[str], *, is_way_known: bool) -> ScalarError:
    near = nearest(first, forms)
    if near:
        return ScalarError(CODE, f"'{first}' is no form and no scale", f"did you mean {near}?")
    if is_way_known:
        return ScalarError(
            CODE, "how is it scored?", "add a scale (0..10), /week, or a unit (5 h -> 7 h); ? tells more"
        )
    return ScalarError(CODE, f"'{excerpt(line)}' does not say from where to where", f"as {EXAMPLES}")
