"""Lists of verbs for the language of goals, in their base forms: what can be watched, and what can't."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

KNOWING = words(
    """
    acknowledge appreciate comprehend familiarise familiarize grasp know learn realise realize understand
    """
)
"""Verbs for knowing."""

INNER = words(
    """
    believe belong care crave desire doubt dread enjoy experience fear feel forgive hate hope like long love master
    mind need perceive prefer regard regret respect sense think trust value view want wish wonder worry
    """
)
"""Verbs for feeling and believing."""

SOFT = words(
    """
    address consider discuss encourage examine explore focus process reflect seek
    """
)
"""Verbs for what happens in the hour."""

COPING = words(
    """
    accept adapt adjust balance bond change cope deal embrace evolve flourish function grieve grow handle heal
    integrate internalise internalize manage mature overcome own persevere progress prosper reconcile reconnect
    recover relax resolve succeed thrive tolerate transform
    """
)
"""Verbs for becoming another, of which nobody can say on which day it happened."""

CHANGE = words(
    """
    bolster boost control decrease deepen diminish enhance expand foster heighten improve increase lessen lose lower
    maximise maximize minimise minimize moderate nurture optimise optimize prioritise prioritize promote raise
    rebuild reduce regulate repair restore stabilise stabilize steady strengthen
    """
)
"""Verbs for more or less of something; what it is says whether it can be watched."""

LIGHT = words(
    """
    achieve acquire attain build celebrate create cultivate demonstrate develop discover display establish exhibit
    find form gain get give have hold keep lead learn live maintain make obtain possess practice practise put reach
    regain show sustain take
    """
)
"""Verbs that say little: what is built, found, kept or shown says whether it can be watched."""

BEING = words(
    """
    am are be become been being feel is remain seem stay was were
    """
)
"""Verbs that only join somebody with what they are."""

ENDING = words(
    """
    abolish abstain avoid cease desist discontinue eliminate eradicate erase extinguish halt quit refrain stop
    suppress
    """
)
"""Verbs for not doing something any more."""

OBSERVABLE = words(
    """
    accompany accumulate act add adjust admit advance agree announce answer apologise apologize appear apply
    approach argue arrange arrive ask assemble attempt attend audition babysit bake barbecue bathe begin belong bend
    bike blog book borrow bounce braid breathe bring brush budget build buy call camp cancel carry catch charge chat
    check chew choose chop circle clean clear climb close collect colour come comment commute compare complete
    compliment comply compose confirm confront contact converse cook cooperate copy cough count crawl crochet cross
    cuddle cut cycle dance debate decide declare decline delete deliver demonstrate describe dial dig dine discharge
    discuss display divide do donate download draw dress drink drive drop dust earn eat email empty end enlist enrol
    enter erase escort exchange execute exercise exhale exit explain express feed fetch file fill find finish fish
    fix floss flush fold follow fry fund furnish garden gargle gather get give go graduate grant greet guess hand
    hand-write hang help hike hold hug hum identify ignore include inform inhale initiate install interrupt
    interview introduce invite iron jog join jot journal jump kayak keep kiss kneel knit knock label lace land lay
    lead leave lend let lift light limit list listen live lock log look lower mail make map mark mediate meet
    memorise memorize mend message mingle mop move name nod note nurse obey object observe obtain offer open operate
    order organise organize outline pack paint paraphrase park partake participate pass pause pay pedal peel perform
    phone photograph pick picture pin place plan plant plate play point polish post postpone pour practice practise
    praise pray prepare present press print produce propose protest provide prune pull purchase push put qualify
    queue quit quote raise rank rate reach read recite recognise record recount recruit recycle redecorate refuse
    register rehearse reheat release relocate remove rent repair repeat replace reply report request reschedule
    resign respond rest resume retake retell return review revive rewrite ride ring rinse rise role-play roll row
    rub run save say schedule score scrub seat see select sell send separate serve set settle sew shake share shop
    shout show shower sing sit sketch ski skip skype sleep slice smell smile sniff socialise socialize solve sort
    speak speed spell spend spin split sponsor spot spread squeeze stack stage stamp stand start state stay steer
    step stir stitch stock store stretch stroke stroll submit suggest supervise supply surf swallow swap swear sweat
    sweep swim switch tackle take talk tape taper taste teach telephone tell test text thank throw tick tidy tie
    time toast touch tour track train transfer translate travel treat trim try tune turn type undergo undress unload
    unpack update urinate use vacuum vent verbalise verbalize visit void volunteer vote wait wake walk wash watch
    water wave wear weed weigh whisper win wind wipe withdraw work wrap write yell yoga zip
    """
)
"""Verbs of things that someone can see or hear being done; wide, because a gap in it is a false alarm."""

NOUNISH = words(
    """
    act answer approach bake bend bike book bounce budget call camp change charge chat check circle close colour
    comment contact copy cough count cover cross cuddle cut dance dig display divide drink drive drop dust end
    exercise exit feed file fish fix fund garden hand help hike hold hug interview iron journal jump kiss knock lace
    land lift light limit list live lock log look lower mail map mark mend message move name note nurse object offer
    order paint park pass pause pay phone picture pin place plan plant plate play point post practice practise
    praise pray present press print produce propose pull push queue quote rank record release rent repair reply
    report request rest return review ride ring rise roll row run schedule score seat set shake share shop shout
    show shower ski skip sleep smile sort speed spell spin split spot spread stack stage stamp stand state stay step
    stitch store stretch stroke supply surf swap sweat sweep switch talk tape taste test text thank tick tie time
    toast touch tour track train transfer travel treat trim try tune turn type update use visit void volunteer vote
    wait wake walk wash watch water wave wear weed win wind work yoga
    """
)
"""Observable verbs that are as often nouns: in mid-sentence they count only where an object follows."""

ONCE = words(
    """
    apply arrange book buy cancel choose close collect complete confess deliver draft draw enrol enroll enter file
    find finish furnish get graduate hand hire inform install invite join launch leave marry mend move obtain open
    order pass post publish purchase qualify register relocate renew rent repaint replace request reschedule resign
    return schedule sell send settle sign start submit tell undergo visit
    """
)
"""Verbs of acts that are done once, or not."""

STEPS = words(
    """
    answer ask bring carry count enter hand log mark name note photograph propose rate record report score
    share show sign suggest tell tick write
    """
)
"""Verbs of what is done with an act afterwards: written down, brought along, told."""

IRREGULAR = {
    "ate": "eat",
    "been": "be",
    "begun": "begin",
    "bought": "buy",
    "broken": "break",
    "brought": "bring",
    "built": "build",
    "caught": "catch",
    "chosen": "choose",
    "cut": "cut",
    "done": "do",
    "drawn": "draw",
    "driven": "drive",
    "drunk": "drink",
    "eaten": "eat",
    "felt": "feel",
    "forgiven": "forgive",
    "found": "find",
    "gained": "gain",
    "given": "give",
    "gone": "go",
    "got": "get",
    "had": "have",
    "heard": "hear",
    "held": "hold",
    "hired": "hire",
    "hurt": "hurt",
    "kept": "keep",
    "known": "know",
    "learnt": "learn",
    "led": "lead",
    "left": "leave",
    "let": "let",
    "lost": "lose",
    "made": "make",
    "met": "meet",
    "overcome": "overcome",
    "paid": "pay",
    "put": "put",
    "read": "read",
    "rung": "ring",
    "said": "say",
    "seen": "see",
    "sent": "send",
    "set": "set",
    "shown": "show",
    "slept": "sleep",
    "sold": "sell",
    "spent": "spend",
    "spoken": "speak",
    "stuck": "stick",
    "taken": "take",
    "taught": "teach",
    "thought": "think",
    "thrown": "throw",
    "told": "tell",
    "understood": "understand",
    "won": "win",
    "worn": "wear",
    "written": "write",
}
"""Participles that do not end in ed."""

KNOWN = KNOWING | INNER | SOFT | COPING | CHANGE | LIGHT | BEING | ENDING | OBSERVABLE | ONCE
