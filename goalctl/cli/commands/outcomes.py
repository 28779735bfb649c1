"""`goalctl outcomes`: what came of treatment, of one client or of all; small counts are hidden in what leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from goalctl.analysis.instruments.named import form_meant
from goalctl.analysis.outcomes.figures import GroupFigures, group_figures
from goalctl.analysis.outcomes.groups import By, grouped
from goalctl.analysis.outcomes.small_cells import without_small_cells
from goalctl.analysis.outcomes.treatment import NOWHERE, Origins, Treatment
from goalctl.cli.answer_file import kind_of, text_of
from goalctl.cli.days import stretch_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import BY_ENDING, AnyClient, Force, ListingFormat
from goalctl.cli.outcome_chart import draw_outcomes
from goalctl.cli.people import person_of
from goalctl.cli.reading import faults_in, readable_plan, tell_errors
from goalctl.model.finding import Fault
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.views.data.beside import outcomes_document
from goalctl.views.data.plan import treatment_document
from goalctl.views.listing import Format, Listing
from goalctl.views.listings.outcomes import one_outcome_view, outcomes_view
from goalctl.workspace.store.treatments import treatments_at

OFFICE = "office"


Grouping = Annotated[By, Option("--by", help="What the figures are told for.")]
TreatedBy = Annotated[
    str | None,
    Option("--clinician", metavar="WHO", help="Only treatments of this clinician; me: your own.", show_default=False),
]
OfMeasure = Annotated[
    str | None, Option("--measure", metavar="FORM", help="Only this measure, as phq-9.", show_default=False)
]
Begin = Annotated[str | None, Option("--from", metavar="DAY", help="Only treatments that ended on that day or later.")]
End = Annotated[str | None, Option("--to", metavar="DAY", help="Only treatments that ended on that day or before.")]
AsPicture = Annotated[
    bool, Option("--chart", help="First against last score, with the lines of reliable change and case level.")
]
ForWhom = Annotated[
    str | None, Option("--for", metavar="office", help="For those who do not treat: small counts are hidden.")
]
Output = Annotated[
    Path | None, Option("--output", "-o", metavar="FILE", help="Into a new file; small counts are hidden.")
]


def command(
    desk: Desk,
    client: AnyClient = None,
    by: Grouping = By.MEASURE,
    measure: OfMeasure = None,
    clinician: TreatedBy = None,
    begin: Begin = None,
    end: End = None,
    chart: AsPicture = False,
    for_: ForWhom = None,
    output: Output = None,
    force: Force = False,
    shown_as: ListingFormat = None,
) -> int:
    """Show what came of treatment: how many got better, recovered, got worse, and how goals and sessions went.

    Nothing is adjusted for how ill clients were at the start, and nobody is ranked. In what leaves, by -o or for the
    office, counts below `small_cells` (11) are hidden, and what would give them away.
    """
    whose = person_of(desk, clinician, "--clinician")
    stretch = _stretch(desk, begin, end)
    asked = OutcomesAsked(by, whose, *stretch, measure, chart=chart, reader=for_, output=output, shown_as=shown_as)
    asked.refuse_what_does_not_go_together(client)
    if client is not None:
        return _one(desk, client, shown_as)
    there = treatments_at(
        desk.practice, today=desk.today, origins=_origins(desk, by),
        watched=lambda files, total: desk.progress(files, total=total, doing="reading plans"),
    )  # fmt: skip
    found = [one for one in there.found if asked.takes(one)]
    only = _measure(desk, found, measure)
    if chart:
        draw_outcomes(desk, found, only, output, force=force)
    else:
        groups = [group_figures(name, members, only) for name, members in grouped(found, by).items()]
        told = Outcomes(_told(desk, asked, groups), there.faults, asked, desk.today)
        _put(desk, told, force=force)
    if chart or output:
        _tell_what_is_missing(desk, there.faults)
    return COULD_NOT if there.hides_something else 0


@dataclass(frozen=True, slots=True)
class OutcomesAsked:
    """The options that say of whom, told how, and to whom. Without `first` and `last` ended or not."""

    by: By
    clinician: str | None
    first: date | None
    last: date | None
    measure: str | None
    chart: bool
    reader: str | None
    output: Path | None
    shown_as: Format | None

    @property
    def leaves(self) -> bool:
        """Whether it is for others than those who treat."""
        return self.output is not None or self.reader is not None

    def refuse_what_does_not_go_together(self, client: str | None) -> None:
        """Raise where one option leaves nothing for another."""
        if self.reader not in {None, OFFICE}:
            raise UsageError("--for: figures are for those who treat, or for the office", f"--for {OFFICE}")
        if client is not None and self.leaves:
            raise UsageError("figures of one client are no statistics", f"goalctl report {client} --kind progress")
        if client is not None and self.chart:
            raise UsageError("a caseload's picture is not of one client", f"goalctl chart {client}")
        if client is not None and (option := self._chooses()):
            raise UsageError(f"{option} chooses among many, and {client} is one", f"goalctl outcomes {client}")
        if self.chart:
            self._refuse_what_is_no_picture()

    def _chooses(self) -> str:
        """The first option that says which treatments, or by what they are told; empty without any."""
        is_given = {
            "--by": self.by is not By.MEASURE,
            "--measure": self.measure is not None,
            "--clinician": self.clinician is not None,
            "--from or --to": self.first is not None,
        }
        return next((option for option, given in is_given.items() if given), "")

    def _refuse_what_is_no_picture(self) -> None:
        if self.reader:
            raise UsageError("each point of the picture is a client; the office has the figures", "leave out --chart")
        if self.by is not By.MEASURE:
            raise UsageError(f"the picture is of one measure and everyone, not by {self.by.value}", "leave out --by")
        if self.shown_as is not None:
            raise UsageError("--chart draws a picture, --format has its figures", "give only one of the two")

    def takes(self, one: Treatment) -> bool:
        """Whether the treatment is one of those that are asked for."""
        is_theirs = self.clinician in {None, one.clinician}
        if self.first is None or self.last is None:
            return is_theirs
        return is_theirs and one.ended is not None and self.first <= one.ended <= self.last

    @property
    def format(self) -> Format | None:
        """As stated, else as the file's name ends; None for what fits the place it goes to. No file holds a table."""
        if self.output is None or self.shown_as not in {None, Format.TABLE}:
            return self.shown_as
        return BY_ENDING.get(self.output.suffix.lower(), Format.PLAIN)


