"""How the plan of an invented couple begins, which tests go on with in their own ways, and where it lies."""

COUPLE_BEGINS = """\
format: 2
client: c-4m8q
members: [anna, ben]
clinician: m.kowalski
opened: 2026-01-12
status: active
"""


def couples_plan(plan_file, text):
    """The file of the couple, with that text, in place of the usual client's."""
    plan_file.unlink()
    file = plan_file.with_name("c-4m8q.yaml")
    file.write_text(text, encoding="utf-8")
    return file
