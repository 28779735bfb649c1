"""`goalctl transfer`: another clinician takes clients over, all of them or none, with a summary of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from goalctl.analysis.case import Case
from goalctl.analysis.figures import counted
from goalctl.analysis.handover import HandoverLine, HandoverPart, is_looked_after, paper_lines
from goalctl.cli.asking.ask import Question, Walk, is_confirmed
from goalctl.cli.colleagues import known_clinician, read_cases
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Because, Writer, plan_to_change, trail_of
from goalctl.cli.options import Force
from goalctl.cli.people import person_of
from goalctl.cli.reading import tell_risk
from goalctl.cli.reports.making import Order, make_folder, report_bytes
from goalctl.cli.writing import added_lines, say_uncommitted, tell_agreement, tell_beside, whose
from goalctl.documents.change import Edit
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.reports.kinds import ReportFormat, ReportKind
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.operations.transfer import Taking, TransferError, transfer_edits
from goalctl.workspace.store.caseload import PlanUnreadableError, case_now, case_plan
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.door import refuse_places
from goalctl.workspace.store.scan import PlanFile, Scan, scan
from goalctl.workspace.store.transaction.transaction import Changed, change_plans, previewed

WHY = Question("because", "Why?", "One sentence for whoever reads the plans later; it stays on record.", required=True)
NOBODY = "none"


class SummaryFormat(StrEnum):
    """How a transfer summary is written."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"


MOST_TOLD = 12

Output = Annotated[
    Path | None, Option("--output", "-o", metavar="DIR", help="A transfer summary of each into this folder.")
]


def command(
    desk: Desk,
    clients: Annotated[
        list[str] | None, Argument(metavar="[CLIENT]...", help="Whom; or --all --from.", show_default=False)
    ] = None,
    to: Annotated[str | None, Option("--to", metavar="WHO", help="Who takes them over.")] = None,
    everyone: Annotated[
        bool, Option("--all", help="Every client of --from in treatment, or with a risk that needs an act.")
    ] = False,
    from_: Annotated[str | None, Option("--from", metavar="WHO", help="With --all: whose clients; me: yours.")] = None,
    supervisor: Annotated[
        str | None,
        Option("--supervisor", metavar="WHO", help="Who supervises then, or none; else as before, never oneself."),
    ] = None,
    because: Because = None,
    anyway: Annotated[
        bool, Option("--anyway", help="Although entries are unsigned or not co-signed; --because says why.")
    ] = False,
    by: Writer = None,
    output: Output = None,
    shown_as: Annotated[SummaryFormat, Option("--format", help="How the summaries are written.")] = SummaryFormat.MD,
    force: Force = False,
) -> None:
    """Hand clients over to another clinician: in every plan's trail with the reason, in all of them or in none.

    What is to be signed or co-signed is done first. With -o a transfer summary of each is written; later there is
    goalctl report CLIENT --kind transfer.
    """
    taking = _taking(desk, to, supervisor)
    _refuse_without_reason(desk, because)
    cases = _chosen(desk, clients or [], taking, everyone=everyone, from_=person_of(desk, from_, "--from"))
    _refuse_unsigned(desk, cases, anyway=anyway)
    for case in cases if output is None else ():  # whoever has summaries written is told with each
        tell_risk(desk, case.plan.client, case.risk)
    found = scan(desk.root)
    for case in cases:
        tell_beside(desk, found, case.plan.client)
    reason = _reason(desk, because)
    _confirm(desk, cases, taking)
    handing = _handing(desk, found, cases, taking, reason, by)
    summaries = _summaries(desk, handing, output, ReportFormat(shown_as.value), force=force)
    _tell(desk, change_plans(desk.practice, [(file, handing.changes) for file in handing.files]))
    summaries.write(desk, force=force)


def _taking(desk: Desk, to: str | None, supervisor: str | None) -> Taking:
    whom = person_of(desk, to, "--to")
    if whom is None and desk.may_ask:
        ask = Question("to", "Who takes them over?", "A colleague, by the id of goalctl.yaml.", required=True)
        whom = str(Walk(desk, [ask]).run()["to"])
    if whom is None:
        raise UsageError("--to is missing: who takes them over?", "goalctl transfer CLIENT --to s.lee --because …")
    over = "" if supervisor == NOBODY else person_of(desk, supervisor, "--supervisor")
    if over:
        known_clinician(desk, over, "--supervisor")
    return Taking(known_clinician(desk, whom, "--to"), over)


def _refuse_without_reason(desk: Desk, because: str | None) -> None:
    if not desk.may_ask and not (because or "").strip():
        raise UsageError("--because is missing: why?", WHY.help)


def _reason(desk: Desk, because: str | None) -> str:
    """As stated, else it is asked."""
    return because if because and because.strip() else str(Walk(desk, [WHY]).run()["because"])


def _confirm(desk: Desk, cases: Sequence[Case], taking: Taking) -> None:
    names = ", ".join(case.plan.client for case in cases)
    what = f"{counted(len(cases), 'client')} ({names}) to {taking.to}"
    if desk.may_ask and not is_confirmed(desk, f"Hand {what}?"):
        raise TransferError("nothing was handed over")


