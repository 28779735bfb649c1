"""Audit profiles with everything that the ones they extend ask for."""

from __future__ import annotations

from goalctl.library.shelf import Shelf
from goalctl.model.errors import GoalctlError
from goalctl.model.profile import Profile
from goalctl.workspace.shelves.kinds import PROFILES

DEEPEST = 8


class EndlessProfileError(GoalctlError):
    """A profile extends itself, in one step or in several."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the profile {name} extends itself", "take `extends` out of one of the profiles")


def whole_profile(shelf: Shelf[Profile], name: str, depth: int = 0) -> Profile:
    """The profile with all that it inherits."""
    profile = PROFILES.known(shelf, name)
    if profile.extends is None:
        return profile
    if depth >= DEEPEST:
        raise EndlessProfileError(name)
    return profile.over(whole_profile(shelf, profile.extends, depth + 1))
