"""`goalctl export`: plans as JSON or FHIR, scores as CSV; without anything that says who it was, if wanted."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from goalctl import __version__
from goalctl.analysis.case import Case
from goalctl.analysis.figures import counted
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import Force
from goalctl.cli.reading import NotYetError, tell_strays, was_there
from goalctl.cli.reports.options import Release
from goalctl.cli.reports.release import note_releases, say_notice, tell_before_it_leaves
from goalctl.cli.table_export import write_tables
from goalctl.exchange.alike import LEAST, alike, alike_text
from goalctl.exchange.deidentified import COLUMNS, NEVER, Nameless, deidentified_rows, deidentified_text, least_alike
from goalctl.exchange.fhir.bundle import bundle_of, fhir_text, kept_back
from goalctl.exchange.fhir.refused import refused_by_r4b
from goalctl.exchange.fhir.shapes import OnRequest
from goalctl.exchange.plans import plans_text
from goalctl.model.care import PART2_NOTICE
from goalctl.model.finding import Value
from goalctl.views.clean import clean
from goalctl.views.listings.exchange import rows_listing, score_listing
from goalctl.views.listings.formats import csv_text
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.store.caseload import CasePlan, case_plans
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.counted_once import EachOnce
from goalctl.workspace.store.scan import PlanFile, Scan
from goalctl.workspace.store.stray_risk import told_scan

CODE_BYTES = 8
_WHAT = "export, {}"  # which document is noted as released


class ExportFormat(StrEnum):
    """What an export can be."""

    JSON = "json"
    CSV = "csv"
    FHIR = "fhir"
    PARQUET = "parquet"


class Held(StrEnum):
    """What leaves by FHIR only when it is asked for."""

    CONFIDENTIAL = "confidential"
    RISK = "risk"


def command(
    desk: Desk,
    clients: Annotated[
        list[str] | None,
        Argument(metavar="[CLIENT]...", help="Only these; a beginning of each will do.", show_default=False),
    ] = None,
    shown_as: Annotated[
        ExportFormat,
        Option("--format", help="json: whole plans. csv: scores. fhir: R4B Bundles. parquet: a folder of tables."),
    ] = ExportFormat.JSON,
    deidentify: Annotated[
        bool, Option("--deidentify", help="No words, names or days: random codes, and weeks since the opening.")
    ] = False,
    are_alike: Annotated[
        bool,
        Option("--alike", help="With --deidentify: coarse rows, of which at least 11 (small_cells) are alike."),
    ] = False,
    include: Annotated[
        list[Held] | None, Option("--include", help="With fhir: also what is told of risk, or kept confidential.")
    ] = None,
    output: Annotated[
        Path | None, Option("--output", "-o", metavar="FILE", help="A new file that only you may read.")
    ] = None,
    force: Force = False,
    release: Release = None,
) -> int:
    """Write plans as JSON or FHIR, or scores as CSV: for other programs, for research, to move to another workspace.

    FHIR is a Bundle for each client: one that is named is indented, several come as NDJSON, a Bundle on each line.
    """
    named = clients or []
    typed = ExportOptions(shown_as, deidentify, include or (), bool(named), are_alike, release)
    typed.refuse_what_does_not_go_together()
    found = told_scan(desk.practice)
    files = _files(found, named)
    beside = _tell_beside(desk, found, files)
    if shown_as is ExportFormat.PARQUET:
        return write_tables(desk, _told_cases(desk, found, files), output, force=force, release=release) or beside
    cases = list(_cases(desk, found, files, is_whole=typed.is_whole))
    return _write_text(desk, typed, cases, output, force=force) or beside


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options that say what is exported, for whom and as which text; `is_one` where a client is named."""

    shown_as: ExportFormat
    deidentify: bool
    include: Sequence[Held]
    is_one: bool
    are_alike: bool
    release: str | None

    @property
    def asked(self) -> OnRequest:
        """What leaves by FHIR because it was asked for."""
        return OnRequest(Held.CONFIDENTIAL in self.include, Held.RISK in self.include)

    @property
    def is_whole(self) -> bool:
        """Whether it is what the files say, and nobody is counted in it."""
        return self.shown_as is ExportFormat.JSON and not self.deidentify

    def refuse_what_does_not_go_together(self) -> None:
        """Raise where one option leaves nothing for another."""
        self._refuse_what_is_without_names()
        if self.include and self.shown_as is not ExportFormat.FHIR:
            raise UsageError("--include is for --format fhir", "JSON and CSV hold everything")
        if self.release and (self.deidentify or not self.is_one):
            raise UsageError(
                "--record-release is for clients who are named", "goalctl export CLIENT --record-release WHOM"
            )

    def _refuse_what_is_without_names(self) -> None:
        if self.shown_as is ExportFormat.FHIR and self.deidentify:
            raise UsageError("--deidentify leaves nothing that FHIR could say", "use --format json or csv")
        if self.shown_as is ExportFormat.PARQUET and self.deidentify:
            raise UsageError("--deidentify leaves no tables", "use --format csv")
        if self.are_alike and not (self.deidentify and not self.is_one):
            raise UsageError("--alike is for everybody without names", "goalctl export --deidentify --alike")


