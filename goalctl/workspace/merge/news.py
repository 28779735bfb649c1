"""Which plans another clone changed, before and after, as cases to compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from goalctl.analysis.case import Case
from goalctl.analysis.merge.news import PlanNews, plan_news
from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from goalctl.workspace.merge.files import is_plan
from goalctl.workspace.merge.incoming import Incoming
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.practice import Practice


def news_of(practice: Practice, come: Incoming, *, today: date) -> tuple[list[PlanNews], list[str]]:
    """By client what came in, and the names of all other files that did; a plan that moved is told once."""
    repository = Repository(practice.root)
    prefix = repository.prefix
    names = [path.removeprefix(prefix) for path in come.files if path.startswith(prefix)]
    news = list(_plans(practice, repository, come, [name for name in names if is_plan(name)], today))
    told = {f"{one.client}.yaml" for one in news} | {PurePosixPath(path).name for path in come.moved.values()}
    return news, [name for name in names if not (is_plan(name) and PurePosixPath(name).name in told)]


def _plans(
    practice: Practice, repository: Repository, come: Incoming, names: list[str], today: date
) -> Iterator[PlanNews]:
    prefix = repository.prefix
    moved = {now.removeprefix(prefix): was.removeprefix(prefix) for now, was in come.moved.items()}
    for name in names:
        path, former = practice.root / name, moved.get(name, "")
        after = _case(practice, path.read_bytes() if path.is_file() else None, today)
        if after:
            content = repository.text_or_none(come.mine, former or name)
            before = _case(practice, content, today)
            news = replace(plan_news(before, after), moved=_moved(former, name) if former else "")
            is_mended = content is not None and before is None
            yield replace(news, is_new=False, moved="can be read again") if is_mended else news


def _moved(former: str, name: str) -> str:
    """What a plan was called, where that is another name; else where it lies now."""
    was, now = PurePosixPath(former), PurePosixPath(name)
    return f"{was.stem} until now" if was.stem != now.stem else f"moved to {now.parent}/"


def _case(practice: Practice, content: bytes | None, today: date) -> Case | None:
    plan = document_of(content, Plan).content if content else None
    return practice.case(plan, today=today) if plan else None
