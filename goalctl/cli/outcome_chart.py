"""`goalctl outcomes --chart`: first against last score of everyone on one measure, in the terminal or as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from goalctl.analysis.outcomes.counted import answered, people_in
from goalctl.analysis.outcomes.figures import (
    PAIRS,
    by_measure,
    class_names,
    group_figures,
    paired_most,
    recovery_line_of,
)
from goalctl.analysis.outcomes.groups import EVERYONE
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.small_cells import without_small_cells
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.missing_library import show_figures, show_undrawn
from goalctl.cli.screen import terminal_size
from goalctl.views.charts.change_plot import ChangePlot, change_plot
from goalctl.views.charts.scores_table import changes_listing

PROMPT = 1


def draw_outcomes(
    desk: Desk, found: Sequence[Treatment], form: str | None, output: Path | None, *, force: bool
) -> None:
    """The measure that is named, else the one with most pairs; a picture that leaves needs enough people in it."""
    people = _people(found, form)
    plot = change_plot(people) if people else None
    if plot is None:
        desk.write("Nobody has a first and a last score yet.\n")
    elif output is None:
        _draw(desk, plot)
    else:
        _refuse_what_would_tell_people(desk, found, people[0].measure, output)
        _save(desk, _for_others(desk, plot, found, people), output, force=force)


def _people(found: Sequence[Treatment], form: str | None) -> list[Measured]:
    return paired_most(people for people in by_measure(found).values() if form in {None, people[0].form})


def _draw(desk: Desk, plot: ChangePlot) -> None:
    if not desk.screen.can_draw:
        show_undrawn(desk, changes_listing(plot))
        return
    try:
        from goalctl.views.charts.change_terminal import change_text
    except ModuleNotFoundError as error:
        show_figures(desk, changes_listing(plot), error)
        return
    columns, lines = terminal_size()
    text = change_text(plot, width=columns, height=lines - PROMPT)
    if desk.screen.is_coloured:
        desk.screen.draw(text)
    else:
        desk.write("".join(f"{line.rstrip()}\n" for line in text.plain.split("\n")))


def _refuse_what_would_tell_people(desk: Desk, found: Sequence[Treatment], measure: str, output: Path) -> None:
    """Raise where it is no picture, or one of fewer people than may leave; several answers about one are one."""
    if output.suffix.lower() != ".svg":
        raise UsageError(f"--output: {output.name} is no kind of picture", "end the name in .svg")
    least = desk.practice.settings.small_cells
    drawn = ((there, one) for there in found for one in there.measured if one.measure == measure and one.pair)
    people = people_in(answered(*one) for one in drawn)
    if people < least:
        raise UsageError(
            f"a picture of {people} people is not written: each could be told by the scores",
            f"it takes {least} (small_cells in goalctl.yaml); on the screen it is shown",
        )


def _for_others(desk: Desk, plot: ChangePlot, found: Sequence[Treatment], people: Sequence[Measured]) -> ChangePlot:
    """The picture with those numbers alone in its words that stand in the figures which leave."""
    told = without_small_cells(group_figures(EVERYONE, found), desk.practice.settings.small_cells)
    untold = {one.name for one in told.figures if one.subject == people[0].name and one.is_hidden}
    names = class_names(recovery_line_of(people))
    hidden = {outcome for outcome, called in names.items() if called in untold}
    not_judged = {None} if hidden or PAIRS in untold else set[None]()
    return replace(plot, hidden=frozenset(hidden | not_judged), tells_number=PAIRS not in untold)


def _save(desk: Desk, plot: ChangePlot, output: Path, *, force: bool) -> None:
    from goalctl.views.charts.change_svg import change_svg

    desk.write_out(output, change_svg(plot).encode(), force=force)
    desk.say(f"saved {output}")
