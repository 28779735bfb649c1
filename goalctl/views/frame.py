"""The one frame of every page: its head, the one style sheet, what it may load, and how it lies on paper.

Reports fill it through their base template, listings, sheets and charts directly. A page loads nothing and sends
nothing, and runs at most the one script that it is framed with, which its policy names by its digest; whoever frames
more pages adds their content, not another frame.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import NamedTuple

from goalctl.views.clean import one_line
from goalctl.views.style_sheet import STYLE_SHEET

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff"  # Thai, Khmer, Chinese …: browsers know their words
_WORD = re.compile(
    rf"<(?P<own>script|style|svg|textarea)\b.*?</(?P=own)>|<[^>]*>|(?P<word>(?:&[#\w]+;|[^\s<>&{_UNSPACED}]){{31,}})",
    re.DOTALL,
)
_PIECE = re.compile(r"(?:&[#\w]+;|[^&]){20,80}?(?=\w|[!-~])")  # never before a mark upon a letter
_FONT = '8.5pt "Segoe UI", "Liberation Sans", sans-serif'


class Frame(NamedTuple):
    """What a page is called, which kind of page it is, and what stands on each of its sheets of paper.

    `kind` is the class of its body, by which the style sheet knows how wide it is. `paper` is `a4` or `letter`; empty
    leaves it to the printer. `style` are the rules, the house's own where nothing else is given. `script` is all
    that the page runs.
    """

    title: str
    kind: str = ""
    paper: str = ""
    mark: str = ""
    style: str = STYLE_SHEET
    script: str = ""


def framed(frame: Frame, content: str) -> str:
    """The whole page around content that is markup already."""
    kind = f' class="{escape(frame.kind)}"' if frame.kind else ""
    script = f"<script>{frame.script}</script>\n" if frame.script else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(frame)}">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(one_line(frame.title))}</title>\n"
        f"<style>\n{_paper_rules(frame)}{frame.style}</style>\n</head>\n<body{kind}>\n"
        f"{breakable(content)}{script}</body>\n</html>\n"
    )


def breakable(content: str) -> str:
    """The markup with places where a word of more than 30 letters may be broken, else it runs off the page."""
    return _WORD.sub(lambda found: _PIECE.sub(r"\g<0><wbr>", found[0]) if found["word"] else found[0], content)


def masthead(title: str, *under: str) -> str:
    """The top of a page that has no template of its own: its heading, and lines that are markup already."""
    lines = "".join(f"{line}\n" for line in under)
    return f'<header class="masthead">\n<h1 id="title">{escape(one_line(title))}</h1>\n{lines}</header>\n'


def css_string(text: str) -> str:
    """The text as a quoted CSS string; all but letters, digits and spaces are written by number."""
    kept = (char if char.isascii() and (char.isalnum() or char == " ") else f"\\{ord(char):x} " for char in text)
    return f'"{"".join(kept)}"'


def _policy(frame: Frame) -> str:
    """What the page may do; of scripts its own alone, so that nothing that slipped into it could run."""
    if not frame.script:
        return POLICY
    digest = b64encode(sha256(frame.script.encode()).digest()).decode()
    return f"{POLICY}; script-src 'sha256-{digest}'"


def _paper_rules(frame: Frame) -> str:
    """Size and margins; client, report and day at the top of each sheet, its number below."""
    size = f"size: {frame.paper}; " if frame.paper else ""
    corners = {
        "top-left": css_string(one_line(frame.title)),
        "top-right": css_string(one_line(frame.mark)),
        "bottom-right": '"page " counter(page) " of " counter(pages)',
    }
    boxes = "".join(
        f"  @{place} {{ content: {said}; font: {_FONT}; color: #4a565c; }}\n" for place, said in corners.items()
    )
    return f"@page {{ {size}margin: 20mm 17mm 19mm;\n{boxes}}}\n"
