"""The clauses of a goal, and the phrases in them that stand beside each other without a verb that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.rules.wording.beside import PLUS
from goalctl.rules.wording.clauses import GoalClause, clause_of
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import ADJUNCT

INSIDE = words("in out off on back")
_JOINED = words("and plus , ;") | {"\u2013"}
_LONGEST_LABEL = 2  # who says or does it, before a colon
_NO_LESS = words("more later less fewer longer")
_THAN = words("later longer than")
_SHORTEST = 2


def halves(clauses: tuple[GoalClause, ...]) -> tuple[GoalClause, ...]:
    """The clauses, a mere noun phrase divided by its `and` or comma, and `no phones` taken from the verb before it."""
    found: list[GoalClause] = []
    for clause in clauses:
        is_label = clause.joint == ":" and bool(found) and _is_label(found[-1])
        said = clause._replace(joint=found.pop().joint) if is_label else clause
        found += _halves(said) if said.joint != ":" else (said,)
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
    before = clause.about[: max(0, len(clause.about) - len(said) + place)] if clause.head else said[:place]
    yield clause._replace(about=clause.about if clause.is_passive else before, words=said[:place])
    yield clause_of(after, joint) if PLUS in joint.split() else GoalClause("", after, after, joint=joint)


def _behind(said: tuple[str, ...], place: int) -> tuple[str, ...]:
    """The words behind a joint, without a `then` or a further joint that they begin with."""
    return said[next((n for n in range(place, len(said)) if said[n] not in _JOINED | {"then"}), len(said)) :]


def _goes_on(clause: GoalClause, place: int) -> bool:
    """Whether another phrase begins behind that joint."""
    said, after = clause.words, _behind(clause.words, place)
    if not after:
        return False
    if not clause.head or (said[place] == PLUS and len(after) >= _SHORTEST):
        return True
    return _is_denied(after)


def _is_denied(after: tuple[str, ...]) -> bool:
    return "end" in after[:2] or (
        after[0] in {"no", "zero"} and not (_NO_LESS & set(after[1:2]) and _THAN & set(after))
    )
