"""Whether a goal needs a number and lacks it: it comes in degrees or again and again, and nothing says how much."""

from __future__ import annotations

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent, is_only_an_absence
from goalctl.rules.wording.behaviour import names_nothing_visible, unseen
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import COMPARATIVE, comparative, has_amount, has_date, has_frequency
from goalctl.rules.wording.others import up_to_others
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.things import is_about_something_abstract

TIMES = Phrases(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) times\b")
_PERIOD = Phrases(
    r"\b(?:a|an|per|each|every|this|next|the) (?:\w+ )?(?:day|night|week|month|year|hour|session|shift|meal|morning"
    r"|evening|afternoon|weekend|weekday|visit)s?\b",
    r"\b(?:daily|nightly|weekly|monthly|yearly|out of|(?:of|in) (?:ten|\d+|two|three|four|five|six|seven|eight|nine)"
    r"|in a row|by|until|within|before"
    r"|in (?:\w+ )?(?:days|weeks|months))\b",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
)
_AGAIN_AND_AGAIN = Phrases(
    r"\b(?:regular(?:ly)?|often|frequent(?:ly)?|usually|generally|sometimes|occasionally|from time to time"
    "|now and (?:then|again)|most days"
    "|some|several|a few|many|various|whenever|consistently|more|as (?:needed|necessary)|when(?:ever)? (?:possible"
    r"|needed)|always|a lot|a couple of|every so often|once in a while)\b",
    r"\bwhen(?:ever)? (?:(?:he|she|they|i|we|it|things|someone|others|people) (?:is|are|am|feels?|gets?|needs?|wants?"
    r"|notices?"
    r"|becomes?|thinks?|hears?|sees?|says?|asks?|makes?|goes?|comes?|starts?)\b(?! (?:18|21|home|back|older))"
    r"|feeling |being |(?:upset|angry|anxious|triggered"
    r"|stressed|sad|overwhelmed|bored|lonely|tempted|frustrated|distressed|asked|prompted|challenged|criticised"
    r"|criticized)\b)",
)
_GETTING = words("begin complete find finish gain get obtain regain secure start")
_MILESTONES = words(
    "accommodation asylum childcare citizenship college employment housing job licence license probation rehab school"
    " sponsorship training treatment work"
)
_WRITING = words("build compile complete compose create design develop draw make prepare produce write")
_DOCUMENTS = words(
    "agreement box budget contract cv genogram hierarchy kit letter list map plan playlist resume timeline will"
)
_WHITHER = {("to",), ("in",), ("into",), ("out",), ("up",), ("over",)}
_AGAIN = {
    "leave": {("the", "house"), ("the", "flat"), ("the", "room"), ("the", "table"), ("her", "room"), ("his", "room")},
    "tell": {("the", "truth")},
}
"""What is done again and again, though with one thing."""

_BY_DEGREES = words("better fewer less more")
_TO_SOMEBODY = words("apologise apologize confess propose")
_ONE_THING = words("a an the my his her their our one this another it its")


def lacks_a_number(said: GoalSentence) -> bool:
    """Whether neither a number nor a frequency stands in it that it needs."""
    if is_only_an_absence(said):
        return False
    done_by_others = up_to_others(said)
    is_state = unseen(said) is not None
    if done_by_others:
        return (is_state or comparative(said.text) in _BY_DEGREES) and not has_frequency(said.text)
    if is_state or comparative(said.text):
        return not has_amount(said.text) and (is_state or not any(map(_stands_complete, said.clauses)))
    return not has_frequency(said.text) and not _is_a_single_act(said)


def _stands_complete(clause: GoalClause) -> bool:
    """Whether a part beside a mere more or less needs no number: given up, done once, or so often."""
    is_enough = is_done_once(clause) or (clause.head != "" and has_frequency(clause.text))
    is_plain = not COMPARATIVE.stand_in(clause.text) and not names_nothing_visible(clause)
    return is_absent(clause) or (is_enough and is_plain)


def _needs_none(clause: GoalClause) -> bool:
    """Whether a part by itself needs no number: done once, or given up."""
    return is_absent(clause) or is_done_once(clause)


def _is_a_single_act(said: GoalSentence) -> bool:
    """Whether it is an act of which one can say on a day that it is done."""
    if _AGAIN_AND_AGAIN.stand_in(said.text):
        return False
    return has_date(said.text) or any(map(_needs_none, said.clauses))


def is_done_once(clause: GoalClause) -> bool:
    """`Rents a room`, `obtains employment` and `writes a letter` are done once."""
    is_one = bool(_ONE_THING & set(clause.about[:2]))
    if is_about_something_abstract(clause) or (clause.about[:1] in _WHITHER and clause.head not in _TO_SOMEBODY):
        return False
    if clause.head in _GETTING | {""} and _MILESTONES & set(clause.about):
        return True
    is_written = clause.head in _WRITING and is_one and bool(_DOCUMENTS & set(clause.about))
    is_done = clause.head in verbs.ONCE and (clause.head not in _AGAIN or clause.about[:2] not in _AGAIN[clause.head])
    return is_written or (is_done and (clause.is_passive or is_one))


def has_period(text: str) -> bool:
    """Whether it says over which stretch, or out of how many, or until when."""
    return _PERIOD.stand_in(text)
