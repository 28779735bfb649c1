"""A measure on one line, as a clinician says it."""

import pytest

from goalctl.model.measure_line import measure_from
from goalctl.model.scalars import ScalarError, number_from

FORMS = ("phq-9", "gad-7", "dass-21", "who-5")


def ends(form, _of):
    return {"phq-9": (0.0, 27.0)}.get(form)


UNDERSTOOD = {
    "mood 0..10: 3 -> 7": "by rating, of mood, scale 0 10, baseline 3, target 7",
    "nights slept 7 hours, 1 to 5 a week": "by count, of nights slept 7 hours, per week, baseline 1, target 5",
    "mood 0-10: 3 to 7": "by rating, of mood, scale 0 10, baseline 3, target 7",
    "mood 0 to 10 3 → 7": "by rating, of mood, scale 0 10, baseline 3, target 7",
    "mood: from 3 to 7 out of 10": "by rating, of mood, scale 0 10, baseline 3, target 7",
    "from 3 to 7 out of 10": "by rating, scale 0 10, baseline 3, target 7",
    "mood 3 out of 5 to 4 out of 5": "by rating, of mood, scale 0 5, baseline 3, target 4",
    "mood 1..10: 3 -> 7 out of 10": "by rating, of mood, scale 1 10, baseline 3, target 7",
    "mood -5..5: -2 -> 3": "by rating, of mood, scale -5 5, baseline -2, target 3",
    "rating: 3 -> 7": "by rating, baseline 3, target 7",
    "mood 0..10: -> 7": "by rating, of mood, scale 0 10, target 7",
    "days practised/week 0..7: 1 -> 6": "by count, of days practised, per week, scale 0 7, baseline 1, target 6",
    "days w/o panic/wk: 2 -> 6": "by count, of days w/o panic, per week, baseline 2, target 6",
    "cigarettes per day: 20 to 5": "by count, of cigarettes, per day, baseline 20, target 5",
    "rows / month: 4->1": "by count, of rows, per month, baseline 4, target 1",
    "from 0 to 3 drives a week": "by count, of drives, per week, baseline 0, target 3",
    "0 -> 3 drives per week": "by count, of drives, per week, baseline 0, target 3",
    "drives a week from 0 to 3": "by count, of drives, per week, baseline 0, target 3",
    "drives: from 0 to 3 times a week": "by count, of drives, per week, baseline 0, target 3",
    "from 20 to 5 cigarettes each day": "by count, of cigarettes, per day, baseline 20, target 5",
    "from 5 to 7 h of sleep": "by number, of sleep, unit h, baseline 5, target 7",
    "from 5 to 7..9 h of sleep": "by number, of sleep, unit h, baseline 5, target 7 9",
    "mood 0..10: from 3 to 7": "by rating, of mood, scale 0 10, baseline 3, target 7",
    "phq-9 from 18 to 9": "by phq-9, baseline 18, target 9",
    "days since a drink: 0 -> 90 days": "by number, of days since a drink, unit days, baseline 0, target 90",
    "phq-9: 6 keep for 12 weeks lower": "by phq-9, baseline 6, target 6, keep 12w, better lower",
    "phq-9: 18 -> 9": "by phq-9, baseline 18, target 9",
    "PHQ9 18->9": "by phq-9, baseline 18, target 9",
    "dass-21 Depression: 20 -> 10": "by dass-21, of depression, baseline 20, target 10",
    "PHQ 9: 18 -> 9": "by phq-9, baseline 18, target 9",
    "gad 7 12->5": "by gad-7, baseline 12, target 5",
    "DASS 21 Depression: 20 -> 10": "by dass-21, of depression, baseline 20, target 10",
    "phq-9@anna: 18 -> 9": "by phq-9@anna, baseline 18, target 9",
    "PHQ9@anna 18->9": "by phq-9@anna, baseline 18, target 9",
    "sleep: 4.5 h -> 7..9 h": "by number, of sleep, unit h, baseline 4.5, target 7 9",
    "sleep: -> 7 \u2026 9 h": "by number, of sleep, unit h, target 7 9",
    "sleep 0..14: 10 h -> 7...9 h": "by number, of sleep, unit h, scale 0 14, baseline 10, target 7 9",
    "warmth -5..5: -4 -> -1..1": "by rating, of warmth, scale -5 5, baseline -4, target -1 1",
    "sleep: 7..9 h keep 12w": "by number, of sleep, unit h, target 7 9, keep 12w",
    "phq-9: 6 keep 12w lower": "by phq-9, baseline 6, target 6, keep 12w, better lower",
    "days sober/week: 7 keep 6 m higher": (
        "by count, of days sober, per week, baseline 7, target 7, keep 6m, better higher"
    ),
    "percent: 40 -> 80": "by percent, baseline 40, target 80",
    "classes attended %: 40 -> 80": "by percent, of classes attended, baseline 40, target 80",
    "classes attended: 40% -> 80%": "by percent, of classes attended, baseline 40, target 80",
    "sleep: 5 h -> 7 h": "by number, of sleep, unit h, baseline 5, target 7",
    "weight: 98.5 -> 90 kg": "by number, of weight, unit kg, baseline 98.5, target 90",
    "number steps 0..: 2000 -> 8000": "by number, of steps, scale 0, baseline 2000, target 8000",
    "moved out: no -> yes": "by done, of moved out, baseline 0, target 1",
    "phq-9: 18 -> 9 out of 27": "by phq-9, baseline 18, target 9",
    "phq-9 0..27: 18 -> 9": "by phq-9, baseline 18, target 9",
    "done: moved out": "by done, of moved out, baseline 0, target 1",
    "done": "by done, baseline 0, target 1",
    "levels": "by levels, baseline -1, target 0",
    "levels sees friends: -2 -> 1": "by levels, of sees friends, baseline -2, target 1",
}

