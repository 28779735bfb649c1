"""What programs read about the library, and about what an import would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from goalctl.model.finding import Severity
from goalctl.model.form import Form
from goalctl.model.planner import Planner
from goalctl.model.profile import Profile, Requirement
from goalctl.model.statement import StatementKind
from goalctl.model.template import Template
from goalctl.rules.judged import JUDGED
from goalctl.rules.judged_words import wilson
from goalctl.rules.rule import Rule
from goalctl.views.data.many import Faults, troubles
from goalctl.views.data.text import VERSION
from goalctl.views.words.instrument import checked_words

if TYPE_CHECKING:
    from goalctl.model.keys.find import KeyPlace
    from goalctl.views.data.shapes import JudgedData
    from goalctl.views.data.shapes_beside import (
        AskedRuleData,
        CodesDocument,
        FileDocument,
        FormsDocument,
        ImportDocument,
        KeysDocument,
        PlannerData,
        PlannersDocument,
        ProfilesDocument,
        RequirementsDocument,
        StatementsDocument,
        TemplatesDocument,
    )


def forms_document(forms: Iterable[tuple[Form, bool]], faults: Faults) -> FormsDocument:
    """The forms in the order given, each with whether it is the practice's own."""
    return {
        "goalctl": VERSION,
        "kind": "forms",
        "errors": troubles(faults),
        "forms": [
            {
                "form": form.form,
                "kind": form.kind,
                "items": len(form.items),
                "name": form.name,
                "about": form.about,
                "verified": form.verified,
                "checked": checked_words(form),
                "own": own,
            }
            for form, own in forms
        ],
    }


def planners_document(planners: Iterable[tuple[Planner, bool]], faults: Faults) -> PlannersDocument:
    """Every area with what it holds."""
    return {
        "goalctl": VERSION,
        "kind": "planners",
        "errors": troubles(faults),
        "planners": [_planner(planner, own) for planner, own in planners],
    }


def _planner(planner: Planner, own: bool) -> PlannerData:  # noqa: FBT001 - a pair as the shelf gives it
    counts = Counter(statement.kind for statement in planner.statements())
    return {
        "area": planner.planner,
        "name": planner.name,
        "problems": counts[StatementKind.PROBLEM],
        "goals": counts[StatementKind.GOAL],
        "objectives": counts[StatementKind.OBJECTIVE],
        "interventions": counts[StatementKind.INTERVENTION],
        "homework": counts[StatementKind.HOMEWORK],
        "statements": counts.total(),
        "own": own,
    }


def statements_document(found: Iterable[tuple[str, StatementKind, str]], faults: Faults) -> StatementsDocument:
    """What a search found, the best first."""
    return {
        "goalctl": VERSION,
        "kind": "statements",
        "errors": troubles(faults),
        "statements": [{"id": ref, "kind": kind, "text": text} for ref, kind, text in found],
    }


def templates_document(templates: Iterable[tuple[Template, bool]], faults: Faults) -> TemplatesDocument:
    """Every template, each with whether it is the practice's own."""
    return {
        "goalctl": VERSION,
        "kind": "templates",
        "errors": troubles(faults),
        "templates": [
            {"template": one.template, "name": one.name, "about": one.about, "own": own} for one, own in templates
        ],
    }


def file_document(content: Form | Planner | Template, file: str) -> FileDocument:
    """One file with the keys that it has, numbers and days as such."""
    return {
        "goalctl": VERSION,
        "kind": "file",
        "of": "form" if isinstance(content, Form) else "planner" if isinstance(content, Planner) else "template",
        "file": file,
        "content": content.model_dump(mode="json", by_alias=True, exclude_defaults=True),
    }


def codes_document(entries: Iterable[tuple[str, Severity, str, Sequence[Rule]]]) -> CodesDocument:
    """Codes with the rules behind them; what the reader itself tells has none."""
    return {
        "goalctl": VERSION,
        "kind": "codes",
        "codes": [
            {
                "code": code,
                "severity": severity,
                "title": title,
                "why": [rule.why for rule in rules],
                "sources": list(dict.fromkeys(rule.source for rule in rules if rule.source)),
                "judged": _judged(code),
            }
            for code, severity, title, rules in entries
        ],
    }


def _judged(code: str) -> JudgedData | None:
    found = JUDGED.get(code)
    if found is None:
        return None
    low, high = wilson(found.right, found.told)
    return {
        "kind": found.kind, "right": found.right, "told": found.told, "low": low, "high": high, "met": found.met,
        "there": found.there,
    }  # fmt: skip


def keys_document(places: Iterable[KeyPlace]) -> KeysDocument:
    """Keys in the order of the file."""
    return {
        "goalctl": VERSION,
        "kind": "keys",
        "keys": [
            {
                "file": one.file,
                "key": one.dotted,
                "says": one.key.says,
                "unit": one.key.unit or None,
                "example": one.key.example,
                "holds": one.holds,
                "needed": one.is_needed,
                "new": one.is_new,
            }
            for one in places
        ],
    }


def profiles_document(profiles: Iterable[Profile]) -> ProfilesDocument:
    """The audit profiles in the order given."""
    return {
        "goalctl": VERSION,
        "kind": "profiles",
        "profiles": [
            {"profile": one.profile, "name": one.name, "setting": one.setting, "rules": len(one.rules)}
            for one in profiles
        ],
    }


def requirements_document(profile: Profile, titles: Mapping[str, str]) -> RequirementsDocument:
    """One audit profile with every rule that it asks for, inherited ones too."""
    return {
        "goalctl": VERSION,
        "kind": "requirements",
        "profile": profile.profile,
        "name": profile.name,
        "setting": profile.setting,
        "about": profile.about,
        "rules": [_requirement(code, titles.get(code), asked) for code, asked in sorted(profile.rules.items())],
    }


def _requirement(code: str, title: str | None, asked: Requirement) -> AskedRuleData:
    return {
        "code": code,
        "title": title,
        "within": str(asked.within) if asked.within else None,
        "contacts": asked.contacts,
        "working_days": asked.working_days,
        "physician": asked.physician,
        "setting": asked.setting,
        "source": asked.source,
        "version": asked.version,
        "read": asked.read,
        "old": asked.old,
        "verified": asked.verified,
    }


def import_document(
    steps: Iterable[tuple[str, str, bool]], fates: Iterable[tuple[int, str, str, str]], faults: Faults, *, today: date
) -> ImportDocument:
    """What happens to each plan, what is wrong, and what becomes of each row, if that is asked for."""
    return {
        "goalctl": VERSION,
        "kind": "import",
        "as_of": today,
        "errors": troubles(faults),
        "plans": [{"client": client, "what": what, "new": new} for client, what, new in steps],
        "rows": [{"line": line, "client": client, "score": said, "fate": fate} for line, client, said, fate in fates],
    }
