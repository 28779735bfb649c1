"""How the reason to look at a plan is coloured, on every screen and page: red is only what needs an act today."""

from __future__ import annotations

from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.views.listing import Tone

_TONES = {
    ReasonKind.RISK: Tone.BAD,
    ReasonKind.RELIABLY_WORSE: Tone.LATE,
    ReasonKind.OFF_TRACK: Tone.LATE,
    ReasonKind.DATE_PASSED: Tone.LATE,
    ReasonKind.OVERDUE: Tone.LATE,
    ReasonKind.STALE: Tone.SOON,
    ReasonKind.PLATEAU: Tone.SOON,
    ReasonKind.AT_RISK: Tone.SOON,
}


def reason_tone(kind: ReasonKind) -> Tone:
    """What waits for a word, as a goal at its target, has no colour."""
    return _TONES.get(kind, Tone.PLAIN)
