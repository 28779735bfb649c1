"""plotext without its own documentation, which it makes whenever it is imported, and which takes longer than charts."""

from __future__ import annotations

import sys
from types import ModuleType

_DOCUMENTATION = "plotext._doc.doc"
_none = ModuleType(_DOCUMENTATION)
_none.docs = None  # type: ignore[attr-defined]  # all that plotext takes from there
sys.modules.setdefault(_DOCUMENTATION, _none)

import plotext  # type: ignore[import-untyped]  # noqa: E402 - it ships no types

__all__ = ["plotext"]
