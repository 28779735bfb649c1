"""A backup that goalctl did not make: restored, it writes and takes away nothing outside of the new folder."""

import io
import tarfile

import pytest

from tests.faults.repositories import begin, git


def packed(file, names):
    with tarfile.open(file, "w:gz") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = 6
            archive.addfile(entry, io.BytesIO(b"sent\n\n"))


@pytest.mark.parametrize(
    "name", [".git/config", ".GIT/config", ".git", "plans/.git/config", "../x", "/x", "plans/../../x"]
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
