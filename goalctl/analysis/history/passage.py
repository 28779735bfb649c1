"""A passage of a record, and those that some words are found in. Light: no models.

What is linked, as a long note, is a passage whose words are read when it is searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from goalctl.analysis.ranking import Findable, Ranking, stem_of, words_of

AROUND = 30


class Passage(NamedTuple):
    """Some words of one client's record; `day` is None where nothing says when, `file` names what is linked there."""

    client: str
    day: date | None
    place: str
    text: str
    file: str = ""


class PlanWords(NamedTuple):
    """Whose plan it is, all its passages, and every file that it links, voided entries' too."""

    client: str
    passages: tuple[Passage, ...]
    linked: tuple[str, ...]

    def with_texts(self, texts: Mapping[str, str]) -> Iterator[Passage]:
        """The passages with the words of what is linked, by its name; what could not be read is left out."""
        for passage in self.passages:
            if not passage.file:
                yield passage
            elif passage.file in texts:
                yield passage._replace(text=texts[passage.file])


def passages_found(passages: Iterable[Passage], words: Iterable[str]) -> list[Passage]:
    """Those in which every word stands, or one like it where it stands nowhere; the newest first, cut to the place.

    A slip of the pen and another ending are forgiven; small words are passed over.
    """
    every = list(passages)
    ranking = Ranking([Findable(passage.text) for passage in every])
    wanted = [word for phrase in words for word in phrase.split() if words_of(word)]
    found = [set(ranking.best(word)) for word in wanted]
    places = sorted(set.intersection(*found)) if found else []
    stems = {stem for word in wanted for stem in ranking.stems_meant(word)}
    cut = [every[place]._replace(text=_around(every[place].text, stems)) for place in places]
    return sorted(cut, key=lambda passage: (passage.day or date.min, passage.client), reverse=True)


def _around(text: str, stems: set[str]) -> str:
    """The words before and behind the first that is meant, so that a long note shows where."""
    words = text.split()
    place = next((n for n, word in enumerate(words) if any(stem_of(part) in stems for part in words_of(word))), 0)
    first, last = max(place - AROUND // 2, 0), place + AROUND
    return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"
