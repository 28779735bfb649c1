import pytest

from goalctl.analysis.instruments.answers import ruled_out
from goalctl.analysis.instruments.form_check import form_findings
from goalctl.analysis.instruments.form_range import possible_range
from goalctl.library.shelf import FormShelf, shipped_folder
from goalctl.model.form import FieldType, FormKind

FORMS = FormShelf()
INSTRUMENTS = [form for form in FORMS if FORMS[form].kind is FormKind.ASSESSMENT]
OTHERS = [form for form in FORMS if form not in INSTRUMENTS]
EMPTY_BESIDE_A_KEY = "a comma in braces cut a text short, or a value is missing"


def empty_values(value, path=()):
    """The paths of every empty value: what follows an unquoted comma in braces is read as an empty key."""
    if value is None:
        yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from empty_values(inner, (*path, key))


@pytest.mark.parametrize("form", FORMS)
def test_every_shipped_form_passes_the_strict_reader_and_the_model(form):
    assert FORMS.problems(form) == ()
    assert form_findings(FORMS[form]) == []
    assert list(empty_values(FORMS.document(form).data)) == [], EMPTY_BESIDE_A_KEY


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_every_instrument_says_what_may_be_done_with_it_and_where_its_facts_are_from(form):
    facts = FORMS[form]
    assert facts.licence
    assert facts.attribution
    assert facts.sources
    assert facts.verified_on


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_labels_name_a_topic_and_never_repeat_a_question(form):
    labels = [item.ask for item in FORMS[form].items]
    assert all(len(label.split()) <= 9 and "?" not in label and " I " not in f" {label} " for label in labels)


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_every_figure_names_its_source(form):
    scoring = FORMS[form].scoring
    parts = [scoring, *scoring.subscales.values()]
    facts = [fact for part in parts for fact in (*part.bands, *part.cut_offs, *part.reliable_change, part.prorate)]
    facts += [*scoring.criteria, scoring.remission, scoring.response]
    assert all(fact.source for fact in facts if fact)


@pytest.mark.parametrize("form", OTHERS)
def test_every_worksheet_asks_and_never_scores(form):
    assert FORMS[form].scoring is None
    assert all(item.ask[-1] in "?." for item in FORMS[form].items)


def test_the_whole_list_of_the_clinical_table_ships():
    wanted = (
        "phq-9 phq-8 phq-15 gad-7 pcl-5 audit audit-c dast-10 cage who-5 k10 k6 ces-d pswq gds-15 mast-24 ciwa-ar aims "
        "rand-36 rosenberg core-10 wsas isi pss-10 mdq epds y-bocs ors srs c-ssrs-screener pc-ptsd-5 whodas-12 bam "
        "dass-21 oq-45 bdi-ii hads phq-2 gad-2 phq-4 phq-a oci-r spin pdss-sr ders-16 bsl-23 ede-q asrs scared-child "
        "scared-parent sdq-parent sdq-self csi-4 core-om reqol-10 gbo promis-depression promis-anxiety promis-sleep "
        "soap dap birp girp plain smart grow magic-wand perfect-day values weekly-journal "
        "homework intake risk discharge session safety-plan"
    )
    assert set(wanted.split()) <= set(FORMS)


def test_the_safety_plan_has_six_steps_of_our_own_words_and_names_where_they_are_from():
    form = FORMS["safety-plan"]
    assert [item.id for item in form.items] == [
        "warning_signs", "coping", "people_and_places", "helpers", "professionals", "surroundings",
    ]  # fmt: skip
    assert [item.section[0] for item in form.items] == list("123456")
    assert "Stanley & Brown 2012" in form.attribution
    assert form.risk == ()  # filling it in is no answer about risk


def test_every_form_is_named_as_its_file():
    assert {path.stem for path in shipped_folder("forms").glob("*.yaml")} == set(FORMS)


