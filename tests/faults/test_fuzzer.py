"""Plans damaged at random are read: never an exception, each finding with its place, and never for long.

Short here; longer with `FUZZ=100000 pytest -m torture -s tests/faults/test_fuzzer.py`. Its number makes an input anew.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from goalctl.documents.document import Document, document_of
from goalctl.documents.locate import tree_of
from goalctl.model.finding import Severity
from goalctl.model.plan import Plan

TREE = Path(__file__).parents[2]
SEED = int(os.environ.get("SEED", "14"))
SECONDS = 2  # of the processor, for texts of some kilobytes: a thousand times what they take
SEEDS = [
    path.read_bytes()
    for folder in ("plans", "examples/worked/plans", "tests/corpus", "tests/rules/audit_plans")
    for path in sorted((TREE / folder).rglob("*.yaml"))
    if path.stat().st_size < 30_000
]
HOSTILE = [
    *(
        b"&a ",
        b"*a",
        b"<<: *a",
        b"!!python/object:os.system ",
        b"!x ",
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"? ",
        b"- ",
    ),
    *(b": ", b"{", b"}", b"[", b"]", b'"', b"'", b"|\n", b">-\n", b"#", b"\t", b"\r\n", b"\r", b"\n\n", b" " * 40),
    *(
        b"\x00",
        b"\x1b[2J",
        b"\x7f",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
        b"\xf4\x90",
    ),
    *(b"0o17", b"0x1F", b"1e999", b".nan", b"-.inf", b"1_000", b"9" * 400, b"12:30:45", b"2026-02-30", b"9999-12-31"),
    *(b"null", b"~", b"yes", b"<<<<<<< ours\n", b"=======\n", b">>>>>>> theirs\n", b"[" * 30, b"{a: " * 30, b"- " * 30),
    *("\u202e\u0301é".encode(), "\U0001f600".encode(), b"\\x41\\uD800", b"\x00GITCRYPT\x00", b"\xff\xfe", b"${HOME}"),
]


def damaged(number: int) -> bytes:
    """The input of that number: a plan with one thing or a few done to it."""
    chance = random.Random(f"{SEED}-{number}")  # noqa: S311 - no secret
    text = chance.choice(SEEDS)
    for _ in range(1 + int(chance.expovariate(1))):
        text = chance.choice(DAMAGES)(text, chance)
    return text


def _stretch(text: bytes, chance: random.Random) -> slice:
    start = chance.randrange(len(text) + 1)
    return slice(start, start + int(chance.expovariate(1 / 20)) + 1)


def _put(text: bytes, at: slice, new: bytes) -> bytes:
    return text[: at.start] + new + text[at.stop :]


def _lines_moved(text: bytes, chance: random.Random) -> bytes:
    lines = text.splitlines(keepends=True)
    taken = [lines.pop(chance.randrange(len(lines))) for _ in range(min(len(lines), chance.randint(1, 4)))]
    at = chance.randrange(len(lines) + 1)
    return b"".join([*lines[:at], *taken, *lines[at:]])


def _indented(text: bytes, chance: random.Random) -> bytes:
    lines = text.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.randint(1, 5) + lines[at] if chance.random() < 0.5 else lines[at].lstrip(b" ")
    return b"".join(lines)


DAMAGES = (
    lambda text, chance: _put(text, _stretch(text, chance), b""),
    lambda text, chance: _put(text, _stretch(text, chance), chance.choice(HOSTILE)),
    lambda text, chance: _put(text, slice(at := chance.randrange(len(text) + 1), at), chance.choice(HOSTILE)),
    lambda text, chance: _put(
        text, slice(at := chance.randrange(len(text) + 1), at + 1), bytes([chance.randrange(256)])
    ),
    lambda text, chance: _put(text, slice(at := chance.randrange(len(text) + 1), at), text[_stretch(text, chance)]),
    lambda text, chance: text[: chance.randrange(len(text) + 1)],
    lambda text, chance: (
        text[: chance.randrange(len(text) + 1)] + (other := chance.choice(SEEDS))[chance.randrange(len(other)) :]
    ),
    lambda text, chance: text.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", b" ", b"\xc2\x85"])),
    _lines_moved,
    _indented,
)


def read(data: bytes) -> tuple[Document[Plan], float]:
    began = time.process_time()
    document = document_of(data, Plan)
    if document.content is not None:
        tree_of(document.text)
    return document, time.process_time() - began


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(300, id="300"),
        pytest.param(int(os.environ.get("FUZZ", "100000")), id="many", marks=pytest.mark.torture),
    ],
)
def test_a_damaged_plan_is_read_or_every_reason_is_told(number):
    told: Counter[str] = Counter()
    slowest = 0.0
    for n in range(number):
        document, seconds = read(damaged(n))
        errors = [finding for finding in document.findings if finding.severity is Severity.ERROR]
        assert (document.content is None) == bool(errors), n
        assert all(finding.place and finding.message for finding in errors), n
        assert seconds < SECONDS, n
        slowest = max(slowest, seconds)
        told.update({finding.code for finding in errors} or {"read"})
    sys.stderr.write(f"seed {SEED}: {number} damaged plans, slowest {slowest:.2f} s, {dict(told.most_common())}\n")
    assert told["read"]
