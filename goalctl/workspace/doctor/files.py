"""The files of a workspace: second copies and strangers, plans and settings that can't be read, notes that are lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from goalctl.analysis.figures import counted
from goalctl.documents.foreign import copy_of, leftover_of
from goalctl.documents.git_crypt import UNLOCK
from goalctl.documents.save import create
from goalctl.model.finding import Finding
from goalctl.model.formats import NEWEST
from goalctl.model.plan import Plan
from goalctl.workspace.doctor.other_version import BesideOther, compared, put_away, take_over
from goalctl.workspace.doctor.trouble import Trouble, named
from goalctl.workspace.shelves.kinds import library_findings
from goalctl.workspace.shelves.schemas import stale_schemas, write_schemas
from goalctl.workspace.shelves.settings_check import settings_findings
from goalctl.workspace.store.caseload import CasePlan, case_plans
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.notes import ENDING, NOTES, lost_notes, note_findings
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import OWN_FOLDERS, PLANS, SETTINGS
from goalctl.workspace.store.scan import PlanFile, Scan, listed, twins
from goalctl.workspace.store.stray_risk import TOLD, hides_risk, told_scan

Watched = Callable[[Iterable[CasePlan], int], Iterable[CasePlan]]
VERSION, SAID_ELSEWHERE = "E154", "E261"
MOST_ENTRIES = 6


def file_troubles(practice: Practice, watched: Watched) -> Iterator[Trouble]:
    """Everything about the files, none of which is changed by looking."""
    found = told_scan(practice)
    yield from (_told(SETTINGS, finding) for finding in settings_findings(practice))
    yield from (_told(name, finding) for name, finding in found.strays if finding.code != VERSION)
    yield from _versions(practice, found)
    yield from _twins(practice)
    yield from _other_copies(practice.root)
    yield from (_told(name, finding) for name, finding in library_findings(practice))
    yield from _schemas(practice)
    yield from _leftovers(practice.root)
    yield from _plans(practice, found, watched)


def _told(name: str, finding: Finding) -> Trouble:
    place = f":{finding.place.line}" if finding.place else ""
    return Trouble(f"{name}{place}", finding.message, finding.hint or "goalctl check tells more")


def _versions(practice: Practice, found: Scan) -> Iterator[Trouble]:
    """A line for each other version of a plan: what it has, and the way in."""
    plans = {file.client: file for file in found.files}
    for name, _ in listed(practice.root).entries:
        plan_name, by = copy_of(name.rpartition("/")[2])
        if not plan_name:
            continue
        plan = plans.get(plan_name.removesuffix(".yaml"))
        if plan is None:
            yield from (_told(where, finding) for where, finding in found.strays if where == name)
        else:
            yield _version(practice, plan, name, by)


def _version(practice: Practice, plan: PlanFile, name: str, by: str) -> Trouble:
    found = compared(practice, plan, name)
    if not found.is_read:
        what = f"another version of {plan.client} ({by}) that can't be compared, because one of the two can't be read"
        return Trouble(name, what, f"goalctl check {plan.name}; then goalctl doctor again")
    risk = f"; {TOLD}" if hides_risk(practice, plan, name) else ""
    what = f"another version of {plan.client} ({by}): {_difference(found)}{risk}"
    cure = partial(take_over, practice, plan, name)
    if not found.lacking and not found.otherwise:
        return Trouble(name, what, "--fix puts it away into .goalctl/rescued", cure)
    does = f"take over what it alone has into {plan.name}, and put it" if found.lacking else "put it"
    asks = f"{name} is {what}.\n{does.capitalize()} away into .goalctl/rescued?"
    return Trouble(name, what, f"--fix asks, then does this: {does} away into .goalctl/rescued", cure, asks=asks)


def _difference(found: BesideOther) -> str:
    words = [one.words for one in found.lacking]
    more = len(words) - MOST_ENTRIES
    only = ", ".join(words[:MOST_ENTRIES]) + (f" and {more} more" if more > 0 else "")
    parts = [f"it alone has {only}" if only else "it has nothing that the plan lacks"]
    if found.otherwise:
        parts.append(f"it says otherwise, and the plan keeps its own: {named(found.otherwise)}")
    return "; ".join(parts)


def _twins(practice: Practice) -> Iterator[Trouble]:
    for name, what in twins(practice.root):
        yield Trouble(name, what, "--fix puts it away into .goalctl/rescued", partial(_away, practice, name))


def _away(practice: Practice, name: str) -> str:
    return f"put away into {put_away(practice, name)}"


def _other_copies(root: Path) -> Iterator[Trouble]:
    """Second copies of the settings and of notes, which nobody reads; those of forms and the like are the library's."""
    notes = ((path, path.with_suffix(".yaml").name) for path in sorted((root / NOTES).rglob(f"*{ENDING}")))
    settings = ((path, path.name) for path in sorted(root.glob("*.yaml")))
    for path, name in (*settings, *notes):
        original, by = copy_of(name)
        of = Path(original).with_suffix(path.suffix).name if original else ""
        if original and (path.suffix == ENDING or of == SETTINGS):
            what = f"a second copy of {of} ({by}), which is not read"
            yield Trouble(path.relative_to(root).as_posix(), what, "compare the two, then move this one away")


