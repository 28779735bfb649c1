"""Whether a note speaks of suicide, harm or a weapon, so that saving it without a risk record asks once.

Data, not a parser: a list of patterns with the word that each stands for. A denial counts too, because what was asked
and denied belongs in a record; a manner of speaking ("killing time", "dying to go") is taken out before.
"""

from __future__ import annotations

import re
from functools import cache

from goalctl.model.session import Concern

_SELF = r"(?:him|her|my|your|it|one)self|themsel(?:f|ves)|oursel(?:f|ves)"
_WHOSE = r"(?:his|her|their|my|the|a|an|that|this)"
_SOMEONE = (
    rf"(?:{_WHOSE} (?:\w+[- ])?(?:wife|husband|partner|spouse|ex|girlfriend|boyfriend|brother|sister|mother|father|mum"
    r"|mom"
    r"|dad|parents?|son|daughter|child|children|kids?|baby|toddler|infant|boss|manager|neighbou?rs?|colleagues?|teacher"
    r"|man|men|woman|women|boy|girl|guy|family|cat|dog|staff|police)"
    r"|him|her|them|me|someone|somebody|people|others|anyone|everyone)"
)
_HER = (
    r"(?:her|him|me|them|the (?:child|children|kids?|baby|client|boy|girl)|(?:his|her) (?:son|daughter|child"
    r"|children|kids))"
)
_BODY = r"(?:(?:fore|upper )?arms?|wrists?|thighs?|legs?|skin|stomach|throat|neck|veins?)"
_PILLS = r"(?:pills|tablets|meds|medication|medicines?|capsules|paracetamol|insulin|opiates|benzos?)"
_HIGH_PLACE = r"(?:bridge|roof|edge|cliff|platform|balcony|ledge|rails|tracks|railway)"
_MANY = (
    r"(?:all|(?:the|a) (?:whole|entire|full)|too much|too many|\d\d+|a (?:box|packet|handful|bottle|lot|load)"
    r"|ten|fifteen|twenty|thirty|forty|fifty|too many|extra)"
)
_HURT = (
    r"(?:kill|murder|strangl|stab|shoot|poison|hurt|harm|attack|assault|threaten|chok|suffocat|smother|shak"
    r"|drown|burn|punch|kick|slap|stab|throw|push)"
)
_BLOWS = (
    r"(?:hit|hits|beat\w*|punch\w*|kick\w*|slap\w*|chok\w*|push(?:es|ed)|rap(?:e|es|ed)|threaten\w*|strangl\w*|abus\w*)"
)
_WISH = r"(?:wish\w*|want\w*|long\w*|ready|like|prefer\w*|hop(?:e|es|ed|ing)|pray\w*)"

MANNERS_OF_SPEAKING = (
    r"\bkill(?:s|ed|ing)? (?:the )?(?:time|mood|joke|evening|two birds|pain|engine|weeds?|it on)\b",
    r"\b(?:dying|to die) (?:to|for)\b(?! (?:escape|end|stop))",
    r"\bd(?:ie|ied|ying) (?:laughing|of (?:laughter|embarrassment|boredom|shame))\b",
    (
        r"\b(?:know|learn|show|teach)\w* (?:\w+ )?the ropes\b|\bskipping rope\b|\bjump(?:ing)? rope\b"
        r"|\brope (?:course|climbing)\b"
    ),
    (
        r"\bknife (?:skills?|work|and fork)\b|\bgun (?:shop|dog|show)\b|\bjump\w* (?:at|to|in|on|into) (?!front"
        r"|the (?:river|canal|sea))\w+"
    ),
    r"\bhit (?:\w+ )?(?:target|goal|step|wall|milestone|snooze|road|gym|low|nerve)s?\b",
    (
        r"\bhurts?\w* (?:his|her|their|my) (?:\w+ )?(?:knee|back|ankle|foot|feet|shoulder|hand|hip|finger|toe"
        r"|feelings|pride)\b"
    ),
    r"\b(?:beat|pushed) (?:his|her|their|my|him|them)(?:sel\w+)? (?:own|to|through|at|time|record|limits?)\b",
    r"\bhit hard by the (?:news|loss)\b|\brope of (?:pearls|sand)\b",
    r"\bbeat\w* (?:him|her|my|them)sel\w+ up\b",
)
"""Taken out of the text before it is read."""

