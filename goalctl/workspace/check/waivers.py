"""Waivers: a comment `# goalctl: ignore S104 reason` on the first line of a finding; the header line of a block scalar.

A waiver without a reason still waives, and is a finding itself; so is one that waives nothing (`W`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from goalctl.documents.locate import TextNode, line_end, tree_of
from goalctl.documents.text import place_at
from goalctl.model.finding import Finding, Place
from goalctl.rules.every import ADVISING
from goalctl.rules.rule import Rule
from goalctl.rules.w_waivers import REASONLESS, UNKNOWN, UNUSED

_WAIVER = re.compile(r"(?:(?<=\s)|^)#[ \t]*goalctl:[ \t]*ignore\b[ \t]*([^\r\n]*)", re.MULTILINE)
_CODES = re.compile(r"[A-Za-z]\d{3}(?:[ \t]*,[ \t]*[A-Za-z]\d{3})*(?![\w-])")


class Waiver(NamedTuple):
    """One comment: which codes it waives on its line, and why."""

    place: Place
    codes: tuple[str, ...]
    reason: str


def waivers_in(text: str) -> tuple[Waiver, ...]:
    """Every waiver of a text that can be read, in order; what stands inside a value is no comment."""
    if "goalctl:" not in text:
        return ()
    values = list(_inside_values(text, tree_of(text)))
    comments = (match for match in _WAIVER.finditer(text) if not _is_inside(match.start(), values))
    return tuple(_waiver(text, comment) for comment in comments)


def _waiver(text: str, comment: re.Match[str]) -> Waiver:
    codes = _CODES.match(comment[1])
    named = tuple(code.strip().upper() for code in codes[0].split(",")) if codes else ()
    reason = comment[1][codes.end() if codes else 0 :].strip(" \t:-\u2013")
    return Waiver(place_at(text, comment.start(), comment.end()), named, reason)


def _inside_values(text: str, node: TextNode) -> Iterator[tuple[int, int]]:
    """Where the words of values stand; behind a block scalar's header there may be a comment."""
    for entry in node.entries:
        yield from _inside_values(text, entry.value)
    if node.kind == "scalar":
        yield (line_end(text, node.start) if node.style in {"|", ">"} else node.start), node.end


def _is_inside(position: int, values: Iterable[tuple[int, int]]) -> bool:
    return any(start < position < end for start, end in values)


@dataclass(frozen=True, slots=True)
class Waived:
    """What is left after the waivers, and the codes of the findings that they took away, each as often as it was."""

    findings: tuple[Finding, ...]
    codes: tuple[str, ...] = ()


def waived(text: str, findings: Iterable[Finding], *, was_asked: Callable[[str], bool]) -> Waived:
    """The findings without those that are waived, with those about the waivers themselves.

    A waiver is only called unused when its code `was_asked` for in this check.
    """
    waivers, findings = waivers_in(text), tuple(findings)
    if not waivers:
        return Waived(findings)
    by_line = {(waiver.place.line, code) for waiver in waivers for code in waiver.codes if code in ADVISING}
    hit = {key for finding in findings if (key := _line_and_code(finding)) in by_line}
    kept = tuple(finding for finding in findings if _line_and_code(finding) not in hit)
    about = [found for waiver in waivers for found in _about(waiver, hit, was_asked)]
    gone = tuple(finding.code for finding in findings if _line_and_code(finding) in hit)
    return Waived((*kept, *(found for found in about if was_asked(found.code))), gone)


def _line_and_code(finding: Finding) -> tuple[int, str]:
    return finding.place.line if finding.place else 0, finding.code


def _about(waiver: Waiver, hit: set[tuple[int, str]], was_asked: Callable[[str], bool]) -> Iterator[Finding]:
    unknown = [code for code in waiver.codes if code not in ADVISING]
    if unknown or not waiver.codes:
        yield _told(UNKNOWN, f"{', '.join(unknown) or 'this'} names no rule that can be waived", waiver)
    if waiver.codes and not waiver.reason:
        yield _told(REASONLESS, "the waiver gives no reason", waiver)
    for code in filter(was_asked, waiver.codes):
        if code in ADVISING and (waiver.place.line, code) not in hit:
            yield _told(UNUSED, f"there is no {code} on this line to waive", waiver)


def _told(rule: Rule, message: str, waiver: Waiver) -> Finding:
    return Finding(rule.code, message, hint=rule.mend, severity=rule.severity, place=waiver.place)
