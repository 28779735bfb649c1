"""A form of a practice's own with everything that a questionnaire can hold, and its text as the page writes it."""

from urllib.parse import quote
from zlib import crc32

WEEK = """\
format: 2
form: week
name: How the week was
kind: assessment
over: the last seven days
by: client
options: {0: never, 1: on some days, 2: on most days, 3: every day}
items:
  - {id: q1, ask: Did you sleep badly?}
  - {id: q2, ask: Did you wish to be dead?}
  - {id: q3, ask: In how many nights?, type: number, scale: [0, 7], scored: no, shown_if: {q1: ">= 1"}}
  - {id: q4, ask: What helped?, type: long, scored: no}
scoring: {method: sum, better: lower}
risk:
  - {item: q2, when: ">= 1", says: a wish to be dead, height: passive, source: made up}
"""
IN_DANGER = "call 999, or the Samaritans on 116 123"
SHEET = "a9c10980"
ALL = {"q1": "2", "q2": "1", "q3": "5", "q4": "walks"}


def put_form(practice):
    """The form, and what the settings have to say before it goes out."""
    (practice / "forms").mkdir()
    (practice / "forms" / "week.yaml").write_text(WEEK, encoding="utf-8")
    settings = practice / "goalctl.yaml"
    text = settings.read_text("utf-8").replace("format: 1", "format: 2")
    settings.write_text(f'{text}in_danger: "{IN_DANGER}"\n', encoding="utf-8")


def text_of(answers=None, *, client="c-ab1", form="week", filled="2026-03-01", sheet=SHEET, begins="goalctl-answers-1"):
    """What a client brings."""
    head = f"{begins} client={client} form={quote(form, safe='')} sheet={sheet} filled={filled}"
    whole = " ".join([head, *(f"{key}={quote(value, safe='')}" for key, value in (answers or ALL).items())])
    return f"[{whole} end={crc32(whole.encode()):08x}]"
