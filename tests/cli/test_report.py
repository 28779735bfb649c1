"""`goalctl report`: formats, files, names from outside, releases, the caseload, and what it refuses."""

import os
import re
import subprocess
import sys
import zlib

import pytest

RISK = (
    "c-ab1 RISK: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; "
    "1 session since without asking, the last on 2026-02-02\n"
)
IDENTITY = "clients:\n  c-ab1: {name: Ada Example, birth_date: 1984-03-02, member_id: X-1}\n"


@pytest.fixture
def outside(tmp_path_factory):
    """A folder that is not in the workspace."""
    return tmp_path_factory.mktemp("outside")


@pytest.fixture
def names(outside):
    """A file of identities where it belongs."""
    path = outside / "names.yaml"
    path.write_text(IDENTITY, encoding="utf-8")
    return path


def refused(outcome, message, hint):
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"goalctl: {message}\n   hint: {hint}\n"


def test_a_report_goes_to_stdout_as_markdown(goalctl):
    outcome = goalctl("report", "c-a", status=0)
    assert outcome.out.startswith("# Treatment plan\n\nClient c-ab1 · 2026-03-02 · Confidential\n")
    assert outcome.err == RISK


def test_the_files_name_says_the_format(goalctl, outside):
    outcome = goalctl("report", "c-ab1", "-o", outside / "plan.html", status=0)
    assert (outcome.out, outcome.err) == ("", f"{RISK}saved {outside / 'plan.html'}\n")
    assert (outside / "plan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n")


def test_a_report_replaces_an_older_one_only_when_told_to_and_is_for_its_owner_alone(goalctl, outside):
    goalctl("report", "c-ab1", "-o", outside / "plan.md", status=0)
    (outside / "plan.md").chmod(0o644)
    assert "is there already" in goalctl("report", "c-ab1", "-o", outside / "plan.md", status=2).err
    goalctl("report", "c-ab1", "-o", outside / "plan.md", "--force", status=0)
    assert (outside / "plan.md").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in outside.iterdir()] == ["plan.md"]


def test_a_format_that_contradicts_the_file_is_refused(goalctl, outside):
    outcome = goalctl("report", "c-ab1", "--format", "md", "-o", outside / "plan.html")
    refused(outcome, "--format md does not fit a file .html", "give only one of the two")


def test_a_report_never_lands_among_the_plans(goalctl, practice):
    place = practice / "plans" / "plan.md"
    outcome = goalctl("report", "c-ab1", "-o", place)
    refused(outcome, f"{place} belongs to the workspace {practice}; nothing was written", "choose another file")


def test_the_day_of_a_replay_stands_on_the_report_and_later_entries_do_not(goalctl):
    text = goalctl("--today", "2026-01-20", "report", "c-ab1", "--kind", "record", status=0).out
    assert "### 2026-01-12" in text
    assert "2026-02-02" not in text


def test_a_name_comes_from_outside_and_is_not_stored(goalctl, practice, names):
    before = {path: path.read_bytes() for path in practice.rglob("*") if path.is_file()}
    text = goalctl("report", "c-ab1", "--identity", names, status=0).out
    assert "- **Name:** Ada Example\n- **Date of birth:** 1984-03-02\n- **Member ID:** X-1\n" in text
    assert {path: path.read_bytes() for path in practice.rglob("*") if path.is_file()} == before


def test_names_inside_the_workspace_are_refused(goalctl, practice):
    (practice / "names.yaml").write_text(IDENTITY, encoding="utf-8")
    outcome = goalctl("report", "c-ab1", "--identity", practice / "names.yaml")
    assert (outcome.status, outcome.out) == (2, "")
    assert "the identity file lies inside the workspace" in outcome.err


def test_a_link_does_not_carry_names_into_the_workspace(goalctl, practice, outside):
    (practice / "names.yaml").write_text(IDENTITY, encoding="utf-8")
    (outside / "link.yaml").symlink_to(practice / "names.yaml")
    assert "lies inside the workspace" in goalctl("report", "c-ab1", "--identity", outside / "link.yaml", status=2).err


def test_a_report_with_a_name_is_not_saved_inside_the_workspace(goalctl, practice, names):
    outcome = goalctl("report", "c-ab1", "--identity", names, "-o", practice / "plan.md")
    refused(outcome, "a report with a name must not be saved inside the workspace",
            "choose a folder outside of it: -o DIR/FILE")  # fmt: skip


