"""What was scored and by whom, as the log and the diary say it: before any measure is asked what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goalctl.analysis.instruments.point import Origin, Point
from goalctl.analysis.instruments.readings import up_to
from goalctl.analysis.progress.beginning import judge_by
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.diary import DiaryEntry
from goalctl.model.ids import CLIENT_RATER, Rated
from goalctl.model.people import EACH, diary_of, known_raters
from goalctl.model.session import Session


def noted_scores(at: Standpoint) -> tuple[Mapping[Rated, list[Point]], Mapping[Rated, list[Point]]]:
    """Every score up to today by what was scored and who did, of the log and of the diary, each in its order."""
    log, diary = up_to(at.plan.log, at.today), up_to(diary_of(at.plan), at.today)
    entries: list[Session | DiaryEntry] = [*log, *diary]
    of_whom = _whose_without_a_name(at, entries)
    return _by_rated(log, Origin.SESSION, of_whom), _by_rated(diary, Origin.DIARY, of_whom)


def _whose_without_a_name(at: Standpoint, entries: Sequence[Session | DiaryEntry]) -> Mapping[Rated, Rated]:
    """Of members, what is scored without a name is that of the one who judges, beside what that one scored by name.

    Where both stand in one entry they are two people's.
    """
    given = {rated for entry in entries for rated in entry.scores} if at.plan.members else set()
    found = {rated: Rated(rated.item, _only_judge(at, rated.item)) for rated in given if rated.rater == CLIENT_RATER}
    both = {rated for entry in entries for rated in entry.scores if found.get(rated) in entry.scores}
    return {rated: own for rated, own in found.items() if own in given and rated not in both}


def _only_judge(at: Standpoint, item_id: str) -> str:
    """Whom the item has been judged by all the time, where that is one known person; else nobody."""
    item = at.plan.scorables.get(item_id)
    measures = (*item.former_measures, item.measure) if item else ()
    judges = {judge_by(at.plan, item, measure) for measure in measures if item and measure}
    judge = judges.pop() if len(judges) == 1 else None
    return judge if judge and judge in known_raters(at.plan) - {EACH} else ""


def _by_rated(
    entries: Iterable[Session | DiaryEntry], origin: Origin, of_whom: Mapping[Rated, Rated]
) -> dict[Rated, list[Point]]:
    found: dict[Rated, list[Point]] = {}
    for entry in entries:
        for rated, score in entry.scores.items():
            found.setdefault(of_whom.get(rated, rated), []).append(Point(entry.date, score, origin))
    return found
