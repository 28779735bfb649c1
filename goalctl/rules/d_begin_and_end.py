"""D: where treatment begins, rests and ends: baselines beside the record, a rest or an end that does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.history.cut import dated_lists, own_day
from goalctl.analysis.history.end_doubt import end_doubt
from goalctl.analysis.progress.doubted_baselines import doubted_baselines
from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.plan import Lifecycle
from goalctl.model.session import Session
from goalctl.model.walk import measure_path, placed_scorables
from goalctl.rules.rule import PlanSeen, Rule, RuleCase, finding_at


def baseline_beside_the_record(case: RuleCase) -> Iterator[Finding]:
    """A stated baseline of a form that the fillings, or the opening of the plan, speak against."""
    doubted = {found.item: found.because for found in case.once(doubted_baselines)}
    for path, item in placed_scorables(case.plan):
        if item.id in doubted:
            yield finding_at(doubted[item.id], (*path, *measure_path(item), "baseline"))


def end_that_does_not_hold(case: RuleCase) -> Iterator[Finding]:
    """A discharge of a day to come, one of a plan that goes on, and a plan that has ended nobody knows when.

    So it is with an earlier episode that goes on beside a later one: what is due, scored or signed stands in either.
    """
    if doubt := end_doubt(case.plan, today=case.today):
        said = "its day under discharge:" if case.plan.discharge is None else "another day"
        hint = f"say {said}, or status: active: goalctl edit CLIENT" if case.plan.has_ended else ""
        yield finding_at(doubt.words, doubt.path, hint)
    for episode in case.earlier:
        if not (episode.has_ended or case.plan.has_ended):
            hint = f"goalctl discharge {episode.client}; or take previous: out of {case.name}, if it is somebody else's"
            yield finding_at(f"{episode.client}, an earlier episode, goes on beside this one", ("previous",), hint)


def closed_and_going_on(case: RuleCase) -> Iterator[Finding]:
    """A day of closing on a goal or step that is not closed."""
    for path, item in placed_scorables(case.plan):
        if item.closed and not item.status.is_closed:
            yield finding_at(f"{item.id} was closed on {item.closed}, and is {item.status}", (*path, "closed"))


def rest_that_does_not_hold(case: RuleCase) -> Iterator[Finding]:
    """A plan on hold whose rests are over, or that says of none when it began; a plan that goes on while one lasts."""
    plan, is_resting = case.plan, is_on_hold(case)
    if plan.status is Lifecycle.ON_HOLD and not plan.holds:
        hint = "add holds: [{from: …}]; or treatment goes on: goalctl resume CLIENT"
        yield finding_at("the plan is on hold, and no hold says since when", ("status",), hint)
    elif plan.status is Lifecycle.ON_HOLD and not is_resting:
        yield finding_at("the plan is on hold, and no hold lasts today", ("status",))
    elif plan.status is Lifecycle.ACTIVE and is_resting:
        hint = "say under holds: until when it lasted, or that the status is on-hold: goalctl edit CLIENT"
        yield finding_at("treatment rests today, and the plan is active", ("client",), hint)


def of_a_day_to_come(case: RuleCase) -> Iterator[Finding]:
    """What can't have been yet: no page has it before its day. A rest may be agreed on ahead; an end is D113's."""
    for place, day in _days_lived(case):
        if day > case.today:
            hint = _MEND_ENTRY if place[0] == "sessions" and place[2:] == ("date",) else ""
            yield finding_at(f"{day} is still to come: until then this is left out", place, hint)


def _days_lived(case: RuleCase) -> Iterator[tuple[Path, date]]:
    """Every day of something that has happened, with its place."""
    for section, key in dated_lists().items():
        for n, record in enumerate(() if section in _PLANNED else getattr(case.plan, section)):
            if isinstance(record, Session):
                yield from (((section, n, *place), day) for place, day in _days_of_entry(record))
            elif day := own_day(record):
                yield (section, n, key), day


def _days_of_entry(entry: Session) -> Iterator[tuple[Path, date]]:
    """Its own day unless it is void, then those of what was added to it."""
    if entry.void:
        yield ("void", "on"), entry.void.on
    else:
        yield ("date",), entry.current.date
    yield from ((("amended", n, "on"), one.on) for n, one in enumerate(entry.amended))
    yield from ((("signed", n, "on"), one.on) for n, one in enumerate(entry.signed))


def _mood(since: str, *sessions: str) -> str:
    entries = ", ".join(f"{{date: {day}, forms: {{phq-9: {{total: {total}, q9: 0}}}}}}" for day, total in
                        (session.split() for session in sessions))  # fmt: skip
    return (
        "{opened: 2026-01-12, goals: [{id: g1, goal: Mood, status: active, opened: 2026-01-12, smart: {measurable: "
        f"{{by: phq-9, baseline: 18, target: 9, since: {since}}}}}}}], sessions: [{entries}]}}"
    )


_MEND_ENTRY = "correct the day: goalctl amend CLIENT SESSION"
_PLANNED = frozenset({"holds", "discharge"})
RULES = (
    Rule(
        "D112",
        "a baseline beside the record",
        "two first scores of one form give two changes, and only one of them can be told",
        baseline_beside_the_record,
        Severity.WARNING,
        mend="state what the form said, or leave the baseline out: then the first score serves; goalctl set CLIENT ID",
        source="our own: the form as it was filled in is the record",
        bad=_mood("2026-01-19", "2026-01-19 10"),
        good=_mood("2026-01-19", "2026-01-19 18"),
        verified=False,
        sees=PlanSeen.OF_THE_FILE,
    ),
    Rule(
        "D113",
        "an end that does not hold",
        "one page calls the treatment ended, another one active",
        end_that_does_not_hold,
        Severity.WARNING,
        mend="say status: discharged, or take `discharge:` out: goalctl edit CLIENT",
        source="our own: one fact, one answer",
        bad="{status: active, discharge: {on: 2026-02-02}}",
        good="{status: discharged, discharge: {on: 2026-02-02}}",
        verified=False,
        sees=PlanSeen.OF_NOW,
    ),
    Rule(
        "D114",
        "a rest that does not hold",
        "what falls due is told or not by the days of the rest, whatever the status says",
        rest_that_does_not_hold,
        Severity.WARNING,
        mend="treatment goes on: goalctl resume CLIENT; or mend the days under holds: goalctl edit CLIENT",
        source="our own: one fact, one answer",
        bad="{status: on-hold, holds: [{from: 2026-01-12, to: 2026-02-02}]}",
        good="{status: on-hold, holds: [{from: 2026-01-12}]}",
        verified=False,
        sees=PlanSeen.OF_NOW,
    ),
    Rule(
        "D115",
        "a goal that is closed and goes on",
        "what was closed is judged and counted no more, what goes on is",
        closed_and_going_on,
        Severity.WARNING,
        mend="say its status, as achieved or discontinued, or take `closed:` out: goalctl edit CLIENT",
        source="our own: one fact, one answer",
        bad="goals: [{id: g1, goal: Walks, status: active, closed: 2026-02-02}]",
        good="goals: [{id: g1, goal: Walks, status: achieved, closed: 2026-02-02}]",
        verified=False,
        sees=PlanSeen.OF_THE_FILE,
    ),
    Rule(
        "D116",
        "of a day to come",
        "a slip in the year hides what was written: no page shows it before its day",
        of_a_day_to_come,
        Severity.WARNING,
        mend="mend the day: goalctl edit CLIENT",
        source="our own: what is logged has happened",
        bad="{sessions: [{date: 9999-02-02}]}",
        good="{sessions: [{date: 2026-02-02}]}",
        verified=False,
        sees=PlanSeen.OF_NOW,
    ),
)
