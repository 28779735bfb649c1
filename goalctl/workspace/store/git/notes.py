"""What git keeps in its own folder, read without asking git."""

from __future__ import annotations

from pathlib import Path


def text_at(path: Path) -> str:
    """What such a file says; empty where it is not there, is a pipe or a device, or can't be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return ""