@pytest.mark.parametrize(
    ("name", "answers", "skipped"),
    [
        ("audit", {"q1": "0"}, "q2 q3 q4 q5 q6 q7 q8"),
        ("audit", {"q1": "0", "q2": "1"}, "q3 q4 q5 q6 q7 q8"),
        ("audit", {"q1": "1"}, ""),
        ("audit", {"q1": "1", "q2": "0", "q3": "0"}, "q4 q5 q6 q7 q8"),
        ("audit", {"q1": "1", "q2": "1", "q3": "0"}, ""),
        ("audit", {"q1": "1", "q2": "0", "q3": "1"}, ""),
        ("audit-c", {"q1": "0"}, "q2 q3"),
        ("audit-c", {"q1": "1"}, ""),
        ("c-ssrs-screener", {"q2": "no", "q6": "no"}, "q3 q4 q5 q7"),
        ("c-ssrs-screener", {"q2": "yes", "q6": "yes"}, ""),
        ("pc-ptsd-5", {"exposure": "no"}, "q1 q2 q3 q4 q5"),
        ("pc-ptsd-5", {"exposure": "yes"}, ""),
    ],
)
def test_what_an_instrument_says_to_leave_out_is_left_out_and_no_more(name, answers, skipped):
    assert ruled_out(FORMS[name], answers) == {*skipped.split()}


def test_the_scales_of_forms_that_are_no_instruments_are_those_that_their_questions_name():
    scales = {
        f"{name} {item.id}": FORMS[name].scale_of(item)
        for name in OTHERS
        for item in FORMS[name].items
        if item.scale and FORMS[name].scale_of(item)
    }
    assert scales == {
        "grow motivation": (1, 10),
        "homework confidence": (0, 10),
        "values lived1": (0, 10),
        "values lived2": (0, 10),
        "values lived3": (0, 10),
        "weekly-journal mood": (0, 10),
    }


@pytest.mark.parametrize("form", [form for form in INSTRUMENTS if FORMS[form].other_variants])
def test_another_scoring_of_a_sheet_begins_and_ends_where_the_form_s_own_does(form):
    for variant in FORMS[form].other_variants:
        assert tuple(map(variant.here, variant.totals)) == possible_range(FORMS[form])


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_the_answers_to_choose_from_are_counted_up_one_by_one_from_0_or_1(form):
    gaps = {("audit", "q9"): [0, 2, 4], ("audit", "q10"): [0, 2, 4], ("bam", "q14"): [0, 4]}
    for item in FORMS[form].items:
        options = sorted(int(option) for option in FORMS[form].options_of(item) if option.lstrip("-").isdecimal())
        steps = [*range(min(options, default=0), max(options, default=-1) + 1)]
        assert options == gaps.get((form, item.id), steps)
        assert options[:1] in ([0], [1], [])


SCALES = """
bdi-ii    0 63  score
bdi-ii    0 3   q9
ciwa-ar   0 7   q1 q2 q3 q4 q5 q6 q7 q8 q9
ciwa-ar   0 4   q10
ede-q     0 500 q13 q14 q16 q17 q18
ede-q     0 28  q15
ede-q     0 6   q21 q22 q23 q24 q25 q26 q27 q28
gbo       0 10  goal1 goal2 goal3
hads      0 21  anxiety depression
oq-30     0 120 score
oq-45     0 180 score
oq-45     0 4   q8
ors       0 10  q1 q2 q3 q4
rand-36   1 5   q1 q2 q20 q22 q32 q33 q34 q35 q36
rand-36   1 3   q3 q4 q5 q6 q7 q8 q9 q10 q11 q12
rand-36   1 2   q13 q14 q15 q16 q17 q18 q19
rand-36   1 6   q21 q23 q24 q25 q26 q27 q28 q29 q30 q31
reqol-10  0 40  score
srs       0 10  q1 q2 q3 q4
whodas-12 0 30  h1 h2 h3
wsas      0 8   q1 q2 q3 q4 q5
"""


def test_the_scales_of_instruments_are_those_of_their_sheets():
    rows = [line.split() for line in SCALES.strip().splitlines()]
    sheets = {(name, item): (float(low), float(high)) for name, low, high, *items in rows for item in items}
    measured = {FieldType.SCALE, FieldType.NUMBER}
    found = [(name, item) for name in INSTRUMENTS for item in FORMS[name].items]
    scales = {
        (name, item.id): FORMS[name].scale_of(item) for name, item in found if FORMS[name].type_of(item) in measured
    }
    assert scales == sheets


def test_what_stands_at_a_line_stands_at_its_ends():
    items = [(name, item) for name in FORMS for item in FORMS[name].items if item.anchors]
    assert items
    for name, item in items:
        assert sorted(map(float, item.anchors)) == [*FORMS[name].scale_of(item)], (name, item.id)
