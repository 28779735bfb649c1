"""A practice in a real git repository, and what can go wrong with one."""

import os
import subprocess
import time
from pathlib import Path

MINUTES = 60


def git(folder, *words):
    """What git says; it has to work."""
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


def begin(practice):
    """The practice becomes a repository that goalctl commits into."""
    settings = practice / "goalctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "commit: true\n", encoding="utf-8")
    (practice / ".gitignore").write_text(".goalctl/\n.*.tmp\n", encoding="utf-8")
    git(practice, "init", "--quiet", "--initial-branch=main")
    with (practice / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write("[user]\n\tname = M. Kowalski\n\temail = mk@example.org\n")
    git(practice, "add", ".")
    git(practice, "commit", "--quiet", "--message", "begin")
    return practice


def subjects(folder):
    """The first lines of all commits, newest first."""
    return git(folder, "log", "--format=%s").splitlines()


def age_locks(practice):
    """What was left a moment ago was left an hour ago."""
    locks = list((practice / ".git").rglob("*.lock"))
    for lock in locks:
        os.utime(lock, (time.time() - 3600,) * 2)
    return len(locks)


def lock_left(folder, name=".git/index.lock", *, seconds=10 * MINUTES):
    """What a git leaves that was killed so long ago."""
    lock = folder / name
    lock.touch()
    then = time.time() - seconds
    os.utime(lock, (then, then))


def overwritten(name, text=""):
    """A damage: the file holds that instead."""
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


def one_object_gone(folder):
    """A file of git's store is lost."""
    tree = git(folder, "rev-parse", "HEAD^{tree}").strip()
    (folder / ".git" / "objects" / tree[:2] / tree[2:]).unlink()


def nobody_known(folder):
    """Git was never told who works here, and may not guess."""
    for key in ("user.name", "user.email"):
        git(folder, "config", "--unset", key)
    git(folder, "config", "user.useConfigOnly", "true")


def refusing_hook(folder):
    """A check of somebody's that lets nothing pass."""
    hook = folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no commits today >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)


def merge_going_on(folder):
    """A merge that somebody began and did not end."""
    Path(folder / ".git" / "MERGE_HEAD").write_text(git(folder, "rev-parse", "HEAD"), encoding="utf-8")
