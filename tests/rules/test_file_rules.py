"""What makes a plan wrong although it loads: places, names and values that only several cases together show."""

import pytest

from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.rules.e_file import RULES
from goalctl.rules.e_format import words_of_a_later_format
from goalctl.rules.rule import RuleCase, findings_of

FORMS = FormShelf()
COUPLE = "format: 2, members: [anna, Ben], "


def found(text, *codes):
    data, _ = read_data(f"{{client: c-ab1, {text}}}")
    plan, wrong = record_from(Plan, data)
    assert not wrong, wrong
    return [finding for finding in findings_of(RULES, RuleCase(plan, FORMS, name="c-ab1")) if finding.code in codes]


def measured(measure, more=""):
    return f"format: 2, {more}goals: [{{id: g1, goal: Sleeps, smart: {{measurable: {{{measure}}}}}}}]"


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        ("by: done, baseline: 0, target: 1", None),
        ("by: done, baseline: 0, target: 0.5", "target 0.5 is neither 0 nor 1"),
        ("by: phq-9, baseline: 18.5, target: 9.5", None),
    ],
)
def test_what_is_done_or_not_has_no_score_between(measure, message):
    assert [finding.message for finding in found(measured(measure), "E231")] == ([message] if message else [])


@pytest.mark.parametrize(("score", "count"), [("0", 0), ("1", 0), ("0.5", 1)])
def test_what_is_half_done_is_not_done(score, count):
    entry = f", sessions: [{{date: 2026-01-12, scores: {{g1: {score}}}}}]"
    assert len(found(measured("by: done, baseline: 0, target: 1") + entry, "E231")) == count


@pytest.mark.parametrize(
    ("items", "hint"),
    [
        ("goals: [{id: g1, goal: a}, {id: g1, goal: b}]", "give one of them the next free number"),
        (
            "sessions: [{id: abc123, date: 2026-01-12}, {id: abc123, date: 2026-01-19}]",
            "is it one entry twice? Take one out; else alter one character of the later one's id",
        ),
    ],
)
def test_how_an_id_given_twice_is_mended_is_told_by_what_it_is_of(items, hint):
    assert [finding.hint for finding in found(items, "E201")] == [hint]


@pytest.mark.parametrize(
    ("problem", "places"),
    [
        pytest.param("p1", [], id="known"),
        pytest.param("p7", [("problem",)], id="one that is not there"),
        pytest.param("[p7]", [("problem",)], id="one in a list"),
        pytest.param("[p1, p2]", [], id="two that are known"),
        pytest.param("[p1, p7, p8]", [("problem", 1), ("problem", 2)], id="two of three are not there"),
    ],
)
def test_every_problem_that_a_goal_serves_has_to_be_there(problem, places):
    problems = "problems: [{id: p1, problem: Low mood}, {id: p2, problem: Alone}]"
    plan = f"format: 2, {problems}, goals: [{{id: g1, goal: Sleeps, problem: {problem}}}]"
    assert [finding.path for finding in found(plan, "E202")] == [("goals", 0, *place) for place in places]


@pytest.mark.parametrize(
    ("target", "places"),
    [
        pytest.param("[0, 14]", [], id="the whole scale"),
        pytest.param("[-1, 9]", [0], id="its lower end below"),
        pytest.param("[7, 15]", [1], id="its upper end above"),
        pytest.param("[-1, 15]", [0, 1], id="both"),
    ],
)
def test_both_ends_of_a_band_lie_on_the_scale(target, places):
    plan = measured(f"by: number, scale: [0, 14], baseline: 4, target: {target}")
    place = ("goals", 0, "smart", "measurable", "target")
    assert [finding.path for finding in found(plan, "E231")] == [(*place, n) for n in places]


def test_the_ends_of_a_band_on_a_form_are_held_against_its_totals():
    (finding,) = found(measured("by: phq-9@anna, baseline: 18, target: [5, 28]"), "E231")
    assert finding.message == "target 28 is above the PHQ-9's maximum, 27"
    assert finding.hint == "PHQ-9 totals run from 0 to 27"


@pytest.mark.parametrize(
    ("target", "is_wrong"),
    [pytest.param("5", True, id="one value"), pytest.param("[5, 7]", False, id="a band that holds the baseline")],
)
def test_a_band_around_the_baseline_says_what_is_to_be_kept(target, is_wrong):
    assert bool(found(measured(f"by: rating, baseline: 5, target: {target}"), "E241")) is is_wrong


