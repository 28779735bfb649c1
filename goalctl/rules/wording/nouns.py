"""Lists of nouns and adjectives for the language of goals: what nobody sees, who decides, which part of a life."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

ABSTRACT = words(
    """
    abilities ability acceptance adjustment adulthood affection agency approach assertiveness attachment attitude
    attitudes authenticity autonomy awareness balance behavior behaviour belief beliefs belonging bond bonds
    boundaries calm capacity care character choices clarity closeness closure coherence cohesion comfort commitment
    communication compassion competence composure concentration confidence connectedness connection connections
    conscience consistency contentment control cooperation coping courage creativity curiosity decision-making
    decisions dedication determination dignity direction discipline empathy empowerment energy engagement enjoyment
    enthusiasm equilibrium expression faith flexibility focus forgiveness freedom friendship friendships fulfillment
    fulfilment functioning future generosity gratitude growth habits happiness harmony healing health honesty hope
    humility hygiene identity image impulsivity independence individuality initiative insight inspiration integrity
    interest intimacy involvement isolation joy judgement judgment knowledge life lifestyle love loyalty marriage
    maturity meaning memory mindfulness mindset morale motivation normal normality openness optimism outlook
    ownership parenting partnership passion patience peace perception persistence personality perspective positivity
    potential power presence pride productivity progress prosperity purpose readiness reality recovery regulation
    relationship relationships relaxation reliability remorse resilience respect responsibilities responsibility
    safety satisfaction security self self-acceptance self-awareness self-care self-compassion self-concept
    self-confidence self-control self-discipline self-efficacy self-esteem self-image self-love self-reliance
    self-respect self-worth sense sensitivity serenity sexuality sincerity skills social-skills soul spark spirit
    spirituality spontaneity stability strength strengths style success support sympathy temper thinking tolerance
    tranquility tranquillity trust understanding unity values vitality vulnerability warmth welfare well-being
    wellbeing wellness wholeness willingness willpower wisdom worth worthiness worthlessness zest
    """
)
"""What nobody can see or hear: traits, attitudes, states and abilities."""

FEELINGS = words(
    """
    anger anguish annoyance anxiety apathy bitterness boredom depression despair distress dread embarrassment
    emotion emotions emptiness envy fear fears feeling feelings frustration grief guilt helplessness hopelessness
    irritability jealousy loneliness mood moods nervousness overwhelm rage regret resentment sadness shame stress
    suffering tension unease worries worry
    """
)
"""Feelings, which have no edge; a published form or a rating may still say how much of them there is."""

TRAITS = words(
    """
    accepted accountable adjusted afraid agreeable alive anxious appreciated assertive attractive available aware
    balanced better bitter brave calm calmer capable careful caring cheerful clear close comfortable committed
    compassionate competent complete confident connected considerate consistent content cooperative courageous
    dependable depressed different disciplined distant down easygoing emotional empathetic empowered energetic
    engaged equal fearless flexible focused free friendly fulfilled fun functional generous gentle good grateful
    great grounded guilty happier happy hard healed healthier healthy helpful herself himself honest hopeful human
    humble impulsive independent involved irritable jealous kind kinder liked lonely lovable loved loving mature
    mindful motivated myself nervous nice normal objective ok okay open optimistic organised organized outgoing
    patient peaceful positive powerful present proactive productive proud rational ready realistic reasonable
    reckless relaxed reliable resilient respected respectful responsible rested safe safer satisfied secure
    self-aware self-confident self-sufficient selfish sensitive serene serious settled shy sociable social stable
    strong stronger supported supportive sympathetic tense thankful themselves tolerant trusting trustworthy
    understanding understood useful valued vulnerable warm welcome well whole willing worthwhile worthy yourself
    """
)
"""What somebody is or feels, and nobody sees."""

FAMILY = (
    "husband|wife|spouse|partner|girlfriend|boyfriend|fianc[eé]e?|mother|father|mum|mom|mummy|dad|parents?"
    "|stepfather|stepmother|stepson|stepdaughter|sisters?|brothers?|siblings?|sons?|daughters?|kids?|child"
    "|children|grandchild(?:ren)?|grandson|granddaughter|grandparents?|grandmother|grandfather|family|relatives?"
    "|aunt|uncle|cousins?|nieces?|nephews?|in-laws|mother-in-law|father-in-law|son-in-law|daughter-in-law"
    "|ex(?:-wife|-husband|-partner)?|baby"
)
"""Who belongs to somebody: the alternatives of a pattern, as the two below."""

OTHERS = (
    "boss|bosses|manager|supervisor|employers?|teachers?|tutor|professor|coach|headteacher|colleagues?"
    "|co-?workers?|workmates?|classmates?|peers?|friends?|room-?mates?|flat-?mates?|housemates?|neighbou?rs?"
    "|landlord|landlady|judge|lawyer|doctors?|gp|psychiatrist|nurses?|therapist|counsellor|counselor"
    "|social worker|case ?worker|case manager|probation officer|officer|team|staff|sponsor|mentor|pastor|priest"
    "|imam|rabbi|guardian|key ?worker|solicitor|principal|headmaster|head of year|lecturer|advis[eo]r|tenant"
    "|lodger|trainer|foreman|dealer|bull(?:y|ies)|abuser|stalker|lover|crush|customers?|[a-z]{3,}ist|[a-z]+mates?"
    "|lads?|girls|carers?|caregivers?|foster parents|foster carers|mates?|date"
)
"""Who else has a part in somebody's life."""

