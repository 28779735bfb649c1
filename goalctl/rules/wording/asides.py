"""What a goal says by the way: brackets, relative clauses between commas, `her sight having failed`."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.rules.wording.inflection import is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import is_person
from goalctl.rules.wording.verb_places import ADJUNCT, is_third_person

_MARKS = words(", ; : .")
_RELATIVE = words("which who who'd who's who've whom whose")
_SINCE = words(
    "although as because being despite given having now since though unless what whatever whether while with"
)
_BEINGS = words("being doubling having")
_APPOSED = words("a an her his my our the their")
_LONGEST_SUBJECT = 5
_APART = {";", "."}


def without_asides(tokens: Sequence[str]) -> list[str]:
    """The words without what is only said by the way; where nothing else is said, all of them."""
    parts = _parts(_without_brackets(tokens))
    asides = _asides(parts)
    kept: list[str] = []
    for n, part in enumerate(parts):
        if not asides[n]:
            kept += part[1:] if n and asides[n - 1] and part[0] == "," else part
    return kept or [*tokens]


def behind_adjunct(tokens: Sequence[str]) -> list[str]:
    """The words behind an adjunct that stands first, with its comma."""
    comma = next((n for n, word in enumerate(tokens) if word in _MARKS), 0)
    return (
        [*tokens[comma + 1 :]]
        if comma and tokens[comma] == "," and tokens[0] in ADJUNCT and comma + 1 < len(tokens)
        else [*tokens]
    )


def _without_brackets(tokens: Sequence[str]) -> list[str]:
    found, depth = [], 0
    for word in tokens:
        depth += word == "("
        if not depth:
            found.append(word)
        depth -= word == ")" and depth > 0
    return found


def _parts(tokens: Sequence[str]) -> list[list[str]]:
    """The words between marks, each part with the mark before it."""
    found: list[list[str]] = [[]]
    for word in tokens:
        if word in _MARKS and found[-1]:
            found.append([])
        found[-1].append(word)
    return found


def _asides(parts: Sequence[Sequence[str]]) -> list[bool]:
    """Of each part whether it is said by the way."""
    last = len(parts) - 1
    return [_leads(parts) if n == 0 else _is_aside(part, is_last=n == last) for n, part in enumerate(parts)]


def _leads(parts: Sequence[Sequence[str]]) -> bool:
    """Whether the first part only says when or why: asked by his wife, says how the day was."""
    if len(parts) == 1 or not parts[0]:
        return False
    goes_on = len(parts[1]) > 1 and is_third_person(parts[1][1:], 0)
    return parts[0][0] in _SINCE or (is_participle(parts[0][0]) and goes_on)


def _is_aside(part: Sequence[str], *, is_last: bool) -> bool:
    said = [word for word in part if word not in _MARKS]
    if not said or part[0] in _APART:
        return False
    is_about_one = bool(_RELATIVE.intersection(said[:3]) or _BEINGS.intersection(said[1:_LONGEST_SUBJECT]))
    is_inside = not is_last and (is_participle(said[0]) or _names_again(said))
    return is_inside or (part[0] == "," and (is_about_one or said[0] in _SINCE))


def _names_again(said: Sequence[str]) -> bool:
    """`Her aunt`, `a Mrs Finch`, between commas."""
    is_somebody = any(map(is_person, said)) or bool(words("dr miss mr mrs ms").intersection(said))
    return len(said) < _LONGEST_SUBJECT and said[0] in _APPOSED and is_somebody