def _schemas(practice: Practice) -> Iterator[Trouble]:
    """Plans are read without them; only editors need them."""
    if stale := stale_schemas(practice.root):
        what = "by this an editor explains keys and underlines mistakes; it is missing, or of another goalctl"
        cure = partial(_write_schemas, practice, stale)
        yield Trouble(named(stale), what, "--fix writes it", cure, matters=False)


def _write_schemas(practice: Practice, names: list[str]) -> str:
    why = write_schemas(practice, names)
    return f"written anew, but not committed: {why}" if why else "written anew"


def _leftovers(root: Path) -> Iterator[Trouble]:
    """Nothing of them is read; one line for each folder."""
    for folder in OWN_FOLDERS:
        if folder.startswith("."):
            continue
        names = sorted(path.name for path in (root / folder).rglob("*") if path.is_file() and _is_leftover(path))
        if names:
            by = ", ".join(dict.fromkeys(leftover_of(name) for name in names))
            what = f"{counted(len(names), 'leftover')} of {by}: {named(names)}"
            yield Trouble(f"{folder}/", what, "never read; delete them when you need nothing of them", matters=False)


def _is_leftover(path: Path) -> bool:
    return path.suffix not in {".yaml", ENDING} and ".goalctl-" not in path.name and bool(leftover_of(path.name))


def _plans(practice: Practice, found: Scan, watched: Watched) -> Iterator[Trouble]:
    older, locked = 0, list[str]()
    for case in watched(case_plans(practice, found.files), len(found.files)):
        if case.is_locked:
            locked.append(case.file.name)
            continue
        if case.plan is None:
            first = case.errors[0]
            yield Trouble(case.file.name, f"can't be read: {first.message}", f"goalctl check {case.file.name}")
            continue
        older += case.plan.format < NEWEST
        yield from _notes(practice, case.plan)
    if locked:
        yield Trouble(locked[0], f"{counted(len(locked), 'plan')} locked by git-crypt: {named(locked)}", UNLOCK)
    yield from _notes_of_nobody(practice.root, {file.client for file in found.files})
    if older:
        what = f"{counted(older, 'plan')} of an older format, which is read for ever"
        yield Trouble(f"{PLANS}/", what, "nothing to do; goalctl upgrade makes them new on purpose", matters=False)


def _notes(practice: Practice, plan: Plan) -> Iterator[Trouble]:
    for finding in note_findings(practice, plan):
        if finding.code != SAID_ELSEWHERE:
            yield Trouble(f"{NOTES}/{plan.client}", finding.message, finding.hint)
    for _, name, reason, hint in lost_notes(practice, plan):
        text = None if hint else _last_text(practice.root, name)
        if text is None or (practice.root / name).exists():
            yield Trouble(name, f"the linked note {reason}", hint or "look in .goalctl/rescued and in the last backup")
        else:
            cure = partial(_restore, practice.root, name, text)
            yield Trouble(name, "a long note that an entry links is gone, and git has it", "--fix brings it back", cure)


def _notes_of_nobody(root: Path, clients: set[str]) -> Iterator[Trouble]:
    folder = root / NOTES
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir() and path.name not in clients and any(path.iterdir()):
            yield Trouble(
                f"{NOTES}/{path.name}", "notes of a client who has no plan here", "move them to where the plan is"
            )


def _last_text(root: Path, name: str) -> bytes | None:
    """What git had of the file last."""
    repository = Repository(root)
    try:
        texts = (repository.text_or_none(commit.name, name) for commit in repository.commits_of(name))
        return next((text for text in texts if text is not None), None)
    except GitError:
        return None


def _restore(root: Path, name: str, text: bytes) -> str:
    path = root / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    create(path, text, root=root)
    return "brought back from git"
