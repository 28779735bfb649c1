"""Lists of verbs for the language of goals: what can be watched, and what can't. Words only; `wording` finds them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNWATCHABLE = _words(
    """
    appreciate comprehend cover familiarise familiarize know learn realise realize study understand
    """
)
"""Verbs for knowing."""

INNER = _words(
    """
    believe enjoy experience feel master respect think
    """
)
"""Verbs for feeling and believing."""

SOFT = _words(
    """
    address consider discuss encourage explore focus process reflect seek
    """
)
"""Verbs for what happens in the hour."""

AVOIDING = _words(
    """
    abstain avoid cease quit refrain stop
    """
)
"""Verbs for not doing something."""

NEGATIONS = _words(
    """
    don't dont never no not
    """
)
"""Words that begin a sentence about what will not be done."""

ALSO_NOUNS = _words(
    """
    cover experience focus master process respect study
    """
)
"""Verbs of the lists above that are as often nouns."""

OTHER_STATES = _words(
    """
    accept achieve be become cope deal develop embrace gain handle has have heal hope improve increase love maintain
    manage need overcome recover reduce regain remain seem succeed tolerate trust want wish
    """
)
"""Verbs that end in an s in the third person and still name nothing that can be watched."""

STATES = UNWATCHABLE | INNER | SOFT | OTHER_STATES
"""Every verb that names a state."""

OBSERVABLE = _words(
    """
    accompany act add agree announce answer apologise apologize apply approach arrange arrive ask attend bathe begin
    belong blog book borrow breathe bring brush build buy call carry catch charge chat check choose circle clean
    clear climb close collect colour come comment compare complete compose confirm confront contact cook copy count
    cross cut cycle dance decide declare decline delete deliver demonstrate describe dial discharge do donate draw
    dress drink drive earn eat email empty end enrol enter exchange exercise exhale explain file fill find finish
    floss fold follow furnish garden gather get give go grant greet guess hand hand-write hang help hold hug
    identify ignore inhale initiate install interrupt interview introduce invite jog join journal keep kiss label
    lay lead leave let lift light limit list listen live lock log look mail make map mark meet mend mop move name
    note obtain offer open order organise organize pack paint park participate pass pause pay perform phone pick
    picture place plan plant play point postpone practice practise praise prepare present press print provide pull
    push put raise rate reach read recite recognise record refuse register rehearse release remove repair repeat
    replace reply report request respond rest resume return review revive rewrite ride ring rise role-play run save
    say schedule score scrub see sell send serve set settle shake share shop shout show shower sing sit sketch sleep
    smile solve sort speak spend spin spot spread stamp stand start state stay steer step store stretch submit
    suggest swallow sweep swim switch take talk teach tell test text thank throw tick tidy tie touch tour track
    train travel treat try turn type unpack update use verbalise verbalize visit volunteer wait wake walk wash watch
    water wear weigh work write yoga
    """
)
"""Verbs of things that someone can see or hear being done; wide, because a gap in it is a false alarm."""

NOUNISH = _words(
    """
    act answer approach book call change charge chat check circle close colour comment contact copy count cover
    cross cut dance do drink drive end exercise file find garden get go guess hand help hold hug interview journal
    keep kiss lay lead let lift light limit list live lock log look mail make map mark meet mend move name note
    offer order paint park pass pause pay phone picture place plan plant play point practice practise praise present
    press print pull push put record release repair reply report request rest return review ride ring rise run score
    see set shake share shop shout show shower sleep smile sort spin spot spread stamp stand start state stay step
    store stretch switch take talk test text thank tick tie touch tour track train travel treat try turn type update
    use visit volunteer wait wake walk wash watch water wear work yoga
    """
)
"""Observable verbs that are as often nouns, or say little in mid-sentence: only where a verb belongs do they count."""

SKIPPED = _words(
    """
    able again also always are be begin begins both can continue continues first he i is it just like manage manages
    must only she should they to want wants we will would
    """
)
"""Words between the start of a sentence and its verb."""

AFTER_A_PERIOD = _words(
    """
    daily day days evening month months morning night nightly session week weekly weeks
    """
)
"""Words after which a verb may follow without a comma: twice a week calls his sister."""