BODIES = (
    "courts?|school|university|college|council|hospital|clinic|company|firm|employer|insurer"
    "|insurance(?: company)?|social services|child protection|job ?cent(?:re|er)|government|state|police|ward"
    "|housing (?:association|office|authority)|authorit(?:y|ies)|agency|bank|benefits office|management"
    "|human resources|hr|jury|parole board|board|panel|church|society|world|department|office|landlord|judge"
    "|staff|colleagues|classmates|doctors|nurses|teachers|people|others|other people|everyone|everybody|someone"
    "|somebody|no one|nobody|no-one|anyone|strangers|the others|coworkers|co-workers|peers|neighbou?rs|friends"
)
"""Bodies, and people without an owner, who decide and act for themselves."""

TOPICS = {
    "work": words(
        "job jobs pay rise raise part-time office post posts apply applies applications work works working"
        " interview interviews boss career employment shift shifts promotion colleagues workplace employer cv"
        " resume apprenticeship overtime wage company business licence license manager"
    ),
    "school": words(
        "homework school class classes lesson lessons exam exams grade grades teacher study studies college"
        " assignments tuition ged algebra maths math course courses degree diploma university essay essays marks"
    ),
    "housing": words("housing apartment relocate flat lodgings mortgage tenancy"),
    "home": words(
        "tidy tidies garage chores laundry dishes vacuum clean cleans kitchen housework garden declutter roof"
        " fence windows attic cupboard ironing repairs bathroom cellar shed bedroom"
    ),
    "food": words(
        "eat eats eating meal meals breakfast breakfasts lunch dinner snacks diet fruit vegetables supper food"
        " foods binges binge sweets sugar weight kilos pounds kilo kg weigh weighs calories"
    ),
    "sleep": words("bed sleep sleeps sleeping bedtime asleep nightmares naps"),
    "exercise": words(
        "walk walks walking run runs running jog jogs jogging gym exercise exercises exercised swim swims"
        " swimming yoga bike cycle cycles cycling football tennis sport sports dance dances dancing workout"
        " training physiotherapy"
    ),
    "social": words(
        "friend friends social club choir neighbour neighbor party isolation clubs invites dating dates band"
        " orchestra church volunteer volunteers volunteering"
    ),
    "family": words(
        "son daughter children wife husband partner spouse mother father sister brother parents family"
        " grandchildren kids mum mom dad marriage grandmother grandfather baby"
    ),
    "treatment": words(
        "therapy counselling counseling aa na group groups sponsor rehab appointments psychiatrist session sessions"
    ),
    "medicine": words(
        "medication medications medicine medicines tablets tablet dose doses pill pills insulin prescription"
        " inhaler antidepressant"
    ),
    "doctor": words("dentist doctor gp physical check-up checkup optician blood glucose physiotherapist clinic scan"),
    "drinking": words(
        "drinking alcohol drink drinks beer wine sober sobriety smoking smoke smokes cigarettes cigarette"
        " cannabis drug drugs gamble gambling vaping vapes heroin cocaine opioids units"
    ),
    "money": words(
        "rent spending budget bills bill debt debts savings saves save money loan loans taxes tax credit shopping"
        " spends"
    ),
    "harm": words("self-harm cutting hair-pulling picking"),
    "anger": words("anger outbursts temper shouting fights quarrels arguments tantrums swearing"),
    "panic": words(
        "panic anxiety worry worries fear fears phobia lift lifts heights spiders flying checking washing rituals"
        " handwashing"
    ),
    "mood": words("mood depression sadness self-esteem confidence self-confidence self-worth motivation"),
    "skills": words("coping relaxation breathing meditation mindfulness assertiveness meditates"),
    "screens": words("phone screen screens e-mail e-mails emails email gaming internet games television tv"),
    "driving": words("driving drive drives driver's motorway"),
    "writing": words("diary journal poem poems novel letters"),
    "hobbies": words(
        "song songs music sing sings plays guitar piano violin painting paints knitting knits chess reading reads"
        " book books library museum photography"
    ),
    "language": words("spanish french german english italian language vocabulary"),
    "hygiene": words("shower showers teeth brushes hygiene bath wash washes"),
    "travel": words("bus train plane trip holiday passport abroad"),
}
"""Parts of a life, each with words that belong to it: a goal that stands in two of them is likely to be two goals."""
