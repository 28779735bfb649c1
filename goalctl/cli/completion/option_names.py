"""The options of a command, read off its source: importing a command loads models, which TAB has no time for.

An option is a parameter annotated with `typer.Option`, here or under a name that was defined or imported.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent.parent
_PACKAGE = "goalctl.cli"


def options_of(module: str, command: str) -> dict[str, bool]:
    """The long options of a command of that module, each with whether a value follows; `--help` is one of them."""
    function = _function(_tree(module), command)
    found: dict[str, bool] = {}
    if function is not None:
        for argument in function.args.args:
            annotation = _annotation(argument.annotation, module)
            if option := _option_call(annotation):
                found |= dict.fromkeys(_names(option, argument.arg), not _is_flag(annotation))
    return found | {"--help": False}


@cache
def _tree(module: str) -> ast.Module:
    path = _HERE / f"{module.removeprefix(_PACKAGE + '.').replace('.', '/')}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def _function(tree: ast.Module, command: str) -> ast.FunctionDef | None:
    """The function behind a command: the one called `command`, or the one registered under its name."""
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    named = next((one for one in functions if command in _registered_names(one)), None)
    return named or next((one for one in functions if one.name == "command"), None)


def _registered_names(function: ast.FunctionDef) -> set[str]:
    """The names under which `@app.command(…)` or `@app.callback()` registers it; the callback's is the empty one."""
    names: set[str] = set()
    for call in function.decorator_list:
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            if call.func.attr == "callback":
                names.add("")
            elif call.func.attr == "command":
                stated = [node.value for node in call.args if isinstance(node, ast.Constant)]
                names.add(str(stated[0]) if stated else function.name)
    return names


def _annotation(node: ast.expr | None, module: str) -> ast.expr | None:
    """The annotation itself, where a name stands for it."""
    match node:
        case ast.Name(id=name):
            return _definition(name, module)
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return _definition(name, _module_called(owner, module))
        case _:
            return node


def _module_called(name: str, module: str) -> str:
    """The module that a name stands for, as in `from goalctl.cli import session_options as given`."""
    found = (
        _original_name(name, node)
        for node in _tree(module).body
        if isinstance(node, ast.ImportFrom) and node.module == _PACKAGE
    )
    return next((f"{_PACKAGE}.{original}" for original in found if original), module)


def _definition(name: str, module: str) -> ast.expr | None:
    """What a name stands for in a module, or where that has it from."""
    for node in _tree(module).body:
        if isinstance(node, ast.Assign) and name in {one.id for one in node.targets if isinstance(one, ast.Name)}:
            return node.value
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PACKAGE):
            original = _original_name(name, node)
            if original is not None:
                return _definition(original, str(node.module))
    return None


def _original_name(name: str, node: ast.ImportFrom) -> str | None:
    """What the import calls the thing that goes by this name here; None when it brings no such name."""
    return next((one.name for one in node.names if (one.asname or one.name) == name), None)


def _option_call(annotation: ast.expr | None) -> ast.Call | None:
    """`typer.Option(…)` inside `Annotated[…]`."""
    if not isinstance(annotation, ast.Subscript) or not isinstance(annotation.slice, ast.Tuple):
        return None
    calls = (node for node in annotation.slice.elts[1:] if isinstance(node, ast.Call))
    return next((call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "Option"), None)


def _is_flag(annotation: ast.expr | None) -> bool:
    if not isinstance(annotation, ast.Subscript) or not isinstance(annotation.slice, ast.Tuple):
        return False
    return any(isinstance(node, ast.Name) and node.id == "bool" for node in ast.walk(annotation.slice.elts[0]))


def _names(option: ast.Call, parameter: str) -> list[str]:
    stated = [node.value for node in option.args if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    names = [name for text in stated for name in text.split("/") if name.startswith("--")]
    return names or [f"--{parameter.replace('_', '-')}"]
