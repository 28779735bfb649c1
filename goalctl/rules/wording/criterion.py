"""By what number a goal is reached: how much, how often, how long, from where to where; a number that names is none."""

from __future__ import annotations

from goalctl.rules.wording.patterns import Phrases

_NUMBER = (
    "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)"
    "|one"
    "|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty"
    "|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|\d+(?:[.,:]\d+)*)"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    r"|aug|sept?|oct|nov|dec)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PEOPLE = (
    r"(?:kids|children|sons|daughters|brothers|sisters|siblings|parents|grandchildren|boys|girls|partners|ex-wives)"
)
_NAMES = Phrases(
    r"\b(?:step|steps|phase|stage|ward|flat|apartment|room|store|shop|house|floor|number|no|group|level|grade|goal"
    "|chapter|unit"
    "|bus|line|route|tier|type|part|form|section|year|module|channel|block|bay|suite|building|gate|platform|lane"
    "|exit|axis"
    "|version|lesson|study|area|zone|track|team|plan|week|day|session|class|point)s? (?:number "
    rf"|no\.? )?{_NUMBER}[a-z]?\b(?! (?:times|days"
    r"|nights|minutes|hours|out|of (?:\d|ten)))",
    rf"\b{_NUMBER}[- ]?steps?\b(?= (?:group|meeting|programme|program|work|recovery|model|fellowship))",
    r"\b(?:12|twelve)[- ]steps?\b",
    r"\bone (?:\w+ ){1,2}at a time\b",
    r"\bone[- ](?:on|to|by|and)[- ]one(?:s|'s)?\b",
    r"\b1[:-]1s?\b",
    r"\b24/7\b",
    r"\b9[- ]to[- ]5\b",
    r"\bone (?:another|day(?! a| per| in)|fine day)\b",
    r"\b(?:no|some|every|any) one\b",
    r"\bnumber one\b",
    r"\bday one\b",
    r"\b(?:loved|little|young|dear) ones?\b",
    r"\bone's\b",
    r"\b(?:the|this|that|which) one\b",
    r"\bfor once\b",
    r"\bonce more\b",
    r"\bstarting with one\b",
    r"\bat once\b",
    r"\bonce and for all\b",
    r"\bsquare one\b",
    r"\b(?:110|100|hundred) (?:%|per ?cent)(?! of)",
    r"\bone (?:bit|step|day|thing|moment|piece|block) (?:by|after) (?:one|another|the)\b",
    r"\bbetter half\b",
    r"\bhalf[- ]hearted",
    rf"\b(?:my|his|her|their|our|the|both) {_NUMBER} (?:\w+ )?{_PEOPLE}\b",
    rf"\b{_NUMBER} generations\b",
    rf"\bsince {_NUMBER}\b",
    r"\b(?:19|20)\d\d\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b",
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b",
    r"\bby \d{1,2}/\d{1,2}(?:/\d+)?",
    r"\b\d{1,2}(?:st|nd|rd|th)\b",
    r"\b\d{4}-\d\d-\d\d\b",
    r"\bcovid-?19\b",
    r"\bage \d+\b",
    rf"\b{_NUMBER}[- ]year[- ]olds?\b",
    rf"\b(?:at|under|over) {_NUMBER} years\b",
    r"\b(?:phq|gad|pcl|core|who|k|bdi|dass|oq|audit)-?\d+\b",
    r"\bscale of \d+ to \d+\b",
    r"\b0[- \u2013]1(?:0|00)(?: point)? scale\b",
    r"\b(?:ten|10|five|5|100)-point\b",
    r"\bhigh fives?\b",
    r"\btwo-way\b",
    r"\bfirst\b",
    r"\btop ten\b",
    r"\bcatch-22\b",
    r"\bone-(?:off|sided|way)\b",
    r"\bmp3\b",
    r"\bf(?:irst )?1\b",
)
"""Numbers that name, date or decorate."""

