"""What a clause is about, and whether it is something that anybody can see."""

from __future__ import annotations

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import has_amount, has_date, has_frequency
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.topics import TOPICS

_CHANGES = words(
    """
    boost change changes decrease development enhancement gain growth improvement improvements increase reduction
    """
    "restoration rise shift"
)
_SEEN_THROUGH = words(
    """
    amount bit burden degree form grip hold frequency kind kinds lack level levels loss number ounce phase place power
    quality shred sign signs sort stage stages state step symptom symptoms trace type types vestige window
    """
)
"""Nouns before an `of` that leave it to the next one what is meant: the quality of sleep, of life."""

_INNER_TOPICS = words("anger family mood panic skills social treatment")

_BUILT = words(
    """
    base circle community connections coping environment foundation habits interactions lifestyle mechanisms means
    methods network patterns repertoire resources rituals routines strategies strategy structure system systems
    techniques tools ways
    """
)
"""What is built in talks, and as such nobody has seen."""


_MATTERS = words(
    """
    abandonment abuse age aggression alternatives ambivalence anger barriers causes challenge challenges change changes
    childhood concerns conflict conflicts craving cravings criticism death demands diagnosis difficulties disability
    discomfort dynamics experience experiences failure faults fears feelings flashbacks flaws goals grief herself
    himself history identity illness impact impulses issue issues it life limitations limits loss losses memories memory
    mistakes motives myself needs obstacles options orientation origins pain past pattern patterns people pressure
    problem problems reasons rejection role roles root roots sadness self separation setbacks shortcomings situation
    situations stress stressors stuff symptoms themes themselves things thoughts transition transitions trauma trigger
    triggers uncertainty upbringing urge urges weaknesses withdrawal
    """
)
"""What is talked about, or coped with: no number makes it something to see."""

_BETTERING = words(
    """
    attain bolster boost cultivate deepen develop elevate enhance enrich establish fortify foster gain harness heighten
    improve nurture optimise optimize promote rekindle solidify strengthen unlock
    """
)
_VISIBLE = words(
    """
    adherence appetite attendance compliance contact diet fitness handwriting hobbies hobby hours intake movement
    participation plan posture pressure pronunciation punctuality routine schedule score speech speed spelling time
    walking less more
    """
).union({""}, *(TOPICS[topic] for topic in TOPICS if topic not in _INNER_TOPICS))
"""What can be seen to become better; of anything else nobody sees it, unless a number stands there."""

_COUNTED = words(
    """
    attention-seeking behavior behaviors behaviour behaviours conduct contact cravings delusions fears ideation life
    panic reassurance self-talk sensations symptom symptoms temper thought thoughts tolerance urge urges
    """
)
_OWN_ACTS = words(
    """
    self-defence self-defense self-employment self-harm self-harming self-help self-injury self-injurious
    self-monitoring self-mutilation self-rating self-report self-reports self-study self-test
    """
)
_THINGS_IN_ITY = words(
    """
    activity charity city community disability electricity facility maternity paternity punctuality university utility
    """
)
_THINGS_IN_NESS = words("business fitness harness illness lateness sickness tardiness wilderness witness")
_SAYING_LITTLE = (
    verbs.CHANGE
    | verbs.LIGHT
    | words(
        """
        aid arrive beat bid bring build bury carry channel cling draw drop enable face facilitate fight fuel harbour
        harness lean mend muster notice radiate recognise recognize reshape secure shed shift shore spread step summon
        support tap wield
        """
    )
    | {""}
)

_INNER_KINDS = words("emotional inner psychological spiritual")
"""What is called so is not seen, whatever it is: emotional literacy."""

_PARTICLES = words("back up down again away together a an the my his her their our your")
OBJECT_ENDS = words(
    """
    ( , . : ; about above across after against again ahead along alongside among and around as at because before best
    better behind below beside between beyond but by daily despite due during each eight every except fifteen five for
    four from he how i if in inside instead into like near nine of off on once one onto or outside over per prior rather
    re regarding seven she since six so ten than that thirty three through throughout to toward towards they twelve
    twenty twice two under until upon via we weekly what well when where whether which while who whose why with within
    without
    """
)


def thing_of(clause: GoalClause) -> str:
    """The last word of its first noun phrase, seen through `the quality of`; nothing where it has none."""
    found = before = ""
    for word in clause.about:
        if found and _ends_after(found, word):
            break
        if not _is_passed_over(word) and (word != "of" or not found):
            before, found = found, word
    return before if found in _CHANGES and _is_abstract(before) else found  # a mindset shift


def _ends_after(found: str, word: str) -> bool:
    """Whether a noun phrase ends there: of what it is seen through, no `of` ends it, of a feeling any `-ing` does."""
    if word == "of" and found in _SEEN_THROUGH:
        return False
    return word in OBJECT_ENDS or word.isdigit() or word == "worth" or (word.endswith(("ed", "ing")) and is_felt(found))


def _is_passed_over(word: str) -> bool:
    return word in OBJECT_ENDS | _PARTICLES or word.isdigit() or word.endswith("ly")


def is_about_something_abstract(clause: GoalClause) -> bool:
    """Whether what it is about can't be seen, whatever is done with it: renews the commitment."""
    return _is_abstract(thing_of(clause))


def is_about_something_concrete(clause: GoalClause) -> bool:
    """Whether it is about something that is neither felt nor only talked about."""
    thing = thing_of(clause)
    return thing not in _MATTERS | {""} and not _is_abstract(thing)


def is_built_in_talks(clause: GoalClause) -> bool:
    """Whether it is about strategies, techniques, networks and the like."""
    return thing_of(clause) in _BUILT


def unseen_thing(clause: GoalClause) -> str:
    """What is built, found, kept, shown or changed, if nobody can see it; nothing if somebody can."""
    thing = thing_of(clause)
    return thing if _is_abstract_object(clause, thing) or _becomes_better(clause, thing) else ""


def _is_abstract_object(clause: GoalClause, thing: str) -> bool:
    """`Finds courage`, `builds emotional literacy`."""
    is_inner = _is_abstract(thing) or bool(_INNER_KINDS.intersection(clause.about[:4]))
    is_inner |= not clause.head and thing.endswith("ing") and bool(bases(thing) & verbs.COPING)  # healthy grieving
    return clause.head in _SAYING_LITTLE and is_inner


def _becomes_better(clause: GoalClause, thing: str) -> bool:
    """Whether something that is not known to be seen is to become better, with no number or day."""
    if clause.head not in _BETTERING or thing in _VISIBLE:
        return False
    return not (has_frequency(clause.text) or has_amount(clause.text) or has_date(clause.text))


def is_felt(thing: str) -> bool:
    """Whether it is a feeling, a trait or a state, and no event that one could count."""
    return thing not in _COUNTED and _is_abstract(thing)


def _is_abstract(thing: str) -> bool:
    return (
        thing in nouns.ABSTRACT
        or thing in nouns.FEELINGS
        or (thing.endswith("ness") and thing not in _THINGS_IN_NESS)
        or (thing.endswith("ity") and thing not in _THINGS_IN_ITY)
        or (thing.startswith("self-") and thing not in _OWN_ACTS)
    )
