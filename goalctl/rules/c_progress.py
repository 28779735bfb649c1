"""C: what scores and forms say that a person has to answer: a plateau, a target that is reached, nobody who scores.

A hint to look, never a judgement. The words and figures are those of `show` and `caseload`. A plan on hold and a
discharged one give none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from goalctl.analysis.caseload.triage import NEXT_STEP, is_looked_at, was_looked_at
from goalctl.analysis.instruments.falls import falls_to_tell
from goalctl.analysis.instruments.unscored import unscored_fillings
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.analysis.progress.state import ProgressState
from goalctl.model.client_words import own_form
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.people import EACH, stated_judge, those_who_left
from goalctl.rules.entries import placed_entries
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.s_measure import active

LOOKED_AT = timedelta(weeks=6)  # our own, as long as a plateau takes: then the next one may have begun


def _active_states(case: RuleCase) -> Iterator[tuple[Path, ProgressState]]:
    """Every active goal and objective with its state, while treatment goes on."""
    if is_on_hold(case):
        return
    for path, item in active(case):
        yield (*path, "id"), case.item(item.id).progress


def _findings_of(case: RuleCase, state: State) -> Iterator[Finding]:
    for path, progress in _active_states(case):
        if judgement := progress.says(state):
            yield finding_at(f"{progress.item}: {judgement.because}", path)


def plateau(case: RuleCase) -> Iterator[Finding]:
    """Six scores or more that stand still off their target, and no look at it was taken for six weeks."""
    since = case.today - LOOKED_AT
    for path, progress in _active_states(case):
        judgement = progress.says(State.PLATEAU)
        if judgement and not was_looked_at(case.plan, progress.item, since=since):
            yield finding_at(f"{progress.item}: {judgement.because}", path)


def stale(case: RuleCase) -> Iterator[Finding]:
    """A score that is older than one and a half times the interval of its measure."""
    return _findings_of(case, State.STALE)


def open_at_target(case: RuleCase) -> Iterator[Finding]:
    """A goal that is met, still active, and was not looked at since."""
    for path, progress in _active_states(case):
        if progress.state is State.MET and not is_looked_at(case, progress):
            yield finding_at(f"{progress.item}: {progress.because}; {NEXT_STEP}", path)


def judge_without_a_score(case: RuleCase) -> Iterator[Finding]:
    """Of those whose scores decide, somebody who has not scored yet, or is none of the members, or not any more.

    Of who left, where each was to reach it, nothing has to be done: those who stay decide.
    """
    for path, progress in _active_states(case):
        judges, item = case.once(judges_of, progress.item), case.plan.scorables[progress.item]
        left = those_who_left(case.plan) - {stated_judge(case.plan, item)}
        told = judges._replace(gone=tuple(name for name in judges.gone if name not in left))
        for remark in told.remarks:
            yield finding_at(f"{progress.item}: {remark}", path, _whom_to_hear(case, progress.item))


def _whom_to_hear(case: RuleCase, item_id: str) -> str:
    """Whose score to ask for, or that it is to be said whose decide."""
    unheard, item = case.once(judges_of, item_id).unheard, case.plan.scorables[item_id]
    judges = EACH if case.plan.members else CLIENT_RATER
    if unheard:
        may_judge = {CLIENT_RATER, *case.plan.members, *case.plan.guardians}
        heard = (series.rater for series in case.series(item_id) if series.points)
        judges = next((name for name in heard if name in may_judge), "")
    decides = f"say whose scores decide: goalctl set CLIENT {item_id} judged_by={judges}"
    if not unheard:
        return decides
    form = item.measure.form if item.measure else None
    asks = f": goalctl assess CLIENT {form.by(unheard[0])};" if form else f", as {item_id}@{unheard[0]}=6,"
    return f"ask for the score{asks} or {decides}" if judges else f"ask for the score{asks.rstrip(',;')}"


def half_a_form(case: RuleCase) -> Iterator[Finding]:
    """The newest filling of a form that has no total, because too much of it is unanswered."""
    if case.plan.has_ended:
        return
    newest = {(found.entry, found.ref): found for found in unscored_fillings(case) if found.is_newest}
    for path, entry in placed_entries(case):
        for ref in entry.forms:
            if found := newest.get((entry.known_as, own_form(case.plan, ref))):
                yield finding_at(f"{found.in_words}: {found.why}", (*path, "forms", str(ref)), at_key=True)


def alliance_fell(case: RuleCase) -> Iterator[Finding]:
    """The newest score of a form fell since the one before by what the form itself calls worth telling."""
    if case.plan.has_ended:
        return
    falls = {(found.entry, found.ref): found for found in falls_to_tell(case)}
    for path, entry in placed_entries(case):
        for ref in entry.forms:
            if found := falls.get((entry.known_as, own_form(case.plan, ref))):
                yield finding_at(found.in_words, (*path, "forms", str(ref)), at_key=True)


_GOAL = "goals: [{{id: g1, goal: Drinks fewer, status: active, opened: 2026-01-05, smart: {{measurable: {}}}}}]"
_RATED = "{by: rating, baseline: 2, target: 8, since: 2026-01-05}"
_DAYS = ("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23")


def _example_of_scores(*scores: int, more: str = "") -> str:
    entries = ", ".join(f"{{date: {day}, scores: {{g1: {one}}}}}" for day, one in zip(_DAYS, scores, strict=False))
    return f"{{opened: 2026-01-05, {_GOAL.format(_RATED)}, sessions: [{entries}]{more}}}"


def _example_of_a_couple(scores: str) -> str:
    return (
        f"{{members: [anna, ben], opened: 2026-01-05, {_GOAL.format(_RATED)}, "
        f"sessions: [{{date: 2026-02-23, scores: {{{scores}}}}}]}}"
    )


RULES = (
    Rule(
        "C108",
        "a plateau",
        "what has stood still for six weeks rarely moves by waiting",
        plateau,
        Severity.INFO,
        mend="talk it over: another way, a nearer target, a next step; and record it: goalctl review CLIENT ID",
        source="our own definition: six scores over six weeks, off the target, whose line moves less than a tenth of "
        "the way (of ratings, levels and counts less than one), or of which the newest six lie as near to each other",
        bad=_example_of_scores(4, 4, 4, 4, 4, 4, 4),
        good=_example_of_scores(3, 4, 4, 5, 5, 6, 7),
    ),
    Rule(
        "C109",
        "at the target and still open",
        "a goal that is reached wants its next step, or its end",
        open_at_target,
        Severity.INFO,
        mend="reached: goalctl mark CLIENT ID achieved; or why it goes on: goalctl review CLIENT ID",
        source="CTS.03.01.09, results are there to change plans",
        bad=_example_of_scores(5, 6, 8, 8),
        good=_example_of_scores(5, 6, 8, 8, more=", reviews: [{on: 2026-02-02, of: g1, decision: continue}]"),
        verified=False,
    ),
    Rule(
        "C110",
        "somebody decides who has not scored",
        "of a couple or a family, a goal reached by one alone may hide who suffers",
        judge_without_a_score,
        Severity.INFO,
        mend="ask for the score, or say whose scores decide: goalctl set CLIENT ID",
        source="Law & Jacob 2015: each rater's own progress is reported",
        bad=_example_of_a_couple("g1@anna: 5"),
        good=_example_of_a_couple("g1@anna: 5, g1@ben: 4"),
        verified=False,
    ),
    Rule(
        "C111",
        "a form answered in part",
        "without a total it stands in no chart and no change is noticed",
        half_a_form,
        Severity.WARNING,
        mend="ask for the rest and amend it, or fill it in again: goalctl assess CLIENT FORM",
        source="each form's own rule for missing answers",
        bad="sessions: [{date: 2026-02-23, forms: {gad-7: {q1: 3, q2: 3}}}]",
        good="sessions: [{date: 2026-02-23, forms: {gad-7: [3, 3, 1, 1, 0, 0, 1]}}]",
    ),
    Rule(
        "C112",
        "a score that is stale",
        "what nobody has scored for so long, nobody knows",
        stale,
        Severity.INFO,
        mend="score it in the next session; or it rests for now: goalctl mark CLIENT ID on-hold",
        source="one and a half times the measure's own interval, else 28 days; from practice",
        bad=f"{{opened: 2026-01-05, {_GOAL.format(_RATED)}, sessions: [{{date: 2026-02-01, scores: {{g1: 3}}}}]}}",
        good=f"{{opened: 2026-01-05, {_GOAL.format(_RATED)}, sessions: [{{date: 2026-02-02, scores: {{g1: 3}}}}]}}",
        verified=False,
    ),
    Rule(
        "C113",
        "the alliance fell",
        "a client who was less content with the session and is not asked may not come back",
        alliance_fell,
        Severity.WARNING,
        mend="ask what was missing, and write down what came of it; it is told until the form is filled in again",
        source="OpenFIT: a fall of 1 or more on the SRS; the form's own data",
        bad="sessions: [{date: 2026-02-16, forms: {srs: 36.4}}, {date: 2026-02-23, forms: {srs: 35.4}}]",
        good="sessions: [{date: 2026-02-16, forms: {srs: 36.4}}, {date: 2026-02-23, forms: {srs: 35.5}}]",
    ),
)
