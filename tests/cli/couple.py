"""How the plan of an invented couple begins, which tests go on with in their own ways."""

COUPLE_BEGINS = """\
format: 2
client: c-4m8q
members: [anna, ben]
clinician: m.kowalski
opened: 2026-01-12
status: active
"""
