"""Where one goal or objective stands on a day: one word, the rule behind it, and everything else that is true as well.

The worst word that applies comes first, and the rest stand in `also`. Where several raters decide, the worst-off's word
is the goal's, so that it is met, or reached, when all of them reached it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.analysis.figures import score_text
from goalctl.analysis.progress.attainment import attainment_of
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.one_rater import at_target, begins_with_met, resting, standing, without_measure
from goalctl.analysis.progress.raters import Judges, judges_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Scorable
from goalctl.model.ids import CLIENT_RATER


class ProgressState(NamedTuple):
    """The state of one goal or objective by one rater's scores; `also` holds what applies beside it, worst first.

    `remarks` tell of whoever is to decide and did not score; they stand in the sentence too.
    """

    item: str
    rater: str
    judgement: Judgement
    also: tuple[Judgement, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """The word."""
        return self.judgement.state

    @property
    def rule(self) -> str:
        """Which rule said so."""
        return self.judgement.rule

    @property
    def n(self) -> int:
        """How many scores stand behind it."""
        return self.judgement.n

    @property
    def because(self) -> str:
        """The figures, in one plain sentence."""
        return self.judgement.because

    @property
    def tentative(self) -> bool:
        """Whether there is too little to judge by."""
        return self.judgement.tentative

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All that applies, worst first."""
        return (self.judgement, *self.also)

    def says(self, state: State) -> Judgement | None:
        """The judgement with that word, main or beside it."""
        return next((judgement for judgement in self.judgements if judgement.state is state), None)


def state_of(at: Standpoint, item_id: str) -> ProgressState:
    """The state by the scores of whoever decides, with the measure in force. An unknown id is a `KeyError`."""
    item, judges = at.plan.scorables[item_id], at.once(judges_of, item_id)
    if not judges.deciding:
        return ProgressState(item.id, CLIENT_RATER, *_split(resting(at, item, 0) or without_measure(at, item)))
    found = [(series, _judgements(at, item, series)) for series in judges.deciding]
    worst, judgements = found[0] if len(found) == 1 else min(found, key=lambda pair: _worst_first(*pair))
    main, also = _split(judgements)
    if main.state is State.MET and judges.is_waiting and (attainment := attainment_of(worst)):
        main = at_target(worst, attainment)
    main = main._replace(because=_sentence(judges, worst, main))
    return ProgressState(item.id, worst.rater, main, also, judges.remarks)


def states_of(at: Standpoint) -> tuple[ProgressState, ...]:
    """The state of every active goal and objective, goals by priority."""
    return tuple(at.once(state_of, item.id) for item in at.plan.active_items)


def is_met(at: Standpoint, item_id: str) -> bool:
    """Whether the state is met, or would be if it did not rest: no word is better, so it is everybody's."""
    item, judges = at.plan.scorables[item_id], at.once(judges_of, item_id)
    is_theirs = bool(judges.deciding) and not judges.is_waiting
    return is_theirs and all(begins_with_met(at, item, one) for one in judges.deciding)


def _judgements(at: Standpoint, item: Scorable, series: Series) -> tuple[Judgement, ...]:
    return resting(at, item, len(series.points)) or standing(at, item, series)


def _split(judgements: tuple[Judgement, ...]) -> tuple[Judgement, tuple[Judgement, ...]]:
    return judgements[0], judgements[1:]


def _worst_first(series: Series, judgements: tuple[Judgement, ...]) -> tuple[int, int, float, str]:
    """By the word, then who met it last, how much of the way there is, and the name: however the raters are written.

    What each is to reach is met since the day on which the last of them met it.
    """
    attainment = attainment_of(series)
    share, met_on = (attainment.share, attainment.met_on) if attainment else (None, None)
    return judgements[0].state.rank, -(met_on or date.max).toordinal(), share or 0.0, series.rater


def _sentence(judges: Judges, worst: Series, main: Judgement) -> str:
    """The sentence, with every deciding rater's newest score before it and who did not score behind it."""
    said = main.because
    if len(judges.deciding) > 1 and any(one.last for one in judges.deciding):
        figures = (f"{one.rater} {score_text(one.last.value)}" for one in judges.deciding if one.last)
        by_whom = "" if main.state in {State.MET, State.RESTING} else f"{worst.rater}: "
        target = f" (target {worst.target_words})" if worst.target_words else ""
        said = f"{', '.join(figures)}{target}; {by_whom}{said}"
    sentence, advice, rest = said.partition("; consider ")
    return "; ".join([sentence, *judges.remarks]) + advice + rest
