"""Findings as a compiler shows them: place, what is wrong, the line with a caret, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from goalctl.analysis.figures import counted
from goalctl.model.finding import Finding, Place, Severity
from goalctl.views.cells import columns_of
from goalctl.views.clean import clean, one_line

EXCERPT_WIDTH = 100
MOST_OF_A_CODE = 50  # our own: one mistake made everywhere is read once; nobody reads on


def concise_text(named: Iterable[tuple[str, Finding]]) -> str:
    """One finding a line, each with a place, as editors read a compiler's errors; the first line for a whole file."""
    return "".join(_concise(name, finding) for name, finding in named)


def _concise(name: str, finding: Finding) -> str:
    line, column = (finding.place.line, finding.place.column) if finding.place else (1, 1)
    hint = f" ({one_line(finding.hint)})" if finding.hint else ""
    head = f"{one_line(name)}:{line}:{column}: {finding.severity.value}[{finding.code}]"
    return f"{head}: {one_line(finding.message)}{hint}\n"


def finding_text(name: str, finding: Finding) -> str:
    """One finding of the file of that name, without colour; ends with a line feed."""
    lines = [f"{finding.where(one_line(name))}: {finding.severity.value}[{finding.code}]: {one_line(finding.message)}"]
    if finding.place and finding.place.excerpt.strip():
        lines += _excerpt(finding.place)
    if finding.hint:
        lines.append(f"   hint: {one_line(finding.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(place: Place) -> list[str]:
    """The line and a caret under the stretch meant; a long line is cut around it."""
    start = max(0, place.column - 1 - EXCERPT_WIDTH * 2 // 3) if len(place.excerpt) > EXCERPT_WIDTH else 0
    before = clean(place.excerpt[start : place.column - 1])
    meant = clean(place.excerpt[place.column - 1 : place.column - 1 + place.width])
    after = clean(place.excerpt[place.column - 1 + place.width :])
    line = f"{before}{meant}{after}"[:EXCERPT_WIDTH].rstrip()
    number = f"{place.line:>5} | "
    caret = "^" * max(1, columns_of(meant[: EXCERPT_WIDTH - len(before)]))
    return [f"{number}{line}", f"{'':>5} | {'':{columns_of(before)}}{caret}"]


def findings_text(found: Iterable[tuple[str, Finding]]) -> str:
    """Several findings, an empty line between; of one code in one file only so many, and how many more there are."""
    told = Counter[tuple[str, str]]()
    few: list[tuple[str, Finding]] = []
    for name, finding in found:
        told[name, finding.code] += 1
        if told[name, finding.code] <= MOST_OF_A_CODE:
            few.append((name, finding))
    more = (
        f"{one_line(name)}: {count - MOST_OF_A_CODE} more of {code}; goalctl check --format json has them all\n"
        for (name, code), count in told.items()
        if count > MOST_OF_A_CODE
    )
    return "\n".join([finding_text(name, finding) for name, finding in few] + list(more))


def summary(plans: int, findings: Sequence[Finding], *, waived: int = 0) -> str:
    """One line about a whole check."""
    checked = f"{counted(plans, 'plan')} checked"
    counts = Counter(finding.severity for finding in findings)
    told = [_count(counts[kind], kind) for kind in Severity if counts[kind]] or ["nothing found"]
    return f"{checked}: {', '.join([*told, f'{waived} waived'] if waived else told)}"


def _count(count: int, kind: Severity) -> str:
    plural = "" if count == 1 or kind is Severity.INFO else "s"
    return f"{count} {kind.value}{plural}"
