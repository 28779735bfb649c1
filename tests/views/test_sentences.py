"""Sentences for others: one builder for each fact, and a table of what each says in every case.

`golden/sentences.txt` is read by people: a change of it is a change of what an insurer or a client reads.
"""

import re
from pathlib import Path

import pytest

from goalctl.views.charts.plan_charts import charts_of
from goalctl.views.words.attended import attendance_words, own_attendance_words
from goalctl.views.words.form_course import form_course_words
from goalctl.views.words.onward import next_words, still_to_be_reached
from goalctl.views.words.outcome import outcome_words
from goalctl.views.words.risk_line import risk_line
from goalctl.views.words.standing import own_standing_words, standing_words
from goalctl.views.words.used import meanwhile_words, use_words
from goalctl.views.words.way import way_words
from tests.analysis.invented import START, moods, sessions, week
from tests.views.sentence_cases import ITEMS, KEPT, MOOD, OUTCOMES, SAFE, case_of

GOLDEN = Path(__file__).parent / "golden" / "sentences.txt"


def _trend(case):
    """What the chart in a document says of the trend."""
    notes = [note for chart in charts_of(case, "g1") for note in chart.notes]
    return "; ".join(note for note in notes if note.startswith("trend"))


OF_A_GOAL = {
    "standing": lambda case: standing_words(case, "g1"),
    "to the client": lambda case: own_standing_words(case, case.plan.goals[0], case.current("g1")),
    "attainment": lambda case: way_words(case, "g1"),
    "its chart": _trend,
    "what comes next": lambda case: next_words(case, "g1"),
    "to be reached": still_to_be_reached,
}
USED = [{**entry, "used": ["g1.1.i1"] if place in {1, 2} else []} for place, entry in enumerate(sessions([3, 4, 6, 7]))]
MISSED = [{"date": week(5), "kind": "no-show"}, {"date": week(6), "kind": "cancelled"}]
CALLED = [{"date": week(7), "kind": "phone"}, {"date": week(8), "kind": "crisis"}]
DRAFT = {"id": "g1.1", "objective": "Walks", "status": "draft", "interventions": [{"id": "i1", "what": "x"}]}
ON_PAPER = {"on": START, "where": "paper chart"}
OF_A = {**ON_PAPER, "who": "a"}
HIGH = {"concern": "suicide", "ideation": "active", "level": "high"}
OF_OTHERS = {"concern": "harm to others", "harm_to_others": "none", "level": "low"}
CLOSED = {"close": ["suicide"], "because": "handed over"}
ASKED_BOTH = [
    {"date": week(1), "risk": {**HIGH, "who": "a"}},
    {"date": week(2), "risk": {**HIGH, "who": "b", "ideation": "passive", "level": "low"}},
]
OTHERS = {
    "intervention": {
        "used in two of four sessions": case_of(log=USED),
        "never used": case_of(scores=[3, 4]),
        "one session, not used": case_of(scores=[3]),
        "no session yet": case_of(),
        "a draft": case_of(scores=[3], steps=[DRAFT]),
        "used once, no score since": case_of(log=USED[:2]),
    },
    "attendance": {
        "all kept": case_of(scores=[3, 4]),
        "none yet": case_of(),
        "missed and cancelled": case_of(log=[*USED, *MISSED]),
        "only missed": case_of(log=MISSED),
        "calls beside": case_of(log=[*USED, *CALLED], plan={"format": 2}),
    },
    "form": {
        "nothing filled in": case_of(scores=[3]),
        "one filling": case_of(measure=MOOD, log=moods([14])),
        "better": case_of(measure=MOOD, log=moods([18, 14, 8])),
        "worse": case_of(measure=MOOD, log=moods([12, 14, 20])),
        "fell back from its best": case_of(measure=MOOD, log=moods([20, 8, 15])),
        "no change": case_of(measure=MOOD, log=moods([14, 13])),
    },
    "outcome": OUTCOMES,
    "risk": {
        "never asked": case_of(scores=[3]),
        "asked, no plan": case_of(log=[{"date": week(1), "risk": SAFE}]),
        "asked, plan kept": case_of(log=[{"date": week(1), "risk": SAFE}], plan={"safety_plan": ON_PAPER}),
        "no level": case_of(log=[{"date": week(1), "risk": {"ideation": "none"}}]),
        "endorsed, not asked": case_of(log=[{"date": week(1), "forms": {"phq-9": {"total": 14, "q9": 2}}}]),
        "of two people, one with a plan": case_of(log=ASKED_BOTH, members=["a", "b"], plan={"safety_plan": OF_A}),
        "of two concerns": case_of(log=[{"date": week(1), "risk": HIGH}, {"date": week(2), "risk": OF_OTHERS}]),
        "asked once more": case_of(
            log=[{"date": week(1), "risk": HIGH}, {"date": week(2), "risk": {**HIGH, "level": "low"}}]
        ),
        "closed without asking": case_of(log=[{"date": week(1), "risk": CLOSED}]),
        "a record that asked nothing": case_of(log=[{"date": week(1), "risk": {"ideation": "not-asked"}}]),
        "asked, and then not": case_of(
            log=[{"date": week(1), "risk": SAFE}, {"date": week(2), "risk": {"ideation": "not-asked"}}]
        ),
    },
}  # fmt: skip


