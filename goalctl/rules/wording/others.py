"""A goal that is reached only when somebody who is not the client decides or acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from goalctl.rules.wording import nouns, third_parties, verbs
from goalctl.rules.wording.clauses import GoalClause, GoalSentence, without_adjunct
from goalctl.rules.wording.clauses import statement as parsed
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.slips import is_known

_MADE = ("make @", "makes @", "making @")
_WHOM = words("@ a her him his it me my the them their us")
_NO_OBJECTS = words(
    "and are at by daily drop each every fall for from go have in is of on once or per remain rise to twice weekly will"
    " with"
) | {""}
_OBJECTS = words("@ a an all at each every for her him his in it me my our she that the their them to two up us when")
_OWN_STATES = words(
    """
    able absorbed accustomed acquainted adjusted aligned amused armed arrived assessed attached attuned aware
    balanced baptised baptized based begun bonded bored built calmed centered centred changed cleaned cleared closed
    collected committed completed composed concerned confused connected convinced covered decided dedicated
    depressed determined devoted disciplined divorced done dressed driven drunk eaten educated employed empowered
    engaged enrolled equipped established examined excited exposed fed filled finished fixed focused focussed found
    frightened fulfilled gone grounded guided healed held high ill immunised immunized informed integrated
    interested interviewed invested involved kept located lost made married motivated moved occupied opened
    organised organized oriented overwhelmed packed paid prepared rated recovered registered regulated rehabilitated
    rehearsed related relaxed reminded rested retired satisfied scared screened seated seen separated set settled
    shaved shocked showered spent stabilised stabilized started stopped stressed stuck surprised tempted tested
    tired trained turned undressed united used vaccinated washed weaned weighed worried written
    """
)
"""Participles that say how somebody is, not what others did."""

_GIFTS = words("apology invitation invitations offer offers praise proposal support thanks")
_OFFICIAL = words(
    """
    access allowance appeal application arrears conviction curfew eviction exclusion notice suspension tag warrant
    asylum bail ban benefit benefits bond case certificate charge charges claim compensation complaint contact
    contract credit custody debt fine fines funding grant injunction licence license loan order parole passport
    payment payments pension permit petition placement probation refund registration restriction restrictions
    sanction sanctions sentence status supervision tenancy verdict visa visitation visits
    """
)
"""What only others decide about."""

_PAID_OUT = words("allowance benefit benefits compensation credit grant pension refund wages")
_BY_OFFICES = words("remove withdraw close cancel reduce issue process renew settle release confirm")
_SHOWING = words(
    """
    demonstrated documented evidenced indicated judged measured noted rated recorded reported seen shown
    """
)
_TO_BE = words("is are be been being gets get getting becomes become")
_BEFORE_BE = words("to have will has not never no longer")
_PARTICLES = words("after before through when away back clear off out up")
_LIKED = words("loved liked accepted respected appreciated understood valued trusted supported")
_PAIRS = {
    "respect": {("taken", "seriously"), ("seen", "as"), ("regarded", "as"), ("known", "as"), ("treated", "as")},
    "send": {("moved", "to"), ("moved", "into"), ("sent", "to"), ("sent", "back")},
    "admit": {("accepted", word) for word in ("to", "into", "for", "on", "onto")},
}
"""What two words say together that was done with somebody."""

_FOR_RELAPSES = words("admitted arrested hospitalised hospitalized readmitted rehospitalised rehospitalized")
_CHOSEN = words(
    "accepted admitted appointed chosen discharged elected hired invited nominated picked promoted rehired reinstated "
    "selected shortlisted"
)
"""Participles that begin a goal of which others decide, without their `be`."""

_INNER_OF_OTHERS = (
    verbs.INNER - words("forgive") | verbs.KNOWING | words("see hear support treat accept appreciate respect care side")
)
_NO_VERBS = words(
    """
    about against alongside and around at back behind beside by conflict conflicts contact dinner dinners for
    group home house in inside is's life meal meals meeting meetings near night nights of off on or out outside
    over own problems relationship relationships round routine rules session sessions support therapy time to up
    with within without
    """
)


@lru_cache(maxsize=512)
def up_to_others(statement: GoalSentence) -> str:
    """What somebody else would have to do, as a verb in its base form; nothing where it is the client's own."""
    text = third_parties.LEADING.without(without_adjunct(statement.text)).lstrip()
    marked = third_parties.SOMEBODY.replaced(text, "@")
    by_verb = _as_subject(text, marked) or _caused(text, marked) or _as_passive(statement, marked)
    return by_verb or ("give" if not statement.clauses[0].head and third_parties.FROM.stand_in(marked) else "")


def done_by_others(statement: GoalSentence) -> GoalSentence | None:
    """What somebody else is to do, without who it is; None where it is the client's own, or the sentence begins so."""
    if not up_to_others(statement):
        return None
    text = third_parties.SOMEBODY.replaced(third_parties.AT_FIRST.replaced(statement.text, "@"), "@")
    who = third_parties.WHO.find(text)
    return parsed(text.removeprefix(who)) if who else None


def is_about_the_mind_of_others(verb: str) -> bool:
    """Whether that verb says what goes on in somebody else."""
    return verb in _INNER_OF_OTHERS


def _as_subject(text: str, marked: str) -> str:
    if third_parties.HE.stand_in(text):
        return _verb_of(third_parties.HE.groups(text).get("does", ""))
    if third_parties.THE_CLIENTS.stand_in(text) or third_parties.BOTH.stand_in(marked):
        return ""
    if wished := third_parties.WISHED.groups(marked):
        return _acting(wished)
    is_named = third_parties.NAMED.stand_in(text)
    begun = text if is_named else third_parties.AT_FIRST.replaced(text, "@")
    found = third_parties.SUBJECT.groups(marked if begun == text else begun)
    return _acting(found, is_named=is_named)


