"""Every command of the page about security runs, in its order, and shows what stands below it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.test_readme import steps_of

TREE = Path(__file__).parent.parent
PAGE = (TREE / ".github" / "SECURITY.md").read_text(encoding="utf-8")
NEEDED = ("git-crypt", "age", "bash")
GIT_KNOWS = "[user]\n\tname = Invented\n\temail = invented@example.org\n[init]\n\tdefaultBranch = main\n"


@pytest.fixture(scope="module")
def tour(tmp_path_factory, goalctl_command):
    """A folder with the scripts, and a home of its own in which git knows who somebody is."""
    for program in NEEDED:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    folder, home = tmp_path_factory.mktemp("security"), tmp_path_factory.mktemp("home")
    shutil.copytree(TREE / "examples" / "clinic", folder / "examples" / "clinic")
    (home / ".gitconfig").write_text(GIT_KNOWS, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOALCTL", "GIT_", "XDG_"))}
    path = f"{goalctl_command.parent}{os.pathsep}{os.environ['PATH']}"
    return folder, kept | {"PATH": path, "HOME": str(home), "NO_COLOR": "1", "COLUMNS": "80"}


def test_the_page_shows_what_happens(tour):
    folder, environment = tour
    for command, shown in steps_of(PAGE):
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        pattern = re.escape(shown.strip("\n")).replace("…", "[\\s\\S]*?")
        assert re.fullmatch(pattern, done.stdout.strip("\n")), (command, done.stdout)


def test_the_page_has_commands_with_both_programs():
    commands = [command for command, _ in steps_of(PAGE)]
    assert {"git-crypt", "age", "sh"} <= {word for command in commands for word in command.replace("(", " ").split()}


def test_a_team_without_a_key_is_set_up_and_left_all_the_same(tmp_path_factory, goalctl_command):
    """In a place that is trusted."""
    folder, home = tmp_path_factory.mktemp("plain"), tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(GIT_KNOWS, encoding="utf-8")
    (folder / "archive").mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOALCTL", "GIT_", "XDG_"))}
    path = f"{goalctl_command.parent}{os.pathsep}{os.environ['PATH']}"
    scripts = TREE / "examples" / "clinic"

    def run(*words):
        environment = kept | {"PATH": path, "HOME": str(home)}
        return subprocess.run(words, cwd=folder, env=environment, check=True, capture_output=True, text=True)

    run("sh", scripts / "set-up.sh", "north", "hub.git")
    run("goalctl", "-C", "north", "add-client", "c-7h2m", "--problem", "low mood")
    run("sh", scripts / "leaver.sh", "north", "north-2", "hub-2.git", "archive")
    run("sh", scripts / "join.sh", "hub-2.git", "lees-clone")
    assert "low mood" in (folder / "lees-clone" / "plans" / "c-7h2m.yaml").read_text(encoding="utf-8")
    assert [
        path for path in folder.glob("north*/**/*") if path.stat().st_mode & 0o077 and ".git" not in path.parts
    ] == []
