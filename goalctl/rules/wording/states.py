"""Whether somebody is to be something that nobody can see: in bed can be seen, calm can't."""

from __future__ import annotations

from goalctl.rules.wording import nouns
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.inflection import positives
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.things import OBJECT_ENDS
from goalctl.rules.wording.topics import TOPICS
from goalctl.rules.wording.why_unseen import Found, Unseen

SEEMING = words("appear get look sound")
_DEGREES = words("a always an as both less more most much so the too very")
_BY_HOW_MUCH = Phrases(r"(?:[\w.-]+ )?(?:per ?cent\b|%|times\b)", r"(?:twice|half)\b", start=True)
_ARTICLES = words("a an the one two three")
_PLACES = words(
    """
    above abstinent alone asleep at awake away back below between clean downstairs dressed early employed enrolled first
    for home in indoors inside late near off on out outdoors outside over past punctual quiet ready registered seated
    silent sober there through under up upstairs with within
    """
)
_MEASURED = words(
    """
    absent big brief clean cold dirty dry early fast fit few frequent heavy infrequent intelligible late legible light
    long loud near punctual quick quiet rare regular short slow small soft tall thin tidy wet
    """
)
"""What is more or less in a way that one can see, hear or count."""

_PRESENT_AT = {("present", "at"), ("present", "for"), ("present", "in")}
_NOT_THERE = TOPICS["family"] | words("friends others people me him her them us emotionally fully more")
_WHERETO = words("at from into to")
_SELVES = words("herself himself myself themselves yourself ourselves oneself")
_MOVED = words("back dressed home into off on onto out outside ready there to up")
_SURROUNDINGS = words(
    "atmosphere childhood environment family home household house life marriage mind mornings relationship"
)
_TOLD = words("are be become feel grow is")


def by_being(clause: GoalClause) -> Found | None:
    """Why nobody can see it, of a clause whose verb only joins somebody with what they are."""
    word, then = _what(clause)
    is_seeming = clause.head in SEEMING or not clause.head
    if _is_seen(clause, word, then) or (is_seeming and _goes_on(clause, then)):
        return None
    if positives(word) & nouns.TRAITS:
        return Unseen.INNER, f"{clause.head} {word}"
    is_somebody = bool(_ARTICLES.intersection(clause.about[:2]))  # a member, the one who cooks
    return (Unseen.STATE, f"{clause.head} {word}") if clause.head in _TOLD and not is_somebody else None


def _what(clause: GoalClause) -> tuple[str, str]:
    """What somebody is, without degrees and by how much, and the word behind it."""
    about = _BY_HOW_MUCH.without(" ".join(clause.about)).split()
    found = [word for word in about if word not in _DEGREES and not word.endswith("ly")]
    return (*found, "", "")[0], (*found, "", "")[1]


def _is_seen(clause: GoalClause, word: str, then: str) -> bool:
    """Whether it is a place, a number, something measured, or a way that is gone: gets herself to the clinic."""
    is_present = (word, then) in _PRESENT_AT and _NOT_THERE.isdisjoint(clause.about)
    is_to_do = clause.about[:1] == ("to",)
    is_measured = bool(positives(word) & _MEASURED) and clause.head != "feel"
    return word.isdigit() or is_present or is_to_do or is_measured or _is_somewhere(word, then)


def _is_somewhere(word: str, then: str) -> bool:
    """`In bed`, `herself to the clinic`, `down from the loft`."""
    return word in _PLACES or (word in _SELVES and then in _MOVED) or (word == "down" and then in _WHERETO)


def _goes_on(clause: GoalClause, then: str) -> bool:
    """`Gets good grades`, `looks a doctor up`: what is got, not what somebody seems."""
    if not clause.head and then in _SURROUNDINGS:  # a calmer household
        return False
    first = clause.text.partition(" ")[0]
    is_more = not clause.head and (first in _DEGREES or first.endswith("er"))
    is_when = is_more and then.endswith("ing")  # more confident driving
    return (then not in OBJECT_ENDS | {""} and not is_when) or bool(_ARTICLES.intersection(clause.about[:2]))
