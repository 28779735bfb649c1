"""Why a file could not be read or written, in plain words. No file is touched here."""

from __future__ import annotations

import errno
from pathlib import Path

from goalctl.model.errors import GoalctlError

AGAIN = "then run the command again"
SICK_DISK = "copy the workspace to another disk, then have this one checked"
RIGHTS = f"ask whoever looks after this computer for the right to it, {AGAIN}"

REASONS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", f"free some space, {AGAIN}"),
    errno.EDQUOT: ("your share of the disk is used up", f"delete what you no longer need, {AGAIN}"),
    errno.EFBIG: (
        "it is larger than this system allows a file to be",
        "raise the limit (ulimit -f) or shorten the file",
    ),
    errno.EIO: ("the disk reports a fault", SICK_DISK),
    errno.EROFS: ("the disk is read-only", f"make the disk writable, {AGAIN}"),
    errno.EACCES: ("permission denied", RIGHTS),
    errno.EPERM: ("permission denied", RIGHTS),
    errno.EMFILE: ("too many files are open", f"close some programs, {AGAIN}"),
    errno.ENFILE: ("too many files are open", f"close some programs, {AGAIN}"),
    errno.ENOMEM: ("the computer is out of memory", f"close some programs, {AGAIN}"),
    errno.EINTR: ("it was interrupted", "run the command again"),
    errno.ENOENT: ("there is no such file or folder", "look whether it was moved or renamed"),
    errno.ENOTDIR: ("its folder is not a folder", "look whether it was moved or renamed"),
    errno.EISDIR: ("it is a folder", ""),
    errno.ELOOP: ("it is a link that cannot be followed", "replace the link by the file"),
    errno.ENXIO: ("it is not a regular file", "replace it by the file"),
    errno.ENAMETOOLONG: ("its name is too long", "choose a shorter name"),
    errno.ESTALE: ("the network folder has gone away", f"connect it, {AGAIN}"),
    errno.EDEADLK: ("a sync program keeps it elsewhere", f"fetch it, as in Finder or Explorer, {AGAIN}"),  # iCloud's
    errno.ENOLCK: ("this disk offers no locks", "keep the workspace on a disk of this computer"),
    errno.ENOTSUP: ("this disk cannot do it", "keep the workspace on a disk of this computer"),
}


def reason_and_hint(cause: OSError) -> tuple[str, str]:
    """The cause in plain words, without the path that `str(cause)` holds, and what to do about it."""
    unknown = (cause.strerror or "the system gave no reason").lower()
    return REASONS.get(cause.errno or 0, (unknown, ""))


def shown_path(path: Path, root: Path) -> str:
    """The path as messages show it: from the workspace on when it lies there, otherwise as it was given."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


class UnreadableFileError(GoalctlError):
    """A file is there by name, but its bytes cannot be had."""

    def __init__(self, shown: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{shown} cannot be read: {reason}", hint)


class NotSavedError(GoalctlError):
    """The system refused a step of saving; nothing has changed on the disk."""

    def __init__(self, shown: str, cause: OSError, *, existed: bool) -> None:
        self.reason, self.remedy = reason_and_hint(cause)
        rest = "the file is as it was" if existed else "nothing was written"
        super().__init__(f"{shown} was not saved: {self.reason}; {rest}", self.remedy)


class NotConfirmedError(GoalctlError):
    """The file is new, but its folder could not be forced to the disk."""

    reason, remedy = REASONS[errno.EIO]
    says_what_was_saved = True

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} was saved, but durability could not be confirmed: a power cut could still undo it",
            f"the new text is in the file, so do not enter it again; {SICK_DISK}",
        )


class ChangedMeanwhileError(GoalctlError):
    """Somebody else saved the file between reading it and replacing it; what they saved is there."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} was changed by somebody else in the meantime, so nothing was saved")


class GoneMeanwhileError(GoalctlError):
    """Somebody else took the file away between reading it and replacing it."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} was deleted or moved in the meantime, so nothing was saved", "look whether it was meant to go"
        )


class AlreadyExistsError(GoalctlError):
    """A new file would take the place of one that is there."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} was not created: there is one already, and it is as it was", "choose another name")


class LinkLeavesError(GoalctlError):
    """Writing would follow a symbolic link to a place outside the workspace."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} lies behind a link that leaves the workspace; nothing was written",
            "replace the link by what it leads to",
        )


class GitsOwnError(GoalctlError):
    """Writing would go into git's own folder, where settings and hooks are commands."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} leads into git's own folder; nothing was written", "take away the link to it")


class NotAFileError(GoalctlError):
    """What stands at the path is a folder, a pipe or a device."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} was not saved: what stands there is not a regular file; nothing was written",
            "move it out of the way, then run the command again",
        )


class WriteProtectedError(GoalctlError):
    """Someone took the write permission off the file, for everybody."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} was not saved: the file is write-protected; it is as it was",
            "if it may change again, take the protection off (chmod u+w), then run the command again",
        )


class LockedError(GoalctlError):
    """Another process held the workspace for the whole time we were ready to wait."""

    def __init__(self, waited_seconds: float) -> None:
        super().__init__(
            f"another goalctl has been writing here for {waited_seconds:g} s; nothing was written",
            "let it finish or close it, then run the command again",
        )


class NoLockError(GoalctlError):
    """The lock file could not be made or locked, so nothing may be written."""

    def __init__(self, cause: OSError, path: Path | None = None) -> None:
        reason, hint = reason_and_hint(cause)
        lock = "/".join(path.parts[-2:]) if path else ".goalctl/lock"
        super().__init__(f"nothing can be written here, for {lock} cannot be had: {reason}", hint)
