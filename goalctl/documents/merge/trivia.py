"""What stands between values (comments, blank lines, the rest of a line), of both sides."""

from __future__ import annotations

from collections import Counter


def united_lines(ancestor: str, mine: str, theirs: str) -> str:
    """Whole lines: what either side took away is gone, what either side added is there, neither side first."""
    if theirs in {mine, ancestor}:
        return mine
    if mine == ancestor:
        return theirs
    first, second = sorted((mine, theirs))
    before, there = Counter(ancestor.splitlines(keepends=True)), Counter(second.splitlines(keepends=True))
    lines = []
    for line in first.splitlines(keepends=True):
        if there[line]:
            there[line] -= 1
            before[line] -= 1
        elif before[line] > 0:  # the other side took it away
            before[line] -= 1
            continue
        lines.append(line)
    for line in second.splitlines(keepends=True):
        if there[line] and not (before[line] > 0 and line.strip()):
            there[line] -= 1
            lines.append(line)
    return "".join(lines)


def united_rest(ancestor: str, mine: str, theirs: str) -> str:
    """The rest of a line and the lines below it."""
    three = [text.partition("\n") for text in (ancestor, mine, theirs)]
    line = _united_line(*(first for first, _, _ in three))
    end = "\n" if any(mark for _, mark, _ in three[1:]) else ""
    return line + end + united_lines(*(rest for _, _, rest in three))


def _united_line(ancestor: str, mine: str, theirs: str) -> str:
    if theirs in {mine, ancestor}:
        return mine
    if mine == ancestor:
        return theirs
    first, second = sorted((mine, theirs))
    is_comment = first.lstrip().startswith("#") and second.lstrip().startswith("#")
    return f"{first} {second.lstrip()}" if is_comment else max(first, second, key=len)