def _write_text(
    desk: Desk, typed: ExportOptions, cases: Sequence[CasePlan], output: Path | None, *, force: bool
) -> int:
    """One text of all plans; the status says whether every plan is in it, and every reader can take it."""
    _tell_errors(desk, cases)
    plans = [desk.case(case.plan) for case in cases if case.plan is not None]
    _tell_what_is_left_out(desk, typed, plans)
    if not typed.deidentify:
        say_notice(desk, [plan.plan for plan in plans])
    kind = "json" if typed.shown_as is ExportFormat.FHIR else typed.shown_as.value
    _deliver(desk, _text(desk, typed, cases, plans), output, counted(len(plans), "plan"), kind, force=force)
    if typed.release:
        note_releases(desk, [plan.plan for plan in plans], _WHAT.format(typed.shown_as.value), typed.release)
    is_sound = _is_as_r4b_has_it(desk, typed, plans)
    return COULD_NOT if len(plans) < len(cases) or not is_sound else 0


def _text(desk: Desk, typed: ExportOptions, cases: Iterable[CasePlan], plans: Sequence[Case]) -> str:
    if typed.shown_as is ExportFormat.FHIR:
        return fhir_text(plans, typed.asked, one=typed.is_one)
    if typed.are_alike:
        return _alike(desk, plans, typed.shown_as)
    return _nameless(desk, plans, typed.shown_as) if typed.deidentify else _whole(cases, plans, typed.shown_as)


def _deliver(desk: Desk, text: str, output: Path | None, what: str, kind: str, *, force: bool) -> None:
    if output is None:
        desk.write(text)
    else:
        desk.write_out(output, text.encode(), force=force, written_as=kind)
        desk.say(f"exported {what} to {output}")


def _files(found: Scan, clients: Iterable[str]) -> list[PlanFile]:
    """Those of the clients that are named, each once."""
    files = {(file := client_file(found, client, exact=False)).client: file for client in clients}
    return sorted(files.values(), key=lambda file: file.client)


def _tell_beside(desk: Desk, found: Scan, named: Sequence[PlanFile]) -> int:
    """Say which files beside the plans are not in the export; it is not whole then, which the status tells."""
    beside = tuple(stray for file in named for stray in found.beside(file.client))
    return tell_strays(desk, found._replace(strays=beside) if named else found)


def _tell_errors(desk: Desk, cases: Iterable[CasePlan]) -> None:
    for case in (case for case in cases if case.errors):
        desk.say(findings_text((case.file.name, finding) for finding in case.errors))


def _told_cases(desk: Desk, found: Scan, named: Sequence[PlanFile]) -> Iterator[CasePlan]:
    """The same one after another, each when its errors are told, so that never all of them are held."""
    for case in _cases(desk, found, named):
        _tell_errors(desk, [case])
        yield case


def _cases(desk: Desk, found: Scan, named: Sequence[PlanFile], *, is_whole: bool = False) -> Iterator[CasePlan]:
    """The plans of the day; where all are counted, a copy of another's is told, and has none."""
    cases = case_plans(desk.practice, named or found.files)
    for case in cases if is_whole or named else _counted_once(desk, found, cases):
        if case.plan is None or was_there(desk, case.plan):
            yield case
        elif named:
            raise NotYetError(case.plan, desk.today, today=desk.today)


def _counted_once(desk: Desk, found: Scan, cases: Iterable[CasePlan]) -> Iterator[CasePlan]:
    once = EachOnce(file.client for file in found.files)
    for case in cases:
        if is_copy := case.plan is not None and not once.counts(case.file.client, case.plans_client):
            desk.say(f"{case.file.name}: left out, since {case.plans_client} is counted once")
        yield case.without_plan if is_copy else case


