"""Phrases of goals whose meaning is not in their verb: what rates, what shows, and what nobody sees."""

from __future__ import annotations

from goalctl.rules.wording.patterns import Phrases

RATED = Phrases(
    r"\b(?:self-)?(?:rates?|rated|rating|ratings|scores?|scored|scoring|suds?|scales?|ruler|points? (?:on|of))\b",
    r"\b\d+(?:\.\d+)? (?:out )?of (?:10|100|ten|a hundred)\b(?! (?!or|on|in|at|by|for|after|before|during|when|while"
    "|and|each|every|most|throughout|across)[a-z])",
    r"\b\d+ ?/ ?10\b",
    r"\b(?:out of|on a) ten\b(?! (?!or|on|in|at|by|for|after|before|during|when|while|and|each|every)[a-z])",
    r"\bquestionnaire\b",
    r"\b(?:phq|gad|pcl|bdi|core|who|audit|k|isi|wsas|ors|bai|oq|dass|epds)-?\d+\b",
    r"\b(?:no|not) (?:higher|lower|more) than \d",
    r"\b\d or (?:below|above|lower|higher|less|more)\b",
    r"\b(?:aloud|out loud|in (?:so many )?words|to (?:her|his|my|their) face)\b",
)
"""The sentence itself says that it is rated, or said aloud."""


SHOWN = Phrases(
    r"\b(?:as )?(?:shown|seen|evidenced|demonstrated|measured|documented|indicated|noted|recorded|reported) (?:by|in"
    r"|on)\b",
    r"\bby (?:\w+ly )?(?!spring|morning|evening|thanksgiving|(?:no|any|every|some)thing)(?=[a-z]{2,}ing\b)",
    r"\benough to\b",
)
"""What comes behind it should say how it will show."""


_OWN = "(?:my|his|her|their|our|your|one's)"
_SELF = "(?:my|him|her|them|our|your|one)sel(?:f|ves)"
_GOOD = (
    "(?:a |an |the |more |very |good |better |best |great |healthy |healthier |positive |real |true |full |fully "
    "|some |much )*"
)
_MANNER = (
    "(?!(?:daily|weekly|nightly|monthly|hourly|only|early|immediately|directly|verbally|physically|publicly|quietly"
    r"|independently|alternately|briefly)\b)(?:[a-z]{3,}ly|well|better)\b"
)

KNOWING = Phrases(
    f"(?:be(?:come)?|is|are|stay|get|gets|becomes?) {_GOOD}(?:aware|acquainted|familiar|conscious|informed"
    r"|knowledgeable|cognizant|cognisant|mindful of (?:how|what|why|the))\b",
    "(?:gain|build|develop|increase|deepen|achieve|reach|have|get|acquire|obtain|attain)(?:s"
    r"|ing)? (?:\w+ ){0,3}(?:knowledge|insights?|awareness|understanding|realisation|realization)\b",
    "(?:recogni[sz]es?|notices?|discovers?|learns?|figures? out|works? out) (?:that|who|why|what|whether"
    r"|how)\b(?! to\b)",
    r"com(?:e|es|ing) to (?:accept|appreciate|believe|know|learn|recogni[sz]e|see|understand)\b(?! (?:me|him|her"
    r"|us|them|the|my|his) )",
    r"see(?:s)? (?:that|why|how)\b",
    r"make(?:s)? sense of\b",
    r"find(?:s)? out (?:who|why|how (?:i|he|she|they))\b",
    start=True,
)
INNER = Phrases(
    "(?:(?:have|get|gain|regain|a|an|the|more|greater|develop|improve|increase|restore|build|achieve|find"
    r"|foster) )*(?:\w+ )?(?:sense|feelings?) of\b",
    r"identif(?:y|ies) (?:more )?(?:with|as)\b",
    f"(?:re)?connects? (?:more )?(?:with|to) {_OWN} (?:own |inner |true |higher )*(?:[a-z]+ )?(?:feelings|emotions?"
    r"|ancest(?:ors|ry)|bod(?:y|ies)|self|child|needs|values|faith|femininity|heart|heritage|culture|masculinity|roots"
    r"|spirituality|emotional \w+)\b",
    r"fall(?:s)? in love\b",
    start=True,
)
WAY = Phrases(
    r"(?:(?:a|an|any|continued|deeper|further|more|ongoing|some|the) )*(?:work(?:s|ing)?) (?:(?:hard|more|harder) )?"
    r"(?:around|on|through|toward|towards)\b",
    r"(?:deal(?:s|ing)?|dealing) (?:\w+ )?with\b",
    rf"looks? (?:into|at (?:how|what|whether|why)|at {_OWN} (?:own )?(?:\w+ )?(?:past|childhood|role|part"
    rf"|patterns?|life|feelings|issues|beliefs"
    r"|needs|relationships?|marriage|options|choices|drinking|history|behaviou?rs?|fears?|values|strengths))\b",
    f"talk(?:s|ing)? (?:through|about) (?:{_OWN} |the )?(?:feelings|issues|problems|past|trauma|abuse|loss"
    f"|emotions|fears)$",
    r"(?:a |an |the |some |further )*(?:working[- ]?through|processing|exploration|examination|discussion|investigation"
    r"|consideration) of\b",
    start=True,
)
HIDDEN = Phrases(
    r"\b(?:inwardly|internally|mentally|in (?:my|his|her|their) (?:own )?(?:head|mind|heart))\b(?! ?(?:arithmetic"
    "|health))"
)
"""What goes on inside, whatever is done."""

