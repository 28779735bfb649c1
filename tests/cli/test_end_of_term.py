"""A clinic of three at terminals: an intern's last weeks, from the first note to the last client handed over."""

import json
import re

import pytest
from clinic_of_three import make_clinic
from keyboard import Person

from goalctl.documents.read import read_data
from tests.faults.repositories import git

NAMES = "format: 1\nclients:\n  c-in1: {name: Anna Kowalska, telephone: 020 7946 0000}\n  c-in2: {name: Ben Little}\n"
COMMITS = """\
c-in1, c-in2: clinician n.intern → s.lee; supervisor s.lee → none
c-in1: talked over in supervision (of 2026-03-03)
c-in1: session 2026-03-03 signed by s.lee; session 2026-03-10 signed by s.lee
c-in1: session 2026-03-10 signed by m.kowalski
c-in1: log session 2026-03-10
goalctl.yaml: cover of n.intern by m.kowalski, 2026-03-09 to 2026-03-13
c-in1: to bring to supervision
c-in1: session 2026-03-03 signed by n.intern
c-in1: log session 2026-03-03"""


class Term:
    """Three people, each at a terminal of their own, on one folder; git knows none of them."""

    def __init__(self, folder, names):
        self.folder, self.names = folder, names

    def sits(self, who, day, line, *answers, status=0):
        beside = {"GOALCTL_NAMES": str(self.names), "GOALCTL_CLINICIAN": who}
        person = Person(self.folder, *line.split(), today=day, beside=beside)
        person.answers(*answers)
        assert person.leaves() == status, person.screen
        return " ".join(person.screen.split())

    def plan(self, client):
        return read_data((self.folder / "plans" / f"{client}.yaml").read_text(encoding="utf-8"))[0]


@pytest.fixture
def term(practice, tmp_path_factory):
    make_clinic(practice)
    for client in ("c-in1", "c-in2"):  # what went before is signed
        plan = practice / "plans" / f"{client}.yaml"
        signed = "signed: [{by: n.intern, on: 2026-02-17}, {by: s.lee, on: 2026-02-18, role: supervisor}]"
        text = plan.read_text(encoding="utf-8")
        plan.write_text(re.sub(r"next: (\S+)}", rf"next: \1, {signed}}}", text), encoding="utf-8")
    with (practice / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("commit: true\n")
    names = tmp_path_factory.mktemp("names")
    (names / "wabcdefg.yaml").write_text(NAMES, encoding="utf-8")
    (names / "wabcdefg.yaml").chmod(0o600)
    git(practice, "init", "--quiet", "--initial-branch=main")
    for key, value in (("user.name", "The machine"), ("user.email", "desk@example.org")):
        git(practice, "config", key, value)
    git(practice, "add", "--all")
    git(practice, "commit", "--quiet", "--message", "begun")
    return Term(practice, names)


def test_an_intern_s_end_of_term(term, goalctl, tmp_path):
    # The intern's week: a session, signed by them, and something for supervision.
    term.sits("n.intern", "2026-03-03", "log-session c-in1 --minutes 50 --cpt 90834 --note seen --next 2026-03-10")
    term.sits("n.intern", "2026-03-03", "sign c-in1", "y")
    screen = term.sits("n.intern", "2026-03-03", "supervise c-in1", "ending with her")
    assert "What is to be talked over?" in screen

    # A holiday: m.kowalski covers, sees whom to call, and holds a session.
    sheet = term.sits("n.intern", "2026-03-05", "cover me", "m.kowalski", "mon", "fri")
    assert "m.kowalski covers for n.intern, Mon 2026-03-09 to Fri 2026-03-13" in sheet
    assert "Anna Kowalska, 020 7946 0000" in sheet
    covering = term.sits("m.kowalski", "2026-03-10", "today --clinician me")
    assert "c-in1 Anna Kowalska (m.kowalski for n.intern):" in covering
    term.sits("m.kowalski", "2026-03-10", "log-session c-in1 --minutes 30 --cpt 90832 --note covered --next 2026-03-24")
    refused = term.sits("m.kowalski", "2026-03-10", "amend c-in1 2026-03-03 note=other --because typo", "n", status=3)
    assert "written by n.intern, not by m.kowalski. Is it to be amended all the same?" in refused
    term.sits("m.kowalski", "2026-03-10", "sign c-in1 --all")

    # Back: what happened meanwhile.
    assert "goalctl cover n.intern --back" in term.sits("n.intern", "2026-03-16", "")
    back = term.sits("n.intern", "2026-03-16", "cover --back")
    assert "session, 30 minutes" in back
    assert "m.kowalski" in back

    # Supervision: the agenda, what is overdue to co-sign, done.
    assert "for s.lee to co-sign" in term.sits("s.lee", "2026-03-18", "due --supervisor me --overdue")
    agenda = term.sits("s.lee", "2026-03-18", "supervise --agenda n.intern")
    assert "ending with her" in agenda
    early = term.sits("n.intern", "2026-03-18", "transfer --all --from me --to s.lee --because term", status=2)
    assert "c-in1 2026-03-03 session" in early
    assert "nothing was handed over" in early
    term.sits("s.lee", "2026-03-18", "sign c-in1", "y")
    term.sits("s.lee", "2026-03-18", "supervise c-in1 --done agreed")

    # The last day: everybody goes over, with a summary of each.
    folder = tmp_path / "summaries"
    words = f"transfer --all --from me --to s.lee -o {folder}"
    over = term.sits("n.intern", "2026-03-20", words, "end of term", "y")
    assert "Hand 2 clients (c-in1, c-in2) to s.lee?" in over
    assert [term.plan(client)["clinician"] for client in ("c-in1", "c-in2")] == ["s.lee", "s.lee"]
    assert len(list(folder.iterdir())) == 2
    assert "No plan here is like that" in term.sits("n.intern", "2026-03-20", "caseload --clinician me")

    # Everything is on record, in clinical words, nothing of a client's in git's; and it can be taken back in one step.
    assert git(term.folder, "log", "--format=%s", "-9").strip() == COMMITS
    assert git(term.folder, "status", "--porcelain", "--untracked-files=no") == ""
    then = json.loads(goalctl("-C", term.folder, "--today", "2026-03-19", "caseload", "--format", "json").out)
    assert {row["client"]: row["clinician"] for row in then["caseload"]} == {
        "c-ab1": "m.kowalski", "c-in1": "n.intern", "c-in2": "n.intern",
    }  # fmt: skip
    term.sits("n.intern", "2026-03-20", "undo c-in2")
    assert [term.plan(client)["clinician"] for client in ("c-in1", "c-in2")] == ["n.intern", "n.intern"]