def _whole(cases: Iterable[CasePlan], plans: Iterable[Case], shown_as: ExportFormat) -> str:
    if shown_as is ExportFormat.JSON:
        data = [case.document.data for case in cases if case.plan is not None]
        notice = PART2_NOTICE if any(plan.plan.part2 for plan in plans) else ""
        return plans_text(list(map(_data_then, plans, data)), version=__version__, notice=notice)
    return csv_text(score_listing(score for plan in plans for score in plan.scores))


def _data_then(plan: Case, data: Value) -> Value:
    """What the file says; on an earlier day, without what is of later ones. From the day it is, nothing is left out."""
    is_earlier = plan.cut_from is not None and plan.cut_from.is_earlier
    return plan.data_then(data) if is_earlier and isinstance(data, dict) else data


def _tell_what_is_left_out(desk: Desk, typed: ExportOptions, plans: Sequence[Case]) -> None:
    """What came later; of a table forms without a total; of FHIR what nobody asked for; what JSON has of others."""
    if desk.practice.is_earlier(desk.today) and any(plan.leaves_something_out for plan in plans):
        desk.say(f"as of {desk.today}: what came later is left out")
    for plan in plans:
        for words in _lacking(typed, plan):
            desk.say(f"{plan.plan.client}{words}")
        if typed.release:
            held = plan.entries if typed.shown_as is not ExportFormat.FHIR or typed.asked.confidential else ()
            tell_before_it_leaves(desk, plan.plan, held, _WHAT.format(typed.shown_as.value), typed.release)


def _lacking(typed: ExportOptions, plan: Case) -> Iterator[str]:
    """What a client's name is put before."""
    if typed.shown_as is ExportFormat.CSV:
        yield from (f", {found.day}: {found.in_words}" for found in plan.unscored_forms)
    elif typed.shown_as is ExportFormat.FHIR and (left := kept_back(plan, typed.asked)):
        yield f": left out: {', '.join(left)}"
    elif typed.shown_as is ExportFormat.JSON and not typed.deidentify:
        told = "is about another client, and in here whole, as in the file; take it out before this leaves you"
        found = (entry for entry in plan.entries_as_written if entry.void and entry.void.other_client)
        yield from (f": the entry of {entry.date} {told}" for entry in found)


def _is_as_r4b_has_it(desk: Desk, typed: ExportOptions, plans: Iterable[Case]) -> bool:
    """Whether no reader of R4B will refuse what was written, as far as that can be told here; else say what."""
    if typed.shown_as is not ExportFormat.FHIR:
        return True
    checked = [(plan.plan.client, refused_by_r4b(bundle_of(plan, typed.asked))) for plan in plans]
    for client, refused in checked:
        if refused:
            desk.say(clean(f"{client}: a reader of R4B will refuse {refused}"))
    return not any(refused for _, refused in checked)


def _nameless(desk: Desk, plans: Iterable[Case], shown_as: ExportFormat) -> str:
    """In the order of the random codes, so that the order of the ids tells nothing; it is called what it is."""
    found = sorted((Nameless.of(plan, secrets.token_hex(CODE_BYTES)) for plan in plans), key=lambda one: one.code)
    k, least = least_alike(found), _least(desk)
    others = "one is like no other" if k == 1 else f"only {k} are alike"
    if k < least:
        desk.say(f"pseudonymised, not anonymous: k = {k}, {others}; whoever knows a client's weeks may find them")
    desk.say(f"left out: {', '.join(NEVER)}")
    if shown_as is ExportFormat.JSON:
        return deidentified_text(found, version=__version__, least=least)
    return csv_text(rows_listing(COLUMNS, deidentified_rows(found)))


def _least(desk: Desk) -> int:
    """How many have to be alike before it is called de-identified."""
    return max(LEAST, desk.practice.settings.small_cells)


def _alike(desk: Desk, plans: Iterable[Case], shown_as: ExportFormat) -> str:
    from goalctl.workspace.shelves.origins import origins_at

    found = alike(plans, origins_at(desk.root), least=_least(desk))
    desk.say(
        f"de-identified: k = {found.k}, so many rows are alike at least; a row for each of {len(found.rows)} clients"
    )
    desk.say(f"left out: {', '.join(found.left_out)}")
    if shown_as is ExportFormat.JSON:
        return alike_text(found, version=__version__)
    return csv_text(rows_listing(found.columns, found.rows))
