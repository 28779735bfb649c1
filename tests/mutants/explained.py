"""Survivors that no test can kill, with the reason why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.mutants.draw import Mutant

EXPLAINED = "tests/mutants/explained.yaml"


@dataclass(frozen=True)
class Explanation:
    """Why a line that becomes another changes nothing; in any file when none is named."""

    line: str
    becomes: str
    because: str
    file: str = ""

    def covers(self, mutant: Mutant) -> bool:
        """Whether it is about this mutant; blanks don't count."""
        here = self.file in {"", mutant.file}
        return here and _spaced(self.line) == _spaced(mutant.was) and _spaced(self.becomes) == _spaced(mutant.becomes)

    def is_about(self, tree: Path) -> bool:
        """Whether its file still has its line."""
        path = tree / self.file
        return not self.file or (path.exists() and _spaced(self.line) in _spaced(path.read_text(encoding="utf-8")))


def explanations(tree: Path) -> list[Explanation]:
    """Those of the tree, in the order of its file."""
    path = tree / EXPLAINED
    if not path.exists():
        return []
    return [Explanation(**entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []]


def _spaced(text: str) -> str:
    return " ".join(text.split())