@pytest.mark.parametrize(
    ("measure", "way"),
    [
        pytest.param("baseline: 3, target: 7, better: lower", "up", id="up, and lower is said to be better"),
        pytest.param("baseline: 7, target: 3, better: higher", "down", id="down, and higher is said to be better"),
        pytest.param("baseline: 3, target: [7, 9], better: lower", "up", id="up into a band"),
        pytest.param("baseline: 3, target: 7, better: higher", "", id="both say the same"),
        pytest.param("baseline: 5, target: 5, keep: 12w, better: lower", "", id="to be kept"),
        pytest.param("target: 7, better: lower", "", id="no baseline yet"),
    ],
)
def test_a_better_side_that_the_target_leads_away_from_is_an_error(measure, way):
    findings = found(measured(f"by: rating, {measure}"), "E241")
    assert [finding.path[-1] for finding in findings] == (["better"] if way else [])
    assert all(f"a target that leads {way} from its baseline" in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("scale", "is_wrong"),
    [
        pytest.param("", False, id="none"),
        pytest.param(", scale: [0, 1]", False, id="its own"),
        pytest.param(", scale: [0, 5]", True, id="another"),
        pytest.param(", scale: [0, ]", True, id="open above"),
    ],
)
def test_done_or_not_has_no_other_scale_than_its_own(scale, is_wrong):
    findings = found(measured(f"by: done, baseline: 0, target: 1{scale}"), "E242")
    assert [finding.path[-1] for finding in findings] == (["scale"] if is_wrong else [])


@pytest.mark.parametrize(
    ("by", "code", "message"),
    [
        ("phq-9", None, ""),
        ("phq-9@1", None, ""),
        ("phq-9@anna", None, ""),
        ("phq-9@1@anna", None, ""),
        ("phq-9@77@anna", "E205", "there is no form phq-9@77"),
        ("phq-99@anna", "E205", "there is no form phq-99"),
        ("rating@anna", "E205", "there is no form rating@anna"),
        ("rating@2", "E205", "there is no form rating@2"),
        ("weekly-journal@anna", "E206", "the form weekly-journal@anna gives no score"),
    ],
)
def test_the_form_of_a_measure_is_known_and_scored(by, code, message):
    findings = found(measured(f"by: {by}, baseline: 3, target: 2"), "E205", "E206")
    assert [(finding.code, finding.message) for finding in findings] == ([(code, message)] if code else [])


def test_an_unknown_form_is_told_where_the_file_has_it():
    plan = (
        "format: 2, assessments: [{form: phq-99@anna, every: 4w}], sessions: [{date: 2026-02-02, forms: {x@anna: 4}}]"
    )
    assert [finding.path for finding in found(plan, "E205")] == [
        ("assessments", 0, "form"),
        ("sessions", 0, "forms", "x@anna"),
    ]


def test_the_answers_of_a_respondent_are_held_against_the_form():
    plan = "format: 2, sessions: [{date: 2026-02-02, forms: {phq-9@anna: 28, phq-9@1@ben: [1, 2]}}]"
    assert [(finding.code, finding.path) for finding in found(plan, "E233", "E235")] == [
        ("E235", ("sessions", 0, "forms", "phq-9@anna")),
        ("E233", ("sessions", 0, "forms", "phq-9@1@ben")),
    ]


@pytest.mark.parametrize(
    ("judge", "is_wrong"), [("each", False), ("anna", False), ("clinician", False), ("Anna K", True), ("2", True)]
)
def test_who_judges_is_each_or_could_be_a_rater(judge, is_wrong):
    findings = found(measured(f"by: rating, judged_by: {judge}"), "E242")
    assert [finding.path[-1] for finding in findings] == (["judged_by"] if is_wrong else [])


@pytest.mark.parametrize(
    ("people", "is_wrong"),
    [("", False), ("guardians: [mum], ", True), ("members: [anna, ben], guardians: [mum], ", False)],
    ids=["one adult", "a child with a guardian", "members with a guardian"],
)
def test_each_is_of_members_and_not_of_guardians(people, is_wrong):
    findings = found(measured("by: rating, judged_by: each", people), "E242")
    assert [finding.message for finding in findings] == (["each is for a plan with members"] if is_wrong else [])


