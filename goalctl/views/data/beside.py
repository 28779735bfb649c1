"""What programs read about what is wrong, about what was found or used before, and about many treatments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from goalctl.analysis.caseload.banked import Banked, BankKind
from goalctl.model.finding import Finding, Severity
from goalctl.views.data.many import Faults, troubles
from goalctl.views.data.text import VERSION

if TYPE_CHECKING:
    from goalctl.analysis.history.passage import Passage
    from goalctl.analysis.outcomes.figures import GroupFigures
    from goalctl.model.profile import Profile
    from goalctl.views.data.shapes import BankDocument, BankedData, FindDocument, OutcomesDocument
    from goalctl.views.data.shapes_beside import (
        AskedData,
        CheckDocument,
        DoctorDocument,
        FindingData,
    )

BANKED: Mapping[BankKind, Literal["goal", "objective", "intervention", "homework"]] = {
    BankKind.GOALS: "goal",
    BankKind.OBJECTIVES: "objective",
    BankKind.INTERVENTIONS: "intervention",
    BankKind.HOMEWORK: "homework",
}


def find_document(passages: Iterable[Passage], faults: Faults, today: date) -> FindDocument:
    """The passages in the order given."""
    return {
        "goalctl": VERSION,
        "kind": "find",
        "as_of": today,
        "errors": troubles(faults),
        "find": [{"client": one.client, "day": one.day, "place": one.place, "text": one.text} for one in passages],
    }


def bank_document(rows: Iterable[tuple[str, Banked, int]], faults: Faults, today: date) -> BankDocument:
    """The entries in the order given: id, what is used, by how many people."""
    return {
        "goalctl": VERSION,
        "kind": "bank",
        "as_of": today,
        "errors": troubles(faults),
        "bank": [_banked(*row) for row in rows],
    }


def _banked(ref: str, entry: Banked, clients: int) -> BankedData:
    return {
        "id": ref,
        "kind": BANKED[entry.kind],
        "text": entry.text,
        "used": len(entry.uses),
        "reached": entry.reached,
        "clients": clients,
        "weeks": entry.median_weeks,
        "measures": list(entry.measures),
        "last": entry.last_used,
        "own_words": any(use.holds_own_words for use in entry.uses),
        "private": list(entry.private),
    }


def outcomes_document(
    groups: Iterable[GroupFigures], faults: Faults, *, today: date, leaves: bool = False
) -> OutcomesDocument:
    """Every figure of every group; of what leaves, what is wrong with files is a number alone."""
    found = troubles(faults)
    return {
        "goalctl": VERSION,
        "kind": "outcomes",
        "as_of": today,
        "errors": [] if leaves else found,
        "not_in_it": len(found),
        "outcomes": [
            {
                "group": group.group,
                "subject": one.subject,
                "figure": one.name,
                "n": one.n,
                "of": one.of,
                "percent": one.percent,
                "value": one.value,
                "low": one.low,
                "high": one.high,
                "hidden": one.is_hidden,
                "note": one.note or None,
            }
            for group in groups
            for one in group.figures
        ],
    }


def doctor_document(found: Iterable[tuple[str, str, str, bool]]) -> DoctorDocument:
    """Where, what, how to mend it, and whether it matters; in the order given."""
    return {
        "goalctl": VERSION,
        "kind": "doctor",
        "doctor": [
            {"where": where, "what": what, "mend": mend, "matters": matters} for where, what, mend, matters in found
        ],
    }


def check_document(
    named: Sequence[tuple[str, Finding]],
    titles: Mapping[str, str],
    *,
    today: date,
    plans: int,
    unreadable: int,
    waived: int,
    profile: Profile | None = None,
) -> CheckDocument:
    """The whole check; `profile` is whose questions were asked."""
    counts = Counter(finding.severity for _, finding in named)
    return {
        "goalctl": VERSION,
        "kind": "check",
        "as_of": today,
        "findings": [_finding(name, one, titles, profile) for name, one in named],
        "statistics": dict(sorted(Counter(finding.code for _, finding in named).items())),
        "summary": {
            "plans": plans,
            "unreadable": unreadable,
            "waived": waived,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
        },
    }


def _finding(name: str, finding: Finding, titles: Mapping[str, str], profile: Profile | None) -> FindingData:
    place = finding.place
    return {
        "file": name,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "width": place.width if place else None,
        "code": finding.code,
        "severity": finding.severity,
        "title": titles.get(finding.code, ""),
        "message": finding.message,
        "hint": finding.hint,
        "path": list(finding.path),
        "asked": _asked(finding.code, profile),
    }


def _asked(code: str, profile: Profile | None) -> AskedData | None:
    asked = profile.rules.get(code) if profile else None
    if profile is None or asked is None:
        return None
    return {
        "profile": profile.profile,
        "source": asked.source,
        "version": asked.version,
        "read": asked.read,
        "old": asked.old,
        "verified": asked.verified,
    }
