"""Which mutants there are, and which of them a seed draws.

A mutant is one small change to one file: an operator of Cosmic Ray at one place of a Python module, or a number of a
form or an audit profile one step up or down.
"""

from __future__ import annotations

import difflib
import random
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

from tests.mutants.yaml_numbers import numbers_in, with_number_moved

MODULES = ("goalctl/analysis", "goalctl/rules", "goalctl/documents")
TABLES = ("goalctl/library/forms", "goalctl/library/profiles")
MOVED = "number moved"
IDENTITY = {"Is", "IsNot"}
_SILENT = {"name", "newline", "string", "endmarker"}  # leaves that no operator touches
_PUNCTUATION = {*"()[]{},.:=", "->"}
_FORBIDDING = {"frozen", "slots", "init", "strict"}
_EXAMPLES = {"good", "bad"}
_ANNOTATION_IN = {"annassign": 1, "tfpdef": 2}  # which child is the annotation


@dataclass(frozen=True)
class Change:
    """One change that could be made: the nth place in the file where the operator fits."""

    file: str
    operator: str
    place: int


@dataclass(frozen=True)
class Mutant:
    """A change with what the file says before and after it."""

    change: Change
    before: str
    after: str

    @property
    def file(self) -> str:
        return self.change.file

    @cached_property
    def _hunk(self) -> tuple[int, list[str], list[str]]:
        """Where the lines that differ begin, counted from 0, and the lines before and after."""
        before, after = self.before.splitlines(), self.after.splitlines()
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        _, first, last, begin, end = next(part for part in matcher.get_opcodes() if part[0] != "equal")
        while first < last - 1 and not before[first].strip():
            first += 1
        return first, before[first:last], after[begin:end]

    @property
    def line(self) -> int:
        """The first line that differs, counted from 1; a blank one before it doesn't count."""
        return self._hunk[0] + 1

    @property
    def was(self) -> str:
        """The changed lines as they are, without their indentation."""
        return "\n".join(line.strip() for line in self._hunk[1])

    @property
    def becomes(self) -> str:
        """The changed lines as the mutant has them; nothing where it takes them out."""
        return "\n".join(line.strip() for line in self._hunk[2])


def every_change(tree: Path, only: str = "") -> Iterator[Change]:
    """Everything that could be changed in the files whose path begins with `only`, in a fixed order."""
    for folder in MODULES:
        for path in sorted((tree / folder).rglob("*.py")):
            file = path.relative_to(tree).as_posix()
            if file.startswith(only):
                yield from _changes_of_module(file, path.read_text(encoding="utf-8"))
    for folder in TABLES:
        for path in sorted((tree / folder).glob("*.yaml")):
            file = path.relative_to(tree).as_posix()
            if file.startswith(only):
                places = 2 * len(numbers_in(path.read_text(encoding="utf-8")))
                yield from (Change(file, MOVED, place) for place in range(places))


def drawn(tree: Path, seed: int, number: int, only: str = "") -> Iterator[Mutant]:
    """So many mutants, each change as likely as any other; those that are no Python are drawn again."""
    changes = list(every_change(tree, only))
    order = random.Random(seed).sample(changes, len(changes))  # noqa: S311 - no secret
    mutants = (mutant for change in order if _compiles(mutant := mutant_of(tree, change)))
    yield from (mutant for mutant, _ in zip(mutants, range(number), strict=False))


def mutant_of(tree: Path, change: Change) -> Mutant:
    """The change carried out on the text of its file; nothing is written."""
    before = (tree / change.file).read_text(encoding="utf-8")
    if change.operator == MOVED:
        return Mutant(change, before, with_number_moved(before, change.place // 2, up=change.place % 2 == 0))
    operator = cosmic_ray.plugins.get_operator(change.operator)()
    return Mutant(change, before, mutate_code(before, operator, change.place) or before)


def _changes_of_module(file: str, text: str) -> Iterator[Change]:
    operators = [(name, cosmic_ray.plugins.get_operator(name)()) for name in _operator_names()]
    places: Counter[str] = Counter()
    for node in ast_nodes(get_ast(text)):
        if node.type in _SILENT or getattr(node, "value", None) in _PUNCTUATION:
            continue
        for name, operator in operators:
            for _ in operator.mutation_positions(node):
                if not any(is_none(node) for is_none in _LEFT_OUT):
                    yield Change(file, name, places[name])
                places[name] += 1


def _operator_names() -> list[str]:
    """All operators of Cosmic Ray that need no arguments and make a difference that a test can see."""
    names = [name for name in cosmic_ray.plugins.operator_names() if not _is_left_to_chance(name)]
    return [name for name in names if not cosmic_ray.plugins.get_operator(name).arguments()]


def _is_left_to_chance(name: str) -> bool:
    """Equal values may or may not be one object, members of an enum have no order: `is` only becomes `is not`."""
    return len(IDENTITY.intersection(name.split("_")[1:])) == 1


def _is_in_annotation(node) -> bool:
    """Annotations are the type checker's business: with deferred evaluation most are never run."""
    child, parent = node, node.parent
    while parent is not None:
        place = _ANNOTATION_IN.get(parent.type)
        if (place and child is parent.children[place]) or (parent.type == "funcdef" and child is parent.annotation):
            return True
        child, parent = parent, parent.parent
    return False


def _parts_parameters(node) -> bool:
    """The bare `*` of a signature, which Cosmic Ray takes for a product."""
    return node.type == "operator" and node.parent.type in {"parameters", "lambdef"}


def _forbids_only(node) -> bool:
    """What only forbids what no code does: a dataclass that is frozen or has slots, a zip of unlike lengths …"""
    return node.parent.type == "argument" and _keyword(node.parent) in _FORBIDDING


def _is_in_example(node) -> bool:
    """What a rule shows as good and bad is the data of its tests: another bad example is still one."""
    while node is not None and not (node.type == "argument" and _keyword(node) in _EXAMPLES):
        node = node.parent
    return node is not None


def _keyword(argument) -> str:
    return getattr(argument.children[0], "value", "")


def _is_in_protocol(node) -> bool:
    """What a class only has to have is the type checker's business too."""
    while node is not None and node.type != "classdef":
        node = node.parent
    return node is not None and getattr(node.get_super_arglist(), "value", "") == "Protocol"


_LEFT_OUT = (_is_in_annotation, _is_in_protocol, _parts_parameters, _forbids_only, _is_in_example)


def _compiles(mutant: Mutant) -> bool:
    if mutant.before == mutant.after:
        return False
    if mutant.change.operator == MOVED:
        return True
    with warnings.catch_warnings(action="error"):  # `is` with a literal would fail its import for the warning alone
        try:
            compile(mutant.after, mutant.file, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return False
    return True
