"""What a goal without a verb names, if only others give or do it: a promotion, no detentions, a sister who listens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from goalctl.rules.wording import given, nouns, verbs
from goalctl.rules.wording.deeds import TO_BE, base_of, deed_at
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.passives import STIRRED
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import is_owner, owner_end, person_end
from goalctl.rules.wording.spoken import GoalWords
from goalctl.rules.wording.verb_places import ADJUNCT

_SMALL = words("a an any being further the")
_ABSENT = words("avoid end fewer free freedom less never nil no stop without zero")
_NO_MORE = words("end free freedom no zero")
_NO_NOUN = words("avoid end never not stop")
_ENDS = words("about and as at before by for from if in of on over regarding to until when with within without")
_APART = words(
    """
    absence apart autonomy away breaks dependence detachment differentiation distance freedom independence protection
    recovery separation time withdrawal
    """
)
"""What is had from somebody by the client alone: distance from the ex."""

_WITH = words("at friend friends to with")
_BEDS = words("bed berth place seat slot spot")
_ALSO_VERBS = words("backing discharge funding release transfer")
_BEHIND_NOUNS = words("before by for from into on to")
_NEAR = 7


def named(said: GoalWords) -> str:
    """What only others give, as the goal's only words; nothing where the client is to do something."""
    own = tuple(word for word in said.own if word not in _SMALL)
    if own and own[0] in _ABSENT:
        return _kept_away(own)
    if not own or (said.has_verb and not _is_a_noun(own)):
        return ""
    return "give" if any(is_theirs(own) for is_theirs in (_is_given, _is_place, _is_from_somebody)) else ""


def _is_a_noun(own: Sequence[str]) -> bool:
    """Whether what looks like a verb is none: release on licence, news from him, permission to keep the dog."""
    one, other = own[0], own[1:2]
    is_from = one in given.FROM_OTHERS and other == ("from",)
    is_only_noun = one in given.GIVEN_ALONE and not bases(one) & verbs.KNOWN
    return is_from or is_only_noun or (one in _ALSO_VERBS and not _BEHIND_NOUNS.isdisjoint(other))


def _is_given(own: Sequence[str]) -> bool:
    """`A promotion to charge nurse`, `a second chance`."""
    front = own[: next((n for n, word in enumerate(own[: _NEAR - 1]) if word in _ENDS), _NEAR - 1)]
    is_theirs = not given.PAIRS.isdisjoint(pairwise(front)) or not given.GIVEN_ALONE.isdisjoint(front[-2:])
    return is_theirs and own[0] not in _NO_NOUN


def _kept_away(own: Sequence[str]) -> str:
    """What others are not to do any more: no detentions, an end to the bullying, no letters from the bailiffs."""
    start = 1 + (own[1:2] in {("of",), ("from",), ("to",)})
    if not given.DONE_BY_OTHERS.isdisjoint(own[start : start + 2]):
        return "do"
    is_theirs = own[0] in _NO_MORE and owner_end(own, start) > start  # his father's threats
    return "give" if is_theirs or _is_from_somebody(own, start, ("from", "by")) else ""


def _is_from_somebody(own: Sequence[str], start: int = 0, links: tuple[str, ...] = ("from",)) -> bool:
    """`Letters from the bailiffs`; not where what is meant is to be apart from them, or only felt."""
    n = next((n for n in range(start, min(len(own), _NEAR)) if own[n] in links), 0)
    if n <= start or person_end(own, n + 1) == n + 1:
        return False
    return (_APART | nouns.FEELINGS | _WITH).isdisjoint(own[start:n])


def _is_place(own: Sequence[str]) -> bool:
    """`A bed at the detox unit`."""
    n = next((n for n, word in enumerate(own[:3]) if word in _BEDS), -1)
    is_there = own[n + 1 : n + 2] in {("at",), ("in",), ("on",)}
    return n >= 0 and is_there and not given.ADMITTING.isdisjoint(own[n + 2 : n + 6])


_HAVING_SOMEBODY = words("has have need needs want wants")


def somebody_who(said: GoalWords) -> str:
    """`A sister who appreciates me`, `has friends who text back`."""
    tokens = said.own[1:] if _HAVING_SOMEBODY.intersection(said.own[:1]) else said.words
    end = person_end(tokens, 0)
    if not end or tokens[end : end + 1] != ("who",) or not {",", "will"}.isdisjoint(tokens):
        return ""
    deed = deed_at(tokens, end + 1)
    return deed.meaning if deed else ""


