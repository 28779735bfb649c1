"""A sheet as plain text for any printer, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalctl.model.form import FieldType
from goalctl.views.cells import columns_of, padded, wrapped
from goalctl.views.clean import clean, one_line
from goalctl.views.sheets.sheet import Field, Section, Sheet

WIDTH = 78
_LINES_TO_WRITE_ON = {FieldType.LONG: 3}
_INDENT = "  "
_MARKED = "\\`*_[]<>|#"


def sheet_text(sheet: Sheet) -> str:
    """The sheet in 78 columns, with lines to write on and boxes to tick."""
    lines = [one_line(sheet.title).upper(), *_paragraph(sheet.about), "", _head(sheet)]
    if sheet.scale:
        lines += ["", *_paragraph("Answers: " + " · ".join(_choice_words(*choice) for choice in sheet.scale))]
    for section in sheet.sections:
        lines += ["", *_section_text(sheet, section)]
    for note in sheet.notes:
        lines += ["", *_paragraph(note)]
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"


def _head(sheet: Sheet) -> str:
    told = [f"{label}: {one_line(value) or '_' * 16}" for label, value in sheet.head]
    line = "    ".join(told)
    return line if columns_of(line) <= WIDTH else "\n".join(told)


def _paragraph(text: str, indent: str = "", first: str | None = None) -> list[str]:
    start = indent if first is None else first
    rows = wrapped(one_line(text), WIDTH - len(indent)) if one_line(text) else []
    return [f"{indent if place else start}{row}" for place, row in enumerate(rows)]


def _choice_words(key: str, words: str) -> str:
    return one_line(key if key == words else f"{key}: {words}")


def _section_text(sheet: Sheet, section: Section) -> Iterator[str]:
    if section.heading:
        yield one_line(section.heading)
        yield "-" * columns_of(one_line(section.heading))
    for is_grid, fields in sheet.runs(section):
        width = min(max(columns_of(one_line(field.ask)) for field in fields), WIDTH // 2)
        for field in fields:
            yield from _row_text(field, width) if is_grid else _field_text(field)
        if is_grid:
            yield ""


def _row_text(field: Field, width: int) -> list[str]:
    boxes = "   ".join(f"[{'x' if field.answer == key else ' '}] {key}" for key, _ in field.choices)
    if width + 3 + columns_of(boxes) > WIDTH:
        return [*_paragraph(field.ask), *_boxes(field)]
    *lines, last = wrapped(one_line(field.ask), width)
    return [*lines, f"{padded(last, width)}   {boxes}"]


def _field_text(field: Field) -> Iterator[str]:
    yield from _paragraph(field.ask)
    if field.told:
        yield from _paragraph(f"({field.told})", _INDENT)
    if field.choices:
        yield from _boxes(field)
    elif field.answer:
        for line in clean(field.answer).split("\n"):
            yield from _paragraph(line, f"{_INDENT}  ", f"{_INDENT}> ")
    else:
        yield from [f"{_INDENT}{'_' * (WIDTH - 2)}"] * _LINES_TO_WRITE_ON.get(field.kind, 1)
    yield ""


def _boxes(field: Field) -> list[str]:
    boxes = [f"[{'x' if field.answer == key else ' '}] {_choice_words(key, words)}" for key, words in field.choices]
    line = _INDENT + "   ".join(boxes)
    if columns_of(line) <= WIDTH:
        return [line]
    return [row for box in boxes for row in _paragraph(box, f"{_INDENT}    ", _INDENT)]


def sheet_markdown(sheet: Sheet) -> str:
    """The sheet in Markdown: a heading for each section, boxes to tick, answers as quotations."""
    lines = [f"# {_md_text(sheet.title)}", ""]
    lines += [_md_text(sheet.about), ""] if sheet.about else []
    lines += [" · ".join(f"**{_md_text(label)}:** {_md_text(value) or BLANK}" for label, value in sheet.head), ""]
    lines += [line for section in sheet.sections for line in _section_markdown(sheet, section)]
    lines += [line for note in sheet.notes for line in (f"*{_md_text(note)}*", "")]
    return "\n".join(lines).rstrip("\n") + "\n"


def _section_markdown(sheet: Sheet, section: Section) -> Iterator[str]:
    if section.heading:
        yield from (f"## {_md_text(section.heading)}", "")
    for is_grid, fields in sheet.runs(section):
        yield from _grid(sheet, fields) if is_grid else [line for field in fields for line in _field_markdown(field)]


BLANK = r"\_\_\_\_\_\_\_\_\_\_\_\_"


def _grid(sheet: Sheet, rows: list[Field]) -> list[str]:
    heads = [_md_text(_choice_words(*choice)) for choice in sheet.scale]
    lines = [f"| | {' | '.join(heads)} |", f"| --- |{' :---: |' * len(heads)}"]
    for field in rows:
        boxes = ["☒" if field.answer == key else "☐" for key, _ in field.choices]
        lines.append(f"| {_md_text(field.ask)} | {' | '.join(boxes)} |")
    return [*lines, ""]


def _field_markdown(field: Field) -> list[str]:
    lines = [f"**{_md_text(field.ask)}**" + (f" ({_md_text(field.told)})" if field.told else ""), ""]
    if field.choices:
        return [*lines, *(_box(field, key, words) for key, words in field.choices), ""]
    if field.answer:
        return [*lines, *(f"> {_md_text(line)}".rstrip() for line in clean(field.answer).split("\n")), ""]
    return [*lines, BLANK, ""]


def _box(field: Field, key: str, words: str) -> str:
    return f"- [{'x' if field.answer == key else ' '}] {_md_text(_choice_words(key, words))}"


def _md_text(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    found = one_line(text)
    for mark in _MARKED:
        found = found.replace(mark, "\\" + mark)
    return found
