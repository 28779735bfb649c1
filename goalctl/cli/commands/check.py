"""`goalctl check`: findings, each with its place and how to mend it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, FINDINGS, UsageError
from goalctl.model.finding import Finding, Severity
from goalctl.model.profile import Profile
from goalctl.rules.every import names_a_rule
from goalctl.views.listings.findings_github import Named, findings_github, statistics
from goalctl.views.screens.findings import concise_text, findings_text, summary
from goalctl.workspace.check.checking import NO_FILE, CheckedPlan, Checking, practice_findings
from goalctl.workspace.check.choice import LAST_COMMIT, Chosen
from goalctl.workspace.check.codebook import titles
from goalctl.workspace.store.clients import client_file, found_in
from goalctl.workspace.store.root import PLANS, NoWorkspaceError, find_root
from goalctl.workspace.store.scan import PlanFile, Scan, scan
from goalctl.workspace.store.stray_risk import told_scan, with_risk_told

BY_SETTINGS = ""
BARE = {"--audit": BY_SETTINGS, "--against": LAST_COMMIT}  # what they stand for without a value
LOUDNESS = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}


class Shown(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


Codes = list[str] | None


def command(
    desk: Desk,
    paths: Annotated[
        list[str] | None,
        Argument(metavar="[PATH]...", help="By file, folder or client; - for stdin; else all.", show_default=False),
    ] = None,
    select: Annotated[Codes, Option("--select", metavar="CODES", help="Only these, as S,C101; and errors.")] = None,
    ignore: Annotated[Codes, Option("--ignore", metavar="CODES", help="Not these, as S105,G.")] = None,
    severity: Annotated[Severity, Option("--severity", help="The least that is told.")] = Severity.INFO,
    audit: Annotated[
        str | None,
        Option("--audit", metavar="[PROFILE]", help="Ask what an auditor asks; else the settings' profile."),
    ] = None,
    against: Annotated[
        str | None,
        Option("--against", metavar="[REV]", help="Whether every entry of a git revision is still there; HEAD."),
    ] = None,
    shown_as: Annotated[
        Shown, Option("--format", help="text; concise, a line for each; json; github for annotations.")
    ] = Shown.TEXT,
    fail_on: Annotated[
        Severity, Option("--fail-on", help="The least that leaves with status 1; a hook stops at error.")
    ] = Severity.WARNING,
    exit_zero: Annotated[bool, Option("--exit-zero", help="Leave with status 0 in spite of findings.")] = False,
    counted: Annotated[bool, Option("--statistics", help="How many findings of each code.")] = False,
) -> int:
    """Check plans, and say what is wrong where: errors, and advice with its reason."""
    words = list(paths or ())
    _find_workspace(desk, words)
    profile = _profile(desk, audit, words)
    chosen = Chosen(_codes(select, "--select"), _codes(ignore, "--ignore"), profile)
    result = _result(desk, chosen, words, severity, against)
    _show(desk, result, shown_as, counted=counted, profile=profile)
    if not all(plan.readable for plan in result.plans):
        return COULD_NOT
    return FINDINGS if result.reaches(fail_on) and not exit_zero else 0


class Result(NamedTuple):
    """The plans that were checked, and what is told of them and of the practice, each with the name of its file."""

    plans: Sequence[CheckedPlan]
    named: Named

    def reaches(self, least: Severity) -> bool:
        """Whether anything is told that is at least that loud."""
        return any(LOUDNESS[finding.severity] >= LOUDNESS[least] for _, finding in self.named)


def _result(desk: Desk, chosen: Chosen, words: Sequence[str], least: Severity, against: str | None) -> Result:
    checking = Checking(desk.practice, chosen, desk.today, of_all=not words)
    if NO_FILE in words:
        plan = checking.checked_text(_typed(words, against))
        return Result([plan], [(NO_FILE, one) for one in plan.findings if LOUDNESS[one.severity] >= LOUDNESS[least]])
    files, strays = _named_files(desk, _folder_for(desk, words), words)
    plans = list(desk.progress(checking.checked(files), total=len(files), doing="checking"))
    named = [*([] if words else practice_findings(desk.practice)), *strays]
    named += [(plan.name, finding) for plan in plans for finding in plan.findings]
    named += checking.in_two_plans(plans)
    if against is not None:
        from goalctl.workspace.check.against import findings_against, locking_findings

        named += findings_against(desk.practice, against, files, of_all=not words)
        named += locking_findings(desk.practice)
    return Result(plans, [(name, one) for name, one in named if LOUDNESS[one.severity] >= LOUDNESS[least]])


def _typed(words: Sequence[str], against: str | None) -> str:
    """What is given on stdin, which is the only thing to be checked then."""
    if len(words) > 1 or against is not None:
        raise UsageError("- stands alone: it is one plan, from stdin", "name files, or pipe one in; and no --against")
    if sys.stdin.isatty():
        raise UsageError("no plan is given", "pipe one in: goalctl check - < plans/c-7f3k.yaml")
    return sys.stdin.read()


def _show(desk: Desk, result: Result, shown_as: Shown, *, counted: bool, profile: Profile | None) -> None:
    """The findings on stdout, the counts behind them, and one line about the whole on stderr."""
    plans, named = result.plans, result.named
    waived = sum(len(plan.waived) for plan in plans)
    if shown_as is Shown.JSON:
        from goalctl.views.data.beside import check_document

        unreadable = sum(not plan.readable for plan in plans)
        counts = {"plans": len(plans), "unreadable": unreadable, "waived": waived}
        desk.write_json(check_document(named, titles(), today=desk.today, **counts, profile=profile))
    elif shown_as is Shown.GITHUB:
        desk.write(findings_github(_from_here(desk, named), titles()))
    elif shown_as is Shown.CONCISE:
        desk.write(concise_text(_from_here(desk, named)))
    else:
        desk.write(findings_text(named))
    if counted and shown_as is Shown.TEXT:
        desk.write(("\n" if named else "") + statistics(named, titles()))
    desk.say(summary(len(plans), [finding for _, finding in named], waived=waived))


def _from_here(desk: Desk, named: Named) -> Named:
    """With files seen from this folder: an editor's, or the top of the repository, where GitHub's workflow runs."""
    return [
        (name if name == NO_FILE else Path(os.path.relpath(desk.root / name, desk.here)).as_posix(), one)
        for name, one in named
    ]


def _codes(given: Codes, option: str) -> tuple[str, ...]:
    codes = tuple(code.strip().upper() for word in given or () for code in word.split(",") if code.strip())
    for code in codes:
        if not names_a_rule(code):
            raise UsageError(f"{option}: there is no code {code}", "goalctl explain lists the codes")
        if code.startswith("E") and option == "--ignore":
            raise UsageError(f"{option}: {code} is an error, which is always told", "mend it; advice can be ignored")
    return codes


def _profile(desk: Desk, audit: str | None, words: list[str]) -> Profile | None:
    """The audit profile; a word behind `--audit` that is no profile but names a plan is taken for that."""
    if audit is None:
        return None
    from goalctl.workspace.shelves.kinds import PROFILES
    from goalctl.workspace.shelves.profiles import profile_to_audit_by

    shelf = PROFILES.shelf(desk.root)
    name = audit or desk.practice.settings.audit
    is_profile = shelf.path(name) is not None
    if not is_profile and (Path(name).exists() or any(file.client == name for file in scan(desk.root).files)):
        words.insert(0, name)
        name = desk.practice.settings.audit
    return profile_to_audit_by(desk.practice, shelf, name)


def _find_workspace(desk: Desk, words: Iterable[str]) -> None:
    """Outside any workspace, that of the first file that is named, as a hook at the top of a repository needs it."""
    if desk.stated_workspace is not None:
        return
    for word in words:
        place = Path(word)
        if place.exists():
            try:
                desk.stated_workspace = find_root(place.absolute().parent)
            except NoWorkspaceError:
                return
            return


def _folder_for(desk: Desk, words: Sequence[str]) -> Scan:
    """What lies below `plans/`; where one client is named alone, as far as it may hold a part of their record."""
    if len(words) != 1 or "/" in words[0] or os.path.lexists(words[0]):
        return told_scan(desk.practice)
    return with_risk_told(desk.practice, found_in(desk.root, words[0], exact=False)[0])


def _named_files(
    desk: Desk, found: Scan, words: Sequence[str]
) -> tuple[tuple[PlanFile, ...], list[tuple[str, Finding]]]:
    """The plans that the words name, each once, and the files among them that are no plans; without a word all."""
    if not words:
        return found.files, list(found.strays)
    files: dict[str, PlanFile] = {}
    strays: list[tuple[str, Finding]] = []
    for word in words:
        inside, astray = _files_at(desk, found, word)
        files |= {file.name: file for file in inside}
        strays += astray
    return tuple(files.values()), list(dict.fromkeys(strays))


def _files_at(desk: Desk, found: Scan, word: str) -> tuple[list[PlanFile], list[tuple[str, Finding]]]:
    """The plans, and the files that are none, in one place; a word that is no place is a client."""
    place = Path(word).absolute()
    inside = [file for file in found.files if _is_at(file.path(desk.root), place)]
    astray = [(name, finding) for name, finding in found.strays if _is_at(desk.root / name, place)]
    if inside or astray:
        return inside, astray
    if place.is_dir():
        raise UsageError(f"there is no plan in {word}", f"name one of {PLANS}/; without a name all are checked")
    if place.exists():
        raise UsageError(f"{word} is no plan of this workspace", "plans are the .yaml files in plans/")
    if "/" in word:
        raise UsageError(f"{word}: there is no such file or folder", "look whether it was moved or renamed")
    file = client_file(found, word, exact=False)
    return [file], list(found.beside(file.client))


def _is_at(file: Path, place: Path) -> bool:
    return file == place or place in file.parents
