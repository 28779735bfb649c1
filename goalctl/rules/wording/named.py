"""What a goal without a verb names, if only others give or do it: a promotion, no detentions, a sister who listens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from goalctl.rules.wording import given, nouns, verbs
from goalctl.rules.wording.deeds import TO_BE, base_of, deed_at
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.passives import ONLY_VERBS, STIRRED
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.persons import NO_BODIES, owner_end, person_end
from goalctl.rules.wording.spoken import GoalWords
from goalctl.rules.wording.verb_places import ADJUNCT

_SMALL = words("a an any being further the")
_ABSENT = words("avoid end fewer free freedom less never nil no stop without zero")
_NO_MORE = words("end free freedom no zero")
_NO_NOUN = words("avoid end never not stop")
_ENDS = words("about and as at before by for from if in of on over regarding to until when with within without")
_APART = words(
    """
    absence apart autonomy away breaks dependence detachment differentiation distance elopement escape freedom
    independence leave protection recovery separation time truancy withdrawal
    """
)
"""What is had from somebody by the client alone: distance from the ex."""

_WITH = words("at friend friends to with")
_BEDS = words("bed berth place room seat slot spot")
_KEPT = words("capped cut kept limited reduced restricted")
_ALSO_VERBS = words("backing consent discharge funding invite release transfer")
_BEHIND_NOUNS = words("before by for from into on to")
_MODIFYING = words("birthday christmas phone video")
_REPLIES = {(reply, link) for reply in ("answer", "reply", "response") for link in ("from", "to")}
_POSTED = words("demands fines letters notices reminders summonses warnings")
_NEAR = 7


def named(said: GoalWords) -> str:
    """What only others give, as the goal's only words; nothing where the client is to do something."""
    own = tuple(word for word in said.own if word not in _SMALL)
    if not _ABSENT.isdisjoint(own[:1]):
        return _kept_away(own)
    if said.words[:1] in {("a",), ("an",)} and own[:2] in _REPLIES:
        return "give"
    if not own or (said.has_verb and not _is_a_noun(own)):
        return ""
    return "give" if any(is_theirs(own) for is_theirs in (_is_given, _is_place, _is_from_somebody)) else ""


def _is_a_noun(own: Sequence[str]) -> bool:
    """Whether what looks like a verb is none: release on licence, news from him, permission to keep the dog."""
    one, other = own[0], own[1:2]
    is_from = one in given.FROM_OTHERS and (other == ("from",) or own[1:3] == ("home", "from"))
    is_from |= one in _MODIFYING and not given.FROM_OTHERS.isdisjoint(other) and own[2:3] == ("from",)
    is_only_noun = one in given.GIVEN_ALONE and not bases(one) & verbs.KNOWN
    return is_from or is_only_noun or (one in _ALSO_VERBS and not _BEHIND_NOUNS.isdisjoint(other))


def _is_given(own: Sequence[str]) -> bool:
    """`A promotion to charge nurse`, `a second chance`."""
    front = own[: next((n for n, word in enumerate(own[: _NEAR - 1]) if word in _ENDS), _NEAR - 1)]
    is_theirs = not given.PAIRS.isdisjoint(pairwise(front)) or not given.GIVEN_ALONE.isdisjoint(front[-2:])
    is_theirs |= own[0] in given.PARTNERS and own[1:2] in {(), ("by",), ("before",)}
    return is_theirs and own[0] not in _NO_NOUN


def _kept_away(own: Sequence[str]) -> str:
    """What others are not to do any more: no detentions, an end to the bullying, no letters from the bailiffs."""
    start = 1 + (own[1:2] in {("of",), ("from",), ("to",)})
    if not given.DONE_BY_OTHERS.isdisjoint(own[start : start + 2]):
        return "do"
    end = next((n for n in range(start, len(own)) if own[n] in _ENDS), len(own))
    if end > start + 1 and own[end - 1] in _POSTED and own[0] in _NO_MORE and own[end : end + 1] != ("to",):
        return "do"  # no more eviction letters
    is_theirs = own[0] in _NO_MORE and owner_end(own, start) > start  # his father's threats
    return "give" if is_theirs or _is_from_somebody(own, start, ("from", "by")) else ""


def _is_from_somebody(own: Sequence[str], start: int = 0, links: tuple[str, ...] = ("from",)) -> bool:
    """`Letters from the bailiffs`; not where what is meant is to be apart from them, or only felt."""
    n = next((n for n in range(start, min(len(own), _NEAR)) if own[n] in links), 0)
    if n <= start or person_end(own, n + 1) == n + 1:
        return False
    return (_APART | nouns.FEELINGS | _WITH).isdisjoint(own[start:n]) and _KEPT.isdisjoint(own)


def _is_place(own: Sequence[str]) -> bool:
    """`A bed at the detox unit`."""
    n = next((n for n, word in enumerate(own[:3]) if word in _BEDS), -1)
    is_there = own[n + 1 : n + 2] in {("at",), ("in",), ("on",)}
    return n >= 0 and is_there and not given.ADMITTING.isdisjoint(own[n + 2 : n + 6])


_SOMEBODY_TO = {("somebody", "to"), ("someone", "to")}
_HAVING_SOMEBODY = words("find finds has have need needs want wants")


def somebody_who(said: GoalWords) -> str:
    """`A sister who appreciates me`, `has friends who text back`."""
    tokens = said.own[1:] if _HAVING_SOMEBODY.intersection(said.own[:1]) else said.words
    end = person_end(tokens, 0)
    if tokens[:2] in _SOMEBODY_TO:
        return "meet"
    if not end or tokens[end : end + 1] != ("who",) or not {",", "will"}.isdisjoint(tokens):
        return ""
    deed = deed_at(tokens, end + 1)
    return deed.meaning if deed else ""


