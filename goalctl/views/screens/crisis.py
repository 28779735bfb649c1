"""One screen for a call in a crisis: who, where risk stands, the safety plan step by step, who treats and is told.

It fits 80 by 24. What needs an act today and where a safety plan is kept are never cut; a long record and long steps
are, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goalctl.analysis.risk.crisis import CrisisPicture
from goalctl.analysis.risk.safety_plan import SafetyPlanFound
from goalctl.analysis.risk.told import NO_RECORD
from goalctl.model.identity import Identity
from goalctl.model.session import Session
from goalctl.views.cells import within_rows, wrapped
from goalctl.views.clean import one_line
from goalctl.views.listing import Tone
from goalctl.views.page import STEP, Line
from goalctl.views.words.about import safety_plan_words
from goalctl.views.words.contact import whole_record_words
from goalctl.views.words.risk import risk_lines

MOST_LINES = 4  # of a step, where there is room
NO_SAFETY_PLAN = "no safety plan on record; to make one: goalctl assess {client} safety-plan"
NONE_TO_BE_READ = "no safety plan can be read in this file"


@dataclass(frozen=True, slots=True)
class Fit:
    """How wide a line may be, and how many of them a step may take; a record takes one more."""

    room: int
    most: int

    def cut(self, text: str, indent: int = 0, *, more: int = 0) -> str:
        """The text with its end cut off where it is too long."""
        width = max(self.room - STEP * indent, 1)
        return within_rows(one_line(text), width, self.most + more)

    def height(self, line: Line) -> int:
        """How many lines of the screen it takes."""
        width = max(self.room - STEP * line.indent, 1)
        return len(wrapped(one_line(line.text), width))


def crisis_page(
    picture: CrisisPicture, identity: Identity | None, *, room: int | None = None, height: int = 0
) -> list[Line]:
    """The page; `identity` is who the client is, for the clinician's own terminal only.

    It is fitted into `room` columns and `height` lines; with room None it is whole, however long.
    """
    whole = list(_lines(picture, identity, None))
    if room is None:
        return whole
    for most in range(MOST_LINES, 0, -1):
        fit = Fit(room, most)
        lines = list(_lines(picture, identity, fit))
        if lines != whole:
            lines.append(Line(f"cut to fit; whole: goalctl crisis {picture.client} | less", tone=Tone.QUIET))
        if sum(map(fit.height, lines)) <= height:
            break
    return lines


def _lines(picture: CrisisPicture, identity: Identity | None, fit: Fit | None) -> Iterator[Line]:
    words = [picture.client, picture.status, f"with {' and '.join(picture.members)}" if picture.members else ""]
    yield Line(" · ".join(word for word in words if word), tone=Tone.GOOD)
    if identity:
        yield from _who(identity)
    if picture.is_broken:
        yield Line("The file can't be read as a plan; what can be read of it stands here.", tone=Tone.BAD)
    yield from risk_lines(picture.risk, quiet=True)
    yield from _last_record(picture, fit)
    yield from _safety(picture, fit)
    yield _end(picture)


def _who(identity: Identity) -> Iterator[Line]:
    born = f"born {identity.birth_date}" if identity.birth_date else ""
    by_law = identity.name if identity.name != identity.called else ""
    yield Line(" · ".join(word for word in (identity.called, by_law, born, identity.telephone) if word))
    if identity.emergency_contact:
        yield Line(f"emergency contact: {identity.emergency_contact}")
    if identity.address:
        yield Line(f"address: {identity.address}")


def _last_record(picture: CrisisPicture, fit: Fit | None) -> Iterator[Line]:
    last = picture.risk.last_record
    if last is not None:
        text = f"risk: last record {_record(last)}"
        yield Line(fit.cut(text, more=1) if fit else text, tone=Tone.SOON)
    elif not picture.is_broken:  # where not everything can be read, nobody knows
        yield Line(f"risk: {NO_RECORD}", tone=Tone.SOON)


def _record(entry: Session) -> str:
    by = f", {entry.by}" if entry.by else ""
    return f"{entry.date}{by}: {whole_record_words(entry.risk)}" if entry.risk else f"{entry.date}{by}"


def _safety(picture: CrisisPicture, fit: Fit | None) -> Iterator[Line]:
    if not picture.safety_plans:
        none = NONE_TO_BE_READ if picture.is_broken else NO_SAFETY_PLAN.format(client=picture.client)
        yield Line(none, tone=Tone.BAD)
    for found in picture.safety_plans:
        yield Line(f"safety plan: {safety_plan_words(found)}", tone=Tone.GOOD)
        yield from _steps(found, fit)


def _steps(found: SafetyPlanFound, fit: Fit | None) -> Iterator[Line]:
    """Each step with the client's own words, then which of them were left open."""
    for step in found.steps:
        if step.text:
            text = f"{step.name}: {step.text}"
            yield Line(fit.cut(text, 1) if fit else text, 1)
    if empty := [step.name for step in found.steps if not step.text]:
        yield Line(f"nothing written: {', '.join(empty)}", 1, Tone.QUIET)


def _end(picture: CrisisPicture) -> Line:
    day = picture.next_appointment
    parts = (
        f"next {day:%a} {day}" if day else "no next appointment",
        f"clinician {picture.clinician}" if picture.clinician else "",
        f"supervisor {picture.supervisor}" if picture.supervisor else "",
        "goalctl alerts nobody",
    )
    return Line(" · ".join(part for part in parts if part))
