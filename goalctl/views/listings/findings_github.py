"""Findings as annotations of GitHub Actions, and counts by code; `views/data` has them for other programs.

None repeats the line of the file: what a client said stays out of logs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from goalctl.model.finding import Finding, Severity
from goalctl.views.clean import clean, one_line

Named = Sequence[tuple[str, Finding]]
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def findings_github(named: Named, titles: Mapping[str, str]) -> str:
    """One workflow command a line, which GitHub shows beside the line in a pull request."""
    return "".join(_command(name, finding, titles) for name, finding in named)


def _command(name: str, finding: Finding, titles: Mapping[str, str]) -> str:
    fields = {"file": name}
    if finding.place:
        end = finding.place.column + finding.place.width - 1
        fields |= {"line": str(finding.place.line), "col": str(finding.place.column), "endColumn": str(end)}
    title = titles.get(finding.code, "")
    fields["title"] = f"{finding.code} {title}" if title else finding.code
    where = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    said = f"{one_line(finding.message)}; {one_line(finding.hint)}" if finding.hint else one_line(finding.message)
    return f"::{_COMMANDS[finding.severity]} {where}::{_data(said)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")


def statistics(named: Named, titles: Mapping[str, str]) -> str:
    """How many findings of each code, the most frequent first, one a line."""
    counts = Counter(finding.code for _, finding in named)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return "".join(f"{count:>6}  {code}  {titles.get(code, '')}".rstrip() + "\n" for code, count in ordered)
