"""Whether a goal needs a number and lacks it: it comes in degrees or again and again, and nothing says how much."""

from __future__ import annotations

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent, is_only_an_absence
from goalctl.rules.wording.behaviour import names_nothing_visible, unseen
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import COMPARATIVE, comparative, has_amount, has_date, has_frequency
from goalctl.rules.wording.given_up import is_given_up
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.once import is_done_once, is_with_one_thing
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.reasons import for_itself
from goalctl.rules.wording.verb_places import ADJUNCT, finite_place

TIMES = Phrases(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) times\b")
_PERIOD = Phrases(
    r"\b(?:a|an|per|each|every|this|next|the) (?:\w+ )?(?:day|night|week|month|year|hour|session|shift|meal|quarter"
    r"|semester|term|morning|evening|afternoon|weekend|weekday|visit)s?\b",
    r"\b(?:daily|nightly|weekly|monthly|yearly|out of|(?:of|in) (?:ten|\d+|two|three|four|five|six|seven|eight|nine)"
    r"|in a row|by|until|within|before"
    r"|in (?:\w+ )?(?:days|weeks|months))\b",
    r"\b(?:each|every|per) (?!other\b)\w+|\bat (?:bedtime|breakfast|dinner|lunch|supper|tea)\b",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
)
_OFTEN = Phrases(
    r"\b(?:regular(?:ly)?|often|frequent(?:ly)?|usually|generally|routine(?:ly)?|sometimes|occasionally"
    r"|from time to time"
    "|now and (?:then|again)|most days|consistently|always|a lot|every so often|once in a while|more|promptly"
    r"|repeatedly|at times|on and off|in moderation|cuts? (?:back|down) on"
    r"|cuts? down|(?:cools|tones|eases) (?:down|off))\b"
)
_AGAIN_AND_AGAIN = Phrases(
    r"\b(?:some|several|a few|many|various|whenever|as (?:needed|necessary)|when(?:ever)? (?:possible|needed)"
    r"|a couple of)\b",
    r"\bwhen(?:ever)? (?:(?:he|she|they|i|we|it|things|someone|others|people) (?:is|are|am|feels?|gets?|needs?|wants?"
    r"|notices?"
    r"|becomes?|thinks?|hears?|sees?|says?|asks?|makes?|goes?|comes?|starts?)\b(?! (?:18|21|home|back|older))"
    r"|feeling |being |(?:upset|angry|anxious|triggered"
    r"|stressed|sad|overwhelmed|bored|lonely|tempted|frustrated|distressed|asked|prompted|challenged|criticised"
    r"|criticized)\b)",
)
_ON_ONE_DAY = Phrases(
    r"\b(?:next time|in (?:a|one|the (?:first|last|next)) session)\b",
    r"\bfor (?:the|his|her|my|their|\w+'s) (?:christening|funeral|graduation|hearing|move|party|reunion|trip"
    r"|wedding)\b",
)
_ONE_THING = words("a an her his my the their")
_ASKED = Phrases(r"\b(?:argue|ask|propose|request|suggest)s? (?:\w+ ){1,8}?(?:that|to) .*")
"""What somebody else is asked to do: no degree of what the client does."""


def lacks_a_number(statement: GoalSentence) -> bool:
    """Whether neither a number nor a frequency stands in it that it needs."""
    said = for_itself(statement)
    if _is_to_stop(statement, said):
        return False
    if unseen(statement) is not None:
        return not has_amount(said.text)
    if comparative(_ASKED.without(said.text)):
        return not has_amount(said.text) and not any(map(_stands_complete, said.clauses))
    return not has_frequency(said.text) and not _is_a_single_act(said)


def _is_to_stop(statement: GoalSentence, said: GoalSentence) -> bool:
    """What stops altogether needs none."""
    return is_only_an_absence(statement) or is_only_an_absence(said) or all(map(is_given_up, said.clauses))


def _stands_complete(clause: GoalClause) -> bool:
    """Whether a part beside a mere more or less needs no number: given up, done once, or so often."""
    is_enough = is_done_once(clause) or (clause.head != "" and has_frequency(clause.text))
    is_plain = not COMPARATIVE.stand_in(clause.text) and not names_nothing_visible(clause)
    return is_absent(clause) or (is_enough and is_plain)


def _happens(clause: GoalClause) -> bool:
    """`The house sells`, `a ramp is built`, `Tesco moves her`: the client is not its subject."""
    first = clause.words[0] if clause.words else "will"
    if not _ONE_THING.isdisjoint(clause.words[:1]):
        return clause.is_passive or clause.head not in verbs.BEING | {""}
    is_led = (
        first in ADJUNCT | {"will", "shall", "in", "at", "on"} or first.endswith("ly") or clause.head in bases(first)
    )
    return clause.head not in verbs.BEING | {""} and not is_led and finite_place(clause.words) is not None


def _is_a_single_act(said: GoalSentence) -> bool:
    """Whether it is an act of which one can say on a day that it is done."""
    if _ON_ONE_DAY.stand_in(said.text):
        return True
    if _OFTEN.stand_in(said.text) or _AGAIN_AND_AGAIN.stand_in(said.text):
        return False
    return has_date(said.text) or any(question(clause) for question in _DONE for clause in said.clauses)


_DONE = (is_given_up, is_absent, is_done_once, is_with_one_thing, _happens)
"""Of what a part may be, it needs no number."""


def has_period(text: str) -> bool:
    """Whether it says over which stretch, or out of how many, or until when."""
    return _PERIOD.stand_in(text)
