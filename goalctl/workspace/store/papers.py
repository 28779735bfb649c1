"""What goalctl notes for itself in `.goalctl`, read as what anybody may have put there: a folder may be a stranger's.

Light: it is read by commands that load nothing else.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes
from goalctl.documents.save import GIT
from goalctl.workspace.store.root import OWN

MOST_BYTES = 2**26


def paper(root: Path, name: str) -> Any:  # noqa: ANN401 - whatever stands there; who asks looks at it
    """What the JSON of that name in `.goalctl` says; None where there is none, or none that can be read."""
    try:
        return json.loads(read_bytes(root / OWN / name, root=root, limit=MOST_BYTES))
    except (UnreadableFileError, ValueError, RecursionError):
        return None


def is_for_all(name: str) -> bool:
    """Whether a file of that name may be everybody's: in the workspace, not git's nor one machine's goalctl's."""
    path = PurePosixPath(name)
    parts = {part.casefold() for part in path.parts}
    return bool(parts) and not path.is_absolute() and not parts & {GIT, OWN, ".."}
