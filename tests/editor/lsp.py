"""A small client of an editor's language server: what somebody who edits a plan by hand would see."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self


class Server:
    """yaml-language-server over stdin and stdout, for one folder; `schemas` are those that no line of a file names."""

    def __init__(self, program: str, folder: Path, schemas: Mapping[str, str]) -> None:
        self.settings = {"yaml": {"schemaStore": {"enable": False}, "schemas": schemas, "validate": True}}
        self.process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.number = 0
        self.told: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": _CAPABILITIES})
        self.say("initialized", {})
        self.say("workspace/didChangeConfiguration", {"settings": self.settings})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def diagnostics(self, path: Path, text: str) -> list[dict[str, Any]]:
        """What the editor underlines in a file with that text."""
        self.open(path, text)
        while path.as_uri() not in self.told:
            self._take()
        return self.told[path.as_uri()]

    def open(self, path: Path, text: str) -> None:
        """As if the file were opened with that text."""
        self.told.pop(path.as_uri(), None)
        item = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.say("textDocument/didOpen", {"textDocument": item})

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is shown over a place, both counted from 0."""
        found = self.ask("textDocument/hover", _at(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    def completion(self, path: Path, line: int, column: int) -> list[str]:
        """What can be typed at a place."""
        found = self.ask("textDocument/completion", _at(path, line, column))
        items = found if isinstance(found, list) else (found or {}).get("items", [])
        return [item["label"] for item in items]

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """The answer to a request; what comes meanwhile is taken too."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == self.number and "method" not in message:
                return message.get("result")

    def say(self, method: str, params: Mapping[str, Any]) -> None:
        """A message without an answer."""
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; what the server asks for is answered, what it tells of files is kept."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Mapping[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self.settings.get(item.get("section", ""), {}) for item in message["params"]["items"]]


_CAPABILITIES = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"relatedInformation": False},
    },
}


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
