"""The numbers of a form or an audit profile that mean something: points, scales, bands, cut-offs, times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import yaml

_NUMBER = re.compile(r"""["']?(?:[<>]=?|[=!]=)?\s*-?(?P<digits>\d+(?:\.\d+)?)[dwmy]?["']?""")
_NO_THRESHOLDS = {"format", "version", "every", "verified_on"}  # what a file is and how often it is asked for


def numbers_in(text: str) -> list[tuple[int, int]]:
    """Where the digits of each number begin and end, in the order of the file: `10` of `">= 10"`, `14` of `14d`."""
    root = yaml.compose(text, yaml.CSafeLoader)
    found = []
    for node in _scalars(root):
        match = _NUMBER.fullmatch(text, node.start_mark.index, node.end_mark.index)
        if match:
            found.append(match.span("digits"))
    return sorted(set(found))


def with_number_moved(text: str, nth: int, *, up: bool) -> str:
    """The text with its nth number one step up or down, a step being 1 in its last digit."""
    begin, end = numbers_in(text)[nth]
    number = Decimal(text[begin:end])
    step = Decimal(1).scaleb(number.as_tuple().exponent)
    return f"{text[:begin]}{number + step if up else number - step}{text[end:]}"


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _scalars(part)
    else:
        for key, value in node.value:
            if key.value not in _NO_THRESHOLDS:
                yield from _scalars(key)
                yield from _scalars(value)
