"""What is said of harm to others and harm from others, in notes: patterns with the word that each stands for."""

from __future__ import annotations

from goalctl.analysis.risk.own_words import SELF, WHOSE
from goalctl.model.session import Concern

_SOMEONE = (
    rf"(?:{WHOSE} (?:\w+[- ])?(?:wife|husband|partner|spouse|ex|girlfriend|boyfriend|brother|sister|mum"
    r"|(?:step)?(?:mother|father|mom|dad)|co-?workers?|parents?|sons?|daughters?|child|children|kids?|baby|toddlers?"
    r"|infants?|newborn|boss|manager|landlord|supervisor|nurse|doctor|therapist|bull(?:y|ies)|classmates?|peers?"
    r"|roommates?|flatmates?|friends?|fil|mil|neighbou?rs?|colleagues?|teacher|man|men|woman|women|boy|girl|guy"
    r"|family|cat|dog|staff|police)|him|her|them|me|gf|bf|staff|cats?|dogs?|someone|somebody|people|others|anyone"
    r"|everyone)"
)
_HER = (
    r"(?:her|him|me|them|pt|the (?:child|children|kids?|baby|client|boy|girl)|(?:his|her) (?:son|daughter|child"
    r"|children|kids))"
)
HURT = (
    r"(?:kill|murder|strangl|stab|shoot|poison|hurt|harm|attack|assault|threaten|chok|suffocat|smother|shak|drown"
    r"|burn|punch|kick|slap|stab|throw|push)"
)
_BLOWS = (
    r"(?:hit|hits|beat\w*|punch\w*|kick\w*|slap\w*|chok\w*|push(?:es|ed)|rap(?:e|es|ed)|threaten\w*|strangl\w*|abus\w*)"
)

_INTENDS = (
    r"(?:want(?:s|ed|ing)?|plan(?:s|ned|ning)?|going|tried|trying|threat\w*|urges?|urged|like|tempted|about|ready"
    r"|could|would|will|might|thoughts?|thinks|thinking|thought|images?|fantas\w+|dreams?) (?:to |of |about |just "
    r"|easily )*"
)
_WANTS = (
    r"(?:want(?:s|ed|ing)?|plan(?:s|ned|ning)?|tried|trying|threat\w*|urges?|urged|tempted|thoughts?|thinks|thinking"
    r"|fantas\w+) (?:to |of |about |just )*"
)
_CHILD = r"(?:kids?|child(?:ren)?|baby|toddlers?|infant|newborn|\d+ ?(?:yo|y/o|year[- ]olds?)|daughter|son|siblings?)"
_IN_DANGER = (
    r"(?:unattended|unsupervised|neglect\w*(?! (?:his|her|their) (?:chores|homework|friends|hobbies)\b)|wandering"
    r"|unfed|molest\w*|inappropriately touch\w*|private parts"
    r"|sexuali[sz]ed|abused?|in the car (?:for|while)|with (?:\w+ )?drunk)"
)
A_WEAPON = "a weapon"

