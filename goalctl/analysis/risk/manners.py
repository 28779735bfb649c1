"""Turns of speech that only sound like risk, taken out of a text before it is read: a song, a craft, a hobby, grief."""

from __future__ import annotations

MANNERS_OF_SPEAKING = (
    r"\bkill(?:s|ed|ing)? (?:the )?(?:time|mood|joke|evening|two birds|pain|engine|weeds?|it on)\b",
    r"\b(?:dying|to die) (?:to|for)\b(?! (?:escape|end|stop))",
    (
        r"\b(?:feet|foot|back|head|job|work|knee|commute|heat|suspense|waiting)(?:'s| is| are| was| were) killing (?:me"
        r"|him|her)\b"
    ),
    (
        r"\bsho(?:o?t|ots) (?:him|her|them|me|us) an? (?:e-?mail|text|message|line)\b|\bon the ropes\b"
        r"|\bjump\w* the gun\b|\b(?:stick|stuck|sticking) to (?:his|her|their|my) guns\b|\bcut\w* (?:him|her|my"
        r"|them)sel(?:f|ves) (?:while )?shaving\b"
    ),
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
    (
        r"\bkilling me softly\b|\bdead (?:certain|sure|tired|serious|set|wrong|right|on|easy|beat)\b"
        r"|\bdying (?:his|her|their|my) hair\b|\bnon-?violen\w+|\bviolent (?:storm|wind|weather)\w*"
    ),
    (
        r"\bhang(?:s|ing)? (?:out|in there|up|around|gliding|(?:the |a )?(?:pictures?|washing|laundry|plants?"
        r"|curtains?))\b"
    ),
    r"\brazor[- ](?:thin|sharp)\b|\b(?:wiper|shoulder|roller)[- ]?blades?\b|\bblades? of grass\b",
    (
        r"\battempts? at (?:an? |the )?(?:marathon|exam|test|therapy|treatment|baking|cooking|quitting"
        r"|giving up|diet\w*"
        r"|exercis\w+|studying|sobriety|abstinence|running)\b"
    ),
    r"\b(?:tired of|worth) living in (?:the|a|an|that|this) (?:\w+ )?(?:city|flat|village|town|room|street)\b",
    r"\bsee\w* (?:a|any|no) future (?:in|for|with) (?:\w+ )?(?:job|company|relationship|marriage|firm|team|business)\b",
    r"\b(?:of|about) (?:the )?death of (?:his|her|their|my)\b",
    (
        r"\bpush(?:es|ed|ing)? (?:him|her|me|them) to (?:try|practi[sc]e|study|exercise|walk|apply)\b"
        r"|\bpush(?:es|ing)? (?:people|everyone|everybody) away\b"
    ),
    r"\bit (?:hits?|hurts?) (?:him|her|me|them)\b(?! (?:in|on|with|and)\b)|\bhits? (?:him|her|me|them) that\b",
    r"\bshak\w* (?:\w+'s|his|her|my|their) (?:head|hands?)\b|\bburn\w* (?:people|him|her|them|me) out\b",
    r"\bjump\w* (?:from (?!the|an?\b|his|her)\w+ to\b|out of bed\b|(?:off|from) the diving board\b)",
    (
        r"\b(?:goodbye|farewell) (?:letter|note) to (?:alcohol|drinking|smoking|cannabis|gambling|(?:the|his"
        r"|her) addiction)\b"
    ),
)
"""Patterns, read without regard to capitals; each is of a whole turn of speech: what stands beside it is read."""
