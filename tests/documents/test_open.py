"""Reading bytes: no hanging, no leaving the workspace, an answer in plain words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are POSIX")


def refusal(path, root) -> str:
    with pytest.raises(UnreadableFileError) as told:
        read_bytes(path, root=root, limit=100)
    return str(told.value)


@pytest.mark.parametrize("size", [0, 1, 99, 100], ids=["empty", "one", "below the limit", "the limit itself"])
def test_a_file_within_the_limit_is_read_whole(tmp_path, size):
    (tmp_path / "c1.yaml").write_bytes(b"x" * size)
    assert read_bytes(tmp_path / "c1.yaml", root=tmp_path, limit=100) == b"x" * size


@pytest.mark.parametrize("limit", [0, 99, 100, 40_000])
def test_of_a_larger_file_one_byte_more_than_the_limit_is_read(tmp_path, limit):
    (tmp_path / "c1.yaml").write_bytes(b"x" * 50_000)
    assert len(read_bytes(tmp_path / "c1.yaml", root=tmp_path, limit=limit)) == limit + 1


def test_a_file_of_many_pieces_is_read_whole(tmp_path):
    content = bytes(range(251)) * 300
    (tmp_path / "c1.yaml").write_bytes(content)
    assert read_bytes(tmp_path / "c1.yaml", root=tmp_path, limit=len(content)) == content


def test_line_ends_and_byte_order_mark_come_through_as_they_are(tmp_path):
    (tmp_path / "c1.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert read_bytes(tmp_path / "c1.yaml", root=tmp_path, limit=100) == b"\xef\xbb\xbfa: 1\r\n"


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux")
def test_a_file_that_claims_to_be_empty_is_read_to_its_end():
    assert b"Name:" in read_bytes(Path("/proc/self/status"), root=Path("/proc"), limit=10_000)


@POSIX
def test_a_link_inside_the_workspace_is_read(tmp_path):
    (tmp_path / "c1.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "c2.yaml").symlink_to("c1.yaml")
    assert read_bytes(tmp_path / "c2.yaml", root=tmp_path, limit=100) == b"a: 1\n"


@POSIX
def test_a_link_out_of_the_workspace_is_not_read(tmp_path):
    (tmp_path / "c2.yaml").symlink_to("/etc/passwd")
    assert refusal(tmp_path / "c2.yaml", tmp_path) == "c2.yaml cannot be read: it is a link that leaves the workspace"


@POSIX
def test_a_link_to_itself_is_told(tmp_path):
    (tmp_path / "c2.yaml").symlink_to("c2.yaml")
    assert refusal(tmp_path / "c2.yaml", tmp_path) == "c2.yaml cannot be read: it is a link that cannot be followed"


@POSIX
def test_a_pipe_does_not_hang_the_reader(tmp_path):
    os.mkfifo(tmp_path / "c3.yaml")
    assert refusal(tmp_path / "c3.yaml", tmp_path) == "c3.yaml cannot be read: it is not a regular file"


@POSIX
def test_a_folder_is_told(tmp_path):
    (tmp_path / "plans").mkdir()
    assert refusal(tmp_path / "plans", tmp_path) == "plans cannot be read: it is a folder"


def test_a_file_that_vanished_is_told(tmp_path):
    assert refusal(tmp_path / "c1.yaml", tmp_path) == "c1.yaml cannot be read: there is no such file or folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_is_told(tmp_path):
    (tmp_path / "c1.yaml").touch(mode=0o000)
    assert refusal(tmp_path / "c1.yaml", tmp_path) == "c1.yaml cannot be read: permission denied"
