"""A goal's sentence taken apart: its clauses, each with its verb and with what the verb is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.parts import parts_of
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.slips import is_known, meant
from goalctl.rules.wording.verb_places import (
    ADJUNCT,
    TO_BE,
    finite_place,
    is_gerund,
    is_verb,
    participle_place,
    verb_place,
)

LONGEST = 5000  # characters, our own: a goal is a sentence, and three megabytes of sentences take minutes
_WORD = re.compile(r"[a-z]+")
_SPELLED_OUT = (
    (re.compile(r" (?:&|/|\+|a[dm]n|nad) "), " and "),
    (re.compile(r"\b(?:won'?t|cannot|can't|(do|does|did|is|are|has|have)n'?t)\b"), r"\1 not"),
    (
        re.compile(
            r"^(?:as well as|besides|in addition to|apart from|on top of) ([a-z]+ing\b[^,]*?)(?:,| (?=(?:he|she|they"
            r"|i|we|will)\b)) ?(.*)$"
        ),
        r"\2 as well as \1",
    ),
    (re.compile(r"^while ([a-z]+ing\b[^,]*), also (.*)$"), r"\2 as well as \1"),
    (re.compile(r"^(.*?)not only (?:does (?:he|she) )?(.*?),? but (?:he |she )?also "), r"\1\2 plus "),
    (
        re.compile(r"\b(and|then|plus)((?: also)?) (?:the )?(?:client|patient|pt|resident) (?=will |to |[a-z]+s )"),
        r"\1\2 ",
    ),
    (re.compile(r"\bnot (be|being|feel|feeling|get|getting) (?:so|as|too|that|quite so) "), r"\1 less "),
    (re.compile(r"(?<=s) running(?= *(?:[,.;]|$))"), " in a row"),
    (re.compile(r"\b([ap])\.m\b\.?"), r"\1m"),
    (re.compile(r"\b(st|mr|mrs|ms|dr|approx|min|mins|hr|hrs|vs|etc)\."), r"\1"),
    (re.compile(r"\bself (?=[a-z])"), "self-"),
    (re.compile(r"\b(?:(little|bit|step|day) by \1|slowly but surely)\b"), "gradually"),
)
"""What is written in several ways, as it is written here."""

_QUOTED = re.compile(r"""(?<![a-z])(['"\u2018\u201c])(?:[^'"\u201c\u201d]|(?<=[a-z])'(?=[a-z]))+['"\u201d](?![a-z])""")
_MOST = 0.5  # of a goal that is quoted as a whole the quotation is the goal

_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d+(?:[.:,/]\d+)*|[%;,.:()\u2013]")
_CLIENT = (
    r"(?:(?:the|this|our|both|each|every) )?(?:client|patient|pt|resident|couple|family|parent|partner|student|pupil"
    r"|adolescent|teen|teenager|youth|child|member|consumer|individual|participant)s?\b(?!['-])"
    r"|(?:mr|mrs|ms|miss|dr)\.? \w+\.?|(?:i|we|he|she|they|you)\b"
)
_WORKED_ON = {("worked", "on"), ("worked", "through"), ("dealt", "with"), ("worked", "towards")}
_SUBJECT = Phrases(rf"(?:that )?(?:{_CLIENT}|[a-z]+(?= (?:will|shall|wants to|is able to)\b))(?:'ll\b)?\s*", start=True)


@dataclass(frozen=True)
class GoalClause:
    """A verb in its base form, or nothing in a mere noun phrase; what it is about; and the words as they stand.

    With `is_passive` what it is about stood before the verb. `joint` is the word or mark before the clause.
    """

    head: str
    about: tuple[str, ...]
    words: tuple[str, ...]
    is_passive: bool = False
    joint: str = ""

    @property
    def text(self) -> str:
        """The words with blanks between."""
        return " ".join(self.words)


class GoalSentence:
    """A goal as it was meant: in small letters, slips mended, in clauses."""

    def __init__(self, wording: str) -> None:
        plain = _without_speech(wording.lower().strip().replace("\u2019", "'"))
        for pattern, as_meant in _SPELLED_OUT:
            plain = pattern.sub(as_meant, plain)
        self.text = _WORD.sub(lambda match: meant(match[0]), plain)

    @cached_property
    def tokens(self) -> list[str]:
        """Its words and marks, behind whom it is about and what goes before."""
        found = _TOKEN.findall(_bare(self.text))
        is_named = finite_place(found[:3]) == 1 and found[0].isalpha() and not is_known(found[0])
        return found[1:] if is_named else found

    @cached_property
    def clauses(self) -> tuple[GoalClause, ...]:
        """Its clauses in their order; at least one."""
        parts = [_clause(part, joint) for joint, part in parts_of(self.tokens)]
        for place in range(len(parts) - 1, 0, -1):
            is_bare = not parts[place - 1].about and bases(parts[place - 1].words[0]) & {parts[place - 1].head}
            if is_bare and parts[place].joint in {"and", ","}:  # stabilise and maintain wellness
                parts[place - 1] = replace(parts[place - 1], about=parts[place].about)
        return tuple(parts) or (GoalClause("", (), ()),)


INSIDE = {("in",), ("out",), ("off",), ("on",)}
_JOINED = words("and plus , ;")
_LONGEST_LABEL = 2  # who says or does it, before a colon
_HAVING = words("have get want need")
_MORE = words("more less fewer better")
_ONES = words("a an one two three")


def halves(clauses: tuple[GoalClause, ...]) -> tuple[GoalClause, ...]:
    """The clauses, a mere noun phrase divided by its `and` or comma, and `no phones` taken from the verb before it."""
    found: list[GoalClause] = []
    for clause in clauses:
        is_told_of = clause.joint == ":" and bool(found) and len(found[-1].words) <= _LONGEST_LABEL
        said = replace(clause, joint=found.pop().joint) if is_told_of else clause
        found += _halves(said) if said.joint != ":" else (said,)
    return tuple(found)


def _halves(clause: GoalClause) -> tuple[GoalClause, ...]:
    said = clause.words
    for place, word in enumerate(said):
        after = said[place + 1 :]
        if place and word in _JOINED and after and _goes_on(clause, after):
            head, about = clause.head, clause.about[: len(clause.about) - len(after) - 1]
            return GoalClause(head, about, said[:place], joint=clause.joint), GoalClause("", after, after, joint=word)
    return (clause,)


def _goes_on(clause: GoalClause, after: tuple[str, ...]) -> bool:
    """Whether another noun phrase begins there."""
    if not clause.head:
        return True
    is_denied = after[0] == "no" and after[1:2] not in {("more",), ("later",), ("less",), ("fewer",), ("longer",)}
    is_being = clause.head in verbs.BEING and after[:1] in INSIDE
    return is_denied or is_being or (clause.head in _HAVING and after[0] in _MORE | _ONES)


@lru_cache(maxsize=512)
def statement(wording: str) -> GoalSentence:
    """The sentence taken apart, once for all rules that look at it; of a text that is none its beginning."""
    return GoalSentence(wording[:LONGEST])


def without_adjunct(text: str) -> str:
    """The text without an adjunct that stands first, with its comma."""
    first, comma, rest = text.partition(", ")
    return rest if comma and first.partition(" ")[0] in ADJUNCT and rest else text


def _without_speech(text: str) -> str:
    """The text with a mere word for what somebody says in it: `no` that is said denies nothing."""
    bare = _QUOTED.sub("words", text)
    return bare if len(bare) > _MOST * len(text) else text


def _bare(text: str) -> str:
    """The text without a subject that is the client, and without an adjunct with its comma before that."""
    text = without_adjunct(text)
    return text.removeprefix(_SUBJECT.find(text)).strip()


def _clause(tokens: Sequence[str], joint: str) -> GoalClause:
    whole = tuple(tokens)
    if is_gerund(tokens[0]) and tokens[1:2] == ["of"]:  # rebuilding of trust
        return GoalClause(_base(tokens[0]), whole[2:], whole, joint=joint)
    place = verb_place(tokens, 0)
    return GoalClause("", whole, whole, joint=joint) if place is None else _verbal(tokens, place, joint)


def _verbal(tokens: Sequence[str], place: int, joint: str) -> GoalClause:
    """The clause whose verb, if it has one, begins at that place, or stands in the passive, or behind a subject."""
    whole = tuple(tokens)
    participle = participle_place(tokens, 0)
    begins = is_verb(tokens, place)
    is_state = begins and participle is not None and tokens[participle] in nouns.TRAITS
    if participle is not None and not is_state and not (begins and tokens[place] not in TO_BE):
        if tuple(tokens[participle : participle + 2]) in _WORKED_ON:
            return GoalClause("deal", tuple(tokens[:participle]), whole, is_passive=True, joint=joint)
        before = tuple(token for token in tokens[:participle] if token not in TO_BE | {"will", "have"})
        return GoalClause(_base(tokens[participle]), before, whole, is_passive=True, joint=joint)
    if begins:
        return GoalClause(_base(tokens[place]), tuple(tokens[place + 1 :]), whole, joint=joint)
    later = finite_place(tokens)
    if later is not None:
        return _with_subject(tokens, later, joint)
    return GoalClause("", tuple(tokens[place:]), whole, joint=joint)


def _with_subject(tokens: Sequence[str], place: int, joint: str) -> GoalClause:
    """A clause whose subject is a thing; of a change (`her trust will grow`) that is what it is about."""
    head, rest = _base(tokens[place]), tuple(tokens[place + 1 :])
    subject = tuple(token for token in tokens[:place] if token not in {"will", "shall"})
    is_change = head in verbs.CHANGE | {"grow", "develop", "return", "rise", "fall", "change"}
    return GoalClause(head, subject if is_change else rest, tuple(tokens), joint=joint)


def _base(token: str) -> str:
    found = bases(token)
    known = sorted(found & verbs.KNOWN) or sorted(found & verbs.HANDIWORK) or sorted(found, key=len)
    return token if token in verbs.KNOWN else verbs.IRREGULAR.get(token, known[0])
