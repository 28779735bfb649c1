"""A forked process that runs chosen tests in a copy of the tree and knows nothing of the tree it was started from."""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

import hypothesis
import pytest

MOST_MEMORY = 8 << 30
_CALM = {"deadline": None, "database": None, "derandomize": True}  # a verdict must not hang on luck or on the clock


def settle_in(tree: Path, scratch: Path, log: Path) -> None:
    """Make this process one that works in the copy, writes into scratch and log only and can be ended as a group."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background work begins deaf to it
    os.chdir(tree)
    scratch.mkdir(parents=True, exist_ok=True)
    os.environ.update(TMPDIR=str(scratch), PYTHONDONTWRITEBYTECODE="1")
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with log.open("wb") as sink:
        os.dup2(sink.fileno(), 1)
        os.dup2(sink.fileno(), 2)
    home = str(Path(__file__).resolve().parents[2])
    sys.path[:] = [path for path in sys.path if os.path.realpath(path or ".") not in {home, str(tree)}]
    for name in [name for name in sys.modules if name.partition(".")[0] in {"goalctl", "tests"}]:
        del sys.modules[name]
    phases = [phase for phase in hypothesis.Phase if phase.name not in {"shrink", "explain"}]
    calm = hypothesis.settings(**_CALM, phases=phases, suppress_health_check=list(hypothesis.HealthCheck))
    hypothesis.settings.register_profile("mutants", calm)
    hypothesis.settings.load_profile("mutants")


def run_pytest(files: list[str], scratch: Path, plugin: object, *options: str) -> int:
    """The exit status of pytest over these files, as the tree's own settings have it."""
    quiet = ["-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return int(pytest.main([*quiet, f"--basetemp={scratch / 'pytest'}", *options, *files], plugins=[plugin]))
