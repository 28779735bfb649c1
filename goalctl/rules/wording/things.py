"""What a clause is about, and whether it is something that anybody can see."""

from __future__ import annotations

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import has_amount, has_date, has_frequency
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.topics import TOPICS

_CHANGES = words(
    "boost change changes decrease development enhancement gain growth improvement improvements increase reduction "
    "restoration rise shift"
)
_SEEN_THROUGH = words(
    """
    amount degree form frequency kind kinds lack level levels loss number place quality sign signs sort state
    symptom symptoms type types window
    """
)
"""Nouns before an `of` that leave it to the next one what is meant: the quality of sleep, of life."""

_INNER_TOPICS = words("anger family mood panic skills social treatment")
_BUILDING = words(
    """
    acquire adopt attain build create cultivate develop establish expand foster gain grow improve increase learn
    obtain possess strengthen
    """
)
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
    abandonment abuse age aggression alternatives ambivalence anger barriers causes challenge challenges change
    changes childhood concerns conflict conflicts craving cravings criticism death demands diagnosis difficulties
    disability discomfort dynamics experience experiences failure faults fears feelings flashbacks flaws goals grief
    herself himself history identity illness impact impulses issue issues it life limitations limits loss losses
    memories memory mistakes motives myself needs obstacles options orientation origins pain past pattern patterns
    people pressure problem problems reasons rejection role roles root roots sadness self separation setbacks
    shortcomings situation situations stress stressors stuff symptoms themes themselves things thoughts transition
    transitions trauma trigger triggers uncertainty upbringing urge urges weaknesses withdrawal
    """
)
"""What is talked about, or coped with: no number makes it something to see."""

_BETTERING = words(
    """
    attain bolster boost cultivate deepen develop elevate enhance enrich establish fortify foster gain harness
    heighten improve nurture optimise optimize promote rekindle solidify strengthen unlock
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

_THOUGHTS = words(
    """
    assumptions beliefs cognitions distortions negativity perfectionism schemas self-talk thinking thought thoughts
    """
)
_COUNTED_THOUGHTS = words("intrusive suicidal obsessive unwanted racing automatic")
_COUNTED = words(
    """
    attention-seeking behavior behaviors behaviour behaviours conduct contact cravings delusions fears ideation life
    panic self-talk sensations symptom symptoms temper thoughts tolerance urge urges
    """
)
_ON_PAPER = words(
    """
    aloud card chart diary form journal list log notebook page paper record sheet workbook worksheet writing written
    """
)
_SHOWN_IN_PRACTICE = words(
    "skills strengths values relaxation mindfulness communication boundaries assertiveness thinking"
)
_GIVING = words("give make put show take hold practice practise draw keep")
_SHOWING = words("demonstrate display exhibit find give hold keep show take use")
_SELVES = words("herself himself myself themselves yourself oneself")
_CONDUCT = words("behaviour behaviours behavior behaviors conduct reactions responses")
_OWN_ACTS = words(
    """
    self-defence self-defense self-employment self-harm self-harming self-help self-injury self-injurious
    self-monitoring self-mutilation self-rating self-report self-reports self-study self-test
    """
)
_THINGS_IN_ITY = words(
    "activity charity city community disability electricity facility maternity paternity punctuality university utility"
)
_SAYING_LITTLE = (
    verbs.CHANGE
    | verbs.LIGHT
    | words("beat bring bury carry face fight fuel mend notice recognise recognize secure spread")
    | {""}
)
_HEARD_OF = verbs.KNOWN | verbs.HANDIWORK | {""}
"""Of any other verb nobody knows what one would see: externalises the problem."""

_PARTICLES = words("back up down again away together a an the my his her their our your")
OBJECT_ENDS = words(
    """
    ( , . : ; about above across after against again along alongside among and around as at because before best
    better behind below beside between beyond but by daily despite during each eight every except fifteen five for
    four from how if in inside into like near nine of off on once one onto or outside over per re regarding seven since
    six so ten than that thirty three through throughout to toward towards twelve twenty twice two under until upon
    via weekly what well when where whether which while who whose why with within without
    """
)


