"""How far it goes by the words alone: from twenty a day to nineteen, six hours and ten minutes instead of six hours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from goalctl.rules.wording.figures import in_figures
from goalctl.rules.wording.patterns import words

_FORM = re.compile(
    r"\b(?:phq|gad|core|pcl|k|who|bdi|isi|wsas|audit|pss|dass|oq|epds|hads|ors|srs|y-bocs|ybocs)-?(?:\d+|ii)?\b"
)
_SCALE = re.compile(
    r"\b[01] ?(?:-|\u2013|to) ?(?P<high>100?)\b(?: ?-?points?)?(?: scale)?|\bout of (?P<of>100?)\b"
    r"|(?<=\d)/(?P<by>100?)\b|\b(?P<points>100?)-point\b"
)
_TOKEN = re.compile(r"\d+(?:[:/]\d+)+|\d+(?:\.\d+)?|[a-z]+(?:['-][a-z]+)*|->|=>|\u2192|[%,.;:()\u2013-]")
_TIME_OF_DAY = re.compile(r"\d+\.[0-5][05]$")
_CLOCK = words("alarm am bed bedtime clock curfew home lights pm rise rises up wake wakes waking")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BEFORE_A_YEAR = words("by in since until")
_MARKS = words("gpa average grade mark score mean")
_NAMED_BY = words("chapter item level line module p page pages phase question room row stage step unit verse")
_FURTHEST = 16
_NEAR = 4

_ARROWS = frozenset({"->", "=>", "\u2192"})
_OTHER_THAN = words("against compared instead lieu place rather versus vs")
_UP_FROM = {("up", "from"), ("down", "from")}
_SET_OFF_FROM = {("(", "from"), (",", "from")}
_SETTING_OFF = frozenset({"(", ",", "where", "-", "\u2013", ";"})
_OF = words("from of to")
_AT_PRESENT = words(
    """
    already assessment baseline current currently hitherto intake moment now nowadays present presently previous
    previously recently referral screening today usual
    """
)
_AIMING = words("aim aims be goal reach target to")
_BEFORE = words("before did last used was were")
_FLOOR = {("at", "least"), ("no", "fewer"), ("no", "less"), ("minimum", "of")}
_CEILING = {("at", "most"), ("no", "more"), ("maximum", "of"), ("not", "more")}
_TAKING = words(
    """
    add adds cut cuts decrease decreases drop drops gain gains increase increases knock knocks lose loses lower lowers
    prune prunes raise raises reduce reduces shave shaves shed sheds shorten shortens take takes trim trims by lengthen
    lengthens extend extends
    """
)
_WHOLE = words("current her his my normal present the their usual")
_KEEPING = words("hold holds keep keeps maintain maintaining maintains remain remains stay stays")
_CHANGED = words(
    """
    less more fewer further fall drop dip cut decrease decline reduction rise increase gain improvement growth better
    off down up
    """
)
_GOING = words("coming down dropping falling going moving rising up")
_RANGE = words("to or - \u2013")
_NO_COMPARATIVES = words("after never other over under whether per ever her year quarter")
_SHORTEST_COMPARATIVE = 5


class Way(NamedTuple):
    """From where to where the words say that it goes; `scale` is 0 where they name none, `form` the form they name.

    `is_there` tells that the end is what is there now. Where they say only how far, it goes from 0 or from 100.
    """

    start: float
    end: float
    scale: float = 0
    form: str = ""
    is_there: bool = False


class _Figure(NamedTuple):
    """A number, with its place among the tokens of the sentence."""

    value: float
    place: int
    is_share: bool


class _InFigures:
    """The sentence in figures and tokens, without the names of forms and scales."""

    def __init__(self, text: str) -> None:
        said = in_figures(_FORM.sub("form", text))
        scale = _SCALE.search(said)
        self.form = next(iter(_FORM.findall(text)), "")
        self.tokens = _TOKEN.findall(_SCALE.sub("", said))
        self.scale = float(next(filter(None, scale.groups()))) if scale else 0
        is_of_day = bool(_CLOCK.intersection(self.tokens)) and _MARKS.isdisjoint(self.tokens)
        self.figures = [
            _Figure(float(token), place, self.tokens[place + 1 : place + 2] == ["%"])
            for place, token in enumerate(self.tokens)
            if token[0].isdigit() and ":" not in token and "/" not in token
            if self.tokens[place - 1] not in _NAMED_BY or not place
            if not (_YEAR.match(token) and self.tokens[place - 1] in _BEFORE_A_YEAR)
            if not (is_of_day and _TIME_OF_DAY.match(token) and self.tokens[place + 1 : place + 2] != ["hours"])
        ]

    def before(self, figure: _Figure, reach: int = _NEAR) -> list[str]:
        """The words that lead up to it."""
        return self.tokens[max(0, figure.place - reach) : figure.place]

    def after(self, figure: _Figure, reach: int = _NEAR) -> list[str]:
        """The words behind it."""
        return self.tokens[figure.place + 1 : figure.place + 1 + reach]


class _Pair:
    """A figure, the next one, and the one behind that, with the words between."""

    def __init__(self, said: _InFigures, one: _Figure, rest: Sequence[_Figure]) -> None:
        self.said, self.one, self.other = said, one, rest[0]
        self.third = rest[1] if rest[1:] else None
        self.between = said.tokens[one.place + 1 : self.other.place]
        self.near = self.between[-_NEAR:]
        self.then = said.tokens[self.other.place + 1 : self.third.place] if self.third else []
        self.after = said.after(self.other)
        self.last = self.third.value if self.third else 0.0

    def way(self, start: float, end: float, *, is_there: bool = False) -> Way:
        """The way, with the scale that both figures fit on."""
        scale = 100 if self.one.is_share or self.other.is_share else self.said.scale
        return Way(start, end, scale if max(start, end) <= scale else 0, self.said.form, is_there=is_there)


def ways_in_words(text: str) -> tuple[Way, ...]:
    """Every way that a sentence states."""
    said = _InFigures(text)
    found: list[Way] = []
    figures = said.figures
    while figures:
        way, taken = _way(said, *figures)
        found += [way] if way else []
        figures = figures[taken:]
    return tuple(found)


def _way(said: _InFigures, one: _Figure, *rest: _Figure) -> tuple[Way | None, int]:
    """The way that the first figure begins, and how many figures it takes."""
    if rest and rest[0].place - one.place <= _FURTHEST:
        pair = _Pair(said, one, rest)
        for holds, way, taken in _RELATIONS:
            if holds(pair):
                return way(pair), taken
    return _step(said, one), 1


def _leads_out_of_a_range(pair: _Pair) -> bool:
    return _begins_way(pair) and len(pair.between) == 1 and "to" in pair.then


def _leads_to(pair: _Pair) -> bool:
    is_on_the_way = pair.between[-1:] == ["to"] and not _GOING.isdisjoint(pair.between[-2:])
    is_on_the_way |= pair.said.before(pair.one, 1) == ["form"]
    if pair.between == ["becoming"]:
        return True
    return ("to" in pair.between and (is_on_the_way or _begins_way(pair))) or bool(_ARROWS.intersection(pair.between))


def _begins_way(pair: _Pair) -> bool:
    """Whether `from` goes before it, or a colon and no time of the day."""
    before = pair.said.before(pair.one)
    is_last = before[-1:] == [","] and not pair.after  # words per minute, 60 to 62
    is_listed = (":" in before or is_last) and "range" not in before and _CLOCK.isdisjoint(pair.said.tokens)
    return bool(_RANGE.intersection(pair.between)) and ("from" in before or is_listed)


def _is_instead(pair: _Pair) -> bool:
    if _OTHER_THAN.intersection(pair.between) or "not" in pair.between[-3:]:
        return True
    last = tuple(pair.between[-2:])
    return last in _UP_FROM or (last in _SET_OFF_FROM and "to" not in pair.then and "to" not in pair.after)


def _is_instead_of_a_range(pair: _Pair) -> bool:
    return _is_instead(pair) and bool(pair.then) and set(pair.then) <= _RANGE


def _is_taken_off(pair: _Pair) -> bool:
    """Whether the first figure is what is added to the second or taken off: one pint off my forty a week."""
    if "than" in pair.between and _CHANGED.intersection(pair.between):
        return bool(_AT_PRESENT.intersection((*pair.between, *pair.after)) or _WHOLE.intersection(pair.near))
    before = pair.said.before(pair.one, 1)
    if before == ["by"] and pair.between == ["from"]:
        return pair.after[:1] != ["to"]
    return (before in (["down"], ["up"]) and "from" in pair.near) or _is_off_the_whole(pair)


def _is_off_the_whole(pair: _Pair) -> bool:
    """`Takes an hour off four`, `cuts 2 of her usual 12`."""
    is_change = bool(_TAKING.intersection(pair.said.before(pair.one)) or _CHANGED.intersection(pair.between[:2]))
    return is_change and ("off" in pair.near or bool(_OF.intersection(pair.near) and _WHOLE.intersection(pair.near)))


def _is_now(pair: _Pair) -> bool:
    """Whether the second figure says how it is: currently 60, (attends 3 at present), where it took 20 last year."""
    is_told = bool(_AT_PRESENT.intersection((*pair.near, *pair.after))) or pair.near[-2:] == ["it", "is"]
    is_told |= bool(_BEFORE.intersection((*pair.between[-3:], *pair.after[:2])))
    return bool(is_told and _SETTING_OFF.intersection(pair.between))


def _was_now(pair: _Pair) -> bool:
    """Whether the first figure says how it is, and the second how it is to be: currently 21, to be 20."""
    is_told = _AT_PRESENT.intersection((*pair.said.before(pair.one, 3), *pair.between[:2]))
    is_told |= {"at"}.intersection(pair.said.before(pair.one, 1))  # rates it at 80
    return bool(is_told and (_SETTING_OFF | {"and"}).intersection(pair.between) and _AIMING.intersection(pair.between))


def _is_reached(pair: _Pair) -> bool:
    """Whether what is there now is as much already, or more of what is to be no less, less of what is to be no more."""
    if _KEEPING.intersection(pair.said.tokens):
        return False
    bound, ahead = {*pairwise(pair.said.before(pair.one))}, pair.other.value - pair.one.value
    return ahead == 0 or bool((ahead > 0 and _FLOOR & bound) or (ahead < 0 and _CEILING & bound))


_RELATIONS: tuple[tuple[Callable[[_Pair], bool], Callable[[_Pair], Way], int], ...] = (
    (
        _leads_out_of_a_range,
        lambda it: it.way(it.one.value, it.last, is_there=it.one.value <= it.last <= it.other.value),
        3,
    ),
    (_leads_to, lambda it: it.way(it.one.value, it.other.value), 2),
    (
        _is_instead_of_a_range,
        lambda it: it.way(it.other.value, it.one.value, is_there=it.other.value <= it.one.value <= it.last),
        3,
    ),
    (_is_instead, lambda it: it.way(it.other.value, it.one.value), 2),
    (_is_taken_off, lambda it: it.way(it.other.value, it.other.value - it.one.value), 2),
    (_was_now, lambda it: it.way(it.one.value, it.other.value), 2),
    (_is_now, lambda it: it.way(it.other.value, it.one.value, is_there=_is_reached(it)), 2),
)
"""What the words between two figures say, the way from the one to the other, and how many figures it takes."""


def _step(said: _InFigures, one: _Figure) -> Way | None:
    """A change by so many percent, or by so many points of a form or a scale."""
    after = said.after(one)
    is_by = not {"by", "down", "up"}.isdisjoint(said.before(one, 2))
    is_change = is_by or bool(_TAKING.intersection(said.before(one)))
    if one.is_share and (is_by or any(map(_compares, after[1:3]))):
        return Way(100, 100 - one.value, 100)
    if is_change and {"point", "points"}.intersection(after[:2]) and (said.form or said.scale):
        return Way(0, one.value, said.scale, said.form)
    return None


def _compares(word: str) -> bool:
    is_one = len(word) >= _SHORTEST_COMPARATIVE and word.endswith("er") and word not in _NO_COMPARATIVES
    return is_one or word in _CHANGED
