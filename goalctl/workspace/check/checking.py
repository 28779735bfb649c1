"""A whole check: rules, settings, waivers and places over many plans, one plan after another.

Errors (`E`) are always told, whatever is selected; everything else can be chosen, switched off and waived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from goalctl.analysis.case import Case
from goalctl.analysis.history.whole_path import path_in_whole
from goalctl.documents.document import document_of
from goalctl.model.finding import Finding, Path, Severity, by_place
from goalctl.model.plan import Plan
from goalctl.model.session import Kind
from goalctl.rules.a_cloned import BESIDE_OTHERS, GOALS, NOTES, REPEATED, OwnedText, Seen
from goalctl.rules.c_signals import risk_in_unreadable
from goalctl.rules.entries import placed_entries
from goalctl.rules.every import ADVICE, OF_THE_DAY
from goalctl.rules.rule import OF_THE_WORK, PlanSeen, Rule, RuleCase, findings_of
from goalctl.rules.s_fit import active_goals
from goalctl.workspace.check.choice import Chosen, weighed
from goalctl.workspace.store.caseload import CasePlan, case_of, case_plan, risk_of
from goalctl.workspace.store.cores import MANY, on_every_core
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS, client_at
from goalctl.workspace.store.scan import PlanFile, twins

NO_FILE = "-"
TWICE = "C114"
AT_ONCE = 50  # plans at the most in one piece of work for another process


class CheckedPlan(NamedTuple):
    """One file with its findings in the order of the file; not `readable` when there is no plan in it (`E1xx`).

    `waived` are the codes of findings that it waives, each as often as it does; `entries` its valid ones, id and day.
    """

    name: str
    findings: tuple[Finding, ...]
    readable: bool = True
    waived: tuple[str, ...] = ()
    entries: tuple[tuple[str, date], ...] = ()


@dataclass
class Checking:
    """A check of one practice on one day; it remembers what it has seen, to tell copied texts.

    `of_all`: every plan is checked, so that a waiver of a copied text that waives nothing is one too many.
    """

    practice: Practice
    chosen: Chosen
    today: date
    of_all: bool = False
    _goals: Seen = field(default_factory=Seen)
    _notes: Seen = field(default_factory=Seen)

    def checked(self, files: Sequence[PlanFile]) -> Iterator[CheckedPlan]:
        """The plans one after another, so that never all of them are held; many are checked on every core.

        Not with a profile: what was copied is told by what was checked before. The first is checked here, so that what
        that loads is there for every process.
        """
        if self.chosen.profile is not None:
            return (one for file in files for one in self._some([file]))
        return chain(self._some(files[:1]), on_every_core(self._some, files[1:], many=MANY, at_once=AT_ONCE))

    def _some(self, files: Iterable[PlanFile]) -> list[CheckedPlan]:
        rules = self._rules()
        return [self._plan(case_plan(self.practice, file), rules) for file in files]

    def checked_as(self, read: CasePlan, seen: Case) -> CheckedPlan:
        """One plan that was read and is seen from the case's own day, which may be one that notes what it is asked."""
        return self._plan(read, self._rules(), seen)

    def checked_text(self, text: str) -> CheckedPlan:
        """A plan that is in no file, as an editor has it; its client is whom it names."""
        document = document_of(text.encode(errors="surrogateescape"), Plan)  # what is no text is told
        client = document.content.client if document.content else NO_FILE
        return self._plan(case_of(self.practice, PlanFile(client, NO_FILE, (0, 0, 0, 0)), document), self._rules())

    def _rules(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in ADVICE if self._asks(rule.code))

    def _asks(self, code: str) -> bool:
        return self.chosen.asks(code, self.practice.settings)

    def _can_tell(self, code: str, seen: Case) -> bool:
        """Whether a waiver of that code that waives nothing is one too many; it may be of what came later.

        One of the work is left where it is when treatment ends.
        """
        is_for_later = seen.leaves_something_out and code in OF_THE_DAY
        was_for_the_work = seen.plan.has_ended and code.startswith((*OF_THE_WORK, "D"))
        return (
            self._asks(code) and not (is_for_later or was_for_the_work) and (self.of_all or code not in BESIDE_OTHERS)
        )

    def _plan(self, read: CasePlan, rules: tuple[Rule, ...], seen: Case | None = None) -> CheckedPlan:
        from goalctl.workspace.check.waivers import waived
        from goalctl.workspace.store.notes import note_findings

        name = read.file.name
        plan, data, profile = read.plan, read.document.data, self.chosen.profile
        if plan is None:
            risk = risk_in_unreadable(risk_of(self.practice, read, today=self.today))
            named = (one._replace(hint=one.hint.replace("CLIENT", read.file.client)) for one in risk)
            told = weighed((finding for finding in named if self._asks(finding.code)), self.practice.settings)
            return CheckedPlan(name, (*read.document.with_places(told), *read.findings), readable=False)
        seen = seen or self.practice.case(plan, today=self.today)
        case = RuleCase.seen_in(seen, plan, read.file.client, data, profile)
        found = self._found(rules, case, seen)
        found += note_findings(self.practice, case.plan)
        advice = read.document.with_places(weighed(found, self.practice.settings))
        asked_for = (*read.findings, *advice)
        left = waived(read.document.text, asked_for, was_asked=lambda code: self._can_tell(code, seen))
        is_its_own = plan.client == read.file.client  # else the file is a copy, which is told
        entries = tuple((one.id, one.date) for one in plan.sessions if one.id and not one.void) if is_its_own else ()
        return CheckedPlan(name, tuple(sorted(left.findings, key=by_place)), waived=left.codes, entries=entries)

    def in_two_plans(self, plans: Iterable[CheckedPlan]) -> list[tuple[str, Finding]]:
        """Entries of one plan that stand in another one too, as when two clones moved one to two clients.

        That is the same day under the same id: an id that hands chose alike is no entry that was moved.
        """
        holders: dict[tuple[str, date], str] = {}
        shared: dict[tuple[str, str], list[str]] = {}
        for plan in plans if self._asks(TWICE) else ():
            for entry in plan.entries:
                if (first := holders.setdefault(entry, plan.name)) != plan.name:
                    shared.setdefault((first, plan.name), []).append(entry[0])
        found = ((name, _in_both(client_at(first), client_at(name), ids)) for (first, name), ids in shared.items())
        return [(name, one) for name, told in found for one in weighed([told], self.practice.settings)]

    def _found(self, rules: tuple[Rule, ...], case: RuleCase, seen: Case) -> list[Finding]:
        """What is asked of the plan as it stood on the day, what of its file, and what of that as it is now."""
        now = seen.cut_from.now if seen.cut_from else None
        if now and now > seen.today:
            found = findings_of((rule for rule in rules if rule.sees is PlanSeen.OF_NOW), replace(case, today=now))
            others = tuple(rule for rule in rules if rule.sees is not PlanSeen.OF_NOW)
            return [*found, *self._found_then(others, case, seen)]
        return self._found_then(rules, case, seen)

    def _found_then(self, rules: tuple[Rule, ...], case: RuleCase, seen: Case) -> list[Finding]:
        if seen.cut_from is None or not seen.leaves_something_out:
            return [*findings_of(rules, case), *self._copied(case)]
        then = replace(case, plan=seen.plan, cut_from=seen.cut_from)
        of_the_day = [rule for rule in rules if rule.sees is PlanSeen.OF_THE_DAY]
        found = [*findings_of(of_the_day, then), *self._copied(then)]
        placed = (one._replace(path=path_in_whole(one.path, then.plan, seen.cut_from)) for one in found)
        return [*findings_of((rule for rule in rules if rule not in of_the_day), case), *placed]

    def _copied(self, case: RuleCase) -> Iterator[Finding]:
        """What is asked for and looks copied, from a plan that was checked before or from an earlier session."""
        return (one for one in self._twins(case) if self._asks(one.code))

    def _twins(self, case: RuleCase) -> Iterator[Finding]:
        if self.chosen.profile is None:
            return
        own, owner = _notes_of_before(case), (case.earlier[0].client if case.earlier else case.name)
        for path, goal in active_goals(case):
            relevant, because = goal.smart.relevant, goal.smart.attainable.because
            parts = (goal.goal, goal.smart.specific, relevant.in_their_words, because)
            text = " ".join(part for part in parts if part)
            owned = OwnedText(text, owner, f"{goal.id} of {case.name}")
            yield from _twin(GOALS, self._goals, owned, (*path, "goal"))
        for path, entry in placed_entries(case):
            if entry.note:
                place = (*path, "note")
                origin = f"{case.name}, {entry.date}"
                event = f"{entry.date} {entry.group or ''}" if entry.kind is Kind.GROUP else ""
                yield from _twin(NOTES, self._notes, OwnedText(entry.note, owner, origin, event), place)
                yield from _twin(REPEATED, own, OwnedText(entry.note, f"{path}", f"{entry.date}"), place)


