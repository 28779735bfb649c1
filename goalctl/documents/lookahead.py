"""What the YAML scanner had looked at, but not yet told, when it gave up.

To find out whether a bracket begins a key, the scanner reads on for up to 1,024 characters before it tells of that
bracket. An error in this stretch therefore comes before what stands in front of it, and so does libyaml's own limit of
1,000 open brackets (from 0.2.6 on). Our limit on nesting has to see the stretch first, or the answer would hang on the
parser's version and on line breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yaml import MarkedYAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event
from yaml.parser import ParserError
from yaml.scanner import ScannerError

_FARTHEST = 1024


def end_of_deep_stretch(text: str, error: ScannerError, levels: int) -> int | None:
    """Where the token at fault begins; None when no more than `levels` can open in the stretch before it."""
    mark = error.context_mark or error.problem_mark
    if mark is None:
        return None
    first = max(mark.index - _FARTHEST, 0)
    brackets = text.count("[", first, mark.index) + text.count("{", first, mark.index)
    return mark.index if 2 * brackets >= levels else None  # [a: [b: opens a list and a mapping with each bracket


def deciding_part(events: Iterable[Event], levels: int, end: int) -> Iterator[Event]:
    """The events of a text cut off at `end`, up to the one that opens more than `levels` or to what else is wrong.

    None at all when only its end is missing; raises what else is wrong after the events before it.
    """
    seen: list[Event] = []
    try:
        for event in events:
            seen.append(event)
            levels += isinstance(event, CollectionEndEvent) - isinstance(event, CollectionStartEvent)
            if levels < 0:
                yield from seen
                return
    except MarkedYAMLError as error:
        if not isinstance(error, ParserError) or (error.problem_mark and error.problem_mark.index < end):
            yield from seen
            raise
