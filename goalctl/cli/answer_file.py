"""What was asked, as a file holds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from goalctl.views.listing import Format, Listing


def text_of(listing: Callable[[], Listing], document: Callable[[], Mapping[str, object]], chosen: Format | None) -> str:
    """What was asked, as text; no file holds a table."""
    from goalctl.views.data.text import json_text
    from goalctl.views.listings.formats import TEXTS
    from goalctl.views.listings.html import html_page

    if chosen is Format.JSON:
        return json_text(document())
    return html_page(listing()) if chosen is Format.HTML else TEXTS[chosen or Format.PLAIN](listing())


def kind_of(chosen: Format | None) -> str:
    """Which kind of text that is, as a file's name says it."""
    return chosen.value if chosen in {Format.JSON, Format.CSV, Format.MD, Format.HTML} else "txt"
