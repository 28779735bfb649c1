"""What one goal cannot be at once: a state beside another, a sentence behind the wrong word, shares that do not fit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tests.oracle.statements import DAY, NUMBER, REMARK, STATES, Statement
from tests.oracle.told import Contradiction, told

_NOT_WITH_MET = (
    "also off track",
    "also stale",
    "also target date passed",
    "also at risk",
    "also plateau",
    "also on track",
    "also no data",
    "also ahead",
)
# Which states a sentence may stand behind.
FITTING = {
    r"it takes \d+ to show a direction|no score yet|no measure|no target to hold": {"no data"},
    r"^no score for": {"stale"},
    r"^the target date was": {"target date passed"},
    r"no movement$": {"plateau"},
    r"^last \d+ scores? (?:at or past|within).*, met since": {"met"},
    r"^last \d+ scores? (?:at or past|within)(?!.*, met since)": {"reached once"},  # not by all who are to
    r"in a row (?:at or past|within)": {"reached once"},
    r"^not done yet": {"on track"},
    r"fall short$|scores fall short; too few": {"off track", "at risk"},
    r"moving away|wrong side|outside": {"off track", "at risk"},
    r"expected; \d+ scores?, too few": {"on track"},
    r"^kept at|held \S+$": {"on track"},
    r"(?:date is too early|not reliably better by)": {"at risk", "off track"},
    r"from its best \(reliable\)": {"at risk"},
    r"^(?:PHQ-9|GAD-7)(?: \(\w+\))? up \S+ \(reliable\)": {"worse"},
    r"^\S+(?: \(\w+\))? (?:up|down) \S+ \(not reliable\)|, target -?[\d.]+$": {
        "on track",
        "at risk",
        "target date passed",
    },
}
# Each rater's newest score before it, who else is to score behind it.
_BEFORE = re.compile(rf"^(?:\w+ {NUMBER}, )+\w+ {NUMBER}(?: \(target [^)]*\))?; (?:\w+: )?")
_BEHIND = re.compile(rf"(?:; (?:{REMARK}))+$")
_BOTH_DATES = re.compile(rf"by the first date, {DAY}: (?P<first>.*); by the extended one, {DAY}: (?P<extended>.*)")
_TOO_FEW = re.compile(r"(?P<n>\d+) scores? .*it takes (?P<needed>\d+) to show a direction")
_LAST_OF = re.compile(r"last (?P<k>\d+) of (?P<n>\d+) scores?")


def of_states(said: list[Statement]) -> Iterator[Contradiction]:
    """What a goal cannot be at once."""
    by_item: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        by_item[one.client, one.subject][one.predicate].append(one)
    for (_, subject), of in by_item.items():
        if subject:
            yield from _of_one(of)


Of = dict[str, list[Statement]]
States = dict[str, Statement]


def _of_one(of: Of) -> Iterator[Contradiction]:
    states = {one.value: one for one in of["state"]}
    yield from _of_met(of, states)
    yield from _of_trend(of, states)
    yield from _of_somebody(of)
    for one in of["whole sentence"]:
        if "consider finishing" in one.value and states.keys() & {"off track", "at risk", "worse"}:
            yield told("consider finishing, and it goes badly", one)
    for one in of["because"]:
        yield from _of_sentence(one, of)
    yield from _of_shares(of)
    yield from _of_ways(of, states)


def _of_met(of: Of, states: States) -> Iterator[Contradiction]:
    """What is met is nothing else, and the plan itself says whether it is met."""
    met = states.get("met")
    if met:
        yield from (told("met and something else", met, of[name][0]) for name in _NOT_WITH_MET if of.get(name))
        yield from (told("met and late", met, one) for one in of["how late"][:1])
    for one in of["met"]:
        if states and (one.value == "yes") != bool(met) and not states.keys() & {"worse", "resting"}:
            yield told("met by the plan itself", one, next(iter(states.values())))
    for one in of["at the aim"]:
        if of["projection"]:
            yield told("at the aim and on the way to it", one, of["projection"][0])


def _of_trend(of: Of, states: States) -> Iterator[Contradiction]:
    """What stands still is not reached about a day, nor what is not reached."""
    for one in of["trend"]:
        if "not reaching" in one.value and re.search(r"at \S+ (?:only )?about \d", one.value):
            yield told("not reached, and reached about a day", one)
        if "plateau" in states and re.search(r"at \S+ about \d", one.value):
            yield told("a plateau, and reached about a day", states["plateau"], one)


def _of_somebody(of: Of) -> Iterator[Contradiction]:
    """Of several people a figure without a name is that of one of them."""
    for predicate, of_each in (("a last", "last by"), ("a number", "number by")):
        known = {one.value for name, all_ in of.items() if name.startswith(of_each) for one in all_}
        yield from (told(f"nobody's: {predicate}", one) for one in of[predicate] if known and one.value not in known)


def _of_sentence(one: Statement, of: Of) -> Iterator[Contradiction]:
    state, _, because = one.value.partition(": ")
    parts = _by_each_date(because)
    if (found := _TOO_FEW.search(because)) and int(found["n"]) >= int(found["needed"]):
        yield told("enough scores and too few", one)
    if (found := _LAST_OF.search(because)) and int(found["k"]) > int(found["n"]):
        yield told("more than all scores", one)
    fitting = [_fitting(part) for part in parts]
    if not any(state in of_part for of_part in fitting) or any(_is_milder(state, of_part) for of_part in fitting):
        yield told("a state and a sentence that do not fit", one)
    if state == "target date passed" and of["deadline"] and of["deadline"][0].value not in because:
        yield told("another target date", one, of["deadline"][0])
    yield from (told("a sentence with another score", one) for part in parts if _is_of_another_score(part, of))


def _by_each_date(because: str) -> list[str]:
    """The sentence without who else scored; of an extended deadline what is said by the first date and by the later."""
    own = _BEHIND.sub("", _BEFORE.sub("", because))
    found = _BOTH_DATES.fullmatch(own)
    return [found["first"], found["extended"]] if found else [own]


def _fitting(sentence: str) -> set[str]:
    """The states it may stand behind, all of them where nothing is known of such a sentence."""
    known = (states for pattern, states in FITTING.items() if re.search(pattern, sentence))
    return set(STATES).intersection(*known)


def _is_milder(state: str, fitting: set[str]) -> bool:
    """Whether it is better than every state a sentence may stand behind: the worst of what is true is shown."""
    return all(STATES.index(one) < STATES.index(state) for one in fitting)


_FIGURE = re.compile(
    r"^(?P<now>-?[\d.]+) on (?P<day>\d{4}-\d\d-\d\d), |; (?P<now2>-?[\d.]+) on (?P<day2>\d{4}-\d\d-\d\d), target"
)


def _is_of_another_score(sentence: str, of: Of) -> bool:
    """Whether the newest score that it names is none of the newest scores."""
    found = _FIGURE.search(sentence)
    newest = {
        round(float(last.value), 1)
        for name, all_ in of.items()
        if name.startswith("last ")
        for last in all_
        if re.fullmatch(r"-?[\d.]+", last.value)
    }
    return bool(found and newest) and round(float(found["now"] or found["now2"]), 1) not in newest


def _of_shares(of: Of) -> Iterator[Contradiction]:
    for name, shares in of.items():
        if not name.startswith("share"):
            continue
        for one in shares:
            share = float(one.value)
            target, start, now = (
                _one(of, predicate)
                for predicate in (
                    "target",
                    "where it began" if name == DECIDES else _start_of(of, name.removeprefix("share of ")),
                    _LAST[name] if name in _LAST else name.replace("share of", "last by"),
                )
            )
            if (
                None not in (target, start, now)
                and target != start
                and (share == 100) != (now == target)
                and share == 100
            ):
                yield told("all of the way, and not there", one)
            if None not in (target, start, now) and target != start and abs(share - _share(now, start, target)) > 1:
                yield told("a share that does not fit its numbers", one)


def _of_ways(of: Of, states: States) -> Iterator[Contradiction]:
    """Beyond the target or behind the beginning in words; of several who decide one may be there and another not."""
    raters = {name.partition(" of ")[2] for name in of if name.startswith(("way of ", "share of "))}
    for one in (one for name, ways in of.items() if name.startswith("way of ") for one in ways):
        last = one.predicate.replace("way of", "last by")
        began = _start_of(of, one.predicate.removeprefix("way of "))
        target, start, now = (_one(of, predicate) for predicate in ("target", began, last))
        if one.value.startswith(("above", "below")):
            yield from _out_of_a_band(of, states if len(raters) == 1 else {}, one, now)
            continue
        is_past = one.value == "past the target"
        if is_past and len(raters) == 1 and states.keys() & {"off track", "plateau"}:
            yield told("past the target and short of it", one, next(iter(states.values())))
        if None in (target, start, now) or target == start:
            continue
        share = _share(now, start, target)
        if share <= 100 if is_past else share >= 0:
            yield told("a way that does not fit its numbers", one)


def _out_of_a_band(of: Of, states: States, one: Statement, now: float | None) -> Iterator[Contradiction]:
    """Beyond the end of a band that it went through: then it is there no more, by the one whose scores it has."""
    if states.keys() & {"met", "reached once"}:
        yield told("out of its band and there", one, next(iter(states.values())))
    bands = {target.value for target in of.get("target", [])}
    ends = re.fullmatch(r"(-?[\d.]+) to (-?[\d.]+)", next(iter(bands), "")) if len(bands) == 1 else None
    if ends and now is not None:
        low, high = float(ends[1]), float(ends[2])
        if now <= high if one.value.startswith("above") else now >= low:
            yield told("a way that does not fit its numbers", one)


DECIDES = "share that decides"
_LAST = {DECIDES: "last that decides"}


def _share(now: float, start: float, target: float) -> float:
    return 100 * (now - start) / (target - start)


def _start_of(of: Of, rater: str) -> str:
    """What tells where that rater began: a stated baseline is nobody's but the judge's; of others nothing tells it."""
    judges = {one.value for one in of.get("judge", [])}
    return "baseline" if judges <= {rater, "each"} else f"where {rater} began"


def _one(of: Of, predicate: str) -> float | None:
    values = {one.value for one in of.get(predicate, [])}
    return float(next(iter(values))) if len(values) == 1 and re.fullmatch(r"-?[\d.]+", next(iter(values))) else None
