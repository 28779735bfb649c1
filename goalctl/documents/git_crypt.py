"""Files that git-crypt has locked: how they begin, and what opens them."""

from __future__ import annotations

LOCKED = "E105"
UNLOCK = "git-crypt unlock KEYFILE opens this clone"
_MARK = b"\0GITCRYPT\0"


def is_locked(data: bytes) -> bool:
    """Whether git-crypt has locked what these bytes, or the first of them, are of."""
    return data.startswith(_MARK)
