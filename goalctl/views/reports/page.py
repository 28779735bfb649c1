"""From what a report says to a page, through the template of its kind; the only module that knows Jinja2.

Templates run in a sandbox: a practice's own come with its folder, and a folder may come from anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from goalctl.model.errors import GoalctlError
from goalctl.views.charts.drawing import chart_svg
from goalctl.views.reports.escape import css_text, html_text, lines_of, markdown_text
from goalctl.views.reports.parts import Figure

HTML = "html"
MARKDOWN = "md"
PICTURE_WIDTH = 760.0
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_ESCAPES = {HTML: html_text, MARKDOWN: markdown_text}

Sources: TypeAlias = Callable[[str], str | None]


class BadTemplateError(GoalctlError):
    """A template can't be used; what is wrong is told by name and line, without a client's words."""

    def __init__(self, name: str, line: int | None, reason: str) -> None:
        super().__init__(
            f"templates/reports/{name}{f':{line}' if line else ''}: {reason}",
            "mend it, or take it away to use the shipped one",
        )


def rendered(kind: str, written_as: str, report: object, sources: Sources) -> str:
    """The page of that kind (`plan`) in that format (`html`, `md`); `sources` gives a template's text by its name."""
    name = f"{kind}.{written_as}.j2"
    try:
        text = _environment(written_as, sources).get_template(name).render(report=report)
    except TemplateNotFound as error:
        raise BadTemplateError(str(error.name or name), None, "there is no such template") from None
    except TemplateSyntaxError as error:
        raise BadTemplateError(error.name or name, error.lineno, error.message or "it is no template") from None
    except TemplateError as error:
        raise BadTemplateError(name, None, error.message or type(error).__name__) from None
    if written_as == MARKDOWN:  # templates may leave as many empty lines as they read well with
        text = _EMPTY_LINES.sub("\n\n", text)
    return text.strip("\n") + "\n"


def _environment(written_as: str, sources: Sources) -> ImmutableSandboxedEnvironment:
    """Every value goes through the format's own escape; only what a template or macro wrote itself stays as it is."""
    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(sources),
        autoescape=True,
        finalize=_ESCAPES[written_as],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(css=css_text, lines=lines_of, picture=picture)
    return made


def picture(figure: Figure, plot: float) -> Markup:
    """The chart as SVG with title and description, `plot` high between its axes; the drawer escapes what it writes."""
    drawn = chart_svg(figure.chart, width=PICTURE_WIDTH, plot=plot, key=figure.key)
    return Markup(drawn)  # noqa: S704 - made by our own drawer
