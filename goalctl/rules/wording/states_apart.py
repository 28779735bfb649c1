"""Whether two parts say how somebody is or what is to change, and whether that is one thing or two."""

from __future__ import annotations

from goalctl.rules.wording import verbs
from goalctl.rules.wording.behaviour import is_about_a_state, names_nothing_visible
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import comparative, has_amount, has_time_of_its_own
from goalctl.rules.wording.own_times import goes_the_other_way
from goalctl.rules.wording.patterns import words

_BUILDING = words("build create develop establish")
_ARTICLES = words("a an")
_CONDUCT = words(
    "active affectionate assertive attentive autonomous decisive dependable disciplined engaged flexible forthcoming"
    " independent open organised organized outgoing patient present productive proactive punctual reliable responsible"
    " self-reliant self-sufficient sociable supportive tolerant"
)
PARTICLES = words("away back down into off on out over through up")
_TOWARDS = words("about at in of on to toward towards with")


def are_states_apart(one: GoalClause, other: GoalClause) -> bool:
    """Whether the one is to be more and the other less, or each is said of something else: open with her partner."""
    if not (is_about_a_state(one) and is_about_a_state(other)):
        return False
    are_related = all(comparative(half.text) and _TOWARDS & set(half.about) for half in (one, other))
    return are_related or goes_the_other_way(one, other)


def are_mood_and_conduct(one: GoalClause, other: GoalClause) -> bool:
    """`Feels calmer and becomes more assertive`: how it is inside, and how one is with others or with work."""
    is_conduct = [bool(_CONDUCT & set(half.about)) for half in (one, other)]
    return are_states(one, other) and is_conduct[0] != is_conduct[1]


def are_states(one: GoalClause, other: GoalClause) -> bool:
    """Whether both say how somebody is or feels."""
    return all(is_about_a_state(half) and not gets_somewhere(half) for half in (one, other))


def gets_somewhere(clause: GoalClause) -> bool:
    """`Gets back to work`, `gets a job`; not `gets better`."""
    return clause.head == "get" and clause.about[:1] != () and clause.about[0] in PARTICLES | _ARTICLES


def are_changes(one: GoalClause, other: GoalClause) -> bool:
    """Whether both are a change of something, or one is and the other an act with an object of its own."""
    questions = (_are_both_changes, _is_built_beside, _is_reached_beside)
    return bool(one.about and other.about) and any(holds(one, other) for holds in questions)


def _are_both_changes(one: GoalClause, other: GoalClause) -> bool:
    return _is_change(one) and _is_change(other)


def _is_built_beside(one: GoalClause, other: GoalClause) -> bool:
    """Whether one is more or less of something, and nobody can see the other, or it is built."""
    is_built = one.head in verbs.CHANGE and (other.head in _BUILDING or other.head not in verbs.BEING)
    is_told = other.head in _BUILDING or names_nothing_visible(other)
    return is_told and (is_built or other.head in verbs.CHANGE)


def _is_reached_beside(one: GoalClause, other: GoalClause) -> bool:
    is_measured = one.head in verbs.CHANGE or "%" in one.words
    return is_measured and has_amount(one.text) and has_time_of_its_own(other.text)


def _is_change(clause: GoalClause) -> bool:
    return clause.head in verbs.CHANGE or (clause.head not in {"feel", "get"} and names_nothing_visible(clause))
