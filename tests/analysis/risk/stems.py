"""Which letters must stand in whatever a pattern finds: `python -m tests.analysis.risk.stems` writes them.

A note rarely holds any of them, so that few patterns have to be compiled for it, which takes far longer than reading.
"""

import re
from pathlib import Path
from re import _constants as ops
from re import _parser as parser

import goalctl
from goalctl.analysis.risk.notes import patterns

MODULE = Path(goalctl.__file__).parent / "analysis" / "risk" / "stems.py"
HEAD = '''"""For each pattern about risk letters of which some stand in whatever it finds.

Not written by hand: `python -m tests.analysis.risk.stems` makes them of the patterns.
"""

from __future__ import annotations

STEMS = tuple(
    tuple(each.split("|"))
    for each in """\\
'''
TAIL = '""".replace("\\n", "")\n    .removesuffix(";")\n    .split(";")\n)\n'
WIDE = 110

LENGTH = 6  # letters of each that are kept: more tell little more
LONG_ENOUGH = 4
MOST = 200  # texts that are spelt out of one pattern
MARKS = {ops.AT, ops.ASSERT, ops.ASSERT_NOT}  # take no letter
REPEATS = {ops.MAX_REPEAT, ops.MIN_REPEAT}


def stems_of(pattern):
    """Letters of which some stand in each text that it finds, in small ones."""
    spelt, stems = _of_all(parser.parse(pattern, re.IGNORECASE))
    found = _shortest(_rarest([spelt or (), stems or ()]) or ())
    return sorted(_shortest({one[:LENGTH] for one in found}))


def _shortest(found):
    """Without those that have another one in them."""
    return {one for one in found if not any(other != one and other in one for other in found)}


def _of_all(parts):
    """Every text that the parts in a row can be, None for too many; and stems of which one is in each of them."""
    spelt, found, is_spelt = {""}, [], True
    for part in parts:
        texts, stems = _of_one(*part)
        if texts is not None and len(spelt) * len(texts) <= MOST:
            spelt = {before + text for before in spelt for text in texts}
        else:
            found.append(spelt)
            spelt, is_spelt = texts or {""}, False
        found.append(stems or ())
    found.append(spelt)
    return (spelt if is_spelt else None), _rarest(found)


def _rarest(found):
    """Of those without an empty text the one whose shortest is longest, up to a length at which all tell enough."""
    told = [each for each in found if each and all(each)]
    return max(told, key=lambda each: (min(*map(len, each), LONG_ENOUGH), -len(each)), default=None)


def _of_one(op, value):
    if op in MARKS:
        return {""}, None
    if op in {ops.LITERAL, ops.IN}:
        return _letters([(op, value)] if op is ops.LITERAL else value), None
    if op is ops.SUBPATTERN:
        return _of_all(value[3])
    if op is ops.BRANCH:
        return _of_either([_of_all(each) for each in value[1]])
    if op in REPEATS:
        return _of_repeated(*value)
    return None, None


def _letters(found):
    """Each of them, unless a class of letters is among them."""
    is_spelt = all(op is ops.LITERAL for op, _ in found)
    return {chr(value).casefold() for _, value in found} if is_spelt else None


def _of_either(each):
    texts = [spelt for spelt, _ in each]
    stems = [found or spelt for spelt, found in each]
    spelt = None if None in texts else set().union(*texts)
    return (spelt if spelt and len(spelt) <= MOST else None), (set().union(*stems) if all(stems) else None)


def _of_repeated(least, most, parts):
    spelt, stems = _of_all(parts)
    if (least, most) == (0, 1) and spelt is not None:
        return spelt | {""}, None
    return None, (stems or spelt) if least else None


def written():
    """The module: each pattern's end in a semicolon; lines are broken behind bars."""
    return HEAD + "".join(f"{_broken(stems_of(pattern))}\n" for pattern in patterns()) + TAIL


def _broken(stems):
    lines = [""]
    for each in stems:
        if len(lines[-1]) + len(each) > WIDE:
            lines.append("")
        lines[-1] += f"{each}|"
    return "\n".join(lines).removesuffix("|") + ";"


if __name__ == "__main__":
    MODULE.write_text(written(), encoding="utf-8")