_HELD_ON = words(
    """
    bail care custody detention bracelet curfew list measures monitor parole plan probation register section
    supervision tag
    """
)
_KEPT_ON = words("payroll shortlist squad team transplant")
_GETTING_OFF = TO_BE | words("come comes coming go goes going")
_FURTHEST = 11
_JOINING = words(", ; . after and before if once plus that until when where which while who")
_OUTCOME = Phrases(
    r"\b(?:ends|expires|lapses|succeeds)\b",
    r"\b(?:clears?|closes?|happens?|settles?|wins?)(?= (?:at|before|by|in|on|out of|with|within|without)\b|$)",
    r"\b(?:come|comes|gets|go|goes) (?:ahead|off|through)\b",
    r"\b(?:is|are) (?:final|successful|won)\b",
    r"\bin (?:my|his|her|their|our) favou?r\b",
    r"\bgoes (?:my|his|her|their|our) way\b",
)
_REACHING = Phrases(r"\breach(?:es)? (?:her|him|me|us)(?= (?:at|before|by|each|every|in|on|within)\b|$)")
_FINDING = Phrases(
    r"\b(?:clear|conclude|confirm|decide|establish|find|recommend|rule)s?(?= (?:against|for|in|that|the|him|her|me)\b)"
)
_PROCEEDINGS = words("audit enquiry hearing inquest inquiry investigation review trial tribunal")
_ARRIVAL = Phrases(
    r"\b(?:arrives?|(?:come|free|open|turn)s? (?:back|in|through|up)|becomes? available|(?:is|are) available)\b",
    r"\bcomes(?= (?:before|by)\b)|\bopens(?= (?:at|before|by|in)\b)|\bkicks? (?:back )?in\b",
)
_END = Phrases(r"\b(?:cease|die down|dies down|end|go away|goes away|stop)s?\b|\bdies out\b|\bcomes? to an end\b")
_OUTCOMES = (
    (_ARRIVAL, given.POSTED, _FURTHEST),
    (_OUTCOME, given.OFFICIAL | given.GIVEN_ALONE, _FURTHEST),
    (_FINDING, _PROCEEDINGS, 1),
    (_END, given.DONE_BY_OTHERS, _FURTHEST),
)
"""How something comes about or ends, of what only others can make it so, and how many words before that is said."""


def goes_through(said: GoalWords) -> str:
    """What is official ends, or succeeds, by itself: probation ends early, the claim goes through."""
    if _is_let_off(said.own[not _GETTING_OFF.isdisjoint(said.own[:1]) :]):
        return "release"
    text = " ".join(said.words)
    is_noun = bases("".join(said.own[:1])).isdisjoint(ONLY_VERBS)
    if is_noun and _REACHING.stand_in(text):
        return "give"
    return "grant" if _comes_about(text, is_noun=is_noun) else ""


def _comes_about(text: str, *, is_noun: bool) -> bool:
    """Whether something of theirs does, or ends; a word that stands alone before that is a noun even if also a verb."""
    for phrases, theirs, near in _OUTCOMES:
        if outcome := phrases.find(text):
            before = text.partition(outcome)[0].split()
            is_whole = len(before) <= _FURTHEST and _JOINING.isdisjoint(before)
            return is_whole and (is_noun or len(before) == 1) and not theirs.isdisjoint(before[-near:])
    return False


def _is_let_off(own: Sequence[str]) -> bool:
    """`Off the register`, `out of special measures`, `back on the payroll`."""
    is_out = own[:1] == ("off",) or own[:2] == ("out", "of")
    if not _KEPT_ON.isdisjoint(own[:4]) and own[own[:1] == ("back",) :][:1] in {("in",), ("on",)}:
        return True
    return is_out and not _HELD_ON.isdisjoint(own[1:5])


_TOGETHER = {("back", "together", "with"), ("reconcile", "with"), ("reconciles", "with"), ("reconciled", "with")}
_TOGETHER |= {(noun, "with") for noun in ("reconciliation", "reunification", "reunion", "reunited")}


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
        is_by = tokens[n] == "by" and _is_somebody(tokens[n + 1 :], said.acronyms) and tokens[n + 1] not in _NOBODY
        done = _participle_before(tokens, n) if is_by else -1
        if done >= 0 and _is_theirs(said, done):
            is_let_in = tokens[done] == "accepted" and TO_BE.isdisjoint(tokens[max(0, done - 3) : done])
            return "admit" if is_let_in else base_of(tokens[done])
    return ""


def _is_somebody(tokens: Sequence[str], acronyms: frozenset[str]) -> bool:
    return person_end(tokens, 0) > 0 or not (acronyms - NO_BODIES).isdisjoint(tokens[:2])


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
    is_no_deed = tokens[done] in STIRRED or _is_beside(tokens, done, is_be=is_be)
    is_thing = not _HAVING.isdisjoint(bases(tokens[0])) or not given.OFFICIAL.isdisjoint(tokens[:3])
    is_be |= done == 0 and tokens[0] not in ADJUNCT  # taken back by his wife
    return not is_no_deed and (is_be or first.is_passive or not first.head or is_thing)


def _is_beside(tokens: Sequence[str], done: int, *, is_be: bool) -> bool:
    """Whether they watch, count or have ordered what the client does; what is signed off is up to them."""
    beside = _WATCHED if is_be or tokens[0] in _MORE else _WATCHED | _ORDERED
    return tokens[done] in beside and tokens[done + 1 : done + 2] != ("off",)
