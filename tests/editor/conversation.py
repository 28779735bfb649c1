"""What an editor says about shipped files, about a plan that is being typed and about planted mistakes, as one text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import yaml
from lsp import Server

from goalctl.model.keys.find import FILES
from goalctl.model.schema import schema_text

HERE = Path(__file__).parent
TREE = HERE.parent.parent
TRANSCRIPT = HERE / "transcript.txt"
PLANTED = yaml.safe_load((HERE / "planted.yaml").read_text(encoding="utf-8"))
SHIPPED = {
    "plan": [*TREE.glob("plans/*.yaml"), *TREE.glob("examples/*/plans/*.yaml")],
    "settings": [TREE / "goalctl.yaml", *TREE.glob("examples/*/goalctl.yaml")],
    "mapping": [*TREE.glob("examples/moving-in/*.yaml"), *TREE.glob("goalctl/library/mappings/*.yaml")],
    **{kind: list(TREE.glob(f"goalctl/library/{kind}s/*.yaml")) for kind in ("form", "planner", "template", "profile")},
}
BEING_TYPED = """\
client: c-7f3k
clinician: m.kowalski
status: @
goals:
  - id: g1
    goal: Back to the choir
    status: @
    smart:
      measurable: {by: rating, baseline: 3}
      attainable:
        in_client_control: @
      time_bound:
        deadline: 2026-06-30
        @
sessions:
  - date: 2026-03-02
    kind: @
    risk:
      concern: @
"""
HOVERED = ("clinician", "status", "goal:", "by:", "baseline", "in_client_control", "deadline", "kind", "concern")


def place_of(text: str, word: str) -> tuple[int, int]:
    """Line and column of the first of that word, from 0."""
    before = text[: text.index(word)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def conversation(program: str, folder: Path) -> str:
    """The whole talk with the server in that folder."""
    schemas = {}
    for kind, model in FILES.items():
        (folder / f"{kind}.schema.json").write_text(schema_text(model), encoding="utf-8")
        schemas[(folder / f"{kind}.schema.json").as_uri()] = f"{kind}s/*.yaml"
    with Server(program, folder, schemas) as server:
        return (
            "\n".join(
                [*_shipped(server), *_by_its_own_line(server), *_typed(server, folder), *_planted(server, folder)]
            )
            + "\n"
        )


def _shipped(server: Server) -> Iterator[str]:
    for kind, paths in SHIPPED.items():
        told = []
        for path in sorted(paths):
            found = server.diagnostics(path, path.read_bytes().decode("utf-8-sig"))
            told += [f"{path.name}:{one['range']['start']['line'] + 1}: {one['message']}" for one in found]
        yield f"shipped, every {kind}: {'; '.join(told) or 'nothing is underlined'}"


def _by_its_own_line(server: Server) -> Iterator[str]:
    """A shipped plan names the schema beside it in its first line."""
    path = TREE / "plans" / "c-7f3k.yaml"
    shown = server.hover(path, *place_of(path.read_text(encoding="utf-8"), "supervisor"))
    yield f"hover supervisor: {shown.partition('Source:')[0].strip()!r}"


def _typed(server: Server, folder: Path) -> Iterator[str]:
    path = folder / "plans" / "c-7f3k.yaml"
    text = BEING_TYPED.replace("@", "")
    server.diagnostics(path, text)
    for word in HOVERED:
        shown = server.hover(path, *place_of(text, word))
        yield f"hover {word.rstrip(':')}: {shown.partition('Source:')[0].strip()!r}"
    for line, typed in enumerate(BEING_TYPED.splitlines()):
        if "@" in typed:
            offered = server.completion(path, line, typed.index("@"))
            yield f"completion of '{typed.replace('@', '').strip()}' on line {line + 1}: {', '.join(offered)}"


def _planted(server: Server, folder: Path) -> Iterator[str]:
    for number, fault in enumerate(PLANTED):
        path = folder / f"{fault['of']}s" / f"planted-{number}.yaml"
        found = server.diagnostics(path, fault["text"])
        told = [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found]
        yield f"planted, {fault['name']}: {'; '.join(told) or 'NOTHING'}"


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        TRANSCRIPT.write_text(conversation(str(which("yaml-language-server")), Path(place)), encoding="utf-8")
