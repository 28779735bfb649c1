"""What stands in for a record is read as what it says: a word of it elsewhere answers nothing."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.rules.every import ADVICE
from goalctl.rules.rule import findings_of
from tests.rules.test_boundaries import case_of


def is_told(code, plan):
    rules = [rule for rule in ADVICE if rule.code == code]
    return bool(findings_of(rules, case_of(plan, day_from("2026-03-02"), profile=f"{code}: {{}}")))


@pytest.mark.parametrize(
    "what",
    [
        *("consent to treatment declined", "treatment (psychotherapy) refused", "'therapy: not given'"),
        *("'consent to treatment: refused by the father'", "'treatment, declined'", "treatment of the son withdrawn"),
        *("no treatment", "does not consent to therapy", "treatment (withdrawn)", "informed consent (not given)"),
        *("treatment pending", "recording for the therapist's training", "photo by an art therapist"),
        *("exchange with the former therapist", "telephone contact with the counsellor at school"),
    ],
)
def test_a_refusal_and_what_only_names_a_therapist_are_no_consent_to_treatment(what):
    assert is_told("A163", f"consents: [{{what: {what}, on: 2026-01-05}}]")


@pytest.mark.parametrize(
    "what",
    [
        *("treatment (CBT)", "'no recording, therapy only'"),
        *("treatment", "consent to treat", "informed consent", "therapy by video", "'treatment; refused video'"),
        *("treatment and recording of sessions", "'recording of sessions, treatment'", "counselling (video declined)"),
    ],
)
def test_what_is_consented_to_beside_treatment_is_no_matter(what):
    assert not is_told("A163", f"consents: [{{what: {what}, on: 2026-01-05}}]")


@pytest.mark.parametrize(
    ("what", "lets_out"),
    [
        *(
            (what, False)
            for what in ("do not release to the GP", "never release to the GP", "won\u2019t release to the GP")
        ),
        *((what, False) for what in ("release to the GP (revoked)", "'release to the GP, revoked 1 June'")),
        *((what, False) for what in ("release to the GP expired", "release to the GP (not signed)", "release pending")),
        *((what, False) for what in ("client has declined a release to the GP", "'release to the GP, refused by him'")),
        *((what, True) for what in ("release to the GP until revoked", "'release to the GP, may be revoked'")),
        *(
            (what, True)
            for what in ("'release to the GP, expires 2027-01-01'", "'release to the GP, not to the school'")
        ),
    ],
)
def test_a_release_that_was_refused_or_taken_back_lets_nothing_out(what, lets_out):
    left = "releases: [{on: 2026-02-02, to: the GP, what: progress report}]"
    assert is_told("A165", f"{{format: 2, consents: [{{what: {what}, on: 2026-01-05}}], {left}}}") is not lets_out


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("{what: release to Dr Osei refused, on: 2026-01-20}", True),
        ("{what: no release of information, on: 2026-01-20}", True),
        ("{what: no release of information, on: 2026-01-05}", False),
        ("{what: release to Dr Osei refused, on: 2026-02-20}", False),
        ("{what: release to the school refused, on: 2026-01-20}", False),
        ("{what: release to Dr Osei refused, who: the father, on: 2026-01-20}", False),
    ],
    ids=["refused", "nothing to anybody", "but to one", "after it left", "somebody else", "by somebody else"],
)
def test_what_was_given_lets_nothing_out_once_the_same_person_refused_it(later, told):
    given = f"consents: [{{what: release to Dr Osei, on: 2026-01-05}}, {later}]"
    left = "releases: [{on: 2026-02-02, to: Dr Osei, what: progress report}]"
    assert is_told("A165", f"{{format: 2, {given}, {left}}}") is told


@pytest.mark.parametrize(
    ("consent", "told"),
    [
        ("{what: release to Dr Osei, on: 2026-01-05, withdrawn: 2026-01-20}", True),
        ("{what: release to Dr Osei, on: 2026-01-05, until: 2026-01-31}", True),
        ("{what: release to Dr Osei refused, on: 2026-01-20}", True),
        ("{what: no release of information, on: 2026-01-20}", True),
        ("{what: release to Dr Osei, on: 2026-01-05, withdrawn: 2026-02-20}", False),
        ("{what: release to Dr Osei, on: 2025-01-05, until: 2025-06-30}", False),
        ("{what: release to the school, on: 2026-01-05, withdrawn: 2026-01-20}", False),
    ],
    ids=[
        "withdrawn",
        "run out",
        "refused",
        "all refused",
        "withdrawn after it left",
        "an older one",
        "somebody else's",
    ],
)
def test_the_day_beside_a_helper_is_no_release_once_it_is_taken_back(consent, told):
    helper = "care_team: [{who: Dr Osei, release: 2026-01-12}]"
    left = "releases: [{on: 2026-02-02, to: Dr Osei, what: progress report}]"
    assert is_told("A165", f"{{format: 2, {helper}, consents: [{consent}], {left}}}") is told


@pytest.mark.parametrize(
    ("to", "told"),
    [("State Plan", False), ("'state plan, claims'", False), ("State Planning Office", True), ("Estate Plan", True)],
)
def test_a_payer_is_named_by_whole_words(to, told):
    approved = "authorizations: [{payer: State Plan, from: 2026-01-05, to: 2026-09-01}]"
    left = f"releases: [{{on: 2026-02-02, to: {to}, what: progress report}}]"
    assert is_told("A165", f"{{format: 2, {approved}, {left}}}") == told


@pytest.mark.parametrize(
    ("done", "told"),
    [
        *((text, True) for text in ("could not reach anyone", "no action", "none needed", "will call", "not needed")),
        *((text, False) for text in ("left a message", "'not safe at home, called the ambulance'", "no means left")),
        ("could not reach her and called the police", False),
    ],
)
def test_what_was_not_done_or_is_to_be_answers_no_high_risk(done, told):
    assert (
        is_told("A156", f"sessions: [{{date: 2026-02-02, risk: {{ideation: active, level: high, done: [{done}]}}}}]")
        == told
    )


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("{on: 2026-02-16, note: Walks on three days}", False),
        ("{on: 2026-02-16, of: g1, note: Walks on three days}", False),
        ("{on: 2026-02-16, of: g2, note: Reads}", True),
        ("{on: 2026-02-17, note: Walks on three days}", True),
    ],
    ids=["of the plan", "of it", "of another goal", "of another day"],
)
def test_a_review_of_a_goal_is_summed_up_in_what_was_written_of_the_plan_that_day(beside, told):
    assert is_told("A132", f"reviews: [{beside}, {{on: 2026-02-16, of: g1, decision: continue}}]") == told


@pytest.mark.parametrize(
    ("who", "told"),
    [
        *(
            (who, True)
            for who in ("interpreter", "student therapist", "trainee (second year)", "interpreter for Arabic")
        ),
        *((who, True) for who in ("Therapist Lee", "sign language interpreter", "co-therapist", "'J. Doe, observer'")),
        *((who, False) for who in ("mother", "his student daughter", "an internet friend", "foster mother (student)")),
    ],
)
def test_who_is_there_to_work_is_no_family(who, told):
    assert is_told("A155", f"sessions: [{{date: 2026-02-02, present: [client, {who}], cpt: [90847]}}]") == told


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("A103", "functioning: {}"),
        ("A104", "problems: [{{id: p1, problem: Low mood, evidence: {}}}]"),
        ("A105", "strengths: [{}]"),
        ("A106", "preferences: [{}]"),
        ("A120", "agreements: [{{on: 2026-01-12, who: client, how: declined, because: {}}}]"),
        ("A132", "reviews: [{{on: 2026-02-02, note: {}}}]"),
        ("A133", "reviews: [{{on: 2026-02-02, necessity: {}}}]"),
        ("A142", "sessions: [{{date: 2026-02-02, response: {}}}]"),
        ("A148", "sessions: [{{date: 2026-02-02, note: {}}}]"),
        ("A160", "discharge_criteria: {}"),
    ],
)
def test_a_word_that_keeps_a_place_is_missing_still(code, plan):
    kept = ("tbd", "'TBD.'", "t.b.d.", "n/a", "'?'", "'-'", "'...'", "xxx", "to be added", "(to follow)", "todo")
    assert [word for word in kept if not is_told(code, plan.format(word))] == []
    assert [
        word for word in ("No work since May", "x2 a week", "'To be home by ten'") if is_told(code, plan.format(word))
    ] == []


@pytest.mark.parametrize(("who", "told"), [("anna", True), ("ben", False)], ids=["the same", "another"])
def test_a_member_who_refused_later_has_given_no_release(who, told):
    given = "{what: release of information, who: anna, on: 2026-01-05}"
    later = f"{{what: no release of information, who: {who}, on: 2026-01-20}}"
    assert is_told("P109", f"{{members: [anna], consents: [{given}, {later}]}}") is told
