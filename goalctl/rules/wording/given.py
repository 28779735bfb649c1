"""What a client has only if others give, grant or decide it: promotions, custody, bail, a reply."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

GIVEN_ALONE = words(
    """
    acquittal admission all-clear amnesties amnesty annulment apologies apology approval asylum backing bail bursaries
    bursary citizenship clearance clemency compensation custody diagnosis discharge exemption exoneration forgiveness
    funding go-ahead guardianship invitation invitations nomination offer pardon parole pay-rise permission praise
    promotion promotions readmission recognition reference refund rehousing reinstatement release reprieve residency
    scholarship scholarships subscribers sympathy transfer transplant visa visas visitation
    """
)
"""What is no less given as the goal's only words: a promotion by June."""

GIFTS = GIVEN_ALONE - words("discharge rehousing release transfer") | words(
    """
        acceptance affection applause attention compliment compliments consent followers invites likes matches offers
        probation raise reactions reassurance replies respite retweets rise thanks validation views yes
        """
)
"""What is got, received, won or earned."""

HAD_ANYHOW = words("acceptance affection attention followers matches probation respite views")
"""What one may also have by oneself."""

AWARDS = words(
    """
    allowance award awards benefit benefits dla esa funding grant grants indemnity loan payout pension pip settlement
    ssdi ssi stipend subsidy
    """
)
PAIRS = {
    ("blue", "badge"),
    ("care", "package"),
    ("council", "flat"),
    ("council", "house"),
    ("early", "release"),
    ("extra", "time"),
    ("home", "leave"),
    ("overnight", "contact"),
    ("shared", "care"),
    ("supervised", "contact"),
    ("unsupervised", "contact"),
    ("weekend", "leave"),
    ("full", "marks"),
    ("good", "reference"),
    ("green", "card"),
    ("indefinite", "leave"),
    ("pay", "raise"),
    ("pay", "rise"),
    ("personal", "budget"),
    ("record", "deal"),
    ("second", "chance"),
    ("second", "date"),
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
    hours hug hugs invitations job kiss kisses letter letters loan love message messages money news no praise presents
    reference reply respect support sympathy text texts thanks time understanding visit visits word yes
    """
)
"""What is got from somebody, who need not have been asked for it."""

DONE_BY_OTHERS = words(
    """
    bullying charges deportation detention detentions discrimination evictions exclusions expulsion expulsions heckling
    mocking name-calling reprimands ridicule sanctions suspensions taunting taunts teasing victimisation write-ups
    """
)
"""What is not to be, and only others do: no detentions."""

OFFICIAL = words(
    """
    access accommodation allowance appeal application arrears asylum award bail ban bans benefit benefits bond case
    certificate charge charges citizenship claim compensation complaint conditions contract conviction credit curfew
    custody debt debts deportation detention disability discharge dosage dose eviction exclusion expulsion fine fines
    funding grant guardianship housing injunction investigation leave licence license loan mandate mortgage notice order
    orders package papers paperwork parole passport payment payments penalty pension permit petition pip placement
    prescription probation proceedings provision refund registration removal restriction restrictions sanction sanctions
    section sentence status summons supervision suspension tag tenancy ticket transfer verdict visa visas visitation
    visits wage wages warning warrant
    """
)
"""What only others decide about."""

ADMITTING = words(
    """
    academy college course league list panel program programme rehab rota scheme school squad team trial unit university
    ward
    """
)
"""Where one is only if others let one in."""

JOBS = words("apprenticeship employment internship job placement position traineeship work")