STATE = Phrases(
    r"mov(?:e|es|ing) (?:on(?! to)|forward|past|beyond|ahead|toward|towards|in the right)\b(?! (?:the|a) (?:door|bus"
    "|stage))",
    r"let(?:s|ting)? go\b(?! of (?:the|his|her|my) (?:hand|rail|rope|wall|handle|wheel|bar|railing|bannister))",
    r"com(?:e|es|ing) to (?:peace|terms)\b",
    r"mak(?:e|es|ing) (?:\w+ )?peace\b",
    f"mak(?:e|es|ing) {_GOOD}(?:progress|headway|changes|strides|improvements|difference|effort|choices|decisions"
    r"|the most)\b",
    r"be (?:there|open|present)\b",
    r"(?:be|is|are|become|becomes|stay|feel) (?:more |fully |emotionally |truly |really |mentally )+(?:there|open)\b",
    r"(?:be|is|are|become|becomes|not) (?:more |less |such |not )*(?:of )?an? (?:\w+ )?(?:perfectionist|pleaser"
    r"|people-pleaser"
    r"|worrier|burden|doormat|pushover|control freak|loner|pessimist|optimist|victim|failure)\b",
    r"(?:see|view|regard|think of|look at|consider|treat)s? (?:\w+ ){1,5}as (?!planned|agreed|soon|often|arranged"
    r"|needed"
    r"|required|scheduled|usual|well|prescribed|much|many|long|a (?:couple|family|team)|he|she|they|i|we|the)",
    rf"(?:(?:am|are|be|becomes?|feels?|is) (?:\w+ )?)?(?:at home in {_OWN} (?:own )?(?:body|skin)|under control)\b",
    rf"(?:{_OWN} )?(?:low )?(?:moods?|spirits|depression|fog|gloom|dread|sadness)(?: \w+){{0,6}} (?:lifts?|eases?"
    r"|fades?|brightens?|picks? up)\b",
    r"(?:more |less |fully )*at (?:ease|peace)\b",
    rf"beat(?:s|ing)? {_SELF} up\b",
    r"(?:let|lets|letting) (?:\w+ ){1,2}get (?:to|under|in the way)\b",
    r"(?:be |is |being )?(?:bogged|consumed|controlled|crippled|defined|dominated|driven|governed|haunted|held|overcome"
    r"|overwhelmed|paraly[sz]ed|plagued|ruled|swayed|troubled|weighed) (?:back |down |up )?by\b",
    r"tak(?:e|es|ing) (?:life |things |it |recovery )?one (?:day|step|thing|hour) at a time\b",
    r"(?:to )?(?:take|takes|taking) (?:it|things|everything|criticism|all|that) (?:\w+ )?(?:personally|to heart"
    r"|for granted)\b",
    r"(?:leave|leaves|leaving|put|puts) (?:\w+ ){1,4}behind\b(?! (?:at|in|on|the)\b)",
    r"(?:own|owns) (?:my|his|her|our|their) (?:\w+ )?(?:story|part|truth|past|mistakes|feelings|behaviou?r)\b",
    rf"(?:be|being|find|finds|like|become|feel like|lose) (?:more )?{_SELF}\b",
    r"get(?:s|ting)? (?:back )?to (?:\w+ )?(?:normal|usual|self|feet)\b",
    rf"back to (?:normal|{_OWN} old self)\b",
    rf"(?:do|does|doing) (?:well|better|more with|{_OWN} best|{_OWN} utmost|things for {_SELF}|more for {_SELF})\b",
    r"get(?:s|ting)? (?:along|on) (?:\w+ )?with\b",
    r"get(?:s|ting)? (?:used to|unstuck|in touch)\b",
    r"get(?:s|ting)? (?:better|well|stronger|healthy|happy)(?=$| (?:at|by|and|in|after|for|soon|from|so|with"
    r"|again|emotionally)\b)",
    r"open(?:s|ing)? up\b(?! (?:the|a|his|her) )",
    "liv(?:e|es|ing) (?:(?:more |less )?in the (?:here|moment|present|now|past)|well|better|fully|up to|according to"
    r"|in (?:accordance|line|harmony))\b",
    r"put(?:s|ting)? (?:\w+ ){1,4}(?:behind|first(?! [a-z]+(?:ing|e|y|ll)\b)|right|in perspective|into perspective)\b",
    f"(?:stands?|sticks?) up for (?:{_OWN}|{_SELF}|what)",
    r"(?:(?:have|a|more) )*(?:better|good|happier|brighter|easier) (?:days?|times|moments)\b",
    rf"tak(?:e|es|ing) (?:it|things|life|(?:each|every) day|{_SELF}) (?:eas(?:y|ier)|slowly|as|one|less|more|too)\b",
    rf"tak(?:e|es|ing) {_GOOD}care of {_SELF}\b",
    "tak(?:e|es|ing) (?:back |more |full |greater )*(?:control|charge|stock|a stand|heart|pride|responsibility"
    r"|ownership|accountability|initiative|the initiative|the lead(?! part| role)|power)\b",
    rf"look(?:s|ing)? (?:after {_SELF}|on the bright)\b",
    r"grow(?:s|ing)? (?:as|up|into|stronger)\b",
    r"liv(?:e|es|ing) (?:with|in|without) (?!a\b|the\b|his|her|my|an\b|two|three|parents)",
    rf"(?:allows?|lets?|permits?|gives?) {_SELF} (?:permission )?(?:to )?(?!(?:a|an|his|her|my|the|one|two|three|\d+) "
    r"(?!(?:best|time|space|credit|break|right)\b))",
    rf"gives? (?:it )?(?:\d+ ?(?:%|per ?cent)|{_OWN} (?:all|best)|everything)",
    r"fits? in\b",
    "(?:stabili[sz]e|improve|normali[sz]e)s?$",
    rf"turns? (?:{_OWN} life|over a new leaf|things around|it around)\b",
    r"com(?:e|es) (?:out of|into|back to) (?:my|his|her) (?:shell|own|senses)\b",
    r"ris(?:e|es) (?:above|to)\b",
    r"lets? (?:down )?(?:my|his|her|the|their) (?:barriers|defen[cs]es|guard|walls)\b",
    f"chang(?:e|es|ing) (?:{_OWN} (?!clothes|bed|bandage|dressing|password|name|surname|number|route|job|locks"
    f"|sheets)|for"
    "|the way)",
    rf"keeps? (?:calm|cool|going|it together|things in|an open mind|{_OWN} (?:head|chin|cool|temper))\b",
    "(?:be|is|are|being|become|becomes|feel|get|gets|grow|remain|stay) (?:more |fully |better )?(?:at|in|on|with"
    "|of) (?:a |an |the "
    f"|{_OWN} |full |good |better |more |inner |right |sound )*(?:ease|peace|touch|charge|control|balance|harmony"
    r"|spirits|mood|shape|track|top|command|tune|love|line|moment|mind|terms|path|road|headspace)\b",
    rf"(?:be|is|are) (?:true|kind|good|honest|gentle) (?:to|with) {_SELF}\b",
    rf"stands? on {_OWN} own\b",
    rf"(?:listens?|tunes? in) to {_OWN} (?:body|heart|needs|feelings|inner)\b",
    rf"sees? {_SELF}\b",
    r"sees? (?:a|the|life|things|people|both|other) (?=(?:\w+ )?(?:future|bright|different|good|positives?|point"
    r"|points|as|light|hope|value|side|sides|perspectives?)\b)",
    "get(?:s)? (?:a grip|a handle|control|over|past|through (?:it|this|things|life|the (?:day|days|grief|loss"
    rf"|divorce|pain|trauma|week|night|year)\b|{_OWN} (?:grief|loss|divorce|pain|trauma|past))|on top|on with (?:my"
    rf"|his|her|life)|it together|{_OWN} (?:head|life|act|mind|confidence|spark|mojo|old self|self))\b",
    rf"(?:pulls?|sorts?|gets?) (?:{_OWN} (?:life|head|act)|{_SELF}|things|it) (?:together|out|straight|in order)\b",
    rf"sorts? (?:out )?{_OWN} (?:life|head|feelings|thoughts|self)\b",
    rf"(?:finds?|discovers?) {_OWN} (?:own |true )?(?:feet|voice|place|way|self|path|calling|spark|purpose)\b",
    r"(?:be|become) (?:a|an|the) (?:\w+ ){0,2}(?:mother|father|mum|mom|dad|parent|partner|wife|husband|friend|person"
    "|human|human being|listener|man|woman|son|daughter|brother|sister|adult|leader|role model|team player|version"
    r"|burden|colleague|student|employee|success|failure|part of (?:life|the family|the world))\b",
    "(?:act|behave|connect|concentrate|engage|function|react|respond|communicate|interact|relate|live|parent"
    r"|perform|participate|cooperate|integrate|socialise|socialize)(?:s|d|ing)? (?:with \w+ )?(?:more |less "
    f"|very )*{_MANNER}",
    r"set(?:s|ting)? (?:\w+ )?(?:boundaries\b|limits with)",
    "liv(?:e|es|ing)(?:(?: again)?$| (?:each|every) (?:day|moment)\\b)",
    rf"get(?:s)? out of {_OWN} (?:own way|head|shell|rut)\b",
    r"break(?:s|ing)? (?:the cycle|free|down (?:my|his|her) walls|out of)\b",
    r"(?:be|is|are|get) in (?:a|an) (?:\w+ )*(?:place|space)\b",
    r"(?:hold|make|create|find)(?:s|ing)? (?:more )?(?:space|room) (?:for|in)\b",
    r"sit(?:s|ting)? with (?:\w+ )?(?:emotions|feelings|discomfort|sadness|grief|uncertainty)$",
    r"be (?:a|one) (?:team|unit|family|couple)\b",
    r"shows? up for (?!\d|(?:a|all|class|five|four|her|his|lessons|my|nine|school|sessions|seven|shifts|six|ten"
    r"|the|three|two|work)\b)",
    r"have (?:a )?(?:life|voice|say|fun|purpose|closure)\b",
    r"mak(?:e|es) (?:good |better |healthy |healthier |wise |positive )+(?:choices|decisions)\b",
    start=True,
)
"""What nobody can see, in words that could each be seen."""
