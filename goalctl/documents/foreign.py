"""Files that other programs leave beside ours, told by their names: second copies, editors' leftovers, system files.

Light: no file is opened. What is unknown here is a stranger, which is for whoever scans the folder to say.
"""

from __future__ import annotations

import re
from pathlib import Path

_ID = r"(?P<of>[a-z0-9](?:[a-z0-9.@_-]{0,62}?[a-z0-9])?)"
_COPY = "copy|kopie|copie|copia|kopia|c\u00f3pia|co\u0301pia|kopi|kopya"
_SUFFIXES = (
    (r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?", "Syncthing"),
    (r" ?\(SFConflict .+\)", "Seafile"),
    (r" ?\(.*(?i:conflict|konflikt|conflit).*\)", "Dropbox, Nextcloud or another sync program"),
    (r"[_.](?:conflict|Conflict)[-_]?[\w-]*", "a sync program"),
    (r"_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+", "git mergetool"),
    (r" ?\(.+\)", "a sync program or a browser"),
    (r" \d+", "iCloud"),
    (rf" (?:- )?(?i:{_COPY})(?: ?\(?\d+\)?)?", "copied by hand"),
    (r"-(?=[\w-]*[A-Z])[\w-]+", "OneDrive"),
)
_PREFIXES = r"(?:Copy of|Kopie von|Copie de|Copia de|Kopia) "
_YAML = r"\.ya?ml"
PLAIN = re.compile(r"[a-z0-9.@-]+\.yaml")  # a file's own name, which no copy and no leftover has
_COPIES = (
    *((f"{_ID}{suffix}{_YAML}", by) for suffix, by in _SUFFIXES),
    (f"{_PREFIXES}{_ID}{_YAML}", "copied by hand"),
)
_OTHER_ENDING = rf"{_ID}(?i:{_YAML}(?:\.txt|{_YAML})?)"
_EDITORS = r".+~|#.+#|\.#.+|4913|\.?.+\.sw[a-px]|~\$.+|.+___jb_(?:tmp|old)___|\..+\.(?:kate-swp|un~)"
_SYSTEMS = r"(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|\.ds_store|\._.+|icon\r|\.directory"
_ELSEWHERE = rf"\.{_ID}(?i:{_YAML})\.icloud"
IN_ICLOUD = "in iCloud, not on this computer"
FETCH = "fetch it in Finder, and let the workspace be kept downloaded"
_LEFTOVERS = (
    (_EDITORS, "an editor"),
    (r"(?i:.+\.(?:bak|backup|old|save|autosave)\d*)", "an editor, as a copy of before"),
    (r".+\.(?:orig|rej)", "a merge"),
    (r"(?i:.+\.(?:tmp|temp|part|crdownload|partial))", "a program that was stopped"),
    (f"(?i:{_SYSTEMS})", "the system"),
)


def leftover_of(name: str) -> str:
    """Whose leftover a file is, by its own name: an editor's, a merge's, the system's; empty when it is none.

    Nothing in it is needed, and nothing of it is ever read, renamed or taken for a plan.
    """
    if PLAIN.fullmatch(name):
        return ""
    return next((by for known, by in _LEFTOVERS if re.fullmatch(known, name)), "")


def copy_of(name: str) -> tuple[str, str]:
    """Of which file another one is a second copy, by its own name, and who makes such copies; else empty."""
    if PLAIN.fullmatch(name):
        return "", ""
    for known, by in _COPIES:
        if match := re.fullmatch(known, name):
            return f"{match['of']}.yaml", by
    return "", ""


def plan_name_meant(name: str) -> str:
    """The name that a file with another ending would have as a plan (`c-1.yml`, `c-1.yaml.txt`); else empty."""
    match = re.fullmatch(_OTHER_ENDING, name)
    return f"{match['of']}.yaml" if match else ""


def is_in_icloud(path: Path) -> bool:
    """Whether another file stands for this one, while iCloud keeps it off this computer."""
    return path.with_name(f".{path.name}.icloud").exists()


def kept_elsewhere(name: str) -> str:
    """The file for which this one stands, while iCloud keeps that off this computer; else empty."""
    match = re.fullmatch(_ELSEWHERE, name)
    return f"{match['of']}.yaml" if match else ""
