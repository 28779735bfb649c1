"""Findings for programs: JSON, annotations of GitHub Actions, and counts by code.

The JSON is an object with `format` (1), `findings`, `statistics` (how many by code) and `summary`. A finding has `file`
(from the workspace on), `line`, `column` and `width` (from 1; null when it concerns the whole file), `code`, `severity`
(error, warning, info), `title`, `message`, `hint`, `path` (keys and 0-based positions that lead to the value) and
`asked`: of an audit, by which profile and where that is written (`source`, `version`, the day it was `read`, `old` when
that text is not in force any more, `verified`), else null.
No form of it repeats the line of the file: what a client said stays out of logs.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from goalctl.model.finding import Finding, Severity
from goalctl.model.profile import Profile
from goalctl.views.clean import clean, one_line

Named = Sequence[tuple[str, Finding]]
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def findings_json(
    named: Named, titles: Mapping[str, str], *, plans: int, unreadable: int, waived: int, profile: Profile | None = None
) -> str:
    """The whole check as one object; `profile` is whose questions were asked."""
    counts = Counter(finding.severity for _, finding in named)
    summary = {"plans": plans, "unreadable": unreadable, "waived": waived}
    content = {
        "format": 1,
        "findings": [
            _record(name, finding, titles) | {"asked": _asked(finding.code, profile)} for name, finding in named
        ],
        "statistics": dict(sorted(Counter(finding.code for _, finding in named).items())),
        "summary": summary | {f"{severity.value}s": counts[severity] for severity in Severity},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _record(name: str, finding: Finding, titles: Mapping[str, str]) -> dict[str, object]:
    place = finding.place
    return {
        "file": clean(name),
        "line": place.line if place else None,
        "column": place.column if place else None,
        "width": place.width if place else None,
        "code": finding.code,
        "severity": finding.severity.value,
        "title": titles.get(finding.code, ""),
        "message": clean(finding.message),
        "hint": clean(finding.hint),
        "path": [clean(step) if isinstance(step, str) else step for step in finding.path],
    }


def _asked(code: str, profile: Profile | None) -> dict[str, object] | None:
    asked = profile.rules.get(code) if profile else None
    if profile is None or asked is None:
        return None
    return {
        "profile": profile.profile,
        "source": asked.source,
        "version": asked.version,
        "read": asked.read.isoformat() if asked.read else None,
        "old": asked.old,
        "verified": asked.verified,
    }


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
