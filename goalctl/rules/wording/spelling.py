"""What is written in several ways, brought into the one way that the rules read; on text in small letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import combining, normalize

from goalctl.model.day_words import WEEKDAYS
from goalctl.rules.wording.slips import meant

_WORD = re.compile(r"[a-z]+")
_END = re.compile(
    r"(?i:(?<![a-z])(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|[ap]\.m|mins?|hrs?|wks?|etc))\. "
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[A-Z])"
)
_QUOTED = re.compile(r"""(?<![a-z])(['"\u2018\u201c])(?:[^'"\u201c\u201d]|(?<=[a-z])'(?=[a-z]))+['"\u201d](?![a-z])""")
_MOST = 0.5  # of a goal that is quoted as a whole the quotation is the goal
_PERIODS = {"ay": "day", "wk": "week", "ek": "week", "mo": "month", "th": "month"}
_DAYS = {day[:2]: day for day in WEEKDAYS}
_SHORT_DAYS = ("mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri")
_BEFORE_A_PART = (" and ", " then ", " plus ", " while ", ", ", "; ", ". ")

_SHORTENED = (
    ("\u2019", "'"),
    (" & ", " and "),
    (" + ", " and "),
    (" / ", " and "),
    (" // ", " ; "),
    (" - ", " \u2013 "),
    ("\u2014", " \u2013 "),
    (" whilst ", " while "),
    ("'ll ", " will "),
    ("'d like ", " would like "),
    (" no matter ", " whatever "),
    (", after that ", ", then "),
    (", i.e. ", ": "),
    (", e.g. ", ": "),
    (" (and ", " plus "),
    (" i.e. ", " which is "),
    (" w/o ", " without "),
    (" w/out ", " without "),
    (" w/ ", " with "),
    (" re: ", " about "),
    (" r/t ", " about "),
)


def _per(found: re.Match[str]) -> str:
    return " a " + _PERIODS[found[0][-2:]]


def _day(found: re.Match[str]) -> str:
    """The weekday in full, behind the word before it."""
    return f"{found[1]}{_DAYS[found[2][:2]]}"


_Instead = str | Callable[[re.Match[str]], str]
_SPELLED_OUT: tuple[tuple[tuple[str, ...], str, _Instead], ...] = (
    ((" a", " nad "), r" (?:a[dm]n|nad) ", " and "),
    ((" form ",), r"\b(away|back|calls?|comes?|hears?|letters?|texts?) form (?=[a-z])", r"\1 from "),
    (
        ("n't", "nt ", "wont", "cannot"),
        r"\b(?:won'?t|cannot|can't|ain't|(do|does|did|is|are|has|have)n'?t)\b",
        r"\1 not",
    ),
    (
        ("goal", "aim", "objective"),
        r"^(?:(?:my|his|her|the|our|client's) )?(?:goals?|aims?|objectives?)(?: (?:is|are)|:)(?: to)? ",
        "",
    ),
    (("1", "a) ", "a. ", "i)", "i."), r"^\(?(?:1|a|i)[.)] (.*?)[,;.]?(?: and)? \(?(?:2|b|ii)[.)] ", r"\1 ; "),
    (("first",), r"^first(?:ly)?, (.*?)[,;.] (?:and )?second(?:ly)?,? ", r"\1 ; "),
    (("is to ", "are to "), r"^((?:[a-z]+ ){0,3})(?:is|are) to (?=[a-z])", r"\1will "),
    (
        (" to ",),
        r"^((?:mu|mo|ma)m|dad|mother|father|teen|boy|girl|child|couple|family|parents?) to (?=[a-z])",
        r"\1 will ",
    ),
    ((" going to ",), r"\b(?:am|is|are)( also)? going to (?=[a-z])", r"will\1 "),
    (
        ("with ", "as well ", "alongside ", "besides ", "addition ", "apart ", "top of ", "above "),
        (
            r"^(?:along with|alongside|together with|as well as|besides|in addition to|apart from|on top of"
            r"|over and above) ((?:the )?(?:[a-z]+ing|an?|one|two|three|four|daily|weekly|monthly)\b[^,]*?)"
            r"(?:,| (?=(?:he|she|they|i|we|will)\b)) ?(.*)$"
        ),
        r"\2 plus \1",
    ),
    ((" also ",), r"^while (?:also )?([a-z]+ing\b[^,]*), (?:(?:s?he|they|i|we) )?(?:will )?also (.*)$", r"\2 plus \1"),
    (
        ("on the one hand", "for one thing", "on one hand"),
        (
            r"^(?:on (?:the )?one hand|for one thing),? (.*?)[,;.]? "
            r"(?:and |but )?(?:on the other(?: hand)?|for another),? "
        ),
        r"\1 ; ",
    ),
    (("(",), r"^((?:[a-z]+ ){1,3})\([^)]*\) (?=(?:will|is|has|[a-z]+s) )", r"\1"),
    (("having ",), r"^(having [^,]*), (?:he|she|they|i|we) (?:will also|also) (.*)$", r"\2 plus \1"),
    (
        ("not only ",),
        r"^not only (will|does|has) ((?:the )?[a-z]+) (.*?)(?:,| but)+ (?:he|she|they|i|we) (?:will |has )?(?:also )?",
        r"\2 \1 \3 plus ",
    ),
    (("not only ",), r"^(.*?)not only (?:does (?:he|she) )?(.*?),? but (?:(?:he|she) (?:also )?|also )", r"\1\2 plus "),
    (
        ("not ",),
        (
            r"^((?:to |will |(?:he|she|they|i|we) (?:will |wants? to )?)?)not (?:just|merely|only|simply|solely) "
            r"(?!at|by|for|in|on|once|one|three|two|when|with)(\S+ .*?),? but (?:(?:also|he|i|she|they|to|we|will) )*"
        ),
        r"\1\2 plus ",
    ),
    (
        (", ",),
        (
            r"^((?:[a-z]+ ){0,3}[a-z]+), (?:[^,]*, (?=(?:will|shall|is|has|comes|goes|never|no longer|stops) )"
            r"|wh(?:o|om|ose|ich) [^,]*, )"
        ),
        r"\1 ",
    ),
    (("not ",), r"\bnot (be|being|feel|feeling|get|getting) (?:so|as|too|that|quite so) ", r"\1 less "),
    (("'s ",), r"\b(he|she)'s (?=[a-z]+ing\b)", r"\1 is "),
    (("s running",), r"(?<=s) running(?= *(?:[,.;]|$))", " in a row"),
    ((".m",), r"\b([ap])\.m\b\.?", r"\1m"),
    (
        (".",),
        (
            r"\b(st|mr|mrs|ms|dr|fr|pt|cl|cpl|sgt|lt|capt|insp|prof|rev|incl|approx|secs?|mins?|hrs?|ft|lbs?|oz|vs|etc|[b-hj-z])"
            r"\.(?! ?\d)"
        ),
        r"\1",
    ),
    ((".",), r"(?<!\d )\b(min|max|approx|incl|no|s)\.(?= ?\d)", r"\1"),
    ((" re. ",), r" re\. (?=[a-z])", " about "),
    ((".",), r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.(?= ?(?:\d|,|$))", r"\1"),
    (("/",), r" ?/ ?(?:day|wk|week|mo|month)\b", _per),
    (("x ",), r"(?<=\d)x(?= )", " times"),
    (("hr",), r"(?<=\d)( ?)hrs?\b", r"\1hours"),
    (("wk",), r"\bwk(s?)\b", r"week\1"),
    (_SHORT_DAYS, rf"()\b({'|'.join(_SHORT_DAYS)})\b\.?", _day),
    (("sat", "sun"), r"\b((?:on|and|day,?) )(sat|sun)\b\.?", _day),
    (("will, ", "to, "), r"\b(will|to), ((?:when|if|whenever|after|before|once|where) [^,]*), (.*)$", r"\1 \3 \2"),
    (
        (", ",),
        r"([;.]|\band) ((?:at|before|by|during|each|every|from|in|on|once|twice|within) [^,;.]{1,25}), ([^;.]+)",
        r"\1 \3 \2",
    ),
    (
        ("and ", "; ", "while "),
        (
            r"(\band|;|\bwhile) ((?:after|at|before|by|during|if|in|on|once|when|whenever) [^,;.]{1,40}?),? "
            r"((?:he|she|they|i|we) (?:will |[a-z]+s )[^,;.]*)"
        ),
        r"\1 \3 \2",
    ),
    (("self ",), r"\bself (?=[a-z])", "self-"),
    ((" bit ", " little ", " lot ", " tad "), r"\ba (?:bit|little|lot|tad) (?=(?:better|less|more)\b)", ""),
    ((" able to ",), r"\b(?:better|more|fully) (?=able to )", ""),
    ((" by ", "surely"), r"\b(?:(little|bit|step|day) by \1|slowly but surely)\b", "gradually"),
    (
        ("/",),
        r"(?<=[a-z])/(?=(?:pt|client|patient|s?he|to|will) |[a-z]+ (?:the|an?|his|her|my|one|two|three|four|\d+) )",
        " and ",
    ),
)
"""What must stand in a text so that it is worth a look, an expression, and what stands for it."""

_expression = cache(re.compile)
_NAMED = re.compile(
    r"^(?:(?:the|this|our) )?(?:client|patient|pt|cl|resident|student|pupil|mr \w+|mrs \w+|ms \w+|miss \w+|dr \w+"
    r"|[a-z]+(?= (?:will|to|is to) ))(?= )"
)


def _without_accents(text: str) -> str:
    return text if text.isascii() else "".join(sign for sign in normalize("NFD", text) if not combining(sign))


def as_meant(wording: str) -> str:
    """The wording with slips mended, in small letters, short forms written out, and the client named only once."""
    plain = without_speech(_without_accents(_END.sub(r"\1 ; ", wording).lower().strip()))
    for short, long in _SHORTENED:
        plain = plain.replace(short, long)
    for signs, pattern, instead in _SPELLED_OUT:
        if any(sign in plain for sign in signs):
            plain = _expression(pattern).sub(instead, plain)
    return _WORD.sub(lambda match: meant(match[0]), _named_once(plain))


def _named_once(text: str) -> str:
    """The text without who acts where a further part names the same one: and the client will call."""
    found = _NAMED.match(text)
    name = found[0] if found else ""
    for joint in _BEFORE_A_PART if name else ():
        text = text.replace(f"{joint}{name} ", " plus " if joint == " and " else joint)
    return text


def without_speech(text: str) -> str:
    """The text with a mere word for what somebody says in it: `no` that is said denies nothing."""
    bare = _QUOTED.sub("words", text)
    return bare if len(bare) > _MOST * len(text) else text
