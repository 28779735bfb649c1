"""How a run ends: its exit status, and one true sentence about what was saved when it did not end as it should."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TextIO

from goalctl.cli.failures import COULD_NOT, bug, status_of, tell
from goalctl.documents.file_errors import reason_and_hint
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.account import Account

INTERRUPTED = 130
SIGNALLED = 128  # and the signal's number, as shells have it
FILES = ("goalctl.documents.", "goalctl.workspace.")


def ending_of(work: Callable[[], object], account: Account) -> int:
    """The exit status of the work; whatever goes wrong becomes a sentence, and so does what was saved before that."""
    status = _ending_of(work, account)
    try:
        sys.stderr.flush()
    except OSError:  # what it still holds would make another status of this one
        _write_no_more(sys.stderr)
    return status


def _ending_of(work: Callable[[], object], account: Account) -> int:
    try:
        result = work()
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - a bug must not spill a client's words with a traceback
        return _status(account, error)
    if result == INTERRUPTED:  # Typer makes a status of Ctrl-C
        return _stopped(account, INTERRUPTED)
    if account.settings_fault:
        tell(f"{account.settings_fault}; until it is mended, the settings are not used", "goalctl check")
    if account.untold:
        tell(f"saved, but not committed: {account.untold}", "")
    if account.settings_fault or account.uncommitted or not (account.is_heard and account.is_whole):
        return COULD_NOT
    return result if isinstance(result, int) else 0


def _status(account: Account, error: BaseException) -> int:
    match error:
        case BrokenPipeError():
            _write_no_more(sys.stdout)  # the reader of a pipe has seen enough
            return 0
        case KeyboardInterrupt() | EOFError():  # Ctrl-C, or Ctrl-D at a prompt
            status = _stopped(account, INTERRUPTED)
        case SystemExit(code=code):
            status = _stopped(account, code if isinstance(code, int) else COULD_NOT)
        case OSError() if _is_of_files(error):
            status = _not_used(account, error)
        case OSError():
            status = _not_shown(account, error)
        case ModuleNotFoundError():
            status = _with_what_was_saved(account, error, _of_library(error))
        case GoalctlError() | UnicodeError():
            status = _with_what_was_saved(account, error, status_of(error, is_seen_by_client=account.is_seen_by_client))
        case _:
            status = _with_what_was_saved(account, error, bug(error))
    return status


def _of_library(error: ModuleNotFoundError) -> int:
    """A library of others' is missing, or a module of our own."""
    from goalctl.cli.missing_library import is_missing, tell_missing

    return tell_missing(error) if is_missing(error) else bug(error)


def _with_what_was_saved(account: Account, error: BaseException, status: int) -> int:
    if account.settings_fault and account.settings_fault not in str(error):
        tell(f"{account.settings_fault}; the settings were not used", "goalctl check")
    if account.saved and not getattr(error, "says_what_was_saved", False):
        tell(f"before that, {account.words}", "do not enter it again")
    return status


def _stopped(account: Account, status: int) -> int:
    """By a person, or by a signal from outside; of what only reads there is nothing to say."""
    if account.has_begun or account.saved:
        tell(f"stopped: {account.words}", "do not enter it again" if account.saved else "")
    return status


def _is_of_files(error: BaseException) -> bool:
    """Whether it comes from where files are read and written, and not from the answer that is shown."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__name__", "").startswith(FILES):
            return True
        trace = trace.tb_next
    return False


def _not_used(account: Account, cause: OSError) -> int:
    """A file or a folder, not the output, was in the way."""
    name = os.fsdecode(cause.filename or "a file")
    reason, hint = reason_and_hint(cause)
    saved = f"; {account.words}" if account.has_begun or account.saved else ""
    tell(f"{name} can't be used: {reason}{saved}", hint)
    return COULD_NOT


def _not_shown(account: Account, cause: OSError) -> int:
    if isinstance(cause, FileNotFoundError) and cause.filename is None:  # where the command was called
        tell("the folder that you are in is gone", "go into one that is there: cd ~")
        return COULD_NOT
    reason = (cause.strerror or "unknown reason").lower()
    _write_no_more(sys.stdout)
    if account.saved:
        tell(f"{account.words}, but the answer could not be shown: {reason}", "do not enter it again")
    else:
        tell(f"the output could not be written: {reason}", "")
    return COULD_NOT


def _write_no_more(stream: TextIO) -> None:
    """Not even on the way out."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):  # no file of the system's
        return