def test_an_identity_file_that_is_wrong_is_told_without_a_line_of_it(goalctl, names):
    names.write_text("clients:\n  c-ab1: {name: Ada Example, birthday: 1984-03-02}\n", encoding="utf-8")
    outcome = goalctl("report", "c-ab1", "--identity", names)
    assert outcome.status == 3
    assert "names.yaml:2:30: error[E120]: unknown key `birthday`" in outcome.err
    assert "Ada" not in outcome.err


def test_a_client_who_is_not_in_the_file_keeps_a_blank_line(goalctl, names):
    names.write_text("clients: {c-other: {name: Somebody Else}}\n", encoding="utf-8")
    outcome = goalctl("report", "c-ab1", "--identity", names, status=0)
    assert outcome.err == f"the identity file has no c-ab1: its lines stay blank\n{RISK}"
    assert "Somebody" not in outcome.out


def test_a_progress_report_without_a_necessity_says_so(goalctl):
    outcome = goalctl("report", "c-ab1", "--kind", "progress", status=0)
    assert "No review in the plan states it." in outcome.out
    assert outcome.err.startswith(RISK)
    assert (
        'c-ab1: missing: no review says why treatment is needed: goalctl review c-ab1 --necessity "…"\n' in outcome.err
    )


def test_a_release_is_noted_in_the_plan(goalctl, plan_file, outside):
    outcome = goalctl("report", "c-ab1", "-o", outside / "plan.html", "--record-release", "State Plan", status=0)
    line = '  - {on: 2026-03-02, to: State Plan, what: "plan report, to 2026-03-02, html", by: m.kowalski}\n'
    assert line in plan_file.read_text(encoding="utf-8")
    assert "release noted: plan report, to 2026-03-02, html, to State Plan" in outcome.err


def test_the_caseloads_reports_go_into_a_folder(goalctl, practice, outside):
    (practice / "plans" / "c-cd2.yaml").write_text("client: c-cd2\nopened: 2026-02-02\n", encoding="utf-8")
    outcome = goalctl("report", "--all", "--kind", "client", "--format", "html", "-o", outside / "march", status=0)
    assert outcome.err == f"{RISK}2 of 2 clients: client reports in {outside / 'march'}\n"
    found = sorted(path.name for path in (outside / "march").iterdir())
    assert found == ["c-ab1-client-2026-03-02.html", "c-cd2-client-2026-03-02.html"]


def test_a_plan_that_cannot_be_read_makes_the_caseload_incomplete(goalctl, practice, outside):
    (practice / "plans" / "c-cd2.yaml").write_text("client: c-cd2\nopened: soon\n", encoding="utf-8")
    outcome = goalctl("report", "--all", "-o", outside / "all", status=3)
    assert "1 of 2 clients: plan reports in" in outcome.err
    assert "plans/c-cd2.yaml:2:9: error[E122]" in outcome.err


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ((), "which client?", "name a client, or say --all"),
        (
            ("c-ab1", "-o", "-"),
            "- is not a file's name; nothing was written",
            "name a file; what goes to stdout needs none",
        ),
        (("c-ab1", "--all"), "--all is for every client, not for one", "name a client, or say --all"),
        (("--all",), "--all writes a file for each client", "say into which folder: -o DIR"),
        (
            ("c-ab1", "--from", "2026-01-01"),
            "a plan report has no --from and --to",
            "they are for progress, record and review",
        ),
        (("c-ab1", "--with-notes"), "--with-notes is for the record", "add --kind record"),
        (("c-ab1", "--format", "pdf"), "a PDF goes into a file", "say which: -o report.pdf"),
        (("c-ab1", "--kind", "discharge"), "c-ab1 is not discharged", "end treatment first: goalctl discharge c-ab1"),
    ],
)
def test_what_does_not_fit_is_refused(goalctl, words, message, hint):
    refused(goalctl("report", *words), message, hint)


def test_a_stretch_that_ends_before_it_begins_is_refused(goalctl):
    words = ("report", "c-ab1", "--kind", "progress", "--from", "2026-02-01", "--to", "2026-01-01")
    refused(goalctl(*words), "--from 2026-02-01 is after --to 2026-01-01", "write the earlier day first")