HARM_WORDS: tuple[tuple[Concern, str, str], ...] = (
    (
        Concern.HARM_TO_OTHERS,
        "killing",
        (
            rf"{HURT}\w* (?:{SELF}) (?:and|or) (?:also |then |maybe )?{_SOMEONE}"
            rf"|(?:kill|murder|strangl|stab|shoot|poison)\w* (?:{_SOMEONE}|whoever|them all|all of|every)|homicid\w*"
            rf"|threaten\w* to (?:kill|hurt|harm|hit|stab|shoot|beat)(?! (?:{SELF}))|(?:thinks?|thinking|thoughts?"
            rf"|fantas\w+"
            rf"|urges?) (?:of|about|to) (?:kill|murder|stab|shoot)\w*(?! (?:time|{SELF}))"
            r"|(?:no|denie[sd]|endorse[sd]|active|and"
            r"|positive for) (?-i:H\.?I)\b|(?-i:H/?I\b)(?= ?[-+:]| (?:toward|with|to|present|active))"
            r"|command hallucinations?"
            rf"|voices? (?:tell|told|say)\w* (?:him|her|me|them) to(?! (?:kill|hurt|harm|cut|hang|stab"
            rf"|burn) (?:{SELF}))"
        ),
    ),
    (
        Concern.HARM_TO_OTHERS,
        "harm to somebody",
        rf"set fire|arson|shoot\w* up|{HURT}(?:s|e|es|ed|ing|en|bing|bed)? (?:up )?{_SOMEONE}",
    ),
    (
        Concern.HARM_TO_OTHERS,
        A_WEAPON,
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
            rf"{_BLOWS} {_HER}|bruis\w*|black eye|burn marks|cigarette burns|unexplained (?:injur\w+|marks)|abusive"
            r"|(?:emotional|verbal|financial|spousal|ongoing|current) abuse|locked in (?:her|his|the|a) (?:room"
            r"|basement|cellar|garage|bathroom)|(?:afraid|scared|frightened) to go home|(?:not|\w+n't"
            r"|never) (?:feel\w* )?safe (?:at home|with(?! (?:conflict|change|closeness|feelings|emotions|heights"
            r"|crowds)\b))"
            r"|abused by|touched (?:her|him|me) (?:inappropriately"
            r"|sexually)|hands? (?:a?round|on) (?:her|his|my|their) (?:neck|throat)"
        ),
    ),
    (
        Concern.HARM_FROM_OTHERS,
        "harm from somebody",
        (
            r"(?:was|were|been|being|is|gets?|got) (?:\w+ )?(?:beaten(?! to (?:it|the (?:job|punch|seat))\b)|hit"
            r"|raped|assaulted|attacked|molested"
            r"|abused|punched|kicked(?! (?:off|out)\b))"
            r"|threatened by(?! (?:changes?|success|closeness|intimacy|criticism|feedback|the (?:idea|thought"
            r"|change))\b)"
            r"|violen(?:t|ce)|ipv|dv|(?:domestic|sexual|physical) (?:abuse|assault)"
            r"|(?:afraid|scared|frightened|terrified|fearful|in fear) of (?:what )?(?:him|(?:her|his) (?:husband"
            r"|partner|wife|ex|father|mother|boyfriend|girlfriend))"
            r"(?!(?:'s)? (?:reactions?|opinions?|judge?ment|disapproval|disappointment|criticism|expectations?|illness"
            r"|death|leaving|dying|getting ill)\b|-in-law's)"
        ),
    ),
    (
        Concern.HARM_TO_OTHERS,
        "harm to somebody",
        (
            rf"(?:hit|hits|hitting|beats?|beating|slaps?) {_SOMEONE}(?! (?:at|in|by|to"
            rf"|on)\b)(?<! him)(?<! her)(?<! me)(?<! them)|{HURT}(?:ing)? (?:baby|kids|children|others|people|family)"
            r"|shook (?:the|her|his|my) (?:baby|newborn|infant|child|son|daughter)|(?:drop\w*|throw\w*) (?:the |her "
            r"|his |my )?(?:baby|newborn|infant)(?: \w+)? on purpose|(?:would|'d|will|'ll) take (?:the |her |his "
            r"|my |both )*(?:baby|kids|children|son|daughter) with (?:him|her|me)|(?:baby|newborn|infant"
            r"|child) (?:is|was|must be) (?:evil|possessed|the devil|a demon|cursed)|(?:hit"
            r"|kill) list(?! of (?:\w+ )?(?:songs|places|films|books|restaurants))|setting fire|sets? fire"
            r"|burn(?:ing)? (?:down|(?:the )?(?:house|place|office|school) down)"
        ),
    ),
    (
        Concern.HARM_TO_OTHERS,
        A_WEAPON,
        (
            r"ammo|ammunition|bullets|ar-?15s?|ak-?47s?|glocks?|handguns?|crossbows?|hatchets?|(?:with|carr\w+|bought"
            r"|brought|took|grabbed|an) (?:an? )?axe|knuckle ?dusters?"
        ),
    ),
    (
        Concern.HARM_FROM_OTHERS,
        "harm from somebody",
        (
            r"(?:raped|molested|assaulted|beaten up|groped) by|rape[ds]?(?! ?seed)|molest\w*|stalk(?:s|ed|er|ing)"
            r"|(?:forc|mak)\w* (?:her|him|me|pt) (?:to )?have sex|forced sex|lock\w* (?:her|him|me|them|pt"
            r"|the (?:kids|children)) (?:in|out|up)\b|won't let (?:her|him|me) (?:leave|out)|touch(?:es|ed"
            r"|ing) (?:her|him|me)(?=$|[.,;]| (?:at night|there|down|when|under)\b)|(?:comes?|came|coming|gets?|got"
            r"|climb\w*) into (?:her|his|my) bed|coerc\w+ control\w*|controls (?:her|his|my) (?:money|phone)"
            r"|traffick(?:ed|ing)|groom(?:ed|ing) by|honou?r[- ]based|forced marriage|fgm"
        ),
    ),
    (
        Concern.HARM_FROM_OTHERS,
        "a child or adult at risk",
        (
            r"safeguarding|concern\w* (?:for|about) (?:the |her |his )?(?:child\w*|kids?|baby)(?:'s|s')? (?:safety"
            r"|welfare)|withh\w+ food|(?:child|adult) protective services?|(?:[Rr]eport\w*"
            r"|referr\w*) (?:\w+ )?to (?-i:APS|CPS|DCFS)|child (?:protection|abuse|neglect)|elder abuse|(?-i:CPS|DCFS"
            r"|ACS|MASH|LADO)\b(?= (?:report|referral|call|case|involve\w*|open\w*|worker|investigat\w*|concerns?"
            r"|contact\w*|notified|aware))|mandated report\w*|(?:left|leav\w+) (?:the |her |his |their )?(?:kids?"
            r"|children|baby|toddler|\d+ ?(?:yo|y/o|year[- ]old))s? (?:\w+ ){0,2}(?:alone|unattended|unsupervised)"
            r"|(?:kids?|children|baby|toddler) (?:was |were |are |is )?(?:left )?(?:\w+ )?(?:alone|unattended"
            r"|unsupervised)(?= (?:all|over|at|for|in|with(?! (?:(?:her|his|the|their) )?(?:grand\w+|nanny"
            r"|sitter)\b))\b|$|[.,;])|(?:being|is|are|was|were) neglected by"
        ),
    ),
    (
        Concern.HARM_TO_OTHERS,
        "harm to somebody",
        (
            rf"{_INTENDS}(?:kill|murder|strangl|stab|assault|suffocat|smother|drown|poison|chok|rap|beat up"
            rf"|beating up)(?:e|ing)?(?! (?:{WHOSE} )?(?:time|mood|pain|sorrows?|self|selves)\b)(?! (?:him|her|my"
            rf"|them)sel)|{_WANTS}(?:hurt|harm)(?:ing)?(?! (?:{WHOSE} )?(?:feelings?|chances?|career|self"
            r"|selves)\b)(?! (?:him|her|my|them)sel)|(?:run|running|ran) (?:(?:him|her|them|me) over|over (?:him"
            r"|them|me|someone|somebody|people|(?:his|her|my) \w+))|(?:confront|threaten|attack|chas|beat"
            r"|hit)\w* (?:\w+ ){0,4}with an? (?:\w+ )?(?:bat|bottle|hammer|belt|stick|iron bar|pan|glass)|(?:smash"
            r"|broke|crack|hit)\w* (?:\w+ ){0,3}over (?:\S+ ){0,2}head|(?:baby|child|infant|newborn|him"
            r"|her) under ?water|voices? (?:\w+ )?(?:command|order|instruct|urg)\w*|voices? (?:tell|told|say"
            r"|said)\w* (?:that )?(?:\w+ )?(?:should|must|has to|ought)|tarasoff|duty to (?:warn|protect)|(?:dropp?"
            r"|throw|toss)\w* (?:him|her|it|the baby|baby) (?:down|out|off|into|against|from|onto) (?:of )?(?:the"
            r"|a) (?:\w+ )?(?:stairs|window|balcony|floor|wall|bath|bridge|water|river|road|bin)"
            r"|put (?:\w+ ){1,3}in the ground"
        ),
    ),
    (
        Concern.HARM_FROM_OTHERS,
        "a child or adult at risk",
        (rf"{_CHILD}(?:\W+\w+){{0,5}}?\W+{_IN_DANGER}|{_IN_DANGER}(?:\W+\w+){{0,3}}?\W+{_CHILD}"),
    ),
    (
        Concern.HARM_FROM_OTHERS,
        "harm from somebody",
        (
            r"without (?:his|her|my) consent|(?:sex|sexual\w*|touch\w*|film\w*|chok\w*) (?:\w+ ){0,3}without consent"
            r"|wall next to (?:her|his|my) head|touching (?:the |her |his |my )?(?:kids?|child|children|girls?|boys?"
            r"|son|daughter)|non-?consensual|block\w* the door|(?:monitors?|tracks) (?:all )?(?:her|his|my) (?:calls?"
            r"|phone|movements|location)|(?:women's|safe) (?:refuge|shelter)|restraining order|non-molestation"
            r"|protect(?:ive|ion) order|disclos\w* (?:\w+ ){0,3}abuse|hitting (?:\w+ ){0,2}(?:client|pt|patient)"
            r"|shov\w* (?:his|her|my|their|the) (?:\S+ )?(?:mother|father|wife|husband|partner|client|daughter|son"
            r"|mum|mom|dad)"
        ),
    ),
)
"""About what, the word to say for it, and the pattern."""
