"""The oldest version that `pyproject.toml` allows of everything goalctl runs and is tested with, one pin a line.

`.ci/run` installs these beside goalctl and runs the suite's core once more. pip itself knows only the newest.
"""

import re
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
BOUND = re.compile(r"(?P<name>[\w.-]+)>=(?P<version>[\w.]+)[^;]*(?P<marker>;.*)?")
BESIDE = {"mutants", "docs", "cluster", "tables"}  # which the suite does without
TOOLS = {"ruff", "mypy", "types-PyYAML"}  # they look at the code and run none of it


def pins(project):
    """Every dependency, those of the extras too, at its own lower bound."""
    extras = [line for name, lines in project["optional-dependencies"].items() if name not in BESIDE for line in lines]
    for line in [*project["dependencies"], *extras]:
        bound = BOUND.fullmatch(line)
        if bound and bound["name"] not in TOOLS:
            yield f"{bound['name']}=={bound['version']}{bound['marker'] or ''}\n"
        elif not bound and not line.startswith(f"{project['name']}["):
            sys.exit(f"pyproject.toml: {line} says no lower bound")


if __name__ == "__main__":
    sys.stdout.writelines(pins(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]))
