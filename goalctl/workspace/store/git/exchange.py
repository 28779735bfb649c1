"""The other place that the record is kept in: what is fetched from there, what is pushed to it, and why it can't be.

Nothing of the record here is touched. What was fetched is noted under a name of goalctl's own, so that a history that
was rewritten there is noticed before git takes it for the newest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from goalctl.workspace.store.git.reasons import known_cause_and_way
from goalctl.workspace.store.git.repository import GitError, Repository

FETCHED = "refs/goalctl/fetched"
_KEPT = "your record is as it was"
_LATER = f"{_KEPT}; go on working and run goalctl sync when you are online"
_SAID = (
    (
        (
            "could not resolve", "unable to look up", "network is unreachable", "connection refused", "timed out",
            "could not connect", "no route to host", "unable to connect", "connection reset", "hung up unexpectedly",
            "failed to connect", "early eof", "connection closed",
        ),
        "{where} can't be reached",
        _LATER,
    ),
    (
        (
            "authentication failed", "permission denied", "could not read username", "could not read password",
            "access denied", "invalid username", "error: 401", "error: 403", "terminal prompts disabled", "host key",
        ),
        "{where} does not let you in: the name, password or key is wrong",
        f"{_KEPT}; try it by hand: git fetch {{remote}}",
    ),
    (
        ("not found", "does not appear to be a git repository", "no such file", "not exported", "does not exist",
         "invalid gitfile"),
        "there is no record at {where}",
        f"{_KEPT}; mend the address: git remote set-url {{remote}} ADDRESS",
    ),
)  # fmt: skip
_HERE = ("no space left", "disk quota", "read-only file system", "fetch_head", "insufficient permission")
"""What is wrong on this machine, unless the other place says it."""
_SECRET = re.compile(r"(https?://)[^/@]+@")  # a password or a token in an address, for no screen and no log
_QUICKER = ("fetch first", "non-fast-forward", "stale info", "cannot lock ref", "incorrect old value", "[rejected]")
_PROTECTED = (
    "protected branch",
    "gh006",
    "hook declined",
    "prohibited",
    "branch is currently checked out",
    "denied",
    "insufficient permission",
    "unpacker error",
)


class NoExchangeError(GitError):
    """Nothing could be exchanged; the record is as it was."""


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A remote, its address as it may be shown, and the branch there that this one follows."""

    remote: str
    where: str
    branch: str

    @property
    def tracking(self) -> str:
        """Where git notes how that branch stood."""
        return f"refs/remotes/{self.remote}/{self.branch}"


def other_place(repository: Repository) -> OtherPlace:
    """Where this branch is exchanged with: what it follows, else the one remote there is, or `origin` of several."""
    branch = _said(repository, "symbolic-ref", "--quiet", "--short", "HEAD")
    remotes = _said(repository, "remote").split()
    wanted = _said(repository, "config", f"branch.{branch}.remote")
    remote = wanted or ("origin" if "origin" in remotes else remotes[0] if len(remotes) == 1 else "")
    if not remotes or remote not in remotes:
        what = (
            "no other place is named that this record is kept in" if not remotes else "git names several other places"
        )
        hint = "name it once: git remote add origin ADDRESS; an empty repository there will do"
        raise NoExchangeError(what, hint if not remotes else f"say which: git push -u {remotes[0]} {branch}")
    theirs = _said(repository, "config", f"branch.{branch}.merge").removeprefix("refs/heads/") or branch
    where = _SECRET.sub(r"\1", _said(repository, "remote", "get-url", remote))
    return OtherPlace(remote, where, theirs)


def fetch(repository: Repository, place: OtherPlace, *, may_ask: bool) -> str:
    """The newest commit there; empty when nothing is there yet. NoExchangeError when its past was rewritten."""
    spec = f"+refs/heads/{place.branch}:{FETCHED}"
    done = repository.exchange("fetch", "--quiet", "--no-tags", "--refmap=", place.remote, spec, may_ask=may_ask)
    if done.returncode and "find remote ref" in done.stderr:
        _refuse_another_branch(repository, place, may_ask=may_ask)
        return ""
    if done.returncode:
        raise _no_exchange(place, done.stderr)
    newest, known = (
        _said(repository, "rev-parse", FETCHED),
        _said(repository, "rev-parse", "-q", "--verify", place.tracking),
    )
    if known and not is_ancestor(repository, known, newest):
        said = f"at {place.where} the past of the record was rewritten: what you had from there is no longer in it"
        raise NoExchangeError(said, f"{_KEPT}; ask whoever did it, and do not push before that")
    return newest