PATTERNS: tuple[tuple[Concern, str, str], ...] = (
    (
        Concern.SUICIDE,
        "suicide",
        (
            r"suicid\w*|attempted (?:in|at|on|last|twice|again|before)|(?:an|her|his|their|last|previous|past"
            r"|\d+) attempts?(?= (?:in|on|at|last|when|by)\b)|lethal|parasuicid\w*|S\.?I\.? (?:passive|active|with"
            r"|without|present)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"better off (?:dead|without (?:me|him|her|them)|if (?:\w+ ){1,3}(?:(?:was|were) (?:dead|gone)"
            r"|\w+n't exist))|(?:was|were) (?:dead and )?gone(?! (?:for|to|by|out|home))|a burden"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            rf"{_WISH} (?:to (?:be dead|die|be gone(?! (?:for|to|by))|disappear)|(?:\w+ ){{1,4}}(?:dead"
            rf"|never been born))|death wish"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:not|never|\w+n't|cannot) (?:to )?(?:want(?:ing)? to )?(?:wak(?:e|ing) up|be here|be alive|exist|live"
            r"|go on living)|disappear\w* (?:for good|forever|for ever)|fall asleep and never"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:no|any|the) (?:point|sense|reason) (?:in|to|for|of) (?:liv(?:e|ing)|going on|being alive)|(?:not"
            r"|never|\w+n't) worth (?:living|it any ?more)|tired of (?:life|living|being alive)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"thoughts? (?:of|about) (?:death|dying|being dead)|(?:thinks?|thinking|thought) (?:of|about) (?:death"
            r"|dying|being dead)"
        ),
    ),
    (
        Concern.SUICIDE,
        "ending life",
        (
            r"(?:end(?:s|ed|ing)?|tak(?:e|es|ing)|took) (?:it all|(?:his|her|their|my)(?: own)? li(?:fe|ves))"
            r"|end(?:ing)? (?:it|things|everything)(?! (?:with|on|at|by|early|there|between))|out of this (?:life"
            r"|world)|see\w* (?:a|any|no) future|do(?:ing)? away with (?:\w+sel\w+)"
        ),
    ),
    (Concern.SUICIDE, "killing", rf"kill\w* (?:{_SELF})|drown\w* (?:{_SELF})|shoot\w* (?:{_SELF})|shot (?:{_SELF})"),
    (
        Concern.SUICIDE,
        "a rope",
        (
            r"ropes?|nooses?|ligatures?|(?:hang|hangs|hanged|hung|hanging|strangl\w+) (?:him|her|my|them)sel\w+"
            r"|hanging"
        ),
    ),
    (
        Concern.SUICIDE,
        "tablets",
        (
            rf"overdos\w*|O\.?D\.?(?:'d|ed)?|(?:sav|stor|hoard|stockpil|collect|stash|hid"
            rf"|keep)\w* (?:up )?(?:\w+ ){{0,2}}{_PILLS}"
        ),
    ),
    (Concern.SUICIDE, "tablets", rf"(?:took|taken|taking|take|swallow\w*) {_MANY}\b[^.]{{0,30}}{_PILLS}"),
    (
        Concern.SUICIDE,
        "jumping",
        (
            rf"jump\w* (?:off|from|in front|under|out of|into the (?:river|canal|sea))|thought of jumping|(?:stood"
            rf"|standing|stands|sat|walked|went) (?:on|at|to|onto) the (?:\w+ )?{_HIGH_PLACE}"
        ),
    ),
    (
        Concern.SUICIDE,
        "a crash",
        (
            r"(?:crash|driv\w* off|crashing the)\w* (?:the |his |her |their )?(?:car|bike|van)(?= |$)|(?:crash|driv"
            r"|steer|walk|stepp?|run)\w* (?:\w+ ){0,2}(?:into|in front of|under|off) (?:a|the|an)? ?(?:\w+ )?(?:wall"
            r"|tree|river|bridge|road|traffic|train|lorry|truck|cars?)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a farewell",
        (
            r"(?:goodbye|farewell|suicide) (?:letter|note|message|video)s?|(?:gave|giving"
            r"|given) away (?:\w+ ){0,2}(?:things|belongings|possessions|dog|cat)"
        ),
    ),
    (Concern.SELF_HARM, "self-harm", r"self[- ]?(?:harm\w*|injur\w*|mutilat\w*|poison\w*)"),
    (
        Concern.SELF_HARM,
        "self-harm",
        (
            rf"(?:cut|cuts|cutting|burn\w*|hurt\w*|harm\w*|scratch\w*|bit|bites|hit|hits|hitting|bang\w*"
            rf"|starv\w*) (?:{_SELF})"
        ),
    ),
    (
        Concern.SELF_HARM,
        "self-harm",
        (
            rf"cut marks?|(?:urges?|urge|wants?|wanted) to cut(?! (?:back|down|out|off|short))|head against (?:a"
            rf"|the) wall|(?:cuts?|cutting|burn\w*|scars?|scratch\w*|wounds?|slit\w*|slash\w*|carv\w*) (?:on |to "
            rf"|across |in |into |at )?(?:\w+ ){{0,3}}{_BODY}"
        ),
    ),
    (
        Concern.HARM_TO_OTHERS,
        "killing",
        rf"(?:kill|murder|strangl|stab|shoot|poison)\w* (?:{_SOMEONE}|whoever|them all)|homicid\w*",
    ),
    (
        Concern.HARM_TO_OTHERS,
        "harm to somebody",
        rf"set fire|arson|shoot\w* up|{_HURT}(?:s|e|es|ed|ing|en|bing|bed)? (?:up )?{_SOMEONE}",
    ),
    (
        Concern.HARM_TO_OTHERS,
        "a weapon",
        (
            r"guns?|pistols?|revolvers?|rifles?|shotguns?|firearms?|weapons?|machetes?|razors?(?!-)|blades?(?! server)"
            r"|(?:with|carr\w+|had|has|bought|keeps?|pull\w*|took|took out|grabbed|sharpen\w*|hides?|hid"
            r"|found) (?:\w+ ){1,2}(?:knife|knives)"
        ),
    ),
    (Concern.HARM_FROM_OTHERS, "harm from somebody", rf"{_BLOWS} {_HER}|bruis\w*|black eye"),
    (
        Concern.HARM_FROM_OTHERS,
        "harm from somebody",
        (
            r"(?:was|were|been|being|is|gets?|got) (?:\w+ )?(?:beaten|hit|raped|assaulted|attacked|molested|abused"
            r"|punched|kicked)|threatened by|violen(?:t|ce)|(?:domestic|sexual|physical) (?:abuse|assault)|(?:afraid"
            r"|scared|frightened) (?:of|to go home to) (?:what )?(?:him|(?:her|his) (?:husband|partner|wife|ex|father"
            r"|mother|boyfriend|girlfriend))"
        ),
    ),
)
"""About what, the word to say for it, and the pattern as whole words; read without regard to capitals."""


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile("|".join(MANNERS_OF_SPEAKING), re.IGNORECASE)


@cache
def _read() -> tuple[tuple[Concern, str, re.Pattern[str]], ...]:
    """Compiled where there is a note: it takes longer than reading any."""
    made = ((concern, word, rf"\b(?:{pattern})\b") for concern, word, pattern in PATTERNS)
    return tuple((concern, word, re.compile(pattern, re.IGNORECASE)) for concern, word, pattern in made)


def speaks_of_risk(text: str) -> tuple[tuple[Concern, str], ...]:
    """What the text speaks of, as concern and word, each once and by its place in the text; empty when of none."""
    plain = _speaking().sub(" ", " ".join(text.replace("\u2019", "'").split()))
    found = [(match.start(), concern, word) for concern, word, read in _read() if (match := read.search(plain))]
    return tuple(dict.fromkeys((concern, word) for _, concern, word in sorted(found)))
