"""Audit profiles with everything that the ones they extend ask for."""

from __future__ import annotations

from goalctl.library.shelf import Shelf
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding
from goalctl.model.profile import Profile
from goalctl.workspace.shelves.checks import NOTHING
from goalctl.workspace.shelves.kinds import PROFILES, NoLibraryFileError
from goalctl.workspace.store.practice import Practice

DEEPEST = 8


class EndlessProfileError(GoalctlError):
    """A profile extends itself, in one step or in several."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the profile {name} extends itself", "take `extends` out of one of the profiles")


def profile_to_audit_by(practice: Practice, shelf: Shelf[Profile], name: str) -> Profile:
    """The whole profile; refused while it, or one that it extends, asks for what no rule can tell."""
    profile, at = whole_profile(shelf, name), name
    while True:
        found = [one for _, one in PROFILES.problems(practice, shelf, at) if _asks_in_vain(one)]
        if found:
            raise NoLibraryFileError(PROFILES.one, at, PROFILES.file(shelf, at), tuple(found))
        base = shelf[at].extends
        if base is None:
            return profile
        at = base


def _asks_in_vain(finding: Finding) -> bool:
    return finding.path[:1] == ("rules",) or finding.message == NOTHING


def whole_profile(shelf: Shelf[Profile], name: str, depth: int = 0) -> Profile:
    """The profile with all that it inherits."""
    profile = PROFILES.known(shelf, name)
    if profile.extends is None:
        return profile
    if depth >= DEEPEST:
        raise EndlessProfileError(name)
    return profile.over(whole_profile(shelf, profile.extends, depth + 1))
