"""Finding forms by words: id, name, tags, what it is about, its labels; a slip of the pen is forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from goalctl.model.form import Form
from goalctl.model.nearest import mistyped

_WORD = re.compile(r"[\w-]+")
_NEAR = 0.8
_WEIGHTS = (8, 4, 2, 1)
_SURE, _BEGINNING, _SLIP = 4, 2, 1


def found_forms(forms: Iterable[Form], words: Sequence[str]) -> list[Form]:
    """The forms in which every word is found, the best first; the word itself beats a beginning, that beats a slip."""
    ranked = [(min((_rank(form, word.lower()) for word in words), default=1), form) for form in forms]
    fitting = [(rank, form) for rank, form in ranked if rank]
    return [form for _, form in sorted(fitting, key=lambda pair: (-pair[0], pair[1].form))]


def _rank(form: Form, word: str) -> int:
    """How well the word fits the best place of the form that has it; 0 for not at all."""
    places = (
        f"{form.form} {form.name}",
        " ".join((*form.tags, form.kind.value)),
        form.about or "",
        " ".join(item.ask for item in form.items),
    )
    return max(weight * _fit(text.lower(), word) for weight, text in zip(_WEIGHTS, places, strict=True))


def _fit(text: str, word: str) -> int:
    known = {*_WORD.findall(text), *re.findall(r"\w+", text)}
    if word in known:
        return _SURE
    if any(part.startswith(word) for part in known):
        return _BEGINNING
    return _SLIP if mistyped(word, known, like=_NEAR) else 0
