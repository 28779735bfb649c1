"""A new file of the library by questions: what was answered, shown as the file that it makes, saved, tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from goalctl.analysis.instruments.scoring import UNFIT
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.guided import confirmed_entry, sitting
from goalctl.cli.desk import Desk
from goalctl.documents.document import document_of
from goalctl.documents.yaml_text import block_text
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields, Finding, errors_in
from goalctl.model.types import Record
from goalctl.views.clean import clean
from goalctl.workspace.shelves.checks import LibraryFile
from goalctl.workspace.shelves.kinds import LibraryKind

M = TypeVar("M", bound=Record)
_INLINE = 32


class UnfitFileError(GoalctlError):
    """The answers make a file that contradicts itself; it is told before anything is written."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("; ".join(finding.message for finding in findings), findings[0].hint)


def asked_file(
    desk: Desk,
    kind: LibraryKind[M],
    name: str,
    questions: Sequence[Question],
    entry_from: Callable[[Replies], Fields],
    remarks: Mapping[str, str],
) -> bool:
    """Ask, show the file, save it as the practice's own; False when the person decides against it."""

    def preview(entry: Fields) -> str:
        text = file_text(entry, remarks)
        remarks_on_it = _refuse_unfit(desk, kind, name, text)
        return "\n".join(clean(line) for line in [*text.splitlines(), *remarks_on_it])

    desk.say(f"A new {kind.one}: it becomes {kind.folder}/{name}.yaml, and can be changed later.")
    with sitting(desk, f"new-{kind.one}", name, questions, with_help=True) as walk:
        entry = confirmed_entry(walk, entry_from, preview)
        desk.say(f"made {kind.create(desk.practice, name, kind.with_schema(file_text(entry, remarks)))}")
        return True
    return False


def file_text(entry: Fields, remarks: Mapping[str, str]) -> str:
    """The entry as a person would write it, with a remark behind or above what is worth one."""
    parts = [_part(key, block_text({key: value}), remarks.get(key, "")) for key, value in entry.items()]
    return "".join(parts)


def _part(key: str, text: str, remark: str) -> str:
    if not remark:
        return text
    head, _, rest = text.partition("\n")
    if rest.strip() or len(head) > _INLINE:
        return f"\n# {key}: {remark}\n{text}"
    return f"{head.ljust(_INLINE)}  # {remark}\n"


def _refuse_unfit(desk: Desk, kind: LibraryKind[M], name: str, text: str) -> list[str]:
    """Raise for a file that can't be used; of one that can, what is odd in it, a line each."""
    document = document_of(text.encode(), kind.model)
    found = [*document.findings]
    if document.content is not None:
        found += kind.checks(LibraryFile(desk.practice, kind.shelf(desk.root), name, document.content))
    errors = errors_in(found)
    if errors:
        raise UnfitFileError(errors)
    odd = [finding for finding in found if finding.code == UNFIT]
    return [finding.in_short for finding in odd]