_HELD_ON = words("bail curfew measures parole probation register section supervision tag")
_ENDING = words("ends expires lapses succeeds")
_GOING_THROUGH = {(verb, to) for verb in ("come", "comes", "go", "goes") for to in ("off", "through")} | {
    ("is", "successful")
}


def goes_through(said: GoalWords) -> str:
    """What is official ends, or succeeds, by itself: probation ends early, the claim goes through."""
    if _is_let_off(said.own[not TO_BE.isdisjoint(said.own[:1]) :]):
        return "release"
    own = said.words[not said.words[:1] or is_owner(said.words[0]) or said.words[0] == "the" :]
    for n in range(1, min(4, len(own))):
        is_through = own[n] in _ENDING or own[n : n + 2] in _GOING_THROUGH
        if is_through and not given.OFFICIAL.isdisjoint(own[:n]):
            return "grant"
    return ""


def _is_let_off(own: Sequence[str]) -> bool:
    """`Off the register`, `out of special measures`."""
    is_out = own[:1] == ("off",) or own[:2] == ("out", "of")
    return is_out and not _HELD_ON.isdisjoint(own[1:5])


_TOGETHER = (
    ("reconcile", "with"),
    ("reconciles", "with"),
    ("back", "together", "with"),
    ("reconciled", "with"),
    ("reconciliation", "with"),
    ("reunification", "with"),
    ("reunion", "with"),
    ("reunited", "with"),
)


def takes_two(said: GoalWords) -> str:
    """`Back together with him`, `on speaking terms`, `reconciled`."""
    own = said.own[1:] if not TO_BE.isdisjoint(said.own[:1]) else said.own
    if any(own[: len(each)] == each for each in _TOGETHER):
        return "return"
    return "agree" if ("speaking", "terms") in pairwise(said.own) else ""


_WATCHED = words(
    """
    agreed assessed checked confirmed counted described documented graded logged marked measured monitored noted
    observed rated recorded reported scored seen shown signed tallied timed tracked verified witnessed
    """
)
_ORDERED = words(
    """
    given judged led offered organised organized prescribed prompted provided recommended run set suggested supervised
    taught
    """
)
_SUBORDINATE = words(
    "after as because before how if once since than that unless until what when whenever which while who"
)
_MORE = words("fewer less more no")
_HAVING = words("get have see want")
_NOBODY = words("no no-one nobody")
_BACKWARDS = 5


def done_by_them(said: GoalWords) -> str:
    """`Granted by the council`: with who does it, unless they only watch, count or have ordered it."""
    tokens = said.words
    cut = next((n for n, word in enumerate(tokens) if word in _SUBORDINATE), len(tokens))
    for n in range(1, cut):
        is_by = tokens[n] == "by" and person_end(tokens, n + 1) > n + 1 and tokens[n + 1] not in _NOBODY
        done = _participle_before(tokens, n) if is_by else -1
        if done >= 0 and _is_theirs(said, done):
            is_let_in = tokens[done] == "accepted" and TO_BE.isdisjoint(tokens[max(0, done - 3) : done])
            return "admit" if is_let_in else base_of(tokens[done])
    return ""


def _participle_before(tokens: Sequence[str], place: int) -> int:
    """Where the next participle before that place stands, with no mark between; -1 where none does."""
    for n in range(place - 1, max(-1, place - 1 - _BACKWARDS), -1):
        if not tokens[n][0].isalpha():
            return -1
        if is_participle(tokens[n]):
            return n
    return -1


def _is_theirs(said: GoalWords, done: int) -> bool:
    """Whether that participle says what they do, and no verb of the client's own stands before it."""
    tokens, first = said.words, said.clauses[0]
    is_be = not TO_BE.isdisjoint(tokens[max(0, done - 3) : done])
    is_watched = tokens[done] in (_WATCHED if is_be or tokens[0] in _MORE else _WATCHED | _ORDERED)
    is_thing = not _HAVING.isdisjoint(bases(tokens[0])) or not given.OFFICIAL.isdisjoint(tokens[:3])
    is_be |= done == 0 and tokens[0] not in ADJUNCT  # taken back by his wife
    return not (is_watched or tokens[done] in STIRRED) and (is_be or first.is_passive or not first.head or is_thing)
