"""Data as many hands would write it: the same values in every style of YAML that a plan may come in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st

from goalctl.documents.read import read_data
from tests.conftest import LONG_RUN

LAW = settings(
    max_examples=int(LONG_RUN or 20),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)

KEYS = ["id", "g1.1", "note", "a b", "x: y", "null", "käse", "9", "-", "<<"]
TEXTS = [
    "g1",
    "-3",
    "PHQ-9 18",
    "10:00",
    "a: b",
    "goal #2",
    "null",
    "",
    "[x]",
    'say "no"',
    "one\ntwo\n",
    "one\n\n  two",
]
LONG_TEXTS = ["word " * 30 + "end", "two\n\n\n", "a\nb  c\n"]
LETTERS = "ab1 :#-\n\"'{}[],|>&*!%@`?~é\\"

texts = st.sampled_from(TEXTS) | st.sampled_from(LONG_TEXTS) | st.text(LETTERS, max_size=9)
values = st.recursive(
    st.none() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)
roots = st.dictionaries(st.sampled_from(KEYS), values, min_size=1, max_size=4)


@st.composite
def documents(draw):
    """A text in some hand, and its data."""
    data = draw(roots)
    hand = Hand(draw, draw(st.integers(1, 4)), draw(st.integers(0, 4)), draw(st.integers(2, 4)))
    text = "\n".join(hand.file(data))
    text += hand.one_of("", "\n", "\n", "\n")
    if hand.maybe(0, 0, 1):
        text = text.replace("\n", "\r\n")
    assume(read_data(text)[0] == data)  # a comment may have got into a block scalar
    return text, data


@dataclass
class Hand:
    """Someone who writes YAML, never twice the same way; `draw` makes the choices."""

    draw: st.DrawFn
    step: int
    dash: int
    item: int

    def one_of(self, *choices):
        return self.draw(st.sampled_from(choices))

    def maybe(self, *odds):
        return bool(self.one_of(*(odds or (0, 1))))

    def file(self, data):
        column = self.one_of(0, 0, 0, 2)
        head = self.one_of([], [], ["# a plan"], ["---"], ["%YAML 1.2", "---", "# a plan", ""])
        tail = self.one_of([], [], ["# the end"], ["...", "# - a: b"], ["", "  # the end", ""])
        is_flow = self.maybe(*[0] * 7, 1)
        body = (" " * column + self.flow(data, 0)).split("\n") if is_flow else self.block(data, column)
        return [*head, *body, *tail]

    def asides(self, column):
        if self.maybe(1, 1, 0):
            return []
        margins = st.sampled_from([None, None, 0, column, column, column + 1, column + 5])
        return [
            "" if margin is None else " " * margin + "# a: b - c" for margin in self.draw(st.lists(margins, max_size=3))
        ]

    def trail(self):
        return self.one_of("", "", "", "  # why, and: - when", " ")

    def block(self, value, column):
        entries = value.items() if isinstance(value, dict) else ((None, inner) for inner in value)
        lines = [line for key, inner in entries for line in [*self.entry(key, inner, column), *self.asides(column)]]
        while lines and not lines[-1].strip():
            lines.pop()
        return lines

    def entry(self, key, value, column):
        margin = " " * column
        if key is None:
            return self.behind(margin + "-", value, column, self.item)
        below = self.dash if isinstance(value, list) else self.step
        if self.maybe(*[0] * 8, 1):
            lines = [f"{margin}? {self.line(key)}{self.trail()}"]
            is_bare = value is None and self.maybe()
            return lines if is_bare else [*lines, *self.behind(margin + ":", value, column, max(below, 1))]
        return self.behind(f"{margin}{self.line(key)}:", value, column, below)

    def behind(self, lead, value, column, below):
        if not isinstance(value, dict | list):
            return self.scalar(lead, value, column)
        if not value or self.maybe():
            return f"{lead} {self.flow(value, column)}{self.trail()}".split("\n")
        inner = column + below
        lines = self.block(value, inner)
        if len(lead) == column + 1 and below > 1 and self.maybe(1, 1, 0):
            return [lead.ljust(inner) + lines[0][inner:], *lines[1:]]
        return [lead + self.trail(), *self.asides(inner), *lines]

    def scalar(self, lead, text, column):
        if text is None:
            return [lead + self.one_of("", " ~", " null") + self.trail()]
        if re.search(r"\w", text) and not re.search(r"^ +$", text, re.MULTILINE) and self.maybe():
            return self.literal(lead, text, column)
        if " " in text and _is_plain(text) and self.maybe():
            first, rest = text.split(" ", 1)
            return [f"{lead} {first}", " " * (column + 1) + rest + self.trail()]
        return [f"{lead} {self.line(text)}{self.trail()}"]

    def literal(self, lead, text, column):
        indent = self.one_of(1, 2, 4)
        body = text.rstrip("\n")
        newlines = len(text) - len(body)
        chomp = {0: "-", 1: self.one_of("", "+")}.get(newlines, "+")
        hint = str(indent) if text.lstrip("\n").startswith(" ") or self.maybe() else ""
        indicator = "|" if "\n" in body or "  " in body or self.maybe() else ">"
        lines = [" " * (column + indent) + line if line else "" for line in body.split("\n")]
        blank = [""] * (newlines - 1 if chomp == "+" else self.one_of(0, 0, 1, 2))
        return [f"{lead} {indicator}{hint}{chomp}{self.trail()}", *lines, *blank]

    def line(self, text, *, flow=False):
        quoted = json.dumps(text, ensure_ascii=False)
        single = "'" + text.replace("'", "''") + "'" if "\n" not in text else quoted
        plain = text if _is_plain(text) and not (flow and set(text) & set(",[]{}")) else quoted
        return self.one_of(plain, plain, quoted, single)

    def gap(self, column):
        return self.one_of("", "", "", " ", "\n" + " " * (column + 2), "  # a, b: c\n" + " " * (column + 1))

    def flow(self, value, column):
        if isinstance(value, dict):
            entries = [self.flow_pair(key, inner, column) for key, inner in value.items()]
        elif isinstance(value, list):
            entries = [self.flow_item(inner, column) for inner in value]
        else:
            return self.one_of("~", "null") if value is None else self.line(value, flow=True)
        inside = ("," + self.one_of("", " ", self.gap(column))).join(entries)
        comma = self.one_of("", "", ", ") if entries else ""
        first, last = "{}" if isinstance(value, dict) else "[]"
        return first + self.gap(column) + inside + self.gap(column) + comma + self.gap(column) + last

    def flow_pair(self, key, value, column):
        name = self.line(key, flow=True)
        if value is None:
            return name + self.one_of(": ", " ", ": null")
        return f"{name}: {self.flow(value, column)}"

    def flow_item(self, value, column):
        if isinstance(value, dict) and len(value) == 1 and self.maybe(1, 0, 0):
            ((key, inner),) = value.items()
            return f"{self.line(key, flow=True)}: {self.flow(inner, column)}"
        return self.flow(value, column)


def _is_plain(text):
    return bool(re.fullmatch(r"(?:-?\w[\w.+-]*)(?: [\w.+-]+)*", text)) and text != "null"


def unmarked(marked):
    """The text without the «» around one stretch of it, and where that stands: line, column, width."""
    start = marked.index("«")
    line, column = marked.count("\n", 0, start) + 1, start - marked.rfind("\n", 0, start)
    return marked.replace("«", "").replace("»", ""), (line, column, max(marked.index("»") - start - 1, 1))
