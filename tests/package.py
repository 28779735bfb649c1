"""What is released, tried as it is installed: `python -m tests.package`; it needs uv and pipx on the path.

The wheel is built from the source archive, checked, compared with the tree, installed by pipx and by uv from its file
into folders of their own, and used there: everything that a command reads has to be in it.
"""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

TREE = Path(__file__).parent.parent
CASELOAD = "goalctl/library/caseload"  # where the demo's practice stands in the wheel
USED = (
    ("--version",),
    ("demo",),
    ("-C", "goalctl-demo", "due", "--overdue"),
    ("-C", "goalctl-demo", "chart", "c-7f3k", "g1"),
    ("-C", "goalctl-demo", "show", "c-7f3k"),
    ("-C", "goalctl-demo", "report", "c-7f3k", "--kind", "progress", "-o", "progress.html"),
    ("-C", "goalctl-demo", "log-session", "c-7f3k", "g1.1=5", "--form", "phq-9=121101010"),
    ("-C", "goalctl-demo", "worksheet", "grow"),
    ("-C", "goalctl-demo", "forms", "show", "phq-9"),
    ("-C", "goalctl-demo", "planners", "show", "depression"),
    ("-C", "goalctl-demo", "explain", "montana"),
    ("-C", "goalctl-demo", "schema", "--for", "due"),
    ("completion", "bash"),
)


def main():
    with TemporaryDirectory() as folder:
        home = Path(folder)
        ran("uv", "build", "--quiet", "--out-dir", home / "dist", TREE)
        (source,) = (home / "dist").glob("*.tar.gz")
        (wheel,) = (home / "dist").glob("*.whl")
        ran("uvx", "--quiet", "twine", "check", "--strict", source, wheel)
        ran("uvx", "--quiet", "check-wheel-contents", "--ignore", "W002", wheel)  # the manual twice: for man, for help
        hold_together(source, wheel)
        own = {"PIPX_HOME": home / "pipx", "PIPX_BIN_DIR": home / "by-pipx", "PIPX_MAN_DIR": home / "man"}
        ran("pipx", "install", "--quiet", wheel, **own)
        try_it(home / "by-pipx" / "goalctl", home / "tried-pipx")
        own = {"UV_TOOL_DIR": home / "uv", "UV_TOOL_BIN_DIR": home / "by-uv"}
        ran("uv", "tool", "install", "--quiet", wheel, **own)
        try_it(home / "by-uv" / "goalctl", home / "tried-uv")


def hold_together(source, wheel):
    """Every file of the package that git knows is in both, and the wheel has nothing else but what describes it."""
    known = ran("git", "-C", TREE, "ls-files", "goalctl").split()
    caseload = ran("git", "-C", TREE, "ls-files", "plans", "goalctl.yaml").split()
    wanted = {*known, *(f"{CASELOAD}/{name}" for name in caseload)}
    with zipfile.ZipFile(wheel) as packed:
        inside = {name for name in packed.namelist() if name.startswith("goalctl/")}
    with tarfile.open(source) as packed:
        shipped = {name.partition("/")[2] for name in packed.getnames()}
    if lost := wanted ^ inside or {*known, *caseload} - shipped:
        sys.exit(f"tree, wheel and source archive differ: {', '.join(sorted(lost))}")
    sys.stdout.write(f"{wheel.name}: {len(inside)} files, as in git\n")


def try_it(command, folder):
    """Each line in a folder that has nothing of the tree in it."""
    folder.mkdir()
    for words in USED:
        ran(command, *words, at=folder, PYTHONPATH="", NO_COLOR="1")
    sys.stdout.write(f"{command.parent.name}: {len(USED)} commands, each with status 0\n")


def ran(*words, at=None, **more):
    line = [str(word) for word in words]
    env = os.environ | {name: str(value) for name, value in more.items()}
    done = subprocess.run(line, cwd=at, env=env, text=True, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        sys.exit(f"{' '.join(line)} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
