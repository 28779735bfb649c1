"""Whether a text says anything, or only keeps a place: an auditor takes `tbd` for what is missing."""

from __future__ import annotations

import re

_STOPGAP = re.compile(
    r"[\W_]*|x+|n\W?a|t\W?b\W?[acd]|to ?do|unknown|pending|not applicable"
    r"|to be (?:added|assessed|completed|confirmed|decided|described|determined|discussed|done|filled in|set|written)"
    r"|to follow|follows|see (?:above|below)",
    re.IGNORECASE,
)
_AROUND = " \t\r\n.()[]<>*\"'"


def tells(text: str | None) -> bool:
    """Whether it is more than marks, `n/a`, `tbd` or `to be added`."""
    return text is not None and not _STOPGAP.fullmatch(text.strip(_AROUND))
