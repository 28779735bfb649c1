"""The verb that auxiliaries, adverbs and `wants to` lead to, and how many words those are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from goalctl.rules.wording import verbs
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import AUXILIARIES, CATENATIVE, TO_BE, word_at

_NO_LY = words(
    "apply comply family only rely reply supply multiply daily weekly nightly monthly yearly friendly lonely early"
)
_ABLE = words("able willing ready")
_SLOW = words("come get grow")


def verb_place(tokens: Sequence[str], place: int) -> int | None:
    """Where the verb stands that begins here, behind auxiliaries, adverbs and `wants to`; None where none begins."""
    while place < len(tokens):
        leading = _leading(tokens, place)
        if not leading:
            return place
        place += leading
    return None


def _leading(tokens: Sequence[str], place: int) -> int:
    """How many words there only lead to a verb: two of `wants to`, one of `will`, none of the verb itself."""
    said = tokens[place], word_at(tokens, place + 1), word_at(tokens, place + 2)
    return next((length for leads, length in _LEADING if leads(*said)), 0)


def _wants_to(token: str, after: str, verb: str) -> bool:
    """Whether the verb behind its `to` is what counts: `wants to walk`, and `comes to know` but not `comes to eat`."""
    fitting = bases(token)
    is_slow = bool(fitting & _SLOW) and bool(bases(verb) & (verbs.KNOWING | verbs.INNER | verbs.COPING))
    return after == "to" and (is_slow or bool(fitting & CATENATIVE))


def _learns_how_to(token: str, after: str, last: str) -> bool:
    return (after, last) == ("how", "to") and "learn" in bases(token)


def _is_auxiliary(token: str, after: str, last: str) -> bool:
    """`Will`, an adverb, and `is` before able or ready."""
    is_adverb = token.endswith("ly") and token not in _NO_LY
    return token in AUXILIARIES or is_adverb or (token in TO_BE and not _ABLE.isdisjoint((after, last)))


_LEADING: tuple[tuple[Callable[[str, str, str], bool], int], ...] = (
    (_wants_to, 2),
    (_learns_how_to, 3),
    (_is_auxiliary, 1),
)
"""What only leads to a verb, asked of three words, and how many of them that is."""
