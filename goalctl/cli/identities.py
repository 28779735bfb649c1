"""Who the clients are, where only the clinician sees it."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.cli.desk import Desk
from goalctl.model.errors import GoalctlError
from goalctl.model.identity import Identity


def names_here(desk: Desk) -> Mapping[str, Identity]:
    """Who the clients are, on the clinician's own terminal; nobody where the file can't be used, which is told."""
    if not desk.is_private:
        return {}
    from goalctl.workspace.store.names import names_of  # heavy, and nobody's in a pipe

    try:
        return names_of(desk.practice)
    except GoalctlError as error:
        desk.say(f"names are not shown: {error} ({error.hint})")
        return {}


def name_words(identity: Identity | None) -> str:
    """`Anna Kowalska, born 1984`; empty where nobody is known."""
    if identity is None:
        return ""
    born = f"born {identity.birth_date.year}" if identity.birth_date else ""
    return ", ".join(part for part in (identity.called, born) if part)
