"""By what number a goal is reached: how much, how often, how long, from where to where; a number that names is none."""

from __future__ import annotations

from functools import lru_cache

from goalctl.rules.wording.figures import with_digits
from goalctl.rules.wording.patterns import Phrases

_NUMBER = r"(?:one|hundred|thousand|\d+(?:[.,:]\d+)*)"  # of a text with digits
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    "|jul|aug|sept?|oct|nov|dec)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PEOPLE = (
    "(?:kids|children|sons|daughters|brothers|sisters|siblings|parents|grandchildren|boys|girls|partners|ex-wives)"
)
_NAMES = Phrases(
    r"\b(?:step|steps|phase|stage|ward|flat|apartment|room|store|shop|house|floor|number|no|group|level|grade|goal"
    "|chapter|unit|bus|line|route|tier|type|part|form|section|year|module|channel|block|bay|suite|building|gate"
    "|platform|lane|exit|axis|version|lesson|study|area|zone|track|team|plan|week|day|session|class|point|table"
    "|desk|seat|gate|court|studio|box|locker|topic|task|item|question|book|volume|season|episode|road|street"
    "|avenue|bed|cell|wing|dorm|cabin|pitch|ring|world war|stage|round|cycle|tip|tradition|rule|principle|domain"
    "|schema|cluster|key stage|workshop|group home|site|theme|hall|corridor|theatre|surgery|clinic"
    rf"|camp)s? (?:number |no\.? )?{_NUMBER}[a-z]?\b(?! (?:times|days|nights|minutes|hours|out|of (?:\d|ten)))",
    rf"\b{_NUMBER}[- ]?steps?\b(?= (?:group|meeting|programme|program|work|recovery|model|fellowship))",
    r"\b12[- ]steps?\b",
    rf"\b{_NUMBER}-(?:bed|bedroom|digit|part|piece|star|step|word) ",
    r"\bone (?:\w+ ){1,2}at a time\b",
    r"\bone[- ](?:on|to|by|and)[- ]one(?:s|'s)?\b",
    r"\b(?:1[:-]1s?|24/7|9[- ]to[- ]5)\b",
    r"\bone (?:another|day(?! a| per| in)|fine day)\b",
    r"\b(?:no|some|every|any|the|this|that|which) one\b",
    r"\b(?:loved|little|young|dear) ones?\b",
    rf"\bthe {_NUMBER} of (?:them|us|you)\b",
    rf"\bthe {_DAY} (?:evening |morning |afternoon |night )?(?:choir|class|club|course|crowd|group|lot|market"
    rf"|meeting|team)\b",
    r"\b(?:(?:at|for) once|once (?:and for all|more)|starting with one)\b",
    r"\b(?:110|100|hundred) (?:%|per ?cent)(?! of)",
    r"\bone (?:bit|step|day|thing|moment|piece|block) (?:by|after) (?:one|another|the)\b",
    rf"\b(?:my|his|her|their|our|the|both) {_NUMBER} (?:\w+ )?{_PEOPLE}\b",
    rf"\b{_NUMBER} generations\b",
    rf"\bsince {_NUMBER}\b",
    r"\b(?:19|20)\d\d\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b",
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b",
    r"\bby \d{1,2}/\d{1,2}(?:/\d+)?",
    r"\b\d{1,2}(?:st|nd|rd|th)\b",
    r"\b\d{4}-\d\d-\d\d\b",
    rf"\bage {_NUMBER}\b",
    rf"\b{_NUMBER}[- ]year[- ]olds?\b",
    r"\b\d+(?:-\d+){2,}\b",
    r"\b(?:the|a|his|her) (?:504|999|911|111|101|30|5k|10k) (?:plan|meeting|call|line)\b",
    r"\b(?:phq|gad|pcl|core|who|k|bdi|dass|oq|audit)-?\d+\b",
    rf"\b{_NUMBER} (?:days|weeks|months|years) (?:ago|before|earlier|older|younger)\b",
    r"\b(?:to|dials?|calls?|phones?|rings?|texts?) (?:101|111|911|988|999)\b",
    r"\bscale of \d+ to \d+\b",
    r"\b0[- \u2013]1(?:0|00)(?: point)? scale\b",
    r"\b(?:10|5|100)-point\b",
    r"\bfirst\b",
    r"\b(?:2|two)-spirit(?:ed)?\b",
    rf"\b{_NUMBER}-(?:day|week|month|year) (?:assessment|check|follow-up|mark|meeting|point|review|visit)\b",
)
"""Numbers that name, date or decorate."""

