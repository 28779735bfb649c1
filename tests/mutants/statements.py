"""The statements of a module: where each stands, what it binds and what it names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_WITH_BODY = (ast.stmt, ast.ExceptHandler, ast.match_case)


@dataclass(frozen=True)
class Statement:
    """A simple statement, or the head of one with a body."""

    file: str
    first: int
    last: int
    end: int  # of the body of a function, else the same as last
    binds: frozenset[str]
    names: frozenset[str]
    at_import: bool


def statements_of(file: str, text: str) -> list[Statement]:
    """Every statement of a module, the inner ones after those around them."""
    return list(_inside(file, ast.parse(text), at_import=True))


def _inside(file: str, node: ast.AST, *, at_import: bool) -> Iterator[Statement]:
    for part in ast.iter_child_nodes(node):
        if isinstance(part, _WITH_BODY):
            head = [inner for inner in ast.iter_child_nodes(part) if not isinstance(inner, _WITH_BODY)]
            first, last = _reach(part, head)
            end = part.end_lineno if isinstance(part, _FUNCTIONS) else last
            yield Statement(file, first, last, end or last, _bound(part), _named(head), at_import)
            yield from _inside(file, part, at_import=at_import and not isinstance(part, _FUNCTIONS))


def _reach(node: ast.AST, head: list[ast.AST]) -> tuple[int, int]:
    """The first and the last line, decorators included and the body left out."""
    own = [node] if hasattr(node, "lineno") else []
    first = min(part.lineno for part in (*own, *_placed(head)))
    if not hasattr(node, "body"):
        return first, node.end_lineno
    return first, max(first, *(part.end_lineno for part in _placed(head)), *(part.lineno for part in own))


def _placed(parts: list[ast.AST]) -> list[ast.AST]:
    return [inner for part in parts for inner in ast.walk(part) if hasattr(inner, "lineno")]


def _bound(node: ast.AST) -> frozenset[str]:
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
        return frozenset([node.name])
    if isinstance(node, ast.Import | ast.ImportFrom):
        return frozenset(alias.asname for alias in node.names if alias.asname)
    stored = (part for part in ast.walk(node) if isinstance(getattr(part, "ctx", None), ast.Store))
    return frozenset(part.id for part in stored if isinstance(part, ast.Name))


def _named(head: list[ast.AST]) -> frozenset[str]:
    """Names that are read, attributes, keywords of calls, and what an import takes."""
    found = set()
    for part in (inner for outer in head for inner in ast.walk(outer)):
        match part:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name) | ast.alias(name=name, asname=str()):
                found.add(name)
            case ast.keyword(arg=str(name)):
                found.add(name)
    return frozenset(found)
