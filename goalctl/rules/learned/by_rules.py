"""What the rules of wording find in one sentence of a plan, before it is weighed."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.ranking import stem_of, words_of
from goalctl.model.form import Form
from goalctl.model.goal import Scorable
from goalctl.rules.rule import RuleCase
from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_only_an_absence
from goalctl.rules.wording.behaviour import unseen
from goalctl.rules.wording.clauses import GoalSentence
from goalctl.rules.wording.criterion import comparative
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.joins import two_in_one
from goalctl.rules.wording.numbers import TIMES, has_period, lacks_a_number
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.why_unseen import Unseen

_NOT_ASKED = frozenset(
    map(
        stem_of,
        words(
            """
            about all better could daily day down ease far feel get going great have how less life like make man more
            much nine not other out outcome over people post self seven severity six something state still take talk
            test thing things this through time total twenty use well what
            """
        ),
    )
)
"""Words of forms that say nothing of what they ask about."""

_ABILITIES = words("acceptance awareness coping insight management regulation resilience skills tolerance")
_JOINING = verbs.BEING | words("care do get is")
_AS_GOOD_AS = {
    "being": {stem_of("wellbeing")},
    "anxi": {stem_of(word) for word in ("calm", "calmer", "relaxed", "panic")},
    "depress": {stem_of(word) for word in ("happy", "happier", "cheerful", "joy", "low", "mood")},
}
"""What a form asks about by another word, or its opposite: who is calmer is less anxious."""

_UNSEEN = {
    Unseen.KNOWING: ("S101", "nobody can watch someone '{}'"),
    Unseen.INNER: ("S102", "'{}' is an inner state"),
    Unseen.STATE: ("S104", "it does not say what one will see or hear the client do"),
    Unseen.WAY: ("S105", "'{}' names the way, not where it leads"),
}


def found_by_rules(case: RuleCase, item: Scorable, said: GoalSentence, more: str = "") -> Iterator[tuple[str, str]]:
    """Codes and messages; `more` is what else of the goal may name a period."""
    if (why := unseen(said)) and not is_asked_about(case, item, said, why[1]):
        code, message = _UNSEEN[why[0]]
        yield code, message.format(why[1].strip())
    if not says_how_much(item) and lacks_a_number(said):
        word = comparative(said.text)
        how = "it does not say how much, how often or how long"
        yield ("S103", f"'{word}' compares without a number") if word else ("S109", how)
    if is_only_an_absence(said):
        yield "S106", "it says what will not be done"
    if times := _times_without_a_period(item, f"{said.text}. {more}"):
        yield "S107", f"'{times}' names no period"
    if parts := two_in_one(said):
        yield "S110", f"'{parts[0]}' and '{parts[1]}' can be reached apart"


def says_how_much(item: Scorable) -> bool:
    """Whether its measure names a number, or has levels, or is done once."""
    measure = item.measure
    is_told = measure is not None and (measure.baseline is not None or measure.target is not None)
    return is_told or (measure is not None and measure.kind in {"levels", "done"})


def is_asked_about(case: RuleCase, item: Scorable, said: GoalSentence, found: str) -> bool:
    """Whether a published form asks about just this, as the PHQ-9 about mood: its items say what one would see.

    Of an ability it has to ask itself, and of what a phrase says: terms with a death are no thoughts of death.
    """
    first, *others = found.split()
    told = found if found in _ABILITIES or (others and first not in _JOINING) else said.text
    measure = item.measure
    form = form_of(case.forms, measure.form) if measure and measure.form else None
    return form is not None and bool(_stems(told) & (_asked_about(form) - _NOT_ASKED))


def _asked_about(form: Form) -> set[str]:
    asked = _stems(" ".join((form.name, form.about or "", *form.tags, *(item.ask for item in form.items))))
    return asked.union(*(others for stem, others in _AS_GOOD_AS.items() if stem in asked))


def _stems(text: str) -> set[str]:
    return {stem_of(form) for word in words_of(text) for form in bases(word)}


def _times_without_a_period(item: Scorable, text: str) -> str:
    """So many times, but per what."""
    is_stated = item.measure and (item.measure.per or item.measure.kind != "count")
    return "" if is_stated or has_period(text) else TIMES.find(text).strip()
