"""What the screens of one client state: show, prep, crisis, the page beside the client, and the charts."""
# ruff: noqa: E501 - a sentence stands on one line

from __future__ import annotations

import re
from collections import Counter

from tests.oracle.statements import (
    DAY,
    FORM,
    NUMBER,
    REMARK,
    STATE,
    WHEN,
    Reading,
    joined,
    says,
    sentence,
)

ITEM = r"g\d+(?:\.\d+)?"
_MARKS = re.compile(r" \[(?:[^\[\]]*; )?rule: [^\[\]]*, n = \d+\]$")
DONE = "done: "


def at(section: str):
    def take(reading: Reading, match: re.Match[str]) -> None:  # noqa: ARG001 - every taker has both
        reading.section, reading.item = section, ""

    return take


def head(reading: Reading, match: re.Match[str]) -> None:
    reading.item, reading.section, reading.rater = match["item"], "item", "client"
    reading.say("wording", match["wording"], match.string, of=match["item"])
    if match.groupdict().get("status"):
        reading.say("status", match["status"], match.string, of=match["item"])


def _measure(reading: Reading, match: re.Match[str]) -> None:
    reading.say("target", match["target"], match.string, of=reading.item)
    if match["start"] != "first score":
        reading.say("baseline", match["start"], match.string, of=reading.item)
    reading.rater = form_rater(match["name"])


def form_rater(name: str) -> str:
    """Who filled in a form by its name; the client of everything else."""
    found = re.fullmatch(r"(?:PHQ-9|GAD-7) \((\w+)\)", name)
    return found[1] if found else "client"


def last_score(reading: Reading, line: str, item: str, rater: str, value: str, day: str) -> None:
    """The newest score of an item by a rater, and when it was given."""
    reading.say(f"last by {rater}", value, line, of=item)
    if reading.alone and rater == "client":
        reading.say("last that decides", value, line, of=item)
    if day:
        reading.say(f"day of the last by {rater}", day, line, of=item)


def last_total(reading: Reading, line: str, form: str, value: str, day: str) -> None:
    """The newest total of a form."""
    reading.say("last total", value, line, of=form)
    if day:
        reading.say("day of the last total", day, line, of=form)


def _course(reading: Reading, match: re.Match[str]) -> None:
    rater = match["rater"] or reading.rater
    last_score(reading, match.string, reading.item, rater, match["now"], match["day"])
    if match["share"]:
        reading.say(f"share of {rater}", match["share"], match.string, of=reading.item)
    if match["way"]:
        reading.say(f"way of {rater}", match["way"], match.string, of=reading.item)


def state_taken(reading: Reading, line: str, item: str, state: str, because: str, *, also: bool = False) -> None:
    """A state with its sentence, without rule and advice."""
    sentence_ = _MARKS.sub("", because).partition("; consider ")[0]
    reading.say(f"also {state}" if also else "state", "yes" if also else state, line, of=item)
    reading.say("because", f"{state}: {sentence_}", line, of=item)
    if also or "; consider " in because:
        reading.say("whole sentence", because, line, of=item)


def _state(reading: Reading, match: re.Match[str]) -> None:
    state_taken(reading, match.string, reading.item, match["state"], match["because"], also=bool(match["also"]))


def _of_a_form(reading: Reading, match: re.Match[str]) -> None:
    reading.say("because", f"{match['state']}: {match['because']}", match.string, of=match["form"])


def _deadline(reading: Reading, match: re.Match[str]) -> None:
    reading.say("deadline", match["day"], match.string, of=reading.item)
    if match["when"]:
        reading.say("how late", f"{match['day']} {match['when']}", match.string, of=reading.item)


def due_row(
    reading: Reading, line: str, day: str, when: str, kind: str, item: str, what: str, client: str = ""
) -> None:
    """A row of what is due, and what it says beside its day."""
    reading.say("due", f"{day} {kind} {item or '-'} {what}", line, client=client)
    reading.say("how late", f"{day} {when}", line, client=client)
    if found := re.match(r"(\d+) entr(?:y|ies) unsigned", what):
        reading.say("unsigned", found[1], line, client=client)
    if kind == "deadline":
        reading.say("deadline", day, line, of=item, client=client)
    if found := re.match(r"(.*) runs out, (\d+) of (\d+) sessions used", what):
        reading.say(f"used of {found[1]}", f"{found[2]} of {found[3]}", line, client=client)


def _due(reading: Reading, match: re.Match[str]) -> None:
    due_row(reading, match.string, match["day"], match["when"], match["kind"], match["item"] or "", match["what"])


def _task(reading: Reading, match: re.Match[str]) -> None:
    is_open = match["answer"] == "not asked yet"
    reading.say("open homework" if is_open else "answered homework", match["id"], match.string)


def _score(reading: Reading, match: re.Match[str]) -> None:
    name, item = match["name"], match["item"]
    rater = match["rater"] or form_rater(name)
    last_score(reading, match.string, item, rater, match["now"], match["day"])
    if match["target"]:
        reading.say("target", match["target"], match.string, of=item)
    if match["state"]:
        reading.say("state", match["state"], match.string, of=item)
    _moved(reading, match)


