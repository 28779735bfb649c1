"""What of a chart its client may see: what stands here, so that a new mark or word does not reach them by itself.

Of the plan itself, `analysis/client_side.py` says it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from goalctl.views.charts.model import NO_TICKS, Chart, ChartSheet, Level, Mark, MarkKind, Trace, with_x_axis

TO_TAKE_HOME = frozenset({MarkKind.SCORES, MarkKind.BASELINE, MarkKind.TARGET})
ON_A_SCREEN = TO_TAKE_HOME | {MarkKind.AIMLINE, MarkKind.FIRST_AIMLINE, MarkKind.DEADLINE, MarkKind.FORMER_DAY}


def sheet_for_client(sheet: ChartSheet, reader: str = "") -> ChartSheet:
    """The charts without bands of severity and without lines and sentences that judge or foretell.

    Where they are for one of several people, nobody is named to themselves: that reader's own line is `you`.
    """
    return sheet._replace(charts=tuple(_on_a_screen(chart, reader.casefold()) for chart in sheet.charts))


def _on_a_screen(chart: Chart, reader: str) -> Chart:
    own_form = chart.id.endswith(f"@{reader}")
    return Chart(
        chart.id.removesuffix(f"@{reader}"),
        _unnamed(chart.title, reader) if own_form else chart.title,
        _unnamed(chart.measure, reader),
        _marks(chart, ON_A_SCREEN, lambda name: _to_themselves(name, reader)),
        low=chart.low,
        high=chart.high,
        unit=chart.unit,
        is_whole=chart.is_whole,
        ticks=chart.ticks,
        instead=chart.instead,
        start=chart.start,
        end=chart.end,
    )


def chart_to_take_home(chart: Chart, names: Mapping[str, str]) -> Chart:
    """Scores, start and aim, and nothing that judges or foretells; who gave a score has a name of its own there."""
    marks = _marks(chart, TO_TAKE_HOME, lambda name: names.get(name.casefold(), name))
    mine = Chart(
        "",
        chart.title,
        chart.measure.partition(" · ")[0],
        tuple(mark._replace(text=_spoken_level(mark)) if isinstance(mark, Level) else mark for mark in marks),
        low=chart.low,
        high=chart.high,
        unit=chart.unit,
        is_whole=chart.is_whole,
        ticks=chart.ticks if chart.ticks.names == ("no", "yes") else NO_TICKS,
        instead=chart.instead,
        start=chart.start,
        end=chart.end,
        values=chart.values,
    )
    return with_x_axis(mine)


def _marks(chart: Chart, kept: frozenset[MarkKind], renamed: Callable[[str], str]) -> tuple[Mark, ...]:
    marks = (mark for mark in chart.marks if mark.kind in kept)
    return tuple(mark._replace(name=renamed(mark.name)) if isinstance(mark, Trace) else mark for mark in marks)


def _to_themselves(name: str, reader: str) -> str:
    return "you" if name.casefold() == reader else _unnamed(name, reader)


def _unnamed(text: str, reader: str) -> str:
    """`PHQ-9 (anna)` and `rating by anna` without who it was."""
    return text.replace(f" ({reader})", "").removesuffix(f" by {reader}") if reader else text


def _spoken_level(level: Level) -> str:
    word = "aim" if level.is_target else "start"
    return f"{word} {level.text.removeprefix(level.name).strip()}" if level.text else ""
