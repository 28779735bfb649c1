"""One dated entry of the append-only log, with its scores, forms, risk record, corrections and signatures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, ValidationError, model_validator

from goalctl.model.finding import Value
from goalctl.model.scalars import ScalarError, number_from, text_from
from goalctl.model.types import (
    NEW,
    AnyValue,
    Clock,
    Day,
    EntryId,
    Flag,
    FormName,
    FullInterventionId,
    Grammar,
    HomeworkId,
    Moment,
    Number,
    RatedId,
    Record,
    ScorableId,
    SessionId,
    Text,
    UniqueKeys,
    Whole,
    Word,
    refused,
    words,
    wrong_shape,
)


class Kind(Word):
    """What kind of entry it is."""

    SESSION = "session"
    INTAKE = "intake"
    REVIEW = "review"
    PHONE = "phone"
    CRISIS = "crisis"
    OUTREACH = "outreach"
    GROUP = "group"
    JOURNAL = "journal"
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"

    @classmethod
    def new_words(cls) -> frozenset[str]:
        """Contacts in a crisis and tries to reach somebody came with format 2."""
        return frozenset({cls.CRISIS.value, cls.OUTREACH.value})

    @property
    def client_was_seen(self) -> bool:
        """False for an appointment that did not take place, a try to reach the client, and a journal entry."""
        return self not in {Kind.NO_SHOW, Kind.CANCELLED, Kind.OUTREACH, Kind.JOURNAL}

    @property
    def was_missed(self) -> bool:
        """Whether it is an appointment that did not take place."""
        return self in {Kind.NO_SHOW, Kind.CANCELLED}


class Setting(Word):
    """Where it took place."""

    OFFICE = "office"
    VIDEO = "video"
    PHONE = "phone"
    HOME = "home"
    OTHER = "other"


class Done(Word):
    """Whether homework was done."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered on a form: by position, by item, or a total with a few items beside it.

    An answer is text, typed by the form's item; None is a skipped item. `text` is a bare value, or a total, as it
    stands there where the number does not say it: digits in a row, leading zeros. What it means, the form tells.
    """

    by_position: tuple[str | None, ...] | None = None
    by_item: Mapping[str, str | None] | None = None
    total: float | None = None
    text: str | None = None


def answers_from(value: Value) -> Answers:
    """The answers that a plan's value holds; a bare value that is no number is kept as text for the form to read."""
    if isinstance(value, str):
        return _bare(value)
    if isinstance(value, list):
        return Answers(by_position=tuple(_answer(answer) for answer in value))
    if not isinstance(value, dict):
        raise wrong_shape("the answers belong", value, "write a list, a total, or {q1: 2, q2: 0}")
    total = _answer(value.get("total"))
    items = {item: _answer(answer) for item, answer in value.items() if item != "total"}
    return Answers(by_item=items, total=None if total is None else number_from(total), text=_as_written(total))


def _bare(text: str) -> Answers:
    try:
        return Answers(total=number_from(text), text=_as_written(text))
    except ScalarError:
        return Answers(text=text)


def _as_written(text: str | None) -> str | None:
    """The text of a number with leading zeros, which the number loses."""
    return text if text and re.match(r"[+-]?0\d", text) else None


def _answer(value: Value) -> str | None:
    if isinstance(value, dict | list):
        raise wrong_shape("one answer belongs", value, "write one value for each item")
    return value


def _is_new_digest(text: object) -> bool:
    return str(text).startswith("2:")


_ANSWERS_SCHEMA: dict[str, Any] = {
    "type": ["number", "string", "array", "object"],
    "examples": [[2, 2, 3, 2, 1, 2, 2, 1, 1], 14, {"total": 14, "q9": 1}],
}
FormAnswers = Annotated[Answers, Grammar(answers_from, _ANSWERS_SCHEMA, text_only=False)]


Digest = Annotated[
    str, Grammar(text_from, {"type": ["string", "number"], "examples": ["2:9ad03e1c5b7f2a90"]}, is_new=_is_new_digest)
]
Scores = Annotated[dict[RatedId, Number], UniqueKeys]


class Concern(Word):
    """What risk is about."""

    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    HARM_TO_OTHERS = "harm to others"
    HARM_FROM_OTHERS = "harm from others"
    WITHDRAWAL = "withdrawal"


class Risk(Record):
    """What was asked about risk and of whom, found, decided, who was consulted and when to follow up.

    `recent` says whether a behaviour was within the last three months. What stands in `close` is closed without asking
    (handed over, unreachable, entry error), and `because` says why.
    """

    who: Annotated[Text | None, NEW] = None
    concern: Annotated[Annotated[Concern, words(Concern)] | None, NEW] = None
    asked_because: Text | None = None
    ideation: Text | None = None
    recent: Annotated[Flag | None, NEW] = None
    plan: Text | None = None
    intent: Text | None = None
    means: Text | None = None
    behaviour: Text | None = None
    harm_to_others: Text | None = None
    protective: tuple[Text, ...] = ()
    level: Text | None = None
    done: tuple[Text, ...] = ()
    consulted: Text | None = None
    follow_up: Day | None = None
    close: Annotated[tuple[Annotated[Concern, words(Concern)], ...], NEW] = ()
    because: Annotated[Text | None, NEW] = None
    note: Text | None = None