_SPAN = Phrases(
    r"\b(?:over|in|within|during|throughout|for|across|after) (?:the )?(?:next |coming |first |past |last "
    f"|course of )?{_NUMBER}"
    r"(?:(?: to | or |-){0}\w*)? ?(?:weeks?|months?|years?|sessions?)\b(?! out)".replace("{0}", "?"),
    rf"\b(?:over|within|in|for) {_NUMBER} (?:weekly |daily |individual |more )*(?:days|sessions|weeks)\b",
    r"\b(?:over|in|within|for) a (?:week|month|year)\b",
)
"""Until when, or for how long, it is worked at."""

_STRONG = Phrases(
    rf"\b{_NUMBER}\b",
    "%",
    r"\b(?:dozen|half|per ?cent|thrice|twice|zero)\b",
    r"\b(?:a|an) (?:quarter|third) of\b",
    r"\b(?:halv|doubl|tripl)(?:e|es|ed|ing)\b",
    r"\bat (?:least|most) (?:once|a|an|half)\b",
    r"\ban? (?!better|decent|early|good|happy|later?|normal|quiet|reasonable|regular|rush|sensible|set)(?:\w+ )?hour\b",
    r"\b(?:a|per) (?:\w+ )?minute\b",
    r"\bto (?:once|daily|weekly|weekends|every)\b",
    r"\beach of\b",
    r"\b\d+(?:am|pm|kg|km|m|h|min|mg|lb|lbs)\b",
    r"\bo'clock\b",
    r"\b(?:by|before|at|after|until) (?:noon|midnight)\b",
    r"\bno (?:more|less|fewer|later|longer) than\b",
    r"\b(?:q ?\d+ ?h(?:rs?)?|bid|tid|qid|qhs|qam|qpm|qod)\b",
)
"""How much, how often out of how many, how long."""

_WEAK = Phrases(
    r"\b(?:daily|weekly|nightly|monthly|fortnightly|hourly|quarterly|once)\b",
    rf"\b(?:on |every )?{_DAY}s?\b",
    r"\bweekdays?\b|\bm/w/f\b|\bt/th\b",
    r"\b(?:each|every|per) (?:other |second |third |single |school |working |week)?(?:\w+ )?(?:day|night|week|month"
    "|morning|evening|afternoon|weekend|fortnight|payday|year|lunch|dinner|supper|breakfast|term|bedtime|visit"
    r"|appointment|one|conflict|argument|panic|urge)s?\b",
    r"\b(?:each|every) (?:\w+ )?(?:meal|time|session|meeting|class|lesson|shift)\b",
    r"\beach (?!other\b|of\b|partner|parent|member|child|one\b)\w+",
    r"\bmornings? and (?:evenings?|nights?)\b",
    r"\b(?:always|both|every|everyday)\b",
    r"\b(?:an?) (?:day|night|week|month|fortnight|year)\b",
    r"\bon (?:the |all )?(?:weekends?|(?:school|work) (?:days|nights)|workdays|working days)\b",
    r"\bthe (?:day|moment) (?:it|they) (?:arrives?|comes?)\b|\b(?:the|on the) same day\b",
)
"""How often an act is done; of a state it says nothing."""

_SOME = (
    "(?:several|some|a few|few|many|a couple of|various|multiple|numerous|enough|certain|most|plenty of|a lot of"
    "|lots of)"
)
_VOIDED = Phrases(
    r"\bor (?:as|when|whenever|if) (?:\w+ )?(?:needed|necessary|required|possible|wanted)\b",
    r"\bas (?:needed|necessary|required|often as|much as|tolerated|able)\b",
    rf"\b{_SOME} (?:\w+ )?\w+ (?:a|per|each|every) (?:day|night|week|month|year|session|lesson)\b",
    rf"\b{_SOME} (?:\w+ )?(?:hours|times|minutes|days|nights|evenings|mornings|occasions|weeks|weekends|sessions"
    rf"|meals|{_DAY}s)\b",
    r"\b(?:when|if|where|as) (?:ever )?(?:possible|necessary|needed|appropriate|able)\b",
    r"\bwhen(?:ever)? (?:possible|necessary|needed|\w+ can)\b",
    r"\bevery (?:so often|now and (?:then|again)|once in a while)\b",
    r"\b(?:almost|nearly|practically) (?:every|daily|always)\b",
    r"\bthe odd\b",
)
"""What takes a frequency back."""

