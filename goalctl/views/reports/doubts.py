"""What in a document for others is false, contradictory or without support in the record, and what it lacks.

Each is told before the document leaves; no words are proposed for what is not there. The figures are this program's own
unless a rule of an audit profile has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalctl.analysis.due.exit_forms import exit_forms
from goalctl.analysis.figures import counted
from goalctl.analysis.history.end_doubt import end_doubt
from goalctl.analysis.progress.doubted_baselines import doubted_baselines
from goalctl.analysis.progress.state import is_met
from goalctl.model.goal import Scorable, Status
from goalctl.model.next_steps import still_possible
from goalctl.model.people import NOT_AGREED, those_who_left
from goalctl.model.plan import Decision, Discharge, Outcome
from goalctl.views.reports.asked import OLD_AFTER, age_of, newest_necessity
from goalctl.views.reports.doubt import Doubt, DoubtKind, set_hint
from goalctl.views.reports.head import agreement_words, newest_of_each
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.review import decided
from goalctl.views.reports.sessions import treated_in
from goalctl.views.reports.unanswered import SETS, unanswered
from goalctl.views.words.forms import forms_beside_goals
from goalctl.views.words.onward import goals_in_need, got_worse, is_form_unanswered, is_unanswered
from goalctl.views.words.phase import Phase, phase_of
from goalctl.views.words.used import is_claimed_but_unused

Found = Iterator[Doubt]


def doubts_of(scope: Scope, report: str) -> tuple[Doubt, ...]:
    """The doubts about that report (`progress`), the gravest first; none for a page that no one acts on."""
    looks = _LOOKS.get(report, ())
    found = [doubt._replace(hint=still_possible(doubt.hint, scope.plan)) for look in looks for doubt in look(scope)]
    return tuple(sorted(dict.fromkeys(found), key=lambda doubt: list(DoubtKind).index(doubt.kind)))


def _diagnosis(scope: Scope) -> Found:
    if not scope.plan.diagnoses:
        yield Doubt(DoubtKind.MISSING, "no diagnosis", _set(scope, SETS["Diagnosis"]))


def _facts(scope: Scope) -> Found:
    plan = scope.plan
    for key, name in (("functioning", "level of functioning"), ("discharge_criteria", "criteria for discharge")):
        if not getattr(plan, key):
            yield Doubt(DoubtKind.MISSING, f"no {name}", _set(scope, f'plan {key}="…"'))
    if not plan.services:
        lacking = "no service with its amount, frequency and duration"
        yield Doubt(DoubtKind.MISSING, lacking, _set(scope, SETS["What is asked for"]))


def _necessity(scope: Scope) -> Found:
    if newest_necessity(scope) is None:
        hint = f'goalctl review {scope.plan.client} --necessity "…"'
        yield Doubt(DoubtKind.MISSING, "no review says why treatment is needed", hint)


def _old_necessity(scope: Scope) -> Found:
    newest = newest_necessity(scope)
    if newest and (age := age_of(scope, newest)) > OLD_AFTER:
        hint = f'goalctl review {scope.plan.client} --necessity "…"'
        yield Doubt(DoubtKind.OLD, f"why treatment is needed was last said on {newest.on}, {age.days} days ago", hint)


def _review(scope: Scope) -> Found:
    if (day := scope.case.next_review) and day < scope.end:
        hint = f"goalctl review {scope.plan.client}"
        yield Doubt(DoubtKind.OLD, f"the review of the plan was due on {day}, and none is on record since", hint)


def _agreement(scope: Scope) -> Found:
    """Of those who are there: who left is asked for nothing any more, nor does their word stand for the others'."""
    outdated, client, left = scope.case.outdated_agreement, scope.plan.client, those_who_left(scope.plan)
    for refused in newest_of_each(scope.plan):
        if refused.how in NOT_AGREED and refused.who.casefold() not in left:
            yield Doubt(DoubtKind.MISSING, f"{refused.who} {agreement_words(refused)}", f"goalctl agree {client}")
    if all(one.how in NOT_AGREED for one in scope.plan.agreements if one.who.casefold() not in left):
        yield Doubt(DoubtKind.MISSING, "nobody has agreed to the plan", f"goalctl agree {client}")
    elif outdated:
        given = outdated.agreement
        did = "did not agree" if given.how in NOT_AGREED else "agreed"
        yield Doubt(
            DoubtKind.OLD,
            f"what {given.who} {did} to on {given.on} has changed: {outdated.why}",
            f"goalctl agree {client}",
        )


