"""S: the language of goals and objectives that are drafted, active or in reserve.

Hints, never verdicts. What the client does that can be seen, and by what number it is reached, are judged apart: a
measure excuses a missing number, never a missing behaviour. On a draft everything is told as a mere remark.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.ranking import stem_of, words_of
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.form import Form
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.walk import placed_scorables
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_only_an_absence
from goalctl.rules.wording.behaviour import unseen
from goalctl.rules.wording.clauses import GoalSentence, statement
from goalctl.rules.wording.criterion import comparative
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.joins import two_in_one
from goalctl.rules.wording.numbers import TIMES, has_period, lacks_a_number
from goalctl.rules.wording.others import up_to_others
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


def _wordings(case: RuleCase) -> Iterator[tuple[Path, Scorable, GoalSentence, GoalSentence | None]]:
    """What is still to be done: the place of its wording, the wording, and the specific part where there is one."""
    for path, item in placed_scorables(case.plan):
        if not item.status.is_closed:
            specific = item.smart.specific if isinstance(item, Goal) else None
            place: Path = (*path, "goal" if isinstance(item, Goal) else "objective")
            yield place, item, statement(item.wording), statement(specific) if specific else None


def _told(case: RuleCase, message: str, path: Path, *, mildly: bool = False) -> Finding:
    """The finding, as a mere remark where it is about a draft, of a goal or of a step, or about a step of one."""
    items = [item for place, item in placed_scorables(case.plan) if path[: len(place)] == place]
    mildly |= any(item.status is Status.DRAFT for item in items)
    return finding_at(message, path, mildly=mildly)


def _unseen(case: RuleCase, wanted: Unseen, message: str) -> Iterator[Finding]:
    """Wordings that nobody can see happen, for that reason; a measure beside them makes it a remark."""
    for path, item, said, specific in _wordings(case):
        found = unseen(said)
        if (
            not found
            or found[0] is not wanted
            or (specific and not unseen(specific))
            or _is_asked(case, item, said, found[1])
        ):
            continue
        yield _told(case, message.format(found[1]), path, mildly=item.measure is not None)


def _is_asked(case: RuleCase, item: Scorable, said: GoalSentence, found: str) -> bool:
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


def unwatchable_verbs(case: RuleCase) -> Iterator[Finding]:
    """A verb for what goes on in the mind."""
    return _unseen(case, Unseen.KNOWING, "nobody can watch someone '{}'")


def inner_states(case: RuleCase) -> Iterator[Finding]:
    """A feeling, a belief or a trait as the goal itself."""
    return _unseen(case, Unseen.INNER, "'{}' is an inner state")


def nothing_to_see(case: RuleCase) -> Iterator[Finding]:
    """No word for something that can be seen or heard."""
    return _unseen(case, Unseen.STATE, "it does not say what one will see or hear the client do")


def soft_verbs(case: RuleCase) -> Iterator[Finding]:
    """A verb for the way, such as explore, where the goal should say where it leads."""
    return _unseen(case, Unseen.WAY, "'{}' names the way, not where it leads")


def _says_how_much(item: Scorable) -> bool:
    """Whether its measure names a number, or has levels, or is done once."""
    measure = item.measure
    is_told = measure is not None and (measure.baseline is not None or measure.target is not None)
    return is_told or (measure is not None and measure.kind in {"levels", "done"})


def _without_number(case: RuleCase) -> Iterator[tuple[Path, str]]:
    """What comes in degrees or again and again, with no number; and the word in it that compares, if any."""
    for path, item, said, specific in _wordings(case):
        if not _says_how_much(item) and lacks_a_number(said) and not (specific and not lacks_a_number(specific)):
            yield path, comparative(said.text)


def bare_comparatives(case: RuleCase) -> Iterator[Finding]:
    """More or less of something, without a number."""
    for path, word in _without_number(case):
        if word:
            yield _told(case, f"'{word}' compares without a number", path)


def no_number(case: RuleCase) -> Iterator[Finding]:
    """Nothing says how much or how often, of what is neither done once nor given up."""
    for path, word in _without_number(case):
        if not word:
            yield _told(case, "it does not say how much, how often or how long", path)


def avoidance(case: RuleCase) -> Iterator[Finding]:
    """A goal that says what will not be done."""
    for path, _, said, specific in _wordings(case):
        if is_only_an_absence(said) and not (specific and not is_only_an_absence(specific)):
            yield _told(case, "it says what will not be done", path)


def times_without_a_period(case: RuleCase) -> Iterator[Finding]:
    """So many times, but per what."""
    for path, item, said, specific in _wordings(case):
        text = f"{said.text}. {specific.text}" if specific else said.text
        times = TIMES.find(text)
        stated = item.measure and (item.measure.per or item.measure.kind != "count")
        if times and not stated and not has_period(text):
            yield _told(case, f"'{times}' names no period", path)


def up_to_somebody_else(case: RuleCase) -> Iterator[Finding]:
    """A goal that someone else would have to reach."""
    for path, _, said, _ in _wordings(case):
        if up_to_others(said):
            yield _told(case, "it depends on what another person does", path)


def two_goals_in_one(case: RuleCase) -> Iterator[Finding]:
    """Two things that can be reached apart."""
    for path, _, said, specific in _wordings(case):
        if (found := two_in_one(said)) and not (specific and not two_in_one(specific)):
            yield _told(case, f"'{found[0]}' and '{found[1]}' can be reached apart", path)


RULES = (
    Rule(
        "S101",
        "a verb that nobody can watch",
        "to know or to understand can't be seen, so nobody can tell whether it has happened",
        unwatchable_verbs,
        Severity.WARNING,
        mend="say what the client will do that shows it",
        source="lists of words to avoid in objectives: US Geological Survey; Mager, Preparing Instructional Objectives",
        bad="goals: [{id: g1, status: active, goal: Understand where his anger comes from}]",
        good="goals: [{id: g1, status: active, goal: Names three signs of rising anger to his wife}]",
    ),
    Rule(
        "S102",
        "an inner state as the goal",
        "a feeling has no edge: it helps to say what someone who feels so does",
        inner_states,
        Severity.WARNING,
        mend="say what the client will do then; a rating or a form beside it says how far",
        source="lists of verbs by Davenport University, Green River College and the Victorian Department of Health",
        bad="goals: [{id: g1, status: active, goal: Feel confident among strangers}]",
        good="goals: [{id: g1, status: active, goal: Speaks to one stranger a day}]",
    ),
    Rule(
        "S103",
        "more or less, without a number",
        "without a number any change will do, and none is enough",
        bare_comparatives,
        Severity.WARNING,
        mend="say how much, how often, or from where to where",
        source="advice on progress notes and the goal criteria of KoNote",
        bad="goals: [{id: g1, status: active, goal: Reduce arguments at home}]",
        good="goals: [{id: g1, status: active, goal: Reduce arguments at home from five to two a week}]",
    ),
    Rule(
        "S104",
        "nothing to see or hear",
        "a goal is met when something can be seen or heard that was not there before",
        nothing_to_see,
        Severity.WARNING,
        mend="begin with what the client does: walks, calls, writes, asks …",
        source="lists of observable verbs: Counselor Magazine; US Geological Survey",
        bad="goals: [{id: g1, status: active, goal: Healthy self-esteem}]",
        good="goals: [{id: g1, status: active, goal: Writes down one thing that went well each evening}]",
    ),
    Rule(
        "S105",
        "the way instead of the goal",
        "to explore or to discuss is what happens in the hour; the goal is what is different afterwards",
        soft_verbs,
        Severity.INFO,
        mend="keep it as an intervention, and let the goal say what will be different",
        source="lists of verbs by Green River College and the Victorian Department of Health",
        bad="goals: [{id: g1, status: active, goal: Explore the grief about his father}]",
        good="goals: [{id: g1, status: active, goal: Visits his father's grave and tells his sister about it}]",
    ),
    Rule(
        "S106",
        "a goal that avoids",
        "goals of avoiding went with less change in symptoms (n = 657), though as many were reached",
        avoidance,
        Severity.INFO,
        mend="say what the client will do instead",
        source="Wollburg & Braukhaus 2010; the dead man's test of behaviour analysis",
        bad="goals: [{id: g1, status: active, goal: Stop shouting at the children}]",
        good="goals: [{id: g1, status: active, goal: Asks the children in a calm voice}]",
    ),
    Rule(
        "S107",
        "so many times, but per what",
        "three times a day and three times a year are different goals",
        times_without_a_period,
        Severity.WARNING,
        mend="add the period: three times a week",
        source="Bovend'Eerdt 2009; 34 CFR 300.320",
        bad="goals: [{id: g1, status: active, goal: Goes swimming three times}]",
        good="goals: [{id: g1, status: active, goal: Goes swimming three times a week}]",
    ),
    Rule(
        "S108",
        "up to somebody else",
        "a client can only reach what is in the client's own hands",
        up_to_somebody_else,
        Severity.WARNING,
        mend="say what the client will do: asks, tells, invites, leaves",
        source="the attainable part of SMART; Mager's conditions",
        bad="goals: [{id: g1, status: active, goal: My husband will listen to me at supper}]",
        good="goals: [{id: g1, status: active, goal: Asks her husband for ten minutes of talk after supper}]",
    ),
    Rule(
        "S109",
        "no word on how much or how often",
        "what is done again and again is never done, unless a number says when it is enough",
        no_number,
        Severity.WARNING,
        mend="say how often, how much or how long: twice a week, for ten minutes; or add a measure",
        source="Bovend'Eerdt 2009, quantity and time; Mager's criterion",
        bad="goals: [{id: g1, status: active, goal: Writes in his journal regularly}]",
        good="goals: [{id: g1, status: active, goal: Writes in his journal on three evenings a week}]",
    ),
    Rule(
        "S110",
        "two goals in one",
        "of two things one may be reached and the other not, and then nobody knows what to score",
        two_goals_in_one,
        Severity.INFO,
        mend="make two of it, or make one an objective: goalctl add-goal CLIENT",
        source="goal attainment scaling, one variable a scale: Kiresuk & Sherman 1968; Bovend'Eerdt 2009",
        bad="goals: [{id: g1, status: active, goal: Walks daily and looks for a job}]",
        good="goals: [{id: g1, status: active, goal: Walks to the job centre and back twice a week}]",
    ),
)
