"""What is at its target and waits to be closed, with the command for it and for what the reserve has next."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.progress.judgement import State
from goalctl.model.next_steps import next_in_reserve


def closing_words(case: Case) -> Iterator[tuple[str, str]]:
    """Each goal and objective that is met and still active: its id, and how it is closed."""
    for progress in case.states:
        if progress.state is State.MET:
            waiting = next_in_reserve(case.plan, progress.item)
            after = f" --next {waiting.id}" if waiting else ""
            yield (
                progress.item,
                f"at its target; to close it: goalctl mark {case.plan.client} {progress.item} achieved{after}",
            )