def test_linked_notes_are_in_the_record_only_when_asked_for(goalctl, practice, plan_file):
    folder = practice / "notes" / "c-ab1"
    folder.mkdir(parents=True)
    (folder / "2026-02-02.md").write_text("---\nclient: c-ab1\n---\n\nA long note.\n", encoding="utf-8")
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text + "    note_file: notes/c-ab1/2026-02-02.md\n", encoding="utf-8")
    assert "A long note." not in goalctl("report", "c-ab1", "--kind", "record", status=0).out
    assert "> A long note." in goalctl("report", "c-ab1", "--kind", "record", "--with-notes", status=0).out


def test_a_note_of_another_client_stays_out_of_the_record(goalctl, practice, plan_file):
    other = practice / "notes" / "c-cd2"
    other.mkdir(parents=True)
    (other / "a.md").write_text("About somebody else.\n", encoding="utf-8")
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text + "    note_file: notes/c-cd2/a.md\n", encoding="utf-8")
    outcome = goalctl("report", "c-ab1", "--kind", "record", "--with-notes", status=0)
    assert "somebody else" not in outcome.out
    assert outcome.err == f"notes/c-cd2/a.md is not among the notes of c-ab1\n{RISK}"


def test_a_practices_own_template_stands_before_the_shipped_one(goalctl, practice):
    own = practice / "templates" / "reports"
    own.mkdir(parents=True)
    letterhead = '{% extends "shipped/base.html.j2" %}{% block letterhead %}<p>Hill Road Practice</p>{% endblock %}'
    (own / "base.html.j2").write_text(letterhead, encoding="utf-8")
    text = goalctl("report", "c-ab1", "--format", "html", status=0).out
    assert text.index("<p>Hill Road Practice</p>") < text.index("<h1>Treatment plan</h1>")


def test_a_template_of_the_practice_reads_no_other_file(goalctl, practice):
    own = practice / "templates" / "reports"
    own.mkdir(parents=True)
    (own / "plan.md.j2").write_text('{% include "../../plans/c-ab1.yaml" %}', encoding="utf-8")
    outcome = goalctl("report", "c-ab1", status=3)
    assert outcome.err.startswith("goalctl: templates/reports/../../plans/c-ab1.yaml: there is no such template\n")


def test_the_missing_extra_is_named(practice, outside, tree_on_path):
    (outside / "weasyprint.py").write_text("raise ModuleNotFoundError(name='weasyprint')\n", encoding="utf-8")
    path = os.pathsep.join([str(outside), tree_on_path["PYTHONPATH"]])
    words = [sys.executable, "-m", "goalctl", "report", "c-ab1", "-o", str(outside / "plan.pdf")]
    env = tree_on_path | {"PYTHONPATH": path}
    done = subprocess.run(words, cwd=practice, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.removeprefix(RISK) == (
        "goalctl: a PDF can't be made here: WeasyPrint is not installed\n"
        "   hint: pip install 'goalctl[pdf]', or use --format html\n"
    )
    assert not (outside / "plan.pdf").exists()


@pytest.fixture(scope="module")
def pdf():
    """Whether the extra is installed and finds the Pango it draws with; asked of a Python of its own."""
    if subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False).returncode:
        pytest.skip("WeasyPrint, the extra pdf, is not installed or finds no Pango")


@pytest.mark.usefixtures("pdf")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("kind", ["progress", "client"])
def test_a_pdf_is_tagged_for_screen_readers(goalctl, outside, kind):
    goalctl("report", "c-ab1", "--kind", kind, "-o", outside / "report.pdf", status=0)
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", (outside / "report.pdf").read_bytes(), re.DOTALL)
    inside = b"".join(zlib.decompressobj().decompress(stream) for stream in streams if stream[:1] == b"\x78")
    assert b"/MarkInfo" in inside
    assert b"/StructTreeRoot" in inside


def test_one_end_without_a_day_leaves_the_others_their_summaries(goalctl, practice, tmp_path):
    over = "opened: 2026-01-05\nstatus: discharged\n"
    for client, end in (("c-aa1", ""), ("c-zz9", "discharge: {on: 2026-02-16, reason: moved}\n")):
        (practice / "plans" / f"{client}.yaml").write_text(f"client: {client}\n{over}{end}", encoding="utf-8")
    done = goalctl("report", "--all", "--kind", "discharge", "-o", tmp_path / "out", status=3)
    assert "no discharge says on which day: write it with its day: goalctl edit c-aa1" in done.err
    assert [path.name[:5] for path in (tmp_path / "out").iterdir()] == ["c-zz9"]