REFUSED = {
    "": "does not say from where to where",
    "mood": "does not say from where to where",
    "sleep: 5 -> 7": "how is it scored? (add a scale (0..10)",
    "1 -> 6": "how is it scored?",
    "phq-9": "from where to where is missing (write it as phq-9: 18 -> 9)",
    "phq-8: 18 -> 9": "did you mean phq-9?",
    "sleep: 6,5 h -> 7 h": "'6,5' is not a number (use a point: 6.5)",
    "from 1,000 to 2,000 steps a day": "'2,000' is not a number (without the comma: 2000; with decimals, 2.0)",
    "from 1 to 4 out of 7 days": "does not say from where to where",
    "from 3 to 7 out of 10 a day": "does not say from where to where",
    "mood 0..10: 3 -> 4 out of 5": "two scales: up to 10 and 5",
    "phq-9: 18 -> 9 out of 30": "two scales: phq-9 runs from 0 to 27, not 0..30",
    "phq-9 0..30: 18 -> 9": "two scales: phq-9 runs from 0 to 27, not 0..30",
    "phq-9 1..27: 18 -> 9": "two scales: phq-9 runs from 0 to 27, not 1..27",
    "weight: 98 kg -> 200 lb": "two units: kg and lb",
    "/week: 1 -> 3": "what is counted is missing",
    "phq-9: 6 keep 12w": "is higher or lower the good side?",
    "mood 0..10: 3 -> 3": "that goes nowhere",
    "moved out: yes -> no": "how is it scored?",
    "done: yes -> no": "goes from no to yes",
}


@pytest.mark.parametrize("line", UNDERSTOOD)
def test_a_line_says_a_measure(line):
    found = measure_from(line, FORMS, ends)
    words = [f"{key} {' '.join(value) if isinstance(value, list) else value}" for key, value in found.items()]
    assert ", ".join(words) == UNDERSTOOD[line]


@pytest.mark.parametrize("line", REFUSED)
def test_a_line_that_is_no_measure_is_refused_with_what_to_write(line):
    with pytest.raises(ScalarError) as refused:
        measure_from(line, FORMS, ends)
    assert REFUSED[line] in f"{refused.value} ({refused.value.hint})"


HINTS = {
    "6,5": "use a point: 6.5",
    "0,500": "use a point: 0.500",
    "1,000": "without the comma: 1000; with decimals, 1.0",
    "-12,500": "without the comma: -12500; with decimals, -12.5",
    "1,250,000": "without the comma: 1250000",
    "1'000": "leave out the marks: 1000",
    "1 000": "leave out the marks: 1000",
    "7.500,25": "leave out the marks: 7500.25",  # it said 7.50025
    "1 000,5": "leave out the marks: 1000.5",  # it said 10005
    "1,000.5": "leave out the marks: 1000.5",
    "1.000.000": "leave out the marks: 1000000",
    "-1\u202f234\u202f567,8": "leave out the marks: -1234567.8",
    "5,6,7": "write digits, as 6 or 3.5; leave it empty if there is none",  # it said 567
    "7 9": "write digits, as 6 or 3.5; leave it empty if there is none",
    "1.000,5.5": "write digits, as 6 or 3.5; leave it empty if there is none",
    "7, 9": "write digits, as 6 or 3.5; leave it empty if there is none",
    "six": "write digits, as 6 or 3.5; leave it empty if there is none",
}


@pytest.mark.parametrize("text", HINTS)
def test_a_number_with_marks_is_refused_with_each_number_that_it_may_be(text):
    with pytest.raises(ScalarError) as refused:
        number_from(text)
    assert refused.value.hint == HINTS[text]
