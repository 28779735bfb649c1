"""Ways to die and to harm oneself, in notes: patterns with the word that each stands for."""

from __future__ import annotations

from goalctl.analysis.risk.own_words import SELF, WHOSE
from goalctl.model.session import Concern

_BODY = r"(?:(?:fore|upper )?arms?|wrists?|thighs?|legs?|skin|stomach|throat|neck|veins?)"
_DRUGS = (
    r"(?:paracetamol|tylenol|acetaminophen|aspirin|ibuprofen|co-codamol|insulin|opiates|opioids|oxy|benzos?|lithium"
    r"|xanax|valium|fentanyl|\w+(?:triptyline|ipramine|oxetine|traline|talopram|tiapine|zapine|codone|morphine"
    r"|codeine|methadone|zepam|zolam|zodone|gabalin|amol))"
)
_PILLS = rf"(?:pills|tablets|meds|medications?|medicines?|capsules|{_DRUGS})"
_AS_IT_SHOULD_BE = (
    r"[^.;]{0,20}\b(?:as (?:prescribed|directed|planned|usual|the (?:doctor|gp|nurse))|on time|daily|regularly"
    r"|this week|(?:each|every) (?:day|morning|night|evening))"
)
_NOT_A_DOSE = r"(?<!mg )(?<!mcg )(?<!ml )(?<!tab )(?<!tablet )(?<!tablets )(?<!dose )(?<!puffs )"
_OTHER_CUTTING = "".join(
    f"(?<!{what} )" for what in ("hair", "cost", "price", "wood", "grass", "paper", "glass", "line")
)
_HIGH_PLACE = (
    r"(?:bridge|roof|edge|cliff|platform|balcony|ledge|rails|tracks|railway|parapet|railings?)(?! (?:of (?:the |his "
    r"|her |a )?(?:dance floor|bed|seat|sofa|pitch|chair|pool)|club|terrace|walk|path|bar|garden|top bar|restaurant"
    r"|tournament|game|evening|course|cafe|with (?:(?:a|her|his|the) )?(?:tea|coffee|book|therapist)))"
)
_MANY = (
    r"(?:all|(?:the|a) (?:whole|entire|full)|too much|too many|\d\d+|an? (?:whole |full |entire )?(?:box|bunch|load"
    r"|ton|packet|handful|bottle|lot|load)|ten|fifteen|twenty|thirty|forty|fifty|too many|extra)"
)

