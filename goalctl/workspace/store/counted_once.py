"""Who is counted where many plans are: each client once, whatever files hold a copy of their plan."""

from __future__ import annotations

from collections.abc import Iterable


class EachOnce:
    """Counts each client once: a file that names another one's client is a copy of that plan, or a link to it."""

    def __init__(self, clients: Iterable[str]) -> None:
        self._counted = set(clients)

    def counts(self, client: str, named: str) -> bool:
        """Whether the file of that client is to be counted, whose plan names that one; each is asked about once."""
        if named != client and named in self._counted:
            return False
        self._counted.add(named)
        return True
