"""What came of treatment, as a listing: of a group a row for each figure, of one client a row for each measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from goalctl.analysis.figures import counted, rounded
from goalctl.analysis.outcomes.figures import NOT_ADJUSTED, GroupFigures, OutcomeFigure
from goalctl.analysis.outcomes.groups import By
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.model.finding import Fault
from goalctl.views.listing import MEND, Cell, Column, Listing, Row, Tone
from goalctl.views.words.outcome import CLASS_WORDS, by_form_words, change_words, measured_name

WIDE = 100
COLUMNS = (
    Column("group", "group"),
    Column("subject", "of"),
    Column("figure", "figure", keep=False),
    Column("percent", "%", right=True),
    Column("n", "n", right=True),
    Column("of", "of", right=True),
    Column("value", "value", right=True),
    Column("low", "from", right=True, from_width=WIDE),
    Column("high", "to", right=True, from_width=WIDE),
    Column("note", "note", keep=False),
)
OF_ONE = (
    Column("measure", "measure"),
    Column("first", "first", right=True),
    Column("first_on", "first on", from_width=WIDE),
    Column("last", "last", right=True),
    Column("last_on", "last on", from_width=WIDE),
    Column("change", "change", right=True),
    Column("outcome", "outcome", from_width=WIDE),
    Column("says", "what that is", keep=False),
)
PLACES = 2  # a total that is estimated has many; JSON has them all
NOBODY = "There are no treatments like that here."


def outcomes_view(
    groups: Iterable[GroupFigures], faults: Sequence[tuple[str, Fault]], by: By, *, today: date, leaves: bool = False
) -> Listing:
    """Every figure of every group; first what is wrong with files, which of what `leaves` is a number alone."""
    rows = list(_faults(faults, leaves=leaves))
    for group in groups:
        rows += [
            _row(group.group, figure, figure.subject if by is By.MEASURE else group.group) for figure in group.figures
        ]
    key = "subject" if by is By.MEASURE else "group"
    columns = tuple(column for column in COLUMNS if by is not By.MEASURE or column.key != "group")
    caption = f"{NOT_ADJUSTED}; no figure here ranks anybody"
    return Listing("outcomes", columns, tuple(rows), NOBODY, caption=caption, by=key, title=f"Outcomes, as of {today}")


def _faults(faults: Sequence[tuple[str, Fault]], *, leaves: bool) -> Iterator[Row]:
    if leaves and faults:
        note = f"{counted(len(faults), 'error')} in files that are not in these figures, or not wholly"
        yield Row({"group": MEND, "subject": MEND, "figure": "errors", "note": note}, Tone.BAD, MEND)
        return
    for client, fault in faults:
        cells: dict[str, Cell] = {"group": MEND, "subject": MEND, "figure": client or None}
        yield Row(cells | {"note": f"{fault.where}: error {fault.code}: {fault.message}"}, Tone.BAD, MEND)


def _row(group: str, figure: OutcomeFigure, heading: str) -> Row:
    cells: dict[str, Cell] = {
        "group": group,
        "subject": figure.subject,
        "figure": figure.name,
        "percent": figure.percent,
        "n": figure.n,
        "of": figure.of,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "note": figure.note or None,
    }
    return Row(cells, Tone.QUIET if figure.is_hidden else Tone.PLAIN, heading)


def one_outcome_view(treatment: Treatment, *, today: date) -> Listing:
    """What came of one treatment: every person and measure, then goals, deadlines and sessions in words."""
    rows = [*map(_of_measure, treatment.measured)]
    rows += [Row({"measure": what, "says": says}) for what, says in _beside(treatment)]
    title = f"What came of treatment, {treatment.client}, as of {today}"
    return Listing("outcomes", OF_ONE, tuple(rows), "Nothing was scored yet.", caption=NOT_ADJUSTED, title=title)


def _of_measure(one: Measured) -> Row:
    cells: dict[str, Cell] = {"measure": measured_name(one), "says": "not filled in"}
    if one.first:
        cells |= {"first": rounded(one.first.value, PLACES), "first_on": one.first.day.isoformat(), "says": "one score"}
    if one.last:
        cells |= {"last": rounded(one.last.value, PLACES), "last_on": one.last.day.isoformat()}
        cells |= {"change": rounded(one.change or 0, PLACES)}
        cells |= {
            "outcome": CLASS_WORDS[one.outcome] if one.outcome else None,
            "says": f"{change_words(one)}{by_form_words(one)}",
        }
    return Row(cells, Tone.LATE if one.outcome is ChangeClass.DETERIORATED else Tone.PLAIN)


def _beside(one: Treatment) -> Iterator[tuple[str, str]]:
    if one.goals:
        yield "goals", f"{one.reached} of {one.goals} reached"
    if one.scaling:
        ends = f"{one.scaling.baseline:.1f} to {one.scaling.achieved:.1f}"
        yield "goal attainment", f"T-score {ends}, {one.scaling.change:+.1f} (50 is as expected, SD 10)"
    if one.deadlines.of or one.deadlines.extended:
        kept = f"{one.deadlines.kept} of {one.deadlines.of} kept" if one.deadlines.of else "none is over yet"
        yield "deadlines", f"{kept}, {one.deadlines.extended} extended"
    yield "sessions", f"{one.attended} attended, {one.missed} missed, {one.cancelled} cancelled"
    ending = "unplanned ending" if one.unplanned else "ended"
    yield "treatment", f"{ending} on {one.ended}" if one.ended else "going on"
    if one.nhs:
        yield "NHS Talking Therapies", _nhs_words(one)


def _nhs_words(one: Treatment) -> str:
    if one.nhs is None or one.nhs.recovery is None:
        return "not at case level at the start"
    improved = "reliable improvement" if one.nhs.reliable_improvement else "no reliable improvement"
    return f"{'recovery' if one.nhs.recovery else 'no recovery'}, {improved}"
