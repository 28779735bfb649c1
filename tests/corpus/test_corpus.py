"""What earlier releases wrote and meant: every plan of the corpus still says what it said when it was frozen."""

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from make import PINNED, unused

# What is asked of goalctl, in one place: when a name moves, only these lines follow it.
from goalctl.analysis.history.first_digest import first_agreement_digest, first_session_digest
from goalctl.documents.document import bytes_of, document_of
from goalctl.documents.edit import AppendItem, SetScalar, text_after
from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.schema import schema_of
from goalctl.model.written import record_data
from tests.yaml_1_2 import as_an_editor_reads

CORPUS = Path(__file__).parent
DIGESTS_OF = {"0.1.0": (first_session_digest, first_agreement_digest)}  # each release's algorithm, as frozen
PLANS = sorted(CORPUS.glob("*/plans/*.yaml"))
SHIPPED = {"c-2rj5", "c-4hq8", "c-58tz", "c-7f3k", "c-9wke", "c-b1qs", "c-kx07", "c-m2x9", "c-n8gy", "c-p3vd", "c-t6bn",
           "c-z64f", "anger-management", "depression", "opioid-recovery"}  # fmt: skip
FOR_EDITORS = [path for path in PLANS if path.stem not in SHIPPED | {"c-empty"}]  # see the README
PINS = [(path.parent, pin) for path in sorted(CORPUS.glob("*/digests.json")) for pin in json.loads(path.read_text())]
ENTRY = {"id": "n3w3n7", "date": "2026-08-03", "scores": {"g1": "4"}, "note": "Added: a line\nand one more"}
NOBODY = "z.nobody"


def release_of(path):
    return path.parent.parent.name


def named(path):
    return f"{release_of(path)}-{path.stem}"


every_plan = pytest.mark.parametrize("path", PLANS, ids=named)


@cache
def document(path):
    return document_of(path.read_bytes(), Plan)


def plan_at(path):
    plan = document(path).content
    assert plan is not None, document(path).findings
    return plan


@cache
def meaning(path):
    return json.loads((path.parent.parent / "meaning" / f"{path.stem}.json").read_text(encoding="utf-8"))


def entries(path):
    """Every entry as it is read now, beside what it meant."""
    return zip(plan_at(path).sessions, meaning(path)["sessions"], strict=True)


def hunk(old, new):
    """What was taken out of the old text at one place, and what stands there in the new one."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    return old[start : len(old) - end], new[start : len(new) - end]


@cache
def seen_by_an_editor(path):
    """What a YAML 1.2 loader makes of a plan."""
    return as_an_editor_reads(path.read_text(encoding="utf-8-sig"))


def test_every_plan_has_a_meaning_and_every_meaning_a_plan():
    meanings = CORPUS.glob("*/meaning/*.json")
    assert {(path.parent.parent, path.stem) for path in meanings} == {(path.parent.parent, path.stem) for path in PLANS}


@pytest.mark.parametrize("release", sorted(DIGESTS_OF))
def test_every_key_that_a_plan_could_have_and_every_word_under_it_stands_in_some_plan(release):
    keys = json.loads((CORPUS / release / "keys.json").read_text())
    data = [document(path).data for path in PLANS if release_of(path) == release]
    assert list(unused(keys, data)) == []


@every_plan
def test_it_is_read_without_an_error_of_text_or_shape(path):
    assert [finding for finding in document(path).findings if finding.severity == "error"] == []
    assert document(path).content is not None


@every_plan
def test_it_says_the_same_plain_values(path):
    assert record_data(plan_at(path)) == meaning(path)["plan"]


@every_plan
def test_its_log_is_in_the_same_order(path):
    assert [list(entry.known_as) for entry in plan_at(path).log] == meaning(path)["log"]


@every_plan
def test_every_entry_reads_as_it_did_with_its_amendments(path):
    read = [(list(entry.known_as), record_data(entry.current)) for entry in plan_at(path).sessions]
    assert read == [(entry["known_as"], entry["current"]) for entry in meaning(path)["sessions"]]


@every_plan
def test_the_digests_of_its_day_are_still_reproduced(path):
    session_digest, agreement_digest = DIGESTS_OF[release_of(path)]
    assert [session_digest(entry) for entry, _ in entries(path)] == [meant["digest"] for _, meant in entries(path)]
    assert agreement_digest(plan_at(path)) == meaning(path)["agreement"]


@pytest.mark.parametrize(("folder", "pin"), PINS, ids=lambda value: value["for"] if isinstance(value, dict) else "")
def test_a_digest_is_pinned_for(folder, pin):
    session_digest, agreement_digest = DIGESTS_OF[folder.name]
    plan = plan_at(folder / "plans" / f"{pin['plan']}.yaml")
    found = agreement_digest(plan) if pin["entry"] is None else session_digest(plan.sessions[pin["entry"]])
    assert found == pin["digest"]


def test_a_pinned_digest_names_the_plan_or_the_entry_that_says_so():
    for folder, pin in PINS:
        data = document(folder / "plans" / f"{pin['plan']}.yaml").data
        assert (data if pin["entry"] is None else data["sessions"][pin["entry"]])[PINNED] == pin["for"]


@pytest.mark.parametrize("path", [path for path in PLANS if path.stem.startswith("c-run-")], ids=named)
def test_a_signature_that_the_release_itself_wrote_still_fits(path):
    session_digest, _ = DIGESTS_OF[release_of(path)]
    signed = [(entry, signature.of) for entry in plan_at(path).sessions for signature in entry.signed]
    assert all(session_digest(entry) == of for entry, of in signed)


def test_an_agreement_that_the_release_itself_wrote_still_fits():
    plan = plan_at(CORPUS / "0.1.0" / "plans" / "c-run-next.yaml")
    assert {agreement.of for agreement in plan.agreements} == {first_agreement_digest(plan)}


@cache
def schema_at(path):
    return jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")) if path else schema_of(Plan))


@pytest.mark.parametrize("path", FOR_EDITORS, ids=named)
def test_it_fits_the_schema_of_its_release(path):
    schema_at(path.parent.parent / "plan.schema.json").validate(seen_by_an_editor(path))


@pytest.mark.parametrize("path", FOR_EDITORS, ids=named)
def test_it_fits_the_schema_of_today(path):
    schema_at(None).validate(seen_by_an_editor(path))


@every_plan
def test_an_appended_entry_leaves_all_other_bytes_and_adds_itself_alone(path):
    before = document(path)
    text = text_after(before.text, [AppendItem(("sessions",), ENTRY)])
    after = document_of(bytes_of(text, bom=before.bom), Plan)
    assert hunk(before.text, text)[0] in {"", "[]", " []"}
    assert read_data(text)[0] == {**before.data, "sessions": [*(before.data.get("sessions") or []), ENTRY]}
    old = meaning(path)["plan"]
    assert record_data(after.content) == {**old, "sessions": [*old.get("sessions", []), ENTRY]}


@every_plan
def test_a_scalar_that_is_set_leaves_all_other_bytes_and_changes_itself_alone(path):
    before = document(path)
    text = text_after(before.text, [SetScalar(("clinician",), NOBODY)])
    after = document_of(bytes_of(text, bom=before.bom), Plan)
    assert hunk(before.text, text)[0].strip("\"'") in (before.data.get("clinician") or "~ null")
    assert read_data(text)[0] == {**before.data, "clinician": NOBODY}
    assert record_data(after.content) == {**meaning(path)["plan"], "clinician": NOBODY}


@every_plan
def test_the_bytes_of_a_plan_that_is_not_edited_are_the_files_own(path):
    assert document(path).bytes == path.read_bytes()