class Homework(Record):
    """Something to do until the next session."""

    id: HomeworkId
    for_: ScorableId | None = None
    task: Text
    due: Day | None = None


class Signature(Record):
    """Who signed an entry, when, and the digest of what was signed."""

    by: Text
    on: Day
    of: Digest | None = None
    role: Text | None = None


class Amendment(Record):
    """A correction that keeps the original: which fields read differently from now on, and why."""

    id: Annotated[EntryId | None, NEW] = None
    on: Day
    written: Annotated[Moment | None, NEW] = None
    by: Text | None = None
    set_: dict[str, AnyValue]
    because: Text


class Void(Record):
    """The mark on an entry that belongs elsewhere or should not count.

    With `other_client` the entry is about somebody else, and no document may hold it.
    """

    on: Day
    written: Annotated[Moment | None, NEW] = None
    by: Text | None = None
    because: Text
    other_client: Annotated[Flag | None, NEW] = None


class Session(Record):
    """One entry of the log. `current` is how it reads after its amendments."""

    id: SessionId | None = None
    date: Day
    time: Clock | None = None
    minutes: Whole | None = None
    by: Text | None = None
    kind: Annotated[Kind, words(Kind)] = Kind.SESSION
    place: Annotated[Setting, words(Setting)] | None = None
    client_at: Annotated[Text | None, NEW] = None
    present: tuple[Text, ...] = ()
    group: Text | None = None
    cpt: tuple[Text, ...] = ()
    scores: Scores = Field(default_factory=dict)
    forms: Annotated[dict[FormName, FormAnswers], UniqueKeys] = Field(default_factory=dict)
    risk: Risk | None = None
    worked_on: tuple[ScorableId, ...] = ()
    used: tuple[FullInterventionId, ...] = ()
    response: Text | None = None
    note: Text | None = None
    note_file: Text | None = None
    homework: tuple[Homework, ...] = ()
    homework_done: Annotated[dict[HomeworkId, Annotated[Done, words(Done)]], UniqueKeys] = Field(default_factory=dict)
    next: Day | None = None
    confidential: Annotated[Flag | None, NEW] = None
    written: Moment | None = None
    signed: tuple[Signature, ...] = ()
    amended: tuple[Amendment, ...] = ()
    void: Void | None = None

    _current: "Session | None" = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _read_with_amendments(cls, data: Any, handler: "ModelWrapValidatorHandler[Session]") -> "Session":  # noqa: ANN401 - pydantic's signature
        session = handler(data)
        if session.amended and isinstance(data, dict):
            try:
                session._current = handler(amended_data(data, session.amended))  # noqa: SLF001 - its own
            except ValidationError as error:
                raise refused(_amendment_error(error)) from None
        return session

    @property
    def current(self) -> "Session":
        """The entry as its amendments say; itself when there are none."""
        return self._current or self

    @property
    def length(self) -> int | None:
        """Minutes, as stated or from start and end."""
        return self.minutes if self.minutes is not None else self.time.minutes if self.time else None

    @property
    def known_as(self) -> tuple[str, ...]:
        """What tells it apart from every other entry: its id, else day, time, writer and kind."""
        return (self.id,) if self.id else (self.date.isoformat(), str(self.time or ""), self.by or "", self.kind.value)


def _amendment_error(error: ValidationError) -> ScalarError:
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"] if part != "[key]")
    return ScalarError("E134", f"an amendment does not fit: {field}: {first['msg']}", "mend the amendment's `set`")


_NESTED = {"scores", "forms", "homework_done", "risk"}


def amended_data(data: Mapping[str, Value], amendments: tuple[Amendment, ...]) -> dict[str, Value]:
    """The entry's plain values with every amendment applied in order; the given values stay as they are.

    `scores.g1.1` sets the score of g1.1, `note` the note; an empty value takes the field away.
    """
    changed: dict[str, Value] = dict(data)
    for amendment in amendments:
        for field, value in amendment.set_.items():
            outer, dot, inner = field.partition(".")
            if dot and outer in _NESTED:
                fields = changed.get(outer)
                changed[outer] = {**(fields if isinstance(fields, dict) else {}), inner: value}
            else:
                changed[field] = value
    return changed


_RATED_KEYS: Any = {"^g[1-9][0-9]*(\\.[1-9][0-9]*)?(@[a-z][a-z0-9-]*)?$": {"type": ["number", "string", "null"]}}


class DiaryEntry(Record):
    """Scores of one day between sessions, given by the client; in the file they stand beside the date, by their id."""

    model_config = ConfigDict(json_schema_extra={"patternProperties": _RATED_KEYS})

    date: Day
    note: Text | None = None
    by: Text | None = None
    scores: Scores = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _scores_apart(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        plain = {key: value for key, value in data.items() if key in {"date", "note", "by"} or not _is_rated(key)}
        scores = {key: value for key, value in data.items() if key not in plain and value is not None}
        return {**plain, "scores": scores} if scores else plain


def _is_rated(key: str) -> bool:
    return key.startswith("g") and key[1:2].isdigit()


def entry_order(session: Session, place: int) -> tuple[date, str, int]:
    """The order of the log: date, time, place in the file."""
    return session.date, f"{session.time.start:%H:%M}" if session.time else "", place
