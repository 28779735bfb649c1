"""Audit profiles, shipped and the practice's own, with everything that the ones they extend ask for."""

from __future__ import annotations

from pathlib import Path

from goalctl.library.shelf import Shelf
from goalctl.model.errors import GoalctlError
from goalctl.model.profile import Profile

PROFILES = "profiles"
DEEPEST = 8


class NoProfileError(GoalctlError):
    """There is no such profile, its file is wrong, or it extends itself."""


def profile_shelf(own: Path | None = None) -> Shelf[Profile]:
    """Every profile by name, the practice's own over the shipped ones."""
    return Shelf(PROFILES, Profile, own)


def profile_named(name: str, own: Path | None = None) -> Profile:
    """The profile with all that it inherits."""
    return _whole(profile_shelf(own), name, 0)


def _whole(shelf: Shelf[Profile], name: str, depth: int) -> Profile:
    profile = shelf.get(name)
    if profile is None:
        raise _missing(shelf, name)
    if profile.extends is None:
        return profile
    if depth >= DEEPEST:
        raise NoProfileError(f"the profile {name} extends itself", "take `extends` out of one of the profiles")
    return profile.over(_whole(shelf, profile.extends, depth + 1))


def _missing(shelf: Shelf[Profile], name: str) -> NoProfileError:
    path = shelf.path(name)
    if path is None:
        return NoProfileError(f"there is no audit profile {name}", f"there are {', '.join(shelf)}")
    first = shelf.problems(name)[0]
    line = f":{first.place.line}" if first.place else ""
    return NoProfileError(f"{PROFILES}/{path.name}{line}: {first.message}", first.hint)
