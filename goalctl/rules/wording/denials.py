"""How a goal begins that says what will not be: a no, a state without it, or a verb that gives it up."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.rules.wording.ending_verbs import ENDS, FAR, HABITS, NUMBERS, at, by_rows, is_leading
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import PERIODS

NAYS = words("0 neither never nil no nobody none not nothing nought without zero")
_NO_NO = words("fewer higher later less longer lower more than")
_NOT_QUITE = words("all as just only quite so that too")
_OWNERS = words("a all an any each every her his its my our some that the their this those")
_STATES = words("abstinent sober")
_CLEAN = words("clean dry")
_FOR_SO_LONG = words("all at by during for from since through throughout thru till until when whenever x")
_BEING = words("am are be become being been feel get go is keep live remain stay")
_NAMED = words(
    """
    absence abstention abstinence avoidance cessation discontinuation elimination end ending eradication extinction
    freedom prevention remission removal
    """
)
_NONE = words("nil no none nothing nought zero")
_HAVE = {("have",), ("has",), ("having",)}
_KEPT = words("achieve continue have keep maintain reach remain show attain")
_FAR_FROM = {("away", "from"), ("away", "of"), ("clear", "of"), ("clear", "from"), ("done", "with")}
_WORKING = words(
    "ankle bail bus list monitor parole phone probation register sick sofa supervision tag to unit ward watch work"
)
_CUSTODY = words("bar casino debt hospital inpatient jail prison pub trouble")
_BY_ITSELF = words("abstinence sobriety")
_MODIFYING = words("% a an complete continued full lasting ongoing permanent sustained the total")
_ARTICLE_AND_TIME = 2
_VERY_FAR = 9
_TIMES = PERIODS | words(
    """
    april august december february january july june march may november october september christmas days evenings
    holiday holidays hour hours lent months nights semester shift shifts summer term terms pregnancy weekends weeks
    winter years
    """
)
_LASTING = words("complete get go have last make manage spend stay survive")


def denial(said: Sequence[str]) -> int:
    """How many words at the beginning say that something will not be; 0 where none does."""
    start = next((n for n, word in enumerate(said) if not is_leading(word)), len(said))
    start += int(
        said[start : start + 1] in _HAVE
        and said[start + 1 : start + 2] != ("done",)
        and is_participle("".join(said[start + 1 : start + 2]))
    )
    rest = tuple(said[start:])
    found = next((length for question in _QUESTIONS if rest and (length := question(rest))), 0)
    return start + found if found else 0


def _nay(said: tuple[str, ...]) -> int:
    """A no or not that is no limit: not drunk, no longer; neither `no later than nine` nor `not so many`."""
    first, then = said[0], at(said, 1)
    if first not in NAYS or then in _NOT_QUITE or (first, then) in {("no", "to"), ("0", "to")}:
        return 0
    if then in _NO_NO:
        is_over = first == "no" and then in {"longer", "more"} and at(said, 2) != "than"
        return 2 if is_over else int(at(said, 2) != "than" and then != "later")
    return 1


def _there_is_none(said: tuple[str, ...]) -> int:
    """`There will be no`, and a verb with a no behind it: has no, drinks nothing; not `says no`."""
    if said[0] == "there":
        place = next((n for n, word in enumerate(said[:FAR]) if word in NAYS), 0)
        return place + 1 if place else 0
    is_answer = bool(bases(said[0]) & {"say", "answer"})
    is_limit = at(said, 2) in _NO_NO and (at(said, 2) != "more" or at(said, 3) == "than")
    return 2 if at(said, 1) in _NONE and not (is_answer or is_limit) and said[0] not in ENDS else 0


def _state(said: tuple[str, ...]) -> int:
    """Sober, drug-free, free of; behind `be` and its like also clean, gone or off."""
    place = int(bool(bases(said[0]) & _BEING))
    while place < len(said) and (is_leading(said[place]) or said[place : place + 2] == ("clean", "and")):
        place += 1 if is_leading(said[place]) else 2
    questions = (_is_free, _is_clean, _is_gone) if place else (_is_free, _is_clean)
    return place + 1 if any(holds(said, place) for holds in questions) else 0


def _is_clean(said: tuple[str, ...], place: int) -> bool:
    """Sober, free of it; clean where it is a state of somebody."""
    word, then = at(said, place), at(said, place + 1)
    if word in _CLEAN:
        return then in _FOR_SO_LONG or (place > 0 and then in ENDS | {"", "from", "off"})
    is_rid = (word, then) == ("rid", "of") and at(said, place + 2) not in NUMBERS
    return word in _STATES or is_rid or (word == "free" and then in {"of", "from", ""})


def _is_free(said: tuple[str, ...], place: int) -> bool:
    """Whether it is so-and-so-free, of a time or of somebody; of a thing only where nothing says how often."""
    word, then, last = (at(said, place + n) for n in range(3))
    if then == "free" and word not in _OWNERS:
        return last in _FOR_SO_LONG | {""}
    if word.endswith("-free"):
        return place > 0 or then in _FOR_SO_LONG | {""} or _is_short(said)
    return not place and word in {"a", "an"} and then.endswith("-free") and _is_short(said)


def _is_short(said: tuple[str, ...]) -> bool:
    """`Binge-free weekends`: so few words, and no number."""
    return len(said) < FAR and not any(map(str.isdigit, said))


def _is_gone(said: tuple[str, ...], place: int) -> bool:
    """Whether something or somebody is gone, over, off pills, out of hospital, away from or clear of it."""
    word, then, last = (at(said, place + n) for n in range(3))
    if last == "the":
        last = at(said, place + 3)
    if word == "off":
        return then not in _WORKING and last not in _WORKING
    if (word, then) == ("out", "of"):
        return last in _CUSTODY
    is_over = word in {"gone", "over"} and then not in {"to", "the", "for"} and "get" not in bases(said[0])
    return is_over or word == "without" or (word, then) in _FAR_FROM


def _named(said: tuple[str, ...]) -> int:
    """`Abstinence`, `an end to`, `absence of`, also kept or reached."""
    place = int(bool(bases(said[0]) & _KEPT))
    while at(said, place) in _MODIFYING or at(said, place).isdigit():
        place += 1
    word, then = at(said, place), at(said, place + 1)
    if word in _BY_ITSELF:
        return place + 1
    return place + 2 if word in _NAMED and then in {"of", "from", "to"} else 0


def _for_so_long(said: tuple[str, ...]) -> int:
    """`Goes a month without`, `a week without`, `lives a life without`, `gets through it without a drink`."""
    place = next((n for n, word in enumerate(said[:_VERY_FAR]) if word in {"without", "free"}), 0)
    if not place or said[1:4] == ("no", "longer", "than"):
        return 0
    return place + 1 if _is_gone_through(said, place) else 0


def _is_gone_through(said: tuple[str, ...], place: int) -> bool:
    """Whether a time, or a life, is what stands before that `without`, or a habit what stands behind."""
    heads, before = bases(said[0]), said[place - 1]
    is_bare = place <= _ARTICLE_AND_TIME and bool({before, before.removesuffix("s")} & _TIMES)
    is_lasting = heads & _LASTING and (before in _TIMES or HABITS & set(said[place + 1 : place + 3]))
    return is_bare or bool(is_lasting) or (before == "life" and bool(heads & {"live", "lead"}))


_QUESTIONS = (_nay, _there_is_none, _state, by_rows, _named, _for_so_long)
