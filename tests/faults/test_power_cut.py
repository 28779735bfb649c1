"""The plug is pulled while a writer saves: what it had acknowledged is there after the disk is mounted again.

The disk is an image of our own. Shutting a file system down without flushing its log drops all that was not forced out,
as a power cut does; mounting replays the log. Nothing here can model a drive that lies about its cache.

Unlike a power cut, it leaves the writer running, and a folder's fsync on XFS can succeed after the shutdown has begun
(18 of 28 such saves were gone, of 1,140 acknowledged before it none). So only what was read from the writer before the
cut counts as acknowledged. Everything that is there must be whole all the same.
"""

from __future__ import annotations

import os
import random
import select
import struct
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from disks import image, mounted

from goalctl.documents.save import save
from goalctl.documents.strays import sweep
from tests.faults.writer import forked, number_in, numbers_in, save_and_create, strays_in, text_of

fcntl = pytest.importorskip("fcntl")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs loop mounts of Linux")
SHUTDOWN = 0x8004587D
WITHOUT_FLUSHING_THE_LOG = struct.pack("I", 2)
CUTS = pytest.mark.parametrize(
    "cuts",
    [
        pytest.param(12, id="12"),
        pytest.param(int(os.environ.get("CUTS", "2500")), id="many", marks=pytest.mark.torture),
    ],
)


def pull_the_plug(disk: Path, ours: int, *, log_forced: bool) -> list[int]:
    """What was acknowledged before; `log_forced`: another program's fsync sent names to the disk, no contents."""
    assert disk.stat().st_dev != disk.parent.stat().st_dev, "never the machine's own disk"
    handle = os.open(disk, os.O_RDONLY)
    try:
        if log_forced:
            other = os.open(disk / "other", os.O_WRONLY | os.O_CREAT)
            os.write(other, b"x")
            os.fsync(other)
            os.close(other)
        kept = numbers_in(os.read(ours, 1 << 16)) if select.select([ours], [], [], 0)[0] else []
        fcntl.ioctl(handle, SHUTDOWN, WITHOUT_FLUSHING_THE_LOG)
    except OSError as refused:
        pytest.skip(f"this kernel cannot cut the power: {refused}")
    finally:
        os.close(handle)
    return kept


def saved_until_the_cut(disk: Path, first: int, *, seed: int, log_forced: bool) -> list[int]:
    """The numbers acknowledged."""
    child, ours = forked(partial(save_and_create, disk, first))
    select.select([ours], [], [], 1)  # the first acknowledgement: on a busy machine it may take a while
    time.sleep(random.Random(seed).uniform(0, 0.008))  # noqa: S311 - no secret
    kept = pull_the_plug(disk, ours, log_forced=log_forced)
    child.wait()
    os.close(ours)
    return kept


def assert_kept(disk: Path, kept: list[int], known: int) -> int:
    """Clears up for the next round; the number that the plan holds now."""
    now = number_in((disk / "c-7f3k.yaml").read_bytes())
    assert now >= max(kept, default=known)
    for number in kept:
        assert number_in((disk / f"{number}.yaml").read_bytes()) == number
    for made in disk.glob("[0-9]*.yaml"):
        assert number_in(made.read_bytes()) == int(made.stem)
        made.unlink()
    sweep(disk)
    assert strays_in(disk) == []
    return now


@CUTS
@pytest.mark.parametrize("log_forced", [False, True], ids=["cut at once", "after the fsync of another"])
@pytest.mark.parametrize("kind", ["ext4", "xfs"])
def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path, kind, log_forced, cuts):
    disk_image = image(kind, tmp_path)
    at, now, acks = tmp_path / "disk", 0, 0
    try:
        with mounted(at, "-o", "loop", str(disk_image)) as disk:
            save(disk / "c-7f3k.yaml", text_of(0), root=disk)
        for seed in range(cuts):
            with mounted(at, "-o", "loop", str(disk_image)) as disk:
                kept = saved_until_the_cut(disk, now + 1, seed=seed, log_forced=log_forced)
            with mounted(at, "-o", "loop", str(disk_image)) as disk:
                now = assert_kept(disk, kept, now)
            acks += len(kept)
    finally:
        disk_image.unlink()
    sys.stderr.write(f"{kind}: {cuts} cuts, {2 * acks} saves acknowledged, 0 lost\n")
    assert acks
