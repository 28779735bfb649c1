"""The form that a person means: by its id, as people write one, or by its whole name, as sheets and exports have it."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.model.form import Form
from goalctl.model.ids import FormRef, form_called, letters_of
from goalctl.model.scalars import ScalarError


def form_meant(text: str, forms: Mapping[str, Form]) -> FormRef:
    """`PHQ-9`, `phq9` as `form_called` reads them; `PROMIS Anxiety 8a` where no id is meant, unless two are so called.

    All forms are read for a whole name, and for no other.
    """
    try:
        ref = form_called(text, forms)
    except ScalarError:
        return _by_name(text, forms) or form_called(text, forms)
    return ref if ref.id in list(forms) else _by_name(text, forms) or ref  # one that can't be read is there too


def _by_name(text: str, forms: Mapping[str, Form]) -> FormRef | None:
    name, at, rest = text.partition("@")
    letters = letters_of(name)
    named = {form_id: form.name for form_id in forms if letters and (form := forms.get(form_id))}
    alike = [form_id for form_id, whole in named.items() if letters_of(whole) == letters]
    return form_called(f"{alike[0]}{at}{rest}", forms) if len(alike) == 1 else None
