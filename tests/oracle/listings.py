"""What the listings state: the day's page, caseload, due, check, history and what goes to other programs."""
# ruff: noqa: E501 - a sentence stands on one line

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from tests.oracle.screens import ITEM, due_row, last_score, last_total, say_all_due
from tests.oracle.statements import DAY, STATE, STATES, WHEN, Reading, canonical, joined, read, sentence

Rows = list[dict[str, str]]
_MORE = re.compile(r" \(and (\d+) more\)$")
_HEADS = {"look at": "look", "last seen": "last"}
NOTHING = "nothing to look at"
_PEOPLE = r"(?:\w+: )?"
_CONCERN = r"(?:suicide|self-harm|harm to others|harm from others|withdrawal)"


def rows_of(where: str, text: str) -> Rows:
    """The rows of a listing by column, whatever its format."""
    if where.endswith("json"):
        found = json.loads(text)
        rows = _caseload_rows(found) if found["kind"] == "caseload" else _due_rows(found)
        return [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]
    if where.endswith("csv"):
        return list(csv.DictReader(io.StringIO(text)))
    lines = (
        _html_rows(text) if where.endswith("html") else _md_rows(text) if where.endswith("md") else _plain_rows(text)
    )
    heads, *rows = lines or [[]]
    heads = [_HEADS.get(head, head) for head in heads]
    return [dict(zip(heads, row, strict=False)) for row in rows]


def _caseload_rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """As the table has them: of a plan with risks that need an act a row for each."""
    acts = [row for row in found["risk"] if row["needs_act"]]
    rows = [{"client": one["client"], "look": "mend first"} for one in found["errors"]]
    for one in found["caseload"]:
        goals = ", ".join(f"{count['n']} {count['state']}" for count in one["goals"])
        row = {**one, "goals": goals, "last": one["last_seen"], "why": one["why"] or ""}
        own = [act["words"] for act in acts if act["client"] == one["client"]] if one["look"] == "risk" else []
        rows += [{**row, "why": words} for words in own] or [row]
    return rows


def _due_rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    acts = [
        {"client": row["client"], "when": "act today", "kind": "risk", "what": row["words"]}
        for row in found["risk"]
        if row["needs_act"]
    ]
    return [*acts, *found["due"]]


def _html_rows(text: str) -> list[list[str]]:
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", text, re.DOTALL)
    return [
        [unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in rows
    ]


def _md_rows(text: str) -> list[list[str]]:
    rows = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("| ---")]
    return [[unescaped(cell.strip()) for cell in row.strip("|").split(" | ")] for row in rows]


def unescaped(text: str) -> str:
    """Markdown's text without its backslashes."""
    return re.sub(r"\\([\W_])", r"\1", text)


def _plain_rows(text: str) -> list[list[str]]:
    lines = text.splitlines()
    if not lines or "  " not in lines[0]:
        return []
    starts = [found.start() for found in re.finditer(r"(?:^|(?<=  ))\S", lines[0])]
    ends = [*starts[1:], None]
    return [[line[start:end].strip() for start, end in zip(starts, ends, strict=True)] for line in lines]


def caseload(where: str, text: str) -> Reading:
    """A line a plan; rows of risk first, of a client with several more than one."""
    reading, acts = Reading(where), {}
    for row in rows_of(where, text):
        line, client = "  ".join(row.values()), row.get("client", "")
        reading.knows(line, understood=True)
        if not client:
            continue
        if row["look"] == "mend first":
            reading.say("mend first", "yes", line, client=client)
            continue
        _standing(reading, row, line, client)
        if row["look"] == "risk":
            acts.setdefault(client, []).append(_MORE.sub("", row["why"]))
    for client in {row["client"] for row in rows_of(where, text) if row["client"]}:
        reading.say("acts", joined(acts.get(client, [])), "rows of risk", client=client)
    plans = {row["client"] for row in rows_of(where, text)} - {""}
    reading.say("plans", joined(plans), "all plans")
    reading.say("number of plans", str(len(plans)), "all plans")
    return reading


def _standing(reading: Reading, row: dict[str, str], line: str, client: str) -> None:
    reading.say("last seen", row["last"] or "none", line, client=client)
    reading.say("next in a list", row["next"], line, client=client)
    states = [part.partition(" ") for part in row["goals"].split(", ") if part]
    reading.say("goals", joined(row["goals"].split(", ")) if row["goals"] else "", line, client=client)
    reading.say("number of goals", str(sum(int(number) for number, _, _ in states)), line, client=client)
    if unknown := [state for _, _, state in states if state not in STATES]:
        reading.unknown.append(f"{line}: {unknown}")
    if row["look"] != "risk":
        first(reading, line, client, row["look"], row["why"])


