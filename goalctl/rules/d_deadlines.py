"""D: deadlines that are missing, out of order or out of proportion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from goalctl.analysis.due.realism import DeadlineDoubt, Unrealistic, day_at_this_pace
from goalctl.analysis.history.before_opening import before_opening_in_words, entries_before_opening
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.judgement import State
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.goal import Goal, Scorable, original_deadline
from goalctl.model.ids import goal_id_of
from goalctl.model.scalars import Duration
from goalctl.model.walk import placed_goals
from goalctl.rules.hints import ignoring
from goalctl.rules.rule import PlanSeen, Rule, RuleCase, finding_at
from goalctl.rules.s_measure import active

FAR = Duration(12, "w")  # our own: as long as a plan usually waits for its next review


def _place(path: Path, item: Scorable, key: str) -> Path:
    return (*path, "smart", "time_bound", key) if isinstance(item, Goal) else (*path, key)


def no_deadline(case: RuleCase) -> Iterator[Finding]:
    """An active goal or objective without a day."""
    for path, item in active(case):
        if item.deadline is None:
            yield finding_at(f"{item.id} is active and has no deadline", (*path, "id"))


def _doubts(case: RuleCase) -> list[tuple[Unrealistic, Finding]]:
    dated = ((path, item) for path, item in active(case) if item.deadline is not None)
    return [
        (doubt.doubt, finding_at(doubt.because, _place(path, item, "deadline"), _until(case, doubt)))
        for path, item in dated
        for doubt in case.doubts(item.id)
    ]


def _until(case: RuleCase, doubt: DeadlineDoubt) -> str:
    """Of what comes too late at the present pace the day by which it would be there, if ever; else the rule's hint."""
    if doubt.doubt is not Unrealistic.UNREACHABLE:
        return ""
    day = case.once(day_at_this_pace, doubt.item)
    later = f", or a later day: goalctl extend CLIENT ID {day}" if day else ""
    return f"talk it over: another way, or a nearer target{later}"


def _findings_of(case: RuleCase, kind: Unrealistic) -> Iterator[Finding]:
    """Of the doubts about deadlines those of one kind; where a date has passed, that it is out of reach is no news."""
    return (finding for doubt, finding in case.once(_doubts) if doubt is kind)


def not_after_the_start(case: RuleCase) -> Iterator[Finding]:
    """A deadline on the day the work begins, or before it."""
    for path, item in active(case):
        start = opening_of(case.plan, item)
        if start and item.deadline and item.deadline <= start:
            yield finding_at(f"{item.deadline} is not after its start, {start}", _place(path, item, "deadline"))


def checkpoint_out_of_place(case: RuleCase) -> Iterator[Finding]:
    """A checkpoint that is not between the start and the deadline."""
    for path, item in active(case):
        start = opening_of(case.plan, item)
        for n, day in enumerate(item.checkpoints):
            place = (*_place(path, item, "checkpoints"), n)
            if item.deadline and day > item.deadline:
                yield finding_at(f"{day} is after the deadline, {item.deadline}", place)
            elif start and day < start:
                yield finding_at(f"{day} is before its start, {start}", place)


def step_after_its_goal(case: RuleCase) -> Iterator[Finding]:
    """An objective that is due after the goal it leads to."""
    deadlines = {goal.id: goal.deadline for _, goal in placed_goals(case.plan)}
    for path, item in active(case):
        goal_deadline = deadlines.get(goal_id_of(item.id))
        if not isinstance(item, Goal) and item.deadline and goal_deadline and item.deadline > goal_deadline:
            yield finding_at(f"{item.deadline} is after its goal's deadline, {goal_deadline}", (*path, "deadline"))


def passed_target_date(case: RuleCase) -> Iterator[Finding]:
    """An active goal or objective that is not met, and its day is over."""
    for path, item in active(case):
        if judgement := case.item(item.id).progress.says(State.DATE_PASSED):
            yield finding_at(f"{item.id}: {judgement.because}", _place(path, item, "deadline"))


def entry_before_the_opening(case: RuleCase) -> Iterator[Finding]:
    """An entry of a day on which there was no plan yet."""
    for path, day in entries_before_opening(case.plan):
        if case.plan.opened:
            by_hand = "" if path[0] == "sessions" else "correct that day, or the opening's: goalctl edit CLIENT"
            yield finding_at(before_opening_in_words(day, case.plan.opened), path, by_hand)


def far_without_a_look(case: RuleCase) -> Iterator[Finding]:
    """A goal whose first deadline is far from its start, and no day before it to look at it."""
    for path, item in active(case):
        start, deadline = opening_of(case.plan, item), original_deadline(item)
        if isinstance(item, Goal) and start and deadline and deadline > FAR.after(start) and not item.checkpoints:
            told = f"{deadline} is {(deadline - start).days} days after its start, and no checkpoint comes before"
            yield finding_at(told, _place(path, item, "deadline"), _look_before(item.deadline, case.today))


def _look_before(deadline: date | None, today: date) -> str:
    """The day halfway from today; none where no day is left."""
    halfway = today + (deadline - today) / 2 if deadline else today
    return f"look at it halfway, or sooner: goalctl set CLIENT ID checkpoints+={halfway}" if halfway > today else ""


def _example(deadline: str, more: str = "") -> str:
    return (
        "goals: [{id: g1, goal: Calls, status: active, opened: 2026-01-12, "
        f"smart: {{time_bound: {{deadline: {deadline}{more}}}}}}}]"
    )


def _step(deadline: str) -> str:
    step = f"objectives: [{{id: g1.1, objective: Dials, deadline: {deadline}}}]"
    return _example("2026-04-05").replace("smart", f"{step}, smart")


