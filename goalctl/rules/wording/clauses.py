"""A goal's sentence taken apart: its clauses, each with its verb and with what the verb is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from goalctl.rules.wording import verbs
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.parts import ADJUNCT, TO_BE, finite_place, is_verb, participle_place, parts_of, verb_place
from goalctl.rules.wording.patterns import Phrases
from goalctl.rules.wording.slips import meant

LONGEST = 5000  # characters, our own: a goal is a sentence, and three megabytes of sentences take minutes
_WORD = re.compile(r"[a-z]+")
_BESIDES = re.compile(r"^(?:as well as|besides|in addition to|apart from|on top of) ([a-z]+ing\b[^,]*), (.*)$")
_HOURS = re.compile(r"\b([ap])\.m\b\.?")
_SELF = re.compile(r"\bself (?=[a-z])")
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
        plain = _BESIDES.sub(
            r"\2 as well as \1", wording.lower().strip().replace("\u2019", "'").replace(" & ", " and ")
        )
        plain = _SELF.sub("self-", _HOURS.sub(r"\1m", plain))
        self.text = _WORD.sub(lambda match: meant(match[0]), plain)

    @cached_property
    def tokens(self) -> list[str]:
        """Its words and marks, behind whom it is about and what goes before."""
        return _TOKEN.findall(_bare(self.text))

    @cached_property
    def clauses(self) -> tuple[GoalClause, ...]:
        """Its clauses in their order; at least one."""
        parts = [_clause(part, joint) for joint, part in parts_of(self.tokens)]
        return tuple(parts) or (GoalClause("", (), ()),)


@lru_cache(maxsize=512)
def statement(wording: str) -> GoalSentence:
    """The sentence taken apart, once for all rules that look at it; of a text that is none its beginning."""
    return GoalSentence(wording[:LONGEST])


def _bare(text: str) -> str:
    """The text without a subject that is the client, and without an adjunct with its comma before that."""
    first, comma, rest = text.partition(", ")
    if comma and first.partition(" ")[0] in ADJUNCT and rest:
        text = rest
    return text.removeprefix(_SUBJECT.find(text)).strip()


def _clause(tokens: Sequence[str], joint: str) -> GoalClause:
    place = verb_place(tokens, 0)
    whole = tuple(tokens)
    if place is None:
        return GoalClause("", whole, whole, joint=joint)
    participle = participle_place(tokens, 0)
    begins = is_verb(tokens, place)
    if participle is not None and not (begins and tokens[place] not in TO_BE):
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
    known = sorted(found & verbs.KNOWN) or sorted(found, key=len)
    return token if token in verbs.KNOWN else verbs.IRREGULAR.get(token, known[0])
