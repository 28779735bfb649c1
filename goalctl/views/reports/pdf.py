"""A report as PDF, made from its HTML by WeasyPrint, which is an extra and is imported only here and only then."""

from __future__ import annotations

from typing import Any

from goalctl.model.errors import GoalctlError

TAGGED = "pdf/ua-1"


class NoPdfError(GoalctlError):
    """The extra is not installed, or the libraries it draws with are not."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(f"a PDF can't be made here: {reason}", hint)


def pdf_of(page: str) -> bytes:
    """The page as a tagged PDF, which a screen reader can read; whatever the page asks for from outside stays out."""
    weasyprint = _weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    made: bytes = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_variant=TAGGED)
    return made


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
