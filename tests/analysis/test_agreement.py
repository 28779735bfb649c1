"""Why a plan has to be signed again, in words; and which signatures no longer fit their entries."""

from datetime import date

import pytest

from goalctl.analysis.history.agreement import change_words, outdated_agreement
from goalctl.analysis.history.digest import agreement_digest, session_digest
from goalctl.analysis.history.signatures import outdated_signatures, unsigned_entries
from goalctl.analysis.standpoint import Standpoint
from tests.analysis.invented import goal, plan_of

MEASURE = {"by": "rating", "baseline": 2, "target": 8}


def change(day, old, new, what="smart.measurable.target", of="g1"):
    return {"on": day, "of": of, "what": what, "from": old, "to": new}


def agreed(*changes, day="2026-01-26", who="client", **keys):
    """A plan agreed to on a day as it was before the changes: its digest fits no more."""
    return plan_of(
        goals=[goal(MEASURE)],
        agreements=[{"on": day, "who": who, "how": "signed", "of": "000000"}],
        changes=list(changes),
        **keys,
    )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ([change("2026-02-01", 9, 5)], "g1 target 9 → 5 since 26 Jan"),
        ([change("2026-02-01", 9, 7), change("2026-02-08", 7, 5)], "g1 target 9 → 5 since 26 Jan"),
        ([change("2026-01-20", 12, 9), change("2026-02-01", 9, 5)], "g1 target 9 → 5 since 26 Jan"),
        ([change("2027-02-01", 9, 5)], "g1 target 9 → 5 since 26 Jan 2026"),
        ([change("2026-02-01", "short", "word " * 9, "goal")], "g1 wording changed since 26 Jan"),
        (
            [change("2026-02-01", 1, 2, f"smart.measurable.{key}") for key in ("target", "baseline", "hold")],
            "g1 target 1 → 2, g1 baseline 1 → 2 and 1 more since 26 Jan",
        ),
        ([change("2026-02-01", 1, 2, "priority")], "the plan has changed since it was agreed to on 2026-01-26"),
        ([], "the plan has changed since it was agreed to on 2026-01-26"),
    ],
    ids=["one", "net", "later only", "another year", "long words", "several", "not agreed to", "by hand"],
)
def test_what_changed_since_is_said_from_the_trail(changes, why):
    assert outdated_agreement(Standpoint(agreed(*changes))).why == why


def test_an_agreement_that_fits_needs_nothing():
    plan = agreed()
    fitting = plan.agreements[0].model_copy(update={"of": agreement_digest(plan)})
    assert outdated_agreement(Standpoint(plan.model_copy(update={"agreements": (fitting,)}))) is None


def test_who_has_left_need_not_sign_again():
    handed_over = change("2026-02-01", "m.kowalski", "s.lee", "clinician", of=None)
    assert outdated_agreement(Standpoint(agreed(handed_over, who="m.kowalski"))) is None


@pytest.mark.parametrize(
    ("of", "what", "old", "new", "words"),
    [
        ("g1", "smart.measurable.by", "phq-9", "count", "g1 measure phq-9 → count"),
        ("g1", "status", "draft", "active", "g1 status draft → active"),
        ("", "services.1.every", "1w", "2w", "services 1 every 1w → 2w"),
        ("", "diagnoses", None, {"code": "F41.1"}, "diagnoses added"),
        ("g1", "smart.specific", "Runs", None, "g1 specific Runs → none"),
    ],
)
def test_a_change_in_words(of, what, old, new, words):
    assert change_words(of, what, old, new) == words


def signed_entry(of, **keys):
    return {"id": "abc123", "date": "2026-02-02", "signed": [{"by": "m.k", "on": "2026-02-02", "of": of}], **keys}


def test_a_signature_without_a_digest_is_never_called_outdated():
    plan = plan_of(sessions=[signed_entry(None, amended=[{"on": "2026-02-03", "set": {"note": "x"}, "because": "y"}])])
    assert outdated_signatures(Standpoint(plan)) == ()
    assert unsigned_entries(Standpoint(plan)) == ()


def test_a_signature_fits_until_the_entry_is_amended_and_again_when_signed_anew():
    digest = session_digest(plan_of(sessions=[signed_entry(None)]).sessions[0])
    amended = [{"on": "2026-02-03", "set": {"note": "x"}, "because": "y"}]
    assert outdated_signatures(Standpoint(plan_of(sessions=[signed_entry(digest)]))) == ()
    (found,) = outdated_signatures(Standpoint(plan_of(sessions=[signed_entry(digest, amended=amended)])))
    assert (found.entry.id, found.signature.by, found.changed_on) == ("abc123", "m.k", date(2026, 2, 3))
    anew = {**signed_entry(digest, amended=amended)}
    anew["signed"] = [*anew["signed"], {"by": "m.k", "on": "2026-02-04"}]
    assert outdated_signatures(Standpoint(plan_of(sessions=[anew]))) == ()


@pytest.mark.parametrize(
    ("keys", "needed"),
    [
        ({}, True),
        ({"kind": "journal"}, False),
        ({"void": {"on": "2026-02-03", "because": "x"}}, False),
        ({"signed": [{"by": "s.lee", "on": "2026-02-03", "role": "supervisor"}]}, True),
        ({"by": "s.lee", "signed": [{"by": "s.lee", "on": "2026-02-03", "role": "supervisor"}]}, False),
        ({"signed": [{"by": "m.k", "on": "2026-02-03"}]}, False),
    ],
    ids=["plain", "the client's own", "void", "co-signed only", "the supervisor's own", "signed"],
)
def test_what_still_needs_a_signature(keys, needed):
    assert bool(unsigned_entries(Standpoint(plan_of(sessions=[{"date": "2026-02-02", **keys}])))) is needed