def _chosen(desk: Desk, clients: Sequence[str], taking: Taking, *, everyone: bool, from_: str | None) -> list[Case]:
    """Those who are named, or all in treatment of one clinician; one that can't be read stops everything."""
    if everyone != (from_ is not None) or everyone == bool(clients):
        hint = "goalctl transfer CLIENT… --to s.lee, or: goalctl transfer --all --from n.intern --to s.lee"
        raise UsageError("whose clients, and which of them?", hint)
    return _named(desk, clients, taking) if from_ is None else _everyone_of(desk, from_, taking)


def _named(desk: Desk, clients: Sequence[str], taking: Taking) -> list[Case]:
    cases = [_to_hand_over(desk, client) for client in dict.fromkeys(clients)]
    if done := next((case.plan.client for case in cases if case.clinician == taking.to), None):
        raise TransferError(f"{done} is {taking.to}'s already", "leave them out")
    return cases


def _everyone_of(desk: Desk, from_: str, taking: Taking) -> list[Case]:
    if from_ == taking.to:
        raise TransferError(f"--from and --to are both {from_}", "--to names another clinician")
    read = read_cases(desk, from_)
    for client, fault in read.faults:
        if client and fault.hides_something:
            raise PlanUnreadableError(case_now(desk.practice, client))
    found = list(filter(is_looked_after, read.cases))
    if not found:
        raise TransferError(f"{from_} has no clients in treatment", "goalctl caseload --by-clinician")
    return found


def _to_hand_over(desk: Desk, client: str) -> Case:
    """Of somebody who is discharged only while a risk needs an act: then somebody has to look at it."""
    case = desk.case(plan_to_change(desk, client))
    if not is_looked_after(case):
        still_open(case.plan)
    return case


def _refuse_unsigned(desk: Desk, cases: Sequence[Case], *, anyway: bool) -> None:
    """Each entry is named; with `anyway` they are told all the same."""
    waiting = [line for case in cases for line in paper_lines(case)]
    if not waiting:
        return
    _tell_papers(desk, waiting)
    if not anyway:
        number = counted(len(waiting), "entry is", "entries are")
        first = next(case for case in cases if case.plan.client == waiting[0].client)
        who = first.plan.supervisor if waiting[0].part is HandoverPart.COSIGN else waiting[0].by or first.clinician
        hint = f"goalctl sign {first.plan.client} --by {who}; or --anyway, and --because says why"
        raise TransferError(f"{number} not signed or co-signed; nothing was handed over", hint)


def _tell_papers(desk: Desk, waiting: Sequence[HandoverLine]) -> None:
    for line in waiting[:MOST_TOLD]:
        desk.say(clean(f"  {_paper_words(line)}"))
    if (more := len(waiting) - MOST_TOLD) > 0:
        desk.say(f"  and {more} more")


def _paper_words(line: HandoverLine) -> str:
    return f"{line.client} {line.day} {line.what}{f' by {line.by}' if line.by else ''}: {line.part}"


@dataclass(frozen=True, slots=True)
class Summaries:
    """The pages, made before anything changes hands, and where each goes; none without a folder."""

    folder: Path | None
    pages: Sequence[tuple[Path, bytes]] = ()

    def write(self, desk: Desk, *, force: bool) -> None:
        """All of them."""
        if self.folder is None:
            desk.say("a summary of each: goalctl report CLIENT --kind transfer")
            return
        make_folder(self.folder)
        for path, page in self.pages:
            desk.write_out(path, page, force=force)
            desk.say(f"saved {path}")


def _summaries(desk: Desk, handing: Handing, folder: Path | None, shown_as: ReportFormat, *, force: bool) -> Summaries:
    """Each of the plan as it will be; nothing is written yet."""
    if folder is None:
        return Summaries(None)
    order = Order(ReportKind.TRANSFER, shown_as, desk.today)
    paths = [folder / f"{file.client}-transfer-{desk.today}.{order.written_as.value}" for file in handing.files]
    refuse_places(paths, force=force)
    pages = []
    for file, path in zip(handing.files, paths, strict=True):
        then = previewed(desk.practice, file, handing.changes).plan
        pages.append((path, report_bytes(desk, order, case_plan(desk.practice, file), then)))
    return Summaries(folder, pages)


@dataclass(frozen=True, slots=True)
class Handing:
    """Which plans change hands, and how; `changes` gives the edits of one."""

    files: Sequence[PlanFile]
    changes: Callable[[Plan], list[Edit]]


def _handing(desk: Desk, found: Scan, cases: Sequence[Case], taking: Taking, reason: str, by: str | None) -> Handing:
    def changes(plan: Plan) -> list[Edit]:
        return transfer_edits(plan, taking, trail_of(desk, plan, by, reason))

    return Handing([client_file(found, case.plan.client, exact=True) for case in cases], changes)


def _tell(desk: Desk, done: Sequence[Changed]) -> None:
    """Whose plan it is, the new lines, and what is to come; the ids on stdout."""
    for changed in done:
        plan = changed.plan
        case = desk.case(plan)
        coming = f"; next appointment {case.next_appointment}" if case.next_appointment else ""
        over = f", supervised by {plan.supervisor}" if plan.supervisor else ""
        desk.say(f"{whose(desk, plan)}\n{plan.clinician}'s client from now on{over}{coming}:\n{added_lines(changed)}")
        say_uncommitted(desk, changed.uncommitted)
        if changed.old is not None:
            tell_agreement(desk, changed.old, plan)
        desk.write(f"{plan.client}\n")
