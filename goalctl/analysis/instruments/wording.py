"""Whose words a form's items are: goalctl's labels name a topic, and are never what a client answers."""

from __future__ import annotations

import json
from zlib import crc32

from goalctl.model.form import Form, FormKind, Item


def in_our_words(form: Form, shipped: Form | None) -> tuple[Item, ...]:
    """The items that still carry goalctl's label in place of a question; `shipped` is the form that it was made from.

    Of a shipped instrument that is all of them. A form without a shipped one behind it is its author's own words, and
    a worksheet or a note is ours to print.
    """
    if shipped is None or shipped.kind is not FormKind.ASSESSMENT:
        return ()
    labels = {item.id: item.ask for item in shipped.items}
    return tuple(item for item in form.items if labels.get(item.id) == item.ask)


def sheet_mark(form: Form) -> str:
    """Eight digits that change when a question, an answer to it or their order does."""
    asked = [[item.id, item.ask, list(form.options_of(item).items())] for item in form.items]
    return f"{crc32(json.dumps([form.over, asked]).encode()):08x}"