def _used(case):
    meanwhile = meanwhile_words(case, "g1.1.i1", case.entries)
    return use_words(case, "g1.1.i1", case.entries) + (f"; meanwhile {meanwhile}" if meanwhile else "")


BUILDERS = {
    "intervention": {"to an insurer": _used},
    "attendance": {
        "to an insurer": lambda case: attendance_words(case.entries),
        "to the client": lambda case: own_attendance_words(case.entries),
    },
    "form": {"to an insurer": lambda case: "; ".join(map(form_course_words, case.courses))},
    "outcome": {"to an insurer": outcome_words},
    "risk": {"to an insurer": risk_line},
}


def table():
    """Every sentence of every case, as it stands in the file."""
    parts = []
    for name, keys in ITEMS.items():
        parts.append(_part(name, case_of(**keys), OF_A_GOAL))
    for fact, cases in OTHERS.items():
        parts += [_part(f"{fact}: {name}", case, BUILDERS[fact]) for name, case in cases.items()]
    return "\n".join(parts)


def _part(name, case, builders):
    said = {fact: builder(case).replace("\n", "\n" + " " * 19) or "-" for fact, builder in builders.items()}
    return f"{name}\n" + "".join(f"  {fact:<17}{words}\n" for fact, words in said.items())


def test_every_sentence_for_others_reads_as_it_always_did():
    assert table() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ITEMS)
def test_no_share_lies_below_the_beginning_or_beyond_the_target(name):
    shares = re.findall(r"(\S+)% of the way", way_words(case_of(**ITEMS[name]), "g1"))
    assert all(0 < int(share) < 100 for share in shares)


@pytest.mark.parametrize("name", [name for name, keys in ITEMS.items() if keys.get("status") or "plan" in keys])
def test_nothing_is_foretold_and_nothing_needed_of_what_nobody_works_on(name):
    case = case_of(**ITEMS[name])
    assert next_words(case, "g1") == ""
    assert not re.search(r"about \d{4}-|not reach", _trend(case))


def test_what_was_kept_is_never_a_share_of_a_way():
    assert "%" not in way_words(case_of(measure=KEPT, scores=[8, 9]), "g1")


@pytest.mark.parametrize("name", ITEMS)
def test_the_clients_sentence_speaks_to_the_client_and_gives_no_verdict(name):
    case = case_of(**ITEMS[name])
    said = own_standing_words(case, case.plan.goals[0], case.current("g1"))
    assert not {"client", "worse", "off", "track", "plateau", "stale", "passed"} & set(said.lower().split())


@pytest.mark.parametrize(
    ("keys", "is_foretold"),
    [({}, True), ({"status": "achieved", "closed": week(7), "today": week(7)}, False), ({"status": "on-hold"}, False)],
    ids=["worked on", "closed", "resting"],
)
def test_a_chart_foretells_nothing_of_what_nobody_works_on(keys, is_foretold):
    case = case_of(scores=[2, 3, 3, 4, 4, 5], **keys)
    (chart,) = charts_of(case, "g1")
    assert any("at 8 about" in note for note in chart.notes) is is_foretold
