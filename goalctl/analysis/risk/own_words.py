"""What is said of suicide and of harming oneself, in notes: patterns with the word that each stands for.

Each pattern is of whole words and read without regard to capitals. What is new goes where its kind stands.
"""

from __future__ import annotations

from goalctl.model.session import Concern

SELF = (
    r"(?:him|her|my|your|it|one)self|themsel(?:f|ves)|oursel(?:f|ves)|self(?![- ](?:esteem|confidence|image|worth"
    r"|doubt))"
)
WHOSE = r"(?:his|her|their|my|the|a|an|that|this)"
_CHILDREN = r"(?:(?:the|his|her|all|my|their) )*(?:kids|children|family|everyone|loved ones|parents|sons?|daughters?)"
_OTHER_RISK = r"(?<!relapse )(?<!fall )(?<!falls )(?<!flight )(?<!health )(?<!vte )"
_IS_HIGH = (
    r"(?: is| was| as| at|:| =| -)? ?(?:high|elevated|imminent|acute|severe|extreme|increased)(?! (?:chance|job|pay"
    r"|score|number|chances))(?! for (?:relapse|falls?))"
)
_AT_HOME = (
    r"(?:(?:his|her|their|my) (?:parents?|mum|mom|mother|dad|father|sister|brother|ex|partner|husband|wife|boyfriend"
    r"|girlfriend|family|in-laws)(?! (?:dead|gone)\b)|(?:him|her)(?=$|[.,;]| (?:any|at|after|again|and|but|since)\b))"
)
_LIVE = (  # not: where, or with whom
    r"live(?! (?:alone|together|near(?:er)?|closer|without (?:sugar|coffee|chocolate)|without (?:his|her|my) phone"
    r"|in (?:the|a|his|her|their) (?:city|country\w*|suburbs?|town|village|(?:\w+ )?(?:flat|house|hostel|home|dorm))"
    rf"|with {_AT_HOME})\b)"
)
_NO_FUTURE = (
    r"(?:not|never|\w+n't|cannot|unable|struggl\w+|hard|difficult\w*|hardly|barely|whether|if)(?: \w+){0,3} "
    r"(?:see|sees|seeing|saw) (?:a|any) future|see\w* (?:any|no) future"
)
_WISH = r"(?:wish\w*|want\w*|long\w*|ready|like|prefer\w*|hop(?:e|es|ed|ing)|pray\w*)"

_SEES_NO_POINT = (  # the denial is of what one lives for, so that nothing is denied
    r"(?:\w+n't|not|cannot|no longer|never)(?: really)? (?:see|sees|find|finds|have|has|know|got)"
    r" (?:(?:a|any|the|much) )?(?:(?:point|sense|reason|purpose) (?:any ?more(?=$|[.,;])"
    r"|(?:in|to|for|of) (?:liv(?:e|ing)|go(?:ing)? on|carry(?:ing)? on|(?:be|being|stay|staying) alive|anything|life)))"
)

