"""What the client gets others to do, or gets from them: their help, custody, a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goalctl.rules.wording import given, verbs
from goalctl.rules.wording.deeds import KNOWN, Deed, deed_at
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import owner_end, person_end
from goalctl.rules.wording.slips import is_known
from goalctl.rules.wording.spoken import GoalWords
from goalctl.rules.wording.verb_places import PERIODS

_Fitting = Callable[[Sequence[str], Deed], bool]
_THEM = words("her him them")
_BACK = words("back happy home jealous out pleased proud returned")
_AWAY = words("away back down off out over up")
_THERE = words("home out")
_TAKING = words("get make")
_NO_DOING = words(
    ", . a about and as at bed by each every for from in of off on or school the this through until up with work"
)
_WHOM = words("a her him his it me my our the their them us")


def caused(said: GoalWords) -> str:
    """What somebody is brought to do: get my husband to listen, have the doctor lower my dose, want him back."""
    own = said.own
    end = max(person_end(own, 1), 1 + (not _THEM.isdisjoint(own[1:2])))
    if end == 1 or end >= len(own):
        return ""
    heads, rest = bases(own[0]), own[end:]
    fitting = (_brought(rest, heads, is_fitting) for which, is_fitting in _BRINGING if heads & which)
    return next(fitting, "")


def _brought(rest: Sequence[str], heads: frozenset[str], is_fitting: _Fitting) -> str:
    """What the words behind somebody say that is to be done, if they fit the verb before."""
    if rest[0] in _BACK:
        return "" if len(rest) > 1 and rest[0] in _THERE and heads & _TAKING else "return"
    deed = deed_at(tuple(word for word in rest if word not in {"from", "into"}), 0)
    return deed.meaning if deed and deed.verb not in _NO_DOING and is_fitting(rest, deed) else ""


def _is_to(rest: Sequence[str], _: Deed) -> bool:
    return rest[0] in {"into", "not", "to"} or "be" in rest[:2]


def _is_ing(_: Sequence[str], deed: Deed) -> bool:
    return deed.verb.endswith("ing")


def _is_plain(rest: Sequence[str], deed: Deed) -> bool:
    """Whether a verb without an ending stands there, and no noun: have him call, but not: has them to stay."""
    if rest[0] == "to" or bases(deed.verb).isdisjoint(KNOWN):
        return False
    is_noun = deed.verb in verbs.NOUNISH and (_WHOM | _AWAY).isdisjoint(deed.then[:1])
    return deed.is_led or (deed.verb in KNOWN and not is_noun)


def _is_made(_: Sequence[str], deed: Deed) -> bool:
    return deed.verb in verbs.KNOWN


_BRINGING: tuple[tuple[frozenset[str], _Fitting], ...] = (
    (words("cause convince expect force get need persuade pressure talk want"), _is_to),
    (words("keep prevent stop"), _is_ing),
    (words("make"), _is_made),
    (words("have hear"), _is_plain),
    (words("see"), _is_plain),
)
"""Verbs for bringing somebody to do something, and how what is done is said behind each."""


@dataclass(frozen=True)
class _Got:
    """What stands behind a verb such as get: the thing, all of its object, and all the words."""

    thing: tuple[str, ...]
    object: tuple[str, ...]
    behind: tuple[str, ...]
    is_alone: bool


_ENDS = words(
    """
    , . : ; after along alongside and as at because before besides by during each every if in instead on or per plus
    rather so that to until when which while who with within without
    """
)
_LINKS = words("for from of over")
_PRECEDING = {(being, done) for being in ("be", "is") for done in ("awarded", "given", "granted")}
_GETS = words("attract attracts earn earns gain gains get gets reach reaches receive receives win wins")
_ON_PAPER = words("card form forms letter list number papers paperwork prescription sheet slip")
_GAMES = words("bet chess cup game match race set toss tournament")
_WON = words("a an back custody her his over the their")
_LET_IN = words("accepted admitted into onto")
_CHOSEN_FOR = words("cut lead lineup line-up part role shortlist squad team")
_VETTING = words("background clearance dbs inspection interview probation vetting")
_SERVICES = words(
    """
    book copies copy counseling counselling form forms leaflet lessons prescription results therapy training treatment
    """
)
_JOB_WORDS = words(
    "a an better competitive full-time gainful good new paid part-time permanent stable steady suitable summer the"
)
_PLACE_AT = {("at",), ("in",), ("on",)}
_NEAR = 6


def received(said: GoalWords) -> str:
    """What the client gets only from others: custody, an apology, likes, a place at the college, a boyfriend."""
    own = said.own[1:] if said.own[:2] in _PRECEDING else said.own
    if not own:
        return ""
    verb = _verb_of_a_thing(own)
    heads, got = bases(own[verb]), _got(own[verb + 1 :], is_alone=frozenset(said.words).isdisjoint(("and", ",")))
    return next((means for which, means, is_given in _GIVEN if heads & which and is_given(got)), "")


def _verb_of_a_thing(own: Sequence[str]) -> int:
    """Where a verb of getting stands behind what gets it, as in `her clips get ten likes`; the beginning else."""
    is_thing = bases(own[0]).isdisjoint(KNOWN) or own[0] in verbs.NOUNISH
    return next((n for n in range(1, min(_NEAR, len(own))) if is_thing and own[n] in _GETS), 0)


def _got(behind: tuple[str, ...], *, is_alone: bool) -> _Got:
    start = 2 if behind[:2] == ("at", "least") else 0
    ends = (n for n in range(start, len(behind)) if behind[n] in _ENDS or (n and _is_per(behind[n : n + 2])))
    end = next(ends, len(behind))
    whole = behind[start:end]
    link = next((n for n, word in enumerate(whole) if n and word in _LINKS), len(whole))
    return _Got(whole[:link], whole, behind, is_alone)


def _is_per(said: tuple[str, ...]) -> bool:
    return said[:1] in {("a",), ("an",)} and not PERIODS.isdisjoint(said[1:])


def _is_two_words(got: _Got) -> bool:
    return not given.PAIRS.isdisjoint(pairwise(got.object))


def _is_a_partner(got: _Got) -> bool:
    return got.thing[:1] in {("a",), ("an",)} and not given.PARTNERS.isdisjoint(got.thing[1:4])


def _is_won(got: _Got) -> bool:
    return not _WON.isdisjoint(got.object[:1]) and _GAMES.isdisjoint(got.object)


def _is_let_in(got: _Got) -> bool:
    return not _LET_IN.isdisjoint(got.behind[:1]) and not given.ADMITTING.isdisjoint(got.behind[:_NEAR])


def _is_regard(got: _Got) -> bool:
    """`My wife's trust`, `the trust of my children`."""
    ends = [owner_end(got.behind, n) for n in (0, 1)]
    if any(end > n and not given.REGARD.isdisjoint(got.behind[end : end + 2]) for n, end in enumerate(ends)):
        return True
    n = len(got.thing)
    is_of = got.object[n : n + 1] == ("of",) and person_end(got.object, n + 1) > n + 1
    return is_of and not given.REGARD.isdisjoint(got.thing[-1:])


def _from_whom(got: _Got) -> int:
    """Where a `from` stands with somebody behind it; -1 where none does."""
    n = next((n for n, word in enumerate(got.behind[:8]) if word == "from"), -1)
    if n < 0 or person_end(got.behind, n + 1) > n + 1:
        return n
    is_named = n + 2 == len(got.behind) and not is_known(got.behind[-1])  # from Ali
    return n if is_named else -1


def _is_heard_from(got: _Got) -> bool:
    return got.behind[:1] == ("back",) or (_from_whom(got) >= 0 and _SERVICES.isdisjoint(got.behind[: _from_whom(got)]))


def _is_got_from(got: _Got) -> bool:
    before = got.behind[: max(_from_whom(got), 0)]
    return "back" in before or not given.FROM_OTHERS.isdisjoint(before)


def _is_a_place(got: _Got) -> bool:
    n = len(got.object)
    return "place" in got.object and got.behind[n : n + 1] in _PLACE_AT


def _is_a_gift(got: _Got) -> bool:
    return _ON_PAPER.isdisjoint(got.object) and not given.GIFTS.isdisjoint(got.thing[-2:])


def _is_on_the_list(got: _Got) -> bool:
    """`Makes the squad`, `gets the lead in the play`, `gets a date for the operation`."""
    is_date = got.thing[-1:] == ("date",) and got.object[len(got.thing) :][:1] == ("for",)
    return got.thing[:1] in {("a",), ("the",)} and (is_date or got.thing[-1] in _CHOSEN_FOR)


def _is_vetted(got: _Got) -> bool:
    return not _VETTING.isdisjoint(got.object)


def _is_an_award(got: _Got) -> bool:
    return _ON_PAPER.isdisjoint(got.object) and not given.AWARDS.isdisjoint(got.thing[-2:])


def _is_a_job(got: _Got) -> bool:
    kind = next((word for word in got.object if word not in _JOB_WORDS), "")
    return got.is_alone and kind in given.JOBS


_GRANTED = words("attract awarded earn gain given granted hear land obtain reach receive regain secure win")
_GIVEN: tuple[tuple[frozenset[str], str, Callable[[_Got], bool]], ...] = (
    (_GRANTED | words("find get have"), "give", _is_two_words),
    (words("find get have"), "give", _is_a_partner),
    (words("win"), "give", _is_won),
    (words("gain get"), "give", _is_let_in),
    (_GRANTED | words("get have"), "trust", _is_regard),
    (words("hear receive"), "give", _is_heard_from),
    (words("get hear receive"), "give", _is_got_from),
    (_GRANTED | words("find get have"), "give", _is_a_place),
    (_GRANTED | words("get"), "give", _is_a_gift),
    (words("get make"), "give", _is_on_the_list),
    (words("pass"), "grant", _is_vetted),
    (_GRANTED | words("get"), "give", _is_an_award),
    (words("find gain get land obtain secure"), "hire", _is_a_job),
)
"""Verbs for getting, what others do with it, and what it is that they do it with."""