def _acting(found: dict[str, str], *, is_named: bool = True) -> str:
    """The verb of what they do; nothing where a noun follows the person instead, as in `hospital visits`."""
    *before, last = found.get("does", "").split() or [""]
    if not last or (last in _NO_VERBS and not before):
        return ""
    known, then = bases(last) & verbs.KNOWN, found.get("then", "")
    is_thing = then not in _NO_OBJECTS and bases(then).isdisjoint(verbs.KNOWN)
    is_sure = is_named or (bool(known) and (not known & verbs.NOUNISH or is_thing))
    is_third = last.endswith("s") and is_sure
    is_plain = (
        bool(known)
        and not last.endswith(("s", "ed"))
        and (is_named or not known & verbs.NOUNISH or then in _PARTICLES or (then != "" and not is_known(then)))
    )
    is_verb = bool(before) or is_third or is_plain or last in _TO_BE or (then in _OBJECTS and last not in _NO_VERBS)
    is_meeting = "see" in known and then not in {"how", "that", "what", "why"}
    if is_verb and last in nouns.TRAITS and before:
        return "be"
    return ("meet" if is_meeting else _verb_of(last)) if is_verb else ""


def _caused(text: str, marked: str) -> str:
    """What somebody is brought to do, or what the client gets from somebody: help, custody, an apology."""
    if third_parties.REGARDED.stand_in(marked):
        return "trust"
    if third_parties.JOB.stand_in(text) and " and " not in text and "," not in text:
        return "hire"
    if third_parties.RECEIVED.stand_in(text) or third_parties.HEARD.stand_in(marked):
        return "give"
    found = third_parties.CAUSED.groups(marked)
    does = next((found[name] for name in ("does", "do", "do_this", "stop") if name in found), "")
    last = does.rpartition(" ")[2]
    known = bases(last) & verbs.KNOWN
    is_sure = (
        "does" not in found or "to " in does or "be " in does or marked.startswith(_MADE) or not known & verbs.NOUNISH
    )
    is_verb = (bool(known) and is_sure) or "be " in does or bool({found.get("then"), found.get("take")} & _WHOM)
    is_done = "do" in found and does in _OWN_STATES
    last = "meet" if last == "see" else last
    return _verb_of(last) if is_verb and last not in _NO_VERBS | {"work", "school", "bed"} and not is_done else ""


def _as_passive(statement: GoalSentence, marked: str) -> str:
    """`Is invited`, `be loved`: with the client as who gets it; `granted by the council`: with who does it."""
    undergone = _undergone(statement.tokens)
    if undergone in _INNER_OF_OTHERS:
        return undergone
    last = statement.clauses[-1]
    by = (
        third_parties.BY.groups(third_parties.WHEN.without(marked))
        if last.is_passive or not last.head or len(statement.clauses) == 1
        else {}
    )
    found = next(iter(by.values()), "")
    if is_participle(found) and found not in _SHOWING:
        return "admit" if found == "accepted" and statement.tokens[0] not in _TO_BE | _BEFORE_BE else _verb_of(found)
    return undergone or next(filter(None, map(_decided, statement.clauses)), "")


def _decided(clause: GoalClause) -> str:
    """What only others decide: the ban is lifted, charges are dropped, the case closes."""
    ending = next((word for word in clause.words[1:] if is_participle(word)), "")
    if not clause.head and ending and _OFFICIAL & set(clause.words[:3]):  # bail granted
        return _decided(replace(clause, head=_verb_of(ending), is_passive=True))
    is_official = bool(_OFFICIAL.intersection(clause.about if clause.is_passive else clause.words[:3]))
    if clause.is_passive and clause.head == "receive" and _GIFTS & set(clause.about):
        return "give"
    is_told = clause.is_passive and (clause.head in {"grant", "waive", "overturn", "award", "approve"} or is_official)
    is_told |= clause.is_passive and clause.head == "pay" and bool(_PAID_OUT.intersection(clause.about))
    is_theirs = clause.head in verbs.DECIDING | _BY_OFFICES | {"pay"}
    return ("grant" if clause.head in _INNER_OF_OTHERS else clause.head) if is_told and is_theirs else ""


def _undergone(tokens: Sequence[str]) -> str:
    """What is done to the client, who is the unsaid subject of a passive; nothing for `is dressed` and the like."""
    after = 0
    while after < len(tokens) and (tokens[after] in _TO_BE | _BEFORE_BE or tokens[after].endswith("ly")):
        after += 1
    if tokens[:1] and tokens[0] in _CHOSEN and tokens[1:2] != ["the"]:
        return _verb_of(tokens[0])
    is_passive = bool(_TO_BE & set(tokens[:after])) and after < len(tokens) and is_participle(tokens[after])
    is_relapse = is_passive and tokens[after] in _FOR_RELAPSES and bool({"not", "never", "no"} & set(tokens[:after]))
    return _done_to_them(tokens[after], *tokens[after + 1 : after + 2]) if is_passive and not is_relapse else ""


def _done_to_them(done: str, then: str = "") -> str:
    """What the participle says that others did with somebody; nothing where it only says how somebody is."""
    for verb, found in _PAIRS.items():
        if (done, then) in found:
            return verb
    if done in _LIKED:
        return "love"
    return "" if done in _OWN_STATES | nouns.TRAITS | _SHOWING else _verb_of(done)


def _verb_of(token: str) -> str:
    found = bases(token)
    known = sorted(found & (_INNER_OF_OTHERS | verbs.KNOWN))
    return verbs.IRREGULAR.get(token) or (known[0] if known else token)
