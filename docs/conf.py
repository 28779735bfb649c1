"""How the documentation is built: `sphinx-build -W -n -b html docs build/docs`, every warning an error.

Sphinx with MyST, because both are well kept; the theme loads nothing from elsewhere. What can be told by the code is
not written a second time: `made.py` asks goalctl itself when the pages are built.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from goalctl import __version__

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from made import made_pages  # noqa: E402 - found by the line above

project = "goalctl"
author = "the goalctl authors"
copyright = author  # noqa: A001 - Sphinx's own name
version = release = __version__
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["README.md"]
myst_heading_anchors = 3
nitpicky = True
html_theme = "furo"
html_title = f"goalctl {release}"
html_static_path = ["static"]
html_css_files = ["wide.css"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"sidebar_hide_name": False}
highlight_language = "none"  # screens and plans are shown as they are


def _make(_app: Any) -> None:  # noqa: ANN401 - Sphinx's application
    folder = HERE / "reference" / "made"
    folder.mkdir(exist_ok=True)
    for name, text in made_pages():
        page = folder / f"{name}.md"
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


FOR_EVERYBODY = {
    'role="heading">': 'role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="All pages">',
}
"""What the theme leaves out: wide screens scroll by keyboard too, and a screen reader hears what is which."""


def _finish(app: Any, trouble: Exception | None) -> None:  # noqa: ANN401 - Sphinx's application
    for page in () if trouble else Path(app.outdir).rglob("*.html"):
        text = found = page.read_text(encoding="utf-8")
        for theirs, ours in FOR_EVERYBODY.items():
            text = text.replace(theirs, ours)
        if text != found:
            page.write_text(text, encoding="utf-8")


def setup(app: Any) -> None:  # noqa: ANN401 - Sphinx's application
    """The made pages are there before any page is looked for, and the last is mended when all stand."""
    app.connect("config-inited", lambda app, _config: _make(app))
    app.connect("build-finished", _finish)