_SPAN = Phrases(
    r"\b(?:over|in|within|during|throughout|for|across|after) (?:the )?(?:next |coming |first |past |last "
    f"|course of )?{_NUMBER}"
    r"(?:(?: to | or |-){0}\w*)? ?(?:weeks?|months?|years?|sessions?)\b(?! out)".replace("{0}", "?"),
    rf"\b(?:over|within|in|for) {_NUMBER} days\b",
    r"\b(?:over|in|within|for) a (?:week|month|year)\b",
    r"\bfor half a year\b",
)
"""Until when, or for how long, it is worked at."""

_STRONG = Phrases(
    rf"\b{_NUMBER}\b",
    "%",
    r"\bper ?cent\b",
    r"\bhalf (?:an?|the|of|as)\b",
    r"\bhalf\b",
    r"\b(?:twice|thrice)\b",
    r"\bdozen\b",
    r"\b(?:a|an) (?:quarter|third) of\b",
    r"\b(?:halv|doubl|tripl)(?:e|es|ed|ing)\b",
    r"\bat (?:least|most) (?:once|a|an|half)\b",
    r"\ban? (?:\w+ )?hour\b",
    r"\b(?:a|per) (?:\w+ )?minute\b",
    r"\bzero\b",
    r"\beach of\b",
    r"\b\d+(?:am|pm|kg|km|m|h|min|mg|lb|lbs)\b",
    r"\bo'clock\b",
    r"\b(?:by|before|at|after|until) (?:noon|midnight)\b",
    r"\bno (?:more|less|fewer|later|longer) than\b",
    r"\b(?:each|every) (?:meal|time|session|meeting|class|lesson|shift)\b",
)
"""How much, how often out of how many, how long."""

_WEAK = Phrases(
    r"\b(?:daily|weekly|nightly|monthly|fortnightly|hourly|quarterly|once)\b",
    rf"\b(?:on |every )?{_DAY}s?\b",
    r"\bweekdays?\b",
    r"\b(?:each|every|per) (?:other |second |third |single |school |working |week)?(?:\w+ )?(?:day|night|week|month"
    "|morning|evening|afternoon"
    "|weekend|fortnight|payday|year|lunch|dinner|supper|breakfast|term|bedtime|visit|appointment|one|conflict"
    r"|argument|panic|urge)s?\b",
    r"\beveryday\b",
    r"\bevery\b",
    r"\b(?:an?) (?:day|night|week|month|fortnight|year)\b",
    r"\balways\b",
    r"\bon (?:the )?(?:weekends?|school (?:days|nights)|workdays|working days)\b",
    r"\bboth\b",
)
"""How often an act is done; of a state it says nothing."""

_VOIDED = Phrases(
    r"\bor (?:as|when|whenever|if) (?:\w+ )?(?:needed|necessary|required|possible|wanted)\b",
    r"\bas needed\b",
    r"\b(?:several|some|a few|many) (?:\w+ )?(?:hours|times|minutes|days|nights|evenings|occasions)\b",
    r"\b(?:when|if) (?:ever )?(?:possible|necessary|needed)\b",
    r"\bwhenever (?:possible|necessary|needed|\w+ can)\b",
    r"\bif possible\b",
)
"""What takes a frequency back."""

