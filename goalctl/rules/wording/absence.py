"""A goal that says what will not be, and nothing that will be instead: a dead man could keep it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.acting import SUBORDINATE
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import has_amount, has_frequency
from goalctl.rules.wording.denials import NAYS, denial
from goalctl.rules.wording.halves import halves
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.parts import LIKEWISE
from goalctl.rules.wording.patterns import Phrases, words

_MINDING = (verbs.KNOWING | verbs.INNER) - {"want"}
_AT_AN_HOUR = words("six seven eight nine ten eleven midnight noon it")
_LEADING = words("able be he i learn learns like shall she they to want wants we will would")
_RELATIVE = SUBORDINATE - words("even how") | words("after before so that")
"""What begins that which is said about a thing or a time, not of what will be."""

_SAYING = words("are can do does has have is shall should will would")
_ENDED = words(
    """
    abolished absent avoided ceased eliminated ended eradicated extinguished gone prevented removed stopped
    """
)
_LAST_WORDS = (_ENDED - words("avoided prevented removed")) | words(
    "anymore cease ceases disappear disappears end ends stop stops vanish vanishes"
)
_BEFORE_A_NOUN = words("a an at bus tram eight five four in nine one seven six ten the three to two")
_AT_LAST = {(), *((word,) for word in (",", ".", "too", "by", "before", "altogether", "completely", "entirely"))}
_LAST_PAIRS = {("any", "more"), ("no", "more"), ("go", "away"), ("goes", "away"), ("any", "longer")}
_TOO_MUCH = words("clinical clinically daily dangerous extreme harmful hazardous problematic risky severe than")
_LIMITS = words("exceed fewer higher later less longer more")
_NEAR = 4
_INSTEAD = Phrases(
    r"\b(?:at most|instead|rather than|in (?:place|favou?r) of)\b",
    r"\b(?:replac|swap|swapp|substitut|switch|trad)(?:e|es|s|ed|ing)\b",
    r"\bby (?!spring|morning|evening|thanksgiving|never|not)(?:\w+ly )?\w+ing\b",
    r"\bbut (?!not)\w+",
    r"\bno more than (?:one|two|three|\d)",
    r"\b(?:from|of) (?!here|now|today)\w+ to (?!zero|nothing|none|0)\w+\b",
)
_BY_NOT_DOING = Phrases(r"\bby (?:never|not) \w+ing\b")


@lru_cache(maxsize=512)
def is_only_an_absence(statement: GoalSentence) -> bool:
    """Whether every clause says only what will not be."""
    if _INSTEAD.stand_in(statement.text):
        return False
    if _BY_NOT_DOING.stand_in(statement.text):
        return not has_frequency(statement.text)
    first, *others = _behind_a_label(statement.clauses)
    is_all = is_absent(first) and all(is_absent(clause) or clause.words[0] in LIKEWISE for clause in others)
    return is_all and not _names_more(statement)


def _behind_a_label(clauses: tuple[GoalClause, ...]) -> tuple[GoalClause, ...]:
    """`Hair pulling: ceases` without what it is about."""
    is_label = len(clauses) > 1 and clauses[1].joint == ":" and not clauses[0].head
    return clauses[1:] if is_label else clauses


_WHEN = words("at each every for from in on")


def _names_more(statement: GoalSentence) -> bool:
    """`No cannabis and three walks a week`, `sobriety and a job`; but `no drugs and alcohol`."""
    first, *others = halves(statement.clauses)
    if not others or first.head or is_absent(others[0]):
        return False
    other = others[0]
    is_when = other.words[0] in _WHEN or other.words[0].removesuffix("s").endswith("day") or "for" in other.words
    return (
        (has_frequency(other.text) and not is_when)
        or has_amount(other.text)
        or other.words[0] in {"a", "an", "more", "better"}
        or first.words[0] in {"sobriety", "abstinence", "sober", "abstinent"}
    )


def denied(clause: GoalClause) -> tuple[str, ...]:
    """The words behind what denies, in a clause that says what will not be."""
    said = _without_auxiliaries(clause.words)
    length = denial(said)
    if length:
        return said[length:]
    after = next((n for n, word in enumerate(clause.words) if word in NAYS or bases(word) & verbs.ENDING), -1)
    return clause.words[after + 1 :]


def is_absent(clause: GoalClause) -> bool:
    """Whether the clause says what will not be."""
    said = _without_relative(_without_auxiliaries(clause.words))
    if _ends_it(clause) or denial(said):
        return True
    return clause.head not in _MINDING | {"accept"} and _is_denied_later(said)


def _ends_it(clause: GoalClause) -> bool:
    """Whether its verb, or its first word where no verb was found, is one of ending: stopped smoking."""
    if not clause.head:
        return bool(bases("".join(clause.words[:1])) & verbs.ENDING)
    return clause.head in verbs.ENDING and not (clause.head == "stop" and _stops_somewhere(clause))


def _without_auxiliaries(said: tuple[str, ...]) -> tuple[str, ...]:
    start = next((n for n, word in enumerate(said) if word not in _LEADING), len(said))
    be = next((n for n, word in enumerate(said[:start]) if word == "be" and said[n + 1 : n + 2] != ("able",)), start)
    return said[be:]


def _without_relative(said: tuple[str, ...]) -> tuple[str, ...]:
    return said[: next((n for n, word in enumerate(said) if n > 1 and word in _RELATIVE), len(said))]


def _is_denied_later(said: tuple[str, ...]) -> bool:
    """Whether a no stands behind who or what it is said of, or that is to end."""
    return said[-2:] in _LAST_PAIRS or any(holds(said, n) for n in range(len(said)) for holds in _LATER)


def _is_denial(said: tuple[str, ...], place: int) -> bool:
    """Whether `will not`, `no longer`, `never` or `not a single` stands there, and no mere limit follows."""
    one, other, third = (*said[place : place + 3], "", "")[:3]
    if (one, other) == ("no", "longer"):
        return third not in _TOO_MUCH and said[place - 1 : place] not in {("of",), ("with",), ("to",)}
    if other == "never" and place < _NEAR:
        return third not in _LIMITS
    return (one, other, third) == ("not", "a", "single") or (_is_said_of_it(said, place) and third not in _LIMITS)


def _is_said_of_it(said: tuple[str, ...], place: int) -> bool:
    """`Will not`, but not where it is said of a thing alone: a letter he will not send."""
    is_relative = place > 1 and said[place - 1] in {"he", "i", "she", "they", "we"}
    return said[place] in _SAYING and bool(set(said[place + 1 : place + 2]) & {"not", "never"}) and not is_relative


def _is_over(said: tuple[str, ...], place: int) -> bool:
    """Whether something ends there, and no more is said than by when: the calls stop, too."""
    before = said[place - 1] if place else "the"
    is_noun = (
        said[place] not in _ENDED
        and (before in _BEFORE_A_NOUN or before.isdigit() or before.endswith("'s"))
        and (before, said[place])
        != (
            "to",
            "stop",
        )
    )
    return said[place] in _LAST_WORDS and not is_noun and said[place + 1 : place + 2] in _AT_LAST


_LATER = (_is_denial, _is_over)
"""What may stand at any place in it."""


def _stops_somewhere(clause: GoalClause) -> bool:
    """`Stops at the gate` is something that one can see."""
    first, second = (*clause.about, "", "")[:2]
    is_doing = any(word.endswith("ing") for word in clause.about[1:4])
    is_place = first in {"at", "by", "in", "the", "to", "for", "within"} and not is_doing
    is_place &= second not in {"good", "ever", "now"}
    has_subject = first == "by" and bases(clause.words[0]).isdisjoint({"stop", "will", "to"})
    is_timed = any(
        one in {"at", "when"} and (other[:1].isdigit() or other in _AT_AN_HOUR) for one, other in pairwise(clause.words)
    )
    return not (clause.is_passive or has_subject) and (is_place or is_timed)