WAYS: tuple[tuple[Concern, str, str], ...] = (
    (
        Concern.SUICIDE,
        "a way to die",
        (
            r"(?:drank|drinks?|drunk|drinking|swallow\w*) (?:\w+ )?(?:bleach|antifreeze|poison|pesticide|weedkiller"
            r"|batter(?:y|ies)|razor blades?|needles?|detergent)|helium|(?:belt|cord|rope|cable|sheet"
            rf"|wire)s? (?:a?round|about) {WHOSE} neck|plastic bag over {WHOSE} head|(?:set"
            rf"|setting) (?:{SELF}) (?:on fire|alight)|self-immolat\w*|gass\w* (?:{SELF})|inhal\w+ gas"
            rf"|starv\w* (?:(?:{SELF}) )?to death"
        ),
    ),
    (
        Concern.SUICIDE,
        "a rope",
        (r"ropes?|nooses?|ligatures?|(?:hang|hangs|hanged|hung|hanging|strangl\w+) (?:him|her|my|them)sel\w+|hanging"),
    ),
    (
        Concern.SUICIDE,
        "tablets",
        (
            rf"overdos\w*|{_NOT_A_DOSE}O\.?D\.?(?:'d|'ed|ed)?(?!:? ?(?:right|left|\d+/\d|/os))|(?:hoard|stock-? ?pil"
            rf"|stash)\w* (?:\w+ ){{0,3}}{_PILLS}|sav\w* (?:up )?(?:\w+ ){{0,2}}{_PILLS}|hid(?:es?|ing"
            rf"|den)? (?:\w+ ){{0,2}}{_PILLS}(?! from)|(?:stor|collect"
            rf"|keep)\w* (?:\w+ ){{0,2}}{_PILLS}(?! (?:from (?:the )?(?:pharmac|chemist|gp|surgery)|(?:in|on|at) (?:a"
            r"|an|the|her|his) (?:\w+ )?(?:pill|dosette|kitchen|fridge|bathroom|bag|cabinet|cupboard|safe|lock"
            rf"|handbag|purse|organi[sz]er|box)))|(?:put|putting|set|setting) (?:\w+ ){{0,2}}{_PILLS} (?:aside"
            rf"|by(?! (?:the|her|his)\b))"
            rf"|(?:bottle|box|stash|supply|stock) of (?:\w+ )?{_PILLS} (?:saved|hidden|put|set|kept)"
            rf"|{_PILLS} (?:saved|hidden"
            rf"|hoarded|stashed|stockpiled)|stash of (?:\w+ )?{_PILLS}"
        ),
    ),
    (
        Concern.SUICIDE,
        "tablets",
        (
            r"(?:took|taken|taking|take|swallow\w*|popp\w+|ingest\w*|neck(?:ed|ing)|down(?:ed"
            rf"|ing)) {_MANY}(?! (?:minutes|hours|shifts|days))\b[^.]{{0,30}}(?:{_PILLS}|tabs)(?!{_AS_IT_SHOULD_BE})"
        ),
    ),
    (
        Concern.SUICIDE,
        "jumping",
        (
            r"jump\w* (?:off|from|in front|under|out of|into the (?:river|canal|sea))|thought of jumping|(?:stood"
            rf"|standing|stands|sat|walked|went) (?:on|at|to|onto) the (?:\w+ )?{_HIGH_PLACE}"
        ),
    ),
    (
        Concern.SUICIDE,
        "a crash",
        (
            r"(?:crash|driv\w* off|crashing the)\w* (?:the |his |her |their )?(?:car|bike|van)(?= |$)|(?:crash|driv"
            r"|drov|steer|walk|stepp?|run)\w* (?:\w+ ){0,2}(?:into|in front of|under|off) (?:a|the"
            r"|an)? ?(?:\w+ )?(?:wall|cliff|pier|embankment|tree|river|bridge|road|traffic|train|tram|bus|lorry|truck"
            r"|cars?)"
        ),
    ),
    (Concern.SELF_HARM, "self-harm", r"self[- ]?(?:harm\w*|injur\w*|mutilat\w*|poison\w*)"),
    (
        Concern.SELF_HARM,
        "self-harm",
        (
            r"(?:cut|cuts|cutting|burn\w*|hurt\w*|harm\w*|scratch\w*|bit|bites|hit|hits|hitting|bang\w*"
            rf"|starv\w*) (?:{SELF})"
        ),
    ),
    (
        Concern.SELF_HARM,
        "self-harm",
        (
            r"cutting again|been cutting(?= (?:again|since|most|every|at night)|[.,;]|$)|cutting(?= x ?\d)"
            r"|after cutting(?=[.,;]|$)|scars? from cutting|cut marks?|(?:urges?|urge|wants?"
            r"|wanted) to cut(?! (?:\w+ )?(?:hours|costs?|spending|sugar|carbs|alcohol|caffeine|hair|grass|ties"
            r"|contact|budget)\b)(?! (?:\w+ ){1,3}out of (?:his|her|their) life\b)(?! (?:back|down|out|off|short))"
            r"|head against (?:a|the) wall|(?:cuts?|cutting"
            r"|burn\w*|scars?|scratch\w*|wounds?|slit\w*|slash\w*|carv\w*) (?:on |to |across |in |into "
            rf"|at )?(?:\w+ ){{0,3}}{_BODY}"
        ),
    ),
    (
        Concern.SUICIDE,
        "jumping",
        (
            r"(?:would|'d|wants? to|wanted to|plans? to|planned to|planning to|going to|gonna|urges? to|urged to"
            r"|(?:thoughts?|thinks|thinking) (?:of|about)|(?:tell|told|say)\w* (?:him|her|me|them) to|threat\w* to"
            r"|ready to|about to|dares? to) jump(?:ing)?(?=$|[.,;:]| (?:if|when|off|from|tonight|again)\b)|(?:wrong"
            r"|other|outer) side of the (?:\w+ )?(?:railings?|barrier|fence|bridge|balcony|parapet)"
            r"|chicken with (?:a |the )?(?:trains?|traffic|cars?)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a crash",
        (
            r"(?:hop\w+|want\w*|wish\w*|tempt\w*|urges?|thoughts?|thinks|thinking) (?:to |of |about )?(?:crash|swerv"
            r"|veer)\w*"
        ),
    ),
    (
        Concern.SELF_HARM,
        "self-harm",
        (
            rf"(?:punch|slap|stab|pinch|chok|bruis)\w* (?:{SELF})|(?:hits|hitting|bang\w*|smash\w*"
            r"|slam\w*) (?:\w+ )?head (?:on|against|into)|self[- ]inflicted|lacerat\w*(?: \w+){0,3} (?:wrists?"
            rf"|arms?|forearms?|thighs?)|{_OTHER_CUTTING}cutting(?= (?:again|x ?\d|\d|daily|nightly|weekly|since|most"
            r"|every|at night|last|behaviou?rs?|and burning)\b|[.,;)]|$)"
            r"|(?<!were )(?<!was )(?<!been )(?<!being )(?<!got )cut again(?! by)|(?-i:SH)(?= ?(?:x ?\d|\+|last|this"
            r"|today|yesterday|again|most|daily)|$)|(?:of|to|no|denie[sd]|any|re) (?-i:SH)|s/h|(?:ritz|selbstverletz"
            r"|autoles|automutil)\w*|scarif\w+ (?:du|des)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a way to die",
        (
            r"bullet (?:in|through|to) (?:his|her|my|their|the) (?:head|brain|heart|mouth)|gun (?:in|to) (?:his|her"
            r"|my|their) (?:mouth|head|temple)|brains out|carbon monoxide(?! (?:alarm|detector|monitor))"
            r"|exhaust (?:fumes|pipe into)|charcoal burner|(?:climb\w*|went|got|leg|legs|swung) (?:\w+ )?over (?:the "
            r"|a )?(?:\w+ )?(?:barrier|railings?|parapet|balcony|bridge)"
        ),
    ),
    (
        Concern.SELF_HARM,
        "self-harm",
        (
            r"(?:till|until) (?:it|they|s?he) (?:bleeds?|bled)|(?:till|until) bleeding(?! gums)|swallow(?:s|ed"
            r"|ing) (?:objects?|foreign bod\w+|coins?|glass|magnets?)|insert\w* (?:an? )?(?:needles?|objects?|blades?"
            r"|pins?)|bang(?:s|ed|ing) (?:his |her |their )?head(?! to (?:the )?music)|(?:eras|rubb|scrap)\w* (?:his "
            r"|her |their )?skin (?:off|till|until|raw)|(?:se )?corta (?:los|las|el) (?:brazos?|munecas?)"
            r"|punch\w* (?:his|her|their|my) own (?:\w+)"
        ),
    ),
    (
        Concern.SUICIDE,
        "a way to die",
        (
            r"(?:found|was) unconscious|empty (?:blister|pill|tablet) (?:packs?|packets?|bottles?|strips?)"
            r"|tied (?:an? |the |his |her )?(?:bed ?sheets?|sheets?|belt|rope|cord|shoe ?laces?|scarf|towel|cable)"
        ),
    ),
    (Concern.SELF_HARM, "self-harm", r"cuts? to (?:feel|cope|release|punish|numb|calm)\w*"),
    (
        Concern.SUICIDE,
        "a way to die",
        (
            r"(?:hang|hung|hanged|hanging|drown|shoot) self|(?:think|thought|urge|want"
            r"|plan)\w* (?:\w+ ){0,2}walk\w* into|pulled (?:back )?from (?:the )?(?:\w+ )?(?:tracks|edge|ledge|bridge"
            r"|water|river)"
        ),
    ),
)
"""About what, the word to say for it, and the pattern."""
