"""From what a report says to a page, through the template of its kind; the only module that knows Jinja2.

Templates run in a sandbox: a practice's own come with its folder, and a folder may come from anywhere. What it makes is
bounded: the turns of all loops together, what a multiplication or a joining gives, and the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from goalctl.model.errors import GoalctlError
from goalctl.views.charts.drawing import chart_svg
from goalctl.views.reports.escape import css_text, html_text, lines_of, markdown_text
from goalctl.views.reports.parts import Figure
from goalctl.views.style import BASE_STYLE

HTML = "html"
MARKDOWN = "md"
ENDING = ".j2"
PICTURE_WIDTH = 760.0
MOST_TURNS = 1_000_000
MOST_CHARACTERS = 20_000_000
MOST_DIGITS = 1000
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


class _TooMuchError(Exception):
    """A template would make more than any page can hold."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Every loop goes through a filter that counts its turns, what makes a text longer through a look at its size."""

    intercepted_binops = frozenset({"*", "**", "+"})
    turns = 0

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
            loop.iter.set_environment(self)
        for joining in tree.find_all(nodes.Concat):
            whole = nodes.List(joining.nodes, lineno=joining.lineno)
            joining.nodes = [nodes.Filter(whole, "joined", [], [], None, None, lineno=joining.lineno)]
            joining.set_environment(self)
        return tree

    def counted(self, items: Iterable[object]) -> Iterator[object]:
        """The items, as long as all loops together have not made too many turns."""
        for item in items:
            self.turns += 1
            if self.turns > MOST_TURNS:
                raise _TooMuchError
            yield item

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's
        """A product, unless it would be longer than a page, or a power of more than anybody reads."""
        long = next((len(side) for side in (left, right) if isinstance(side, str | list | tuple)), None)
        times = max(side for side in (left, right, 0) if isinstance(side, int))
        if operator == "+" and long and long + len(right) > MOST_CHARACTERS:
            raise _TooMuchError
        if (long and long * times > MOST_CHARACTERS) or (operator == "**" and times > MOST_DIGITS):
            raise _TooMuchError
        return super().call_binop(context, operator, left, right)


def joined(parts: list[object]) -> str:
    """What `~` makes of them, unless it would be longer than a page."""
    if sum(len(str(part)) for part in parts) > MOST_CHARACTERS:
        raise _TooMuchError
    return markup_join(parts)


def page_text(kind: str, written_as: str, report: object, sources: Sources) -> str:
    """The page of that kind (`plan`) in that format (`html`, `md`); `sources` gives a template's text by its name."""
    name = f"{kind}.{written_as}.j2"
    try:
        text = _bounded(_sandbox(written_as, sources).get_template(name).generate(report=report))
    except TemplateNotFound as error:
        raise BadTemplateError(str(error.name or name), None, "there is no such template") from None
    except TemplateSyntaxError as error:
        raise BadTemplateError(error.name or name, error.lineno, error.message or "it is no template") from None
    except GoalctlError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a practice's own template does
        raise BadTemplateError(*_place(error, name), _reason(error)) from None
    if written_as == MARKDOWN:  # templates may leave as many empty lines as they read well with
        text = _EMPTY_LINES.sub("\n\n", text)
    return text.strip("\n") + "\n"


def _bounded(pieces: Iterable[str]) -> str:
    found: list[str] = []
    left = MOST_CHARACTERS
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise _TooMuchError
        found.append(piece)
    return "".join(found)


def _place(error: Exception, name: str) -> tuple[str, int | None]:
    """The template and the line in which it happened, as deep as a template leads."""
    place: tuple[str, int | None] = (name, None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(ENDING):
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _reason(error: Exception) -> str:
    """What went wrong, without what the report says."""
    match error:
        case TemplateError():
            return error.message or type(error).__name__
        case RecursionError():
            return "it includes or extends itself without end"
        case _TooMuchError() | MemoryError() | OverflowError():
            return "it makes more than a page can hold"
        case _:
            return f"what stands here can't be worked out ({type(error).__name__})"


def _sandbox(written_as: str, sources: Sources) -> _Sandbox:
    """Every value goes through the format's own escape; only what a template or macro wrote itself stays as it is."""

    def named(name: str) -> tuple[str, str, None] | None:
        text = sources(name)
        return None if text is None else (text, name, None)

    made = _Sandbox(
        loader=FunctionLoader(named),
        autoescape=True,
        finalize=_ESCAPES[written_as],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(css=css_text, lines=lines_of, picture=picture, counted=made.counted, joined=joined)
    made.globals["base_style"] = Markup(BASE_STYLE)  # noqa: S704 - our own style sheet
    return made


def picture(figure: Figure, plot: float) -> Markup:
    """The chart as SVG with title and description, `plot` high between its axes; the drawer escapes what it writes."""
    drawn = chart_svg(figure.chart, width=PICTURE_WIDTH, plot=plot, key=figure.key)
    return Markup(drawn)  # noqa: S704 - made by our own drawer
