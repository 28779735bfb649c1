"""A goal that is reached only when somebody who is not the client decides or acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from goalctl.rules.wording import verbs
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.clauses import statement as parsed
from goalctl.rules.wording.criterion import has_frequency
from goalctl.rules.wording.getting import caused, received
from goalctl.rules.wording.named import done_by_them, goes_through, named, somebody_who, takes_two
from goalctl.rules.wording.passives import decided, undergone
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import person_end
from goalctl.rules.wording.spoken import GoalWords, said_in
from goalctl.rules.wording.subjects import done_by_another

_INNER_OF_OTHERS = (
    verbs.INNER - words("forgive") | verbs.KNOWING | words("accept appreciate care hear respect see side support treat")
)
_LONGEST_LABEL = 9
_CLIENT = words("he i she they we")
_LED = words("shall to will")
_JOINTS = words("and , ; plus")


@lru_cache(maxsize=512)
def up_to_others(statement: GoalSentence) -> str:
    """What somebody else would have to do, as a verb in its base form; nothing where it is the client's own.

    Of a goal that is two, both have to be theirs.
    """
    said = said_in(statement)
    found = next(((way, verb) for way in _WAYS if (verb := way(said))), None)
    if found is None:
        return ""
    is_own = _is_the_clients if found[0] in _BY_THEM else _goes_on
    return "" if any(map(is_own, said.clauses[1:])) else found[1]


def done_by_others(statement: GoalSentence) -> GoalSentence | None:
    """What somebody else is to do, without who it is; None where it is the client's own, or the sentence begins so."""
    said = said_in(statement)
    found = done_by_another(said.words, said.acronyms)
    if not found:
        return None
    begin = found[0] + (said.words[found[0]] in _LED)
    return parsed(" ".join(said.words[begin:]))


def is_about_the_mind_of_others(verb: str) -> bool:
    """Whether that verb says what goes on in somebody else."""
    return verb in _INNER_OF_OTHERS


def _is_the_clients(clause: GoalClause) -> bool:
    """Whether a further clause says by itself that the client acts: and I do the dishes."""
    is_beside = clause.joint in _JOINTS or (clause.joint == "while" and has_frequency(clause.text))
    return is_beside and clause.words[0].partition("'")[0] in _CLIENT and clause.head in verbs.OBSERVABLE


def _goes_on(clause: GoalClause) -> bool:
    """Whether the client, with whom something is done before, acts in a further clause: and cooks twice a week."""
    is_act = clause.head in verbs.OBSERVABLE and not clause.is_passive
    is_own = clause.joint in _JOINTS and (is_act or (clause.head != "" and has_frequency(clause.text)))
    return (is_own or _is_the_clients(clause)) and not up_to_others(parsed(clause.text))


def _as_subject(said: GoalWords) -> str:
    """What somebody does, in the sentence or behind a label before its colon."""
    end = person_end(said.words, 0)
    is_label = said.words[end : end + 1] == (":",)  # wife: comes home
    found = done_by_another(said.words[:end] + said.words[end + is_label :], said.acronyms)
    if not found and ":" in said.words[:_LONGEST_LABEL]:
        found = done_by_another(said.words[said.words.index(":") + 1 :], said.acronyms)
    return found[1].meaning if found else ""


def _as_passive(said: GoalWords) -> str:
    return undergone(said.own)


def _as_decided(said: GoalWords) -> str:
    """What is decided in one of its clauses, none of whose verbs says anything about a mind here."""
    found = next(filter(None, (decided(words_) for words_ in (*(each.words for each in said.clauses), said.own))), "")
    return "grant" if found in _INNER_OF_OTHERS else found


_WAYS: tuple[Callable[[GoalWords], str], ...] = (
    somebody_who,
    _as_subject,
    caused,
    received,
    _as_passive,
    done_by_them,
    _as_decided,
    goes_through,
    named,
    takes_two,
)
"""The ways in which a goal may be up to others; the first that tells what they would do decides."""

_BY_THEM = {somebody_who, _as_subject, caused, done_by_them}
"""Ways in which they are the subject of what follows, unless it names the client."""
