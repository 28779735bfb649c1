"""What the page beside the client and the charts state; and which reader a screen has."""
# ruff: noqa: E501 - a sentence stands on one line

from __future__ import annotations

import re

from tests.oracle.screens import (
    CRISIS,
    ITEM,
    PREP,
    SHOW,
    SPARKS,
    TOLD_LATER,
    at,
    form_rater,
    head,
    last_score,
    of_prep,
    of_show,
)
from tests.oracle.statements import DAY, NUMBER, Reading, Sentence, joined, read, says, sentence


def _way(reading: Reading, match: re.Match[str]) -> None:
    if reading.alone:  # what is scored in a crisis contact stays with who called, and is on no page for several
        last_score(reading, match.string, reading.item, match["rater"] or form_rater(match["name"]), match["now"], "")
    if match["target"]:
        reading.say("target", match["target"], match.string, of=reading.item)


def _drawn(reading: Reading, match: re.Match[str]) -> None:
    drawn(reading, match.string, reading.item, match["now"], match["day"], match["n"])


def drawn(reading: Reading, line: str, item: str, value: str, day: str, number: str) -> None:
    """The line above a chart; of several people's charts each is its own."""
    if not reading.alone:
        if item not in reading.anew and not reading.where.startswith("--with-client"):
            reading.say("a last", value, line, of=item)
            if not line.startswith(("PHQ", "GAD")) and "(PHQ" not in line and "(GAD" not in line:
                reading.say("a number", number, line, of=item)
        return
    reading.say("last that decides", value, line, of=item)
    reading.say("day of the last that decides", day, line, of=item)
    reading.say("number of scores", number, line, of=item)


def _level(reading: Reading, match: re.Match[str]) -> None:
    if reading.item not in reading.anew:
        reading.say(
            "baseline" if match["what"] == "baseline" else "target", match["value"], match.string, of=reading.item
        )


def trend(reading: Reading, match: re.Match[str]) -> None:
    """Where the scores go, and whether and when that reaches the target."""
    if reading.alone:
        reading.say("trend", match["words"].removesuffix("."), match.string, of=reading.item)


def comes(reading: Reading, match: re.Match[str]) -> None:
    """Where it stands, and on which day it is looked at next."""
    reading.say("state", match["state"], match.string, of=match["item"])
    if found := re.search(rf"to be looked at on (?P<day>{DAY})", match.string):
        reading.say("next checkpoint", found["day"], match.string, of=match["item"])


BESIDE = (
    sentence(rf"Your goals(?: · last .* \w{{3}} (?P<day>{DAY}))?", says(last_seen_by_the_client="{day}")),
    sentence(r"what matters to you: .*"),
    sentence(rf" *(?P<item>{ITEM}) (?P<wording>.*)", head),
    sentence(rf" +(?P<name>.*?)(?: by (?P<rater>\w+))?: (?:(?P<start>{NUMBER}) at the start )?{SPARKS} (?P<now>{NUMBER}) now(?:, (?P<target>.*) is the target)?", _way),
    sentence(rf" +by \w{{3}} (?P<day>{DAY})", says(item_deadline="{day}")),
    sentence(r"(?:No goal is settled yet\.|resting for now: .*|reached: .*)"),
    sentence(r"to do: (?P<task>.*)", says(task="{task}")),
    sentence(rf"next session: \w{{3}} (?P<day>{DAY})", says(next="{day}")),
)  # fmt: skip


CHART = (
    sentence(rf"\S+ {ITEM} until {DAY}: .*", at("former")),
    sentence(rf"\S+ (?P<item>{ITEM}) (?P<wording>.*)", head),
    sentence(r"\S+ (?:phq-9|gad-7)\S* .*", at("form")),
    sentence(r".* · (?:lower|higher) is better"),
    sentence(rf".* · .* · (?P<n>\d+) scores?, last (?P<now>{NUMBER}) on (?P<day>{DAY})", _drawn, section="item"),
    sentence(
        rf"[^·]*[├┤┼╋│┃].* (?P<what>baseline|target) (?P<value>{NUMBER}(?: to {NUMBER})?)", _level, section="item"
    ),
    sentence(rf" *[┌┐]? ?(?:deadline|was) (?P<day>{DAY}).*"),
    sentence(rf".*deadline (?P<day>{DAY}) ?[┐┌]?.*", says(item_deadline="{day}"), section="item"),
    sentence(r"[ \d%.-]*[┤├┼│└╋].*"),
    sentence(rf"(?: +{DAY})+ *"),
    sentence(r"trend: (?P<words>.*)", trend, section="item"),
    sentence(r"trend.*: .*"),
    sentence(r"  \(?.*"),
    sentence(r"the aimline is .*"),
    sentence(r"● .*"),
)


def read_screen(reading: Reading, text: str) -> Reading:
    """One screen; what lists all of something also states all of it together."""
    where = reading.where
    name = where.split()[-1] if where.startswith("--with-client") else where.split()[0]
    is_beside = where.startswith("--with-client")
    sentences: tuple[Sentence, ...] = {"show": SHOW, "prep": PREP, "crisis": CRISIS, "chart": CHART}[name]
    if is_beside and name != "chart":
        sentences = BESIDE
    lines = (_unwrapped(text) if name == "chart" else text).replace(", after the end", "").splitlines()
    read(reading, lines, sentences)
    if is_beside:
        return _beside(reading, name)
    if name != "chart":
        acts = (row for row in reading.values("act") if not row.endswith(TOLD_LATER))
        if not reading.is_earlier:
            reading.say("acts", joined(acts), "all rows of risk")
        reading.say("rows of risk", joined(reading.values("act")), "all rows of risk")
    return {"show": of_show, "prep": of_prep}.get(name, lambda found: found)(reading)


def _unwrapped(text: str) -> str:
    """The sentence below a chart on one line."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and lines[-1].startswith("trend") and line.startswith("  "):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _beside(reading: Reading, name: str) -> Reading:
    """Of several people a contact that is kept from some may be missing; when they meet again is known to all."""
    if name == "chart":
        return reading
    if reading.alone:
        seen = [day for day in reading.values("last seen by the client") if day]
        reading.say("last seen", seen[0] if seen else "none", "last session")
    if not reading.values("next"):
        reading.say("next", "", "no next session")
    return reading
