"""One screen before a session: risk first, then the last note, homework, scores with their direction, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.overview import FormOverview, ItemOverview
from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.figures import counted, score_text
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.series import Series
from goalctl.model.form import Form
from goalctl.model.goal import Status
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.supervision import open_points
from goalctl.views.cells import within_rows, wrapped
from goalctl.views.clean import one_line
from goalctl.views.listing import Tone
from goalctl.views.page import STEP, Line
from goalctl.views.screens.fitting import within_room
from goalctl.views.words.about import medication_words, safety_plan_words
from goalctl.views.words.attended import sessions_in_treatment
from goalctl.views.words.between import words_between
from goalctl.views.words.closing import closing_words
from goalctl.views.words.contact import kind_words, last_seen_words, whereabouts
from goalctl.views.words.forms import forms_beside_goals, unscored_forms
from goalctl.views.words.measure import series_name, target_text
from goalctl.views.words.risk import risk_lines
from goalctl.views.words.standing import standing_word
from goalctl.views.words.way import day_scored

NOTE_LINES = 3
MOST_SCORES = 9
MOST_DUE = 5
MOST_WORDS = 3
_SAID_ELSEWHERE = {Due.HOMEWORK}
_LATE_STATES = {State.RELIABLY_WORSE, State.OFF_TRACK, State.DATE_PASSED}


def prep_page(case: Case, room: int | None = None) -> Iterator[Line]:
    """The page; a typical client fits on 24 lines. Each line is cut to the room there is, None for any width."""
    yield within_room(Line(_head(case), tone=Tone.GOOD), room)
    yield from risk_lines(case.risk)  # never cut: it wraps
    for line in _page(case, room):
        yield within_room(line, room)


def _page(case: Case, room: int | None) -> Iterator[Line]:
    client = case.plan.client
    yield from _care(case)
    yield from _last_session(case, room)
    yield from _homework(case.plan)
    for point in open_points(case.plan.supervision):
        yield Line(f"bring to supervision: {point.about}", tone=Tone.SOON)
    yield from _between(case)
    yield from _part("scores", _scores(case), MOST_SCORES, f"goalctl show {client}")
    yield from (Line(f"{item_id} {words}", 1, Tone.GOOD) for item_id, words in closing_words(case))
    yield from _part("due", _due(case), MOST_DUE, f"goalctl due {client}")


def _head(case: Case) -> str:
    plan, day = case.plan, case.next_appointment
    words = [plan.client, "" if plan.status.value == "active" else plan.status.value]
    held = len(sessions_in_treatment(plan, case.today))
    later = sum(entry.kind.client_came for entry in plan.seen) - held
    words += [f"with {' and '.join(plan.members)}" if plan.members else "", counted(held, "session")]
    words += [f"{later} after the end"] * bool(later)
    return " · ".join(word for word in (*words, f"next {day:%a} {day}" if day else "") if word)


def _care(case: Case) -> Iterator[Line]:
    """What may matter in the next hour: medication and the safety plan."""
    if taken := case.plan.medications:
        yield Line(f"medication: {'; '.join(map(medication_words, taken))}")
    for found in case.safety_plans:
        yield Line(f"safety plan: {safety_plan_words(found)}", tone=Tone.QUIET)


def _last_session(case: Case, room: int | None) -> Iterator[Line]:
    last = case.plan.last_seen
    yield Line("")
    if last is None:
        yield Line(last_seen_words(last))
        return
    private = ", confidential" if last.confidential else ""
    yield Line(f"{last_seen_words(last, weekday=True)}{f', {last.by}' if last.by else ''}{private}")
    if where := whereabouts(last):
        yield Line(where, 1)
    for line in _note(last, room):
        yield Line(line, 1)
    for entry in case.entries:
        if entry.date >= last.date and entry.kind.client_was_absent:
            yield Line(f"{kind_words(entry.kind)} {entry.date:%a} {entry.date}", tone=Tone.SOON)


def _note(entry: Session, room: int | None) -> list[str]:
    """The note in a few lines; into a pipe whole, on one."""
    text = one_line(entry.note or (f"see {entry.note_file}" if entry.note_file else "no note"))
    if room is None:
        return [text]
    width = max(room - STEP, 20)
    return wrapped(within_rows(text, width, NOTE_LINES), width)


def _homework(plan: Plan) -> Iterator[Line]:
    for task, done in plan.last_homework:
        answer = f"done: {done.value}" if done else "not asked yet"
        yield Line(f"homework {task.id} ({answer}) {task.task}", tone=Tone.PLAIN if done else Tone.SOON)


def _between(case: Case) -> Iterator[Line]:
    """What the client wrote since the last session, the newest first."""
    last = case.plan.last_seen
    found = words_between(case, last.date if last else None)
    yield from (Line(f"{day} {words}") for day, words in found[:MOST_WORDS])
    if len(found) > MOST_WORDS:
        yield Line(f"and {len(found) - MOST_WORDS} more since: goalctl show {case.plan.client}", tone=Tone.QUIET)


def _part(title: str, lines: Sequence[Line], most: int, rest: str) -> Iterator[Line]:
    if not lines:
        return
    yield Line("")
    yield Line(title)
    yield from lines[:most]
    if len(lines) > most:
        yield Line(f"and {len(lines) - most} more: {rest}", 1, Tone.QUIET)


def _scores(case: Case) -> list[Line]:
    """A line for each rater's scores of an active item, then one for each form that no active item is measured by."""
    items = [found for found in case.overview.items if case.plan.is_worked_on(found.item)]
    lines = [line for found in items for line in _item(case, found)]
    lines += [_form(form, case.forms) for form in forms_beside_goals(case)]
    lines += [Line(text, 1, Tone.SOON) for text in unscored_forms(case)]
    resting = [goal.id for goal in case.plan.goals if goal.status is Status.ON_HOLD]
    return lines + ([Line(f"on hold: {', '.join(resting)}", 1, Tone.QUIET)] if resting else [])


