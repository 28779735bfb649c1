"""The clauses of a goal, and the phrases in them that stand beside each other without a verb that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from goalctl.rules.wording import verbs
from goalctl.rules.wording.acting import OWNERS, is_after_a_time, is_said_why
from goalctl.rules.wording.beside import PLUS, compares
from goalctl.rules.wording.clauses import GoalClause, clause_of
from goalctl.rules.wording.criterion import has_time_of_its_own
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.parts import HELD
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.things import OBJECT_ENDS
from goalctl.rules.wording.verb_places import ADJUNCT, WEEKDAYS, is_gerund, is_verb

INSIDE = words("in out off on back")
_JOINED = words("and plus , ;") | {"\u2013"}
_LONGEST_LABEL = 2  # who says or does it, before a colon
_HAVING = words("have get want need")
_ONES = words("a an one two three")
_ASIDE = words("having being been allowing permitting included excepted needed notwithstanding required")
_SINCE_THEN = {(way, since) for way in ("up", "down") for since in ("from", "on")}
_INSTEAD = {("instead", "of"), ("rather", "than"), ("compared", "with"), ("compared", "to"), ("as", "opposed")}
_UNITS = words("hours minutes pounds dollars years months weeks days feet")
_TIMING = words(
    "a an at by daily day days each every for four five in least minutes month months most night nights nine of on"
    " once one out per seven six ten the three time times twice two week weekly weeks wks"
)
_PLACES = words("at in on")
_GOING = verbs.CHANGE | words("begin build climb come drop fall go grow rise start")
_LIMITS = words("better earlier higher lower shorter worse")
_NO_LESS = words("more later less fewer longer")
_THAN = words("later longer than")
_FEW = 3
_SHORTEST = 2
_FURTHEST = 7


def halves(clauses: tuple[GoalClause, ...]) -> tuple[GoalClause, ...]:
    """The clauses, a mere noun phrase divided by its `and` or comma, and `no phones` taken from the verb before it."""
    found: list[GoalClause] = []
    for clause in clauses:
        is_label = clause.joint == ":" and bool(found) and _is_label(found[-1])
        said = replace(clause, joint=found.pop().joint) if is_label else clause
        found += map(_without_aside, _halves(said) if said.joint != ":" else (said,))
    return tuple(found)


def _is_label(clause: GoalClause) -> bool:
    """Whether it names what comes behind its colon, or who does it, and does nothing by itself."""
    return len(clause.words) <= _LONGEST_LABEL or not clause.head or clause.words[0] in ADJUNCT


def _halves(clause: GoalClause) -> Iterator[GoalClause]:
    said = clause.words
    place = next((n for n, word in enumerate(said) if n and word in _JOINED and _goes_on(clause, n)), 0)
    if not place:
        yield clause
        return
    after = _behind(said, place)
    joint = " ".join(said[place : len(said) - len(after)])
    if _are_two_acts(clause, after):
        yield replace(clause, head=said[0], about=said[1:place], words=said[:place])
        yield clause_of(after, joint)
        return
    before = clause.about[: max(0, len(clause.about) - len(said) + place)] if clause.head else said[:place]
    yield replace(clause, about=clause.about if clause.is_passive else before, words=said[:place])
    yield clause_of(after, joint) if PLUS in joint.split() else GoalClause("", after, after, joint=joint)


def _are_two_acts(clause: GoalClause, after: tuple[str, ...]) -> bool:
    """`Rein in spending and see the kids`."""
    is_act = not clause.head and clause.words[0] in verbs.HANDIWORK
    return is_act and is_verb(after, 0) and after[0] in verbs.KNOWN


def _behind(said: tuple[str, ...], place: int) -> tuple[str, ...]:
    """The words behind a joint, without a `then` or a further joint that they begin with."""
    return said[next((n for n in range(place, len(said)) if said[n] not in _JOINED | {"then"}), len(said)) :]


def _goes_on(clause: GoalClause, place: int) -> bool:
    """Whether another phrase begins behind that joint."""
    said, after = clause.words, _behind(clause.words, place)
    if not after or _is_one_with_it(said, place, after):
        return False
    if not clause.head or (said[place] == PLUS and len(after) >= _SHORTEST):
        return True
    return _is_done_too(said, place, after) or _is_denied(after) or _is_something_else(clause.head, after[0])


def _is_one_with_it(said: tuple[str, ...], place: int, after: tuple[str, ...]) -> bool:
    """`At work and in company`, `fewer and weaker symptoms`, an aside, or more of the same."""
    is_place = after[0] in INSIDE and said[place - 2] in _PLACES
    is_bare = place == 1 and compares(said[0]) and compares(after[0])
    return is_place or is_bare or _is_aside(after, said[place]) or _is_more_of_it(said[place - 1], after)


def _is_done_too(said: tuple[str, ...], place: int, after: tuple[str, ...]) -> bool:
    """Whether it says, behind a time or `, and`, what has been done."""
    is_ended = is_after_a_time(said, place) or said[place : place + 2] == (",", "and")
    return is_ended and said[len(said) - len(after) - 1] != "," and is_done_phrase(after)


def is_done_phrase(said: tuple[str, ...]) -> bool:
    """Whether it says what has been done with a thing, without a verb that is shown: the loft emptied by May."""
    place = next((n for n, word in enumerate(said[:_FURTHEST]) if n > 1 and is_participle(word)), 0)
    is_closed = said[place + 1 : place + 2] == () or said[place + 1] in OBJECT_ENDS | {"in", "out", "off", "up"}
    return place > 0 and said[0] in (OWNERS | {"a", "an"}) - {"all"} and is_closed and "with" not in said[:place]


def _is_denied(after: tuple[str, ...]) -> bool:
    return "end" in after[:2] or (
        after[0] in {"no", "zero"} and not (_NO_LESS & set(after[1:2]) and _THAN & set(after))
    )


def _is_something_else(head: str, word: str) -> bool:
    """Whether somebody is to be, or to have, that too: in work, a kinder man, two friends."""
    is_one = word in _ONES or compares(word)
    return (head in verbs.BEING and (word in INSIDE or is_one)) or (head in _HAVING and is_one)


def _is_more_of_it(before: str, after: tuple[str, ...]) -> bool:
    """`Four hours and fifty minutes`, or nothing but a time: ten minutes a day, five days a week."""
    end = next((n for n, word in enumerate(after) if word in _JOINED), len(after))
    is_limit = after[0] == "no" and not _LIMITS.isdisjoint(after[1:2])
    is_unit = before in _UNITS and after[0] not in verbs.KNOWN and len(after) == _SHORTEST
    return is_limit or is_unit or all(map(_tells_when, after[:end]))


def _tells_when(word: str) -> bool:
    return word in _TIMING or word.isdigit() or word.removesuffix("s") in WEEKDAYS


def _is_aside(after: tuple[str, ...], joint: str) -> bool:
    """Whether what is said there only tells when, why or of whom: who is away, the weather allowing."""
    end = after.index(",") if "," in after else len(after)
    is_told = is_said_why(after) or (is_gerund(after[0]) and bool(bases(after[0]) & _GOING))
    is_told |= after[:2] in _SINCE_THEN or after[:2] in _INSTEAD
    is_held = after[0] == "no" and bool(HELD & set(after[1:_FEW])) and not has_time_of_its_own(" ".join(after[:end]))
    return joint == "," and (is_held or is_told or bool(_ASIDE & set(after[:end])))


def _without_aside(clause: GoalClause) -> GoalClause:
    said = clause.words
    end = next((n for n in range(1, len(said) - 1) if said[n] == "," and _is_aside(said[n + 1 :], ",")), len(said))
    left = max(0, len(clause.about) - len(said) + end)
    return replace(clause, words=said[:end], about=clause.about[:left]) if end < len(said) else clause
