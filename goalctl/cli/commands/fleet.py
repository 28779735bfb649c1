"""`goalctl fleet`: one question to many workspaces at once, on all cores or on a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from glob import has_magic, iglob
from pathlib import Path
from shlex import quote
from stat import S_ISREG
from typing import Annotated

from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, USAGE, UsageError
from goalctl.cli.fleet.cores import on_cluster, on_this_machine, refuse_open
from goalctl.cli.fleet.work import FleetAnswer, FleetPlace, FleetQuestion, command_of, told_by
from goalctl.cli.people import ME
from goalctl.documents.file_errors import UnreadableFileError, reason_and_hint
from goalctl.views.clean import one_line
from goalctl.views.data.fleet import fleet_document
from goalctl.views.listing import Format
from goalctl.views.listings.fleet import fleet_view
from goalctl.workspace.store.root import PLANS, SETTINGS
from goalctl.workspace.store.scan import ENDING
from goalctl.workspace.store.who import stated_writer

ASKS = {
    "due": ("due",),
    "caseload": ("caseload",),
    "outcomes": ("outcomes",),
    "check": ("check",),
    "week": ("report", "--kind", "week"),
}
CONTEXT = {"allow_interspersed_args": False}  # what stands behind the question is the question's
CALENDAR = "ics"
ALONE = {
    "chart": "a picture is one practice's",
    "client": "a client is one practice's",
    "paths": "a plan is one practice's",
}


def command(
    desk: Desk,
    asked: Annotated[
        list[str],
        Argument(metavar="QUESTION [OPTIONS]...", help=f"{', '.join(ASKS)}, with its own options."),
    ],
    workspaces: Annotated[
        list[str] | None,
        Option("--workspace", "-C", metavar="DIR", help="A workspace, or many: 'clinics/*'. As often as needed."),
    ] = None,
    listed: Annotated[
        Path | None, Option("--from", metavar="FILE", help="A file that names them, one on a line, seen from it.")
    ] = None,
    scheduler: Annotated[
        str | None,
        Option("--scheduler", metavar="tls://HOST:PORT", help="A Dask cluster that sees the same folders."),
    ] = None,
) -> int:
    """Ask many workspaces at once: what is due, the caseload, outcomes, findings, the week; on all cores.

    What one workspace can't answer is told, the others are shown, and the status is 3.
    """
    question = _question(desk, asked)
    shown_as = _format(desk, question)
    places = _places(desk, workspaces or (), listed)
    if scheduler is not None:
        refuse_open(scheduler)
        _refuse_nobody(question)
    work = partial(told_by, question)
    plans = sum(map(_plans_in, places))
    found = on_cluster(scheduler, work, places) if scheduler else on_this_machine(work, places, plans)
    told = list(desk.progress(found, total=len(places), doing="asking workspaces", of=plans))
    _show(desk, asked[0], told, shown_as)
    for one in told:
        if one.said:
            named = one_line(one.workspace)
            desk.say("\n".join(f"{named}: {line}" for line in one.said.rstrip("\n").split("\n")))
    return _status({one.status for one in told})


def _status(found: set[int]) -> int:
    """3 where one is without an answer and another has one: it is not the line that was wrong for all."""
    return COULD_NOT if COULD_NOT in found or (USAGE in found and len(found) > 1) else max(found)


def _question(desk: Desk, asked: Sequence[str]) -> FleetQuestion:
    words = ASKS.get(asked[0])
    if words is None:
        is_folder = Path(asked[0]).is_dir()  # a pattern that the shell took before goalctl could
        hint = "write the pattern in quotes: goalctl fleet -C 'clinics/*' due" if is_folder else ""
        raise UsageError(f"a fleet can't be asked for {asked[0]}", hint or f"it answers {', '.join(ASKS)}")
    now, here = desk.clock(None), str(Path.cwd())
    return FleetQuestion((*words, *asked[1:]), desk.stated_today, desk.no_index, now, stated_writer(), here)


def _refuse_nobody(question: FleetQuestion) -> None:
    """Raise for `me` where only this machine's git could say who that is."""
    _, context = command_of(question, Desk(None, question.today, no_input=True))
    if ME in {context.params.get("clinician"), context.params.get("supervisor")} and question.writer is None:
        raise UsageError("me: a cluster is not told who you are", "set GOALCTL_CLINICIAN, or name the clinician")


