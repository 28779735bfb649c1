import pytest

from goalctl.analysis.instruments.facts import FactStanding, facts_of, standing_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.model.form import FieldType, FormKind
from goalctl.model.instrument import FactKind
from goalctl.model.scalars import number_text
from goalctl.model.session import Session
from tests.library.second_source import FORMS, HAND, TABLES, facts_in, plain

INSTRUMENTS = [form for form in FORMS if FORMS[form].kind is FormKind.ASSESSMENT]
EXAMPLES = [(form, n) for form, table in TABLES.items() for n, _ in enumerate(table.get("examples", []))]
ENOUGH = 2


@pytest.mark.parametrize("form", TABLES)
def test_what_was_entered_from_the_second_source_is_what_the_form_says(form):
    ours = {kind: plain(fact) for kind, fact in facts_of(FORMS[form]).items()}
    theirs = facts_in(TABLES[form])
    assert {kind: ours.get(kind, []) for kind in theirs} == theirs


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_a_form_calls_twice_checked_what_stands_in_its_second_table_and_nothing_else(form):
    table = TABLES.get(form, {"facts": {}})
    stated = facts_of(FORMS[form])
    twice = {kind for kind in stated if standing_of(FORMS[form], kind) is FactStanding.TWICE}
    assert twice == {kind for kind in facts_in(table) if kind in stated}


@pytest.mark.parametrize("form", TABLES)
def test_every_fact_of_the_second_table_names_a_source_that_the_form_shows_too(form):
    table, checked = TABLES[form], FORMS[form].checked
    assert {fact["from"] for fact in table["facts"].values()} <= table["sources"].keys()
    assert set(table["sources"].values()) <= set(checked.sources)
    assert (table["form"], table["by"], table["on"]) == (form, checked.by, str(checked.on))


@pytest.mark.parametrize(("form", "n"), EXAMPLES)
def test_a_worked_example_gives_what_its_source_says(form, n):
    example = TABLES[form]["examples"][n]
    (answers,) = Session.model_validate({"date": "2026-02-02", "forms": {"x": example["answers"]}}).forms.values()
    score = score_of(FORMS[form], answers)
    found = {"total": score.total, "band": score.band, **score.subscales}
    asked = {key: plain(value) for key, value in example.items() if key not in {"answers", "from", "fits"}}
    assert {key: found[key] for key in asked} == pytest.approx(asked, abs=0.05)
    fitting = [pattern.criterion.name for pattern in score.patterns if pattern.met]
    assert fitting == example.get("fits", fitting)
    assert example["from"] == HAND or example["from"] in TABLES[form]["sources"]


@pytest.mark.parametrize("form", [form for form in INSTRUMENTS if form in TABLES])
def test_an_instrument_that_was_compared_has_two_worked_examples(form):
    assert len(TABLES[form].get("examples", [])) >= ENOUGH


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_every_instrument_says_how_its_sheet_is_entered_and_what_each_number_means(form):
    found = FORMS[form]
    unclear = [item.id for item in found.scored_items if not has_anchors(found, item)]
    assert (bool(found.enter), unclear) == (True, [])


def has_anchors(form, item):
    """Whether every answer, or both ends of a scale, have words; a yes and a no are words."""
    if form.type_of(item) is FieldType.YES_NO:
        return True
    if options := form.options_of(item):
        return all(words != key for key, words in options.items())
    low, high = form.scale_of(item)
    return {number_text(low), number_text(high)} <= form.anchors_of(item).keys()


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_a_licence_says_what_it_allows_with_the_wording_and_when_it_is_looked_at_again(form):
    licence = FORMS[form].licence
    assert licence.again
    assert not licence.read or licence.source


def test_what_is_not_verified_is_not_called_checked():
    """A fact that is marked `verified: no` is of a kind that the form lists as unsourced, and the other way round."""
    for form in INSTRUMENTS:
        found = FORMS[form]
        marked = {kind for kind in facts_of(found) if kind in unverified_kinds(found)}
        stated = {kind for kind in facts_of(found) if standing_of(found, kind) is FactStanding.NOT}
        assert marked <= stated, form


def unverified_kinds(form):
    parts = [form.scoring, *form.scoring.subscales.values()]
    facts = {
        FactKind.BANDS: [fact for part in parts for fact in part.bands],
        FactKind.CUT_OFFS: [fact for part in parts for fact in part.cut_offs],
        FactKind.CHANGE: [fact for part in parts for fact in (*part.reliable_change, *part.mid, *part.notable_change)],
        FactKind.MISSING: [part.prorate for part in parts if part.prorate],
        FactKind.CRITERIA: list(form.scoring.criteria),
        FactKind.RISK: list(form.risk),
    }
    return {kind for kind, found in facts.items() if any(not fact.verified for fact in found)}


def test_how_far_every_instrument_is_checked_can_be_printed():
    lines = [" | ".join(("instrument", *(kind.value for kind in FactKind), "examples"))]
    for form in INSTRUMENTS:
        facts = facts_of(FORMS[form])
        marks = [MARKS[standing_of(FORMS[form], kind)] if kind in facts else "" for kind in FactKind]
        lines.append(" | ".join((form, *marks, str(len(TABLES.get(form, {}).get("examples", []))))))
    print("\n" + "\n".join(lines))  # noqa: T201 - the table that CONTRIBUTING promises
    assert len(lines) == len(INSTRUMENTS) + 1


MARKS = {FactStanding.TWICE: "2", FactStanding.ONCE: "1", FactStanding.NOT: "-"}
