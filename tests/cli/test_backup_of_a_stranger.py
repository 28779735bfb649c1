"""A backup that goalctl did not make: restored, it writes and takes away nothing outside of the new folder."""

import io
import tarfile

import pytest

from goalctl.workspace.store.git import bundle
from tests.faults.repositories import begin, git


def packed(file, names):
    with tarfile.open(file, "w:gz") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = 6
            archive.addfile(entry, io.BytesIO(b"sent\n\n"))


@pytest.mark.parametrize(
    "name",
    [
        ".git/config",
        ".GIT/config",
        ".git",
        "plans/.git/config",
        "../x",
        "/x",
        "plans/../../x",
        ".goalctl/forgetting.json",
    ],
)
def test_what_leads_elsewhere_or_to_git_is_not_unpacked(goalctl, tmp_path_factory, name):
    place = tmp_path_factory.mktemp("restored")
    packed(place / "b.tar.gz", ["goalctl.yaml", name])
    told = goalctl("backup", "--restore", place / "b.tar.gz", place / "new", status=3).err
    assert "goalctl backup did not make" in told
    assert [path.name for path in place.rglob("*") if path.is_file()] == ["b.tar.gz"]


def test_a_link_that_the_history_brings_is_not_written_through(goalctl, practice, tmp_path_factory):
    place = tmp_path_factory.mktemp("restored")
    (place / "docs").mkdir()
    (place / "docs" / "c-ab1.yaml").write_text("mine\n", encoding="utf-8")
    begin(practice)
    git(practice, "update-ref", "refs/goalctl/backup", "HEAD")
    git(practice, "rm", "-r", "--quiet", "plans")
    (practice / "plans").symlink_to(place / "docs")
    git(practice, "add", "plans")
    git(practice, "commit", "--quiet", "--message", "sent")
    git(practice, "bundle", "create", "--quiet", place / "b.bundle", "HEAD", "--branches", "refs/goalctl/backup")
    told = goalctl("backup", "--restore", place / "b.bundle", place / "new", status=3).err
    assert "plans/c-ab1.yaml in it leads out of the record" in told
    assert (place / "docs" / "c-ab1.yaml").read_text(encoding="utf-8") == "mine\n"


class Nothing(io.RawIOBase):
    """As many zeros as are read."""

    def read(self, size=-1):
        return bytes(size)


def with_zeros(file, size):
    with tarfile.open(file, "w:gz", compresslevel=1) as archive:
        entry = tarfile.TarInfo("notes/c-1/long.md")
        entry.size = size
        archive.addfile(entry, Nothing())


def test_an_archive_that_unpacks_to_hundreds_of_times_its_size_is_not_unpacked(goalctl, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(bundle, "ALWAYS_UNPACKED", 1 << 20)
    place = tmp_path_factory.mktemp("restored")
    with_zeros(place / "b.tar.gz", 64 << 20)
    told = goalctl("backup", "--restore", place / "b.tar.gz", place / "new", status=3).err
    assert "b.tar.gz would unpack to more than " in told
    assert not (place / "new").exists()


def test_nor_is_one_with_a_file_of_holes(goalctl, tmp_path_factory):
    place = tmp_path_factory.mktemp("restored")
    with tarfile.open(place / "b.tar.gz", "w:gz", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("notes/c-1/long.md")
        holes = {
            "GNU.sparse.major": "0",
            "GNU.sparse.minor": "1",
            "GNU.sparse.map": "0,0",
            "GNU.sparse.size": str(1 << 40),
        }
        entry.pax_headers = holes
        archive.addfile(entry)
    told = goalctl("backup", "--restore", place / "b.tar.gz", place / "new", status=3).err
    assert "b.tar.gz would unpack to more than 256 MiB" in told


@pytest.mark.parametrize("kind", [tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_what_is_no_file_is_not_made(goalctl, tmp_path_factory, kind):
    place = tmp_path_factory.mktemp("restored")
    with tarfile.open(place / "b.tar.gz", "w:gz") as archive:
        entry = tarfile.TarInfo("plans/c-1.yaml")
        entry.type, entry.linkname, entry.devmajor, entry.devminor = kind, "/etc/passwd", 1, 5
        archive.addfile(entry)
    told = goalctl("backup", "--restore", place / "b.tar.gz", place / "new", status=3).err
    assert "goalctl backup did not make it" in told
    assert not (place / "new").exists()
