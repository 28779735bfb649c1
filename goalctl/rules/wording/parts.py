"""Where the clauses of a sentence begin; on words in small letters, by lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from goalctl.rules.wording import verbs
from goalctl.rules.wording.acting import (
    JOINTS,
    OWNERS,
    SUBORDINATE,
    VERBS,
    are_alike,
    has_finite,
    is_after_a_time,
    is_period,
    is_said_why,
    names_a_person,
)
from goalctl.rules.wording.beside import PLUS
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.led_verbs import verb_place
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import (
    ADJUNCT,
    CATENATIVE,
    NOT_AT_ALL,
    STARTING,
    STOPS,
    TO_BE,
    begins_object,
    finite_place,
    is_gerund,
    is_noun_of,
    is_third_person,
    is_verb,
    participle_place,
    word_at,
)

_THEY = words("he she they we i")
LIKEWISE = words("neither nor so")
_ABSOLUTE = words("having being")
HELD = words(
    "breaks cane cards headphones lights list music notes phone phones prompts reminders screen screens script stick"
    " stopwatch tablet telly timer tv"
)
_PUT_AWAY = words("away down in off on out")
_NO_DENIAL = HELD | words("better higher lower worse")
_NO_SUBJECTS = words("and plus to")
_TIMING = words("after at before by during each every in on once over thrice twice within")
_MODAL = words("can could shall should will")
_LONGEST_TIME = 4
HANGING = SUBORDINATE - {"once"} | words("after before how that what")


def parts_of(tokens: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The tokens of each clause, with what joins it to the one before."""
    start, joint, place = 0, "", 0
    while place < len(tokens):
        after = _skip_joints(tokens, place)
        if after > place:
            is_inside = start < place and after < len(tokens)
            if is_inside and _begins_clause(tokens, after, start, " ".join(tokens[place:after])):
                yield joint, list(tokens[start:place])
                start, joint = after, " ".join(tokens[place:after])
                tokens = _with_time_behind(tokens, start)
            place = max(after, place + 1)
        else:
            place += 1
    if start < len(tokens):
        yield joint, list(tokens[start:])


def _with_time_behind(tokens: Sequence[str], place: int) -> Sequence[str]:
    """The tokens with a time behind what it is said of that stood before it: and at night she reads."""
    begins = _behind_a_time(tokens, place)
    if tokens[place] not in _TIMING or begins == place:
        return tokens
    end = next((n for n in range(begins, len(tokens)) if tokens[n] in JOINTS), len(tokens))
    return [*tokens[:place], *tokens[begins:end], *tokens[place:begins], *tokens[end:]]


def _skip_joints(tokens: Sequence[str], place: int) -> int:
    """Where what follows a mark or a joining word begins; the place itself where none stands there."""
    return next((n for n in range(place, len(tokens)) if tokens[n] not in JOINTS), len(tokens))


class _Seam(NamedTuple):
    """Where two clauses may meet: where the first begins and has its verb, where the second does, and the joint."""

    tokens: Sequence[str]
    start: int
    first: int
    place: int
    here: int
    joint: str

    @property
    def opens(self) -> str:
        """The word behind the joint."""
        return self.tokens[self.place]

    @property
    def verb(self) -> str:
        """The word that should be the verb of the second clause."""
        return self.tokens[self.here]

    @property
    def is_led(self) -> bool:
        """Whether a `will` or `to` makes a verb of whatever stands first in the first clause."""
        return self.tokens[self.first - 1] in {"will", "to"} and self.first > self.start

    @property
    def has_verb(self) -> bool:
        """Whether the first clause has one, at its beginning or behind a subject."""
        return (
            self.is_led
            or is_verb(self.tokens, self.first)
            or finite_place(self.tokens[self.start : self.place]) is not None
        )


