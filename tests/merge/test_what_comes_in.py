"""What a colleague's clone may send: plans and whatever else the record has, never git's settings or goalctl's own."""

import subprocess

import pytest

from tests.merge.clinic import git

TAKEN_OVER = "[core]\n\thooksPath = plans\n"


def send(clinic, change, message="sent"):
    """Bert commits what `change` does in his clone, by hand, and pushes it."""
    place = clinic.place("bert")
    change(place)
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message", message)
    git(place, "push", "--quiet", "origin", "HEAD")


def settings_of_git(clinic):
    return (clinic.place("anna") / ".git" / "config").read_text(encoding="utf-8")


def object_of(place, kind, content):
    words = ["git", "hash-object", "-w", "-t", kind, "--literally", "--stdin"]
    return subprocess.run(words, cwd=place, input=content, capture_output=True, check=True).stdout.decode().strip()


def test_a_tree_with_gits_own_folder_in_it_is_refused(clinic):
    place = clinic.place("bert")
    inner = bytes.fromhex(object_of(place, "blob", TAKEN_OVER.encode()))
    folder = bytes.fromhex(object_of(place, "tree", b"100644 config\0" + inner))
    tree = subprocess.run(["git", "cat-file", "tree", "HEAD"], cwd=place, capture_output=True, check=True).stdout
    whole = object_of(place, "tree", b"40000 .git\0" + folder + tree)
    commit = git(place, "commit-tree", "-p", "HEAD", "-m", "sent", whole)
    git(place, "push", "--quiet", "origin", f"{commit}:{git(place, 'symbolic-ref', 'HEAD')}")
    before = settings_of_git(clinic)
    assert ".git/config came in, which no other machine has to write here" in clinic.sync("anna", status=3).err
    assert settings_of_git(clinic) == before


def test_what_goalctl_keeps_on_each_machine_is_refused(clinic):
    def change(place):
        (place / ".goalctl").mkdir(exist_ok=True)
        (place / ".goalctl" / "forgetting.json").write_text("{}", encoding="utf-8")
        git(place, "add", "--force", ".goalctl/forgetting.json")

    send(clinic, change)
    assert ".goalctl/forgetting.json came in" in clinic.sync("anna", status=3).err
    assert not (clinic.place("anna") / ".goalctl" / "forgetting.json").exists()


@pytest.mark.parametrize("folder", [False, True], ids=["a file", "a folder"])
def test_what_takes_the_place_of_a_link_is_not_put_behind_it(clinic, folder):
    name = "plans/sub" if folder else "plans/link.txt"
    inner = f"{name}/config" if folder else name

    def link(place):
        (place / name).symlink_to("../.git" if folder else "../.git/config")

    def replace(place):
        (place / name).unlink()
        (place / inner).parent.mkdir(exist_ok=True)
        (place / inner).write_text(TAKEN_OVER, encoding="utf-8")

    send(clinic, link)
    clinic.sync("anna")
    assert (clinic.place("anna") / name).is_symlink()
    before = settings_of_git(clinic)
    send(clinic, replace)
    clinic.sync("anna")
    assert settings_of_git(clinic) == before
    assert (clinic.place("anna") / inner).read_text(encoding="utf-8") == TAKEN_OVER
    assert not (clinic.place("anna") / name).is_symlink()
    assert git(clinic.place("anna"), "status", "--porcelain") == ""


def test_a_plan_that_was_a_link_to_another_ones_does_not_write_over_that(clinic):
    def link(place):
        (place / "plans" / "c-zz9.yaml").symlink_to("c-ab1.yaml")

    def replace(place):
        (place / "plans" / "c-zz9.yaml").unlink()
        (place / "plans" / "c-zz9.yaml").write_text("client: c-zz9\nopened: 2026-01-05\n", encoding="utf-8")

    send(clinic, link)
    clinic.sync("anna")
    before = clinic.plan("anna")
    send(clinic, replace)
    clinic.sync("anna")
    assert clinic.plan("anna") == before
    assert "client: c-zz9" in (clinic.place("anna") / "plans" / "c-zz9.yaml").read_text(encoding="utf-8")


def test_what_lies_behind_a_link_into_gits_folder_is_not_written(clinic):
    place = clinic.place("anna")
    (place / "plans" / "sub").symlink_to("../.git")
    (place / ".git" / "info" / "exclude").write_text("plans/sub\n", encoding="utf-8")

    def change(theirs):
        (theirs / "plans" / "sub").mkdir()
        (theirs / "plans" / "sub" / "config").write_text(TAKEN_OVER, encoding="utf-8")

    send(clinic, change)
    before = settings_of_git(clinic)
    clinic.sync("anna", status=None)
    assert settings_of_git(clinic) == before