COMPARATIVE = Phrases(
    r"\b(?:better|more|less|fewer|greater|higher|lower|stronger|healthier|happier|calmer|sooner|earlier|later|longer"
    "|shorter"
    r"|further|farther|closer|faster|slower|quicker|bigger|smaller|easier|harder|deeper|kinder|worse|brighter)\b",
    r"\b(?:improve(?:s|d|ment|ments)?|improving|reduc(?:e|es|ed|ing|tion)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
    "|lessen(?:s|ed|ing)?|enhanc(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|diminish(?:es|ed|ing)?|minimi[sz](?:e|es|ed"
    "|ing)"
    r"|maximi[sz](?:e|es|ed|ing)|boost(?:s|ed|ing)?|lower(?:s|ed|ing)|rais(?:e|es|ed|ing)(?= (?:my|his|her|their|self))"
    r"|limit(?:s|ed|ing)?|shrink(?:s|ing)?|alleviat(?:e|es|ed|ing)|eas(?:e|es|ed|ing)(?= (?:my|his|her|their|the)))\b",
    r"\b(?:cut|cuts|cutting|bring|brings|brought) (?:\w+ ){0,2}(?:down|back)\b(?! (?:the|a|items))",
    r"\b(?:lose|loses|losing|gain|gains|gaining|put on|puts on) (?:\w+ )?weight\b",
    r"\bless(?:en)?\b",
)
_NO_COMPARISON = Phrases(
    r"\b(?:more or less|no (?:more|longer)|once more|any more|anymore|better half|for better|sooner or later"
    r"|no later than)\b",
    r"\ban? (?:lower|higher|better|bigger|smaller|longer|shorter|stronger|healthier|greater|quicker)\b",
    r"\bmore than\b",
    r"\bless than\b",
    r"\bor (?:more|less|fewer|higher|lower|better|later|longer|earlier|further)\b",
)


def has_amount(text: str) -> bool:
    """Whether a number says how much, how long, or how often out of how many; such a one measures a state too."""
    return _STRONG.stand_in(_SPAN.without(_NAMES.without(text)))


def has_frequency(text: str) -> bool:
    """Whether it says how often, how much or how long, well enough for an act."""
    bare = _NAMES.without(text)
    if _STRONG.stand_in(bare):
        return True
    return _WEAK.stand_in(bare) and not _VOIDED.stand_in(bare)


def has_time_of_its_own(text: str) -> bool:
    """Whether it says how often or until when: by what a part of a goal stands by itself."""
    return has_date(text) or _OFTEN.stand_in(text)


_OFTEN = Phrases(
    r"\b(?:daily|weekly|nightly|monthly|fortnightly)\b(?= (?:for|by|at|in|on|and|until)\b|[ ,.;]*$)",
    r"\b(?:twice|thrice|once)\b",
    rf"\b(?:a|an|per|each|every|{_NUMBER}) (?:\w+ )?(?:day|night|week|month|fortnight|evening|morning|weekend)s?\b",
    rf"\bevery {_DAY}\b|\bon (?:{_DAY}|weekday|weekend|workday)s\b",
    r"\bmeals\b",
    r"\btimes\b",
)

_DATE = Phrases(
    r"\b(?:by|before|until|till|on|in|from|at|through|this|next|after|since) (?:the )?(?:(?:end|start|beginning"
    "|middle|first|last)"
    r"(?: day)? of )?(?:the |this |next |her |his |my |their )?(?:early |late |mid-?)?(?:\d{1,2}(?:st|nd|rd"
    f"|th)? (?:of )?)?(?:{_MONTH}|spring|summer"
    "|autumn|fall|winter|easter|christmas|new year|thanksgiving|ramadan|passover|hanukkah|birthday|wedding|funeral"
    "|hearing|term|semester"
    "|holidays?|anniversary|graduation|weekend|month|week|year|quarter|treatment|therapy|(?:son|daughter)'s|next|exam"
    "|due date"
    rf"|{_DAY}(?! ?s)|session {_NUMBER}|week {_NUMBER})\b",
    rf"\bby (?:session|week|month|day) {_NUMBER}\b",
    r"\bby (?:\w+ ){0,2}\d{1,2}\b",
    r"\b(?:tomorrow|tonight|today)\b",
    r"\b(?:her|his|my|their|\w+'s) (?:wedding|funeral|birthday|graduation|christening|anniversary)\b",
    r"\b(?:within|in) (?:a|an|one|two|three|four|six|\d+)"
    r" (?:day|week|month|year)s?\b",
)


def has_date(text: str) -> bool:
    """Whether a day, a season or an event stands in it by which or on which it is done."""
    return _DATE.stand_in(text)


def comparative(text: str) -> str:
    """The first word that compares without saying with what."""
    return COMPARATIVE.find(_NO_COMPARISON.without(text))
