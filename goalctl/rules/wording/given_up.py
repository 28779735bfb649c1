"""What is left behind altogether, as good as what is to stop: lets go of, steers clear of, bids farewell to."""

from __future__ import annotations

from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.patterns import Phrases, words

_GIVING_UP = Phrases(
    r"(?:abandon|ditch|forsake|forswear|jettison|kick|relinquish|renounce|shed)(?:s|es|ing)?\b",
    r"(?:be|is|are|have|has) done with\b",
    r"(?:bid|bids|kiss|kisses|say|says|wave|waves) (?:farewell|goodbye) to\b",
    r"(?:leave|leaves|leaving|put|puts) (?=(?:\w+ ){1,4}behind\b)",
    r"(?:let|lets|letting) go of\b",
    r"(?:lose|loses|losing) (?:all|any|every|her|his|my|that|the|this) (?!weight)",
    r"steer(?:s|ing)? clear of\b",
    start=True,
)
_LEADING = Phrases(r"(?:(?:to|will|wants?|he|she|i|they|we) )+", start=True)
_ALTOGETHER = words("altogether completely entirely forever wholly")


def is_given_up(clause: GoalClause) -> bool:
    """Whether it says so, with such a verb, or with `altogether` or `-free`."""
    is_told = bool(_ALTOGETHER.intersection(clause.words)) or any(word.endswith("-free") for word in clause.words)
    return is_told or bool(given_up(clause))


def given_up(clause: GoalClause) -> tuple[str, ...]:
    """The words for what is left behind; none where no such verb stands first."""
    text = _LEADING.without(clause.text).strip()
    begun = _GIVING_UP.find(text)
    return tuple(text.removeprefix(begun).split()) if begun else ()