def _notes_of_before(case: RuleCase) -> Seen:
    """What was noted in earlier episodes: the new one's notes may be carried forward from there."""
    seen = Seen()
    for plan in case.earlier:
        for n, entry in enumerate(plan.log):
            if entry.note:
                seen.twin_of(OwnedText(entry.note, f"{plan.client} {n}", f"{plan.client}, {entry.date}"))
    return seen


def _twin(rule: Rule, seen: Seen, passage: OwnedText, path: Path) -> Iterator[Finding]:
    twin = seen.twin_of(passage)
    if twin:
        yield Finding(rule.code, f"almost the same words as {twin.origin}", path, rule.mend, rule.severity)


def _in_both(first: str, client: str, entries: Sequence[str]) -> Finding:
    said = f"{entries[0]}{f' and {len(entries) - 1} more' if entries[1:] else ''}"
    void = f"void it where it does not belong: goalctl void {client} {entries[0]} --other-client --because …"
    what = f"an entry of {first} stands in the plan of {client} too, and counts in both: {said}"
    return Finding(TWICE, what, hint=f"{void}, or the same with {first}", severity=Severity.WARNING)


def practice_findings(practice: Practice) -> list[tuple[str, Finding]]:
    """What is wrong around the plans, by file: the settings, second copies, and the practice's own library."""
    from goalctl.workspace.shelves.kinds import library_findings
    from goalctl.workspace.shelves.settings_check import settings_findings

    named = [*((SETTINGS, finding) for finding in settings_findings(practice)), *library_findings(practice)]
    return [*named, *((name, _twin_of(what)) for name, what in twins(practice.root))]


def _twin_of(what: str) -> Finding:
    return Finding("E154", what, hint="goalctl doctor --fix puts it away", severity=Severity.INFO)
