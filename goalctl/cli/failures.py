"""What could not be done, as sentences on stderr, and the exit status that goes with it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding
from goalctl.views.clean import one_line

FINDINGS = 1
USAGE = 2
COULD_NOT = 3


_WHOLE_ID = "write the whole id; goalctl caseload lists them where the client does not see it"


class UsageError(GoalctlError):
    """The command line does not fit the command."""

    exit_status = USAGE


def status_of(error: BaseException, *, is_seen_by_client: bool = False) -> int:
    """Say what went wrong and give the exit status; before the client no line of a plan, and nobody else."""
    if isinstance(error, GoalctlError):
        is_kept = is_seen_by_client and error.hint_names_clients
        tell(error.message, _WHOLE_ID if is_kept else error.hint)
        _tell_findings(error, is_seen_by_client=is_seen_by_client)
        return error.exit_status
    tell(f"the output could not be written: {error}", "set PYTHONIOENCODING=utf-8")
    return COULD_NOT


def bug(error: BaseException) -> int:
    """Say that goalctl is wrong, and where, without any client's words; GOALCTL_DEBUG=1 shows the whole traceback."""
    if os.environ.get("GOALCTL_DEBUG"):
        raise error
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({trace.tb_frame.f_globals.get('__name__')}, line {trace.tb_lineno})" if trace else ""
    tell(f"this is a bug in goalctl: {type(error).__name__}{place}", "please report it; GOALCTL_DEBUG=1 tells more")
    return COULD_NOT


def remark(text: str) -> None:
    """Text on stderr, behind what was said on stdout by now: into one pipe both come in the order of saying."""
    with suppress(OSError):  # which is told at the end, where stdout is flushed once more
        sys.stdout.flush()
    sys.stderr.write(text)


def tell(message: str, hint: str) -> None:
    """A sentence on stderr, with its hint; when nothing can be written there the exit status has to do."""
    with suppress(OSError):
        remark(f"goalctl: {one_line(message)}\n")
        if hint:
            remark(f"   hint: {one_line(hint)}\n")


def _tell_findings(error: GoalctlError, *, is_seen_by_client: bool) -> None:
    """What has a place is a line of a file, and what is wrong there may quote it."""
    named: tuple[tuple[str, Finding], ...] = getattr(error, "named_findings", ())
    if is_seen_by_client and any(finding.place for _, finding in named):
        with suppress(OSError):
            remark("   hint: what is wrong, goalctl check tells where the client does not see it\n")
    elif named:
        from goalctl.views.screens.findings import findings_text

        with suppress(OSError):
            remark(findings_text(named))
