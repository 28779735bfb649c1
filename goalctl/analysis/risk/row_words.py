"""A row of risk in a sentence, for those who treat; other readers get a word without concern, item or height."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.risk.row import Evidence, Mark, RiskRow, State

FOR_OTHERS = "clinical follow-up due"
NO_RECORD = "no risk record"


def row_in_words(row: RiskRow) -> str:
    """The whole sentence: who and what about, where it stands and why, and what must be said beside it."""
    whose = f"{row.person}: " if row.person else ""
    beside = [*_meanwhile(row), *(mark.value for mark in row.marks if mark is not Mark.UNFIT)]
    return "; ".join([f"{whose}{row.concern}: {standing_in_words(row)}", *beside])


def standing_in_words(row: RiskRow) -> str:
    """Where the row stands, without its person and concern."""
    match row.state:
        case State.OPEN | State.DECIDE:
            said = _open_in_words(row)
        case State.FOLLOW_UP_PASSED:
            said = f"the follow-up of {row.until} has passed"
        case State.MISSED:
            said = f"missed appointment on {row.since} while under follow-up{_to(row.until)}"
        case State.ASK_AGAIN:
            said = f"time to ask again: the last answer held until {row.until}"
        case State.CLOSED:
            said = f"closed on {row.since} without asking" + (f": {row.because}" if row.because else "")
        case _:
            said = _follow_up_in_words(row)
    return said


def _open_in_words(row: RiskRow) -> str:
    first, rest = row.detail[0], len(row.detail) - 1
    more = f" (and {rest} more)" if rest else ""
    said = evidence_in_words(first) + more
    if row.state is State.DECIDE:
        return f"{said}; a risk form was completed on {row.since}: what was decided?"
    return f"{said}, no follow-up recorded"


def evidence_in_words(found: Evidence) -> str:
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


def _to(day: date | None, word: str = "until") -> str:
    return f" {word} {day}" if day else ""


def _meanwhile(row: RiskRow) -> list[str]:
    told = []
    if row.missed_on and row.state is not State.MISSED:
        told.append(f"missed appointment on {row.missed_on}")
    if row.unasked_on:
        held = len(row.unasked_on)
        told.append(f"{held} session{'s' if held > 1 else ''} since without asking, the last on {row.unasked_on[-1]}")
    return told
