"""Whether an act is done once, or not: rents a room, obtains employment, writes a letter, comes out to her brother."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.inflection import is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.slips import is_known
from goalctl.rules.wording.things import is_about_something_abstract

_ONE_THING = words("a an another her his it its my one our the their this")
_GETTING = words("begin complete earn find finish gain get land obtain receive regain secure start win")
_MILESTONES = words(
    """
    accommodation apprenticeship asylum bond childcare citizenship college custody degree diagnosis diploma discharge
    employment housing internship job licence license naturalisation parole passport pension placement probation
    promotion rehab scholarship school sponsorship tenancy training traineeship treatment visa work
    """
)
_OWN_PLACES = words("apartment bedsit caravan diagnosis divorce flat home house passport place room studio tenancy")
_PLAIN = words("a an council furnished his her my new of our own rented the their")
_WRITING = words("build compile complete compose create design develop draw fill make prepare produce write")
_DOCUMENTS = words(
    """
    agreement application box budget card contract cv form genogram hierarchy kit letter list map plan playlist resume
    """
    "timeline will"
)
_WHITHER = words("in into out over to up")
_AGAIN = {
    "leave": {("the", "house"), ("the", "flat"), ("the", "room"), ("the", "table"), ("her", "room"), ("his", "room")},
    "open": {("the", "post"), ("the", "mail"), ("the", "letters"), ("his", "post"), ("her", "post"), ("my", "post")},
    "tell": {("the", "truth")},
}
"""What is done again and again, though with one thing."""

_TO_SOMEBODY = words("apologise apologize confess propose")
_PHRASES: dict[str, set[str]] = {
    "break": {"up"},
    "check": {"into"},
    "clear": {"out"},
    "come": {"out"},
    "drop": {"off"},
    "fill": {"in", "out"},
    "give": {"back", "notice"},
    "go": {"public"},
    "hand": {"back", "in", "over"},
    "move": {"in", "into", "out"},
    "own": {"up"},
    "pay": {"back", "off"},
    "pick": {"up"},
    "put": {"up"},
    "return": {"to"},
    "send": {"back", "in", "off"},
    "set": {"up"},
    "sign": {"off", "on", "up"},
    "take": {"back", "down", "out"},
    "throw": {"out"},
    "trade": {"in"},
    "turn": {"in"},
}
"""Verbs with the small word that makes one act of them."""

_OUTRIGHT = words("divorce emigrate enrol enroll graduate marry pass qualify resign retire")
"""What is done once whatever it is about."""

_LEADING_TO = {("enrol", "in"), ("enrol", "on"), ("enroll", "in"), ("file", "for"), ("move", "in"), ("move", "into")}
_LEADING_TO |= {("move", "out"), ("move", "to"), ("return", "to")}
_PROCEDURES = words(
    """
    appendectomy assessment biopsy bloods check check-up checkup colonoscopy operation ecg endoscopy extraction filling
    implant injection jab mammogram mri screening scan smear sterilisation surgery test tooth ultrasound vaccination
    vasectomy x-ray
    """
)
_PROFESSIONS = words(
    """
    accountant adviser advisor cardiologist consultant dentist dermatologist dietitian doctor gp gynaecologist lawyer
    neurologist notary optician psychiatrist registrar rheumatologist solicitor specialist surgeon urologist
    """
)
_CLAIMED = words(
    "allowance asylum bail benefit benefits citizenship disability grant licence loan passport pension permit visa"
)
_MADE_ONCE = words("application appointment booking claim complaint referral reservation")
_CHANGED = words("address bank college course doctor gp job locks name password school schools surname university")
_WITH = (
    (words("have get undergo"), _PROCEDURES),
    (words("consult meet see"), _PROFESSIONS),
    (words("apply claim"), _CLAIMED),
    (words("make"), _MADE_ONCE),
    (words("put"), words("name")),
    (words("change"), _CHANGED),
)
"""Verbs, and what is so done once with them."""

_EVENTS = words(
    """
    appeal assessment audition christening concert exam funeral graduation hearing inquest intake interview memorial
    naming play prom recital reunion screening test trial tribunal viva wake wedding
    """
)
_BEING_AT = words("ask attend come dance give go hold lead lodge perform play read sing sit speak take travel")
_HAVING = words("get have see want")
_MADE = words("appoint elect make name nominate recognise recognize reconcile")


_AT_PLACES = words("at behind downstairs in inside off on outside upstairs with")
_NAMING_ACTS = words(
    """
    cancellation closure completion enrolment handover hand-over payment purchase registration return sale signing
    submission
    """
)


def is_done_once(clause: GoalClause) -> bool:
    """Whether it is such an act; nothing that is about what nobody sees."""
    return not is_about_something_abstract(clause) and any(holds(clause) for holds in _QUESTIONS)


def _is_got(clause: GoalClause) -> bool:
    """`Obtains employment`, or a mere `new job`."""
    return clause.head in _GETTING | {""} and bool(_MILESTONES.intersection(clause.about))


def _is_a_place(clause: GoalClause) -> bool:
    """`A council flat on the ground floor`: a thing to have, with no word for how it should be."""
    end = next((n for n, word in enumerate(clause.words) if word in _OWN_PLACES), -1)
    return not clause.head and end > 0 and _PLAIN.issuperset(clause.words[:end])


def _is_written(clause: GoalClause) -> bool:
    return clause.head in _WRITING and _is_one(clause) and bool(_DOCUMENTS.intersection(clause.about))


def _is_with(clause: GoalClause) -> bool:
    """`Has surgery`, `sees a solicitor`, `changes her name`, `files for divorce`."""
    if clause.head in _OUTRIGHT or (clause.head, clause.about[:1]) in {(verb, (to,)) for verb, to in _LEADING_TO}:
        return True
    return any(clause.head in heads and things.intersection(clause.about[:4]) for heads, things in _WITH)


def _names_an_act(clause: GoalClause) -> bool:
    """`Handover of the key`."""
    found = [one for one, of in pairwise(clause.words[:4]) if of == "of"]
    return not clause.head and bool(_NAMING_ACTS.intersection(found))


def _is_given_to_one(clause: GoalClause) -> bool:
    """`Shows my wife the statements`, `asks the boss for a raise`: one person, one thing."""
    second = (*clause.about[2:], "", "")[:2]
    is_thing = second[0] in {"the", "my", "his"} or (second[0] == "for" and second[1] in {"a", "an", "the"})
    return clause.head in {"ask", "give", "show"} and clause.about[:1] != ("a",) and _is_one(clause) and is_thing


def _is_one(clause: GoalClause) -> bool:
    return bool(_ONE_THING.intersection(clause.about[:2]))


def _is_phrasal(clause: GoalClause) -> bool:
    """`Picks up a kit`, `hands the keys in`, `comes out to my brother`."""
    particles = _PHRASES.get(clause.head, set())
    return bool(particles.intersection(clause.about[:4])) and bool(_ONE_THING.intersection(clause.about[:3]))


def _is_a_member(clause: GoalClause) -> bool:
    """`Becomes a member of the club`."""
    return clause.head == "become" and clause.about[:1] in {("a",), ("an",)}


def _is_at_an_event(clause: GoalClause) -> bool:
    """`Attends the custody hearing sober`."""
    return clause.head in _BEING_AT and bool(_EVENTS & {*clause.about} and _ONE_THING & {*clause.about})


def _is_had_done(clause: GoalClause) -> bool:
    """`Has her application approved`: what is had done with one thing."""
    done = clause.about[1:6]
    return (
        clause.head in _HAVING and _is_one(clause) and any(word in verbs.IRREGULAR or _is_done(word) for word in done)
    )


def _is_done(word: str) -> bool:
    return word.endswith("ed") and is_participle(word)


def _is_decided(clause: GoalClause) -> bool:
    """`Charges get dismissed`, `recognised as guardian`: others decide it on one day."""
    first = clause.words[0] if clause.words else ""
    is_made = bool(_MADE & {clause.head, first.removesuffix("d"), first.removesuffix("ed")})
    return (clause.is_passive or not clause.head) and (is_made or clause.head in verbs.DECIDING)


def _is_single(clause: GoalClause) -> bool:
    """A verb of what is done once, with one thing."""
    if clause.head not in verbs.ONCE or clause.about[:2] in _AGAIN.get(clause.head, ()):
        return False
    if clause.head == "leave" and _AT_PLACES.intersection(clause.about[2:]):  # the phone outside the bedroom
        return False
    is_going = clause.about[:1] and clause.about[0] in _WHITHER and clause.head not in _TO_SOMEBODY
    is_named = clause.about[:1] == ("to",) and not is_known("".join(clause.about[1:2]))  # apologises to Carl
    return not is_going and (clause.is_passive or is_named or _is_one(clause))


_QUESTIONS: tuple[Callable[[GoalClause], bool], ...] = (
    _is_got,
    _is_a_place,
    _is_written,
    _is_with,
    _names_an_act,
    _is_given_to_one,
    _is_phrasal,
    _is_a_member,
    _is_at_an_event,
    _is_had_done,
    _is_decided,
    _is_single,
)
