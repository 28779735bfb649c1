"""Asking for a measure on one line, with what it was taken for said back in words."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.cli.ask import Answers, Question, words_from
from goalctl.model.entry import said
from goalctl.model.finding import Severity, Value
from goalctl.model.form import Form
from goalctl.model.goal import Goal
from goalctl.model.measure import Measure
from goalctl.model.measure_line import LEVELS, measure_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.validate import validated
from goalctl.rules.e_file import RULES
from goalctl.rules.rule import Case, findings_of
from goalctl.views.measure_words import measure_in_words

KEY = "measurable"
HELP = """\
mood 0..10: 3 -> 7              a rating       classes attended %: 40 -> 80    percent
days practised/week: 1 -> 6     a count        sleep: 5 h -> 7 h       a number with its unit
phq-9: 18 -> 9                  a form         moved out: no -> yes            done or not
levels: -1 -> 0                 goal attainment scaling, its five levels are asked next
phq-9: 6 keep 12w lower         to keep what was reached; lower or higher is the good side"""
_GAS = {
    "-2": "much less than expected",
    "-1": "less than expected",
    "0": "as expected",
    "1": "more than expected",
    "2": "much more than expected",
}


def measure_questions(forms: Mapping[str, Form], place: tuple[str, ...]) -> list[Question]:
    """The measure, and its five levels when it is goal attainment scaling; `place` is where it stands in the entry."""

    def read(line: str) -> Value:
        return _fitting(measure_from(str(words_from(line)), tuple(forms)), forms)

    measure = Question(
        KEY,
        "How will you both see it? From where to where?",
        f"On one line, as:\n{HELP}",
        read=read,
        to=place,
        echo=lambda value: measure_in_words(_measure(value), forms),
    )
    return [measure, *(_level(level, place) for level in _GAS)]


def _level(level: str, place: tuple[str, ...]) -> Question:
    return Question(
        f"level{level}",
        f"Level {level}, {_GAS[level]}: what would one see?",
        "One plain sentence that tells this level from the next.",
        required=True,
        asked=_is_scaled_by_levels,
        to=(*place, "levels", level),
    )


def _is_scaled_by_levels(answers: Answers) -> bool:
    measure = answers.get(KEY)
    return isinstance(measure, dict) and measure.get("by") == LEVELS


def _fitting(measure: dict[str, Value], forms: Mapping[str, Form]) -> Value:
    """The measure, if a plan could hold it: its scale, the form's range, a target that goes somewhere."""
    whole = measure if measure.get("by") != LEVELS else {**measure, "levels": dict.fromkeys(_GAS, "…")}
    goal, findings = validated(Goal, said(id="g1", goal="…", smart={KEY: whole}))
    if goal is not None:
        findings = findings_of(RULES, Case(Plan(client="c", goals=(goal,)), "c", forms))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise ScalarError(errors[0].code, errors[0].message, errors[0].hint)
    return measure


def _measure(value: Value) -> Measure:
    measure, _ = validated(Measure, value)
    return measure or Measure(by="rating")