def _no_goal(scope: Scope) -> Found:
    if not any(goal.status.is_settled for goal in scope.plan.goals):
        yield Doubt(DoubtKind.MISSING, "no goal is agreed on", f"goalctl add-goal {scope.plan.client}")


def _goals(scope: Scope) -> Found:
    """What a goal or step that is worked on lacks, and what was scored of it in the stretch."""
    for item in scope.plan.active_items:
        if phase_of(scope.case, item) is Phase.ACTIVE:
            yield from _parts_of(scope, item)


def _parts_of(scope: Scope, item: Scorable) -> Found:
    measure = item.measure
    if measure is None:
        yield Doubt(DoubtKind.MISSING, f"{item.id} has no measure", _set(scope, f"{item.id} …"))
    elif measure.baseline is None and measure.kind != "done":
        yield Doubt(DoubtKind.MISSING, f"{item.id} has no baseline", _set(scope, f"{item.id} baseline=…"))
    if item.deadline is None:
        yield Doubt(DoubtKind.MISSING, f"{item.id} has no target date", _set(scope, f"{item.id} deadline=…"))
    elif item.deadline < scope.end and not scope.case.once(is_met, item.id):
        hint = f"goalctl extend {scope.plan.client} {item.id} … --because …"
        yield Doubt(DoubtKind.OLD, f"the target date of {item.id} was {item.deadline}, and it is still worked on", hint)
    if measure:
        yield from _unscored(scope, item)


def _unscored(scope: Scope, item: Scorable) -> Found:
    days = [point.day for series in scope.case.series(item.id) for point in series.points]
    if not any(scope.holds(day) for day in days):
        last = f"; the last is of {max(days)}" if days else ""
        yield Doubt(DoubtKind.NO_SUPPORT, f"{item.id} has no score in this period{last}")


def _closed(scope: Scope) -> Found:
    """What is called achieved although its scores do not say so, and what a review closed and the plan did not."""
    for item in scope.plan.scorables.values():
        if item.status is Status.ACHIEVED:
            yield from _unsupported(scope, item)
        elif phase_of(scope.case, item) is Phase.ACTIVE:
            yield from _closed_in_a_review(scope, item)


def _unsupported(scope: Scope, item: Scorable) -> Found:
    series = scope.case.current(item.id)
    if series is None or series.target is None:
        return
    newest = series.newest_in_treatment
    if newest is None:
        yield Doubt(DoubtKind.NO_SUPPORT, f"{item.id} is called achieved and was never scored")
    elif not series.is_at_target(newest.value):
        day = newest.day
        yield Doubt(
            DoubtKind.CONTRADICTORY, f"{item.id} is called achieved; its newest score, of {day}, is not at its target"
        )


def _closed_in_a_review(scope: Scope, item: Scorable) -> Found:
    looks = [review for review in scope.plan.reviews if review.of == item.id]
    newest = max(looks, key=lambda review: review.on, default=None)
    if newest and newest.decision is Decision.ACHIEVED:
        hint = f"goalctl mark {scope.plan.client} {item.id} achieved"
        yield Doubt(
            DoubtKind.CONTRADICTORY, f"the review of {newest.on} calls {item.id} achieved, the plan active", hint
        )


def _undecided(scope: Scope) -> Found:
    """Goals about which the review of the sheet's day says nothing: lines to fill in by hand."""
    open_ = [goal.id for goal in scope.plan.active_goals if decided(scope, goal) is None]
    if open_:
        hint = f"goalctl review {scope.plan.client}"
        yield Doubt(DoubtKind.MISSING, f"no decision of {scope.end} is on record about {', '.join(open_)}", hint)


def _worse(scope: Scope) -> Found:
    """Who got worse in treatment while nothing of the plan was changed."""
    case = scope.in_treatment.case
    for item in goals_in_need(case):
        if got_worse(case, item.id) and is_unanswered(case, item.id):
            yield Doubt(DoubtKind.NO_SUPPORT, f"{item.id} got worse and no change of the plan is on record since")
    for found in forms_beside_goals(case):
        if is_form_unanswered(case, found):
            yield Doubt(
                DoubtKind.NO_SUPPORT, f"{found.series.item} got worse and no change of the plan is on record since"
            )


def _interventions(scope: Scope) -> Found:
    entries = treated_in(scope)
    for item_id, found in scope.plan.interventions():
        if is_claimed_but_unused(scope.case, item_id, found, entries):
            yield Doubt(
                DoubtKind.NO_SUPPORT, f"{item_id} is planned, and no session of this period says that it was used"
            )


