"""Every `$ …` line of the README and of docs/ runs, in the order of its page, and shows what stands below it.

`…` stands for what may differ. Each page begins in a copy of the shipped workspace, but for the one that begins with
nothing.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent
README = (TREE / "README.md").read_text(encoding="utf-8")
FROM_NOTHING = "docs/first-week.md"
PAGES = [TREE / "README.md", *sorted((TREE / "docs").rglob("*.md"))]


def steps_of(text):
    """The commands of a page, each with the lines shown under it."""
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.replace("\\\n", "").partition("\n")
            yield command.replace("  >", ""), shown


TOURS = {page.relative_to(TREE).as_posix(): [*steps_of(page.read_text(encoding="utf-8"))] for page in PAGES}


def begun(page, folder):
    """The folder with what is there when the page begins."""
    for name in () if page == FROM_NOTHING else ("goalctl.yaml", "plans", "examples"):
        source = TREE / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    return folder


@pytest.mark.parametrize("page", [page for page, steps in TOURS.items() if steps])
def test_a_page_shows_what_happens(tmp_path, goalctl_command, tree_on_path, page):
    folder = begun(page, tmp_path)
    for command, shown in TOURS[page]:
        if command.startswith("cd "):
            folder = folder / command[3:].strip()
            continue
        line = f'goalctl() {{ "{goalctl_command}" "$@"; }}\n{command}'
        done = subprocess.run(
            ["bash", "-c", line], cwd=folder, env=tree_on_path, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        pattern = re.escape(shown.strip("\n")).replace("…", "[\\s\\S]*?")
        assert re.fullmatch(pattern, done.stdout.strip("\n")), f"{command}\n{done.stdout}"


def test_the_pages_have_tours():
    assert {"README.md", "docs/first-week.md", "docs/how-to/move-in.md"} <= {
        page for page, steps in TOURS.items() if steps
    }


def test_the_readme_needs_exactly_two_commands_to_begin():
    marked = re.findall(r"<!-- (\w+) -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert [name for name, _ in marked] == ["demo", "tests"]
    assert all(len(block.replace("\\\n", "").strip().splitlines()) == 1 for _, block in marked)