def _moved(reading: Reading, match: re.Match[str]) -> None:
    """`before 8, same` beside another number."""
    if match["before"]:
        said = (float(match["before"]) == float(match["now"])) == (match["way"] == "same")
        reading.say("fits", "yes" if said else "no", match.string, of=match.groupdict().get("item") or "")


def _filled_in(reading: Reading, match: re.Match[str]) -> None:
    last_total(reading, match.string, match["form"], match["now"], match["day"])


def _unsigned(reading: Reading, match: re.Match[str]) -> None:
    reading.say("unsigned entries", match["n"], match.string)


OUTCOME = rf"(?P<form>{FORM}) {NUMBER} to (?P<now>{NUMBER}) \({DAY} to (?P<day>{DAY})\): .*"  # what came of treatment
TOLD_LATER = "from a later episode"  # lists have the row in that episode's plan
SPARKS = "[▁▂▃▄▅▆▇█]+"
RISK = (
    sentence(r"RISK: (?P<words>.*)", says(act="{words}")),
    sentence(r"risk: (?P<n>\d+ under follow-up(?:, nearest [\d-]+)?): .*", says(under_follow_up="{n}")),
    sentence(r"risk: no risk record", says(risk_record="none")),
    sentence(
        rf"risk: last record (?P<day>{DAY}), (?:no follow-up open|nothing was asked in it)",
        says(risk_record="{day}", nothing_open="yes"),
    ),
    sentence(rf"risk: last record (?P<day>{DAY}), .*", says(risk_record="{day}")),
    sentence(rf"  record of (?P<day>{DAY}): .*", says(risk_record="{day}")),
    sentence(r"risk: .* not asked .*"),
    sentence(r"risk: .* not asked in \d+ older"),
    sentence(r"risk: .* closed on .*"),
    sentence(r"risk, history: .*"),
)
_SEEN = (
    sentence(
        rf"last (?P<kind>session|intake|phone|review|group|crisis contact) (?:\w{{3}} )?(?P<day>{DAY})(?:, [\w.]+)?(?:, confidential)?",
        says(last_seen="{day}"),
    ),
    sentence(r"no session yet", says(last_seen="none")),
)
_DUE = (
    sentence(r"due", at("due")),
    sentence(
        rf"  (?P<day>{DAY}) (?P<when>{WHEN}): (?P<kind>\w+): (?:(?P<item>{ITEM}) )?(?P<what>.*)", _due, section="due"
    ),
    sentence(r"  and \d+ more: goalctl due \S+", says(due_left_out="yes"), section="due"),
)
_NOTE = sentence(
    r"  (?:Came in late, warmed up\.|Talked about the mother\.|Practised the call\.|Quiet today\.|no note)"
)

SHOW = (
    *RISK,
    sentence(
        rf"\S+ · (?P<status>active|on-hold|discharged)(?: · with [\w.]+)? · opened (?P<day>{DAY})(?: · next \w{{3}} (?P<next>{DAY}))?",
        says(status="{status}", opened="{day}", next="{next}"),
    ),
    sentence(r"(?:values|safety plan|medication): .*"),
    sentence(r"p\d+ .*"),
    sentence(rf" *(?P<item>{ITEM}) (?P<wording>.*) \[(?P<status>[a-z-]+)(?:, [^\]]*)?\]", head),
    sentence(
        r" +measured by (?P<name>.*?)(?: \(-?\d+ to \d+\))?: (?P<start>first score|-?[\d.]+) → (?P<target>.*?)(?:, judged by .*)?",
        _measure,
    ),
    sentence(
        rf" +(?:(?P<rater>[\w.]+): )?(?:[█░]{{10}} (?:(?P<share>\d+)%|(?P<way>(?:past|above|below) the target|further off)) )?{SPARKS} now (?P<now>{NUMBER}) on (?P<day>{DAY})",
        _course,
        section="item",
    ),
    sentence(rf" +(?P<also>also )?(?P<state>{STATE}): (?P<because>.*)", _state, section="item"),
    sentence(rf" +deadline (?P<day>{DAY})(?:, (?P<when>{WHEN}))?(?:, extended .*)?", _deadline, section="item"),
    sentence(
        r" +at the present pace the date is too early: (?P<words>.*), target date .*", says(item_projection="{words}")
    ),
    sentence(rf" +{DAY} is \d+ days after its start, .*"),
    sentence(rf" +{NUMBER} to {NUMBER} by {DAY} asks for .*"),
    sentence(rf"(?P<state>{STATE}): (?P<because>(?P<form>{FORM}) .*)", _of_a_form),
    sentence(rf"goal attainment over (?P<n>\d+ goals?)(?:, weighted)?: T (?P<t>{NUMBER}), .*", says(T="{t}")),
    sentence(r"mean change over (?P<n>\d+) rated goals?: .*"),
    sentence(rf"(?P<form>{FORM}): {SPARKS} now (?P<now>{NUMBER}) on (?P<day>{DAY})", _filled_in),
    sentence(OUTCOME, _filled_in),
    sentence(rf"{FORM}: .* no total, .*"),
    *_DUE,
    *_SEEN,
    _NOTE,
    sentence(r"  (?P<id>h\d+) .*", says(given="{id}")),
    sentence(r"  (?:unsigned|confidential|amended .*|signed .*)"),
    sentence(r"  risk: .*"),
    sentence(r" *at its target; to close it: .*", says(item_state="met"), section="item"),
    sentence(r"(?P<n>\d+) entr(?:y|ies) unsigned: .*", _unsigned),
    sentence(r"\d+ entr(?:y|ies) (?:void|amended|written late|.*): .*"),
)