OWN_WORDS: tuple[tuple[Concern, str, str], ...] = (
    (
        Concern.SUICIDE,
        "suicide",
        (
            r"s(?:uc|iuc|uis|uic|ucic|uici)i?d\w*|unaliv\w*|(?:to|will) kms|kys|sui[zc]id\w*|(?:sue|sew"
            r"|su) ?[ai] ?side|selbstmord\w*|intihar\w*|\w*(?:самоуби|суицид"
            r"|自杀|自殺|轻生|輕生|자살|انتحار|התאבד|αυτοκτον)\w*"
            r"|quier\w+ morir\w*|idees noires|nicht mehr leben|(?:mich|sich) umbringen"
        ),
    ),
    (
        Concern.SUICIDE,
        "suicide",
        (
            r"(?-i:S[./]?I\b(?! (?:joints?|units?)\b)|NSSI|DSH|SIB|TASH|PSI(?= (?:endorse|present|reported|denied"
            r"|daily|noted|no plan))|SH (?:urges?|thoughts)|urges to SH)|s/i|si/hi|(?:active|passive|denie[sd]"
            r"|endorse[sd]|no) si"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?<![a-z] )be dead|being dead|(?:rather|sooner|better) (?:be |have been )?dead|(?:\w+n't|not"
            r"|never) (?:cares?|minds?) (?:if|whether) (?:s?he|they|i) (?:lives?(?! together)|wakes?)|(?:\w+n't"
            r"|not) mind not waking up|(?:cannot|\w+n't|not) see a reason to (?:live|go on)|(?:no longer|(?:not"
            r"|\w+n't) sure (?:(?:if|whether|that) )?(?:s?he|they|i)) want\w* to "
            rf"(?:{_LIVE}|be here|be alive)|(?:can't|cannot"
            r"|can not|couldn't|could not|unable to|not able to|refuse[sd]? to) (?:guarantee|contract for|keep"
            r"|commit to) (?:(?:him|her|my|them)?sel(?:f|ves) )?safe\w*|wish\w* (?:\w+ ){0,2}(?:wasn't|weren't"
            r"|not) (?:here|alive|around|born)|want\w* (?:it|this|everything|life) (?:all )?to (?:end|be over)"
            r"|want\w* it all to stop|(?:can't|cannot|couldn't) go on(?! (?:holiday|trips?|the|a|leave|stage|to"
            r"|with (?:the|her|his|my))\b)|nothing (?:left )?to live for|life (?:is not|isn't|was not|wasn't) worth"
            r"|better off without (?:his|her|their|my) (?:mum|mom|mother|dad|father|parents?)|sleep for ?ever"
            r"|join\w* (?:his|her|my|their) (?:\w+ )?\w+ in (?:heaven|death|the grave)"
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
            r"better off (?:dead|(?:without|w/o) (?:me|him|her|them|pt)|if (?:\w+ ){1,3}(?:(?:was|were) (?:dead|gone)"
            r"|(?:was|were)(?:n't| not) (?:here|around|alive)|\w+n't exist))"
            r"|(?:(?:i|s?he|they|pt|client|who|everyone|it all) |(?:wish\w*|(?:better|easier"
            r"|happier) if) (?:\w+ ){1,4})"
            r"(?:was|were) (?:dead and )?gone(?! (?:for|to|by|out|home))|a burden(?! of (?:debt|proof|work|care"
            r"|guilt)\b)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            rf"{_WISH} (?:(?:to|2) (?:be dead|die|be gone(?! (?:for|to|by))|(?:fade|waste) away|slip away|vanish"
            r"|disappear(?! (?:during|into (?:the|a) (?:sofa|floor|ground|crowd|background)|on|for (?:a|the|two"
            r"|three)) ?))|(?:\w+ ){1,4}(?:dead|never been born))|death wish"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:not|never|\w+n't|cannot) (?:to )?(?:want(?:ing|ed)? to )?"
            r"(?:(?<!can't )(?<!cannot )(?<!couldn't )wak(?:e|ing) up(?! (?:early|for (?:school|work)|on time|at \d))"
            rf"|be here(?! at first)|be alive|exist|{_LIVE}"
            r"|carry on|go on living)|disappear\w* (?:for good|forever|for ever)|fall asleep and never"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        rf"{_SEES_NO_POINT}|(?:\w+n't|not) (?:have|got) anything (?:left )?to live for",
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:no|any|the) (?:point|sense|reason) (?:in|to|for|of) (?:liv(?:e|ing)|going on|being alive)|(?:not"
            r"|never|\w+n't) worth (?:living|it any ?more)|tired of (?:life(?! (?:at|in) the (?:office|city|village"
            r"|suburbs)\b)|living|being alive)"
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
            r"(?:end(?:s|ed|ing)?|tak(?:e|es|ing)|took) (?:it all|(?:his|her|their|my)(?: own)? li(?:fe|ves)"
            r"(?! (?:back\b|in(?:to)? (?:his|her|their|my) (?:own )?hands?|more seriously|forward\b)))"
            r"|end(?:ing)? (?:own )?life|end(?:ing)? (?:it|things|everything)(?! (?:with|on|at|by|early|there"
            rf"|between|well))|out of this life|(?:want\w*|wish\w*|way|get|be) out of this world|{_NO_FUTURE}"
            r"|do(?:ing)? away with (?:\w+sel\w+)"
        ),
    ),
    (Concern.SUICIDE, "killing", rf"kil\w* (?:{SELF})|drown\w* (?:{SELF})|shoot\w* (?:{SELF})|shot (?:{SELF})"),
    (
        Concern.SUICIDE,
        "a farewell",
        (
            r"(?:goodbye|farewell|suicide) (?:letter|note|message|video)s?|(?:gave|giving"
            r"|given) away (?:\w+ ){0,2}(?:things|belongings|possessions|dog|cat)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:had|has had|have had) enough of (?:living|life)|(?:done|finished|through) with (?:life|living"
            r"|it all)|(?:giv(?:en|e|es|ing)|gave) up on (?:living|life)|(?:sick|weary) of (?:living|life)(?! in\b)"
            r"|life (?:is|feels|seems) (?:pointless|meaningless|over|not worth|unbearable)|life has no (?:meaning"
            r"|point|purpose)|(?:nothing|anything) (?:left )?to live for|(?:the|any|a|no)"
            r" point (?:any ?more(?! in (?:arguing|talking|asking|discussing))|in anything)|what(?:'s"
            r"| is) the point of (?:living|life|it all|going on"
            r"|being here)|(?:not|no longer"
            r"|never) (?:being|having been) (?:alive|here|around|born)|(?:thoughts? of|prefer\w*) not existing"
            r"|if (?:i|s?he|they|pt|client) (?:died|never woke|(?:was|were) (?:dead|gone)|disappeared(?! for)|(?:was"
            r"|were)(?:n't| not) (?:here|around|alive))|(?:god|the lord|jesus|allah|death|somebody|someone) (?:would"
            r"|to|will|'d) (?:just )?(?:take|kill|end) (?:him|her|me|it)|(?:\w+n't|not|never|nobody"
            r"|no one) (?:\w+ )?(?:mind|care)\w* (?:if|whether) (?:\w+ ){1,5}(?:die[sd]?|dead|kill\w*)|(?:be|join"
            r"|reunite\w*|go) (?:\w+ ){0,2}?with (?:his|her|their|my) (?:late|dead|deceased) \w+(?!'s)"
            r"|so (?:that )?(?:s?he|they|i|it) (?:can|could|will|would|might) (?:die|kill)|let (?:him|her|me) die"
            r"|(?:rather|sooner) (?:die|not be here)|no will to live|lost the will to live|lebensmude|suizid\w*"
        ),
    ),
    (
        Concern.SUICIDE,
        "ending life",
        (
            r"(?:top|tops|topp(?:ed|ing)|(?:to|will|would|'ll) off|end|ended|ending|delet\w+"
            rf"|finish\w* off) (?:{SELF})(?! up)|(?:do|does|did|doing|done) (?:{SELF}) in|(?:might|may|will|would"
            r"|could|going to|gonna|'ll|to) do something (?:stupid|silly|drastic|rash|desperate|bad to)|(?:how|ways?"
            r"|methods?|plans?) (?:to|of) (?:die|dying)|(?:wants?|wanted|going|tried) to commit(?=$|[.,;])"
            r"|(?:want\w*|plans?|thoughts? of|to) (?:commit\w*) kms|kms (?:ideation|thoughts?)|quitarse la vida"
            r"|matarse|no quiere vivir|mettre fin a ses jours|en finir avec la vie|plus envie de vivre|se tuer"
        ),
    ),
    (
        Concern.SUICIDE,
        "an attempt",
        (
            r"(?:aborted|interrupted|failed|serious|recent|actual|thwarted|unsuccessful|near-lethal"
            r"|lethal) attempts?(?! (?:to|at)\b)|(?:after|following|post|since|for|over) (?:an? |his |her |the "
            r"|this )?(?:recent |last )?attempt(?=$|[.,;])|(?:5150|5585|baker act\w*|sectioned(?! off)"
            r"|psych(?:iatric)? hold|involuntar(?:y|ily) (?:hold|commit\w*|hospitali[sz]\w*|admi\w+))"
        ),
    ),
    (
        Concern.SUICIDE,
        "a farewell",
        (
            r"(?:texted|sent|posted|wrote|written) (?:\w+ ){0,3}[\"']?good-?byes?|(?:said|saying|says|made"
            r"|written) (?:his|her|their|my|all )*good-?byes|(?:written|wrote"
            rf"|writing) (?:\w+ )?letters to {_CHILDREN}|(?:gave|giving|given|gives) (?:\w+ ){{0,2}}(?:things"
            r"|belongings|possessions|dog|cat|pets?|watch|jewell?ery|savings|guitar) away"
        ),
    ),
    (
        Concern.SUICIDE,
        "high risk",
        rf"{_OTHER_RISK}risk(?: (?:level|assess(?:ed|ment)|rating|rated|status))?{_IS_HIGH}",
    ),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:\w+n't|not|no longer) want\w* to be (?:on this (?:planet|earth)|in this world|around)"
            r"|check\w* out permanently|not existing|(?:\w+n't|not|no longer) cares? what happens(?! at\b)"
            r"|(?:hop\w+|wish\w*|want\w*) (?:it|this|that|the \w+) (?:will|would|to|had) (?:\w+ )?(?:kill|finish"
            r"|end|take)\w* (?:him"
            r"|her|me|them)|what it (?:feels|is) like to (?:die|be dead)|veut mourir|envie de mourir|sui (?:ideation"
            r"|thoughts?|attempts?)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a plan",
        (
            r"(?:has|have|had|with) (?:an? )?(?:\w+ )?plan and (?:means|intent|method|access)(?! to (?:go|travel|move"
            r"|visit|study|pay|rent)|(?<=access) to (?:childcare|transport|funds))"
            r"|(?:picked|chosen|chose) a (?:date|method)(?! (?:for|with|to)\b)|methods (?:to|of) (?:die"
            r"|dying|kill\w*)|painless (?:way|method|death)\w*|deserves? (?:to die|death)|(?:\w+n't"
            r"|not) (?:deserve to live|be alive)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a call for help",
        (
            r"(?<!annual )(?<!yearly )(?<!offers a )(?:welfare|wellness) check(?! (?:at|with) the (?:vet|gp|doctor)\b)"
            r"|(?:called|rang|phoned|texted|contacted) (?:the )?(?:\w+ )?(?:crisis (?:line"
            r"|team|text line)|988|samaritans)|talked down (?:from|off|by)(?! (?:his|her|their|the) (?:boss|manager)\b)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a farewell",
        (
            r"gave away (?:all|most)\b"
            r"|left (?:a|the) note(?= and\b|[.,;]|$)|(?:giving|given) away (?:his|her|their|my|all|most|treasured"
            r"|prized) \w+"
        ),
    ),
    (Concern.SUICIDE, "a wish to be dead", r"join(?:ing)? (?:his |her |their |my )?(?:deceased|dead|late) \w+(?!'s)"),
    (
        Concern.SUICIDE,
        "a wish to be dead",
        (
            r"(?:\w+n't|not) feel like (?:living|being alive|going on)|(?:day ?dream|fantas)\w* (?:of|about) (?:dying"
            r"|death|being dead)"
            r"|(?:hop\w+|wish\w*|pray\w*) (?:that )?(?:s?he|they|i) (?:\w+ ){1,4}(?:dies?|killed)|(?:better"
            r"|easier) if (?:i|s?he|they)"
            r" (?:\w+ )?(?:disappeared|died|vanished)|(?:no ?one|nobody) would (?:miss|notice|care)(?: (?:him|her|me"
            r"|them|if)\b|$|[.,;\"'])"
            r"|'d be dead|(?:will|would) be dead (?:by|soon|before|in)\b|won't be around"
            r"(?! [^.]*\b(?:on (?:holiday|leave|a trip)|travell?ing|cover\b|moved the|resched\w*|conference)\b)"
            r"|own funeral(?! (?:plan with|insurance|cover|costs)\b)"
        ),
    ),
)
"""About what, the word to say for it, and the pattern."""
