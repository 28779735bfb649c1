"""Which plans another clone changed, before and after, as cases to compare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.merge.news import PlanNews, plan_news
from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from goalctl.workspace.merge.files import is_plan
from goalctl.workspace.merge.incoming import Incoming
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.practice import Practice


def news_of(practice: Practice, come: Incoming, *, today: date) -> tuple[list[PlanNews], list[str]]:
    """By client what came in, and the names of all other files that did."""
    repository = Repository(practice.root)
    prefix = repository.run("rev-parse", "--show-prefix").stdout.strip()
    names = [path.removeprefix(prefix) for path in come.files if path.startswith(prefix)]
    news = list(_plans(practice, repository, come, [name for name in names if is_plan(name)], today))
    told = {f"{one.client}.yaml" for one in news}
    return news, [name for name in names if name.rpartition("/")[2] not in told]


def _plans(
    practice: Practice, repository: Repository, come: Incoming, names: list[str], today: date
) -> Iterator[PlanNews]:
    for name in names:
        path = practice.root / name
        after = _case(practice, path.read_bytes() if path.is_file() else None, today)
        if after:
            yield plan_news(_case(practice, repository.text_or_none(come.mine, name), today), after)


def _case(practice: Practice, content: bytes | None, today: date) -> Case | None:
    plan = document_of(content, Plan).content if content else None
    return practice.case(plan, today=today) if plan else None