LEFT = "(?:rests|still open when treatment ended)"
PREP = (
    *RISK,
    sentence(rf"(?P<client>\S+)(?: · (?P<status>on-hold|discharged))?(?: · with [\w ]+)? · (?P<n>\d+) sessions?(?: · next \w{{3}} (?P<next>{DAY}))?", says(sessions_held="{n}", next="{next}")),
    sentence(r"(?:safety plan|medication): .*"),
    *_SEEN,
    _NOTE,
    sentence(rf"(?:no-show|cancelled|outreach) \w{{3}} {DAY}"),
    sentence(r"homework (?P<id>\S+) \((?P<answer>not asked yet|done: \w+)\) .*", _task),
    sentence(r"scores", at("scores")),
    sentence(rf"  (?P<item>{ITEM}) (?P<name>.*?)(?: by (?P<rater>\w+))?: (?P<now>{NUMBER}) \((?:first|before (?P<before>{NUMBER}), (?P<way>\w+))\)(?: → (?P<target>.*?))?, (?P<day>{DAY})(?: · (?:(?P<state>{STATE})|{LEFT}))?", _score, section="scores"),
    sentence(rf"  (?P<form>{FORM}): (?P<now>{NUMBER}) \((?:first|before (?P<before>{NUMBER}), (?P<way>\w+))\), (?P<day>{DAY})", _filled_in, section="scores"),
    sentence(rf"  (?P<item>{ITEM}) (?:no score yet with the measure in use .*|it has no measure yet|no score since .*)"),
    sentence(rf"  (?P<item>{ITEM}) no score yet.*", lambda reading, match: reading.say("no score", "yes", match.string, of=match["item"])),
    sentence(rf"  {ITEM} {LEFT}"),
    sentence(rf"  {ITEM} .* (?:{REMARK})"),
    sentence(rf"  {FORM}: .* no total, .*"),
    sentence(
        rf"  (?P<item>{ITEM}) at its target; to close it: .*",
        lambda reading, match: reading.say("state", "met", match.string, of=match["item"]),
    ),
    sentence(r"  on hold: (?P<items>.*)", says(on_hold="{items}")),
    sentence(r"  and \d+ more: goalctl show \S+"),
    *_DUE,
)  # fmt: skip

CRISIS = (
    *RISK,
    sentence(r"\S+(?: · .*)?", None, section=""),
    sentence(rf"next \w{{3}} (?P<day>{DAY}) · .*", says(next="{day}")),
    sentence(r"no next appointment · .*", says(next="")),
    sentence(r"no safety plan .*"),
)


def of_show(reading: Reading) -> Reading:
    """A state is one goal's; of an active plan they add up."""
    if not reading.values("unsigned entries"):
        reading.say("unsigned entries", "0", "nothing unsigned")
    if not reading.values("last seen"):
        reading.say("last seen", "none", "no last session")
    say_all_due(reading, reading.values("due"))
    states = Counter({one.subject: one.value for one in reading.statements if one.predicate == "state"}.values())
    if reading.values("status", of="") != ["active"]:
        return reading
    worked_on = _worked_on(reading)
    reading.say("number of goals", str(len(worked_on)), "goals and steps that are worked on")
    if worked_on <= {one.subject for one in reading.statements if one.predicate == "state"}:
        reading.say("goals", joined(f"{number} {state}" for state, number in states.items()), "all states")
    return reading


def _worked_on(reading: Reading) -> set[str]:
    """What is active in a goal that is; one of them that has no measure has no state on this screen."""
    status = {one.subject: one.value for one in reading.statements if one.predicate == "status" and one.subject}
    return {item for item, value in status.items() if value == "active" == status[item.partition(".")[0]]}


def say_all_due(reading: Reading, rows: list[str], client: str = "") -> None:
    """What is due all together, and without the homework, which prep says elsewhere."""
    reading.say("all due", joined(rows), "all that is due", client=client)
    others = (row for row in rows if row.split()[1] != "homework")
    reading.say("all due but homework", joined(others), "all that is due", client=client)


def of_prep(reading: Reading) -> Reading:
    reading.say("open tasks", joined(reading.values("open homework")), "homework")
    if not reading.values("due left out"):
        reading.say("all due but homework", joined(reading.values("due")), "all that is due")
    return reading
