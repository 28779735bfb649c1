"""Reads who clients are from a file outside the workspace; one inside it is refused, because a plan is pseudonymous."""

from __future__ import annotations

from pathlib import Path

from goalctl.documents.document import read_document
from goalctl.documents.open import real_path
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, errors_in
from goalctl.model.identity import Identities

EXAMPLE = "clients: {c-7f3k: {name: …, birth_date: 1984-03-02, member_id: …}}"


class IdentityInsideError(GoalctlError):
    """Names must not lie beside plans."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__(
            "the identity file lies inside the workspace, where plans must stay without names",
            "move it to a folder of its own, outside the workspace and outside its git repository",
        )


class BadIdentityError(GoalctlError):
    """The identity file can't be read; its problems are told by place, without a line of it."""

    def __init__(self, path: Path, findings: tuple[Finding, ...]) -> None:
        super().__init__("the identity file can't be used", f"write it as {EXAMPLE}")
        self.named_findings = tuple((path.name, _without_excerpt(finding)) for finding in findings)


def identities_in(path: Path, *, root: Path) -> Identities:
    """The whole file, with the group that may read it; `root` is the workspace, in which the file must not lie."""
    real = path.resolve()
    if real_path(real, root) is not None or path.absolute().is_relative_to(root.absolute()):
        raise IdentityInsideError
    document = read_document(real, Identities, root=real.parent)
    if document.content is None:
        errors = errors_in(document.findings)
        raise BadIdentityError(path, tuple(errors))
    return document.content


def _without_excerpt(finding: Finding) -> Finding:
    return finding.at(finding.place._replace(excerpt="")) if finding.place else finding
