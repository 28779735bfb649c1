"""The one strict reader of YAML: from a text to plain values, in a single pass over parser events.

Every scalar stays text; a plain empty value, `~` and `null` are None. What a plan never needs is refused with its
place: see `CODES` in `text.py`, `E107` to `E119`. Limits are kept while events arrive, so nothing deep or endless is
ever built. What a syntax error may have meant is told in `slips.py`; types and field names are the model's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from yaml.scanner import ScannerError

from goalctl.documents.lookahead import deciding_part, end_of_deep_stretch
from goalctl.documents.parse_error import ParseError
from goalctl.documents.slips import slip
from goalctl.documents.text import (
    CONTROL_IN_VALUE,
    Remark,
    Remarks,
    control_name,
    line_at,
    remark_control_characters,
    start_of_words,
)
from goalctl.model.finding import Finding, Severity, Value

MAX_DEPTH = 20
MAX_VALUES = 200_000

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # only its events are asked for; C where it is built in
_ABSENT = frozenset({"", "~", "null"})
_BAD_KEYS = frozenset({*_ABSENT, "<<"})
_REFUSED = "<<"  # stands in for a key that was refused, so that its value has a place to go
_CUT = re.compile(r" #\w")  # looking at the character before it here would cost a tenth of all reading
_MARK = re.compile(r"[^\s,\[\]{}]*")
_MARK_CODES = {"E111", "E113"}

_Frame: TypeAlias = tuple[list[Value], dict[str, Value], dict[str, Event], str | None, bool]


class _EnoughError(Exception):
    """Reading stops here; the remark that says why has been made."""


def read_data(text: str) -> tuple[Value, list[Finding]]:
    """The values of a text without byte order mark, and every finding; None when there is an error among them.

    Never raises, whatever the text.
    """
    reader = _Reader(text)
    reader.read()
    return (None if reader.remarks.hold_an_error else reader.value), reader.remarks.findings()


def events(text: str) -> Iterator[Event]:
    """The parser events of a text that `read_data` accepts; positions in their marks count characters."""
    return iter(_PARSER(text).get_event, None)


def start_of(event: Event) -> int:
    """Where an event starts, in characters from the start of the text."""
    return event.start_mark.index if event.start_mark else 0


def end_of(event: Event) -> int:
    """Where an event ends; a block mapping or list ends only where the next token starts."""
    return event.end_mark.index if event.end_mark else 0


class _Reader:
    """Fills one list or mapping at a time: `items`, or `fields` when a key is expected or waits for its value."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.remarks = Remarks(text)
        self.top: list[Value] = []
        self.items = self.top
        self.fields: dict[str, Value] = {}
        self.keys: dict[str, Event] = {}
        self.key: str | None = None
        self.expects_key = False
        self.outer: list[_Frame] = []
        self.count = 0
        self.cuts = frozenset(cut.start() for cut in _CUT.finditer(text) if not text[cut.start() - 1].isspace())
        self.last: ScalarEvent | None = None

    @property
    def value(self) -> Value:
        return self.top[0] if self.top else None

    def read(self) -> None:
        try:
            self.take_events()
        except _EnoughError:
            return
        except yaml.MarkedYAMLError as error:
            self.remark_syntax(error)
        except (yaml.YAMLError, UnicodeEncodeError):  # the parser names only the first character, if any
            remark_control_characters(self.text, self.remarks)
        if self.value is None and not self.remarks.hold_an_error:
            self.remarks.add(Remark("E108", "the file is empty", 0, 0, "its first line may be: format: 1"))

    def take_events(self) -> None:
        handlers: dict[type[Event], Callable[[Any], None]] = {
            ScalarEvent: self.scalar,
            MappingStartEvent: self.start_mapping,
            MappingEndEvent: self.end,
            SequenceStartEvent: self.start_list,
            SequenceEndEvent: self.end,
            AliasEvent: self.alias,
            DocumentStartEvent: self.start_document,
            DocumentEndEvent: _pass_over,
            StreamStartEvent: _pass_over,
            StreamEndEvent: _pass_over,
        }
        try:
            for told, event in enumerate(events(self.text), 1):  # noqa: B007 - the error asks for it
                handlers[type(event)](event)
        except ScannerError as error:
            levels = MAX_DEPTH - len(self.outer)
            end = end_of_deep_stretch(self.text, error, levels)
            untold = islice(events(self.text[:end]), told, None)  # that the text begins is told before anything is read
            for event in deciding_part(untold, levels, end) if end else []:
                handlers[type(event)](event)
            raise

    def scalar(self, event: ScalarEvent) -> None:
        self.last = event
        value = event.value
        if event.tag or event.anchor or not value.isprintable():
            self.refuse_marks(event)
            self.refuse_control(event)
        if self.expects_key:
            if value in self.keys or value in _BAD_KEYS:
                self.refuse_key(event)
            self.keys.setdefault(value, event)
            self.key = value
            self.expects_key = False
            return
        if self.cuts:
            self.warn_of_cut(event)
        self.put(None if value in _ABSENT and not event.style else value, event)

    def put(self, value: Value, event: Event) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            self.refuse(event, "E117", f"the file holds more than {MAX_VALUES:,} values", "split it into several files")
            raise _EnoughError
        if self.key is None:
            self.items.append(value)
            return
        if value is None and ":" in self.key:
            self.refuse_key_without_space(self.key, event)
        self.fields[self.key] = value
        self.key = None
        self.expects_key = True

    def start_mapping(self, event: MappingStartEvent) -> None:
        fields: dict[str, Value] = {}
        self.start(fields, event)
        self.fields = fields
        self.keys = {}
        self.expects_key = True

    def start_list(self, event: SequenceStartEvent) -> None:
        items: list[Value] = []
        self.start(items, event)
        self.items = items
        self.expects_key = False

    def start(self, value: Value, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self.outer) == MAX_DEPTH:
            hint = "look for brackets or indentation doubled by mistake"
            self.refuse(event, "E116", f"nested more than {MAX_DEPTH} levels deep", hint)
            raise _EnoughError
        if event.tag or event.anchor:
            self.refuse_marks(event)
        if self.expects_key:
            hint = 'a key is one short text; put it in quotes if it starts with a bracket, as in "[a]": 1'
            self.refuse(event, "E114", "a key can't be a list or a mapping", hint)
            self.outer.append((self.items, self.fields, self.keys, _REFUSED, False))
        else:
            self.put(value, event)
            self.outer.append((self.items, self.fields, self.keys, None, self.expects_key))
        self.key = None

    def end(self, _: Event) -> None:
        self.items, self.fields, self.keys, self.key, self.expects_key = self.outer.pop()

    def alias(self, event: AliasEvent) -> None:
        name = f"*{event.anchor}"
        hint = f'write the value itself; if it is text, put it in quotes: "{start_of_words(name)} …"'
        self.refuse(event, "E111", f"{start_of_words(name)} points to another value; a plan can't do that", hint)
        if self.expects_key:
            self.key = _REFUSED
            self.expects_key = False
        else:
            self.put("", event)

    def start_document(self, event: DocumentStartEvent) -> None:
        if self.top:
            hint = "keep one plan in one file; delete the --- line"
            self.refuse(event, "E115", "a second document starts here", hint)
            raise _EnoughError

    def refuse(self, event: Event, code: str, message: str, hint: str) -> None:
        self.remarks.add(Remark(code, message, start_of(event), end_of(event), hint))

    def refuse_marks(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        """An anchor, a tag or both; they stand at the start of their value in either order."""
        for name, sign, code, word in ((event.anchor, "&", "E111", "anchor"), (event.tag, "!", "E113", "tag")):
            if not name:
                continue
            start = max(self.text.find(sign, start_of(event)), start_of(event))
            mark = _MARK.match(self.text, start)
            end = mark.end() if mark else start
            message = f"{start_of_words(self.text[start:end])} would be a YAML {word}; a plan can't use one"
            hint = "take it away; if it is text, put the whole value in quotes"
            self.remarks.add(Remark(code, message, start, end, hint))

    def refuse_control(self, event: ScalarEvent) -> None:
        """Line ends and tabs of a text in several lines can't be printed either, and may stand there."""
        found = CONTROL_IN_VALUE.search(event.value)
        if found is None:
            return
        name = control_name(found.group())
        hint = "take the \\… out; a plan holds only visible text"
        self.refuse(event, "E107", f"{name} is written in this text", hint)

    def refuse_key(self, event: ScalarEvent) -> None:
        """A key that stands twice or is empty; in quotes, `"null"` and `"<<"` are keys like others."""
        first = self.keys.get(event.value)
        if first is None and event.style and event.value:
            return
        if event.value == "<<" and not event.style:
            hint = "write the fields themselves here"
            self.refuse(event, "E112", "<< would merge another mapping in; a plan can't do that", hint)
        elif first is None:
            hint = 'write a key before the colon; put it in quotes if it is meant as text, as in "null": 1'
            self.refuse(event, "E114", "this key is empty", hint)
        elif self.remarks.is_full("E110"):  # counting lines for thousands of them would take minutes
            self.remarks.count("E110", 1)
        else:
            message = f"this key stands twice; first on line {line_at(self.text, start_of(first))}"
            self.refuse(event, "E110", message, "keep one of the two, or rename one")

    def refuse_key_without_space(self, key: str, event: Event) -> None:
        """`{g1:3}`: the value is missing right behind a key that holds a colon; `{g1:3: }` is meant as it is."""
        start = start_of(event) - len(key)
        if not self.text.startswith(key, start) or start < 0:
            return
        name, _, rest = key.partition(":")
        message = f"{start_of_words(key)} is read as a key without a value"
        hint = f"write {start_of_words(name)}: {start_of_words(rest)}, with a space"
        self.remarks.add(Remark("E118", message, start, start + len(key), hint))

    def warn_of_cut(self, event: ScalarEvent) -> None:
        if event.style or end_of(event) not in self.cuts:
            return
        start = end_of(event) + 1
        line_end = self.text.find("\n", start)
        message = "what follows # is a comment and no part of the text"
        hint = "if it belongs to the text, put the whole text in quotes; if not, write a space after #"
        end = line_end if line_end >= 0 else len(self.text)
        self.remarks.add(Remark("E119", message, start, end, hint, Severity.WARNING))

    def remark_syntax(self, error: yaml.MarkedYAMLError) -> None:
        parse_error = ParseError.of(self.text, error, self.last)
        if not self.remarks.on_line_of(parse_error.at, _MARK_CODES):
            self.remarks.add(slip(parse_error))


def _pass_over(_: Event) -> None:
    """The ends of documents and streams say nothing about values."""
