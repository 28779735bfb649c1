"""A figure with where it comes from: the base of every fact that a form states."""

from goalctl.model.types import Flag, Record, Text


class Fact(Record):
    """A figure with where it comes from; not verified means that nobody checked it there."""

    source: Text | None = None
    verified: Flag = True

    @property
    def is_sourced(self) -> bool:
        """Whether it names where it is written and was checked there: only such a figure judges anybody."""
        return bool(self.source) and self.verified
