"""The audit of one plan: each requirement of the profile, met or not, by which source, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from goalctl.analysis.audit.standing import evidence_of, place_of
from goalctl.analysis.audit.thread import Link, ThreadLink, thread_of
from goalctl.analysis.figures import counted
from goalctl.model.finding import Finding
from goalctl.model.plan import Plan
from goalctl.model.profile import Profile, Requirement
from goalctl.rules.every import ADVICE
from goalctl.rules.rule import thin_until
from goalctl.views.data.text import VERSION
from goalctl.views.reports.head import head_of
from goalctl.views.reports.parts import Head, ReportFact, Scope, list_words
from goalctl.views.words.requirement import read_words

if TYPE_CHECKING:
    from goalctl.views.data.shapes_report import AuditDocument, RequirementData

ALONE = frozenset({"A170", "A171"})  # they compare with other clients' plans
MET, NOT_MET, NOT_LOOKED_AT, NOT_YET, WAIVED = "met", "NOT MET", "not looked at", "not asked yet", "waived"
_WAITING = frozenset(rule.code for rule in ADVICE if rule.waits)
NOTHING_TO_ASK = "nothing on record that this applies to"
_BREAKS = frozenset({"A110", "A111", "A115", "A150", "A151"})
_LOOSE = ("A140", "A141")


class Audited(NamedTuple):
    """What a check found, by whose questions. `plan` is the whole one, into which the findings' paths lead.

    `waived` are the codes of the findings that the plan waives.
    """

    plan: Plan
    profile: Profile
    findings: tuple[Finding, ...]
    titles: Mapping[str, str]
    waived: tuple[str, ...] = ()


class AuditRow(NamedTuple):
    """One requirement. `where` are the places of what is missing, or of what meets it."""

    code: str
    title: str
    verdict: str
    where: tuple[str, ...]
    source: str
    old: str


class ThreadRow(NamedTuple):
    """One link of the thread; `broken` says where it ends."""

    indent: int
    what: str
    id: str
    words: str
    sessions: str
    broken: str


class AuditReport(NamedTuple):
    """What is not met first, then all that was asked, then the thread with its breaks marked."""

    head: Head
    said: str
    not_met: tuple[AuditRow, ...]
    met: tuple[AuditRow, ...]
    thread: tuple[ThreadRow, ...]
    loose: tuple[str, ...]


def audit_report(scope: Scope, audited: Audited) -> AuditReport:
    """The report on its day."""
    rows = tuple(_row(scope, audited, code, asked) for code, asked in sorted(audited.profile.rules.items()))
    open_rows = tuple(row for row in rows if row.verdict == NOT_MET)
    waived = f"; {counted(len(audited.waived), 'finding')} {_waived_in_words(audited)}" if audited.waived else ""
    facts = (
        ReportFact("Asked by", f"{audited.profile.name} ({audited.profile.profile})"),
        ReportFact("For", audited.profile.setting),
    )
    return AuditReport(
        head=head_of(scope, "Audit", *facts),
        said=f"{len(open_rows)} of {counted(len(rows), 'requirement')} not met{waived}.",
        not_met=open_rows,
        met=tuple(row for row in rows if row.verdict != NOT_MET),
        thread=tuple(_thread(scope, audited)),
        loose=tuple(_loose(audited)),
    )


def audit_document(scope: Scope, audited: Audited) -> AuditDocument:
    """The same for programs, without anybody's name."""
    report = audit_report(scope, audited)
    return {
        "goalctl": VERSION,
        "kind": "audit",
        "as_of": scope.end,
        "client": scope.plan.client,
        "notice": report.head.notice or None,
        "profile": audited.profile.profile,
        "waived": len(audited.waived),
        "requirements": [_requirement(row) for row in (*report.not_met, *report.met)],
        "thread": [
            {
                "depth": row.indent,
                "what": row.what,
                "id": row.id,
                "words": row.words,
                "sessions": row.sessions or None,
                "broken": row.broken or None,
            }
            for row in report.thread
        ],
        "loose": list(report.loose),
    }


def _requirement(row: AuditRow) -> RequirementData:
    return {
        "code": row.code,
        "title": row.title,
        "met": {MET: True, NOT_MET: False}.get(row.verdict),
        "where": list(row.where),
        "source": row.source,
        "old": row.old or None,
    }


def _of(audited: Audited, codes: Iterable[str]) -> list[Finding]:
    wanted = frozenset(codes)
    return [finding for finding in audited.findings if finding.code in wanted]


def _row(scope: Scope, audited: Audited, code: str, asked: Requirement) -> AuditRow:
    found = _of(audited, [code])
    missing = (f"{place_of(audited.plan, one.path)}: {one.message}" for one in found)
    verdict, *where = (NOT_MET, *missing) if found and code not in ALONE else _verdict(scope, audited, code)
    return AuditRow(code, audited.titles.get(code, ""), verdict, tuple(where), _source(asked), asked.old or "")


def _verdict(scope: Scope, audited: Audited, code: str) -> tuple[str, ...]:
    """Of what nothing was found about: met only where it was asked, and where it stands; else why it was not."""
    if code in ALONE:
        return NOT_LOOKED_AT, "goalctl check --audit compares it with the other plans"
    if code in audited.waived:
        return WAIVED, _waived_in_words(audited)
    if code in _WAITING and (until := thin_until(scope.plan, today=scope.end)):
        return NOT_YET, f"the plan may be made until {until}, and is not asked about before"
    days = [entry.date for entry in scope.case.entries if entry.kind.is_sitting]
    return MET, *(evidence_of(scope.plan, code, days) or (NOTHING_TO_ASK,))


def _waived_in_words(audited: Audited) -> str:
    """Whether each has a reason, other rules tell of the plan."""
    return f"waived in the plan, {'not each ' if _of(audited, ['W102']) else ''}with a reason"


def _source(asked: Requirement) -> str:
    is_read = asked.verified or asked.read is not None
    return list_words([asked.source, asked.version if is_read else "", read_words(asked)])


def _thread(scope: Scope, audited: Audited) -> Iterator[ThreadRow]:
    breaks: dict[str, list[str]] = {}
    for finding in _of(audited, _BREAKS):
        breaks.setdefault(place_of(audited.plan, finding.path), []).append(finding.message)
    for link in thread_of(scope.case):
        said = "; ".join(breaks.get(link.id, ()))
        yield ThreadRow(link.depth, link.link.value, link.id, _words(link), _sessions(link), said)


def _words(link: ThreadLink) -> str:
    return f"{link.words} ({link.status})" if link.status and link.status != "active" else link.words


def _sessions(link: ThreadLink) -> str:
    if link.link is Link.PROBLEM:
        return ""
    return f"{counted(len(link.days), 'session')}: {list_words(link.days)}" if link.days else "no session"


def _loose(audited: Audited) -> Iterator[str]:
    """The sessions that hang on nothing, each once."""
    said: dict[str, list[str]] = {}
    for finding in _of(audited, _LOOSE):
        said.setdefault(place_of(audited.plan, finding.path), []).append(finding.message.removeprefix("the session "))
    return (f"{place}: {' and '.join(found)}" for place, found in said.items())
