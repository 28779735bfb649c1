"""What other programs leave beside plans is recognised for what it is, counted once, and never another client."""

import json

import pytest

from goalctl.documents.foreign import copy_of, leftover_of, plan_name_meant
from goalctl.workspace.store.scan import scan

COPIES = {
    "c-ab1 (Anna's conflicted copy 2026-02-27).yaml": "Dropbox, Nextcloud or another sync program",
    "c-ab1 (conflicted copy 2026-02-27 101112).yaml": "Dropbox, Nextcloud or another sync program",
    "c-ab1 (In Konflikt stehende Kopie von Anna 2026-02-27).yaml": "Dropbox, Nextcloud or another sync program",
    "c-ab1 (Copie en conflit de Anna 2026-02-27).yaml": "Dropbox, Nextcloud or another sync program",
    "c-ab1_conflict-20260227-101112.yaml": "a sync program",
    "c-ab1.sync-conflict-20260227-101112-ABCDEFG.yaml": "Syncthing",
    "c-ab1 (SFConflict anna@example.org 2026-02-27-10-11-12).yaml": "Seafile",
    "c-ab1 2.yaml": "iCloud",
    "c-ab1-DESKTOP-7F3K.yaml": "OneDrive",
    "c-ab1-Annas-MacBook.yaml": "OneDrive",
    "c-ab1 (1).yaml": "a sync program or a browser",
    "c-ab1 copy.yaml": "copied by hand",
    "c-ab1 copy 2.yaml": "copied by hand",
    "c-ab1 - Kopie.yaml": "copied by hand",
    "c-ab1 Kopie 2.yaml": "copied by hand",
    "c-ab1 - copia.yaml": "copied by hand",
    "c-ab1 - C\u00f3pia (2).yaml": "copied by hand",
    "c-ab1 - Copy (2).yaml": "copied by hand",
    "Copy of c-ab1.yaml": "copied by hand",
    "c-ab1_REMOTE_4711.yaml": "git mergetool",
}
LEFTOVERS = {
    "c-ab1.yaml~": "an editor", "c-ab1.yaml.~1~": "an editor", "#c-ab1.yaml#": "an editor", ".#c-ab1.yaml": "an editor",
    ".c-ab1.yaml.swp": "an editor", "4913": "an editor", "~$c-ab1.yaml": "an editor",
    "c-ab1.yaml___jb_tmp___": "an editor", "c-ab1.yaml.bak": "an editor, as a copy of before",
    "c-ab1.BAK": "an editor, as a copy of before", "c-ab1.yaml.orig": "a merge", "c-ab1.yaml.rej": "a merge",
    "c-ab1.yaml.tmp": "a program that was stopped", "c-ab1.yaml.part": "a program that was stopped",
    "Thumbs.db": "the system", "desktop.ini": "the system", ".DS_Store": "the system", "._c-ab1.yaml": "the system",
}  # fmt: skip
ENDINGS = {
    "c-2.yml": "c-2.yaml", "c-2.YAML": "c-2.yaml", "c-2.Yml": "c-2.yaml", "c-2.yaml.txt": "c-2.yaml",
    "notes.txt": "", "Max.yml": "", "c-2.yaml": "c-2.yaml",
}  # fmt: skip


def put(practice, name, text="client: c-ab1\n"):
    (practice / "plans" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("name", "by"), COPIES.items())
def test_a_second_copy_is_known_by_its_name(name, by):
    assert copy_of(name) == ("c-ab1.yaml", by)


@pytest.mark.parametrize("name", ["c-ab1.yaml", "c-ab1-2.yaml", "c-ab1-copy.yaml", "c.conflict.yaml", "Max.yaml"])
def test_a_client_is_no_second_copy(name):
    assert copy_of(name) == ("", "")


@pytest.mark.parametrize(("name", "by"), LEFTOVERS.items())
def test_a_leftover_is_known_by_its_name(name, by):
    assert leftover_of(name) == by


@pytest.mark.parametrize("name", ["c-ab1.yaml", "c-bak.yaml", "notes.txt", "c-ab1.yml", "x.md"])
def test_what_a_person_wrote_is_no_leftover(name):
    assert leftover_of(name) == ""


@pytest.mark.parametrize(("name", "meant"), ENDINGS.items())
def test_another_ending_may_be_meant_as_a_plan(name, meant):
    assert plan_name_meant(name) == meant


@pytest.mark.parametrize("name", COPIES)
def test_another_version_marks_the_plan_once_and_is_nobody(practice, name):
    put(practice, name)
    found = scan(practice)
    assert [file.client for file in found.files] == ["c-ab1"]
    ((where, finding),) = found.strays
    assert (where, finding.code) == ("plans/c-ab1.yaml", "E154")
    assert name in finding.message


def test_several_versions_are_counted_in_one_line(practice):
    for name in list(COPIES)[:4]:
        put(practice, name)
    ((_, finding),) = scan(practice).strays
    assert finding.message.startswith("4 other versions of this plan lie beside it: ")
    assert finding.message.endswith("; and 2 more")


def test_a_copy_byte_for_byte_the_same_marks_nothing(practice, plan_file, goalctl):
    (practice / "plans" / "c-ab1 2.yaml").write_bytes(plan_file.read_bytes())
    assert scan(practice).strays == ()
    told = goalctl("check", "--select", "E", status=0).out
    assert "plans/c-ab1 2.yaml: info[E154]: a second copy of c-ab1.yaml (iCloud)" in told


def test_a_copy_without_its_plan_is_told_by_its_own_name_and_how_it_becomes_the_plan(practice, plan_file):
    plan_file.rename(plan_file.with_name("c-ab1 2.yaml"))
    ((where, finding),) = scan(practice).strays
    assert (where, finding.hint) == (
        "plans/c-ab1 2.yaml",
        "if it is the plan, give it its name: mv -n 'plans/c-ab1 2.yaml' plans/c-ab1.yaml",
    )


@pytest.mark.parametrize("name", LEFTOVERS)
def test_leftovers_are_no_plans_and_no_findings(practice, name):
    put(practice, name)
    found = scan(practice)
    assert (len(found.files), found.strays) == (1, ())


def test_the_plan_s_row_is_marked_in_every_listing(goalctl, practice):
    put(practice, "c-ab1 2.yaml")
    faults = json.loads(goalctl("caseload", "--format", "json").out)["errors"]
    assert "c-ab1" in {row["client"] for row in faults}
    assert "c-ab1   mend first" in goalctl("caseload").out
    assert "another version of this plan lies beside it: c-ab1 2.yaml (iCloud)" in goalctl("due").out
    assert "another version of this plan" in goalctl().out


@pytest.mark.parametrize("name", ["c-ab1.yml", "c-ab1.YAML", "c-ab1.yaml.txt"])
def test_no_hint_ever_leads_to_a_name_that_is_taken(practice, name):
    put(practice, name)
    ((_, finding),) = scan(practice).strays
    assert finding.hint == "it is not c-ab1.yaml; compare the two, then move this one out of plans/"


def test_a_folder_called_like_a_plan_is_named(practice):
    (practice / "plans" / "c-b.yaml").mkdir()
    put(practice, "c-b.yaml/c-in.yaml", "client: c-in\n")
    found = scan(practice)
    assert [file.client for file in found.files] == ["c-ab1", "c-in"]
    assert [(name, finding.code) for name, finding in found.strays] == [("plans/c-b.yaml/", "E151")]
