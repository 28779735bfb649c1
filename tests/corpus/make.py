"""Freezes what a release says about the plans in its folder of the corpus: run once, with that release on the path.

    python tests/corpus/make.py tests/corpus/0.1.0

Reads `plans/*.yaml`; writes `meaning/`, `digests.json`, `keys.json` and the schemas. A folder that has a meaning
already is refused: nothing here is ever made anew. What it asks of the release is looked up by the names in `Release`,
wherever they stand.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import goalctl

PARTS = ("goalctl.model", "goalctl.documents", "goalctl.analysis")
PINNED = "x-digest"  # on a plan or an entry: what its digest is pinned for
ANY = "*"  # in a place: any position of a list, any key of a mapping

Call = Callable[..., Any]


@dataclass(frozen=True)
class Release:
    """What a release is asked for, by the names that it has there."""

    Plan: type
    Form: type
    Planner: type
    Settings: type
    document_of: Call
    record_data: Call
    session_digest: Call
    agreement_digest: Call
    schema_text: Call


def release() -> Release:
    """The release on the path."""
    names = [name for _, name, _ in walk_packages(goalctl.__path__, "goalctl.") if name.startswith(PARTS)]
    modules = [import_module(name) for name in names]
    return Release(**{wanted: _defined(modules, wanted) for wanted in Release.__dataclass_fields__})


def _defined(modules: list[Any], wanted: str) -> Any:
    found = {getattr(module, wanted) for module in modules if hasattr(module, wanted)}
    if len(found) != 1:
        raise SystemExit(f"this release has {len(found)} things that are called {wanted}")
    return found.pop()


def meaning(it: Release, plan: Any) -> dict[str, Any]:
    """The plan as plain values, the order of its log, every entry as amended, and every digest."""
    return {
        "plan": it.record_data(plan),
        "agreement": it.agreement_digest(plan),
        "log": [list(entry.known_as) for entry in plan.log],
        "sessions": [
            {
                "known_as": list(entry.known_as),
                "current": it.record_data(entry.current),
                "digest": it.session_digest(entry),
            }
            for entry in plan.sessions
        ],
    }


def pinned(it: Release, name: str, data: Any, plan: Any) -> Iterator[dict[str, Any]]:
    """Every digest that has a name; `entry` counts from 0 in the file's order and is null for what was agreed to."""
    if PINNED in data:
        yield {"for": data[PINNED], "plan": name, "entry": None, "digest": it.agreement_digest(plan)}
    for place, (written, entry) in enumerate(zip(data.get("sessions") or [], plan.sessions, strict=True)):
        if PINNED in written:
            yield {"for": written[PINNED], "plan": name, "entry": place, "digest": it.session_digest(entry)}


def places(kind: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    """Every key of every record, with the words that can stand under it if they are a fixed set."""
    for name, info in kind.model_fields.items():
        yield from _places_under(info.annotation, (*path, info.alias or name))


def _places_under(annotation: Any, path: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    words: list[str] = []
    inner: list[tuple[str, list[str]]] = []
    for depth, kind in _kinds(annotation):
        here = (*path, *depth)
        if hasattr(kind, "model_fields"):
            inner += places(kind, here)
        elif issubclass(kind, Enum) and depth:
            inner.append((".".join(here), [word.value for word in kind]))
        elif issubclass(kind, Enum):
            words = [word.value for word in kind]
    yield ".".join(path), words
    yield from inner


def _kinds(annotation: Any) -> Iterator[tuple[tuple[str, ...], type]]:
    """The classes that an annotation names, each with the lists and mappings that are around it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and origin is None:
        yield (), annotation
    elif origin is Annotated:
        yield from _kinds(arguments[0])
    elif origin in {Union, UnionType}:
        for argument in arguments:
            yield from _kinds(argument)
    elif origin in {tuple, list, dict}:
        yield from (((ANY, *depth), kind) for depth, kind in _kinds(arguments[origin is dict]))


def values_at(data: Any, path: list[str]) -> Iterator[Any]:
    """What stands in a place of plain values; nothing when it is empty."""
    if not path:
        yield from () if data is None else (data,)
    elif path[0] == ANY:
        for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
            yield from values_at(value, path[1:])
    elif isinstance(data, dict):
        yield from values_at(data.get(path[0]), path[1:])


def unused(keys: dict[str, list[str]], plans: list[Any]) -> Iterator[str]:
    """The keys and words that no plan uses; `plans` as plain values."""
    for place, words in keys.items():
        found = [value for data in plans for value in values_at(data, place.split("."))]
        if not found:
            yield place
        yield from (f"{place}: {word}" for word in words if word not in found)


def write(path: Path, content: object) -> None:
    """JSON that is the same whenever it is made."""
    path.write_text(json.dumps(content, sort_keys=True, indent=1) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Write all there is to write about one release."""
    if (folder / "meaning").exists():
        raise SystemExit(f"{folder} is frozen: the next release gets a folder of its own")
    it = release()
    paths = sorted((folder / "plans").glob("*.yaml"))
    documents = {path.stem: it.document_of(path.read_bytes(), it.Plan) for path in paths}
    if unread := [name for name, document in documents.items() if document.content is None]:
        raise SystemExit("these plans can't be read: " + ", ".join(unread))
    keys = dict(places(it.Plan))
    if missing := list(unused(keys, [document.data for document in documents.values()])):
        raise SystemExit("no plan uses:\n" + "\n".join(missing))
    write(folder / "keys.json", keys)
    (folder / "meaning").mkdir()
    digests: list[dict[str, Any]] = []
    for name, document in documents.items():
        write(folder / "meaning" / f"{name}.json", meaning(it, document.content))
        digests += pinned(it, name, document.data, document.content)
    write(folder / "digests.json", digests)
    for kind in (it.Plan, it.Form, it.Planner, it.Settings):
        path = folder / f"{kind.__name__.lower()}.schema.json"
        path.write_text(it.schema_text(kind), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