def _stretch(desk: Desk, begin: str | None, end: str | None) -> tuple[date | None, date | None]:
    """The days between which a treatment has to have ended; None where that is not asked."""
    if begin is None and end is None:
        return None, None
    first, last = stretch_back(begin, end, today=desk.today)
    return first or date.min, last


def _measure(desk: Desk, found: Sequence[Treatment], word: str | None) -> str | None:
    """The form that is meant; one that nobody filled in or planned is refused with those there are."""
    if word is None:
        return None
    there = dict.fromkeys(one.form for treatment in found for one in treatment.measured)
    try:
        meant = form_meant(word, desk.practice.forms).id
    except ScalarError as error:
        raise UsageError(f"--measure: {error}", error.hint) from None
    if meant not in there:
        hint = f"known here: {', '.join(sorted(there))}" if there else "nothing was filled in or planned yet"
        raise UsageError(f"--measure: nobody has {excerpt(word)} here", hint)
    return meant


def _one(desk: Desk, client: str, shown_as: Format | None) -> int:
    case, plan = readable_plan(desk, client)
    found = desk.case(plan).treatment()
    desk.answer(
        lambda: one_outcome_view(found, today=desk.today),
        lambda: treatment_document(found, faults_in(case), today=desk.today),
        shown_as,
    )
    return tell_errors(desk, case)


def _origins(desk: Desk, by: By) -> Origins:
    """Read only for what is told by them."""
    if by not in {By.AREA, By.TEMPLATE}:
        return NOWHERE
    from goalctl.workspace.shelves.origins import origins_at

    return origins_at(desk.root)


def _told(desk: Desk, asked: OutcomesAsked, groups: Iterable[GroupFigures]) -> list[GroupFigures]:
    """The figures that may be told to whom they are for."""
    least = desk.practice.settings.small_cells
    return [without_small_cells(group, least) if asked.leaves else group for group in groups]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The figures of every group that are told, and what is wrong with files."""

    groups: list[GroupFigures]
    faults: tuple[tuple[str, Fault], ...]
    asked: OutcomesAsked
    today: date

    def listing(self) -> Listing:
        """On lines."""
        return outcomes_view(self.groups, self.faults, self.asked.by, today=self.today, leaves=self.asked.leaves)

    def document(self) -> Mapping[str, object]:
        """For programs."""
        return outcomes_document(self.groups, self.faults, today=self.today, leaves=self.asked.leaves)


def _tell_what_is_missing(desk: Desk, faults: Iterable[tuple[str, Fault]]) -> None:
    """A picture has no row for it, and what leaves has a number alone."""
    for _, fault in faults:
        desk.say(f"not in it, or not wholly: {fault.where}: error {fault.code}: {fault.message}")


def _put(desk: Desk, told: Outcomes, *, force: bool) -> None:
    output, shown_as = told.asked.output, told.asked.format
    if output is None:
        desk.answer(told.listing, told.document, shown_as)
        return
    text = text_of(told.listing, told.document, shown_as)
    desk.write_out(output, text.encode(), force=force, written_as=kind_of(shown_as))
    desk.say(f"saved {output}")
