"""From what a report says to a page, through the template of its kind; the only module that knows Jinja2.

Templates run in a sandbox: a practice's own come with its folder, and a folder may come from anywhere. What it makes is
bounded: the turns of all loops together, what a multiplication or a joining gives, and the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import dropwhile
from typing import Any, TypeAlias

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from goalctl.model.errors import GoalctlError
from goalctl.model.nearest import did_you_mean
from goalctl.views.frame import Frame, framed
from goalctl.views.reports.bounds import (
    MOST_CHARACTERS,
    TooMuchError,
    bounded,
    is_wide,
    kept_small,
    refuse_too_long,
    refuse_too_much,
)
from goalctl.views.reports.escape import css_text, html_text, lines_of, markdown_text
from goalctl.views.reports.parts import Figure, Head
from goalctl.views.style_sheet import STYLE_SHEET

HTML = "html"
MARKDOWN = "md"
ENDING = ".j2"
PICTURE_WIDTH = 760.0
MOST_TURNS = 1_000_000
SHIPPED = "shipped/"
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+[\"']([^\"']+)")
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")
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


class _Compiled(BytecodeCache):
    """Templates as they were compiled, for the next page of this run; one whose text changed is compiled again."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is kept of the template, if anything is."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = {HTML: _Compiled(), MARKDOWN: _Compiled()}  # apart, since each format has an escape of its own


class _Sandbox(ImmutableSandboxedEnvironment):
    """Every loop goes through a filter that counts its turns, what makes a text longer through a look at its size."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})
    turns = 0
    sources: Sources

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if name and not name.startswith(SHIPPED) and source != self.sources(SHIPPED + name):
            _refuse_what_is_nowhere(tree, name, list(_texts_above(source, self.sources)))
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
                raise TooMuchError
            yield item

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's
        """What it makes, unless that would be longer than a page, or a power of more than anybody reads."""
        refuse_too_long(operator, left, right)
        return kept_small(super().call_binop(context, operator, left, right))

    def wrap_str_format(self, value: Any) -> Any:  # noqa: ANN401 - Jinja's
        """`format` of a text, unless that asks for millions of columns."""
        text = getattr(value, "__self__", None)
        if isinstance(text, str) and is_wide(text):
            raise TooMuchError
        return super().wrap_str_format(value)

    def call(self, context: Context, called: Any, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's
        """What a method of a text or a macro makes, unless it would be longer than a page."""
        text = getattr(called, "__self__", None)
        if isinstance(text, str):
            refuse_too_much((text, *given, *named.values()))
        return kept_small(super().call(context, called, *given, **named))


def _texts_above(text: str, sources: Sources) -> Iterator[str]:
    """What a template extends, and what that extends, as far as it is there and said by name."""
    seen: set[str] = set()
    while (named := _EXTENDS.search(text)) and named[1] not in seen:
        seen.add(named[1])
        text = sources(named[1]) or ""
        yield text


def _refuse_what_is_nowhere(tree: nodes.Template, name: str, above: Sequence[str]) -> None:
    """Raise for what Jinja drops without a word: a block that nothing above knows, and words beside the blocks."""
    if not above or not all(above):
        return
    for part in _beside_blocks(tree):
        raise TemplateSyntaxError("what stands here is in no block, and would be nowhere", part.lineno, name)
    known = sorted({block for text in above for block in _BLOCK.findall(text)})
    for block in _outermost(tree):
        if block.name not in known:
            mend = did_you_mean(block.name, known, f"there are {', '.join(known)}")
            raise TemplateSyntaxError(f"no block of that name is extended: {block.name}; {mend}", block.lineno, name)


def _beside_blocks(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Words and values behind `extends` that stand in no block."""
    behind = dropwhile(lambda node: not isinstance(node, nodes.Extends), tree.body)
    parts = (part for node in behind if isinstance(node, nodes.Output) for part in node.nodes)
    return (part for part in parts if not isinstance(part, nodes.TemplateData) or part.data.strip())


def _outermost(tree: nodes.Template) -> list[nodes.Block]:
    """The blocks that stand within no other."""
    whole = list(tree.find_all(nodes.Block))
    within = {id(one) for block in whole for one in block.find_all(nodes.Block)}
    return [block for block in whole if id(block) not in within]


def joined(parts: list[object]) -> str:
    """What `~` makes of them, unless it would be longer than a page."""
    if sum(len(str(part)) for part in parts) > MOST_CHARACTERS:
        raise TooMuchError
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
            raise TooMuchError
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
        case TooMuchError() | MemoryError() | OverflowError():
            return "it makes more than a page can hold"
        case _:
            return f"what stands here can't be worked out ({type(error).__name__})"


def _sandbox(written_as: str, sources: Sources) -> _Sandbox:
    """Every value goes through the format's own escape; only what a template or macro wrote itself stays as it is."""

    def named(name: str) -> tuple[str, str, None] | None:
        text = sources(name)
        return None if text is None else (text, name, None)

    escape = _ESCAPES[written_as]
    made = _Sandbox(
        loader=FunctionLoader(named),
        bytecode_cache=_COMPILED[written_as],
        autoescape=True,
        finalize=lambda value: escape(kept_small(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.sources = sources
    made.filters = {name: bounded(step) for name, step in made.filters.items()}
    made.filters.update(css=css_text, lines=lines_of, picture=picture, counted=made.counted, joined=joined)
    made.globals.pop("lipsum", None)  # words without end, and nobody's
    made.globals["base_style"] = Markup(STYLE_SHEET)  # noqa: S704 - our own style sheet
    made.filters["framed"] = _framed
    return made


def _framed(content: str, head: Head, style: str) -> Markup:
    """The page in the house's frame; style and content are what templates made, their values escaped."""
    frame = Frame(head.running, "report", head.paper, head.mark, str(style))
    return Markup(framed(frame, str(content)))  # noqa: S704 - made by our own frame


def picture(figure: Figure, plot: float) -> Markup:
    """The chart as SVG with title and description, `plot` high between its axes; the drawer escapes what it writes."""
    from goalctl.views.charts.drawing import chart_svg

    drawn = chart_svg(figure.chart, width=PICTURE_WIDTH, plot=plot, key=figure.key)
    return Markup(drawn)  # noqa: S704 - made by our own drawer
