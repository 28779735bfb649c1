"""Whether a note speaks of suicide, harm or a weapon, so that saving it without a risk record asks once.

Data, not a parser: a list of patterns with the word that each stands for. A denial counts too, because what was asked
and denied belongs in a record; a manner of speaking ("killing time", "dying to go") is taken out before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from goalctl.analysis.risk.manners import MANNERS_OF_SPEAKING
from goalctl.analysis.risk.typed import as_typed_plainly
from goalctl.model.session import Concern

_SELF = (
    r"(?:him|her|my|your|it|one)self|themsel(?:f|ves)|oursel(?:f|ves)|self(?![- ](?:esteem|confidence|image|worth"
    r"|doubt))"
)
_WHOSE = r"(?:his|her|their|my|the|a|an|that|this)"
_SOMEONE = (
    rf"(?:{_WHOSE} (?:\w+[- ])?(?:wife|husband|partner|spouse|ex|girlfriend|boyfriend|brother|sister|mum"
    r"|(?:step)?(?:mother|father|mom|dad)|co-?worker|parents?|son|daughter|child|children|kids?|baby|toddler|infant"
    r"|boss|manager|neighbou?rs?|colleagues?|teacher|man|men|woman|women|boy|girl|guy|family|cat|dog|staff|police)|him"
    r"|her|them|me|someone|somebody|people|others|anyone|everyone)"
)
_HER = (
    r"(?:her|him|me|them|the (?:child|children|kids?|baby|client|boy|girl)|(?:his|her) (?:son|daughter|child|children"
    r"|kids))"
)
_BODY = r"(?:(?:fore|upper )?arms?|wrists?|thighs?|legs?|skin|stomach|throat|neck|veins?)"
_PILLS = r"(?:pills|tablets|meds|medication|medicines?|capsules|paracetamol|insulin|opiates|benzos?)"
_HIGH_PLACE = r"(?:bridge|roof|edge|cliff|platform|balcony|ledge|rails|tracks|railway)"
_MANY = (
    r"(?:all|(?:the|a) (?:whole|entire|full)|too much|too many|\d\d+|a (?:box|packet|handful|bottle|lot|load)|ten"
    r"|fifteen|twenty|thirty|forty|fifty|too many|extra)"
)
_HURT = (
    r"(?:kill|murder|strangl|stab|shoot|poison|hurt|harm|attack|assault|threaten|chok|suffocat|smother|shak|drown|burn"
    r"|punch|kick|slap|stab|throw|push)"
)
_BLOWS = (
    r"(?:hit|hits|beat\w*|punch\w*|kick\w*|slap\w*|chok\w*|push(?:es|ed)|rap(?:e|es|ed)|threaten\w*|strangl\w*|abus\w*)"
)
_WISH = r"(?:wish\w*|want\w*|long\w*|ready|like|prefer\w*|hop(?:e|es|ed|ing)|pray\w*)"

PATTERNS: tuple[tuple[Concern, str, str], ...] = (
    (
        Concern.SUICIDE,
        "suicide",
        (
            r"s(?:uc|iuc|uis|uic|ucic|uici)i?d\w*|unaliv\w*|(?:to|gonna|will) kms|kys|sui[zc]id\w*|selbstmord\w*"
            r"|intihar\w*"
            r"|\w*(?:самоуби|суицид|自杀|自殺|轻生|輕生|자살|انتحار|התאבד|αυτοκτον)\w*|quier\w+ morir\w*|idees noires"
            r"|nicht mehr leben|(?:mich|sich) umbringen"
        ),
    ),
    (
        Concern.SUICIDE,
        "suicide",
        (
            r"(?-i:S[./]?I\b(?! (?:joints?|units?)\b)|NSSI|DSH|SIB|TASH|SH (?:urges?|thoughts)|urges to SH)|s/i|si/hi"
            r"|(?:active|passive|denie[sd]|endorse[sd]|no) si"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?<![a-z] )be dead|being dead|wanna die|rather (?:be |have been )?dead|(?:\w+n't|not|never) (?:cares?"
            r"|minds?) (?:if|whether) (?:s?he|they|i) (?:lives?|wakes?)|(?:\w+n't|not) mind not waking up|(?:cannot"
            r"|\w+n't|not) see a reason to (?:live|go on)|(?:no longer|(?:not|\w+n't) sure (?:if|whether|that) (?:s?he"
            r"|they|i)) want\w* to (?:live|be here|be alive)|(?:can't|cannot|can not|couldn't|could not|unable to"
            r"|not able to|refuse[sd]? to) (?:guarantee|contract for|keep|commit to) (?:(?:him|her|my|them)?sel(?:f"
            r"|ves) )?safe\w*|wish\w* (?:\w+ ){0,2}(?:wasn't|weren't|not) (?:here|alive|around|born)|want\w* (?:it|this"
            r"|everything|life) (?:all )?to (?:end|be over)|want\w* it all to stop|(?:can't|cannot"
            r"|couldn't) go on(?! (?:holiday|trips?|the|a|leave|stage|to|with (?:the|her|his|my))\b)"
            r"|nothing (?:left )?to live for|life (?:is not|isn't|was not|wasn't) worth|better off without (?:his|her"
            r"|their|my) (?:mum|mom|mother|dad|father|parents?)|sleep for ?ever|join\w* (?:his|her|my"
            r"|their) (?:\w+ )?\w+ in (?:heaven|death|the grave)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a way to die",
        (
            rf"(?:drank|drinks?|drunk|drinking|swallow\w*) (?:bleach|antifreeze|poison|pesticide|weedkiller)|helium"
            rf"|(?:belt|cord|rope|cable|sheet|wire)s? (?:a?round|about) {_WHOSE} neck|plastic bag over {_WHOSE} head"
            rf"|(?:set|setting) (?:{_SELF}) (?:on fire|alight)|self-immolat\w*|gass\w* (?:{_SELF})|inhal\w+ gas"
            rf"|starv\w* (?:(?:{_SELF}) )?to death"
        ),
    ),
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
            r"(?:not|never|\w+n't|cannot) (?:to )?(?:want(?:ing|ed)? to )?(?:wak(?:e|ing) up|be here|be alive|exist"
            r"|live|carry on|go on living)|disappear\w* (?:for good|forever|for ever)|fall asleep and never"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:no|any|the) (?:point|sense|reason) (?:in|to|for|of) (?:liv(?:e|ing)|going on|being alive)|(?:not|never"
            r"|\w+n't) worth (?:living|it any ?more)|tired of (?:life|living|being alive)"
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
            r"|end(?:ing)? (?:own )?life|end(?:ing)? (?:it|things|everything)(?! (?:with|on|at|by|early|there|between))"
            r"|out of this (?:life|world)|see\w* (?:a|any|no) future|do(?:ing)? away with (?:\w+sel\w+)"
        ),
    ),
    (Concern.SUICIDE, "killing", rf"kil\w* (?:{_SELF})|drown\w* (?:{_SELF})|shoot\w* (?:{_SELF})|shot (?:{_SELF})"),
    (
        Concern.SUICIDE,
        "a rope",
        (r"ropes?|nooses?|ligatures?|(?:hang|hangs|hanged|hung|hanging|strangl\w+) (?:him|her|my|them)sel\w+|hanging"),
    ),
    (
        Concern.SUICIDE,
        "tablets",
        (
            rf"overdos\w*|O\.?D\.?(?:'d|ed)?|(?:sav|stor|hoard|stockpil|collect|stash|hid"
            rf"|keep)\w* (?:up )?(?:\w+ ){{0,2}}{_PILLS}"
        ),
    ),
    (Concern.SUICIDE, "tablets", rf"(?:took|taken|taking|take|swallow\w*) {_MANY}\b[^.]{{0,30}}(?:{_PILLS}|tabs)"),
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
            r"|drov|steer|walk|stepp?|run)\w* (?:\w+ ){0,2}(?:into|in front of|under|off) (?:a|the"
            r"|an)? ?(?:\w+ )?(?:wall|tree|river|bridge|road|traffic|train|tram|bus|lorry|truck|cars?)"
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
            rf"cutting again|been cutting(?= (?:again|since|most|every|at night)|[.,;]|$)|cutting(?= x ?\d)"
            rf"|after cutting(?=[.,;]|$)|scars? from cutting|cut marks?|(?:urges?|urge|wants?|wanted) to cut(?! (?:back"
            rf"|down|out|off|short))|head against (?:a|the) wall|(?:cuts?|cutting|burn\w*|scars?|scratch\w*|wounds?"
            rf"|slit\w*|slash\w*|carv\w*) (?:on |to |across |in |into |at )?(?:\w+ ){{0,3}}{_BODY}"
        ),
    ),
    (
        Concern.HARM_TO_OTHERS,
        "killing",
        (
            rf"(?:kill|murder|strangl|stab|shoot|poison)\w* (?:{_SOMEONE}|whoever|them all|all of|every)|homicid\w*"
            r"|threaten\w* to (?:kill|hurt|harm|hit|stab|shoot|beat)|(?:thinks?|thinking|thoughts?|fantas\w+"
            r"|urges?) (?:of|about|to) (?:kill|murder|stab|shoot)\w*(?! time)|(?:no|denie[sd]|endorse[sd]|active|and"
            r"|positive for) (?-i:H\.?I)\b|(?-i:H/?I\b)(?= ?[-+:]| (?:toward|with|to|present|active))"
            r"|command hallucinations?|voices? (?:tell|told|say)\w* (?:him|her|me|them) to"
        ),
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
            r"(?:knife|knives) (?:in (?:his|her|their|the|my) (?:\w+ )?(?:bag|pocket|car|bed)|to (?:his|her|my"
            r"|their) throat)|guns?|pistols?|revolvers?|rifles?|shotguns?|firearms?|weapons?|machetes?|razors?(?!-)"
            r"|blades?(?! server)|(?:with|carr\w+|had|has|bought|br(?:ing|ought)\w*|held|keeps?|pull\w*|took|took out"
            r"|grabbed|sharpen\w*|hides?|hid|found) (?:\w+ ){1,2}(?:knife|knives)"
        ),
    ),
    (
        Concern.HARM_FROM_OTHERS,
        "harm from somebody",
        (
            rf"{_BLOWS} {_HER}|bruis\w*|black eye|(?:afraid|scared|frightened) to go home"
            r"|(?:not|\w+n't|never) (?:feel\w* )?safe (?:at home|with)|abused by|touched (?:her|him"
            r"|me) (?:inappropriately|sexually)|hands? (?:a?round|on) (?:her|his|my|their) (?:neck|throat)"
        ),
    ),
    (
        Concern.HARM_FROM_OTHERS,
        "harm from somebody",
        (
            r"(?:was|were|been|being|is|gets?|got) (?:\w+ )?(?:beaten|hit|raped|assaulted|attacked|molested|abused"
            r"|punched|kicked)|threatened by|violen(?:t|ce)|(?-i:IPV|DV)|(?:domestic|sexual|physical) (?:abuse|assault)"
            r"|(?:afraid|scared|frightened) of (?:what )?(?:him|(?:her|his) (?:husband|partner|wife|ex|father|mother"
            r"|boyfriend|girlfriend))"
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


class RiskPlace(NamedTuple):
    """Where a text, as `sentences_of` gives it, speaks of something, and the word for it."""

    start: int
    end: int
    concern: Concern
    word: str


def sentences_of(text: str) -> list[str]:
    """The sentences as they are read, without manners of speaking."""
    return re.split(
        r"(?i)(?:[.;!]|\?(?! (?:no|none|nil|denie[sd])\b))\s+", _speaking().sub(" ", as_typed_plainly(text))
    )


def places_of_risk(text: str) -> list[RiskPlace]:
    """The first place of each thing that the text speaks of, in their order."""
    plain = _speaking().sub(" ", as_typed_plainly(text))
    found = ((read.search(plain), concern, word) for concern, word, read in _read())
    return sorted(RiskPlace(match.start(), match.end(), concern, word) for match, concern, word in found if match)


def speaks_of_risk(text: str) -> tuple[tuple[Concern, str], ...]:
    """What the text speaks of, as concern and word, each once and by its place in the text; empty when of none."""
    return tuple(dict.fromkeys((one.concern, one.word) for one in places_of_risk(text)))