def _begins_clause(tokens: Sequence[str], place: int, start: int, joint: str) -> bool:
    """Whether a verb like the first one, or a subject with its own verb, stands there."""
    first, here = verb_place(tokens, start), verb_place(tokens, _behind_a_time(tokens, place))
    if first is None or here is None:
        return False
    seam = _Seam(tokens, start, first, place, here, joint)
    return next((verdict for holds, verdict in _ROWS if holds(seam)), False)


def _behind_a_time(tokens: Sequence[str], place: int) -> int:
    """Where the words behind a `never`, or behind a time that stands first, begin: and once a week writes."""
    if tokens[place] in NOT_AT_ALL:
        return place + 1 + (word_at(tokens, place + 1) == "longer")
    ends = (n + 1 for n in range(place, min(place + _LONGEST_TIME, len(tokens) - 1)) if is_period(tokens[n]))
    return next(ends, place) if tokens[place] in _TIMING else place


def _is_aside(seam: _Seam) -> bool:
    """Whether it only says when, why or of whom, or has no verb of its own: two of them having been away."""
    tokens, place = seam.tokens, seam.place
    is_time = seam.opens == "once" and _behind_a_time(tokens, place) > place
    return (is_said_why(tokens[place:]) and not is_time) or _is_absolute(tokens, place)


def _is_absolute(tokens: Sequence[str], place: int) -> bool:
    end = next((n for n in range(place, len(tokens)) if tokens[n] in JOINTS), len(tokens))
    is_told = tokens[place] not in _NO_SUBJECTS and bool(_ABSOLUTE & set(tokens[place + 1 : end]))
    is_put = tokens[place - 1] == "," and tokens[place] in HELD and word_at(tokens, place + 1) in _PUT_AWAY
    return is_put or (is_told and (not is_verb(tokens, place) or tokens[place + 1] in _ABSOLUTE))


def _is_meanwhile(seam: _Seam) -> bool:
    """`, driving there himself`."""
    return seam.joint == "," and is_gerund(seam.verb) and not seam.tokens[seam.first].endswith("ing")


def _is_purpose(seam: _Seam) -> bool:
    """`, to hear how her day was`."""
    return (seam.joint, seam.opens) == (",", "to") and "to" not in seam.tokens[seam.start : seam.first]


def _is_whole(seam: _Seam) -> bool:
    """Whether a full stop, or `and so is`, goes before."""
    is_likewise = seam.opens in LIKEWISE and word_at(seam.tokens, seam.place + 1) in TO_BE | {"do", "does", "will"}
    return is_likewise or seam.joint in STOPS


def _is_theirs(seam: _Seam) -> bool:
    """`And he walks`, `and that she writes`."""
    that = seam.opens == "that"
    return (that or seam.here > seam.place) and word_at(seam.tokens, seam.place + that) in _THEY and seam.has_verb


def _is_somebody_s(seam: _Seam) -> bool:
    """Whether somebody else acts there: and his wife moves back in."""
    tokens, place = seam.tokens, seam.place
    is_new = is_after_a_time(tokens, place) or names_a_person(tokens, place)
    is_new &= tokens[max(0, place - 3)] != "that"
    return is_new and seam.has_verb and has_finite(tokens, place)


def _is_of_a_thing(seam: _Seam) -> bool:
    """Whether something acts there, and no `until` or `what` goes before of which it would be a part."""
    is_open = not (HANGING & set(seam.tokens[seam.start : seam.place]))
    if seam.opens == "there":
        return is_open and word_at(seam.tokens, seam.place + 1) in TO_BE | {"will"}
    return is_open and seam.opens in OWNERS and seam.has_verb and has_finite(seam.tokens, seam.place)


def _is_undergone(seam: _Seam) -> bool:
    """Whether something happens to somebody there, as it did before the joint, or to somebody's own."""
    if participle_place(seam.tokens, seam.place) is None:
        return False
    is_plain = seam.opens in OWNERS or word_at(seam.tokens, seam.place + 1) in TO_BE
    return is_plain or participle_place(seam.tokens, seam.start) is not None


