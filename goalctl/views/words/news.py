"""What came in from somebody else, in clinical words: risk first, then client by client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalctl.analysis.figures import counted
from goalctl.analysis.merge.news import PlanNews
from goalctl.analysis.risk.row_words import row_in_words
from goalctl.model.session import Kind
from goalctl.views.clean import one_line
from goalctl.views.words.contact import kind_words

MOST_EVENTS = 6


def news_lines(news: Sequence[PlanNews]) -> Iterator[str]:
    """`!! c-7f3k: suicide: …`, then `c-7f3k: 3 sessions by s.lee; g2 deadline 2026-03-31 → 2026-04-30`."""
    for one in news:
        yield from (one_line(f"!! {one.client}: {row_in_words(row)}") for row in one.risk)
    yield from (one_line(_in_one_line(one)) for one in news)


def _in_one_line(news: PlanNews) -> str:
    entries = [_entries(by, kind, number) for by, kind, number in news.entries]
    more = len(news.events) - MOST_EVENTS
    parts = [
        *(["new plan"] if news.is_new else []),
        *([news.moved] if news.moved else []),
        *entries,
        *news.events[:MOST_EVENTS],
    ]
    parts += [f"{more} more"] if more > 0 else []
    return f"{news.client}: {'; '.join(parts) or 'changed in its comments or spelling'}"


def _entries(by: str, kind: Kind, number: int) -> str:
    """`3 sessions by s.lee`, `1 journal entry by m.kowalski`."""
    words = kind_words(kind)
    what = ("session", "") if kind is Kind.SESSION else (f"{words} entry", f"{words} entries")
    return f"{counted(number, *what)}{f' by {by}' if by else ''}"
