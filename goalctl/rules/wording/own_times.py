"""Whether a part of a goal says by itself how often, by when, or that it is to be more or less."""

from __future__ import annotations

from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import has_amount, has_date, has_time_of_its_own
from goalctl.rules.wording.patterns import Phrases

_OR_LESS = r"\b\d+ or (?:above|below|better|fewer|higher|less|lower|more|over|under)\b"
OR_LESS = Phrases(_OR_LESS)
SO_MANY_OF = Phrases(
    r"\b(?:\w+) (?:out )?of (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    r"\d+ ?%",
    r"\b\d+/\d+\b",
    r"\b(?:at most|no more than|a maximum of|fewer than|less than) (?:\d|one|two|three|four|five|six|ten)",
    r"\bfrom \d\S* .*\bto \d",
    r"\b(?:above|at|below|over|under|(?:down|up) (?:by|to)) (?:[a-z]+(?:teen|ty)|five|six|seven|eight|nine|ten|\d+)\b"
    r"(?! (?:am|pm|minutes|o'clock))",
    r"\bto \d+ (?:or .* )?from \d",
    _OR_LESS,
)
_NOW_AND_THEN = Phrases(
    r"\b(?:regularly|frequently|often|sometimes|occasionally|most \w+s|now and (?:then|again)|on a regular basis"
    r"|when (?:he|she|they|i) can|from time to time|a lot|at all times|on all (?:her|his|my|the|their) \w+s)\b",
    r"\b(?:before|after|at|in|on|during|for|to) (?:each|every) \w+",
)
_SHORT = 3  # words: takes a break


def is_closed(clause: GoalClause) -> bool:
    """Whether it says how often, be it with no number, by when, in how many of how many, or that it is to be more."""
    text = clause.text
    return has_time_of_its_own(text) or SO_MANY_OF.stand_in(text) or _NOW_AND_THEN.stand_in(text)


def is_timed(clause: GoalClause) -> bool:
    """Whether it says so, or names a day or a season at all."""
    return is_closed(clause) or has_date(clause.text)


def are_sized_apart(one: GoalClause, other: GoalClause) -> bool:
    """Whether each says how much or how often, so that nothing behind the first is needed for that."""
    is_counted = has_amount(other.text) and (not other.head or any(map(str.isdigit, other.words)))
    if "then" in other.joint.split():
        is_more = has_time_of_its_own(one.text) and len(other.words) > _SHORT
        return is_timed(one) and (is_more or is_timed(other))
    return is_closed(one) and (is_closed(other) or is_counted)