_MORE_OR_LESS = (
    "better brighter bigger calmer cleaner closer deeper earlier easier farther faster fewer fitter further greater "
    "happier harder healthier higher kinder larger later less longer louder lower milder more neater quicker quieter "
    "rarer safer shorter slower smaller sooner steadier stronger tidier tighter worse"
)
_CHANGING = (
    "alleviat(?:e|es|ed|ing)|boost(?:s|ed|ing)?|curb(?:s|ed|ing)?|curtail(?:s|ed|ing)?|decreas(?:e|es|ed|ing)"
    "|diminish(?:es|ed|ing)?|enhanc(?:e|es|ed|ing)|improve(?:s|d|ment|ments)?|improving|increas(?:e|es|ed|ing)"
    "|lengthen(?:s|ed|ing)?|lessen(?:s|ed|ing)?|limit(?:s|ed|ing)?|lower(?:s|ed|ing)|maximi[sz](?:e|es|ed|ing)"
    "|minimi[sz](?:e|es|ed|ing)|moderat(?:es|ed|ing)|prolong(?:s|ed|ing)?|reduc(?:e|es|ed|ing|tion)|shrink(?:s|ing)?"
    "|strengthen(?:s|ed|ing)?|taper(?:s|ed|ing)?(?! off (?:the|his|her|my))"
)
COMPARATIVE = Phrases(
    rf"\b(?:{_MORE_OR_LESS.replace(' ', '|')})\b",
    rf"\b(?:{_CHANGING})\b",
    r"\brais(?:e|es|ed|ing)(?= (?:self|(?:my|his|her|their) (?!hands?\b|voice|arms?\b)))",
    r"\beas(?:e|es|ed|ing)(?= (?:my|his|her|their|the|off)\b)",
    r"\b(?:cut|cuts|cutting|bring|brings|brought|dial|dials|scale|scales|tone|tones) (?:\w+ ){0,2}(?:down"
    r"|back)\b(?! (?:the|a"
    "|items))",
    r"\b(?:reins? (?:\w+ ){0,3}in|spac(?:es?|ing) (?:\w+ ){0,3}out)\b",
    r"\b(?:ramp|ramps|step|steps) up (?:my|his|her|their|on)\b",
    r"\b(?:lose|loses|losing|gain|gains|gaining|put on|puts on) (?:\w+ )?weight\b",
)
_NO_COMPARISON = Phrases(
    r"\w-[a-z]+ing\b",
    r"\b(?:sets?|tests?|knows?|off) (?:\w+ )?limits?\b",
    r"\b(?:upper|lower|speed|time|age|credit) limit\b",
    r"\b(?:more or less|(?:no|not) (?:more|longer|less)|once more|any more|anymore|better half|for better|sooner"
    r" or later|no later than)\b",
    rf"\ban? (?:{_MORE_OR_LESS.replace(' ', '|')})\b",
    r"\bmore than\b",
    r"\bless than\b",
    r"\b(?:earlier|fewer|further|higher|later|longer|lower|shorter) than (?=a |an |half |one|two|three|four|five"
    r"|six|seven"
    r"|eight|nine|ten|noon|midnight|\d)",
    r"\bor (?:more|less|fewer|higher|lower|better|later|longer|earlier|further)\b",
)


_KNOWN_NUMBER = Phrases(
    rf"\b(?:about the|all|both|these|those|her|his|my|their|our) (?:the |own )?{_NUMBER} (?!times|hours"
    r"|minutes|days|out|of)"
)
"""How many there are: across all five domains."""


@lru_cache(maxsize=512)
def has_amount(text: str) -> bool:
    """Whether a number says how much, how long, or how often out of how many; such a one measures a state too."""
    text = with_digits(text)
    return _STRONG.stand_in(_KNOWN_NUMBER.without(_SPAN.without(_NAMES.without(text))))


@lru_cache(maxsize=512)
def has_frequency(text: str) -> bool:
    """Whether it says how often, how much or how long, well enough for an act."""
    bare = _NAMES.without(with_digits(text))
    if _USUALLY.stand_in(bare):
        bare = _CLOCK.without(bare)
    if _STRONG.stand_in(bare):
        return True
    return _WEAK.stand_in(bare) and not _VOIDED.stand_in(bare)


@lru_cache(maxsize=512)
def has_time_of_its_own(text: str) -> bool:
    """Whether it says how often or until when: by what a part of a goal stands by itself."""
    text = with_digits(text)
    return has_date(_ONE_DAY.without(_CLOCK.without(text))) or _OFTEN.stand_in(text)


