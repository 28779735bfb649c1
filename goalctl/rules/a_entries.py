"""A: what an auditor looks for in an entry: when, where and with whom, who signed it, and what was corrected.

What an entry lacks is never written into it afterwards: an amendment stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.history.late import is_late, written_words
from goalctl.analysis.history.signatures import is_signed
from goalctl.model.finding import Finding, Severity
from goalctl.model.people import person_named
from goalctl.model.session import Kind
from goalctl.rules.a_billing import is_timed
from goalctl.rules.entries import placed_entries, sittings
from goalctl.rules.hints import ignoring, signing_as
from goalctl.rules.rule import Rule, RuleCase, finding_at


def _lacking(case: RuleCase, what: str, message: str) -> Iterator[Finding]:
    for path, entry in sittings(case):
        if not getattr(entry, what):
            yield finding_at(message, (*path, "id"))


def no_times(case: RuleCase) -> Iterator[Finding]:
    """A session, or what was billed by the minute, without start and end, or start and minutes."""
    for path, entry in placed_entries(case):
        is_asked = entry.kind.is_sitting or (entry.kind.client_was_seen and is_timed(entry))
        if is_asked and (entry.time is None or not entry.length):
            yield finding_at("start and end of the session are not on record", (*path, "id"))


def nobody_present(case: RuleCase) -> Iterator[Finding]:
    """A session that does not say who was there."""
    return _lacking(case, "present", "who was present is not on record")


def no_place(case: RuleCase) -> Iterator[Finding]:
    """A session that does not say where it was."""
    return _lacking(case, "place", "the place is not on record")


def not_signed(case: RuleCase) -> Iterator[Finding]:
    """An entry that none but a supervisor has signed by the day; a missed hour and the client's journal need not be."""
    for path, entry in placed_entries(case):
        is_asked = not entry.kind.did_not_take_place and entry.kind is not Kind.JOURNAL
        if is_asked and not is_signed(entry, by=case.today):
            hint = f"goalctl sign CLIENT SESSION{signing_as(case, entry.by)}"
            yield finding_at("the entry is not signed", (*path, "id"), hint)


def no_credential(case: RuleCase) -> Iterator[Finding]:
    """A signature by someone whose credential is not on record; the client's and a guardian's carry none."""
    known = {name for name, person in case.settings.clinicians.items() if person.credential}
    for path, entry in placed_entries(case):
        for n, signature in enumerate(entry.signed):
            if signature.by not in known and person_named(case.plan, signature.by) is None:
                yield finding_at("the signature carries no credential", (*path, "signed", n, "by"))


def unnamed_correction(case: RuleCase) -> Iterator[Finding]:
    """A correction without the name of its author."""
    for n, entry in enumerate(case.plan.sessions):
        for position, amendment in enumerate(entry.amended):
            if not amendment.by:
                yield finding_at("the correction names no author", ("sessions", n, "amended", position))


def written_late(case: RuleCase) -> Iterator[Finding]:
    """An entry that was written longer after the session than the practice's `late_after`."""
    after = case.settings.late_after
    for path, entry in placed_entries(case):
        if entry.written and is_late(entry, after):
            yield finding_at(
                f"a late entry: {written_words(entry.written)}, more than {after} after", (*path, "written")
            )


W = Severity.WARNING
_PRACTICE = "what a payer's reviewers ask of a progress note"


def _session(entry: str) -> str:
    return f"sessions: [{{date: 2026-02-02{entry}}}]"


_AMENDED = "amended: [{on: 2026-02-03, because: slip, set: {note: right}"

RULES = (
    Rule(
        "A143", "start and end of a session", "time-based codes need the time, those of a crisis too", no_times, W,
        mend="say it as time, from and to: goalctl amend CLIENT SESSION", source="NGS Medicare, CERT findings",
        bad=_session(", time: 10:00"),
        good=_session(", time: 10:00-10:53"),
    ),
    Rule(
        "A144", "who was present", "it decides the code and who heard what", nobody_present, W,
        mend="say it as present: goalctl amend CLIENT SESSION", source=_PRACTICE, verified=False,
        bad=_session(""),
        good=_session(", present: [client]"),
    ),
    Rule(
        "A145", "where it was", "telehealth and office are paid and consented to differently", no_place, W,
        mend="say it as place: goalctl amend CLIENT SESSION", source=_PRACTICE, verified=False,
        bad=_session(""),
        good=_session(", place: office"),
    ),
    Rule(
        "A146", "entries are signed",
        "an entry that nobody signed is a draft, an intake and a call too; a co-signature alone is none", not_signed, W,
        mend="goalctl sign CLIENT SESSION", source=_PRACTICE, verified=False,
        bad=_session(""),
        good=_session(", signed: [{by: m.kowalski, on: 2026-02-02}]"),
    ),
    Rule(
        "A147", "a signature carries a credential", "the name alone does not say who may provide this",
        no_credential, W,
        mend="add the credential under clinicians: in goalctl.yaml", source="one payer's manual",
        bad=_session(", signed: [{by: nobody.known, on: 2026-02-02}]"),
        good=_session(", signed: [{by: m.kowalski, on: 2026-02-02}]"),
    ),
    Rule(
        "A152", "a correction names its author", "marked, dated, authored, the original readable",
        unnamed_correction, W,
        mend=f"add by: to the amendment while git has it not yet; else whose it was: {ignoring('A152')}",
        source="CMS Program Integrity Manual 3.3.2.5",
        bad=_session(f", {_AMENDED}}}]"),
        good=_session(f", {_AMENDED}, by: m.kowalski}}]"),
    ),
    Rule(
        "A153", "entries are written in time", "what is written late is a late entry, and is marked as one",
        written_late, Severity.INFO,
        mend="its marks say so already; write the next one sooner, or state late_after: in goalctl.yaml",
        source="CMS Program Integrity Manual 3.3.2.5: late entries are marked as late",
        bad=_session(", written: 2026-02-06T00:01"),
        good=_session(", written: 2026-02-06T00:00"),
    ),
)  # fmt: skip
