"""What one key of a file is for: the words that hover, `explain`, the prompts' `?` and the key reference share."""

from __future__ import annotations

from typing import NamedTuple

from goalctl.model.types import Record


class Key(NamedTuple):
    """One sentence, an example as it is typed behind the key, and for a number what it counts."""

    says: str
    example: str
    unit: str = ""

    @property
    def sentence(self) -> str:
        """The sentence with the unit in it."""
        is_unsaid = self.unit and self.unit not in self.says
        return f"{self.says.removesuffix('.')} ({self.unit})." if is_unsaid else self.says

    @property
    def text(self) -> str:
        """Sentence, unit and example, as an editor shows them."""
        return f"{self.sentence} Example: {self.example}"


Keys = dict[type[Record], dict[str, Key]]
"""By record, and by the key as the file has it; a record that extends another has that one's keys too."""

ON = Key("The day it was.", "2026-03-31")
WRITTEN = Key("When it was typed, by the machine's clock; goalctl puts it there.", "2026-02-02T11:20")
ENTRY_ID = Key("Six digits and letters; goalctl makes them, and they stay.", "4k7q2m")
BY = Key("Who did it, as in the settings' clinicians.", "m.kowalski")
FORMAT = Key("The format of the file: 2 as soon as it holds a newer word, else 1.", "2")
CPT = Key("The billing code of the service.", "90834")
NAME = Key("What it is called.", "Low mood")
ABOUT = Key("One or two sentences about what it is for.", "For adults with low mood.")
TAGS = Key("Words to find it by.", "[mood, adults]")
DIGEST = Key("The digest of what was agreed to or signed; goalctl works it out.", "2:9ad03e1c5b7f2a90")
