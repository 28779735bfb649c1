"""A sheet as one HTML page that needs nothing else: to fill in on a screen, read aloud by a reader, or print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from goalctl.model.form import FieldType
from goalctl.views.clean import clean, one_line
from goalctl.views.frame import Frame, framed, masthead
from goalctl.views.sheets.sheet import Field, Section, Sheet

_ON_ONE_LINE = 70


def sheet_html(sheet: Sheet) -> str:
    """The page; it runs no script, loads nothing and sends nothing."""
    about = [f'<p class="about">{_text(sheet.about)}</p>'] if sheet.about else []
    body = ["<form>", *_head(sheet)]
    for number, section in enumerate(sheet.sections, start=1):
        body += _section(sheet, section, number)
    body += ["</form>", *(f'<p class="note">{_text(note)}</p>' for note in sheet.notes)]
    content = f"{masthead(sheet.title, *about)}<main>\n" + "\n".join(body) + "\n</main>\n"
    return framed(Frame(sheet.title, kind="sheet"), content)


def _text(text: str) -> str:
    return escape(one_line(text))


def _value(text: str) -> str:
    return escape(clean(text))


def _head(sheet: Sheet) -> Iterator[str]:
    yield '<div class="head">'
    for label, value in sheet.head:
        yield f'<label>{_text(label)} <input type="text" value="{_text(value)}" autocomplete="off"></label>'
    yield "</div>"


def _section(sheet: Sheet, section: Section, number: int) -> Iterator[str]:
    named = f' aria-labelledby="s{number}"' if section.heading else ""
    yield f"<section{named}>"
    if section.heading:
        yield f'<h2 id="s{number}">{_text(section.heading)}</h2>'
    for is_grid, fields in sheet.runs(section):
        if is_grid:
            yield from _grid(sheet, fields)
            continue
        for field in fields:
            yield from _choices(field) if field.choices else _writing_field(field)
    yield "</section>"


def _grid(sheet: Sheet, rows: list[Field]) -> Iterator[str]:
    heads = "".join(f'<th scope="col" role="columnheader">{_text(_words(*choice))}</th>' for choice in sheet.scale)
    yield '<table class="grid" role="table">'
    yield f'<thead role="rowgroup"><tr role="row"><td role="cell"></td>{heads}</tr></thead>\n<tbody role="rowgroup">'
    for field in rows:
        cells = "".join(
            f'<td role="cell" data-head="{_text(_words(key, words))}">{_box(field, key, _words(key, words))}</td>'
            for key, words in field.choices
        )
        yield f'<tr role="row"><th scope="row" role="rowheader">{_text(field.ask)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def _words(key: str, words: str) -> str:
    return key if key == words else f"{key}: {words}"


def _box(field: Field, key: str, spoken: str = "") -> str:
    checked = " checked" if field.answer == key else ""
    name = f' aria-label="{_text(f"{field.ask}: {spoken}")}"' if spoken else ""
    return f'<input type="radio" name="{_text(field.id)}" value="{_text(key)}"{name}{checked}>'


def _choices(field: Field) -> Iterator[str]:
    yield f"<fieldset><legend>{_text(field.ask)}</legend>{_help(field)}"
    yield '<div class="choices">'
    for key, words in field.choices:
        yield f"<label>{_box(field, key)} {_text(_words(key, words))}</label>"
    yield "</div></fieldset>"


def _writing_field(field: Field) -> Iterator[str]:
    place = _text(field.id)
    described = f' aria-describedby="{place}-help"' if field.told else ""
    yield f'<div class="field"><label for="{place}">{_text(field.ask)}</label>{_help(field)}'
    if field.kind is FieldType.LONG or len(field.answer) > _ON_ONE_LINE:
        yield f'<textarea id="{place}" rows="3"{described}>\n{_value(field.answer)}</textarea></div>'
    else:
        kind = "date" if field.kind is FieldType.DATE and field.answer else "text"
        yield f'<input type="{kind}" id="{place}" value="{_text(field.answer)}"{described}></div>'


def _help(field: Field) -> str:
    return f'<div class="help" id="{_text(field.id)}-help">{_text(field.told)}</div>' if field.told else ""
