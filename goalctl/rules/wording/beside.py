"""The words that join two parts of a goal: whatever says that one thing stands beside another becomes `plus`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.criterion import comparative, has_amount, has_date, has_time_of_its_own
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import PERIODS, PERSONS, is_gerund, is_verb, word_at

PLUS = "plus"
_MARKS = words(", ; . : and but plus")
_DEPTHS = {"(": 1, ")": -1}
_NAYS = words("no not never nothing zero none without")
_NUMBERS = words("one two three four five six seven eight nine ten once twice half")
_PEOPLE = PERSONS | words("member members person")
_FEW = 4
_ARTICLES = words("a an the his her my their our")
_FIRST_EVER = words("first new one daily weekly regular")
_ADVANCING = (
    verbs.CHANGE
    | verbs.COPING
    | verbs.ENDING
    | words("become bring build cultivate cut develop establish form gain grow maintain step taper")
    | words(
        "address apply begin complete discover enrol explore find finish join learn let pay process pursue rediscover"
        " resume save search seek start study tackle train"
    )
)
_LIMITS = {("at", "least"), ("at", "most")}
_LEADING_ON = {
    "making": words("amends friends more new peace progress room space time"),
    "taking": words("on over"),
    "working": words("on through toward towards at"),
}
_ADJECTIVES = words(
    "big broad clean clear close deep easy fair full high light long neat quick short slow small smooth soft tidy wide"
)
_STANDING_BY = words("be drive lie queue sit stand travel wait watch")
_UP_AND_DOWN = words("back down off up")
_ON_ONESELF = words("getting going keeping looking picking putting setting speaking holding walking")
_FAR = 5
_EVER_SO = words("before ever usual possible he she they i we it anyone others")


def with_joints(tokens: Sequence[str]) -> list[str]:
    """The tokens with `plus` in the place of all that says as much: in addition to, coupled with, whilst also."""
    found: list[str] = []
    place = 0
    tokens = _closed_brackets(tokens)
    while place < len(tokens):
        length = _length(tokens, place) if found else 0
        found += [PLUS] if length else [tokens[place]]
        place += length or 1
    return found


def _closed_brackets(tokens: Sequence[str]) -> list[str]:
    """The tokens without marks in brackets, where nothing new begins."""
    depths = accumulate(_DEPTHS.get(word, 0) for word in tokens)
    return [word for word, depth in zip(tokens, depths, strict=True) if depth <= 0 or word not in _MARKS]


def _length(tokens: Sequence[str], place: int) -> int:
    """Of how many words the joint there is made; 0 where none stands there."""
    for phrase, is_meant in _JOINTS.get(tokens[place], ()):
        after = place + len(phrase)
        if tuple(tokens[place:after]) == phrase and after < len(tokens) and is_meant(tokens, place, after):
            return len(phrase)
    return 0


def _always(_tokens: Sequence[str], _place: int, _after: int) -> bool:
    return True


def _behind_a_mark(tokens: Sequence[str], place: int, after: int) -> bool:
    """`, also reads`; not `will also read`."""
    return tokens[place - 1] in _MARKS or (tokens[place - 1] in PERIODS and is_verb(tokens, after))


def _before_new(tokens: Sequence[str], _place: int, after: int) -> bool:
    """Whether an act, or something of another size, follows: along with cutting; not along with his son."""
    if is_gerund(tokens[after]) or _is_of_another_size(tokens[after], word_at(tokens, after + 1)):
        return True
    is_somebody = bool(_PEOPLE & set(tokens[after : after + _FEW]))
    return not is_somebody and _is_so_much(tokens, after)


def _is_of_another_size(token: str, then: str) -> bool:
    """`Fewer rows`, `a calmer start`, `a first outing`."""
    return compares(token) or (token in _ARTICLES and (compares(then) or then in _FIRST_EVER))


def _is_so_much(tokens: Sequence[str], place: int) -> bool:
    """Whether a number stands there, or a thing that has one or a time: a walk a day."""
    token, rest = tokens[place], " ".join(tokens[place:])
    if token in {"a", "an"}:
        return has_amount(rest) or has_time_of_its_own(rest)
    return token.isdigit() or token in _NUMBERS | _NAYS or (token, word_at(tokens, place + 1)) in _LIMITS


def _before_other(tokens: Sequence[str], place: int, after: int) -> bool:
    """Behind `as well as` any act, too, or what is undergone; not `as well as he can`."""
    if tokens[after] in _EVER_SO:
        return False
    is_act = is_verb(tokens, after) or is_participle(tokens[after])
    is_act |= tokens[after] in verbs.HANDIWORK and has_amount(" ".join(tokens[after:]))
    return is_act or _before_new(tokens, place, after) or has_time_of_its_own(" ".join(tokens[after:]))


def _meanwhile(tokens: Sequence[str], _place: int, after: int) -> bool:
    """Whether what is done `while` that has a time or a direction of its own: while cutting down; not while waiting."""
    if not is_gerund(tokens[after]):
        return False
    rest = " ".join(tokens[after:])
    is_own = _leads_on(tokens, after) or has_time_of_its_own(rest) or has_date(rest)
    return is_own and not bases(tokens[after]) & _STANDING_BY


def _leads_on(tokens: Sequence[str], place: int) -> bool:
    """Whether that act leads to more, less or something new: cutting down, making friends; not looking back."""
    doing, then = tokens[place], word_at(tokens, place + 1)
    is_way = doing not in _ON_ONESELF and not _UP_AND_DOWN.isdisjoint(tokens[place + 1 : place + _FAR])
    is_change = bool(bases(doing) & _ADVANCING) or any(map(compares, tokens[place:]))
    return is_way or is_change or then in _LEADING_ON.get(doing, ())


def compares(token: str) -> bool:
    """Whether it is more or less of something: fewer, calmer, reduced."""
    stem = token.removesuffix("er")
    plain = {stem, stem[:-1], stem + "e", stem.removesuffix("i") + "y"}
    is_degree = token.endswith("er") and bool(plain & (nouns.TRAITS | _ADJECTIVES))
    return is_degree or bool(comparative(token))


_SPOKEN: tuple[tuple[Callable[[Sequence[str], int, int], bool], str], ...] = (
    (
        _always,
        """
        added to that; added to this; added to which; additionally; and also; apart from that; apart from
        this; apart from which; besides that; besides this; besides which; beyond that; but also; combined with; coupled
        with; furthermore; in addition; in addition to; in addition to that; in addition to this; in addition to which;
        likewise; moreover; next to that; not forgetting; not forgetting to; not to mention; on top of that; on top of
        this; on top of which; over and above that; paired with; quite apart from that; quite separately; unrelated to
        that; unrelated to this; what is more; what's more; while also; with the additional aim of; with the further aim
        of; with the further goal of; with the second aim of; yet also
        """,
    ),
    (
        _behind_a_mark,
        """
        also; alongside that; alongside this; as a second aim; as a second goal; concurrently; equally; in parallel; in
        parallel to that; in the meantime; meanwhile; on another front; on another note; second; secondly; separately;
        similarly; simultaneously; third; thirdly
        """,
    ),
    (
        _before_new,
        "along with; alongside; besides; followed by; in parallel with; on top of; over and above; together with",
    ),
    (_before_other, "as well as"),
    (_meanwhile, "whereas; while"),
)
"""What is said between two things, and what must follow or go before so that it joins them."""

_JOINTS: dict[str, list[tuple[tuple[str, ...], Callable[[Sequence[str], int, int], bool]]]] = {}
for _is_meant, _phrases in _SPOKEN:
    for _phrase in map(str.split, _phrases.split(";")):
        _JOINTS.setdefault(_phrase[0], []).append((tuple(_phrase), _is_meant))
for _found in _JOINTS.values():
    _found.sort(key=lambda joint: -len(joint[0]))  # the longest first
