"""A row of risk in a sentence, for those who treat; other readers get a word without concern, item or height."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.risk.outreach import Outreach
from goalctl.analysis.risk.picture import RiskPicture
from goalctl.analysis.risk.row import Mark, NotAsked, RiskEvidence, RiskRow, RiskState
from goalctl.analysis.risk.told import ToldRow, unread_row


def row_in_words(row: RiskRow) -> str:
    """The whole sentence: who and what about, where it stands and why, and what must be said beside it."""
    whose = f"{row.person}: " if row.person else ""
    beside = [*_meanwhile(row), *(mark.value for mark in row.marks if mark is not Mark.UNFIT)]
    return "; ".join([f"{whose}{row.concern}: {standing_in_words(row)}", *beside])


def standing_in_words(row: RiskRow) -> str:
    """Where the row stands, without its person and concern."""
    match row.state:
        case RiskState.OPEN | RiskState.DECIDE:
            said = _open_in_words(row)
        case RiskState.FOLLOW_UP_PASSED:
            said = f"the follow-up of {row.until} has passed"
        case RiskState.MISSED:
            said = f"{_outreach_in_words(row.outreach)}; under follow-up{_to(row.until)}"
        case RiskState.ASK_AGAIN:
            said = f"time to ask again: the last answer held until {row.until}"
        case RiskState.CLOSED:
            said = f"closed on {row.since} without asking" + (f": {row.because}" if row.because else "")
        case _:
            said = _follow_up_in_words(row)
    return said


def told_rows(picture: RiskPicture, client: str, *, today: date) -> Iterator[ToldRow]:
    """The rows that are not closed, as listings hold them; none where a later episode has them."""
    if picture.is_told_later:
        return
    if picture.is_unread:
        yield unread_row(client, today=today, is_locked=picture.is_locked)
    for row in picture.rows:
        if row.needs_act:
            rank = row.height.rank if row.height else 0
            yield ToldRow(client, row.act_by, row_in_words(row), needs_act=True, rank=rank)
        elif row.state is not RiskState.CLOSED:
            yield ToldRow(client, row.until or date.max, row_in_words(row), needs_act=False)


def follow_up_line(picture: RiskPicture) -> str:
    """What is under follow-up, with count and nearest day and about what; empty for nothing."""
    waiting = picture.under_follow_up
    if waiting is None:
        return ""
    rows = [row for row in picture.rows if row.state is RiskState.UNDER_FOLLOW_UP and not row.needs_act]
    about = ", ".join(f"{row.person}: {row.concern}" if row.person else str(row.concern) for row in rows)
    return f"{waiting.count} under follow-up{f', nearest {waiting.nearest}' if waiting.nearest else ''}: {about}"


def not_asked_in_words(gap: NotAsked) -> str:
    """`phq-9 q9 not asked on 2026-03-02, 2 older`; with a count alone where the newest filling asked."""
    when = f" on {gap.day}" if gap.day else ""
    older = f"{', ' if when else ' in '}{gap.older} older" if gap.older else ""
    return f"{gap.form} {' '.join(gap.items)} not asked{when}{older}"


def _open_in_words(row: RiskRow) -> str:
    first, rest = row.detail[0], len(row.detail) - 1
    more = f" (and {rest} more)" if rest else ""
    said = evidence_in_words(first) + more
    if row.state is RiskState.DECIDE:
        return f"{said}; a risk form was completed on {row.since}: what was decided?"
    return f"{said}, no follow-up recorded"


def evidence_in_words(found: RiskEvidence) -> str:
    """One item or record with its day: "phq-9 q9 endorsed (2) on 2026-03-02"."""
    if found.form:
        return f"{found.what} endorsed ({found.answer}) on {found.day}"
    return f"{found.says} recorded on {found.day}"


def _follow_up_in_words(row: RiskRow) -> str:
    if row.needs_act:
        return "follow-up is today" if row.until == row.follow_up else "to be asked again by today"
    if row.follow_up is not None and row.until == row.follow_up:
        return f"under follow-up{_to(row.until)}"
    return f"asked on {row.since}, to be asked again{_to(row.until, 'by')}"


def _outreach_in_words(outreach: Outreach | None) -> str:
    if outreach is None:
        return "missed appointment"
    tried = f"tried on {', '.join(map(str, outreach.tried))}" if outreach.tried else "not tried yet"
    kind = "cancelled" if outreach.was_cancelled else "missed"
    return f"{kind} appointment on {outreach.missed_on}, reach out by {outreach.by:%a} {outreach.by}, {tried}"


def _to(day: date | None, word: str = "until") -> str:
    return f" {word} {day}" if day else ""


def _meanwhile(row: RiskRow) -> list[str]:
    told = []
    if row.outreach and row.state is not RiskState.MISSED:
        told.append(_outreach_in_words(row.outreach))
    if row.unasked_on:
        held = len(row.unasked_on)
        told.append(f"{held} session{'s' if held > 1 else ''} since without asking, the last on {row.unasked_on[-1]}")
    return told
