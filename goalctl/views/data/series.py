"""What programs read about scores: series with their figures, goals with their state, forms with their change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.overview import FormOverview, ItemOverview
from goalctl.analysis.figures import DAYS_A_WEEK
from goalctl.analysis.instruments.form_change import FormChange
from goalctl.analysis.progress.attainment import share_reached
from goalctl.analysis.progress.judgement import Judgement
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import Projection, Trend
from goalctl.model.goal import Goal
from goalctl.model.ids import goal_id_of
from goalctl.views.words.measure import scored_name

if TYPE_CHECKING:
    from goalctl.views.data.shapes_scores import (
        ChangeData,
        FormCourseData,
        ItemData,
        JudgementData,
        SeriesData,
        TrendData,
    )


def item_row(case: Case, found: ItemOverview) -> ItemData:
    """One goal or objective, how it stands, and every series of it."""
    item, progress = found.item, found.progress
    return {
        "id": item.id,
        "of": None if isinstance(item, Goal) else goal_id_of(item.id),
        "text": item.wording,
        "status": item.status,
        "opened": item.opened,
        "deadline": item.deadline,
        "priority": item.priority if isinstance(item, Goal) else None,
        "problems": list(item.problems) if isinstance(item, Goal) else [],
        "rater": progress.rater if found.current else None,
        **_judgement(progress.judgement),
        "also": [_judgement(one) for one in progress.also],
        "met_on": found.attainment.met_on if found.attainment else None,
        "series": [series_row(case, one) for one in found.series],
    }


def form_row(case: Case, found: FormOverview) -> FormCourseData:
    """One form, or one part of it."""
    measure, change = found.series.measure, found.change
    return {
        "form": str(measure.by.id),
        "of": measure.of,
        "respondent": measure.by.respondent,
        "series": series_row(case, found.series),
        "from_baseline": _change(change.from_baseline) if change else None,
        "from_best": _change(change.from_best) if change else None,
    }


def series_row(case: Case, series: Series) -> SeriesData:
    """The scores of one rater with all figures that follow from them."""
    measure, baseline, last = series.measure, series.baseline, series.last
    movement = case.movement(series)
    return {
        "rater": series.rater,
        "by": str(measure.by),
        "of": measure.of,
        "measure": scored_name(measure, case.forms),
        "unit": measure.unit,
        "better": series.better,
        "since": series.began,
        "until": series.until,
        "baseline": baseline.value if baseline else None,
        "baseline_day": baseline.day if baseline else None,
        "baseline_stated": bool(baseline and baseline.stated),
        "target": series.target,
        "target_band": (series.band.low, series.band.high) if series.band else None,
        "value": last.value if last else None,
        "value_day": last.day if last else None,
        "share": _share_now(series),
        "n": len(series.points),
        "trend": _trend(movement.trend, movement.projection) if movement.trend else None,
        "points": [{"day": point.day, "value": point.value} for point in series.points],
    }


def _share_now(series: Series) -> float | None:
    """None where nothing was scored since the baseline."""
    return share_reached(series, series.last.value) if series.last and series.since_baseline else None


def _trend(trend: Trend, projection: Projection | None) -> TrendData:
    return {
        "slope": trend.slope * DAYS_A_WEEK,
        "low": trend.low * DAYS_A_WEEK,
        "high": trend.high * DAYS_A_WEEK,
        "n": trend.n,
        "projected": projection.day if projection else None,
        "earliest": projection.earliest if projection else None,
        "latest": projection.latest if projection else None,
    }


def _judgement(one: Judgement) -> JudgementData:
    return {
        "state": one.state,
        "rule": one.rule,
        "n": one.n,
        "tentative": one.tentative,
        "because": one.because,
    }


def _change(change: FormChange) -> ChangeData:
    return {"points": change.points, "toward": change.toward, "reliable": change.reliable}
