"""Asking for a measure on one line, with what it was taken for said back in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.instruments.readings import form_of
from goalctl.cli.asking.ask import Question, Replies, words_from
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value, errors_in
from goalctl.model.goal import Goal
from goalctl.model.ids import form_called
from goalctl.model.measure import Measure
from goalctl.model.measure_line import LEVELS, measure_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.validate import record_from
from goalctl.views.words.measure import measure_in_words
from goalctl.workspace.store.caseload import file_findings
from goalctl.workspace.store.practice import Practice

KEY = "measurable"
OF_A_GOAL = ("smart", KEY)
OF_AN_OBJECTIVE = (KEY,)
HELP = """\
as mood 0..10: 3 -> 7, days run/week: 1 -> 4, phq-9: 18 -> 9; ? has more
days practised/week 0..7: 1 -> 6    a count, per day, week, month or session
mood 0..10: 3 -> 7                  a rating
phq-9: 18 -> 9                      a form; dass-21 depression for a part, phq-9@anna for a partner
classes attended %: 40 -> 80        a percentage
sleep: 5 h -> 7..9 h                a number with its unit; 7..9 is a band, to end up in
moved out: no -> yes                done or not
levels: -1 -> 0                     goal attainment scaling; its five levels are asked next
phq-9: 6 keep 12w lower             keep what was reached; lower (or higher) is the good side
mood 0..10: -> 7                    the first score will be the start"""
_GAS = {
    "-2": "much less than expected",
    "-1": "less than expected",
    "0": "as expected",
    "1": "more than expected",
    "2": "much more than expected",
}


def measure_questions(practice: Practice, place: tuple[str, ...], examples: Callable[[Replies], str]) -> list[Question]:
    """The measure, and its five levels when it is goal attainment scaling; `place` is where it stands in the entry.

    `examples` are measures near to what was said so far, shown above the prompt.
    """

    def read(line: str) -> Value:
        return _fitting(practice, measure_from(str(words_from(line)), tuple(practice.forms), ends))

    def ends(name: str, of: str) -> tuple[float, float] | None:
        form = form_of(practice.forms, form_called(name, practice.forms))
        return possible_range(form, of or None) if form else None

    measure = Question(
        KEY,
        "How will you both see it? From where to where?",
        HELP,
        read=read,
        to=place,
        echo=lambda value: measure_in_words(_measure(value), practice.forms),
        follows=lambda question, answers: replace(question, above=examples(answers)),
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


def _is_scaled_by_levels(answers: Replies) -> bool:
    measure = answers.get(KEY)
    return isinstance(measure, dict) and measure.get("by") == LEVELS


def _fitting(practice: Practice, measure: dict[str, Value]) -> Value:
    """The measure, if a plan could hold it: its scale, the form's range, a target that goes somewhere."""
    whole = measure if measure.get("by") != LEVELS else {**measure, "levels": dict.fromkeys(_GAS, "…")}
    goal, findings = record_from(Goal, entry_values(id="g1", goal="…", smart={KEY: whole}))
    if goal is not None:
        findings = file_findings(practice, "c", Plan(client="c", goals=(goal,)))
    errors = errors_in(findings)
    if errors:
        raise ScalarError(errors[0].code, errors[0].message, errors[0].hint)
    return measure


def _measure(value: Value) -> Measure:
    measure, _ = record_from(Measure, value)
    return measure or Measure(by="rating")
