"""What looks like somebody's name, number or address, and what only seems to."""

from datetime import date

import pytest

from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.rules.p_privacy import RULES
from goalctl.rules.rule import RuleCase, findings_of

FOUND = {
    "Dr. Okafor raised the dose": "P101",
    "frightened of Mr O'Neill next door": "P101",
    "Frau Müller rief an": "P101",
    "met Mr. de Vries and his son": "P101",
    "MRS ALDER rang twice": "P101",
    "mr alder rang twice": "P101",
    "Officer Dunn brought him home": "P101",
    "her  Uncle  Bob": "P101",
    "reached at 5551234567": "P102",
    "call +44 20 7946 0958 first": "P102",
    "work: (555) 867-5309": "P102",
    "mobile 07700 900123": "P102",
    "mail j.smith@example.co.uk": "P103",
    "lives at 221b Baker Street": "P104",
    "now in SW1A 1AA": "P104",
    "Lindenallee 12, second floor": "P104",
    "born on 12 March 1990": "P105",
    "date of birth: 1990-03-12": "P105",
    "SSN 219-09-9999": "P106",
    "social security number 219 09 9999": "P106",
    "SSN: 219099999": "P106",
    "Medicaid ID 12345678A": "P107",
    "account no. 4012345": "P107",
    "NHS number 943 476 5919": "P107",
    "chart no. A-448120": "P107",
    "saw rumpelstilt again": "P108",
}
NOT_FOUND = [
    "the doctor raised the dose",
    "PHQ-9 from 18 to 9 since 2026-01-12",
    "slept 7 h, 6.5 h, 8 h",
    "card with 988 and 116 123 on it",
    "free line 0800 111 222",
    "10:00-10:53, 14:00-14:45",
    "walked 10 000 steps on 2026-03-12",
    "answered 2, 2, 3, 2, 1, 2, 2, 2, 2",
    "born in Leeds, moved at six",
    "12 sessions in March 2026",
    "billed 90834 90837 that week",
    "02.03.2026 10:00-10:50",
    "the years 2019-2021 2022",
    "MR scan of the knee, MS since 2019",
    "Dr. on call, officer on duty",
    "her uncle and the judge",
    "Miss Monday and you miss the week",
    "code F41.1, CPT 90834",
    "keeps a record of 12 meals",
    "8/10 on the ruler, 5-7-8 breathing",
    "100 units, 14 a week, 3.5 a day",
    "group 10.30-12.00 and 18.30 19.20",
    "earns 10.000-12.000, walks 8 500-10 000",
]
SETTINGS = Settings.model_validate({"privacy": {"words": ["Rumpelstilt"], "allow": ["020 7946 0958"]}})


def found_in(data):
    plan = Plan.model_validate({"client": "c-ab1", "format": "2", **data})
    return findings_of(RULES, RuleCase(plan, today=date(2026, 3, 2), settings=SETTINGS, data=data, name="c-ab1"))


def codes(note):
    return [finding.code for finding in found_in({"sessions": [{"date": "2026-02-02", "note": note}]})]


def paths(data):
    return [finding.path for finding in found_in(data)]


@pytest.mark.parametrize(("note", "code"), FOUND.items(), ids=FOUND.keys())
def test_what_gives_somebody_away_is_found(note, code):
    assert codes(note) == [code]


@pytest.mark.parametrize("note", NOT_FOUND)
def test_what_gives_nobody_away_is_left_alone(note):
    assert codes(note) == []


def test_who_else_treats_and_who_was_consulted_may_be_named():
    risk = {"consulted": "Dr. Alder", "note": "Dr. Alder knows"}
    amended = [{"on": "2026-02-03", "because": "slip", "set": {"risk.consulted": "Dr. Osei"}}]
    data = {
        "care_team": [{"who": "Dr Osei", "role": "GP"}],
        "consents": [{"what": "release of information to Dr Osei", "on": "2026-01-12"}],
        "sessions": [{"date": "2026-02-02", "risk": risk, "amended": amended}],
    }
    assert paths(data) == [("sessions", 0, "risk", "note")]


def test_who_else_treats_and_gets_what_is_released_may_be_named_in_the_trail_too():
    changed = [
        {"on": "2026-02-02", "what": "care_team.1.who", "from": "Dr Osei", "to": "Dr Lee", "because": "Dr Osei moved"},
        {"on": "2026-02-02", "what": "care_team", "from": [{"who": "Dr Osei", "role": "GP"}]},
        {"on": "2026-02-02", "what": "consents.1.what", "from": "release to Dr Osei", "to": "release to Dr Lee"},
        {"on": "2026-02-02", "of": "g1", "what": "who", "to": "Dr Osei"},
    ]
    assert paths({"changes": changed}) == [("changes", 0, "because"), ("changes", 3, "to")]


def test_what_the_trail_was_changed_from_and_to_is_looked_at_like_the_rest():
    changed = [
        {"on": "2026-02-02", "of": "g1", "what": "goal", "from": "Visits Mrs Alder", "to": "Visits a neighbour"},
        {"on": "2026-02-02", "what": "supervisor", "from": "Dr. Osei", "to": "Dr. Lee"},
        {"on": "2026-02-02", "what": "preferences", "from": ["mornings"], "to": ["mornings", "by jo@example.org"]},
    ]
    found = found_in({"changes": changed})
    assert [one.path for one in found] == [("changes", 0, "from"), ("changes", 2, "to", 1)]
    assert all(one.hint.endswith("goalctl explain waivers") for one in found)


@pytest.mark.parametrize("again", ["a.", "1-", "www.", "2026-"])
def test_a_long_text_without_a_blank_is_looked_through_once(again):
    assert codes(again * 100_000) == []


def test_what_the_practice_allows_is_no_secret():
    assert codes("Ring us: 020 7946 0958") == []


MEASURES = [
    {"by": "levels", "levels": {"0": "up before Mrs Alder calls", "1": "up by six"}},
    {"by": "rating", "anchors": {"0": "Mrs Alder has to call", "10": "up alone"}},
    {"by": "count", "of": "calls to Mrs Alder", "per": "week"},
    {"by": "number", "of": "calls", "unit": "minutes with Mrs Alder"},
]


@pytest.mark.parametrize("measure", MEASURES, ids=["levels", "anchors", "of", "unit"])
@pytest.mark.parametrize("is_former", [False, True], ids=["now", "before"])
def test_what_a_measure_says_in_words_is_looked_at(measure, is_former):
    held = {"measured_before": [{"until": "2026-01-12", **measure}]} if is_former else {"measurable": measure}
    found = found_in({"goals": [{"id": "g1", "goal": "Gets up at seven", "smart": held}]})
    assert [finding.code for finding in found] == ["P101"]
