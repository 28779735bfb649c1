"""Writing SVG: elements, attributes and text over the standard library's XML, which escapes what has to be.

No SVG package earns its place here: the ones at hand write attributes, or all text, unescaped into the file, and what
is drawn are lines, rectangles and labels.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from rich.cells import cell_len

NAMESPACE = "http://www.w3.org/2000/svg"
FONT = "system-ui, 'Segoe UI', Helvetica, Arial, 'Noto Sans', sans-serif"
A_CELL = 0.56
A_BOLD_CELL = 0.6
_NO_CHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def child(parent: Element, tag: str, text: str = "", /, **attributes: str | float) -> Element:
    """A new last child; `stroke_width` becomes `stroke-width`, numbers get at most one decimal place."""
    named = {name.rstrip("_").replace("_", "-"): _attribute(value) for name, value in attributes.items()}
    made = SubElement(parent, tag, named)
    if text:
        made.text = text.translate(_NO_CHARACTERS)
    return made


def _attribute(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 1) + 0.0:g}"


def picture(width: float, height: float, *, title: str, description: str, key: str) -> Element:
    """An empty white picture with the words that a screen reader says; `key` keeps ids apart on one page."""
    root = Element("svg", {"xmlns": NAMESPACE, "role": "img", "aria-labelledby": f"{key}-title {key}-text"})
    root.set("viewBox", f"0 0 {_attribute(width)} {_attribute(height)}")
    root.set("width", _attribute(width))
    root.set("height", _attribute(height))
    root.set("font-family", FONT)
    child(root, "title", title, id=f"{key}-title")
    child(root, "desc", description, id=f"{key}-text")
    child(root, "rect", width=width, height=height, fill="#ffffff")
    return root


def label(
    parent: Element, x: float, y: float, text: str, *, size: float = 12, colour: str = "#1f2937", anchor: str = "start"
) -> Element:
    """One line of text, its baseline at `y`."""
    return child(parent, "text", text, x=x, y=y, font_size=size, fill=colour, text_anchor=anchor)


def svg_text(root: Element) -> str:
    """The picture as text."""
    return tostring(root, encoding="unicode") + "\n"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is; a little more rather than less."""
    return cell_len(text) * size * (A_BOLD_CELL if bold else A_CELL)


def lines_within(text: str, width: float, size: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """The text in lines that fit the width; past `most` lines it is cut with a mark."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size, bold=bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = lines[:most] if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
    return [_line_within(line, width, size, bold=bold) for line in kept]


def _line_within(line: str, width: float, size: float, *, bold: bool) -> str:
    if text_width(line, size, bold=bold) <= width:
        return line
    while line and text_width(f"{line}…", size, bold=bold) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"