def _is_told_after_a_time(seam: _Seam) -> bool:
    """Whether any verb stands there behind a time, or `will`."""
    tokens, here = seam.tokens, seam.here
    if here > seam.place and _MODAL & {seam.opens, tokens[here - 1]}:
        return True
    is_past = is_participle(seam.verb) and seam.verb not in VERBS
    is_verb_here = bool(bases(seam.verb) & VERBS) and not (is_past or is_noun_of(tokens, here))
    is_alike = seam.verb.endswith("ing") or not tokens[seam.first].endswith("ing")
    return is_verb_here and is_alike and is_after_a_time(tokens, seam.place) and seam.has_verb


def _is_beside(seam: _Seam) -> bool:
    """`Plus cutting down`."""
    is_act = seam.verb in verbs.KNOWN and begins_object(word_at(seam.tokens, seam.here + 1))
    return PLUS in seam.joint.split() and (is_act or is_gerund(seam.verb))


def _is_coordinate(seam: _Seam) -> bool:
    """Whether two verbs stand in the same form, or the words before them do: wants to walk and learns to swim."""
    tokens, first, here = seam.tokens, seam.first, seam.here
    if _is_denied_too(seam):
        return is_verb(tokens, first)
    if not (seam.is_led or _begins_with_a_verb(seam)):
        return False
    if tokens[first - 1] == "both" and first > seam.start and bases(seam.verb) & VERBS:
        return is_third_person(tokens, first) == (seam.verb not in VERBS)
    spoken, heard = _first_verb(tokens, seam.start, first), _first_verb(tokens, seam.place, here)
    return are_alike(tokens, spoken, heard) or are_alike(tokens, first, here)


def _is_denied_too(seam: _Seam) -> bool:
    """`Never drinks`, `no longer shouts`, or a second `not`."""
    tokens, place = seam.tokens, seam.place
    is_over = seam.opens == "never" or tuple(tokens[place : place + 2]) == ("no", "longer")
    return is_over or (seam.opens == "not" and "not" in tokens[seam.start : seam.first + 2])


def _first_verb(tokens: Sequence[str], start: int, verb: int) -> int:
    """Where the word stands that leads to the verb: wants to walk."""
    return next((n for n in range(start, verb) if bases(tokens[n]) & (CATENATIVE | STARTING)), verb)


def _begins_with_a_verb(seam: _Seam) -> bool:
    return is_verb(seam.tokens, seam.first) or PLUS in seam.joint.split()


def _is_denied(seam: _Seam) -> bool:
    """Whether a no stands there, or a verb behind a first clause that begins with one."""
    is_next = seam.opens in NOT_AT_ALL or is_third_person(seam.tokens, seam.here)
    is_no = seam.opens == "no" and word_at(seam.tokens, seam.place + 1) not in _NO_DENIAL
    return is_no or (seam.tokens[seam.start] in NOT_AT_ALL and is_next)


def _have_subjects(seam: _Seam) -> bool:
    """Whether both parts have verbs behind subjects, or the second one shares the subject of the first."""
    tokens, start, place = seam.tokens, seam.start, seam.place
    is_first = finite_place(tokens[start:place]) is not None or participle_place(tokens, start) is not None
    if not is_first or seam.opens in ADJUNCT:
        return False
    return is_third_person(tokens, seam.here) or finite_place(tokens[place:]) is not None


_ROWS: tuple[tuple[Callable[[_Seam], bool], bool], ...] = (
    (_is_aside, False),
    (_is_meanwhile, False),
    (_is_purpose, False),
    (_is_whole, True),
    (_is_theirs, True),
    (_is_somebody_s, True),
    (_is_of_a_thing, True),
    (_is_undergone, True),
    (_is_told_after_a_time, True),
    (_is_beside, True),
    (_is_coordinate, True),
    (_begins_with_a_verb, False),
    (_is_denied, True),
    (_have_subjects, True),
)
"""What decides whether a clause begins behind a joint: the first question that holds of the seam."""
