"""What is known of an instrument beside its scores: how a sheet is entered, who may use it, who checked its facts."""

from typing import Annotated, ClassVar

from goalctl.model.fact import Fact
from goalctl.model.measure import Scale
from goalctl.model.types import Day, Number, Record, Text, Word, words


class Wording(Word):
    """What its holder allows with the wording of the questions: to copy it, to ask first, never into a program."""

    FREE = "free"
    ASK = "ask"
    BARRED = "barred"


class Licence(Record):
    """The terms of use, where and when they were read, and the day to look again; a plain text is the terms alone."""

    short_form: ClassVar[str] = "terms"

    terms: Text
    wording: Annotated[Wording, words(Wording)] = Wording.ASK
    source: Text | None = None
    read: Day | None = None
    again: Day | None = None


class Variant(Fact):
    """Another scoring of the same sheet that is in use: which totals it gives, and how one becomes a total here.

    A total there, times `times`, plus `plus`, is the total here.
    """

    name: Text
    totals: Scale
    times: Number = 1.0
    plus: Number = 0.0

    def has(self, total: float) -> bool:
        """Whether such a scoring can give that total."""
        low, high = self.totals
        return low <= total and (high is None or total <= high) and not total % 1

    def here(self, total: float) -> float:
        """The same sheet's total by this form's scoring."""
        return total * self.times + self.plus


class FactKind(Word):
    """The kinds of fact that a form states; each is checked by itself."""

    ITEMS = "items"
    ANSWERS = "answers"
    TOTAL = "total"
    REVERSED = "reversed"
    SUBSCALES = "subscales"
    TABLE = "table"
    BANDS = "bands"
    CUT_OFFS = "cut_offs"
    CRITERIA = "criteria"
    RISK = "risk"
    MISSING = "missing"
    CHANGE = "change"
    NORMS = "norms"
    LICENCE = "licence"


class EnteredAgain(Record):
    """Who entered facts once more from public sources without looking at the form, when, and which were found alike."""

    by: Text
    on: Day
    facts: tuple[Annotated[FactKind, words(FactKind)], ...] = ()


class Checked(Record):
    """Who compared the facts with a second source, and when.

    What is in neither list was found alike in two sources; `one_source` has only its own, `unsourced` none that was
    read.
    """

    by: Text
    on: Day
    sources: tuple[Text, ...] = ()
    one_source: tuple[Annotated[FactKind, words(FactKind)], ...] = ()
    unsourced: tuple[Annotated[FactKind, words(FactKind)], ...] = ()
    entered_again: EnteredAgain | None = None
