"""`goalctl outcomes --chart`: first against last score of everyone on one measure, in the terminal or as a file."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from goalctl.analysis.outcomes.figures import by_measure
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.missing_library import show_figures
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
        _save(desk, plot, output, force=force)


def _people(found: Sequence[Treatment], form: str | None) -> list[Measured]:
    groups = [people for people in by_measure(found).values() if form in {None, people[0].form}]
    return max(groups, key=lambda people: sum(one.pair is not None for one in people), default=[])


def _draw(desk: Desk, plot: ChangePlot) -> None:
    try:
        from goalctl.views.charts.change_terminal import change_text
    except ModuleNotFoundError as error:
        show_figures(desk, changes_listing(plot), error)
        return
    columns, lines = shutil.get_terminal_size()
    text = change_text(plot, width=columns, height=lines - PROMPT)
    if desk.screen.is_coloured:
        desk.draw(text)
    else:
        desk.write("".join(f"{line.rstrip()}\n" for line in text.plain.split("\n")))


def _save(desk: Desk, plot: ChangePlot, output: Path, *, force: bool) -> None:
    if output.suffix.lower() != ".svg":
        raise UsageError(f"--output: {output.name} is no kind of picture", "end the name in .svg")
    least = desk.practice.settings.small_cells
    if len(plot.points) < least:
        raise UsageError(
            f"a picture of {len(plot.points)} people is not written: each could be told by the scores",
            f"it takes {least} (small_cells in goalctl.yaml); on the screen it is shown",
        )
    from goalctl.views.charts.change_svg import change_svg

    desk.write_out(output, change_svg(plot).encode(), force=force)
    desk.say(f"saved {output}")