def _format(desk: Desk, question: FleetQuestion) -> str | None:
    """How it is to be shown; words that do not fit are refused before any workspace is asked."""
    _, context = command_of(question, Desk(None, question.today, no_input=True))
    given = context.params
    shown_as = given.get("shown_as") or given.get("written_as")
    alone = f"goalctl -C DIR {' '.join(map(quote, question.words))}"
    for name, reason in ALONE.items():
        if value := given.get(name):
            typed = f"--{name}" if value is True else " ".join([value] if isinstance(value, str) else value)
            raise UsageError(f"{typed}: {reason}", alone)
    if given.get("output"):
        hint = "for those who do not treat, with small counts hidden: --for office"
        raise UsageError("--output: the answers of many go to stdout, or where the shell sends them", hint)
    if shown_as == CALENDAR:
        raise UsageError("--format ics: a calendar is one practice's", alone)
    desk.today_in(None)  # a day that is none is refused once, not by each
    return None if shown_as is None else str(shown_as)


def _places(desk: Desk, named: Sequence[str], listed: Path | None) -> list[FleetPlace]:
    """Each workspace once, in the order named; a pattern's by name."""
    fitting = [(base / word, _folders(base, word)) for base, word in _words(desk, named, listed)]
    if not any(folders for _, folders in fitting):
        raise UsageError(f"no workspace fits {fitting[0][0]}", f"a workspace is a folder with {SETTINGS}")
    found: dict[str, FleetPlace] = {}
    for stated, folders in fitting:
        for folder in folders or [stated]:  # what fits nothing is told like a workspace that is not there
            found.setdefault(os.path.realpath(folder), FleetPlace(folder.as_posix(), folder.absolute()))
    return list(found.values())


def _words(desk: Desk, named: Sequence[str], listed: Path | None) -> list[tuple[Path, str]]:
    """What names workspaces, each with the folder it is seen from; the root's own -C where nothing else does."""
    words = [(Path(), word) for word in named]
    words += [(listed.parent, word) for word in _lines(listed)] if listed else []
    if not words and desk.stated_workspace:
        return [(Path(), str(desk.stated_workspace))]
    if not words:
        raise UsageError("no workspace is named", "goalctl fleet -C 'clinics/*' due")
    return words


def _folders(base: Path, word: str) -> list[Path]:
    """The folder of that name, or those that fit it as a pattern, which nothing in `base` is a part of."""
    if not has_magic(word) or os.path.lexists(base / word):
        return [base / word]
    names = sorted(iglob(word, root_dir=base))  # noqa: PTH207 - a pattern may begin at the root
    return [base / name for name in names if _is_workspace(base / name)]


def _is_workspace(folder: Path) -> bool:
    """Whether settings are there, or may be, or were: a folder that nobody may look into, a link that leads nowhere,
    plans that have lost their settings. What such a one lacks is told by whoever reads there.
    """
    try:
        return S_ISREG((folder / SETTINGS).stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        leads_nowhere = any(one.is_symlink() and not one.exists() for one in (folder, folder / SETTINGS))
        return leads_nowhere or any((folder / PLANS).rglob(f"*{ENDING}"))
    except OSError:
        return True


def _plans_in(place: FleetPlace) -> int:
    """About how many: every name in the folder."""
    try:
        return sum(1 for _ in (place.folder / PLANS).iterdir())
    except OSError:  # told by whoever reads there
        return 0


def _lines(listed: Path) -> Iterator[str]:
    try:
        text = listed.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableFileError(str(listed), *reason_and_hint(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(str(listed), "it is no text", "name a file with one folder on a line") from error
    if "\0" in text:
        raise UnreadableFileError(str(listed), "it is no text", "name a file with one folder on a line")
    for line in text.split("\n"):
        if (word := line.strip()) and not word.startswith("#"):
            yield word


def _document(asked: str, told: Sequence[FleetAnswer]) -> Mapping[str, object]:
    failed = [(one.workspace, one.status, one.said.rstrip("\n")) for one in told if one.document is None]
    answers = [(one.workspace, one.status, one.document) for one in told if one.document is not None]
    return fleet_document(asked, answers, failed)


def _show(desk: Desk, asked: str, told: Sequence[FleetAnswer], shown_as: str | None) -> None:
    if shown_as == Format.JSON:
        desk.write_json(_document(asked, told))
        return
    if listings := [(one.workspace, one.listing) for one in told if one.listing]:
        is_data = shown_as == Format.CSV
        desk.show(fleet_view(listings, for_people=not is_data), Format(shown_as) if shown_as else None)
    has_headings = asked == "check" and shown_as in {None, "text"}
    for one in told:
        if one.text:
            desk.write(f"{one_line(one.workspace)}\n{one.text}\n" if has_headings else one.text)
