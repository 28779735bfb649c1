"""A sheet as one HTML page that needs nothing else: to fill in on a screen, read aloud by a reader, or print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from goalctl.model.form import FieldType
from goalctl.views.clean import clean, one_line
from goalctl.views.sheets.sheet import Field, Section, Sheet

STYLE = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 11.5pt/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; color: #1b2226; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; padding-bottom: .2rem;
  border-bottom: 2px solid #2f6f73; color: #23575a; }
.about, .help, .note { color: #4a565c; }
.help { font-size: .9em; }
.head { display: flex; flex-wrap: wrap; gap: .75rem 2rem; margin: 1rem 0 1.5rem; padding: .6rem .8rem;
  background: #f1f6f6; border-radius: .4rem; }
.head label { display: flex; gap: .5rem; align-items: baseline; }
.field, fieldset { margin: 0 0 1.1rem; padding: 0; border: 0; break-inside: avoid; }
.field label, legend { display: block; font-weight: 600; margin-bottom: .3rem; padding: 0; }
input[type=text], input[type=date], textarea { font: inherit; color: inherit; width: 100%; background: #fff;
  border: 1px solid #7d8b91; border-radius: .3rem; padding: .4rem .5rem; }
.head input { width: 11rem; }
textarea { resize: vertical; field-sizing: content; min-height: 4.6em; }
.choices { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.choices label { font-weight: 400; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 1.2rem; }
th, td { padding: .4rem .35rem; border-bottom: 1px solid #c9d3d6; text-align: center; }
thead td { width: 38%; }
thead th { font-weight: 600; font-size: .88em; vertical-align: bottom; }
tbody th { text-align: left; font-weight: 400; }
tr { break-inside: avoid; }
input:focus-visible, textarea:focus-visible { outline: 3px solid #2f6f73; outline-offset: 1px; }
.note { font-size: .85em; margin: .4rem 0; }
form + .note { border-top: 1px solid #c9d3d6; padding-top: .6rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; }
  .head { background: none; border: 1px solid #7d8b91; } @page { margin: 18mm; } }
"""
_ON_ONE_LINE = 70
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'"


def sheet_html(sheet: Sheet) -> str:
    """The page; it runs no script, loads nothing and sends nothing."""
    body = [f"<h1>{_text(sheet.title)}</h1>"]
    body += [f'<p class="about">{_text(sheet.about)}</p>'] if sheet.about else []
    body += ["<form>", *_head(sheet)]
    for number, section in enumerate(sheet.sections, start=1):
        body += _section(sheet, section, number)
    body += ["</form>", *(f'<p class="note">{_text(note)}</p>' for note in sheet.notes)]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{_text(sheet.title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


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
    heads = "".join(f'<th scope="col">{_text(_words(*choice))}</th>' for choice in sheet.scale)
    yield f"<table>\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>"
    for field in rows:
        cells = "".join(f"<td>{_box(field, key, _words(key, words))}</td>" for key, words in field.choices)
        yield f'<tr><th scope="row">{_text(field.ask)}</th>{cells}</tr>'
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
    described = f' aria-describedby="{place}-help"' if field.help else ""
    yield f'<div class="field"><label for="{place}">{_text(field.ask)}</label>{_help(field)}'
    if field.kind is FieldType.LONG or len(field.answer) > _ON_ONE_LINE:
        yield f'<textarea id="{place}" rows="3"{described}>\n{_value(field.answer)}</textarea></div>'
    else:
        kind = "date" if field.kind is FieldType.DATE and field.answer else "text"
        yield f'<input type="{kind}" id="{place}" value="{_text(field.answer)}"{described}></div>'


def _help(field: Field) -> str:
    return f'<div class="help" id="{_text(field.id)}-help">{_text(field.help)}</div>' if field.help else ""
