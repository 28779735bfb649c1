"""Whether a goal needs a number and lacks it: it comes in degrees or again and again, and nothing says how much."""

from __future__ import annotations

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent, is_only_an_absence
from goalctl.rules.wording.behaviour import unseen
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import comparative, has_amount, has_date, has_frequency
from goalctl.rules.wording.others import up_to_others
from goalctl.rules.wording.patterns import Phrases, words

TIMES = Phrases(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) times\b")
_PERIOD = Phrases(
    r"\b(?:a|an|per|each|every|this|next|the) (?:\w+ )?(?:day|night|week|month|year|hour|session|shift|meal|morning"
    r"|evening|afternoon|weekend|weekday|visit)s?\b",
    r"\b(?:daily|nightly|weekly|monthly|yearly|out of|(?:of|in) ten|in a row|by|until|within|before"
    r"|in (?:\w+ )?(?:days|weeks|months))\b",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
)
_AGAIN_AND_AGAIN = Phrases(
    r"\b(?:regular(?:ly)?|often|frequent(?:ly)?|usually|generally|sometimes|occasionally|from time to time"
    "|now and (?:then|again)|most days"
    "|some|several|a few|many|various|whenever|consistently|more|as (?:needed|necessary)|when(?:ever)? (?:possible"
    r"|needed)|always|a lot)\b",
)
_ONE_THING = words("a an the my his her their our one this another it its")


def lacks_a_number(said: GoalSentence) -> bool:
    """Whether neither a number nor a frequency stands in it that it needs."""
    if is_only_an_absence(said):
        return False
    done_by_others = up_to_others(said)
    is_state = unseen(said) is not None
    if done_by_others and not is_state:
        return False
    if is_state or comparative(said.text):
        return not has_amount(said.text)
    return not has_frequency(said.text) and not _is_done_once(said)


def _needs_none(clause: GoalClause) -> bool:
    """Whether a part by itself needs no number: done once, or given up."""
    return is_absent(clause) or _is_single(clause)


def _is_done_once(said: GoalSentence) -> bool:
    """Whether it is an act of which one can say on a day that it is done."""
    if _AGAIN_AND_AGAIN.stand_in(said.text):
        return False
    return has_date(said.text) or any(map(_needs_none, said.clauses))


def _is_single(clause: GoalClause) -> bool:
    return clause.head in verbs.ONCE and (clause.is_passive or bool(_ONE_THING & set(clause.about[:2])))


def has_period(text: str) -> bool:
    """Whether it says over which stretch, or out of how many, or until when."""
    return _PERIOD.stand_in(text)
