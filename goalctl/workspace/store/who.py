"""Who writes here: the one place that answers it, for every command and for Python."""

from __future__ import annotations

import os
from typing import NamedTuple

from goalctl.model.errors import GoalctlError
from goalctl.model.nearest import did_you_mean
from goalctl.model.settings import Settings
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS

VARIABLE = "GOALCTL_CLINICIAN"
GIT = "git's identity"


class UnknownClinicianError(GoalctlError):
    """The practice lists its clinicians, and this is none of them."""

    exit_status = 2

    def __init__(self, where: str, who: str, known: list[str]) -> None:
        hint = did_you_mean(who, known, f"known here: {', '.join(known)}; others go into {SETTINGS}")
        super().__init__(f"{where}: {who} is not one of this practice's clinicians", hint)


class Writer(NamedTuple):
    """Who writes, None where nothing says it, and what said so."""

    name: str | None
    told_by: str = ""


def writer_at(practice: Practice, stated: str | None = None) -> Writer:
    """Who is stated, here or by GOALCTL_CLINICIAN; else git's identity where `clinicians` has it; else `clinician`."""
    settings = practice.settings
    if stated := stated or stated_writer():
        known = clinicians_of(settings)
        if known and stated not in known:
            raise UnknownClinicianError(VARIABLE, stated, known)
        return Writer(stated, VARIABLE)
    if settings.clinicians and (found := _by_git(practice)):
        return Writer(found, GIT)
    return Writer(settings.clinician, SETTINGS if settings.clinician else "")


def stated_writer() -> str | None:
    """Whom the environment states."""
    return os.environ.get(VARIABLE, "").strip() or None


def clinicians_of(settings: Settings) -> list[str]:
    """Everybody whom the settings name, the practice's own first."""
    return list(dict.fromkeys(who for who in (settings.clinician, *settings.clinicians) if who))


def _by_git(practice: Practice) -> str | None:
    """Of whom the settings have that address, else that name; of two who share it nobody."""
    try:
        told = Repository(practice.root).run("config", "--get-regexp", r"^user\.(name|email)$").stdout
    except GitError:  # no git: then nothing is known from it
        return None
    own = {key: value for key, _, value in (line.partition(" ") for line in told.splitlines())}
    named = practice.settings.clinicians.items()
    by_email = [who for who, one in named if one.email and _alike(one.email, own.get("user.email"))]
    by_name = [who for who, one in named if _alike(one.name or who, own.get("user.name"))]
    return next((found[0] for found in (by_email, by_name) if len(found) == 1), None)


def _alike(said: str, git_has: str | None) -> bool:
    return git_has is not None and said.strip().casefold() == git_has.strip().casefold()
