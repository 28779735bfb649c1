"""What differs each time an entry is written: when it was typed, and the random ids of what is in it."""

import re

_WRITTEN = re.compile(r"^[+ ]*written: \d{4}-\d\d-\d\dT\d\d:\d\d\n", re.MULTILINE)
_TASK = re.compile(r"\{id: [a-z][0-9a-hjkmnp-tv-z]{5}, (?=(?:for: [\w.]+, )?task: )")
_DIFFERS = {
    re.compile(r"(?<!\S)(-? *\{?id: )(?!abc123|def456)[a-z][0-9a-hjkmnp-tv-z]{5}(?![\w.-])"): r"\1……",
    re.compile(r"\bwritten: \d{4}-\d\d-\d\dT\d\d:\d\d(?!\S*\d)"): "written: …",
    re.compile(r"\bof: 2:[0-9a-f]{16}\b"): "of: 2:…",
}


def unstamped(text):
    """The text without those lines and ids."""
    return _TASK.sub("{", _WRITTEN.sub("", text))


def steady(text):
    """The text with one sign for every new id, moment and digest; each still has to stand in its place."""
    for differs, sign in _DIFFERS.items():
        text = differs.sub(sign, text)
    return text
