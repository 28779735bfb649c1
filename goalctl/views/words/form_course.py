"""How one form went, in a sentence: from where to where, and whether that is more than measurement error."""

from __future__ import annotations

from goalctl.analysis.caseload.overview import FormOverview
from goalctl.analysis.figures import counted, score_text
from goalctl.analysis.progress.symptom_state import change_in_words, from_best_in_words, level_in_words
from goalctl.analysis.progress.symptoms import SymptomChange
from goalctl.model.change import ReliableChange
from goalctl.views.words.sheet import NOT_VERIFIED
from goalctl.views.words.way import day_scored

NO_FIGURE = "no published figure says which change of this measure is reliable"


def form_course_words(found: FormOverview) -> str:
    """`PHQ-9 down 10 (reliable): 18 to 8 since …; 17 fillings`; of one filling its score alone."""
    points = found.series.points
    if not points:
        return "not scored yet"
    number = counted(len(points), "filling")
    change = found.change
    if change is None:
        return f"{score_text(points[-1].value)} on {day_scored(found.series)}, nothing to compare it with"
    said = from_best_in_words(change) if _fell_back(change) else change_in_words(change)
    return f"{said}; {number}"


def _fell_back(change: SymptomChange) -> bool:
    return change.is_reliably_worse_than_best and not change.is_reliably_worse


def reliable_words(change: SymptomChange | None) -> str:
    """The change against measurement error, with the figure's source; or that there is no such figure."""
    if change is None or not change.can_be_reliable:
        return NO_FIGURE
    fact = change.from_baseline.level or change.reliable_figure
    verdict = "yes" if change.from_baseline.reliable else "no"
    rule = ". That is a response by the form's own rule" if change.from_baseline.response else ""
    return f"{verdict}: {change_in_words(change)}; {level_in_words(change)} (source: {source_words(fact)}){rule}"


def form_figure_words(change: SymptomChange) -> str:
    """The least change that counts, with its source; or that there is no such figure."""
    if not change.can_be_reliable:
        return NO_FIGURE
    fact = change.from_baseline.level or change.reliable_figure
    rule = "; a response by the form's own rule" if change.from_baseline.response else ""
    return f"{level_in_words(change)} (source: {source_words(fact)}){rule}"


def source_words(fact: ReliableChange | None) -> str:
    """Where a figure comes from, and that nobody checked it there."""
    source = (fact.source if fact else None) or "none stated"
    return source if fact is None or fact.verified else f"{source}; {NOT_VERIFIED}"
