"""One screen before a session: risk first, then the last note, homework, scores with their direction, what is due."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.caseload.overview import FormOverview, ItemOverview, PlanOverview
from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.due.homework import last_homework
from goalctl.analysis.figures import counted, figure
from goalctl.analysis.progress.direction import gain
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.series import Series
from goalctl.analysis.risk.standing import RiskStanding
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan
from goalctl.model.scalars import number_text
from goalctl.model.session import Session
from goalctl.views.clean import one_line
from goalctl.views.listings.listing import Tone
from goalctl.views.screens.fitting import cut
from goalctl.views.screens.page import STEP, Line

NOTE_LINES = 3
MOST_SCORES = 9
MOST_DUE = 5
_SAID_ELSEWHERE = {Due.FOLLOW_UP, Due.HOMEWORK}
_QUIET_STATES = {State.NO_DATA, State.ON_TRACK}
_LATE_STATES = {State.RELIABLY_WORSE, State.OFF_TRACK, State.OVERDUE}


@dataclass(frozen=True, slots=True)
class Prep:
    """What the page needs. `deadlines` are those to show; `room` is how wide a line may be, None for any width."""

    plan: Plan
    overview: PlanOverview
    standing: RiskStanding
    deadlines: Sequence[Deadline]
    forms: Mapping[str, Form]
    today: date
    room: int | None = None


def prep_page(prep: Prep) -> Iterator[Line]:
    """The page, each line cut to the room there is; a typical client fits on 24 lines."""
    for line in _page(prep):
        yield cut(line, prep.room)


def _page(prep: Prep) -> Iterator[Line]:
    yield Line(_head(prep), tone=Tone.GOOD)
    yield from _risk(prep)
    yield from _last_session(prep)
    yield from _homework(prep.plan)
    yield from _capped("scores", _scores(prep), MOST_SCORES, f"goalctl show {prep.plan.client}")
    yield from _capped("due", _due(prep), MOST_DUE, f"goalctl due {prep.plan.client}")


def _head(prep: Prep) -> str:
    plan = prep.plan
    seen = [entry for entry in plan.log if entry.kind.client_was_seen]
    nexts = [entry.next for entry in plan.log if entry.next and entry.next >= prep.today]
    words = [plan.client, "" if plan.status.value == "active" else plan.status.value]
    words += [f"with {' and '.join(plan.members)}" if plan.members else "", counted(len(seen), "session")]
    return " · ".join(word for word in (*words, f"next {nexts[-1]:%a} {nexts[-1]}" if nexts else "") if word)


def _risk(prep: Prep) -> Iterator[Line]:
    """Whatever stands about risk, and that nothing stands; a 0 is `not endorsed`, never more than that."""
    standing = prep.standing
    for found in standing.unanswered:
        said = f"{found.form} {found.item} endorsed ({found.answer}) on {found.day}, nothing recorded since"
        yield Line(f"RISK: {said}", tone=Tone.BAD)
    if standing.missed_on:
        yield Line(f"RISK: no-show on {standing.missed_on} while a follow-up is open", tone=Tone.BAD)
    if standing.follow_up:
        late = standing.follow_up < prep.today
        when = f"follow-up {standing.follow_up}, {in_words(standing.follow_up, today=prep.today)}"
        yield Line(f"{'RISK' if late else 'risk'}: {when}", tone=Tone.BAD if late else Tone.SOON)
    elif standing.recorded_on and not standing.unanswered:
        yield Line(f"risk: last record {standing.recorded_on}, no follow-up open", tone=Tone.QUIET)
    elif not standing.unanswered:
        yield Line("risk: nothing recorded", tone=Tone.QUIET)


def _last_session(prep: Prep) -> Iterator[Line]:
    written = [entry for entry in prep.plan.log if entry.kind.client_was_seen]
    missed = [entry for entry in prep.plan.log if not entry.kind.client_was_seen and entry.kind.value != "journal"]
    yield Line("")
    if not written:
        yield Line("no session yet")
        return
    last = written[-1]
    yield Line(f"last {last.kind.value} {last.date:%a} {last.date}" + (f", {last.by}" if last.by else ""))
    for line in _note(last, prep.room):
        yield Line(line, 1)
    for entry in missed:
        if entry.date >= last.date:
            yield Line(f"{entry.kind.value} {entry.date:%a} {entry.date}", tone=Tone.SOON)


def _note(entry: Session, room: int | None) -> list[str]:
    """The note in a few lines; into a pipe whole, on one."""
    text = one_line(entry.note or (f"see {entry.note_file}" if entry.note_file else "no note"))
    if room is None:
        return [text]
    return textwrap.wrap(text, max(room - STEP, 20), max_lines=NOTE_LINES, placeholder=" …")


def _homework(plan: Plan) -> Iterator[Line]:
    for task, done in last_homework(plan):
        answer = f"done: {done.value}" if done else "not asked yet"
        yield Line(f"homework {task.id} ({answer}) {task.task}", tone=Tone.PLAIN if done else Tone.SOON)


def _capped(title: str, lines: Sequence[Line], most: int, rest: str) -> Iterator[Line]:
    if not lines:
        return
    yield Line("")
    yield Line(title)
    yield from lines[:most]
    if len(lines) > most:
        yield Line(f"and {len(lines) - most} more: {rest}", 1, Tone.QUIET)


def _scores(prep: Prep) -> list[Line]:
    """A line for each rater's scores of an active item, then one for each form that no active item is measured by."""
    items = [found for found in prep.overview.items if found.item.status.value == "active"]
    measured = {found.item.measure.by for found in items if found.item.measure}
    lines = [line for found in items for line in _item(found, prep.forms)]
    return lines + [_form(form, prep.forms) for form in prep.overview.forms if form.series.measure.by not in measured]