def _example_of_rating(deadline: str) -> str:
    return (
        "goals: [{id: g1, goal: Confidence, status: active, opened: 2026-01-12, smart: {measurable: "
        f"{{by: rating, baseline: 2, target: 8, since: 2026-01-12}}, time_bound: {{deadline: {deadline}}}}}}}]"
    )


def _example_of_scores(*scores: int) -> str:
    days = ("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23")
    entries = ", ".join(f"{{date: {day}, scores: {{g1: {score}}}}}" for day, score in zip(days, scores, strict=True))
    return f"{{{_example_of_rating('2026-05-12')}, sessions: [{entries}]}}"


RULES = (
    Rule(
        "D101",
        "no deadline",
        "a goal without a day is never late",
        no_deadline,
        Severity.WARNING,
        mend="say by when, as deadline: goalctl set CLIENT ID",
        source="the time-bound part of SMART; 77 Ill. Adm. Code 2060.421(d)",
        bad="goals: [{id: g1, goal: Calls, status: active}]",
        good=_example("2026-05-12"),
        waits=True,
    ),
    Rule(
        "D102",
        "a deadline too soon",
        "what can be done in days is a task, not a goal; a goal that can't is a disappointment",
        partial(_findings_of, kind=Unrealistic.TOO_SOON),
        Severity.WARNING,
        mend=f"make it homework; or give it more time, and say why its first day was so near: {ignoring('D102')}",
        source="the realistic part of SMART; two weeks are this program's own figure",
        bad=_example("2026-01-20"),
        good=_example("2026-02-12"),
    ),
    Rule(
        "D103",
        "a deadline too far away",
        "what is due in more than a year is not felt this week",
        partial(_findings_of, kind=Unrealistic.TOO_FAR),
        Severity.WARNING,
        mend="bring it forward, or set a nearer goal that serves this one, with serves: its id and a day of its own",
        source="the realistic part of SMART; twelve months are this program's own figure",
        bad=_example("2027-06-01"),
        good=_example("2026-12-01"),
    ),
    Rule(
        "D104",
        "a deadline before its start",
        "one of the two days is a slip",
        not_after_the_start,
        Severity.WARNING,
        mend="check deadline and opened",
        source="HL7 FHIR Goal: startDate and target.dueDate",
        bad=_example("2026-01-05"),
        good=_example("2026-04-05"),
    ),
    Rule(
        "D105",
        "a checkpoint out of place",
        "a look before the deadline has to come before the deadline",
        checkpoint_out_of_place,
        Severity.WARNING,
        mend="move it between start and deadline",
        source="the time-bound part of SMART",
        bad=_example("2026-04-05", ", checkpoints: [2026-05-05]"),
        good=_example("2026-04-05", ", checkpoints: [2026-03-05]"),
    ),
    Rule(
        "D106",
        "a step due after its goal",
        "a step leads to the goal, so it is over before",
        step_after_its_goal,
        Severity.INFO,
        mend="move one of the two days",
        source="the time-bound part of SMART",
        bad=_step("2026-06-01"),
        good=_step("2026-03-01"),
    ),
    Rule(
        "D107",
        "a steep way",
        "a tenth of the scale a week is already fast; this is our rule of thumb, without a source",
        partial(_findings_of, kind=Unrealistic.TOO_STEEP),
        Severity.INFO,
        mend="give it more time, or a first step with a nearer target",
        source="a rule of thumb of this program",
        bad=_example_of_rating("2026-02-09"),
        good=_example_of_rating("2026-05-09"),
        verified=False,
    ),
    Rule(
        "D108",
        "out of reach at this rate",
        "at the slope seen so far the target comes after the deadline",
        partial(_findings_of, kind=Unrealistic.UNREACHABLE),
        Severity.INFO,
        mend="talk it over: another way, a nearer target, or a later day",
        source="Theil-Sen slope (Vannest 2012); at least six scores over six weeks",
        bad=_example_of_scores(2, 2, 3, 2, 2, 3, 2),
        good=_example_of_scores(2, 3, 3, 4, 4, 5, 6),
    ),
    Rule(
        "D109",
        "a target date that has passed",
        "a day that nobody answered for says that nobody looks at the plan",
        passed_target_date,
        Severity.INFO,
        mend="a later day, and why: goalctl extend CLIENT ID +4w; or its end: goalctl mark CLIENT ID discontinued",
        source="the time-bound part of SMART; 77 Ill. Adm. Code 2060.421(d)",
        bad=_example_of_rating("2026-03-01"),
        good=_example_of_rating("2026-03-02"),
    ),
    Rule(
        "D110",
        "an entry before the plan was opened",
        "in January it is mostly a slip of the year, and stands in every chart from then on",
        entry_before_the_opening,
        Severity.WARNING,
        mend="correct the day on which the plan was opened, or that of the entry: goalctl amend CLIENT SESSION",
        source="slips of the year reported of other record systems",
        bad="{opened: 2026-01-12, sessions: [{date: 2025-01-19, note: First visit}]}",
        good="{opened: 2026-01-12, sessions: [{date: 2026-01-12, note: First visit}]}",
        verified=False,
        sees=PlanSeen.OF_THE_FILE,
    ),
    Rule(
        "D111",
        "a far deadline without a look before it",
        "what nobody looks at for three months is found out of reach when it is too late to change the way",
        far_without_a_look,
        Severity.INFO,
        mend="add a checkpoint before it, halfway or sooner",
        source="the time-bound part of SMART; twelve weeks are this program's own figure",
        bad=_example("2026-04-07"),
        good=_example("2026-04-07", ", checkpoints: [2026-03-02]"),
        verified=False,
    ),
)
