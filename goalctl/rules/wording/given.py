"""What a client has only if others give, grant or decide it: promotions, custody, bail, a reply."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

GIVEN_ALONE = words(
    """
    acquittal admission all-clear amnesties amnesty annulment apologies apology approval asylum backing bail bursaries
    bursary citizenship clearance clemency compensation consent custody diagnosis discharge exemption exoneration
    extension forgiveness funding go-ahead guardianship invitation invitations invite nomination offer pardon parole
    pay-rise permission praise promotion promotions readmission recognition reference refund rehousing reinstatement
    release reprieve residency scholarship scholarships selection subscribers sympathy transfer transplant visa visas
    visitation
    """
)
"""What is no less given as the goal's only words: a promotion by June."""

GIFTS = GIVEN_ALONE - words("discharge rehousing release transfer") | words(
    """
        acceptance affection applause attention compliment compliments consent followers interview interviews invites
        likes matches offers probation raise reactions reassurance replies reply respite retweets rise thanks validation
        views yes
    """
)
"""What is got, received, won or earned."""

AWARDS = words(
    """
    allowance award awards benefit benefits cdl certification clearance coverage distinction dla esa funding grant
    grants indemnity licence license loan merit payout pension permit pip privileges rights settlement ssdi ssi stipend
    subsidy
    """
)
PAIRS = {
    tuple(pair.split("-"))
    for pair in words(
        """
        blue-badge care-package council-flat council-house early-release extra-time full-marks good-reference green-card
        green-light home-leave indefinite-leave nursery-place overnight-contact pay-raise pay-rise personal-budget
        record-deal school-place second-chance second-date shared-care supervised-contact unsupervised-contact
        weekend-leave
        """
    )
}
"""Two words for what others give."""

PARTNERS = words("boyfriend fiance girlfriend husband partner wife")
REGARD = words(
    "acceptance admiration affection agreement approval attention blessing consent cooperation forgiveness help love "
    "permission respect support sympathy trust understanding"
)
"""What somebody else feels or gives, where it is said whose: my wife's trust."""

FROM_OTHERS = words(
    """
    advice affection answer answers attention call calls card cards credit email emails feedback flowers gifts help
    grade grades hours hug hugs invitations job kiss kisses letter letters loan love mark marks message messages money
    news no praise presents reference reply respect score scores support sympathy text texts thanks time understanding
    visit visits word yes
    """
)
"""What is got from somebody, who need not have been asked for it."""

DONE_BY_OTHERS = words(
    """
    bullying catcalling charges cyberbullying deportation detention detentions discrimination evictions exclusions
    expulsion expulsions gossip harassment hate heckling jeering mocking name-calling racism reprimands ridicule rumors
    rumours sanctions stares staring suspensions taunting taunts teasing trolling victimisation whispering write-ups
    """
)
"""What is not to be, and only others do: no detentions."""

OFFICIAL = words(
    """
    access accommodation adoption alimony allowance annulment appeal application arrears asylum auth authorisation
    authorization award background badge bail ban bans benefit benefits bill bond case certificate charge charges
    citizenship claim clearance comp compensation complaint conditions conservatorship contract conviction coverage
    credit curfew custody debt debts decision degree deportation detention diploma disability discharge divorce dosage
    dose enquiry eval evaluation eviction exclusion expulsion expungement fine fines foreclosure funding grant
    guardianship hearing housing iep injunction inquest inquiry interview investigation judgement judgment lawsuit leave
    licence license loan mandate mortgage motion naturalisation naturalization notice order orders package papers
    paperwork parole passport payment payments penalty pension permit petition pip place placement prescription
    privileges probation proceedings provision qualifications record referral referrals refund registration removal
    renewal rent request requests restriction restrictions retirement reunification rights roster rosters rota ruling
    sanction sanctions section sentence settlement shift shifts ssdi ssi stamps status suit summons supervision
    suspension tag tenancy termination ticket timetable tpr transfer trial unemployment verdict visa visas visitation
    visits voucher vouchers wage wages waiver warning warrant wic
    """
)
"""What only others decide about."""

ADMITTING = words(
    """
    academy apprenticeship college course crisis detox hospice hostel league list panel program programme refuge rehab
    rota scheme school shelter squad team trial unit university ward
    """
)
"""Where one is only if others let one in."""

POSTED = (OFFICIAL | GIVEN_ALONE) - words("bill bills debt debts order rent") | words(
    """
    answer appointment backpay bed card check cheque clearance date delivery donation donor flat job kidney letter
    listing liver match medal mentor money news parcel pay reply report response result results room scholarship slot
    space spot stamps vacancy waitlist wheelchair
    """
)
"""What comes, or comes free, when others send or give it."""

JOBS = words("apprenticeship employment internship job placement position traineeship work")
OWN_THINGS = words(
    """
    anger approval attitude behavior behaviour bullying contact criticism decision demands drinking expectations faith
    gambling grade grades help interest mark marks mood nagging noise opinion outlook patience praise rating reaction
    remarks respect response shouting snoring support temper tone treatment trust verdict view visits worries worry
    """
)
"""What is somebody's own, and grows, stops or returns only with them."""
