"""What the reports state: plan, progress, discharge, the client's page, the record; HTML is read as Markdown."""
# ruff: noqa: E501 - a sentence stands on one line

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

from tests.oracle.beside import comes, drawn, trend
from tests.oracle.listings import unescaped
from tests.oracle.log import FORM_ITEMS
from tests.oracle.screens import ITEM, OUTCOME, form_rater, last_score, last_total, state_taken
from tests.oracle.statements import DAY, FORM, NUMBER, STATE, Reading, Sentence, canonical, read, says, sentence

SPOKEN = r"\d{1,2} \w+ \d{4}"
_STATUSES = {"in reserve, not begun": "reserve"}
_NEWEST = rf"(?:(\w+): )?({NUMBER}) on ({DAY})(?:, after the end)?(?: \(\d+ of \d+ days noted\))?"
_ALSO = re.compile(rf"; also (?=(?:{STATE}): )")


def markdown_of(html: str) -> str:
    """The lines of a page that carry facts, as Markdown has them."""
    text = html.partition("<main>")[0].partition("<body>")[2] + html.partition("<main>")[2]
    text = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
    for level in "1234":
        text = re.sub(rf"<h{level}[^>]*>(.*?)</h{level}>", rf"\n{'#' * int(level)} \1\n", text, flags=re.DOTALL)
    text = re.sub(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", r"\n- **\1:** \2\n", text, flags=re.DOTALL)
    text = re.sub(r"<caption[^>]*>(.*?)</caption>", r"\n**\1**\n", text, flags=re.DOTALL)
    text = re.sub(r"</t[hd]><t[hd][^>]*>", " | ", text)
    text = re.sub(r"<tr[^>]*><t[hd][^>]*>(.*?)</t[hd]></tr>", r"\n| \1 |\n", text)
    return unescape(re.sub(r"<[^>]*>", "", text))


def _lines(text: str) -> list[str]:
    """A line for each fact, without Markdown's backslashes; an empty cell stays a cell."""
    return [re.sub(r"\|(?=\|)", "| ", unescaped(line.removesuffix("\\"))).rstrip() for line in text.splitlines()]


def _head(reading: Reading, match: re.Match[str]) -> None:
    reading.item, reading.section = match["item"], "item"
    reading.say("wording", match["wording"], match.string, of=match["item"])


def _other_head(reading: Reading, match: re.Match[str]) -> None:
    reading.item, reading.section = "", match["title"].strip("*# ").partition(" of g")[0]


def _glance(reading: Reading, match: re.Match[str]) -> None:
    """By the table's head: a column that is empty for all is not there."""
    heads, values = (row.strip("| ").split(" | ") for row in (reading.rater, match.string))
    cells = dict(zip(map(str.strip, heads), map(str.strip, values), strict=True))
    item = cells["Goal"]
    told = (re.fullmatch(_NEWEST, one).groups() for one in filter(None, cells.get("Newest score", "").split("; ")))
    for rater, (now, day) in {rater: rest for rater, *rest in told}.items():  # the last of each is the newest
        if rater:
            last_score(reading, match.string, item, rater, now, day)
        else:
            reading.say("last that decides", now, match.string, of=item)
            reading.say("day of the last that decides", day, match.string, of=item)
    for predicate, head in (("wording", "Wording"), ("where it began", "Baseline"), ("target", "Target")):
        if cells.get(head):
            reading.say(predicate, cells[head], match.string, of=item)
    if (state := cells.get("Standing")) and not state.startswith(("still open", "rests")):
        word = "state" if re.fullmatch(STATE, state) else "status"
        reading.say(word, _STATUSES.get(state, state), match.string, of=item)


def _so_far(reading: Reading, match: re.Match[str]) -> None:
    reading.say("last that decides", match["now"], match.string, of=reading.item)
    reading.say("day of the last that decides", match["day"], match.string, of=reading.item)
    reading.say("number of scores", match["n"], match.string, of=reading.item)
    if not reading.alone:
        reading.say("a number", match["n"], match.string, of=reading.item)
    if match["start"]:
        reading.say("where it began", match["start"], match.string, of=reading.item)
    if match["share"]:
        reading.say("share that decides", match["share"], match.string, of=reading.item)
    if match["how"]:
        reading.say("how far", match["how"], match.string, of=reading.item)


def _each_so_far(reading: Reading, match: re.Match[str]) -> None:
    for found in re.finditer(
        rf"(?P<rater>\w+): (?:{NUMBER} to )?(?P<now>{NUMBER}) on (?P<day>{DAY}), [^;]*?(?P<n>\d+) scores?",
        match["each"],
    ):
        last_score(reading, match.string, reading.item, found["rater"], found["now"], found["day"])
        reading.say(f"number by {found['rater']}", found["n"], match.string, of=reading.item)


def _afterwards(reading: Reading, match: re.Match[str]) -> None:
    """What was said of its way was of the treatment alone, and is no newest score."""
    reading.statements = [
        one
        for one in reading.statements
        if one.subject != reading.item or not one.line.startswith("- **So far:**") or one.predicate == "where it began"
    ]
    for one in match["each"].split("; "):
        rater, now, day = re.fullmatch(_NEWEST, one).groups()
        if rater:
            last_score(reading, match.string, reading.item, rater, now, day)
        else:
            reading.say("last that decides", now, match.string, of=reading.item)
            reading.say("day of the last that decides", day, match.string, of=reading.item)


def _standing(reading: Reading, match: re.Match[str]) -> None:
    state_of(reading, match, reading.item)


def state_of(reading: Reading, match: re.Match[str], item: str) -> None:
    """A state and what is true beside it, each with its sentence."""
    main, *also = _ALSO.split(f"{match['state']}: {match['because']}")
    state_taken(reading, match.string, item, *main.split(": ", 1))
    for one in also:
        state_taken(reading, match.string, item, *one.split(": ", 1), also=True)


def _drawn(reading: Reading, match: re.Match[str]) -> None:
    drawn(reading, match.string, match["item"], match["now"], match["day"], match["n"])


def _columns(reading: Reading, match: re.Match[str]) -> None:
    reading.rater = match.string


def _scores_of_a_day(reading: Reading, match: re.Match[str]) -> None:
    """The last row of each column is what was scored last."""
    heads, cells = ([cell.strip() for cell in row.strip("|").split("|")] for row in (reading.rater, match.string))
    for head, cell in zip(heads[1:], cells[1:], strict=True):
        found = re.fullmatch(rf"(?P<item>{ITEM}) (?P<name>.*?)(?: by (?P<rater>\w+))?(?P<former>, until .*)?", head)
        if cell and found and not found["former"]:
            value = re.sub(r" \(.*", "", cell.rpartition("; ")[2])
            rater = found["rater"] or form_rater(found["name"])
            if not found["name"].startswith(("PHQ", "GAD")):
                scores = "; ".join(canonical(score) for score in cell.split("; "))
                reading.say(f"scored by {rater} on {cells[0]}", scores, match.string, of=found["item"])
            about = {f"last by {rater}", f"day of the last by {rater}", "last that decides"}
            reading.statements = [
                one
                for one in reading.statements
                if one.subject != found["item"] or one.predicate not in about or not one.line.startswith("| 2")
            ]
            last_score(reading, match.string, found["item"], rater, value, cells[0])


def _form_row(reading: Reading, match: re.Match[str]) -> None:
    who = match.groupdict().get("who")
    name = match["form"] + (f" ({who})" if who and who != "client" else "")
    last_total(reading, match.string, name, match["now"], match.groupdict().get("day") or "")


def _still(reading: Reading, match: re.Match[str]) -> None:
    for found in re.finditer(rf"(?P<item>g\d+) [^:]*: (?P<state>{STATE}), ", match["what"]):
        reading.say("state", found["state"], match.string, of=found["item"])


def _adds_up(match: re.Match[str]) -> bool:
    """Whether who came, did not come and cancelled are all appointments."""
    missed = sum(int(number) for number in re.findall(r"(\d+) (?:missed|cancelled)", match["rest"] or ""))
    return int(match["came"]) + missed == int(match["all"])


_PLACE = r"(?:PHQ-9|GAD-7)"
REPORT: tuple[Sentence, ...] = (
    sentence(rf"#{{3,5}} (?P<item>{ITEM}) (?P<wording>.*)", _head),
    sentence(r"(?P<title>#+ .*|\*\*[^*]*\*\*)", _other_head),
    sentence(r".*(?:Client c-|Confidential|_{6}|to be filled in).*|c-\S+ · .* · [\d-]+"),
    sentence(rf"- \*\*Plan opened:\*\* (?P<day>{DAY})", says(opened="{day}")),
    sentence(r"- \*\*Status:\*\* (?P<status>active|on-hold|discharged)(?:,? .*)?", says(status="{status}"), section="Progress report"),
    sentence(r"- \*\*Status:\*\* (?P<status>active|on-hold|discharged)(?:,? .*)?", says(status="{status}"), section="Treatment plan"),
    sentence(r"- \*\*Status:\*\* (?P<status>active|on-hold|discharged)(?:,? .*)?", says(status="{status}"), section="Discharge summary"),
    sentence(r"\| Goal \| Wording \|.*", _columns, section="Goals at a glance"),
    sentence(r"\| g\d+ \| .*", _glance, section="Goals at a glance"),
    sentence(rf"\| (?P<form>{_PLACE}) \| (?:(?P<who>\w+) \| )?{NUMBER} on {DAY} \| (?P<now>{NUMBER}) on (?P<day>{DAY}) \| .*", _form_row, section="Forms"),
    sentence(rf"- \*\*Deadline:\*\* by (?P<day>{DAY}).*", says(item_deadline="{day}"), section="item"),
    sentence(rf"- \*\*So far:\*\* (?:(?P<start>{NUMBER}) to )?(?P<now>{NUMBER}) on (?P<day>{DAY})(?:, (?P<share>-?\d+)% of the way to the target[^,]*|, (?P<how>(?:past|above|below) the target|further from|no nearer|at the target|within|(?:not )?kept at)[^,]*)?, (?P<n>\d+) scores?", _so_far, section="item"),
    sentence(r"- \*\*Standing:\*\* (?:still open when treatment ended|ended with its goal|rests|a draft|in reserve).*", section="item"),
    sentence(r"- \*\*So far:\*\* (?P<each>\w+: .* scores?)(?:; \w+ (?:has|is) .*)?", _each_so_far, section="item"),
    sentence(r"- \*\*So far:\*\* (?:not done yet|done|no score).*", section="item"),
    sentence(rf"- \*\*Standing:\*\* (?P<state>{STATE}): (?P<because>.*)", _standing, section="item"),
    sentence(r"- \*\*Afterwards:\*\* (?P<each>.*)", _afterwards, section="item"),
    sentence(rf"- \*\*Standing:\*\* (?P<status>achieved|discontinued|on-hold|draft|reserve)(?: {DAY})?(?:; .*)?", says(item_status="{status}"), section="item"),
    sentence(rf"- \*\*Measur(?:e|able):\*\* .*; (?:up|down) from (?P<start>{NUMBER}) (?:to|into) (?P<target>{NUMBER}(?: to {NUMBER})?)(?:, judged by .*)?", says(item_baseline="{start}", item_target="{target}"), section="item"),
    sentence(rf"- \*\*Measur(?:e|able):\*\* .*; from the first score (?:to|into) (?P<target>{NUMBER}(?: to {NUMBER})?)(?:, judged by .*)?", says(item_target="{target}"), section="item"),
    sentence(rf"(?:phq-9|gad-7)(?:@\w+)? over time: \S+ \((?P<form>{FORM}) · .*, last (?P<now>{NUMBER}) on (?P<day>{DAY}).*\)", _form_row),
    sentence(r"- \*\*Attendance:\*\* came to (?P<came>\d+) of (?P<all>\d+) appointments?(?:; (?P<rest>.*))?", lambda reading, match: reading.say("fits", "yes" if _adds_up(match) else "no", match.string)),
    sentence(r"\| g\d+ \| .* \| (?:reserve|draft|a draft, .*|in reserve, .*) \|"),
    sentence(r"- \*\*(?:Measure|Reliable change|Monitored by|Period|Outcome|Reason|Clinician|Aftercare|Open risk|Discharged|Problem|Term|Opened|Closed|Specific|Attainable|Relevant|Baseline|Outreach|Crisis contacts|Missed|Cancelled|No-show|Minutes|Discharge criteria|Sessions by|Level of functioning|Measurable|Attendance|Not kept|Until|Authorized|Values|Services|Goals|Reason|Outcomes)[^:]*:\*\* .*"),
    sentence(rf"(?:- \*\*)?Risk:(?:\*\*)? asked on (?P<day>{DAY}).*", says(risk_record="{day}")),
    sentence(r"(?:- \*\*)?Risk:(?:\*\*)? no risk record.*", says(risk_record="none")),
    sentence(rf"Next review of the plan: \**(?P<day>{DAY})(?:, which has passed)?\**", says(next_review="{day}")),
    sentence(rf"(?P<item>{ITEM}) [^:]*: (?P<state>{STATE}): (?P<because>.*)", lambda reading, match: state_of(reading, match, match["item"])),
    sentence(rf"\| (?P<item>{ITEM}) \| (?P<state>{STATE}) \| .* \|", comes),
    sentence(rf"\| (?P<form>{_PLACE}) \| (?:(?P<who>\w+) \| )?(?:.*; )?(?P<now>{NUMBER}) on (?P<day>{DAY}), after the end \|.*", _form_row, section="Forms"),
    sentence(rf"\| (?P<form>{_PLACE}) \| (?:(?P<who>\w+) \| )?(?:\S+ (?:\(\w+\) )?)(?:up|down) .*?: {NUMBER} to (?P<now>{NUMBER}) since .*", _form_row, section="Forms"),
    sentence(rf"\| (?P<form>{_PLACE}) \| (?:(?P<who>\w+) \| )?(?P<now>{NUMBER}) on (?P<day>{DAY}), nothing to compare it with.*", _form_row, section="Forms"),
    sentence(rf"\| (?:{_PLACE}) \| .*", None, section="Forms"),
    sentence(OUTCOME, lambda reading, match: last_total(reading, match.string, match["form"], match["now"], match["day"])),
    sentence(r"Digest of what is agreed to: .*|- Client or guardian: .*|No .*|Goal attainment T-score: .*|Risk: .*|Level of functioning: .*"),
    sentence(r"at the target and not closed yet: .*|g\d+ [^:]*: (?:rests|still open).*|(?:and )?still to be reached.*|[Tt]he .*"),
    sentence(rf"(?P<item>{ITEM}) over time: \S+ \(.* · (?P<n>\d+) scores?, last (?P<now>{NUMBER}) on (?P<day>{DAY})(?:, after the end)?(?:;.*)?\)", _drawn),
    sentence(r"trend: (?P<words>.*)", trend, section="item"),
    sentence(r"trend.*: .*"),
    sentence(r"\| Day \| g.*", _columns, section="Scores"),
    sentence(rf"\| {DAY} \|.*", _scores_of_a_day, section="Scores"),
    sentence(r"- \*\*Sessions held:\*\* (?P<n>\d+)", says(sessions_held="{n}")),
    sentence(rf"- \*\*First and last:\*\* {DAY}, (?P<day>{DAY})", says(last_of_treatment="{day}")),
    sentence(rf"\| (?P<payer>[^|]*) \| {DAY} \| {DAY} \| (?P<used>\d+ of \d+) \|", lambda reading, match: reading.say(f"used of {match['payer']}", match["used"], match.string), section="Authorizations"),
    sentence(r"- \*\*Still to be reached:\*\* (?P<what>.*)", _still),
    sentence(rf"- \*\*Next review:\*\* (?P<day>{DAY})(?:, which has passed)?", says(next_review="{day}")),
    sentence(r"- \*\*Target:\*\* (?P<target>.*)", says(item_target="{target}"), section="item"),
    sentence(r"- \*\*Status:\*\* in reserve, not begun", says(item_status="reserve"), section="item"),
    sentence(r"- \*\*Status:\*\* (?P<status>[a-z-]+)(?:, .*)?", says(item_status="{status}"), section="item"),
    sentence(rf"- \*\*Time-bound:\*\* by (?P<day>{DAY}).*", says(item_deadline="{day}"), section="item"),
    sentence(r"\| .*", None, section="Sessions by code"),
    sentence(r"\| .*", None, section="Problems"),
    sentence(r"\| .*", None, section="Goals that are"),
    sentence(r"\| .*", None, section="Interventions"),
    sentence(r"\| .*", None, section="Entries"),
    sentence(r"\| .*", None, section="Outcomes"),
    sentence(r"\| .*", None, section="Diagnosis"),
    sentence(r"\| .*", None, section="Goals not begun yet"),
    sentence(r"\| .*", None, section="Assessments"),
    sentence(r"\| .*", None, section="Services and assessments"),
    sentence(r"\| .*", None, section="Problems and functioning"),
    sentence(r"\| .*", None, section="Goals not begun"),
    sentence(r"\| .*", None, section="Reviews"),
    sentence(r"\| .*", None, section="Levels"),
    sentence(r"\| .*", None, section="Consents"),
    sentence(r"\| (?:PHQ-9|GAD-7) \| every .* \|"),
    sentence(r"\| (?:Goal|Form|Payer|Day|---).*"),
)  # fmt: skip


def read_report(reading: Reading, text: str) -> Reading:
    """A report for an auditor or an insurer, or of how treatment ended."""
    found = markdown_of(text) if reading.where.endswith("html") else text
    return read(reading, _lines(found), REPORT)


def spoken(text: str) -> str:  # `8 June 2026` as a day
    return f"{datetime.strptime(text, '%d %B %Y'):%Y-%m-%d}"  # noqa: DTZ007 - a day has no zone


def _way(reading: Reading, match: re.Match[str]) -> None:
    item = reading.names.get(match["step"], "") if match["step"] else reading.item
    if reading.alone:  # of members, what is scored in a crisis contact is on nobody else's page
        reading.say("last that decides", match["now"], match.string, of=item)
    if match["target"]:
        reading.say("target", match["target"], match.string, of=item)
    if match["start"] and reading.alone:
        reading.say("where it began", match["start"], match.string, of=item)
    if "where you wanted to be" in match.string or "score is at the aim" in match.string:
        reading.say("at the aim", "yes", match.string, of=item)


def _client_head(reading: Reading, match: re.Match[str]) -> None:
    reading.item = reading.names.get(match["wording"], "")


_WAY = rf"[A-Z][^:]*: (?:began at (?P<start>{NUMBER}), )?(?:{NUMBER} when treatment ended, )?now (?P<now>{NUMBER})(?:; the aim is (?P<target>.*?))?\.(?: [A-Z].*)?"
CLIENT_PAGE = (
    sentence(r"### (?P<wording>.*)", _client_head),
    sentence(r"#+ .*|---|c-\S+ · .*|for \w+ · .*"),
    sentence(rf"(?P<step>)?{_WAY}", _way),
    sentence(rf"- (?P<step>[^.]*)\. {_WAY}", _way),
    sentence(rf"By (?P<day>{SPOKEN})\.", lambda reading, match: reading.say("deadline", spoken(match["day"]), match.string, of=reading.item)),
    sentence(rf"We meet again on (?P<day>{SPOKEN}), .*", lambda reading, match: reading.say("next", spoken(match["day"]), match.string)),
    sentence(rf"- (?P<form>{FORM}): (?:{NUMBER} on {SPOKEN}, )?(?P<now>{NUMBER}) on (?P<day>{SPOKEN})", lambda reading, match: last_total(reading, match.string, match["form"], match["now"], spoken(match["day"]))),
    sentence(r".*, over time: \S+"),
    sentence(rf"The day you had in mind was (?P<day>{SPOKEN})\.", lambda reading, match: reading.say("deadline", spoken(match["day"]), match.string, of=reading.item)),
)  # fmt: skip


def read_client_page(reading: Reading, text: str) -> Reading:
    """The client's own page; goals are known there by their wording."""
    read(reading, _lines(text), CLIENT_PAGE)
    if not reading.values("next"):
        reading.say("next", "", "no next appointment")
    return reading


def _entry(reading: Reading, match: re.Match[str]) -> None:
    reading.item, reading.section = match["day"], "entry"


def _reads_now(reading: Reading, match: re.Match[str]) -> None:
    """The total of each filling that counts; the last of a day stands."""
    answers = re.findall(r"; q\d [^:;]*: (\d)(?= \()", match.string)
    if len(answers) == FORM_ITEMS[match["form"].partition(" ")[0].lower()]:
        reading.say("fits", "yes" if sum(map(int, answers)) == int(match["total"]) else "no", match.string)
    if reading.section == "void":
        return
    predicate = f"total on {reading.item}"
    reading.statements = [
        one for one in reading.statements if (one.subject, one.predicate) != (match["form"], predicate)
    ]
    reading.say(predicate, match["total"], match.string, of=match["form"])


def _void(reading: Reading, match: re.Match[str]) -> None:  # noqa: ARG001 - every taker has both
    reading.section = "void"


RECORD = (
    sentence(r"> void since .*", _void),
    sentence(rf"### (?P<day>{DAY}).*", _entry),
    sentence(rf"How the form reads now: (?P<form>{FORM}): total (?P<total>{NUMBER}).*", _reads_now),
    sentence(rf"How the form reads now: {FORM}: .*"),
    sentence(r" *- \*\*[^*]+\*\*.*|\(date: .*\)"),
    sentence(r"#+ .*|> .*|---|Client c-.*|c-\S+ · .*"),
)


def read_record(reading: Reading, text: str) -> Reading:
    """The record: the plan as the treatment plan tells it, then what each form reads now."""
    plan, log, entries = text.replace("# Record", "# Treatment plan", 1).partition("\n## The log\n")
    return read(read(reading, _lines(plan), REPORT), _lines(log + entries), RECORD)
