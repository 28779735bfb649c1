"""Whether a text names somebody of the plan it stands in, so that it can't go into another client's as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from goalctl.analysis.risk.attendance import OTHERS, THE_CLIENT
from goalctl.model.plan import Plan

NAMES = "names"
"""Stands among the codes of the privacy rules that a text of the bank meets."""
_ROLES = OTHERS | THE_CLIENT | {"son", "daughter", "child", "brother", "sister", "grandmother", "grandfather", "family"}
_ALSO_WORDS = frozenset({"will", "mark", "may", "june", "april", "august", "grace", "hope", "joy", "faith", "rose"}) | {
    *("dawn", "sue", "bill", "rob", "pat", "art", "drew", "chase", "max", "ray", "guy", "jack", "frank", "summer")
}
_SHORTEST, _LEAST_CERTAIN = 2, 3  # letters; our own


def names_in(plan: Plan) -> tuple[str, ...]:
    """The people and ids of a plan that a text could name; roles, as mother, are nobody's, nor is a single letter."""
    known = (plan.client, plan.previous or "", *plan.members, *plan.guardians)
    return tuple(dict.fromkeys(name for name in known if len(name) >= _SHORTEST and not _is_role(name)))


def _is_role(name: str) -> bool:
    return any(part in _ROLES for part in re.split(r"[-_.\d]+", name.casefold()))


def names_any(names: Iterable[str], text: str) -> bool:
    """Whether one of the names stands in the text as a word.

    In any case, but for two letters and names that are words as well: they count where they begin with a capital, and
    those words not at the beginning of a sentence.
    """
    return any(_matches(name, match, text) for name in names for match in _found(name, text))


def _found(name: str, text: str) -> Iterator[re.Match[str]]:
    pattern = "[ -]".join(map(re.escape, name.split("-")))
    return re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)


def _matches(name: str, found: re.Match[str], text: str) -> bool:
    is_word = name.casefold() in _ALSO_WORDS
    if not is_word and len(name) >= _LEAST_CERTAIN:
        return True
    begins = not text[: found.start()].strip() or text[: found.start()].rstrip()[-1] in ".!?:;"
    return found[0][0].isupper() and not (is_word and begins)
