"""Turns of speech that only sound like risk, taken out of a text before it is read: a song, a craft, a hobby, grief."""

from __future__ import annotations

MANNERS_OF_SPEAKING = (
    r"\bkill(?:s|ed|ing)? (?:the )?(?:time|mood|joke|evening|two birds|pain|engine|weeds?|it on)\b",
    r"\b(?:dying|to die) (?:to|for)\b(?! (?:escape|end|stop))",
    (
        r"\b(?:feet|foot|back|head|job|work|knee|commute|heat|suspense|waiting|deadlines?|heels|shoes|traffic"
        r"|pressure|rent|schedule|boredom|humidity|wait|hours|stress|workload|exams?|pace)(?:'s| is| are| was"
        r"| were) killing (?:me|him|her|them)\b"
    ),
    (
        r"\bsho(?:o?t|ots) (?:him|her|them|me|us) an? (?:e-?mail|text|message|line)\b|\bon the ropes\b"
        r"|\bjump\w* the gun\b|\b(?:stick|stuck|sticking) to (?:his|her|their|my) guns\b|\bcut\w* (?:him|her|my"
        r"|them)sel(?:f|ves) (?:while )?shaving\b"
    ),
    r"\bd(?:ie|ied|ying) (?:laughing|of (?:laughter|embarrassment|boredom|shame))\b",
    (
        r"\b(?:know|learn|show|teach)\w* (?:\w+ )?the ropes\b|\bskipping rope\b|\bjump(?:ing)? rope\b"
        r"|\brope (?:course|climbing|access|practice|swing|ladder|bridge)\b|\bclimbing ropes?\b"
    ),
    (
        r"\bknife (?:skills?|work|and fork)\b|\bgun (?:shop|dog|show|metal)\b|\b(?:glue|nail|staple|heat|water|spray"
        r"|nerf|massage|paint) (?:gun|pistol)s?\b|\b(?:son of a|under the) gun\b|\bweapons? of choice\b"
        r"|\bknife (?:set|block|sharpener)\b|\bshav\w+ (?:\w+ ){0,3}razor\b|\bjump\w* (?:at|to|in|on|into) (?!front"
        r"|the (?:river|canal|sea))\w+"
    ),
    r"\bhit (?:\w+ ){0,3}(?:target|goal|step|wall|milestone|snooze|road|gym|low|nerve)s?\b",
    (
        r"\bhurts?\w* (?:his|her|their|my) (?:\w+ )?(?:knee|back|ankle|foot|feet|shoulder|hand|hip|finger|toe"
        r"|feelings|pride|self[- ]esteem|confidence|reputation|chances)\b|\bdrown\w* (?:his|her|their|my) sorrows\b"
    ),
    r"\b(?:beat|pushed) (?:his|her|their|my|him|them)(?:sel\w+)? (?:own|to|through|at|time|record|limits?)\b",
    (
        r"\bbruis\w* (?:ego|pride|knees?|shins?|toes?|heels?)\b|\bsuicide squad\b|\bviolent (?:films?|movies?|games?"
        r"|series|scenes?)\b"
    ),
    (
        r"\b(?:overdos\w*|o\.?d\.?(?:'?d)?) (?:on|of) (?:chocolate|netflix|sunshine|sugar|coffee|caffeine|tv|news"
        r"|work|cake|sweets|candy|social media|screens?)\b"
    ),
    r"\b(?:kill|murder) (?:me|him|her) if (?:(?:i|he|she)(?:'m| am| is| was)? )?(?:late|forg[eo]t\w*|miss\w*)\b",
    r"\bscars? (?:on|from) [^.;]{0,30}(?:surgery|operation|accident|acne|caesarean|c-section)\b",
    (
        r"\blooks could kill\b|\bmurder an? (?:curry|burger|pint|beer|drink|kebab|pizza|steak|cup|coffee)\b"
        r"|\bkill for (?:an?|some)\b"
    ),
    r"\bgood-?bye cards?\b|\byou(?:'re| are) killing me\b|\bbeaten at (?:chess|cards|tennis|squash|football|\w+ball)\b",
    (
        r"\brazor[- ](?:cut|burn)\b|\bhanging (?:gardens?|baskets?)\b|\bburn[- ]?down chart\b|\bkill(?:s|ed"
        r"|ing)? the lights?\b"
    ),
    r"\b(?:set|setting) fire to (?:the )?(?:barbecue|bbq|candles?|logs?|grill)\b|\bstalking (?:deer|shelves)\b",
    r"\b(?:it|this) (?:to )?(?:all )?be over with\b",
    (
        r"\bhurt\w* (?:\w+ )?\w+'s feelings\b|\bhurt\w* (?:him|her|them|my)sel(?:f|ves) (?:playing|skiing|running"
        r"|lifting|at (?:the gym|football|training))\b|\bhurt\w* (?:\w+ ){1,2}(?:by not|with (?:that|this|a|his|her) "
        r"(?:remark|comment|words?|joke|silence))\b"
    ),
    (
        r"\b(?:homework|exposures?|exercises?|tasks?|worksheets?|experiments?) (?:(?:was|were|is|are) )?attempted\b"
        r"|\battempted (?:at home |in session |last week |twice |again |before )?(?:the |his |her )?(?:\w+ )?"
        r"(?:homework|exposures?|exercises?|worksheets?|experiments?|breathing|meditation)\b"
        r"|\bcut(?:s|ting)? (?:him|her|my|them)sel(?:f|ves) (?:off (?:from|socially)|short|some slack)\b"
    ),
    (
        r"\b(?:inner|critical|anxious|compassionate|eating disorder|ocd)(?: critic)? voice (?:tell|told|say|said)\w*\b"
        r"(?![^.]*\b(?:jump|die|dead|kill|cut|hurt|harm|end|hit|stab|do it|burn|attack))"
    ),
    (
        r"\b(?:bit(?:es|ing|ten)?|chew\w*|pick\w*) (?:at )?(?:his |her |their )?(?:nails|cuticles) (?:till|until)"
        r" they bleed\b|\bfe(?:els?|lt) bruised by\b"
    ),
    (
        r"(?:^|(?<=[.;] )|\b(?:when|after|since|because) )(?:(?:s?he|they|client|pt) )?(?:was|were) (?:hit"
        r"|attacked) by an? (?:car|van|bus|truck|lorry|cyclist|dog|swan)\b"
        r"|\bhit by (?:the )?(?:layoffs?|redundanc\w+)\b"
    ),
    (
        r"\b(?:giv(?:e|es|ing|en)|gave) away (?:(?:his|her|their|my|the|some) )*(?:old|baby|outgrown) "
        r"(?:clothes|things|toys|cot)\b|\bgoodbye letter to (?:(?:his|her|their|my|the) )?(?:old )?(?:job"
        r"|eating disorder|ocd|anxiety|anorexia|bulimia)\b"
        r"|(?:^|\b(?:s?he|client|pt) )fe(?:els|lt) better off without (?:him|her|them)\b"
    ),
    (
        r"\b(?:stood|standing|stands) (?:on|at|to) the (?:\w+ )?(?:platform|balcony|roof|bridge|edge)(?: edge)?"
        r"(?=[^.]{0,50}\b(?:exposure|suds?)\b)"
    ),
    (
        r"\b(?:toy|paintball|bubble|cap|foam) (?:gun|pistol)s?\b"
        r"|\bkni(?:fe|ves) for (?:the )?(?:kitchen|cooking|camping|fishing)\b"
    ),
    r"\blike the dead\b|\bdead (?:inside|on (?:my|his|her) feet)\b",
    r"\bhit hard by the (?:news|loss)\b|\brope of (?:pearls|sand)\b",
    r"\bbeat\w* (?:him|her|my|them)sel\w+ up\b",
    (
        r"\bkilling me softly\b|\bdead (?:certain|sure|honest|tired|serious|set|wrong|right|on|easy|beat)\b"
        r"|\bdying (?:his"
        r"|her|their|my) hair\b|\bnon-?violen\w+|\bviolent (?:storm|wind|weather)\w*"
    ),
    (
        r"\bhang(?:s|ing)? (?:out|(?:on )?in there|up|around|gliding|with (?:(?:his|her|my|the|old) )*(?:friends"
        r"|family|kids|mates|buddies|cousins)|(?:the |a )?(?:pictures?|washing|laundry|plants?|curtains?))\b"
    ),
    (
        r"\brazor[- ](?:thin|sharp)\b|\b(?:wiper|shoulder|roller)[- ]?blades?\b|\bblades? of grass\b|\bblade runner\b"
        r"|\bskat\w+ blades?\b"
    ),
    (
        r"\battempts? at (?:an? |the )?(?:marathon|exam|test|therapy|treatment|baking|cooking|quitting|giving up"
        r"|diet\w*|exercis\w+|studying|sobriety|abstinence|running)\b"
    ),
    (
        r"\b(?:tired|sick) of living (?:with (?:(?:his|her|my) )?(?:parents|family|mum|mom|mother|dad|in-laws"
        r"|flatmates|roommates)|at home|out of (?:a|boxes))\b"
    ),
    r"\b(?:tired of|worth) living in (?:the|a|an|that|this) (?:\w+ )?(?:city|flat|village|town|room|street)\b",
    r"\bsee\w* (?:a|any|no) future (?:in|for|with) (?:\w+ )?(?:job|company|relationship|marriage|firm|team|business)\b",
    r"\b(?:of|about) (?:the )?death of (?:his|her|their|my)\b",
    (
        r"\bpush(?:es|ed|ing)? (?:him|her|me|them) to (?:try|practi[sc]e|study|exercise|walk|apply)\b|\bpush(?:es"
        r"|ing)? (?:people|everyone|everybody) away\b"
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
