import pytest

from goalctl.analysis.instruments.form_check import form_findings
from goalctl.library.shelf import FormShelf, shipped_folder
from goalctl.model.form import FormKind

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
        "dass-21 oq-45 bdi-ii hads soap dap birp girp plain smart grow magic-wand perfect-day values weekly-journal "
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
