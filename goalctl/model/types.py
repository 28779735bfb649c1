"""The scalar grammars as pydantic types, each with its one JSON Schema fragment, and the base of every model.

Nothing here coerces: a value arrives as the text the reader gave, or it is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from goalctl.model import frequency, ids, scalars
from goalctl.model.finding import Value
from goalctl.model.fragments import A_NUMBER, A_WHOLE, ANY_TEXT, CLOCK, DAY, STRETCH, nameless, pattern, unlisted
from goalctl.model.frequency import EverySessions
from goalctl.model.ids import IdKind
from goalctl.model.scalars import Duration, Hours, Parted, ScalarError, excerpt
from goalctl.model.zones import zone_from

_KINDS = {dict: "keys and values", list: "a list", type(None): "nothing"}


def refusal(error: ScalarError) -> PydanticCustomError:
    """A refusal as pydantic carries it: our code, our sentence, our hint."""
    context = {"message": str(error), "hint": error.hint}
    return PydanticCustomError(error.code, "{message}", context)


def wrong_shape(wanted: str, value: object, hint: str) -> ScalarError:
    """The refusal of a value that is a list, a mapping or a text where something else belongs."""
    return ScalarError("E121", f"{wanted} here, not {_KINDS.get(type(value), 'one value')}", hint)


_BY_PARTS = core_schema.plain_serializer_function_ser_schema(
    lambda value: value.by_name() if isinstance(value, Parted) else value, when_used="json"
)


@dataclass(frozen=True)
class Grammar:
    """Binds one reading function, and the schema fragment that says the same, to an annotated type.

    `is_new` says of a value as the file has it whether a reader of format 1 would refuse it.
    """

    read: Callable[[Any], Any]
    schema: dict[str, Any] = field(hash=False)
    text_only: bool = True
    is_new: Callable[[Any], bool] | None = None

    def _validate(self, value: object) -> object:
        try:
            if self.text_only and not isinstance(value, str):
                raise wrong_shape("one value belongs", value, "write it on one line, without keys or dashes")
            return self.read(value)
        except ScalarError as error:
            raise refusal(error) from None

    @property
    def core(self) -> CoreSchema:
        """The reading as pydantic-core has it."""
        return core_schema.no_info_plain_validator_function(self._validate, serialization=_BY_PARTS)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.core

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


@dataclass(frozen=True)
class Since:
    """Marks a key with the format that brought it; see `model/formats.py`."""

    format: int


NEW = Since(2)


_YES_NO = ["yes", "no"]
_OTHER_FLAGS = [form for word in scalars.FLAGS for form in (word, word.title(), word.upper()) if form not in _YES_NO]

Day = Annotated[date, Grammar(scalars.day_from, pattern(DAY, "2026-03-31"))]
Clock = Annotated[Hours, Grammar(scalars.hours_from, pattern(rf"{CLOCK}(\s*[-\u2013]\s*{CLOCK})?", "10:00-10:53"))]
Moment = Annotated[datetime, Grammar(scalars.moment_from, pattern(rf"({DAY})T{CLOCK}", "2026-02-02T11:20"))]
Whole = Annotated[int, Grammar(scalars.whole_from, A_WHOLE)]
Number = Annotated[float, Grammar(scalars.number_from, A_NUMBER)]
Flag = Annotated[
    bool, Grammar(scalars.flag_from, {"anyOf": [{"enum": _YES_NO, "title": "yes or no"}, unlisted(*_OTHER_FLAGS)]})
]
Text = Annotated[str, Grammar(scalars.text_from, ANY_TEXT)]
TimeZone = Annotated[str, Grammar(zone_from, pattern(r"[A-Za-z0-9_+/-]+", "Europe/London"))]
Stretch = Annotated[Duration, Grammar(scalars.duration_from, pattern(STRETCH, "6w"))]
Interval = Annotated[
    Duration | EverySessions, Grammar(frequency.interval_from, pattern(rf"{STRETCH}|(?!0+\D)\d{{1,3}} sessions?", "4w"))
]
Often = Annotated[
    frequency.Frequency,
    Grammar(
        frequency.frequency_from,
        pattern(frequency.regex(), "2w, 3 per week or as needed"),
        is_new=frequency.is_new_frequency,
    ),
]


def id_grammar(
    kind: IdKind, read: Callable[[str], Any] | None = None, is_new: Callable[[Any], bool] | None = None
) -> Grammar:
    """The grammar of a kind of id; `read` where it becomes more than its text."""
    schema = pattern(nameless(kind.regex), kind.example)
    also = {"type": ["string", "number"]} if kind.may_be_digits else {}
    return Grammar(read or kind.read, schema | also, is_new=is_new)


ClientId = Annotated[str, id_grammar(ids.CLIENT, ids.client_from)]
ProblemId = Annotated[str, id_grammar(ids.PROBLEM)]
GoalId = Annotated[str, id_grammar(ids.GOAL)]
ObjectiveId = Annotated[str, id_grammar(ids.OBJECTIVE)]
ScorableId = Annotated[str, id_grammar(ids.SCORABLE)]
InterventionId = Annotated[str, id_grammar(ids.INTERVENTION)]
FullInterventionId = Annotated[str, id_grammar(ids.FULL_INTERVENTION)]
HomeworkId = Annotated[str, id_grammar(ids.HOMEWORK, is_new=lambda text: not ids.NUMBERED_HOMEWORK.fits(str(text)))]
FormId = Annotated[str, id_grammar(ids.FORM)]
FormName = Annotated[
    ids.FormRef, id_grammar(ids.FORM_REF, ids.form_ref_from, lambda text: not ids.FORM.fits(str(text)))
]
SessionId = Annotated[str, id_grammar(ids.SESSION)]
WorkspaceId = Annotated[str, id_grammar(ids.WORKSPACE)]
EntryId = Annotated[str, id_grammar(ids.ENTRY)]
A_RATED_ID = pattern(f"({nameless(ids.SCORABLE.regex)})(@({nameless(ids.RATER.regex)}))?", "g1, g1.1 or g1@clinician")
RatedId = Annotated[ids.Rated, Grammar(ids.rated_from, A_RATED_ID)]


def _value_as_it_is(value: Value) -> Value:
    return value


AnyValue = Annotated[Any, Grammar(_value_as_it_is, {}, text_only=False)]


def only_what_is_given(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """The mapping without its empty values; two keys that mean the same are refused."""
    if not isinstance(value, dict):
        return handler(value)
    given = {key: item for key, item in value.items() if item is not None} if None in value.values() else value
    typed = handler(given)
    if len(typed) < len(given):
        raise refusal(ScalarError("E132", "two keys here mean the same", "keep one of them"))
    return typed


UniqueKeys = WrapValidator(only_what_is_given)


class OneOrMany(tuple[str, ...]):
    """One text, or a list of them."""

    __slots__ = ()


def _one_or_many(read: Callable[[str], str]) -> Callable[[Value], OneOrMany]:
    def read_all(value: Value) -> OneOrMany:
        items: Iterable[Value] = value if isinstance(value, list) else [value]
        return OneOrMany(read(_text_of(item)) for item in items)

    return read_all


def _text_of(value: Value) -> str:
    if not isinstance(value, str):
        raise wrong_shape("one value, or a list of them, belongs", value, "write p1, or [p1, p2]")
    return value


_PROBLEM = id_grammar(ids.PROBLEM).schema
ProblemIds = Annotated[
    OneOrMany,
    Grammar(
        _one_or_many(ids.PROBLEM.read),
        {"anyOf": [_PROBLEM, {"type": "array", "items": _PROBLEM}]},
        text_only=False,
        is_new=lambda value: isinstance(value, list),
    ),
]


class Word(StrEnum):
    """One of a few fixed words; a wrong one is answered with the list."""

    @classmethod
    def new_words(cls) -> frozenset[str]:
        """The words that a reader of format 1 does not know."""
        return frozenset()

    @classmethod
    def read(cls, text: str) -> Self:
        """The member that the text names."""
        if text in cls.__members__.values():
            return cls(text)
        words = ", ".join(member.value for member in cls)
        raise ScalarError("E129", f"'{excerpt(text)}' is not one of the words that can stand here", f"use {words}")


def words(kind: type[Word]) -> Grammar:
    """The grammar of a fixed set of words."""
    values: dict[str, Any] = {"enum": [member.value for member in kind]}
    is_boolean_too = not set(values["enum"]).isdisjoint(_YES_NO)  # to a loader of YAML 1.1
    schema = {"anyOf": [values, unlisted()]} if is_boolean_too else values
    return Grammar(kind.read, schema, is_new=lambda text: text in kind.new_words())


_KEYS: dict[type, frozenset[str]] = {}


class Record(BaseModel):
    """The base of everything in a plan: frozen, strict about keys, silent about `x-` keys and empty values.

    A name that is a word of Python's carries a trailing underscore that the file does not have (`from_` is `from`).
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        alias_generator=lambda name: name.rstrip("_"),
        arbitrary_types_allowed=True,
        defer_build=True,  # only the kind of file that is read gets its validator built: a third of the start-up
    )

    short_form: ClassVar[str] = ""
    """The key that a plain text stands for, where a record may be written as that alone."""

    @classmethod
    def unsaid(cls) -> Self:
        """One in which nothing is said, as a default; needs no validator, which takes long to build."""
        return cls.model_construct()  # type: ignore[return-value] # what pydantic tells mypy forgets whose it is

    @classmethod
    def known_keys(cls) -> frozenset[str]:
        """The keys as a file has them, and as Python has them, which are the same but for words of Python's."""
        if cls not in _KEYS:
            aliases = (info.alias for info in cls.__pydantic_fields__.values() if info.alias)
            _KEYS[cls] = frozenset({*cls.__pydantic_fields__, *aliases})
        return _KEYS[cls]

    @classmethod
    def keys_in_order(cls) -> tuple[str, ...]:
        """The keys as a file has them, as the record lists them."""
        return tuple(info.alias or name for name, info in cls.model_fields.items())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A record with a short form may stand there as that alone."""
        made = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [dict(ANY_TEXT), made]} if cls.short_form else made

    @model_validator(mode="before")
    @classmethod
    def _only_what_is_said(cls, data: object) -> object:
        if isinstance(data, Mapping):
            known = cls.known_keys()  # an unknown key is told even when it is empty, as in {name: a, b}
            if data.keys() <= known and None not in data.values():
                return data
            ours = {key: value for key, value in data.items() if not key.startswith("x-")}
            return {key: value for key, value in ours.items() if value is not None or key not in known}
        if isinstance(data, cls):
            return data
        if cls.short_form and isinstance(data, str):
            return {cls.short_form: data}
        raise refusal(wrong_shape("keys with values belong", data, "write them as key: value, one a line"))