def _responses(scope: Scope) -> Found:
    held = [entry for entry in treated_in(scope) if entry.kind.is_sitting]
    silent = [entry for entry in held if not entry.response]
    if silent:
        all_of = f"{len(silent)} of {counted(len(held), 'session')}"
        yield Doubt(DoubtKind.MISSING, f"nothing is said of the response to treatment in {all_of}")
    if unsigned := scope.case.unsigned:
        number = counted(len(unsigned), "entry", "entries")
        said = f"not signed: {number}, the first of {min(entry.date for entry in unsigned)}"
        yield Doubt(DoubtKind.MISSING, said, f"goalctl sign {scope.plan.client}")


def _risk(scope: Scope) -> Found:
    if scope.case.risk.needs_act and not scope.risk_in_full:
        yield Doubt(DoubtKind.CONTRADICTORY, "risk needs an act today, which the line about risk does not say")


def _clinician(scope: Scope) -> Found:
    who = scope.case.clinician
    known = scope.settings.clinicians.get(who) if who else None
    if known is None or not known.credential:
        yield Doubt(DoubtKind.MISSING, f"no credential of {who or 'the clinician'} in goalctl.yaml")


def _baselines(scope: Scope) -> Found:
    """Two first scores of one form: the stated one and the one on record."""
    for found in scope.case.once(doubted_baselines):
        yield Doubt(DoubtKind.CONTRADICTORY, found.because)


def _end(scope: Scope) -> Found:
    """A discharge that the plan's status speaks against."""
    if doubt := end_doubt(scope.plan, today=scope.end):
        yield Doubt(DoubtKind.CONTRADICTORY, doubt.words, f"goalctl discharge {scope.plan.client}")


def _ending(scope: Scope) -> Found:
    """Goals that were left open, and what the summary says nothing of."""
    ending = scope.plan.discharge
    if ending is None:
        return
    for goal in scope.plan.goals:
        if phase_of(scope.case, goal) is Phase.LEFT_OPEN and goal.id not in ending.outcomes:
            yield Doubt(DoubtKind.CONTRADICTORY, f"{goal.id} is still active although treatment ended on {ending.on}")
    if not ending.aftercare:
        yield Doubt(DoubtKind.MISSING, "nothing is said of aftercare")
    yield from _outcomes(scope, ending)
    yield from _exit_measures(scope, ending)


def _outcomes(scope: Scope, ending: Discharge) -> Found:
    """Outcomes that the newest score of the treatment contradicts; `_closed` tells of a goal that is closed as that."""
    for goal_id, outcome in ending.outcomes.items():
        goal = scope.plan.scorables.get(goal_id)
        series = scope.case.current(goal_id) if goal and goal.status is not Status.ACHIEVED else None
        if outcome is not Outcome.ACHIEVED or series is None or series.target is None:
            continue
        last = series.newest_in_treatment
        if last is None or not series.is_at_target(last.value):
            yield Doubt(DoubtKind.CONTRADICTORY, f"{goal_id} ended as achieved; no newest score at its target says so")


def _exit_measures(scope: Scope, ending: Discharge) -> Found:
    """The forms that were watched during treatment and not filled in near its end."""
    for found in exit_forms(scope.case, ending.on):
        yield Doubt(DoubtKind.MISSING, found.in_words(ending.on))


def _set(scope: Scope, words: str) -> str:
    return set_hint(scope.plan.client, words)


_OF_THE_GOALS = (_end, _review, _agreement, _goals, _baselines, _closed, _clinician)
_OF_A_PLAN = (_diagnosis, _facts, _no_goal, *_OF_THE_GOALS)
_LOOKS: dict[str, tuple[Callable[[Scope], Found], ...]] = {
    "plan": _OF_A_PLAN,
    "progress": (*_OF_A_PLAN, _necessity, _old_necessity, _worse, _interventions, _responses, _risk),
    "review": (_end, _no_goal, _goals, _baselines, _closed, _worse, _undecided),
    "ur": (unanswered, *_OF_THE_GOALS, _old_necessity, _worse, _interventions, _risk),
    "discharge": (_end, _diagnosis, _baselines, _closed, _interventions, _responses, _risk, _clinician, _ending),
    "transfer": (
        _end,
        _diagnosis,
        _goals,
        _baselines,
        _interventions,
        _responses,
        _clinician,
    ),  # it tells risk in full, always
}
CHECKED = tuple(_LOOKS)
