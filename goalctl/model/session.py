"""One dated entry of the append-only log, with its scores, forms, risk record, corrections and signatures."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    model_validator,
)

from goalctl.model.answers import Figures, FormAnswers
from goalctl.model.finding import Value, fields_in
from goalctl.model.scalars import ScalarError, text_from
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
    refusal,
    words,
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
    def is_between_sessions(self) -> bool:
        """Whether it is a call or a contact in a crisis, which no appointment was made for."""
        return self in {Kind.PHONE, Kind.CRISIS}

    @property
    def client_came(self) -> bool:
        """Whether it is a session held: the client was there, by video or telephone too. A call is none."""
        return self.client_was_seen and not self.is_between_sessions

    @property
    def is_sitting(self) -> bool:
        """Whether the plan is worked on in it; not in an intake, a call or a journal entry."""
        return self in {Kind.SESSION, Kind.GROUP, Kind.REVIEW}

    @property
    def did_not_take_place(self) -> bool:
        """Whether it is an appointment that nobody held: the client did not come, or it was cancelled before."""
        return self in {Kind.NO_SHOW, Kind.CANCELLED}

    @property
    def client_was_absent(self) -> bool:
        """Whether nothing can have been asked in it: an appointment that nobody held, or a try to reach the client."""
        return self.did_not_take_place or self is Kind.OUTREACH


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


def _is_new_digest(text: object) -> bool:
    return str(text).startswith("2:")


Digest = Annotated[str, Grammar(text_from, {"type": ["string", "number"]}, is_new=_is_new_digest)]


Scores = Annotated[dict[RatedId, Number], Figures]


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


WITHHELD = "it is about another client and is left out of every document"


class Void(Record):
    """The mark on an entry that belongs elsewhere or should not count.

    With `other_client` the entry is about somebody else, and no document may hold it.
    """

    on: Day
    written: Annotated[Moment | None, NEW] = None
    by: Text | None = None
    because: Text
    other_client: Annotated[Flag | None, NEW] = None

    @property
    def told(self) -> str:
        """Why, as a document says it: the reason of what is about somebody else may name them, and is withheld too."""
        return WITHHELD if self.other_client else self.because


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
    forms: Annotated[dict[FormName, FormAnswers], Figures] = Field(default_factory=dict)
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
    received: Annotated[Text | None, NEW] = None
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
                raise refusal(_amendment_error(error)) from None
        return session

    @property
    def current(self) -> "Session":
        """The entry as its amendments say; itself when there are none."""
        return (self._current or self) if self.amended else self  # to look for what pydantic keeps apart takes long

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
    wrong = _WRONG.get(first["type"], first["msg"])
    return ScalarError("E134", f"an amendment does not fit: {field}: {wrong}", "mend the amendment's `set`")


_WRONG = {"missing": "an entry can't be without it", "extra_forbidden": "an entry has no such key"}
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
                changed[outer] = {**fields_in(fields), inner: value}
            else:
                changed[field] = value
    return changed


def entry_order(session: Session, place: int) -> tuple[date, str, int]:
    """The order of the log: date, time, place in the file."""
    return session.date, f"{session.time.start:%H:%M}" if session.time else "", place