def thing_of(clause: GoalClause) -> str:
    """The last word of its first noun phrase, seen through `the quality of`; nothing where it has none."""
    found = before = ""
    for word in clause.about[2:] if _names_a_change(clause) else clause.about:
        if word == "of" and found in _SEEN_THROUGH:
            continue
        if word in OBJECT_ENDS or word.isdigit():
            if found:
                break
        elif not word.endswith("ly") and word not in _PARTICLES:
            before, found = found, word
    return before if found in _CHANGES and _is_abstract(before) else found  # a mindset shift


def _names_a_change(clause: GoalClause) -> bool:
    """Whether it begins as `reduction of` or `improvement in` does, with no verb."""
    is_change = bool(_CHANGES.intersection(clause.about[:1])) and clause.about[1:2] in {("in",), ("of",)}
    return is_change and not clause.head


def is_about_something_abstract(clause: GoalClause) -> bool:
    """Whether what it is about can't be seen, whatever is done with it: renews the commitment."""
    return _is_abstract(thing_of(clause))


def is_about_something_concrete(clause: GoalClause) -> bool:
    """Whether it is about something that is neither felt nor only talked about."""
    thing = thing_of(clause)
    return thing not in _MATTERS | {""} and not _is_abstract(thing)


def is_on_paper(clause: GoalClause) -> bool:
    """Whether it is written down or said aloud."""
    return bool(_ON_PAPER & set(clause.about))


def is_built_in_talks(clause: GoalClause) -> bool:
    """Whether it is about strategies, techniques, networks and the like."""
    return thing_of(clause) in _BUILT


def unseen_thing(clause: GoalClause) -> str:
    """What is built, found, kept, shown or changed, if nobody can see it; nothing if somebody can."""
    thing = thing_of(clause)
    if clause.head in verbs.MENDING and thing in _THOUGHTS:
        return "" if has_amount(clause.text) or is_on_paper(clause) else thing
    is_told = (
        (clause.head in _SAYING_LITTLE and _is_abstract(thing))
        or (clause.head in verbs.CHANGE and thing in _SELVES)
        or (clause.head in _SHOWING and thing in _CONDUCT and not has_amount(clause.text))
        or _is_built(clause, thing)
        or _becomes_better(clause, thing)
    )
    return thing if is_told and not _is_visible(clause, thing) else ""


def _is_built(clause: GoalClause, thing: str) -> bool:
    is_building = clause.head in _BUILDING or (clause.head == "find" and not has_amount(clause.text))
    return is_building and thing in _BUILT and not is_on_paper(clause)


def _becomes_better(clause: GoalClause, thing: str) -> bool:
    """Whether something that is not known to be seen is to become better, with no number or day."""
    is_told = clause.head in _BETTERING or clause.head not in _HEARD_OF
    if not is_told or thing in _VISIBLE:
        return False
    is_bare = not (has_frequency(clause.text) or has_amount(clause.text) or has_date(clause.text))
    return is_bare and not is_on_paper(clause)


def _is_visible(clause: GoalClause, thing: str) -> bool:
    """`Practises assertiveness` can be seen, and so can `shows assertiveness twice a week`; thoughts of death count."""
    is_counted = clause.head in _SHOWING and has_amount(clause.text)
    is_practised = thing in _SHOWN_IN_PRACTICE and (clause.head.startswith("practi") or is_counted)
    is_given = thing in nouns.FEELINGS and clause.head in _GIVING
    return is_practised or is_given or (thing == "thoughts" and bool(_COUNTED_THOUGHTS & set(clause.about)))


def is_felt(thing: str) -> bool:
    """Whether it is a feeling, a trait or a state, and no event that one could count."""
    return thing not in _COUNTED and _is_abstract(thing)


def _is_abstract(thing: str) -> bool:
    return (
        thing in nouns.ABSTRACT
        or thing in nouns.FEELINGS
        or thing.endswith("ness")
        or (thing.endswith("ity") and thing not in _THINGS_IN_ITY)
        or (thing.startswith("self-") and thing not in _OWN_ACTS)
    )
