"""The kinds of fault that a goal's wording may have, and which rules tell each."""

from __future__ import annotations

KINDS = {
    "vague": ("S101", "S102", "S104", "S105"),
    "no-number": ("S103", "S107", "S109"),
    "depends-on-others": ("S108",),
    "only-an-absence": ("S106",),
    "two-in-one": ("S110",),
}
"""The codes of each, in the words of the labelled goals."""

KIND_OF = {code: kind for kind, codes in KINDS.items() for code in codes}
