"""A goal's sentence taken apart: its clauses, each with its verb and with what the verb is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.acting import SUBORDINATE
from goalctl.rules.wording.beside import with_joints
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.led_verbs import verb_place
from goalctl.rules.wording.parts import parts_of
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.slips import is_known
from goalctl.rules.wording.spelling import as_meant
from goalctl.rules.wording.verb_places import (
    ADJUNCT,
    CATENATIVE,
    NOT_AT_ALL,
    TO_BE,
    begins_object,
    finite_place,
    is_done_to_something,
    is_gerund,
    is_verb,
    participle_place,
    word_at,
)

LONGEST = 5000  # characters, our own: a goal is a sentence, and three megabytes of sentences take minutes
_ACRONYM = re.compile(r"\b(?:[A-Z]{3,5}|(?<=[Tt]he )[A-Z]{2})\b")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]+\b")
_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d+(?:[.:,/]\d+)*(?:st|nd|rd|th)?|[%;,.:()\u2013]")
_CLIENT = (
    r"(?:(?:the|this|our|both|each|every) )?(?:client|cl|patient|pt|resident|couple|family|parent|partner|student|pupil"
    r"|adolescent|teen|teenager|youth|child|member|consumer|individual|participant)s?\b(?!['-])"
    r"|(?:mr|mrs|ms|miss|dr)\.? \w+\.?|(?:i|we|he|she|they|you)\b"
)
_ACTS = Phrases(r" (?:he|she|they|i|we|(?:the )?(?:client|patient|pt|resident)) (?=will |[a-z]+s )")
_AS_LONG = words("all during for throughout until")
_PARTICLES = words("down in off out over up")
_HAPPENING = words("brighten change develop fall fluctuate grow heal lift return rise steady wane")
_GOING_ON = words(
    "along alongside also and apart as besides but followed meanwhile not over plus then to together with yet"
)
_WORKED_ON = {("worked", "on"), ("worked", "through"), ("dealt", "with"), ("worked", "towards")}
_SUBJECT = Phrases(
    rf"(?:that |for (?=.{{1,40}} to\b))?(?:{_CLIENT}|(?:him|her|them|me|us)\b(?= to\b)"
    r"|[a-z]+(?= (?:will|shall|wants to|is able to)\b))(?:'ll\b)?\s*",
    start=True,
)


class GoalClause(NamedTuple):
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
        self.text = as_meant(wording)
        self.names = frozenset(name for name in map(str.lower, _NAME.findall(wording)) if not is_known(name))
        self.acronyms = frozenset() if wording.isupper() else frozenset(map(str.lower, _ACRONYM.findall(wording)))

    @cached_property
    def every_token(self) -> list[str]:
        """All its words and marks, from the first on."""
        return _TOKEN.findall(self.text)

    @cached_property
    def tokens(self) -> list[str]:
        """Its words and marks, behind whom it is about and what goes before."""
        found = _TOKEN.findall(_bare(self.text))
        return with_joints(found[1:] if _names_somebody(found) else found)

    @cached_property
    def clauses(self) -> tuple[GoalClause, ...]:
        """Its clauses in their order; at least one."""
        parts = [clause_of(part, joint) for joint, part in parts_of(self.tokens)]
        for place in range(len(parts) - 1, 0, -1):
            one = parts[place - 1]
            is_bare = _PARTICLES.issuperset(one.about) and bases(one.words[0]) & {one.head}
            if is_bare and parts[place].joint in {"and", ","}:  # stabilise and maintain wellness
                parts[place - 1] = parts[place - 1]._replace(about=parts[place].about)
        return tuple(parts) or (GoalClause("", (), ()),)


@lru_cache(maxsize=512)
def statement(wording: str) -> GoalSentence:
    """The sentence taken apart, once for all rules that look at it; of a text that is none its beginning."""
    return GoalSentence(wording[:LONGEST])


def without_adjunct(text: str) -> str:
    """The text without an adjunct that stands first, with its comma, or before who acts: by week six she drives."""
    first, comma, rest = text.partition(", ")
    if not _begins_with_adjunct(text):
        return text
    acts = _ACTS.find(first)
    if acts and " " in text[: text.find(acts)] and text.partition(" ")[0] not in SUBORDINATE:
        return text[text.index(acts) :].lstrip()
    begins = rest.partition(" ")[0].rstrip(",")
    is_whole = begins in _GOING_ON | SUBORDINATE | {"having"} or not {";", ":", "."}.isdisjoint(first)
    is_whole |= begins in _AS_LONG and "," not in rest  # without shouting, for a whole month
    return rest if comma and not is_whole else text


def _begins_with_adjunct(text: str) -> bool:
    one, other = (*text.split(" ", 2), "", "")[:2]
    return one in ADJUNCT or (one, other) in {("now", "that"), ("even", "though"), ("even", "if")}


def _bare(text: str) -> str:
    """The text without a subject that is the client, and without an adjunct with its comma before that."""
    text = without_adjunct(text)
    return text.removeprefix(_SUBJECT.find(text)).strip()


def _names_somebody(tokens: Sequence[str]) -> bool:
    """Whether a name stands first, of which no list knows: Ken walks, Ken to walk."""
    is_to = tokens[1:2] == ["to"] and tokens[0] not in NOT_AT_ALL and bool(bases("".join(tokens[2:3])) & verbs.KNOWN)
    return (is_to or finite_place(tokens[:3]) == 1) and tokens[0].isalpha() and not is_known(tokens[0])


def clause_of(tokens: Sequence[str], joint: str) -> GoalClause:
    """The clause that those words are."""
    whole = tuple(tokens)
    if is_gerund(tokens[0]) and tokens[1:2] == ["of"]:  # rebuilding of trust
        return GoalClause(_base(tokens[0]), whole[2:], whole, joint=joint)
    place = verb_place(tokens, 0)
    return GoalClause("", whole, whole, joint=joint) if place is None else _verbal(tokens, place, joint)


def _verbal(tokens: Sequence[str], place: int, joint: str) -> GoalClause:
    """The clause whose verb, if it has one, begins at that place, or stands in the passive, or behind a subject."""
    whole = tuple(tokens)
    participle = participle_place(tokens, 0)
    begins = _is_led_to(tokens, place, joint) or is_verb(tokens, place)
    is_active = begins and (tokens[place] not in TO_BE or tokens[participle or 0] in nouns.TRAITS)
    if participle is not None and not is_active:
        return _passive(tokens, participle, joint)
    if begins:
        place += _is_perfect(tokens, place)
        return GoalClause(_base(tokens[place]), tuple(tokens[place + 1 :]), whole, joint=joint)
    later = finite_place(tokens)
    if later is not None:
        return _with_subject(tokens, later, joint)
    return GoalClause("", tuple(tokens[place:]), whole, joint=joint)


def _is_led_to(tokens: Sequence[str], place: int, joint: str) -> bool:
    """Whether what goes before makes a verb of any word there: `will`, `wants to`, a joint before an act on a thing."""
    is_wanted = place > 1 and tokens[place - 1] == "to" and bool(bases(tokens[place - 2]) & CATENATIVE)
    is_joined = bool(joint) and is_done_to_something(tokens, place)
    return is_wanted or is_joined or tokens[max(0, place - 1)] in {"will", "shall"}


def _is_perfect(tokens: Sequence[str], place: int) -> bool:
    """`Has handed in her notice`; not `has supervised visits`."""
    then, after = word_at(tokens, place + 1), word_at(tokens, place + 2)
    is_done = is_participle(then) or then in {"become", "come", "run"}
    return tokens[place] in {"has", "have", "having"} and is_done and begins_object(after)


def _passive(tokens: Sequence[str], participle: int, joint: str) -> GoalClause:
    """A clause in which something is done: what it is about stands before the verb."""
    whole = tuple(tokens)
    if whole[participle : participle + 2] in _WORKED_ON:
        return GoalClause("deal", whole[:participle], whole, is_passive=True, joint=joint)
    before = tuple(token for token in tokens[:participle] if token not in TO_BE | {"will", "have"})
    return GoalClause(_base(tokens[participle]), before, whole, is_passive=True, joint=joint)


def _with_subject(tokens: Sequence[str], place: int, joint: str) -> GoalClause:
    """A clause whose subject is a thing; of a change (`her trust will grow`) that is what it is about."""
    head, rest = _base(tokens[place]), tuple(tokens[place + 1 :])
    subject = tuple(token for token in tokens[:place] if token not in {"will", "shall"})
    is_change = head in verbs.CHANGE | _HAPPENING
    return GoalClause(head, subject if is_change else rest, tuple(tokens), joint=joint)


def _base(token: str) -> str:
    found = bases(token)
    known = sorted(found & verbs.KNOWN) or sorted(found & verbs.HANDIWORK) or sorted(sorted(found), key=len)
    return token if token in verbs.KNOWN else verbs.IRREGULAR.get(token, known[0])
