"""What another program's table means: its columns, its clients, its words, and how it writes days and numbers."""

from typing import Annotated

from pydantic import Field

from goalctl.model.types import ClientId, Record, Text, UniqueKeys, Whole, Word, words


class DayOrder(Word):
    """In which order a table writes a day, where that does not begin with the year."""

    ISO = "iso"
    DMY = "dmy"
    MDY = "mdy"


class Decimal(Word):
    """What stands before the decimals of a number."""

    POINT = "."
    COMMA = ","


class LongTable(Record):
    """A table with one row for each value: the column that names it, and the column that holds it."""

    field: Text
    value: Text


class TableMap(Record):
    """A mapping, as `import --map` takes it.

    `columns` says what a head means: a column of goalctl, `phq-9.q1`, `g1`, or `-` for none; `*` in a head stands for
    anything. `set` holds for every row. `clients` are another program's ids, `answers` its words for the answers of a
    form, `missing` its words for nothing.
    """

    format: Whole = 1
    mapping: Text
    name: Text
    about: Text | None = None
    sources: tuple[Text, ...] = ()
    columns: Annotated[dict[Text, Text], UniqueKeys] = Field(default_factory=dict)
    set_: Annotated[dict[Text, Text], UniqueKeys] = Field(default_factory=dict)
    long: LongTable | None = None
    clients: Annotated[dict[Text, ClientId], UniqueKeys] = Field(default_factory=dict)
    answers: Annotated[dict[Text, Annotated[dict[Text, Text], UniqueKeys]], UniqueKeys] = Field(default_factory=dict)
    missing: tuple[Text, ...] = ()
    dates: Annotated[DayOrder, words(DayOrder)] = DayOrder.ISO
    decimal: Annotated[Decimal, words(Decimal)] = Decimal.POINT

    def over(self, other: "TableMap") -> "TableMap":
        """This mapping over another: what it says itself holds, and what it does not say the other does."""
        stated = {name: getattr(self, name) for name in self.model_fields_set}
        joined = {
            name: {**getattr(other, name), **getattr(self, name)} for name in ("columns", "set_", "clients", "answers")
        }
        return other.model_copy(update={**stated, **joined, "missing": (*other.missing, *self.missing)})
