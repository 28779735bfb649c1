"""A clinic of two whose plans and notes git-crypt locks: Anna's clone with the key, Bert's without it as yet."""

import os
import shutil
import stat
import subprocess
from dataclasses import dataclass

import pytest

from tests.conftest import PLAN
from tests.merge.clinic import Clinic, git

ATTRIBUTES = "plans/** filter=git-crypt diff=git-crypt\nnotes/** filter=git-crypt diff=git-crypt\n"
MARK = b"\0GITCRYPT\0"
PLAN_NAME = "plans/c-ab1.yaml"

IS_THERE = shutil.which("git-crypt") is not None


@pytest.fixture(scope="session")
def first_locked_clinic(tmp_path_factory):
    """Where the clinic is that others are copied from; it is made by the first test that needs one."""
    return tmp_path_factory.mktemp("locked-clinics") / "first"


@dataclass
class LockedClinic(Clinic):
    """`key` opens the record; Bert has a clone and no key."""

    @property
    def key(self):
        return self.folder / "key"

    def unlock(self, who):
        git_crypt(self.place(who), "unlock", str(self.key))

    def blob(self, who, name=PLAN_NAME, revision="HEAD"):
        """What git itself has of a file."""
        words = ["git", "cat-file", "blob", f"{revision}:{name}"]
        return subprocess.run(words, cwd=self.place(who), capture_output=True, check=True).stdout


def git_crypt(folder, *words):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git-crypt", *words], cwd=folder, env=kept, capture_output=True, check=True)


def plain_blobs(place):
    """How many objects of the repository hold words of the plan, reachable or not."""
    words = ["git", "cat-file", "--batch-all-objects", "--batch", "--unordered"]
    return subprocess.run(words, cwd=place, capture_output=True, check=True).stdout.count(b"client: c-ab1")


def begin(folder, run):
    clinic = LockedClinic(folder, run)
    anna = clinic.place("anna")
    git(folder, "init", "--quiet", "--initial-branch=main", "anna")
    for key, value in (("user.name", "anna"), ("user.email", "anna@example.org")):
        git(anna, "config", key, value)
    git_crypt(anna, "init")
    (anna / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    run("init", "--git", anna, status=0)
    run("-C", anna, "doctor", "--fix", status=None)  # which says in .gitattributes that plans merge by meaning
    (anna / "plans" / "c-ab1.yaml").write_text(PLAN, encoding="utf-8")
    git_crypt(anna, "export-key", str(clinic.key))
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "hub.git")
    git(anna, "remote", "add", "origin", str(clinic.hub))
    run("-C", anna, "doctor", "--fix", status=None)
    clinic.sync("anna")
    clinic.clone("bert")
    return clinic


@pytest.fixture
def locked_clinic(goalctl, tmp_path, first_locked_clinic):
    """Anna's record in a bare repository, locked there; Bert's clone of it."""
    if not IS_THERE:
        pytest.skip("git-crypt is not installed")
    if not first_locked_clinic.exists():
        first_locked_clinic.mkdir()
        begin(first_locked_clinic, goalctl)
    clinic = LockedClinic(tmp_path / "clinic", goalctl)
    shutil.copytree(first_locked_clinic, clinic.folder)
    for who in ("anna", "bert"):
        git(clinic.place(who), "remote", "set-url", "origin", str(clinic.hub))
        clinic.place(who).chmod(stat.S_IRWXU)
    return clinic
