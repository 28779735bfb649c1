"""Writing a longer text in the person's own editor, in a private file that git never sees."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.rescued import RESCUED, rescue_file, rescue_folder
from goalctl.workspace.store.root import OWN

COMMON = ("nano", "vim", "vi", "notepad")


class NoEditorError(GoalctlError):
    """There is no editor, or it ended with an error; the text is as it was."""


def text_from_editor(root: Path, name: str, text: str) -> str:
    """The text after the person has edited it; `name` names the file, so that the editor knows what it is.

    The file lies in the workspace's own private folder while it is open. When goalctl is stopped, or the editor ends
    with an error, what was written stays there; a later text of that name puts it aside.
    """
    path = rescue_folder(root) / name
    if path.exists():
        rescue_file(root, path, path.stem)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    try:
        open_in_editor(path)
    except NoEditorError as error:
        if path.read_bytes() == text.encode():
            path.unlink()
            raise
        raise NoEditorError(error.message, f"what you wrote is kept in {OWN}/{RESCUED}/{name}") from None
    try:
        edited = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NoEditorError(
            f"what the editor saved can't be read: {error}", f"it is in {OWN}/{RESCUED}/{name}"
        ) from None
    path.unlink(missing_ok=True)
    return edited


def is_left(root: Path, name: str) -> bool:
    """Whether a text of that name lies there since the editor was stopped."""
    return (root / OWN / RESCUED / name).exists()


def open_in_editor(path: Path) -> None:
    """The person's editor on this file, until it ends."""
    command = _command()
    try:
        ended = subprocess.run([*command, str(path)], check=False).returncode
    except OSError as error:
        raise NoEditorError(f"{command[0]} can't be started: {error.strerror}", "set EDITOR to your editor") from None
    if ended:
        raise NoEditorError(f"{command[0]} ended with an error ({ended})", "type the text on the line instead")


def _command() -> list[str]:
    """`VISUAL`, else `EDITOR`, else an editor that is usually there."""
    for variable in ("VISUAL", "EDITOR"):
        if words := shlex.split(os.environ.get(variable, "")):
            return words
    found = next((name for name in COMMON if shutil.which(name)), None)
    if found is None:
        raise NoEditorError("there is no editor", "set EDITOR to yours, as EDITOR=nano")
    return [found]
