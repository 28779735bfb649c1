"""S: the language of goals and objectives that are drafted, active or in reserve.

Hints, never verdicts. A rule here is a warning only where it is right in at least four of five statements of the
labelled ones in the tests.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.goal import Goal, Scorable
from goalctl.model.walk import placed_scorables
from goalctl.rules import wording
from goalctl.rules.rule import Rule, RuleCase, finding_at


def _wordings(case: RuleCase) -> Iterator[tuple[Path, Scorable, str]]:
    """What is still to be done, with the place of its wording and the wording with its specific part."""
    for path, item in placed_scorables(case.plan):
        if not item.status.is_closed:
            specific = item.smart.specific if isinstance(item, Goal) else None
            place: Path = (*path, "goal" if isinstance(item, Goal) else "objective")
            yield place, item, f"{item.wording}. {specific}" if specific else item.wording


def _says_how_much(item: Scorable, text: str) -> bool:
    return item.measure is not None or wording.has_number(text)


def unwatchable_verbs(case: RuleCase) -> Iterator[Finding]:
    """A verb for what goes on in the mind, where no number or measure says how it will show."""
    for path, item, text in _wordings(case):
        words = wording.unwatchable(item.wording)
        if words and not _says_how_much(item, text):
            yield finding_at(f"nobody can watch someone '{words}'", path)


def inner_states(case: RuleCase) -> Iterator[Finding]:
    """A feeling or a belief as the goal itself, where no number or measure says how it will show."""
    for path, item, text in _wordings(case):
        words = wording.inner(item.wording)
        if words and not wording.unwatchable(item.wording) and not _says_how_much(item, text):
            yield finding_at(f"'{words}' is an inner state", path)


def bare_comparatives(case: RuleCase) -> Iterator[Finding]:
    """More or less of something, without a number."""
    for path, item, text in _wordings(case):
        word = wording.comparative(item.wording)
        if word and not _says_how_much(item, text):
            yield finding_at(f"'{word}' compares without a number", path)


def nothing_to_see(case: RuleCase) -> Iterator[Finding]:
    """No verb for something that can be seen or heard, no number, no measure; where no other rule says so already."""
    for path, item, text in _wordings(case):
        if not _says_how_much(item, text) and not wording.is_observable(text) and not _is_named(item.wording):
            yield finding_at("it does not say what one will see or hear the client do", path)


def _is_named(text: str) -> bool:
    """Whether another rule has a word for what is wrong here."""
    others = (wording.unwatchable, wording.inner, wording.comparative, wording.soft)
    return wording.is_avoiding(text) or wording.is_up_to_others(text) or any(words(text) for words in others)


def soft_verbs(case: RuleCase) -> Iterator[Finding]:
    """A verb for the way, such as explore, where the goal should say where it leads."""
    for path, item, text in _wordings(case):
        words = wording.soft(item.wording)
        if words and not _says_how_much(item, text):
            yield finding_at(f"'{words}' names the way, not where it leads", path)


def avoidance(case: RuleCase) -> Iterator[Finding]:
    """A goal that says what will not be done."""
    for path, item, text in _wordings(case):
        if wording.is_avoiding(item.wording) and not wording.is_observable(text.partition(". ")[2]):
            yield finding_at("it says what will not be done", path)


def times_without_a_period(case: RuleCase) -> Iterator[Finding]:
    """So many times, but per what."""
    for path, item, text in _wordings(case):
        lower = text.lower()
        match = wording.TIMES.search(lower)
        stated = item.measure and (item.measure.per or item.measure.kind != "count")
        if match and not stated and not wording.PERIOD.search(lower):
            yield finding_at(f"'{match[0]}' names no period", path)


def up_to_others(case: RuleCase) -> Iterator[Finding]:
    """A goal that someone else would have to reach."""
    for path, item, _ in _wordings(case):
        if wording.is_up_to_others(item.wording):
            yield finding_at("it depends on what another person does", path)


RULES = (
    Rule(
        "S101",
        "a verb that nobody can watch",
        "to know or to understand can't be seen, so nobody can tell whether it has happened",
        unwatchable_verbs,
        Severity.WARNING,
        mend="say what the client will do that shows it, or add a number or a measure",
        source="lists of words to avoid in objectives: US Geological Survey; Mager, Preparing Instructional Objectives",
        bad="goals: [{id: g1, goal: Understand where his anger comes from}]",
        good="goals: [{id: g1, goal: Names three signs of rising anger to his wife}]",
    ),
    Rule(
        "S102",
        "an inner state as the goal",
        "a feeling has no edge: it helps to say what someone who feels so does, or to rate it",
        inner_states,
        Severity.WARNING,
        mend="say what the client will do then, or rate it: measurable: {by: rating, baseline: 3, target: 7}",
        source="lists of verbs by Davenport University, Green River College and the Victorian Department of Health",
        bad="goals: [{id: g1, goal: Feel confident among strangers}]",
        good="goals: [{id: g1, goal: Feel confident among strangers, smart: {measurable: {by: rating}}}]",
    ),
    Rule(
        "S103",
        "more or less, without a number",
        "without a number any change will do, and none is enough",
        bare_comparatives,
        Severity.WARNING,
        mend="say how much, how often, or from where to where",
        source="advice on progress notes and the goal criteria of KoNote",
        bad="goals: [{id: g1, goal: Reduce arguments at home}]",
        good="goals: [{id: g1, goal: Reduce arguments at home from five to two a week}]",
    ),
    Rule(
        "S104",
        "nothing to see or hear",
        "a goal is met when something can be seen or heard that was not there before",
        nothing_to_see,
        Severity.WARNING,
        mend="begin with what the client does: walks, calls, writes, asks …",
        source="lists of observable verbs: Counselor Magazine; US Geological Survey",
        bad="goals: [{id: g1, goal: Healthy self-esteem}]",
        good="goals: [{id: g1, goal: Writes down one thing that went well each evening}]",
    ),
    Rule(
        "S105",
        "the way instead of the goal",
        "to explore or to discuss is what happens in the hour; the goal is what is different afterwards",
        soft_verbs,
        Severity.INFO,
        mend="keep it as an intervention, and let the goal say what will be different",
        source="lists of verbs by Green River College and the Victorian Department of Health",
        bad="goals: [{id: g1, goal: Explore the grief about his father}]",
        good="goals: [{id: g1, goal: Visits his father's grave and tells his sister about it}]",
    ),
    Rule(
        "S106",
        "a goal that avoids",
        "goals of avoiding went with less change in symptoms (n = 657), though as many were reached",
        avoidance,
        Severity.INFO,
        mend="say what the client will do instead",
        source="Wollburg & Braukhaus 2010; the dead man's test of behaviour analysis",
        bad="goals: [{id: g1, goal: Stop shouting at the children}]",
        good="goals: [{id: g1, goal: Asks the children in a calm voice}]",
    ),
    Rule(
        "S107",
        "so many times, but per what",
        "three times a day and three times a year are different goals",
        times_without_a_period,
        Severity.WARNING,
        mend="add the period: three times a week",
        source="Bovend'Eerdt 2009; 34 CFR 300.320",
        bad="goals: [{id: g1, goal: Goes swimming three times}]",
        good="goals: [{id: g1, goal: Goes swimming three times a week}]",
    ),
    Rule(
        "S108",
        "up to somebody else",
        "a client can only reach what is in the client's own hands",
        up_to_others,
        Severity.WARNING,
        mend="say what the client will do: asks, tells, invites, leaves",
        source="the attainable part of SMART; Mager's conditions",
        bad="goals: [{id: g1, goal: My husband will listen to me at supper}]",
        good="goals: [{id: g1, goal: Asks her husband for ten minutes of talk after supper}]",
    ),
)