def first(reading: Reading, line: str, client: str, look: str, why: str) -> None:
    """The first reason to look at a plan, without the count of others."""
    if look != "under follow-up":  # the day's page says that in a line of its own
        reading.say("look", look, line, client=client)
        reading.say("why", _MORE.sub("", why), line, client=client)
    if look == NOTHING:
        reading.say("nothing to look at", "yes", line, client=client)
    said = re.match(rf"(?P<item>{ITEM}): (?P<because>.*)", _MORE.sub("", why))
    if said and look in STATES:
        reading.say(
            "a because", f"{look}: {said['because'].partition('; consider ')[0]}", line, of=said["item"], client=client
        )


def due(where: str, text: str, clients: Iterable[str], *, is_whole: bool) -> Reading:
    """By client each row; all together too, also that somebody has nothing, where everything due soon is listed."""
    reading = Reading(where)
    found: dict[str, list[str]] = {}
    acts: dict[str, list[str]] = {}
    for row in rows_of(where, text):
        line, whose = "  ".join(row.values()), row.get("client", "")
        reading.knows(line, understood=bool(row.get("kind")))
        if row.get("when") == "act today":
            acts.setdefault(whose, []).append(row["what"])
        elif row.get("kind", "risk") != "risk" and not row["kind"].startswith("error"):
            due_row(reading, line, row["day"], row["when"], row["kind"], row["id"], row["what"], whose)
            found.setdefault(whose, []).append(reading.values("due")[-1])
    for client in clients:
        reading.say("acts", joined(acts.get(client, [])), "rows of risk", client=client)
        if is_whole:
            say_all_due(reading, found.get(client, []), client)
    return reading


def _on_the_day(reading: Reading, match: re.Match[str]) -> None:
    due_row(
        reading,
        match.string,
        match["day"],
        match["when"],
        match["kind"],
        match["item"] or "",
        match["what"],
        match["client"],
    )


def _paper(reading: Reading, match: re.Match[str]) -> None:
    if found := re.match(r"(\d+) entr(?:y|ies) unsigned", match["what"]):
        reading.say("unsigned", found[1], match.string, client=match["client"])


def _section(reading: Reading, match: re.Match[str]) -> None:
    reading.section = match.string


def _comes(reading: Reading, match: re.Match[str]) -> None:
    """Whoever comes has the day of the page as the next appointment."""
    reading.say("next in a list", reading.day, match.string, client=match["client"])


def _day(reading: Reading, match: re.Match[str]) -> None:
    reading.day = match["day"]
    reading.say("number of plans", match["n"], match.string)


DAY_PAGE = (
    sentence(rf"\w{{3}} (?P<day>{DAY}) · (?P<n>\d+) plans?", _day),
    sentence(r"act today|mend first|who comes|needs attention first|overdue|today and tomorrow|sign|runs out", _section),
    sentence(r"  and (?P<n>\d+) more: .*", lambda reading, match: reading.say("left out", reading.section, match.string)),
    sentence(r"  plans/.*", section="mend first"),
    sentence(rf"  (?P<client>c-\S+) (?P<words>{_PEOPLE}{_CONCERN}: .*)", lambda reading, match: reading.say("act", match["words"], match.string, client=match["client"]), section="act today"),
    sentence(rf"  (?P<client>c-\S+) (?P<look>{STATE}|overdue|due soon|at target|old draft|under follow-up): (?P<why>.*)", lambda reading, match: first(reading, match.string, match["client"], match["look"], match["why"]), section="needs attention first"),
    sentence(rf"  (?P<day>{DAY}) (?P<when>{WHEN}) (?P<client>c-\S+) (?:(?P<item>{ITEM}) )?(?P<kind>\w+): (?P<what>.*)", _on_the_day),
    sentence(r"  (?P<client>c-\S+) (?P<what>.*)", _paper, section="sign"),
    sentence(r"  (?P<client>c-\S+): (?P<what>.*)", _comes, section="who comes"),
    sentence(r"\d+ under follow-up, nearest .*"),
)  # fmt: skip


def the_day(text: str, clients: Iterable[str]) -> Reading:
    """The page of the day; where it leaves nothing of a part out, that part is whole."""
    reading = read(Reading("goalctl"), text.splitlines(), DAY_PAGE)
    if "act today" not in reading.values("left out"):
        for client in clients:
            words = [one.value for one in reading.statements if one.predicate == "act" and one.client == client]
            reading.say("acts", joined(words), "rows of risk", client=client)
    return reading


