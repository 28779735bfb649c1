"""One grammar of answers, whatever way they come in: the same text has the same verdict at every door."""

from dataclasses import dataclass

import pytest

from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.analysis.instruments.scoring import answer_findings, answers_from_text, score_of
from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.answers import answers_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.validate import record_from

DAY = "2026-02-09"
MIXED = """\
form: mixed
name: Mixed
scoring: {better: lower}
items:
  - {id: mood, ask: How low?, scale: [0, 3]}
  - {id: worry, ask: What worries you?, type: text}
  - {id: sleep, ask: How badly slept?, scale: [0, 3]}
"""


@dataclass(frozen=True)
class Taken:
    """The total, and how many answers are on record."""

    total: float | None
    answers: int


TABLE = {
    "phq-9": {
        "223212110": Taken(14, 9),
        "000000000": Taken(0, 9),
        "2232121101": Taken(14, 10),
        "22-212110": Taken(12.375, 8),
        "2,2,3,2,1,2,1,1,0": Taken(14, 9),
        "2 2 3 2 1 2 1 1 0": Taken(14, 9),
        "[2, 2, 3, 2, 1, 2, 1, 1, 0]": Taken(14, 9),
        "14": Taken(14, 0),
        "0": Taken(0, 0),
        "total: 14": Taken(14, 0),
        "{total: 14, q9: 1}": Taken(14, 1),
        "14 q9=1": Taken(14, 1),
        "q1=2 q9=1": Taken(None, 2),
        "q1: 2, q3: , q9: 1": Taken(None, 2),
        "q1=2 q3=- q9=1": Taken(None, 2),
        "00000012": "8 digits; PHQ-9 has 9 items",
        "11111111": "8 digits; PHQ-9 has 9 items",
        "11111111111": "11 digits; PHQ-9 has 9 items",
        "111": "3 digits; PHQ-9 has 9 items",
        "00": "2 digits; PHQ-9 has 9 items",
        "014": "3 digits; PHQ-9 has 9 items",
        "2,2,3": "3 answers; PHQ-9 has 9 items",
        "223212114": "'4' is not an answer to q9",
        "14.5": "14.5 is no possible PHQ-9 score",
        "014.0": "014.0 is no total: a total has no leading zeros",
        "total=014": "014 is no total: a total has no leading zeros",
        "28": "28 is above the PHQ-9's maximum, 27",
        "-1": "-1 is below the PHQ-9's minimum, 0",
        "2 q9=3": "total 2 can't be, with the answers given beside it",
        "14/27": "'14/27' is no total",
        "14 (moderate)": "'14 (moderate)' is no total",
        "14,5": "2 answers; PHQ-9 has 9 items",
        "moderate": "'moderate' can't be read as answers to PHQ-9",
        "q12=1": "PHQ-9 has no item q12",
        "q1=1 q1=2": "'q1=2' names no item, or one for the second time",
    },
    "gad-7": {
        "0000001": Taken(1, 7),
        "21": Taken(21, 0),
        "q1=3,q2=3": Taken(None, 2),
        "22": "22 is above the GAD-7's maximum, 21",
        "000001": "6 digits; GAD-7 has 7 items",
    },
    "pcl-5": {
        "1" * 20: Taken(20, 20),
        "0" * 20: Taken(0, 20),
        "33": Taken(33, 0),
        "1" * 19: "19 digits; PCL-5 has 20 items",
        "81": "81 is above the PCL-5's maximum, 80",
    },
    "ces-d": {"0" * 20: Taken(12, 20), "16": Taken(16, 0), "1" * 21: "21 digits; CES-D has 20 items"},
    "epds": {"0000000000": Taken(0, 10), "12": Taken(12, 0), "000000000": "9 digits; EPDS has 10 items"},
    "core-10": {"0000000000": Taken(0, 10), "40": Taken(40, 0), "41": "41 is above the CORE-10's maximum, 40"},
    "audit": {"0000000000": Taken(0, 10), "8": Taken(8, 0), "08": "2 digits; AUDIT has 10 items"},
    "ors": {
        "32.5": Taken(32.5, 0),
        "8,7.5,9,8": Taken(32.5, 4),
        "1234": "1234 is above the ORS's maximum, 40",
        "032": "032 is no total: a total has no leading zeros",
    },
    "who-5": {"33333": Taken(60, 5), "60": Taken(60, 0), "25": "25 is no possible WHO-5 score"},
    "dass-21": {
        "1" * 21: Taken(None, 21),
        "depression=12 anxiety=4": Taken(None, 0),
        "14": "DASS-21 has no total",
        "1" * 20: "20 digits; DASS-21 has 21 items",
        "depression=low": "'low' is not a number",
    },
    "mixed": {
        "mood=2 worry=my mother, and money, sleep=1": Taken(3, 3),
        "2,rain,1": Taken(3, 3),
        "4": Taken(4, 0),
        "04": "04 is no total: a total has no leading zeros",
        "7": "7 is above the Mixed's maximum, 6",
        "rain": "'rain' can't be read as answers to Mixed",
    },
}
ROWS = [
    pytest.param(form, text, right, id=f"{form} {text}") for form, rows in TABLE.items() for text, right in rows.items()
]