_USUALLY = Phrases(
    r"\b(?:usually|often|sometimes|regularly|generally|mostly|normally|occasionally|most|some|several|a few)\b"
)
_CLOCK = Phrases(rf"\b(?:by|before|at|until) (?:noon|midnight|{_NUMBER})(?: ?[ap]m| o'clock)?\b(?! {_MONTH})")
_ONE_DAY = Phrases(rf"\bon {_DAY}\b")
_OFTEN = Phrases(
    r"\b(?:daily|weekly|nightly|monthly|fortnightly)\b(?= (?:and|at|by|for|from|in|on|to|until|with)\b|[ ,.;]*$)",
    r"\b(?:twice|thrice|once)\b",
    rf"\b(?:a|an|per|each|every|{_NUMBER}) (?:\w+ )?(?:day|night|week|month|year|fortnight|evening|morning"
    r"|payday|weekend|workday)s?\b(?! (?:meal|dose|class|shift|walk|session|course|dish)(?:e?s)?\b)",
    rf"\b(?:each|every) (?:other |second |third )?{_DAY}\b",
    rf"\b(?:on|to) (?:(?:{_NUMBER} )?{_DAY}|(?:\w+ )?(?:day|evening|morning|night)|week(?:day|night|end)|workday)s\b",
    r"\btimes\b",
)

_NTH = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty)"
_DATE = Phrases(
    r"\b(?!(?:after|during|from|in) (?:treatment|therapy)\b)"
    r"(?:by|before|until|till|on|in|from|at|through|this|next|after"
    "|since) (?:the )?(?:(?:end|start|beginning|middle|first|last)(?: day)? of )?(?:the |this |next |her |his |my "
    rf"|their )?(?:early |late |mid-?)?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTH}|spring|summer|autumn|fall"
    "|winter|easter|christmas|new year|thanksgiving|ramadan|passover|hanukkah|birthday|wedding|funeral|hearing"
    "|term|semester|holidays?|anniversary|graduation|weekend|month|week|year|quarter|treatment|therapy|(?:son"
    "|daughter)'s|next(?! (?:day|morning|time|meal))|exams?|mocks|finals|festival|inspection|tribunal|christening"
    "|eid|diwali|lent|halloween|(?:house )?move|due date|interview|appointment|trial|operation|surgery"
    f"|birth|scan|baby|deadline|discharge|release|reunion|race|concert|trip|flight|review|{_DAY}(?! ?s)"
    rf"|session {_NTH}|week {_NTH})\b",
    rf"\bby (?:session|week|month|day) {_NTH}\b",
    r"\bby (?:the |day |week |age )?\d{1,2}\b",
    r"\b(?:before|by the time) (?:the |her |his |my |their )?(?!class|day|film|game|lesson|meal|meeting|school|session"
    r"|shift|work)(?:[a-z-]+ ){1,3}(?:arrives|begins|closes|ends|expires|is born|is due|opens|runs out|starts)\b",
    r"\bbefore (?:he|she|they|i|we) (?:emigrates?|flies|fly|gives? birth|goes (?:away|back|home|into)|graduates?|moves?"
    r"|retires?|returns?|turns? \d)\b",
    r"\b(?:on|by|before|until) the \d{1,2}(?:st|nd|rd|th)\b",
    r"\bby (?:the |his |her |my )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next"
    r"|last) [a-z]+",
    r"\b(?:at|before|by) (?:the|her|his|my|their) (?:audition|ceremony|conference|launch|open day|recital|viva)\b",
    r"\b(?:tomorrow|tonight|today)\b",
    r"\bto (?:the |her |his |my |their )?next (?:appointment|class|group|hour|lesson|meeting|review|session|visit)\b",
    r"\b(?:her|his|my|their|\w+'s) (?:wedding|funeral|birthday|graduation|christening|anniversary)\b",
    r"\b(?:at|by|before|in|until) (?:the |her |his |my )?[a-z0-9]+-(?:day|month|week|year) (?:appointment|assessment"
    r"|check|check-up|follow-up|mark|meeting|point|review|scan|visit)\b",
    r"\b(?:within|in) (?:a|an|one|two|three|four|six|\d+) (?:day|week|month|year)s?\b",
)


@lru_cache(maxsize=512)
def has_date(text: str) -> bool:
    """Whether a day, a season or an event stands in it by which or on which it is done."""
    return _DATE.stand_in(text)


@lru_cache(maxsize=512)
def comparative(text: str) -> str:
    """The first word that compares without saying with what."""
    return COMPARATIVE.find(_NO_COMPARISON.without(text))
