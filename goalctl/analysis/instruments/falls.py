"""A form's newest score that fell since the one before by what its own data calls worth telling, as the SRS has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.form_change import reliable_change
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import course_of, filled_in, form_courses, form_of, readings
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.change import NotableChange
from goalctl.model.ids import FormRef


class Fall(NamedTuple):
    """The two newest totals of a form; `entry` is where the newest stands, `figure` what says that it is to be told."""

    entry: tuple[str, ...]
    ref: FormRef
    name: str
    before: Point
    now: Point
    figure: NotableChange

    @property
    def in_words(self) -> str:
        """`SRS 34.7, 1.7 lower than 36.4 of 2026-02-16: a fall to talk about`."""
        size = score_text(abs(self.now.value - self.before.value))
        way = "lower" if self.now.value < self.before.value else "higher"
        before = f"{score_text(self.before.value)} of {self.before.day}"
        now = f"{self.ref.in_words(self.name)} {score_text(self.now.value)}"
        return f"{now}, {size} {way} than {before}: {self.figure.name}"


def falls_to_tell(at: Standpoint) -> tuple[Fall, ...]:
    """Of every form that has such a figure, the newest total that fell by as much since the one before."""
    return tuple(_falls(at))


def _falls(at: Standpoint) -> Iterator[Fall]:
    newest = {course_of(at.forms, filled.ref): filled for filled in at.once(filled_in)}
    for course in form_courses(at):
        form, points = form_of(at.forms, newest[course].ref), at.once(readings, course, None)
        if form is None or len(points) < 2 or points[-1].day != newest[course].entry.date:  # noqa: PLR2004 - a pair
            continue
        change = reliable_change(form, points[-2].value, points[-1].value)
        if told := next((one for one in change.notable if one.worse), None):
            filled = newest[course]
            yield Fall(filled.entry.known_as, filled.ref, form.name, points[-2], points[-1], told)
