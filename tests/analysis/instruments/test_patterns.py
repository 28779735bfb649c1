"""The patterns that forms name, at their edges: what just fits, and what lacks one point or one answer."""

import pytest

from goalctl.analysis.instruments.patterns import patterns
from goalctl.library.shelf import FormShelf

FORMS = FormShelf()
MAJOR, OTHER = "pattern of a major depressive syndrome", "pattern of another depressive syndrome"
HIGH, MODERATE, LOW = "high risk", "at least moderate risk", "at least low risk"
PHQ = [
    ("q1=2 q3=2 q4=2 q5=2 q6=2", MAJOR),
    ("q2=2 q3=2 q4=2 q7=2 q8=2", MAJOR),
    ("q1=1 q2=1 q3=2 q4=2 q5=2 q6=2 q7=2", ""),
    ("q1=1 q2=1 q3=2 q4=2", ""),
    ("q1=2 q3=2 q4=2 q5=2 q6=1", OTHER),
    ("q1=2 q3=2", OTHER),
    ("q2=2 q3=2", OTHER),
    ("q1=2 q3=1", ""),
]
OF_Q9 = [("q1=2 q3=2 q4=2 q5=2 q9=1", MAJOR), ("q1=2 q9=1", OTHER)]
AUDIT = "signs of dependence or harm, take the next step whatever the total"
AIMS = "probable dyskinesia (one area moderate, or two mild)"
PCL_5, MDQ = "symptoms of every DSM-5 group (provisional PTSD)", "positive screen"
GROUPS = {"q1=2": "q1=1", "q6=2": "q6=1", "q8=2": "q8=1", "q9=2": "q9=1", "q15=2": "q15=1", "q16=2": "q16=1"}
SEVEN = " ".join(f"q{n}=1" for n in range(7, 14))
TABLE = {
    "phq-9": [*PHQ, *OF_Q9],
    "phq-8": PHQ,
    "phq-a": [
        *((f"{answers} function=1", MAJOR) for answers, found in [*PHQ, *OF_Q9] if found == MAJOR),
        ("q1=2 q3=2 q4=2 q5=2 q6=2 function=0", ""),
        ("q1=2 q3=2 q4=2 q5=2 q6=1 function=3", ""),
    ],
    "audit": [
        *((f"{item}=2", AUDIT) for item in ("q4", "q5", "q6")),
        *((f"{item}=4", AUDIT) for item in ("q9", "q10")),
        ("q4=1 q5=1 q6=1 q9=2 q10=2 q8=4", ""),
    ],
    "aims": [("q1=3", AIMS), ("q7=3", AIMS), ("q1=2 q7=2", AIMS), ("q1=2 q7=1", "")],
    "c-ssrs-screener": [
        *((f"{item}=1", f"{HIGH}; {MODERATE}; {LOW}") for item in ("q4", "q5", "q7")),
        *((f"{item}=1", f"{MODERATE}; {LOW}") for item in ("q3", "q6")),
        *((f"{item}=1", LOW) for item in ("q1", "q2")),
        ("q1=0", ""),
    ],
    "mdq": [
        (f"{SEVEN} same_time=1 problem=2", MDQ),
        (f"{SEVEN} same_time=1 problem=1", ""),
        (f"{SEVEN} same_time=0 problem=3", ""),
        (f"{SEVEN.replace('q7=1', 'q7=0')} same_time=1 problem=3", ""),
    ],
    "pcl-5": [
        (" ".join(GROUPS), PCL_5),
        *((" ".join(GROUPS).replace(met, lacking), "") for met, lacking in GROUPS.items()),
    ],
}
ROWS = [pytest.param(form, *row, id=f"{form} {row[0]}") for form, rows in TABLE.items() for row in rows]


@pytest.mark.parametrize(("name", "answers", "fits"), ROWS)
def test_a_pattern_fits_from_its_edge_on(name, answers, fits):
    given = {item: float(points) for item, _, points in (answer.partition("=") for answer in answers.split())}
    points = {item.id: given.get(item.id, 0.0) for item in FORMS[name].items}
    assert "; ".join(one.criterion.name for one in patterns(FORMS[name], points) if one.met) == fits


def test_every_pattern_of_a_form_is_in_this_table():
    assert {name for name in FORMS if FORMS[name].scoring and FORMS[name].scoring.criteria} == TABLE.keys()
