"""Small disks of our own to fill up, freeze and unplug: images and memory, mounted for one test."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZES = {"ext4": "32M", "xfs": "320M", "vfat": "32M"}
MAKE = {"ext4": ["mkfs.ext4", "-q", "-F"], "xfs": ["mkfs.xfs", "-q", "-f"], "vfat": ["mkfs.vfat"]}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def needs_root() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount")


def image(kind: str, folder: Path) -> Path:
    """A file that holds an empty file system, in memory where that is possible."""
    needs_root()
    if shutil.which(MAKE[kind][0]) is None:
        pytest.skip(f"{MAKE[kind][0]} is not installed")
    memory = Path("/dev/shm")  # noqa: S108 - a random name below it
    made = (memory if memory.is_dir() else folder) / f"goalctl-{os.urandom(4).hex()}.{kind}"
    run("truncate", "-s", SIZES[kind], str(made))
    done = run(*MAKE[kind], str(made))
    if done.returncode:
        made.unlink()
        pytest.skip(f"no {kind} could be made: {done.stderr.strip()}")
    return made


def mount(at: Path, *what: str) -> None:
    """Mount, or skip; afterwards `at` is surely another disk than the folder that holds it."""
    at.mkdir(exist_ok=True)
    done = run("mount", *what, str(at))
    if done.returncode or at.stat().st_dev == at.parent.stat().st_dev:
        pytest.skip(f"this system does not mount {what}: {done.stderr.strip()}")


@contextmanager
def mounted(at: Path, *what: str) -> Iterator[Path]:
    needs_root()
    mount(at, *what)
    try:
        yield at
    finally:
        run("umount", str(at))