BASELINES = "D112"  # what is wrong with a stated baseline is no sentence of a state


def check(text: str) -> Reading:
    """The findings; those that say how a goal stands are held against the screens."""
    reading = Reading("check")
    for found in json.loads(text)["findings"]:
        message, code = found["message"], found["code"]
        client = found["file"].removeprefix("plans/").removesuffix(".yaml")
        understood = code[0] in "SLPWAG" or _finding(reading, client, code, message)
        reading.knows(f"{code}: {message}", understood=understood)
    return reading


def _finding(reading: Reading, client: str, code: str, message: str) -> bool:
    if re.fullmatch(rf"{_PEOPLE}{_CONCERN}: .*", message):
        reading.say("an act", message, message, client=client)
    elif code != BASELINES and (found := re.fullmatch(rf"(?P<item>{ITEM}): (?P<because>.*)", message)):
        because = found["because"].removesuffix("; next step or review?")
        reading.say(
            "a because without its state", because.partition("; consider ")[0], message, of=found["item"], client=client
        )
    elif found := re.fullmatch(r"at the present pace the date is too early: (.*), target date .*", message):
        reading.say("a projection", found[1], message, client=client)
    elif found := re.fullmatch(rf"(?P<item>{ITEM}) is active and has no (?P<what>deadline|measure)", message):
        reading.say(f"has a {found['what']}", "no", message, of=found["item"], client=client)
    else:
        return code[0] in "DE" or "not asked" in message or "reliable" in message
    return True


def history(client: str, text: str) -> Reading:
    """When the plan was opened, and how it ended or rests."""
    reading = Reading("history", client)
    for row in json.loads(text)["history"]:
        reading.knows(f"{row['day']} {row['event']}", understood=True)
        if row["event"] == "plan opened":
            reading.say("opened", row["day"], row["event"])
    return reading


def export_json(client: str, text: str) -> Reading:
    """The plan as it stands in its file: wordings, statuses, deadlines."""
    reading = Reading("export json", client)
    plan = json.loads(text)["plans"][0]
    reading.say("opened", plan["opened"], "opened")
    for goal in plan["goals"]:
        bound = goal.get("smart", {}).get("time_bound") or {}
        _exported(reading, goal["id"], goal["goal"], goal["status"], bound.get("deadline"))
        for step in goal.get("objectives", []):
            _exported(reading, step["id"], step["objective"], step["status"], step.get("deadline"))
    return reading


def _exported(reading: Reading, item: str, wording: str, status: str, deadline: str | None) -> None:
    line = f"{item} {wording} {status} {deadline or ''}"
    reading.knows(line, understood=True)
    reading.say("status", status, line, of=item)
    reading.say("wording", wording, line, of=item)
    if deadline:
        reading.say("deadline", deadline, line, of=item)


def export_csv(reading: Reading, text: str, today: str) -> Reading:
    """Each score of each item by rater, and each total of each form; scores of the diary are single days."""
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        reading.knows(",".join(row.values()), understood=row["source"] in {"session", "form", "diary", "journal"})
    noted = {row["id"] for row in rows if row["source"] == "diary"}
    found: dict[tuple[str, str], Rows] = {}
    for row in sorted(rows, key=lambda row: row["date"]):
        if not row["part"] and row["date"] <= today and row["id"] not in noted:
            found.setdefault((row["id"], row["rater"]), []).append(row)
    for (item, rater), scored in found.items():
        take = _form_in_table if scored[0]["source"] == "form" else _item_in_table
        take(reading, item, rater, scored)
    return reading


def _form_in_table(reading: Reading, form: str, rater: str, rows: Rows) -> None:
    name = form.upper() + ("" if rater == "client" else f" ({rater})")
    last_total(reading, ",".join(rows[-1].values()), name, rows[-1]["score"], rows[-1]["date"])
    for day, row in {row["date"]: row for row in rows}.items():
        reading.say(f"total on {day}", row["score"], ",".join(row.values()), of=name)


def _item_in_table(reading: Reading, item: str, rater: str, rows: Rows) -> None:
    line = ",".join(rows[-1].values())
    last_score(reading, line, item, rater, rows[-1]["score"], rows[-1]["date"])
    if item not in reading.anew:
        reading.say(f"number by {rater}", str(len(rows)), line, of=item)
    for day in {row["date"] for row in rows}:
        scores = "; ".join(canonical(row["score"]) for row in rows if row["date"] == day)
        reading.say(f"scored by {rater} on {day}", scores, f"{item}, {rater}, {day}", of=item)
