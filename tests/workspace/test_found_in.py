"""One client's file is found among many by names alone, and it is what the whole folder would say."""

import pytest

from goalctl.workspace.store import scan as scanning
from goalctl.workspace.store.clients import NoClientError, client_file, found_in
from goalctl.workspace.store.scan import scan
from tests.conftest import PLAN

BESIDE = (
    "c-1.yaml", "c-10.yaml", "c-2.yaml", "c-2 (1).yaml", "c-2.sync-conflict-20260301-101010.yaml", "old/c-2.yaml",
    "c-3.yml", "C-4.yaml", ".c-5.yaml.icloud", "c-6.yaml.txt", "Copy of c-7.yaml", "old/c-8.yaml", "old/deep/c-8.yaml",
    "c-9.yaml~", "c-9.yaml", "d-1.yaml", "c-11 conflict.yaml", "notes about c-1.txt", "x/c-1 2.yaml", "e.2@x.yaml",
)  # fmt: skip
WORDS = (
    "c-1", "c-10", "c-2", "c-3", "c-4", "C-4", "c-5", "c-6", "c-7", "c-8", "c-9", "c-11", "d", "d-1", "c", "c-", "",
    "old", "c-2.yaml", "plans/c-2.yaml", "x", "e.2", "e.2@x", "yaml", "folder", "c-ab1",
)  # fmt: skip


@pytest.fixture
def many(practice):
    for name in BESIDE:
        path = practice / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLAN.replace("client: c-ab1", "client: c-1"), encoding="utf-8")
    (practice / "plans" / "folder.yaml").mkdir()
    (practice / "plans" / "c-12.yaml").symlink_to("nowhere")
    return practice


def _said(ask):
    try:
        found, file = ask()
    except NoClientError as error:
        return str(error), error.hint
    return file, found.beside(file.client)


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("word", WORDS)
def test_what_is_found_for_one_client_is_what_the_whole_folder_says(many, word, exact):
    whole = scan(many)
    said = _said(lambda: (whole, client_file(whole, word, exact=exact)))
    assert _said(lambda: found_in(many, word, exact=exact)) == said


def test_of_other_clients_only_the_names_are_looked_at(many, monkeypatch):
    looked_at = []
    stamp_of = scanning.stamp_of
    monkeypatch.setattr(scanning, "stamp_of", lambda entry: (looked_at.append(entry.name), stamp_of(entry))[1])
    found_in(many, "d-1", exact=True)
    assert looked_at == ["d-1.yaml"]