def _refuse_another_branch(repository: Repository, place: OtherPlace, *, may_ask: bool) -> None:
    """A branch that is not there, beside one that is, would be a record of its own that the others never see."""
    words = ("ls-remote", "--symref", place.remote, "HEAD", "refs/heads/*")
    lines = repository.exchange(*words, may_ask=may_ask).stdout.splitlines()
    there = [line.partition("\trefs/heads/")[2] for line in lines if "\trefs/heads/" in line]
    main = [line.removeprefix("ref: refs/heads/").partition("\t")[0] for line in lines if line.startswith("ref: ")]
    if kept_on := [one for one in (*main, *there) if one in there]:
        said = f"the record at {place.where} is kept on the branch {kept_on[0]}; {place.branch}, as here, is not there"
        way = f"git switch {kept_on[0]} goes on with it, git push {place.remote} {place.branch} begins one beside it"
        raise NoExchangeError(said, f"{_KEPT}; {way}")


def push(repository: Repository, place: OtherPlace, commit: str, *, may_ask: bool) -> bool:
    """Put the commit there; False when somebody was quicker."""
    spec = f"{commit}:refs/heads/{place.branch}"
    done = repository.exchange("push", "--quiet", "--porcelain", place.remote, spec, may_ask=may_ask)
    said = f"{done.stdout}\n{done.stderr}".lower()
    if done.returncode == 0:
        return True
    if any(phrase in said for phrase in _PROTECTED) and "cannot lock" not in said:
        words = "".join(f" (it says: {line})" for line in _said_there(done.stderr)[:1])
        what = f"{place.where} takes no changes of {place.branch}: it is protected, or a rule there refuses them{words}"
        raise NoExchangeError(what, f"{_KEPT}; ask whoever looks after it to let you push to {place.branch}")
    if any(phrase in said for phrase in _QUICKER):
        return False
    raise _no_exchange(place, said)


def note_exchanged(repository: Repository, place: OtherPlace, commit: str) -> None:
    """Let git know how things stand there, and that this branch follows that one."""
    repository.change("update-ref", "-m", "goalctl sync: update by push", place.tracking, commit)
    branch = _said(repository, "symbolic-ref", "--quiet", "--short", "HEAD")
    if not _said(repository, "config", f"branch.{branch}.remote"):
        repository.change("config", f"branch.{branch}.remote", place.remote)
        repository.change("config", f"branch.{branch}.merge", f"refs/heads/{place.branch}")


def is_ancestor(repository: Repository, older: str, newer: str) -> bool:
    """Whether the one is in the past of the other, or is it."""
    return repository.run("merge-base", "--is-ancestor", older, newer).returncode == 0


def _said_there(said: str) -> list[str]:
    """What the other place has to say about it, as a rule there writes it."""
    lines = (line.removeprefix("remote:").strip()[:120] for line in said.splitlines() if line.startswith("remote:"))
    return [line for line in lines if line and not line.startswith("error:")]


def _no_exchange(place: OtherPlace, said: str) -> NoExchangeError:
    lowered = said.lower()
    own = "\n".join(line for line in lowered.splitlines() if not line.startswith("remote:"))
    if any(phrase in own for phrase in _HERE) and (cause := known_cause_and_way(own)):
        return NoExchangeError(cause[0], f"{_KEPT}; {cause[1]}")
    for phrases, what, hint in _SAID:
        if any(phrase in lowered for phrase in phrases):
            return NoExchangeError(what.format(where=place.where), hint.format(remote=place.remote))
    lines = (line.strip() for line in said.splitlines() if line.strip() and not line.startswith("hint:"))
    line = _SECRET.sub(r"\1", next(lines, "it gave no reason"))[:120]
    return NoExchangeError(f"git could not reach {place.where}: {line}", _LATER)


def _said(repository: Repository, *words: str) -> str:
    return repository.run(*words).stdout.strip()
