"""A report as PDF, made from its HTML by WeasyPrint, which is an extra and is imported only here and only then."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from goalctl.model.errors import GoalctlError

TAGGED = "pdf/ua-1"
_TOGETHER = re.compile(r"break-(?:inside|after): avoid;")
_NO_GLYPH = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]+)\)", re.DOTALL)
_FONTS = (({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH"}, "fonts-noto-cjk"),)


class NoPdfError(GoalctlError):
    """The extra is not installed, or the libraries it draws with are not."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(f"a PDF can't be made here: {reason}", hint)


class _Unshown(logging.Handler):
    """Keeps the characters for which WeasyPrint says that no font has them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Its warning ends with the character and its number."""
        if told := _NO_GLYPH.fullmatch(record.getMessage()):
            self.found.append(chr(int(told[1], 16)))


def pdf_of(page: str, told: Callable[[str], None] | None = None) -> bytes:
    """The page as a tagged PDF, which a screen reader can read; whatever the page asks for from outside stays out.

    `told` hears of characters that no font of this machine has, which are boxes in it.
    """
    weasyprint = _weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    unshown, log = _Unshown(), logging.getLogger("weasyprint")
    log.addHandler(unshown)

    def draw(text: str) -> bytes:
        unshown.found.clear()
        made: bytes = weasyprint.HTML(string=text, url_fetcher=fetcher).write_pdf(pdf_variant=TAGGED)
        return made

    try:
        made = _drawn(draw, page)
    finally:
        log.removeHandler(unshown)
    if unshown.found and told:
        told(no_font_words(unshown.found))
    return made


def _drawn(draw: Callable[[str], bytes], page: str) -> bytes:
    """The page as drawn; what stays together, longer than a sheet, can make WeasyPrint fail, and is parted then."""
    try:
        return draw(page)
    except Exception:  # noqa: BLE001 - it has no error of its own: an assertion, an index, an attribute
        parted = _TOGETHER.sub("", page)
    try:
        return draw(parted)
    except Exception as error:
        reason = f"WeasyPrint fails at it ({type(error).__name__})"
        raise NoPdfError(reason, "use --format html, and print that from a browser") from error


def no_font_words(found: Sequence[str]) -> str:
    """How many characters no font has, and which fonts would; never the characters themselves."""
    first = found[0]
    many = f"{len(found)} characters have" if len(found) > 1 else "1 character has"
    are = "are boxes" if len(found) > 1 else "is a box"
    kind = unicodedata.name(first, "").partition(" ")[0]
    font = next((name for kinds, name in _FONTS if kind in kinds), "fonts-noto-core")
    return (
        f"{many} no font on this machine and {are} in the PDF (U+{ord(first):04X} first): "
        f"install one (Debian and Ubuntu: apt install {font}), or use --format html"
    )


def _weasyprint() -> Any:  # noqa: ANN401 - a module that may not be there
    try:
        import weasyprint  # type: ignore[import-untyped] # it ships no types
    except ModuleNotFoundError as error:
        if error.name != "weasyprint":
            raise
        raise NoPdfError("WeasyPrint is not installed", "pip install 'goalctl[pdf]', or use --format html") from None
    except OSError:
        hint = "install Pango (Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0), or use --format html"
        raise NoPdfError("the text library Pango is missing", hint) from None
    return weasyprint
