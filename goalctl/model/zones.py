"""Time zones: apart from the other scalars, because only settings name one and reading them takes time."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goalctl.model.scalars import ScalarError, excerpt


def zone_from(text: str) -> str:
    """A time zone by its usual name, `Europe/London`."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ScalarError("E123", f"there is no time zone '{excerpt(text)}'", "write it as Europe/London") from None
    return text