def _item(case: Case, overview: ItemOverview) -> Iterator[Line]:
    progress, standing = overview.progress, standing_word(case, overview.item.id)
    is_judged = standing == progress.state.value
    tone = Tone.LATE if is_judged and progress.state in _LATE_STATES else Tone.PLAIN
    scored = [series for series in overview.series if series.points and series.until is None]
    for series in scored:
        state = f" · {standing}" if series.rater == progress.rater else ""
        yield Line(f"{overview.item.id} {series_name(series, case.forms)}: {_way(series)}{state}", 1, tone)
    if not scored:
        yield Line(f"{overview.item.id} {progress.because if is_judged else standing}", 1, Tone.QUIET)
    elif progress.remarks:
        yield Line(f"{overview.item.id} {'; '.join(progress.remarks)}", 1, Tone.SOON)


def _form(overview: FormOverview, forms: Mapping[str, Form]) -> Line:
    return Line(f"{series_name(overview.series, forms)}: {_way(overview.series)}", 1)


def _way(series: Series) -> str:
    """The newest score, the one before it, and which way that is: `8 (before 10, better) → 9, 2026-06-08`."""
    last = series.points[-1]
    target = f" → {target_text(series.measure)}" if series.target is not None else ""
    return f"{score_text(last.value)}{_since_last(series)}{target}, {day_scored(series)}"


def _since_last(series: Series) -> str:
    if len(series.points) < 2:  # noqa: PLR2004 - two make a direction
        return " (first)"
    before, last = series.points[-2], series.points[-1]
    moved = series.gain(before.value, last.value)
    if before.value == last.value:
        toward = "same"
    elif moved:
        toward = "better" if moved > 0 else "worse"
    else:  # nothing says which way is better, or both are within the band, or as far from it
        toward = "higher" if last.value > before.value else "lower"
    return f" (before {score_text(before.value)}, {toward})"


def _due(case: Case) -> list[Line]:
    return [_deadline(deadline, case.today) for deadline in case.due if deadline.kind not in _SAID_ELSEWHERE]


def _deadline(deadline: Deadline, today: date) -> Line:
    late = deadline.is_overdue(today=today)
    when = f"{deadline.day} {in_words(deadline.day, today=today)}:"
    words = [when, f"{deadline.kind.value}:", deadline.item, deadline.what]
    return Line(" ".join(word for word in words if word), 1, Tone.LATE if late else Tone.PLAIN)