def test_a_form_whose_file_is_broken_is_not_called_unknown():
    class Broken(dict):
        """A shelf with a file that gives no form."""

        def __iter__(self):
            return iter(("mine",))

    plan, _ = record_from(Plan, read_data("{client: c-ab1, assessments: [{form: mine, every: 2w}]}")[0])
    (finding,) = [one for one in findings_of(RULES, RuleCase(plan, Broken(), name="c-ab1")) if one.code == "E205"]
    assert finding.message == "the form mine can't be used until it is mended"
    assert finding.hint == "see what is wrong in its file: goalctl forms check mine"


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ("medications: [{name: sertraline, who: ana}]", ("medications", 0, "who")),
        ("safety_plan: {on: 2026-01-19, who: ana}", ("safety_plan", "who")),
        ("assessments: [{form: phq-9@ana, every: 4w}]", ("assessments", 0, "form")),
        ("sessions: [{date: 2026-02-02, risk: {who: ana}}]", ("sessions", 0, "risk", "who")),
        ("sessions: [{date: 2026-02-02, forms: {gad-7@ana: 9}}]", ("sessions", 0, "forms", "gad-7@ana")),
        ("goals: [{id: g1, goal: S, smart: {measurable: {by: gad-7@ana}}}]", ("goals", 0, "smart", "measurable", "by")),
        (
            "goals: [{id: g1, goal: S, smart: {measurable: {by: rating, judged_by: ana}}}]",
            ("goals", 0, "smart", "measurable", "judged_by"),
        ),
    ],
)
def test_whoever_is_named_is_a_member(plan, place):
    (finding,) = found(COUPLE + plan, "E209")
    assert (finding.path, finding.hint) == (place, "did you mean anna?")
    assert finding.message == "ana is none of the members of this plan"
    for known in ("anna", "ben", "client", "clinician"):
        assert found(COUPLE + plan.replace("ana", known), "E209") == []


LEFT = "changes: [{on: 2026-02-09, what: members, from: [anna, Ben, Cleo], to: [anna, Ben], because: moved}], "


@pytest.mark.parametrize(
    ("plan", "is_told"),
    [
        ("sessions: [{date: 2026-02-02, forms: {gad-7@cleo: 9}, risk: {who: Cleo}}]", False),
        ("consents: [{what: release of information, who: cleo, on: 2026-01-12}]", False),
        ("assessments: [{form: phq-9@cleo, every: 4w}]", True),
    ],
    ids=["what they said", "what they consented to", "what is planned"],
)
def test_who_left_is_no_stranger_to_the_record(plan, is_told):
    assert bool(found(COUPLE + LEFT + plan, "E209")) is is_told


def test_somebody_unlike_all_members_is_told_who_they_are():
    (finding,) = found(COUPLE + "medications: [{name: sertraline, who: mother}]", "E209")
    assert finding.hint == "known here: anna, Ben"


def test_a_plan_without_members_may_name_anybody():
    assert found("format: 2, medications: [{name: sertraline, who: mother}]", "E209") == []


def test_a_word_of_format_2_is_told_once_and_how_to_mend_it():
    plan = "sessions: [{date: 2026-02-02, kind: crisis}], medications: [{name: a}], level_of_care: outpatient"
    (finding,) = found(plan, "E208")
    assert finding.message == "`medications` is used here as only format 2 knows it, and this plan says format 1"
    assert (finding.path, finding.at_key, finding.hint) == (("medications",), True, "goalctl upgrade c-ab1")
    assert found("format: 2, " + plan, "E208") == []


def test_a_value_of_format_2_is_told_at_its_key():
    (finding,) = found("services: [{type: group, every: 3 per week}]", "E208")
    assert finding.path == ("services", 0, "every")
    assert finding.message.startswith("`every` is used here as only format 2 knows it")


def test_with_the_file_s_own_values_at_hand_the_first_place_is_the_file_s():
    data, _ = read_data("{client: c-ab1, goals: [{id: g1, goal: S, status: on-hold}], medications: [{name: a}]}")
    plan, _ = record_from(Plan, data)
    (finding,) = words_of_a_later_format(RuleCase(plan, FORMS, data=data, name="c-ab1"))
    assert finding.path == ("goals", 0, "status")


@pytest.mark.parametrize(
    ("form", "hint"),
    [("dass-21", "DASS-21 has depression, anxiety, stress"), ("phq-9", "PHQ-9 has no subscales")],
)
def test_of_a_subscale_that_is_not_there_those_that_are_are_named(form, hint):
    (finding,) = found(measured(f"by: {form}, of: mood, baseline: 4, target: 2"), "E242")
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ("consents: [{what: treatment, on: 2026-02-02, until: HERE}]", ("consents", 0, "until")),
        ("format: 2, consents: [{what: treatment, on: 2026-02-02, withdrawn: HERE}]", ("consents", 0, "withdrawn")),
        ("format: 2, medications: [{name: sertraline, since: 2026-02-02, until: HERE}]", ("medications", 0, "until")),
    ],
)
def test_what_holds_for_a_time_does_not_end_before_it_begins(plan, place):
    assert [one.path for one in found(plan.replace("HERE", "2026-02-01"), "E251")] == [place]
    assert found(plan.replace("HERE", "2026-02-02"), "E251") == []
