"""Which client a word on the command line means."""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress
from pathlib import Path, PurePath

from goalctl.model.errors import GoalctlError
from goalctl.model.ids import client_from
from goalctl.model.nearest import SEVERAL, did_you_mean
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.workspace.store.scan import PlanFile, Scan, meant_for, scan


class NoClientError(GoalctlError):
    """No plan has that name, a beginning fits several, or the word can't be a name."""

    hint_names_clients = True


def client_file(found: Scan, wanted: str, *, exact: bool) -> PlanFile:
    """The file of the client; with `exact` the whole id is needed, else any beginning that fits only one will do.

    The word is only compared with the ids of files that are there; no path is ever made of it.
    """
    by_client = {file.client: file for file in found.files}
    if wanted in by_client:
        return by_client[wanted]
    fitting = [client for client in by_client if wanted and client.startswith(wanted)]
    if not exact and len(fitting) == 1:
        return by_client[fitting[0]]
    if not fitting:
        _refuse_what_is_no_id(wanted, by_client)
        _refuse_what_is_not_read(found, wanted)
    raise _unknown(wanted, fitting, list(by_client), exact=exact)


def found_in(root: Path, wanted: str, *, exact: bool) -> tuple[Scan, PlanFile]:
    """The file of the client as `client_file` finds it, and the folder as far as it may hold a part of their record.

    Whatever does has their id in its name; in a large folder nothing else is looked at.
    """
    found = scan(root, having=wanted)
    with suppress(NoClientError):
        return found, client_file(found, wanted, exact=exact)
    found = scan(root)  # which clients there are is told
    return found, client_file(found, wanted, exact=exact)


def file_now(root: Path, client: str) -> PlanFile:
    """The file of the client of that whole id, as the folder is now."""
    return found_in(root, client, exact=True)[1]


def _refuse_what_is_not_read(found: Scan, wanted: str) -> None:
    """Where the client's only file is none that is read, it is named: it may hold their whole record."""
    for name, finding in found.beside(wanted):
        raise NoClientError(f"there is no client '{wanted}', but {name}: {finding.message}", finding.hint)


def client_beside(name: str, clients: Container[str]) -> str:
    """Whose plan a file that is read as nobody's may be a part of; empty where they have none."""
    return client if (client := meant_for(name)) in clients else ""


def _refuse_what_is_no_id(wanted: str, known: Container[str]) -> None:
    """The hint is the client whose file was named, as TAB of a shell writes it, or who was written in capitals."""
    meant = PurePath(wanted).name.lower().removesuffix(".yaml")
    try:
        client_from(wanted)
    except ScalarError as error:
        raise NoClientError(str(error), f"did you mean {meant}?" if meant in known else error.hint) from None


def _unknown(wanted: str, fitting: list[str], known: list[str], *, exact: bool) -> NoClientError:
    if not known:
        return NoClientError("there are no plans here yet", "add one: goalctl add-client")
    if fitting and exact:
        hint = f"when something is written, the whole id is needed: {', '.join(fitting[:5])}"
        return NoClientError(f"there is no client '{excerpt(wanted)}'", hint)
    if fitting:
        hint = f"write a little more: {', '.join(fitting[:5])}"
        return NoClientError(f"'{wanted}' could be any of {len(fitting)} clients", hint)
    hint = did_you_mean(wanted, known, f"known here: {', '.join(known[:8])}", most=SEVERAL)
    return NoClientError(f"there is no client '{excerpt(wanted)}'", hint)
