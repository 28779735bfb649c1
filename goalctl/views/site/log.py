"""The log on a client's page: each entry as it was written, the newest first; older ones wait behind a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goalctl.analysis.figures import counted
from goalctl.model.finding import Value
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.record import RecordEntry, RecordNode, entries_of
from goalctl.views.site.markup import said, told

MOST_OPEN = 3
NO_ENTRY = "Nothing is logged yet."


def log_part(scope: Scope, data: Mapping[str, Value]) -> str:
    """The whole log; `data` are the plan's plain values."""
    entries = list(entries_of(scope, scope.case.data_then(dict(data)), None))[::-1]
    if not entries:
        return f'<p class="quiet">{NO_ENTRY}</p>\n'
    first, rest = "".join(map(_entry, entries[:MOST_OPEN])), entries[MOST_OPEN:]
    if not rest:
        return first
    older = counted(len(rest), "earlier entry", "earlier entries")
    return f"{first}<details>\n<summary>{older}</summary>\n{''.join(map(_entry, rest))}</details>\n"


def _entry(entry: RecordEntry) -> str:
    marks = "".join(f'<p class="mark">{said(mark)}</p>\n' for mark in entry.marks)
    text = f'<p class="text">{told(entry.text)}</p>\n' if entry.text else ""
    forms = "".join(f"<p>{said(form)}</p>\n" for form in entry.forms)
    linked = f'<p class="quiet">{said(entry.linked)}</p>\n' if entry.linked else ""
    details = f'<p class="quiet details">{said(entry.details)}</p>\n' if entry.details else ""
    return (
        f'<article class="entry">\n<h3>{said(entry.heading)}</h3>\n{text}{_tree(entry.nodes)}{forms}{linked}{marks}'
        f"{details}</article>\n"
    )


def _tree(nodes: Iterable[RecordNode]) -> str:
    items = "".join(
        f"<li><strong>{said(node.label)}{':' if node.text else ''}</strong> "
        f'<span class="text">{told(node.text)}</span>{_tree(node.nodes)}</li>\n'
        for node in nodes
    )
    return f'<ul class="tree">\n{items}</ul>\n' if items else ""