@pytest.fixture
def forms(practice):
    """The shipped forms and one with text items."""
    (practice / "forms").mkdir()
    (practice / "forms" / "mixed.yaml").write_text(MIXED, encoding="utf-8")
    return FormShelf(practice / "forms")


def verdict_on(form, answers):
    found = score_of(form, answers)
    return Taken(found.total, len(answers_by_item(form, answers)))


def verdict(form, text):
    try:
        answers = answers_from(answers_from_text(form, text))
    except ScalarError as error:
        return str(error)
    wrong = answer_findings(form, answers)
    return wrong[0].message if wrong else verdict_on(form, answers)


def stored(plan_file, form):
    plan, findings = record_from(Plan, read_data(plan_file.read_text("utf-8"))[0])
    assert plan, findings
    return verdict_on(form, plan.sessions[-1].forms[next(iter(plan.sessions[-1].forms))])


def agrees(right, found):
    """Whether a verdict is the right one; a refusal may say more."""
    return found.startswith(right) if isinstance(right, str) and isinstance(found, str) else found == right


@pytest.mark.parametrize(("form", "text", "right"), ROWS)
def test_a_text_is_read_as_one_thing_or_refused(forms, form, text, right):
    found = verdict(forms[form], text)
    assert agrees(right, found), found


@pytest.mark.parametrize(
    ("form", "text", "message", "hint"),
    [
        (
            "phq-9",
            "223212114",
            "'4' is not an answer to q9",
            "q9 (thoughts of death or self-harm): answer one of 0, 1, 2, 3",
        ),
        ("phq-9", "28", "28 is above the PHQ-9's maximum, 27", "PHQ-9 scores run from 0 to 27"),
        ("phq-9", "14.5", "14.5 is no possible PHQ-9 score", "it is a whole number"),
        (
            "dass-21",
            "depression=43",
            "43 is above the DASS-21 depression's maximum, 42",
            "DASS-21 depression scores run from 0 to 42",
        ),
        ("dass-21", "depression=3", "3 is no possible DASS-21 depression score", "it is a multiple of 2"),
    ],
)
def test_what_can_not_be_is_told_with_what_can(forms, form, text, message, hint):
    (finding,) = answer_findings(forms[form], answers_from(answers_from_text(forms[form], text)))
    assert (finding.message, finding.hint) == (message, hint)


@pytest.mark.parametrize("text", ["14/27", "14 of 27", "14 out of 27", "14(moderate)", "14 (moderate)"])
def test_a_total_with_words_behind_it_is_to_be_written_alone(forms, text):
    with pytest.raises(ScalarError) as told:
        answers_from_text(forms["phq-9"], text)
    assert told.value.hint == "write the total alone: 14"


@pytest.mark.parametrize(("form", "text", "right"), ROWS)
def test_every_way_in_has_the_same_verdict(goalctl, practice, plan_file, forms, form, text, right):
    before = plan_file.read_text("utf-8")
    table = practice / "t.csv"
    quoted = text.replace('"', '""')
    table.write_text(f'client,id,date,score\nc-ab1,{form.upper()},{DAY},"{quoted}"\n', encoding="utf-8")
    ways = {
        "option": ("log-session", "c-ab1", "--date", DAY, "--form", f"{form}={text}"),
        "assess": ("assess", "c-ab1", form, "--date", DAY, f"--answers={text}"),
        "amend": ("amend", "c-ab1", "def456", f"forms.{form}={text}", "--because", "read again"),
        "import": ("import", table, "--write"),
    }
    for way, words in ways.items():
        plan_file.write_text(before, encoding="utf-8")
        told = goalctl(*words)
        if isinstance(right, str):
            assert (told.status != 0, right in told.err) == (True, True), (way, told)
            assert plan_file.read_text("utf-8") == before
        elif way == "import" and right.total is None:
            assert "no total" in told.err
        elif way != "amend":
            assert told.status == 0, (way, told)
            assert stored(plan_file, forms[form]) == right, way
        else:
            assert told.status == 0, (way, told)


@pytest.mark.parametrize(("form", "text", "right"), ROWS)
def test_what_is_written_by_hand_is_read_alike(goalctl, plan_file, forms, form, text, right):
    entry = f"  - {{id: ghj789, date: {DAY}, forms: {{{form}: '{text.replace(chr(39), chr(39) * 2)}'}}}}\n"
    before = plan_file.read_text("utf-8")
    plan_file.write_text(before + entry, encoding="utf-8")
    told = goalctl("check", "--select", "E")
    if isinstance(right, str):
        at = f"c-ab1.yaml:{len((before + entry).splitlines())}:"
        assert [line for line in told.out.splitlines() if right in line and at in line and "E23" in line]
    else:
        assert "E23" not in told.out
        assert stored(plan_file, forms[form]) == right