def _item(overview: ItemOverview, forms: Mapping[str, Form]) -> Iterator[Line]:
    progress = overview.progress
    tone = Tone.LATE if progress.state in _LATE_STATES else Tone.PLAIN
    scored = [series for series in overview.series if series.points and series.until is None]
    for series in scored:
        state = f" · {progress.state.value}" if series.rater == progress.rater else ""
        yield Line(f"{overview.item.id} {_name(series, forms)}: {_way(series)}{state}", 1, tone)
    if not scored:
        yield Line(f"{overview.item.id} {progress.because}", 1, Tone.QUIET)


def _form(overview: FormOverview, forms: Mapping[str, Form]) -> Line:
    return Line(f"{_name(overview.series, forms)}: {_way(overview.series)}", 1)


def _name(series: Series, forms: Mapping[str, Form]) -> str:
    measure = series.measure
    form = forms.get(measure.by)
    name = form.name if form else measure.of or measure.by
    return name if series.rater == CLIENT_RATER else f"{name} by {series.rater}"


def _way(series: Series) -> str:
    """The newest score, the one before it, and which way that is: `8 (before 10, better) → 9, 2026-06-08`."""
    last = series.points[-1]
    target = f" → {number_text(series.target)}" if series.target is not None else ""
    return f"{figure(last.value)}{_since_last(series)}{target}, {last.day}"


def _since_last(series: Series) -> str:
    if len(series.points) < 2:  # noqa: PLR2004 - two make a direction
        return " (first)"
    before, last = series.points[-2], series.points[-1]
    moved = gain(before.value, last.value, series.better)
    if before.value == last.value:
        toward = "same"
    elif series.better is None:
        toward = "higher" if last.value > before.value else "lower"
    else:
        toward = "better" if moved > 0 else "worse"
    return f" (before {figure(before.value)}, {toward})"


def _due(prep: Prep) -> list[Line]:
    return [
        _deadline(deadline, prep.today) for deadline in sorted(prep.deadlines) if deadline.kind not in _SAID_ELSEWHERE
    ]


def _deadline(deadline: Deadline, today: date) -> Line:
    late = deadline.is_overdue(today=today)
    when = f"{deadline.day} {in_words(deadline.day, today=today)}:"
    words = [when, f"{deadline.kind.value}:", deadline.item, deadline.what]
    return Line(" ".join(word for word in words if word), 1, Tone.LATE if late else Tone.PLAIN)
