"""Making a workspace: the folders, the settings with every key explained, the schema, and git where wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from unicodedata import category, normalize

from goalctl.documents.file_errors import NotConfirmedError
from goalctl.documents.foreign import is_in_icloud
from goalctl.documents.save import create
from goalctl.documents.yaml_text import flow_text
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields
from goalctl.model.schema import schema_text
from goalctl.model.settings import Settings
from goalctl.workspace.edits.additions import new_workspace_id
from goalctl.workspace.store.git.by_meaning import ATTRIBUTES, ATTRIBUTES_TEXT, set_driver
from goalctl.workspace.store.git.repository import begin_repository
from goalctl.workspace.store.root import PLANS, SETTINGS, SETTINGS_SCHEMA
from goalctl.workspace.store.scan import SCHEMA

PRIVATE = 0o700
SETTINGS_TEXT = """\
# yaml-language-server: $schema=goalctl.schema.json
# Settings of this practice; every key has a default, shown here. `goalctl explain settings` tells more.
format: 2
workspace: ID                 # random, and stays; who the clients are is kept by it, outside this folder
# clinician: m.kowalski             # default for new plans and entries
# clinicians: {m.kowalski: {name: M. Kowalski, credential: LPC, licence: "12345"}}
# timezone: Europe/London           # what "today" means; default: this machine's
# limits: {active_goals: 3, active_objectives: 3}
# due_within: 14d                   # how far `goalctl due` looks ahead
# review_every: 90d
# late_after: 3d                    # what is typed later than this after its hour or day is marked as late
# risk_quiet: {behaviour: 7d, plan: 7d, active: 14d, passive: 28d}   # after that, it is time to ask again
# safety_plan_every: 90d            # how often a safety plan is gone through again
# in_danger: "call 999, or the Samaritans on 116 123"   # what a questionnaire tells a client who is in danger
# keep_for: 7y                      # how long a record is kept after a discharge; the law where you are decides
# small_cells: 11                   # counts below it are hidden in figures that leave the house
# favourites: [phq-9, gad-7, ors]    # forms that are offered first
# prompts: live                     # or plain: no drawing, lines with numbers, as a screen reader wants them
# pager: no                         # yes: what is longer than the terminal goes through PAGER, else less
# paper: a4                         # or letter
note: dap                           # the note that log-session drafts: soap, birp, girp, plain or a template of yours
# audit: outpatient                 # the profile that `goalctl check --audit` uses
# check: {ignore: [], severity: {}} # rules switched off, as [S104]; or changed, as {S104: info}
# privacy: {words: []}              # names and words of your own that must not stand in a plan
"""
"""What a new `goalctl.yaml` holds, with a random id in the place of `ID`."""

NAMELESS = "clinician"
"""Who goes by a name without a letter."""

_LATIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_LATIN_MARKS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_WHO = re.compile(r"^# clinician: .*\n# clinicians: .*\n", re.MULTILINE)
IGNORED = ".goalctl/\n.*.tmp\n"


class AlreadyAWorkspaceError(GoalctlError):
    """The folder holds a workspace already; nothing was changed."""

    def __init__(self, folder: Path, *, wants_git: bool) -> None:
        begin_git = "to keep every change in git: git init there, and `commit: true` in its goalctl.yaml"
        super().__init__(
            f"{folder} is a workspace already", begin_git if wants_git else "goalctl add-client adds a plan to it"
        )


class GitFailedError(GoalctlError):
    """The workspace is made, but git could not take it up."""

    def __init__(self, folder: Path, reason: str) -> None:
        is_begun = (folder / ".git").exists()
        hint = "then goalctl doctor --fix does it" if is_begun else "install git, then: git init"
        super().__init__(f"the workspace is made, but git did not take it up: {reason}", hint)


def refuse_workspace(folder: Path, *, git: bool = False) -> None:
    """Raise where the folder is a workspace already, be its settings in iCloud."""
    if (folder / SETTINGS).exists() or is_in_icloud(folder / SETTINGS):
        raise AlreadyAWorkspaceError(folder, wants_git=git and not (folder / ".git").exists())


def start_workspace(
    folder: Path, *, git: bool, clinician: Fields | None = None, more: Mapping[str, str] | None = None
) -> list[str]:
    """Make the workspace and give the names of what was made; a folder that is one already is refused.

    `clinician` is who works there: name, credential, licence, as far as they are known; `more` are texts by their names
    that it begins with, settings of its own among them. Files that are there stay as
    they are; a new folder is private (0700). The settings come last: only with them it is a workspace, so what could
    not be finished can be begun again.
    """
    refuse_workspace(folder, git=git)
    folders = [made for made in (folder, folder / PLANS) if not made.exists()]
    made: list[str] = []
    try:
        _make_folders(folder)
        texts = {**_texts(git=git, clinician=clinician or {}), **(more or {})}
        texts[SETTINGS] = texts.pop(SETTINGS)  # last
        unsure = _create_all(folder, texts, made)
    except BaseException:
        _take_back(folder, made, folders)
        raise
    if unsure:
        raise unsure
    if git and (
        why := begin_repository(folder, [SETTINGS, SETTINGS_SCHEMA, f"{PLANS}/{SCHEMA}", ".gitignore", ATTRIBUTES])
    ):
        raise GitFailedError(folder, why)
    if git:
        set_driver(folder)
    return [SETTINGS, *made[:-1]]


def _create_all(folder: Path, texts: dict[str, str], made: list[str]) -> NotConfirmedError | None:
    """Each that is not there yet is `made`; what the disk did not confirm is told when all are."""
    unsure: NotConfirmedError | None = None
    for name, text in texts.items():
        if name == SETTINGS or not (folder / name).exists():
            try:
                create(folder / name, text.encode(), root=folder)
            except NotConfirmedError as error:
                unsure = error
            made.append(name)
    return unsure


def _make_folders(folder: Path) -> None:
    try:
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        (folder / PLANS).mkdir(mode=PRIVATE, exist_ok=True)
    except OSError as error:
        raise GoalctlError(
            f"{folder} can't be made: {(error.strerror or '').lower()}", "choose another folder"
        ) from None


def clinician_id(name: str) -> str:
    """`m.kowalski` for Maria Kowalski, LPC: the first letter and the last name; never empty, whatever the script.

    Latin letters lose their marks; of other scripts every letter stays, and the marks that spell its vowels.
    """
    bare = _LATIN_MARKS.sub("", normalize("NFKD", name.partition(",")[0].lower()).translate(_LATIN_LETTERS))
    spelled = ("".join(filter(_spells, part)) for part in normalize("NFC", bare).split())
    parts = [part for part in spelled if part] or [NAMELESS]
    return f"{parts[0][0]}.{parts[-1]}" if len(parts) > 1 else parts[0]


def _spells(sign: str) -> bool:
    return sign.isalnum() or category(sign).startswith("M")


def _texts(*, git: bool, clinician: Fields) -> dict[str, str]:
    """What each file of a new workspace holds, in the order in which they are made."""
    commits = "commit: true                       # one git commit per change\n" if git else ""
    settings = SETTINGS_TEXT.replace("ID", new_workspace_id(), 1) + commits
    if name := str(clinician.get("name") or ""):
        id_ = clinician_id(name)
        known = flow_text({id_: dict(clinician)})
        settings = _WHO.sub(
            lambda _: f"clinician: {flow_text(id_)}   # default for new plans and entries\nclinicians: {known}\n",
            settings,
        )
    shared = {ATTRIBUTES: ATTRIBUTES_TEXT} if git else {}
    schemas = {f"{PLANS}/{SCHEMA}": schema_text(), SETTINGS_SCHEMA: schema_text(Settings)}
    return {**schemas, ".gitignore": IGNORED, **shared, SETTINGS: settings}


def _take_back(folder: Path, made: list[str], folders: list[Path]) -> None:
    """What a failed beginning had made, and nothing that was there before."""
    for name in made:
        with suppress(OSError):
            (folder / name).unlink()
    for empty in reversed(folders):
        with suppress(OSError):
            empty.rmdir()
