"""Every `$ …` line of the README runs, in order, and shows what the README shows; `…` stands for what may differ."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent
README = (TREE / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def steps_of(block):
    """The commands of a block, each with the lines shown under it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.replace("\\\n", "").partition("\n")
        yield command.replace("  >", ""), shown


STEPS = [step for block in BLOCKS for step in steps_of(block)]


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    """A copy of the shipped workspace, and the folder that the tour stands in; `cd` moves it."""
    home = tmp_path_factory.mktemp("tour")
    for name in ("goalctl.yaml", "plans", "examples"):
        source = TREE / name
        shutil.copytree(source, home / name) if source.is_dir() else shutil.copy(source, home / name)
    return {"folder": home}


@pytest.mark.parametrize(("command", "shown"), STEPS, ids=[command[:60] for command, _ in STEPS])
def test_the_readme_shows_what_happens(tour, goalctl_command, tree_on_path, command, shown):
    if command.startswith("cd "):
        tour["folder"] = tour["folder"] / command[3:].strip()
        return
    line = f'goalctl() {{ "{goalctl_command}" "$@"; }}\n{command}'
    done = subprocess.run(
        ["bash", "-c", line], cwd=tour["folder"], env=tree_on_path, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    pattern = re.escape(shown.strip("\n")).replace("…", "[\\s\\S]*?")
    assert re.fullmatch(pattern, done.stdout.strip("\n")), done.stdout


def test_the_readme_has_a_tour():
    assert len(STEPS) >= 8


def test_the_readme_needs_exactly_two_commands_to_begin():
    marked = re.findall(r"<!-- (\w+) -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert [name for name, _ in marked] == ["demo", "tests"]
    assert all(len(block.replace("\\\n", "").strip().splitlines()) == 1 for _, block in marked)
