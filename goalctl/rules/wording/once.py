"""Whether an act is done once, or not: rents a room, obtains employment, writes a letter, comes out to her brother."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import is_kin, is_many, is_person
from goalctl.rules.wording.slips import is_known
from goalctl.rules.wording.things import is_about_something_abstract, thing_of

_FAR = 6
_ONE_THING = words("a an another her his it its my one our the their this")
_GETTING = words("begin complete earn find finish gain get land obtain receive regain secure start win")
_MILESTONES = words(
    """
    accommodation apartment apprenticeship asylum bond childcare citizenship college custody degree diagnosis diploma
    discharge employment flat housing internship job licence license naturalisation parole passport pension placement
    probation promotion rehab scholarship school sponsorship tenancy traineeship training treatment visa work
    """
)
_WHITHER = words("in into out over to up")

_TO_SOMEBODY = words("apologise apologize apply confess propose")
_PHRASES = {
    tuple(pair.split("-"))
    for pair in words(
        """
        break-up check-into clear-out come-out draw-up drop-off fill-in fill-out give-back give-notice go-public
        hand-back hand-in hand-over move-in move-into move-out own-up pay-back pay-off pick-up put-up return-to
        send-back send-in send-off set-up sign-off sign-on sign-up take-back take-down take-out throw-out
        trade-in turn-in write-out write-up
        """
    )
}
"""Verbs with the small word that makes one act of them."""

_OUTRIGHT = words("divorce emigrate enrol enroll graduate marry pass qualify resign retire")
"""What is done once whatever it is about."""

_LEADING_TO = {("enrol", "in"), ("enrol", "on"), ("enroll", "in"), ("file", "for"), ("move", "in"), ("move", "into")}
_LEADING_TO |= {("get", "married"), ("move", "out"), ("move", "to"), ("return", "to")}
_PROCEDURES = words(
    """
    appendectomy assessment biopsy bloods check check-up checkup colonoscopy operation ecg endoscopy extraction filling
    implant injection jab mammogram mri screening scan smear sterilisation surgery test tooth ultrasound vaccination
    vasectomy x-ray
    """
)
_OFTEN_MET = words("buddy carer colleague crisis friend in mate mentor neighbour sponsor staff therapist up")
_CONTACTING = words("call consult contact email meet phone ring see speak talk telephone write")
_CLAIMED = words(
    "allowance asylum bail benefit benefits citizenship disability grant licence loan passport pension permit visa"
)
_CHANGED = words("address bank college course doctor gp job locks name password school schools surname university")
_WITH = (
    (words("have get undergo"), _PROCEDURES),
    (words("resit retake sit take"), words("a-level exam exams finals gcse mocks paper test theory")),
    (words("attend"), words("court")),
    (words("apply claim"), _CLAIMED),
    (words("change"), _CHANGED),
)
"""Verbs, and what is so done once with them."""

_EVENTS = words(
    """
    agm appeal appointment assessment audition ball baptism bbq birth ceremony christening concert derby exam exhibition
    fair fete final funeral gala gig graduation hearing inquest intake interview march memorial naming open opening
    parade party picnic play premiere prizegiving prom raffle recital regatta reunion screening show test tournament
    trial tribunal trip unveiling vigil viva wake wedding
    """
)
_BEING_AT = words(
    "ask attend bring come dance drive fly give go hold lead let lodge perform play read sing sit speak take travel"
)
_NAMED_DAYS = words(
    """
    anniversary annual anzac carol christmas dawn easter farewell leaving memorial open parents' regimental remembrance
    sports
    """
)
_GATHERINGS = words("breakfast day dinner do evening lunch meal night service")
_MADE = words("appoint elect make name nominate recognise recognize reconcile")


_AGAIN_AND_AGAIN = words(
    "call do express follow hug kiss let practice practise praise ring share text touch use walk wear"
)
_ACTS = (verbs.OBSERVABLE | verbs.ONCE) - _AGAIN_AND_AGAIN
_AT_PLACES = words("at behind downstairs in inside off on outside upstairs with")


_AGAIN = {
    "leave": {("the", "house"), ("the", "flat"), ("the", "room"), ("the", "table"), ("her", "room"), ("his", "room")},
    "open": {("the", "post"), ("the", "mail"), ("the", "letters"), ("his", "post"), ("her", "post"), ("my", "post")},
    "tell": {("the", "truth")},
}
"""What is done again and again, though with one thing."""


_ROUTINES = words(
    """
    bath bed bin bit bottle break breakfast call car chance children choice compliment crossword cuddle diary dinner dog
    door feed food gym hand homework house hug journal kiss laundry lift massage medicine minute moment news paper pause
    people phone post reason rest ride ring shower smile tablet tablets television time time-out train truth turn tv
    walk wash washing work
    """
)
"""What one has to do with, or is given, day by day."""

_WHILE = words("as between during if instead rather than when whenever while")


def is_done_once(clause: GoalClause) -> bool:
    """Whether it is such an act; nothing that is about what nobody sees."""
    return not is_about_something_abstract(clause) and any(holds(clause) for holds in _QUESTIONS)


def is_with_one_thing(clause: GoalClause) -> bool:
    """`Dyes her hair`, `bakes a cake for the ward`: nothing says that it is done again, and it is no routine."""
    is_act = clause.head in _ACTS or (clause.head not in verbs.KNOWN and clause.head != "")
    thing = thing_of(clause)
    is_one = not _ONE_THING.isdisjoint(clause.about[:1]) and not (
        thing in _ROUTINES or thing.endswith("s") or is_person(thing)
    )
    return is_act and is_one and not is_about_something_abstract(clause) and _WHILE.isdisjoint(clause.words)


def _is_got(clause: GoalClause) -> bool:
    """`Obtains employment`, or a mere `new job`."""
    return clause.head in _GETTING | {""} and bool(_MILESTONES.intersection(clause.about))


def _is_with(clause: GoalClause) -> bool:
    """`Has surgery`, `sees a solicitor`, `changes her name`, `files for divorce`."""
    if clause.head in _OUTRIGHT or (clause.head, clause.about[:1]) in {(verb, (to,)) for verb, to in _LEADING_TO}:
        return True
    if clause.head in _CONTACTING and any(map(_is_official, clause.about[:4])):
        return _OFTEN_MET.isdisjoint(clause.about[:4])
    return any(clause.head in heads and things.intersection(clause.about[:4]) for heads, things in _WITH)


_SHARED = words("a an her his my the their")


def _is_official(word: str) -> bool:
    return is_person(word) and not (is_kin(word) or is_many(word))


def _is_asked_for(clause: GoalClause) -> bool:
    """`Asks the priest to bless the house`, `asks for the date`."""
    first, then = (*clause.about, "", "")[:2]
    if clause.head != "ask":
        return False
    if first == "for":
        return then in _SHARED and _ROUTINES.isdisjoint(clause.about[:_FAR])
    end = 1 + (first in _SHARED)
    is_to = clause.about[end : end + 1] == ("to",)
    return is_to and (end > 1 or not is_known(first)) and not is_kin(clause.about[end - 1])


def _is_one(clause: GoalClause) -> bool:
    return bool(_ONE_THING.intersection(clause.about[:2])) or "".join(clause.about[:1]).endswith("'s")


def _is_phrasal(clause: GoalClause) -> bool:
    """`Picks up a kit`, `hands the keys in`, `comes out to my brother`."""
    is_one_act = any((clause.head, word) in _PHRASES for word in clause.about[:4])
    return is_one_act and bool(_ONE_THING.intersection(clause.about[:3]))


def _is_at_an_event(clause: GoalClause) -> bool:
    """`Attends the custody hearing sober`, `goes to the carol service`."""
    is_named = any(one in _NAMED_DAYS and other in _GATHERINGS for one, other in pairwise(clause.about))
    if is_named and clause.head in _BEING_AT:
        return True
    return clause.head in _BEING_AT and bool(_EVENTS & {*clause.about} and _ONE_THING & {*clause.about})


def _is_decided(clause: GoalClause) -> bool:
    """`Charges get dismissed`, `recognised as guardian`: others decide it on one day."""
    first = clause.words[0] if clause.words else ""
    is_made = bool(_MADE & {clause.head, first.removesuffix("d"), first.removesuffix("ed")})
    return (clause.is_passive or not clause.head) and (is_made or clause.head in verbs.DECIDING)


def _is_the_first(clause: GoalClause) -> bool:
    """`Goes to the first training session`."""
    return any(one in _ONE_THING and other in {"final", "first", "last"} for one, other in pairwise(clause.about))


def _is_single(clause: GoalClause) -> bool:
    """A verb of what is done once, with one thing."""
    if clause.head not in verbs.ONCE or _is_done_again(clause):
        return False
    is_going = not _WHITHER.isdisjoint(clause.about[:1]) and clause.head not in _TO_SOMEBODY
    is_named = clause.about[:1] == ("to",) and not is_known("".join(clause.about[1:2]))  # apologises to Carl
    return not is_going and (clause.is_passive or is_named or _is_one(clause))


def _is_done_again(clause: GoalClause) -> bool:
    """`Opens the post`, `leaves the phone outside the bedroom`."""
    is_put = clause.head == "leave" and not _AT_PLACES.isdisjoint(clause.about[2:])
    return is_put or clause.about[:2] in _AGAIN.get(clause.head, ())


_QUESTIONS: tuple[Callable[[GoalClause], bool], ...] = (
    _is_got,
    _is_with,
    _is_asked_for,
    _is_phrasal,
    _is_at_an_event,
    _is_decided,
    _is_the_first,
    _is_single,
)
