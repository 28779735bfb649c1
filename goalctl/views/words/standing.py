"""Where a goal or objective stands, in one sentence for others, and in one for the client."""

from __future__ import annotations

from goalctl.analysis.case import Case
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.series import Series
from goalctl.model.goal import Scorable
from goalctl.views.words.phase import Phase, phase_of
from goalctl.views.words.rhythm import spoken_day
from goalctl.views.words.way import WHERE_YOU_WANTED, way_of_the_own, way_words

_NOT_BESIDE = {State.STALE: {State.ON_TRACK, State.AHEAD}}  # what is too old to judge by is not on its way either
WHERE_YOU_WERE = "You were where you wanted to be when we ended."
STILL_OPEN = "This was still open when we ended."
OF_SEVERAL = {  # on a page that is not of one alone
    WHERE_YOU_WANTED: "That score is at the aim.",
    WHERE_YOU_WERE: "That score was at the aim when treatment ended.",
    STILL_OPEN: "This was still open when treatment ended.",
}


def standing_words(case: Case, item_id: str) -> str:
    """The word and its figures; of what is not worked on, since when that is so and how far it came."""
    item = case.plan.scorables[item_id]
    phase = phase_of(case, item)
    if phase is Phase.ACTIVE:
        progress = case.item(item_id).progress
        beside = [other for other in progress.also if other.state not in _NOT_BESIDE.get(progress.state, ())]
        also = "".join(f"; also {other.state.value}: {figures_only(other.because)}" for other in beside)
        return f"{progress.state.value}: {figures_only(progress.because)}{also}"
    if not phase.is_begun:
        return phase.value
    return f"{_since(case, item, phase)}; {way_words(case, item_id)}"


def standing_word(case: Case, item_id: str) -> str:
    """The word alone, for a table."""
    phase = phase_of(case, case.plan.scorables[item_id])
    return case.item(item_id).progress.state.value if phase is Phase.ACTIVE else phase.value


def own_standing_words(case: Case, item: Scorable, series: Series | None) -> str:
    """The same for who works on it: no verdict and no forecast."""
    on = f" on {spoken_day(item.closed)}" if item.closed else ""
    last = series.newest_in_treatment if series else None
    is_there = series is not None and last is not None and series.is_at_target(last.value)
    said = {
        Phase.DRAFT: "You have not begun with this yet.",
        Phase.RESERVE: "You have not begun with this yet.",
        Phase.RESTING: "This rests for now.",
        Phase.ACHIEVED: f"You reached this{on}.",
        Phase.DISCONTINUED: f"You stopped working on this{on}.",
        Phase.LEFT_OPEN: WHERE_YOU_WERE if is_there else STILL_OPEN,
    }
    own = way_of_the_own(series) if series and series.points else "There is no score yet."
    return said.get(phase_of(case, item), own)


def figures_only(because: str) -> str:
    """The sentence without the advice to the clinician, which is no one else's."""
    return because.partition("; consider ")[0]


def _since(case: Case, item: Scorable, phase: Phase) -> str:
    if phase is Phase.LEFT_OPEN:
        ending = case.plan.discharge
        return f"{phase.value}{f' on {ending.on}' if ending else ''}"
    return f"{phase.value} {item.closed}" if item.closed else phase.value
