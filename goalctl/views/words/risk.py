"""Where risk stands, in lines for whoever treats: what needs an act first, then what is kept in view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.risk.picture import RiskPicture
from goalctl.analysis.risk.recorded import was_asked
from goalctl.analysis.risk.row import RiskEvidence, RiskState
from goalctl.analysis.risk.row_words import evidence_in_words, follow_up_line, not_asked_in_words, row_in_words
from goalctl.analysis.risk.told import NO_RECORD, unread_words
from goalctl.model.session import Risk
from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.views.words.contact import beyond_thoughts, risk_words


def act_lines(picture: RiskPicture) -> Iterator[Line]:
    """Every row that needs an act today, the most urgent first."""
    if picture.is_unread:
        yield Line(unread_words(is_locked=picture.is_locked), tone=Tone.BAD)
    yield from (Line(f"RISK: {row_in_words(row)}", tone=Tone.BAD) for row in picture.needs_act)


def risk_lines(picture: RiskPicture, *, quiet: bool = False) -> Iterator[Line]:
    """Everything that stands about risk; `quiet` leaves out what a screen about the whole plan need not say."""
    yield from act_lines(picture)
    if waiting := follow_up_line(picture):
        yield Line(f"risk: {waiting}", tone=Tone.SOON)
    yield from lines_beside(picture, quiet=quiet)


def lines_beside(picture: RiskPicture, *, quiet: bool = False) -> Iterator[Line]:
    """What stands beside the rows that are not closed: those that are, what was not asked, what was ever."""
    for row in picture.rows:
        if row.state is RiskState.CLOSED:
            yield Line(f"risk: {row_in_words(row)}", tone=Tone.QUIET)
    if not quiet:
        yield from _records(picture)
    for gap in picture.not_asked:
        if gap.day or not quiet:
            tone = Tone.SOON if gap.day else Tone.QUIET
            yield Line(f"risk: {not_asked_in_words(gap)}", tone=tone)
    for found in picture.history:
        yield Line(f"risk, history: {_ever_in_words(found)}", tone=Tone.QUIET)


def _records(picture: RiskPicture) -> Iterator[Line]:
    """The newest record, and that there is none; nobody was found to be safe by that."""
    last = picture.last_record
    if last is None or last.risk is None:
        yield Line(f"risk: {NO_RECORD}", tone=Tone.QUIET)
        return
    if not picture.is_open:
        is_told = last.risk.close or was_asked(last.risk, on=last.date)
        stands = "no follow-up open" if is_told else "nothing was asked in it"
        yield Line(f"risk: last record {last.date}, {stands}", tone=Tone.QUIET)
    if last.risk.who or last.risk.concern or beyond_thoughts(last.risk):
        yield Line(f"record of {last.date}: {risk_words(last.risk)}", 1, Tone.QUIET)


def _ever_in_words(found: RiskEvidence) -> str:
    if found.form:
        return f"{evidence_in_words(found)}: {found.says}"
    return f"{found.says}, recorded on {found.day}"


def closed_risk_words(picture: RiskPicture, record: Risk, day: date) -> Iterator[str]:
    """What a record of that day closed; and what it names and did not close, such as what is open of the other one."""
    who = {None, (record.who or "").casefold()}
    rows = [row for row in picture.rows if row.state is RiskState.CLOSED and row.person in who]
    by_it = [row.concern for row in rows if (row.since, row.because) == (day, record.because)]
    if closed := ", ".join(one for one in record.close if one in by_it):
        yield f"closed without asking: {closed}; the next endorsement opens it again"
    if others := ", ".join(one for one in record.close if one not in by_it):
        whose = f"of {record.who} " if record.who else ""
        yield f"not closed: {others}: nothing {whose}was open on {day}, or it was opened again since"
