"""A clinic of two: one record in a bare repository on disk, a clone for each clinician, goalctl in process."""

import os
import shutil
import subprocess
from dataclasses import dataclass


def known_to_git(home, monkeypatch):
    """Whoever runs the test is somebody to git, whatever the machine's own settings say."""
    (home / ".gitconfig").write_text("[user]\n\tname = Anna\n\temail = anna@example.org\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))


def git(folder, *words, status=0):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert status is None or done.returncode == status, done.stderr
    return done.stdout.strip()


@dataclass
class Clinic:
    """`hub` is the bare repository; `anna` and `bert` are clones, with one plan."""

    folder: object
    run: object

    @property
    def hub(self):
        return self.folder / "hub.git"

    def place(self, who):
        return self.folder / who

    def plan(self, who):
        return (self.place(who) / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")

    def call(self, who, *words, status=0, given=""):
        return self.run("-C", self.place(who), *words, status=status, given=given)

    def log(self, who, day, **more):
        return self.call(who, "log", "c-ab1", "g1.1=2", "--date", day, "--by", who, **more)

    def log_of(self, name, who, day):
        """A session of a client whose file has that name now."""
        return self.call(who, "log", name.rpartition("/")[2], "g1.1=2", "--date", day, "--by", who, status=0)

    def sync(self, who, *words, status=0):
        return self.call(who, "sync", *words, status=status)

    def clone(self, who, address=None):
        git(self.folder, "clone", "--quiet", str(address or self.hub), who)
        for key, value in (("user.name", who), ("user.email", f"{who}@example.org")):
            git(self.place(who), "config", key, value)
        self.call(who, "doctor", "--fix", status=None)


def clinic_in(folder, run, plan):
    """Anna begins the record and shares it; Bert clones it."""
    clinic = Clinic(folder, run)
    git(folder, "init", "--quiet", "anna")
    for key, value in (("user.name", "anna"), ("user.email", "anna@example.org")):
        git(clinic.place("anna"), "config", key, value)
    run("init", "--git", folder / "anna", status=0)
    shutil.rmtree(folder / "anna" / ".goalctl", ignore_errors=True)
    branch = git(clinic.place("anna"), "symbolic-ref", "--short", "HEAD")
    git(folder, "init", "--quiet", "--bare", f"--initial-branch={branch}", "hub.git")
    (clinic.place("anna") / "plans" / "c-ab1.yaml").write_text(plan, encoding="utf-8")
    git(clinic.place("anna"), "remote", "add", "origin", str(clinic.hub))
    clinic.sync("anna")
    clinic.clone("bert")
    return clinic


def git_that(folder, monkeypatch, command, says):
    """A git that fails at one of its commands, as on a disk that is full."""
    real = next(path for one in os.get_exec_path() if os.access(path := f"{one}/git", os.X_OK))
    script = folder / "bin" / "git"
    script.parent.mkdir()
    found = f'for word in "$@"; do [ "$word" = {command} ] && {{ echo "{says}" >&2; exit 128; }}; done'
    script.write_text(f'#!/bin/sh\n{found}\nexec {real} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
